//! What the need of a dossier decides, and what it never touches.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use keuzehulp::assess::{RankBy, RuleStatus};
use keuzehulp::institution::situation::{self, NeedOutcome};
use keuzehulp::model::*;
use keuzehulp::text::Place;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::questions::subset;
use super::world::{Judged, World, comparison, evaluation, line, requirement, world};
use crate::support::random::holds;

/// The numbers that are tried for a field: around all bounds of the rules, and
/// around the age at which people are no longer minors.
const NUMBERS: [u64; 9] = [0, 1, 3, 5, 6, 17, 18, 19, 9_999];

fn values(field: NeedField) -> Vec<NeedValue> {
    match field.form() {
        NeedForm::Number => NUMBERS.map(NeedValue::Number).into(),
        NeedForm::Word(words) => (0..words.len()).map(|n| NeedValue::Words(Set::one(n))).collect(),
        NeedForm::Words(words) => {
            (1..1u64 << words.len()).map(|bits| NeedValue::Words(subset(words.len(), bits))).collect()
        }
    }
}

fn field() -> impl Strategy<Value = NeedField> {
    select(NeedField::ALL.to_vec())
}

/// A need that does not contradict itself.
fn need() -> BoxedStrategy<Need> {
    vec((field(), any::<Index>()), 0..=5)
        .prop_map(|given| {
            let mut need = Need::default();
            for (field, which) in given {
                need.fields.insert(field, *which.get(&values(field)));
                if need.contradicts_itself() {
                    need.fields.shift_remove(&field);
                }
            }
            need
        })
        .boxed()
}

fn asked_of(field: NeedField) -> BoxedStrategy<NeedCondition> {
    match field.form() {
        NeedForm::Number => (select(NUMBERS.to_vec()), option::of(0..20u64), any::<bool>())
            .prop_map(|(from, more, least)| NeedCondition::Within {
                at_least: (least || more.is_none()).then_some(from),
                at_most: more.map(|more| from + more),
            })
            .boxed(),
        NeedForm::Word(words) | NeedForm::Words(words) => (1..1u64 << words.len())
            .prop_map(move |bits| NeedCondition::Any(subset(words.len(), bits)))
            .boxed(),
    }
}

/// A rule that depends on the need; some take a bound from it.
fn need_rule(criteria: &[Criterion]) -> BoxedStrategy<NeedRule> {
    let asked = vec(field().prop_flat_map(|field| (Just(field), asked_of(field))), 0..=2);
    let bound = || option::weighted(0.6, select(vec![NeedField::GroupSize, NeedField::Youngest]));
    (requirement(criteria), asked, bound(), bound())
        .prop_map(|(requirement, mut need, at_least, at_most)| {
            need.sort_by_key(|(field, _)| *field);
            need.dedup_by_key(|(field, _)| *field);
            let takes = matches!(requirement.answers, Condition::All(_));
            let (at_least, at_most) = (at_least.filter(|_| takes), at_most.filter(|_| takes));
            if need.is_empty() && at_least.or(at_most).is_none() {
                need.push((NeedField::Minors, NeedCondition::Any(Set::one(0))));
            }
            NeedRule { need, requirement, at_least, at_most }
        })
        .boxed()
}

/// A world with this many rules that depend on the need, numbered by their lines.
fn situated(alternatives: usize, rules: usize) -> BoxedStrategy<(World, Need)> {
    world(3, alternatives)
        .prop_flat_map(move |world| {
            let rules = vec(need_rule(&world.criteria), 1..=rules);
            (Just(world), rules, need())
        })
        .prop_map(|(mut world, mut rules, need)| {
            for (at, rule) in rules.iter_mut().enumerate() {
                rule.requirement.place = Some(line(2_000 + at));
            }
            world.profile.need_rules = rules.into_iter().collect();
            (world, need)
        })
        .boxed()
}

pub(super) fn dossier(need: Need) -> Dossier {
    Dossier {
        institution: "school".to_owned(),
        kind: 0,
        need,
        checklist: IndexMap::new(),
        triage: IndexMap::new(),
        consulted: Vec::new(),
        candidates: Vec::new(),
        in_use: Vec::new(),
        own_work: Vec::new(),
        asked: Vec::new(),
        chosen: None,
        place: Place::default(),
    }
}

