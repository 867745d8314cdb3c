//! `compare`: the ranking of one kind.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::compare::Evaluator;
use crate::report::document::comparison::document;
use crate::report::document::short;
use crate::report::table::Shape;
use crate::report::{csv, html, json, markdown, terminal, xlsx};
use crate::say;
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::tr;
use crate::views::reweigh;

use super::args::{Global, Own};
use super::output::{Content, Exit, Output, encoded};
use super::{Stop, asked, data, goal};

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
fn shows_evidence(format: Format, shape: Shape) -> bool {
    match format {
        Format::Table | Format::Json | Format::Yaml | Format::Markdown => false,
        Format::Csv => shape.shows_evidence(),
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
    let dialect = if text("csv") == Some("rfc4180") { csv::Dialect::Rfc4180 } else { csv::Dialect::Dutch };
    let shape = shape(text("columns"), dialect);
    let ground = data::ground(global, Own::of(matches))?;
    data::known_kind(ground.catalogue(), Some(kind_id))?;
    let (products, judged) = {
        // When the ground is sound, each product is judged as soon as it is read, and
        // we keep only what this format shows. Otherwise we first repair or refuse the
        // ground, below, where wrong requests are reported too.
        let sound = Some(ground.catalogue()).filter(|_| {
            ground.is_sound() && ground.catalogue().dossier.is_none() && !shows_evidence(format, shape)
        });
        let evaluator = sound.and_then(|sound| {
            let request = asked::weighed(global, matches, sound, sound.kind(kind_id)?).ok()?;
            let evaluator = Evaluator::new(sound, &request).ok()?;
            let with_reasons = format == Format::Csv && shape.shows_reasons();
            Some(if with_reasons { evaluator } else { evaluator.without_reasons() })
        });
        let products = data::products(&ground, global, |product, deviations| match &evaluator {
            Some(evaluator) => {
                let evaluation = evaluator.product(&product, deviations);
                (product.evaluation(), Some(evaluation))
            }
            None => (product, None),
        });
        (products, evaluator.map(Evaluator::finish))
    };
    let (mut loaded, evaluations) = data::finished(ground, products, global);
    let evaluations: Option<Vec<_>> = evaluations.into_iter().collect();
    let ignore = Some(matches.get_flag("ignore-invalid"));
    let kind = data::usable_kind(&mut loaded, kind_id, ignore, as_json, (global, output))?;
    let catalogue = &loaded.catalogue;
    let request = asked::request(global, matches, catalogue, kind)?;
    let evaluated = evaluations.zip(judged);
    let comparison = asked::compared(&loaded, request, evaluated, as_json, (global, output))?;
    let page =
        match format {
            Format::Html => Some(reweigh::of(catalogue, &comparison).map_err(|why| {
                asked::refused(&why, comparison.written, &loaded, as_json, (global, output))
            })?),
            _ => None,
        };
    data::announce(global, &loaded, output);
    let lang = global.lang;
    let top = top(text("top"))?;
    for line in without_effect(format, matches, lang) {
        output.note(&line);
    }
    let content: Box<Content<'_>> = match format {
        Format::Table => {
            let document = if matches.get_flag("details") {
                document(&comparison, catalogue, lang)
            } else {
                short::document(&comparison, catalogue, top, lang)
            };
            let paper = output.paper(target.map(PathBuf::as_path));
            Box::new(move |out| terminal::write(&document, paper.another(), out))
        }
        Format::Csv => {
            let table = shape.table(&comparison, lang);
            Box::new(move |out| csv::write(&table, dialect, out))
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
            let document = document(&comparison, catalogue, lang);
            Box::new(move |out| markdown::write(&document, out))
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
            refuse_input(path, &Own::of(matches).paths(), global)?;
            output.file(path, &content, matches.get_flag("overwrite"))?;
        }
    }
    // The run ends here, and the system reclaims all memory at once: freeing it
    // piece by piece takes a fiftieth of the time of a large comparison.
    drop(content);
    std::mem::forget(comparison);
    std::mem::forget(loaded);
    Ok(Exit::Done)
}

/// What was asked of the short view where there is none.
fn without_effect(format: Format, matches: &ArgMatches, lang: Lang) -> Vec<String> {
    let (details, top) = (matches.get_flag("details"), matches.contains_id("top"));
    if format == Format::Table {
        let both = phrase(
            "--top doet niets naast --details, dat alles toont.",
            "--top does nothing beside --details, which shows everything.",
        );
        return (details && top).then(|| both.get(lang).to_owned()).into_iter().collect();
    }
    let said = |option: &str| {
        tr!(
            lang,
            "{option} doet hier niets: het werkt alleen bij het korte beeld (--format table).",
            "{option} does nothing here: it works only for the short view (--format table)."
        )
    };
    let given = [("--details", details), ("--top", top)];
    given.into_iter().filter(|(_, is_given)| *is_given).map(|(option, _)| said(option)).collect()
}

/// How many alternatives of each list are shown; all when nothing is said.
fn top(asked: Option<&str>) -> Result<usize, Stop> {
    let Some(asked) = asked else { return Ok(usize::MAX) };
    let shown = crate::text::safe::clean_short(asked, 20);
    asked.parse().ok().filter(|count| *count > 0).ok_or_else(|| {
        Stop::Use(
            say!("`{shown}` is geen aantal van 1 of meer", "`{shown}` is not a number of 1 or more"),
            Some(say!("geef bijvoorbeeld `--top 5`", "give for example `--top 5`")),
        )
    })
}

/// The columns of a CSV file. Where none were asked for, people get few and short ones,
/// and programs, for which the other dialect is, all of them.
fn shape(asked: Option<&str>, dialect: csv::Dialect) -> Shape {
    match (asked, dialect) {
        (Some("council" | "raad"), _) | (None, csv::Dialect::Dutch) => Shape::Council,
        (Some("tidy"), _) => Shape::Tidy,
        (Some("quickscan"), _) => Shape::Quickscan,
        (Some(_), _) | (None, csv::Dialect::Rfc4180) => Shape::Wide,
    }
}

/// The requested format, or the one that the name of the output file implies.
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
            return Err(asked::unclear_format(
                other,
                say!(
                    "geef `--format table`, `csv`, `json`, `yaml`, `markdown`, `xlsx` of `html`",
                    "give `--format table`, `csv`, `json`, `yaml`, `markdown`, `xlsx` or `html`"
                ),
            ));
        }
    })
}

/// Refuses output among the data that it is made from, even through a link, and
/// output that would replace the profile or dossier.
pub(super) fn refuse_input(path: &Path, own: &[PathBuf], global: &Global) -> Result<(), Stop> {
    let Ok(goal) = std::fs::canonicalize(path).or_else(|_| std::fs::canonicalize(goal::parent(path))) else {
        return Ok(());
    };
    let among = global
        .data
        .iter()
        .flat_map(|root| [root.join("vendors"), root.join("criteria")])
        .any(|data| std::fs::canonicalize(data).is_ok_and(|data| goal.starts_with(data)));
    let is_own = own.iter().any(|own| std::fs::canonicalize(own).is_ok_and(|own| own == goal));
    if among || is_own {
        return Err(Stop::Io {
            path: path.to_string_lossy().into_owned(),
            message: say!(
                "dit pad hoort bij de gegevens; kies een andere plek",
                "this path is part of the data; choose another place"
            ),
        });
    }
    Ok(())
}
