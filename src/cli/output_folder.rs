//! A folder of files, whole or not at all: it is made beside its goal under
//! another name, and takes its place when it is complete.

use std::cell::Cell;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::bundle::{Listed, MANIFEST, MOST_BYTES, MOST_TOGETHER, Manifest, is_safe};
use crate::say;
use crate::text::hash::Fingerprint;

use super::Stop;
use super::goal::{DEAD_FOLDER, DEAD_LINK, PROTECTED_FOLDER, is_protected, leads_nowhere, parent};
use super::output::{Content, Output, prefixed, temporary, uninterrupted};

/// A file that was written.
#[derive(Clone, Debug)]
pub(super) struct Written {
    /// Its path in the folder and its fingerprint.
    pub(super) listed: Listed,
    /// Its size.
    pub(super) bytes: u64,
}

/// What a folder is for, and what it may replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A bundle, which may replace a bundle if that is asked for.
    Bundle {
        /// Whether it is asked for.
        overwrite: bool,
    },
    /// Files of data, which replace nothing.
    Data,
}

/// The folder in the making.
pub(super) struct Folder<'f> {
    root: &'f Path,
    goal: &'f Path,
    purpose: Purpose,
    /// The bytes of all files so far.
    together: Cell<u64>,
}

/// Takes what is written, counts it and works out its fingerprint.
struct Counted<W> {
    stream: W,
    fingerprint: Fingerprint,
    bytes: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.stream.write(buffer)?;
        self.fingerprint.add(buffer.get(..written).unwrap_or(&[]));
        self.bytes += written as u64;
        if self.bytes > MOST_BYTES { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(written) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

impl Folder<'_> {
    /// Writes one file, at a path inside the folder.
    pub(super) fn add(&self, inner: &str, content: &Content<'_>) -> Result<Written, Stop> {
        let shown = self.goal.join(inner);
        let write = || -> io::Result<(String, u64)> {
            if !is_safe(inner) {
                return Err(io::ErrorKind::InvalidFilename.into());
            }
            let path = self.root.join(inner);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path)?;
            let mut counted = Counted { stream: &mut file, fingerprint: Fingerprint::default(), bytes: 0 };
            {
                let mut stream = io::BufWriter::with_capacity(1 << 16, &mut counted);
                content(&mut stream)?;
                stream.flush()?;
            }
            let (sha256, bytes) = (counted.fingerprint.finish(), counted.bytes);
            file.sync_all()?;
            Ok((sha256, bytes))
        };
        let (sha256, bytes) = write().map_err(|error| stop(&shown, &error))?;
        self.together.set(self.together.get().saturating_add(bytes));
        if self.together.get() > MOST_TOGETHER {
            let path = self.goal.to_string_lossy().into_owned();
            let message = match self.purpose {
                Purpose::Bundle { .. } => say!(
                    "het pakket wordt te groot; kies producten met `--vendor`",
                    "the bundle would become too large; choose products with `--vendor`"
                ),
                Purpose::Data => say!("de map wordt te groot", "the folder would become too large"),
            };
            return Err(Stop::Io { path, message });
        }
        Ok(Written { listed: Listed { path: inner.to_owned(), sha256 }, bytes })
    }
}

fn stop(path: &Path, error: &io::Error) -> Stop {
    Stop::Io { path: path.to_string_lossy().into_owned(), message: prefixed(error) }
}

/// Where a folder is to be written: its real path, and what is there now.
struct Goal {
    path: PathBuf,
    parent: PathBuf,
    is_taken: bool,
}

/// Looks at the goal. A link stays a link: its target is replaced.
fn goal(path: &Path, purpose: Purpose) -> Result<Goal, Stop> {
    let refuse = |message| Err(Stop::Io { path: path.to_string_lossy().into_owned(), message });
    if leads_nowhere(path) {
        return refuse(DEAD_LINK.into());
    }
    let (real, is_taken) = match fs::metadata(path) {
        Err(_) if leads_nowhere(parent(path)) => return refuse(DEAD_FOLDER.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let Some(name) = path.file_name() else { return Err(stop(path, &error)) };
            let Ok(parent) = fs::canonicalize(parent(path)) else {
                return refuse(say!(
                    "de map waarin dit moet komen is er niet; maak die eerst",
                    "the folder that this should go into does not exist; make it first"
                ));
            };
            (parent.join(name), false)
        }
        Err(error) => return Err(stop(path, &error)),
        Ok(meta) if !meta.is_dir() => {
            return refuse(say!(
                "hier staat al een bestand; kies een andere naam voor de map",
                "there is already a file here; choose another name for the folder"
            ));
        }
        Ok(_) => (fs::canonicalize(path).map_err(|error| stop(path, &error))?, true),
    };
    if is_taken {
        let is_empty = fs::read_dir(&real).map_err(|error| stop(path, &error))?.next().is_none();
        if !is_empty && purpose == Purpose::Data {
            return refuse(say!(
                "deze map is niet leeg; kies een andere naam",
                "this folder is not empty; choose another name"
            ));
        }
        if !is_empty && purpose != (Purpose::Bundle { overwrite: true }) {
            return refuse(say!(
                "deze map is niet leeg; geef --overwrite om een pakket te vervangen",
                "this folder is not empty; give --overwrite to replace a bundle"
            ));
        }
        if !is_empty && !is_bundle(&real) {
            return refuse(say!(
                "in deze map staat iets anders dan een pakket; die wordt niet vervangen",
                "this folder contains something other than a bundle; it is not replaced"
            ));
        }
    }
    let Some(parent) = real.parent().map(Path::to_owned) else {
        return refuse(say!("hier kan geen map komen", "a folder cannot be put here"));
    };
    if is_protected(&parent) {
        return refuse(PROTECTED_FOLDER.into());
    }
    if is_taken && has_protected(&real) {
        return refuse(say!(
            "deze map, of iets erin, is tegen schrijven beveiligd; haal dat eraf of kies een andere naam",
            "this folder, or something in it, is write-protected; remove the protection or choose another name"
        ));
    }
    Ok(Goal { path: real, parent, is_taken })
}

