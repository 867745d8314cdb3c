//! Every source of the data, one row each: for people, and for a script that fetches.

use super::alternative::add_record;
use super::columns::Columns;
use super::model::{Names, Table};
use super::sources::day_or_month;
use super::value::Value;
use crate::model::{Catalogue, Date};
use crate::report::words;
use crate::report::words::checklist::yes_or_no;
use crate::sources::Listed;
use crate::text::Lang;
use crate::text::lang::phrase;

/// The name of the table.
const NAMES: Names = Names("sources", phrase("Bronnen", "Sources"));

/// The table.
#[must_use]
#[rustfmt::skip]
pub(crate) fn table<'t>(sources: &'t [Listed<'t>], (catalogue, as_of): (&'t Catalogue, Date), lang: Lang) -> Table<'t> {
    let mut c: Columns<'t, &'t Listed<'t>> = Columns::new(lang);
    c.text("product", phrase("Product", "Product"), |one| Value::name(&*one.product.name)).wide(24);
    c.end_of_names();
    c.text("source", phrase("Bron", "Source"), |one| one.source.title.as_str()).wide(44);
    c.link("address", phrase("Adres", "Address"), |one| Value::whereabouts(one.source)).wide(56);
    c.text("copy", phrase("Bestand met een kopie", "File with a copy"), |one| one.page()).wide(30);
    c.link("archived", phrase("Bewaarde kopie", "Stored copy"), |one| one.source.archived.as_deref().map(Value::Link)).wide(40);
    c.date("date_read", phrase("Gelezen op", "Date read"), |one| one.source.read);
    c.text("dated", phrase("Datum van de bron", "Date of the source"), move |one| one.source.dated.map(|date| day_or_month(date, lang)));
    c.text("grade", phrase("Sterkte van de bron", "Grade of the source"), move |one| words::grade(one.source.grade).get(lang)).wide(22);
    c.text("extent", phrase("Hoeveel is gelezen", "How much was read"), move |one| words::extent(one.source.extent).get(lang)).wide(18);
    c.text("undated_copy", phrase("Bron zonder datum", "Source without a date"), move |one| yes_or_no(one.source.undated_copy).get(lang));
    c.integer("age_days", phrase("Ouderdom in dagen", "Age in days"), |one| one.age.map(|days| Value::Count(days.into())));
    c.integer("shelf_life_months", phrase("Houdbaar in maanden", "Shelf life in months"), |one| {
        one.shelf_life.and_then(|months| u128::try_from(months).ok())
    });
    c.text("stale", phrase("Oud of zonder datum", "Old or without a date"), move |one| yes_or_no(one.is_stale).get(lang));
    c.integer("quotes", phrase("Citaten", "Quotations"), |one| one.quotes).end_for_people();
    add_record(&mut c, as_of, &catalogue.sha256);
    c.text("kind", phrase("Soort", "Kind"), |one| one.kind.as_str()).key();
    c.text("product_id", phrase("Product-id", "Product id"), |one| one.product.id.as_str()).key();
    c.text("source_id", phrase("Bron-id", "Source id"), |one| one.source.id.as_str()).key();
    c.table(NAMES, sources.iter().collect())
}
