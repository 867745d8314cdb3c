//! The disk: which files a data folder has, and their bytes. The only code that
//! reads files of data.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::load::codes;
use crate::say;
use crate::text::safe::clean;
use crate::text::yaml::MOST_BYTES;
use crate::text::{Code, Message};

/// The most files in a data folder.
pub(super) const MOST_FILES: usize = 100_000;
/// The settings of a data folder.
pub(crate) const SETTINGS: &str = "keuzehulp.yaml";
/// The folders that hold data.
pub(crate) const DATA_FOLDERS: [&str; 2] = ["vendors", "criteria"];

/// What was found at a path.
#[derive(Clone, Debug)]
pub(crate) enum Found {
    /// A file to read.
    File(PathBuf),
    /// A file of the built-in data.
    BuiltIn(&'static str),
    /// A file in memory.
    Memory(Arc<[u8]>),
    /// Something that cannot be read, and why.
    Refused(&'static Code, Message),
}

/// A file of a layer.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The path inside the layer, with `/`.
    pub(crate) inner: String,
    /// The path for people.
    pub(crate) shown: String,
    pub(crate) found: Found,
}

/// Why a data folder cannot be used at all.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// It is not there.
    #[error("not found: {0}")]
    Missing(PathBuf),
    /// It is something else.
    #[error("not a folder: {0}")]
    NotAFolder(PathBuf),
    /// The system denies access.
    #[error("cannot be read: {0}: {1}")]
    Unreadable(PathBuf, std::io::Error),
}

/// Lists the data files of `root` in order of path.
///
/// # Errors
/// When `root` is not a folder that can be opened.
pub(crate) fn list(root: &Path) -> Result<Vec<Entry>, FolderError> {
    let meta = fs::metadata(root).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => FolderError::Missing(root.to_owned()),
        _ => FolderError::Unreadable(root.to_owned(), e),
    })?;
    if !meta.is_dir() {
        return Err(FolderError::NotAFolder(root.to_owned()));
    }
    fs::read_dir(root).map_err(|e| FolderError::Unreadable(root.to_owned(), e))?;
    let real = fs::canonicalize(root).map_err(|e| FolderError::Unreadable(root.to_owned(), e))?;
    let mut walk = Walk { root, real, entries: BTreeMap::new(), is_full: false };
    for top in DATA_FOLDERS {
        // A missing folder is fine; anything else in its place is not.
        if is_there(&root.join(top)) {
            walk.folder(Path::new(top), 0);
        }
    }
    if walk.is_full {
        return Ok(vec![too_many(clean(&root.to_string_lossy()))]);
    }
    Ok(walk.entries.into_values().collect())
}

/// The single entry of a layer with too many files. None of the files is read: if some
/// were left out, every reference to them would be reported as an error.
pub(super) fn too_many(shown: String) -> Entry {
    let found = Found::Refused(&codes::TOO_MANY_FILES, codes::TOO_MANY_FILES.title.into());
    Entry { inner: String::new(), shown, found }
}

/// Whether something is at this path. When this is unknown the answer is yes,
/// so that it gets a finding.
fn is_there(path: &Path) -> bool {
    !matches!(fs::symlink_metadata(path), Err(error) if error.kind() == std::io::ErrorKind::NotFound)
}

/// Whether `folder` has one of the data folders.
#[must_use]
pub(crate) fn holds_data(folder: &Path) -> bool {
    DATA_FOLDERS.iter().map(|top| folder.join(top)).any(|path| match fs::metadata(&path) {
        Ok(meta) => meta.is_dir(),
        Err(_) => is_there(&path),
    })
}

/// The file with this name beside the folders of data, if there is anything. A link could
/// lead anywhere, and is refused.
pub(in crate::load) fn beside(root: &Path, name: &str) -> Option<Entry> {
    let path = root.join(name);
    let meta = fs::symlink_metadata(&path).ok()?;
    let shown = clean(&path.to_string_lossy());
    let shown = shown.strip_prefix("./").unwrap_or(&shown).to_owned();
    let found = if meta.is_file() { Found::File(path) } else { no_file() };
    Some(Entry { inner: name.to_owned(), shown, found })
}

