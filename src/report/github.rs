//! Findings as a workflow of GitHub reads them: the log of people, and a line for each
//! finding that GitHub puts beside the file.
//!
//! GitHub shows only the first ten of each severity beside the files, so the log has all.

use std::fmt::Write as _;

use crate::model::Catalogue;
use crate::text::safe::clean;
use crate::text::{Diagnostic, Lang, Severity};

/// A log in which nothing is taken for a command: GitHub skips what stands between
/// `::stop-commands::` and the token. No text can hold the token, because it is the
/// fingerprint of that text.
#[must_use]
pub(crate) fn log(text: &str) -> String {
    let token: String = crate::text::hash::hex(&crate::text::hash::digest(text.as_bytes()));
    format!("::stop-commands::{token}\n{}\n::{token}::\n", text.trim_end())
}

/// A command for each finding, the worst first.
#[must_use]
pub(crate) fn annotations<'f>(
    findings: impl Iterator<Item = (&'f Diagnostic, &'f Catalogue)>,
    lang: Lang,
) -> String {
    let mut all: Vec<(&Diagnostic, &Catalogue)> = findings.collect();
    all.sort_by_key(|(finding, _)| finding.code.severity);
    let mut out = String::new();
    for (finding, catalogue) in all {
        let command = match finding.code.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let path = catalogue.path(finding.place.file).replace('\\', "/");
        let (path, title) = (property(&path), property(finding.code.id));
        let (line, column) = (finding.place.line, finding.place.column);
        let mut message = data(finding.message.get(lang));
        if let Some(help) = &finding.help {
            // The end of a line, as GitHub writes it.
            message.push_str("%0A");
            message.push_str(&data(help.get(lang)));
        }
        // Writing into a String cannot fail.
        let _ = writeln!(out, "::{command} file={path},line={line},col={column},title={title}::{message}");
    }
    out
}

/// A text behind the second `::`.
fn data(text: &str) -> String {
    clean(text).replace('%', "%25")
}

/// A value before it, where a colon or comma would end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_github_would_read_as_its_own_is_escaped() {
        assert_eq!(data("100%: a, b\n::error::x"), "100%25: a, b ::error::x");
        assert_eq!(property("50%,a:b"), "50%25%2Ca%3Ab");
    }

    #[test]
    fn nothing_in_the_log_can_end_it() {
        let text = "::error::boos\n::stop-commands::x\n";
        let log = log(text);
        let token =
            log.lines().next().and_then(|first| first.strip_prefix("::stop-commands::")).expect("a token");
        assert!(token.len() == 64 && !text.contains(token));
        assert!(log.ends_with(&format!("\n::{token}::\n")));
    }
}
