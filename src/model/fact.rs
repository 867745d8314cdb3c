//! Facts: the answers that the sources leave possible.

use super::{DayOrMonth, Evidence, Localized, Set};
use crate::text::Place;

/// What a vendor file says about one criterion.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The criterion, by its number in the catalogue.
    pub criterion: usize,
    /// The answers, per group of variants.
    pub answers: Vec<Answer>,
    /// What they rest on.
    pub evidence: Vec<Evidence>,
    /// The vendor's reply, shown beside the answer, never scored.
    pub reply: Option<Reply>,
    /// The vendor says that the answer is wrong.
    pub disputed: Option<Disputed>,
    /// In an amending layer: why it deviates.
    pub because: Option<Localized>,
    /// Its place in the file.
    pub place: Place,
}

/// An answer for some variants.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The variants.
    pub variants: Set,
    /// What is known.
    pub stated: Stated,
    /// A remark.
    pub note: Option<Localized>,
    /// Its place in the file.
    pub place: Place,
}

impl Answer {
    /// Why nothing was found, if someone searched.
    #[must_use]
    pub fn reason(&self) -> Option<&Localized> {
        match &self.stated {
            Stated::Possible(_) => None,
            Stated::Unknown(reason) => Some(reason),
        }
    }
}

/// What an answer says.
#[derive(Clone, Debug)]
pub enum Stated {
    /// These answers are possible.
    Possible(Possible),
    /// Someone searched and found nothing; the reason.
    Unknown(Localized),
}

/// The answers that remain possible.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Possible {
    /// `one-of`: one of these, at least one.
    Choices(Set),
    /// `any-of`: every set of options that has all of `has` and none of `lacks`.
    Options {
        /// Certainly there.
        has: Set,
        /// Certainly not there.
        lacks: Set,
    },
    /// `number`: a number in one of these ranges, or one of these named answers.
    Numbers {
        /// The ranges.
        ranges: Vec<NumberRange>,
        /// The named answers.
        named: Set,
    },
}

impl Possible {
    /// What is left of it when none of these answers or options can be given.
    #[must_use]
    pub fn without(&self, choices: Set) -> Possible {
        match self {
            Possible::Choices(set) => Possible::Choices(set.without(choices)),
            Possible::Options { has, lacks } => Possible::Options { has: *has, lacks: lacks.union(choices) },
            Possible::Numbers { ranges, named } => {
                Possible::Numbers { ranges: ranges.clone(), named: named.without(choices) }
            }
        }
    }

    /// Whether it gives, or leaves possible by name, one of these answers or options.
    #[must_use]
    pub fn gives(&self, choices: Set) -> bool {
        let given = match self {
            Possible::Choices(set) => *set,
            Possible::Options { has, .. } => *has,
            Possible::Numbers { named, .. } => *named,
        };
        !given.intersection(choices).is_empty()
    }
}

/// Whole numbers from `from` up to and including `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NumberRange {
    /// The smallest.
    pub from: u64,
    /// The largest; `None` is unlimited.
    pub to: Option<u64>,
}

/// The vendor's reply.
#[derive(Clone, Debug)]
pub struct Reply {
    /// What it says.
    pub text: Localized,
    /// When.
    pub on: DayOrMonth,
    /// Where.
    pub url: Option<String>,
}

/// The vendor says that the answer is wrong.
#[derive(Clone, Debug)]
pub struct Disputed {
    /// When.
    pub on: DayOrMonth,
    /// Where.
    pub url: Option<String>,
}
