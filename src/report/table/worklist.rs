//! The work that is left on the data, one row per piece.

use super::alternative::add_record;
use super::columns::Columns;
use super::model::{Names, Table};
use super::value::Value;
use crate::model::{Catalogue, Date};
use crate::report::words;
use crate::report::words::worklist::{why, work};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::views::worklist::{OfProduct, Piece, Worklist};

/// The name of the table.
const NAMES: Names = Names("worklist", phrase("Werklijst", "Worklist"));

/// A piece, with its product.
type Of<'t> = (&'t OfProduct<'t, 't>, &'t Piece<'t, 't>);

/// The table.
#[must_use]
#[rustfmt::skip]
pub(crate) fn table<'t>(list: &'t Worklist<'t, 't>, (catalogue, as_of): (&'t Catalogue, Date), lang: Lang) -> Table<'t> {
    let mut c: Columns<'t, Of<'t>> = Columns::new(lang);
    c.text("product", phrase("Product", "Product"), |(of, _)| Value::name(&*of.product.name)).wide(24);
    c.text("criterion", phrase("Criterium", "Criterion"), move |(_, piece)| piece.column.criterion.title.get(lang)).wide(30);
    c.end_of_names();
    c.text("variants", phrase("Varianten", "Variants"), |(_, piece)| {
        Value::List(piece.variants.iter().map(|variant| (&*variant.name).into()).collect())
    }).wide(30);
    c.text("work", phrase("Werk", "Work"), move |(_, piece)| work(piece.why.work()).get(lang)).wide(18);
    c.text("why", phrase("Waarom", "Why"), move |(_, piece)| why(piece.why).get(lang)).wide(30);
    c.integer("demands", phrase("Eisen die het openhoudt", "Demands that it holds open"), |(_, piece)| piece.demands.len());
    c.decimal("points", phrase("Punten die ervan afhangen", "Points at stake"), |(_, piece)| piece.points());
    c.date("due", phrase("Geldt tot en met", "Fresh until"), |(_, piece)| piece.due);
    c.text("settled_by", phrase("Wie het kan uitwijzen", "Who can settle it"), move |(_, piece)| words::settled_by(piece.settled_by).get(lang)).wide(20);
    c.text("sources", phrase("Bronnen", "Sources"), |(_, piece)| {
        Value::List(piece.sources.iter().map(|source| source.id.as_str().into()).collect())
    }).wide(30);
    c.text("file", phrase("Bestand", "File"), |(_, piece)| catalogue.path(piece.place.file)).wide(36);
    c.integer("line", phrase("Regel", "Line"), |(_, piece)| Value::Count(piece.place.line.into())).end_for_people();
    add_record(&mut c, as_of, &catalogue.sha256);
    c.text("kind", phrase("Soort", "Kind"), |(of, _)| of.comparison.kind_id.as_str()).key();
    c.text("product_id", phrase("Product-id", "Product id"), |(of, _)| of.product.id.as_str()).key();
    c.text("criterion_id", phrase("Criterium-id", "Criterion id"), |(_, piece)| piece.column.criterion.id.as_str()).key();
    c.text("variant_ids", phrase("Variant-ids", "Variant ids"), |(_, piece)| {
        Value::List(piece.variants.iter().map(|variant| variant.id.as_str().into()).collect())
    }).key();
    c.table(NAMES, list.pieces().collect())
}
