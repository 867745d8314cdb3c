//! How much is known, a row for each alternative or criterion. The name comes last,
//! because it is the longest.

use super::alternative::add_record;
use super::columns::Columns;
use super::model::{Names, Table};
use super::value::Value;
use crate::model::{Catalogue, Date, Id};
use crate::report::words;
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::views::coverage::{Count, OfKind};

/// The name of the table.
const NAMES: Names = Names("coverage", phrase("Wat er bekend is", "What is known"));

/// An alternative or a criterion, and what is known of it.
struct Row<'t> {
    kind: &'t Id,
    /// What the row is about, in a word for programs.
    about: &'static str,
    id: String,
    name: String,
    count: Count,
}

/// All rows, for programs.
#[must_use]
pub(crate) fn table<'t>(
    kinds: &[OfKind<'t>],
    (catalogue, as_of): (&'t Catalogue, Date),
    lang: Lang,
) -> Table<'t> {
    let mut c = columns(phrase("Naam", "Name"), lang);
    add_record(&mut c, as_of, &catalogue.sha256);
    c.text("kind", phrase("Soort", "Kind"), |row| row.kind.as_str()).key();
    c.text("about", phrase("Waarover", "About"), |row| row.about).key();
    c.table(NAMES, kinds.iter().flat_map(|kind| alternatives(kind).chain(criteria(kind, lang))).collect())
}

/// The alternatives of a kind, for people.
#[must_use]
pub(crate) fn of_alternatives<'t>(kind: &OfKind<'t>, lang: Lang) -> Table<'t> {
    columns(phrase("Variant", "Variant"), lang).table(NAMES, alternatives(kind).collect())
}

/// The criteria of a kind, for people.
#[must_use]
pub(crate) fn of_criteria<'t>(kind: &OfKind<'t>, lang: Lang) -> Table<'t> {
    columns(phrase("Criterium", "Criterion"), lang).table(NAMES, criteria(kind, lang).collect())
}

fn columns<'t>(name: Phrase, lang: Lang) -> Columns<'t, Row<'t>> {
    let mut c: Columns<'t, Row<'t>> = Columns::new(lang);
    c.text("name", name, |row| Value::name(row.name.clone())).wide(40);
    c.integer("known", phrase("Beantwoord", "Answered"), |row| row.count.known);
    c.integer("partly", phrase("Deels beantwoord", "Partly answered"), |row| row.count.partly);
    c.integer("own_work", phrase("Regelt u zelf", "You see to it"), |row| row.count.own_work);
    c.integer("unknown", phrase("Onbekend", "Unknown"), |row| row.count.unknown);
    c.integer("open", phrase("Open", "Open"), |row| row.count.open);
    c.text("id", phrase("Id", "Id"), |row| row.id.clone()).wide(30).key().end_for_people();
    c
}

fn alternatives<'k, 't>(kind: &'k OfKind<'t>) -> impl Iterator<Item = Row<'t>> + use<'k, 't> {
    kind.alternatives.iter().map(|(product, variant, count)| Row {
        kind: kind.id,
        about: "alternative",
        id: format!("{}/{}", product.id, variant.id),
        name: words::alternative(product, variant),
        count: *count,
    })
}

fn criteria<'k, 't>(kind: &'k OfKind<'t>, lang: Lang) -> impl Iterator<Item = Row<'t>> + use<'k, 't> {
    kind.criteria.iter().map(move |(criterion, count)| Row {
        kind: kind.id,
        about: "criterion",
        id: criterion.id.to_string(),
        name: criterion.title.get(lang).to_owned(),
        count: *count,
    })
}
