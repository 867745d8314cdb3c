//! One source of a vendor file.

use crate::load::codes;
use crate::load::keys;
use crate::load::person;
use crate::load::reader::fields::{Fields, Reader};
use crate::load::reader::order;
use crate::model::{Extent, Grade, Id, Location, Reviewed, Source, StoredCopy};
use crate::say;
use crate::text::yaml::Node;
use crate::text::{Diagnostic, Message, Place};

/// Reads a source. `is_shared` is whether others share the data that it is in.
pub(super) fn source(
    reader: &mut Reader,
    id: Id,
    (place, node): (Place, Node<'_, '_>),
    is_shared: bool,
) -> Option<Source> {
    let fields = reader.mapping(node, &keys::SOURCE)?;
    let title = fields.text("title");
    let dated = reader.day_or_month(&fields, "dated");
    let read = reader.day(&fields, "read");
    reader.in_order(&order::READ, dated, read);
    let grade: Option<Grade> = reader.word(&fields, "grade");
    let location = location(reader, node, &fields, grade);
    if grade == Some(Grade::Pledged) && is_shared {
        let place = fields.get("grade").map_or(place, Node::place);
        reader.report(&codes::PLEDGE_SHARED, place, codes::PLEDGE_SHARED.title.into());
    }
    let extent: Option<Extent> = reader.word(&fields, "extent");
    let undated_copy = reader.word(&fields, "copy") == Some(StoredCopy::Undated);
    let archived = fields.get("archived").and_then(|node| reader.address(node));
    let reviewed = fields.get("reviewed").and_then(|node| {
        let fields = reader.mapping(node, &keys::REVIEWED)?;
        let on = reader.day(&fields, "on");
        reader.in_order(&order::REVIEWED, read, on);
        person::look_for(reader, fields.get("role")?);
        Some(Reviewed { role: fields.get("role")?.text().to_owned(), on: on?.on })
    });
    // A source with a mistake stays known by its name, so that one mistake
    // gives one finding. The file has an error, so nothing is ranked with it.
    Some(Source {
        id,
        title: title.unwrap_or_default(),
        location,
        read: read.map_or(reader.as_of, |read| read.on),
        dated: dated.map(|dated| dated.on),
        grade: grade.unwrap_or_default(),
        extent: extent.unwrap_or_default(),
        archived,
        undated_copy,
        reviewed,
        place,
    })
}

/// Where it is: a pledge is filed, and anything else has an address.
fn location(
    reader: &mut Reader,
    node: Node<'_, '_>,
    fields: &Fields<'_, '_>,
    grade: Option<Grade>,
) -> Location {
    let url = fields.get("url").and_then(|node| reader.address(node));
    if let Some(node) = fields.get("filed") {
        person::look_for(reader, node);
    }
    let (has_url, has_filed) = (fields.key_place("url").is_some(), fields.key_place("filed").is_some());
    match grade {
        Some(Grade::Pledged) => {
            for name in ["url", "archived"] {
                if let Some(place) = fields.key_place(name) {
                    reader.add(published(place, name));
                }
            }
            if !has_url && !has_filed {
                reader.needs(node, fields, "filed");
            }
        }
        Some(grade) => {
            if let Some(place) = fields.key_place("filed") {
                let grade = grade.id();
                let message = say!(
                    "een bron met `grade: {grade}` heeft geen `filed`",
                    "a source with `grade: {grade}` has no `filed`"
                );
                reader.report(&codes::SOURCE_PLACE, place, message);
            } else if !has_url {
                reader.needs(node, fields, "url");
            }
        }
        // Which of the two it needs depends on the grade, and that is a mistake already.
        None if !has_url && !has_filed => reader.needs(node, fields, "url"),
        None => {}
    }
    match (grade, fields.text("filed")) {
        (Some(Grade::Pledged), Some(place)) => Location::Filed(place),
        _ => Location::Public(url.unwrap_or_default()),
    }
}

/// The finding for an address of something that is said to nobody else.
fn published(place: Place, name: &str) -> Diagnostic {
    let message = say!(
        "een bron met `grade: pledged` heeft geen `{name}`",
        "a source with `grade: pledged` has no `{name}`"
    );
    let help: Message = say!(
        "schrijf bij `filed` waar de toezegging ligt; staat zij openbaar op internet, schrijf dan `grade: vendor`",
        "write under `filed` where the pledge is kept; if it is public on the internet, write `grade: vendor`"
    );
    Diagnostic::new(&codes::SOURCE_PLACE, place, message).help(help)
}
