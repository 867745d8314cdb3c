//! `fmt`: files of data get one layout; what they say stays.

use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::load::folder::{Entry, Found, holds_data, read, reason};
use crate::load::formatted::{self, Failed, Formatted};
use crate::load::{DOSSIER, Layer, codes};
use crate::model::{Catalogue, LoadedFile};
use crate::report::terminal::findings;
use crate::report::words::findings::FILES;
use crate::text::safe::clean_in_place;
use crate::text::yaml::MOST_BYTES;
use crate::text::{Diagnostic, FileId, Lang, Place};
use crate::{say, tr};

use super::args::{Global, flag, value};
use super::check::{Why, asked, is_dossier};
use super::checked::worst;
use super::output::{Exit, Output};
use super::{Stop, data};

/// The path that means standard input.
const STANDARD_INPUT: &str = "-";

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let mut paths: Vec<PathBuf> =
        matches.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect();
    let is_checking = flag(matches, "check");
    let is_stream = paths.iter().any(|path| path == Path::new(STANDARD_INPUT));
    let name = value(matches, "stdin-path");
    if (is_stream && paths.len() > 1) || (name.is_some() && !is_stream) {
        return Err(Stop::Use(
            say!(
                "standaardinvoer (`-`) gaat niet samen met andere paden, en `--stdin-path` hoort bij `-`",
                "standard input (`-`) does not go with other paths, and `--stdin-path` belongs to `-`"
            ),
            Some(say!("geef alleen `-`, of alleen paden", "give only `-`, or only paths")),
        ));
    }
    if is_stream {
        return stream(name.unwrap_or(""), is_checking, global, output);
    }
    if paths.is_empty() {
        paths.clone_from(&global.data);
    }
    if paths.is_empty() {
        if !holds_data(Path::new(".")) {
            return Err(Stop::Use(
                say!(
                    "in deze map staan geen gegevens: er is geen map `vendors` of `criteria`",
                    "there is no data in this folder: it has no folder `vendors` or `criteria`"
                ),
                Some(say!("geef een map met gegevens, of een bestand", "give a folder with data, or a file")),
            ));
        }
        paths.push(PathBuf::from("."));
    }
    let mut job =
        Job { is_checking, seen: Seen::default(), lines: String::new(), counts: (0, 0), is_io: false };
    for path in &paths {
        match entries(path, global) {
            Ok((root, found)) => {
                for entry in found {
                    job.file(&root, &entry, (global.lang, output));
                }
            }
            Err(why) => job.seen.refused(path, why),
        }
    }
    job.report(global.lang, output)
}

/// The files that a path asks for, with the real path of their folder.
fn entries(path: &Path, global: &Global) -> Result<(PathBuf, Vec<Entry>), Why> {
    let set = asked(path, global)?;
    let real = set.real.last().cloned().unwrap_or_default();
    let root = match set.layers.last() {
        Some(Layer::Dossier(path)) => return Ok((real, vec![formatted::dossier(path)])),
        Some(Layer::Folder(root)) => root,
        _ => return Ok((real, Vec::new())),
    };
    if !holds_data(root) {
        return Err(Why::new(&codes::NO_DATA, codes::NO_DATA.title.into()));
    }
    let mut found = formatted::files(root).map_err(|error| {
        let message = match data::folder_error(&error) {
            Stop::Io { message, .. } => message,
            _ => codes::UNREADABLE.title.into(),
        };
        Why::new(&codes::UNREADABLE, message)
    })?;
    let is_asked = |entry: &Entry| {
        let inner = Path::new(&entry.inner);
        set.parts.iter().flatten().all(|part| inner.starts_with(part) || part.starts_with(inner))
    };
    // Other files are not in need of a layout.
    let is_data =
        |entry: &Entry| !matches!(&entry.found, Found::Refused(code, _) if **code == codes::NOT_READ);
    found.retain(|entry| is_asked(entry) && is_data(entry));
    Ok((real, found))
}

/// The files so far, and what was found in them.
#[derive(Default)]
struct Seen {
    catalogue: Catalogue,
    texts: HashMap<FileId, String>,
    findings: Vec<Diagnostic>,
    known: HashSet<(PathBuf, String)>,
}

impl Seen {
    fn add(&mut self, shown: &str) -> FileId {
        let id = FileId(u32::try_from(self.catalogue.files.len()).unwrap_or(u32::MAX));
        let (inner, shown) = (shown.to_owned(), shown.to_owned());
        self.catalogue.files.push(LoadedFile { inner, shown, layer: 0, digest: None });
        id
    }

    fn failed(&mut self, id: FileId, failed: Failed) {
        self.findings.extend(failed.findings);
        self.texts.extend(failed.text.map(|text| (id, text)));
    }

    fn refused(&mut self, path: &Path, why: Why) {
        let shown = crate::text::safe::clean(&path.to_string_lossy());
        let place = Place::whole_file(self.add(&shown));
        self.findings.push(Diagnostic::new(why.code, place, why.message).help(why.help));
    }

