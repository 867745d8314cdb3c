//! What an institution says of its own work.

use crate::load::codes;
use crate::load::former;
use crate::load::keys;
use crate::load::migration_codes::FORMER_DEMAND;
use crate::load::products::fact::possible;
use crate::load::reader::fields::{Reader, start_of};
use crate::model::{Criterion, OwnWork, Stated};
use crate::say;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};
use crate::text::{Diagnostic, Message};

use super::candidates::candidates;
use super::named::Known;

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
        if !reader.expect(list, Kind::List, keys::Shape::List) {
            continue;
        }
        let own = asked.question.own_work();
        for item in list.items() {
            let Some(fields) = reader.mapping(item, &keys::OWN_WORK) else { continue };
            let covers = candidates(reader, fields.get("for"));
            if fields.get("for").is_some_and(|node| node.kind() == Kind::List && covers.is_empty()) {
                let message = say!("hier staat geen enkele variant", "there is no variant here");
                reader.report(&codes::NOTHING_INSIDE, start_of(item), message);
                continue;
            }
            if is_former(reader, item, asked) {
                continue;
            }
            let on = reader.day(&fields, "on");
            let note = fields.get("note").and_then(|node| reader.localized(node));
            // The institution says how it sees to it, so the answer that it does is not asked.
            let Some(possible) = possible(reader, &fields, item, asked, own) else { continue };
            former::rewrite(reader, item, &Stated::Possible(possible.clone()), asked, own);
            if possible.gives(own) {
                reader.report(&codes::OWN_WORK_AGAIN, start_of(item), codes::OWN_WORK_AGAIN.title.into());
                continue;
            }
            if let (Some(on), Some(role)) = (on, fields.text("role")) {
                found.push(OwnWork {
                    criterion,
                    covers,
                    possible: possible.without(own),
                    role,
                    on: on.on,
                    filed: fields.text("filed"),
                    note,
                    place: start_of(item),
                });
            }
        }
    }
    found
}

/// Reports an answer that a criterion no longer has and that a person must look at: what
/// an institution says of its own work cannot become unknown.
fn is_former(reader: &mut Reader, item: Node<'_, '_>, asked: &Criterion) -> bool {
    let mut found = false;
    for (_, value) in item.pairs().filter(|(key, _)| ["answer", "one-of", "has"].contains(&key.text())) {
        for node in reader.one_or_list(value) {
            let Some(why) = former::look(node, asked) else { continue };
            let shown = quoted(node.text());
            let message = say!(
                "{shown} is geen antwoord meer; zeg opnieuw hoe u dit regelt",
                "{shown} is no longer an answer; say again how you see to this"
            );
            reader.add(Diagnostic::new(&FORMER_DEMAND, node.place(), message).help(Message::from(why)));
            found = true;
        }
    }
    found
}
