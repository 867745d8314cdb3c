//! The need of an institution, and what rules ask of it, in people's words.

use crate::model::{NeedCondition, NeedField, NeedValue, Set};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

/// The words for a field of the need.
#[must_use]
pub(crate) fn field_name(field: NeedField) -> Phrase {
    match field {
        NeedField::LegalBasis => phrase("grondslag", "legal basis"),
        NeedField::GroupSize => phrase("grootste groep", "largest group"),
        NeedField::Minors => phrase("minderjarigen", "minors"),
        NeedField::Youngest => phrase("leeftijd van de jongste", "age of the youngest"),
        NeedField::Sensitive => {
            phrase("gevoelige gesprekken of beelden", "sensitive conversations or images")
        }
        NeedField::Recording => phrase("opname", "recording"),
    }
}

/// The words for one of the words that a field of the need can hold.
#[must_use]
pub(crate) fn word(field: NeedField, number: usize) -> Phrase {
    match field.words().get(number).copied().unwrap_or("") {
        "yes" => phrase("ja", "yes"),
        "no" => phrase("nee", "no"),
        "consent" => phrase("toestemming", "consent"),
        "contract" => phrase("overeenkomst", "contract"),
        "legal-obligation" => phrase("wettelijke verplichting", "legal obligation"),
        "vital-interest" => phrase("vitaal belang", "vital interest"),
        "public-task" => phrase("taak van algemeen belang", "public task"),
        "legitimate-interest" => phrase("gerechtvaardigd belang", "legitimate interest"),
        "without-pupils" => {
            phrase("zonder leerlingen of studenten in beeld", "without pupils or students in view")
        }
        "with-pupils" => phrase("met leerlingen of studenten in beeld", "with pupils or students in view"),
        _ => phrase("geen", "none"),
    }
}

fn all_words(field: NeedField, words: Set, lang: Lang) -> String {
    let words: Vec<String> = words.members().map(|at| word(field, at).get(lang).to_owned()).collect();
    crate::text::lang::either(lang, &words)
}

/// What a need says of a field: `grootste groep: 30`; `None` is still open.
#[must_use]
pub(crate) fn value(field: NeedField, value: Option<NeedValue>, lang: Lang) -> String {
    let label = field_name(field).get(lang);
    match value {
        None => format!("{label}: {}", phrase("nog open", "still open").get(lang)),
        Some(NeedValue::Number(number)) => format!("{label}: {number}"),
        Some(NeedValue::Words(words)) => format!("{label}: {}", all_words(field, words, lang)),
    }
}

/// What a rule asks of a field of the need: `opname: met leerlingen in beeld`.
#[must_use]
pub(crate) fn condition(field: NeedField, condition: NeedCondition, lang: Lang) -> String {
    let label = field_name(field).get(lang);
    match condition {
        NeedCondition::Any(words) => format!("{label}: {}", all_words(field, words, lang)),
        NeedCondition::Within { at_least, at_most } => {
            let least = at_least.map(|n| format!("{} {n}", phrase("ten minste", "at least").get(lang)));
            let most = at_most.map(|n| format!("{} {n}", phrase("ten hoogste", "at most").get(lang)));
            let bounds: Vec<String> = least.into_iter().chain(most).collect();
            format!("{label}: {}", bounds.join(phrase(" en ", " and ").get(lang)))
        }
    }
}
