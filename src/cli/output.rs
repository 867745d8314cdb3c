//! The only writer. Every write is checked: a reader that went away is not an
//! error, a full disk is.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};

use crate::load::folder::reason;
use crate::report::document::Document;
use crate::report::json::{self, findings};
use crate::report::terminal::{self, paper::Paper};
use crate::say;
use crate::text::lang::phrase;
use crate::text::safe::clean;
use crate::text::{Lang, Message};

use super::Stop;
use super::args::{Colour, Global};
use super::goal::{DEAD_FOLDER, DEAD_LINK, PROTECTED_FOLDER, is_protected, leads_nowhere, parent};

/// How a run ended; the same for every format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The answer is negative: errors found, data that cannot be used.
    Negative,
    /// Wrong use.
    Use,
    /// Something could not be read or written.
    Io,
    /// A bug in this program.
    Bug,
}

impl Exit {
    /// The code for the shell.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Negative => 1,
            Exit::Use => 2,
            Exit::Io => 3,
            Exit::Bug => 70,
        }
    }
}

/// Writes to standard error as well as it can: when even that is closed there
/// is nobody left to tell.
pub(super) fn complain(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Something that writes itself, bit by bit, so that a long result need not be
/// in memory as a whole.
pub(super) type Content<'a> = dyn Fn(&mut dyn Write) -> io::Result<()> + 'a;

/// Writes all of `content` to `stream`.
fn poured(content: &Content<'_>, stream: impl Write) -> io::Result<()> {
    let mut stream = io::BufWriter::with_capacity(1 << 16, stream);
    content(&mut stream)?;
    stream.flush()
}

/// Where results and messages go.
#[derive(Debug)]
pub(super) struct Output {
    lang: Lang,
    colour: Colour,
}

impl Output {
    pub(super) fn new(global: &Global) -> Output {
        Output { lang: global.lang, colour: global.colour }
    }

    /// Where help goes, before any option is understood.
    pub(super) fn plain(lang: Lang) -> Output {
        Output { lang, colour: Colour::Auto }
    }

    /// The width to keep to: what COLUMNS says, else that of the terminal. A
    /// result that goes elsewhere is not broken into lines.
    pub(super) fn width(&self) -> Option<usize> {
        let columns =
            std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|n| *n > 0);
        if columns.is_some() || !io::stdout().is_terminal() {
            return columns;
        }
        terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).or(Some(80))
    }

    /// Whether this path, or standard output without one, is a terminal.
    pub(super) fn is_terminal(&self, path: Option<&Path>) -> bool {
        match path.filter(|path| !STANDARD_OUTPUT.iter().any(|name| Path::new(name) == *path)) {
            None => io::stdout().is_terminal(),
            Some(path) => is_screen(path),
        }
    }

    /// Whether what goes to standard output is coloured.
    pub(super) fn has_colour(&self) -> bool {
        self.choice() != ColorChoice::Never
    }

    fn choice(&self) -> ColorChoice {
        match self.colour {
            Colour::Always => ColorChoice::AlwaysAnsi,
            Colour::Never => ColorChoice::Never,
            // `CLICOLOR_FORCE=0` forces nothing, whatever the library makes of it.
            Colour::Auto if std::env::var_os("CLICOLOR_FORCE").is_some_and(|force| force == "0") => {
                if io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|no| no.is_empty()) {
                    ColorChoice::Auto
                } else {
                    ColorChoice::Never
                }
            }
            Colour::Auto => AutoStream::choice(&io::stdout()),
        }
    }

    /// What a document is shown on: a screen of this width and with colours, or
    /// the file at `target`.
    pub(super) fn paper(&self, target: Option<&Path>) -> Paper {
        let paper = Paper::new(self.width().filter(|_| target.is_none()));
        if target.is_none() && self.has_colour() { paper } else { paper.plain() }
    }

    /// Documents for people, one below the other, to standard output.
    pub(super) fn documents(&mut self, documents: &[Document<'_>]) -> Result<(), Stop> {
        let texts: Vec<String> = documents.iter().map(|one| terminal::text(one, self.paper(None))).collect();
        self.text(&texts.join("\n"))
    }

    /// Text for people, to standard output.
    pub(super) fn text(&mut self, text: &str) -> Result<(), Stop> {
        self.shown(&|stream| stream.write_all(text.as_bytes()))
    }

    /// Text for people that is written bit by bit, to standard output.
    pub(super) fn shown(&mut self, content: &Content<'_>) -> Result<(), Stop> {
        let choice = self.choice();
        checked(poured(content, AutoStream::new(io::stdout().lock(), choice)))
    }

    /// Bytes for machines, to standard output.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        self.written(&|stream| stream.write_all(bytes))
    }

    /// Something for machines that is written bit by bit, to standard output.
    pub(super) fn written(&mut self, content: &Content<'_>) -> Result<(), Stop> {
        checked(poured(content, io::stdout().lock()))
    }

    /// Writes one line beside the result, to standard error.
    pub(super) fn note(&self, line: &str) {
        complain(&format!("{}\n", clean(line)));
    }

    /// Says that something that was replaced still exists, under another name.
    pub(super) fn not_removed(&self, path: &Path) {
        let shown = clean(&path.to_string_lossy());
        self.note(&match self.lang {
            Lang::Nl => format!("Het oude pakket kon niet worden verwijderd: {shown}"),
            Lang::En => format!("The old bundle could not be removed: {shown}"),
        });
    }

    /// Writes a file: whole or not at all.
    pub(super) fn file(&self, path: &Path, content: &Content<'_>, overwrite: bool) -> Result<(), Stop> {
        write_file(path, content, overwrite)?;
        let shown = clean(&path.to_string_lossy());
        self.note(&match self.lang {
            Lang::Nl => format!("Geschreven: {shown}"),
            Lang::En => format!("Written: {shown}"),
        });
        Ok(())
    }

    /// Puts other contents in a file, whole or not at all, and says nothing of it.
    pub(super) fn replace(&self, path: &Path, content: &Content<'_>) -> Result<(), Stop> {
        write_file(path, content, true)
    }

    /// Something could not be read or written.
    pub(super) fn cannot(&mut self, path: &str, message: &Message, as_json: bool) -> Exit {
        let text = message.get(self.lang);
        if as_json {
            let document = findings::single(crate::load::codes::UNREADABLE.id, path, text, None);
            // Nothing more can be said when even this cannot be written.
            let _ = encoded(json::to_json(&document)).and_then(|bytes| self.bytes(&bytes));
        }
        let word = phrase("fout", "error").get(self.lang);
        let path = if path.is_empty() { String::new() } else { format!("{}: ", clean(path)) };
        complain(&format!("{word}: {path}{}\n", clean(text)));
        Exit::Io
    }
}

