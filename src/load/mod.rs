//! Layer 2: YAML files become the model. Loading never stops at an error: it
//! returns what could be read and all that is wrong, in a stable order.
//!
//! Read in this order: [`folder`] finds files, `reader` takes mappings apart by
//! the tables of [`keys`], and one file per kind of file decodes it.

mod checklist_file;
pub mod codes;
mod condition;
mod criteria;
mod criterion_file;
mod dossier_file;
mod evidence;
mod fact;
mod files;
pub mod folder;
mod gathered;
mod help;
mod institution;
pub mod keys;
mod kinds_file;
mod layers;
mod memory;
mod named;
mod need;
mod person;
mod product_file;
mod products;
mod profile_file;
mod reader;
mod request;
mod scope;
mod sentence_file;
mod shared;
pub mod tree;
mod triage_record;
mod values;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use crate::model::{Catalogue, Date, LoadedFile};
use crate::text::{Diagnostic, FileId};

use folder::Found;

pub use files::DOSSIER;
pub use folder::FolderError;
pub use help::id_help;
pub use layers::{Ground, ground};
pub use memory::Memory;
pub use products::Products;
pub use request::{RequestError, requirement, weight};
pub use values::parse_date;

/// The shipped data: path and text of every file, in order of path.
static BUILT_IN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// A layer of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The data that the binary carries.
    BuiltIn,
    /// A folder with `products/` and `criteria/`.
    Folder(PathBuf),
    /// Files in memory, as if they lay in such a folder.
    Memory(Memory),
    /// One profile file, given by its path.
    Profile(PathBuf),
    /// The institution's dossier, given by its path.
    Dossier(PathBuf),
}

/// What loading gives: never an error, always all findings.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Everything that could be read.
    pub catalogue: Catalogue,
    /// All findings, in order of file and place.
    pub findings: Vec<Diagnostic>,
    /// The texts of the files with findings, for the lines around them.
    pub texts: HashMap<FileId, String>,
    /// The layers, to read a file again.
    layers: Vec<Layer>,
    /// What was found and is no file to read: links out of the folder, pipes, and
    /// what is missing. Nobody opens them later either.
    refused: HashSet<FileId>,
}

impl Loaded {
    /// Adds the texts of these files, for findings that were added later.
    pub fn fetch_texts(&mut self, files: &[FileId]) {
        for file in files {
            if self.texts.contains_key(file) || self.refused.contains(file) {
                continue;
            }
            let text = self.catalogue.files.get(file.0 as usize).and_then(|file| self.text(file));
            self.texts.extend(text.map(|text| (*file, text)));
        }
    }

    /// The text of a file, exactly as it was read and as the fingerprint of the
    /// data has it; `None` when the file cannot be read, or is no longer the same.
    #[must_use]
    pub fn input(&self, file: &LoadedFile) -> Option<String> {
        let text = self.text(file)?;
        (Some(crate::text::hash::digest(text.as_bytes())) == file.digest).then_some(text)
    }

    /// The layers that were loaded, the lowest first.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    fn text(&self, file: &LoadedFile) -> Option<String> {
        let found = match self.layers.get(file.layer)? {
            Layer::BuiltIn => Found::BuiltIn(BUILT_IN.iter().find(|(inner, _)| *inner == file.inner)?.1),
            Layer::Folder(root) => Found::File(root.join(&file.inner)),
            Layer::Memory(memory) => Found::Memory(memory.get(&file.inner)?),
            Layer::Profile(path) | Layer::Dossier(path) => Found::File(path.clone()),
        };
        files::text(&found).ok().flatten().map(Cow::into_owned)
    }
}

/// Loads `layers`, the lowest first; dates after `as_of` are errors.
///
/// # Errors
/// When a layer is not a folder that can be opened.
pub fn load(layers: &[Layer], as_of: Date) -> Result<Loaded, FolderError> {
    let ground = ground(layers, as_of)?;
    let products = ground.products(|product, _| (product, ()));
    Ok(ground.with(products).0)
}

/// All findings that loading can give, in order of code.
pub fn all_codes() -> impl Iterator<Item = &'static crate::text::Code> {
    crate::text::codes::ALL.iter().chain(codes::ALL).copied()
}
