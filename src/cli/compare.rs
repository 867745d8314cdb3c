//! `compare`: the ranking of one kind.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::assess::RankBy;
use crate::assess::answers::{everything, holds, representatives};
use crate::compare::{Impossible, Judge, Overrides, Request, arrange, compare};
use crate::load::{RequestError, codes, requirement, weight};
use crate::model::{Catalogue, Condition, Criterion, Profile};
use crate::page;
use crate::report::paper::Paper;
use crate::report::{csv, html, json, markdown, table, xlsx};
use crate::say;
use crate::text::{Diagnostic, Message};

use super::Stop;
use super::args::Global;
use super::data;
use super::output::{Content, Exit, Output, encoded};

/// The formats of a comparison.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Table,
    Csv,
    Json,
    Yaml,
    Markdown,
    Xlsx,
    Html,
}

/// Whether a format shows sources and quotations, so that products are kept whole.
fn shows_evidence(format: Format, columns: csv::Columns) -> bool {
    match format {
        Format::Table | Format::Json | Format::Yaml | Format::Markdown => false,
        Format::Csv => columns != csv::Columns::Overview,
        Format::Xlsx | Format::Html => true,
    }
}

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let target = matches.get_one::<PathBuf>("output").filter(|path| path.as_os_str() != "-");
    let format = format(text("format"), target.map(PathBuf::as_path))?;
    let as_json = format == Format::Json;
    if format == Format::Xlsx && output.is_terminal(target.map(PathBuf::as_path)) {
        return Err(Stop::Use(
            say!("een werkmap kan niet op het scherm", "a workbook cannot be shown on the screen"),
            Some(say!("geef `-o vergelijking.xlsx`", "give `-o comparison.xlsx`")),
        ));
    }
    let kind_id = text("kind").unwrap_or("");
    let ungrouped = matches.get_flag("ungrouped");
    let columns = match text("columns") {
        Some("tidy") => csv::Columns::Tidy,
        Some("quickscan") => csv::Columns::Quickscan,
        _ => csv::Columns::Overview,
    };
    let ground = data::ground(global, text("profile"))?;
    let (products, shared) = {
        // On sound ground each product is judged as soon as it is read, and only
        // what this format shows of it is kept. Otherwise the ground is mended or
        // refused first, below, where also what was asked wrongly is told.
        let sound =
            Some(ground.catalogue()).filter(|_| ground.is_sound() && !shows_evidence(format, columns));
        let asked = sound.and_then(|sound| {
            let kind = sound.kind(kind_id)?;
            Some((sound, kind, adjusted(sound, kind, matches).ok()?.0))
        });
        let judge = asked.as_ref().and_then(|(sound, kind, profile)| {
            let judge = Judge::new(sound, *kind, profile, global.as_of, ungrouped).ok()?;
            Some(if format == Format::Csv { judge } else { judge.without_reasons() })
        });
        let products = data::products(&ground, global, |vendor, deviations| match &judge {
            Some(judge) => {
                let judged = judge.product(&vendor, deviations);
                (vendor.judged(), Some(judged))
            }
            None => (vendor, None),
        });
        (products, judge.map(Judge::finish))
    };
    let (mut loaded, judged) = data::finished(ground, products);
    let judged: Option<Vec<_>> = judged.into_iter().collect();
    // With broken data the kinds may be unknown for that reason.
    let kind = match data::kind(&loaded.catalogue, kind_id) {
        Ok(kind) => kind,
        Err(stop) if loaded.catalogue.kinds.is_empty() => {
            data::usable(&mut loaded, None, false, as_json, (global, output))?;
            return Err(stop);
        }
        Err(stop) => return Err(stop),
    };
    let left_out =
        data::usable(&mut loaded, Some(kind), matches.get_flag("ignore-invalid"), as_json, (global, output))?;
    let catalogue = &loaded.catalogue;
    let (profile, overrides) = adjusted(catalogue, kind, matches)?;
    let request = Request { left_out, ..request(global, matches, catalogue, (kind, &profile, overrides))? };
    let compared = match judged.zip(shared) {
        Some((judged, shared)) => arrange(catalogue, request, judged, shared),
        None => compare(catalogue, request),
    };
    let with_page = |comparison| match format {
        Format::Html => page::of(catalogue, &comparison).map(|page| (comparison, Some(page))),
        _ => Ok((comparison, None)),
    };
    let (comparison, page) = match compared.and_then(with_page) {
        Ok(made) => made,
        Err(why) => {
            let finding = impossible(why, &profile, kind_id);
            loaded.fetch_texts(&[profile.place.file]);
            return Err(data::refuse(&[finding], &loaded, as_json, (global, output)));
        }
    };
    data::announce(global, &loaded, output);
    let lang = global.lang;
    let dialect = if text("csv") == Some("rfc4180") { csv::Dialect::Rfc4180 } else { csv::Dialect::Dutch };
    let content: Box<Content<'_>> = match format {
        Format::Table => {
            let (comparison, styled) = (&comparison, target.is_none() && output.has_colour());
            let width = output.width().filter(|_| target.is_none());
            Box::new(move |out| {
                let paper = if styled { Paper::new(width) } else { Paper::new(width).plain() };
                table::write(comparison, catalogue, lang, paper, out)
            })
        }
        Format::Csv => {
            let comparison = &comparison;
            Box::new(move |out| csv::write(comparison, dialect, columns, lang, out))
        }
        Format::Json => {
            let bytes = encoded(json::to_json(&json::document(&comparison, catalogue, lang)))?;
            Box::new(move |out| out.write_all(&bytes))
        }
        Format::Xlsx => {
            if !xlsx::fits(&comparison) {
                return Err(Stop::Use(
                    say!(
                        "dit zijn te veel antwoorden voor een werkmap",
                        "these are too many answers for a workbook"
                    ),
                    Some(say!(
                        "kies producten met `--vendor`, of geef `--format csv`",
                        "choose products with `--vendor`, or give `--format csv`"
                    )),
                ));
            }
            let bytes = encoded(xlsx::document(&comparison, catalogue, lang))?;
            Box::new(move |out| out.write_all(&bytes))
        }
        Format::Yaml => {
            let bytes = encoded(json::to_yaml(&json::document(&comparison, catalogue, lang)))?;
            Box::new(move |out| out.write_all(&bytes))
        }
        Format::Markdown => {
            let comparison = &comparison;
            Box::new(move |out| markdown::write(comparison, catalogue, lang, out))
        }
        Format::Html => {
            let (comparison, page) = (&comparison, page.as_ref());
            Box::new(move |out| page.map_or(Ok(()), |p| html::write(comparison, catalogue, p, lang, out)))
        }
    };
    match target {
        None if format == Format::Table && output.has_colour() => output.shown(&content)?,
        None => output.written(&content)?,
        Some(path) => {
            refuse_input(path, text("profile"), global)?;
            output.file(path, &content, matches.get_flag("overwrite"))?;
        }
    }
    // The run ends here, and the system takes all memory back at once: giving it
    // back bit by bit takes a fiftieth of the time of a large comparison.
    drop(content);
    std::mem::forget(comparison);
    std::mem::forget(loaded);
    Ok(Exit::Done)
}

