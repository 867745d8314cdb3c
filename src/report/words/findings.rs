//! Words for findings, and counts of them.

use crate::text::Severity;
use crate::text::lang::{Phrase, phrase};

use super::template::{Counted, template};

/// The word for how serious a finding is.
#[must_use]
pub fn severity(severity: Severity) -> Phrase {
    match severity {
        Severity::Error => phrase("fout", "error"),
        Severity::Warning => phrase("waarschuwing", "warning"),
        Severity::Hint => phrase("hint", "hint"),
    }
}

/// A count of errors.
pub(crate) const ERRORS: Counted =
    Counted { one: phrase("1 fout", "1 error"), many: template("{n} fouten", "{n} errors") };

/// A count of warnings.
pub(crate) const WARNINGS: Counted = Counted {
    one: phrase("1 waarschuwing", "1 warning"),
    many: template("{n} waarschuwingen", "{n} warnings"),
};

/// A count of hints.
pub(crate) const HINTS: Counted =
    Counted { one: phrase("1 hint", "1 hint"), many: template("{n} hints", "{n} hints") };

/// A count of findings.
pub(crate) const FINDINGS: Counted =
    Counted { one: phrase("1 melding", "1 finding"), many: template("{n} meldingen", "{n} findings") };

/// A count of files.
pub(crate) const FILES: Counted =
    Counted { one: phrase("1 bestand", "1 file"), many: template("{n} bestanden", "{n} files") };

/// A count of places that are not named.
pub(crate) const MORE_PLACES: Counted =
    Counted { one: phrase("1 plaats", "1 more place"), many: template("{n} plaatsen", "{n} more places") };

/// A count of differences.
pub(crate) const DIFFERENCES: Counted = Counted {
    one: phrase("1 verschil", "1 difference"),
    many: template("{n} verschillen", "{n} differences"),
};

/// What is added to the verdict when hints were asked for and errors stand in their way.
pub(crate) const NO_HINTS: Phrase =
    phrase("; hints zijn er pas als de fouten weg zijn", "; there are no hints until the errors are gone");
