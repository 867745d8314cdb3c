//! An old source needs to be checked again; it need not be wrong. What is named here is
//! what a comparison counts as stale. A copy of unknown date is stale there whatever its
//! age: it is not old but weak.

use crate::assess::knowledge::{is_past, shelf_lives};
use crate::model::{Catalogue, Date, Product};
use crate::say;
use crate::text::Diagnostic;

use super::AGE;

pub(super) fn check(product: &Product, catalogue: &Catalogue, as_of: Date) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if product.retired.is_some() || product.withdrawn.is_some() {
        return findings;
    }
    for (source, months) in product.sources.iter().zip(shelf_lives(product, catalogue)) {
        let Some(months) = months.filter(|months| is_past(source.read, *months, as_of)) else { continue };
        let (id, read) = (&source.id, source.read);
        findings.push(
            Diagnostic::new(&AGE, source.place, say!(
                "de bron `{id}` is gelezen op {read}, meer dan {months} maanden voor de peildatum {as_of}",
                "the source `{id}` was read on {read}, more than {months} months before the as-of date {as_of}"))
            .help(AGE.advice),
        );
    }
    findings
}
