//! Layer 3: the sources of the data, and whether its quotations are still in saved
//! copies of them. It reads no files: a copy comes in as text.
//!
//! Read in this order: `listed` (every source, and how old it is), `page` (the words
//! of a page), `fold` (texts in one spelling, and finding a quotation in them),
//! `quoted` (every quotation, and what became of it).

pub(crate) mod fold;
pub(crate) mod listed;
pub(crate) mod page;
pub(crate) mod quoted;

pub use fold::{Folded, Wanted};
pub use listed::{Listed, copy_name, listed};
pub use page::words;
pub use quoted::{Copy, Counts, Outcome, Quoted, quoted};
