//! The place where something is to be written: what is wrong with it, found
//! before anything is written.

use std::fs;
use std::io;
use std::path::Path;

use crate::text::Phrase;
use crate::text::lang::phrase;

/// The folder that holds a path.
pub(super) fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether a path is a link to nothing, or to itself by a detour.
pub(super) fn leads_nowhere(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink())
        && fs::metadata(path).is_err_and(|error| error.kind() != io::ErrorKind::PermissionDenied)
}

pub(super) const DEAD_LINK: Phrase = phrase(
    "deze koppeling leidt nergens naartoe; haal haar weg of kies een andere naam",
    "this link leads nowhere; remove it or choose another name",
);

pub(super) const DEAD_FOLDER: Phrase = phrase(
    "de map waarin dit moet komen is een koppeling die nergens naartoe leidt",
    "the folder that this should go into is a link that leads nowhere",
);

/// Whether something is write-protected: by its own mode, which would not stop
/// a superuser, or because the user may not write to it.
pub(super) fn is_protected(path: &Path) -> bool {
    // On systems other than Unix, this mark on a folder means something else.
    let counts = |meta: &fs::Metadata| cfg!(unix) || meta.is_file();
    fs::metadata(path).is_ok_and(|meta| counts(&meta) && meta.permissions().readonly()) || !may_write(path)
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn may_write(path: &Path) -> bool {
    use rustix::fs::{Access, access};
    use rustix::io::Errno;
    !matches!(access(path, Access::WRITE_OK), Err(Errno::ACCESS | Errno::PERM))
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn may_write(_: &Path) -> bool {
    true
}

pub(super) const PROTECTED_FOLDER: Phrase = phrase(
    "u mag dit niet schrijven: de map is tegen schrijven beveiligd",
    "you may not write here: the folder is write-protected",
);
