//! What no output may contain.

use keuzehulp::text::safe::is_harmful;

/// Fails for a character that controls a terminal, reverses text, or is invisible.
pub fn assert_harmless(text: &str) {
    if let Some(found) = text.chars().find(|c| *c != '\n' && is_harmful(*c)) {
        panic!("raw {} in {}", found.escape_unicode(), text.escape_debug());
    }
}

/// The text without the styles that the program itself adds.
pub fn without_styles(text: &str) -> String {
    let mut pieces = text.split('\u{1b}');
    let mut rest = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        let style = piece.strip_prefix('[').and_then(|piece| piece.split_once('m'));
        let (numbers, text) = style.unwrap_or_else(|| panic!("a strange escape: {}", piece.escape_debug()));
        assert!(numbers.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'), "{numbers:?}");
        rest.push_str(text);
    }
    rest
}

/// Reads CSV back: every line has as many cells, and none is a formula. Returns
/// how many lines there are.
pub fn cells(sheet: &str, delimiter: u8) -> usize {
    assert_harmless(&sheet.replace("\r\n", "\n"));
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(sheet.as_bytes());
    let mut lines = 0;
    for line in reader.records() {
        lines += 1;
        for cell in &line.expect("as many cells as the first line") {
            let first = cell.trim_start_matches(' ').chars().next();
            assert!(!first.is_some_and(|c| "=+-@\t|%＝＋－＠".contains(c)), "a formula: {cell:?}");
        }
    }
    lines
}
