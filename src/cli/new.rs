//! `new`: a template file with every open question.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::model::Id;
use crate::report::scaffold;
use crate::say;

use super::args::{Global, Own};
use super::output::{Exit, Output};
use super::{Stop, data};

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let text = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    // What a frame asks is in the criteria; no product is read.
    let ground = data::ground(global, Own::default())?;
    let catalogue = ground.catalogue();
    let name = text("name");
    let frame = match text("what") {
        "profile" | "weging" => scaffold::profile(catalogue, id(name)?.as_str(), global.lang),
        "criterion" | "criterium" => {
            let (theme, name) = folder_and_id(name, "retention/logbestanden")?;
            if !catalogue.themes.contains_key(theme) {
                let known: Vec<&str> = catalogue.themes.keys().map(Id::as_str).collect();
                let shown = crate::text::safe::clean_short(theme, 60);
                return Err(Stop::Use(
                    say!("het thema `{shown}` bestaat niet", "the theme `{shown}` does not exist"),
                    Some(data::mean(theme, &known)),
                ));
            }
            scaffold::criterion(theme, id(name)?.as_str(), global.lang)
        }
        "dossier" => scaffold::dossier::dossier(catalogue, data::kind(catalogue, name)?, global.lang),
        _ => {
            let (kind, name) = folder_and_id(name, "videobellen/alfa")?;
            scaffold::product(catalogue, data::kind(catalogue, kind)?, id(name)?.as_str(), global.lang)
        }
    };
    match matches.get_one::<PathBuf>("output").filter(|path| path.as_os_str() != "-") {
        None => output.bytes(frame.as_bytes())?,
        Some(path) => {
            let content = |out: &mut dyn std::io::Write| out.write_all(frame.as_bytes());
            output.file(path, &content, matches.get_flag("overwrite"))?;
        }
    }
    Ok(Exit::Done)
}

fn folder_and_id<'n>(name: &'n str, example: &str) -> Result<(&'n str, &'n str), Stop> {
    name.split_once('/').ok_or_else(|| {
        Stop::Use(
            say!(
                "geef de map en de id, met een streep ertussen",
                "give the folder and the id, with a slash between them"
            ),
            Some(say!("bijvoorbeeld `{example}`", "for example `{example}`")),
        )
    })
}

fn id(name: &str) -> Result<Id, Stop> {
    Id::new(name).map_err(|why| {
        let shown = crate::text::safe::clean_short(name, 60);
        Stop::Use(
            say!("`{shown}` kan geen id zijn", "`{shown}` cannot be an id"),
            Some(crate::load::id_help(why)),
        )
    })
}
