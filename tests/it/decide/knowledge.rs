//! What knowing more does, and what every way to complete the facts gives.

use keuzehulp::assess::answers::{holds as answer_holds, level_range};
use keuzehulp::assess::ranking::rank;
use keuzehulp::assess::{Eligibility, RankBy, RuleStatus, Standing};
use keuzehulp::model::{Condition, Grade, KnockOutScope, Level, Origin, Possible, Requirement, StaleRule};
use proptest::collection::vec;
use proptest::prelude::*;

use super::questions::{completions, condition, exactly, level, narrower, open, possible, question};
use super::world::{Judged, Known, World, line, world};
use crate::support::random::holds;

/// All ways to complete one alternative, each as an alternative of its own;
/// what is completed rests on firm evidence.
fn completed(world: &World, evaluation: &Judged) -> World {
    let mut all: Vec<Vec<Known>> = vec![Vec::new()];
    for (criterion, possible) in world.criteria.iter().zip(&evaluation.possible) {
        let answers = completions(&criterion.question, possible);
        let longer = |row: &Vec<Known>| {
            let row = row.clone();
            answers.iter().map(move |answer| {
                let known = Known::firmly(exactly(&criterion.question, *answer));
                row.iter().cloned().chain([known]).collect::<Vec<_>>()
            })
        };
        all = all.iter().flat_map(|row| longer(row).collect::<Vec<_>>()).collect();
    }
    world.with(all)
}

#[test]
fn every_completion_of_a_fact_lies_in_its_level_range_and_both_ends_are_reached() {
    let facts = question().prop_flat_map(|question| (possible(&question), Just(question)));
    holds(5000, &facts, |(possible, question)| {
        for possible in [possible, open(&question)] {
            let range = level_range(&question, &possible);
            let reached: Vec<Level> = completions(&question, &possible)
                .into_iter()
                .map(|answer| level(&question, answer))
                .collect();
            prop_assert_eq!(reached.iter().min(), Some(&range.low));
            prop_assert_eq!(reached.iter().max(), Some(&range.high));
        }
        Ok(())
    });
}

#[test]
fn knowing_more_of_a_fact_never_widens_its_level_range() {
    let facts = question()
        .prop_flat_map(|question| (possible(&question), any::<u64>(), any::<u64>(), Just(question)));
    holds(5000, &facts, |(known, first, second, question)| {
        let mut before = open(&question);
        let less = narrower(&question, &known, first);
        let least = narrower(&question, &less, second);
        for after in [known, less, least] {
            let (wide, narrow) = (level_range(&question, &before), level_range(&question, &after));
            let more = completions(&question, &before);
            prop_assert!(completions(&question, &after).iter().all(|answer| more.contains(answer)));
            prop_assert!(wide.low <= narrow.low && narrow.high <= wide.high, "{wide:?} {narrow:?}");
            before = after;
        }
        Ok(())
    });
}

#[test]
fn knowing_more_never_widens_a_score_range_and_never_lowers_what_is_known() {
    let worlds = (world(5, 4), vec(any::<u64>(), 5));
    holds(500, &worlds, |(world, bits)| {
        let before = world.evaluation(RankBy::Low);
        let rows = before.iter().map(|evaluation| {
            let facts = world.criteria.iter().zip(&evaluation.possible).zip(&bits);
            facts.map(|((c, known), bits)| Known::firmly(narrower(&c.question, known, *bits))).collect()
        });
        let after = world.with(rows.collect()).evaluation(RankBy::Low);
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(before.low <= after.low && after.high <= before.high, "{before:?} {after:?}");
            prop_assert!(before.shares.known <= after.shares.known, "{before:?} {after:?}");
        }
        Ok(())
    });
}

/// A stricter rule for evidence takes knowledge away; so no range gets narrower.
#[test]
fn a_stricter_rule_for_evidence_never_narrows_a_score_range() {
    let grades = [Grade::Reported, Grade::Pledged, Grade::Vendor, Grade::Contract, Grade::Verified];
    holds(400, &world(5, 4), |mut world| {
        world.profile.evidence.stale = StaleRule::Mark;
        let mut before: Option<Vec<Judged>> = None;
        for stale in [StaleRule::Mark, StaleRule::Unknown] {
            world.profile.evidence.stale = stale;
            for grade in grades {
                if stale == StaleRule::Unknown && grade < Grade::Verified {
                    continue;
                }
                world.profile.evidence.minimum_grade = grade;
                let now = world.evaluation(RankBy::Low);
                for (before, now) in before.iter().flatten().zip(&now) {
                    prop_assert!(now.low <= before.low && before.high <= now.high, "{before:?} {now:?}");
                    prop_assert!(now.shares.known <= before.shares.known);
                }
                before = Some(now);
            }
        }
        Ok(())
    });
}

