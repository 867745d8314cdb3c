//! What is known about one criterion of one variant, after the rules for evidence.

use std::borrow::Cow;

use crate::model::{
    Answer, Catalogue, Criterion, Date, EvidenceRule, Extent, Fact, Grade, Hosting, OwnWork, Possible,
    Product, Set, SettledBy, Source, StaleRule, Stated,
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
    /// The institution sees to it itself, and has not said how.
    OwnWork,
    /// The institution sees to it itself, and its dossier says how.
    Institution,
    /// Exactly one answer is possible, and its premise does not hold: what it is worth now
    /// is open.
    PremiseFallen,
}

/// What is known about one criterion of one variant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Knowledge {
    /// The answers that remain possible, after the rules for evidence.
    pub possible: Possible,
    /// How much is known.
    pub status: Status,
    /// Whether a knock-out may fire on it: an item of grade `vendor` or better,
    /// read in full or reviewed, not stale, and the vendor does not dispute it. The
    /// word of an institution is firm while it is fresh.
    pub firm: bool,
    /// The strongest grade that counts; `None` when nothing counts.
    pub grade: Option<Grade>,
    /// The levels that remain possible.
    pub levels: LevelRange,
    /// Who can settle what is open.
    pub settled_by: SettledBy,
    /// Whether the vendor says that the answer is wrong.
    pub disputed: bool,
    /// Whether it is stale because a source that it rests on has no date, rather than
    /// because all of them are old.
    pub undated: bool,
}

impl Knowledge {
    /// Whether the answer rests on evidence that counts, or on the word of the
    /// institution.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.grade.is_some() || self.status == Status::Institution
    }

    /// Whether the institution sees to it itself, and has not said how.
    #[must_use]
    pub fn is_own_work(&self) -> bool {
        self.status == Status::OwnWork
    }

    /// Whether only one level is left.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.levels.is_settled()
    }

    /// Whether it can still be asked: more than one level is left, and finding out is not
    /// up to the institution.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.is_settled() && !self.is_own_work()
    }

    /// Whether what it rests on is too old.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        // The word of an institution is firm as long as it is fresh.
        self.status == Status::Stale || (self.status == Status::Institution && !self.firm)
    }
}

/// What holds for a criterion before anything is known, for variants that are run by the
/// same party.
#[derive(Clone, Debug)]
pub(crate) struct Baseline {
    /// What is known where nobody has looked.
    pub knowledge: Knowledge,
    /// The answers or options of own work.
    own: Set,
    /// Whether these can be given: only an institution that runs the variant itself sees
    /// to something itself.
    has_own_work: bool,
}

impl Baseline {
    /// For variants with this hosting.
    #[must_use]
    pub(crate) fn new(criterion: &Criterion, hosting: Hosting) -> Baseline {
        let question = &criterion.question;
        let (own, has_own_work) = own_work(criterion, hosting);
        let possible = unknown(criterion, own, has_own_work);
        let knowledge = Knowledge {
            levels: answers::level_range(question, &possible),
            possible,
            status: Status::NotResearched,
            firm: false,
            grade: None,
            // What an institution sees to itself, it arranges with its hosting company.
            settled_by: match hosting {
                Hosting::Hosted if !own.is_empty() => SettledBy::Contract,
                _ => criterion.settled_by,
            },
            disputed: false,
            undated: false,
        };
        Baseline { knowledge, own, has_own_work }
    }
}

/// The answers or options of own work, and whether a variant with this hosting can have
/// them: only an institution that runs it itself sees to something itself.
fn own_work(criterion: &Criterion, hosting: Hosting) -> (Set, bool) {
    let own = criterion.question.own_work();
    (own, !own.is_empty() && hosting == Hosting::SelfHosted)
}

/// The answers that are possible where nothing is known.
fn unknown(criterion: &Criterion, own: Set, has_own_work: bool) -> Possible {
    let everything = answers::everything(&criterion.question);
    if has_own_work { everything } else { everything.without(own) }
}

