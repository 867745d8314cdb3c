//! What is under `vendors/`: products with their facts and evidence, and how a
//! later layer amends them.

mod evidence;
mod fact;
mod product;
pub(super) mod read;
mod says;
mod scope;
