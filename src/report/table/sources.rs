//! *Bronnen*: each source once per product.

use super::alternative::in_order;
use super::columns::Columns;
use super::model::{Line, Names, Table, Tone};
use super::value::Value;
use crate::compare::Comparison;
use crate::model::{DayOrMonth, Product, Source};
use crate::report::words;
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::tr;

/// The name of the table.
pub(crate) const NAMES: Names = Names("bronnen", phrase("Bronnen", "Sources"));

/// The table.
#[must_use]
pub(crate) fn table<'t>(comparison: &'t Comparison<'t>, lang: Lang) -> Table<'t> {
    let mut c: Columns<'t, (&'t Product, &'t Source)> = Columns::new(lang);
    c.text("product", phrase("Product", "Product"), |(product, _)| Value::name(&*product.name)).wide(24);
    c.end_of_names();
    c.text("source", phrase("Bron", "Source"), |(_, source)| source.title.as_str()).wide(44);
    c.link("address", phrase("Adres", "Address"), |(_, source)| Value::whereabouts(source)).wide(56);
    c.date("date_read", phrase("Gelezen op", "Date read"), |(_, source)| source.read);
    let dated = phrase("Datum van de bron", "Date of the source");
    c.text("dated", dated, move |(_, source)| source.dated.map(|date| day_or_month(date, lang))).wide(14);
    let grade = phrase("Sterkte van de bron", "Grade of the source");
    c.text("grade", grade, move |(_, source)| words::grade(source.grade).get(lang)).wide(22);
    let extent = phrase("Hoeveel is gelezen", "How much was read");
    c.text("extent", extent, move |(_, source)| words::extent(source.extent).get(lang)).wide(18);
    c.text("note", phrase("Let op", "Please note"), move |(_, source)| notes(source, lang)).wide(30);
    c.end_for_people();
    let copy = phrase("Bewaarde kopie", "Stored copy");
    c.link("archived", copy, |(_, source)| source.archived.as_deref().map(Value::Link)).wide(40);
    let mut products: Vec<&Product> = Vec::new();
    for row in in_order(comparison) {
        if !products.iter().any(|known| known.id == row.product.id) {
            products.push(row.product);
        }
    }
    products.sort_by_cached_key(|product| (product.name.to_lowercase(), product.id.clone()));
    let sources =
        products.into_iter().flat_map(|product| product.sources.iter().map(move |source| (product, source)));
    c.table(NAMES, sources.collect()).below(vec![
        Line::new(Tone::Title, NAMES.1.get(lang)),
        Line::new(Tone::Plain, phrase(
            "Elke bron een keer per product. Gelezen op is de dag waarop de bron is geraadpleegd; daarna kan hij zijn veranderd.",
            "Each source once per product. Date read is the day on which the source was consulted; it may have changed since.",
        ).get(lang)),
    ])
}

/// A day is a day for a spreadsheet too; a month is not.
pub(super) fn day_or_month(date: DayOrMonth, lang: Lang) -> Value<'static> {
    if date.is_month() { Value::from(words::date(date, lang)) } else { Value::Day(date.earliest()) }
}

/// What a reader must know about the source.
fn notes(source: &Source, lang: Lang) -> String {
    let mut notes = Vec::new();
    if source.undated_copy {
        let copy = phrase(
            "gelezen in een bewaarde kopie van onbekende dag",
            "read in a stored copy of unknown date",
        );
        notes.push(copy.get(lang).to_owned());
    }
    if let Some(reviewed) = &source.reviewed {
        let (role, day) = (&reviewed.role, words::date(reviewed.on, lang));
        notes.push(tr!(lang, "nagekeken door {role} op {day}", "reviewed by {role} on {day}"));
    }
    notes.join("; ")
}
