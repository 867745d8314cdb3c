//! Migrations: what became of answers that a criterion no longer has.

use std::sync::Arc;

use super::{Id, Localized};
use crate::text::Place;

/// A change of meaning that took new ids: one migration file.
#[derive(Clone, Debug)]
pub struct Migration {
    /// A short title.
    pub title: Localized,
    /// What changed, and why.
    pub because: Localized,
    /// Where its file begins.
    pub place: Place,
}

/// An answer, option or named number that a criterion had before.
///
/// At least one of `becomes` and `look` is there.
#[derive(Clone, Debug)]
pub struct Former {
    /// Its id, which the criterion does not have now.
    pub id: Id,
    /// The answer that takes its place, by its number.
    pub becomes: Option<usize>,
    /// Why a person must look at a fact that names it: what it says now cannot be
    /// known from the old answer.
    pub look: Option<Localized>,
    /// The migration that says so.
    pub migration: Arc<Migration>,
}

impl Former {
    /// The former answer with this id.
    #[must_use]
    pub fn find<'f>(all: &'f [Former], id: &str) -> Option<&'f Former> {
        all.iter().find(|former| former.id.as_str() == id)
    }
}