/// Whether a path is inside one of the data folders of `root`, or its settings.
#[must_use]
pub(crate) fn is_in_data(root: &Path, path: &Path) -> bool {
    DATA_FOLDERS.iter().any(|top| path.starts_with(root.join(top))) || path == root.join(SETTINGS)
}

struct Walk<'r> {
    root: &'r Path,
    real: PathBuf,
    /// Keyed by the shown path and the path itself: names that are not UTF-8
    /// may look the same.
    entries: BTreeMap<(String, PathBuf), Entry>,
    is_full: bool,
}

impl Walk<'_> {
    fn add(&mut self, inner: &Path, found: Found) {
        if self.entries.len() >= MOST_FILES {
            self.is_full = true;
            return;
        }
        let inner_text = inner.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        let shown = clean(&self.root.join(inner).to_string_lossy());
        let shown = shown.strip_prefix("./").unwrap_or(&shown).to_owned();
        self.entries
            .insert((inner_text.clone(), inner.to_owned()), Entry { inner: inner_text, shown, found });
    }

    fn folder(&mut self, inner: &Path, depth: usize) {
        let path = self.root.join(inner);
        let entries = match fs::symlink_metadata(&path) {
            Ok(meta) if meta.is_symlink() => {
                return self.add(
                    inner,
                    not_a_file(say!("dit is een koppeling naar een map", "this is a link to a folder")),
                );
            }
            Ok(meta) if !meta.is_dir() => {
                return self.add(inner, no_folder());
            }
            _ => fs::read_dir(&path).and_then(Iterator::collect::<Result<Vec<_>, _>>),
        };
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.add(inner, unreadable(&error)),
        };
        entries.sort_by_cached_key(fs::DirEntry::file_name);
        for entry in entries {
            if self.is_full {
                return;
            }
            self.entry(&inner.join(entry.file_name()), entry.file_type(), depth);
        }
    }

    fn entry(&mut self, inner: &Path, kind: std::io::Result<fs::FileType>, depth: usize) {
        let name = inner.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if is_passed_over(&name) {
            return;
        }
        let path = self.root.join(inner);
        let kind = match kind {
            Ok(kind) => kind,
            Err(error) => return self.add(inner, unreadable(&error)),
        };
        let yaml = is_yaml_name(&name);
        if kind.is_symlink() && fs::metadata(&path).is_ok_and(|target| target.is_dir()) {
            let message = say!("dit is een koppeling naar een map", "this is a link to a folder");
            return self.add(inner, not_a_file(message));
        }
        if kind.is_dir() && !yaml {
            // vendors/<kind>/ and criteria/<theme>/ are the only folders.
            if depth == 0 {
                self.folder(inner, 1);
            } else {
                self.add(inner, too_deep());
            }
            return;
        }
        if !yaml {
            return self.add(inner, no_yaml(&name));
        }
        let found = if kind.is_file() {
            Found::File(path)
        } else if kind.is_symlink() {
            self.link(path)
        } else {
            no_file()
        };
        self.add(inner, found);
    }

    /// A link counts as its target, if that is an ordinary file inside the data
    /// folder.
    fn link(&self, path: PathBuf) -> Found {
        match fs::canonicalize(&path) {
            Err(_) => not_a_file(say!("deze koppeling leidt nergens naartoe", "this link leads nowhere")),
            Ok(target) if !target.starts_with(&self.real) => not_a_file(say!(
                "deze koppeling leidt buiten de gegevensmap",
                "this link leads out of the data folder"
            )),
            Ok(target) if !target.is_file() => not_a_file(say!(
                "deze koppeling leidt niet naar een gewoon bestand",
                "this link does not lead to an ordinary file"
            )),
            Ok(_) => Found::File(path),
        }
    }
}

fn not_a_file(message: Message) -> Found {
    Found::Refused(&codes::NOT_A_FILE, message)
}

/// Something that is not a folder in the place of a data folder.
pub(super) fn no_folder() -> Found {
    not_a_file(say!("hier hoort een map te staan", "a folder is expected here"))
}

