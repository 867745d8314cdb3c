//! The points and demands of a worklist are those of the comparison that it is from.

use std::collections::BTreeSet;

use keuzehulp::assess::{Ratio, Status};
use keuzehulp::compare::{Comparison, Request, Row, compare};
use keuzehulp::load::{Layer, load, parse_date};
use keuzehulp::model::*;
use keuzehulp::views::worklist::{self, Work, Worklist};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::world::{World, day, world};
use crate::support::AS_OF;
use crate::support::random::holds;

fn plus(one: Ratio, other: Ratio) -> Ratio {
    let terms = |ratio: Ratio| {
        let text = ratio.to_string();
        let (above, below) = text.split_once('/').unwrap_or((&text, "1"));
        (above.parse::<u128>().expect("a number"), below.parse::<u128>().expect("a number"))
    };
    let ((a, b), (c, d)) = (terms(one), terms(other));
    Ratio::new(a * d + c * b, b * d)
}

/// The demands that something other than own work keeps open, by number.
fn undecided(comparison: &Comparison<'_>, row: &Row<'_>) -> BTreeSet<usize> {
    let own: Vec<usize> = comparison
        .cells(row)
        .filter(|cell| cell.knowledge.status == Status::OwnWork)
        .map(|cell| cell.criterion)
        .collect();
    let rules = comparison.rules(row);
    let open = rules.filter(|(_, rule)| rule.kept_open_by.iter().any(|number| !own.contains(number)));
    open.map(|(_, rule)| rule.demand).collect()
}

/// For each alternative: low + own work + points at stake = high, and the demands.
fn adds_up(comparison: &Comparison<'_>, list: &Worklist<'_, '_>) -> TestCaseResult {
    for row in &comparison.rows {
        let mine = || {
            let of = list.products().filter(|of| of.product.id == row.product.id);
            of.flat_map(|of| &of.pieces).filter(|one| one.variants.iter().any(|id| id.id == row.variant.id))
        };
        let score = row.evaluation.score;
        let sum = mine().map(worklist::Piece::points).fold(score.with_own_work(), plus);
        prop_assert_eq!(sum, score.high(), "{}", row.id());
        let held: BTreeSet<usize> = mine().flat_map(|one| &one.demands).map(|(number, _)| *number).collect();
        let wanted = undecided(comparison, row);
        prop_assert!(held.is_superset(&wanted), "{}: {held:?} {wanted:?}", row.id());
        if list.products().all(|of| of.variants == 1) {
            prop_assert_eq!(held, wanted, "{}", row.id());
        }
        for one in mine() {
            prop_assert!(one.points() > Ratio::ZERO || !one.demands.is_empty(), "{}", row.id());
            prop_assert_eq!(one.due.is_some(), one.why.work() == Work::Renew, "{}", row.id());
        }
        let named: Vec<usize> = mine().map(|one| one.column.number).collect();
        prop_assert_eq!(
            named.iter().collect::<BTreeSet<_>>().len(),
            named.len(),
            "one piece for a criterion"
        );
    }
    Ok(())
}

fn on(catalogue: &Catalogue, profile: &Profile, as_of: Date) -> TestCaseResult {
    let judging = worklist::judging(profile);
    for kind in 0..catalogue.kinds.len() {
        let made = compare(catalogue, Request::new(kind, &judging, as_of)).expect("something weighs");
        let made = [made];
        adds_up(&made[0], &worklist::of(&made, |_| true))?;
    }
    Ok(())
}

#[test]
fn the_points_at_stake_add_up_on_the_shipped_data() {
    let loaded = load(&[Layer::BuiltIn], parse_date(AS_OF).unwrap()).unwrap();
    for as_of in [AS_OF, "2027-10-15", "2029-02-28"] {
        for profile in loaded.catalogue.profiles.values() {
            on(&loaded.catalogue, profile, parse_date(as_of).unwrap()).unwrap();
        }
    }
}

#[test]
fn the_points_at_stake_add_up_on_any_data() {
    holds(400, &(world(4, 3), any::<u8>()), |(world, undated): (World, u8)| {
        let mut catalogue = world.catalogue();
        for product in &mut catalogue.products {
            for (number, source) in product.sources.iter_mut().enumerate() {
                source.undated_copy = undated >> number & 1 == 1;
            }
        }
        for as_of in [day(2025, 6), day(2026, 11), day(2027, 7)] {
            on(&catalogue, &world.profile, as_of)?;
        }
        Ok(())
    });
}
