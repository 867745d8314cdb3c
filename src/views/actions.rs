//! Layer 3: what an institution sets itself and what it agrees on with the vendor, by the
//! answers that a product has.

use crate::assess::Ratio;
use crate::compare::{Cell, Comparison, Row};
use crate::model::{Action, ActionBy, ActionWhen, Choice, Criterion, Possible, Question, Set};

/// Something that an institution does because of an answer.
#[derive(Clone, Copy, Debug)]
pub struct ToDo<'c> {
    /// The criterion that was answered.
    pub criterion: &'c Criterion,
    /// The answer or option; `None` for a number.
    pub choice: Option<&'c Choice>,
    /// What it does.
    pub action: &'c Action,
    /// How: by a setting, or in the contract.
    pub by: ActionBy,
}

/// What an institution does when it uses an alternative, in the order of the criteria.
/// Answers that are merely possible give nothing to do: the product may not have them.
#[must_use]
pub fn of<'c>(comparison: &Comparison<'c>, row: &Row<'_>) -> Vec<ToDo<'c>> {
    let cells = comparison.criteria.iter().zip(comparison.cells(row));
    cells.flat_map(|(column, cell)| of_cell(column.criterion, cell)).collect()
}

/// The same, that of the criteria that weigh most first.
#[must_use]
pub fn heaviest_first<'c>(comparison: &Comparison<'c>, row: &Row<'_>) -> Vec<ToDo<'c>> {
    let mut all: Vec<(Ratio, ToDo<'c>)> = comparison
        .criteria
        .iter()
        .zip(comparison.cells(row))
        .flat_map(|(column, cell)| of_cell(column.criterion, cell).into_iter().map(|one| (column.share, one)))
        .collect();
    all.sort_by_key(|(share, _)| std::cmp::Reverse(*share));
    all.into_iter().map(|(_, to_do)| to_do).collect()
}

/// The same, for one criterion.
#[must_use]
pub fn of_cell<'c>(criterion: &'c Criterion, cell: &Cell) -> Vec<ToDo<'c>> {
    let knowledge = &cell.knowledge;
    if !knowledge.counts() && !knowledge.is_own_work() {
        return Vec::new();
    }
    let question = &criterion.question;
    let by = |action: &Action| action.by(knowledge.settled_by);
    if let (Question::Number { action: Some(action), .. }, Possible::Numbers { ranges, named }) =
        (question, &knowledge.possible)
        && named.is_empty()
        && !ranges.is_empty()
    {
        return vec![ToDo { criterion, choice: None, action, by: by(action) }];
    }
    let to_do = |(at, choice): (usize, &'c Choice)| {
        let action = choice.action.as_deref()?;
        let is_due = certain(&knowledge.possible, action.when).contains(at);
        is_due.then(|| ToDo { criterion, choice: Some(choice), action, by: by(action) })
    };
    question.choices().enumerate().filter_map(to_do).collect()
}

/// What an institution may have to do, for one criterion: for answers that are possible
/// and not certain. Nothing for what it sees to itself.
#[must_use]
pub fn possible_of_cell<'c>(criterion: &'c Criterion, cell: &Cell) -> Vec<ToDo<'c>> {
    let knowledge = &cell.knowledge;
    if knowledge.is_own_work() {
        return Vec::new();
    }
    let question = &criterion.question;
    let by = |action: &Action| action.by(knowledge.settled_by);
    let has_numbers = matches!(&knowledge.possible, Possible::Numbers { ranges, .. } if !ranges.is_empty());
    let number = match question {
        Question::Number { action, .. } => action.as_deref().filter(|_| has_numbers),
        _ => None,
    };
    let number = number.map(|action| ToDo { criterion, choice: None, action, by: by(action) });
    let own = question.own_work();
    let to_do = |(at, choice): (usize, &'c Choice)| {
        let action = choice.action.as_deref()?;
        let is_open = can_be(&knowledge.possible, action.when, at) && !own.contains(at);
        is_open.then(|| ToDo { criterion, choice: Some(choice), action, by: by(action) })
    };
    let certain: Vec<&Action> = of_cell(criterion, cell).into_iter().map(|to_do| to_do.action).collect();
    let all = number.into_iter().chain(question.choices().enumerate().filter_map(to_do));
    all.filter(|to_do| !certain.iter().any(|one| std::ptr::eq(*one, to_do.action))).collect()
}

/// Whether the answer may be this one, or the option may be there, or not be there.
fn can_be(possible: &Possible, when: ActionWhen, at: usize) -> bool {
    match (possible, when) {
        (Possible::Choices(set) | Possible::Numbers { named: set, .. }, _) => set.contains(at),
        (Possible::Options { lacks, .. }, ActionWhen::Has) => !lacks.contains(at),
        (Possible::Options { has, .. }, ActionWhen::Lacks) => !has.contains(at),
    }
}

/// The answers or options that hold whatever else turns out, or the options that certainly
/// do not.
fn certain(possible: &Possible, when: ActionWhen) -> Set {
    match possible {
        Possible::Choices(set) if set.len() == 1 => *set,
        Possible::Options { has, .. } if when == ActionWhen::Has => *has,
        Possible::Options { lacks, .. } => *lacks,
        Possible::Numbers { ranges, named } if ranges.is_empty() && named.len() == 1 => *named,
        _ => Set::EMPTY,
    }
}
