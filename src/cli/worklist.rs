//! `check --worklist`: what to research or renew next.

use std::collections::HashSet;

use clap::ArgMatches;
use clap::parser::ValueSource;

use crate::compare::Request;
use crate::load::{Layer, Loaded};
use crate::model::{Date, Product};
use crate::report::document::worklist::{Asked, Most};
use crate::report::{document, json, table};
use crate::say;
use crate::text::safe::clean_short;
use crate::views::worklist;

use super::args::{Global, Own, flag, value};
use super::checked::Set;
use super::institution::{Format, Shown, format, show};
use super::output::{Exit, Output};
use super::{Stop, asked, check, data};

/// What belongs to the worklist alone.
const ITS_OWN: [&str; 6] = ["within", "profile", "assume", "csv", "output", "overwrite"];
/// What it has in common with the findings.
const SHARED: [&str; 4] = ["worklist", "path", "format", "all"];
/// The formats that findings do not have.
const ITS_FORMATS: [&str; 3] = ["csv", "markdown", "html"];

/// Whether the worklist is asked for.
pub(super) fn is_asked(matches: &ArgMatches) -> bool {
    flag(matches, "worklist")
}

/// Refuses what `check` has for the worklist alone.
pub(super) fn refuse_its_own(matches: &ArgMatches) -> Result<(), Stop> {
    let option = given(matches).find(|name| ITS_OWN.contains(name)).map(|name| format!("--{name}"));
    let named = value(matches, "format").filter(|name| ITS_FORMATS.contains(name));
    let Some(shown) = option.or_else(|| named.map(|name| format!("--format {name}"))) else { return Ok(()) };
    Err(Stop::Use(
        say!("`{shown}` is er alleen bij `--worklist`", "`{shown}` belongs only to `--worklist`"),
        Some(say!("laat het weg, of geef ook `--worklist`", "leave it out, or give `--worklist` too")),
    ))
}

/// The arguments of the command itself that were given.
fn given(matches: &ArgMatches) -> impl Iterator<Item = &str> {
    let is_given = |name: &&str| matches.value_source(name) == Some(ValueSource::CommandLine);
    matches.ids().map(clap::Id::as_str).filter(is_given)
}

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    refuse_others(matches)?;
    let format = format(matches)?;
    let until = value(matches, "within").map(|within| last_day(global.as_of, within)).transpose()?;
    let set = wanted(global, matches)?;
    let own = Own::of(matches);
    let mut loaded = data::load_with(&data::with_own(set.layers.clone(), own)?, own, global)?;
    let as_json = format == Format::Json;
    data::usable(&mut loaded, None, None, as_json, (global, output))?;
    // What loses its premise by the last day is as open as what is stale by then.
    loaded.catalogue.settle(until.unwrap_or(global.as_of));
    let (catalogue, lang) = (&loaded.catalogue, global.lang);
    let profile = data::profile(catalogue, value(matches, "profile"))?;
    let judging = worklist::judging(profile);
    let day = until.unwrap_or(global.as_of);
    let mut comparisons = Vec::new();
    for kind in kinds(&loaded, &set)? {
        let request = Request::new(kind, &judging, day);
        comparisons.push(asked::arranged(&loaded, request, None, as_json, (global, output))?);
    }
    let list = worklist::of(&comparisons, |product| asks(&set, product, &loaded));
    let about = Asked { catalogue, profile, as_of: global.as_of, until };
    let most = if flag(matches, "all") { Most::All } else { Most::Few };
    let shown = Shown {
        document: document::worklist::document(&list, about, most, lang),
        table: Some(table::worklist::table(&list, (catalogue, global.as_of), lang)),
        json: Some(Box::new(|| {
            let (of, days) = ((catalogue, profile.id.as_str()), (global.as_of, until));
            json::to_json(&json::worklist::document(&list, of, days, lang))
        })),
    };
    show(shown, format, global, matches, output)?;
    Ok(Exit::Done)
}

