//! The checklist, the triage, and a dossier.

use serde_json::{Map, Value, json};

use super::parts::{
    Name, Parts, any, by_id, candidate, defined, id, mappings, one_of_keys, one_or_list, text, words,
};
use crate::load::keys;
use crate::model::{Choice, Id, Localized, Step, StepForm, WriteDown, WriteDownWord};
use crate::text::Vocabulary as _;

/// The headings of the checklist.
pub(super) fn headings(parts: &Parts<'_>) -> Value {
    by_id(&parts.both().object(&keys::HEADING, &[]), 0)
}

/// An item of the checklist.
pub(super) fn item(parts: &Parts<'_>) -> Value {
    let parts = &parts.both();
    let headings = parts.catalogue.headings.iter();
    let headings: Vec<Name> = headings.map(|(id, heading)| parts.name(id.as_str(), &heading.title)).collect();
    parts.object(
        &keys::ITEM,
        &[
            ("under", parts.known(&headings)),
            ("applies-to", parts.applies_to()),
            ("need", parts.need_rule()),
            ("while", parts.premise()),
            ("grounds", parts.grounds()),
            ("from", parts.from()),
            ("answered-by", one_or_list(&parts.criterion_id(), 0)),
            ("formerly", one_or_list(&id(), 0)),
        ],
    )
}

/// A step of the triage.
pub(super) fn step(parts: &Parts<'_>) -> Value {
    let parts = &parts.both();
    let choices = by_id(&parts.localized(), 1);
    let mut answers =
        parts.object(&keys::STEP_ANSWERS, &[("go-on", choices.clone()), ("stop", choices.clone())]);
    answers["minProperties"] = json!(1);
    let mut made = parts.object(
        &keys::STEP,
        &[
            ("applies-to", parts.applies_to()),
            ("while", parts.premise()),
            ("grounds", parts.grounds()),
            ("from", parts.from()),
            ("write-down", any([json!({ "enum": WriteDownWord::IDS }), choices])),
            ("one-of", answers),
            ("allows", parts.criterion_id()),
            ("formerly", one_or_list(&id(), 0)),
        ],
    );
    made["oneOf"] = json!([
        { "required": ["one-of"], "not": { "anyOf": one_of_keys(&["allows", "unless-written"]) } },
        { "required": ["allows"], "not": { "required": ["one-of"] } },
    ]);
    made["allOf"] = parts.fitting("allows", "unless-written");
    made["$defs"] = parts.conditions().into();
    made
}

/// A dossier.
pub(super) fn dossier(parts: &Parts<'_>) -> Value {
    let exam = parts.object(&keys::EXAM, &[("steps", parts.keyed(steps(parts)))]);
    let covered = one_or_list(&defined("candidate"), 0);
    let own_work = parts.criteria().map(|(criterion, name)| {
        let record = parts.stated(&keys::OWN_WORK, criterion, &[("for", covered.clone())]);
        (name, mappings(&record))
    });
    let criteria: Vec<Name> = parts.criteria().map(|(_, name)| name).collect();
    let about = one_or_list(&parts.known(&criteria), 0);
    let asked = parts.object(&keys::ASKED, &[("for", covered.clone()), ("about", about)]);
    let mut choice =
        parts.object(&keys::CHOICE, &[("alternative", defined("candidate")), ("instead", instead(parts))]);
    choice["oneOf"] = one_of_keys(&["alternative", "instead"]);
    let mut made = parts.object(
        &keys::DOSSIER,
        &[
            ("kind", parts.kind()),
            ("need", parts.need()),
            ("checklist", parts.keyed(items(parts))),
            ("triage", by_id(&exam, 0)),
            ("candidates", covered.clone()),
            ("in-use", covered.clone()),
            ("own-work", parts.keyed(own_work)),
            ("asked", mappings(&asked)),
            ("consulted", mappings(&parts.object(&keys::CONSULTED, &[]))),
            ("choice", choice),
        ],
    );
    let mut definitions: Map<String, Value> = parts.answers();
    definitions.extend(parts.conditions());
    definitions.insert("candidate".to_owned(), candidates(parts));
    definitions.insert("item".to_owned(), parts.object(&keys::ITEM_RECORD, &[]));
    made["$defs"] = definitions.into();
    made
}

fn items(parts: &Parts<'_>) -> impl Iterator<Item = (Name, Value)> {
    parts.catalogue.checklist.values().flat_map(|item| {
        let about = format!("{}: {}", item.title.get(parts.lang), item.done_when.get(parts.lang));
        parts.names(&item.id, about, &item.formerly).into_iter().map(|name| (name, defined("item")))
    })
}

fn steps(parts: &Parts<'_>) -> impl Iterator<Item = (Name, Value)> {
    parts.catalogue.steps.values().flat_map(|step| {
        let about = format!("{}: {}", step.title.get(parts.lang), step.ask.get(parts.lang));
        let record = record(parts, step);
        parts.names(&step.id, about, &step.formerly).into_iter().map(move |name| (name, record.clone()))
    })
}

/// The answer to a step, with what is written down.
fn record(parts: &Parts<'_>, step: &Step) -> Value {
    let plain = |(id, about): (&Id, &Localized)| (parts.name(id.as_str(), about), text());
    let written = match &step.write_down {
        WriteDown::Questions(questions) => parts.keyed(questions.iter().map(plain)),
        WriteDown::Instead => {
            parts.keyed(parts.catalogue.instead.iter().map(|(id, one)| plain((id, &one.title))))
        }
    };
    let (key, other, value) = match &step.form {
        StepForm::OneOf(answers) => {
            let name = |(choice, _): &(Choice, bool)| parts.name(choice.id.as_str(), &choice.text);
            ("answer", "allow", words(&answers.iter().map(name).collect::<Vec<Name>>()))
        }
        StepForm::Allows { criterion, .. } => {
            let criterion = parts.catalogue.criterion(*criterion);
            let condition = criterion.map_or(json!({}), |one| defined(&format!("condition-{}", one.id)));
            ("allow", "answer", condition)
        }
    };
    let mut made = parts.object_with(&keys::STEP_RECORD, &[(key, value), ("written", written)], &[other]);
    made["required"] = json!([key]);
    made
}

fn instead(parts: &Parts<'_>) -> Value {
    let all = parts.catalogue.instead.iter().map(|(id, one)| parts.name(id.as_str(), &one.title));
    parts.known(&all.collect::<Vec<Name>>())
}

/// The products and their variants, also by earlier ids.
fn candidates(parts: &Parts<'_>) -> Value {
    let mut all: Vec<Name> = Vec::new();
    for product in &parts.catalogue.products {
        for name in parts.names(&product.id, product.name.to_string(), &product.formerly) {
            // A product can be of two kinds.
            if all.iter().any(|known| known.id == name.id) {
                continue;
            }
            all.extend(product.variants.iter().map(|variant| Name {
                id: format!("{}/{}", name.id, variant.id),
                about: format!("{}: {}", product.name, variant.name),
                is_old: name.is_old,
            }));
            all.push(name);
        }
    }
    parts.known_or(&all, candidate())
}
