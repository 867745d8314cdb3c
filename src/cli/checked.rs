//! What `check` found in everything that it was asked to check: each finding
//! and each file once, reported in one format.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::load::{Layer, Loaded, codes, joined};
use crate::model::{LoadedFile, Used};
use crate::report::terminal::findings;
use crate::report::terminal::repeated::Repeated;
use crate::report::words::findings::NO_HINTS;
use crate::report::{github, json};
use crate::text::{Diagnostic, FileId, Severity};

use super::Stop;
use super::args::Global;
use super::output::{Exit, Output, encoded};

/// A set of data to load, and the parts of it to report on.
pub(super) struct Set {
    pub(super) layers: Vec<Layer>,
    /// The real path of each layer; that of the highest identifies the set.
    pub(super) real: Vec<PathBuf>,
    /// Only findings in files whose path inside the data begins with one of these;
    /// all findings with `None`.
    pub(super) parts: Vec<Option<PathBuf>>,
    /// The files that were asked for and are not there; with `--changed` one that was there
    /// before is part of the change.
    pub(super) removed: Vec<String>,
    /// Whether its findings are without hints, because of its errors.
    pub(super) lacks_hints: bool,
    /// The files inside the highest layer that changed, when only these count.
    pub(super) changed: Option<HashSet<String>>,
}

impl Set {
    /// Whether its highest layer is the folder at this path.
    pub(super) fn is_at(&self, path: &str) -> bool {
        matches!(self.layers.last(), Some(Layer::Folder(root)) if root.to_string_lossy() == path)
    }

    /// Whether findings in a file are reported, and whether it counts as checked.
    pub(super) fn asks(&self, file: &LoadedFile) -> (bool, bool) {
        let top = self.layers.len() - 1;
        let one = |part: &Option<PathBuf>| match (part, self.layers.get(top)) {
            (Some(part), _) => {
                let (is_top, inner) = (file.layer == top, Path::new(&file.inner));
                // What is wrong with a whole folder is wrong with each file in it.
                (
                    is_top && (inner.starts_with(part) || part.starts_with(inner)),
                    is_top && inner.starts_with(part),
                )
            }
            // Of the built-in data below folders only what these break is reported.
            (None, Some(Layer::Dossier(_))) => (file.layer == top, file.layer == top),
            (None, Some(Layer::Folder(_))) => {
                let mine = self.layers.get(file.layer) != Some(&Layer::BuiltIn);
                (mine, mine)
            }
            (None, _) => (true, true),
        };
        let all = self.parts.iter().map(one);
        let (asked, counted) =
            all.fold((false, false), |(asked, counted), (a, c)| (asked || a, counted || c));
        let is_changed = |paths: &HashSet<String>| file.layer == top && paths.contains(&file.inner);
        let has_changed = self.changed.as_ref().is_none_or(is_changed);
        (asked, counted && has_changed)
    }

    /// What identifies a file in every set.
    fn known(&self, file: &LoadedFile) -> Known {
        (self.real.get(file.layer).cloned().unwrap_or_default(), file.inner.clone())
    }
}

/// A file, by the real path of its layer and its path inside it.
type Known = (PathBuf, String);

