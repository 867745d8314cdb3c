//! What an open fact leaves possible: answers, and their levels.

use crate::model::{Bounds, Condition, Level, NumberRange, Possible, Question, Set, Term, Worth, options};

/// One complete answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// `one-of`: this answer.
    Choice(usize),
    /// `any-of`: these options and no others.
    Options(Set),
    /// `number`: this number.
    Number(u64),
    /// `number`: this named answer.
    Named(usize),
    /// This answer or named number, whose premise does not hold, as something else that is
    /// worth this level: no condition that names it holds, and no bound.
    Fallen(usize, Level),
}

/// The lowest and the highest level that an open fact leaves possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LevelRange {
    /// The lowest.
    pub low: Level,
    /// The highest.
    pub high: Level,
}

impl LevelRange {
    /// Whether only one level is possible.
    #[must_use]
    pub(crate) fn is_settled(self) -> bool {
        self.low == self.high
    }
}

/// All possible answers to a question.
#[must_use]
pub fn everything(question: &Question) -> Possible {
    match question {
        Question::OneOf(answers) => Possible::Choices(Set::first(answers.len())),
        Question::AnyOf { .. } => Possible::Options { has: Set::EMPTY, lacks: Set::EMPTY },
        Question::Number { named, .. } => Possible::Numbers {
            ranges: vec![NumberRange { from: 0, to: None }],
            named: Set::first(named.len()),
        },
    }
}

/// Whether every answer that is left says that the institution sees to it itself.
/// `own` is [`Question::own_work`].
#[must_use]
pub(crate) fn is_own_work(question: &Question, possible: &Possible, own: Set) -> bool {
    // Most answers can be told apart by their number, without trying each.
    let can_be = match possible {
        Possible::Choices(set) => !set.is_empty() && set.is_subset(own),
        Possible::Options { has, .. } => !has.intersection(own).is_empty(),
        Possible::Numbers { ranges, named } => ranges.is_empty() && !named.is_empty() && named.is_subset(own),
    };
    can_be
        && representatives(question, possible, &[])
            .into_iter()
            .all(|answer| worth(question, answer) == Worth::OwnWork)
}

/// The lowest and the highest level that a question declares: those of an answer that
/// the institution itself makes good or bad.
#[must_use]
pub(crate) fn declared(question: &Question) -> LevelRange {
    spread(question.levels())
}

/// Whether a fact rules out nothing of `everything` that is possible.
#[must_use]
pub fn rules_nothing_out(everything: &Possible, possible: &Possible) -> bool {
    match (everything, possible) {
        (Possible::Choices(all), Possible::Choices(set)) => all.is_subset(*set),
        (Possible::Options { lacks: all, .. }, Possible::Options { has, lacks }) => {
            has.is_empty() && lacks.is_subset(*all)
        }
        (Possible::Numbers { named: all, .. }, Possible::Numbers { ranges, named }) => {
            all.is_subset(*named) && ranges.iter().any(|range| range.from == 0 && range.to.is_none())
        }
        _ => false,
    }
}

/// Whether a fact leaves exactly one answer.
#[must_use]
pub fn is_single(question: &Question, possible: &Possible) -> bool {
    match possible {
        Possible::Choices(set) => set.len() == 1,
        Possible::Options { has, lacks } => has.union(*lacks).len() == question.count(),
        Possible::Numbers { ranges, named } => {
            let same = ranges.windows(2).all(|pair| pair[0] == pair[1]);
            match named.len() {
                0 => same && ranges.first().is_some_and(|range| range.to == Some(range.from)),
                one => one == 1 && ranges.is_empty(),
            }
        }
    }
}

