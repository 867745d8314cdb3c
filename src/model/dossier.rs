//! One institution's own answers: its need, its checklist, its triage, who was
//! heard, and what was chosen. It holds roles, never names of persons.

use indexmap::IndexMap;

use super::{Condition, Date, Id, Need};
use crate::text::Place;
use crate::vocabulary;

/// A dossier.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// The institution.
    pub institution: String,
    /// The kind of product that it is about, by number.
    pub kind: usize,
    /// What the institution needs.
    pub need: Need,
    /// What is said of items of the checklist, by their number.
    pub checklist: IndexMap<usize, ItemRecord>,
    /// The triage, for each kind of exam.
    pub triage: IndexMap<Id, Exam>,
    /// Who was heard.
    pub consulted: Vec<Consulted>,
    /// What was chosen.
    pub chosen: Option<Chosen>,
    /// Where the file begins.
    pub place: Place,
}

vocabulary! {
    /// How an item of the checklist stands.
    #[derive(Default)]
    pub enum ItemStatus {
        /// Arranged.
        Done = "done",
        /// Somebody is at it.
        InProgress = "in-progress",
        /// Not arranged; also where nothing is said.
        #[default]
        Open = "open",
        /// It does not hold here, for a reason that is written down.
        NotApplicable = "not-applicable",
    }
}

/// What is said of an item of the checklist.
#[derive(Clone, Debug)]
pub struct ItemRecord {
    /// How it stands.
    pub status: ItemStatus,
    /// Who sees to it: a role.
    pub role: Option<String>,
    /// When it was done.
    pub on: Option<Date>,
    /// Where it is filed.
    pub filed: Option<String>,
    /// When it is looked at again; may lie ahead.
    pub review: Option<Date>,
    /// A remark, or the reason why it does not apply.
    pub because: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// The triage of one kind of exam.
#[derive(Clone, Debug)]
pub struct Exam {
    /// What the exam is.
    pub title: String,
    /// Who answered: a role.
    pub role: Option<String>,
    /// When.
    pub on: Option<Date>,
    /// The answers, by number of the step.
    pub steps: IndexMap<usize, StepRecord>,
    /// Where it stands.
    pub place: Place,
}

/// The answer to one step.
#[derive(Clone, Debug)]
pub struct StepRecord {
    /// The answer.
    pub answer: StepAnswer,
    /// What was written down with it, by the ids of the step's questions, or of
    /// what can be done instead.
    pub written: IndexMap<Id, String>,
    /// Where it stands.
    pub place: Place,
}

/// An answer to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepAnswer {
    /// The answer with this number.
    Choice(usize),
    /// These answers of the step's criterion are allowed.
    Allows(Condition),
}

vocabulary! {
    /// On what footing somebody was heard.
    pub enum Right {
        /// Nothing is decided without them (instemming).
        Consent = "consent",
        /// They advise, and the institution answers (advies).
        Advice = "advice",
        /// It was talked over (overleg).
        Discussion = "discussion",
        /// They were told (informatie).
        Information = "information",
    }
}

/// Somebody who was heard.
#[derive(Clone, Debug)]
pub struct Consulted {
    /// Which body.
    pub body: String,
    /// On what footing.
    pub right: Right,
    /// What was asked.
    pub asked: String,
    /// What came of it; `None` while it is still to come.
    pub outcome: Option<String>,
    /// When.
    pub on: Option<Date>,
    /// Where it stands.
    pub place: Place,
}

/// What was chosen, and why.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// What.
    pub what: Pick,
    /// Who chose: a role.
    pub role: Option<String>,
    /// When.
    pub on: Option<Date>,
    /// Why, also where it departs from the ranking.
    pub because: String,
    /// Where it stands.
    pub place: Place,
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A product, by its id as it is written, and one of its variants.
    Product(String, Option<String>),
    /// Something instead of a product, by its number.
    Instead(usize),
}
