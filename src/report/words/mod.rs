//! The words that outputs share, in both languages.

pub mod checklist;
pub mod describe;
pub mod notes;
pub mod number;
pub mod triage;

use crate::assess::{Rank, RankBy};
use crate::compare::Comparison;
use crate::text::Lang;
use crate::text::lang::{Phrase, count, phrase};

/// What every output carries (DESIGN 2).
pub const DISCLAIMER: Phrase = phrase(
    "Dit overzicht is een hulpmiddel, geen advies en geen keurmerk. Het zegt niet of een product, of uw gebruik ervan, aan de AVG voldoet; dat beoordeelt uw instelling zelf, met de FG en zo nodig een DPIA. Het geeft weer wat op de peildatum in de genoemde bronnen stond, vaak in de woorden van de aanbieder. De AP heeft dit overzicht niet gemaakt of goedgekeurd.",
    "This overview is an aid, not advice and not a seal of quality. It does not say whether a product, or your use of it, complies with the GDPR; your institution judges that itself, with its data protection officer and a DPIA where needed. It shows what the sources named said on the as-of date, often in the vendor's own words. The Dutch data protection authority has neither made nor approved this overview.",
);

/// Stands above every ranking.
pub const HIGHER: Phrase = phrase(
    "Wie hoger staat, heeft meer onderbouwd. Dat is niet altijd beter.",
    "What stands higher has shown more. That is not always better.",
);

/// How to read the bars and the places, in two sentences.
pub const HOW_TO_READ: Phrase = phrase(
    "In de balk is █ met bronnen onderbouwd en ░ nog open: daar ontbreekt een antwoord, en dat telt niet als nee. De plaats geeft aan waar een product kan uitkomen als alles bekend is; producten zonder plaats tellen daarin mee.",
    "In the bar █ is supported by sources and ░ is still open: an answer is missing there, and that does not count as no. The place says where a product can end up once everything is known; products without a place count in it.",
);

/// How to read places and points, where there are no bars.
pub const PLACES_AND_POINTS: Phrase = phrase(
    "Minstens is met bronnen onderbouwd; hoogstens is wat het kan worden als alle open antwoorden gunstig zijn. Een open antwoord telt niet als nee. De plaats geeft aan waar een product kan uitkomen als alles bekend is, op zijn best en op zijn slechtst; producten zonder plaats tellen daarin mee.",
    "At least is supported by sources; at most is what it can become if every open answer turns out well. An open answer does not count as no. The place says where a product can end up once everything is known, at best and at worst; products without a place count in it.",
);

/// Where no product is left.
pub const NOTHING_TO_COMPARE: Phrase =
    phrase("Er zijn geen producten om te vergelijken.", "There are no products to compare.");

/// Above alternatives that the triage does not allow.
pub const NOT_ALLOWED: Phrase = phrase(
    "Laat uw afweging niet toe, en staat niet in de volgorde",
    "Not allowed by your triage, and not in the order",
);

/// Above products that were withdrawn from the market.
pub const NO_LONGER_EXISTS: Phrase = phrase("Bestaat niet meer", "No longer exists");

/// What was compared, and how many: the title of a comparison.
#[must_use]
pub fn compared(comparison: &Comparison<'_>, lang: Lang) -> String {
    let title = comparison.kind.title.get(lang);
    let count = variants(comparison.compared, lang);
    let shown = comparison.rows.len();
    let some = match lang {
        _ if shown == comparison.compared => String::new(),
        Lang::Nl => format!("; {shown} getoond"),
        Lang::En => format!("; {shown} shown"),
    };
    match lang {
        Lang::Nl => format!("{title}: {count} vergeleken{some}, in punten van 0 tot 100"),
        Lang::En => format!("{title}: {count} compared{some}, in points from 0 to 100"),
    }
}

/// `plaats 2 tot en met 7`.
#[must_use]
pub fn places(rank: Rank, lang: Lang) -> String {
    match (lang, rank.best == rank.worst) {
        (Lang::Nl, true) => format!("plaats {}", rank.best),
        (Lang::En, true) => format!("place {}", rank.best),
        (Lang::Nl, false) => format!("plaats {} tot en met {}", rank.best, rank.worst),
        (Lang::En, false) => format!("place {} to {}", rank.best, rank.worst),
    }
}

/// `minstens 55,0, hoogstens 81,2 van 100 punten`.
#[must_use]
pub fn range(low: &str, high: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("minstens {low}, hoogstens {high} van 100 punten"),
        Lang::En => format!("at least {low}, at most {high} of 100 points"),
    }
}

/// What the order goes by.
#[must_use]
pub fn rank_by(by: RankBy) -> Phrase {
    match by {
        RankBy::Low => phrase("wat minstens is onderbouwd", "what is shown at least"),
        RankBy::High => phrase("wat hoogstens mogelijk is", "what is possible at most"),
        RankBy::Middle => phrase("het midden van de punten", "the middle of the points"),
    }
}

/// `12 uitvoeringen`.
#[must_use]
pub fn variants(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => count(n, "uitvoering", "uitvoeringen"),
        Lang::En => count(n, "variant", "variants"),
    }
}

/// What an institution sees to itself when it runs the product.
#[must_use]
pub fn self_arranged(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("uw instelling regelt zelf {}", count(n, "onderdeel", "onderdelen")),
        Lang::En => format!("your institution sees to {} itself", count(n, "thing", "things")),
    }
}