/// What is said of every alternative of a world with this dossier: those that are
/// ranked, and those that the triage leaves out.
pub(super) fn said(catalogue: &Catalogue, profile: &Profile) -> (BTreeMap<Id, Judged>, Vec<Id>) {
    let found = comparison(catalogue, profile, RankBy::Low);
    let mut left_out: Vec<Id> = found.not_allowed.iter().map(|row| row.product.id.clone()).collect();
    left_out.sort();
    (evaluation(&found), left_out)
}

/// All ways to fill in a field that is open, without contradictions.
fn filled(need: &Need, field: NeedField) -> Vec<Need> {
    let with = |value: NeedValue| {
        let mut need = need.clone();
        need.fields.insert(field, value);
        need
    };
    values(field).into_iter().map(with).filter(|need| !need.contradicts_itself()).collect()
}

/// A field that one of the rules looks at, taken out of the need.
fn opened(world: &World, need: &mut Need, which: Index) -> NeedField {
    let fields: Vec<_> = world.profile.need_rules.iter().flat_map(situation::fields_of).collect();
    let field = *which.get(&fields);
    need.fields.shift_remove(&field);
    field
}

/// Fills in every field that is open, in one of the ways that it can be.
fn settle(need: &mut Need, choices: &[Index]) {
    for (field, which) in NeedField::ALL.into_iter().zip(choices) {
        if !need.fields.contains_key(&field) {
            *need = which.get(&filled(need, field)).clone();
        }
    }
}

/// Whether a need that leaves nothing open is what a rule asks for.
fn is_asked_for(rule: &NeedRule, need: &Need) -> bool {
    rule.need.iter().all(|(field, condition)| match (need.fields[field], *condition) {
        (NeedValue::Words(words), NeedCondition::Any(wanted)) => words.members().any(|w| wanted.contains(w)),
        (NeedValue::Number(number), NeedCondition::Within { at_least, at_most }) => {
            at_least.is_none_or(|least| number >= least) && at_most.is_none_or(|most| number <= most)
        }
        _ => unreachable!("a field of another form"),
    })
}

#[test]
fn a_need_that_leaves_nothing_open_settles_every_rule() {
    let choices = vec(any::<Index>(), NeedField::ALL.len());
    holds(600, &(situated(1, 3), choices), |((world, mut need), choices)| {
        settle(&mut need, &choices);
        for rule in &world.profile.need_rules {
            let expected =
                if is_asked_for(rule, &need) { NeedOutcome::Holds } else { NeedOutcome::DoesNotHold };
            prop_assert_eq!(situation::outcome(rule, Some(&dossier(need.clone()))), expected);
        }
        Ok(())
    });
}

/// Where nothing is open, a rule that holds is a requirement like any other, with
/// the numbers of the dossier as its bounds.
#[test]
fn a_rule_that_holds_is_an_ordinary_requirement() {
    let choices = vec(any::<Index>(), NeedField::ALL.len());
    holds(800, &(situated(3, 2), choices), |((world, mut need), choices)| {
        settle(&mut need, &choices);
        let mut written = world.clone();
        written.profile.need_rules = Inherited::default();
        for rule in world.profile.need_rules.iter().filter(|rule| is_asked_for(rule, &need)) {
            let mut requirement = rule.requirement.clone();
            if let Condition::All(bounds) = &mut requirement.answers {
                let number = |field: NeedField| need.number(field).expect("it is filled in");
                if let Some(field) = rule.at_least {
                    bounds.at_least = Some(number(field));
                }
                if let Some(field) = rule.at_most {
                    bounds.at_most = Some(number(field));
                }
            }
            written.profile.requirements.extend([requirement]);
        }
        let catalogue = Catalogue { dossier: Some(dossier(need)), ..world.catalogue() };
        prop_assert_eq!(said(&catalogue, &world.profile), said(&written.catalogue(), &written.profile));
        Ok(())
    });
}

#[test]
fn filling_in_a_field_takes_away_doubt_and_never_turns_an_outcome_around() {
    holds(600, &(situated(1, 3), any::<Index>()), |((world, mut need), which)| {
        let field = opened(&world, &mut need, which);
        for rule in &world.profile.need_rules {
            let before = situation::outcome(rule, Some(&dossier(need.clone())));
            for need in filled(&need, field) {
                let after = situation::outcome(rule, Some(&dossier(need)));
                prop_assert!(before == NeedOutcome::Open || before == after, "{before:?} {after:?} {rule:?}");
            }
        }
        Ok(())
    });
}

