//! What a card says of an alternative, for machines.

use serde::Serialize;

use crate::compare::{Comparison, Evaluation, Row};
use crate::report::words::tiles;
use crate::views;

/// What can be said of a theme.
#[derive(Debug, Serialize)]
pub(super) struct Tile {
    theme: String,
    tile: &'static str,
}

impl Tile {
    /// The tiles of an alternative, in the order of the themes.
    pub(super) fn all(comparison: &Comparison<'_>, row: &Row<'_>) -> Vec<Tile> {
        let themed = views::tiles::of(comparison, row).into_iter();
        themed.map(|one| Tile { theme: one.id.to_string(), tile: tiles::tile(one.tile).id }).collect()
    }
}

/// How old the evidence is.
#[derive(Debug, Serialize)]
pub(super) struct Age {
    /// The sources that the answers rest on.
    sources: usize,
    /// Of these, those without a date.
    undated_sources: usize,
    /// The answers that rest on nothing fresh because a source has no date.
    undated_answers: usize,
    /// The answers that rest on nothing fresh because all sources are old.
    old_answers: usize,
}

impl Age {
    /// That of an alternative.
    pub(super) fn of(evaluation: &Evaluation) -> Age {
        let undated_answers = evaluation.undated_answers;
        Age {
            sources: evaluation.sources.all,
            undated_sources: evaluation.sources.undated,
            undated_answers,
            old_answers: evaluation.stale_answers.saturating_sub(undated_answers),
        }
    }
}
