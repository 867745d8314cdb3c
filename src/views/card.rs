//! Layer 3: an alternative at a glance.

use crate::assess::{LevelRange, Ratio, RuleStatus};
use crate::compare::{Cell, Column, Comparison, Row};
use crate::model::{Criterion, DayOrMonth, Level};

use super::breakdown::open_questions;
use super::tiles::{self, Themed};

/// An alternative at a glance.
#[derive(Debug)]
pub struct Card<'r, 'c> {
    /// The alternative.
    pub row: &'r Row<'c>,
    /// Its themes.
    pub tiles: Vec<Themed<'c>>,
    /// The criteria with the best level that weigh most, the heaviest first.
    pub strong: Vec<&'c Criterion>,
    /// What to mind: the criteria of demands that are not or possibly not met, then the
    /// heaviest with an unfavourable level.
    pub mind: Vec<&'c Criterion>,
    /// The criteria that keep most points open.
    pub open: Vec<&'c Criterion>,
    /// The criteria that every card shows.
    pub shown: Vec<Shown<'r, 'c>>,
}

/// A criterion that every card shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'r, 'c> {
    /// The criterion.
    pub criterion: &'c Criterion,
    /// What is known about it.
    pub cell: &'r Cell,
    /// The latest date that a source of the answer gives.
    pub dated: Option<DayOrMonth>,
}

/// How many criteria of a sort a card names.
const NAMED: usize = 3;
/// An answer of at most this level is something to mind.
const UNFAVOURABLE: u8 = 25;

/// The card of an alternative. The dates of sources are there where the comparison kept
/// its facts.
#[must_use]
pub fn of<'r, 'c>(comparison: &'r Comparison<'c>, row: &'r Row<'c>) -> Card<'r, 'c> {
    let cells: Vec<(&Column<'c>, &Cell)> = comparison.criteria.iter().zip(comparison.cells(row)).collect();
    let heaviest = |is_meant: &dyn Fn(LevelRange) -> bool| {
        let is_it = |(column, cell): &&(&Column<'c>, &Cell)| {
            column.share > Ratio::ZERO && cell.knowledge.is_settled() && is_meant(cell.knowledge.levels)
        };
        let mut found: Vec<&Column<'c>> = cells.iter().filter(is_it).map(|(column, _)| *column).collect();
        found.sort_by_key(|column| std::cmp::Reverse(column.share));
        found.into_iter().map(|column| column.criterion)
    };
    let strong = heaviest(&|levels| levels.low == Level::GOOD).take(NAMED).collect();
    let mut mind = comparison.demanded(row, &[RuleStatus::Fires, RuleStatus::Indication]);
    for criterion in heaviest(&|levels| levels.high.hundredths() <= UNFAVOURABLE) {
        if mind.iter().all(|known| known.id != criterion.id) {
            mind.push(criterion);
        }
    }
    mind.truncate(NAMED);
    let open = open_questions(comparison, &[row]).into_iter().map(|open| open.part.column.criterion);
    let shown = cells.iter().filter(|(column, _)| column.criterion.on_card);
    Card {
        row,
        tiles: tiles::of(comparison, row),
        strong,
        mind,
        open: open.take(NAMED).collect(),
        shown: shown.map(|(column, cell)| shown_on(row, column, cell)).collect(),
    }
}

fn shown_on<'r, 'c>(row: &'r Row<'c>, column: &Column<'c>, cell: &'r Cell) -> Shown<'r, 'c> {
    let variant = usize::from(row.evaluation.number);
    let fact = row.product.fact(column.number, variant).map(|(fact, _)| fact);
    let items = fact.into_iter().flat_map(|fact| &fact.evidence).filter(|item| item.covers(variant));
    let dates = items.filter_map(|item| row.product.sources.get(item.source)?.dated);
    let dated = dates.max_by_key(|dated| dated.earliest()).filter(|_| cell.knowledge.counts());
    Shown { criterion: column.criterion, cell, dated }
}
