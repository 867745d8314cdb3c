//! What a dossier says of own work where the institution does not see to it itself: that
//! changes nothing.

use crate::assess::knowledge::{Baseline, knowledge};
use crate::model::{Candidate, Catalogue, Criterion, Date, EvidenceRule, OwnWork, Product};
use crate::say;
use crate::text::Diagnostic;

use super::IDLE_OWN_WORK;

/// Answers about this product, where it is named, that change nothing for any variant
/// that they name.
pub(super) fn of_product(product: &Product, catalogue: &Catalogue, as_of: Date) -> Vec<Diagnostic> {
    let Some(dossier) = catalogue.dossier.as_ref().filter(|dossier| dossier.kind == product.kind) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for own in &dossier.own_work {
        let Some(criterion) = catalogue.criterion(own.criterion).filter(|_| can_count(own, catalogue)) else {
            continue;
        };
        for named in own.covers.iter().filter(|named| product.answers_to(&named.product)) {
            let exists = named.variant.is_none()
                || product.variants.iter().any(|variant| named.names(product, variant));
            if exists && !is_own_work(named, (own.criterion, criterion), product, as_of) {
                let (id, shown) = (&criterion.id, shown(named));
                let message = say!(
                    "bij `{shown}` regelt uw instelling `{id}` niet zelf, dus dit antwoord verandert niets",
                    "for `{shown}` your institution does not see to `{id}` itself, so this answer changes nothing"
                );
                found.push(Diagnostic::new(&IDLE_OWN_WORK, named.place, message).help(IDLE_OWN_WORK.advice));
            }
        }
    }
    found
}

/// Answers to questions of which own work is no answer, and answers about everything that
/// change nothing anywhere.
pub(super) fn of_dossier(catalogue: &Catalogue, as_of: Date) -> Vec<Diagnostic> {
    let Some(dossier) = &catalogue.dossier else { return Vec::new() };
    // A product that was judged while it was read has no facts any more.
    let products: Vec<&Product> =
        catalogue.products_of(dossier.kind).filter(|product| !product.facts.is_empty()).collect();
    let mut found = Vec::new();
    for own in &dossier.own_work {
        let Some(criterion) = catalogue.criterion(own.criterion) else { continue };
        let id = &criterion.id;
        let is_own = |product: &&Product| {
            let all = Candidate { product: product.id.to_string(), variant: None, place: own.place };
            is_own_work(&all, (own.criterion, criterion), product, as_of)
        };
        if !can_count(own, catalogue) {
            let message = say!(
                "`{id}` regelt een instelling nooit zelf, dus dit antwoord verandert niets",
                "an institution never sees to `{id}` itself, so this answer changes nothing"
            );
            found.push(Diagnostic::new(&IDLE_OWN_WORK, own.place, message).help(IDLE_OWN_WORK.advice));
        } else if own.covers.is_empty() && !products.is_empty() && !products.iter().any(is_own) {
            let message = say!(
                "bij geen enkel product regelt uw instelling `{id}` zelf, dus dit antwoord verandert niets",
                "your institution sees to `{id}` itself for no product, so this answer changes nothing"
            );
            found.push(Diagnostic::new(&IDLE_OWN_WORK, own.place, message).help(IDLE_OWN_WORK.advice));
        }
    }
    found
}

/// Whether own work is an answer to its question at all.
fn can_count(own: &OwnWork, catalogue: &Catalogue) -> bool {
    catalogue.criterion(own.criterion).is_some_and(|criterion| !criterion.question.own_work().is_empty())
}

/// Whether the criterion is own work for a variant that is named.
fn is_own_work(
    named: &Candidate,
    (number, criterion): (usize, &Criterion),
    product: &Product,
    as_of: Date,
) -> bool {
    let variants = product.variants.iter().enumerate().filter(|(_, variant)| named.names(product, variant));
    variants.into_iter().any(|(at, variant)| {
        let nothing = Baseline::new(criterion, variant.hosting);
        // Grade and age play no part in what is own work.
        let rule = EvidenceRule::default();
        product.fact(number, at).is_some_and(|stated| {
            knowledge(criterion, stated, (product, at), rule, as_of, &nothing).is_own_work()
        })
    })
}

/// A product or variant as the dossier writes it.
fn shown(named: &Candidate) -> String {
    match &named.variant {
        Some(variant) => format!("{}/{variant}", named.product),
        None => named.product.clone(),
    }
}
