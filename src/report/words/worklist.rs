//! Words for the work that is left on the data.

use crate::model::{Date, Variant};
use crate::text::Lang;
use crate::text::lang::{list, phrase};
use crate::tr;
use crate::views::worklist::{Counts, Piece, Why, Work};

use super::dates::date;
use super::number::{decimal_sign, points as number};
use super::sources::{OLD_SOURCE, UNDATED_SOURCE};
use super::template::{Counted, template};
use super::word::{Word, word};
use crate::assess::Ratio;

const PIECES: Counted = Counted {
    one: phrase("1 stuk werk", "1 piece of work"),
    many: template("{n} stukken werk", "{n} pieces of work"),
};

const PRODUCTS: Counted =
    Counted { one: phrase("1 product", "1 product"), many: template("{n} producten", "{n} products") };

const CRITERIA: Counted =
    Counted { one: phrase("1 criterium", "1 criterion"), many: template("{n} criteria", "{n} criteria") };

const DEMANDS: Counted =
    Counted { one: phrase("1 eis", "1 demand"), many: template("{n} eisen", "{n} demands") };

/// A number of pieces of work.
#[must_use]
pub(crate) fn pieces(n: usize, lang: Lang) -> String {
    PIECES.of(n, lang)
}

/// A number of products.
#[must_use]
pub(crate) fn products(n: usize, lang: Lang) -> String {
    PRODUCTS.of(n, lang)
}

/// How much is not shown, in a sentence; `None` when everything is.
#[must_use]
pub(crate) fn not_shown(work: usize, criteria: usize, lang: Lang) -> Option<String> {
    let work = (work > 0).then(|| pieces(work, lang));
    let criteria = (criteria > 0).then(|| CRITERIA.of(criteria, lang));
    let hidden: Vec<String> = work.into_iter().chain(criteria).collect();
    let what = list(lang, &hidden);
    (!hidden.is_empty()).then(|| {
        tr!(
            lang,
            "Niet getoond: {what}. `--all` toont alles; `--format csv` maakt er een tabel van.",
            "Not shown: {what}. `--all` shows everything; `--format csv` makes a table of it."
        )
    })
}

/// What has to be done.
#[must_use]
pub(crate) fn work(work: Work) -> Word {
    match work {
        Work::Research => word("research", "uitzoeken", "research"),
        Work::Strengthen => word("strengthen", "betere bron zoeken", "find a better source"),
        Work::Renew => word("renew", "opnieuw nakijken", "renew"),
    }
}

/// Why it has to be done.
#[must_use]
pub(crate) fn why(why: Why) -> Word {
    match why {
        Why::NotResearched => word("not-researched", "nog niet onderzocht", "not researched yet"),
        Why::NotFound => word("not-found", "gezocht, niet gevonden", "looked for, not found"),
        Why::SeveralLevels => word("several-levels", "deels beantwoord", "partly answered"),
        Why::PremiseFallen => word("premise-fallen", "uitgangspunt geldt niet", "premise does not hold"),
        Why::SeveralAnswers => word("several-answers", "te weinig voor een eis", "too little for a demand"),
        Why::TooWeak => word("too-weak", "bron te zwak", "source too weak"),
        Why::InPart => word("in-part", "bron deels gelezen", "source read in part"),
        Why::Undated => Word { label: UNDATED_SOURCE, ..word("undated-copy", "", "") },
        Why::Disputed => word("disputed", "betwist door de aanbieder", "disputed by the vendor"),
        Why::Stale => Word { label: OLD_SOURCE, ..word("stale", "", "") },
    }
}

/// Why a piece has to be done, with its day.
#[must_use]
pub(crate) fn reason(piece: &Piece<'_, '_>, as_of: Date, lang: Lang) -> String {
    match piece.due {
        Some(due) if due < as_of => {
            let day = date(due, lang);
            tr!(lang, "gold tot en met {day}", "was fresh until {day}")
        }
        Some(due) => {
            let day = date(due, lang);
            tr!(lang, "geldt tot en met {day}", "fresh until {day}")
        }
        None => why(piece.why).get(lang).to_owned(),
    }
}

/// What is at stake: demands and points, of each only where there are any.
#[must_use]
pub(crate) fn stake(demands: usize, points: Ratio, lang: Lang) -> String {
    let demands = (demands > 0).then(|| DEMANDS.of(demands, lang));
    let points = (points > Ratio::ZERO).then(|| {
        let points = number(points, decimal_sign(lang));
        tr!(lang, "{points} punten", "{points} points")
    });
    demands.into_iter().chain(points).collect::<Vec<_>>().join(", ")
}

/// How many pieces there are of each kind of work, in a sentence.
#[must_use]
pub(crate) fn counts(counts: Counts, of: usize, lang: Lang) -> String {
    let all = pieces(counts.all(), lang);
    if counts.all() == 0 {
        return phrase("Er is geen werk.", "There is no work.").get(lang).to_owned();
    }
    let products = products(of, lang);
    let each = [
        (counts.research, phrase("uit te zoeken", "to research")),
        (counts.strengthen, phrase("met een betere bron", "that need a better source")),
        (counts.renew, phrase("opnieuw na te kijken", "to renew")),
    ];
    let each = each.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {}", what.get(lang)));
    let each: Vec<String> = each.collect();
    let each = list(lang, &each);
    tr!(lang, "{all} aan {products}: {each}.", "{all} on {products}: {each}.")
}

/// The names of the variants that a piece serves; `None` when these are all.
#[must_use]
pub(crate) fn served(variants: &[&Variant], of: usize, lang: Lang) -> Option<String> {
    if variants.len() == of {
        return None;
    }
    if let [one] = variants {
        return Some(one.name.to_string());
    }
    let some = variants.len();
    Some(tr!(lang, "{some} van de {of} varianten", "{some} of the {of} variants"))
}
