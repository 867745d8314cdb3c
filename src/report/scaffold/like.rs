//! What a new vendor file takes over from a product that there is: its shape, never what
//! is known of it.

use std::collections::HashSet;

use crate::model::{Catalogue, Product};
use crate::tr;

use super::{Scaffold, scalar};

/// The variants, each with who runs it, its terms and whom it is made for. They are
/// named by their ids: the names themselves are those of the other product.
pub(super) fn variants(scaffold: &mut Scaffold, product: &Product) {
    let (name, lang) = (&product.name, scaffold.lang);
    scaffold.explain(
        0,
        &tr!(
            lang,
            "Deze varianten zijn die van {name}. Kijk bij elke of zij er is en of het klopt.",
            "These variants are those of {name}. Check for each whether it exists and whether this is right."
        ),
    );
    scaffold.line("variants:");
    for variant in &product.variants {
        let (id, name) = (&variant.id, scalar(variant.id.as_str().replace('-', " ")));
        let (hosting, licence, audience) =
            (variant.hosting.id(), variant.licence.id(), variant.audience.id());
        scaffold.line(&format!(
            "  {id}: {{name: {name}, hosting: {hosting}, licence: {licence}, audience: {audience}}}"
        ));
    }
}

/// The criteria that the product has facts about, by number, in the order of its file.
pub(super) fn answered(catalogue: &Catalogue, product: &Product) -> Vec<usize> {
    let mut seen = HashSet::new();
    let is_asked = |number: usize| catalogue.criteria_of(product.kind).any(|(known, _)| known == number);
    let facts = product.facts.iter().map(|fact| fact.criterion);
    facts.filter(|number| is_asked(*number) && seen.insert(*number)).collect()
}
