//! Layer 3: a comparison seen for one purpose, as plain data that knows no format.
//! Every result has a file here; `report` shows it.

pub mod breakdown;
pub mod memo;
pub mod quickscan;
pub(crate) mod reweigh;
