//! What is under `criteria/`: kinds and themes, the sentences of the AP, criteria
//! with their conditions, migrations, and profiles.

mod answer;
pub(super) mod condition;
mod criterion;
pub(super) mod index;
mod kinds;
mod migration;
pub(super) mod need;
mod profile;
pub(super) mod read;
mod sentences;
pub(super) mod shared;

pub(super) use profile::MOST_WEIGHT;
