//! *Checklist*: what the institution arranges itself, one row per item.

use super::alternative::add_record;
use super::columns::Columns;
use super::model::{Line, Names, Table, Tone};
use crate::institution::checklist::{Checklist, Entry, Part};
use crate::model::Catalogue;
use crate::report::words;
use crate::report::words::checklist::{helped, in_short, status, yes_or_no};
use crate::text::Lang;
use crate::text::lang::phrase;

/// The name of the table.
pub(crate) const NAMES: Names = Names("checklist", phrase("Checklist", "Checklist"));

/// An item, below its heading.
type Item<'t> = (&'t Part<'t>, &'t Entry<'t>);

/// The table.
#[must_use]
#[rustfmt::skip]
pub fn table<'t>(checklist: &'t Checklist<'t>, catalogue: &'t Catalogue, lang: Lang) -> Table<'t> {
    let dossier = checklist.dossier;
    let mut c: Columns<'t, Item<'t>> = Columns::new(lang);
    c.text("phase", phrase("Fase", "Phase"), move |(part, _)| words::phase(part.heading.phase).get(lang));
    c.text("heading", phrase("Kop", "Heading"), move |(part, _)| part.heading.title.get(lang)).wide(26);
    c.text("item", phrase("Punt", "Item"), move |(_, entry)| entry.item.title.get(lang)).wide(30).end_of_names();
    c.text("done_when", phrase("Geregeld als", "Done when"), move |(_, entry)| entry.item.done_when.get(lang)).wide(56);
    c.text("force", phrase("Kracht", "Force"), move |(_, entry)| words::force(entry.item.force).get(lang));
    c.text("status", phrase("Stand", "Status"), move |(_, entry)| dossier.map(|_| status(entry).get(lang))).wide(16);
    c.text("to_do", phrase("Nog te doen", "Still to do"), move |(_, entry)| yes_or_no(!entry.is_settled()).get(lang));
    c.text("role", phrase("Wie", "Role"), |(_, entry)| entry.record?.role.as_deref()).wide(22);
    c.date("done_on", phrase("Gedaan op", "Done on"), |(_, entry)| entry.record?.on).wide(14);
    c.text("filed", phrase("Waar het ligt", "Filed"), |(_, entry)| entry.record?.filed.as_deref()).wide(26);
    c.date("review_on", phrase("Opnieuw bekijken op", "Review on"), |(_, entry)| entry.record?.review).wide(14);
    c.text("overdue", phrase("Te laat", "Overdue"), move |(_, entry)| yes_or_no(entry.overdue.is_some()).get(lang));
    c.text("remark", phrase("Opmerking", "Remark"), |(_, entry)| entry.record?.because.as_deref()).wide(36).end_for_people();
    c.text("known_of_product", phrase("Wat over het gekozen product bekend is", "What is known about the chosen product"), move |(_, entry)| {
        entry.help.iter().map(|help| helped(help, lang)).collect::<Vec<_>>().join(" / ")
    }).wide(56);
    c.text("basis", phrase("Op wiens woord", "Based on"), move |(_, entry)| words::basis(entry.item.basis).get(lang));
    c.text("grounds", phrase("Grond", "Grounds"), move |(_, entry)| {
        entry.item.grounds.iter().map(|ground| ground.get(lang)).collect::<Vec<_>>().join("; ")
    });
    c.text("sentences", phrase("Zinnen van de AP", "Sentences of the DPA"), |(_, entry)| entry.item.from.join(", "));
    c.text("institution", phrase("Instelling", "Institution"), move |_| dossier.map(|dossier| dossier.institution.as_str()));
    add_record(&mut c, checklist.as_of, &catalogue.sha256);
    c.text("item_id", phrase("Punt-id", "Item id"), |(_, entry)| entry.item.id.as_str()).key();
    let items = checklist.parts.iter().flat_map(|part| part.entries.iter().map(move |entry| (part, entry)));
    c.table(NAMES, items.collect()).below(vec![
        Line::new(Tone::Title, phrase("Taken van de school (checklist van de AP)", "Tasks of the school (checklist of the DPA)").get(lang)),
        Line::new(Tone::Plain, in_short(checklist, lang)),
        Line::new(Tone::Plain, phrase(
            "Dit regelt uw instelling zelf. Het telt niet mee in de punten van een product.",
            "Your institution arranges this itself. It does not affect the points of a product.",
        ).get(lang)),
    ])
}
