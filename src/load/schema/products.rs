//! Vendor files.

use serde_json::{Map, Value, json};

use super::parts::{Parts, any, by_id, defined, id, mappings, one_of_keys, one_or_list, text};
use crate::load::keys;
use crate::load::products::LONGEST_QUOTE;
use crate::model::{Criterion, Grade};

/// A product.
pub(super) fn product(parts: &Parts<'_>) -> Value {
    let mut made = parts.object(
        &keys::VENDOR,
        &[
            ("variants", by_id(&parts.object(&keys::VARIANT, &[]), 1)),
            ("sources", sources(parts)),
            ("facts", facts(parts, false)),
            ("context", mappings(&parts.object(&keys::CONTEXT, &[]))),
            ("retired", parts.object(&keys::RETIRED, &[])),
            ("formerly", one_or_list(&id(), 0)),
        ],
    );
    // A draft may lack some keys.
    let now: Vec<&str> = keys::VENDOR.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let now: Vec<&str> = now.into_iter().filter(|name| !keys::LATER.contains(name)).collect();
    made["required"] = json!(now);
    made["if"] = json!({ "properties": { "draft": { "enum": [true, "true"] } }, "required": ["draft"] });
    made["else"] = json!({ "required": keys::LATER });
    made["$defs"] = definitions(parts);
    made
}

/// An amendment to a product.
pub(super) fn amendment(parts: &Parts<'_>) -> Value {
    let mut made = parts.object(
        &keys::AMENDMENT,
        &[
            ("variants", by_id(&parts.object(&keys::VARIANT, &[]), 0)),
            ("sources", sources(parts)),
            ("facts", facts(parts, true)),
        ],
    );
    made["$defs"] = definitions(parts);
    made
}

fn sources(parts: &Parts<'_>) -> Value {
    let reviewed = parts.object(&keys::REVIEWED, &[]);
    let mut source = parts.object(&keys::SOURCE, &[("reviewed", reviewed)]);
    // A pledge is filed, and anything else has an address.
    let without = |names: &[&str]| -> Map<String, Value> {
        names.iter().map(|name| ((*name).to_owned(), json!(false))).collect()
    };
    source["if"] =
        json!({ "properties": { "grade": { "const": Grade::Pledged.id() } }, "required": ["grade"] });
    source["then"] = json!({ "required": ["filed"], "properties": without(&["url", "archived"]) });
    source["else"] = json!({ "required": ["url"], "properties": without(&["filed"]) });
    by_id(&source, 0)
}

/// The variants that something covers: all, or some of the file's own.
fn variants() -> Value {
    any([json!({ "const": "all" }), one_or_list(&id(), 1)])
}

fn definitions(parts: &Parts<'_>) -> Value {
    let mut found = parts.answers();
    found.insert("text".to_owned(), parts.localized());
    found.insert("variants".to_owned(), variants());
    found.insert("reply".to_owned(), parts.object(&keys::REPLY, &[]));
    found.insert("disputed".to_owned(), parts.object(&keys::DISPUTED, &[]));
    found.into()
}

fn facts(parts: &Parts<'_>, amends: bool) -> Value {
    parts.keyed(parts.criteria().map(|(criterion, name)| (name, fact(parts, criterion, amends))))
}

fn fact(parts: &Parts<'_>, criterion: &Criterion, amends: bool) -> Value {
    let shared = [("for", defined("variants")), ("unknown", defined("text")), ("note", defined("text"))];
    let answer = parts.stated(&keys::ANSWER, criterion, &shared);
    let mut quote = text();
    quote["maxLength"] = json!(LONGEST_QUOTE);
    let says = one_or_list(&defined(&format!("answer-{}", criterion.id)), 0);
    let mut evidence = parts.object(
        &keys::EVIDENCE,
        &[("for", defined("variants")), ("says", says), ("quote", quote), ("shows", defined("text"))],
    );
    evidence["oneOf"] = one_of_keys(&["quote", "shows"]);
    let mut answers = mappings(&answer);
    answers["minItems"] = json!(1);
    let mut made = parts.object(
        &keys::FACT,
        &[
            ("because", defined("text")),
            ("answers", answers),
            ("evidence", mappings(&evidence)),
            ("reply", defined("reply")),
            ("disputed", defined("disputed")),
        ],
    );
    if amends {
        made["required"] = json!(["because", "answers"]);
    }
    made
}
