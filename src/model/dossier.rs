//! One institution's own answers: its need, its checklist, its triage, who was
//! consulted, and what was chosen. It holds roles, never names of persons.

use indexmap::IndexMap;

use super::{Condition, Date, Id, Localized, Need, Possible, Product, Variant};
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
    /// The records of checklist items, by item number.
    pub checklist: IndexMap<usize, ItemRecord>,
    /// The triage, for each kind of exam.
    pub triage: IndexMap<Id, Exam>,
    /// The products that the institution chooses from; all when empty.
    pub candidates: Vec<Candidate>,
    /// The products that it uses now.
    pub in_use: Vec<Candidate>,
    /// What it says of its own work.
    pub own_work: Vec<OwnWork>,
    /// What was asked about products.
    pub asked: Vec<Asked>,
    /// Who was consulted.
    pub consulted: Vec<Consulted>,
    /// What was chosen.
    pub chosen: Option<Chosen>,
    /// Where the file begins.
    pub place: Place,
}

vocabulary! {
    /// The status of an item of the checklist.
    #[derive(Default)]
    pub enum ItemStatus {
        /// Arranged.
        Done = "done",
        /// Being worked on.
        InProgress = "in-progress",
        /// Not arranged; the default when nothing is recorded.
        #[default]
        Open = "open",
        /// It does not apply here; the reason is recorded.
        NotApplicable = "not-applicable",
    }
}

/// The record of an item of the checklist.
#[derive(Clone, Debug)]
pub struct ItemRecord {
    /// Its status.
    pub status: ItemStatus,
    /// Who is responsible: a role.
    pub role: Option<String>,
    /// When it was done.
    pub on: Option<Date>,
    /// Where it is filed.
    pub filed: Option<String>,
    /// When it is reviewed; may be in the future.
    pub review: Option<Date>,
    /// A remark, or the reason why it does not apply.
    pub because: Option<String>,
    /// Its place in the file.
    pub place: Place,
}

/// The triage of one kind of exam.
#[derive(Clone, Debug)]
pub struct Exam {
    /// What the exam is.
    pub title: String,
    /// The day on which it is held; may be in the future.
    pub held: Option<Date>,
    /// How someone takes it who cannot or will not be supervised by software.
    pub equal_alternative: Option<String>,
    /// Who answered: a role.
    pub role: Option<String>,
    /// When.
    pub on: Option<Date>,
    /// The answers, by number of the step.
    pub steps: IndexMap<usize, StepRecord>,
    /// Its place in the file.
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
    /// Its place in the file.
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
    /// In what capacity a body was consulted.
    pub enum Right {
        /// Nothing is decided without them (instemming).
        Consent = "consent",
        /// They advise, and the institution answers (advies).
        Advice = "advice",
        /// The institution and they do not agree which of the two it is (betwist).
        Disputed = "disputed",
        /// It was discussed with them (overleg).
        Discussion = "discussion",
        /// They were informed (informatie).
        Information = "information",
    }
}

impl Right {
    /// Whether the body must be heard before a choice is made. A discussion, or
    /// informing the body, can come later.
    #[must_use]
    pub fn comes_before_a_choice(self) -> bool {
        matches!(self, Right::Consent | Right::Advice | Right::Disputed)
    }
}

/// A body that was consulted.
#[derive(Clone, Debug)]
pub struct Consulted {
    /// Which body.
    pub body: String,
    /// In what capacity.
    pub right: Right,
    /// What was asked.
    pub asked: String,
    /// The outcome; `None` while it is pending.
    pub outcome: Option<String>,
    /// When.
    pub on: Option<Date>,
    /// Its place in the file.
    pub place: Place,
}

/// A product, or one variant of it, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The id of the product, or one that it had before.
    pub product: String,
    /// The id of the variant; `None` means all of them.
    pub variant: Option<String>,
    /// Its place in the file.
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
    /// The reason, also when it departs from the ranking.
    pub because: String,
    /// Its place in the file.
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

/// What an institution says of something that it sees to itself.
#[derive(Clone, Debug)]
pub struct OwnWork {
    /// The criterion, by number.
    pub criterion: usize,
    /// The products and variants that it is about; all when empty.
    pub covers: Vec<Candidate>,
    /// The answers that remain possible.
    pub possible: Possible,
    /// Who sees to it: a role.
    pub role: String,
    /// Since when it is so.
    pub on: Date,
    /// Where it is written down.
    pub filed: Option<String>,
    /// A remark.
    pub note: Option<Localized>,
    /// Its place in the file.
    pub place: Place,
}

/// A question about products that the institution put to somebody.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The products and variants that it is about; all when empty.
    pub covers: Vec<Candidate>,
    /// The criteria that it is about, by number; all when empty.
    pub about: Vec<usize>,
    /// Who asked: a role.
    pub role: Option<String>,
    /// When.
    pub on: Date,
    /// Where the question is kept.
    pub filed: Option<String>,
    /// Its place in the file.
    pub place: Place,
}

impl Dossier {
    /// When this was last asked about an alternative.
    #[must_use]
    pub fn last_asked(&self, product: &Product, variant: &Variant, criterion: usize) -> Option<Date> {
        let about = self.asked.iter().filter(|one| one.is_about(product, variant, criterion));
        about.map(|one| one.on).max()
    }

    /// The product that was chosen, as `product` or `product/variant`; `None` where nothing,
    /// or something instead of a product, was.
    #[must_use]
    pub fn chosen_product(&self) -> Option<String> {
        match &self.chosen.as_ref()?.what {
            Pick::Product(product, Some(variant)) => Some(format!("{product}/{variant}")),
            Pick::Product(product, None) => Some(product.clone()),
            Pick::Instead(_) => None,
        }
    }
}

impl Asked {
    /// Whether it is about this criterion of this alternative.
    #[must_use]
    pub fn is_about(&self, product: &Product, variant: &Variant, criterion: usize) -> bool {
        (self.about.is_empty() || self.about.contains(&criterion))
            && (self.covers.is_empty() || self.covers.iter().any(|one| one.names(product, variant)))
    }
}

impl OwnWork {
    /// Whether it is about this alternative.
    #[must_use]
    pub fn covers(&self, product: &Product, variant: &Variant) -> bool {
        self.covers.is_empty() || self.covers.iter().any(|one| one.names(product, variant))
    }
}

impl Candidate {
    /// Whether it names this alternative: its product, and its variant or none.
    #[must_use]
    pub fn names(&self, product: &Product, variant: &Variant) -> bool {
        product.answers_to(&self.product)
            && self.variant.as_deref().is_none_or(|only| variant.id.as_str() == only)
    }
}
