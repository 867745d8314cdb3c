//! The answers, options and named numbers of a criterion, with what an institution does
//! with each.

use crate::load::keys;
use crate::load::reader::fields::Reader;
use crate::model::{Action, Choice, Localized};
use crate::text::yaml::{Kind, Node};

use super::shared::choices_by;

/// Answers to choose from, each with an id.
pub(super) fn choices(reader: &mut Reader, node: Node<'_, '_>) -> Vec<Choice> {
    choices_by(reader, node, answer)
}

/// The words of an answer, and what an institution does with it.
fn answer(reader: &mut Reader, node: Node<'_, '_>) -> Option<(Localized, Option<Box<Action>>)> {
    if node.kind() == Kind::Text {
        return Some((reader.localized(node)?, None));
    }
    let fields = reader.mapping(node, &keys::CRITERION_ANSWER)?;
    let text = reader.text_of(node, &fields);
    let action = fields.get("do").and_then(|node| action(reader, node));
    Some((text?, action.map(Box::new)))
}

fn action(reader: &mut Reader, node: Node<'_, '_>) -> Option<Action> {
    if node.kind() == Kind::Text {
        return Some(Action { text: reader.localized(node)?, by: None });
    }
    let fields = reader.mapping(node, &keys::ACTION)?;
    let (text, by) = (reader.text_of(node, &fields), reader.word(&fields, "by"));
    Some(Action { text: text?, by })
}
