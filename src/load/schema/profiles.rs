//! Profiles.

use serde_json::{Value, json};

use super::parts::{Name, Parts, any, defined, id, list, mappings, number, one_or_list, words};
use crate::load::criteria::MOST_WEIGHT;
use crate::load::keys;
use crate::model::{Hosting, KnockOutWord, NeedField, NeedForm};
use crate::text::Vocabulary as _;

/// A profile.
pub(super) fn profile(parts: &Parts<'_>) -> Value {
    let themes = parts.catalogue.themes.iter();
    let themes = themes.map(|(id, theme)| (parts.name(id.as_str(), &theme.title), number(MOST_WEIGHT)));
    let weights = parts.criteria().map(|(_, name)| (name, number(MOST_WEIGHT)));
    let when =
        parts.criteria().map(|(criterion, name)| (name, defined(&format!("condition-{}", criterion.id))));
    let mut requirement = parts.object(
        &keys::REQUIREMENT,
        &[("criterion", parts.criterion_id()), ("when", parts.keyed(when)), ("need", parts.need_rule())],
    );
    requirement["allOf"] = parts.fitting("criterion", "answers");
    // Profiles are read one by one, also from a path of their own.
    let others = parts.catalogue.profiles.iter();
    let others: Vec<Name> = others.map(|(id, profile)| parts.name(id.as_str(), &profile.title)).collect();
    let extends = any([words(&others), id()]);
    let knock_outs = any([json!({ "enum": KnockOutWord::IDS }), list(&parts.criterion_id(), 0)]);
    let mut made = parts.object(
        &keys::PROFILE,
        &[
            ("extends", extends),
            ("themes", parts.keyed(themes)),
            ("weights", parts.keyed(weights)),
            ("require", mappings(&requirement)),
            ("knock-outs", knock_outs),
            ("evidence", parts.object(&keys::EVIDENCE_RULE, &[])),
            ("formerly", one_or_list(&id(), 0)),
        ],
    );
    made["$defs"] = parts.conditions().into();
    made
}

impl Parts<'_> {
    /// What a rule asks of the need.
    pub(super) fn need_rule(&self) -> Value {
        let mut bounds = self.object(&keys::NEED_BOUNDS, &[]);
        bounds["minProperties"] = json!(1);
        let values = NeedField::ALL.map(|field| match field.form() {
            NeedForm::Number => (field.id(), bounds.clone()),
            NeedForm::Word(known) | NeedForm::Words(known) => {
                (field.id(), one_or_list(&json!({ "enum": known }), 1))
            }
        });
        let mut made = self.object(&keys::NEED_RULE, &values);
        made["minProperties"] = json!(1);
        made
    }

    /// The need of a dossier.
    pub(super) fn need(&self) -> Value {
        let hosting = json!({ "enum": Hosting::IDS });
        let words = NeedField::ALL.into_iter().filter_map(|field| match field.form() {
            NeedForm::Words(words) => Some((field.id(), one_or_list(&json!({ "enum": words }), 1))),
            NeedForm::Word(_) | NeedForm::Number => None,
        });
        let values: Vec<(&str, Value)> = words.chain([("hosting", one_or_list(&hosting, 1))]).collect();
        self.object(&keys::NEED, &values)
    }
}
