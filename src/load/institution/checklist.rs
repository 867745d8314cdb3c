//! The headings and items of the checklist, and the steps of the triage.

use indexmap::IndexMap;

use crate::load::codes;
use crate::load::criteria::condition::{Words, condition};
use crate::load::criteria::index::CriteriaIndex;
use crate::load::criteria::need;
use crate::load::criteria::premises::Premises;
use crate::load::criteria::shared::{applies_to, choices, grounds, references};
use crate::load::keys::{self, Shape};
use crate::load::reader::fields::{Fields, Reader, start_of};
use crate::model::options::is_too_intricate;
use crate::model::{
    Basis, Choice, Force, Heading, Id, Item, Localized, Phase, Sentence, Set, Step, StepEnd, StepForm,
    WriteDown, WriteDownWord,
};
use crate::say;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};
use crate::text::{Diagnostic, Vocabulary as _};

/// What items and steps can refer to.
pub(super) struct Known<'a> {
    /// The ids of all kinds.
    pub(super) kinds: &'a [&'a str],
    /// The headings of the checklist; `None` when their file has errors.
    pub(super) headings: Option<&'a IndexMap<Id, Heading>>,
    pub(super) sentences: &'a IndexMap<String, Sentence>,
    pub(super) criteria: &'a CriteriaIndex<'a>,
    pub(super) premises: Premises<'a>,
}

/// Reads the headings.
pub(super) fn headings(reader: &mut Reader, node: Node<'_, '_>) -> IndexMap<Id, Heading> {
    let mut found = IndexMap::new();
    if !reader.expect(node, Kind::Mapping, Shape::Mapping) {
        return found;
    }
    for (key, value) in node.pairs() {
        let id = reader.id(key);
        let fields = reader.mapping(value, &keys::HEADING);
        let get = |name: &str| fields.as_ref().and_then(|fields| fields.get(name));
        let title = get("title").and_then(|node| reader.localized(node));
        let phase = fields.as_ref().and_then(|fields| reader.word(fields, "phase"));
        // After a mistake the id stays known, so that one mistake gives one
        // finding.
        let title = title.unwrap_or_else(|| Localized::dutch(key.text()));
        if let Some(id) = id {
            found.insert(
                id,
                Heading { title, phase: phase.unwrap_or(Phase::DrawingBoard), place: key.place() },
            );
        }
    }
    found
}

/// What an item and a step have in common.
struct Common {
    title: Option<Localized>,
    why: Option<Localized>,
    how: Option<Localized>,
    withdrawn: Option<Localized>,
    applies_to: Set,
    premise: Option<usize>,
    basis: Basis,
    grounds: Vec<Localized>,
    from: Vec<String>,
    formerly: Vec<Id>,
}

fn common(reader: &mut Reader, fields: &Fields<'_, '_>, known: &Known<'_>) -> Common {
    let applies_to = applies_to(reader, fields, known.kinds);
    let mut text = |name: &str| fields.get(name).and_then(|node| reader.localized(node));
    let (title, why, how, withdrawn) = (text("title"), text("why"), text("how"), text("withdrawn"));
    Common {
        title,
        why,
        how,
        withdrawn,
        applies_to,
        premise: known.premises.find(reader, fields),
        basis: reader.word(fields, "basis").unwrap_or_default(),
        grounds: grounds(reader, fields),
        from: references(reader, fields.get("from"), known.sentences),
        formerly: reader.ids(fields.get("formerly")),
    }
}

/// Reads an item of the checklist.
pub(super) fn item(reader: &mut Reader, node: Node<'_, '_>, id: Id, known: &Known<'_>) -> Option<Item> {
    let fields = reader.mapping(node, &keys::ITEM)?;
    let common = common(reader, &fields, known);
    let done_when = fields.get("done-when").and_then(|node| reader.localized(node));
    let role = fields.get("role").and_then(|node| reader.localized(node));
    let need = fields.get("need").map(|node| need::conditions(reader, node)).unwrap_or_default();
    let force = reader.word(&fields, "force").unwrap_or(Force::Advice);
    let under = fields.get("under").and_then(|node| heading(reader, node, known));
    let named = fields.get("answered-by").map(|node| reader.one_or_list(node)).unwrap_or_default();
    let answered_by =
        named.into_iter().filter_map(|item| Some(known.criteria.find(reader, item)?.0)).collect();
    let review = reader.word(&fields, "review").unwrap_or_default();
    Some(Item {
        id,
        title: common.title?,
        done_when: done_when?,
        why: common.why?,
        how: common.how,
        role,
        under: under?,
        applies_to: common.applies_to,
        need,
        premise: common.premise,
        force,
        basis: common.basis,
        grounds: common.grounds,
        from: common.from,
        answered_by,
        review,
        formerly: common.formerly,
        withdrawn: common.withdrawn,
        place: node.place(),
    })
}

