//! What only `check` does with a set of data: it looks for hints, holds a change against
//! the state before it, and leaves out what is accepted.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use crate::lint;
use crate::load::{self, Layer, Loaded, SETTINGS, revision};
use crate::model::{Catalogue, Exception, LoadedFile, Used};
use crate::say;
use crate::text::{Code, Diagnostic, Severity};

use super::Stop;
use super::args::Global;
use super::checked::Set;
use super::data::load_layers;

/// Completes the findings of a set, and returns the exceptions that were used. With the
/// name of a revision only what a change since then is about is left.
pub(super) fn complete(
    set: &mut Set,
    loaded: &mut Loaded,
    since: Option<&str>,
    global: &Global,
) -> Result<Vec<Used>, Stop> {
    let has_hints = add_hints(loaded, global);
    set.lacks_hints = !has_hints;
    let change = since.map(|name| Change::since(name, set, loaded, global)).transpose()?;
    let exceptions: Vec<Exception> = loaded.exceptions(global.as_of);
    let known: Vec<&'static Code> = load::all_codes().chain(lint::all_codes()).collect();
    // Hints are not looked for in data with errors, ids only beside an earlier state, and
    // layout only by `fmt`.
    let is_looked_for = |code: &Code| {
        (has_hints || code.severity != Severity::Hint)
            && (change.is_some() || !lint::ids::ALL.contains(&code))
            && *code != crate::text::codes::NOT_FORMATTED
    };
    let at = (global.as_of, is_looked_for);
    let mut used = lint::exceptions::apply(&exceptions, &mut loaded.findings, &loaded.catalogue, &known, at);
    if let Some(change) = change {
        let catalogue = &loaded.catalogue;
        loaded.findings.retain(|finding| {
            // What is wrong with an exception is new when the exception is, or what it is for.
            match exceptions.iter().find(|one| one.place == finding.place) {
                Some(one) => change.paths.contains(SETTINGS) || change.touches(&one.file),
                None if change.is_in_settings(finding, catalogue) => change.paths.contains(SETTINGS),
                None => change.is_about(finding, catalogue),
            }
        });
        used.retain(|one| change.touches(&one.exception.file));
        set.removed.retain(|path| !change.paths.contains(path));
        set.changed = Some(change.still_there(set));
    }
    loaded.findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    Ok(used)
}

/// Adds the hints to the findings; not with errors, because then some facts were not read.
fn add_hints(loaded: &mut Loaded, global: &Global) -> bool {
    let is_sound = !loaded.findings.iter().any(Diagnostic::is_error);
    if is_sound {
        loaded.findings.extend(lint::upkeep::check(&loaded.catalogue, global.as_of));
    }
    is_sound
}

/// A finding, wherever it is in its file: the file, the code, and the words without their
/// numbers, because a count changes when other files do.
type Seen = (usize, String, &'static str, String);

fn seen(finding: &Diagnostic, catalogue: &Catalogue) -> Seen {
    let file = catalogue.files.get(finding.place.file.0 as usize);
    let (layer, inner) = file.map_or((usize::MAX, String::new()), |file| (file.layer, file.inner.clone()));
    let words = finding.message.nl.chars().filter(|c| !c.is_ascii_digit()).collect();
    (layer, inner, finding.code.id, words)
}

/// The files of a layer that have errors, by their paths inside it.
fn broken(loaded: &Loaded, layer: usize) -> Vec<String> {
    let errors = loaded.findings.iter().filter(|finding| finding.is_error());
    let files = errors.filter_map(|finding| loaded.catalogue.files.get(finding.place.file.0 as usize));
    files.filter(|file| file.layer == layer).map(|file| file.inner.clone()).collect()
}

/// The paths inside a layer whose text differs: changed, new or gone. What can be read
/// neither now nor then counts as the same.
fn differing(before: &[LoadedFile], now: &[LoadedFile], layer: usize) -> HashSet<String> {
    let mine = |file: &&LoadedFile| file.layer == layer && file.inner != SETTINGS;
    let texts = |files: &[LoadedFile]| -> HashMap<String, Option<[u8; 32]>> {
        files.iter().filter(mine).map(|file| (file.inner.clone(), file.digest)).collect()
    };
    let (before, now) = (texts(before), texts(now));
    let is_same = |path: &&String| now.get(*path) == before.get(*path);
    before.keys().chain(now.keys()).filter(|path| !is_same(path)).cloned().collect()
}

/// What changed since a revision.
struct Change {
    layer: usize,
    /// The files of that layer that changed, by their path inside it.
    paths: HashSet<String>,
    /// What was found before.
    before: HashSet<Seen>,
    /// Whether hints were looked for before; not where there were errors.
    had_hints: bool,
}

impl Change {
    /// Reads the highest folder of a set as it was, and adds what became of its ids to the
    /// findings.
    fn since(name: &str, set: &Set, loaded: &mut Loaded, global: &Global) -> Result<Change, Stop> {
        let Some(Layer::Folder(root)) = set.layers.last() else {
            return Err(Stop::Use(
                say!(
                    "`--changed` kan alleen bij een gegevensmap",
                    "`--changed` is only possible for a data folder"
                ),
                Some(say!("geef de map, of ga erin staan", "give the folder, or run the command inside it")),
            ));
        };
        let then = revision(root, name).map_err(|message| {
            let root: &Path = root;
            Stop::Io { path: root.to_string_lossy().into_owned(), message }
        })?;
        let layer = set.layers.len() - 1;
        let mut layers = set.layers.clone();
        layers.pop();
        let (mut before, mut old_files, mut had_hints) = (HashSet::new(), Vec::new(), true);
        if then.files.holds_data() {
            layers.push(Layer::Memory(then.files));
            let mut old = load_layers(&layers, global)?;
            had_hints = add_hints(&mut old, global);
            before = old.findings.iter().map(|finding| seen(finding, &old.catalogue)).collect();
            let broken = broken(loaded, layer);
            loaded.findings.extend(lint::ids::check(&old.catalogue, &mut loaded.catalogue, layer, &broken));
            old_files = old.catalogue.files;
        }
        let mut paths = differing(&old_files, &loaded.catalogue.files, layer);
        if then.has_other_settings {
            paths.insert(SETTINGS.to_owned());
        }
        Ok(Change { layer, paths, before, had_hints })
    }

    /// Whether a finding is in the settings, of which the earlier state was not read.
    fn is_in_settings(&self, finding: &Diagnostic, catalogue: &Catalogue) -> bool {
        let file = catalogue.files.get(finding.place.file.0 as usize);
        file.is_some_and(|file| file.layer == self.layer && file.inner == SETTINGS)
    }

    /// Whether a finding is in a file that changed, or was not there before.
    fn is_about(&self, finding: &Diagnostic, catalogue: &Catalogue) -> bool {
        let file = catalogue.files.get(finding.place.file.0 as usize);
        let is_touched =
            file.is_some_and(|file| file.layer == self.layer && self.paths.contains(&file.inner));
        let is_known = finding.code.severity == Severity::Hint && !self.had_hints;
        is_touched || !(is_known || self.before.contains(&seen(finding, catalogue)))
    }

    /// The paths that changed and still have a file: what is checked.
    fn still_there(self, set: &Set) -> HashSet<String> {
        let root = set.real.last().cloned().unwrap_or_default();
        self.paths.into_iter().filter(|path| root.join(path).is_file()).collect()
    }

    /// Whether a file, or one in this folder, changed; empty is the whole layer.
    fn touches(&self, path: &str) -> bool {
        path.is_empty() || self.paths.iter().any(|changed| Path::new(changed).starts_with(path))
    }
}
