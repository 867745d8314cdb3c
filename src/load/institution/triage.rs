//! The triage of a dossier: for each kind of exam the answers to the steps, and
//! what was written down with them.

use indexmap::IndexMap;

use crate::load::codes;
use crate::load::criteria::condition::{Words, condition};
use crate::load::keys::{self, Shape};
use crate::load::reader::dates::Written;
use crate::load::reader::fields::{Fields, Reader, start_of};
use crate::load::reader::help::suggest_answer;
use crate::load::reader::order;
use crate::model::options::is_too_intricate;
use crate::model::{Catalogue, Exam, Id, Step, StepAnswer, StepForm, StepRecord, WriteDown};
use crate::say;
use crate::text::Diagnostic;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};

use super::named::{Known, named, twice};

/// Reads the triage; `choice` is when a product was chosen.
pub(super) fn triage(
    reader: &mut Reader,
    node: Node<'_, '_>,
    known: &Known<'_>,
    kind: Option<usize>,
    choice: Option<Written>,
) -> IndexMap<Id, Exam> {
    let mut found = IndexMap::new();
    let steps = &known.catalogue.steps;
    let is_asked = |kind: usize| steps.values().any(|step| step.applies_to.contains(kind));
    if kind.is_some_and(|kind| !is_asked(kind)) && known.broken.is_empty() && node.pairs().next().is_some() {
        let message = say!(
            "voor de soort van dit dossier is er geen afweging",
            "there is no triage for the kind of this dossier"
        );
        reader.report(&codes::NOT_THIS_KIND, start_of(node), message);
        return found;
    }
    let mut dates = Vec::new();
    for (key, value) in node.pairs() {
        let id = reader.id(key);
        if let (Some(id), Some(exam)) = (id, exam(reader, value, known, kind)) {
            dates.push(exam.on.and_then(|_| Written::under(value, "on")));
            found.insert(id, exam);
        }
    }
    // An exam may be weighed after the choice, when another was before it.
    let dates: Option<Vec<Written>> = dates.into_iter().collect();
    let first = dates.and_then(|dates| dates.into_iter().min_by_key(|written| written.on));
    reader.in_order(&order::TRIAGE, first, choice);
    found
}

fn exam(reader: &mut Reader, node: Node<'_, '_>, known: &Known<'_>, kind: Option<usize>) -> Option<Exam> {
    let fields = reader.mapping(node, &keys::EXAM)?;
    let on = reader.day(&fields, "on");
    let held = reader.day_ahead(&fields, "held");
    reader.in_order(&order::EXAM, on, held);
    let mut steps = IndexMap::new();
    for (key, value) in fields.get("steps").iter().flat_map(|node| node.pairs()) {
        let all = &known.catalogue.steps;
        let number = named(reader, key, all, kind, (&codes::UNKNOWN_STEP, known.broken), |shown| {
            say!("de stap {shown} bestaat niet", "the step {shown} does not exist")
        });
        let Some((number, (_, step))) = number.and_then(|n| Some((n, all.get_index(n)?))) else { continue };
        if let Some(record) = step_record(reader, value, step, known.catalogue, kind)
            && steps.insert(number, record).is_some()
        {
            twice(reader, key.place());
        }
    }
    after_the_end(reader, &steps, known.catalogue);
    Some(Exam {
        title: fields.get("exam")?.text().to_owned(),
        held: held.map(|held| held.on),
        equal_alternative: fields.text("equal-alternative"),
        role: fields.text("role"),
        on: on.map(|on| on.on),
        steps,
        place: node.place(),
    })
}

/// Warns about steps after one that ends the triage.
fn after_the_end(reader: &mut Reader, steps: &IndexMap<usize, StepRecord>, catalogue: &Catalogue) {
    let ends = |number: usize, record: &StepRecord| {
        let form = catalogue.steps.get_index(number).map(|(_, step)| &step.form);
        matches!((form, &record.answer), (Some(StepForm::OneOf(answers)), StepAnswer::Choice(at))
            if answers.get(*at).is_some_and(|(_, ends)| *ends))
    };
    let Some(end) = steps.iter().filter(|(n, record)| ends(**n, record)).map(|(n, _)| *n).min() else {
        return;
    };
    for (_, record) in steps.iter().filter(|(number, _)| **number > end) {
        reader.report(&codes::AFTER_THE_END, record.place, codes::AFTER_THE_END.title.into());
    }
}

