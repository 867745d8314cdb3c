//! Sources that count as stale whatever the day, because the copy that was read has no date.

use crate::assess::knowledge::shelf_lives;
use crate::model::{Catalogue, Product};
use crate::say;
use crate::text::Diagnostic;

use super::UNDATED_COPY;

pub(super) fn check(product: &Product, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let carries = shelf_lives(product, catalogue);
    let sources = product.sources.iter().zip(carries);
    let undated = sources.filter(|(source, carries)| source.undated_copy && carries.is_some());
    let finding = |(source, _): (&crate::model::Source, Option<i32>)| {
        let id = &source.id;
        let message = say!(
            "`{id}` is een bron zonder datum: elk antwoord dat erop rust, geldt als oud",
            "`{id}` is a source without a date: each answer that rests on it counts as old"
        );
        Diagnostic::new(&UNDATED_COPY, source.place, message).help(UNDATED_COPY.advice)
    };
    undated.map(finding).collect()
}
