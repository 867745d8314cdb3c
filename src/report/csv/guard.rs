//! Cells that no spreadsheet executes and every reader can handle.

use std::borrow::Cow;

use crate::report::table::limit::cut;

/// Line breaks become ` / `, and a text that is too long for a cell is cut with
/// a mark; the whole text is in the JSON.
#[must_use]
pub(super) fn fold(text: &str) -> Cow<'_, str> {
    // The search for a single character handles many bytes at once.
    if !text.contains('\n') && !text.contains('\r') {
        return cut(Cow::Borrowed(text.trim_end()));
    }
    let mut folded = String::with_capacity(text.len());
    for (number, line) in
        text.split(['\n', '\r']).map(str::trim_end).filter(|line| !line.is_empty()).enumerate()
    {
        if number > 0 {
            folded.push_str(" / ");
        }
        folded.push_str(line);
    }
    cut(Cow::Owned(folded))
}

/// Characters that can make a spreadsheet take a text for a formula.
fn starts_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '|' | '%' | '＝' | '＋' | '－' | '＠')
}

/// Whether a text, after leading spaces and apostrophes, could be a formula. A
/// text needs the guard exactly when it needs it with one more apostrophe: that
/// is what makes the guard reversible.
fn needs_guard(text: &str) -> bool {
    text.trim_start_matches([' ', '\'']).starts_with(starts_formula)
}

/// A text that no spreadsheet executes: it gets one apostrophe in front if the
/// text, or the text after its own apostrophes, could be a formula. [`unguard`]
/// removes it; other texts are unchanged.
#[must_use]
pub fn guard(text: &str) -> Cow<'_, str> {
    if needs_guard(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that [`guard`] was given.
#[must_use]
pub fn unguard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if needs_guard(rest) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guard_can_be_taken_off() {
        for (text, guarded) in [
            ("=1+1", "'=1+1"),
            ("+31", "'+31"),
            ("  -x", "'  -x"),
            ("'=1+1", "''=1+1"),
            ("'s-Hertogenbosch", "'s-Hertogenbosch"),
            ("＝1", "'＝1"),
            ("plain", "plain"),
            ("", ""),
        ] {
            assert_eq!(guard(text), guarded);
            assert_eq!(unguard(guarded), text);
        }
    }

    #[test]
    fn line_breaks_are_folded_and_long_texts_cut() {
        assert_eq!(fold("a\nb\r\nc\n"), "a / b / c");
        assert_eq!(fold("a\rb"), "a / b");
        assert!(fold(&"x".repeat(40_000)).ends_with(" […]"));
    }
}
