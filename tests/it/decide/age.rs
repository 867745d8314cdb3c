//! What `check` calls stale (KH511) and what a comparison counts as stale are the same, for
//! everything that has a date. What rests on a copy of unknown date alone is stale in a
//! comparison on any day: that copy is weak and not old, and KH511 is silent about it.

use std::collections::BTreeSet;

use keuzehulp::assess::Status;
use keuzehulp::compare::{Comparison, Evaluator, Request, compare};
use keuzehulp::lint;
use keuzehulp::load::{Layer, load, parse_date};
use keuzehulp::model::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::world::{World, day, line, world};
use crate::support::AS_OF;
use crate::support::random::holds;

/// The sources of a product that `check` calls stale, by number.
fn named(product: &Product, catalogue: &Catalogue, as_of: Date) -> BTreeSet<usize> {
    let found = lint::upkeep::age::of_product(product, catalogue, as_of);
    let about_age = found.iter().filter(|finding| finding.code.id == "KH511");
    about_age
        .map(|finding| product.sources.iter().position(|source| source.place == finding.place))
        .map(|found| found.expect("a source of the product"))
        .collect()
}

/// Under every rule for evidence, each source with a date that makes an answer stale is
/// named.
fn names_all(comparison: &Comparison<'_>, catalogue: &Catalogue, as_of: Date) -> TestCaseResult {
    for row in comparison.rows.iter().chain(comparison.aside()) {
        let named = named(row.product, catalogue, as_of);
        let variant = usize::from(row.evaluation.number);
        let cells = comparison.criteria.iter().zip(comparison.cells(row));
        for (column, _) in cells.filter(|(_, cell)| cell.knowledge.status == Status::Stale) {
            let (fact, _) = row.product.fact(column.number, variant).expect("an answer");
            let counts = |item: &&Evidence| {
                let grade = row.product.sources[item.source].grade;
                item.covers(variant) && grade >= comparison.profile.evidence.minimum_grade
            };
            let sources: BTreeSet<usize> =
                fact.evidence.iter().filter(counts).map(|item| item.source).collect();
            let is_dated = |source: &usize| !row.product.sources[*source].undated_copy;
            let unnamed = sources.difference(&named).copied().find(is_dated);
            prop_assert!(!sources.is_empty(), "{}: {}", row.id(), column.criterion.id);
            prop_assert_eq!(unnamed, None, "{}: {}", row.id(), column.criterion.id);
        }
    }
    Ok(())
}

/// Each source that is named makes an answer stale, if that rests on nothing else.
fn names_nothing_else(product: &Product, catalogue: &Catalogue, request: &Request<'_>) -> TestCaseResult {
    let evaluator = Evaluator::new(catalogue, request).expect("something weighs");
    for number in named(product, catalogue, request.as_of) {
        let mut alone = product.clone();
        for fact in &mut alone.facts {
            fact.evidence.retain(|item| item.source == number);
        }
        let stale: usize = evaluator.product(&alone, &[]).iter().map(|found| found.stale_answers).sum();
        prop_assert!(stale > 0, "{}: {}", product.id, product.sources[number].id);
    }
    Ok(())
}

/// Both, for every kind.
fn agree(catalogue: &Catalogue, profile: &Profile, as_of: Date) -> TestCaseResult {
    for kind in 0..catalogue.kinds.len() {
        for minimum_grade in
            [Grade::Reported, Grade::Pledged, Grade::Vendor, Grade::Contract, Grade::Verified]
        {
            for stale in [StaleRule::Mark, StaleRule::Unknown] {
                let rule = EvidenceRule { minimum_grade, stale };
                let profile = Profile { evidence: rule, ..profile.clone() };
                let comparison = compare(catalogue, Request::new(kind, &profile, as_of));
                names_all(&comparison.expect("something weighs"), catalogue, as_of)?;
            }
        }
        let rule = EvidenceRule { minimum_grade: Grade::Reported, stale: StaleRule::Mark };
        let profile = Profile { evidence: rule, ..profile.clone() };
        let request = Request::new(kind, &profile, as_of);
        for product in catalogue.products_of(kind) {
            names_nothing_else(product, catalogue, &request)?;
        }
    }
    Ok(())
}

/// The days of the tests: some from before what was read last is stale, and some after.
fn days() -> [Date; 4] {
    [AS_OF, "2027-11-21", "2027-11-22", "2029-02-28"].map(|day| parse_date(day).expect("a date"))
}

#[test]
fn check_and_compare_agree_about_age_on_the_shipped_data() {
    let loaded = load(&[Layer::BuiltIn], parse_date(AS_OF).unwrap()).unwrap();
    let catalogue = &loaded.catalogue;
    for as_of in days() {
        agree(catalogue, &catalogue.profiles["algemeen"], as_of).unwrap();
    }
    let [.., last] = days();
    assert!(catalogue.products.iter().any(|product| !named(product, catalogue, last).is_empty()));
}

/// Random data and what is changed in it.
type Case = (World, Vec<(Option<usize>, Option<usize>)>, u8, Option<usize>, Option<usize>);

/// Several items of evidence, copies of unknown date, answers of more than one layer, and
/// products and criteria that are not used any more.
#[test]
fn check_and_compare_agree_about_age_on_any_data() {
    let extra = (option::of(0..5usize), option::of(0..5usize));
    let cases = world(4, 2).prop_flat_map(move |world| {
        let facts = vec(extra.clone(), 8);
        (Just(world), facts, any::<u8>(), option::weighted(0.2, 0..4usize), option::weighted(0.1, 0..2usize))
    });
    holds(300, &cases, |(world, extra, undated, unused, withdrawn): Case| {
        let mut catalogue = world.catalogue();
        let mut extra = extra.into_iter().cycle();
        for (at, product) in catalogue.products.iter_mut().enumerate() {
            for (number, source) in product.sources.iter_mut().enumerate() {
                source.place = line(number + 1);
                source.undated_copy = undated >> number & 1 == 1;
            }
            let mut replaced = Vec::new();
            for fact in &mut product.facts {
                let (beside, later) = extra.next().expect("it goes round");
                let item = |source| Evidence { source, ..fact.evidence[0].clone() };
                let more = beside.map(item);
                // A later layer says the same, on another source.
                replaced.extend(later.map(|source| Fact { evidence: vec![item(source)], ..fact.clone() }));
                fact.evidence.extend(more);
            }
            product.facts.extend(replaced);
            product.withdrawn = (withdrawn == Some(at)).then(|| Box::new(Localized::dutch("weg")));
        }
        let weighs = |at: &usize| world.profile.weights.get(at).is_some_and(|weight| *weight == 0);
        if let Some((_, unused)) = unused.filter(weighs).and_then(|at| catalogue.criteria.get_index_mut(at)) {
            unused.withdrawn = Some(Localized::dutch("weg"));
        }
        for as_of in [day(2025, 6), day(2026, 11), day(2027, 7)] {
            agree(&catalogue, &world.profile, as_of)?;
        }
        Ok(())
    });
}
