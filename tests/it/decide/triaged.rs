//! What the triage of a dossier leaves out, and what in a dossier affects no
//! ranking.

use indexmap::IndexMap;
use keuzehulp::assess::RankBy;
use keuzehulp::assess::answers::holds as holds_for;
use keuzehulp::model::*;
use keuzehulp::report::json;
use keuzehulp::text::{Lang, Place};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::institution::{dossier, said};
use super::questions::{completions, condition, id};
use super::world::{World, comparison, day, line, world};
use crate::support::random::holds;

/// A triage: steps, and for each exam what is answered to them. The first step
/// can end it.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    steps: Vec<StepForm>,
    exams: Vec<Vec<Option<StepAnswer>>>,
}

fn asked(criteria: &[Criterion]) -> BoxedStrategy<Asked> {
    let allows = |number: usize, criterion: &Criterion| {
        (condition(&criterion.question), option::of(condition(&criterion.question)), any::<bool>()).prop_map(
            move |(written, unless_written, is_written)| {
                let form = StepForm::Allows { criterion: number, unless_written };
                (form, is_written.then_some(StepAnswer::Allows(written)))
            },
        )
    };
    let steps: Vec<_> = criteria.iter().enumerate().map(|(n, criterion)| allows(n, criterion)).collect();
    let ends = option::of(prop_oneof![3 => Just(0usize), 1 => Just(1)]);
    (vec((ends, any::<u8>()), 1..=2), steps)
        .prop_map(|(exams, steps)| {
            let choice = |number: usize| Choice {
                id: id('a', number),
                text: Localized::dutch("antwoord"),
                action: None,
                rests: None,
            };
            let first = StepForm::OneOf(vec![(choice(0), false), (choice(1), true)]);
            let exam = |(ends, bits): (Option<usize>, u8)| {
                let rest = steps.iter().enumerate();
                let rest = rest.map(|(n, (_, answer))| answer.clone().filter(|_| bits >> n & 1 == 1));
                std::iter::once(ends.map(StepAnswer::Choice)).chain(rest).collect()
            };
            let exams = exams.into_iter().map(exam).collect();
            Asked {
                steps: std::iter::once(first).chain(steps.iter().map(|(form, _)| form.clone())).collect(),
                exams,
            }
        })
        .boxed()
}

/// A world with this triage, its exams and answers in this order.
pub(super) fn triaged(world: &World, asked: &Asked, is_reversed: bool) -> Catalogue {
    let step = |(number, form): (usize, &StepForm)| {
        let step = Step {
            id: id('s', number),
            title: Localized::dutch("stap"),
            ask: Localized::dutch("vraag"),
            why: Localized::dutch("waarom"),
            how: None,
            applies_to: Set::one(0),
            premise: None,
            basis: Basis::default(),
            grounds: Vec::new(),
            from: Vec::new(),
            write_down: WriteDown::Questions(IndexMap::new()),
            form: form.clone(),
            formerly: Vec::new(),
            withdrawn: None,
            place: line(4_000 + number),
        };
        (step.id.clone(), step)
    };
    let exam = |(number, answers): (usize, &Vec<Option<StepAnswer>>)| {
        let record = |(step, answer): (usize, &Option<StepAnswer>)| {
            let place = line(3_000 + 10 * number + step);
            Some((step, StepRecord { answer: answer.clone()?, written: IndexMap::new(), place }))
        };
        let mut steps: Vec<_> = answers.iter().enumerate().filter_map(record).collect();
        if is_reversed {
            steps.reverse();
        }
        let title = format!("toets {number}");
        let steps = steps.into_iter().collect();
        (
            id('e', number),
            Exam {
                title,
                held: None,
                equal_alternative: None,
                role: None,
                on: None,
                steps,
                place: Place::default(),
            },
        )
    };
    let mut exams: Vec<_> = asked.exams.iter().enumerate().map(exam).collect();
    if is_reversed {
        exams.reverse();
    }
    let dossier = Dossier { triage: exams.into_iter().collect(), ..dossier(Need::default()) };
    Catalogue {
        steps: asked.steps.iter().enumerate().map(step).collect(),
        dossier: Some(dossier),
        ..world.catalogue()
    }
}

pub(super) fn weighed(alternatives: usize) -> BoxedStrategy<(World, Asked)> {
    world(3, alternatives)
        .prop_flat_map(|world| {
            let asked = asked(&world.criteria);
            (Just(world), asked)
        })
        .boxed()
}

/// Whether the triage of an exam ends with no product.
fn is_stopped(answers: &[Option<StepAnswer>]) -> bool {
    answers[0] == Some(StepAnswer::Choice(1))
}

