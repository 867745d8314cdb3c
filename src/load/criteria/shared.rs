//! What several kinds of file under `criteria/` have in common: the kinds that
//! they apply to, what they rest on, and choices.

use indexmap::IndexMap;

use crate::load::codes;
use crate::load::keys::Shape;
use crate::load::reader::fields::{Fields, Reader, start_of};
use crate::model::{Action, Choice, Localized, Rests, Sentence, Set};
use crate::say;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};

/// The kinds that something applies to.
pub(crate) fn applies_to(reader: &mut Reader, fields: &Fields<'_, '_>, kinds: &[&str]) -> Set {
    fields.get("applies-to").map_or(Set::EMPTY, |node| {
        reader.members(node, kinds, &codes::UNKNOWN_KIND, |shown| {
            say!("de soort {shown} bestaat niet", "the kind {shown} does not exist")
        })
    })
}

/// Laws and sources.
pub(crate) fn grounds(reader: &mut Reader, fields: &Fields<'_, '_>) -> Vec<Localized> {
    let Some(node) = fields.get("grounds") else { return Vec::new() };
    // The name of a law may be in Dutch only: plain text is allowed here.
    let both = std::mem::replace(&mut reader.both_languages, false);
    let found = node.items().filter_map(|item| reader.localized(item)).collect();
    reader.both_languages = both;
    found
}

/// Reads the ids of sentences. If the data has sentences, the ids must exist.
pub(crate) fn references(
    reader: &mut Reader,
    node: Option<Node<'_, '_>>,
    known: &IndexMap<String, Sentence>,
) -> Vec<String> {
    let mut found = Vec::new();
    for item in node.map(|node| reader.one_or_list(node)).unwrap_or_default() {
        if !known.is_empty() && !known.contains_key(item.text()) {
            let shown = quoted(item.text());
            let message = say!("de zin {shown} bestaat niet", "the sentence {shown} does not exist");
            reader.not_among(
                &codes::UNKNOWN_SENTENCE,
                item.place(),
                message,
                item.text(),
                known.keys().map(String::as_str),
            );
        }
        found.push(item.text().to_owned());
    }
    found
}

/// Reports a question without answers.
pub(super) fn empty_question(reader: &mut Reader, node: Node<'_, '_>) {
    if node.pairs().next().is_none() {
        reader.report(
            &codes::NOTHING_INSIDE,
            start_of(node),
            say!("hier staan geen antwoorden", "there are no answers here"),
        );
    }
}

/// What is written at something to choose from.
pub(super) struct Worded {
    pub(super) text: Localized,
    pub(super) action: Option<Box<Action>>,
    pub(super) rests: Option<Rests>,
}

impl Worded {
    /// Words and nothing else.
    pub(super) fn only(text: Localized) -> Worded {
        Worded { text, action: None, rests: None }
    }
}

/// Things to choose from, each with an id and a text.
pub(crate) fn choices(reader: &mut Reader, node: Node<'_, '_>) -> Vec<Choice> {
    choices_by(reader, node, |reader, value| Some(Worded::only(reader.localized(value)?)))
}

/// Things to choose from, each with an id and what `read` finds at it.
pub(super) fn choices_by(
    reader: &mut Reader,
    node: Node<'_, '_>,
    mut read: impl FnMut(&mut Reader, Node<'_, '_>) -> Option<Worded>,
) -> Vec<Choice> {
    let mut found = Vec::new();
    for (key, value) in node.pairs() {
        let id = reader.id(key);
        let worded = if value.kind() == Kind::List {
            reader.expect(value, Kind::Mapping, Shape::Localized);
            None
        } else {
            (value.kind() != Kind::Broken).then(|| read(reader, value)).flatten()
        };
        if let (Some(id), Some(Worded { text, action, rests })) = (id, worded) {
            found.push(Choice { id, text, action, rests });
        }
    }
    empty_question(reader, node);
    too_many(reader, node, found.len());
    found.truncate(Set::MOST);
    found
}

/// Reports more answers than a question can have.
pub(super) fn too_many(reader: &mut Reader, node: Node<'_, '_>, count: usize) {
    if count > Set::MOST {
        reader.report(
            &codes::TOO_MANY,
            start_of(node),
            say!(
                "dit zijn {count} antwoorden; hooguit 64 kan",
                "there are {count} answers; at most 64 are possible"
            ),
        );
    }
}