/// Something with the name of a data file that is not a file.
pub(super) fn no_file() -> Found {
    not_a_file(say!("dit is geen gewoon bestand", "this is not an ordinary file"))
}

/// A folder inside the folder of a kind or theme.
pub(super) fn too_deep() -> Found {
    Found::Refused(
        &codes::NOT_READ,
        say!(
            "mappen binnen een map van een soort of thema worden niet gelezen",
            "folders inside the folder of a kind or theme are not read"
        ),
    )
}

/// A file without the extension of a data file.
pub(super) fn no_yaml(name: &str) -> Found {
    let message = if name.to_ascii_lowercase().ends_with(".json") {
        say!(
            "dit bestand wordt niet gelezen; bedoelt u `.yaml`?",
            "this file is not read; did you mean `.yaml`?"
        )
    } else {
        codes::NOT_READ.title.into()
    };
    Found::Refused(&codes::NOT_READ, message)
}

fn unreadable(error: &std::io::Error) -> Found {
    Found::Refused(&codes::UNREADABLE, reason(error))
}

/// Hidden files, files that editors leave behind, and texts about the folder
/// itself are skipped silently.
pub(super) fn is_passed_over(name: &str) -> bool {
    let about =
        ["README", "LICENSE", "LICENCE"].iter().any(|word| name.to_ascii_uppercase().starts_with(word));
    (about && !is_yaml_name(name))
        || name.starts_with('.')
        || name.ends_with('~')
        || name.to_ascii_lowercase().ends_with(".tmp")
        || name.starts_with('#')
}

/// Whether a name has the extension of a YAML file.
#[must_use]
pub(crate) fn is_yaml_name(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or("");
    extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml")
}

/// Reads one file, up to the size limit of data files.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, (&'static Code, Message)> {
    let refuse = |error: &std::io::Error| (&codes::UNREADABLE, reason(error));
    let no_file = || (&codes::NOT_A_FILE, codes::NOT_A_FILE.title.into());
    // Opening a pipe that nobody writes to would block.
    if fs::metadata(path).is_ok_and(|meta| !meta.is_file()) {
        return Err(no_file());
    }
    let file = fs::File::open(path).map_err(|e| refuse(&e))?;
    let meta = file.metadata().map_err(|e| refuse(&e))?;
    if !meta.is_file() {
        return Err(no_file());
    }
    let size = usize::try_from(meta.len()).unwrap_or(usize::MAX).min(MOST_BYTES);
    let mut bytes = Vec::with_capacity(size + 1);
    file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|e| refuse(&e))?;
    Ok(bytes)
}

/// Why the system refused, in plain words.
#[must_use]
pub(crate) fn reason(error: &std::io::Error) -> Message {
    use std::io::ErrorKind as E;
    match error.kind() {
        E::NotFound => say!("het bestand is er niet (meer)", "the file does not exist (any more)"),
        E::PermissionDenied => say!("u mag dit niet lezen of schrijven", "you may not read or write this"),
        E::IsADirectory => say!("dit is een map", "this is a folder"),
        E::NotADirectory => say!("een deel van dit pad is geen map", "a part of this path is not a folder"),
        E::StorageFull => say!("de schijf is vol", "the disk is full"),
        E::QuotaExceeded => say!("uw ruimte op de schijf is op", "your space on the disk is used up"),
        E::ReadOnlyFilesystem => {
            say!("op deze schijf kan niet worden geschreven", "this disk cannot be written to")
        }
        E::FileTooLarge => say!("het bestand wordt te groot", "the file would become too large"),
        E::AlreadyExists => {
            say!("er is al een bestand met deze naam", "a file with this name exists already")
        }
        E::ResourceBusy | E::ExecutableFileBusy => say!(
            "een ander programma gebruikt het bestand; is het nog geopend in een spreadsheet?",
            "another program is using the file; is it still open in a spreadsheet?"
        ),
        E::InvalidFilename => say!("deze naam kan geen bestandsnaam zijn", "this name cannot be a file name"),
        _ => match error.raw_os_error() {
            Some(code) => say!("het systeem meldt fout {code}", "the system reports error {code}"),
            None => say!("het systeem meldt een fout", "the system reports an error"),
        },
    }
}
