//! Layer 3: the day on which an exam is held. A comparison is made for one day; rules,
//! answers, items and steps that rest on a premise may be others on the day of the exam.

use crate::institution::checklist;
use crate::institution::triage::Triage;
use crate::model::{Catalogue, Choice, Criterion, Date, Exam, Id, Item, KnockOut, Premise, Step};

/// The day of an exam.
#[derive(Debug)]
pub struct ExamDay<'c> {
    /// The exam.
    pub exam: &'c Exam,
    /// The day.
    pub held: Date,
    /// Whether it is past, on the day of the comparison.
    pub is_past: bool,
    /// The premises that are otherwise on it, and on which something rests; none where the
    /// day is past or the triage says that no product is needed.
    pub turns: Vec<Turn<'c>>,
}

/// A premise that holds on one of two days and not on the other, with what rests on it.
#[derive(Debug)]
pub struct Turn<'c> {
    /// Its number in the catalogue.
    pub number: usize,
    /// Its id.
    pub id: &'c Id,
    /// The premise.
    pub premise: &'c Premise,
    /// Whether it holds on the day of the exam; otherwise it holds now.
    pub begins: bool,
    /// Knock-outs of criteria of the kind.
    pub knock_outs: Vec<(&'c Criterion, &'c KnockOut)>,
    /// Answers to criteria of the kind.
    pub answers: Vec<(&'c Criterion, &'c Choice)>,
    /// Items of the checklist that apply in the situation of the dossier, or may.
    pub items: Vec<&'c Item>,
    /// Steps of the triage.
    pub steps: Vec<&'c Step>,
}

/// The days of the exams of a triage that have one, in its order.
#[must_use]
pub fn of<'c>(catalogue: &'c Catalogue, triage: &Triage<'c>, as_of: Date) -> Vec<ExamDay<'c>> {
    let day = |weighed: &crate::institution::triage::Weighed<'c>| {
        let held = weighed.exam.held?;
        let is_past = held < as_of;
        let numbers = if is_past || weighed.is_stopped() { Vec::new() } else { catalogue.otherwise_on(held) };
        let turns = numbers.into_iter().filter_map(|number| turn(catalogue, triage.kind, number));
        let turns = turns.filter(|turn| !turn.is_empty()).collect();
        Some(ExamDay { exam: weighed.exam, held, is_past, turns })
    };
    triage.exams.iter().filter_map(day).collect()
}

fn turn(catalogue: &Catalogue, kind: usize, number: usize) -> Option<Turn<'_>> {
    let (id, premise) = catalogue.premise(number)?;
    let mut turn = Turn {
        number,
        id,
        premise,
        begins: !premise.holds(),
        knock_outs: Vec::new(),
        answers: Vec::new(),
        items: Vec::new(),
        steps: Vec::new(),
    };
    let is_it = |one: Option<usize>| one == Some(number);
    for (_, criterion) in catalogue.criteria_of(kind) {
        let knock_outs = criterion.knock_outs.iter().filter(|one| is_it(one.premise));
        turn.knock_outs.extend(knock_outs.map(|knock_out| (criterion, knock_out)));
        let choices = criterion.question.choices();
        let resting = choices.filter(|choice| is_it(choice.rests.map(|rests| rests.premise)));
        turn.answers.extend(resting.map(|choice| (criterion, choice)));
    }
    let dossier = catalogue.dossier.as_ref();
    turn.items.extend(catalogue.checklist.values().filter(|item| {
        is_it(item.premise)
            && item.applies_to.contains(kind)
            && checklist::holds(item, dossier) != Some(false)
    }));
    let steps = catalogue.steps.values();
    turn.steps.extend(steps.filter(|step| is_it(step.premise) && step.applies_to.contains(kind)));
    Some(turn)
}

impl Turn<'_> {
    fn is_empty(&self) -> bool {
        self.knock_outs.is_empty()
            && self.answers.is_empty()
            && self.items.is_empty()
            && self.steps.is_empty()
    }
}
