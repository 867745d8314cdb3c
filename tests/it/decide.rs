//! The decision analysis: what must hold of every set of data, tried on many
//! small random ones, and an independent scorer.

mod institution;
mod knowledge;
mod oracle;
mod questions;
mod ranking;
mod triaged;
mod weights;
mod world;
