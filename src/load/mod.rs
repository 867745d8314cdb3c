//! Layer 2: YAML files become the model. Loading never stops at an error: it
//! returns what could be read and everything that is wrong, in a stable order.
//!
//! Read in this order: [`folder`] finds files, `reader` splits mappings by the
//! tables of [`keys`], and `criteria`, `products` and `institution` decode one
//! kind of file each. [`ground`](ground()) says in which order they are read.

pub mod codes;
mod criteria;
mod files;
mod ground;
mod institution;
pub mod keys;
mod loaded;
mod products;
mod reader;
mod request;

use crate::model::Date;

pub use files::folder::{self, FolderError};
pub use files::layer::Layer;
pub use files::list::DOSSIER;
pub use files::memory::Memory;
pub use files::tree;
pub use ground::{Ground, ground};
pub use loaded::Loaded;
pub use products::read::Products;
pub use reader::help::id_help;
pub use reader::values::parse_date;
pub use request::{RequestError, requirement, weight};

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
