//! Every key of every kind of file, in tables: name, whether it is required,
//! the shape of its value, and a description.
//!
//! The decoders, their suggestions and `docs/bestanden.md` all use these
//! tables, so they cannot diverge.

mod criteria;
pub(crate) mod forms;
mod institution;
mod premises;
mod products;
mod profiles;
mod settings;

pub(crate) use criteria::{
    ACTION, ALTERNATIVES, CONDITION, CRITERION, CRITERION_ANSWER, FORMER, INSTEAD, KIND, KNOCK_OUT,
    MIGRATION, OPTION_ACTION, SENTENCE, SENTENCES, THEME, UNIT,
};
pub(crate) use institution::{
    ASKED, CHOICE, CONSULTED, DOSSIER, EXAM, HEADING, ITEM, ITEM_RECORD, NEED, NEED_BOUNDS, NEED_RULE,
    OWN_WORK, STEP, STEP_ANSWERS, STEP_RECORD,
};
pub(crate) use premises::{HOLDS, PREMISE, PREMISE_SOURCE};
pub(crate) use products::{
    AMENDMENT, ANSWER, CONTEXT, DISPUTED, EVIDENCE, FACT, LATER, REPLY, RETIRED, REVIEWED, SOURCE, VARIANT,
    VENDOR,
};
pub(crate) use profiles::{EVIDENCE_RULE, LOCALIZED, PROFILE, REQUIREMENT};
pub(crate) use settings::{EXCEPTION, SETTINGS};

use crate::text::Phrase;
use crate::text::lang::phrase;
use crate::text::yaml::Kind as Node;

/// The shapes that a value can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Plain text.
    Text,
    /// An id.
    Id,
    /// A day.
    Date,
    /// A day, or a month where the day is not known.
    DayOrMonth,
    /// A web address.
    Address,
    /// A whole number.
    Number,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// `{nl, en}`, or plain text, which is Dutch.
    Localized,
    /// Keys with values.
    Mapping,
    /// A list.
    List,
    /// A list, or one item without brackets.
    OneOrList,
    /// A condition.
    Condition,
    /// A fixed word, or keys with values.
    TextOrMapping,
}

impl Shape {
    /// Whether a node of this kind can be it.
    #[must_use]
    pub fn accepts(self, node: Node) -> bool {
        match self {
            Shape::Text
            | Shape::Id
            | Shape::Date
            | Shape::DayOrMonth
            | Shape::Address
            | Shape::Number
            | Shape::Word(_) => node == Node::Text,
            Shape::Localized | Shape::TextOrMapping => matches!(node, Node::Text | Node::Mapping),
            Shape::Mapping => node == Node::Mapping,
            Shape::List => node == Node::List,
            Shape::OneOrList => matches!(node, Node::Text | Node::List),
            Shape::Condition => node != Node::Broken,
        }
    }

    /// Its name in messages.
    #[must_use]
    pub fn name(self) -> Phrase {
        match self {
            Shape::Text => phrase("tekst", "text"),
            Shape::Id => phrase("een id", "an id"),
            Shape::Date => phrase("een datum (2026-11-21)", "a date (2026-11-21)"),
            Shape::DayOrMonth => phrase(
                "een datum (2026-11-21) of een maand (2026-03)",
                "a date (2026-11-21) or a month (2026-03)",
            ),
            Shape::Address => phrase("een webadres", "a web address"),
            Shape::Number => phrase("een geheel getal", "a whole number"),
            Shape::Word(_) => phrase("een van de vaste woorden", "one of the fixed words"),
            Shape::Localized => phrase("tekst, of {nl: …, en: …}", "text, or {nl: …, en: …}"),
            Shape::Mapping => phrase("sleutels met waarden", "keys with values"),
            Shape::List => phrase("een lijst", "a list"),
            Shape::OneOrList => phrase("één woord of een lijst", "one word or a list"),
            Shape::Condition => phrase("een voorwaarde", "a condition"),
            Shape::TextOrMapping => {
                phrase("een vast woord, of sleutels met waarden", "a fixed word, or keys with values")
            }
        }
    }
}

