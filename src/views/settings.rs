//! Layer 3: what an administrator goes through before an alternative is used: what to set,
//! to agree on, to find out first and to see to, and what the triage allows.

use std::cmp::Reverse;

use crate::compare::{Comparison, Row};
use crate::institution::checklist;
use crate::institution::triage::ruled_out;
use crate::model::{ActionBy, Catalogue, Condition, Criterion, Exam, Set, SettledBy};
use crate::views::actions::{self, ToDo};
use crate::vocabulary;

vocabulary! {
    /// What an institution does about a criterion.
    pub enum Way {
        /// Its administrator changes a setting.
        Set = "set",
        /// It agrees on something with the vendor.
        Agree = "agree",
        /// It finds out first whether there is something to set.
        Ask = "ask",
        /// It sees to it itself, because it runs the service.
        OwnWork = "own-work",
    }
}

/// What to go through for one alternative.
#[derive(Debug)]
pub struct Sheet<'r, 'c> {
    /// The alternative.
    pub row: &'r Row<'c>,
    /// What to do, in the order of [`Way`], then of the themes, then of the weights.
    pub entries: Vec<Entry<'c>>,
    /// What the triage allows, in the order of its exams and steps.
    pub limits: Vec<Limit<'c>>,
}

/// Something to do about a criterion.
#[derive(Debug)]
pub struct Entry<'c> {
    /// How.
    pub way: Way,
    /// The criterion.
    pub criterion: &'c Criterion,
    /// What to do; for [`Way::Ask`] what there may be to do, for [`Way::OwnWork`] perhaps
    /// nothing in particular.
    pub to_do: Vec<ToDo<'c>>,
    /// Who can settle what is open.
    pub settled_by: SettledBy,
}

/// What the triage of an exam allows.
#[derive(Debug)]
pub struct Limit<'c> {
    /// The exam.
    pub exam: &'c Exam,
    /// The criterion.
    pub criterion: &'c Criterion,
    /// The answers that are allowed.
    pub allowed: &'c Condition,
    /// The answers or options that are not.
    pub ruled_out: Set,
}

/// What to go through for one alternative of a comparison.
#[must_use]
pub fn of<'r, 'c>(comparison: &Comparison<'c>, row: &'r Row<'c>, catalogue: &'c Catalogue) -> Sheet<'r, 'c> {
    let mut found = Vec::new();
    for (column, cell) in comparison.criteria.iter().zip(comparison.cells(row)) {
        let criterion = column.criterion;
        let settled_by = cell.knowledge.settled_by;
        let mut add = |way, to_do| found.push((column.share, Entry { way, criterion, to_do, settled_by }));
        let certain = actions::of_cell(criterion, cell);
        if cell.knowledge.is_own_work() {
            add(Way::OwnWork, certain);
            continue;
        }
        for to_do in certain {
            let way = if to_do.by == ActionBy::Contract { Way::Agree } else { Way::Set };
            add(way, vec![to_do]);
        }
        let possible = actions::possible_of_cell(criterion, cell);
        if possible.iter().any(|to_do| to_do.by == ActionBy::Setting) {
            add(Way::Ask, possible);
        }
    }
    found.sort_by_key(|(share, entry)| (entry.way as usize, entry.criterion.theme, Reverse(*share)));
    let entries = found.into_iter().map(|(_, entry)| entry).collect();
    Sheet { row, entries, limits: limits(comparison, catalogue) }
}

/// The same for what the dossier chose, where that is among the alternatives.
#[must_use]
pub fn chosen<'r, 'c>(comparison: &'r Comparison<'c>, catalogue: &'c Catalogue) -> Option<Sheet<'r, 'c>> {
    let (product, variant) = checklist::chosen(catalogue, comparison.institution.as_ref()?.dossier)?;
    let is_it =
        |row: &&Row<'_>| row.product.id == product.id && usize::from(row.evaluation.number) == variant;
    let row = comparison.rows.iter().chain(comparison.aside()).find(is_it)?;
    Some(of(comparison, row, catalogue))
}

/// What the triage of each exam allows that a product is used for.
fn limits<'c>(comparison: &Comparison<'c>, catalogue: &'c Catalogue) -> Vec<Limit<'c>> {
    let exams = comparison.institution.iter().flat_map(|own| &own.triage.exams);
    let mut found = Vec::new();
    for weighed in exams.filter(|weighed| !weighed.is_stopped()) {
        for (step, answered) in &weighed.answers {
            let criterion = step.criterion().and_then(|number| catalogue.criterion(number));
            if let Some((criterion, allowed)) = criterion.zip(answered.allows()) {
                let ruled_out = ruled_out(&criterion.question, allowed);
                found.push(Limit { exam: weighed.exam, criterion, allowed, ruled_out });
            }
        }
    }
    found
}
