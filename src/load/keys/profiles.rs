//! Keys of profiles, and of texts.

use crate::model::{Grade, StaleRule};
use crate::text::Vocabulary as _;
use crate::text::lang::phrase;

use super::premises::WHILE;
use super::{Shape, Table, key};

/// A profile.
#[rustfmt::skip]
pub(crate) static PROFILE: Table = Table {
    what: phrase("een weging", "a profile"),
    keys: &[
        key("title", true, Shape::Localized, "een paar woorden", "a few words"),
        key("because", true, Shape::Localized, "wie zo weegt, en waarom", "who uses these weights, and why"),
        key("extends", false, Shape::Id, "een andere weging om op voort te bouwen", "another profile to build on"),
        key("themes", false, Shape::Mapping, "per thema zijn deel van het geheel", "per theme its share of the whole"),
        key("weights", true, Shape::Mapping, "per criterium een gewicht van 0 tot en met 100", "per criterion a weight from 0 to 100"),
        key("require", false, Shape::List, "wat wordt geëist", "what is required"),
        key("knock-outs", false, Shape::OneOrList, "welke eisen van criteria gelden: `all`, `weighed`, `none` of een lijst criteria", "which knock-outs are in force: `all`, `weighed`, `none` or a list of criteria"),
        key("evidence", false, Shape::Mapping, "welke onderbouwing meetelt", "which evidence counts"),
        key("formerly", false, Shape::OneOrList, "eerdere id's", "earlier ids"),
        key("withdrawn", false, Shape::Localized, "waarom de weging niet meer wordt gebruikt", "why the profile is no longer used"),
    ],
};

/// One requirement of a profile.
#[rustfmt::skip]
pub(crate) static REQUIREMENT: Table = Table {
    what: phrase("een eis", "a requirement"),
    keys: &[
        key("criterion", true, Shape::Id, "het criterium", "the criterion"),
        key("answers", true, Shape::Condition, "de antwoorden die mogen", "the answers that are accepted"),
        key("when", false, Shape::Mapping, "alleen als dit alles geldt: criterium en voorwaarde", "only if all of this holds: criterion and condition"),
        key("need", false, Shape::Mapping, "alleen in deze situatie, volgens het dossier van de instelling", "only in this situation, by the institution's dossier"),
        WHILE,
        key("because", true, Shape::Localized, "de reden", "the reason"),
    ],
};

/// Which evidence counts.
#[rustfmt::skip]
pub(crate) static EVIDENCE_RULE: Table = Table {
    what: phrase("een regel voor onderbouwing", "a rule for evidence"),
    keys: &[
        key("minimum-grade", false, Shape::Word(Grade::IDS), "zwakkere bronnen tellen niet mee; zonder deze sleutel `reported`", "weaker sources do not count; `reported` by default"),
        key("stale", false, Shape::Word(StaleRule::IDS), "een oude bron of een bron zonder datum telt mee en wordt gemarkeerd (`mark`, zonder deze sleutel), of telt niet (`unknown`)", "an old source or a source without a date counts and is marked (`mark`, the default), or does not count (`unknown`)"),
    ],
};

/// A text in two languages.
#[rustfmt::skip]
pub(crate) static LOCALIZED: Table = Table {
    what: phrase("een tekst", "a text"),
    keys: &[
        key("nl", true, Shape::Text, "de Nederlandse tekst", "the Dutch text"),
        key("en", false, Shape::Text, "de Engelse tekst; onder criteria/ verplicht", "the English text; required under criteria/"),
    ],
};
