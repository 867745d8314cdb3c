//! What an institution does with an answer, an option or a number.

use crate::load::keys::{self, Table};
use crate::load::reader::fields::{Fields, Reader};
use crate::model::{Action, ActionWhen, Localized};
use crate::text::yaml::{Kind, Node};

/// What a number counts, and what an institution does with it.
pub(super) fn unit(reader: &mut Reader, node: Node<'_, '_>) -> Option<(Localized, Option<Box<Action>>)> {
    if node.kind() != Kind::Mapping {
        return Some((reader.localized(node)?, None));
    }
    let fields = reader.mapping(node, &keys::UNIT)?;
    let text = reader.localized_of(node, &fields);
    let action = action(reader, &fields, &keys::ACTION);
    Some((text?, action))
}

/// What is under `do`, written by a table of keys.
pub(super) fn action(
    reader: &mut Reader,
    fields: &Fields<'_, '_>,
    table: &'static Table,
) -> Option<Box<Action>> {
    let node = fields.get("do")?;
    if node.kind() != Kind::Mapping {
        let text = reader.localized(node)?;
        return Some(Box::new(Action { text, by: None, when: ActionWhen::default() }));
    }
    let fields = reader.mapping(node, table)?;
    let (text, by, when) =
        (reader.localized_of(node, &fields), reader.word(&fields, "by"), reader.word(&fields, "when"));
    Some(Box::new(Action { text: text?, by, when: when.unwrap_or_default() }))
}
