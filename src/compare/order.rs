//! Rows get their ranks and are put in order.

use indexmap::IndexMap;
use rayon::prelude::*;

use crate::assess::score::score;
use crate::assess::{RankBy, ScoreRange, Standing, Weights, ranking};
use crate::model::{Catalogue, Criterion};

use super::comparison::Row;
use super::group::Group;
use super::shared::{CellIndex, Shared};

/// Weights by which every theme, and every criterion in it, weighs the same.
pub(super) fn equal_weights(
    catalogue: &Catalogue,
    kind: usize,
    criteria: &[(usize, &Criterion)],
) -> Option<Weights> {
    let themes: IndexMap<usize, u32> = (0..catalogue.themes.len()).map(|theme| (theme, 1)).collect();
    let weights: IndexMap<usize, u32> = criteria.iter().map(|(number, _)| (*number, 1)).collect();
    Weights::new(catalogue, kind, Some(&themes), &weights)
}

/// Fills in the ranks, group by group, also those by `equal` weights, and puts
/// the rows in order.
pub(super) fn place(rows: &mut [Row<'_>], shared: &Shared, equal: Option<&Weights>, by: RankBy) {
    let order = Group::order;
    let ids = |a: &Row<'_>, b: &Row<'_>| {
        a.product.id.cmp(&b.product.id).then_with(|| a.variant.id.cmp(&b.variant.id))
    };
    rows.par_sort_unstable_by(|a, b| order(a.group).cmp(&order(b.group)).then_with(|| ids(a, b)));
    for members in rows.chunk_by_mut(|a, b| a.group == b.group) {
        let standing = |row: &Row<'_>, score: ScoreRange| Standing {
            eligibility: row.evaluation.eligibility,
            low: score.low_parts,
            high: score.high_parts,
        };
        let by_weight: Vec<Standing> =
            members.iter().map(|row| standing(row, row.evaluation.score)).collect();
        for (row, rank) in members.iter_mut().zip(ranking::rank(&by_weight, by)) {
            row.rank = rank;
        }
        drop(by_weight);
        let equal: Option<Vec<Standing>> = equal.map(|weights| {
            let levels = |at: &CellIndex| {
                shared.cells.get_index(*at as usize).map(|cell| (cell.criterion, &cell.knowledge))
            };
            let scores = members
                .par_iter()
                .map(|row| standing(row, score(weights, row.evaluation.cells.iter().filter_map(levels))));
            scores.collect()
        });
        let equal = equal.map(|standings| ranking::rank(&standings, by)).into_iter().flatten();
        for (row, rank) in members.iter_mut().zip(equal) {
            row.equal_rank = Some(rank.rank);
        }
        members.par_sort_unstable_by(|a, b| a.rank.rank.cmp(&b.rank.rank).then_with(|| ids(a, b)));
    }
}
