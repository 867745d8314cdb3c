//! `coverage`: how much is known, and what follows from the sentences of the AP.

use clap::ArgMatches;

use crate::report::{document, json, table};
use crate::views::{coverage, sentences};

use super::args::{Global, Own, value};
use super::institution::{Shown, format, show};
use super::output::{Exit, Output};
use super::{Stop, data};

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let format = format(matches)?;
    let asked = value(matches, "what");
    if asked.is_some_and(|what| ["sentences", "zinnen"].contains(&what)) {
        return of_sentences(global, matches, output);
    }
    let loaded = data::loaded_for(global, Own::default(), asked)?;
    let catalogue = &loaded.catalogue;
    let kind = asked.map(|id| data::kind(catalogue, id)).transpose()?;
    let kinds = coverage::of(catalogue, kind);
    let (at, lang) = ((catalogue, global.as_of), global.lang);
    let shown = Shown {
        document: document::coverage::document(&kinds, lang),
        table: Some(table::coverage::table(&kinds, at, lang)),
        json: Some(Box::new(|| json::to_json(&json::coverage::coverage(&kinds, at)))),
    };
    show(shown, format, global, matches, output)?;
    Ok(data::exit_after(&loaded, global, output))
}

fn of_sentences(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let format = format(matches)?;
    let loaded = data::loaded(global, Own::default())?;
    let documents = sentences::of(&loaded.catalogue);
    let (at, lang) = ((&loaded.catalogue, global.as_of), global.lang);
    let shown = Shown {
        document: document::coverage::sentences(&documents, lang),
        table: Some(table::sentences::table(&documents, at, lang)),
        json: Some(Box::new(|| json::to_json(&json::coverage::sentences(&documents, at, lang)))),
    };
    show(shown, format, global, matches, output)?;
    Ok(data::exit_after(&loaded, global, output))
}