/// Answers that represent all that `possible` allows: no condition among
/// `conditions`, and no level of the question, distinguishes the omitted answers
/// from these. An answer whose premise does not hold is there as itself, and once for each
/// level that it may come to.
#[must_use]
pub fn representatives(question: &Question, possible: &Possible, conditions: &[&Condition]) -> Vec<Full> {
    let all =
        || question.rungs().iter().filter_map(|rung| rung.when.as_ref()).chain(conditions.iter().copied());
    match possible {
        Possible::Choices(set) => {
            set.members().flat_map(|at| with_fallen(question, at, Full::Choice(at))).collect()
        }
        Possible::Options { has, lacks } => {
            let classes = options::classes(question.count(), all());
            options::representatives(&classes, *has, *lacks).into_iter().map(Full::Options).collect()
        }
        Possible::Numbers { ranges, named } => {
            let mut points: Vec<u64> = Vec::new();
            for condition in all() {
                if let Condition::All(bounds) = condition {
                    points.extend(bounds.at_least.into_iter().flat_map(|n| [n.saturating_sub(1), n]));
                    points.extend(bounds.at_most.into_iter().flat_map(|n| [n, n.saturating_add(1)]));
                }
            }
            let mut found: Vec<u64> = ranges
                .iter()
                .flat_map(|range| {
                    let end = range.to.into_iter().chain([range.from]);
                    let inside = points
                        .iter()
                        .copied()
                        .filter(|n| *n >= range.from && range.to.is_none_or(|to| *n <= to));
                    end.chain(inside).collect::<Vec<_>>()
                })
                .collect();
            found.sort_unstable();
            found.dedup();
            let named = named.members().flat_map(|at| with_fallen(question, at, Full::Named(at)));
            found.into_iter().map(Full::Number).chain(named).collect()
        }
    }
}

/// An answer or named number, and what else it may be where its premise does not hold.
fn with_fallen(question: &Question, at: usize, itself: Full) -> impl Iterator<Item = Full> {
    let fallen = question.rests(at).filter(|rests| rests.fallen);
    let levels = fallen.map_or(Vec::new(), |rests| match rests.otherwise {
        Some(level) => vec![level],
        None => up_to(question, as_written(question, itself)),
    });
    std::iter::once(itself).chain(levels.into_iter().map(move |level| Full::Fallen(at, level)))
}

/// The fixed levels that a question declares, from the lowest up to this one.
fn up_to(question: &Question, most: Worth) -> Vec<Level> {
    let mut levels: Vec<Level> =
        question.levels().filter(|level| most.fixed().is_some_and(|most| *level <= most)).collect();
    levels.sort_unstable();
    levels.dedup();
    levels
}

/// What a complete answer is worth: in `one-of` where it is listed, otherwise by the
/// first rung whose condition holds. Where the premise of an answer does not hold, its
/// `else` takes the place of that.
#[must_use]
pub fn worth(question: &Question, answer: Full) -> Worth {
    let otherwise = |at| question.rests(at).filter(|rests| rests.fallen).and_then(|rests| rests.otherwise);
    match answer {
        Full::Fallen(_, level) => Worth::Fixed(level),
        Full::Choice(at) | Full::Named(at) => {
            otherwise(at).map_or_else(|| as_written(question, answer), Worth::Fixed)
        }
        Full::Options(_) | Full::Number(_) => as_written(question, answer),
    }
}

/// What a complete answer is worth by the levels in the file.
fn as_written(question: &Question, answer: Full) -> Worth {
    const NOTHING: Worth = Worth::Fixed(Level::INSUFFICIENT);
    match (question, answer) {
        (Question::OneOf(answers), Full::Choice(at)) => answers.get(at).map_or(NOTHING, |(_, worth)| *worth),
        _ => question
            .rungs()
            .iter()
            .find(|rung| rung.when.as_ref().is_none_or(|when| holds(question, when, answer)))
            .map_or(NOTHING, |rung| rung.worth),
    }
}

/// Whether a condition holds of a complete answer.
#[must_use]
pub fn holds(question: &Question, condition: &Condition, answer: Full) -> bool {
    match condition {
        Condition::Any(terms) => terms.iter().any(|term| match term {
            Term::Choice(at) => match answer {
                Full::Choice(given) | Full::Named(given) => given == *at,
                Full::Options(set) => set.contains(*at),
                Full::Number(_) | Full::Fallen(..) => false,
            },
            Term::Level(wanted) => worth(question, answer) == Worth::Fixed(*wanted),
        }),
        Condition::All(bounds) => match answer {
            Full::Options(set) => options_hold(bounds, set),
            Full::Number(number) => within(bounds, number),
            Full::Named(at) => bounds.or.contains(at),
            Full::Choice(_) | Full::Fallen(..) => false,
        },
    }
}

