//! A source that nothing rests on is either forgotten or misspelt elsewhere.

use crate::model::Catalogue;
use crate::say;
use crate::text::Diagnostic;

use super::UNUSED_SOURCE;

pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for vendor in &catalogue.vendors {
        let mut used = vec![false; vendor.sources.len()];
        let evidence = vendor.facts.iter().flat_map(|fact| &fact.evidence).map(|item| item.source);
        let context = vendor.context.iter().map(|event| event.source);
        let retired = vendor.retired.iter().map(|retired| retired.source);
        for source in evidence.chain(context).chain(retired) {
            if let Some(mark) = used.get_mut(source) {
                *mark = true;
            }
        }
        for (source, _) in vendor.sources.iter().zip(&used).filter(|(_, used)| !**used) {
            let id = &source.id;
            findings.push(
                Diagnostic::new(
                    &UNUSED_SOURCE,
                    source.place,
                    say!("geen enkel feit noemt de bron `{id}`", "no fact names the source `{id}`"),
                )
                .help(UNUSED_SOURCE.advice),
            );
        }
    }
    findings
}
