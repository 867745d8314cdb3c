//! Layer 4: results become bytes. Nothing is computed here, and nothing is written
//! to the outside world.

pub mod csv;
pub mod document;
pub(crate) mod github;
pub mod html;
pub mod json;
pub mod markdown;
mod rows;
pub(crate) mod scaffold;
pub mod table;
pub mod terminal;
pub(crate) mod words;
pub(crate) mod xlsx;

pub use words::findings::severity;
pub use words::products::alternative;
