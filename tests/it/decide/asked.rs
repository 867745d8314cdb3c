//! `questions`: which questions are asked, of whom, and what each answer would do: the same
//! as a comparison with that answer says.

use std::collections::BTreeSet;

use keuzehulp::assess::{Eligibility, RankBy, Ratio};
use keuzehulp::model::{Possible, Question, Set};
use keuzehulp::views::questions::{Reply, of};
use proptest::prelude::*;
use serde_json::Value;

use super::questions::id;
use super::world::{Known, World, comparison, world};
use crate::support::commands::{is_wrong_use, with_small};
use crate::support::random::holds;

/// What is left of `possible` with this answer; `None` for a range of numbers.
fn left(reply: Reply, question: &Question, possible: &Possible) -> Option<Possible> {
    let (has, lacks) = match possible {
        Possible::Options { has, lacks } => (*has, *lacks),
        _ => (Set::EMPTY, Set::EMPTY),
    };
    match (reply, question) {
        (Reply::Choice(at), Question::OneOf(_)) => Some(Possible::Choices(Set::one(at))),
        (Reply::Choice(at), _) => Some(Possible::Numbers { ranges: Vec::new(), named: Set::one(at) }),
        (Reply::Has(at), _) => Some(Possible::Options { has: has.union(Set::one(at)), lacks }),
        (Reply::Lacks(at), _) => Some(Possible::Options { has, lacks: lacks.union(Set::one(at)) }),
        (Reply::Rung(_), _) => None,
    }
}

fn answered(world: &World, alternative: usize, criterion: usize, possible: Possible) -> World {
    let mut alternatives = world.alternatives.clone();
    alternatives[alternative][criterion] = Known::firmly(possible);
    world.with(alternatives)
}

#[test]
fn each_answer_does_what_a_comparison_with_it_says() {
    holds(150, &world(4, 4), |world| {
        let catalogue = world.catalogue();
        let made = comparison(&catalogue, &world.profile, RankBy::Low);
        let found = of(&made, &catalogue);
        prop_assert_eq!(found.len(), usize::from(!made.rows.is_empty()));
        for open in found.iter().flat_map(|of| &of.open) {
            let alternative = (0..world.alternatives.len())
                .find(|n| open.row.product.id == id('p', *n))
                .expect("an alternative");
            let (criterion, possible) = (open.part.column.number, &open.part.cell.knowledge.possible);
            let question = &open.part.column.criterion.question;
            for effect in &open.effects {
                for reply in &effect.replies {
                    let Some(possible) = left(*reply, question, possible) else { continue };
                    let then = answered(&world, alternative, criterion, possible).evaluation(RankBy::Low);
                    let then = &then[alternative];
                    prop_assert_eq!(effect.then.eligibility, then.eligibility, "{:?}", reply);
                    prop_assert_eq!(effect.then.score.low(), then.low, "{:?}", reply);
                    prop_assert_eq!(effect.then.score.high(), then.high, "{:?}", reply);
                    let ranks = (then.rank.best, then.rank.worst);
                    prop_assert_eq!((effect.then.best, effect.then.worst), ranks, "{:?}", reply);
                }
            }
        }
        Ok(())
    });
}

/// Every fact that keeps points or a demand open is asked once, of what is not ruled out,
/// and nothing else is.
#[test]
fn every_open_fact_is_asked_once() {
    holds(300, &world(5, 4), |world| {
        let catalogue = world.catalogue();
        let made = comparison(&catalogue, &world.profile, RankBy::Low);
        let mut wanted = BTreeSet::new();
        for row in &made.rows {
            for (column, cell) in made.criteria.iter().zip(made.cells(row)) {
                let weighs = column.share > Ratio::ZERO && cell.knowledge.is_open();
                let keeps = made.rules(row).any(|(_, rule)| rule.kept_open_by.contains(&column.number));
                if (weighs || keeps) && row.evaluation.eligibility != Eligibility::KnockedOut {
                    wanted.insert((row.id(), column.number));
                }
            }
        }
        let found = of(&made, &catalogue);
        let asked: Vec<(String, usize)> = found
            .iter()
            .flat_map(|of| &of.open)
            .map(|open| (open.row.id(), open.part.column.number))
            .collect();
        let once: BTreeSet<(String, usize)> = asked.iter().cloned().collect();
        prop_assert_eq!(asked.len(), once.len());
        prop_assert_eq!(once, wanted);
        Ok(())
    });
}

fn questions(arguments: &[&str]) -> Value {
    let run = with_small(&[&["questions"], arguments, &["--format", "json"]].concat());
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.err))
}

/// The alternative and criterion of each question, in order.
fn order(document: &Value) -> Vec<String> {
    let all = document["questions"].as_array().expect("questions");
    let text = |one: &Value, key: &str| one[key].as_str().expect("text").to_owned();
    all.iter().map(|one| format!("{} {}", text(one, "alternative"), text(one, "criterion"))).collect()
}

#[test]
fn questions_are_of_a_kind_a_product_or_a_choice() {
    let all = questions(&["videobellen"]);
    assert_eq!(all["schema"], "keuzehulp/questions/1");
    assert_eq!(
        order(&all),
        [
            "beta/eigen-server exit-deletion-days",
            "alfa/school exit-deletion-days",
            "alfa/school access-control",
        ]
    );
    assert_eq!(order(&questions(&["--kind", "videobellen"])), order(&all));
    let alfa = questions(&["alfa"]);
    assert_eq!(order(&alfa), order(&all)[1..], "the same order, fewer questions");
    let choice = questions(&["videobellen", "--vendor", "alfa/school"]);
    assert_eq!(order(&choice).len(), 2);
    assert_eq!(choice["within"], serde_json::json!(["alfa/school"]));
    let first = &all["questions"][0];
    assert_eq!(first["order"], 1);
    assert_eq!(first["settled_by"], "public");
    assert_eq!(first["points"], 25.0);
    assert_eq!(first["answers"][0]["id"], "good");
    assert_eq!(first["answers"][0]["effect"]["rank_worst"], 1);
}

#[test]
fn people_read_what_an_answer_does() {
    let text = with_small(&["questions", "videobellen"]).out;
    assert_eq!(text.lines().next(), Some("Vragen: videobellen"));
    for line in [
        "Vraag aan de aanbieder of de maker",
        "1. Beta: Hoeveel dagen na afloop is alles gewist?",
        "ten hoogste 30 dagen → 100 punten, plaats 1",
        "niet: een wachtkamer → 75 tot 88 punten",
    ] {
        assert!(text.lines().any(|one| one.trim() == line), "{line}: {text}");
    }
    assert!(!text.contains("alfa/gratis") && !text.contains("gratis versie"), "it is ruled out: {text}");
    let english = with_small(&["questions", "videobellen", "--lang", "en"]).out;
    assert!(english.contains("no: a waiting room → 75 to 88 points"), "{english}");
}

#[test]
fn wrong_use_is_told() {
    is_wrong_use(&with_small(&["questions"]), &["welke soort product"]);
    is_wrong_use(&with_small(&["questions", "alfa", "gamma"]), &["niet van één soort"]);
    is_wrong_use(&with_small(&["questions", "zoom"]), &["`zoom`"]);
}