/// What the arguments ask for, with nothing left out.
pub(super) fn request<'r>(
    global: &Global,
    matches: &ArgMatches,
    catalogue: &Catalogue,
    (kind, profile, overrides): (usize, &'r Profile, Overrides),
) -> Result<Request<'r>, Stop> {
    Ok(Request {
        kind,
        profile,
        overrides,
        only: only(catalogue, kind, matches)?,
        rank_by: match matches.get_one::<String>("rank-by").map(String::as_str) {
            Some("high") => RankBy::High,
            Some("middle") => RankBy::Middle,
            _ => RankBy::Low,
        },
        ungrouped: matches.get_flag("ungrouped"),
        retired: matches.get_flag("retired"),
        as_of: global.as_of,
        left_out: Vec::new(),
    })
}

/// The format that was asked for, or that the name of the output file tells.
fn format(asked: Option<&str>, target: Option<&Path>) -> Result<Format, Stop> {
    let extension = target.and_then(Path::extension).map(|e| e.to_string_lossy().to_lowercase());
    let name = asked.map(str::to_owned).or(extension);
    Ok(match name.as_deref() {
        None | Some("table" | "txt" | "text") => Format::Table,
        Some("csv") => Format::Csv,
        Some("json") => Format::Json,
        Some("yaml" | "yml") => Format::Yaml,
        Some("markdown" | "md") => Format::Markdown,
        Some("xlsx") => Format::Xlsx,
        Some("html" | "htm") => Format::Html,
        Some(other) => {
            let shown = crate::text::safe::clean_short(other, 20);
            return Err(Stop::Use(
                say!(
                    "aan de bestandsnaam (`.{shown}`) is het formaat niet te zien",
                    "the file name (`.{shown}`) does not tell the format"
                ),
                Some(say!(
                    "geef `--format table`, `csv`, `json`, `yaml`, `markdown`, `xlsx` of `html`",
                    "give `--format table`, `csv`, `json`, `yaml`, `markdown`, `xlsx` or `html`"
                )),
            ));
        }
    })
}

