//! What is under `vendors/`: products with their facts and evidence, and how a
//! later layer amends them.

mod evidence;
pub(super) mod fact;
mod own_work;
mod product;
pub(super) mod read;
mod says;
mod scope;
mod source;

pub(super) use evidence::{LONGEST_QUOTE, quote};
