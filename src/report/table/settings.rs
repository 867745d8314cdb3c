//! *Instellingen*: what an administrator goes through, one row per box to tick.

use super::alternative::add_record;
use super::columns::Columns;
use super::model::{Line, Names, Table, Tone};
use crate::compare::Comparison;
use crate::model::Catalogue;
use crate::report::words;
use crate::report::words::settings::{ALLOWED, TITLE, Task, tasks, title};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::views::settings::Sheet;

/// The name of the table.
pub(crate) const NAMES: Names = Names("instellingen", phrase("Instellingen", "Settings"));

/// A box of a sheet.
struct Box {
    name: String,
    id: String,
    task: Task,
}

/// The table.
#[must_use]
#[rustfmt::skip]
pub(crate) fn table<'t>(comparison: &'t Comparison<'t>, sheets: &[Sheet<'_, '_>], catalogue: &Catalogue, lang: Lang) -> Table<'t> {
    let mut c: Columns<'t, Box> = Columns::new(lang);
    c.text("alternative", phrase("Product", "Product"), |of| of.name.clone()).wide(36).end_of_names();
    c.text("way", phrase("Wat u doet", "What you do"), move |of| of.task.way.map_or(ALLOWED, title).get(lang)).wide(22);
    c.text("to_do", phrase("Opdracht of vraag", "Instruction or question"), |of| of.task.text.clone()).wide(56);
    c.text("about", phrase("Waarover", "About"), |of| of.task.about.clone()).wide(44);
    c.text("then", phrase("Wie het weet, en daarna", "Who knows, and then"), |of| of.task.then.clone()).wide(56);
    c.text("theme", phrase("Thema", "Theme"), |of| of.task.theme.clone()).wide(26);
    c.text("done", phrase("Gedaan op", "Done on"), |_| "").wide(14);
    c.text("remark", phrase("Opmerking", "Remark"), |_| "").wide(30).end_for_people();
    add_record(&mut c, comparison.as_of, comparison.sha256);
    c.text("product_id", phrase("Product-id", "Product id"), |of| of.id.clone()).key();
    c.text("way_id", phrase("Doe-id", "Way id"), |of| of.task.way.map_or("allowed", |way| way.id())).key();
    c.text("criterion_id", phrase("Criterium-id", "Criterion id"), |of| of.task.criterion.clone()).key();
    c.text("answer_id", phrase("Antwoord-id", "Answer id"), |of| of.task.answer.clone()).key();
    let boxes = sheets.iter().flat_map(|sheet| {
        let (name, id) = (words::alternative(sheet.row.product, sheet.row.variant), sheet.row.id());
        tasks(sheet, catalogue, lang).into_iter().map(move |task| Box { name: name.clone(), id: id.clone(), task })
    });
    c.table(NAMES, boxes.collect()).below(vec![Line::new(Tone::Title, TITLE.get(lang))])
}
