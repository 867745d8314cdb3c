//! The sentences of the AP that criteria come from, and what can be done
//! instead of a product.

use super::{Basis, Localized, Set};
use crate::text::Place;
use crate::vocabulary;

/// One sentence of a document of the AP, in our own words.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Where it stands in the document.
    pub at: Localized,
    /// What it says, in our own words.
    pub says: Localized,
    /// How strongly it says so.
    pub force: Force,
    /// The document, by its number in the catalogue.
    pub document: usize,
    /// Where it is written down here.
    pub place: Place,
}

/// A document of the AP.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its title.
    pub title: Localized,
    /// What is known of its date.
    pub published: Localized,
}

vocabulary! {
    /// How strongly a sentence says something, the strongest first.
    #[derive(PartialOrd, Ord)]
    pub enum Force {
        /// It says that something must be, or must be in any case.
        Must = "must",
        /// It advises.
        Advice = "advice",
        /// It explains, refers or warns.
        Context = "context",
    }
}

/// What an institution can do instead of choosing a product of some kind:
/// shown beside every ranking of that kind, never ranked.
#[derive(Clone, Debug)]
pub struct Instead {
    /// The kinds that it can take the place of, by number.
    pub applies_to: Set,
    /// A few words.
    pub title: Localized,
    /// What it is.
    pub what: Localized,
    /// The AP sentences that name it.
    pub from: Vec<String>,
    /// On whose word.
    pub basis: Basis,
    /// Where it is written down.
    pub place: Place,
}
