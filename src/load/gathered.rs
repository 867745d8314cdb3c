//! What reading all files gave, and two files with one id.

use std::collections::HashMap;

use crate::model::{Deviation, DeviationKind};
use crate::say;
use crate::text::safe::clean;
use crate::text::{Diagnostic, FileId, Place};

use super::codes;
use super::files::{File, Outcome};
use super::reader::quoted;

/// Gathers what all files gave.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) findings: Vec<Diagnostic>,
    pub(super) texts: HashMap<FileId, String>,
    pub(super) digests: Vec<(usize, [u8; 32])>,
    pub(super) deviations: Vec<Deviation>,
}

impl Gathered {
    pub(super) fn take<T>(&mut self, file: &File, outcome: Outcome<T>) -> Option<T> {
        self.digests.extend(outcome.digest.map(|digest| (file.id.0 as usize, digest)));
        if !outcome.findings.is_empty() {
            self.texts.extend(outcome.text.map(|text| (file.id, text)));
            self.findings.extend(outcome.findings);
        }
        outcome.value
    }

    /// Adds what was gathered elsewhere.
    pub(super) fn append(&mut self, other: Gathered) {
        self.findings.extend(other.findings);
        self.texts.extend(other.texts);
        self.digests.extend(other.digests);
        self.deviations.extend(other.deviations);
    }

    /// A file with the id of another: of the same layer it is a mistake, of a
    /// layer below it is replaced.
    pub(super) fn over(&mut self, file: &File, other: &File) {
        if file.layer == other.layer {
            self.findings.push(same_id(file, &other.entry.shown));
        } else {
            self.deviations.push(replaced(file));
        }
    }
}

/// The finding for a file that has the id of `other`.
pub(super) fn same_id(file: &File, other: &str) -> Diagnostic {
    let other = quoted(other);
    Diagnostic::new(
        &codes::SAME_ID,
        Place::whole_file(file.id),
        say!("dit bestand heeft dezelfde id als {other}", "this file has the same id as {other}"),
    )
    .help(codes::SAME_ID.advice)
}

/// The deviation for a file that takes the place of one below.
pub(super) fn replaced(file: &File) -> Deviation {
    Deviation {
        // It is shown, also where nothing cleans it any more.
        what: DeviationKind::File(clean(&file.entry.inner)),
        because: None,
        place: Place::whole_file(file.id),
    }
}
