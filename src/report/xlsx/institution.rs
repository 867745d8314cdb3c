//! *Checklist* and *Afweging*: what the institution does itself, when it gave a
//! dossier.

use super::cell::Value;
use super::grid::{Column, Grid};
use super::style::Tone;
use super::{Book, Sheets};
use crate::compare::Institution;
use crate::report::table::{Cell, Head, Rows};
use crate::report::table::{checklist, triage};
use crate::report::words::checklist::in_short;

/// The widths of columns by their names for machines; others are [`NARROW`].
const WIDE: [(&str, u16); 14] = [
    ("done_when", 56),
    ("item", 30),
    ("heading", 26),
    ("status", 16),
    ("role", 22),
    ("filed", 26),
    ("remark", 36),
    ("known_of_product", 56),
    ("exam", 28),
    ("outcome", 44),
    ("step", 26),
    ("question", 44),
    ("answer", 44),
    ("written", 60),
];
const NARROW: u16 = 14;

/// The sheets of the institution; none without a dossier.
pub(super) fn grids(book: &Book<'_, '_>, institution: &Institution<'_>) -> Vec<Grid> {
    let lang = book.lang();
    let at = (book.catalogue, book.comparison.as_of);
    let checklist_rows = checklist::rows(&institution.checklist, book.catalogue, lang);
    let triage_rows = triage::rows(&institution.triage, at, lang);
    let checklist = grid(
        book,
        (Sheets::CHECKLIST.get(lang), "kh_checklist"),
        vec![
            (Tone::Title, book.t("Checklist van uw instelling", "Your institution's checklist")),
            (Tone::Plain, in_short(&institution.checklist, lang)),
            (
                Tone::Plain,
                book.t(
                    "Dit regelt uw instelling zelf. Het telt niet mee in de punten van een product.",
                    "Your institution arranges this itself. It does not count in the points of a product.",
                ),
            ),
        ],
        (checklist_rows, 13),
    );
    let triage = grid(
        book,
        (Sheets::TRIAGE.get(lang), "kh_afweging"),
        vec![
            (Tone::Title, book.t("Afweging vooraf", "Triage")),
            (
                Tone::Plain,
                book.t(
                    "Deze vragen komen vóór elke vergelijking, per soort toets.",
                    "These questions come before any comparison, for each kind of exam.",
                ),
            ),
        ],
        (triage_rows, 8),
    );
    [checklist, triage].into_iter().filter(|grid| !grid.rows.is_empty()).collect()
}

fn grid(
    book: &Book<'_, '_>,
    (name, table): (&'static str, &'static str),
    intro: Vec<(Tone, String)>,
    (rows, printed): (Rows, u16),
) -> Grid {
    let width =
        |machine: &str| WIDE.iter().find(|(name, _)| *name == machine).map_or(NARROW, |(_, width)| *width);
    let column = |Head(people, machine): &Head| Column {
        header: people.get(book.lang()).to_owned(),
        width: width(machine),
    };
    let value = |cell: Cell| match cell {
        Cell::Text(text) => Value::Text(text),
        Cell::Day(day) => Value::Day(day),
        Cell::Empty => Value::Empty,
    };
    Grid {
        name,
        table,
        intro,
        extra: Vec::new(),
        columns: rows.heads.iter().map(column).collect(),
        rows: rows.rows.into_iter().map(|row| row.into_iter().map(value).collect()).collect(),
        fixed: 3,
        printed,
        bars: Vec::new(),
        changes: None,
    }
}
