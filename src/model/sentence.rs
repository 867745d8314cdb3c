//! The sentences of the AP that criteria come from, and what can be done
//! instead of a product.

use super::{Basis, Localized, Set};
use crate::text::Place;
use crate::vocabulary;

/// One sentence of a document of the AP, in our own words.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its place in the document.
    pub at: Localized,
    /// What it says, in our own words.
    pub says: Localized,
    /// How binding it is.
    pub force: Force,
    /// The document, by its number in the catalogue.
    pub document: usize,
    /// Its place in our file.
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
    /// How binding a sentence is, the strongest first.
    #[derive(PartialOrd, Ord)]
    pub enum Force {
        /// It states an obligation.
        Must = "must",
        /// It gives advice.
        Advice = "advice",
        /// It explains, refers or warns.
        Context = "context",
    }
}

/// What an institution can do instead of choosing a product of some kind; shown
/// beside every ranking of that kind, never ranked.
#[derive(Clone, Debug)]
pub struct Instead {
    /// The kinds that it can replace, by number.
    pub applies_to: Set,
    /// A short title.
    pub title: Localized,
    /// What it is.
    pub what: Localized,
    /// The AP sentences that name it.
    pub from: Vec<String>,
    /// Whose authority it rests on.
    pub basis: Basis,
    /// Its place in the file.
    pub place: Place,
}