#[test]
fn every_completion_of_an_alternative_lies_in_its_score_range_and_both_ends_are_reached() {
    holds(300, &world(3, 1), |world| {
        let range = &world.evaluation(RankBy::Low)[0];
        let all = completed(&world, range).evaluation(RankBy::Low);
        prop_assert!(all.iter().all(|one| one.low == one.high), "a completed alternative is settled");
        prop_assert_eq!(all.iter().map(|one| one.low).min(), Some(range.low));
        prop_assert_eq!(all.iter().map(|one| one.high).max(), Some(range.high));
        Ok(())
    });
}

/// A demand that is met is violated by no completion; one that fires or is
/// indicated by all; one that is open by some and not by all.
#[test]
fn a_demand_stands_as_all_completions_together_say() {
    holds(400, &world(3, 1), |world| {
        let evaluation = &world.evaluation(RankBy::Low)[0];
        let all = completed(&world, evaluation).evaluation(RankBy::Low);
        let knock_outs = world.criteria.iter().flat_map(|c| c.knock_outs.iter().map(|k| k.place.line));
        let requirements = world.profile.requirements.iter().filter_map(|r| Some(r.place?.line));
        for rule in knock_outs.chain(requirements) {
            let fired = all.iter().filter(|one| one.rules.contains(&(rule, RuleStatus::Fires))).count();
            let status = evaluation.rules.iter().find(|(line, _)| *line == rule).map(|(_, status)| *status);
            let expected = match status {
                None => fired == 0,
                Some(RuleStatus::Fires | RuleStatus::Indication) if evaluation.together.contains(&rule) => {
                    0 < fired && fired < all.len()
                }
                Some(RuleStatus::Fires | RuleStatus::Indication) => fired == all.len(),
                Some(RuleStatus::Open | RuleStatus::Condition) => 0 < fired && fired < all.len(),
                // Nothing here depends on the need of a dossier.
                Some(RuleStatus::Depends) => false,
            };
            prop_assert!(expected, "{rule}: {status:?}, violated in {fired} of {}", all.len());
        }
        // Complete and firm, every demand is decided.
        prop_assert!(all.iter().flat_map(|one| &one.rules).all(|(_, status)| *status == RuleStatus::Fires));
        Ok(())
    });
}

/// Demands on one criterion are violated together when none of them is violated by every
/// completion, and each completion violates at least one.
#[test]
fn demands_on_one_criterion_are_violated_together_as_all_completions_say() {
    holds(600, &world(2, 1), |mut world| {
        // More demands on the same criteria than a random profile has.
        let more = world.criteria.iter().enumerate().flat_map(|(number, criterion)| {
            criterion.knock_outs.iter().map(move |knock_out| (number, knock_out.when.clone()))
        });
        let more: Vec<Requirement> = more
            .enumerate()
            .map(|(at, (criterion, answers))| Requirement {
                criterion,
                answers,
                when: Vec::new(),
                premise: None,
                origin: Origin::Asked("zo".to_owned()),
                place: Some(line(5_000 + at)),
                depends: false,
            })
            .collect();
        world.profile.requirements.extend(more);
        world.profile.knock_outs = KnockOutScope::All;
        let evaluation = &world.evaluation(RankBy::Low)[0];
        let all = completed(&world, evaluation).evaluation(RankBy::Low);
        for (number, criterion) in world.criteria.iter().enumerate() {
            let knock_outs = criterion.knock_outs.iter().map(|knock_out| knock_out.place.line);
            let requirements = world.profile.requirements.iter().filter(|requirement| {
                requirement.criterion == number && requirement.when.iter().all(|(other, _)| *other == number)
            });
            let requirements = requirements.filter_map(|requirement| Some(requirement.place?.line));
            let lines: Vec<u32> = knock_outs.chain(requirements).collect();
            let fires = |one: &Judged, rule: u32| one.rules.contains(&(rule, RuleStatus::Fires));
            let by_itself = lines.iter().any(|rule| all.iter().all(|one| fires(one, *rule)));
            let each = all.iter().all(|one| lines.iter().any(|rule| fires(one, *rule)));
            let wanted: Vec<u32> = lines
                .iter()
                .copied()
                .filter(|rule| each && !by_itself && all.iter().any(|one| fires(one, *rule)))
                .collect();
            let found: Vec<u32> =
                evaluation.together.iter().copied().filter(|rule| lines.contains(rule)).collect();
            prop_assert_eq!(&found, &wanted);
            let status = if evaluation.firm[number] { RuleStatus::Fires } else { RuleStatus::Indication };
            for rule in &found {
                prop_assert!(evaluation.rules.contains(&(*rule, status)));
            }
            prop_assert!(
                found.is_empty()
                    || status != RuleStatus::Fires
                    || evaluation.eligibility == Eligibility::KnockedOut
            );
        }
        Ok(())
    });
}

