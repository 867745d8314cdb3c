//! Layer 3: parts of the model in people's words, the same in every output.

use crate::assess::{Knowledge, LevelRange, Status};
use crate::compare::{Block, Group};
use crate::model::{
    Basis, Condition, Date, Extent, Force, Grade, ItemStatus, Level, Localized, Phase, Possible, Product,
    Question, Right, Set, SettledBy, Term, Variant,
};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

/// The words of a condition for people, in the answers' own words.
#[must_use]
pub fn condition(condition: &Condition, question: &Question, lang: Lang) -> String {
    let text = |at: usize| question.choice(at).map_or(String::new(), |c| c.text.get(lang).to_owned());
    let texts = |set: Set| set.members().map(text).collect::<Vec<_>>().join("; ");
    match condition {
        Condition::Any(terms) => terms
            .iter()
            .map(|term| match term {
                Term::Choice(at) => text(*at),
                Term::Level(level) => level_word(*level).get(lang).to_owned(),
            })
            .collect::<Vec<_>>()
            .join(match lang {
                Lang::Nl => "; of: ",
                Lang::En => "; or: ",
            }),
        Condition::All(bounds) => {
            let mut parts = Vec::new();
            let mut part = |nl: &str, en: &str, rest: String| {
                parts.push(format!("{} {rest}", if lang == Lang::Nl { nl } else { en }));
            };
            if !bounds.including.is_empty() {
                part("met:", "with:", texts(bounds.including));
            }
            if !bounds.lacking.is_empty() {
                part("zonder:", "without:", texts(bounds.lacking));
            }
            if let Some(only) = bounds.only {
                part("alleen:", "only:", texts(only));
            }
            let of = bounds.counting.map(|counting| match lang {
                Lang::Nl => format!(" van: {}", texts(counting)),
                Lang::En => format!(" of: {}", texts(counting)),
            });
            let of = of.unwrap_or_default();
            if let Some(least) = bounds.at_least {
                part("ten minste", "at least", format!("{least}{of}"));
            }
            if let Some(most) = bounds.at_most {
                part("ten hoogste", "at most", format!("{most}{of}"));
            }
            let all = parts.join(phrase(" en ", " and ").get(lang));
            if bounds.or.is_empty() {
                return all;
            }
            format!("{all}{} {}", phrase("; of:", "; or:").get(lang), texts(bounds.or))
        }
    }
}

/// The word for a level.
#[must_use]
pub fn level_word(level: Level) -> Localized {
    let (nl, en) = match level {
        Level::GOOD => ("gunstig".to_owned(), "good".to_owned()),
        Level::PARTLY => ("deels".to_owned(), "partly".to_owned()),
        Level::INSUFFICIENT => ("ongunstig".to_owned(), "insufficient".to_owned()),
        other => {
            let percent = other.hundredths();
            (format!("{percent}% gunstig"), format!("{percent}% good"))
        }
    };
    Localized { nl: nl.into(), en: Some(en.into()) }
}

/// The name of an alternative: the product, and the variant where there is
/// more than one to choose from. A variant that names its product already is
/// not given it twice.
#[must_use]
pub fn alternative(product: &Product, variant: &Variant) -> String {
    if product.variants.len() <= 1 {
        product.name.to_string()
    } else if variant.name.to_lowercase().starts_with(&product.name.to_lowercase()) {
        variant.name.to_string()
    } else {
        format!("{}, {}", product.name, variant.name)
    }
}

/// The answers that remain possible, in the answers' own words. Empty when
/// nothing is ruled out.
#[must_use]
pub fn answers(question: &Question, possible: &Possible, lang: Lang) -> String {
    if crate::assess::answers::rules_nothing_out(question, possible) {
        return String::new();
    }
    let text = |at: usize| question.choice(at).map_or(String::new(), |c| c.text.get(lang).to_owned());
    let texts = |set: Set| set.members().map(text).collect::<Vec<_>>();
    let or = phrase(" / of: ", " / or: ").get(lang);
    match possible {
        Possible::Choices(set) => texts(*set).join(or),
        Possible::Options { has, lacks } => {
            let all = Set::first(question.count());
            let open = all.without(*has).without(*lacks);
            let mut parts = Vec::new();
            if !has.is_empty() {
                parts.push(texts(*has).join("; "));
            } else if open.is_empty() {
                parts.push(phrase("geen van deze keuzes", "none of these options").get(lang).to_owned());
            }
            if !open.is_empty() {
                parts.push(format!(
                    "{} {}",
                    phrase("niet gevonden:", "not found:").get(lang),
                    texts(open).join("; ")
                ));
            }
            if has.is_empty() && !lacks.is_empty() && !open.is_empty() {
                parts
                    .insert(0, format!("{} {}", phrase("niet:", "not:").get(lang), texts(*lacks).join("; ")));
            }
            parts.join(". ")
        }
        Possible::Numbers { ranges, named } => {
            let unit = match question {
                Question::Number { unit, .. } => unit.get(lang).to_owned(),
                _ => String::new(),
            };
            let mut parts: Vec<String> = ranges
                .iter()
                .map(|range| match range.to {
                    Some(to) if to == range.from => format!("{to} {unit}"),
                    Some(to) => match lang {
                        Lang::Nl => format!("{} tot en met {to} {unit}", range.from),
                        Lang::En => format!("{} to {to} {unit}", range.from),
                    },
                    None => match lang {
                        Lang::Nl => format!("{} {unit} of meer", range.from),
                        Lang::En => format!("{} {unit} or more", range.from),
                    },
                })
                .collect();
            parts.extend(texts(*named));
            parts.join(or)
        }
    }
}

