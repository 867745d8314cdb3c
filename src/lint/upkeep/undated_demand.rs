//! Answers that a knock-out is about, on nothing better than a copy without a date: the
//! product would be ruled out, and is not.

use crate::assess::answers::{holds, representatives, worth};
use crate::assess::knowledge::is_firm;
use crate::model::{Catalogue, Criterion, Evidence, Possible, Product, Stated, Worth};
use crate::say;
use crate::text::Diagnostic;

use super::UNDATED_DEMAND;

pub(super) fn check(product: &Product, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = Vec::new();
    for (number, criterion) in catalogue.criteria_of(product.kind) {
        for at in 0..product.variants.len() {
            let Some((fact, answer)) = product.fact(number, at) else { continue };
            let Stated::Possible(possible) = &answer.stated else { continue };
            let undated = |item: &&Evidence| product.sources.get(item.source).is_some_and(|s| s.undated_copy);
            let covering = || fact.evidence.iter().filter(|item| item.covers(at));
            // Any other source could never rule out, dated or not.
            let firm = |item: &&Evidence| product.sources.get(item.source).is_some_and(is_firm);
            if fact.disputed.is_none()
                && covering().all(|item| undated(&item))
                && let Some(item) = covering().find(firm)
                && is_ruled_out(catalogue, criterion, possible)
                && !findings.iter().any(|known| known.place == item.place)
            {
                let source = product.sources.get(item.source).map_or("", |source| source.id.as_str());
                let id = &criterion.id;
                let message = say!(
                    "dit product haalt een eis van `{id}` niet, maar `{source}` is een bron zonder datum: zo valt het niet af",
                    "this product does not meet a demand of `{id}`, but `{source}` is a source without a date, so it stays"
                );
                findings
                    .push(Diagnostic::new(&UNDATED_DEMAND, item.place, message).help(UNDATED_DEMAND.advice));
            }
        }
    }
    findings
}

/// Whether one knock-out of the criterion that applies is about every answer that is left.
fn is_ruled_out(catalogue: &Catalogue, criterion: &Criterion, possible: &Possible) -> bool {
    let question = &criterion.question;
    criterion.knock_outs.iter().filter(|one| catalogue.applies(one.premise)).any(|knock_out| {
        let answers = representatives(question, possible, &[&knock_out.when]);
        answers.into_iter().all(|answer| {
            worth(question, answer) != Worth::OwnWork && holds(question, &knock_out.when, answer)
        })
    })
}
