//! `check`: all findings in all files.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::load::{self, Layer, Loaded, folder};
use crate::report::json;
use crate::report::terminal::findings;
use crate::say;
use crate::text::lang::phrase;
use crate::text::{Diagnostic, FileId, Severity};

use super::args::{Global, Own};
use super::data::load_layers;
use super::output::{Exit, Output, encoded};
use super::{Stop, data};

/// What one path asks for: the data to load, and the part of it to report on.
struct Target {
    layers: Vec<Layer>,
    /// Only findings in files whose path begins with this.
    part: Option<PathBuf>,
}

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let format = matches.get_one::<String>("format").map_or("text", String::as_str);
    let lang = global.lang;
    let mut paths: Vec<PathBuf> =
        matches.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect();
    if paths.is_empty() && Path::new(load::DOSSIER).is_file() {
        output.note(
            phrase(
                "Het dossier in deze map is niet nagekeken: geef `keuzehulp check dossier.yaml`.",
                "The dossier in this folder was not checked: give `keuzehulp check dossier.yaml`.",
            )
            .get(lang),
        );
    }
    // With `--data` and no path, what was given is what is checked.
    if paths.is_empty() && global.data.is_empty() && folder::holds_data(Path::new(".")) {
        paths.push(PathBuf::from("."));
    }
    let targets: Vec<Target> = if paths.is_empty() {
        vec![Target { layers: global.layers(), part: None }]
    } else {
        paths.iter().map(|path| target(path, global)).collect::<Result<_, _>>()?
    };
    let mut documents = Vec::new();
    let mut text = String::new();
    let mut exit = Exit::Done;
    let mut all: Vec<Diagnostic> = Vec::new();
    let mut files = 0;
    // Many paths often lie in one folder: its data is read once.
    let mut known: Vec<(&[Layer], Loaded)> = Vec::new();
    for target in &targets {
        if target.layers.is_empty() {
            return data::loaded(global, Own::default()).map(|_| Exit::Done);
        }
        let at = match known.iter().position(|(layers, _)| *layers == target.layers.as_slice()) {
            Some(at) => at,
            None => {
                known.push((&target.layers, load_layers(&target.layers, global)?));
                known.len() - 1
            }
        };
        let Some((_, loaded)) = known.get_mut(at) else { continue };
        let (found, count) = chosen(loaded, target);
        files += count;
        match format {
            "json" => documents.push(json::findings::document(&found, &loaded.catalogue, lang)),
            "short" => text.push_str(&findings::short(&found, &loaded.catalogue, lang)),
            _ => {
                let wanted: Vec<FileId> = found.iter().map(|finding| finding.place.file).collect();
                loaded.fetch_texts(&wanted);
                text.push_str(&findings::full(
                    &found,
                    &loaded.texts,
                    &loaded.catalogue,
                    lang,
                    output.has_colour(),
                ));
            }
        }
        if found.iter().any(|finding| *finding.code == load::codes::UNREADABLE) {
            exit = Exit::Io;
        }
        all.extend(found);
    }
    if exit == Exit::Done && is_negative(&all, matches.get_flag("strict")) {
        exit = Exit::Negative;
    }
    let verdict = findings::verdict(&all, files, global.as_of, lang);
    match format {
        "json" => {
            let document = json::findings::Document::joined(documents);
            output.bytes(&encoded(json::to_json(&document))?)?;
        }
        "short" => {
            output.text(&text)?;
            output.note(&verdict);
        }
        _ => output.text(&format!("{text}{verdict}\n"))?,
    }
    Ok(exit)
}

fn is_negative(found: &[Diagnostic], strict: bool) -> bool {
    found.iter().any(|finding| finding.is_error() || (strict && finding.code.severity == Severity::Warning))
}

