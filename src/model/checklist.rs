//! The institution's checklist: what it arranges itself, whatever the product.

use super::{Basis, Force, Id, Localized, NeedCondition, NeedField, Set};
use crate::text::Place;
use crate::vocabulary;

vocabulary! {
    /// The stage at which something is arranged: the three parts of the AP's
    /// checklist.
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
    /// Whether an item is reviewed again on a later day.
    #[derive(Default)]
    pub enum Review {
        /// A day is required.
        Required = "required",
        /// A day is optional.
        #[default]
        Optional = "optional",
    }
}

/// A heading of the checklist.
#[derive(Clone, Debug)]
pub struct Heading {
    /// A short title.
    pub title: Localized,
    /// The part that it belongs to.
    pub phase: Phase,
    /// Its place in the file.
    pub place: Place,
}

/// An item of the checklist.
#[derive(Clone, Debug)]
pub struct Item {
    /// The name of its file.
    pub id: Id,
    /// A short title.
    pub title: Localized,
    /// The sentence that is true once it is arranged.
    pub done_when: Localized,
    /// Why it matters.
    pub why: Localized,
    /// How to arrange it.
    pub how: Option<Localized>,
    /// Who is usually responsible: a role, never a person.
    pub role: Option<Localized>,
    /// Its heading, by number in the catalogue.
    pub under: usize,
    /// The kinds that it applies to, by number.
    pub applies_to: Set,
    /// It applies only when all of these conditions hold.
    pub need: Vec<(NeedField, NeedCondition)>,
    /// It applies only while this premise holds, by number.
    pub premise: Option<usize>,
    /// Whether it must be arranged, or is advised; never `Context`.
    pub force: Force,
    /// Whose authority it rests on.
    pub basis: Basis,
    /// Laws and sources behind it.
    pub grounds: Vec<Localized>,
    /// The AP sentences that it comes from.
    pub from: Vec<String>,
    /// The criteria whose answers for a product help with it, by number.
    pub answered_by: Vec<usize>,
    /// Whether it is reviewed again on a later day.
    pub review: Review,
    /// Earlier ids.
    pub formerly: Vec<Id>,
    /// Why it is no longer used, if so.
    pub withdrawn: Option<Localized>,
    /// Where its file begins.
    pub place: Place,
}