#[test]
fn eligible_without_conditions_and_knocked_out_stay_so_under_every_completion() {
    holds(500, &world(3, 1), |world| {
        let evaluation = &world.evaluation(RankBy::Low)[0];
        let settled = match evaluation.eligibility {
            Eligibility::Eligible => evaluation.rules.is_empty(),
            Eligibility::KnockedOut => true,
            Eligibility::Undecided => false,
        };
        for one in completed(&world, evaluation).evaluation(RankBy::Low) {
            prop_assert!(one.eligibility != Eligibility::Undecided);
            prop_assert!(!settled || one.eligibility == evaluation.eligibility, "{evaluation:?} {one:?}");
        }
        Ok(())
    });
}

/// A knock-out never fires on what is not firm.
#[test]
fn nothing_is_knocked_out_on_evidence_that_is_not_firm() {
    holds(800, &world(4, 3), |world| {
        for (evaluation, row) in world.evaluation(RankBy::Low).iter().zip(&world.alternatives) {
            prop_assert_eq!(&evaluation.firm, &row.iter().map(Known::is_firm).collect::<Vec<_>>());
            if !row.iter().any(Known::is_firm) {
                prop_assert!(evaluation.eligibility != Eligibility::KnockedOut, "{evaluation:?}");
            }
        }
        Ok(())
    });
}

/// For alternatives without open conditions; where a condition is open, "once
/// it is met" is what the range assumes, so completions that fail it are left out.
#[test]
fn every_completion_gives_ranks_inside_the_rank_range() {
    let cap = 20_000;
    holds(800, &world(2, 4), |world| {
        let evaluation = world.evaluation(RankBy::Low);
        let mut outcomes: Vec<Vec<Standing>> = Vec::new();
        for one in &evaluation {
            let mut mine: Vec<Standing> = Vec::new();
            let ends = completed(&world, one).evaluation(RankBy::Low);
            for end in ends {
                let score = end.low.in_parts(1_000_000_000);
                let standing = Standing { eligibility: end.eligibility, low: score, high: score };
                let meets =
                    one.eligibility != Eligibility::Eligible || end.eligibility == Eligibility::Eligible;
                if meets && !mine.contains(&standing) {
                    mine.push(standing);
                }
            }
            outcomes.push(mine);
        }
        let combinations: usize = outcomes.iter().map(Vec::len).product();
        prop_assume!((1..=cap).contains(&combinations));
        for mut number in 0..combinations {
            let standings: Vec<Standing> = outcomes
                .iter()
                .map(|mine| {
                    let chosen = mine[number % mine.len()];
                    number /= mine.len();
                    chosen
                })
                .collect();
            for (found, one) in rank(&standings, RankBy::Low).iter().zip(&evaluation) {
                prop_assert!(
                    (one.rank.best..=one.rank.worst).contains(&found.rank),
                    "{standings:?}: {found:?} {:?}",
                    one.rank
                );
            }
        }
        Ok(())
    });
}

/// A condition says the same about the representative answers as about all answers.
#[test]
fn no_answer_escapes_the_answers_that_stand_for_all() {
    use keuzehulp::assess::answers::representatives;
    let cases = question()
        .prop_flat_map(|question| (possible(&question), vec(condition(&question), 1..=2), Just(question)));
    holds(5000, &cases, |(possible, conditions, question): (Possible, Vec<Condition>, _)| {
        let plain: Vec<&Condition> = conditions.iter().collect();
        let says = |answer| -> Vec<bool> {
            plain.iter().map(|condition| answer_holds(&question, condition, answer)).collect()
        };
        let few: Vec<_> = representatives(&question, &possible, &plain)
            .into_iter()
            .map(|a| (level(&question, a), says(a)))
            .collect();
        let all: Vec<_> =
            completions(&question, &possible).into_iter().map(|a| (level(&question, a), says(a))).collect();
        prop_assert!(few.iter().all(|one| all.contains(one)), "{few:?} {all:?}");
        prop_assert!(all.iter().all(|one| few.contains(one)), "{few:?} {all:?}");
        Ok(())
    });
}