/// A finding: its file, its place, its code and its words.
type Seen = (Option<Known>, (u32, u32), &'static str, String);

/// All that was found.
#[derive(Default)]
pub(super) struct Checked {
    /// The findings to report of each set, with what they are about.
    found: Vec<(Loaded, Vec<Diagnostic>)>,
    /// The exceptions that were used.
    used: Vec<Used>,
    /// Whether there are no hints of some set, because of its errors.
    lacks_hints: bool,
    /// How many files were checked.
    count: usize,
    /// The files and findings of the sets so far: sets may share layers.
    files: HashSet<Known>,
    seen: HashSet<Seen>,
}

impl Checked {
    /// Adds what was found in a set, and the exceptions that were used in it.
    pub(super) fn add(&mut self, set: &Set, loaded: Loaded, used: Vec<Used>) {
        self.lacks_hints |= set.lacks_hints;
        let is_whole = set.parts.contains(&None);
        let mut asked = Vec::with_capacity(loaded.catalogue.files.len());
        // Within a set no two are the same, even where two names look alike.
        let (mut files, mut seen) = (Vec::new(), Vec::new());
        for file in &loaded.catalogue.files {
            let (mine, counted) = set.asks(file);
            asked.push(mine);
            let known = set.known(file);
            if counted && !self.files.contains(&known) {
                self.count += 1;
                files.push(known);
            }
        }
        let is_asked = |file: &FileId| asked.get(file.0 as usize).copied().unwrap_or(true);
        for mut one in used {
            one.findings.retain(is_asked);
            if !one.findings.is_empty() {
                self.used.push(one);
            }
        }
        let mut mine = Vec::new();
        for finding in &loaded.findings {
            let at = finding.place.file.0 as usize;
            // What a layer breaks in the data below it counts against the layer.
            if !(asked.get(at).copied().unwrap_or(true) || (is_whole && finding.is_error())) {
                continue;
            }
            let file = loaded.catalogue.files.get(at).map(|file| set.known(file));
            let place = (finding.place.line, finding.place.column);
            let known = (file, place, finding.code.id, finding.message.nl.clone());
            if !self.seen.contains(&known) {
                mine.push(finding.clone());
                seen.push(known);
            }
        }
        self.files.extend(files);
        self.seen.extend(seen);
        self.found.push((loaded, mine));
    }

    /// Adds the paths that could not be checked.
    pub(super) fn refused(&mut self, files: Vec<LoadedFile>, findings: Vec<Diagnostic>) {
        let mut loaded = Loaded::default();
        loaded.catalogue.files = files;
        self.found.push((loaded, findings));
    }

    /// Reports everything, and returns how the run ends: as its worst finding asks.
    pub(super) fn report(
        mut self,
        global: &Global,
        matches: &ArgMatches,
        output: &mut Output,
    ) -> Result<Exit, Stop> {
        let lang = global.lang;
        let all: Vec<&Diagnostic> = self.found.iter().flat_map(|(_, found)| found).collect();
        let exit = worst(&all, matches.get_flag("strict"));
        let format = matches.get_one::<String>("format").map_or("text", String::as_str);
        let hidden = if matches.get_flag("hints") { 0 } else { self.hide_hints() };
        if format == "json" {
            let documents =
                self.found.iter().map(|(of, found)| json::findings::document(found, &of.catalogue, lang));
            let document =
                json::findings::Document::joined(documents.collect()).with_exceptions(&self.used, lang);
            output.bytes(&encoded(json::to_json(&document))?)?;
            return Ok(exit);
        }
        let is_github = format == "github";
        let pairs = self.found.iter().flat_map(|(of, found)| found.iter().map(|one| (one, &of.catalogue)));
        let annotations = if is_github { github::annotations(pairs, lang) } else { String::new() };
        for (_, found) in &mut self.found {
            *found = joined(std::mem::take(found));
        }
        let all: Vec<&Diagnostic> = self.found.iter().flat_map(|(_, found)| found).collect();
        let mut verdict = findings::verdict(&all, self.count, global.as_of, lang);
        verdict.push_str(&findings::hidden_hints(hidden, lang));
        if matches.get_flag("hints") && self.lacks_hints {
            verdict.push_str(NO_HINTS.get(lang));
        }
        let (mut repeated, most) = if matches.get_flag("all") || is_github {
            (Repeated::all(), usize::MAX)
        } else {
            (Repeated::few(), findings::FEW_PLACES)
        };
        let mut text = String::new();
        for (loaded, found) in &mut self.found {
            found.retain(|finding| repeated.shows(finding));
            if format == "short" {
                text.push_str(&findings::short(found, &loaded.catalogue, most, lang));
                continue;
            }
            let wanted: Vec<FileId> = found.iter().map(|finding| finding.place.file).collect();
            loaded.fetch_texts(&wanted);
            let (texts, catalogue) = (&loaded.texts, &loaded.catalogue);
            text.push_str(&findings::full(found, texts, catalogue, most, (lang, output.has_colour())));
        }
        let accepted = findings::accepted(&self.used, lang);
        let more = repeated.text(lang);
        text.push_str(&more);
        if format == "short" {
            output.text(&text)?;
            for line in accepted.lines() {
                output.note(line);
            }
            output.note(&verdict);
            return Ok(exit);
        }
        let gap = if more.is_empty() && accepted.is_empty() { "" } else { "\n" };
        let log = format!("{text}{accepted}{gap}{verdict}\n");
        output.text(&if is_github { github::log(&log) } else { log })?;
        output.text(&annotations)?;
        Ok(exit)
    }

    /// Takes the hints out, and counts them.
    fn hide_hints(&mut self) -> usize {
        let mut hidden = 0;
        for (_, found) in &mut self.found {
            let all = found.len();
            found.retain(|finding| finding.code.severity != Severity::Hint);
            hidden += all - found.len();
        }
        hidden
    }
}

/// The worst exit that the findings ask for.
pub(super) fn worst(found: &[&Diagnostic], strict: bool) -> Exit {
    let exit = |finding: &&Diagnostic| {
        if *finding.code == codes::UNREADABLE {
            Exit::Io
        } else if *finding.code == codes::NOT_CHECKED {
            Exit::Use
        } else if finding.is_error() || (strict && finding.code.severity == Severity::Warning) {
            Exit::Negative
        } else {
            Exit::Done
        }
    };
    found.iter().map(exit).max_by_key(|exit| exit.code()).unwrap_or(Exit::Done)
}
