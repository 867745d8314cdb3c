//! The score of an alternative in a document: its three numbers, the shares of the weight,
//! and the institution's own work.

use serde::Serialize;

use crate::assess::{self, Ratio, ScoreRange};
use crate::compare::{Comparison, Row};
use crate::views::breakdown::parts;

/// Rounded so that `low`, `own_work` and what is open add up to `high`.
#[derive(Debug, Serialize)]
pub(super) struct Score {
    low: f64,
    own_work: f64,
    high: f64,
    exact_low: String,
    exact_own_work: String,
    exact_high: String,
}

/// The shares of the weight, which together make 1.
#[derive(Debug, Serialize)]
pub(super) struct Shares {
    known: f64,
    own_work: f64,
    open: f64,
}

/// What the institution sees to itself, and what that can add to the score.
#[derive(Debug, Serialize)]
pub(super) struct OwnWork {
    criterion: String,
    points: f64,
    exact_points: String,
}

/// Thousandths of 1 as a decimal number out of `out_of`. For display only.
#[allow(clippy::cast_precision_loss)]
fn thousandths(steps: u128, out_of: u32) -> f64 {
    steps as f64 / f64::from(1000 / out_of)
}

/// A fraction of 1 as points out of 100, rounded as it is for people.
pub(super) fn points(ratio: Ratio) -> f64 {
    thousandths(ratio.shown_in(1000), 100)
}

impl Score {
    pub(super) fn of(score: ScoreRange) -> Score {
        let [low, own_work, open] = score.printed(1000);
        Score {
            low: thousandths(low, 100),
            own_work: thousandths(own_work, 100),
            high: thousandths(low + own_work + open, 100),
            exact_low: score.low().to_string(),
            exact_own_work: score.own_work().to_string(),
            exact_high: score.high().to_string(),
        }
    }
}

impl Shares {
    pub(super) fn of(shares: assess::Shares) -> Shares {
        let [known, own_work, open] = shares.printed(1000).map(|steps| thousandths(steps, 1));
        Shares { known, own_work, open }
    }
}

impl OwnWork {
    /// What weighs, in the order of the criteria.
    pub(super) fn all(comparison: &Comparison<'_>, row: &Row<'_>) -> Vec<OwnWork> {
        let parts = parts(comparison, row);
        let mine = parts.iter().filter(|part| part.own_work() > Ratio::ZERO);
        let item = |part: &crate::views::breakdown::Part<'_, '_>| OwnWork {
            criterion: part.column.criterion.id.to_string(),
            points: thousandths(part.printed_own_work.in_parts(1000), 100),
            exact_points: part.own_work().to_string(),
        };
        mine.map(item).collect()
    }
}
