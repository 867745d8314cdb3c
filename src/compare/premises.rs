//! Which premises matter to a comparison, and what moves with each of them.

use crate::assess::{RankBy, Standing, ranking};
use crate::model::Catalogue;

use super::comparison::Row;
use super::group::{Group, GroupedBy};
use super::moved::{Move, OnPremise, Stand};
use super::turned::{Spot, TurnedPremise};

/// What the alternatives of a comparison are put in order by.
#[derive(Clone, Copy)]
pub(super) struct Arranged<'a, 'c> {
    /// Those that are compared, in order.
    pub(super) rows: &'a [Row<'c>],
    /// Those that only the triage leaves out.
    pub(super) left_out: &'a [&'a Row<'c>],
    /// Whether the triage says that no product is needed.
    pub(super) is_stopped: bool,
    pub(super) grouped_by: Option<GroupedBy<'c>>,
    pub(super) rank_by: RankBy,
}

/// The premises that matter, by number, each with what moves with it.
pub(super) fn premises<'c>(
    catalogue: &'c Catalogue,
    mattering: &[usize],
    turned: &[TurnedPremise],
    arranged: Arranged<'_, 'c>,
) -> Vec<OnPremise<'c>> {
    let is_assumed =
        |number: &usize| catalogue.premise(*number).is_some_and(|(_, one)| one.assumed.is_some());
    let numbers =
        (0..catalogue.premises.len()).filter(|number| mattering.contains(number) || is_assumed(number));
    let found = numbers.filter_map(|number| {
        let (id, premise) = catalogue.premise(number)?;
        let world = turned.iter().position(|world| world.premise == number);
        let world = world.and_then(|at| Some((at, *turned.get(at)?)));
        let moves = world.map_or(Vec::new(), |world| moves(world, premise.assumed.is_some(), arranged));
        Some(OnPremise { id, premise, moves })
    });
    found.collect()
}

/// What moves in one world; `backwards` when this one is what is assumed.
fn moves<'c>(
    (world, turned): (usize, TurnedPremise),
    backwards: bool,
    arranged: Arranged<'_, 'c>,
) -> Vec<Move<'c>> {
    let all: Vec<&Row<'c>> = arranged.rows.iter().chain(arranged.left_out.iter().copied()).collect();
    let differs = |row: &&Row<'c>| row.evaluation.in_world(world).is_some();
    if turned.is_stopped == arranged.is_stopped && !all.iter().any(differs) {
        return Vec::new();
    }
    let there: Vec<Option<Stand<'c>>> = placed(&all, world, turned.is_stopped, arranged);
    let mut found: Vec<Move<'c>> = Vec::new();
    for (at, (row, there)) in all.into_iter().zip(there).enumerate() {
        let here = (at < arranged.rows.len()).then_some(Stand {
            score: row.evaluation.score,
            eligibility: row.evaluation.eligibility,
            group: row.group,
            rank: row.rank.rank,
        });
        if here != there {
            let (from, to) = if backwards { (there, here) } else { (here, there) };
            found.push(Move { product: row.product, variant: row.variant, from, to });
        }
    }
    found.sort_by_key(Move::is_place_only);
    found
}

/// What each alternative comes to in a world; `None` where the triage leaves it out.
fn placed<'c>(
    all: &[&Row<'c>],
    world: usize,
    is_stopped: bool,
    arranged: Arranged<'_, 'c>,
) -> Vec<Option<Stand<'c>>> {
    let stand = |row: &&Row<'c>| {
        let spot: Spot = row.evaluation.in_world(world).unwrap_or(row.evaluation.spot());
        let answer = spot.group.map(usize::from);
        let group = arranged.grouped_by.map(|by| by.group_of(row.variant.hosting, answer));
        let stand = Stand { score: spot.score, eligibility: spot.eligibility, group, rank: 0 };
        (!is_stopped && !spot.is_left_out).then_some(stand)
    };
    let mut stands: Vec<Option<Stand<'c>>> = all.iter().map(stand).collect();
    let mut ordered: Vec<&mut Stand<'c>> = stands.iter_mut().flatten().collect();
    ordered.sort_by_key(|stand| Group::order(stand.group));
    for members in ordered.chunk_by_mut(|a, b| a.group == b.group) {
        let standings: Vec<Standing> = members
            .iter()
            .map(|stand| Standing {
                eligibility: stand.eligibility,
                low: stand.score.low_parts,
                high: stand.score.high_parts,
            })
            .collect();
        for (stand, rank) in members.iter_mut().zip(ranking::rank(&standings, arranged.rank_by)) {
            stand.rank = rank.rank;
        }
    }
    stands
}
