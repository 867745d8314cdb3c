//! What is under `criteria/`: kinds and themes, the sentences of the AP, criteria
//! with their conditions, migrations, and profiles.

mod action;
pub(super) mod condition;
mod criterion;
mod given;
pub(super) mod index;
mod kinds;
mod migration;
pub(super) mod need;
pub(super) mod premises;
mod profile;
pub(super) mod read;
mod sentences;
pub(super) mod shared;

pub(super) use profile::MOST_WEIGHT;
