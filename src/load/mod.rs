//! Layer 2: YAML files become the model. Loading never stops at an error: it
//! returns what could be read and everything that is wrong, in a stable order.
//!
//! Read in this order: `folder` finds files, `reader` splits mappings by the
//! tables of `keys`, and `criteria`, `products` and `institution` decode one
//! kind of file each. [`ground`](ground()) says in which order they are read.

mod absent;
#[doc(hidden)]
pub mod character_codes;
mod characters;
#[doc(hidden)]
pub mod codes;
mod criteria;
#[doc(hidden)]
pub mod draft_codes;
mod files;
#[doc(hidden)]
pub mod format;
pub(crate) mod formatted;
mod former;
mod ground;
mod institution;
#[doc(hidden)]
pub mod keys;
mod leave_out;
mod loaded;
#[doc(hidden)]
pub mod migration_codes;
mod person;
#[doc(hidden)]
pub mod premise_codes;
mod products;
mod reader;
mod request;
pub(crate) mod schema;
mod settings;

use std::borrow::Cow;
use std::ffi::OsStr;
use std::path::Path;

use crate::model::Date;

pub(crate) use absent::joined;
pub use files::folder::FolderError;
pub(crate) use files::folder::SETTINGS;
pub use files::layer::Layer;
pub(crate) use files::list::DOSSIER;
pub use files::memory::Memory;
pub(crate) use files::revision::revision;
pub(crate) use files::{copies, folder, tree};
pub(crate) use former::COMMAND;
pub use ground::{Ground, ground};
pub use loaded::Loaded;
pub use products::read::Products;
pub use reader::dates::parse_date;
pub(crate) use reader::help::id_help;
pub use request::{RequestError, old_answers, requirement, weight};

/// Whether a profile is named by the path of its file and not by its id.
#[must_use]
pub(crate) fn is_path(name: &str) -> bool {
    name.contains(['/', std::path::MAIN_SEPARATOR]) || folder::is_yaml_name(name)
}

/// The id of the profile that is named by its id or by the path of its file.
#[must_use]
pub(crate) fn profile_id(name: &str) -> Cow<'_, str> {
    if !is_path(name) {
        return Cow::Borrowed(name);
    }
    Path::new(name).file_stem().map(OsStr::to_string_lossy).unwrap_or_default()
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

/// All findings that loading can give, table after table.
#[doc(hidden)]
pub fn all_codes() -> impl Iterator<Item = &'static crate::text::Code> {
    [
        crate::text::codes::ALL,
        codes::ALL,
        character_codes::ALL,
        draft_codes::ALL,
        migration_codes::ALL,
        premise_codes::ALL,
    ]
    .concat()
    .into_iter()
}
