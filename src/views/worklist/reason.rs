//! Why there is work on a criterion of an alternative, and until when it can wait.

use crate::assess::knowledge::fresh_until;
use crate::assess::knowledge::is_firm;
use crate::assess::{Demand, Ratio, RuleOutcome, RuleStatus, Status};
use crate::model::{Date, EvidenceRule, Grade, Source};
use crate::views::breakdown::Part;

/// What has to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Find the answer, or more of it.
    Research,
    /// Find something better for it to rest on.
    Strengthen,
    /// Read again what it rests on.
    Renew,
}

/// Why it has to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody has looked.
    NotResearched,
    /// Somebody looked, and found nothing.
    NotFound,
    /// The answer leaves more than one level possible.
    SeveralLevels,
    /// The answer rests on a premise that does not hold.
    PremiseFallen,
    /// It leaves one level, but answers between which a demand makes a difference.
    SeveralAnswers,
    /// The sources are weaker than what counts.
    TooWeak,
    /// The sources were read in part, and a demand needs more.
    InPart,
    /// The copy that was read has no date, so it is never fresh.
    Undated,
    /// The vendor says that the answer is wrong, and a demand depends on it.
    Disputed,
    /// The sources are too old, or become so.
    Stale,
}

impl Why {
    /// What has to be done then.
    #[must_use]
    pub fn work(self) -> Work {
        match self {
            Why::NotResearched
            | Why::NotFound
            | Why::SeveralLevels
            | Why::PremiseFallen
            | Why::SeveralAnswers => Work::Research,
            Why::TooWeak | Why::InPart | Why::Undated | Why::Disputed => Work::Strengthen,
            Why::Stale => Work::Renew,
        }
    }
}

/// Why something is open: points, or the demands that are `held`.
pub(super) fn why(part: &Part<'_, '_>, held: &[(&Demand, &RuleOutcome)], rule: EvidenceRule) -> Why {
    let knowledge = &part.cell.knowledge;
    let is_told_apart = || held.iter().any(|(_, outcome)| outcome.status != RuleStatus::Indication);
    match knowledge.status {
        Status::NotResearched => Why::NotResearched,
        Status::Unknown => Why::NotFound,
        Status::BelowGrade => Why::TooWeak,
        Status::PremiseFallen => Why::PremiseFallen,
        // A demand is open about a single answer only where the answer's premise does not hold.
        Status::Known if is_told_apart() => Why::PremiseFallen,
        Status::Stale if counting(part, rule).all(|source| source.undated_copy) => Why::Undated,
        Status::Stale => Why::Stale,
        _ if part.open() > Ratio::ZERO => Why::SeveralLevels,
        Status::PartlyKnown if is_told_apart() => Why::SeveralAnswers,
        _ if knowledge.disputed => Why::Disputed,
        // What is left is not firm. A source that could make it so is not fresh.
        _ if firm(part, rule).any(|source| !source.undated_copy) => Why::Stale,
        _ if firm(part, rule).next().is_some() => Why::Undated,
        _ if counting(part, rule).any(|source| source.grade >= Grade::Vendor) => Why::InPart,
        _ => Why::TooWeak,
    }
}

/// The last day on which what is to be renewed is fresh: that of the source that stays so
/// longest, of those that its work is about.
pub(super) fn due(part: &Part<'_, '_>, why: Why, rule: EvidenceRule) -> Option<Date> {
    let last = |source: &Source| fresh_until(source, part.column.criterion.shelf_life);
    match (why, part.cell.knowledge.status) {
        (Why::Stale, Status::Stale) => counting(part, rule).filter_map(last).max(),
        (Why::Stale, _) => firm(part, rule).filter_map(last).max(),
        _ => None,
    }
}

/// The sources that are strong enough to count.
fn counting<'p>(part: &'p Part<'_, '_>, rule: EvidenceRule) -> impl Iterator<Item = &'p Source> {
    let sources = part.evidence.iter().map(|(_, source)| *source);
    sources.filter(move |source| source.grade >= rule.minimum_grade)
}

/// Those on which a knock-out could fire if they were fresh.
fn firm<'p>(part: &'p Part<'_, '_>, rule: EvidenceRule) -> impl Iterator<Item = &'p Source> {
    counting(part, rule).filter(|source| is_firm(source))
}
