//! The institution's checklist: what it arranges itself, whatever the product.

use super::{Basis, Force, Id, Localized, NeedCondition, NeedField, Set};
use crate::text::Place;
use crate::vocabulary;

vocabulary! {
    /// When in the course of choosing something is arranged: the three parts of the
    /// AP's checklist.
    #[derive(PartialOrd, Ord)]
    pub enum Phase {
        /// Before anything is chosen.
        DrawingBoard = "drawing-board",
        /// While choosing and contracting.
        Procurement = "procurement",
        /// Before use.
        Preparation = "preparation",
    }
}

vocabulary! {
    /// Whether a day belongs to an item on which it is looked at again.
    #[derive(Default)]
    pub enum Review {
        /// A day is asked for.
        Required = "required",
        /// A day may be given.
        #[default]
        Optional = "optional",
    }
}

/// A heading of the checklist.
#[derive(Clone, Debug)]
pub struct Heading {
    /// A few words.
    pub title: Localized,
    /// The part that it belongs to.
    pub phase: Phase,
    /// Where it stands.
    pub place: Place,
}

/// An item of the checklist.
#[derive(Clone, Debug)]
pub struct Item {
    /// The name of its file.
    pub id: Id,
    /// A few words.
    pub title: Localized,
    /// The sentence that is true once it is arranged.
    pub done_when: Localized,
    /// Why it matters.
    pub why: Localized,
    /// How to arrange it.
    pub how: Option<Localized>,
    /// Who usually sees to it: a role, never a person.
    pub role: Option<Localized>,
    /// Its heading, by number in the catalogue.
    pub under: usize,
    /// The kinds that it holds for, by number.
    pub applies_to: Set,
    /// It holds only where all of this holds.
    pub need: Vec<(NeedField, NeedCondition)>,
    /// Whether it must be arranged, or is advised; never `Context`.
    pub force: Force,
    /// On whose word.
    pub basis: Basis,
    /// Laws and sources behind it.
    pub grounds: Vec<Localized>,
    /// The AP sentences that it comes from.
    pub from: Vec<String>,
    /// The criteria whose answers for a product help with it, by number.
    pub answered_by: Vec<usize>,
    /// Whether a day belongs to it on which it is looked at again.
    pub review: Review,
    /// Earlier ids.
    pub formerly: Vec<Id>,
    /// Why it is no longer used, if so.
    pub withdrawn: Option<Localized>,
    /// Where its file begins.
    pub place: Place,
}