/// One key.
#[derive(Debug)]
pub struct Key {
    /// Its name in files.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// The shape of its value.
    pub shape: Shape,
    /// What it means.
    pub about: Phrase,
}

/// The keys of one kind of mapping.
#[derive(Debug)]
pub struct Table {
    /// What the mapping is, with its article.
    pub what: Phrase,
    /// The keys, in the order in which they are best written.
    pub keys: &'static [Key],
}

const fn key(name: &'static str, required: bool, shape: Shape, nl: &'static str, en: &'static str) -> Key {
    Key { name, required, shape, about: phrase(nl, en) }
}

/// All tables, in the order of the docs.
#[rustfmt::skip]
pub static ALL: &[(&str, &Table)] = &[
    ("criteria/kinds.yaml", &KIND),
    ("criteria/themes.yaml", &THEME),
    ("criteria/premises.yaml", &PREMISE),
    ("holds", &HOLDS),
    ("sources (uitgangspunt)", &PREMISE_SOURCE),
    ("criteria/<thema>/<criterium>.yaml", &CRITERION),
    ("one-of, any-of, named (criterium)", &CRITERION_ANSWER),
    ("number (criterium)", &UNIT),
    ("do", &ACTION),
    ("do (any-of)", &OPTION_ACTION),
    ("knock-out", &KNOCK_OUT),
    ("voorwaarde", &CONDITION),
    ("vendors/<soort>/<product>.yaml", &VENDOR),
    ("aanvulling", &AMENDMENT),
    ("variants.<id>", &VARIANT),
    ("sources.<id>", &SOURCE),
    ("reviewed", &REVIEWED),
    ("facts.<criterium>", &FACT),
    ("answers", &ANSWER),
    ("evidence", &EVIDENCE),
    ("reply", &REPLY),
    ("disputed", &DISPUTED),
    ("retired", &RETIRED),
    ("context", &CONTEXT),
    ("criteria/profiles/<weging>.yaml", &PROFILE),
    ("require", &REQUIREMENT),
    ("evidence (weging)", &EVIDENCE_RULE),
    ("criteria/migrations/<migratie>.yaml", &MIGRATION),
    ("criteria.<criterium>.<oud antwoord>", &FORMER),
    ("criteria/sentences/<document>.yaml", &SENTENCES),
    ("sentences.<id>", &SENTENCE),
    ("criteria/triage/alternatives.yaml", &ALTERNATIVES),
    ("alternatives.<id>", &INSTEAD),
    ("criteria/checklist/headings.yaml", &HEADING),
    ("criteria/checklist/<punt>.yaml", &ITEM),
    ("criteria/triage/<stap>.yaml", &STEP),
    ("one-of (stap)", &STEP_ANSWERS),
    ("need (situatie)", &NEED_RULE),
    ("need.group-size, need.youngest (situatie)", &NEED_BOUNDS),
    ("dossier.yaml", &DOSSIER),
    ("need (dossier)", &NEED),
    ("checklist.<punt>", &ITEM_RECORD),
    ("triage.<toets>", &EXAM),
    ("steps.<stap>", &STEP_RECORD),
    ("own-work (dossier)", &OWN_WORK),
    ("asked (dossier)", &ASKED),
    ("consulted", &CONSULTED),
    ("choice", &CHOICE),
    ("keuzehulp.yaml", &SETTINGS),
    ("exceptions", &EXCEPTION),
    ("tekst", &LOCALIZED),
];

