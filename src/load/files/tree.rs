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
pub enum Item {
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
pub struct Bounds {
    /// The most files and folders.
    pub files: usize,
    /// The most bytes of a file.
    pub bytes: u64,
    /// The names that are allowed, as a path inside the folder.
    pub is_safe: fn(&str) -> bool,
}

/// Everything in a folder, by its shown path.
///
/// # Errors
/// When it is not a folder that can be opened.
pub fn tree(root: &Path, bounds: Bounds) -> Result<BTreeMap<String, Item>, FolderError> {
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => FolderError::Missing(root.to_owned()),
        _ => FolderError::Unreadable(root.to_owned(), error),
    };
    if !fs::metadata(root).map_err(unreadable)?.is_dir() {
        return Err(FolderError::NotAFolder(root.to_owned()));
    }
    fs::read_dir(root).map_err(unreadable)?;
    let mut walk = Walk { bounds, found: BTreeMap::new(), full: false };
    walk.folder(root, "");
    Ok(walk.found)
}

struct Walk {
    bounds: Bounds,
    found: BTreeMap<String, Item>,
    full: bool,
}

impl Walk {
    fn add(&mut self, path: String, item: Item) {
        self.found.insert(path, item);
        self.full |= self.found.len() > self.bounds.files;
    }

    fn folder(&mut self, at: &Path, inner: &str) {
        let read = fs::read_dir(at).and_then(Iterator::collect::<Result<Vec<_>, _>>);
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
                return self.add(path, Item::TooMuch);
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
        let item = if meta.len() > self.bounds.bytes { Item::TooMuch } else { hashed(at, self.bounds.bytes) };
        self.add(path, item);
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

/// The bytes of one file below `root`, if it is an ordinary file of at most
/// `most` bytes and no link.
///
/// # Errors
/// Why it cannot be read; `None` when it does not exist.
pub fn file(root: &Path, inner: &str, most: u64) -> Result<Option<Vec<u8>>, Message> {
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
