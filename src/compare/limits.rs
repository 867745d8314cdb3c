//! What limits a comparison: whom variants are made for, and what the institution can
//! do. Every variant says both, so nothing is judged here.

use crate::model::{Audience, Dossier, Hosting, Set, Variant};

/// What limits a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Whom variants are made for, by number in [`Audience::ALL`].
    pub audience: Set,
    /// Who can run a product for the institution, by number in [`Hosting::ALL`], in
    /// place of what its dossier says.
    pub hosting: Option<Set>,
}

impl Default for Limits {
    fn default() -> Limits {
        let mut audience = Set::one(Audience::Education as usize);
        audience.insert(Audience::Business as usize);
        Limits { audience, hosting: None }
    }
}

impl Limits {
    /// Whether variants that are made for these are compared.
    #[must_use]
    pub fn is_for(&self, audience: Audience) -> bool {
        self.audience.contains(audience as usize)
    }

    /// Whom variants are made for that are compared, or that are not.
    pub fn audiences(&self, compared: bool) -> impl Iterator<Item = Audience> {
        Audience::ALL.into_iter().filter(move |audience| self.is_for(*audience) == compared)
    }

    /// Who can run a product for the institution; `None` where nothing says so.
    pub(super) fn possible(&self, dossier: Option<&Dossier>) -> Option<Set> {
        self.hosting.or_else(|| dossier?.need.hosting)
    }
}

/// Whether one of these can run a variant; anybody can where nothing says so.
pub(super) fn can_run(possible: Option<Set>, variant: &Variant) -> bool {
    possible.is_none_or(|possible| possible.contains(variant.hosting as usize))
}

/// What is in a set of [`Hosting`], in order.
pub(super) fn of_set(set: Set) -> impl Iterator<Item = Hosting> {
    Hosting::ALL.into_iter().filter(move |hosting| set.contains(*hosting as usize))
}
