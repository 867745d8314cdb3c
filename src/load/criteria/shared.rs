//! What several kinds of file under `criteria/` have in common: the kinds that
//! they apply to, what they rest on, and choices.

use indexmap::IndexMap;

use crate::load::codes;
use crate::load::keys::Shape;
use crate::load::reader::fields::{Fields, Reader, start_of};
use crate::model::{Action, Choice, Localized, Sentence, Set};
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

/// Things to choose from, each with an id.
pub(crate) fn choices(reader: &mut Reader, node: Node<'_, '_>) -> Vec<Choice> {
    choices_by(reader, node, |reader, value| Some((reader.localized(value)?, None)))
}

/// The same, where `read` gives the words of each and what an institution does with it.
pub(super) fn choices_by(
    reader: &mut Reader,
    node: Node<'_, '_>,
    read: impl Fn(&mut Reader, Node<'_, '_>) -> Option<(Localized, Option<Box<Action>>)>,
) -> Vec<Choice> {
    let mut found = Vec::new();
    for (key, value) in node.pairs() {
        let id = reader.id(key);
        let said = if value.kind() == Kind::List {
            reader.expect(value, Kind::Mapping, Shape::Localized);
            None
        } else {
            (value.kind() != Kind::Broken).then(|| read(reader, value)).flatten()
        };
        if let (Some(id), Some((text, action))) = (id, said) {
            found.push(Choice { id, text, action });
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
