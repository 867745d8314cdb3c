//! What changing the weights does, and what it never does.

use indexmap::IndexMap;
use keuzehulp::assess::{RankBy, Ratio, Weights};
use keuzehulp::load::{Layer, load, parse_date};
use keuzehulp::model::KnockOutScope;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use super::questions::{completions, exactly, id, level, open};
use super::world::{Judged, Known, World, world};
use crate::support::random::holds;
use crate::support::{AS_OF, folder, program, small};

const BY: [RankBy; 3] = [RankBy::Low, RankBy::High, RankBy::Middle];

fn times(weights: &IndexMap<usize, u32>, factor: u32) -> IndexMap<usize, u32> {
    weights.iter().map(|(criterion, weight)| (*criterion, weight * factor)).collect()
}

#[test]
fn weights_times_a_constant_change_nothing() {
    holds(300, &(world(5, 4), 2..=9u32, 2..=9u32), |(world, factor, other)| {
        let before = world.judged_with_themes(RankBy::Low);
        let mut scaled = world.clone();
        scaled.profile.weights = times(&world.profile.weights, factor);
        prop_assert_eq!(&scaled.judged_with_themes(RankBy::Low), &before);
        scaled.profile.themes = world.profile.themes.as_ref().map(|budgets| times(budgets, other));
        prop_assert_eq!(&scaled.judged_with_themes(RankBy::Low), &before);
        Ok(())
    });
}

/// With budgets, the weights inside one theme can have a scale of their own.
#[test]
fn the_scale_of_the_weights_inside_one_theme_changes_nothing() {
    holds(300, &(world(6, 4), 0..3usize, 2..=9u32), |(mut world, theme, factor)| {
        world.profile.themes = Some([(0, 3), (1, 1), (2, 4)].into_iter().collect());
        let mut scaled = world.clone();
        for (criterion, weight) in &mut scaled.profile.weights {
            if world.criteria[*criterion].theme == theme {
                *weight *= factor;
            }
        }
        prop_assert_eq!(scaled.judged_with_themes(RankBy::Low), world.judged_with_themes(RankBy::Low));
        Ok(())
    });
}

/// The text of a profile for the small set of data.
fn profile_file(budgets: Option<[u32; 3]>, weights: [u32; 3], factors: (u32, u32)) -> String {
    let (theme, weight) = factors;
    let themes = budgets.map_or(String::new(), |[contract, retention, security]| {
        let (c, r, s) = (contract * theme, retention * theme, security * theme);
        format!("themes: {{contract: {c}, retention: {r}, security: {s}}}\n")
    });
    let [agreement, days, access] = weights.map(|w| w * weight);
    format!(
        "title: {{nl: Proef, en: Trial}}\nbecause: {{nl: Een proef., en: A trial.}}\n{themes}\
         weights: {{processing-agreement: {agreement}, exit-deletion-days: {days}, access-control: {access}}}\n"
    )
}

/// The comparison under a profile file, without what the file itself changes:
/// its fingerprint and the weights as they are written.
fn compared(profile: &str) -> Value {
    let files = folder(&[("proef.yaml", profile)]);
    let output = program()
        .current_dir(files.path())
        .args(["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--format", "json"])
        .arg("--data")
        .arg(small())
        .args(["--profile", "./proef.yaml"])
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    let mut document: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(document["data"]["sha256"].take().is_string());
    for criterion in document["criteria"].as_array_mut().expect("criteria") {
        assert!(criterion["weight"].take().is_number() && criterion["exact_weight"].take().is_string());
    }
    document
}

