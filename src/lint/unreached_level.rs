//! Levels that no answer comes to: an earlier one catches all that their condition names.

use crate::assess::answers::{everything, representatives, worth};
use crate::model::{Catalogue, Criterion, Worth};
use crate::say;
use crate::text::Diagnostic;

use super::UNREACHED_LEVEL;

pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    catalogue.criteria.values().filter(|criterion| criterion.is_in_use()).flat_map(of_criterion).collect()
}

fn of_criterion(criterion: &Criterion) -> Vec<Diagnostic> {
    // A premise that fell today is no mistake in the file.
    let question = &criterion.question.as_written();
    let answers = representatives(question, &everything(question), &[]);
    let reached: Vec<Worth> = answers.into_iter().map(|answer| worth(question, answer)).collect();
    // `otherwise` must be there, also where nothing is left for it.
    let rungs = question.rungs().iter().filter(|rung| rung.when.is_some() && !reached.contains(&rung.worth));
    let finding = |level: String| {
        let id = &criterion.id;
        let message = say!(
            "geen enkel antwoord op `{id}` komt op het niveau `{level}`: een niveau erboven vangt alles op",
            "no answer to `{id}` comes to the level `{level}`: a level above it catches everything"
        );
        Diagnostic::new(&UNREACHED_LEVEL, criterion.place, message).help(UNREACHED_LEVEL.advice)
    };
    rungs.filter_map(|rung| rung.worth.fixed()).map(|level| finding(level.name())).collect()
}
