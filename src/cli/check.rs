//! `check`: all findings in all files.

use std::io;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::load::{self, Layer, codes, folder};
use crate::model::LoadedFile;
use crate::say;
use crate::text::lang::phrase;
use crate::text::safe::clean;
use crate::text::{Code, Diagnostic, FileId, Message, Place};

use super::Stop;
use super::args::{Global, Own, value};
use super::checked::{Checked, Set};
use super::data::{self, load_layers};
use super::goal::{leads_nowhere, parent};
use super::output::{Exit, Output};
use super::upkept::complete;

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    if matches.get_many::<PathBuf>("path").is_none() && Path::new(load::DOSSIER).is_file() {
        output.note(
            phrase(
                "Het dossier in deze map is niet nagekeken: geef `keuzehulp check dossier.yaml`.",
                "The dossier in this folder was not checked: give `keuzehulp check dossier.yaml`.",
            )
            .get(global.lang),
        );
    }
    let paths = paths(global, matches);
    let mut sets: Vec<Set> = Vec::new();
    let mut refused = Refused::default();
    if paths.is_empty() {
        let layers = global.layers();
        if layers.is_empty() {
            return data::loaded(global, Own::default()).map(|_| Exit::Done);
        }
        sets.push(set(layers, None));
    }
    let since = value(matches, "changed");
    for path in &paths {
        let found = asked(path, global).or_else(|why| since.and_then(|_| gone(path, global)).ok_or(why));
        match found {
            // Paths in the same set of data are read once, and shown as the first of them
            // was written.
            Ok(set) => match sets.iter_mut().find(|known| known.real.last() == set.real.last()) {
                Some(known) => {
                    known.parts.extend(set.parts);
                    known.removed.extend(set.removed);
                }
                None => sets.push(set),
            },
            Err(why) => refused.add(path, why),
        }
    }
    let mut checked = Checked::default();
    for set in &mut sets {
        match load_layers(&set.layers, global) {
            Ok(mut loaded) => {
                let used = complete(set, &mut loaded, since, global)?;
                for path in set.removed.iter().map(Path::new) {
                    refused.add(path, absent(path, &io::ErrorKind::NotFound.into()));
                }
                checked.add(set, loaded, used);
            }
            Err(Stop::Io { path, message }) if set.is_at(&path) => {
                refused.add(Path::new(&path), Why::new(&codes::UNREADABLE, message));
            }
            Err(stop) => return Err(stop),
        }
    }
    checked.refused(refused.files, refused.findings);
    checked.report(global, matches, output)
}

/// The paths that are asked for.
pub(super) fn paths(global: &Global, matches: &ArgMatches) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        matches.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect();
    // With `--data` and no path, what was given is what is checked.
    let here = Path::new(".");
    if paths.is_empty() && global.data.is_empty() && (folder::holds_data(here) || is_inside_data(here)) {
        paths.push(PathBuf::from("."));
    }
    paths
}

/// Whether a folder is one of those that hold the data of a folder above it.
fn is_inside_data(path: &Path) -> bool {
    let Ok(real) = std::fs::canonicalize(path) else { return false };
    let root = real.ancestors().skip(1).find(|above| folder::holds_data(above));
    root.is_some_and(|root| folder::is_in_data(root, &real))
}

/// Why a path cannot be checked.
pub(super) struct Why {
    pub(super) code: &'static Code,
    pub(super) message: Message,
    pub(super) help: Message,
}

impl Why {
    pub(super) fn new(code: &'static Code, message: Message) -> Why {
        Why { code, message, help: code.advice.into() }
    }

    /// The end of a run that needs this path.
    pub(super) fn stop(self, path: &Path) -> Stop {
        let shown = clean(&path.to_string_lossy());
        if *self.code == codes::UNREADABLE {
            return Stop::Io { path: shown, message: self.message };
        }
        let Message { nl, en } = self.message;
        Stop::Use(say!("{shown}: {nl}", "{shown}: {en}"), Some(self.help))
    }
}