/// Where a field is open, each demand stands between how it stands for all ways
/// to fill it in.
#[test]
fn an_open_field_leaves_no_more_and_no_less_than_all_ways_to_fill_it_in() {
    holds(800, &(situated(3, 2), any::<Index>()), |((world, mut need), which)| {
        let field = opened(&world, &mut need, which);
        let evaluation = |need: Need| {
            let catalogue = Catalogue { dossier: Some(dossier(need)), ..world.catalogue() };
            said(&catalogue, &world.profile).0
        };
        let open = evaluation(need.clone());
        let all: Vec<_> = filled(&need, field).into_iter().map(evaluation).collect();
        for (id, open) in &open {
            let status = |evaluation: &Judged, line: u32| {
                evaluation.rules.iter().find(|(found, _)| *found == line).map(|(_, status)| *status)
            };
            let lines = (0..world.profile.need_rules.iter().count()).map(|at| line(2_000 + at).line);
            for line in lines {
                // Violated together with others it says something about those too.
                let by_itself = all.iter().filter(|evaluation| !evaluation[id].together.contains(&line));
                let each: Vec<_> = by_itself.map(|evaluation| status(&evaluation[id], line)).collect();
                match status(open, line) {
                    None => prop_assert!(each.iter().all(Option::is_none), "met, and then not: {each:?}"),
                    Some(RuleStatus::Depends) => {}
                    status => prop_assert!(each.iter().all(|one| *one == status), "{status:?} {each:?}"),
                }
            }
            // What no need asks is the same whatever the need.
            for filled in all.iter().map(|evaluation| &evaluation[id]) {
                prop_assert_eq!((open.low, open.high, open.shares), (filled.low, filled.high, filled.shares));
                // A demand of the need may be violated together with others, or by every
                // answer, and then those others are judged by themselves.
                let is_joined = |line: &u32| open.together.contains(line) || filled.together.contains(line);
                let rest = |evaluation: &Judged| {
                    let mine = |(line, _): &&(u32, RuleStatus)| *line < 2_000 && !is_joined(line);
                    evaluation.rules.iter().filter(mine).copied().collect::<Vec<_>>()
                };
                prop_assert_eq!(rest(open), rest(filled));
            }
        }
        Ok(())
    });
}

/// One rule that takes no bound: with its field open an alternative is as
/// eligible as in some way to fill it in.
#[test]
fn with_one_rule_an_open_field_rules_out_what_is_ruled_out_in_some_way() {
    holds(400, &(situated(3, 1), field()), |((mut world, need), field)| {
        let mut rule = world.profile.need_rules.iter().next().expect("one rule").clone();
        rule.need = vec![(
            field,
            rule.need.first().filter(|(one, _)| *one == field).map_or(
                match field.form() {
                    NeedForm::Number => NeedCondition::Within { at_least: Some(5), at_most: None },
                    _ => NeedCondition::Any(Set::one(0)),
                },
                |(_, condition)| *condition,
            ),
        )];
        (rule.at_least, rule.at_most) = (None, None);
        world.profile.need_rules = [rule].into_iter().collect();
        if need.fields.contains_key(&field) {
            return Ok(());
        }
        let evaluation = |need: Need| {
            let catalogue = Catalogue { dossier: Some(dossier(need)), ..world.catalogue() };
            said(&catalogue, &world.profile).0
        };
        let open = evaluation(need.clone());
        let all: Vec<_> = filled(&need, field).into_iter().map(evaluation).collect();
        for (id, open) in &open {
            let each = || all.iter().map(|evaluation| evaluation[id].eligibility);
            prop_assert!(each().min() <= Some(open.eligibility) && Some(open.eligibility) <= each().max());
        }
        Ok(())
    });
}

#[test]
fn without_a_dossier_rules_that_depend_on_the_need_change_nothing() {
    holds(300, &situated(4, 3), |(world, _)| {
        let mut without = world.clone();
        without.profile.need_rules = Inherited::default();
        prop_assert_eq!(
            said(&world.catalogue(), &world.profile),
            said(&without.catalogue(), &without.profile)
        );
        Ok(())
    });
}
