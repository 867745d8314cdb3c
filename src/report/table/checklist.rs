//! The checklist as a table.

use crate::institution::checklist::Checklist;
use crate::model::Catalogue;
use crate::report::words::checklist::{helped, status, yes_or_no};
use crate::report::words::describe;
use crate::text::Lang;
use crate::text::lang::phrase;

use super::{Cell, Head, Rows, grounds};

#[rustfmt::skip]
const HEADS: [Head; 21] = [
    Head(phrase("Fase", "Phase"), "phase"),
    Head(phrase("Kop", "Heading"), "heading"),
    Head(phrase("Punt", "Item"), "item"),
    Head(phrase("Geregeld als", "Done when"), "done_when"),
    Head(phrase("Kracht", "Force"), "force"),
    Head(phrase("Stand", "Status"), "status"),
    Head(phrase("Nog te doen", "Still to do"), "to_do"),
    Head(phrase("Wie", "Role"), "role"),
    Head(phrase("Gedaan op", "Done on"), "done_on"),
    Head(phrase("Waar het ligt", "Filed"), "filed"),
    Head(phrase("Opnieuw bekijken op", "Look at again on"), "review_on"),
    Head(phrase("Te laat", "Overdue"), "overdue"),
    Head(phrase("Opmerking", "Remark"), "remark"),
    Head(phrase("Wat over het gekozen product bekend is", "What is known of the chosen product"), "known_of_product"),
    Head(phrase("Op wiens woord", "On whose word"), "basis"),
    Head(phrase("Grond", "Grounds"), "grounds"),
    Head(phrase("Zinnen van de AP", "Sentences of the DPA"), "sentences"),
    Head(phrase("Instelling", "Institution"), "institution"),
    Head(phrase("Peildatum", "As-of date"), "as_of"),
    Head(phrase("Gegevensversie", "Data version"), "data_version"),
    Head(phrase("Punt-id", "Item id"), "item_id"),
];

/// The checklist as rows: one per item.
#[must_use]
pub fn rows(checklist: &Checklist<'_>, catalogue: &Catalogue, lang: Lang) -> Rows {
    let yes_no = |yes: bool| Cell::text(yes_or_no(yes).get(lang));
    let rows = checklist.parts.iter().flat_map(|part| part.entries.iter().map(move |entry| (part, entry)));
    let rows = rows
        .map(|(part, entry)| {
            let (item, record) = (entry.item, entry.record);
            let of = |text: Option<&String>| text.map_or(Cell::Empty, Cell::text);
            let status = checklist.dossier.map_or(Cell::Empty, |_| Cell::text(status(entry).get(lang)));
            let help: Vec<String> = entry.help.iter().map(|help| helped(help, lang)).collect();
            vec![
                Cell::text(describe::phase(part.heading.phase).get(lang)),
                Cell::text(part.heading.title.get(lang)),
                Cell::text(item.title.get(lang)),
                Cell::text(item.done_when.get(lang)),
                Cell::text(describe::force(item.force).get(lang)),
                status,
                yes_no(!entry.is_settled()),
                of(record.and_then(|record| record.role.as_ref())),
                record.and_then(|record| record.on).map_or(Cell::Empty, Cell::Day),
                of(record.and_then(|record| record.filed.as_ref())),
                record.and_then(|record| record.review).map_or(Cell::Empty, Cell::Day),
                yes_no(entry.overdue.is_some()),
                of(record.and_then(|record| record.because.as_ref())),
                Cell::text(help.join(" / ")),
                Cell::text(describe::basis(item.basis).get(lang)),
                Cell::text(grounds(&item.grounds, lang)),
                Cell::text(item.from.join(", ")),
                of(checklist.dossier.map(|dossier| &dossier.institution)),
                Cell::Day(checklist.as_of),
                Cell::text(format!("v{}", catalogue.sha256)),
                Cell::text(item.id.as_str()),
            ]
        })
        .collect();
    Rows { heads: &HEADS, rows }
}
