//! Premises: an answer that lost its premise is judged as the open answer that it is, a
//! rule that lost its premise not at all, and what is said to move is what does.

use keuzehulp::assess::answers::{Full, worth};
use keuzehulp::assess::{Eligibility, RankBy, Ratio};
use keuzehulp::compare::{Comparison, Group, Row, Stand};
use keuzehulp::model::*;
use proptest::collection::vec;
use proptest::prelude::*;

use super::questions::id;
use super::triaged::{Asked, triaged, weighed};
use super::world::{Judged, Known, World, comparison, day, evaluation, line};
use crate::support::random::holds;

/// How many premises there are.
const PREMISES: usize = 2;

/// What rests on what, in a world with a triage.
#[derive(Clone, Debug)]
struct Case {
    world: World,
    asked: Asked,
    premises: Vec<Premise>,
    /// Whether the kind is divided by the answers to the first criterion.
    is_grouped: bool,
}

fn premise((from, until, contested): (i16, i16, bool)) -> Premise {
    // Some hold on the day of the comparison, some do not yet, some no longer.
    let year = |shift: i16| day(2026 + shift, 11);
    Premise {
        title: Localized::dutch("het geldt"),
        from: (from < 3).then(|| year(from - 1)),
        until: (until < 3).then(|| year(until - 1)).filter(|last| *last >= year(from - 1)),
        contested: contested.then(|| Localized::dutch("er loopt beroep")),
        then: None,
        sources: Vec::new(),
        formerly: Vec::new(),
        withdrawn: None,
        place: line(7_000),
        by_dates: Validity::Holds,
        assumed: None,
    }
}

/// The premise that these bits choose: none, or one of them.
fn chosen(bits: u64) -> Option<usize> {
    [None, Some(0), Some(1), None][(bits & 3) as usize]
}

/// The question with some of its answers resting on premises.
fn resting(question: &Question, bits: u64) -> Question {
    let mut resting = question.clone();
    let rests = |at: usize, own: Worth| {
        let mine = bits >> (8 * (at % 7));
        let levels = ["good", "75%", "partly", "25%", "insufficient"].map(Level::from_name);
        let level = levels[(mine >> 2 & 7) as usize % 5].expect("a level");
        // In half of the cases it has a level of its own without its premise.
        let otherwise = Some(level.min(own.fixed().expect("a fixed level"))).filter(|_| mine >> 5 & 1 == 1);
        chosen(mine).map(|premise| Rests::on(premise, otherwise))
    };
    match &mut resting {
        Question::OneOf(answers) => {
            for (at, (choice, own)) in answers.iter_mut().enumerate() {
                choice.rests = rests(at, *own);
            }
        }
        Question::AnyOf { .. } => {}
        Question::Number { named, .. } => {
            for (at, choice) in named.iter_mut().enumerate() {
                choice.rests = rests(at, worth(question, Full::Named(at)));
            }
        }
    }
    resting
}

fn cases() -> BoxedStrategy<Case> {
    let premises = vec((0..4i16, 0..4i16, any::<bool>()), PREMISES);
    let bits = (vec(any::<u64>(), 3), any::<u64>(), any::<u64>(), any::<bool>());
    (weighed(4), premises, bits)
        .prop_map(|((mut world, asked), premises, (of_questions, of_rules, of_demands, is_grouped))| {
            for (criterion, bits) in world.criteria.iter_mut().zip(of_questions) {
                criterion.question = resting(&criterion.question, bits);
            }
            let knock_outs = world.criteria.iter_mut().flat_map(|criterion| &mut criterion.knock_outs);
            for (at, knock_out) in knock_outs.enumerate() {
                knock_out.premise = chosen(of_rules >> (2 * at));
            }
            let requirements: Vec<Requirement> = world.profile.requirements.iter().cloned().collect();
            let requirements = requirements.into_iter().enumerate().map(|(at, requirement)| Requirement {
                premise: chosen(of_demands >> (2 * at)),
                ..requirement
            });
            world.profile.requirements = requirements.collect();
            let premises = premises.into_iter().map(premise).collect();
            let is_grouped = is_grouped && matches!(world.criteria[0].question, Question::OneOf(_));
            Case { world, asked, premises, is_grouped }
        })
        .boxed()
}

