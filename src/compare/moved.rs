//! A premise in a comparison, and the alternatives that move with it, as plain data.

use crate::assess::{Eligibility, ScoreRange};
use crate::model::{Id, Premise, Product, Variant};

use super::group::Group;

/// A premise that matters to a comparison: something rests on it by which the alternatives
/// are judged, or it is assumed.
#[derive(Debug)]
pub struct OnPremise<'c> {
    /// Its id.
    pub id: &'c Id,
    /// The premise.
    pub premise: &'c Premise,
    /// What moves: from what holds by its dates to what is assumed, or, where nothing is
    /// assumed of a contested one, from what holds now to what would if it fell. First what
    /// is judged otherwise, then what only gets another place; each in the order of the
    /// comparison.
    pub moves: Vec<Move<'c>>,
}

/// An alternative that moves.
#[derive(Debug)]
pub struct Move<'c> {
    /// The product.
    pub product: &'c Product,
    /// The variant.
    pub variant: &'c Variant,
    /// Where it comes from; `None` when the triage leaves it out there.
    pub from: Option<Stand<'c>>,
    /// Where it goes to; `None` when the triage leaves it out there.
    pub to: Option<Stand<'c>>,
}

/// What an alternative comes to in a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand<'c> {
    /// Its score.
    pub score: ScoreRange,
    /// Its block.
    pub eligibility: Eligibility,
    /// Its group, when the ranking is divided.
    pub group: Option<Group<'c>>,
    /// Its rank inside the group.
    pub rank: usize,
}

impl<'c> OnPremise<'c> {
    /// How an alternative moves; `None` where it does not.
    #[must_use]
    pub fn of(&self, product: &Product, variant: &Variant) -> Option<&Move<'c>> {
        self.moves.iter().find(|one| one.product.id == product.id && one.variant.id == variant.id)
    }
}

impl Move<'_> {
    /// Whether it only gets another place, because others move.
    #[must_use]
    pub fn is_place_only(&self) -> bool {
        match (&self.from, &self.to) {
            (Some(from), Some(to)) => Stand { rank: to.rank, ..*from } == *to,
            _ => false,
        }
    }
}
