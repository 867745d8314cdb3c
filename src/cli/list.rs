//! `list`: kinds, criteria, products and profiles.

use clap::ArgMatches;

use crate::report::document::list::{What, documents};

use super::args::{Global, Own};
use super::output::{Exit, Output};
use super::{Stop, data};

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let kind = matches.get_one::<String>("kind").map(String::as_str);
    let loaded = data::loaded_for(global, Own::default(), kind)?;
    let what = match matches.get_one::<String>("what").map(String::as_str) {
        Some("kinds" | "soorten") => Some(What::Kinds),
        Some("profiles" | "wegingen") => Some(What::Profiles),
        Some("criteria") => Some(What::Criteria),
        Some("products" | "producten") => Some(What::Products),
        Some("premises" | "uitgangspunten") => Some(What::Premises),
        _ => None,
    };
    let kind = kind.map(|id| data::kind(&loaded.catalogue, id)).transpose()?;
    output.documents(&documents(&loaded.catalogue, what, kind, global.lang))?;
    Ok(data::exit_after(&loaded, global, output))
}
