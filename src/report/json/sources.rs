//! The sources of the data, `keuzehulp/sources/1`, and what became of their
//! quotations, `keuzehulp/quotes/1`.

use serde::Serialize;

use crate::model::{Catalogue, Date};
use crate::report::words::sources::outcome;
use crate::sources::{self, Outcome};
use crate::text::Lang;

use super::Data;

/// All sources.
#[derive(Debug, Serialize)]
pub(crate) struct Listed<'d> {
    schema: &'static str,
    as_of: String,
    data: Data,
    sources: Vec<Entry<'d>>,
}

#[derive(Debug, Serialize)]
struct Entry<'d> {
    kind: &'d str,
    product: &'d str,
    source: &'d str,
    title: &'d str,
    url: Option<&'d str>,
    filed: Option<&'d str>,
    copy: Option<String>,
    archived: Option<&'d str>,
    read: String,
    dated: Option<String>,
    grade: &'static str,
    extent: &'static str,
    undated_copy: bool,
    age_days: Option<u32>,
    shelf_life_months: Option<i32>,
    stale: bool,
    quotes: usize,
}

/// All quotations.
#[derive(Debug, Serialize)]
pub(crate) struct Quoted<'d> {
    schema: &'static str,
    as_of: String,
    data: Data,
    counts: Counts,
    quotes: Vec<Checked<'d>>,
}

#[derive(Debug, Serialize)]
struct Counts {
    all: usize,
    found: usize,
    moved: usize,
    gone: usize,
    no_copy: usize,
}

#[derive(Debug, Serialize)]
struct Checked<'d> {
    kind: &'d str,
    product: &'d str,
    source: &'d str,
    url: Option<&'d str>,
    filed: Option<&'d str>,
    criterion: &'d str,
    quote: &'d str,
    outcome: &'static str,
    found_in: Option<&'d str>,
    problem: Option<&'d str>,
    file: &'d str,
    line: u32,
}

/// The sources as a document.
#[must_use]
pub(crate) fn listed<'d>(
    sources: &'d [sources::Listed<'d>],
    (catalogue, as_of): (&Catalogue, Date),
) -> Listed<'d> {
    let source = |one: &'d sources::Listed<'d>| Entry {
        kind: one.kind.as_str(),
        product: one.product.id.as_str(),
        source: one.source.id.as_str(),
        title: &one.source.title,
        url: one.source.url(),
        filed: one.source.filed(),
        copy: one.page(),
        archived: one.source.archived.as_deref(),
        read: one.source.read.to_string(),
        dated: one.source.dated.map(|date| date.to_string()),
        grade: one.source.grade.id(),
        extent: one.source.extent.id(),
        undated_copy: one.source.undated_copy,
        age_days: one.age,
        shelf_life_months: one.shelf_life,
        stale: one.is_stale,
        quotes: one.quotes,
    };
    Listed {
        schema: "keuzehulp/sources/1",
        as_of: as_of.to_string(),
        data: Data { sha256: catalogue.sha256.clone() },
        sources: sources.iter().map(source).collect(),
    }
}

/// The quotations as a document.
#[must_use]
pub(crate) fn quoted<'d>(
    quotes: &'d [sources::Quoted<'d>],
    (catalogue, as_of): (&'d Catalogue, Date),
    lang: Lang,
) -> Quoted<'d> {
    let quote = |one: &'d sources::Quoted<'d>| Checked {
        kind: one.kind.as_str(),
        product: one.product.id.as_str(),
        source: one.source.id.as_str(),
        url: one.source.url(),
        filed: one.source.filed(),
        criterion: one.criterion.id.as_str(),
        quote: one.quote,
        outcome: outcome(&one.outcome).id,
        found_in: match one.outcome {
            Outcome::Found => Some(one.source.id.as_str()),
            Outcome::Moved(other) => Some(other.id.as_str()),
            Outcome::Gone | Outcome::NoCopy(_) => None,
        },
        problem: match &one.outcome {
            Outcome::NoCopy(Some(why)) => Some(why.get(lang)),
            _ => None,
        },
        file: catalogue.path(one.place.file),
        line: one.place.line,
    };
    let sources::Counts { all, found, moved, gone, no_copy } = sources::Counts::of(quotes);
    Quoted {
        schema: "keuzehulp/quotes/1",
        as_of: as_of.to_string(),
        data: Data { sha256: catalogue.sha256.clone() },
        counts: Counts { all, found, moved, gone, no_copy },
        quotes: quotes.iter().map(quote).collect(),
    }
}
