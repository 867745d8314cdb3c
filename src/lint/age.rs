//! Age says that a source needs to be looked at again, not that it is wrong.

use crate::assess::knowledge::is_past;
use crate::model::{Catalogue, Date};
use crate::say;
use crate::text::Diagnostic;

use super::AGE;

pub(super) fn check(catalogue: &Catalogue, as_of: Date) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for vendor in
        catalogue.vendors.iter().filter(|vendor| vendor.retired.is_none() && vendor.withdrawn.is_none())
    {
        for (number, source) in vendor.sources.iter().enumerate() {
            // The shortest shelf life of what the source supports.
            let shortest = vendor
                .facts
                .iter()
                .filter(|fact| fact.evidence.iter().any(|item| item.source == number))
                .filter_map(|fact| catalogue.criterion(fact.criterion))
                .map(|criterion| criterion.shelf_life)
                .min();
            let Some(months) = shortest.filter(|months| is_past(source.read, *months, as_of)) else {
                continue;
            };
            let (id, read) = (&source.id, source.read);
            findings.push(
                Diagnostic::new(&AGE, source.place, say!(
                    "de bron `{id}` is gelezen op {read}, meer dan {months} maanden voor de peildatum {as_of}",
                    "the source `{id}` was read on {read}, more than {months} months before the as-of date {as_of}"))
                .help(AGE.advice),
            );
        }
    }
    findings
}
