//! Files in memory: a version of the data that is kept elsewhere, or an
//! unpacked archive. They are read like a folder, by the same rules and within
//! the same limits.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::text::safe::clean;

use super::folder::{
    DATA_FOLDERS, Entry, Found, MOST_FILES, is_passed_over, is_yaml_name, no_file, no_folder, no_yaml,
    too_deep, too_many,
};

/// The files of one layer, by their path inside it.
///
/// A path has `/` between its parts: `vendors/videobellen/alfa.yaml`. What is
/// outside the data folders is skipped, as it is on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The prefix of every shown path.
    before: String,
    files: BTreeMap<String, Arc<[u8]>>,
}

impl Memory {
    /// No files yet. Shown paths begin with `before`, to distinguish these
    /// files from others with the same path.
    #[must_use]
    pub fn new(before: &str) -> Memory {
        Memory { before: before.to_owned(), files: BTreeMap::new() }
    }

    /// Puts a file at this path, replacing one that is there.
    pub fn put(&mut self, path: impl Into<String>, bytes: impl Into<Arc<[u8]>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// The paths and bytes of the files, in order of path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), &**bytes))
    }

    /// The bytes of the file at this path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Arc<[u8]>> {
        self.files.get(path).cloned()
    }

    /// Whether there is a data folder.
    #[must_use]
    pub fn holds_data(&self) -> bool {
        let in_one = |path: &String| path.split_once('/').is_some_and(|(top, _)| DATA_FOLDERS.contains(&top));
        self.files.keys().any(in_one)
    }

    /// The path as shown to people; for an empty path, the name of the whole.
    pub(crate) fn shown(&self, inner: &str) -> String {
        match inner {
            "" => clean(self.before.trim_end_matches(['/', ':'])),
            _ => clean(&format!("{}{inner}", self.before)),
        }
    }

    /// The files as listed for a folder on disk, in order of path.
    pub(crate) fn list(&self) -> Vec<Entry> {
        let mut entries: BTreeMap<&str, Found> = BTreeMap::new();
        for (path, bytes) in &self.files {
            let Some((inner, found)) = listed(path, bytes) else { continue };
            if entries.len() >= MOST_FILES {
                return vec![too_many(self.shown(""))];
            }
            entries.entry(inner).or_insert(found);
        }
        let entry = |(inner, found): (&str, Found)| Entry {
            inner: inner.to_owned(),
            shown: self.shown(inner),
            found,
        };
        entries.into_iter().map(entry).collect()
    }
}

impl<P: Into<String>, B: Into<Arc<[u8]>>> FromIterator<(P, B)> for Memory {
    /// Of two files with one path the last is kept.
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Memory {
        let mut memory = Memory::default();
        for (path, bytes) in files {
            memory.put(path, bytes);
        }
        memory
    }
}

/// What a folder on disk would list for a file at this path: the file, or the
/// part of the path that is not entered. `None` is skipped.
fn listed<'p>(path: &'p str, bytes: &Arc<[u8]>) -> Option<(&'p str, Found)> {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    let mut from = 0;
    for (depth, end) in ends.enumerate() {
        let (inner, name) = (path.get(..end)?, path.get(from..end)?);
        let is_file = end == path.len();
        from = end + 1;
        let found = match depth {
            0 if !DATA_FOLDERS.contains(&name) => return None,
            0 if is_file => no_folder(),
            0 => continue,
            _ if is_passed_over(name) => return None,
            _ if is_file && is_yaml_name(name) => Found::Memory(Arc::clone(bytes)),
            _ if is_file => no_yaml(name),
            _ if is_yaml_name(name) => no_file(),
            1 => continue,
            _ => too_deep(),
        };
        return Some((inner, found));
    }
    None
}
