//! Random questions, conditions and facts, and all ways to complete a fact.

use keuzehulp::assess::answers::{Full, everything, worth};
use keuzehulp::model::{
    Bounds, Choice, Condition, Id, Level, Localized, NumberRange, Possible, Question, Rung, Set, Term, Worth,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// No bound of a condition and no end of a range is above this.
const LARGEST: u64 = 6;
/// Stands for all numbers above the bounds.
const FAR: u64 = 1_000_000;

/// The id of a choice, criterion, theme or product: a letter and its number.
pub(super) fn id(letter: char, number: usize) -> Id {
    Id::new(&format!("{letter}{number:04}")).expect("an id")
}

/// The members of `0..count` whose bit is set.
pub(super) fn subset(count: usize, bits: u64) -> Set {
    (0..count).filter(|n| bits >> n & 1 == 1).collect()
}

fn any_level() -> impl Strategy<Value = Level> {
    select(vec!["good", "75%", "partly", "25%", "insufficient"])
        .prop_map(|name| Level::from_name(name).expect("a level"))
}

fn choices(count: usize) -> Vec<Choice> {
    (0..count)
        .map(|n| {
            let text = Localized::dutch(format!("antwoord {n}"));
            Choice { id: id('a', n), text, action: None, rests: None }
        })
        .collect()
}

/// A question of one of the three forms, small enough to try all its answers.
pub(super) fn question() -> BoxedStrategy<Question> {
    let one_of = vec(any_level(), 1..=4).prop_map(|levels| {
        Question::OneOf(choices(levels.len()).into_iter().zip(levels.into_iter().map(Worth::Fixed)).collect())
    });
    let any_of = (1..=4usize).prop_flat_map(|count| {
        rungs(on_options(count)).prop_map(move |rungs| Question::AnyOf { options: choices(count), rungs })
    });
    let number = (0..=2usize).prop_flat_map(|count| {
        rungs(on_numbers(count)).prop_map(move |rungs| Question::Number {
            unit: Localized::dutch("dagen"),
            action: None,
            named: choices(count),
            rungs,
        })
    });
    prop_oneof![one_of, any_of, number].boxed()
}

fn rungs(condition: impl Strategy<Value = Condition>) -> impl Strategy<Value = Vec<Rung>> {
    (vec((any_level(), condition), 0..=3), any_level()).prop_map(|(rungs, last)| {
        let named =
            rungs.into_iter().map(|(level, when)| Rung { worth: Worth::Fixed(level), when: Some(when) });
        named.chain([Rung { worth: Worth::Fixed(last), when: None }]).collect()
    })
}

/// A condition on the options of an `any-of` question. Each of its lists is
/// there in a third of the cases, so that many conditions name only one.
fn on_options(count: usize) -> impl Strategy<Value = Condition> {
    let list = move || option::weighted(0.3, (1..1u64 << count).prop_map(move |bits| subset(count, bits)));
    let limit = || option::of(0..=count as u64);
    let parts = (list(), list(), list(), list(), limit(), limit());
    let bounds = parts.prop_map(|(including, lacking, only, counting, at_least, at_most)| {
        let including = including.unwrap_or_default();
        let lacking = lacking.unwrap_or_default();
        Condition::All(Bounds { including, lacking, only, at_least, at_most, counting, or: Set::EMPTY })
    });
    prop_oneof![3 => bounds, 1 => any_of_these(count, false)]
}

/// A condition on a number or a named answer.
fn on_numbers(named: usize) -> BoxedStrategy<Condition> {
    let parts = (option::of(0..LARGEST), option::of(0..LARGEST), any::<u64>());
    let bounds = parts.prop_map(move |(at_least, at_most, or)| {
        Condition::All(Bounds { at_least, at_most, or: subset(named, or), ..Bounds::default() })
    });
    if named == 0 {
        bounds.boxed()
    } else {
        prop_oneof![3 => bounds, 1 => any_of_these(named, false)].boxed()
    }
}

fn any_of_these(count: usize, levels: bool) -> BoxedStrategy<Condition> {
    let term = (0..count.max(1)).prop_map(Term::Choice);
    let term = match (levels, count) {
        (false, _) => term.boxed(),
        (true, 0) => any_level().prop_map(Term::Level).boxed(),
        (true, _) => prop_oneof![2 => term, 1 => any_level().prop_map(Term::Level)].boxed(),
    };
    vec(term, 1..=2).prop_map(Condition::Any).boxed()
}

/// A condition as a knock-out or a requirement has it; levels too.
pub(super) fn condition(question: &Question) -> BoxedStrategy<Condition> {
    let count = question.count();
    let terms = any_of_these(count, true);
    match question {
        Question::OneOf(_) => terms,
        Question::AnyOf { .. } => prop_oneof![on_options(count), terms].boxed(),
        Question::Number { .. } => prop_oneof![on_numbers(count), terms].boxed(),
    }
}

/// What a source leaves possible; never nothing.
pub(super) fn possible(question: &Question) -> BoxedStrategy<Possible> {
    let count = question.count();
    match question {
        Question::OneOf(_) => {
            (1..1u64 << count).prop_map(move |bits| Possible::Choices(subset(count, bits))).boxed()
        }
        Question::AnyOf { .. } => (any::<u64>(), any::<u64>())
            .prop_map(move |(known, has)| {
                let (known, has) = (subset(count, known), subset(count, has));
                Possible::Options { has: known.intersection(has), lacks: known.without(has) }
            })
            .boxed(),
        Question::Number { .. } => {
            let range = (0..LARGEST, option::of(0..3u64)).prop_map(|(from, more)| NumberRange {
                from,
                to: more.map(|more| (from + more).min(LARGEST)),
            });
            (vec(range, 0..=2), any::<u64>())
                .prop_map(move |(mut ranges, bits)| {
                    let named = subset(count, bits);
                    if ranges.is_empty() && named.is_empty() {
                        ranges.push(NumberRange { from: 2, to: Some(2) });
                    }
                    Possible::Numbers { ranges, named }
                })
                .boxed()
        }
    }
}

/// Every complete answer that a fact leaves possible; numbers above all bounds
/// are tried once.
pub(super) fn completions(question: &Question, possible: &Possible) -> Vec<Full> {
    match possible {
        Possible::Choices(set) => set.members().map(Full::Choice).collect(),
        Possible::Options { has, lacks } => (0..1u64 << question.count())
            .map(|bits| subset(question.count(), bits))
            .filter(|set| has.is_subset(*set) && set.intersection(*lacks).is_empty())
            .map(Full::Options)
            .collect(),
        Possible::Numbers { ranges, named } => {
            let inside = |n: u64| ranges.iter().any(|r| n >= r.from && r.to.is_none_or(|to| n <= to));
            let numbers = (0..=LARGEST + 1).chain([FAR]).filter(|n| inside(*n)).map(Full::Number);
            numbers.chain(named.members().map(Full::Named)).collect()
        }
    }
}

/// The fact that leaves only this answer.
pub(super) fn exactly(question: &Question, answer: Full) -> Possible {
    match answer {
        Full::Choice(at) => Possible::Choices(Set::one(at)),
        Full::Options(has) => Possible::Options { has, lacks: Set::first(question.count()).without(has) },
        Full::Number(n) => {
            Possible::Numbers { ranges: vec![NumberRange { from: n, to: Some(n) }], named: Set::EMPTY }
        }
        Full::Named(at) => Possible::Numbers { ranges: Vec::new(), named: Set::one(at) },
        Full::Fallen(..) => panic!("no fact says what an answer without its premise is"),
    }
}

/// A fact that rules out at least what `possible` rules out; `bits` choose what
/// it rules out beyond that.
pub(super) fn narrower(question: &Question, possible: &Possible, bits: u64) -> Possible {
    let part = |set: Set| -> Set { set.members().filter(|n| bits >> n & 1 == 1).collect() };
    match possible {
        Possible::Choices(set) => {
            let kept = part(*set);
            let first = Set::one(set.members().next().expect("an answer"));
            Possible::Choices(if kept.is_empty() { first } else { kept })
        }
        Possible::Options { has, lacks } => {
            let settled = part(Set::first(question.count()).without(*has).without(*lacks));
            let there = subset(question.count(), bits >> 8);
            Possible::Options {
                has: has.union(settled.intersection(there)),
                lacks: lacks.union(settled.without(there)),
            }
        }
        Possible::Numbers { ranges, named } => {
            let shorter = |range: &NumberRange| {
                let from = range.from + (bits >> 20 & 1);
                match range.to {
                    None if bits >> 21 & 1 == 1 => NumberRange { from, to: None },
                    None => NumberRange { from, to: Some(from + 3) },
                    Some(to) => NumberRange { from: from.min(to), to: Some(to) },
                }
            };
            let ranges: Vec<NumberRange> = ranges.iter().map(shorter).collect();
            let named = if ranges.is_empty() { *named } else { part(*named) };
            Possible::Numbers { ranges, named }
        }
    }
}

/// What nothing is known of.
pub(super) fn open(question: &Question) -> Possible {
    everything(question)
}

/// The level of an answer to a question without own work.
pub(super) fn level(question: &Question, answer: Full) -> Level {
    worth(question, answer).fixed().expect("a fixed level")
}
