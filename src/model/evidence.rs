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
    /// Where it is.
    pub location: Location,
    /// The day on which it, or the copy that was used, was read.
    pub read: Date,
    /// The date that the source itself gives.
    pub dated: Option<DayOrMonth>,
    /// How good it is.
    pub grade: Grade,
    /// How much of it was read.
    pub extent: Extent,
    /// The address of an archived copy; none of what is filed.
    pub archived: Option<String>,
    /// Read from a stored copy whose day is not known; never fresh.
    pub undated_copy: bool,
    /// Who reviewed it, in which role, and when.
    pub reviewed: Option<Reviewed>,
    /// Its place in the file.
    pub place: Place,
}

impl Source {
    /// Its address, if anyone can open it.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        match &self.location {
            Location::Public(url) => Some(url),
            Location::Filed(_) => None,
        }
    }

    /// Its place in the institution's own records, if it is there.
    #[must_use]
    pub fn filed(&self) -> Option<&str> {
        match &self.location {
            Location::Public(_) => None,
            Location::Filed(place) => Some(place),
        }
    }

    /// Its address, or its place in the institution's own records: to be shown, not to be
    /// opened.
    #[must_use]
    pub fn whereabouts(&self) -> &str {
        let (Location::Public(text) | Location::Filed(text)) = &self.location;
        text
    }
}

/// Where a source is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// At this address, where anyone can read it.
    Public(String),
    /// At this place in the institution's own records, as it calls it. Others cannot read
    /// it. Only a source of grade [`Grade::Pledged`] is there.
    Filed(String),
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
        /// The maker says so in writing to an institution.
        Pledged = "pledged",
        /// The maker says so in public.
        Vendor = "vendor",
        /// Binding, published or seen.
        Contract = "contract",
        /// An independent finding: DPIA, audit, regulator, court, own measurement.
        Verified = "verified",
    }
}

impl Grade {
    /// Whether such a source is nothing but the word of the maker, to anyone or to one
    /// institution.
    #[must_use]
    pub fn is_vendors_word(self) -> bool {
        matches!(self, Grade::Pledged | Grade::Vendor)
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
