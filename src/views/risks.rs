//! Layer 3: what may go wrong with an alternative, by a fixed rule over the data. It knows
//! no purpose and no school, so it replaces nobody's judgement.

use crate::assess::{Ratio, RuleStatus};
use crate::compare::{Comparison, OnPremise, Row};
use crate::model::{Criterion, Heard};
use crate::views::breakdown::{Part, parts};

/// Something that may go wrong with an alternative.
#[derive(Debug)]
pub enum Risk<'r, 'c> {
    /// Demands on these criteria that it fails, seems to fail, or that are open.
    Demands(RuleStatus, Vec<&'c Criterion>),
    /// It moves with a premise that is contested, or of which something is assumed.
    Premise(&'r OnPremise<'c>),
    /// So many whole points hang on something, most of it on these criteria.
    Points(Hangs, u128, Vec<&'c Criterion>),
    /// Its maker was not heard.
    Unheard(Heard),
}

/// What points hang on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hangs {
    /// On what nobody knows.
    Unknown,
    /// On what the institution sees to itself, and has not settled.
    OwnWork,
    /// On nothing any more: answers are not favourable.
    Unfavourable,
}

/// How many criteria are named where points hang on them.
const NAMED: usize = 3;
/// Fewer points than this are no risk to name.
const LEAST: u128 = 5;

/// What may go wrong with an alternative, in a fixed order:
///
/// 1. demands that it fails, then those that it seems to fail, then those that are open;
/// 2. premises that are contested or assumed, and with which it moves;
/// 3. the points that hang on the unknown, on own work and on unfavourable answers, most
///    points first, where that is five points or more;
/// 4. that its maker was not heard.
#[must_use]
pub fn of<'r, 'c>(comparison: &'r Comparison<'c>, row: &'r Row<'c>) -> Vec<Risk<'r, 'c>> {
    let mut risks: Vec<Risk<'r, 'c>> = Vec::new();
    for status in [RuleStatus::Fires, RuleStatus::Indication, RuleStatus::Open] {
        let criteria = comparison.demanded(row, &[status]);
        if !criteria.is_empty() {
            risks.push(Risk::Demands(status, criteria));
        }
    }
    risks.extend(
        comparison.premises.iter().filter(|on| on.of(row.product, row.variant).is_some()).map(Risk::Premise),
    );
    risks.extend(points(comparison, row));
    if row.evaluation.heard != Heard::Replied {
        risks.push(Risk::Unheard(row.evaluation.heard));
    }
    risks
}

fn points<'r, 'c>(comparison: &'r Comparison<'c>, row: &'r Row<'c>) -> Vec<Risk<'r, 'c>> {
    let parts = parts(comparison, row);
    let [_, own, open, lost] = row.evaluation.score.whole_points();
    let missed = |part: &Part<'_, '_>| {
        let high = part.cell.knowledge.levels.high.hundredths();
        part.column.share.times_hundredths(100_u8.saturating_sub(high))
    };
    let mut found = [
        (Hangs::Unknown, open, largest(&parts, |part: &Part<'_, '_>| Part::open(part))),
        (Hangs::OwnWork, own, largest(&parts, |part: &Part<'_, '_>| Part::own_work(part))),
        (Hangs::Unfavourable, lost, largest(&parts, missed)),
    ];
    found.sort_by_key(|(_, points, _)| std::cmp::Reverse(*points));
    let enough = found.into_iter().filter(|(_, points, _)| *points >= LEAST);
    enough.map(|(hangs, points, criteria)| Risk::Points(hangs, points, criteria)).collect()
}

/// The criteria with the largest of something, the largest first.
fn largest<'c>(parts: &[Part<'_, 'c>], of: impl Fn(&Part<'_, 'c>) -> Ratio) -> Vec<&'c Criterion> {
    let mut all: Vec<(Ratio, &Criterion)> =
        parts.iter().map(|part| (of(part), part.column.criterion)).collect();
    all.retain(|(size, _)| *size > Ratio::ZERO);
    all.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    all.into_iter().take(NAMED).map(|(_, criterion)| criterion).collect()
}
