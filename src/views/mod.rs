//! Layer 3: a comparison looked at from one side, as plain data that no format
//! is known to. Every result has a file here; `report` shows it.

pub mod breakdown;
pub mod memo;
pub mod quickscan;
pub mod reweigh;
