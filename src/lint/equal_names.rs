//! Alternatives that people cannot tell apart in a ranking.

use std::collections::HashMap;

use crate::model::{Catalogue, Id, Product};
use crate::say;
use crate::text::safe::quoted;
use crate::text::{Diagnostic, Place};

use super::EQUAL_NAMES;

/// All products together.
pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut products: HashMap<(usize, String), &Id> = HashMap::new();
    for product in catalogue.products.iter().filter(|product| product.withdrawn.is_none()) {
        if let Some(other) = products.insert((product.kind, product.name.to_lowercase()), &product.id) {
            findings.push(finding(product.place, &product.name, other));
        }
    }
    findings
}

/// The variants of one product.
pub(super) fn variants(product: &Product) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if product.withdrawn.is_some() || product.variants.len() < 2 {
        return findings;
    }
    let mut variants: HashMap<String, &Id> = HashMap::new();
    for variant in &product.variants {
        if let Some(other) = variants.insert(variant.name.to_lowercase(), &variant.id) {
            findings.push(finding(variant.place, &variant.name, other));
        }
    }
    findings
}

fn finding(place: Place, name: &str, other: &Id) -> Diagnostic {
    let name = quoted(name);
    let message = say!("ook `{other}` heet {name}", "`{other}` is called {name} too");
    Diagnostic::new(&EQUAL_NAMES, place, message).help(EQUAL_NAMES.advice)
}