/// The findings that the target asks for, and how many files it has.
fn chosen(loaded: &Loaded, target: &Target) -> (Vec<Diagnostic>, usize) {
    let top = target.layers.len() - 1;
    let mine = |file: FileId| {
        let Some(found) = loaded.catalogue.files.get(file.0 as usize) else { return true };
        match (&target.part, target.layers.get(top)) {
            (Some(part), Some(Layer::Folder(root))) => {
                found.layer == top && root.join(&found.inner).starts_with(part)
            }
            // The built-in data below folders is judged only as far as it goes wrong.
            (None, Some(Layer::Dossier(_))) => found.layer == top,
            (None, Some(Layer::Folder(_))) => target.layers.get(found.layer) != Some(&Layer::BuiltIn),
            _ => true,
        }
    };
    let files = (0..loaded.catalogue.files.len())
        .filter(|n| u32::try_from(*n).is_ok_and(|n| mine(FileId(n))))
        .count();
    // What a layer breaks in the data below it is an error of the layer.
    let wanted =
        |finding: &&Diagnostic| mine(finding.place.file) || (target.part.is_none() && finding.is_error());
    (loaded.findings.iter().filter(wanted).cloned().collect(), files)
}

/// What a path on the command line asks for.
fn target(path: &Path, global: &Global) -> Result<Target, Stop> {
    let missing = |error: &std::io::Error| Stop::Io {
        path: path.to_string_lossy().into_owned(),
        message: folder::reason(error),
    };
    let meta = std::fs::metadata(path).map_err(|error| missing(&error))?;
    if meta.is_dir() && folder::holds_data(path) {
        return Ok(Target { layers: layers(path, global), part: None });
    }
    if is_dossier(path) && !meta.is_dir() {
        let mut layers = global.layers();
        layers.push(Layer::Dossier(path.to_owned()));
        return Ok(Target { layers, part: None });
    }
    // A file, or a folder inside the data: it belongs to the nearest folder
    // above it that holds data.
    let real = std::fs::canonicalize(path).map_err(|error| missing(&error))?;
    let root = real.ancestors().skip(1).find(|above| folder::holds_data(above));
    // Beside the folders that hold data lies nothing that is read.
    let root = root.filter(|root| meta.is_dir() || folder::is_in_data(root, &real));
    let Some(root) = root else {
        if meta.is_dir() {
            return Ok(Target { layers: layers(path, global), part: None });
        }
        return Err(Stop::Use(
            say!(
                "dit bestand ligt niet in een map `vendors` of `criteria`",
                "this file does not lie in a folder `vendors` or `criteria`"
            ),
            Some(say!(
                "een gegevensmap heeft een map `vendors` of een map `criteria`; een dossier heet `dossier.yaml`",
                "a data folder has a folder `vendors` or a folder `criteria`; a dossier is called `dossier.yaml`"
            )),
        ));
    };
    // Paths are shown as they were given: from the root as it was written, if
    // that leads to the same folder.
    let depth = real.strip_prefix(root).map_or(0, |rest| rest.components().count());
    let written = path
        .ancestors()
        .nth(depth)
        .map(|above| if above.as_os_str().is_empty() { Path::new(".") } else { above });
    let same = written.filter(|written| std::fs::canonicalize(written).is_ok_and(|found| found == root));
    let (root, part) = match same {
        Some(written) => (
            written.to_owned(),
            if written == Path::new(".") { Path::new(".").join(path) } else { path.to_owned() },
        ),
        None => (root.to_owned(), real.clone()),
    };
    Ok(Target { layers: layers(&root, global), part: Some(part) })
}

/// Whether a file is a dossier by its name: `dossier.yaml`, `dossier-2026.yaml`,
/// `proctoring-dossier.yml`.
fn is_dossier(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem);
    folder::is_yaml_name(&name) && stem.split(['-', '_', ' ', '.']).any(|word| word == "dossier")
}

/// A folder with kinds of its own stands by itself, unless `--data` says over
/// what it lies; any other lies over the built-in data and those folders.
fn layers(root: &Path, global: &Global) -> Vec<Layer> {
    let alone = root.join("criteria/kinds.yaml").try_exists().unwrap_or(true) && global.data.is_empty();
    let mut layers = if alone { Vec::new() } else { global.layers() };
    layers.push(Layer::Folder(root.to_owned()));
    layers
}
