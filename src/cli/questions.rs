//! `questions`: what to ask next, of whom, and what each answer does.

use clap::ArgMatches;

use crate::report::document::questions::FIRST;
use crate::report::{document, json, table};
use crate::say;
use crate::views::questions;

use super::args::{Global, Own, all, flag, value};
use super::explain::{self, Sought};
use super::institution::{Format, Shown, format, show};
use super::output::{Exit, Output};
use super::{Stop, asked, data};

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let format = format(matches)?;
    let wanted = value(matches, "kind");
    let mut loaded = data::loaded_for(global, Own::of(matches), wanted)?;
    let words: Vec<String> = all(matches, "what").map(str::to_owned).collect();
    let catalogue = &loaded.catalogue;
    let named = words.first().filter(|_| words.len() == 1);
    let kind = named.and_then(|word| catalogue.kinds.get_index_of(word.as_str()));
    let sought: Vec<Sought<'_>> = match kind {
        Some(_) => Vec::new(),
        None => words
            .iter()
            .map(|word| explain::sought(catalogue, word, wanted))
            .collect::<Result<Vec<_>, Stop>>()?,
    };
    let own = catalogue.dossier.as_ref().map(|dossier| dossier.kind);
    let named = wanted.map(|id| data::kind(catalogue, id)).transpose()?;
    let Some(kind) = kind.or(sought.first().map(|one| one.kind)).or(named).or(own) else {
        return Err(Stop::Use(
            say!(
                "over welke soort product zijn uw vragen?",
                "about which kind of product are your questions?"
            ),
            Some(say!(
                "geef een soort, zoals `videobellen`, een product of een dossier; `keuzehulp list kinds` noemt de soorten",
                "give a kind, such as `videobellen`, a product or a dossier; `keuzehulp list kinds` lists the kinds"
            )),
        ));
    };
    if sought.iter().any(|one| one.kind != kind) {
        return Err(Stop::Use(
            say!("deze producten zijn niet van één soort", "these products are not of one kind"),
            Some(say!("vraag ze per soort", "ask about each kind by itself")),
        ));
    }
    data::usable(&mut loaded, Some(kind), None, format == Format::Json, (global, output))?;
    let catalogue = &loaded.catalogue;
    let request = asked::request(global, matches, catalogue, kind)?;
    let comparison = asked::compared(&loaded, request, None, format == Format::Json, (global, output))?;
    let mut found = questions::of(&comparison, catalogue);
    if !sought.is_empty() {
        for of in &mut found {
            of.open.retain(|open| sought.iter().any(|one| one.is(open.row)));
        }
        // A group without any of these products is not shown.
        found.retain(|of| !of.open.is_empty());
    }
    let lang = global.lang;
    let most = if flag(matches, "all") { usize::MAX } else { FIRST };
    let shown = Shown {
        document: document::questions::document(&comparison, &found, most, lang),
        table: Some(table::asked::table(&comparison, &found, lang)),
        json: Some(Box::new(|| json::to_json(&json::questions::document(&comparison, &found, catalogue)))),
    };
    show(shown, format, global, matches, output)?;
    Ok(Exit::Done)
}
