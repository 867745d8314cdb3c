//! `criteria/kinds.yaml` and `criteria/themes.yaml`.

use indexmap::IndexMap;

use crate::load::codes;
use crate::load::keys::{self, Shape};
use crate::load::reader::fields::Reader;
use crate::model::{Id, Kind, Localized, Set, Theme};
use crate::say;
use crate::text::Place;
use crate::text::yaml::{Kind as NodeKind, Node};

/// Kinds whose `group-by` is not yet looked up.
pub(super) type WrittenKinds = IndexMap<Id, (Kind, Option<(String, Place)>)>;

/// Reads the kinds.
pub(super) fn kinds(reader: &mut Reader, node: Node<'_, '_>) -> WrittenKinds {
    let mut found = IndexMap::new();
    if !reader.expect(node, NodeKind::Mapping, Shape::Mapping) {
        return found;
    }
    for (key, value) in node.pairs() {
        let id = reader.id(key);
        let fields = reader.mapping(value, &keys::KIND);
        let get = |name: &str| fields.as_ref().and_then(|fields| fields.get(name));
        let title = get("title").and_then(|node| reader.localized(node));
        let ask_first = get("ask-first").and_then(|node| reader.localized(node));
        let group_by = get("group-by").map(|node| (node.text().to_owned(), node.place()));
        // After a mistake the id stays known, so that one mistake gives one
        // finding.
        let title = title.unwrap_or_else(|| Localized::dutch(key.text()));
        if let Some(id) = id {
            found.insert(id, (Kind { title, ask_first, group_by: None, place: key.place() }, group_by));
        }
    }
    if found.len() > Set::MOST {
        let count = found.len();
        reader.report(
            &codes::TOO_MANY,
            Place::whole_file(reader.file),
            say!(
                "dit zijn {count} soorten; hooguit 64 kan",
                "there are {count} kinds; at most 64 are possible"
            ),
        );
        found.truncate(Set::MOST);
    }
    found
}

/// Reads the themes.
pub(super) fn themes(reader: &mut Reader, node: Node<'_, '_>) -> IndexMap<Id, Theme> {
    let mut found = IndexMap::new();
    if !reader.expect(node, NodeKind::Mapping, Shape::Mapping) {
        return found;
    }
    for (key, value) in node.pairs() {
        let id = reader.id(key);
        let fields = reader.mapping(value, &keys::THEME);
        let get = |name: &str| fields.as_ref().and_then(|fields| fields.get(name));
        let title = get("title").and_then(|node| reader.localized(node));
        let title = title.unwrap_or_else(|| Localized::dutch(key.text()));
        if let Some(id) = id {
            found.insert(id, Theme { title, place: key.place() });
        }
    }
    found
}