/// The bytes of a document; failing to make them would be a bug.
pub(super) fn encoded<E: std::fmt::Display>(made: Result<Vec<u8>, E>) -> Result<Vec<u8>, Stop> {
    made.map_err(|error| {
        complain(&format!("{}\n", clean(&error.to_string())));
        Stop::Exit(Exit::Bug)
    })
}

/// A reader that went away is not an error: the run goes on and ends with its
/// own code. Anything else is reported.
fn checked(written: io::Result<()>) -> Result<(), Stop> {
    match written {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Stop::Io { path: String::new(), message: prefixed(&error) }),
    }
}

pub(super) fn prefixed(error: &io::Error) -> Message {
    let why = reason(error);
    say!(
        "de uitvoer kan niet worden geschreven: {nl}",
        "the output cannot be written: {en}",
        nl = why.nl,
        en = why.en
    )
}

fn refused(path: &Path, error: &io::Error) -> Stop {
    let message = if leads_nowhere(path) {
        DEAD_LINK.into()
    } else if leads_nowhere(parent(path)) {
        DEAD_FOLDER.into()
    } else if error.kind() == io::ErrorKind::NotFound {
        say!(
            "de map waarin dit bestand moet komen is er niet; maak die eerst",
            "the folder that this file should go into does not exist; make it first"
        )
    } else {
        prefixed(error)
    };
    Stop::Io { path: path.to_string_lossy().into_owned(), message }
}