/// The paths that cannot be checked, with a finding for each.
#[derive(Default)]
struct Refused {
    files: Vec<LoadedFile>,
    findings: Vec<Diagnostic>,
}

impl Refused {
    fn add(&mut self, path: &Path, why: Why) {
        let shown = clean(&path.to_string_lossy());
        let shown = shown.strip_prefix("./").unwrap_or(&shown).to_owned();
        if self.files.iter().any(|file| file.shown == shown) {
            return;
        }
        let place = Place::whole_file(FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX)));
        self.findings.push(Diagnostic::new(why.code, place, why.message).help(why.help));
        self.files.push(LoadedFile { inner: shown.clone(), shown, layer: 0, digest: None });
    }
}

/// What a path on the command line asks for: a set of data, and the part of it to
/// report on.
pub(super) fn asked(path: &Path, global: &Global) -> Result<Set, Why> {
    if path == Path::new("-") {
        let message =
            say!("standaardinvoer (`-`) kan niet worden nagekeken", "standard input (`-`) cannot be checked");
        return Err(Why::new(&codes::NOT_CHECKED, message));
    }
    if let Some(found) = linked(path, global) {
        return Ok(found);
    }
    let meta = std::fs::metadata(path).map_err(|error| absent(path, &error))?;
    let real = std::fs::canonicalize(path).map_err(|error| absent(path, &error))?;
    let whole = || Ok(set(layers(path, global), None));
    if meta.is_dir() && folder::holds_data(path) {
        return whole();
    }
    if is_dossier(path) && !meta.is_dir() {
        let mut layers = global.layers();
        layers.push(Layer::Dossier(path.to_owned()));
        return Ok(set(layers, None));
    }
    // A file, or a folder inside the data: it belongs to the nearest folder
    // above it that holds data.
    let root = real.ancestors().skip(1).find(|above| folder::holds_data(above));
    // Nothing outside the folders that hold data is read.
    match root.filter(|root| meta.is_dir() || folder::is_in_data(root, &real)) {
        Some(root) => Ok(part(path, root, &real, global)),
        None if meta.is_dir() => whole(),
        None => {
            let message = say!(
                "dit bestand ligt niet in een map `vendors` of `criteria`",
                "this file is not in a folder `vendors` or `criteria`"
            );
            Err(Why::new(&codes::NOT_CHECKED, message))
        }
    }
}

/// A path that is not there, among data that is.
fn gone(path: &Path, global: &Global) -> Option<Set> {
    let here = Path::new(".");
    let mut above =
        path.ancestors().skip(1).map(|above| if above.as_os_str().is_empty() { here } else { above });
    let above = above.find(|above| above.is_dir())?;
    let rest = path.strip_prefix(above).unwrap_or(path);
    let mut found = asked(above, global).ok()?;
    let part = found.parts.pop()?.unwrap_or_default().join(rest);
    found.removed.push(part.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"));
    found.parts.push(Some(part));
    Some(found)
}

/// A link among the data counts as a file at its own place, wherever it leads.
fn linked(path: &Path, global: &Global) -> Option<Set> {
    if !std::fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink()) {
        return None;
    }
    let real = std::fs::canonicalize(parent(path)).ok()?.join(path.file_name()?);
    let root = real.ancestors().skip(1).find(|above| folder::holds_data(above))?;
    folder::is_in_data(root, &real).then(|| part(path, root, &real, global))
}

/// The part of the data in `root` at the real path `real`, written as `path`.
fn part(path: &Path, root: &Path, real: &Path, global: &Global) -> Set {
    let inner = real.strip_prefix(root).unwrap_or(real);
    // Paths are shown as they were given: from the root as it was written, if
    // that leads to the same folder.
    let written = path.ancestors().nth(inner.components().count());
    let written = written.map(|above| if above.as_os_str().is_empty() { Path::new(".") } else { above });
    let same = written.filter(|written| std::fs::canonicalize(written).is_ok_and(|found| found == root));
    let inner = inner.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    set(layers(same.unwrap_or(root), global), Some(PathBuf::from(inner)))
}

