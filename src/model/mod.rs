//! Layer 1: the domain as plain data. No file is read here, nothing is judged
//! and nothing is written; no type is `Serialize`, for the documents of the
//! outside world have structs of their own.
//!
//! Read in this order: [`criterion`], [`fact`], [`evidence`], [`vendor`],
//! [`profile`], [`catalogue`].

pub mod catalogue;
pub mod criterion;
pub mod evidence;
pub mod fact;
pub mod id;
pub mod level;
pub mod localized;
pub mod options;
pub mod profile;
pub mod sentence;
pub mod set;
pub mod vendor;

pub use catalogue::{Catalogue, Deviation, DeviationKind, Kind, LoadedFile, Theme};
pub use criterion::{Basis, Bounds, Choice, Condition, Criterion, KnockOut, Question, Rung, SettledBy, Term};
pub use evidence::{Evidence, Extent, Grade, Reviewed, Source};
pub use fact::{Answer, Disputed, Fact, NumberRange, Possible, Reply, Stated};
pub use id::Id;
pub use level::Level;
pub use localized::Localized;
pub use profile::{EvidenceRule, KnockOutScope, Origin, Profile, Requirement, StaleRule};
pub use sentence::{Document, Force, Instead, Sentence};
pub use set::Set;
pub use vendor::{Context, Hosting, Licence, Retired, Variant, Vendor};

/// A day, without time or zone.
pub type Date = jiff::civil::Date;
