//! Own work: what the institution sees to itself counts neither as a yes nor as a no, and
//! is settled only by its own word.

use std::collections::BTreeMap;

use keuzehulp::assess::answers::level_range;
use keuzehulp::assess::{Eligibility, RankBy, Ratio, RuleStatus, Status};
use keuzehulp::model::*;
use proptest::collection::vec;
use proptest::prelude::*;

use super::institution::dossier;
use super::questions::{completions, exactly, id, level, open, possible};
use super::world::{Judged, Known, World, comparison, day, evaluation, line, world};
use crate::support::random::holds;

/// A world, which criteria of its first alternative become own work, and what the
/// institution says of those.
type Case = (World, Vec<(usize, Possible)>);

fn cases(criteria: usize, alternatives: usize) -> BoxedStrategy<Case> {
    world(criteria, alternatives)
        .prop_flat_map(|world| {
            let said: Vec<_> = world.criteria.iter().map(|criterion| possible(&criterion.question)).collect();
            let own = vec(any::<bool>(), world.criteria.len());
            (Just(world), own, said)
        })
        .prop_map(|(world, own, said)| {
            let said = said.into_iter().enumerate().filter(|(at, _)| own[*at] && can_be(&world, *at));
            let said = said.collect();
            (world, said)
        })
        .boxed()
}

/// Own work lies between two levels of the question at least. Questions with a level that
/// no answer reaches are left out: without own work nothing can come to it.
fn can_be(world: &World, criterion: usize) -> bool {
    let question = &world.criteria[criterion].question;
    let reached = level_range(question, &open(question));
    let declared = (question.levels().min(), question.levels().max());
    declared == (Some(reached.low), Some(reached.high)) && reached.low < reached.high
}

/// The question with one more answer: that the institution sees to it.
fn with_own_work(question: &Question) -> Question {
    let at = question.count();
    let text = Localized::dutch("regelt u zelf");
    let choice = Choice { id: id('z', 0), text, action: None, rests: None };
    let rung = Rung { worth: Worth::OwnWork, when: Some(Condition::Any(vec![Term::Choice(at)])) };
    let first = |rungs: &[Rung]| [&[rung], rungs].concat();
    let mut question = question.clone();
    match &mut question {
        Question::OneOf(answers) => answers.push((choice, Worth::OwnWork)),
        Question::AnyOf { options: choices, rungs } | Question::Number { named: choices, rungs, .. } => {
            choices.push(choice);
            *rungs = first(rungs);
        }
    }
    question
}

/// The answer that the institution sees to it, and nothing else.
fn own_answer(question: &Question) -> Possible {
    let own = question.own_work();
    match question {
        Question::OneOf(_) => Possible::Choices(own),
        Question::AnyOf { options, .. } => {
            Possible::Options { has: own, lacks: Set::first(options.len()).without(own) }
        }
        Question::Number { .. } => Possible::Numbers { ranges: Vec::new(), named: own },
    }
}

/// The data in which these criteria are own work for the first alternative, with a
/// dossier that says `said` of them.
fn own(world: &World, own: &[(usize, Possible)], said: bool) -> (Catalogue, Profile) {
    let mut world = world.clone();
    for (at, _) in own {
        let question = with_own_work(&world.criteria[*at].question);
        world.alternatives[0][*at] = Known::firmly(own_answer(&question));
        world.criteria[*at].question = question;
    }
    let mut catalogue = world.catalogue();
    catalogue.products[0].variants[0].hosting = Hosting::SelfHosted;
    let word = |(criterion, possible): &(usize, Possible)| OwnWork {
        criterion: *criterion,
        covers: Vec::new(),
        possible: possible.without(world.criteria[*criterion].question.own_work()),
        role: "beheerder".to_owned(),
        on: day(2026, 10),
        filed: None,
        note: None,
        place: line(9),
    };
    if said {
        let own_work = own.iter().map(word).collect();
        catalogue.dossier = Some(Dossier { own_work, ..dossier(Need::default()) });
    }
    (catalogue, world.profile)
}

fn judged((catalogue, profile): &(Catalogue, Profile)) -> BTreeMap<Id, Judged> {
    evaluation(&comparison(catalogue, profile, RankBy::Low))
}

/// The world in which these criteria have another answer, or none, for the first
/// alternative.
fn otherwise(world: &World, own: &[(usize, Possible)], known: impl Fn(usize) -> Known) -> Vec<Judged> {
    let mut rows = world.alternatives.clone();
    for (at, _) in own {
        rows[0][*at] = known(*at);
    }
    world.with(rows).evaluation(RankBy::Low)
}