/// Dutch words and common mistakes that people write for a key or a word. They
/// serve suggestions and are not accepted: each key has one spelling.
#[rustfmt::skip]
pub(crate) static SYNONYMS: &[(&str, &str)] = &[
    ("naam", "name"), ("maker-naam", "maker"), ("leverancier", "maker"), ("aanbieder", "maker"),
    ("uitvoeringen", "variants"), ("uitvoering", "variants"), ("varianten", "variants"),
    ("bron", "from"), ("source", "from"), ("bronnen", "sources"), ("feiten", "facts"), ("fact", "facts"),
    ("antwoord", "answer"), ("antwoorden", "answers"), ("voor", "for"), ("heeft", "has"),
    ("mist", "lacks"), ("niet-gevonden", "not-found"), ("tussen", "between"), ("onbekend", "unknown"),
    ("citaat", "quote"), ("toont", "shows"), ("onderbouwing", "evidence"), ("bewijs", "evidence"),
    ("titel", "title"), ("vraag", "ask"), ("question", "ask"), ("waarom", "why"), ("hoe", "how"),
    ("geldt-voor", "applies-to"), ("kinds", "applies-to"), ("gelezen", "read"), ("geraadpleegd", "read"),
    ("gedateerd", "dated"), ("date", "dated"), ("datum", "dated"), ("graad", "grade"), ("adres", "url"),
    ("link", "url"), ("website", "homepage"), ("reden", "because"), ("omdat", "because"), ("reason", "because"),
    ("gewichten", "weights"), ("weight", "weights"), ("eis", "require"), ("eisen", "require"),
    ("requires", "require"), ("thema", "themes"), ("themas", "themes"), ("toelichting", "note"),
    ("opmerking", "note"), ("license", "licence"), ("licentie", "licence"), ("reactie", "reply"),
    ("betwist", "disputed"), ("vervallen", "retired"), ("getal", "number"), ("niveaus", "levels"),
    ("grondslag", "grounds"), ("gronden", "grounds"), ("knock-outs", "knock-out"), ("houdbaar", "shelf-life"),
    ("goed", "good"), ("gunstig", "good"), ("deels", "partly"), ("ongunstig", "insufficient"),
    ("instelling", "institution"), ("soort", "kind"), ("behoefte", "need"), ("situatie", "need"), ("afweging", "triage"),
    ("gehoord", "consulted"), ("keuze", "choice"), ("gedaan", "done"), ("klaar", "done"), ("bezig", "in-progress"),
    ("instemming", "consent"), ("advies", "advice"), ("overleg", "discussion"), ("informatie", "information"),
    ("rol", "role"), ("wie", "role"), ("ligt", "filed"), ("herziening", "review"), ("stappen", "steps"), ("toets", "exam"),
    ("gevraagd", "asked"), ("uitkomst", "outcome"), ("doe", "do"), ("action", "do"), ("uitslag", "outcome"), ("orgaan", "body"), ("doel", "purpose"),
    ("toestemming", "consent"), ("ja", "yes"), ("nee", "no"),
    ("uitgangspunt", "while"), ("zolang", "while"), ("geldt", "holds"), ("sinds", "from"), ("tot", "until"),
    ("omstreden", "contested"), ("dan", "then"),
    ("concept", "draft"), ("onvoldoende", "insufficient"), ("anders", "otherwise"), ("alle", "all"), ("allemaal", "all"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{KnockOutWord, LegalBasis, NeedField, Review, StepEnd, WriteDownWord};
    use crate::text::Vocabulary as _;

    #[test]
    fn keys_are_there_once_and_synonyms_are_no_keys_of_the_same_table() {
        for (name, table) in ALL {
            let mut seen = std::collections::HashSet::new();
            for key in table.keys {
                assert!(seen.insert(key.name), "{name}: {}", key.name);
            }
        }
    }

    #[test]
    fn descriptions_name_every_word_that_has_no_list_in_its_shape() {
        // The description of the need lists the legal bases.
        let of_need = NeedField::ALL.into_iter().filter(|field| *field != NeedField::LegalBasis);
        let of_need = of_need.map(|field| (&NEED_RULE, field.id(), field.words()));
        let others = [
            (&NEED, NeedField::LegalBasis.id(), LegalBasis::IDS),
            (&PROFILE, "knock-outs", KnockOutWord::IDS),
            (&ITEM, "review", &[Review::Optional.id()][..]),
            (&STEP, "write-down", WriteDownWord::IDS),
            (&STEP, "one-of", StepEnd::IDS),
        ];
        for (table, name, words) in of_need.chain(others) {
            let key = table.keys.iter().find(|key| key.name == name).expect(name);
            for word in words {
                assert!(key.about.nl.contains(&format!("`{word}`")), "{name}: {word}");
                assert!(key.about.en.contains(&format!("`{word}`")), "{name}: {word}");
            }
        }
    }
}
