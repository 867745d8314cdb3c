//! The answers of a criterion: their words, the premise on which one rests, and what an
//! institution does with it.

use crate::load::keys::{self, Table};
use crate::load::premise_codes as codes;
use crate::load::reader::fields::{Fields, Reader};
use crate::model::{Choice, Level, Question, Rests, Worth};
use crate::say;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};

use super::action::action;
use super::premises::Premises;
use super::shared::{Worded, choices_by};

/// The answers or named numbers under a key. What they rest on is looked at once the
/// question is whole, by [`check`].
pub(super) fn given(reader: &mut Reader, node: Node<'_, '_>, premises: Premises<'_>) -> Vec<Choice> {
    choices_by(reader, node, |reader, value| worded(reader, value, premises, &keys::ACTION))
}

/// The options under a key, in the same way.
pub(super) fn options(reader: &mut Reader, node: Node<'_, '_>, premises: Premises<'_>) -> Vec<Choice> {
    choices_by(reader, node, |reader, value| worded(reader, value, premises, &keys::OPTION_ACTION))
}

fn worded(
    reader: &mut Reader,
    node: Node<'_, '_>,
    premises: Premises<'_>,
    actions: &'static Table,
) -> Option<Worded> {
    if node.kind() != Kind::Mapping {
        return reader.localized(node).map(Worded::only);
    }
    let fields = reader.mapping(node, &keys::CRITERION_ANSWER)?;
    let text = reader.localized_of(node, &fields);
    let premise = premises.find(reader, &fields);
    let otherwise = level(reader, &fields);
    let rests = premise.map(|premise| Rests::on(premise, otherwise));
    let action = action(reader, &fields, actions);
    Some(Worded { text: text?, action, rests })
}

fn level(reader: &mut Reader, fields: &Fields<'_, '_>) -> Option<Level> {
    let node = fields.get("else")?;
    let found = Level::from_name(node.text());
    if found.is_none() {
        let shown = quoted(node.text());
        let message = say!("{shown} is geen niveau", "{shown} is not a level");
        let code = &crate::load::codes::UNKNOWN_LEVEL;
        reader.not_among(code, node.place(), message, node.text(), Level::NAMES);
    }
    found
}

/// Reports answers under a key that rest on a premise where that is not possible, or that
/// would become worth more without it.
pub(super) fn check(reader: &mut Reader, node: Node<'_, '_>, question: &Question) {
    for (key, value) in node.pairs() {
        let under = |name: &str| value.pairs().find(|(key, _)| key.text() == name);
        let (resting, otherwise) = (under("while"), under("else"));
        let Some(number) = question.find(key.text()) else { continue };
        let id = quoted(key.text());
        if let Some((otherwise, _)) = otherwise.filter(|_| resting.is_none()) {
            let message = say!("bij {id} staat `else` zonder `while`", "{id} has `else` without `while`");
            reader.report(&codes::ELSE_ALONE, otherwise.place(), message);
        }
        let Some((resting, _)) = resting else { continue };
        let Some(own) = question.listed(number).and_then(Worth::fixed) else {
            let message = match question {
                Question::AnyOf { .. } => say!(
                    "{id} is een keuze van `any-of`, en die rust op geen uitgangspunt",
                    "{id} is an option of `any-of`, and that rests on no premise"
                ),
                _ => say!(
                    "{id} regelt uw instelling zelf, en dat rust op geen uitgangspunt",
                    "{id} is what your institution sees to itself, and that rests on no premise"
                ),
            };
            reader.report(&codes::WHILE_PLACE, resting.place(), message);
            continue;
        };
        let level = otherwise.and_then(|(_, node)| Some((node, Level::from_name(node.text())?)));
        if let Some((node, better)) = level.filter(|(_, level)| *level > own) {
            let (better, own) = (better.name(), own.name());
            let message = say!("`{better}` is beter dan `{own}`", "`{better}` is better than `{own}`");
            reader.report(&codes::ELSE_BETTER, node.place(), message);
        }
    }
}
