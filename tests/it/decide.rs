//! The decision analysis: what must hold for every set of data, tested on many
//! small random ones, and an independent scorer.

mod age;
mod asked;
mod inquiry;
mod institution;
mod knowledge;
mod oracle;
mod own_work;
mod premises;
mod questions;
mod ranking;
mod triaged;
mod weights;
mod worklist;
mod world;