/// What a file leaves possible, without own work for a variant that cannot have it.
fn given(possible: &Possible, own: Set, has_own_work: bool) -> Cow<'_, Possible> {
    if own.is_empty() || has_own_work { Cow::Borrowed(possible) } else { Cow::Owned(possible.without(own)) }
}

/// Judges the evidence for what a product's file says about a criterion. `nothing` is
/// what holds before, for the hosting of the variant.
#[must_use]
pub(crate) fn knowledge(
    criterion: &Criterion,
    (fact, answer): (&Fact, &Answer),
    (product, variant): (&Product, usize),
    rule: EvidenceRule,
    as_of: Date,
    nothing: &Baseline,
) -> Knowledge {
    let question = &criterion.question;
    let disputed = fact.disputed.is_some();
    let open = |status| Knowledge { status, disputed, ..nothing.knowledge.clone() };
    let possible = match &answer.stated {
        Stated::Possible(possible) => given(possible, nothing.own, nothing.has_own_work),
        Stated::Unknown(_) => return open(Status::Unknown),
    };
    let about = || {
        let items = fact.evidence.iter().filter(|item| item.covers(variant));
        items.filter_map(|item| product.sources.get(item.source))
    };
    if nothing.has_own_work && answers::is_own_work(question, &possible, nothing.own) {
        // That the product is made to be run by the institution does not age, and what a
        // maker says of it is enough.
        if let Some(grade) = about().map(|source| source.grade).max() {
            return Knowledge {
                levels: answers::declared(question),
                possible: possible.into_owned(),
                status: Status::OwnWork,
                firm: !disputed,
                grade: Some(grade),
                settled_by: SettledBy::Institution,
                disputed,
                undated: false,
            };
        }
    }
    // The sources of the items that are strong enough, and whether each is fresh.
    let items: Vec<(&Source, bool)> = about()
        .filter(|source| source.grade >= rule.minimum_grade)
        .map(|source| (source, !is_stale(source, criterion.shelf_life, as_of)))
        .collect();
    let any_fresh = items.iter().any(|(_, fresh)| *fresh);
    let undated = !any_fresh && items.iter().any(|(source, _)| source.undated_copy);
    let rules_nothing_out = answers::rules_nothing_out(&nothing.knowledge.possible, &possible);
    if items.is_empty() || (rule.stale == StaleRule::Unknown && !any_fresh) {
        let status = match (rules_nothing_out, items.is_empty()) {
            (true, _) => Status::Unknown,
            (_, true) => Status::BelowGrade,
            _ => Status::Stale,
        };
        return Knowledge { undated: undated && status == Status::Stale, ..open(status) };
    }
    let counting = items.iter().filter(|(_, fresh)| rule.stale == StaleRule::Mark || *fresh);
    let grade = counting.map(|(source, _)| source.grade).max();
    let firm = !disputed && items.iter().any(|(source, fresh)| *fresh && is_firm(source));
    let levels = answers::level_range(question, &possible);
    let status = match () {
        () if rules_nothing_out => Status::Unknown,
        () if !any_fresh => Status::Stale,
        () if !answers::is_single(question, &possible) => Status::PartlyKnown,
        // Any other single answer is worth one level.
        () if !levels.is_settled() => Status::PremiseFallen,
        () => Status::Known,
    };
    Knowledge {
        levels,
        possible: possible.into_owned(),
        status,
        firm,
        grade,
        settled_by: nothing.knowledge.settled_by,
        disputed,
        undated: undated && status == Status::Stale,
    }
}

/// Whether a knock-out can fire on this source while it is fresh: it says so itself, and
/// all of it was read, or two people read it.
pub(crate) fn is_firm(source: &Source) -> bool {
    let is_whole = source.extent == Extent::Whole || source.reviewed.is_some();
    source.grade >= Grade::Vendor && is_whole
}