/// The words for how much is known of an answer.
#[must_use]
pub fn status(knowledge: &Knowledge) -> Phrase {
    match knowledge.status {
        Status::Known => phrase("bekend", "known"),
        Status::PartlyKnown if matches!(knowledge.possible, Possible::Choices(_)) => {
            phrase("niet eenduidig", "not settled")
        }
        Status::PartlyKnown => phrase("deels bekend", "partly known"),
        Status::Unknown => phrase("onbekend (gezocht, niet gevonden)", "unknown (looked for, not found)"),
        Status::NotResearched => phrase("nog niet onderzocht", "not researched yet"),
        Status::Stale => phrase("verouderd", "stale"),
        Status::BelowGrade => phrase("bron te zwak voor deze weging", "source too weak for this profile"),
    }
}

/// The word for a block of the ranking. Without hard demands nothing was asked,
/// and "eligible" would say too much.
#[must_use]
pub fn block(block: Block, has_demands: bool) -> Phrase {
    match block {
        Block::Eligible if !has_demands => {
            phrase("Deze weging kent geen harde eisen", "This profile has no hard demands")
        }
        Block::Eligible => phrase("Komt in aanmerking", "Eligible"),
        Block::Undecided => phrase("Nog niet te zeggen", "Undecided"),
        Block::TooLittle => phrase("Te weinig bekend om te ordenen", "Too little known to rank"),
        Block::KnockedOut => phrase("Valt af op harde eis", "Knocked out"),
    }
}

/// The word for who can settle an open answer.
#[must_use]
pub fn settled_by(by: SettledBy) -> Phrase {
    match by {
        SettledBy::Public => phrase("openbare bronnen", "public sources"),
        SettledBy::Contract => phrase("het contract", "the contract"),
        SettledBy::Administrator => phrase("de beheerder", "the administrator"),
    }
}

/// The word for the grade of a source.
#[must_use]
pub fn grade(grade: Grade) -> Phrase {
    match grade {
        Grade::Reported => phrase("gemeld door anderen", "reported by others"),
        Grade::Vendor => phrase("eigen opgave van de aanbieder", "the vendor's own word"),
        Grade::Contract => phrase("contract of voorwaarden", "contract or terms"),
        Grade::Verified => phrase("onafhankelijk vastgesteld", "independently verified"),
    }
}

/// The word for how much of a source was read.
#[must_use]
pub fn extent(extent: Extent) -> Phrase {
    match extent {
        Extent::Whole => phrase("geheel gelezen", "read whole"),
        Extent::Excerpt => phrase("deels gelezen", "read in part"),
        Extent::SecondHand => phrase("uit de tweede hand", "second-hand"),
    }
}

/// The word for on whose word something rests.
#[must_use]
pub fn basis(basis: Basis) -> Phrase {
    match basis {
        Basis::Law => phrase("de wet", "the law"),
        Basis::Ap => phrase("de Autoriteit Persoonsgegevens", "the Dutch data protection authority"),
        Basis::Convention => phrase("een afspraak van deze keuzehulp", "a convention of this tool"),
    }
}

/// The levels that remain possible.
#[must_use]
pub fn level_range(range: LevelRange, lang: Lang) -> String {
    let word = |level| level_word(level).get(lang).to_owned();
    if range.is_settled() {
        return word(range.low);
    }
    match lang {
        Lang::Nl => format!("{} tot {}", word(range.low), word(range.high)),
        Lang::En => format!("{} to {}", word(range.low), word(range.high)),
    }
}

/// The name of a group of a divided ranking.
#[must_use]
pub fn group(group: Group<'_>, lang: Lang) -> String {
    match group {
        Group::Answer(_, _, text) => text.get(lang).to_owned(),
        Group::Unsettled => phrase("nog niet vastgesteld", "not settled yet").get(lang).to_owned(),
    }
}

/// A date in prose: 21 november 2026.
#[must_use]
pub fn date(date: Date, lang: Lang) -> String {
    const NL: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let at = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    let month = match lang {
        Lang::Nl => NL,
        Lang::En => EN,
    };
    format!("{} {} {}", date.day(), month.get(at).copied().unwrap_or(""), date.year())
}

/// The words for a part of the checklist.
#[must_use]
pub fn phase(of: Phase) -> Phrase {
    match of {
        Phase::DrawingBoard => phrase("Aan de tekentafel", "At the drawing board"),
        Phase::Procurement => phrase("Aanschaf", "Procurement"),
        Phase::Preparation => phrase("Voorbereiding en instructies", "Preparation and instructions"),
    }
}

/// The words for how an item of the checklist stands.
#[must_use]
pub fn item_status(status: ItemStatus) -> Phrase {
    match status {
        ItemStatus::Done => phrase("gedaan", "done"),
        ItemStatus::InProgress => phrase("bezig", "in progress"),
        ItemStatus::Open => phrase("open", "open"),
        ItemStatus::NotApplicable => phrase("niet van toepassing", "not applicable"),
    }
}

/// The words for how strongly something is said.
#[must_use]
pub fn force(force: Force) -> Phrase {
    match force {
        Force::Must => phrase("moet", "must"),
        Force::Advice => phrase("aangeraden", "advised"),
        Force::Context => phrase("uitleg", "explanation"),
    }
}

/// The words for the footing on which somebody is heard.
#[must_use]
pub fn right(right: Right) -> Phrase {
    match right {
        Right::Consent => phrase("instemming", "consent"),
        Right::Advice => phrase("advies", "advice"),
        Right::Discussion => phrase("overleg", "discussion"),
        Right::Information => phrase("informatie", "information"),
    }
}
