//! Layer 3: a score taken apart. The parts of all criteria add up to the score
//! exactly.

use crate::assess::Ratio;
use crate::compare::{Cell, Column, Comparison, Row};
use crate::model::{Answer, Evidence, Fact, Source, Vendor};

/// One criterion's part in the score of an alternative.
#[derive(Debug)]
pub struct Part<'r, 'c> {
    /// The criterion.
    pub column: Column<'c>,
    /// What is known of it.
    pub cell: &'r Cell,
    /// Its part of the score at least, of 1.
    pub low: Ratio,
    /// Its part of the score at most, of 1.
    pub high: Ratio,
    /// What the vendor file says, if it says something.
    pub stated: Option<(&'c Fact, &'c Answer)>,
    /// The evidence for this variant, each with its source.
    pub evidence: Vec<(&'c Evidence, &'c Source)>,
}

/// Takes the score of `row` apart, in the order of the criteria.
#[must_use]
pub fn parts<'r, 'c>(comparison: &'r Comparison<'c>, row: &'r Row<'c>) -> Vec<Part<'r, 'c>> {
    comparison
        .criteria
        .iter()
        .zip(comparison.cells(row))
        .map(|(column, cell)| {
            let levels = cell.knowledge.levels;
            let stated = row.vendor.fact(column.number, row.judged.number);
            Part {
                column: *column,
                cell,
                low: column.share.times_hundredths(levels.low.hundredths()),
                high: column.share.times_hundredths(levels.high.hundredths()),
                stated,
                evidence: stated
                    .map_or(Vec::new(), |(fact, _)| evidence(row.vendor, row.judged.number, fact)),
            }
        })
        .collect()
}

fn evidence<'c>(vendor: &'c Vendor, variant: usize, fact: &'c Fact) -> Vec<(&'c Evidence, &'c Source)> {
    fact.evidence
        .iter()
        .filter(|item| item.covers(variant))
        .filter_map(|item| Some((item, vendor.sources.get(item.source)?)))
        .collect()
}
