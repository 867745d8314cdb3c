//! Files of data beside what they should be: what `fmt` reads, and what it writes.

use std::path::Path;

use crate::text::safe::clean;
use crate::text::{Code, Diagnostic, FileId, Message, Place};

use super::files::decode;
use super::files::folder::{self, Entry, FolderError, Found, SETTINGS};
use super::files::list::DOSSIER;
use super::format::of_text;

/// A file beside what it should be.
#[derive(Debug)]
pub(crate) struct Formatted {
    /// The bytes that it has.
    pub(crate) bytes: Vec<u8>,
    /// Its text, as it was read.
    pub(crate) text: String,
    /// The bytes that it should have, with the line ends that it has: those of its
    /// first line. There is no byte-order mark.
    pub(crate) wanted: Vec<u8>,
    /// The same, as text.
    pub(crate) wanted_text: String,
}

impl Formatted {
    /// Whether it is not yet as it should be.
    pub(crate) fn is_changed(&self) -> bool {
        self.bytes != self.wanted
    }

    /// The first line that differs: its number, how it is, and how it should be. `None`
    /// when the lines are the same, so that only line ends or the byte-order mark
    /// differ.
    pub(crate) fn difference(&self) -> Option<(usize, &str, &str)> {
        let (mut old, mut new) = (self.text.lines(), self.wanted_text.lines());
        (1..).map(|number| (number, old.next(), new.next())).find_map(|line| match line {
            (_, None, None) => Some(None),
            (_, old, new) if old == new => None,
            (number, old, new) => Some(Some((number, old.unwrap_or(""), new.unwrap_or("")))),
        })?
    }
}

/// Why a file is not formatted, with its text where it could be read.
#[derive(Debug)]
pub(crate) struct Failed {
    pub(crate) findings: Vec<Diagnostic>,
    pub(crate) text: Option<String>,
}

impl Failed {
    fn whole(file: FileId, code: &'static Code, message: Message) -> Failed {
        let finding = Diagnostic::new(code, Place::whole_file(file), message).help(code.advice);
        Failed { findings: vec![finding], text: None }
    }
}

/// Reads a file of data and formats it.
pub(crate) fn formatted(file: FileId, entry: &Entry) -> Result<Formatted, Failed> {
    if let Found::Refused(code, message) = &entry.found {
        return Err(Failed::whole(file, code, message.clone()));
    }
    let bytes = decode::bytes(&entry.found).map_err(|(code, why)| Failed::whole(file, code, why))?;
    of_bytes(file, bytes.unwrap_or_default(), &entry.inner)
}

/// Formats the bytes of a file with this path inside the data; the path may be empty.
pub(crate) fn of_bytes(file: FileId, bytes: Vec<u8>, inner: &str) -> Result<Formatted, Failed> {
    let text = decode::text_of(bytes.clone()).map_err(|(code, why)| Failed::whole(file, code, why))?;
    let wanted_text = match of_text(file, &text, inner) {
        Ok(wanted) => wanted,
        Err(findings) => return Err(Failed { findings, text: Some(text) }),
    };
    let first = bytes.iter().position(|byte| *byte == b'\n');
    let has_return = first.and_then(|at| bytes.get(at.checked_sub(1)?)) == Some(&b'\r');
    let wanted = if has_return {
        wanted_text.replace('\n', "\r\n").into_bytes()
    } else {
        wanted_text.clone().into_bytes()
    };
    Ok(Formatted { bytes, text, wanted, wanted_text })
}

/// The files of data in a folder, in order of path.
///
/// # Errors
/// When it is not a folder that can be opened.
pub(crate) fn files(root: &Path) -> Result<Vec<Entry>, FolderError> {
    let mut found = folder::list(root)?;
    found.extend(folder::beside(root, SETTINGS));
    Ok(found)
}

/// The path inside the data that a path on disk ends in: from its last folder
/// `vendors` or `criteria` on. Empty without such a folder.
pub(crate) fn inner(path: &str) -> String {
    let parts: Vec<&str> = path.split(['/', std::path::MAIN_SEPARATOR]).collect();
    let from = parts.iter().rposition(|part| folder::DATA_FOLDERS.contains(part));
    from.and_then(|from| parts.get(from..)).unwrap_or(&[]).join("/")
}

/// The file at `path`, which is a dossier whatever its name.
pub(crate) fn dossier(path: &Path) -> Entry {
    let shown = clean(&path.to_string_lossy());
    let shown = shown.strip_prefix("./").unwrap_or(&shown).to_owned();
    Entry { inner: DOSSIER.to_owned(), shown, found: Found::File(path.to_owned()) }
}
