//! Findings: what is wrong with a file, where, and what to do about it.
//!
//! A problem in the data is a value. Nothing here prints: `report::terminal` and
//! `report::json` turn findings into text and JSON.

use super::lang::{Message, Phrase};
use super::span::{FileId, Place};

crate::vocabulary! {
    /// How serious a finding is, the worst first.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum Severity {
        /// The meaning is unclear or the file is unsafe; nothing is ranked with it.
        Error = "error",
        /// It looks wrong; the meaning is clear.
        Warning = "warning",
        /// Work that is still to be done.
        Hint = "hint",
    }
}

/// A kind of finding: its code never changes and is never reused.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `KH` and three digits.
    pub id: &'static str,
    /// How serious a finding of this kind is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub title: Phrase,
    /// Why it matters and what to do, for `docs/meldingen.md`.
    pub advice: Phrase,
}

/// Another place that a finding refers to, in the same file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there.
    pub label: Message,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its kind.
    pub code: &'static Code,
    /// Its place in the file.
    pub place: Place,
    /// What is wrong, with the writer's own words between backticks.
    pub message: Message,
    /// A second place in the same file.
    pub related: Option<Related>,
    /// Other places that this one finding is about, also in other files; loading
    /// gives a finding for each place.
    pub also: Vec<Place>,
    /// What to do.
    pub help: Option<Message>,
}

impl Diagnostic {
    /// A finding without related place or help.
    #[must_use]
    pub fn new(code: &'static Code, place: Place, message: Message) -> Diagnostic {
        Diagnostic { code, place, message, related: None, also: Vec::new(), help: None }
    }

    /// The same finding with advice on what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<Message>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// The same finding with a second place in the same file.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<Message>) -> Diagnostic {
        self.related = Some(Related { place, label: label.into() });
        self
    }

    /// Whether this is an error.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.code.severity == Severity::Error
    }

    /// The order in which findings are shown: by file, place, code and text.
    #[must_use]
    pub fn sort_key(&self) -> (FileId, u32, u32, &'static str, &str) {
        (self.place.file, self.place.line, self.place.column, self.code.id, &self.message.nl)
    }
}