/// Whether a folder or anything in it is write-protected. What cannot be looked
/// at does not count: replacing it will fail anyway.
fn has_protected(folder: &Path) -> bool {
    let inside = |entry: fs::DirEntry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => has_protected(&entry.path()),
        Ok(kind) => kind.is_file() && is_protected(&entry.path()),
        Err(_) => false,
    };
    is_protected(folder) || fs::read_dir(folder).is_ok_and(|mut all| all.any(|entry| entry.is_ok_and(inside)))
}

/// Whether a folder is a bundle: nothing else is ever replaced.
fn is_bundle(folder: &Path) -> bool {
    let path = folder.join(MANIFEST);
    let is_file = fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_file());
    let mut start = Vec::new();
    is_file
        && fs::File::open(path).is_ok_and(|file| file.take(64).read_to_end(&mut start).is_ok())
        && Manifest::begins(&start)
}

/// Makes the folder `path` with what `fill` puts in it. Returns what `fill`
/// returns; when anything fails, the disk is as it was.
pub(super) fn write_folder<T>(
    path: &Path,
    purpose: Purpose,
    output: &Output,
    fill: impl FnOnce(&Folder<'_>) -> Result<T, Stop>,
) -> Result<T, Stop> {
    let goal = goal(path, purpose)?;
    uninterrupted(|| {
        let making = temporary(0o777).tempdir_in(&goal.parent).map_err(|error| stop(path, &error))?;
        let filled = fill(&Folder { root: making.path(), goal: path, purpose, together: Cell::new(0) })?;
        let left = put_in_place(making, &goal).map_err(|error| {
            // Somebody else made it meanwhile.
            let is_there =
                matches!(error.kind(), io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists);
            if !is_there {
                return stop(path, &error);
            }
            Stop::Io {
                path: path.to_string_lossy().into_owned(),
                message: say!("deze map is er al", "this folder already exists"),
            }
        })?;
        if let Some(left) = left {
            output.not_removed(&left);
        }
        Ok(filled)
    })
}

/// Gives the folder its name. What was there is exchanged for it in one step
/// where the system can, so that there is always one of the two. Returns the
/// path of what is left of the old one, if it could not be removed.
fn put_in_place(making: tempfile::TempDir, goal: &Goal) -> io::Result<Option<PathBuf>> {
    if goal.is_taken {
        if exchange(making.path(), &goal.path)? {
            return Ok(remove(making));
        }
        let aside = temporary(0o777).tempdir_in(&goal.parent)?;
        let old = aside.path().join("x");
        fs::rename(&goal.path, &old)?;
        if let Err(error) = fs::rename(making.path(), &goal.path) {
            fs::rename(&old, &goal.path)?;
            return Err(error);
        }
        let _ = making.keep();
        return Ok(remove(aside));
    }
    fs::rename(making.path(), &goal.path)?;
    let _ = making.keep();
    Ok(None)
}

/// Removes the old folder, which has a temporary name by now. If it cannot be
/// removed, the new one is complete all the same: then this returns its path.
fn remove(old: tempfile::TempDir) -> Option<PathBuf> {
    let path = old.path().to_owned();
    // What failed once, for example with too many open files, may succeed now.
    let removed = old.close().or_else(|_| fs::remove_dir_all(&path));
    removed.err().map(|_| path)
}

/// Exchanges two folders in one step; `false` where the system cannot.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Whether `folder` is, contains or is inside one of these paths of data.
pub(super) fn touches(folder: &Path, paths: &[PathBuf]) -> bool {
    let real = fs::canonicalize(folder).or_else(|_| {
        fs::canonicalize(parent(folder))
            .map(|parent| folder.file_name().map_or(parent.clone(), |name| parent.join(name)))
    });
    let Ok(real) = real else { return false };
    paths.iter().filter_map(|path| fs::canonicalize(path).ok()).any(|data| {
        let parts = [data.join("vendors"), data.join("criteria")];
        data.starts_with(&real)
            || parts.iter().any(|part| real.starts_with(part))
            || (data.is_file() && real == data)
    })
}