/// Output never lands among the data that it is made from, not even through a
/// link, and never takes the place of the profile that it was made with.
fn refuse_input(path: &Path, profile: Option<&str>, global: &Global) -> Result<(), Stop> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(goal) = std::fs::canonicalize(path).or_else(|_| std::fs::canonicalize(folder)) else {
        return Ok(());
    };
    let among = global
        .data
        .iter()
        .flat_map(|root| [root.join("vendors"), root.join("criteria")])
        .any(|data| std::fs::canonicalize(data).is_ok_and(|data| goal.starts_with(data)));
    let is_profile = profile
        .filter(|name| data::is_path(name))
        .is_some_and(|name| std::fs::canonicalize(name).is_ok_and(|profile| profile == goal));
    if among || is_profile {
        return Err(Stop::Io {
            path: path.to_string_lossy().into_owned(),
            message: say!(
                "dit pad hoort bij de gegevens; kies een andere plek",
                "this path belongs to the data; choose another place"
            ),
        });
    }
    Ok(())
}

/// The profile with what was asked on top of it.
pub(super) fn adjusted(
    catalogue: &Catalogue,
    kind: usize,
    matches: &ArgMatches,
) -> Result<(Profile, Overrides), Stop> {
    let mut profile =
        data::profile(catalogue, matches.get_one::<String>("profile").map(String::as_str))?.clone();
    let mut overrides = Overrides::default();
    for given in matches.get_many::<String>("weight").into_iter().flatten() {
        let (criterion, value) =
            weight(catalogue, given).map_err(|error| refuse("--weight", given, error))?;
        let id = in_use(catalogue, kind, criterion, given)?;
        if overrides.weights.iter().any(|(known, _)| *known == id) {
            let message = say!("`{id}` krijgt twee gewichten", "`{id}` is given two weights");
            return Err(refuse("--weight", given, RequestError { message, help: None }));
        }
        profile.weights.insert(criterion, value);
        overrides.weights.push((id, value));
    }
    for given in matches.get_many::<String>("require").into_iter().flatten() {
        let found = requirement(catalogue, given).map_err(|error| refuse("--require", given, error))?;
        let id = in_use(catalogue, kind, found.criterion, given)?;
        if catalogue
            .criterion(found.criterion)
            .is_some_and(|criterion| cannot_be_met(criterion, &found.answers))
        {
            let message =
                say!("geen enkel antwoord op `{id}` past daarbij", "no answer to `{id}` meets that");
            let help = Some(say!(
                "`keuzehulp explain criterion {id}` noemt de antwoorden",
                "`keuzehulp explain criterion {id}` names the answers"
            ));
            return Err(refuse("--require", given, RequestError { message, help }));
        }
        profile.requirements.push(found);
        overrides.requirements.push(given.clone());
    }
    Ok((profile, overrides))
}

fn refuse(option: &str, given: &str, error: RequestError) -> Stop {
    let (nl, en) = (error.message.nl, error.message.en);
    let given = crate::text::safe::clean_short(given, 60);
    Stop::Use(say!("{nl} (in `{option} {given}`)", "{en} (in `{option} {given}`)"), error.help)
}