/// The catalogue of a case; `steps` says whether its triage is there, with steps that rest
/// on premises.
fn catalogue(case: &Case, steps: bool) -> Catalogue {
    let mut catalogue = if steps { triaged(&case.world, &case.asked, false) } else { case.world.catalogue() };
    for (at, step) in catalogue.steps.values_mut().enumerate() {
        step.premise = [None, Some(0), Some(1)][at % 3];
    }
    if case.is_grouped {
        catalogue.kinds[0].group_by = Some(GroupBy::Criterion(0));
    }
    catalogue.premises = case.premises.iter().enumerate().map(|(n, one)| (id('u', n), one.clone())).collect();
    catalogue.settle(day(2026, 11));
    catalogue
}

/// The same world without premises: each answer that lost its premise is written out as
/// the answers that it may be now, and each rule that did is taken out.
fn written_out(case: &Case) -> World {
    let has_fallen = |premise: usize| case.premises[premise].on(day(2026, 11)) != Validity::Holds;
    let stands = |premise: Option<usize>| premise.is_none_or(|premise| !has_fallen(premise));
    let mut world = case.world.clone();
    let mut alternatives = world.alternatives.clone();
    for (number, criterion) in world.criteria.iter_mut().enumerate() {
        criterion.knock_outs.retain(|knock_out| stands(knock_out.premise));
        let before = criterion.question.clone();
        let levels: Vec<Level> = before.levels().collect();
        for (at, choice) in before.choices().enumerate() {
            let Some(rests) = choice.rests.filter(|rests| has_fallen(rests.premise)) else { continue };
            let own = before.listed(at).and_then(Worth::fixed).expect("a fixed level");
            let (itself, others) = match rests.otherwise {
                Some(level) => (level, vec![level]),
                None => (own, levels.iter().copied().filter(|level| *level <= own).collect()),
            };
            let more = add(&mut criterion.question, at, itself, &others);
            for known in &mut alternatives {
                if let Known::Said { possible, .. } = &mut known[number] {
                    widen(possible, at, more);
                }
            }
        }
        match &mut criterion.question {
            Question::OneOf(answers) => answers.iter_mut().for_each(|(choice, _)| choice.rests = None),
            Question::AnyOf { .. } => {}
            Question::Number { named, .. } => named.iter_mut().for_each(|choice| choice.rests = None),
        }
    }
    world.profile.requirements.retain(|requirement| stands(requirement.premise));
    world.with(alternatives)
}

/// Gives an answer this worth, and adds an answer for each of these levels; returns those.
fn add(question: &mut Question, at: usize, itself: Level, others: &[Level]) -> Set {
    let first = question.count();
    let text = || Localized::dutch("zonder uitgangspunt");
    let choice = |number: usize| Choice { id: id('x', number), text: text(), action: None, rests: None };
    let rung = |number: usize, level: Level| Rung {
        worth: Worth::Fixed(level),
        when: Some(Condition::Any(vec![Term::Choice(number)])),
    };
    let new = others.iter().enumerate().map(|(n, level)| (first + n, *level));
    match question {
        Question::OneOf(answers) => {
            answers[at].1 = Worth::Fixed(itself);
            answers.extend(new.map(|(number, level)| (choice(number), Worth::Fixed(level))));
        }
        Question::AnyOf { .. } => panic!("options rest on nothing"),
        Question::Number { named, rungs, .. } => {
            named.extend(new.clone().map(|(number, _)| choice(number)));
            let more = new.map(|(number, level)| rung(number, level)).chain([rung(at, itself)]);
            rungs.splice(0..0, more);
        }
    }
    (first..first + others.len()).collect()
}

fn widen(possible: &mut Possible, at: usize, more: Set) {
    match possible {
        Possible::Choices(set) | Possible::Numbers { named: set, .. } => {
            if set.contains(at) {
                *set = set.union(more);
            }
        }
        Possible::Options { .. } => {}
    }
}

#[test]
fn a_fallen_answer_is_an_open_one_and_a_fallen_rule_is_none() {
    holds(1_500, &cases(), |case| {
        let case = Case { is_grouped: false, ..case };
        let catalogue = catalogue(&case, false);
        let found = evaluation(&comparison(&catalogue, &case.world.profile, RankBy::Low));
        let naive = written_out(&case);
        let naive_catalogue = naive.catalogue();
        let naive = evaluation(&comparison(&naive_catalogue, &naive.profile, RankBy::Low));
        for (name, judged) in found {
            // The answers that are left have other numbers.
            let expected = Judged { possible: judged.possible.clone(), ..naive[&name].clone() };
            prop_assert_eq!(&judged, &expected, "{}", name);
        }
        Ok(())
    });
}