/// Names of standard output itself: writing there replaces no file.
const STANDARD_OUTPUT: [&str; 3] = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// Writes a file beside its goal and puts it in place when it is complete.
///
/// A link stays a link: its target is replaced. A new file gets the permissions
/// that any new file gets, and one that is replaced keeps its own; a
/// write-protected file is not replaced. A pipe or device is written to
/// directly.
fn write_file(path: &Path, content: &Content<'_>, overwrite: bool) -> Result<(), Stop> {
    if STANDARD_OUTPUT.iter().any(|name| Path::new(name) == path) {
        return checked(poured(content, io::stdout().lock()));
    }
    let refuse = |message| Err(Stop::Io { path: path.to_string_lossy().into_owned(), message });
    let existing = match fs::metadata(path) {
        Ok(meta) => Some(meta),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(refused(path, &error)),
    };
    if let Some(meta) = &existing {
        if meta.is_dir() {
            return refuse(say!(
                "dit is een map; geef de naam van een bestand",
                "this is a folder; give the name of a file"
            ));
        }
        if !meta.is_file() {
            let device =
                fs::OpenOptions::new().write(true).open(path).map_err(|error| refused(path, &error))?;
            return checked(poured(content, device));
        }
        if !overwrite {
            return refuse(say!(
                "dit bestand is er al; geef --overwrite om het te vervangen",
                "this file already exists; give --overwrite to replace it"
            ));
        }
        if is_protected(path) {
            return refuse(say!(
                "dit bestand is tegen schrijven beveiligd; haal dat eraf of kies een andere naam",
                "this file is write-protected; remove the protection or choose another name"
            ));
        }
    }
    let goal: PathBuf = match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_symlink() => fs::canonicalize(path).map_err(|error| refused(path, &error))?,
        _ => path.to_owned(),
    };
    let folder = parent(&goal);
    if is_protected(folder) {
        return refuse(PROTECTED_FOLDER.into());
    }
    let replace = || -> io::Result<()> {
        let mut file = temporary(0o666).tempfile_in(folder)?;
        poured(content, &mut file)?;
        if let Some(meta) = &existing {
            file.as_file().set_permissions(meta.permissions())?;
        }
        file.as_file().sync_all()?;
        if overwrite { file.persist(&goal) } else { file.persist_noclobber(&goal) }
            .map_err(|error| error.error)?;
        Ok(())
    };
    uninterrupted(replace).map_err(|error| refused(path, &error))
}

/// Does `work`, and only then obeys a request to end the run that came
/// meanwhile: by then the temporary file has been moved into place or removed.
#[cfg(unix)]
pub(super) fn uninterrupted<T>(work: impl FnOnce() -> T) -> T {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    let asked = [SIGINT, SIGTERM, SIGHUP].map(|signal| {
        let flag = Arc::new(AtomicBool::new(false));
        // Where the system does not allow it, the request ends the run at once.
        let id = signal_hook::flag::register(signal, Arc::clone(&flag)).ok();
        (signal, flag, id)
    });
    let done = work();
    for (signal, flag, id) in asked {
        id.map(signal_hook::low_level::unregister);
        if flag.load(Ordering::SeqCst) {
            // Ends the run as the signal would have; nothing is left to do if it fails.
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
    }
    done
}

#[cfg(not(unix))]
pub(super) fn uninterrupted<T>(work: impl FnOnce() -> T) -> T {
    work()
}

/// Whether a path is a terminal by another name. Nothing else is opened: a pipe
/// would wait for its reader.
#[cfg(unix)]
fn is_screen(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    fs::metadata(path).is_ok_and(|meta| meta.file_type().is_char_device())
        && fs::OpenOptions::new().write(true).open(path).is_ok_and(|device| device.is_terminal())
}

#[cfg(not(unix))]
fn is_screen(_: &Path) -> bool {
    false
}

/// A temporary file or folder beside its goal, with the rights that `mode` and
/// the umask of the user give; by default only its owner could open it.
#[cfg(unix)]
pub(super) fn temporary(mode: u32) -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".keuzehulp-").suffix(".tmp").permissions(fs::Permissions::from_mode(mode));
    builder
}

/// A temporary file or folder beside its goal.
#[cfg(not(unix))]
pub(super) fn temporary(_mode: u32) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".keuzehulp-").suffix(".tmp");
    builder
}
