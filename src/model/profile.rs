//! Profiles: who weighs, and what is required.

use indexmap::IndexMap;

use super::{Condition, Grade, Id, Localized, NeedCondition, NeedField};
use crate::text::{FileId, Place};
use crate::vocabulary;

/// A weighing, with what it inherits already filled in.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The name of its file.
    pub id: Id,
    /// A few words.
    pub title: Localized,
    /// Who weighs like this, and why.
    pub because: Localized,
    /// Budgets by theme number; without them weights count as they are.
    pub themes: Option<IndexMap<usize, u32>>,
    /// Weights by criterion number; what is not here weighs nothing.
    pub weights: IndexMap<usize, u32>,
    /// What is required.
    pub requirements: Vec<Requirement>,
    /// What is required in some situations only.
    pub need_rules: Vec<NeedRule>,
    /// Which knock-outs are in force.
    pub knock_outs: KnockOutScope,
    /// Which evidence counts.
    pub evidence: EvidenceRule,
    /// Where its file begins.
    pub place: Place,
    /// Its own file and those of all profiles that it builds on.
    pub files: Vec<FileId>,
}

/// A required answer.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// The criterion, by its number in the catalogue.
    pub criterion: usize,
    /// The answers that are accepted.
    pub answers: Condition,
    /// It holds only when all of these hold, by criterion number.
    pub when: Vec<(usize, Condition)>,
    /// The reason.
    pub because: Localized,
    /// Who asks for it.
    pub origin: Origin,
    /// Whether it depends on something that the dossier leaves open. Then it may
    /// hold or not, and `answers` is as strict as it can turn out.
    pub depends: bool,
}

/// A requirement that holds in some situations only. It is asked only of who
/// has a dossier; see [`crate::institution::situation`].
#[derive(Clone, Debug)]
pub struct NeedRule {
    /// The situation: all of this holds.
    pub need: Vec<(NeedField, NeedCondition)>,
    /// The requirement. Where a bound is a field of the need, it has none yet.
    pub requirement: Requirement,
    /// The field that gives `at-least`.
    pub at_least: Option<NeedField>,
    /// The field that gives `at-most`.
    pub at_most: Option<NeedField>,
}

/// Who asks for a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The profile, at this place.
    Profile(Place),
    /// The triage of the exam with this number in the dossier.
    Triage(usize, Place),
    /// The command line.
    CommandLine,
}

/// Which knock-outs of the criteria are in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum KnockOutScope {
    /// All of them.
    #[default]
    All,
    /// Those of criteria that weigh something.
    Weighed,
    /// None.
    None,
    /// Those of these criteria.
    Criteria(Vec<usize>),
}

vocabulary! {
    /// Which knock-outs are in force, where one word in a file says it.
    pub enum KnockOutWord {
        /// All of them.
        All = "all",
        /// Those of criteria that weigh something.
        Weighed = "weighed",
        /// None.
        None = "none",
    }
}

impl From<KnockOutWord> for KnockOutScope {
    fn from(word: KnockOutWord) -> KnockOutScope {
        match word {
            KnockOutWord::All => KnockOutScope::All,
            KnockOutWord::Weighed => KnockOutScope::Weighed,
            KnockOutWord::None => KnockOutScope::None,
        }
    }
}

/// Which evidence counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EvidenceRule {
    /// Weaker evidence does not count.
    pub minimum_grade: Grade,
    /// What happens to stale evidence.
    pub stale: StaleRule,
}

vocabulary! {
    /// What happens to stale evidence.
    #[derive(Default)]
    pub enum StaleRule {
        /// It counts and is marked.
        #[default]
        Mark = "mark",
        /// It does not count.
        Unknown = "unknown",
    }
}
