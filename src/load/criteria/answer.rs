//! The answers, options and named numbers of a criterion, with what an institution does
//! with each.

use crate::load::keys::{self, Table};
use crate::load::reader::fields::Reader;
use crate::model::{Action, ActionWhen, Choice, Localized};
use crate::text::yaml::{Kind, Node};

use super::shared::choices_by;

/// Answers or named numbers to choose from, each with an id.
pub(super) fn choices(reader: &mut Reader, node: Node<'_, '_>) -> Vec<Choice> {
    choices_by(reader, node, |reader, node| said(reader, node, &keys::CRITERION_ANSWER, &keys::ACTION))
}

/// Options, each with an id.
pub(super) fn options(reader: &mut Reader, node: Node<'_, '_>) -> Vec<Choice> {
    choices_by(reader, node, |reader, node| said(reader, node, &keys::CRITERION_ANSWER, &keys::OPTION_ACTION))
}

/// What a number counts, and what an institution does with it.
pub(super) fn unit(reader: &mut Reader, node: Node<'_, '_>) -> Option<(Localized, Option<Box<Action>>)> {
    said(reader, node, &keys::UNIT, &keys::ACTION)
}

/// The words of an answer or a unit, and what an institution does with it.
fn said(
    reader: &mut Reader,
    node: Node<'_, '_>,
    table: &'static Table,
    actions: &'static Table,
) -> Option<(Localized, Option<Box<Action>>)> {
    if node.kind() != Kind::Mapping {
        return Some((reader.localized(node)?, None));
    }
    let fields = reader.mapping(node, table)?;
    let text = reader.text_of(node, &fields);
    let action = fields.get("do").and_then(|node| action(reader, node, actions));
    Some((text?, action.map(Box::new)))
}

fn action(reader: &mut Reader, node: Node<'_, '_>, table: &'static Table) -> Option<Action> {
    if node.kind() != Kind::Mapping {
        return Some(Action { text: reader.localized(node)?, by: None, when: ActionWhen::default() });
    }
    let fields = reader.mapping(node, table)?;
    let (text, by, when) =
        (reader.text_of(node, &fields), reader.word(&fields, "by"), reader.word(&fields, "when"));
    Some(Action { text: text?, by, when: when.unwrap_or_default() })
}
