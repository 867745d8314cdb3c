//! The triage: what is asked before any product, for each kind of exam.

use indexmap::IndexMap;

use super::{Basis, Choice, Condition, Id, Localized, Set};
use crate::text::Place;
use crate::vocabulary;

/// One step of the triage.
#[derive(Clone, Debug)]
pub struct Step {
    /// The name of its file.
    pub id: Id,
    /// A short title.
    pub title: Localized,
    /// The question.
    pub ask: Localized,
    /// Why it is asked.
    pub why: Localized,
    /// How to find the answer.
    pub how: Option<Localized>,
    /// The kinds that it is asked for, by number.
    pub applies_to: Set,
    /// It is asked only while this premise holds, by number.
    pub premise: Option<usize>,
    /// Whose authority it rests on.
    pub basis: Basis,
    /// Laws and sources behind it.
    pub grounds: Vec<Localized>,
    /// The AP sentences that it comes from.
    pub from: Vec<String>,
    /// What must be written down with the answer.
    pub write_down: WriteDown,
    /// How it is answered.
    pub form: StepForm,
    /// Earlier ids.
    pub formerly: Vec<Id>,
    /// Why it is no longer used, if so.
    pub withdrawn: Option<Localized>,
    /// Where its file begins.
    pub place: Place,
}

vocabulary! {
    /// What comes after an answer to a step.
    pub enum StepEnd {
        /// The triage goes on.
        GoOn = "go-on",
        /// The triage ends: no product is used.
        Stop = "stop",
    }
}

vocabulary! {
    /// What must be written down, as a single word in a file.
    pub enum WriteDownWord {
        /// For each thing that can be done instead of a product, why it does
        /// not suffice.
        Instead = "alternatives",
    }
}

/// What must be written down with an answer.
#[derive(Clone, Debug)]
pub enum WriteDown {
    /// An answer to each of these questions.
    Questions(IndexMap<Id, Localized>),
    /// For each thing that can be done instead of a product, why it does not
    /// suffice.
    Instead,
}

/// How a step is answered.
#[derive(Clone, Debug)]
pub enum StepForm {
    /// One of these answers; the flag says whether the triage ends there.
    OneOf(Vec<(Choice, bool)>),
    /// The answers of a criterion that are allowed; a comparison then shows
    /// only products that have one of them.
    Allows {
        /// The criterion, by number.
        criterion: usize,
        /// What is allowed when no reason is recorded; without it the step
        /// stays open.
        unless_written: Option<Condition>,
    },
}
