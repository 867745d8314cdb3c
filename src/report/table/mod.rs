//! What the documents and tables of an institution share.

pub mod checklist;
pub mod triage;

use crate::model::{Date, Localized};
use crate::text::Lang;
use crate::text::lang::Phrase;

/// A header: for people, and for machines.
#[derive(Debug)]
pub struct Head(pub Phrase, pub &'static str);

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A day.
    Day(Date),
    /// Nothing.
    Empty,
}

impl Cell {
    /// Text; nothing where it is empty.
    pub(super) fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }
}

/// A table of an institution: each row as long as its headers.
#[derive(Debug)]
pub struct Rows {
    /// The headers.
    pub heads: &'static [Head],
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// Laws and sources in one cell.
pub(super) fn grounds(grounds: &[Localized], lang: Lang) -> String {
    grounds.iter().map(|ground| ground.get(lang)).collect::<Vec<_>>().join("; ")
}
