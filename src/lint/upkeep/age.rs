//! What is too old needs to be looked at again; it need not be wrong. What is named here is
//! what a comparison counts as stale. A copy of unknown date is stale there whatever its
//! age: it is not old but weak. It is a hint, because nobody did anything wrong: data that
//! are right today must not fail a check tomorrow.

use crate::assess::knowledge::{is_past, shelf_lives};
use crate::model::{Catalogue, Date, Product};
use crate::say;
use crate::text::Diagnostic;

use super::AGE;

/// Sources of a product that were read too long ago.
#[must_use]
pub fn of_product(product: &Product, catalogue: &Catalogue, as_of: Date) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if product.retired.is_some() || product.withdrawn.is_some() {
        return findings;
    }
    for (source, months) in product.sources.iter().zip(shelf_lives(product, catalogue)) {
        let Some(months) = months.filter(|months| is_past(source.read, *months, as_of)) else { continue };
        let (id, read) = (&source.id, source.read);
        findings.push(
            Diagnostic::new(
                &AGE,
                source.place,
                say!(
                    "de bron `{id}` is gelezen op {read}, meer dan {months} maanden voor {as_of}",
                    "the source `{id}` was read on {read}, more than {months} months before {as_of}"
                ),
            )
            .help(AGE.advice),
        );
    }
    findings
}

/// Answers of the institution about its own work that are too old.
pub(super) fn of_dossier(catalogue: &Catalogue, as_of: Date) -> Vec<Diagnostic> {
    let all = catalogue.dossier.iter().flat_map(|dossier| &dossier.own_work);
    let aged = all.filter_map(|own| {
        let months = catalogue.criterion(own.criterion)?.shelf_life;
        is_past(own.on, months, as_of).then_some((own, months))
    });
    let finding = |(own, months): (&crate::model::OwnWork, i32)| {
        let on = own.on;
        let message = say!(
            "dit antwoord is van {on}, meer dan {months} maanden voor {as_of}",
            "this answer is of {on}, more than {months} months before {as_of}"
        );
        let help = say!(
            "Kijk of het nog zo is, en zet bij `on` de nieuwe datum.",
            "See whether it still is so, and update `on`."
        );
        Diagnostic::new(&AGE, own.place, message).help(help)
    };
    aged.map(finding).collect()
}