/// Refuses what a worklist does not have.
fn refuse_others(matches: &ArgMatches) -> Result<(), Stop> {
    let is_known = |name: &str| ITS_OWN.contains(&name) || SHARED.contains(&name) || Global::has(name);
    let option = given(matches).find(|name| !is_known(name)).map(|name| format!("--{name}"));
    let known = ["text", "json"];
    let named = value(matches, "format").filter(|name| !known.contains(name) && !ITS_FORMATS.contains(name));
    let Some(shown) = option.or_else(|| named.map(|name| format!("--format {name}"))) else { return Ok(()) };
    Err(Stop::Use(
        say!("`{shown}` is er niet bij `--worklist`", "`{shown}` does not go with `--worklist`"),
        Some(say!("laat een van beide weg", "leave out one of the two")),
    ))
}

/// The last day of a period from this day: a number with `d`, `w` or `m` for days, weeks
/// or months.
fn last_day(from: Date, within: &str) -> Result<Date, Stop> {
    let unit = within.chars().last();
    let number = unit.and_then(|unit| within.strip_suffix(unit)).unwrap_or_default();
    let is_number = (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let count: i32 = if is_number { number.parse().unwrap_or_default() } else { 0 };
    let span = match unit {
        Some('d') => jiff::Span::new().try_days(count),
        Some('w') => jiff::Span::new().try_weeks(count),
        Some('m') => jiff::Span::new().try_months(count),
        _ => jiff::Span::new().try_days(0),
    };
    let last = span.and_then(|span| from.checked_add(span)).ok();
    last.filter(|last| *last > from).ok_or_else(|| {
        let shown = clean_short(within, 40);
        Stop::Use(
            say!("`{shown}` is geen termijn", "`{shown}` is not a length of time"),
            Some(say!(
                "schrijf een getal met d (dagen), w (weken) of m (maanden), als 60d, 8w of 3m",
                "write a number with d (days), w (weeks) or m (months), such as 60d, 8w or 3m"
            )),
        )
    })
}

/// The data that the paths ask for, and the parts of it: a worklist is about one set of
/// data.
fn wanted(global: &Global, matches: &ArgMatches) -> Result<Set, Stop> {
    let paths = check::paths(global, matches);
    let mut sets = paths.iter().map(|path| check::asked(path, global).map_err(|why| why.stop(path)));
    let Some(first) = sets.next() else { return Ok(check::set(global.layers(), None)) };
    let mut wanted = first?;
    for set in sets {
        let set = set?;
        if set.real.last() != wanted.real.last() {
            return Err(Stop::Use(
                say!(
                    "deze paden horen bij verschillende gegevens",
                    "these paths belong to different sets of data"
                ),
                Some(say!("maak van elk een eigen werklijst", "make a worklist of each")),
            ));
        }
        wanted.parts.extend(set.parts);
    }
    if let Some(Layer::Dossier(_)) = wanted.layers.last() {
        return Err(Stop::Use(
            say!(
                "een werklijst gaat over producten, en niet over een dossier",
                "a worklist is about products, and not about a dossier"
            ),
            Some(say!(
                "`keuzehulp checklist` noemt wat uw instelling zelf moet regelen",
                "`keuzehulp checklist` lists what your institution has to arrange itself"
            )),
        ));
    }
    Ok(wanted)
}

/// Whether the paths ask for a product: for its file, or one that adds to it.
fn asks(set: &Set, product: &Product, loaded: &Loaded) -> bool {
    let files = product.facts.iter().map(|fact| fact.place.file).chain([product.place.file]);
    let files: HashSet<_> = files.collect();
    let files = files.iter().filter_map(|file| loaded.catalogue.files.get(file.0 as usize));
    files.into_iter().any(|file| set.asks(file).1)
}

/// The kinds of the products that the paths ask for.
fn kinds(loaded: &Loaded, set: &Set) -> Result<Vec<usize>, Stop> {
    let mine = |product: &&Product| asks(set, product, loaded);
    let all = 0..loaded.catalogue.kinds.len();
    let kinds = all.filter(|kind| loaded.catalogue.products_of(*kind).any(|product| mine(&product)));
    let kinds: Vec<usize> = kinds.collect();
    if kinds.is_empty() {
        return Err(Stop::Use(
            say!("daar staat geen product", "there is no product there"),
            Some(say!(
                "geef een map met gegevens, of een bestand of map onder `vendors/`",
                "give a folder with data, or a file or folder below `vendors/`"
            )),
        ));
    }
    Ok(kinds)
}
