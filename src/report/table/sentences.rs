//! The sentences of the AP, and what follows from each. What a sentence says comes last,
//! because it is the longest.

use super::alternative::add_record;
use super::columns::Columns;
use super::model::{Names, Table};
use super::value::Value;
use crate::model::{Catalogue, Date, Id};
use crate::report::words;
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::views::sentences::{Home, OfDocument};

/// The name of the table.
const NAMES: Names = Names("sentences", phrase("Zinnen van de AP", "Sentences of the DPA"));

/// A sentence, and its document.
type Row<'t> = (&'t Id, &'t Home<'t>);

/// All sentences, for programs.
#[must_use]
pub(crate) fn table<'t>(
    documents: &'t [OfDocument<'t>],
    (catalogue, as_of): (&'t Catalogue, Date),
    lang: Lang,
) -> Table<'t> {
    let mut c = columns(lang);
    add_record(&mut c, as_of, &catalogue.sha256);
    c.text("document", phrase("Document", "Document"), |(document, _)| document.as_str());
    c.table(NAMES, documents.iter().flat_map(rows).collect())
}

/// The sentences of one document, for people.
#[must_use]
pub(crate) fn of_document<'t>(document: &'t OfDocument<'t>, lang: Lang) -> Table<'t> {
    columns(lang).table(NAMES, rows(document).collect())
}

fn rows<'t>(document: &'t OfDocument<'t>) -> impl Iterator<Item = Row<'t>> {
    document.homes.iter().map(|home| (document.id, home))
}

#[rustfmt::skip]
fn columns<'t>(lang: Lang) -> Columns<'t, Row<'t>> {
    let mut c: Columns<'t, Row<'t>> = Columns::new(lang);
    c.text("sentence", phrase("Zin", "Sentence"), |(_, home)| Value::name(home.id)).key().end_of_names();
    c.text("force", phrase("Kracht", "Force"), move |(_, home)| words::force(home.sentence.force).get(lang));
    c.text("criteria", phrase("Criteria", "Criteria"), |(_, home)| list(home.criteria.iter().map(|one| &one.id))).wide(30);
    c.text("checklist", phrase("Checklist", "Checklist"), |(_, home)| list(home.items.iter().map(|one| &one.id))).wide(30);
    c.text("triage", phrase("Afweging", "Triage"), |(_, home)| list(home.steps.iter().map(|one| &one.id))).wide(20);
    c.text("instead", phrase("Zonder product", "Without a product"), |(_, home)| list(home.instead.iter().map(|(id, _)| *id))).wide(20);
    c.text("place", phrase("Plaats", "Place"), move |(_, home)| home.sentence.at.get(lang)).wide(30);
    c.text("says", phrase("Wat de zin zegt", "What the sentence says"), move |(_, home)| home.sentence.says.get(lang)).wide(60);
    c.end_for_people();
    c
}

fn list<'t>(ids: impl Iterator<Item = &'t Id>) -> Value<'t> {
    Value::List(ids.map(|id| id.as_str().into()).collect())
}
