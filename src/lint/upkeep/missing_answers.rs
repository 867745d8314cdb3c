//! Questions about which the file of a product says nothing for a variant. Looked for and
//! not found is an answer too.

use crate::model::{Catalogue, Criterion, Product};
use crate::say;
use crate::text::Diagnostic;

use super::{MISSING_ANSWERS, named};

pub(super) fn check(product: &Product, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let of_variant = |(at, variant): (usize, &crate::model::Variant)| {
        let all = catalogue.criteria_of(product.kind).count();
        let missing: Vec<&Criterion> = catalogue
            .criteria_of(product.kind)
            .filter(|(number, _)| product.fact(*number, at).is_none())
            .map(|(_, criterion)| criterion)
            .collect();
        if missing.is_empty() {
            return None;
        }
        let (id, variant_id, count) = (&product.id, &variant.id, missing.len());
        let which = named(missing.iter().map(|criterion| &criterion.id));
        let message = say!(
            "over `{id}/{variant_id}` zegt het bestand niets bij {count} van de {all} vragen: {nl}",
            "about `{id}/{variant_id}` the file says nothing for {count} of the {all} questions: {en}",
            nl = which.nl,
            en = which.en
        );
        Some(Diagnostic::new(&MISSING_ANSWERS, variant.place, message).help(MISSING_ANSWERS.advice))
    };
    product.variants.iter().enumerate().filter_map(of_variant).collect()
}
