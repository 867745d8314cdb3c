//! Variants of one product about which the same is known on every question.

use crate::model::{Answer, Catalogue, Product, Stated};
use crate::say;
use crate::text::Diagnostic;

use super::SAME_FACTS;

pub(super) fn check(product: &Product, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let numbers: Vec<usize> = catalogue.criteria_of(product.kind).map(|(number, _)| number).collect();
    let answers = |variant: usize| {
        let of = |number: &usize| product.fact(*number, variant).map(|(_, answer)| answer);
        numbers.iter().map(of).collect::<Vec<_>>()
    };
    let all: Vec<Vec<Option<&Answer>>> = (0..product.variants.len()).map(answers).collect();
    let mut findings = Vec::new();
    for (at, (variant, mine)) in product.variants.iter().zip(&all).enumerate() {
        if mine.iter().all(Option::is_none) {
            continue;
        }
        let same = |other: &Vec<Option<&Answer>>| {
            mine.iter().zip(other).all(|(one, other)| match (one, other) {
                (Some(one), Some(other)) => says_the_same(&one.stated, &other.stated),
                (one, other) => one.is_none() && other.is_none(),
            })
        };
        let Some(before) = all.iter().take(at).position(same) else { continue };
        let (id, other) = (&variant.id, product.variants.get(before).map_or("", |one| one.id.as_str()));
        let message = say!(
            "over `{id}` staat hier bij elke vraag hetzelfde als over `{other}`",
            "on every question the file says the same about `{id}` as about `{other}`"
        );
        findings.push(Diagnostic::new(&SAME_FACTS, variant.place, message).help(SAME_FACTS.advice));
    }
    findings
}

fn says_the_same(one: &Stated, other: &Stated) -> bool {
    match (one, other) {
        (Stated::Possible(one), Stated::Possible(other)) => one == other,
        (Stated::Unknown(_), Stated::Unknown(_)) => true,
        _ => false,
    }
}