/// The triage leaves out what no possible answer makes allowed, and nothing else.
#[test]
fn the_triage_leaves_out_what_cannot_be_allowed() {
    holds(500, &weighed(4), |(world, asked)| {
        let catalogue = triaged(&world, &asked, false);
        let found = comparison(&catalogue, &world.profile, RankBy::Low);
        let running = || asked.exams.iter().filter(|answers| !is_stopped(answers));
        for (row, is_ranked) in
            found.rows.iter().map(|row| (row, true)).chain(found.not_allowed.iter().map(|row| (row, false)))
        {
            let possible: Vec<_> = found.cells(row).map(|cell| cell.knowledge.possible.clone()).collect();
            let cannot = |answers: &Vec<Option<StepAnswer>>| {
                world.criteria.iter().zip(&possible).enumerate().any(|(n, (criterion, possible))| {
                    let ((Some(StepAnswer::Allows(allowed)), _)
                    | (_, StepForm::Allows { unless_written: Some(allowed), .. })) =
                        (&answers[n + 1], &asked.steps[n + 1])
                    else {
                        return false;
                    };
                    let question = &criterion.question;
                    completions(question, possible).into_iter().all(|one| !holds_for(question, allowed, one))
                })
            };
            let expected = running().next().is_some() && !running().any(cannot);
            prop_assert_eq!(is_ranked, expected, "{}", row.id());
        }
        Ok(())
    });
}

/// An alternative that is not allowed takes no place and moves no other.
#[test]
fn what_is_allowed_is_ranked_as_if_the_rest_did_not_exist() {
    holds(500, &weighed(5), |(world, asked)| {
        let (ranked, left_out) = said(&triaged(&world, &asked, false), &world.profile);
        prop_assert_eq!(ranked.len() + left_out.len(), world.alternatives.len());
        let allowed = world.alternatives.iter().enumerate();
        let allowed: Vec<_> = allowed
            .filter(|(n, _)| !left_out.contains(&id('p', *n)))
            .map(|(_, known)| known.clone())
            .collect();
        let (alone, none) = said(&triaged(&world.with(allowed), &asked, false), &world.profile);
        prop_assert_eq!(none, Vec::<Id>::new());
        let (ranked, alone): (Vec<_>, Vec<_>) =
            (ranked.into_values().collect(), alone.into_values().collect());
        prop_assert_eq!(ranked, alone);
        Ok(())
    });
}

/// Only the order of the texts follows the order in the file.
#[test]
fn the_order_of_exams_and_answers_decides_nothing() {
    holds(300, &weighed(4), |(world, asked)| {
        let [mut one, mut other] =
            [false, true].map(|is_reversed| said(&triaged(&world, &asked, is_reversed), &world.profile));
        for evaluation in one.0.values_mut().chain(other.0.values_mut()) {
            evaluation.rules.sort_unstable();
        }
        prop_assert_eq!(one, other);
        Ok(())
    });
}

/// What is arranged, who was consulted and what was chosen have no part in any
/// score.
#[test]
fn checklist_hearing_and_choice_never_change_the_ranking() {
    let records = (select(ItemStatus::ALL.to_vec()), select(Right::ALL.to_vec()), any::<bool>());
    holds(200, &(weighed(3), records), |((world, asked), (status, right, elsewhere))| {
        let plain = triaged(&world, &asked, false);
        let mut full = plain.clone();
        let heading =
            Heading { title: Localized::dutch("kop"), phase: Phase::DrawingBoard, place: Place::default() };
        full.headings.insert(id('h', 0), heading);
        let item = Item {
            id: id('i', 0),
            title: Localized::dutch("punt"),
            done_when: Localized::dutch("geregeld"),
            why: Localized::dutch("waarom"),
            how: None,
            role: None,
            under: 0,
            applies_to: Set::one(0),
            need: Vec::new(),
            premise: None,
            force: Force::Must,
            basis: Basis::default(),
            grounds: Vec::new(),
            from: Vec::new(),
            answered_by: vec![0],
            review: Review::default(),
            formerly: Vec::new(),
            withdrawn: None,
            place: Place::default(),
        };
        full.checklist.insert(id('i', 0), item);
        let dossier = full.dossier.as_mut().expect("a dossier");
        let record = ItemRecord {
            status,
            role: None,
            on: Some(day(2026, 3)),
            filed: None,
            review: Some(day(2026, 4)),
            because: Some("daarom".to_owned()),
            place: Place::default(),
        };
        dossier.checklist.insert(0, record);
        dossier.consulted.push(Consulted {
            body: "raad".to_owned(),
            right,
            asked: "vraag".to_owned(),
            outcome: None,
            on: None,
            place: Place::default(),
        });
        let product = if elsewhere { "weg" } else { "p0000" };
        dossier.chosen = Some(Chosen {
            what: Pick::Product(product.to_owned(), None),
            role: None,
            on: None,
            because: "daarom".to_owned(),
            place: Place::default(),
        });
        let ranking = |catalogue: &Catalogue| {
            let found = comparison(catalogue, &world.profile, RankBy::Low);
            let bytes = json::to_json(&json::document(&found, catalogue, Lang::Nl)).expect("JSON");
            let document: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
            (document["ranking"].clone(), document["not_allowed"].clone())
        };
        let (one, other) = (ranking(&plain), ranking(&full));
        prop_assert!(one.0.is_array());
        prop_assert_eq!(one, other);
        Ok(())
    });
}