#[test]
fn what_is_assumed_is_what_other_dates_would_say() {
    holds(600, &(cases(), any::<[bool; PREMISES]>()), |(case, assumed)| {
        let mut by_assumption = catalogue(&case, true);
        let mut moved = case.clone();
        for (number, holds) in assumed.into_iter().enumerate() {
            by_assumption.assume(number, holds);
            let from = Some(if holds { day(2026, 11) } else { day(2027, 1) });
            moved.premises[number] = Premise { from, until: None, ..moved.premises[number].clone() };
        }
        let by_dates = catalogue(&moved, true);
        let judged = |catalogue: &Catalogue| {
            let found = comparison(catalogue, &case.world.profile, RankBy::Low);
            (evaluation(&found), found.not_allowed.iter().map(Row::id).collect::<Vec<_>>())
        };
        prop_assert_eq!(judged(&by_assumption), judged(&by_dates));
        Ok(())
    });
}

/// What an alternative comes to, for comparing two runs.
type Place = (Ratio, Ratio, Ratio, Eligibility, Option<Option<usize>>, usize);

fn stands(comparison: &Comparison<'_>) -> Vec<(String, Place)> {
    let number = |group: Option<Group<'_>>| group.map(Group::number);
    let rows = comparison.rows.iter().map(|row| {
        let (score, eligibility) = (row.evaluation.score, row.evaluation.eligibility);
        let place =
            (score.low(), score.own_work(), score.high(), eligibility, number(row.group), row.rank.rank);
        (row.id(), place)
    });
    rows.collect()
}

fn place(stand: &Stand<'_>) -> Place {
    let Stand { score, eligibility, group, rank } = *stand;
    (score.low(), score.own_work(), score.high(), eligibility, group.map(Group::number), rank)
}

#[test]
fn what_moves_is_the_difference_of_two_runs() {
    let assumed = vec(proptest::option::of(any::<bool>()), PREMISES);
    let moved = std::cell::Cell::new(0);
    holds(1_500, &(cases(), assumed, any::<bool>()), |(case, assumed, steps)| {
        let mut here = catalogue(&case, steps);
        for (number, holds) in assumed.iter().enumerate() {
            if let Some(holds) = holds {
                here.assume(number, *holds);
            }
        }
        let found = comparison(&here, &case.world.profile, RankBy::Low);
        for on in &found.premises {
            let number = here.premise_called(on.id.as_str()).expect("a premise");
            let is_turned = match on.premise.assumed {
                Some(_) => on.premise.is_assumed_otherwise(),
                None => on.premise.contested.is_some() && on.premise.holds(),
            };
            let mut there = here.clone();
            there.assume(number, is_turned != on.premise.holds());
            let there = comparison(&there, &case.world.profile, RankBy::Low);
            let (mut from, mut to) = (stands(&found), stands(&there));
            if on.premise.assumed.is_some() {
                std::mem::swap(&mut from, &mut to);
            }
            let get = |list: &[(String, Place)], name: &str| {
                list.iter().find(|(known, _)| known == name).map(|(_, place)| *place)
            };
            let mut names: Vec<String> = from.iter().chain(&to).map(|(name, _)| name.clone()).collect();
            names.sort();
            names.dedup();
            names.retain(|name| get(&from, name) != get(&to, name));
            let mut said: Vec<String> =
                on.moves.iter().map(|one| format!("{}/{}", one.product.id, one.variant.id)).collect();
            said.sort();
            prop_assert_eq!(&said, &names, "{}", on.id);
            for one in &on.moves {
                let name = format!("{}/{}", one.product.id, one.variant.id);
                prop_assert_eq!(one.from.as_ref().map(place), get(&from, &name), "{}", name);
                prop_assert_eq!(one.to.as_ref().map(place), get(&to, &name), "{}", name);
            }
            moved.set(moved.get() + on.moves.len());
        }
        Ok(())
    });
    assert!(moved.get() > 100, "hardly anything moved: {}", moved.get());
}
