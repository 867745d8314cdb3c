//! Criteria that tell no two products of a kind apart, as things are known now.

use crate::assess::Knowledge;
use crate::model::{Catalogue, Date, EvidenceRule};
use crate::say;
use crate::text::Diagnostic;

use super::SAME_EVERYWHERE;
use super::known::alternatives;

/// With fewer alternatives that they are equal says little.
const FEWEST: usize = 3;

pub(super) fn check(catalogue: &Catalogue, as_of: Date) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (kind, (kind_id, _)) in catalogue.kinds.iter().enumerate() {
        let all = alternatives(catalogue, kind, EvidenceRule::default(), as_of);
        if all.len() < FEWEST {
            continue;
        }
        for (at, (_, criterion)) in catalogue.criteria_of(kind).enumerate() {
            let known = || all.iter().filter_map(|one| one.answers.get(at)).map(|(.., known)| known);
            let mut levels = known().map(|known| (known.levels, known.is_own_work()));
            let first = levels.next();
            if levels.any(|other| Some(other) != first) {
                continue;
            }
            let (id, count) = (&criterion.id, all.len());
            let message = if known().any(Knowledge::counts) {
                say!(
                    "`{id}` komt bij alle {count} varianten van `{kind_id}` op hetzelfde uit",
                    "`{id}` comes to the same for all {count} variants of `{kind_id}`"
                )
            } else {
                say!(
                    "bij geen van de {count} varianten van `{kind_id}` is er een antwoord op `{id}`",
                    "none of the {count} variants of `{kind_id}` has an answer to `{id}`"
                )
            };
            findings.push(
                Diagnostic::new(&SAME_EVERYWHERE, criterion.place, message).help(SAME_EVERYWHERE.advice),
            );
        }
    }
    findings
}
