//! A source that no fact names: it is forgotten, or misspelt elsewhere.

use crate::model::Product;
use crate::say;
use crate::text::Diagnostic;

use super::UNUSED_SOURCE;

pub(super) fn check(product: &Product) -> Vec<Diagnostic> {
    // The facts of a draft may still come.
    if product.draft {
        return Vec::new();
    }
    let mut used = vec![false; product.sources.len()];
    let evidence = product.facts.iter().flat_map(|fact| &fact.evidence).map(|item| item.source);
    let context = product.context.iter().map(|event| event.source);
    let retired = product.retired.iter().map(|retired| retired.source);
    for source in evidence.chain(context).chain(retired) {
        if let Some(mark) = used.get_mut(source) {
            *mark = true;
        }
    }
    let unused = product.sources.iter().zip(&used).filter(|(_, used)| !**used);
    unused
        .map(|(source, _)| {
            let id = &source.id;
            Diagnostic::new(
                &UNUSED_SOURCE,
                source.place,
                say!("geen enkel feit noemt de bron `{id}`", "no fact names the source `{id}`"),
            )
            .help(UNUSED_SOURCE.advice)
        })
        .collect()
}