fn options_hold(bounds: &Bounds, set: Set) -> bool {
    let counted = bounds.counting.map_or(set, |counting| set.intersection(counting));
    bounds.including.is_subset(set)
        && bounds.lacking.intersection(set).is_empty()
        && bounds.only.is_none_or(|only| set.is_subset(only))
        && within(bounds, counted.len() as u64)
}

fn within(bounds: &Bounds, number: u64) -> bool {
    bounds.at_least.is_none_or(|least| number >= least) && bounds.at_most.is_none_or(|most| number <= most)
}

/// The lowest and highest level that `possible` allows. An answer that the institution
/// makes good or bad itself can come to any level that the question declares.
#[must_use]
pub fn level_range(question: &Question, possible: &Possible) -> LevelRange {
    let all = representatives(question, possible, &[]);
    let levels = |answer| match worth(question, answer) {
        Worth::Fixed(level) => LevelRange { low: level, high: level },
        Worth::OwnWork => declared(question),
    };
    spread(all.into_iter().map(levels).flat_map(|range| [range.low, range.high]))
}

/// The levels that `possible` allows, from the lowest to the highest, each once; of an
/// answer that the institution makes good or bad itself, all that the question declares.
#[must_use]
pub fn possible_levels(question: &Question, possible: &Possible) -> Vec<Level> {
    let all = representatives(question, possible, &[]).into_iter();
    let mut levels: Vec<Level> = all
        .flat_map(|answer| match worth(question, answer) {
            Worth::Fixed(level) => vec![level],
            Worth::OwnWork => question.levels().collect(),
        })
        .collect();
    levels.sort_unstable();
    levels.dedup();
    levels
}

