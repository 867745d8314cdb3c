//! `sources`: what the data rests on, and whether its quotations are still there.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use rayon::prelude::*;

use crate::load::{Loaded, copies, tree};
use crate::model::{Product, Source};
use crate::report::{document, json, table};
use crate::say;
use crate::sources::{Copy, Counts, Folded, copy_name, listed, quoted, words};
use crate::text::lang::{Phrase, phrase};
use crate::text::safe::clean_short;

use super::args::{Global, Own, all, flag, value};
use super::institution::{Shown, format, show};
use super::output::{Exit, Output};
use super::{Stop, data};

/// Why there is no copy of what is filed.
const NO_ADDRESS: Phrase = phrase(
    "een toezegging heeft geen adres; leg het citaat zelf naast de brief",
    "a pledge has no address; hold the quotation against the letter yourself",
);

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let folder = matches.get_one::<PathBuf>("copies");
    match (value(matches, "what"), folder) {
        (Some("verify" | "verifieer"), Some(folder)) => verify(folder, global, matches, output),
        (Some("verify" | "verifieer"), None) => Err(Stop::Use(
            say!(
                "`sources verify` heeft een map met kopieën nodig",
                "`sources verify` needs a folder with copies"
            ),
            Some(say!("geef de map met `--copies MAP`", "give the folder with `--copies FOLDER`")),
        )),
        (_, given) if given.is_some() || flag(matches, "strict") => Err(Stop::Use(
            say!(
                "`--copies` en `--strict` zijn er alleen bij `sources verify`",
                "`--copies` and `--strict` belong only to `sources verify`"
            ),
            Some(say!(
                "laat de optie weg, of schrijf `verify` in plaats van `list`",
                "leave the option out, or write `verify` instead of `list`"
            )),
        )),
        _ => list(global, matches, output),
    }
}

fn list(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let format = format(matches)?;
    let loaded = data::loaded_for(global, Own::default(), value(matches, "kind"))?;
    let sources = listed(&loaded.catalogue, &products(&loaded, matches)?, global.as_of);
    let (at, lang) = ((&loaded.catalogue, global.as_of), global.lang);
    let shown = Shown {
        document: document::sources::listed(&sources, at, lang),
        table: Some(table::listed::table(&sources, at, lang)),
        json: Some(Box::new(|| json::to_json(&json::sources::listed(&sources, at)))),
    };
    show(shown, format, global, matches, output)?;
    Ok(data::exit_after(&loaded, global, output))
}

fn verify(folder: &Path, global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let format = format(matches)?;
    tree::opened(folder).map_err(|error| data::folder_error(&error))?;
    let loaded = data::loaded_for(global, Own::default(), value(matches, "kind"))?;
    let products = products(&loaded, matches)?;
    // The copies of one product are in memory at a time, on each thread.
    let of_product = |product| quoted(product, &loaded.catalogue, &saved(folder, product));
    let per_product: Vec<_> = products.into_par_iter().map(of_product).collect();
    let quotes: Vec<_> = per_product.into_iter().flatten().collect();
    let (at, lang) = ((&loaded.catalogue, global.as_of), global.lang);
    let shown = Shown {
        document: document::sources::quoted(&quotes, at, lang),
        table: Some(table::quoted::table(&quotes, at, lang)),
        json: Some(Box::new(|| json::to_json(&json::sources::quoted(&quotes, at, lang)))),
    };
    show(shown, format, global, matches, output)?;
    let counts = Counts::of(&quotes);
    Ok(match data::exit_after(&loaded, global, output) {
        Exit::Done if flag(matches, "strict") && counts.moved + counts.gone > 0 => Exit::Negative,
        exit => exit,
    })
}

/// What there is in the folder of each source of a product.
fn saved(folder: &Path, product: &Product) -> Vec<Copy> {
    let copy = |source: &Source| {
        let Some(url) = source.url() else { return Copy::Unusable(NO_ADDRESS.into()) };
        match copies::saved(folder, &copy_name(url)) {
            Err(why) => Copy::Unusable(why),
            Ok(saved) if saved.is_empty() => Copy::Absent,
            Ok(saved) => {
                let text = |one: &copies::Saved| {
                    if one.is_page { Folded::new(&words(&one.text)) } else { Folded::new(&one.text) }
                };
                Copy::Texts(saved.iter().map(text).collect())
            }
        }
    };
    product.sources.iter().map(copy).collect()
}

/// The products that are asked for: those that are named, else those of the kind, else
/// all.
fn products<'l>(loaded: &'l Loaded, matches: &ArgMatches) -> Result<Vec<&'l Product>, Stop> {
    let catalogue = &loaded.catalogue;
    let Some(kind) = value(matches, "kind") else {
        let kinds = 0..catalogue.kinds.len();
        return Ok(kinds.flat_map(|kind| catalogue.products_of(kind)).collect());
    };
    let of_kind: Vec<&Product> = catalogue.products_of(data::kind(catalogue, kind)?).collect();
    let named: Vec<&str> = all(matches, "product").collect();
    for name in &named {
        if !of_kind.iter().any(|product| product.answers_to(name)) {
            let shown = clean_short(name, 60);
            let known: Vec<&str> = of_kind.iter().map(|product| product.id.as_str()).collect();
            return Err(Stop::Use(
                say!("het product `{shown}` bestaat niet", "the product `{shown}` does not exist"),
                Some(data::mean(name, &known)),
            ));
        }
    }
    let is_asked = |product: &&Product| named.is_empty() || named.iter().any(|name| product.answers_to(name));
    Ok(of_kind.into_iter().filter(is_asked).collect())
}
