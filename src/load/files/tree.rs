//! The files of a bundle and their fingerprints. Nothing is trusted: only plain
//! files with plain names are accepted, up to a number and a size.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use crate::say;
use crate::text::Message;
use crate::text::hash::Fingerprint;
use crate::text::safe::clean;

use super::folder::{FolderError, reason};

/// What is at a path of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// A file with this fingerprint.
    File(String),
    /// An empty folder.
    EmptyFolder,
    /// Not an ordinary file or folder, or a name that is not allowed.
    Refused(Message),
    /// Too large, or one too many.
    TooMuch,
    /// The system does not allow reading it.
    Unreadable(Message),
}

/// What a folder may hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// The most files and folders.
    pub files: usize,
    /// The most bytes of a file.
    pub bytes: u64,
    /// The most bytes of all files together.
    pub together: u64,
    /// The names that are allowed, as a path inside the folder.
    pub is_safe: fn(&str) -> bool,
}

/// What was found in a folder.
#[derive(Debug)]
pub(crate) struct Tree {
    /// What is in it, by its shown path.
    pub items: BTreeMap<String, Item>,
    /// Whether that is all: not when there is more than the bounds allow.
    pub is_whole: bool,
}

/// Everything in a folder.
///
/// # Errors
/// When it is not a folder that can be opened.
pub(crate) fn tree(root: &Path, bounds: Bounds) -> Result<Tree, FolderError> {
    opened(root)?;
    let mut walk = Walk { bounds, found: BTreeMap::new(), together: 0, full: false };
    walk.folder(root, "");
    Ok(Tree { items: walk.found, is_whole: !walk.full })
}

/// Makes sure that this is a folder that can be opened.
///
/// # Errors
/// When it is not.
pub(crate) fn opened(root: &Path) -> Result<(), FolderError> {
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => FolderError::Missing(root.to_owned()),
        _ => FolderError::Unreadable(root.to_owned(), error),
    };
    if !fs::metadata(root).map_err(unreadable)?.is_dir() {
        return Err(FolderError::NotAFolder(root.to_owned()));
    }
    fs::read_dir(root).map_err(unreadable)?;
    Ok(())
}

struct Walk {
    bounds: Bounds,
    found: BTreeMap<String, Item>,
    /// The bytes of all files so far.
    together: u64,
    full: bool,
}

impl Walk {
    fn add(&mut self, path: String, item: Item) {
        self.full |= self.found.len() >= self.bounds.files;
        let item = if self.full { Item::TooMuch } else { item };
        self.found.insert(path, item);
    }

    fn folder(&mut self, at: &Path, inner: &str) {
        // One more than there may be is enough to know that there are too many.
        let most = self.bounds.files.saturating_add(1);
        let read = fs::read_dir(at).and_then(|all| all.take(most).collect::<Result<Vec<_>, _>>());
        let mut entries = match read {
            Ok(entries) => entries,
            Err(error) => return self.add(inner.to_owned(), Item::Unreadable(reason(&error))),
        };
        if entries.is_empty() && !inner.is_empty() {
            return self.add(inner.to_owned(), Item::EmptyFolder);
        }
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let shown = clean(&name.to_string_lossy());
            let path = if inner.is_empty() { shown } else { format!("{inner}/{shown}") };
            if self.full {
                return;
            }
            // A name that is not shown unchanged is not a plain name.
            let is_plain =
                name.to_str().is_some_and(|name| path.ends_with(name)) && (self.bounds.is_safe)(&path);
            self.entry(&entry.path(), path, is_plain);
        }
    }

    fn entry(&mut self, at: &Path, path: String, is_plain: bool) {
        let meta = match fs::symlink_metadata(at) {
            Ok(meta) => meta,
            Err(error) => return self.add(path, Item::Unreadable(reason(&error))),
        };
        if meta.is_symlink() {
            let message =
                say!("dit is een koppeling, geen gewoon bestand", "this is a link, not an ordinary file");
            return self.add(path, Item::Refused(message));
        }
        if !is_plain {
            let message = say!(
                "een bestand van een pakket kan niet zo heten",
                "a file of a bundle cannot have this name"
            );
            return self.add(path, Item::Refused(message));
        }
        if meta.is_dir() {
            return self.folder(at, &path);
        }
        if !meta.is_file() {
            let message = say!("dit is geen gewoon bestand", "this is not an ordinary file");
            return self.add(path, Item::Refused(message));
        }
        if meta.len() > self.bounds.bytes {
            return self.add(path, Item::TooMuch);
        }
        self.together = self.together.saturating_add(meta.len());
        if self.together > self.bounds.together {
            self.full = true;
            return self.add(path, Item::TooMuch);
        }
        self.add(path, hashed(at, self.bounds.bytes));
    }
}