    /// How a run with these findings ends: a file that stays as it is counts.
    fn exit(&self) -> Exit {
        worst(&self.findings.iter().collect::<Vec<_>>(), true)
    }
}

/// One run over files.
struct Job {
    is_checking: bool,
    seen: Seen,
    /// The lines to print about files that change.
    lines: String,
    /// How many files there are, and how many of them change.
    counts: (usize, usize),
    /// Whether a file could not be written.
    is_io: bool,
}

impl Job {
    fn file(&mut self, root: &Path, entry: &Entry, (lang, output): (Lang, &mut Output)) {
        if !self.seen.known.insert((root.to_owned(), entry.inner.clone())) {
            return;
        }
        self.counts.0 += 1;
        let id = self.seen.add(&entry.shown);
        let done = match formatted::formatted(id, entry) {
            Ok(done) => done,
            Err(failed) => return self.seen.failed(id, failed),
        };
        if !done.is_changed() {
            return;
        }
        let shown = &entry.shown;
        if self.is_checking {
            self.lines.push_str(&difference(shown, &done, lang));
        } else {
            if let Err(stop) = written(entry, &done, output) {
                if let Stop::Io { path, message } = stop {
                    output.cannot(&path, &message, false);
                }
                self.is_io = true;
                return;
            }
            self.lines.push_str(&tr!(lang, "Opgemaakt: {shown}\n", "Formatted: {shown}\n"));
        }
        self.counts.1 += 1;
    }

    fn report(self, lang: Lang, output: &mut Output) -> Result<Exit, Stop> {
        let (catalogue, most) = (&self.seen.catalogue, findings::FEW_PLACES);
        let colour = output.has_colour();
        let found = findings::full(&self.seen.findings, &self.seen.texts, catalogue, most, (lang, colour));
        let (all, changed) = self.counts;
        let files = FILES.of(all, lang);
        let end = match (self.is_checking, changed) {
            (false, _) => {
                tr!(lang, "{files} bekeken, {changed} opgemaakt", "{files} looked at, {changed} formatted")
            }
            (true, 1) => tr!(lang, "{files} bekeken, 1 zou veranderen", "{files} looked at, 1 would change"),
            (true, _) => {
                tr!(
                    lang,
                    "{files} bekeken, {changed} zouden veranderen",
                    "{files} looked at, {changed} would change"
                )
            }
        };
        output.text(&format!("{found}{}{end}\n", self.lines))?;
        Ok(match self.seen.exit() {
            _ if self.is_io => Exit::Io,
            Exit::Done if self.is_checking && changed > 0 => Exit::Negative,
            exit => exit,
        })
    }
}

/// Puts a file in place of the one that was read, unless that has changed since.
fn written(entry: &Entry, done: &Formatted, output: &Output) -> Result<(), Stop> {
    let Found::File(path) = &entry.found else { return Ok(()) };
    if read(path).ok().as_ref() != Some(&done.bytes) {
        let message = say!("dit bestand is ondertussen veranderd", "this file has changed in the meantime");
        return Err(Stop::Io { path: entry.shown.clone(), message });
    }
    output.replace(path, &|stream| stream.write_all(&done.wanted))
}

/// That a file would change, and the first line that does.
fn difference(shown: &str, done: &Formatted, lang: Lang) -> String {
    match done.difference() {
        Some((line, old, new)) => {
            let (old, new) = (clean_in_place(old), clean_in_place(new));
            format!("{shown}:{line}\n  - {old}\n  + {new}\n")
        }
        None => tr!(
            lang,
            "{shown}: regeleinden, of een teken aan het begin dat u niet ziet\n",
            "{shown}: line ends, or a character at the beginning that you cannot see\n"
        ),
    }
}

/// Formats standard input as the file at this path inside the data would be. What is
/// wrong goes to standard error, and then nothing is written.
fn stream(name: &str, is_checking: bool, global: &Global, output: &mut Output) -> Result<Exit, Stop> {
    let mut bytes = Vec::new();
    let limit = MOST_BYTES as u64 + 1;
    std::io::stdin()
        .lock()
        .take(limit)
        .read_to_end(&mut bytes)
        .map_err(|error| Stop::Io { path: STANDARD_INPUT.to_owned(), message: reason(&error) })?;
    let mut seen = Seen::default();
    let id = seen.add(STANDARD_INPUT);
    let inner = if is_dossier(Path::new(name)) { DOSSIER.to_owned() } else { formatted::inner(name) };
    match formatted::of_bytes(id, bytes, &inner) {
        Ok(done) if !is_checking => output.bytes(&done.wanted).map(|()| Exit::Done),
        Ok(done) if done.is_changed() => {
            output.text(&difference(STANDARD_INPUT, &done, global.lang))?;
            Ok(Exit::Negative)
        }
        Ok(_) => Ok(Exit::Done),
        Err(failed) => {
            seen.failed(id, failed);
            let lines = findings::short(&seen.findings, &seen.catalogue, findings::FEW_PLACES, global.lang);
            lines.lines().for_each(|line| output.note(line));
            Ok(seen.exit())
        }
    }
}
