//! What is known of one criterion of one variant, after the rules for evidence.

use crate::model::{
    Criterion, Date, Evidence, EvidenceRule, Extent, Grade, Localized, Possible, Source, StaleRule, Stated,
    Vendor,
};

use super::answers::{self, LevelRange};

/// How much is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Exactly one answer is left.
    Known,
    /// Some answers are ruled out, more than one is left.
    PartlyKnown,
    /// Looked for and not found.
    Unknown,
    /// Nobody has looked yet.
    NotResearched,
    /// All evidence that would count is stale. Under `stale: mark` the answer
    /// counts and is marked; under `stale: unknown` it counts for nothing.
    Stale,
    /// There is only evidence that is weaker than the profile accepts.
    BelowGrade,
}

/// What is known of one criterion of one variant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Knowledge {
    /// The answers that remain possible, after the rules for evidence.
    pub possible: Possible,
    /// How much that is.
    pub status: Status,
    /// Whether a knock-out may fire on it: an item of grade `vendor` or better,
    /// read whole or reviewed, not stale, and the vendor does not dispute it.
    pub firm: bool,
    /// The strongest grade that counts; `None` when nothing counts.
    pub grade: Option<Grade>,
    /// The levels that remain possible.
    pub levels: LevelRange,
    /// Why nothing was found, where the file says that somebody looked.
    pub reason: Option<Localized>,
    /// Whether the vendor says that the answer is wrong.
    pub disputed: bool,
}

impl Knowledge {
    /// Whether the answer rests on something that counts.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.grade.is_some()
    }
}

/// Judges the evidence of one fact. `everything` is the range of levels when
/// nothing is known, worked out once per criterion.
#[must_use]
pub fn knowledge(
    criterion: &Criterion,
    number: usize,
    (vendor, variant): (&Vendor, usize),
    rule: EvidenceRule,
    as_of: Date,
    everything: LevelRange,
) -> Knowledge {
    let stated = vendor.fact(number, variant);
    let disputed = stated.is_some_and(|(fact, _)| fact.disputed.is_some());
    let open = |status| Knowledge {
        possible: answers::everything(&criterion.question),
        status,
        firm: false,
        grade: None,
        levels: everything,
        reason: None,
        disputed,
    };
    let Some((fact, answer)) = stated else { return open(Status::NotResearched) };
    let possible = match &answer.stated {
        Stated::Possible(possible) => possible,
        Stated::Unknown(reason) => {
            return Knowledge { reason: Some(reason.clone()), ..open(Status::Unknown) };
        }
    };
    let strong = |item: &&Evidence| source(vendor, item).is_some_and(|s| s.grade >= rule.minimum_grade);
    let fresh =
        |item: &&Evidence| source(vendor, item).is_some_and(|s| !is_stale(s, criterion.shelf_life, as_of));
    let items: Vec<&Evidence> =
        fact.evidence.iter().filter(|item| item.covers(variant)).filter(strong).collect();
    let any_fresh = items.iter().any(fresh);
    let rules_nothing_out = answers::rules_nothing_out(&criterion.question, possible);
    if items.is_empty() || (rule.stale == StaleRule::Unknown && !any_fresh) {
        let status = match (rules_nothing_out, items.is_empty()) {
            (true, _) => Status::Unknown,
            (_, true) => Status::BelowGrade,
            _ => Status::Stale,
        };
        return open(status);
    }
    let counting = |item: &&&Evidence| rule.stale == StaleRule::Mark || fresh(item);
    let grade = items.iter().filter(counting).filter_map(|item| source(vendor, item)).map(|s| s.grade).max();
    let firm = !disputed
        && items
            .iter()
            .filter(|item| fresh(item))
            .filter_map(|item| source(vendor, item))
            .any(|s| s.grade >= Grade::Vendor && (s.extent == Extent::Whole || s.reviewed.is_some()));
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
        reason: None,
        disputed,
    }
}

fn source<'v>(vendor: &'v Vendor, item: &Evidence) -> Option<&'v Source> {
    vendor.sources.get(item.source)
}

/// Whether a source is stale: the as-of date is later than the day it was read
/// plus the shelf life in civil months, or nobody knows of which day the copy
/// was that was read.
#[must_use]
pub fn is_stale(source: &Source, shelf_life: i32, as_of: Date) -> bool {
    source.undated_copy || is_past(source.read, shelf_life, as_of)
}

/// Whether `as_of` is later than `read` plus so many civil months. A month that
/// has no such day ends on its last day: 31 January plus one month is the end
/// of February.
#[must_use]
pub fn is_past(read: Date, months: i32, as_of: Date) -> bool {
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
