//! Every quotation of the data and what became of it, one row each.

use super::alternative::add_record;
use super::columns::Columns;
use super::model::{Names, Table};
use super::value::Value;
use crate::model::{Catalogue, Date};
use crate::report::words::sources::outcome;
use crate::sources::{Outcome, Quoted};
use crate::text::Lang;
use crate::text::lang::phrase;

/// The name of the table.
const NAMES: Names = Names("quotes", phrase("Citaten", "Quotations"));

/// The table.
#[must_use]
#[rustfmt::skip]
pub(crate) fn table<'t>(quotes: &'t [Quoted<'t>], (catalogue, as_of): (&'t Catalogue, Date), lang: Lang) -> Table<'t> {
    let mut c: Columns<'t, &'t Quoted<'t>> = Columns::new(lang);
    c.text("product", phrase("Product", "Product"), |one| Value::name(&*one.product.name)).wide(24);
    c.end_of_names();
    c.text("outcome", phrase("Uitkomst", "Outcome"), move |one| outcome(&one.outcome).get(lang));
    c.text("quote", phrase("Citaat", "Quotation"), |one| one.quote).wide(56);
    c.text("source", phrase("Bron", "Source"), |one| one.source.title.as_str()).wide(44);
    c.link("address", phrase("Adres", "Address"), |one| Value::whereabouts(one.source)).wide(56);
    c.text("found_in", phrase("Gevonden in", "Found in"), |one| match one.outcome {
        Outcome::Found => Some(one.source.id.as_str()),
        Outcome::Moved(other) => Some(other.id.as_str()),
        Outcome::Gone | Outcome::NoCopy(_) => None,
    });
    c.text("problem", phrase("Wat er mis is met de kopie", "What is wrong with the copy"), move |one| match &one.outcome {
        Outcome::NoCopy(Some(why)) => Some(why.get(lang).to_owned()),
        _ => None,
    }).wide(36);
    c.text("criterion", phrase("Criterium", "Criterion"), move |one| one.criterion.title.get(lang)).wide(30);
    c.text("file", phrase("Bestand", "File"), |one| catalogue.path(one.place.file)).wide(36);
    c.integer("line", phrase("Regel", "Line"), |one| Value::Count(one.place.line.into())).end_for_people();
    add_record(&mut c, as_of, &catalogue.sha256);
    c.text("kind", phrase("Soort", "Kind"), |one| one.kind.as_str()).key();
    c.text("product_id", phrase("Product-id", "Product id"), |one| one.product.id.as_str()).key();
    c.text("source_id", phrase("Bron-id", "Source id"), |one| one.source.id.as_str()).key();
    c.text("criterion_id", phrase("Criterium-id", "Criterion id"), |one| one.criterion.id.as_str()).key();
    c.table(NAMES, quotes.iter().collect())
}
