//! Documents for machines, JSON and YAML. Each is made of structs of its own: the
//! model may change, but a document only grows while its schema has the same
//! number. Ids of values come from `report::words`.

use serde::Serialize;

use crate::compare::{Comparison, Row};

mod actions;
pub mod comparison;
pub(crate) mod coverage;
pub mod findings;
mod glance;
pub mod institution;
mod premises;
pub mod questions;
mod score;
pub mod settings;
pub(crate) mod sources;
pub(crate) mod verification;
pub(crate) mod worklist;

pub use comparison::document;

/// The data that a document was made from.
#[derive(Debug, Serialize)]
struct Data {
    sha256: String,
}

/// The ids of what is compared, where that is a choice.
fn within(comparison: &Comparison<'_>) -> Option<Vec<String>> {
    comparison.chosen_from.map(|_| {
        let mut ids: Vec<String> = comparison.rows.iter().map(Row::id).collect();
        ids.sort_unstable();
        ids
    })
}

/// A document as JSON, with a line end.
///
/// # Errors
/// Never for the documents of this crate; serde asks for it.
pub fn to_json(document: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(document)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A document as YAML.
///
/// # Errors
/// Never for the documents of this crate; serde asks for it.
pub fn to_yaml(document: &impl Serialize) -> Result<Vec<u8>, serde_yaml::Error> {
    serde_yaml::to_string(document).map(String::into_bytes)
}