fn hashed(at: &Path, most: u64) -> Item {
    let mut fingerprint = Fingerprint::default();
    let mut buffer = vec![0; 1 << 16];
    let mut read = || -> std::io::Result<bool> {
        let file = fs::File::open(at)?;
        if !file.metadata()?.is_file() {
            return Ok(false);
        }
        let mut file = file.take(most + 1);
        let mut total: u64 = 0;
        loop {
            let read = match file.read(&mut buffer) {
                Ok(0) => return Ok(total <= most),
                Ok(read) => read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            total += read as u64;
            fingerprint.add(buffer.get(..read).unwrap_or(&[]));
        }
    };
    match read() {
        Ok(true) => Item::File(fingerprint.finish()),
        Ok(false) => Item::TooMuch,
        Err(error) => Item::Unreadable(reason(&error)),
    }
}

/// The fingerprints of one file below `root` with the line ends of Unix and with
/// those of Windows; `None` when it cannot be read.
#[must_use]
pub(crate) fn with_line_ends(root: &Path, inner: &str, most: u64) -> Option<[String; 2]> {
    let mut file = fs::File::open(root.join(inner)).ok()?.take(most);
    let (mut unix, mut windows) = (Fingerprint::default(), Fingerprint::default());
    let mut buffer = vec![0; 1 << 16];
    // A CR at the end of what was read belongs to what follows.
    let mut kept = Vec::new();
    loop {
        let read = file.read(&mut buffer).ok()?;
        kept.extend_from_slice(buffer.get(..read)?);
        let waits = read > 0 && kept.last() == Some(&b'\r');
        let text: Vec<u8> = kept.drain(..kept.len() - usize::from(waits)).collect();
        let mut lines = text.split(|byte| *byte == b'\n').peekable();
        while let Some(line) = lines.next() {
            let ends = lines.peek().is_some();
            let line = if ends { line.strip_suffix(b"\r").unwrap_or(line) } else { line };
            for (fingerprint, end) in [(&mut unix, &b"\n"[..]), (&mut windows, b"\r\n")] {
                fingerprint.add(line);
                fingerprint.add(if ends { end } else { b"" });
            }
        }
        if read == 0 {
            return Some([unix.finish(), windows.finish()]);
        }
    }
}

/// The bytes of one file below `root`, if it is an ordinary file of at most
/// `most` bytes and no link.
///
/// # Errors
/// Why it cannot be read; `None` when it does not exist.
pub(crate) fn file(root: &Path, inner: &str, most: u64) -> Result<Option<Vec<u8>>, Message> {
    let path = root.join(inner);
    match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(reason(&error)),
        Ok(meta) if !meta.is_file() => {
            return Err(say!("dit is geen gewoon bestand", "this is not an ordinary file"));
        }
        Ok(meta) if meta.len() > most => {
            return Err(say!("dit bestand is te groot", "this file is too large"));
        }
        Ok(_) => {}
    }
    let mut bytes = Vec::new();
    let read = fs::File::open(&path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    read.map_err(|error| reason(&error))?;
    Ok(Some(bytes))
}