/// What the institution itself says of its own work; `None` when that is stale and the
/// rule does not let it count.
#[must_use]
pub(crate) fn by_institution(
    criterion: &Criterion,
    own: &OwnWork,
    rule: EvidenceRule,
    as_of: Date,
) -> Option<Knowledge> {
    let fresh = !is_past(own.on, criterion.shelf_life, as_of);
    let counts = fresh || rule.stale == StaleRule::Mark;
    counts.then(|| Knowledge {
        levels: answers::level_range(&criterion.question, &own.possible),
        possible: own.possible.clone(),
        status: Status::Institution,
        firm: fresh,
        grade: None,
        settled_by: SettledBy::Institution,
        disputed: false,
        undated: false,
    })
}

/// Whether an answer is about something that changes: neither that nothing was found, nor
/// that the institution sees to it itself, ages. [`knowledge`] never calls those stale.
fn can_age(criterion: &Criterion, answer: &Answer, hosting: Hosting) -> bool {
    let Stated::Possible(possible) = &answer.stated else { return false };
    let (own, has_own_work) = own_work(criterion, hosting);
    let possible = given(possible, own, has_own_work);
    let is_own = has_own_work && answers::is_own_work(&criterion.question, &possible, own);
    !is_own && !answers::rules_nothing_out(&unknown(criterion, own, has_own_work), &possible)
}

/// Per source of a product, the shortest shelf life in months of the criteria that it
/// answers for some variant; `None` for a source on which nothing rests that can become
/// stale. A comparison judges by the same answers: those that no later layer replaces, to
/// criteria in use.
#[must_use]
pub(crate) fn shelf_lives(product: &Product, catalogue: &Catalogue) -> Vec<Option<i32>> {
    let mut shortest: Vec<Option<i32>> = vec![None; product.sources.len()];
    // Per criterion, the variants that a later layer answers.
    let mut answered = vec![Set::EMPTY; catalogue.criteria.len()];
    for fact in product.facts.iter().rev() {
        let is_judged = |found: &&Criterion| found.applies_to.contains(product.kind) && found.is_in_use();
        let criterion = catalogue.criterion(fact.criterion).filter(is_judged);
        let (Some(criterion), Some(answered)) = (criterion, answered.get_mut(fact.criterion)) else {
            continue;
        };
        for answer in &fact.answers {
            let variants = answer.variants.without(*answered);
            *answered = answered.union(variants);
            let hosting = |number: usize| product.variants.get(number).map(|variant| variant.hosting);
            let ages = |number: &usize| hosting(*number).is_some_and(|by| can_age(criterion, answer, by));
            let aging: Vec<usize> = variants.members().filter(ages).collect();
            for item in fact.evidence.iter().filter(|item| aging.iter().any(|number| item.covers(*number))) {
                if let Some(months) = shortest.get_mut(item.source) {
                    *months =
                        Some(months.map_or(criterion.shelf_life, |known| known.min(criterion.shelf_life)));
                }
            }
        }
    }
    shortest
}

/// Whether a source is stale: the as-of date is later than the last day on which it is
/// fresh, or it never is.
#[must_use]
pub(crate) fn is_stale(source: &Source, shelf_life: i32, as_of: Date) -> bool {
    fresh_until(source, shelf_life).is_none_or(|last| as_of > last)
}

/// The last day on which a source is fresh: the day it was read plus the shelf life in
/// civil months. `None` when the date of the copy that was read is unknown.
#[must_use]
pub(crate) fn fresh_until(source: &Source, shelf_life: i32) -> Option<Date> {
    (!source.undated_copy).then(|| last_day(source.read, shelf_life))
}

/// Whether `as_of` is later than `read` plus this many civil months.
#[must_use]
pub(crate) fn is_past(read: Date, months: i32, as_of: Date) -> bool {
    as_of > last_day(read, months)
}

/// The day that is this many civil months later. In a month without such a day, its last
/// day counts: 31 January plus one month is the end of February.
fn last_day(read: Date, months: i32) -> Date {
    read.checked_add(jiff::Span::new().months(months)).unwrap_or(Date::MAX)
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
