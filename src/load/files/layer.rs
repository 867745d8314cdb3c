//! The layers of data, and the data built into the binary.

use std::path::PathBuf;

use super::memory::Memory;

/// The shipped data: path and text of every file, in order of path.
pub(crate) static BUILT_IN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// A layer of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The data built into the binary.
    BuiltIn,
    /// A folder with `vendors/` and `criteria/`.
    Folder(PathBuf),
    /// Files in memory, as if in such a folder.
    Memory(Memory),
    /// One profile file, given by its path.
    Profile(PathBuf),
    /// The institution's dossier, given by its path.
    Dossier(PathBuf),
}