#[test]
fn own_work_adds_nothing_to_what_is_supported_and_is_counted_apart() {
    holds(800, &cases(4, 3), |(world, said)| {
        let found = judged(&own(&world, &said, false));
        let first = &found[&id('p', 0)];
        // Where nobody knows anything the score has the same ends.
        let unknown = &otherwise(&world, &said, |_| Known::Unknown)[0];
        prop_assert_eq!((first.low, first.high), (unknown.low, unknown.high));
        prop_assert_eq!(first.shares.known, unknown.shares.known);
        prop_assert!(first.shares.open <= unknown.shares.open);
        prop_assert_eq!(first.shares.printed(1000).iter().sum::<u128>(), 1000);
        // Seen to as well as can be, it is the best answer.
        let best = otherwise(&world, &said, |at| {
            let question = &world.criteria[at].question;
            let all = completions(question, &open(question));
            let best = all.into_iter().max_by_key(|answer| level(question, *answer)).expect("an answer");
            Known::firmly(exactly(question, best))
        });
        let parts = |judged: &Judged| judged.low.in_parts(1_000_000_007);
        let sum = parts(first) + first.own_work.in_parts(1_000_000_007);
        prop_assert!(sum.abs_diff(parts(&best[0])) <= 1, "{first:?} {best:?}");
        prop_assert_eq!(first.own_work == Ratio::ZERO, {
            said.iter().all(|(at, _)| world.profile.weights[at] == 0) || first.shares.own_work == Ratio::ZERO
        });
        // Others are judged as before.
        for (number, before) in world.evaluation(RankBy::Low).iter().enumerate().skip(1) {
            let after = &found[&id('p', number)];
            prop_assert_eq!((before.low, before.high, before.shares), (after.low, after.high, after.shares));
            prop_assert_eq!((&before.rules, before.eligibility), (&after.rules, after.eligibility));
        }
        Ok(())
    });
}

#[test]
fn own_work_never_rules_out_and_is_a_condition_where_it_could() {
    holds(800, &cases(3, 1), |(world, said)| {
        let first = &judged(&own(&world, &said, false))[&id('p', 0)];
        let unknown = &otherwise(&world, &said, |_| Known::Unknown)[0];
        let lines = |judged: &Judged| judged.rules.iter().map(|(line, _)| *line).collect::<Vec<_>>();
        prop_assert_eq!(lines(first), lines(unknown), "what the best of it meets is met");
        for ((line, status), (_, before)) in first.rules.iter().zip(&unknown.rules) {
            let knock_out = world.criteria.iter().position(|criterion| {
                criterion.knock_outs.iter().any(|knock_out| knock_out.place.line == *line)
            });
            if knock_out.is_some_and(|at| said.iter().any(|(own, _)| *own == at)) {
                prop_assert_eq!(*status, RuleStatus::Condition);
            }
            prop_assert!(*status != RuleStatus::Fires || *before == RuleStatus::Fires, "{line}");
        }
        if unknown.eligibility != Eligibility::KnockedOut {
            prop_assert!(first.eligibility != Eligibility::KnockedOut);
        }
        Ok(())
    });
}

#[test]
fn the_word_of_an_institution_narrows_and_judges_like_a_firm_answer() {
    holds(800, &cases(3, 2), |(world, said)| {
        let before = judged(&own(&world, &said, false));
        let (catalogue, profile) = own(&world, &said, true);
        let comparison = comparison(&catalogue, &profile, RankBy::Low);
        let after = evaluation(&comparison);
        let (was, is) = (&before[&id('p', 0)], &after[&id('p', 0)]);
        prop_assert!(was.low <= is.low && is.high <= was.high, "{was:?} {is:?}");
        prop_assert_eq!(is.shares.own_work, Ratio::ZERO);
        let firm = &otherwise(&world, &said, |at| {
            let (_, possible) = said.iter().find(|(own, _)| *own == at).expect("own work");
            Known::firmly(possible.clone())
        })[0];
        prop_assert_eq!((is.low, is.high, is.shares.known), (firm.low, firm.high, firm.shares.known));
        let fires = |judged: &Judged| {
            judged
                .rules
                .iter()
                .filter(|(_, status)| *status == RuleStatus::Fires)
                .copied()
                .collect::<Vec<_>>()
        };
        prop_assert_eq!(fires(is), fires(firm));
        let row = comparison.rows.iter().find(|row| row.product.id == id('p', 0)).expect("a row");
        let words = comparison.cells(row).filter(|cell| cell.knowledge.status == Status::Institution);
        prop_assert_eq!(words.count(), said.len());
        prop_assert_eq!(row.evaluation.institution_answers, said.len());
        // Of others only the places may differ.
        for (name, other) in before.iter().filter(|(name, _)| **name != id('p', 0)) {
            let now = &after[name];
            prop_assert_eq!((other.low, other.high, &other.rules), (now.low, now.high, &now.rules));
        }
        Ok(())
    });
}
