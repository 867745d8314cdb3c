//! What a cell can hold.

use std::borrow::Cow;

use rust_xlsxwriter::ExcelDateTime;

use super::style::lines;
use crate::model::Date;
use crate::report::table::Value;
use crate::report::table::limit::cut;
use crate::text::safe::is_harmful;

/// The longest address that a spreadsheet makes into a link.
const LONGEST_LINK: usize = 2_000;

/// How many lines a value takes in a column of this many characters.
pub(super) fn lines_of(value: &Value<'_>, width: u16) -> usize {
    match value {
        Value::Text(text) => lines(text, width),
        Value::Link(url) => lines(url, width),
        Value::List(texts) => texts.iter().map(|text| lines(text, width)).sum(),
        // Bold letters are wider.
        Value::Name(text) => lines(text, width.saturating_sub(2)),
        Value::Live(_, result) => lines_of(result, width),
        _ => 1,
    }
}

/// Whether an address may become a link: only `https`, and only when the link leads
/// to exactly that address.
pub(super) fn is_link(url: &str) -> bool {
    url.starts_with("https://")
        && url.len() <= LONGEST_LINK
        && !url.contains(is_harmful)
        && (!url.contains('%') || KEPT.iter().any(|code| url.contains(code)))
}

/// The workbook library encodes percent signs in an address again, unless it
/// contains one of these: `%27` alone would become `%2527`.
const KEPT: [&str; 11] = ["%20", "%25", "%22", "%60", "%3C", "%3E", "%5B", "%5D", "%5E", "%7B", "%7D"];

/// Whether a spreadsheet would take the text for a formula when it is retyped.
pub(super) fn looks_like_formula(text: &str) -> bool {
    text.trim_start_matches([' ', '\'']).starts_with(['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠'])
}

/// A text as a cell can hold it: without harmful characters, and not longer than
/// fits.
pub(super) fn fit(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\n' || !is_harmful(c) {
            out.push(c);
        } else {
            out.extend(c.escape_unicode());
        }
    }
    cut(Cow::Owned(out)).into_owned()
}

/// A date for a spreadsheet; `None` before 1900.
pub(super) fn excel_date(day: Date) -> Option<ExcelDateTime> {
    let part = |n: i8| u8::try_from(n).ok();
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, part(day.month())?, part(day.day())?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fit_in_a_cell() {
        assert_eq!(fit("één\ntwee 😀"), "één\ntwee 😀");
        assert_eq!(fit("a\u{1b}[31m\u{202e}b\r"), "a\\u{1b}[31m\\u{202e}b\\u{d}");
        let long = fit(&"\u{202e}".repeat(5_000));
        assert!(long.ends_with(" […]") && long.len() <= 32_767, "what is escaped counts as escaped");
    }

    #[test]
    fn only_https_becomes_a_link() {
        assert!(is_link("https://example.org/a?b=%20#c"));
        for other in ["http://example.org", "javascript:alert(1)", "file:///etc/passwd", "HTTPS://x"] {
            assert!(!is_link(other), "{other}");
        }
        assert!(!is_link(&format!("https://example.org/{}", "x".repeat(3_000))));
        assert!(!is_link("https://example.org/don%27t"), "it would lead elsewhere");
    }
}
