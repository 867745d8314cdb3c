//! Kinds, themes, criteria, migrations, the sentences of the AP, and what can be done
//! instead of a product.

use serde_json::{Map, Value, json};

use super::answers::PERCENTAGE;
use super::parts::{Name, Parts, any, by_id, id, mappings, one_of_keys, one_or_list, text};
use crate::load::keys;
use crate::load::products::LONGEST_QUOTE;
use crate::model::{GroupBy, Level, Set, Worth};

/// The kinds.
pub(super) fn kinds(parts: &Parts<'_>) -> Value {
    let parts = &parts.both();
    let group_by = any([json!({ "const": GroupBy::HOSTING }), parts.criterion_id()]);
    by_id(&parts.object(&keys::KIND, &[("group-by", group_by)]), 0)
}

/// The themes.
pub(super) fn themes(parts: &Parts<'_>) -> Value {
    by_id(&parts.both().object(&keys::THEME, &[]), 0)
}

/// The premises.
pub(super) fn premises(parts: &Parts<'_>) -> Value {
    let parts = &parts.both();
    let mut holds = parts.object(&keys::HOLDS, &[]);
    holds["minProperties"] = json!(1);
    let mut quote = text();
    quote["maxLength"] = json!(LONGEST_QUOTE);
    let mut source = parts.object(&keys::PREMISE_SOURCE, &[("quote", quote)]);
    source["not"] = json!({ "required": ["quote", "shows"] });
    let mut sources = mappings(&source);
    sources["minItems"] = json!(1);
    let values = [("holds", holds), ("sources", sources), ("formerly", one_or_list(&id(), 0))];
    by_id(&parts.object(&keys::PREMISE, &values), 0)
}

/// A criterion.
pub(super) fn criterion(parts: &Parts<'_>) -> Value {
    let parts = &parts.both();
    let action = parts.text_with(&keys::ACTION, &[]);
    let choices = |action| {
        let mut made = by_id(&parts.given(action), 1);
        made["maxProperties"] = json!(Set::MOST);
        made
    };
    let mut options = by_id(&parts.option(parts.text_with(&keys::OPTION_ACTION, &[])), 1);
    options["maxProperties"] = json!(Set::MOST);
    let unit = parts.text_with(&keys::UNIT, &[("do", action.clone())]);
    let choices = choices(action);
    let values = [("when", parts.own_condition()), ("while", parts.premise())];
    let knock_out = parts.object(&keys::KNOCK_OUT, &values);
    let rung = any([json!({ "const": "otherwise" }), parts.own_condition()]);
    let mut made = parts.object(
        &keys::CRITERION,
        &[
            ("applies-to", parts.applies_to()),
            ("grounds", parts.grounds()),
            ("from", parts.from()),
            ("shelf-life", json!({ "type": "string", "pattern": "^[0-9]+ months?$" })),
            ("one-of", by_level(&choices)),
            ("any-of", options),
            ("number", unit),
            ("named", choices),
            ("levels", by_level(&rung)),
            ("knock-out", mappings(&knock_out)),
            ("formerly", one_or_list(&id(), 0)),
        ],
    );
    made["oneOf"] = one_of_keys(&["one-of", "any-of", "number"]);
    made["dependentRequired"] = json!({ "any-of": ["levels"], "number": ["levels"], "named": ["number"] });
    made["dependentSchemas"] = json!({ "levels": { "not": { "required": ["one-of"] } } });
    made
}

/// The levels, each with such a value.
fn by_level(value: &Value) -> Value {
    let names = Level::NAMES.into_iter().chain([Worth::OWN_WORK]);
    let properties: Map<String, Value> = names.map(|name| (name.to_owned(), value.clone())).collect();
    json!({
        "type": "object",
        "properties": properties,
        "patternProperties": { PERCENTAGE: value },
        "additionalProperties": false,
        "minProperties": 1,
    })
}

/// A migration.
pub(super) fn migration(parts: &Parts<'_>) -> Value {
    let parts = &parts.both();
    let mut former = parts.object(&keys::FORMER, &[("becomes", id())]);
    former["minProperties"] = json!(1);
    let old = parts.keyed(parts.criteria().map(|(_, name)| (name, by_id(&former, 0))));
    let added = parts.keyed(parts.criteria().map(|(_, name)| (name, one_or_list(&id(), 0))));
    parts.object(&keys::MIGRATION, &[("criteria", old), ("added", added)])
}

/// A document of the AP with its sentences.
pub(super) fn sentences(parts: &Parts<'_>) -> Value {
    let parts = &parts.both();
    let sentences = json!({
        "type": "object",
        "propertyNames": sentence_id(),
        "additionalProperties": parts.object(&keys::SENTENCE, &[]),
    });
    parts.object(&keys::SENTENCES, &[("sentences", sentences)])
}

fn sentence_id() -> Value {
    json!({ "type": "string", "pattern": "^S[0-9]+-[A-Za-z0-9]+$", "maxLength": 16 })
}

/// What can be done instead of a product.
pub(super) fn alternatives(parts: &Parts<'_>) -> Value {
    let parts = &parts.both();
    let instead = parts.object(&keys::INSTEAD, &[("from", parts.from())]);
    parts.object(
        &keys::ALTERNATIVES,
        &[("applies-to", parts.applies_to()), ("alternatives", by_id(&instead, 0))],
    )
}

impl Parts<'_> {
    /// An answer, with what it rests on.
    fn given(&self, action: Value) -> Value {
        let level =
            any([json!({ "enum": Level::NAMES }), json!({ "type": "string", "pattern": PERCENTAGE })]);
        let values = [("while", self.premise()), ("else", level), ("do", action)];
        let mut given = self.object(&keys::CRITERION_ANSWER, &values);
        given["required"] = json!(["nl", "en"]);
        given["dependentRequired"] = json!({ "else": ["while"] });
        given
    }

    /// An option of `any-of`, which rests on nothing.
    fn option(&self, action: Value) -> Value {
        let mut option = self.text_with(&keys::CRITERION_ANSWER, &[("do", action)]);
        if let Some(properties) = option["properties"].as_object_mut() {
            properties.retain(|name, _| name != "while" && name != "else");
        }
        option
    }

    /// The id of a premise.
    pub(super) fn premise(&self) -> Value {
        let all = self.catalogue.premises.iter();
        let all =
            all.flat_map(|(id, one)| self.names(id, one.title.get(self.lang).to_owned(), &one.formerly));
        self.known(&all.collect::<Vec<Name>>())
    }

    /// The id of a kind.
    pub(super) fn kind(&self) -> Value {
        let all = self.catalogue.kinds.iter().map(|(id, kind)| self.name(id.as_str(), &kind.title));
        self.known(&all.collect::<Vec<Name>>())
    }

    /// The kinds that something applies to.
    pub(super) fn applies_to(&self) -> Value {
        one_or_list(&self.kind(), 1)
    }

    /// The sentences of the AP that something comes from. Data without sentences may
    /// name any.
    pub(super) fn from(&self) -> Value {
        let all = self.catalogue.sentences.iter().map(|(id, sentence)| self.name(id, &sentence.says));
        json!({
            "type": "array",
            "items": self.known_or(&all.collect::<Vec<Name>>(), text()),
            "uniqueItems": true,
        })
    }
}
