//! *Open vragen*: what is not settled, and who can settle it.

use super::cell::{Shown, Value};
use super::grid::Grid;
use super::style::Tone;
use super::{Book, Sheets, levels};
use crate::report::csv::{answer, status};
use crate::report::words::describe;
use crate::report::words::number::points;
use crate::views::breakdown::{OpenQuestion, open_questions};

/// The column with the criterion's id, by number.
const CRITERION: u16 = 9;

pub(super) fn grid(book: &Book<'_, '_>) -> Grid {
    let columns = vec![
        book.column("Product", "Product", 28),
        book.column("Criterium", "Criterion", 26),
        book.column("Vraag", "Question", 44),
        book.column("Punten die openstaan", "Points that are open", 12),
        book.column("Wacht een harde eis hierop?", "Does a hard demand wait for it?", 14),
        book.column("Wie het kan uitwijzen", "Who can settle it", 20),
        book.column("Stand", "Status", 30),
        book.column("Wat wel bekend is", "What is known", 40),
        book.column("Product-id", "Product id", 34),
        book.column("Criterium-id", "Criterion id", 30),
    ];
    Grid {
        name: Sheets::QUESTIONS.get(book.lang()),
        table: "kh_open_vragen",
        intro: vec![
            (Tone::Title, book.t("Open vragen", "Open questions")),
            (
                Tone::Plain,
                book.t(
                    "Bovenaan staat wat de meeste punten openhoudt. Openbare bronnen: de aanbieder kan het antwoord geven. Het contract: vraag het bij de inkoop. De beheerder: dat regelt uw eigen instelling.",
                    "What keeps most points open is at the top. Public sources: the vendor can give the answer. The contract: ask it when you buy. The administrator: your own institution sees to it.",
                ),
            ),
        ],
        extra: Vec::new(),
        columns,
        rows: open_questions(book.comparison, &book.rows).iter().map(|open| cells(book, open)).collect(),
        fixed: 2,
        printed: 8,
        bars: Vec::new(),
        changes: None,
    }
}

fn cells(book: &Book<'_, '_>, open: &OpenQuestion<'_, '_>) -> Vec<Value> {
    let lang = book.lang();
    let (row, part) = (open.row, &open.part);
    let criterion = part.column.criterion;
    let demanded = if open.demanded { book.t("ja", "yes") } else { book.t("nee", "no") };
    vec![
        Value::Name(describe::alternative(row.product, row.variant)),
        Value::Text(criterion.title.get(lang).to_owned()),
        Value::Text(criterion.ask.get(lang).to_owned()),
        Value::Live(
            levels::part(book, CRITERION, part.open_hundredths()),
            points(part.open(), '.'),
            Shown::Points,
        ),
        Value::Text(demanded),
        Value::Text(describe::settled_by(criterion.settled_by).get(lang).to_owned()),
        Value::Text(status(part.cell, part.reason(), lang)),
        Value::Text(answer(criterion, part.cell, lang)),
        Value::Text(row.id()),
        Value::Text(criterion.id.to_string()),
    ]
}
