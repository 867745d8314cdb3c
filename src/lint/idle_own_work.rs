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

/// Answers to questions of which own work is no answer.
pub(super) fn of_dossier(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let own = catalogue.dossier.iter().flat_map(|dossier| &dossier.own_work);
    let idle = own.filter(|own| !can_count(own, catalogue)).filter_map(|own| {
        let id = &catalogue.criterion(own.criterion)?.id;
        let message = say!(
            "`{id}` regelt een instelling nooit zelf, dus dit antwoord verandert niets",
            "an institution never sees to `{id}` itself, so this answer changes nothing"
        );
        Some(Diagnostic::new(&IDLE_OWN_WORK, own.place, message).help(IDLE_OWN_WORK.advice))
    });
    idle.collect()
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