/// A set of data, to report on one part of it or on all.
pub(super) fn set(layers: Vec<Layer>, part: Option<PathBuf>) -> Set {
    let real = |layer: &Layer| match layer {
        Layer::Folder(path) | Layer::Dossier(path) => {
            std::fs::canonicalize(path).unwrap_or_else(|_| path.clone())
        }
        _ => PathBuf::new(),
    };
    Set {
        real: layers.iter().map(real).collect(),
        layers,
        parts: vec![part],
        removed: Vec::new(),
        lacks_hints: false,
        changed: None,
    }
}

/// Why nothing can be read at a path.
fn absent(path: &Path, error: &io::Error) -> Why {
    let text = path.to_string_lossy();
    if leads_nowhere(path) {
        let message = say!("deze koppeling leidt nergens naartoe", "this link leads nowhere");
        return Why::new(&codes::NOT_A_FILE, message);
    }
    let why = Why::new(&codes::UNREADABLE, folder::reason(error));
    if error.kind() != io::ErrorKind::NotFound {
        return why;
    }
    let slashed = text.replace('\\', "/");
    let is_pattern = |name: &str| {
        name.contains(['*', '?']) || name.split_once('[').is_some_and(|(_, rest)| rest.contains(']'))
    };
    if is_pattern(&slashed) {
        let folder =
            Path::new(&slashed).ancestors().skip(1).find(|above| !is_pattern(&above.to_string_lossy()));
        let folder = folder.filter(|folder| folder.is_dir()).map_or(".".into(), Path::to_string_lossy);
        let shown = clean(if folder.is_empty() { "." } else { &folder });
        return Why {
            message: say!(
                "dit is een patroon met jokertekens dat niet is ingevuld: zo heet geen bestand",
                "this is a pattern with wildcards that was not expanded: no file has that name"
            ),
            help: say!(
                "Niet elke opdrachtregel vult jokertekens in (cmd van Windows niet). Geef de map (`{shown}`), of noem de bestanden.",
                "Not every command line expands wildcards (cmd on Windows does not). Give the folder (`{shown}`), or name the files."
            ),
            ..why
        };
    }
    if slashed != text && std::path::MAIN_SEPARATOR == '/' && Path::new(&slashed).exists() {
        let shown = clean(&slashed);
        let help = say!(
            "Op dit systeem staat er `/` tussen mappen: bedoelt u `{shown}`?",
            "On this system folders are separated by `/`: did you mean `{shown}`?"
        );
        return Why { help, ..why };
    }
    why
}

/// Whether a file is a dossier by its name: `dossier.yaml`, `dossier-2026.yaml`,
/// `proctoring-dossier.yml`.
pub(super) fn is_dossier(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem);
    folder::is_yaml_name(&name) && stem.split(['-', '_', ' ', '.']).any(|word| word == "dossier")
}

/// A folder with kinds of its own is checked on its own, unless `--data` gives
/// layers below it; any other is a layer over the built-in data and those
/// folders.
pub(super) fn layers(root: &Path, global: &Global) -> Vec<Layer> {
    let alone = root.join("criteria/kinds.yaml").try_exists().unwrap_or(true) && global.data.is_empty();
    let mut layers = if alone { Vec::new() } else { global.layers() };
    // A folder that `--data` names is a layer over those before it, not over
    // itself.
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let is_root = |layer: &Layer| match layer {
        Layer::Folder(path) => real(path).is_some_and(|path| Some(path) == real(root)),
        _ => false,
    };
    layers.truncate(layers.iter().position(is_root).unwrap_or(layers.len()));
    layers.push(Layer::Folder(root.to_owned()));
    layers
}
