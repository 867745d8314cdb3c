//! Layer 0: text, places in it, and findings about it. Nothing here knows the
//! domain.
//!
//! Read in this order: `span`, `lang`, `characters`, `safe`, `diagnostic`,
//! `vocabulary`, `suggestion`, `reach`, `spreadsheet`, `yaml`.

pub(crate) mod characters;
#[doc(hidden)]
pub mod codes;
pub(crate) mod diagnostic;
#[doc(hidden)]
pub mod hash;
pub(crate) mod lang;
#[doc(hidden)]
pub mod reach;
#[doc(hidden)]
pub mod safe;
pub(crate) mod span;
#[doc(hidden)]
pub mod spreadsheet;
#[doc(hidden)]
pub mod suggestion;
pub(crate) mod vocabulary;
#[doc(hidden)]
pub mod yaml;
mod yaml_syntax;

pub use diagnostic::{Code, Diagnostic, Severity};
pub use lang::{Lang, Message, Phrase};
pub use span::{FileId, Place, Span};
pub(crate) use vocabulary::Vocabulary;
