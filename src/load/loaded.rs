//! What loading gives.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::model::{Catalogue, LoadedFile};
use crate::text::hash::digest;
use crate::text::yaml::{edit, normalise};
use crate::text::{Diagnostic, FileId};

use super::files::decode::{bytes, text};
use super::files::folder::Found;
use super::files::layer::{BUILT_IN, Layer};

/// What loading gives: never an error, always all findings.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Everything that could be read.
    pub catalogue: Catalogue,
    /// All findings, in order of file and place.
    pub findings: Vec<Diagnostic>,
    /// The texts of the files with findings, to show the lines around them.
    pub texts: HashMap<FileId, String>,
    /// The layers, to read a file again later.
    pub(super) layers: Vec<Layer>,
    /// Per file how it is written without old ids.
    pub(super) edits: HashMap<FileId, Vec<edit::Edit>>,
    /// What was found and is not read as a file: links out of the folder,
    /// pipes, and missing files. They are never opened later either.
    pub(super) refused: HashSet<FileId>,
}

impl Loaded {
    /// Adds the texts of these files, for findings that were added later.
    pub fn fetch_texts(&mut self, files: &[FileId]) {
        for file in files {
            if !self.texts.contains_key(file) {
                self.texts.extend(self.text_of(*file).map(|text| (*file, text)));
            }
        }
    }

    /// The text of a file that can be shown; it is read again.
    #[must_use]
    pub fn text_of(&self, file: FileId) -> Option<String> {
        if self.refused.contains(&file) {
            return None;
        }
        self.text(self.catalogue.files.get(file.0 as usize)?)
    }

    /// The text of a file as it was read and fingerprinted; `None` when the
    /// file cannot be read or has changed.
    #[must_use]
    pub fn input(&self, file: &LoadedFile) -> Option<String> {
        let text = self.text(file)?;
        (Some(digest(text.as_bytes())) == file.digest).then_some(text)
    }

    /// The layers that were loaded, the lowest first.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// The bytes of a file without the old ids that were read in it, and whether that
    /// differs from what it is now; `None` when the file cannot be read or has changed.
    #[must_use]
    pub fn migrated(&self, id: FileId) -> Option<(Vec<u8>, bool)> {
        let file = self.catalogue.files.get(id.0 as usize)?;
        let bytes = bytes(&self.found(file)?).ok()??;
        let text = normalise(bytes.clone()).ok()?;
        (Some(digest(text.as_bytes())) == file.digest).then_some(())?;
        match self.edits.get(&id) {
            None => Some((bytes, false)),
            Some(edits) => Some((edit::apply(&bytes, edits), true)),
        }
    }

    fn text(&self, file: &LoadedFile) -> Option<String> {
        text(&self.found(file)?).ok().flatten().map(Cow::into_owned)
    }

    fn found(&self, file: &LoadedFile) -> Option<Found> {
        Some(match self.layers.get(file.layer)? {
            Layer::BuiltIn => Found::BuiltIn(BUILT_IN.iter().find(|(inner, _)| *inner == file.inner)?.1),
            Layer::Folder(root) => Found::File(root.join(&file.inner)),
            Layer::Memory(memory) => Found::Memory(memory.get(&file.inner)?),
            Layer::Profile(path) | Layer::Dossier(path) => Found::File(path.clone()),
        })
    }
}
