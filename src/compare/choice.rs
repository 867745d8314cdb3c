//! A choice among few: which alternatives are compared, and which of them the
//! institution uses now.

use crate::model::{Candidate, Catalogue, Dossier, Product, Variant};

use super::adjust::Request;

/// A product by its id or one that it had before, and one of its variants or all.
type Pair<'r> = (&'r str, Option<&'r str>);

/// Which alternatives are compared.
pub(super) struct Choice<'r> {
    /// All when empty.
    candidates: Vec<Pair<'r>>,
    in_use: Vec<Pair<'r>>,
}

impl<'r> Choice<'r> {
    /// The choice of a request: what it names itself, else the candidates of the dossier.
    pub(super) fn of(catalogue: &'r Catalogue, request: &'r Request<'_>) -> Choice<'r> {
        let dossier = catalogue.dossier.as_ref().filter(|dossier| dossier.kind == request.kind);
        let pair = |one: &'r Candidate| (one.product.as_str(), one.variant.as_deref());
        let written = |list: fn(&Dossier) -> &Vec<Candidate>| -> Vec<Pair<'r>> {
            dossier.map(|dossier| list(dossier).iter().map(pair).collect()).unwrap_or_default()
        };
        let asked: Vec<Pair<'r>> =
            request.only.iter().map(|(product, variant)| (product.as_str(), variant.as_deref())).collect();
        let candidates = match () {
            () if request.all => Vec::new(),
            () if asked.is_empty() => written(|dossier| &dossier.candidates),
            () => asked,
        };
        Choice { candidates, in_use: written(|dossier| &dossier.in_use) }
    }

    /// Whether only some alternatives are compared.
    pub(super) fn is_made(&self) -> bool {
        !self.candidates.is_empty()
    }

    /// Whether an alternative is compared. What is used now stays beside the candidates.
    pub(super) fn includes(&self, product: &Product, variant: &Variant) -> bool {
        !self.is_made() || names(&self.candidates, product, variant) || self.is_in_use(product, variant)
    }

    /// Whether the institution uses an alternative now.
    pub(super) fn is_in_use(&self, product: &Product, variant: &Variant) -> bool {
        names(&self.in_use, product, variant)
    }
}

fn names(pairs: &[Pair<'_>], product: &Product, variant: &Variant) -> bool {
    pairs
        .iter()
        .any(|(id, only)| product.answers_to(id) && only.is_none_or(|only| variant.id.as_str() == only))
}
