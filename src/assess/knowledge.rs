//! What is known about one criterion of one variant, after the rules for evidence.

use crate::model::{
    Answer, Criterion, Date, EvidenceRule, Extent, Fact, Grade, Possible, Product, Source, StaleRule, Stated,
};

use super::answers::{self, LevelRange};

/// How much is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Exactly one answer is possible.
    Known,
    /// Some answers are ruled out, but more than one is possible.
    PartlyKnown,
    /// Looked for and not found.
    Unknown,
    /// Nobody has looked yet.
    NotResearched,
    /// All evidence that would count is stale. Under `stale: mark` the answer
    /// counts and is marked; under `stale: unknown` it does not count.
    Stale,
    /// All evidence is weaker than the profile accepts.
    BelowGrade,
}

/// What is known about one criterion of one variant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Knowledge {
    /// The answers that remain possible, after the rules for evidence.
    pub possible: Possible,
    /// How much is known.
    pub status: Status,
    /// Whether a knock-out may fire on it: an item of grade `vendor` or better,
    /// read in full or reviewed, not stale, and the vendor does not dispute it.
    pub firm: bool,
    /// The strongest grade that counts; `None` when nothing counts.
    pub grade: Option<Grade>,
    /// The levels that remain possible.
    pub levels: LevelRange,
    /// Whether the vendor says that the answer is wrong.
    pub disputed: bool,
}

impl Knowledge {
    /// For a criterion that nobody has researched. `everything` is the range of
    /// levels when nothing is known.
    #[must_use]
    pub fn none(criterion: &Criterion, everything: LevelRange) -> Knowledge {
        Knowledge {
            possible: answers::everything(&criterion.question),
            status: Status::NotResearched,
            firm: false,
            grade: None,
            levels: everything,
            disputed: false,
        }
    }

    /// Whether the answer rests on evidence that counts.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.grade.is_some()
    }
}

/// Judges the evidence for what a product's file says about a criterion.
/// `everything` is the range of levels when nothing is known, computed once per
/// criterion.
#[must_use]
pub(crate) fn knowledge(
    criterion: &Criterion,
    (fact, answer): (&Fact, &Answer),
    (product, variant): (&Product, usize),
    rule: EvidenceRule,
    as_of: Date,
    everything: LevelRange,
) -> Knowledge {
    let disputed = fact.disputed.is_some();
    let open = |status| Knowledge { status, disputed, ..Knowledge::none(criterion, everything) };
    let possible = match &answer.stated {
        Stated::Possible(possible) => possible,
        Stated::Unknown(_) => return open(Status::Unknown),
    };
    // The sources of the items that are strong enough, and whether each is fresh.
    let items: Vec<(&Source, bool)> = fact
        .evidence
        .iter()
        .filter(|item| item.covers(variant))
        .filter_map(|item| product.sources.get(item.source))
        .filter(|source| source.grade >= rule.minimum_grade)
        .map(|source| (source, !is_stale(source, criterion.shelf_life, as_of)))
        .collect();
    let any_fresh = items.iter().any(|(_, fresh)| *fresh);
    let rules_nothing_out = answers::rules_nothing_out(&criterion.question, possible);
    if items.is_empty() || (rule.stale == StaleRule::Unknown && !any_fresh) {
        let status = match (rules_nothing_out, items.is_empty()) {
            (true, _) => Status::Unknown,
            (_, true) => Status::BelowGrade,
            _ => Status::Stale,
        };
        return open(status);
    }
    let counting = items.iter().filter(|(_, fresh)| rule.stale == StaleRule::Mark || *fresh);
    let grade = counting.map(|(source, _)| source.grade).max();
    let firm = !disputed
        && items.iter().any(|(source, fresh)| {
            let is_whole = source.extent == Extent::Whole || source.reviewed.is_some();
            *fresh && source.grade >= Grade::Vendor && is_whole
        });
    let status = match () {
        () if rules_nothing_out => Status::Unknown,
        () if !any_fresh => Status::Stale,
        () if answers::is_single(&criterion.question, possible) => Status::Known,
        () => Status::PartlyKnown,
    };
    Knowledge {
        levels: answers::level_range(&criterion.question, possible),
        possible: possible.clone(),
        status,
        firm,
        grade,
        disputed,
    }
}

/// Whether a source is stale: the as-of date is later than the day it was read
/// plus the shelf life in civil months, or the date of the copy that was read is
/// unknown.
#[must_use]
pub(crate) fn is_stale(source: &Source, shelf_life: i32, as_of: Date) -> bool {
    source.undated_copy || is_past(source.read, shelf_life, as_of)
}

/// Whether `as_of` is later than `read` plus this many civil months. In a month
/// without such a day, its last day counts: 31 January plus one month is the end of
/// February.
#[must_use]
pub(crate) fn is_past(read: Date, months: i32, as_of: Date) -> bool {
    let until = read.checked_add(jiff::Span::new().months(months)).unwrap_or(Date::MAX);
    as_of > until
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_fresh_up_to_and_including_its_last_day() {
        let day = |y, m, d| Date::new(y, m, d).expect("a date");
        assert!(!is_past(day(2025, 11, 21), 12, day(2026, 11, 21)));
        assert!(is_past(day(2025, 11, 21), 12, day(2026, 11, 22)));
        assert!(!is_past(day(2024, 2, 29), 12, day(2025, 2, 28)));
        assert!(is_past(day(2024, 2, 29), 12, day(2025, 3, 1)));
        assert!(!is_past(day(2026, 1, 31), 1, day(2026, 2, 28)));
        assert!(is_past(day(2026, 1, 31), 1, day(2026, 3, 1)));
    }
}
