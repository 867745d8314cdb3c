//! The invariants of the ranking, whatever the data.

use keuzehulp::assess::RankBy;
use keuzehulp::assess::answers::level_range;
use keuzehulp::model::{Inherited, KnockOutScope};
use proptest::collection::vec;
use proptest::prelude::*;

use super::questions::{completions, exactly, level, open, possible};
use super::world::{Judged, Known, World, alternative, world};
use crate::support::random::holds;

const BY: [RankBy; 3] = [RankBy::Low, RankBy::High, RankBy::Middle];

/// The world without anything that rules alternatives out.
fn without_demands(mut world: World) -> World {
    world.profile.knock_outs = KnockOutScope::None;
    world.profile.requirements = Inherited::default();
    world
}

#[test]
fn a_better_answer_never_lowers_the_score_or_the_rank() {
    let cases = (world(5, 4), any::<usize>(), any::<prop::sample::Index>(), any::<prop::sample::Index>());
    holds(800, &cases, |(world, criterion, one, other)| {
        let world = without_demands(world);
        let criterion = criterion % world.criteria.len();
        let question = &world.criteria[criterion].question;
        let answers = completions(question, &open(question));
        let (one, other) = (*one.get(&answers), *other.get(&answers));
        let (worse, better) =
            if level(question, one) <= level(question, other) { (one, other) } else { (other, one) };
        let given = |answer| {
            let mut rows = world.alternatives.clone();
            rows[0][criterion] = Known::firmly(exactly(question, answer));
            world.with(rows)
        };
        for by in BY {
            let (worse, better) = (given(worse).evaluation(by), given(better).evaluation(by));
            let (worse, better) = (&worse[0], &better[0]);
            prop_assert!(worse.low <= better.low && worse.high <= better.high, "{worse:?} {better:?}");
            prop_assert!(worse.rank.rank >= better.rank.rank, "{worse:?} {better:?}");
            prop_assert!(worse.rank.best >= better.rank.best && worse.rank.worst >= better.rank.worst);
        }
        Ok(())
    });
}

/// The same of facts that leave more answers open: where both ends of the level
/// range rise or stay, both ends of the score do.
#[test]
fn a_better_range_of_answers_never_lowers_either_end_of_the_score() {
    let cases = world(4, 1).prop_flat_map(|world| {
        let facts = possible(&world.criteria[0].question);
        (Just(world), facts.clone(), facts)
    });
    holds(800, &cases, |(world, one, other)| {
        let question = &world.criteria[0].question;
        let (a, b) = (level_range(question, &one), level_range(question, &other));
        let (worse, better) = match () {
            () if a.low <= b.low && a.high <= b.high => (one, other),
            () if b.low <= a.low && b.high <= a.high => (other, one),
            () => return Ok(()),
        };
        let given = |possible| {
            let mut rows = world.alternatives.clone();
            rows[0][0] = Known::firmly(possible);
            world.with(rows).evaluation(RankBy::Low).remove(0)
        };
        let (worse, better) = (given(worse), given(better));
        prop_assert!(worse.low <= better.low && worse.high <= better.high, "{worse:?} {better:?}");
        Ok(())
    });
}

#[test]
fn adding_a_product_never_swaps_two_others() {
    let worlds = world(4, 5).prop_flat_map(|world| {
        let new = alternative(&world.criteria);
        (Just(world), new, any::<prop::sample::Index>())
    });
    holds(800, &worlds, |(world, new, at)| {
        let at = at.index(world.alternatives.len() + 1);
        let mut rows = world.alternatives.clone();
        rows.insert(at, new);
        for by in BY {
            let before = world.evaluation(by);
            let mut after = world.with(rows.clone()).evaluation(by);
            after.remove(at);
            for (a, b) in before.iter().zip(&after) {
                let alone = |evaluation: &Judged| Judged {
                    rank: a.rank,
                    equal_rank: a.equal_rank,
                    ..evaluation.clone()
                };
                prop_assert_eq!(a, &alone(b), "another product changes nothing but places");
                for (c, d) in before.iter().zip(&after) {
                    prop_assert_eq!(a.rank.rank.cmp(&c.rank.rank), b.rank.rank.cmp(&d.rank.rank));
                    prop_assert_eq!(a.equal_rank.cmp(&c.equal_rank), b.equal_rank.cmp(&d.equal_rank));
                }
                prop_assert!(b.rank.best >= a.rank.best && b.rank.worst >= a.rank.worst);
                prop_assert!(b.rank.best <= a.rank.best + 1 && b.rank.worst <= a.rank.worst + 1);
            }
        }
        Ok(())
    });
}

#[test]
fn equal_alternatives_have_equal_ranks_and_ranks_count_those_above() {
    holds(800, &(world(4, 4), any::<prop::sample::Index>()), |(world, twin)| {
        let twin = twin.index(world.alternatives.len());
        let mut rows = world.alternatives.clone();
        rows.push(rows[twin].clone());
        for by in BY {
            let evaluation = world.with(rows.clone()).evaluation(by);
            prop_assert_eq!(&evaluation[twin], &evaluation[evaluation.len() - 1]);
            for one in &evaluation {
                let above = evaluation.iter().filter(|other| other.rank.rank < one.rank.rank).count();
                prop_assert_eq!(one.rank.rank, above + 1, "1, 2, 2, 4");
                for other in &evaluation {
                    let same =
                        (one.eligibility, one.low, one.high) == (other.eligibility, other.low, other.high);
                    prop_assert_eq!(same, one.rank.rank == other.rank.rank);
                }
            }
        }
        Ok(())
    });
}

#[test]
fn a_rank_lies_between_the_best_and_the_worst() {
    holds(800, &world(4, 6), |world| {
        for by in BY {
            for one in world.evaluation(by) {
                let (rank, count) = (one.rank, world.alternatives.len());
                prop_assert!(1 <= rank.best && rank.best <= rank.rank, "{one:?}");
                prop_assert!(rank.rank <= rank.worst && rank.worst <= count, "{one:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn the_classes_of_eligibility_never_mix() {
    holds(800, &world(4, 6), |world| {
        for by in BY {
            let evaluation = world.evaluation(by);
            for (one, other) in
                evaluation.iter().flat_map(|one| evaluation.iter().map(move |other| (one, other)))
            {
                if one.eligibility < other.eligibility {
                    prop_assert!(one.rank.rank < other.rank.rank, "{one:?} {other:?}");
                }
            }
        }
        Ok(())
    });
}

/// The order of products and criteria in memory decides nothing.
#[test]
fn the_order_of_alternatives_decides_nothing() {
    holds(300, &(world(4, 6), vec(any::<u32>(), 6)), |(world, keys)| {
        let mut order: Vec<usize> = (0..world.alternatives.len()).collect();
        order.sort_by_key(|at| keys[*at]);
        let rows = order.iter().map(|at| world.alternatives[*at].clone()).collect();
        let before = world.evaluation(RankBy::Low);
        let after = world.with(rows).evaluation(RankBy::Low);
        for (at, evaluation) in order.iter().zip(&after) {
            prop_assert_eq!(&before[*at], evaluation);
        }
        Ok(())
    });
}
