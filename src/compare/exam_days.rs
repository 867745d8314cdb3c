//! What is otherwise on the days of exams. Exams of which the same premises are otherwise
//! are judged once.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use crate::assess::{Demands, RuleStatus, Weights};
use crate::institution::exam_day::{self, ExamDay};
use crate::model::{Catalogue, Choice, Criterion, Set};

use super::adjust::{Refusal, Request};
use super::comparison::{Comparison, Row};
use super::exam_day::{Change, Given, OnExamDay, Then};
use super::institution::Institution;

/// The days of exams, and the rules where other premises hold.
#[derive(Default)]
pub(super) struct Days<'c> {
    days: Vec<ExamDay<'c>>,
    /// By the premises that are otherwise.
    rules: HashMap<Vec<usize>, (Catalogue, Demands)>,
}

/// The premises that are otherwise on a day.
fn otherwise(day: &ExamDay<'_>) -> Vec<usize> {
    day.turns.iter().map(|turn| turn.number).collect()
}

impl<'c> Days<'c> {
    /// The days of the exams of the dossier.
    ///
    /// # Errors
    /// When the request cannot be made at all.
    pub(super) fn of(
        catalogue: &'c Catalogue,
        request: &Request<'_>,
        institution: Option<&Institution<'c>>,
        weights: &Weights,
    ) -> Result<Days<'c>, Refusal> {
        let Some(institution) = institution else { return Ok(Days::default()) };
        let days = exam_day::of(catalogue, &institution.triage, request.as_of);
        let mut rules = HashMap::new();
        for day in days.iter().filter(|day| !day.turns.is_empty()) {
            let numbers = otherwise(day);
            if let Entry::Vacant(place) = rules.entry(numbers) {
                let there = catalogue.on_day(day.held);
                let profile = request.adjusted(&there)?;
                let demands = Demands::new(&there, request.kind, &profile, weights);
                place.insert((there, demands));
            }
        }
        Ok(Days { days, rules })
    }

    /// The same, for the alternatives of a comparison.
    pub(super) fn judged(self, comparison: &Comparison<'c>) -> Vec<OnExamDay<'c>> {
        let mut known: HashMap<Vec<usize>, Arc<Change<'c>>> = HashMap::new();
        let Days { days, rules } = self;
        let judged = |day: ExamDay<'c>| {
            let numbers = otherwise(&day);
            let change = known.entry(numbers).or_insert_with_key(|numbers| {
                let demands = rules.get(numbers).map_or(Vec::new(), |rules| new(comparison, rules));
                Arc::new(Change { demands, answers: given(comparison, &day) })
            });
            OnExamDay { change: Arc::clone(change), day }
        };
        days.into_iter().map(judged).collect()
    }
}

/// The answers whose premise is otherwise on a day, with the alternatives that have them.
fn given<'c>(comparison: &Comparison<'c>, day: &ExamDay<'c>) -> Vec<Given<'c>> {
    let mut found: Vec<Given<'c>> = Vec::new();
    for turn in &day.turns {
        for (criterion, choice) in &turn.answers {
            let by = comparison.rows.iter().filter(|row| has(comparison, row, criterion, choice));
            let by = by.map(|row| (row.product, row.variant)).collect();
            found.push(Given { premise: turn.number, criterion, choice, by });
        }
    }
    found
}

/// Whether an alternative has an answer, or may, by what is known of it.
fn has(comparison: &Comparison<'_>, row: &Row<'_>, criterion: &Criterion, choice: &Choice) -> bool {
    let Some(at) = criterion.question.find(choice.id.as_str()) else { return false };
    let cells = comparison.criteria.iter().zip(comparison.cells(row));
    cells
        .filter(|(column, _)| column.criterion.id == criterion.id)
        .any(|(_, cell)| cell.knowledge.counts() && cell.knowledge.possible.gives(Set::one(at)))
}

/// The demands that apply there and not here, each with what becomes of the alternatives.
fn new<'c>(comparison: &Comparison<'c>, (there, demands): &(Catalogue, Demands)) -> Vec<Then<'c>> {
    let mut found: Vec<(usize, Then<'c>)> = Vec::new();
    for (number, demand) in demands.all().enumerate() {
        let criterion = comparison.numbered(&[demand.criterion]).pop();
        if let Some(criterion) = criterion.filter(|_| !comparison.demands.contains(demand)) {
            let then = Then { demand: demand.clone(), criterion, failing: Vec::new(), open: Vec::new() };
            found.push((number, then));
        }
    }
    for row in &comparison.rows {
        let known = |number: usize| {
            let cell = comparison.cells(row).find(|cell| cell.criterion == number)?;
            Some((&there.criterion(number)?.question, &cell.knowledge))
        };
        if found.is_empty() {
            break;
        }
        for outcome in demands.judge(&known).1 {
            let Some((_, then)) = found.iter_mut().find(|(number, _)| *number == outcome.demand) else {
                continue;
            };
            let alternative = (row.product, row.variant);
            match outcome.status {
                RuleStatus::Fires | RuleStatus::Indication => then.failing.push(alternative),
                RuleStatus::Open | RuleStatus::Condition | RuleStatus::Depends => then.open.push(alternative),
            }
        }
    }
    found.into_iter().map(|(_, then)| then).collect()
}
