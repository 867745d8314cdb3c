//! Cells that no spreadsheet executes and every reader can handle.

use std::borrow::Cow;

use crate::report::table::limit::cut;
use crate::text::spreadsheet::becomes;

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

/// For whom a text is guarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guard {
    /// For Dutch spreadsheets: no formula, and nothing that would become a day, a
    /// number or a time.
    Spreadsheets,
    /// For programs, which get the types of the columns elsewhere: no formula.
    Programs,
}

impl Guard {
    /// Whether a text, after leading spaces and apostrophes, would be something
    /// else. A text needs the guard exactly when it needs it with one more
    /// apostrophe: that is what makes the guard reversible.
    fn is_needed(self, text: &str) -> bool {
        let bare = text.trim_start_matches([' ', '\'']);
        bare.starts_with(starts_formula) || (self == Guard::Spreadsheets && becomes(bare).is_some())
    }

    /// A text that stays one: it gets one apostrophe in front if the text, or the
    /// text after its own apostrophes, would be something else. [`Guard::off`]
    /// removes it; other texts are unchanged.
    pub(super) fn on(self, text: &str) -> Cow<'_, str> {
        if self.is_needed(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
    }

    /// The text that [`Guard::on`] was given.
    pub(super) fn off(self, text: &str) -> &str {
        match text.strip_prefix('\'') {
            Some(rest) if self.is_needed(rest) => rest,
            _ => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guard_can_be_taken_off() {
        for (text, guarded) in [
            ("3-4", "'3-4"),
            (" 0031", "' 0031"),
            ("'10:30", "''10:30"),
            ("''waar", "'''waar"),
            ("31 dagen", "31 dagen"),
        ] {
            assert_eq!(Guard::Spreadsheets.on(text), guarded);
            assert_eq!(Guard::Spreadsheets.off(guarded), text);
            assert_eq!(Guard::Programs.on(text), text);
            assert_eq!(Guard::Programs.off(text), text);
        }
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
            for guard in [Guard::Spreadsheets, Guard::Programs] {
                assert_eq!(guard.on(text), guarded);
                assert_eq!(guard.off(guarded), text);
            }
        }
    }

    #[test]
    fn line_breaks_are_folded_and_long_texts_cut() {
        assert_eq!(fold("a\nb\r\nc\n"), "a / b / c");
        assert_eq!(fold("a\rb"), "a / b");
        assert!(fold(&"x".repeat(40_000)).ends_with(" […]"));
    }
}
