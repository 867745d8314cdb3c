//! A source that nothing rests on is either forgotten or misspelt elsewhere.

use crate::model::Vendor;
use crate::say;
use crate::text::Diagnostic;

use super::UNUSED_SOURCE;

pub(super) fn check(vendor: &Vendor) -> Vec<Diagnostic> {
    let mut used = vec![false; vendor.sources.len()];
    let evidence = vendor.facts.iter().flat_map(|fact| &fact.evidence).map(|item| item.source);
    let context = vendor.context.iter().map(|event| event.source);
    let retired = vendor.retired.iter().map(|retired| retired.source);
    for source in evidence.chain(context).chain(retired) {
        if let Some(mark) = used.get_mut(source) {
            *mark = true;
        }
    }
    let unused = vendor.sources.iter().zip(&used).filter(|(_, used)| !**used);
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
