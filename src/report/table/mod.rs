//! Tables: their contents, for every format with rows and columns. A table is made
//! here once; CSV, the workbook and the data package only render it.
//!
//! A new column is one entry in the file of its table: its id for programs, its
//! title in both languages, the function that gives the value of a row, and if
//! needed `.wide(characters)`, `.role(…)` or `.key()`. The name of the method
//! (`text`, `integer`, `decimal`, `date`, `link`) is its type. Nothing else changes.
//!
//! A new table is one file here that returns a [`Table`], with a line in the list
//! of modules below. To make it a sheet, name its function in `report/xlsx/mod.rs`;
//! to make it a CSV file, give it to [`csv::write`](super::csv::write).

mod alternative;
pub mod answers;
pub(crate) mod asked;
pub(super) mod brief;
pub mod checklist;
mod columns;
pub(crate) mod council;
pub(crate) mod coverage;
pub(crate) mod criteria;
mod demands;
mod distinct;
mod fact;
pub(crate) mod levels;
pub(super) mod limit;
pub(crate) mod listed;
pub(crate) mod matrix;
mod model;
pub(crate) mod overview;
pub(crate) mod own_work;
pub(crate) mod questions;
pub mod quickscan;
pub(crate) mod quoted;
pub mod ranking;
mod role;
pub(crate) mod sentences;
pub(crate) mod settings;
pub(crate) mod sources;
pub(crate) mod themes;
pub(crate) mod tidy;
pub mod triage;
mod value;
mod warnings;
pub(crate) mod worklist;

#[cfg(test)]
pub(super) use columns::sample;
pub use model::{Column, Content, Line, Names, Printed, Table, Tone};
pub use role::{Live, Role};
pub use value::Value;

use crate::compare::Comparison;
use crate::text::Lang;

/// The shape of a comparison as a single table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// One row per alternative, in few and short columns: for people.
    #[default]
    Council,
    /// One row per alternative, with all its answers: for programs and the record.
    Wide,
    /// One row per alternative and criterion.
    Tidy,
    /// One row per alternative, by the columns of the quickscan of lesopafstand.nl.
    Quickscan,
}

impl Shape {
    /// The comparison as a table of this shape.
    #[must_use]
    pub fn table<'t>(self, comparison: &'t Comparison<'t>, lang: Lang) -> Table<'t> {
        match self {
            Shape::Council => council::table(comparison, lang),
            Shape::Wide => overview::table(comparison, lang),
            Shape::Tidy => tidy::table(comparison, lang),
            Shape::Quickscan => quickscan::table(comparison, lang),
        }
    }

    /// Whether it says why nothing was found, where a product does.
    #[must_use]
    pub(crate) fn shows_reasons(self) -> bool {
        self != Shape::Council
    }

    /// Whether it shows sources and quotations, so that products must be kept whole.
    #[must_use]
    pub(crate) fn shows_evidence(self) -> bool {
        match self {
            Shape::Council | Shape::Wide => false,
            Shape::Tidy | Shape::Quickscan => true,
        }
    }
}
