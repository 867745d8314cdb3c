//! Profiles: weights, and what is required.

use indexmap::IndexMap;

use super::{Condition, Grade, Id, Inherited, Localized, NeedCondition, NeedField, NeedValue};
use crate::text::{FileId, Place};
use crate::vocabulary;

/// A profile, with what it inherits already filled in.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The name of its file.
    pub id: Id,
    /// A short title.
    pub title: Localized,
    /// Who uses these weights, and why.
    pub because: Localized,
    /// Budgets by theme number; without them weights count as they are.
    pub themes: Option<IndexMap<usize, u32>>,
    /// Weights by criterion number; what is not here weighs nothing.
    pub weights: IndexMap<usize, u32>,
    /// What is required.
    pub requirements: Inherited<Requirement>,
    /// What is required in some situations only.
    pub need_rules: Inherited<NeedRule>,
    /// Which knock-outs are in force.
    pub knock_outs: KnockOutScope,
    /// Which evidence counts.
    pub evidence: EvidenceRule,
    /// Earlier ids.
    pub formerly: Vec<Id>,
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
    /// It applies only when all of these hold, by criterion number.
    pub when: Vec<(usize, Condition)>,
    /// It applies only while this premise holds, by number.
    pub premise: Option<usize>,
    /// Who asks for it, and why.
    pub origin: Origin,
    /// Where it is written; `None` when it was asked for on top of the profile.
    pub place: Option<Place>,
    /// Whether it depends on something that the dossier leaves open. Then it
    /// may or may not apply, and `answers` is as strict as it can turn out to
    /// be.
    pub depends: bool,
}

/// A requirement that applies in some situations only, and only when there is a
/// dossier; see [`crate::institution::situation`].
#[derive(Clone, Debug)]
pub struct NeedRule {
    /// The situation: all of these conditions hold.
    pub need: Vec<(NeedField, NeedCondition)>,
    /// The requirement. A bound that comes from a field of the need is not
    /// filled in yet.
    pub requirement: Requirement,
    /// The field that gives `at-least`.
    pub at_least: Option<NeedField>,
    /// The field that gives `at-most`.
    pub at_most: Option<NeedField>,
}

/// Who asks for something, and why: what a sentence about it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A criterion or a profile, with the reason that its file gives.
    Written(Localized),
    /// A rule of the profile that depends on the need of the institution.
    Need {
        /// The reason that the profile gives.
        because: Localized,
        /// The fields that the rule looks at, each with what the dossier says.
        fields: Vec<(NeedField, Option<NeedValue>)>,
    },
    /// The triage of an exam.
    Triage {
        /// The title of the exam.
        exam: String,
        /// What was written down with the answer; `None` when nothing was, and
        /// what is allowed then holds.
        written: Option<String>,
    },
    /// Whoever asked for the comparison, in these words.
    Asked(String),
}

/// Which knock-outs of the criteria are in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum KnockOutScope {
    /// All of them.
    #[default]
    All,
    /// Those of criteria that have weight.
    Weighed,
    /// None.
    None,
    /// Those of these criteria.
    Criteria(Vec<usize>),
}

vocabulary! {
    /// Which knock-outs are in force, as a single word in a file.
    pub enum KnockOutWord {
        /// All of them.
        All = "all",
        /// Those of criteria that have weight.
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
