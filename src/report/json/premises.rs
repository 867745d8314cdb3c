//! Premises in a document for machines, with what moves.

use serde::Serialize;

use crate::compare::{Comparison, Move, OnPremise, Stand};
use crate::model::{Catalogue, Possible, Question};
use crate::report::words::products::group_id;
use crate::report::words::rules::block;

use super::score::Score;

/// A premise that matters to a comparison.
#[derive(Debug, Serialize)]
pub(super) struct OfComparison {
    id: String,
    holds: bool,
    assumed: Option<&'static str>,
    contested: bool,
    moves: Vec<Moved>,
}

#[derive(Debug, Serialize)]
struct Moved {
    alternative: String,
    from: Option<Place>,
    to: Option<Place>,
}

/// What an alternative comes to; absent where the triage leaves it out.
#[derive(Debug, Serialize)]
struct Place {
    score: Score,
    block: &'static str,
    group: Option<String>,
    rank: usize,
}

/// A premise that is assumed to hold or not to hold.
#[derive(Debug, Serialize)]
pub(super) struct Assumed {
    id: String,
    holds: bool,
}

/// The word for what is assumed, as `--assume` takes it.
fn word(assumed: bool) -> &'static str {
    if assumed { "yes" } else { "no" }
}

/// The premises that matter to a comparison.
pub(super) fn of(comparison: &Comparison<'_>) -> Vec<OfComparison> {
    comparison.premises.iter().map(premise).collect()
}

fn premise(on: &OnPremise<'_>) -> OfComparison {
    OfComparison {
        id: on.id.to_string(),
        holds: on.premise.holds(),
        assumed: on.premise.assumed.map(word),
        contested: on.premise.contested.is_some(),
        moves: on.moves.iter().map(moved).collect(),
    }
}

fn moved(moved: &Move<'_>) -> Moved {
    Moved {
        alternative: format!("{}/{}", moved.product.id, moved.variant.id),
        from: moved.from.as_ref().map(place),
        to: moved.to.as_ref().map(place),
    }
}

fn place(stand: &Stand<'_>) -> Place {
    Place {
        score: Score::of(stand.score),
        block: block(stand.eligibility, true).id,
        group: stand.group.map(|group| group_id(group).to_owned()),
        rank: stand.rank,
    }
}

/// What is assumed of the premises of a catalogue.
pub(super) fn assumed(catalogue: &Catalogue) -> Vec<Assumed> {
    let all = catalogue.premises.iter();
    all.filter_map(|(id, one)| Some(Assumed { id: id.to_string(), holds: one.assumed? })).collect()
}

/// The premises that no longer hold, or not yet, of the answers that are left.
pub(super) fn fallen(catalogue: &Catalogue, question: &Question, possible: &Possible) -> Vec<String> {
    let given = question
        .choices()
        .enumerate()
        .filter(|(at, _)| possible.gives(crate::model::Set::one(*at)) && question.fallen().contains(*at));
    let mut ids: Vec<String> = given
        .filter_map(|(_, choice)| Some(catalogue.premise(choice.rests?.premise)?.0.to_string()))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
