//! What is known of every alternative of a kind.

use crate::assess::Knowledge;
use crate::assess::knowledge::{Baseline, knowledge};
use crate::model::{Catalogue, Criterion, Date, EvidenceRule, Hosting, Product};

/// An alternative, with what is known of it.
pub(super) struct Known<'c> {
    /// By criterion, in the order of their numbers, as [`Catalogue::criteria_of`] gives them.
    pub(super) answers: Vec<(usize, &'c Criterion, Knowledge)>,
}

impl<'c> Known<'c> {
    /// The criterion with this number, and what is known about it.
    pub(super) fn of(&self, number: usize) -> Option<(&'c Criterion, &Knowledge)> {
        let at = self.answers.binary_search_by_key(&number, |(number, ..)| *number).ok()?;
        self.answers.get(at).map(|(_, criterion, known)| (*criterion, known))
    }
}

/// The alternatives of a kind that are compared, each judged by this rule for evidence.
pub(super) fn alternatives(
    catalogue: &Catalogue,
    kind: usize,
    rule: EvidenceRule,
    as_of: Date,
) -> Vec<Known<'_>> {
    let criteria: Vec<(usize, &Criterion)> = catalogue.criteria_of(kind).collect();
    let baselines = Hosting::ALL.map(|hosting| {
        let of = |(_, criterion): &(usize, &Criterion)| Baseline::new(criterion, hosting);
        criteria.iter().map(of).collect::<Vec<_>>()
    });
    let products = catalogue.products_of(kind).filter(|product| product.retired.is_none() && !product.draft);
    let of_product = |product: &Product| {
        let of_variant = |at: usize, hosting: Hosting| {
            let here = Hosting::ALL.iter().position(|one| *one == hosting).unwrap_or_default();
            let baselines = baselines.get(here).map_or(&[][..], Vec::as_slice);
            let answers = criteria.iter().zip(baselines).map(|((number, criterion), nothing)| {
                let known = product.fact(*number, at).map_or_else(
                    || nothing.knowledge.clone(),
                    |stated| knowledge(criterion, stated, (product, at), rule, as_of, nothing),
                );
                (*number, *criterion, known)
            });
            Known { answers: answers.collect() }
        };
        let variants = product.variants.iter().enumerate();
        variants.map(|(at, variant)| of_variant(at, variant.hosting)).collect::<Vec<_>>()
    };
    products.flat_map(of_product).collect()
}
