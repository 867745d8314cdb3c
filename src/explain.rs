//! Layer 3: a score taken apart. The parts of all criteria add up to the score
//! exactly.

use crate::assess::Ratio;
use crate::compare::{Column, Comparison, Row};
use crate::model::{Evidence, Source, Vendor};

/// One criterion's part in the score of an alternative.
#[derive(Debug)]
pub struct Part<'r, 'c> {
    /// The criterion.
    pub column: Column<'c>,
    /// What is known of it.
    pub cell: &'r crate::compare::Cell<'c>,
    /// Its part of the score at least, of 1.
    pub low: Ratio,
    /// Its part of the score at most, of 1.
    pub high: Ratio,
    /// The evidence for this variant, each with its source.
    pub evidence: Vec<(&'c Evidence, &'c Source)>,
}

/// Takes the score of `row` apart, in the order of the criteria.
#[must_use]
pub fn parts<'r, 'c>(comparison: &Comparison<'c>, row: &'r Row<'c>) -> Vec<Part<'r, 'c>> {
    comparison
        .criteria
        .iter()
        .zip(&row.cells)
        .map(|(column, cell)| {
            let levels = cell.knowledge.levels;
            Part {
                column: *column,
                cell,
                low: column.share.times_hundredths(levels.low.hundredths()),
                high: column.share.times_hundredths(levels.high.hundredths()),
                evidence: evidence(row.vendor, row.number, cell),
            }
        })
        .collect()
}

fn evidence<'c>(
    vendor: &'c Vendor,
    variant: usize,
    cell: &crate::compare::Cell<'c>,
) -> Vec<(&'c Evidence, &'c Source)> {
    let Some((fact, _)) = cell.knowledge.stated else { return Vec::new() };
    fact.evidence
        .iter()
        .filter(|item| item.covers(variant))
        .filter_map(|item| Some((item, vendor.sources.get(item.source)?)))
        .collect()
}
