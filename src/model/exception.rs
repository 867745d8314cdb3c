//! Exceptions: findings that whoever keeps the data knows of and accepts for a time.

use super::{Date, Localized};
use crate::text::{FileId, Place};

/// An accepted finding, or several of one kind.
#[derive(Clone, Debug)]
pub struct Exception {
    /// The code of the findings.
    pub code: String,
    /// The file that they are in, or a folder of such files, inside the layer; empty for
    /// the whole layer.
    pub file: String,
    /// Only findings that name this, between backticks.
    pub about: Option<String>,
    /// Why they are accepted.
    pub because: Localized,
    /// The last day on which they are.
    pub until: Date,
    /// The layer that it is for, by number.
    pub layer: usize,
    /// Its place in the file.
    pub place: Place,
}

/// An exception, and what it covers.
#[derive(Clone, Debug)]
pub struct Used {
    /// The exception.
    pub exception: Exception,
    /// The file of each finding that it covers, one or more.
    pub findings: Vec<FileId>,
}
