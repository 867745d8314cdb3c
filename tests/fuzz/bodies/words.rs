//! Words and cells: suggestions for misspelt words, and what a spreadsheet gets.

use keuzehulp::report::csv::Dialect;
use keuzehulp::text::spreadsheet::becomes;
use keuzehulp::text::suggestion::closest;

/// A guarded text is no formula, keeps its text, and differs from any other.
pub fn guard(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for dialect in [Dialect::Dutch, Dialect::Rfc4180] {
        let cell = dialect.guard(&text);
        assert_eq!(dialect.unguard(&cell), text, "the guard cannot be taken off");
        let first = cell.trim_start_matches(' ').chars().next();
        assert!(!first.is_some_and(|c| "=+-@\t\r\n\0|%＝＋－＠".contains(c)), "a formula: {cell:?}");
        assert!(cell == text || cell.strip_prefix('\'') == Some(&text), "more than the guard: {cell:?}");
        // Two texts; one may be the other in guarded form.
        if let Some((one, other)) = text.split_once('\n') {
            assert_eq!(dialect.guard(one) == dialect.guard(other), one == other, "two texts become one");
        }
    }
    assert_eq!(becomes(&Dialect::Dutch.guard(&text)), None, "no longer a text");
}

/// The first line is the word, the others are the known words.
pub fn suggestion(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split('\n');
    let word = lines.next().unwrap_or("");
    // More words would only take more time.
    let known: Vec<&str> = lines.take(100).collect();
    let found = closest(word, known.iter().copied());
    assert!(found.len() <= 3, "too many");
    assert!(found.iter().all(|one| known.contains(one)), "a stranger: {found:?}");
    for (at, one) in found.iter().enumerate() {
        assert!(!found[..at].contains(one), "twice the same: {found:?}");
    }
    assert_eq!(found, closest(word, known.iter().rev().copied()), "the order of what is known counts");
    if known.contains(&word) && !word.is_empty() {
        assert!(!found.is_empty(), "the word itself is not found");
    }
}
