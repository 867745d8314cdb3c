//! What a criterion adds to a schema: the answers in the forms of its question, and
//! the conditions that can be put on them.

use serde_json::{Map, Value, json};

use super::parts::{Name, Parts, any, defined, list, number, one_of_keys, one_or_list, text, words};
use crate::load::keys::{self, Table};
use crate::load::reader::fields::LARGEST_NUMBER;
use crate::model::{Criterion, Id, Level, NeedField, NeedForm, Question};
use crate::text::Lang;

/// A level that is a percentage.
pub(super) const PERCENTAGE: &str = "^[1-9][0-9]?%$";

/// The keys that answers are written under, but `unknown`.
const FORMS: [&str; 6] = ["answer", "one-of", "has", "lacks", "not-found", "between"];

/// The keys of a condition that hold answers or options.
const LISTS: [&str; 5] = ["including", "lacking", "only", "counting", "or"];

impl Parts<'_> {
    /// The ids of the criteria, also the earlier ones, each with its title and question.
    pub(super) fn criteria(&self) -> impl Iterator<Item = (&Criterion, Name)> {
        self.catalogue.criteria.values().flat_map(|criterion| {
            let (title, ask) = (criterion.title.get(self.lang), criterion.ask.get(self.lang));
            let names = self.names(&criterion.id, format!("{title}: {ask}"), &criterion.formerly);
            names.into_iter().map(move |name| (criterion, name))
        })
    }

    /// The id of a criterion.
    pub(super) fn criterion_id(&self) -> Value {
        self.known(&self.criteria().map(|(_, name)| name).collect::<Vec<_>>())
    }

    /// The answers, options or named numbers with their words, also the earlier ones.
    fn choices(&self, criterion: &Criterion) -> Vec<Name> {
        let now = criterion.question.choices().map(|choice| self.name(choice.id.as_str(), &choice.text));
        let former = criterion.former.iter().map(|former| {
            let next = former.becomes.and_then(|at| criterion.question.choice(at)).map(|choice| &choice.id);
            let about = match (next, self.lang) {
                (Some(next), Lang::Nl) => format!("oud antwoord: nu `{next}`"),
                (Some(next), Lang::En) => format!("old answer: now `{next}`"),
                (None, Lang::Nl) => "oud antwoord: bekijk het opnieuw".to_owned(),
                (None, Lang::En) => "old answer: look at it again".to_owned(),
            };
            Name { id: former.id.as_str().to_owned(), about, is_old: true }
        });
        now.chain(former).collect()
    }

    /// One answer, option or named number; a number where the question asks for one.
    fn answer(&self, criterion: &Criterion) -> Value {
        let choices = self.choices(criterion);
        match criterion.question {
            Question::Number { .. } if choices.is_empty() => number(LARGEST_NUMBER),
            Question::Number { .. } => any([number(LARGEST_NUMBER), words(&choices)]),
            _ => words(&choices),
        }
    }

    /// The definitions of the answers of all criteria.
    pub(super) fn answers(&self) -> Map<String, Value> {
        let all = self.catalogue.criteria.values();
        all.map(|criterion| (format!("answer-{}", criterion.id), self.answer(criterion))).collect()
    }

    /// An answer in one of the forms of the question, by a table that has the forms.
    /// `answers` must be defined.
    pub(super) fn stated(&self, table: &Table, criterion: &Criterion, values: &[(&str, Value)]) -> Value {
        let answer = defined(&format!("answer-{}", criterion.id));
        let (single, many) = (one_or_list(&answer, 0), list(&answer, 1));
        let forms: &[&str] = match criterion.question {
            Question::OneOf(_) => &["answer", "one-of"],
            Question::AnyOf { .. } => &["has", "lacks", "not-found"],
            Question::Number { .. } => &["answer", "one-of", "between"],
        };
        let has_unknown = table.keys.iter().any(|key| key.name == "unknown");
        let mut ways = match criterion.question {
            Question::AnyOf { .. } => json!([{ "anyOf": one_of_keys(forms) }]),
            _ => one_of_keys(forms),
        };
        if let Some(ways) = ways.as_array_mut().filter(|_| has_unknown) {
            ways.push(json!({ "required": ["unknown"] }));
        }
        let bound = any([number(LARGEST_NUMBER), json!({ "const": "unlimited" })]);
        let mut all = values.to_vec();
        all.extend([
            ("answer", answer),
            ("one-of", many),
            ("has", single.clone()),
            ("lacks", single.clone()),
            ("not-found", single),
            (
                "between",
                json!({
                    "type": "array",
                    "prefixItems": [number(LARGEST_NUMBER), bound],
                    "minItems": 2,
                    "maxItems": 2,
                }),
            ),
        ]);
        let without: Vec<&str> = FORMS.into_iter().filter(|form| !forms.contains(form)).collect();
        let mut made = self.object_with(table, &all, &without);
        made["oneOf"] = ways;
        made
    }

    /// A condition whose answers are not known: those of the file itself.
    pub(super) fn own_condition(&self) -> Value {
        let word = text();
        let mut bounds = self.object(&keys::CONDITION, &LISTS.map(|key| (key, one_or_list(&word, 1))));
        bounds["minProperties"] = json!(1);
        any([word.clone(), list(&word, 1), bounds])
    }

    /// A condition on the answer to a criterion. Bounds may come from the need.
    fn condition(&self, criterion: &Criterion) -> Value {
        let option = defined(&format!("option-{}", criterion.id));
        let term = any([option.clone(), defined("level")]);
        let plain = [term.clone(), list(&term, 1)];
        let without: &[&str] = match criterion.question {
            Question::OneOf(_) => return any(plain),
            Question::AnyOf { .. } => &["or"],
            Question::Number { .. } => &["including", "lacking", "only", "counting"],
        };
        let from_need = NeedField::ALL.into_iter().filter(|field| field.form() == NeedForm::Number);
        let from_need: Vec<String> = from_need.map(|field| format!("need.{}", field.id())).collect();
        let bound = match criterion.question {
            Question::Number { .. } => any([number(LARGEST_NUMBER), json!({ "enum": from_need })]),
            _ => number(LARGEST_NUMBER),
        };
        let options = one_or_list(&option, 1);
        let mut values: Vec<(&str, Value)> = LISTS.map(|key| (key, options.clone())).into();
        values.extend([("at-least", bound.clone()), ("at-most", bound)]);
        let mut bounds = self.object_with(&keys::CONDITION, &values, without);
        bounds["minProperties"] = json!(1);
        any(plain.into_iter().chain([bounds]))
    }

    /// The definitions of the conditions on all criteria.
    pub(super) fn conditions(&self) -> Map<String, Value> {
        let percentage = json!({ "type": "string", "pattern": PERCENTAGE });
        let mut found = Map::new();
        found.insert("level".to_owned(), any([json!({ "enum": Level::NAMES }), percentage]));
        for criterion in self.catalogue.criteria.values() {
            let choices = self.choices(criterion);
            let option = if choices.is_empty() { json!(false) } else { words(&choices) };
            found.insert(format!("option-{}", criterion.id), option);
            found.insert(format!("condition-{}", criterion.id), self.condition(criterion));
        }
        found
    }

    /// That the condition under `value` fits the criterion that `key` names.
    /// `conditions` must be defined.
    pub(super) fn fitting(&self, key: &str, value: &str) -> Value {
        let fits = |criterion: &Criterion| {
            let names: Vec<&str> =
                std::iter::once(&criterion.id).chain(&criterion.formerly).map(Id::as_str).collect();
            let named = json!({ "properties": { key: { "enum": names } }, "required": [key] });
            let condition = defined(&format!("condition-{}", criterion.id));
            json!({ "if": named, "then": { "properties": { value: condition } } })
        };
        self.catalogue.criteria.values().map(fits).collect()
    }
}
