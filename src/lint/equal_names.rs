//! Alternatives that people cannot tell apart in a ranking.

use std::collections::HashSet;

use crate::model::Catalogue;
use crate::say;
use crate::text::{Diagnostic, Place};

use super::EQUAL_NAMES;

pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut report = |place: Place, name: &str| {
        let name = crate::text::safe::clean_short(name, 60);
        findings.push(
            Diagnostic::new(
                &EQUAL_NAMES,
                place,
                say!("de naam `{name}` is er al", "the name `{name}` is there already"),
            )
            .help(EQUAL_NAMES.advice),
        );
    };
    let mut products: HashSet<(usize, String)> = HashSet::new();
    for vendor in catalogue.vendors.iter().filter(|vendor| vendor.withdrawn.is_none()) {
        if !products.insert((vendor.kind, vendor.name.to_lowercase())) {
            report(vendor.place, &vendor.name);
        }
        let mut variants: HashSet<String> = HashSet::new();
        for variant in &vendor.variants {
            if !variants.insert(variant.name.to_lowercase()) {
                report(variant.place, &variant.name);
            }
        }
    }
    findings
}
