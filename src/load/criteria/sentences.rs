//! The sentences of the AP, and what can be done instead of a product.

use indexmap::IndexMap;

use crate::load::codes;
use crate::load::keys::{self, Shape};
use crate::load::reader::fields::Reader;
use crate::model::{Document, Id, Instead, Sentence};
use crate::say;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};
use crate::text::{Diagnostic, Place};

use super::shared::{applies_to, references};

/// A document with its sentences, before all documents are put together.
pub(super) struct Written {
    pub(super) document: Document,
    pub(super) sentences: Vec<(String, Sentence)>,
}

/// Reads one document.
pub(super) fn document(reader: &mut Reader, node: Node<'_, '_>) -> Option<Written> {
    let fields = reader.mapping(node, &keys::SENTENCES)?;
    let title = fields.get("title").and_then(|node| reader.localized(node));
    let published = fields.get("published").and_then(|node| reader.localized(node));
    let mut sentences = Vec::new();
    for (key, value) in fields.get("sentences").iter().flat_map(|node| node.pairs()) {
        if key.kind() != Kind::Text {
            continue;
        }
        let id = sentence_id(reader, key);
        let Some(found) = reader.mapping(value, &keys::SENTENCE) else { continue };
        // After a mistake here, `Unsure::sentences` suppresses reports about
        // this sentence elsewhere.
        let at = found.get("place").and_then(|node| reader.localized(node));
        let says = found.get("says").and_then(|node| reader.localized(node));
        let force = reader.word(&found, "force");
        if let (Some(id), Some(at), Some(says), Some(force)) = (id, at, says, force) {
            let place = key.place();
            sentences.push((id, Sentence { at, says, force, document: 0, place }));
        }
    }
    Some(Written { document: Document { title: title?, published: published? }, sentences })
}

/// The id of a sentence: `S`, the number of the document, a hyphen, and its
/// place (`S0-05`, `S1-P02d`).
fn sentence_id(reader: &mut Reader, node: Node<'_, '_>) -> Option<String> {
    let text = node.text();
    let parts = text.strip_prefix('S').and_then(|rest| rest.split_once('-'));
    let holds = parts.is_some_and(|(document, place)| {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        digits(document) && !place.is_empty() && place.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    if !holds || text.len() > 16 {
        let shown = quoted(text);
        let message = say!("{shown} is geen id van een zin", "{shown} is not the id of a sentence");
        let help = say!("schrijf bijvoorbeeld `S1-P02d`", "write for example `S1-P02d`");
        reader.add(Diagnostic::new(&codes::BAD_ID, node.place(), message).help(help));
        return None;
    }
    Some(text.to_owned())
}

/// Reads what can be done instead of a product.
pub(super) fn instead(
    reader: &mut Reader,
    node: Node<'_, '_>,
    kinds: &[&str],
    sentences: &IndexMap<String, Sentence>,
) -> IndexMap<Id, Instead> {
    let mut all = IndexMap::new();
    let Some(fields) = reader.mapping(node, &keys::ALTERNATIVES) else { return all };
    let applies_to = applies_to(reader, &fields, kinds);
    for (key, value) in fields.get("alternatives").iter().flat_map(|node| node.pairs()) {
        let id = reader.id(key);
        if !reader.expect(value, Kind::Mapping, Shape::Mapping) {
            continue;
        }
        let Some(found) = reader.mapping(value, &keys::INSTEAD) else { continue };
        let title = found.get("title").and_then(|node| reader.localized(node));
        let what = found.get("what").and_then(|node| reader.localized(node));
        let from = references(reader, found.get("from"), sentences);
        let basis = reader.word(&found, "basis").unwrap_or_default();
        if let (Some(id), Some(title), Some(what)) = (id, title, what) {
            all.insert(id, Instead { applies_to, title, what, from, basis, place: key.place() });
        }
    }
    all
}

/// Joins the documents of all layers; a sentence is in one document only.
pub(super) fn joined(
    written: Vec<(Id, Written)>,
    report: &mut impl FnMut(Place, &str),
) -> (IndexMap<Id, Document>, IndexMap<String, Sentence>) {
    let mut documents = IndexMap::new();
    let mut sentences: IndexMap<String, Sentence> = IndexMap::new();
    for (number, (id, found)) in written.into_iter().enumerate() {
        documents.insert(id, found.document);
        for (id, sentence) in found.sentences {
            if sentences.contains_key(&id) {
                report(sentence.place, &id);
            } else {
                sentences.insert(id, Sentence { document: number, ..sentence });
            }
        }
    }
    (documents, sentences)
}
