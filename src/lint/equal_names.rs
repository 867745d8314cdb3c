//! Alternatives that people cannot tell apart in a ranking.

use std::collections::HashMap;

use crate::model::{Catalogue, Id};
use crate::say;
use crate::text::{Diagnostic, Place};

use super::EQUAL_NAMES;

pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut report = |place: Place, name: &str, other: &Id| {
        let name = crate::text::safe::clean_short(name, 60);
        findings.push(
            Diagnostic::new(
                &EQUAL_NAMES,
                place,
                say!("ook `{other}` heet `{name}`", "`{other}` is called `{name}` too"),
            )
            .help(EQUAL_NAMES.advice),
        );
    };
    let mut products: HashMap<(usize, String), &Id> = HashMap::new();
    for vendor in catalogue.vendors.iter().filter(|vendor| vendor.withdrawn.is_none()) {
        if let Some(other) = products.insert((vendor.kind, vendor.name.to_lowercase()), &vendor.id) {
            report(vendor.place, &vendor.name, other);
        }
        let mut variants: HashMap<String, &Id> = HashMap::new();
        for variant in &vendor.variants {
            if let Some(other) = variants.insert(variant.name.to_lowercase(), &variant.id) {
                report(variant.place, &variant.name, other);
            }
        }
    }
    findings
}
