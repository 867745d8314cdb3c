//! Answers and outcomes that many alternatives have, each kept once.

use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

use indexmap::set::Slice;

use crate::assess::{Knowledge, RuleOutcome};
use crate::model::Localized;

/// What is known about one criterion of one alternative.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// The criterion, by number.
    pub criterion: usize,
    /// What is known.
    pub knowledge: Knowledge,
}

/// A list that holds each value once.
type IndexSet<T> = indexmap::IndexSet<T, foldhash::fast::RandomState>;

/// A place in one of the lists of [`Shared`].
pub(super) type CellIndex = u32;

/// Answers and outcomes that many alternatives have, each kept once.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) cells: Box<Slice<Cell>>,
    pub(super) rules: Box<Slice<RuleOutcome>>,
    pub(super) reasons: Box<Slice<Localized>>,
}

/// A list under construction, filled by several threads.
pub(super) struct Interner<T>(Mutex<IndexSet<T>>);

impl<T: Eq + Hash> Interner<T> {
    pub(super) fn new() -> Interner<T> {
        Interner(Mutex::new(IndexSet::default()))
    }

    pub(super) fn keep(&self, value: T) -> CellIndex {
        // A list that another thread was filling when it panicked still holds whole
        // values.
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        CellIndex::try_from(known.insert_full(value).0).unwrap_or(CellIndex::MAX)
    }

    /// The list alone: nothing is looked up in it any more.
    pub(super) fn finish(self) -> Box<Slice<T>> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner).into_boxed_slice()
    }
}
