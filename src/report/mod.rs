//! Layer 4: results become bytes. One file per format; nothing is computed here
//! and nothing is written to the outside world.

pub mod csv;
pub mod datapackage;
pub mod explain;
pub mod findings;
pub mod frame;
pub mod html;
pub mod json;
pub mod list;
pub mod markdown;
pub mod notes;
pub mod number;
pub mod paper;
pub mod record;
mod rows;
pub mod table;
pub mod verification;
pub mod words;
pub mod xlsx;