/// The lowest and the highest of `levels`.
fn spread(mut levels: impl Iterator<Item = Level>) -> LevelRange {
    let first = levels.next().unwrap_or(Level::INSUFFICIENT);
    levels.fold(LevelRange { low: first, high: first }, |range, level| LevelRange {
        low: range.low.min(level),
        high: range.high.max(level),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Choice, Id, Localized, Rung};

    fn choice(id: &str) -> Choice {
        Choice { id: Id::new(id).expect(id), text: Localized::dutch(id), action: None, rests: None }
    }

    fn any_of() -> Question {
        let good = Condition::All(Bounds { including: Set::one(1), at_least: Some(3), ..Bounds::default() });
        let partly = Condition::All(Bounds { at_least: Some(1), ..Bounds::default() });
        Question::AnyOf {
            options: ["aa", "bb", "cc", "dd"].map(choice).into(),
            rungs: vec![
                Rung { worth: Worth::Fixed(Level::GOOD), when: Some(good) },
                Rung { worth: Worth::Fixed(Level::PARTLY), when: Some(partly) },
                Rung { worth: Worth::Fixed(Level::INSUFFICIENT), when: None },
            ],
        }
    }

    fn days() -> Question {
        let rung = |level, most, or| Rung {
            worth: Worth::Fixed(level),
            when: Some(Condition::All(Bounds { at_most: Some(most), or, ..Bounds::default() })),
        };
        Question::Number {
            unit: Localized::dutch("dagen"),
            action: None,
            named: vec![choice("not-agreed"), choice("self-hosted")],
            rungs: vec![
                rung(Level::GOOD, 30, Set::one(1)),
                rung(Level::PARTLY, 90, Set::EMPTY),
                Rung { worth: Worth::Fixed(Level::INSUFFICIENT), when: None },
            ],
        }
    }

    fn one_of() -> Question {
        Question::OneOf(vec![
            (choice("yes"), Worth::Fixed(Level::GOOD)),
            (choice("rather"), Worth::Fixed(Level::PARTLY)),
            (choice("no"), Worth::Fixed(Level::INSUFFICIENT)),
        ])
    }

    fn numbers(ranges: &[(u64, Option<u64>)], named: Set) -> Possible {
        Possible::Numbers {
            ranges: ranges.iter().map(|&(from, to)| NumberRange { from, to }).collect(),
            named,
        }
    }

    #[test]
    fn a_fact_rules_nothing_out_only_when_it_leaves_every_answer() {
        let one_of = |count| rules_nothing_out(&everything(&one_of()), &Possible::Choices(Set::first(count)));
        assert_eq!([1, 2, 3].map(one_of), [false, false, true]);
        let any_of =
            |has, lacks| rules_nothing_out(&everything(&any_of()), &Possible::Options { has, lacks });
        assert!(any_of(Set::EMPTY, Set::EMPTY));
        assert!(!any_of(Set::one(0), Set::EMPTY));
        assert!(!any_of(Set::EMPTY, Set::one(0)));
        let days = |ranges: &[_], named| rules_nothing_out(&everything(&days()), &numbers(ranges, named));
        assert!(days(&[(0, None)], Set::first(2)));
        assert!(!days(&[(0, None)], Set::one(1)), "one of the named answers is ruled out");
        assert!(!days(&[(1, None)], Set::first(2)), "nought is ruled out");
        assert!(!days(&[(0, Some(9))], Set::first(2)), "ten and more are ruled out");
        assert!(!days(&[], Set::first(2)), "every number is ruled out");
    }

    #[test]
    fn a_fact_is_single_only_when_it_leaves_one_answer() {
        let one_of = |set| is_single(&one_of(), &Possible::Choices(set));
        assert!(one_of(Set::one(2)) && !one_of(Set::first(2)));
        let any_of = |has, lacks| is_single(&any_of(), &Possible::Options { has, lacks });
        assert!(any_of(Set::first(2), Set::first(4).without(Set::first(2))));
        assert!(!any_of(Set::first(2), Set::one(3)));
        let days = |ranges: &[_], named| is_single(&days(), &numbers(ranges, named));
        assert!(days(&[(5, Some(5))], Set::EMPTY) && days(&[], Set::one(0)));
        assert!(!days(&[(5, Some(6))], Set::EMPTY) && !days(&[(5, None)], Set::EMPTY));
        assert!(!days(&[(5, Some(5)), (6, Some(6))], Set::EMPTY));
        assert!(!days(&[], Set::first(2)) && !days(&[(5, Some(5))], Set::one(0)));
    }

    #[test]
    fn an_open_option_widens_and_a_known_one_narrows() {
        let range = |has, lacks| level_range(&any_of(), &Possible::Options { has, lacks });
        let all = range(Set::EMPTY, Set::EMPTY);
        assert_eq!((all.low, all.high), (Level::INSUFFICIENT, Level::GOOD));
        let without = range(Set::one(0), Set::one(1));
        assert_eq!((without.low, without.high), (Level::PARTLY, Level::PARTLY));
    }

    #[test]
    fn numbers_are_judged_at_their_bounds() {
        let range = |from, to, named| {
            let range =
                level_range(&days(), &Possible::Numbers { ranges: vec![NumberRange { from, to }], named });
            (range.low, range.high)
        };
        assert_eq!(range(0, Some(30), Set::EMPTY), (Level::GOOD, Level::GOOD));
        assert_eq!(range(0, Some(31), Set::EMPTY), (Level::PARTLY, Level::GOOD));
        assert_eq!(range(31, None, Set::EMPTY), (Level::INSUFFICIENT, Level::PARTLY));
        assert_eq!(range(40, Some(50), Set::EMPTY), (Level::PARTLY, Level::PARTLY));
        assert_eq!(range(0, Some(5), Set::one(0)), (Level::INSUFFICIENT, Level::GOOD));
        assert!(rules_nothing_out(&everything(&days()), &everything(&days())));
    }

    /// A level that holds only between two bounds is found inside a range that
    /// begins below it and ends above it.
    #[test]
    fn a_level_between_two_bounds_is_found_inside_a_wider_range() {
        let between = Bounds { at_least: Some(10), at_most: Some(20), ..Bounds::default() };
        let question = Question::Number {
            unit: Localized::dutch("graden"),
            action: None,
            named: Vec::new(),
            rungs: vec![
                Rung { worth: Worth::Fixed(Level::GOOD), when: Some(Condition::All(between)) },
                Rung { worth: Worth::Fixed(Level::INSUFFICIENT), when: None },
            ],
        };
        let range = |from, to| level_range(&question, &numbers(&[(from, Some(to))], Set::EMPTY));
        assert_eq!(range(0, 99), LevelRange { low: Level::INSUFFICIENT, high: Level::GOOD });
        assert_eq!(range(10, 20), LevelRange { low: Level::GOOD, high: Level::GOOD });
        assert_eq!(range(20, 21), LevelRange { low: Level::INSUFFICIENT, high: Level::GOOD });
    }
}
