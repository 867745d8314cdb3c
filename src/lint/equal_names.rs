//! Alternatives that people cannot tell apart in a ranking.

use std::collections::HashMap;

use crate::model::{Catalogue, Id, Product};
use crate::say;
use crate::text::characters::alike::seen;
use crate::text::safe::quoted;
use crate::text::{Diagnostic, Place};

use super::EQUAL_NAMES;

/// All products together.
pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut products: HashMap<(usize, String), (&Id, &str)> = HashMap::new();
    for product in catalogue.products.iter().filter(|product| product.withdrawn.is_none()) {
        let known = products.insert((product.kind, seen(&product.name)), (&product.id, &product.name));
        if let Some(other) = known.filter(|_| is_named(&product.name)) {
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
    let mut variants: HashMap<String, (&Id, &str)> = HashMap::new();
    for variant in &product.variants {
        let known = variants.insert(seen(&variant.name), (&variant.id, &variant.name));
        if let Some(other) = known.filter(|_| is_named(&variant.name)) {
            findings.push(finding(variant.place, &variant.name, other));
        }
    }
    findings
}

/// Whether there is a name to compare: a missing one is a finding of its own.
fn is_named(name: &str) -> bool {
    !name.trim().is_empty()
}

fn finding(place: Place, name: &str, (other, its_name): (&Id, &str)) -> Diagnostic {
    let is_plain = name.to_lowercase() == its_name.to_lowercase();
    let name = quoted(name);
    let message = if is_plain {
        say!("ook `{other}` heet {name}", "`{other}` is called {name} too")
    } else {
        say!(
            "ook `{other}` heet voor lezers {name}: de namen verschillen alleen in spaties of in de vorm van letters",
            "`{other}` is called {name} too, for readers: the names differ only in spaces or in the form of letters"
        )
    };
    Diagnostic::new(&EQUAL_NAMES, place, message).help(EQUAL_NAMES.advice)
}