#[test]
fn weights_times_a_constant_in_a_profile_file_change_nothing() {
    let weights = (1..=11u32, 0..=11u32, 0..=11u32).prop_map(<[u32; 3]>::from);
    let budgets = proptest::option::of((1..=20u32, 0..=20u32, 0..=20u32).prop_map(<[u32; 3]>::from));
    holds(10, &(weights, budgets, 2..=9u32, 2..=5u32), |(weights, budgets, factor, other)| {
        let before = compared(&profile_file(budgets, weights, (1, 1)));
        prop_assert_eq!(before["ranking"].as_array().map(Vec::len), Some(3));
        prop_assert_eq!(&compared(&profile_file(budgets, weights, (1, factor))), &before);
        prop_assert_eq!(&compared(&profile_file(budgets, weights, (other, factor))), &before);
        Ok(())
    });
}

/// The first alternative gets an answer to the criterion that is certainly not
/// worse than that of the second, if it has none already.
fn certainly_better(world: &World, criterion: usize) -> World {
    let evaluation = world.evaluation(RankBy::Low);
    let mut rows = world.alternatives.clone();
    if evaluation[0].levels[criterion].low < evaluation[1].levels[criterion].high {
        let question = &world.criteria[criterion].question;
        let answers = completions(question, &open(question));
        let best = answers.into_iter().max_by_key(|answer| level(question, *answer)).expect("an answer");
        rows[0][criterion] = Known::firmly(exactly(question, best));
    }
    world.with(rows)
}

/// Whether `before` to `after` moves the first against the second in its
/// favour, or not at all. `Less` is above.
fn not_hurt(before: &[Judged], after: &[Judged]) -> bool {
    let order = |evaluation: &[Judged]| evaluation[0].rank.rank.cmp(&evaluation[1].rank.rank);
    order(after) <= order(before) && (before[0].low <= before[1].high || after[0].low > after[1].high)
}

/// Whatever alternatives are ordered by, nothing is lost from one world to the
/// next.
fn never_hurt(before: &World, after: &World) -> Result<(), TestCaseError> {
    for by in BY {
        let (before, after) = (before.evaluation(by), after.evaluation(by));
        prop_assert!(not_hurt(&before, &after), "{by:?}: {before:?} {after:?}");
    }
    Ok(())
}

/// Without budgets per theme, for budgets share out what a theme has: there a
/// heavier criterion makes the others of its theme lighter.
#[test]
fn a_heavier_criterion_never_hurts_the_one_that_is_better_on_it() {
    let worlds = world(5, 4).prop_filter("two alternatives", |world| world.alternatives.len() > 1);
    holds(500, &(worlds, any::<usize>(), 1..=50u32), |(mut world, criterion, more)| {
        let criterion = criterion % world.criteria.len();
        world.profile.themes = None;
        // A criterion that gets a weight may bring its knock-outs into force.
        if world.profile.knock_outs == KnockOutScope::Weighed {
            world.profile.knock_outs = KnockOutScope::All;
        }
        let world = certainly_better(&world, criterion);
        let mut heavier = world.clone();
        *heavier.profile.weights.entry(criterion).or_default() += more;
        never_hurt(&world, &heavier)
    });
}

/// With budgets the same holds of a whole theme.
#[test]
fn a_heavier_theme_never_hurts_the_one_that_is_better_on_all_of_it() {
    let worlds = world(5, 4).prop_filter("two alternatives", |world| world.alternatives.len() > 1);
    holds(500, &(worlds, 0..3usize, 1..=50u32), |(mut world, theme, more)| {
        world.profile.themes.get_or_insert_with(|| [(0, 2), (1, 2), (2, 1)].into_iter().collect());
        if world.profile.knock_outs == KnockOutScope::Weighed {
            world.profile.knock_outs = KnockOutScope::All;
        }
        for criterion in 0..world.criteria.len() {
            if world.criteria[criterion].theme == theme {
                world = certainly_better(&world, criterion);
            }
        }
        let mut heavier = world.clone();
        *heavier.profile.themes.as_mut().expect("budgets").entry(theme).or_default() += more;
        never_hurt(&world, &heavier)
    });
}

