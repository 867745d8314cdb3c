//! What an institution says of its own work.

use crate::load::codes;
use crate::load::former;
use crate::load::keys;
use crate::load::products::fact::possible;
use crate::load::reader::fields::{Reader, start_of};
use crate::model::{OwnWork, Stated};
use crate::say;
use crate::text::yaml::Node;

use super::candidates::candidates;
use super::named::{Known, text};

/// Reads what is under `own-work`: per criterion, answers for some or all alternatives.
pub(super) fn own_work(
    reader: &mut Reader,
    node: Node<'_, '_>,
    known: &Known<'_>,
    kind: Option<usize>,
) -> Vec<OwnWork> {
    let mut found: Vec<OwnWork> = Vec::new();
    for (key, list) in node.pairs() {
        let Some((criterion, asked)) = known.criteria.find(reader, key) else { continue };
        if kind.is_some_and(|kind| !asked.applies_to.contains(kind)) {
            let id = &asked.id;
            let message = say!(
                "`{id}` geldt niet voor de soort van dit dossier",
                "`{id}` does not apply to the kind of this dossier"
            );
            reader.report(&codes::NOT_THIS_KIND, key.place(), message);
            continue;
        }
        if !reader.expect(list, crate::text::yaml::Kind::List, keys::Shape::List) {
            continue;
        }
        let own = asked.question.own_work();
        for item in list.items() {
            let Some(fields) = reader.mapping(item, &keys::OWN_WORK) else { continue };
            let covers = candidates(reader, fields.get("for"));
            let on = reader.day(&fields, "on");
            let note = fields.get("note").and_then(|node| reader.localized(node));
            // The institution says how it sees to it, so the answer that it does is not asked.
            let Some(possible) = possible(reader, &fields, item, asked, own) else { continue };
            former::rewrite(reader, item, &Stated::Possible(possible.clone()), asked, own);
            if possible.gives(own) {
                reader.report(&codes::OWN_WORK_AGAIN, start_of(item), codes::OWN_WORK_AGAIN.title.into());
                continue;
            }
            if let (Some(on), Some(role)) = (on, text(&fields, "role")) {
                found.push(OwnWork {
                    criterion,
                    covers,
                    possible: possible.without(own),
                    role,
                    on: on.on,
                    filed: text(&fields, "filed"),
                    note,
                    place: start_of(item),
                });
            }
        }
    }
    found
}
