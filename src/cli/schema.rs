//! `schema`: a JSON Schema for one kind of file, for editors.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::load::schema::{FileKind, KINDS, schema};
use crate::report::json;
use crate::text::Lang;

use super::args::{Global, Own};
use super::output::{Exit, Output, encoded};
use super::{Stop, data};

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let name = matches.get_one::<String>("what").map(String::as_str);
    let Some(kind) = KINDS.iter().find(|kind| name == Some(kind.name) || name == Some(kind.dutch)) else {
        output.text(&all(global.lang))?;
        return Ok(Exit::Done);
    };
    let loaded = data::loaded(global, Own::default())?;
    let made = encoded(json::to_json(&schema(kind, &loaded, global.lang)))?;
    match matches.get_one::<PathBuf>("output").filter(|path| path.as_os_str() != "-") {
        None => output.bytes(&made)?,
        Some(path) => {
            let content = |out: &mut dyn std::io::Write| out.write_all(&made);
            output.file(path, &content, matches.get_flag("overwrite"))?;
        }
    }
    Ok(data::exit_after(&loaded, global, output))
}

/// The kinds of files, one a line: name, place, and what they hold.
fn all(lang: Lang) -> String {
    let width = |of: fn(&FileKind, Lang) -> &'static str| {
        KINDS.iter().map(|kind| of(kind, lang).chars().count()).max().unwrap_or(0)
    };
    let (name, path) = (width(|kind, _| kind.name), width(|kind, lang| kind.path.get(lang)));
    KINDS
        .iter()
        .map(|kind| {
            let (place, about) = (kind.path.get(lang), kind.about.get(lang));
            format!("{:name$}  {place:path$}  {about}\n", kind.name)
        })
        .collect()
}
