//! Layer 3: a comparison, or the data itself, seen for one purpose, as plain data that
//! knows no format.
//! Every result has a file here; `report` shows it.

pub mod actions;
pub mod again;
pub mod breakdown;
pub mod card;
pub mod coverage;
pub mod memo;
pub mod own;
pub mod questions;
pub mod quickscan;
pub mod resting;
pub(crate) mod reweigh;
pub mod risks;
pub mod sentences;
pub mod settings;
pub mod tiles;
pub mod worklist;