/// The id of a criterion that is judged for this kind. What would change nothing
/// is not accepted as if it did.
fn in_use(catalogue: &Catalogue, kind: usize, number: usize, given: &str) -> Result<String, Stop> {
    let id = catalogue.criterion(number).map_or(String::new(), |criterion| criterion.id.to_string());
    if catalogue.criteria_of(kind).any(|(mine, _)| mine == number) {
        return Ok(id);
    }
    let kind = catalogue.kinds.get_index(kind).map_or("", |(id, _)| id.as_str());
    let given = crate::text::safe::clean_short(given, 60);
    Err(Stop::Use(
        say!(
            "het criterium `{id}` geldt niet voor {kind} (in `{given}`)",
            "the criterion `{id}` does not hold for {kind} (in `{given}`)"
        ),
        Some(say!(
            "`keuzehulp list criteria --kind {kind}` noemt de criteria",
            "`keuzehulp list criteria --kind {kind}` names the criteria"
        )),
    ))
}

/// Whether no answer at all meets a condition: then it would rule everything
/// out, also where nothing is known.
fn cannot_be_met(criterion: &Criterion, condition: &Condition) -> bool {
    let question = &criterion.question;
    !representatives(question, &everything(question), &[condition])
        .into_iter()
        .any(|answer| holds(question, condition, answer))
}

/// The products and variants that were asked for.
fn only(
    catalogue: &Catalogue,
    kind: usize,
    matches: &ArgMatches,
) -> Result<Vec<(String, Option<String>)>, Stop> {
    let mut found = Vec::new();
    for given in matches.get_many::<String>("vendor").into_iter().flatten() {
        let (product, variant) = match given.split_once('/') {
            Some((product, variant)) => (product, Some(variant)),
            None => (given.as_str(), None),
        };
        let vendors: Vec<_> = catalogue.vendors_of(kind).collect();
        let known: Vec<&str> = vendors.iter().map(|vendor| vendor.id.as_str()).collect();
        let shown = crate::text::safe::clean_short(given, 60);
        let Some(vendor) = vendors.iter().find(|vendor| answers_to(vendor, product)) else {
            return Err(Stop::Use(
                say!("het product `{shown}` bestaat niet", "the product `{shown}` does not exist"),
                Some(data::mean(product, &known)),
            ));
        };
        if vendor.retired.is_some() && !matches.get_flag("retired") {
            return Err(Stop::Use(
                say!("het product `{shown}` bestaat niet meer", "the product `{shown}` no longer exists"),
                Some(say!("geef `--retired` om het te tonen", "give `--retired` to show it")),
            ));
        }
        let variants: Vec<&str> = vendor.variants.iter().map(|variant| variant.id.as_str()).collect();
        if let Some(variant) = variant.filter(|variant| !variants.contains(variant)) {
            return Err(Stop::Use(
                say!("de uitvoering `{shown}` bestaat niet", "the variant `{shown}` does not exist"),
                Some(data::mean(variant, &variants)),
            ));
        }
        found.push((vendor.id.to_string(), variant.map(str::to_owned)));
    }
    Ok(found)
}

/// The finding for weights that give no score.
pub(super) fn impossible(why: Impossible, profile: &Profile, kind: &str) -> Diagnostic {
    let id = &profile.id;
    let (code, message): (_, Message) = match why {
        Impossible::NothingWeighs => (
            &codes::ZERO_WEIGHTS,
            say!(
                "in de weging `{id}` weegt geen enkel criterium van `{kind}` mee",
                "in the profile `{id}` no criterion of `{kind}` weighs anything"
            ),
        ),
        Impossible::TooFine => (&codes::TOO_FINE, codes::TOO_FINE.title.into()),
    };
    Diagnostic::new(code, profile.place, message).help(code.advice)
}

/// Whether this is the product's id, or one that it had before.
pub(super) fn answers_to(vendor: &crate::model::Vendor, id: &str) -> bool {
    vendor.id.as_str() == id || vendor.formerly.iter().any(|old| old.as_str() == id)
}