fn heading(reader: &mut Reader, node: Node<'_, '_>, known: &Known<'_>) -> Option<usize> {
    let headings = known.headings?;
    let found = headings.get_index_of(node.text());
    if found.is_none() {
        let shown = quoted(node.text());
        let message = say!("de kop {shown} bestaat niet", "the heading {shown} does not exist");
        let names = headings.keys().map(Id::as_str);
        reader.not_among(&codes::UNKNOWN_HEADING, node.place(), message, node.text(), names);
    }
    found
}

/// Reads a step of the triage.
pub(super) fn step(reader: &mut Reader, node: Node<'_, '_>, id: Id, known: &Known<'_>) -> Option<Step> {
    let fields = reader.mapping(node, &keys::STEP)?;
    let common = common(reader, &fields, known);
    let ask = fields.get("ask").and_then(|node| reader.localized(node));
    let write_down = fields.get("write-down").and_then(|node| write_down(reader, node));
    let form = form(reader, &fields, node, known.criteria);
    Some(Step {
        id,
        title: common.title?,
        ask: ask?,
        why: common.why?,
        how: common.how,
        applies_to: common.applies_to,
        premise: common.premise,
        basis: common.basis,
        grounds: common.grounds,
        from: common.from,
        write_down: write_down?,
        form: form?,
        formerly: common.formerly,
        withdrawn: common.withdrawn,
        place: node.place(),
    })
}

fn write_down(reader: &mut Reader, node: Node<'_, '_>) -> Option<WriteDown> {
    if node.kind() == Kind::Text {
        return reader.word_of(node, WriteDownWord::IDS).map(|_| WriteDown::Instead);
    }
    if node.pairs().next().is_none() {
        let message = say!("een stap vraagt ten minste een reden", "a step asks for at least one reason");
        reader.report(&codes::NOTHING_INSIDE, start_of(node), message);
        return None;
    }
    let questions = choices(reader, node).into_iter().map(|choice| (choice.id, choice.text));
    Some(WriteDown::Questions(questions.collect()))
}

fn form(
    reader: &mut Reader,
    fields: &Fields<'_, '_>,
    node: Node<'_, '_>,
    criteria: &CriteriaIndex<'_>,
) -> Option<StepForm> {
    let (one_of, allows) = (fields.key_place("one-of"), fields.key_place("allows"));
    let unless_written = fields.key_place("unless-written").filter(|_| allows.is_none());
    if let Some(place) = allows.filter(|_| one_of.is_some()).or(unless_written) {
        reader.report(&codes::STEP_FORM, place, codes::STEP_FORM.title.into());
        return None;
    }
    if one_of.is_none() && allows.is_none() {
        reader.report(&codes::STEP_FORM, start_of(node), codes::STEP_FORM.title.into());
        return None;
    }
    if let Some(node) = fields.get("one-of") {
        return answers(reader, node).map(StepForm::OneOf);
    }
    let (criterion, found) = criteria.find(reader, fields.get("allows")?)?;
    let unless_written = match fields.get("unless-written") {
        None => None,
        Some(node) => {
            let condition = condition(reader, node, &Words::of(found))?;
            if is_too_intricate(&found.question, &[&condition]) {
                reader.report(&codes::TOO_INTRICATE, start_of(node), codes::TOO_INTRICATE.title.into());
                return None;
            }
            Some(condition)
        }
    };
    Some(StepForm::Allows { criterion, unless_written })
}

/// The answers of a step, each with whether the triage ends there.
fn answers(reader: &mut Reader, node: Node<'_, '_>) -> Option<Vec<(Choice, bool)>> {
    let fields = reader.mapping(node, &keys::STEP_ANSWERS)?;
    let mut found: Vec<(Choice, bool)> = Vec::new();
    for end in StepEnd::ALL {
        let name = end.id();
        for choice in fields.get(name).map(|node| choices(reader, node)).unwrap_or_default() {
            if found.iter().any(|(known, _)| known.id == choice.id) {
                let shown = quoted(choice.id.as_str());
                let message = say!(
                    "het antwoord {shown} staat onder `go-on` en onder `stop`",
                    "the answer {shown} is under both `go-on` and `stop`"
                );
                let inner = fields.get(name).and_then(|node| {
                    node.pairs().find(|(key, _)| key.text() == choice.id.as_str()).map(|(key, _)| key.place())
                });
                let place = inner.unwrap_or(node.place());
                reader.add(Diagnostic::new(&codes::REPEATED, place, message).help(codes::REPEATED.advice));
            } else {
                found.push((choice, end == StepEnd::Stop));
            }
        }
    }
    if StepEnd::ALL.iter().all(|end| fields.get(end.id()).is_none()) {
        let message = say!("deze stap heeft geen antwoorden", "this step has no answers");
        reader.report(&codes::NOTHING_INSIDE, start_of(node), message);
    }
    (!found.is_empty()).then_some(found)
}
