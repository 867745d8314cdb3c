//! Shapes, tables of keys and closed lists of words, as schemas.

use serde_json::{Map, Value, json};

use crate::load::keys::{self, Shape, Table};
use crate::load::reader::fields::LARGEST_NUMBER;
use crate::load::reader::values::LONGEST_ADDRESS;
use crate::model::{Catalogue, Id, Localized};
use crate::text::Lang;

/// The pattern of an id, without its ends.
const ID: &str = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
const DAY: &str = "-(0[1-9]|[12][0-9]|3[01])";
const MONTH: &str = "[0-9]{4}-(0[1-9]|1[0-2])";
/// A plain host name, and behind it what a person can open without risk.
const ADDRESS: &str = r#"^https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]+)?([/?#][^\s<>"\\`{}|^]*)?$"#;

/// What every schema is made of.
pub(super) struct Parts<'c> {
    pub(super) catalogue: &'c Catalogue,
    pub(super) lang: Lang,
    /// Whether ids that the data lacks may exist all the same.
    pub(super) open: bool,
    /// Whether texts must be in both languages (under criteria/).
    both: bool,
}

/// A reference to a definition of the same schema.
pub(super) fn defined(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// Any text; YAML takes some texts for numbers or truths, and here they are texts.
pub(super) fn text() -> Value {
    json!({ "type": ["string", "number", "boolean"], "pattern": "\\S" })
}

/// An id that is not in any list. `true` can be one, and YAML takes it for a truth.
pub(super) fn id() -> Value {
    json!({ "type": ["string", "boolean"], "pattern": format!("^{ID}$"), "minLength": 2, "maxLength": 64 })
}

/// A product, or a variant of it.
pub(super) fn candidate() -> Value {
    json!({ "type": ["string", "boolean"], "pattern": format!("^{ID}(/{ID})?$") })
}

/// A whole number from 0 to `most`, also between quotes.
pub(super) fn number(most: u64) -> Value {
    any([
        json!({ "type": "integer", "minimum": 0, "maximum": most }),
        json!({ "type": "string", "pattern": "^(0|[1-9][0-9]*)$" }),
    ])
}

/// What meets at least one of these.
pub(super) fn any(of: impl IntoIterator<Item = Value>) -> Value {
    json!({ "anyOf": of.into_iter().collect::<Vec<_>>() })
}

/// A list of different items, at least `least`.
pub(super) fn list(items: &Value, least: u64) -> Value {
    json!({ "type": "array", "items": items, "uniqueItems": true, "minItems": least })
}

/// One item, or a list of different ones, at least `least`.
pub(super) fn one_or_list(item: &Value, least: u64) -> Value {
    any([item.clone(), list(item, least)])
}

/// A list of mappings, which may look alike.
pub(super) fn mappings(item: &Value) -> Value {
    json!({ "type": "array", "items": item })
}

/// Keys that are ids of the writer's own, each with such a value.
pub(super) fn by_id(value: &Value, least: u64) -> Value {
    // Keys are always texts.
    let names = json!({ "type": "string", "pattern": format!("^{ID}$"), "minLength": 2, "maxLength": 64 });
    json!({ "type": "object", "propertyNames": names, "additionalProperties": value, "minProperties": least })
}

/// Exactly one of these keys is there.
pub(super) fn one_of_keys(of: &[&str]) -> Value {
    of.iter().map(|key| json!({ "required": [key] })).collect()
}

/// A fixed word with what it means. `true` and `false` can be ids, and YAML then takes
/// them for truths.
fn word(name: &Name) -> Value {
    let id = name.id.as_str();
    let made = match id {
        "true" | "false" => json!({ "enum": [id, id == "true"] }),
        _ => json!({ "const": id }),
    };
    explained(made, name)
}

/// A value that a name explains.
fn explained(mut value: Value, name: &Name) -> Value {
    value["description"] = json!(name.about);
    if name.is_old {
        value["deprecated"] = json!(true);
    }
    value
}

/// A name that can be written.
pub(super) struct Name {
    pub(super) id: String,
    /// What it means.
    pub(super) about: String,
    /// Whether another name took its place.
    pub(super) is_old: bool,
}

/// One of a closed list of words. `true` and `false` can be such words, and YAML then
/// takes them for truths.
fn closed(words: &[&str]) -> Value {
    let truths =
        words.iter().filter(|word| matches!(**word, "true" | "false")).map(|word| json!(*word == "true"));
    json!({ "enum": words.iter().map(|word| json!(word)).chain(truths).collect::<Vec<_>>() })
}

/// One of these words.
pub(super) fn words(names: &[Name]) -> Value {
    json!({ "oneOf": names.iter().map(word).collect::<Vec<_>>() })
}

impl<'c> Parts<'c> {
    pub(super) fn new(catalogue: &'c Catalogue, lang: Lang, open: bool) -> Parts<'c> {
        Parts { catalogue, lang, open, both: false }
    }

    /// The same, for files whose texts must be in both languages.
    pub(super) fn both(&self) -> Parts<'c> {
        Parts { both: true, ..*self }
    }

    /// One of the ids that the data has; of unsound data also another.
    pub(super) fn known(&self, names: &[Name]) -> Value {
        self.known_or(names, id())
    }

    /// The same, where another is not an id.
    pub(super) fn known_or(&self, names: &[Name], other: Value) -> Value {
        match names {
            [] => other,
            _ if self.open => any([words(names), other]),
            _ => words(names),
        }
    }

    /// The keys that the data has, each with its value; of unsound data also others.
    pub(super) fn keyed(&self, entries: impl IntoIterator<Item = (Name, Value)>) -> Value {
        let mut properties = Map::new();
        for (name, value) in entries {
            let value = explained(value, &name);
            properties.insert(name.id, value);
        }
        json!({ "type": "object", "properties": properties, "additionalProperties": self.open })
    }

    /// A name with what it means.
    pub(super) fn name(&self, id: &str, about: &Localized) -> Name {
        Name { id: id.to_owned(), about: about.get(self.lang).to_owned(), is_old: false }
    }

    /// An id with its description, and its earlier ids.
    pub(super) fn names(&self, id: &Id, about: String, formerly: &[Id]) -> Vec<Name> {
        let now = match self.lang {
            Lang::Nl => format!("heet nu `{id}`"),
            Lang::En => format!("is now called `{id}`"),
        };
        let old =
            formerly.iter().map(|old| Name { id: old.as_str().to_owned(), about: now.clone(), is_old: true });
        let current = Name { id: id.as_str().to_owned(), about, is_old: false };
        std::iter::once(current).chain(old).collect()
    }

    /// A text in one or both languages.
    pub(super) fn localized(&self) -> Value {
        self.text_with(&keys::LOCALIZED, &[])
    }

    /// A text in one or both languages that may have more keys beside it.
    pub(super) fn text_with(&self, table: &Table, values: &[(&str, Value)]) -> Value {
        let mut pair = self.object(table, values);
        if self.both {
            pair["required"] = json!(["nl", "en"]);
            return pair;
        }
        any([text(), pair])
    }

    /// Laws and sources, which may be in Dutch only.
    pub(super) fn grounds(&self) -> Value {
        mappings(&Parts { both: false, ..*self }.localized())
    }

    /// The value of a key by its shape alone.
    fn shape(&self, shape: Shape) -> Value {
        match shape {
            Shape::Text => text(),
            Shape::Id => id(),
            Shape::Date => {
                json!({ "type": "string", "format": "date", "pattern": format!("^{MONTH}{DAY}$") })
            }
            Shape::DayOrMonth => json!({ "type": "string", "pattern": format!("^{MONTH}({DAY})?$") }),
            Shape::Address => json!({ "type": "string", "pattern": ADDRESS, "maxLength": LONGEST_ADDRESS }),
            Shape::Number => number(LARGEST_NUMBER),
            Shape::Word(words) => closed(words),
            Shape::Localized => self.localized(),
            Shape::Mapping => json!({ "type": "object" }),
            Shape::List => json!({ "type": "array" }),
            Shape::OneOrList => one_or_list(&text(), 0),
            Shape::Condition => json!({}),
            Shape::TextOrMapping => json!({ "type": ["string", "object"] }),
        }
    }

    /// A mapping with the keys of a table. `values` says of some keys what their shape
    /// does not.
    pub(super) fn object(&self, table: &Table, values: &[(&str, Value)]) -> Value {
        self.object_with(table, values, &[])
    }

    /// The same, without some of the keys.
    pub(super) fn object_with(&self, table: &Table, values: &[(&str, Value)], without: &[&str]) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for key in table.keys.iter().filter(|key| !without.contains(&key.name)) {
            let given = values.iter().find(|(name, _)| *name == key.name).map(|(_, value)| value.clone());
            let mut value = given.unwrap_or_else(|| self.shape(key.shape));
            value["description"] = json!(key.about.get(self.lang));
            properties.insert(key.name.to_owned(), value);
            if key.required {
                required.push(key.name);
            }
        }
        json!({
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    }
}
