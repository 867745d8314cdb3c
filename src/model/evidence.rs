//! Evidence: what a source says, which source, and how good it is.

use super::{Date, DayOrMonth, Localized, Set};
use crate::text::Place;
use crate::vocabulary;

/// A source that a vendor file names.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name inside the file.
    pub id: super::Id,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// The day on which it, or the copy that was used, was read.
    pub read: Date,
    /// The date that the source itself gives.
    pub dated: Option<DayOrMonth>,
    /// How good it is.
    pub grade: Grade,
    /// How much of it was read.
    pub extent: Extent,
    /// The address of an archived copy.
    pub archived: Option<String>,
    /// Read from a stored copy whose day is not known; never fresh.
    pub undated_copy: bool,
    /// Who reviewed it, in which role, and when.
    pub reviewed: Option<Reviewed>,
    /// Its place in the file.
    pub place: Place,
}

/// A review of a source.
#[derive(Clone, Debug)]
pub struct Reviewed {
    /// The role of the reader, never a name.
    pub role: String,
    /// The day.
    pub on: Date,
}

vocabulary! {
    /// How good a source is, the weakest first.
    #[derive(Default, PartialOrd, Ord, Hash)]
    pub enum Grade {
        /// Press, an institution's experience, vendors' claims passed on.
        #[default]
        Reported = "reported",
        /// The maker says so in public.
        Vendor = "vendor",
        /// Binding, published or seen.
        Contract = "contract",
        /// An independent finding: DPIA, audit, regulator, court, own measurement.
        Verified = "verified",
    }
}

vocabulary! {
    /// How much of a source was read.
    #[derive(Default)]
    pub enum Extent {
        /// All of it.
        #[default]
        Whole = "whole",
        /// A part.
        Excerpt = "excerpt",
        /// As reported by another source.
        SecondHand = "second-hand",
    }
}

vocabulary! {
    /// What is known of a stored copy that was read instead of the source.
    pub enum StoredCopy {
        /// The day on which it was stored is not known.
        Undated = "undated",
    }
}

/// One item of evidence for a fact.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The source, by its number in the product.
    pub source: usize,
    /// The source's own words, at most 300 characters.
    pub quote: Option<String>,
    /// What it shows, in our words.
    pub shows: Option<Localized>,
    /// The variants that it covers; all when not given.
    pub variants: Option<Set>,
    /// The answers that it gives, where sources contradict each other.
    pub says: Vec<String>,
    /// Its place in the file.
    pub place: Place,
}

impl Evidence {
    /// Whether it covers this variant.
    #[must_use]
    pub fn covers(&self, variant: usize) -> bool {
        self.variants.is_none_or(|variants| variants.contains(variant))
    }
}
