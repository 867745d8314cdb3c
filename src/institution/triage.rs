//! Layer 3: the triage of a dossier. The AP asks, before any product: is it
//! needed at all, is there a less intrusive way, and what is the smallest
//! infringement? These are answered for each exam.

use crate::assess::answers::{everything, holds, representatives};
use crate::model::{
    Catalogue, Condition, Exam, Id, Instead, Possible, Question, Set, Step, StepAnswer, StepForm, StepRecord,
};

/// The triage of one kind of product.
#[derive(Debug)]
pub struct Triage<'c> {
    /// The kind, by number.
    pub kind: usize,
    /// The steps, in order.
    pub steps: Vec<&'c Step>,
    /// The exams of the dossier that are considered.
    pub exams: Vec<Weighed<'c>>,
    /// What can be done instead of a product.
    pub instead: Vec<(&'c Id, &'c Instead)>,
}

/// The triage of one exam.
#[derive(Debug)]
pub struct Weighed<'c> {
    /// Its number in the dossier.
    pub number: usize,
    /// Its id.
    pub id: &'c Id,
    /// What the dossier says.
    pub exam: &'c Exam,
    /// The steps, each with its answer.
    pub answers: Vec<(&'c Step, Answered<'c>)>,
    /// The outcome.
    pub outcome: Outcome<'c>,
}

/// The state of a step.
#[derive(Clone, Copy, Debug)]
pub enum Answered<'c> {
    /// Answered in the dossier.
    Written(&'c StepRecord),
    /// Not answered; the step then allows this.
    ByDefault(&'c Condition),
    /// Not answered yet.
    Open,
    /// No answer needed: the triage ended earlier.
    Skipped,
}

/// The outcome of the triage of an exam.
#[derive(Clone, Debug)]
pub enum Outcome<'c> {
    /// No product is needed.
    Stopped {
        /// The step that says so.
        step: &'c Step,
        /// The answer there.
        record: &'c StepRecord,
    },
    /// These steps are still open.
    Unfinished(Vec<&'c Step>),
    /// A product may be used, within what the steps allow.
    GoesOn,
}

impl<'c> Answered<'c> {
    /// The answers of the step's criterion that are allowed, where the step decides that.
    #[must_use]
    pub fn allows(self) -> Option<&'c Condition> {
        match self {
            Answered::Written(StepRecord { answer: StepAnswer::Allows(condition), .. })
            | Answered::ByDefault(condition) => Some(condition),
            Answered::Written(_) | Answered::Open | Answered::Skipped => None,
        }
    }
}

/// The answers or options that no answer which meets a condition can have.
#[must_use]
pub fn ruled_out(question: &Question, condition: &Condition) -> Set {
    let can_have = |at: usize| {
        let with = match everything(question) {
            Possible::Choices(_) => Possible::Choices(Set::one(at)),
            Possible::Options { lacks, .. } => Possible::Options { has: Set::one(at), lacks },
            Possible::Numbers { .. } => Possible::Numbers { ranges: Vec::new(), named: Set::one(at) },
        };
        let mut answers = representatives(question, &with, &[condition]).into_iter();
        answers.any(|answer| holds(question, condition, answer))
    };
    (0..question.count()).filter(|at| !can_have(*at)).collect()
}

impl Weighed<'_> {
    /// Whether the triage says that no product is needed.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        matches!(self.outcome, Outcome::Stopped { .. })
    }

    /// Whether every step has an answer that it needs.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        !matches!(self.outcome, Outcome::Unfinished(_))
    }
}

impl Triage<'_> {
    /// Whether exams were considered and none of them needs a product.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        !self.exams.is_empty() && self.exams.iter().all(Weighed::is_stopped)
    }

    /// Whether there is something to consider, and all of it was considered.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        !self.exams.is_empty() && self.exams.iter().all(Weighed::is_finished)
    }
}

/// The triage of the dossier of a catalogue, for one exam or for all. A step whose premise
/// does not hold is not asked.
#[must_use]
pub fn of(catalogue: &Catalogue, kind: usize, exam: Option<usize>) -> Triage<'_> {
    let is_asked = |step: &Step| step.applies_to.contains(kind) && catalogue.applies(step.premise);
    let steps: Vec<(usize, &Step)> =
        catalogue.steps.values().enumerate().filter(|(_, step)| is_asked(step)).collect();
    let dossier = catalogue.dossier.as_ref().filter(|dossier| dossier.kind == kind);
    let exams = dossier.iter().flat_map(|dossier| dossier.triage.iter().enumerate());
    let exams = exams
        .filter(|(number, _)| exam.is_none_or(|wanted| wanted == *number))
        .map(|(number, (id, exam))| weighed(number, id, exam, &steps))
        .collect();
    let instead = catalogue.instead.iter().filter(|(_, one)| one.applies_to.contains(kind)).collect();
    Triage { kind, steps: steps.iter().map(|(_, step)| *step).collect(), exams, instead }
}

fn weighed<'c>(number: usize, id: &'c Id, exam: &'c Exam, steps: &[(usize, &'c Step)]) -> Weighed<'c> {
    let mut answers = Vec::with_capacity(steps.len());
    let mut end: Option<(&'c Step, &'c StepRecord)> = None;
    let mut open = Vec::new();
    for (at, step) in steps {
        let answered = match (exam.steps.get(at), &step.form) {
            // Answers after the end may stay in the file, but have no effect.
            _ if end.is_some() => Answered::Skipped,
            (Some(record), _) => {
                if step.ends(&record.answer) {
                    end = Some((step, record));
                }
                Answered::Written(record)
            }
            (None, StepForm::Allows { unless_written: Some(condition), .. }) => {
                Answered::ByDefault(condition)
            }
            (None, _) => {
                open.push(*step);
                Answered::Open
            }
        };
        answers.push((*step, answered));
    }
    let outcome = match end {
        Some((step, record)) => Outcome::Stopped { step, record },
        None if open.is_empty() => Outcome::GoesOn,
        None => Outcome::Unfinished(open),
    };
    Weighed { number, id, exam, answers, outcome }
}

impl Step {
    /// The number of the criterion whose allowed answers it decides.
    #[must_use]
    pub fn criterion(&self) -> Option<usize> {
        match self.form {
            StepForm::Allows { criterion, .. } => Some(criterion),
            StepForm::OneOf(_) => None,
        }
    }

    /// Whether an answer ends the triage: no product is needed.
    #[must_use]
    pub fn ends(&self, answer: &StepAnswer) -> bool {
        match (&self.form, answer) {
            (StepForm::OneOf(answers), StepAnswer::Choice(at)) => {
                answers.get(*at).is_some_and(|(_, ends)| *ends)
            }
            _ => false,
        }
    }
}