/// Both halves have the answers of the whole; the ranks by equal weights do
/// count criteria, and are left out here.
#[test]
fn splitting_a_criterion_moves_no_theme_and_no_score() {
    holds(500, &(world(5, 4), any::<usize>(), 1..=5u32), |(mut world, criterion, half)| {
        let criterion = criterion % world.criteria.len();
        world.profile.weights.insert(criterion, 2 * half);
        let mut split = world.clone();
        let mut second = world.criteria[criterion].clone();
        second.id = id('c', 99);
        split.criteria.push(second);
        split.profile.weights.insert(criterion, half);
        split.profile.weights.insert(world.criteria.len(), half);
        for row in &mut split.alternatives {
            row.push(row[criterion].clone());
        }
        let (before, after) = (world.judged_with_themes(RankBy::Low), split.judged_with_themes(RankBy::Low));
        prop_assert_eq!(&before.1, &after.1);
        let seen = |evaluation: &Judged| {
            (
                evaluation.low,
                evaluation.high,
                evaluation.shares,
                evaluation.vendor_stated,
                evaluation.rank,
                evaluation.eligibility,
            )
        };
        for (before, after) in before.0.iter().zip(&after.0) {
            prop_assert_eq!(seen(before), seen(after));
        }
        Ok(())
    });
}

/// Dividing a theme more finely gives it no more say: a new criterion inside a
/// budget leaves the share of every other theme as it was.
#[test]
fn a_new_criterion_inside_a_budget_moves_no_other_theme() {
    holds(300, &(world(5, 2), any::<usize>(), 1..=9u32), |(mut world, like, weight)| {
        world.profile.themes = Some([(0, 3), (1, 1), (2, 4)].into_iter().collect());
        // A theme in which nothing weighed would get its share only now.
        world.profile.weights.values_mut().for_each(|weight| *weight += 1);
        let like = like % world.criteria.len();
        let mut more = world.clone();
        let mut new = world.criteria[like].clone();
        new.id = id('c', 99);
        more.criteria.push(new);
        more.profile.weights.insert(world.criteria.len(), weight);
        more.alternatives.iter_mut().for_each(|row| row.push(Known::NotResearched));
        prop_assert_eq!(world.judged_with_themes(RankBy::Low).1, more.judged_with_themes(RankBy::Low).1);
        Ok(())
    });
}

/// Changing what has no weight changes no score.
#[test]
fn what_weighs_nothing_changes_no_score() {
    let worlds = (world(5, 3), vec(any::<bool>(), 5));
    holds(300, &worlds, |(mut world, silent)| {
        for (criterion, weight) in world.profile.weights.iter_mut().skip(1) {
            *weight *= u32::from(!silent[*criterion]);
        }
        let rows = world.alternatives.iter().map(|row| {
            let forget = |(criterion, known): (usize, &Known)| match world.profile.weights[&criterion] {
                0 => Known::NotResearched,
                _ => known.clone(),
            };
            row.iter().enumerate().map(forget).collect()
        });
        let (before, after) =
            (world.evaluation(RankBy::Low), world.with(rows.collect()).evaluation(RankBy::Low));
        for (before, after) in before.iter().zip(&after) {
            prop_assert_eq!((before.low, before.high), (after.low, after.high));
        }
        Ok(())
    });
}

/// The workbook writes the scale beside the parts, so that others can follow.
#[test]
fn a_weight_is_its_parts_divided_by_the_scale() {
    let as_of = parse_date(AS_OF).expect("a date");
    let catalogue = load(&[Layer::BuiltIn], as_of).expect("the data").catalogue;
    let mut finer = 0;
    for profile in catalogue.profiles.values() {
        for kind in 0..catalogue.kinds.len() {
            let themes = profile.themes.as_ref();
            let weights = Weights::new(&catalogue, kind, themes, &profile.weights).expect("weights");
            finer += usize::from(weights.scale() > 1);
            for (number, criterion) in catalogue.criteria_of(kind) {
                let divided = Ratio::new(weights.part(number), weights.scale());
                assert_eq!(divided, weights.weight(number), "{}", criterion.id);
            }
        }
    }
    assert!(finer > 0, "every scale is 1");
}
