//! Which table the keys of a mapping follow, by its place in a file: for whoever
//! writes a file again. A condition has the order in which its writer thought: at
//! least five, including these.

use crate::model::{NeedField, QuestionForm};

use super::{
    ACTION, ALTERNATIVES, AMENDMENT, ANSWER, ASKED, CHOICE, CONSULTED, CONTEXT, CRITERION, CRITERION_ANSWER,
    DISPUTED, DOSSIER, EVIDENCE, EVIDENCE_RULE, EXAM, EXCEPTION, FACT, FORMER, HEADING, HOLDS, INSTEAD, ITEM,
    ITEM_RECORD, KIND, KNOCK_OUT, LOCALIZED, MIGRATION, NEED, NEED_BOUNDS, NEED_RULE, OPTION_ACTION,
    OWN_WORK, PREMISE, PREMISE_SOURCE, PROFILE, REPLY, REQUIREMENT, RETIRED, REVIEWED, SENTENCE, SENTENCES,
    SETTINGS, SOURCE, STEP, STEP_ANSWERS, STEP_RECORD, Shape, THEME, Table, UNIT, VARIANT, VENDOR,
};

/// What is known of a mapping, or of each mapping in a list.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    /// Nothing.
    Free,
    /// Its keys are ids, and their values have this form.
    Each(&'static Form),
    /// The same, and there is a blank line between its entries.
    Apart(&'static Form),
    /// Its keys are those of a table. Named are the values that have a form which does
    /// not follow from their shape.
    Keys(&'static Table, &'static [(&'static str, Form)]),
}

impl Form {
    /// The form of the value of this key.
    pub(crate) fn value(self, key: &str) -> Form {
        let (table, named) = match self {
            Form::Free => return Form::Free,
            Form::Each(value) | Form::Apart(value) => return *value,
            Form::Keys(table, named) => (table, named),
        };
        if let Some((_, form)) = named.iter().find(|(name, _)| *name == key) {
            return *form;
        }
        let spec = table.keys.iter().find(|spec| spec.name == key);
        if spec.is_some_and(|spec| spec.shape == Shape::Localized) { TEXT } else { Form::Free }
    }

    /// For each of these keys its place in the table; `None` where the order is the
    /// writer's, as it is beside a key that is not in the table.
    pub(crate) fn order_of(self, keys: &[&str]) -> Option<Vec<usize>> {
        let Form::Keys(table, _) = self else { return None };
        keys.iter().map(|key| table.keys.iter().position(|spec| spec.name == *key)).collect()
    }
}

static TEXT: Form = Form::Keys(&LOCALIZED, &[]);
/// Answers with their words.
static ANSWERS: Form = Form::Each(&TEXT);
static VARIANTS: Form = Form::Keys(&VARIANT, &[]);
static SOURCES: Form = Form::Keys(&SOURCE, &[("reviewed", Form::Keys(&REVIEWED, &[]))]);
static FACTS: Form = Form::Keys(
    &FACT,
    &[
        ("answers", Form::Keys(&ANSWER, &[])),
        ("evidence", Form::Keys(&EVIDENCE, &[])),
        ("reply", Form::Keys(&REPLY, &[])),
        ("disputed", Form::Keys(&DISPUTED, &[])),
    ],
);
/// A product.
pub(crate) static PRODUCT: Form = Form::Keys(
    &VENDOR,
    &[
        ("variants", Form::Each(&VARIANTS)),
        ("sources", Form::Apart(&SOURCES)),
        ("facts", Form::Apart(&FACTS)),
        ("context", Form::Keys(&CONTEXT, &[])),
        ("retired", Form::Keys(&RETIRED, &[])),
    ],
);
/// An amendment to a product.
pub(crate) static AMENDED: Form = Form::Keys(
    &AMENDMENT,
    &[
        ("sources", Form::Apart(&SOURCES)),
        ("variants", Form::Each(&VARIANTS)),
        ("facts", Form::Apart(&FACTS)),
    ],
);

static KIND_KEYS: Form = Form::Keys(&KIND, &[]);
/// The kinds.
pub(crate) static KINDS: Form = Form::Each(&KIND_KEYS);
static THEME_KEYS: Form = Form::Keys(&THEME, &[]);
/// The themes.
pub(crate) static THEMES: Form = Form::Each(&THEME_KEYS);
static OPTION_KEYS: Form = Form::Keys(&CRITERION_ANSWER, &[("do", Form::Keys(&OPTION_ACTION, &[]))]);
static CHOICE_KEYS: Form = Form::Keys(&CRITERION_ANSWER, &[("do", Form::Keys(&ACTION, &[]))]);
/// The answers of a criterion.
static CHOICES: Form = Form::Each(&CHOICE_KEYS);
static PREMISE_KEYS: Form = Form::Keys(
    &PREMISE,
    &[("holds", Form::Keys(&HOLDS, &[])), ("sources", Form::Keys(&PREMISE_SOURCE, &[]))],
);
/// The premises.
pub(crate) static PREMISES: Form = Form::Apart(&PREMISE_KEYS);
/// A criterion.
pub(crate) static CRITERIA: Form = Form::Keys(
    &CRITERION,
    &[
        (QuestionForm::OneOf.id(), Form::Each(&CHOICES)),
        (QuestionForm::AnyOf.id(), Form::Each(&OPTION_KEYS)),
        (QuestionForm::Number.id(), Form::Keys(&UNIT, &[("do", Form::Keys(&ACTION, &[]))])),
        ("named", CHOICES),
        ("knock-out", Form::Keys(&KNOCK_OUT, &[])),
    ],
);
static OLD_ANSWER: Form = Form::Keys(&FORMER, &[]);
static OLD_ANSWERS: Form = Form::Each(&OLD_ANSWER);
/// A migration.
pub(crate) static MIGRATIONS: Form = Form::Keys(&MIGRATION, &[("criteria", Form::Each(&OLD_ANSWERS))]);
static SENTENCE_KEYS: Form = Form::Keys(&SENTENCE, &[]);
/// A document of the authority with its sentences.
pub(crate) static DOCUMENT: Form = Form::Keys(&SENTENCES, &[("sentences", Form::Each(&SENTENCE_KEYS))]);
static INSTEAD_KEYS: Form = Form::Keys(&INSTEAD, &[]);
/// What can be done instead of a product.
pub(crate) static INSTEAD_OF: Form =
    Form::Keys(&ALTERNATIVES, &[("alternatives", Form::Each(&INSTEAD_KEYS))]);

const BOUNDS: Form = Form::Keys(&NEED_BOUNDS, &[]);
static NEEDS: Form =
    Form::Keys(&NEED_RULE, &[(NeedField::GroupSize.id(), BOUNDS), (NeedField::Youngest.id(), BOUNDS)]);
/// A profile.
pub(crate) static PROFILES: Form = Form::Keys(
    &PROFILE,
    &[
        ("require", Form::Keys(&REQUIREMENT, &[("need", NEEDS)])),
        ("evidence", Form::Keys(&EVIDENCE_RULE, &[])),
    ],
);

static HEADING_KEYS: Form = Form::Keys(&HEADING, &[]);
/// The headings of the checklist.
pub(crate) static HEADINGS: Form = Form::Each(&HEADING_KEYS);
/// An item of the checklist.
pub(crate) static ITEMS: Form = Form::Keys(&ITEM, &[("need", NEEDS)]);
/// A step of the triage.
pub(crate) static STEPS: Form =
    Form::Keys(&STEP, &[("one-of", Form::Keys(&STEP_ANSWERS, &[("go-on", ANSWERS), ("stop", ANSWERS)]))]);

static RECORD: Form = Form::Keys(&ITEM_RECORD, &[]);
static STEP_KEYS: Form = Form::Keys(&STEP_RECORD, &[]);
static EXAMS: Form = Form::Keys(&EXAM, &[("steps", Form::Each(&STEP_KEYS))]);
/// The settings of a data folder.
pub(crate) static SETTINGS_FILE: Form = Form::Keys(&SETTINGS, &[("exceptions", EXCEPTIONS)]);
const EXCEPTIONS: Form = Form::Keys(&EXCEPTION, &[]);
static OWN: Form = Form::Keys(&OWN_WORK, &[]);
/// A dossier.
pub(crate) static DOSSIERS: Form = Form::Keys(
    &DOSSIER,
    &[
        ("need", Form::Keys(&NEED, &[])),
        ("checklist", Form::Each(&RECORD)),
        ("triage", Form::Each(&EXAMS)),
        ("own-work", Form::Each(&OWN)),
        ("asked", Form::Keys(&ASKED, &[])),
        ("consulted", Form::Keys(&CONSULTED, &[])),
        ("choice", Form::Keys(&CHOICE, &[])),
    ],
);

#[cfg(test)]
mod tests {
    use super::super::{ALL, CONDITION};
    use super::*;

    /// Adds the tables of a form and of what is inside it.
    fn gather(form: Form, found: &mut Vec<&'static Table>) {
        match form {
            Form::Free => {}
            Form::Each(of) | Form::Apart(of) => gather(*of, found),
            Form::Keys(table, named) => {
                found.push(table);
                for (name, form) in named {
                    assert!(table.keys.iter().any(|key| key.name == *name), "{name} is in no table");
                    gather(*form, found);
                }
            }
        }
    }

    #[test]
    fn every_table_but_that_of_conditions_has_its_place() {
        let mut found = Vec::new();
        for form in [
            PRODUCT,
            AMENDED,
            KINDS,
            THEMES,
            PREMISES,
            CRITERIA,
            MIGRATIONS,
            DOCUMENT,
            INSTEAD_OF,
            PROFILES,
            HEADINGS,
            ITEMS,
            STEPS,
            DOSSIERS,
            SETTINGS_FILE,
        ] {
            gather(form, &mut found);
        }
        found.push(&CONDITION);
        for (name, table) in ALL {
            assert!(found.iter().any(|known| std::ptr::eq(*known, *table)), "{name}");
        }
    }
}
