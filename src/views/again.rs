//! Layer 3: when a choice is looked at again.

use crate::assess::knowledge::fresh_until;
use crate::compare::{Comparison, Institution, Row};
use crate::model::{Date, Item, ItemStatus, Premise};
use crate::views::breakdown::parts;

/// Days that are more years away than this are left out.
const HORIZON: i32 = 2;

/// When a choice is looked at again.
#[derive(Debug)]
pub struct Again<'c> {
    /// The days that the dossier or the data give, the earliest first; what is overdue
    /// comes first.
    pub days: Vec<(Date, Why<'c>)>,
    /// A day that the tool suggests, where the dossier gives none that is still to come: a
    /// year after the as-of date.
    pub suggested: Option<Date>,
}

/// Why something is looked at again on a day.
#[derive(Clone, Copy, Debug)]
pub enum Why<'c> {
    /// The institution planned to look at this item of its checklist, and the day is past.
    Overdue(&'c Item),
    /// It plans to look at this item.
    Review(&'c Item),
    /// From that day on this item is to be arranged.
    Coming(&'c Item),
    /// A premise begins to hold.
    Begins(&'c Premise),
    /// The last day on which a premise holds.
    Ends(&'c Premise),
    /// The last day on which the first of the dated sources that its answers rest on is
    /// fresh.
    Ages,
}

/// When to look again at an alternative; without one, at what the institution does.
#[must_use]
pub fn of<'c>(
    comparison: &Comparison<'c>,
    institution: &Institution<'c>,
    row: Option<&Row<'c>>,
) -> Again<'c> {
    let today = comparison.as_of;
    let mut days: Vec<(Date, Why<'c>)> = Vec::new();
    for entry in institution.checklist.entries() {
        let applies = entry.status != ItemStatus::NotApplicable && entry.holds != Some(false);
        let review = entry.record.and_then(|record| record.review).filter(|_| applies);
        days.extend(
            review.map(|day| {
                (day, if day < today { Why::Overdue(entry.item) } else { Why::Review(entry.item) })
            }),
        );
    }
    let is_planned = days.iter().any(|(_, why)| matches!(why, Why::Review(_)));
    days.extend(institution.checklist.coming.iter().map(|(item, day)| (*day, Why::Coming(item))));
    for on in comparison.premises.iter().filter(|on| on.premise.assumed.is_none()) {
        days.extend(on.premise.begins().map(|day| (day, Why::Begins(on.premise))));
        let ends = on.premise.until.filter(|day| *day >= today);
        days.extend(ends.map(|day| (day, Why::Ends(on.premise))));
    }
    days.extend(row.and_then(|row| ages(comparison, row)).map(|day| (day, Why::Ages)));
    let horizon = today.checked_add(jiff::Span::new().years(HORIZON)).unwrap_or(Date::MAX);
    days.retain(|(day, _)| *day <= horizon);
    days.sort_by_key(|(day, _)| *day);
    let suggested = if is_planned { None } else { today.checked_add(jiff::Span::new().years(1)).ok() };
    Again { days, suggested }
}

/// The last day on which the first of the sources with a date is fresh, of the answers
/// that weigh.
fn ages(comparison: &Comparison<'_>, row: &Row<'_>) -> Option<Date> {
    let weighing =
        parts(comparison, row).into_iter().filter(|part| part.column.share > crate::assess::Ratio::ZERO);
    let counts =
        weighing.filter(|part| part.cell.knowledge.grade.is_some() && !part.cell.knowledge.is_own_work());
    let last = counts.flat_map(|part| {
        let shelf_life = part.column.criterion.shelf_life;
        part.evidence.into_iter().filter_map(move |(_, source)| fresh_until(source, shelf_life))
    });
    last.filter(|day| *day >= comparison.as_of).min()
}
