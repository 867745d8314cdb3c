//! The need of a dossier, and the conditions of rules on it.

use crate::load::codes;
use crate::load::keys::{self, Shape};
use crate::load::reader::fields::{LARGEST_NUMBER, Reader, start_of};
use crate::model::{Hosting, Need, NeedCondition, NeedField, NeedForm, NeedValue, Set};
use crate::say;
use crate::text::lang::either;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};
use crate::text::{Diagnostic, Lang, Message, Vocabulary as _};

/// The prefix of a field of the need that is given instead of a number.
const PREFIX: &str = "need.";

/// The message for a word that is not among these.
fn unknown(words: &[&str]) -> impl Fn(&str) -> Message {
    let names: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    let (nl, en) = (either(Lang::Nl, &names), either(Lang::En, &names));
    move |shown| say!("hier hoort {nl}, niet {shown}", "{en} is expected here, not {shown}")
}

/// Reads the need of a dossier.
pub(crate) fn need(reader: &mut Reader, node: Node<'_, '_>) -> Need {
    let mut found = Need::default();
    let Some(fields) = reader.mapping(node, &keys::NEED) else { return found };
    found.purpose = fields.get("purpose").map(|node| node.text().to_owned());
    if let Some(node) = fields.get("hosting") {
        let set = reader.members(node, Hosting::IDS, &codes::UNKNOWN_WORD, unknown(Hosting::IDS));
        found.hosting = (!set.is_empty()).then_some(set);
    }
    for field in NeedField::ALL {
        let Some(node) = fields.get(field.id()) else { continue };
        let value = match field.form() {
            NeedForm::Word(words) => reader.word_of(node, words).map(|word| NeedValue::Words(Set::one(word))),
            NeedForm::Words(words) => {
                let set = reader.members(node, words, &codes::UNKNOWN_WORD, unknown(words));
                (!set.is_empty()).then_some(NeedValue::Words(set))
            }
            NeedForm::Number => {
                reader.number(node, LARGEST_NUMBER, &codes::BAD_NUMBER).map(NeedValue::Number)
            }
        };
        found.fields.extend(value.map(|value| (field, value)));
    }
    if found.contradicts_itself() {
        let place = fields.key_place(NeedField::Youngest.id()).unwrap_or(node.place());
        reader.report(&codes::NEED_CONTRADICTION, place, codes::NEED_CONTRADICTION.title.into());
    }
    found
}

/// Reads the conditions of a rule on the need; all of them must hold.
pub(crate) fn conditions(reader: &mut Reader, node: Node<'_, '_>) -> Vec<(NeedField, NeedCondition)> {
    let Some(fields) = reader.mapping(node, &keys::NEED_RULE) else { return Vec::new() };
    if node.pairs().next().is_none() {
        let message = say!("een lege situatie zegt niets", "an empty situation says nothing");
        reader.report(&codes::NOTHING_INSIDE, start_of(node), message);
    }
    let mut found = Vec::new();
    for field in NeedField::ALL {
        let Some(node) = fields.get(field.id()) else { continue };
        let condition = match field.form() {
            NeedForm::Number => bounds(reader, node),
            NeedForm::Word(words) | NeedForm::Words(words) => {
                if node.kind() == Kind::Mapping {
                    reader.expect(node, Kind::List, Shape::OneOrList);
                    continue;
                }
                let set = reader.members(node, words, &codes::UNKNOWN_WORD, unknown(words));
                (!set.is_empty()).then_some(NeedCondition::Any(set))
            }
        };
        found.extend(condition.map(|condition| (field, condition)));
    }
    found
}

fn bounds(reader: &mut Reader, node: Node<'_, '_>) -> Option<NeedCondition> {
    let fields = reader.mapping(node, &keys::NEED_BOUNDS)?;
    let mut number =
        |key: &str| fields.get(key).and_then(|node| reader.number(node, LARGEST_NUMBER, &codes::BAD_NUMBER));
    let (at_least, at_most) = (number("at-least"), number("at-most"));
    if at_least.is_none() && at_most.is_none() {
        if node.pairs().next().is_none() {
            let message = say!("een lege grens zegt niets", "an empty bound says nothing");
            reader.report(&codes::NOTHING_INSIDE, start_of(node), message);
        }
        return None;
    }
    if at_least.zip(at_most).is_some_and(|(least, most)| least > most) {
        let message = say!("`at-least` is groter dan `at-most`", "`at-least` is larger than `at-most`");
        reader.report(&codes::BAD_CONDITION, start_of(node), message);
        return None;
    }
    Some(NeedCondition::Within { at_least, at_most })
}

/// Whether a text names a field of the need instead of a number:
/// `need.group-size`.
pub(super) fn is_reference(node: Node<'_, '_>) -> bool {
    node.kind() == Kind::Text && node.text().starts_with(PREFIX)
}

/// The field of the need that supplies a number.
pub(super) fn reference(reader: &mut Reader, node: Node<'_, '_>) -> Option<NeedField> {
    let name = node.text().strip_prefix(PREFIX)?;
    let numbers = NeedField::ALL.into_iter().filter(|field| field.form() == NeedForm::Number);
    let found = numbers.clone().find(|field| field.id() == name);
    if found.is_none() {
        let shown = quoted(node.text());
        let names: Vec<String> = numbers.map(|field| format!("`{PREFIX}{}`", field.id())).collect();
        let message = say!("{shown} is geen getal uit het dossier", "{shown} is not a number of the dossier");
        let help = say!(
            "het kan zijn: {nl}",
            "it can be: {en}",
            nl = either(Lang::Nl, &names),
            en = either(Lang::En, &names)
        );
        reader.add(Diagnostic::new(&codes::UNKNOWN_NEED, node.place(), message).help(help));
    }
    found
}