fn step_record(
    reader: &mut Reader,
    node: Node<'_, '_>,
    step: &Step,
    catalogue: &Catalogue,
    kind: Option<usize>,
) -> Option<StepRecord> {
    let fields = reader.mapping(node, &keys::STEP_RECORD)?;
    let (wanted, other) = match step.form {
        StepForm::OneOf(_) => ("answer", "allow"),
        StepForm::Allows { .. } => ("allow", "answer"),
    };
    if let Some(place) = fields.key_place(other) {
        let message = say!(
            "bij deze stap hoort `{wanted}`, niet `{other}`",
            "this step takes `{wanted}`, not `{other}`"
        );
        reader.report(&codes::STEP_ANSWER, place, message);
        return None;
    }
    let Some(given) = fields.get(wanted) else {
        if fields.key_place(wanted).is_none() {
            let message = say!(
                "de sleutel `{wanted}` ontbreekt bij deze stap",
                "the key `{wanted}` is missing in this step"
            );
            reader.report(&codes::STEP_ANSWER, start_of(node), message);
        }
        return None;
    };
    let answer = answer(reader, given, &step.form, catalogue);
    let (written, ends) = written(reader, &fields, step, catalogue, kind, answer.as_ref());
    let answer = answer?;
    if let Some(missing) = ends {
        let message = say!("hier ontbreekt een reden: {missing}", "a reason is missing here: {missing}");
        let help = say!("schrijf ze onder `written`", "write them under `written`");
        let place = fields.key_place("written").unwrap_or(start_of(node));
        reader.add(Diagnostic::new(&codes::NO_REASON, place, message).help(help));
    }
    Some(StepRecord { answer, written, place: node.start() })
}

fn answer(
    reader: &mut Reader,
    node: Node<'_, '_>,
    form: &StepForm,
    catalogue: &Catalogue,
) -> Option<StepAnswer> {
    match form {
        StepForm::OneOf(answers) => {
            let found = answers.iter().position(|(choice, _)| choice.id.as_str() == node.text());
            if found.is_none() {
                let shown = quoted(node.text());
                let message =
                    say!("{shown} is geen antwoord op deze stap", "{shown} is not an answer to this step");
                let known: Vec<&str> = answers.iter().map(|(choice, _)| choice.id.as_str()).collect();
                let help = suggest_answer(node.text(), &known);
                reader.add(Diagnostic::new(&codes::STEP_ANSWER, node.place(), message).help(help));
            }
            found.map(StepAnswer::Choice)
        }
        StepForm::Allows { criterion, .. } => {
            let criterion = catalogue.criterion(*criterion)?;
            let found = condition(reader, node, &Words::of(criterion))?;
            if is_too_intricate(&criterion.question, &[&found]) {
                reader.report(&codes::TOO_INTRICATE, start_of(node), codes::TOO_INTRICATE.title.into());
                return None;
            }
            Some(StepAnswer::Allows(found))
        }
    }
}

/// What was written down, and the names of what is missing, if any.
fn written(
    reader: &mut Reader,
    fields: &Fields<'_, '_>,
    step: &Step,
    catalogue: &Catalogue,
    kind: Option<usize>,
    answer: Option<&StepAnswer>,
) -> (IndexMap<Id, String>, Option<String>) {
    let asked: Vec<&Id> = match &step.write_down {
        WriteDown::Questions(questions) => questions.keys().collect(),
        WriteDown::Instead => {
            let mine = catalogue.instead.iter();
            mine.filter(|(_, one)| kind.is_some_and(|kind| one.applies_to.contains(kind)))
                .map(|(id, _)| id)
                .collect()
        }
    };
    let mut found: IndexMap<Id, String> = IndexMap::new();
    for (key, value) in fields.get("written").iter().flat_map(|node| node.pairs()) {
        if key.kind() != Kind::Text || !reader.expect(value, Kind::Text, Shape::Text) {
            continue;
        }
        if let Some(id) = asked.iter().find(|id| id.as_str() == key.text()) {
            found.insert((*id).clone(), value.text().to_owned());
        } else {
            let shown = quoted(key.text());
            let message =
                say!("{shown} wordt bij deze stap niet gevraagd", "this step does not ask for {shown}");
            let names: Vec<&str> = asked.iter().map(|id| id.as_str()).collect();
            let help = suggest_answer(key.text(), &names);
            reader.add(Diagnostic::new(&codes::UNKNOWN_WORD, key.place(), message).help(help));
        }
    }
    // An answer that ends the triage with something else needs no reason why
    // the rest does not suffice.
    let ends = matches!((&step.form, answer), (StepForm::OneOf(answers), Some(StepAnswer::Choice(at)))
        if answers.get(*at).is_some_and(|(_, ends)| *ends));
    let enough = match step.write_down {
        WriteDown::Instead if ends => !found.is_empty() || asked.is_empty(),
        _ => asked.iter().all(|id| found.contains_key(*id)),
    };
    // One of the wrong shape was reported already.
    let is_there = |id: &Id| {
        let mut keys = fields.get("written").into_iter().flat_map(Node::pairs);
        keys.any(|(key, _)| key.text() == id.as_str())
    };
    let missing: Vec<String> = asked.iter().filter(|id| !is_there(id)).map(|id| format!("`{id}`")).collect();
    (found, (!enough && !missing.is_empty()).then(|| missing.join(", ")))
}
