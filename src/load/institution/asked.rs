//! What an institution asked about products, and when.

use crate::load::codes;
use crate::load::keys;
use crate::load::reader::fields::{Reader, start_of};
use crate::model::Asked;
use crate::say;
use crate::text::yaml::{Kind, Node};

use super::candidates::candidates;
use super::named::Known;

/// Reads what is under `asked`.
pub(super) fn asked(
    reader: &mut Reader,
    node: Node<'_, '_>,
    known: &Known<'_>,
    kind: Option<usize>,
) -> Vec<Asked> {
    let mut found = Vec::new();
    for item in node.items() {
        let Some(fields) = reader.mapping(item, &keys::ASKED) else { continue };
        let covers = candidates(reader, fields.get("for"));
        let about = fields.get("about").map(|node| criteria(reader, node, known, kind));
        let on = reader.day(&fields, "on");
        // An empty list would ask about everything, or about nothing; the writer decides.
        let is_empty = |key: &str| {
            fields.get(key).is_some_and(|node| node.kind() == Kind::List && node.items().next().is_none())
        };
        if is_empty("for") || is_empty("about") {
            let message = say!("deze lijst is leeg", "this list is empty");
            reader.report(&codes::NOTHING_INSIDE, start_of(item), message);
            continue;
        }
        // Where none of the criteria exists, nothing was asked.
        if about.as_ref().is_some_and(Vec::is_empty) {
            continue;
        }
        if let Some(on) = on {
            found.push(Asked {
                covers,
                about: about.unwrap_or_default(),
                role: fields.text("role"),
                on: on.on,
                filed: fields.text("filed"),
                place: start_of(item),
            });
        }
    }
    found
}

/// The criteria that were asked about, of the kind of the dossier.
fn criteria(reader: &mut Reader, node: Node<'_, '_>, known: &Known<'_>, kind: Option<usize>) -> Vec<usize> {
    let mut found = Vec::new();
    for item in reader.one_or_list(node) {
        let Some((number, criterion)) = known.criteria.find(reader, item) else { continue };
        if kind.is_some_and(|kind| !criterion.applies_to.contains(kind)) {
            let id = &criterion.id;
            let message = say!(
                "`{id}` geldt niet voor de soort van dit dossier",
                "`{id}` does not apply to the kind of this dossier"
            );
            reader.report(&codes::NOT_THIS_KIND, item.place(), message);
            continue;
        }
        found.push(number);
    }
    found
}
