//! `checklist`, `triage` and `memo`: the institution's own part.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::institution::checklist;
use crate::institution::triage;
use crate::load::Loaded;
use crate::report::csv::{self, Dialect};
use crate::report::document::{self, Document};

use crate::report::table::{self, Table};
use crate::report::{html, json, markdown, terminal};
use crate::say;
use crate::views::memo;

use super::args::{Global, Own, value};
use super::output::{Content, Exit, Output, encoded};
use super::{Stop, asked, compare as compare_command, data};

/// The formats of an institution's documents.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Markdown,
    Html,
    Csv,
    Json,
}

/// Makes a document for programs.
pub(super) type Json<'s> = Box<dyn Fn() -> Result<Vec<u8>, serde_json::Error> + 's>;

/// What to show, for each format that a command has.
pub(super) struct Shown<'s> {
    pub(super) document: Document<'s>,
    pub(super) table: Option<Table<'s>>,
    pub(super) json: Option<Json<'s>>,
}

pub(super) fn checklist(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let format = format(matches)?;
    let loaded = loaded(global, matches, format, output)?;
    let catalogue = &loaded.catalogue;
    let kind = kind(&loaded, matches)?;
    let rule = data::profile(catalogue, None).map(|profile| profile.evidence).unwrap_or_default();
    let list = checklist::of(catalogue, kind, global.as_of, rule);
    let lang = global.lang;
    let shown = Shown {
        document: document::checklist::document(&list, catalogue, lang),
        table: Some(table::checklist::table(&list, catalogue, lang)),
        json: Some(Box::new(|| json::to_json(&json::institution::checklist(&list, catalogue, lang)))),
    };
    show(shown, format, global, matches, output)?;
    let owed = list.dossier.is_some() && list.counts().must_open > 0;
    Ok(if owed && matches.get_flag("strict") { Exit::Negative } else { Exit::Done })
}

pub(super) fn triage(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let format = format(matches)?;
    let loaded = loaded(global, matches, format, output)?;
    let catalogue = &loaded.catalogue;
    let kind = match kind(&loaded, matches)? {
        Some(kind) => kind,
        // Without a dossier it is the only kind that has steps.
        None => (0..catalogue.kinds.len())
            .find(|kind| catalogue.steps.values().any(|step| step.applies_to.contains(*kind)))
            .ok_or_else(|| {
                Stop::Use(say!("deze gegevens hebben geen afweging", "this data has no triage"), None)
            })?,
    };
    let exam = asked::exam(catalogue, kind, matches)?;
    let found = triage::of(catalogue, kind, exam);
    let lang = global.lang;
    let at = (catalogue, global.as_of);
    let shown = Shown {
        document: document::triage::document(&found, at, lang),
        table: Some(table::triage::table(&found, at, lang)),
        json: Some(Box::new(|| json::to_json(&json::institution::triage(&found, at, lang)))),
    };
    show(shown, format, global, matches, output)?;
    let open = catalogue.dossier.is_some() && !found.steps.is_empty() && !found.is_finished();
    Ok(if open && matches.get_flag("strict") { Exit::Negative } else { Exit::Done })
}

pub(super) fn memo(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let format = format(matches)?;
    let loaded = loaded(global, matches, format, output)?;
    let catalogue = &loaded.catalogue;
    let Some(kind) = kind(&loaded, matches)? else {
        return Err(Stop::Use(
            say!("een besluitnota heeft een dossier nodig", "a memo needs a dossier"),
            Some(say!("begin er een met `keuzehulp new dossier`", "start one with `keuzehulp new dossier`")),
        ));
    };
    let request = asked::request(global, matches, catalogue, kind)?;
    let comparison = asked::compared(&loaded, request, None, false, (global, output))?;
    let Some(memo) = memo::of(&comparison, catalogue) else { return Ok(Exit::Done) };
    let document = document::memo::document(&memo, global.lang);
    show(Shown { document, table: None, json: None }, format, global, matches, output)?;
    Ok(Exit::Done)
}

/// Loads the data with the dossier; a dossier or data with errors is refused.
fn loaded(
    global: &Global,
    matches: &ArgMatches,
    format: Format,
    output: &mut Output,
) -> Result<Loaded, Stop> {
    let named = matches.try_get_one::<String>("kind").ok().flatten().map(String::as_str);
    let mut loaded = data::loaded_for(global, Own::of(matches), named)?;
    let kind = loaded.catalogue.dossier.as_ref().map(|dossier| dossier.kind);
    data::usable(&mut loaded, kind, None, format == Format::Json, (global, output))?;
    Ok(loaded)
}

/// The kind: that of the dossier, or the named one.
fn kind(loaded: &Loaded, matches: &ArgMatches) -> Result<Option<usize>, Stop> {
    let named = value(matches, "kind").map(|id| data::kind(&loaded.catalogue, id)).transpose()?;
    let own = loaded.catalogue.dossier.as_ref().map(|dossier| dossier.kind);
    if let Some(kind) = named.filter(|kind| own.is_some_and(|own| own != *kind)) {
        asked::exam(&loaded.catalogue, kind, matches)?;
    }
    Ok(named.or(own))
}

/// The format that was asked for, by name or by the name of the file.
pub(super) fn format(matches: &ArgMatches) -> Result<Format, Stop> {
    let target = target(matches);
    let extension = target.and_then(Path::extension).map(|e| e.to_string_lossy().to_lowercase());
    let asked = matches.get_one::<String>("format").cloned();
    Ok(match asked.or(extension).as_deref() {
        None | Some("text" | "txt") => Format::Text,
        Some("markdown" | "md") => Format::Markdown,
        Some("html" | "htm") => Format::Html,
        Some("csv") => Format::Csv,
        Some("json") => Format::Json,
        Some(other) => {
            let help = say!(
                "geef `--format`; `--help` noemt wat er kan",
                "give `--format`; `--help` lists the formats"
            );
            return Err(asked::unclear_format(other, help));
        }
    })
}

fn target(matches: &ArgMatches) -> Option<&Path> {
    matches.get_one::<PathBuf>("output").map(PathBuf::as_path).filter(|path| path.as_os_str() != "-")
}

/// Shows it in this format, where it was asked for.
pub(super) fn show(
    shown: Shown<'_>,
    format: Format,
    global: &Global,
    matches: &ArgMatches,
    output: &mut Output,
) -> Result<(), Stop> {
    let target = target(matches);
    let missing = || {
        Stop::Use(
            say!("een besluitnota is er niet in dit formaat", "there is no memo in this format"),
            Some(say!("geef `text`, `markdown` of `html`", "give `text`, `markdown` or `html`")),
        )
    };
    let dialect = if value(matches, "csv") == Some("rfc4180") { Dialect::Rfc4180 } else { Dialect::Dutch };
    let bytes = match format {
        Format::Text if target.is_none() => return output.documents(&[shown.document]),
        Format::Text => terminal::text(&shown.document, output.paper(target)).into_bytes(),
        Format::Markdown => markdown::text(&shown.document).into_bytes(),
        Format::Html => html::document::page(&shown.document).into_bytes(),
        Format::Csv => encoded(csv::bytes(&shown.table.ok_or_else(missing)?, dialect))?,
        Format::Json => encoded((shown.json.ok_or_else(missing)?)())?,
    };
    match target {
        None => output.bytes(&bytes),
        Some(path) => {
            compare_command::refuse_input(path, &Own::of(matches).paths(), global)?;
            let content: Box<Content<'_>> = Box::new(move |out| out.write_all(&bytes));
            output.file(path, &content, matches.get_flag("overwrite"))
        }
    }
}
