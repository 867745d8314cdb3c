//! What divides a ranking, and the groups that it is divided into.

use crate::model::{Catalogue, Criterion, GroupBy, Hosting, Id, Localized};

/// What divides a ranking.
#[derive(Clone, Copy, Debug)]
pub enum GroupedBy<'c> {
    /// The answers to this criterion.
    Criterion(&'c Criterion),
    /// Who runs the product.
    Hosting,
}

impl<'c> GroupedBy<'c> {
    /// The group with this number; `None` is that of what is not settled.
    #[must_use]
    pub fn group(self, number: Option<usize>) -> Group<'c> {
        let found = match self {
            GroupedBy::Criterion(criterion) => number.and_then(|at| {
                let choice = criterion.question.choice(at)?;
                Some(Group::Answer(at, &choice.id, &choice.text))
            }),
            GroupedBy::Hosting => number.and_then(|at| Hosting::ALL.get(at).copied().map(Group::Hosting)),
        };
        found.unwrap_or(Group::Unsettled)
    }

    /// The group of a variant that this party runs, whose answer has this number.
    pub(super) fn group_of(self, hosting: Hosting, answer: Option<usize>) -> Group<'c> {
        match self {
            GroupedBy::Criterion(_) => self.group(answer),
            GroupedBy::Hosting => Group::Hosting(hosting),
        }
    }
}

/// A group of a divided ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group<'c> {
    /// Those with this answer: its number and its choice.
    Answer(usize, &'c Id, &'c Localized),
    /// Those that this party runs.
    Hosting(Hosting),
    /// Those whose answer is not settled.
    Unsettled,
}

impl Group<'_> {
    /// Its number among the groups of the same kind, in order; `None` is that of what
    /// is not settled, which comes last.
    #[must_use]
    pub fn number(self) -> Option<usize> {
        match self {
            Group::Answer(at, ..) => Some(at),
            Group::Hosting(hosting) => Some(hosting as usize),
            Group::Unsettled => None,
        }
    }

    /// Where a group stands among the others; the one list of an undivided ranking is first.
    pub(super) fn order(group: Option<Group<'_>>) -> usize {
        group.map_or(0, |group| group.number().unwrap_or(usize::MAX))
    }
}

/// The criterion that divides the alternatives of a kind, by number; `None` where they
/// are not divided, or by something else.
pub(super) fn form(catalogue: &Catalogue, kind: usize) -> Option<usize> {
    match catalogue.kinds.get_index(kind)?.1.group_by? {
        GroupBy::Criterion(number) => Some(number),
        GroupBy::Hosting => None,
    }
}
