//! Ways to reach one person: e-mail addresses and telephone numbers in running
//! text, in the ways people write them, also to hide them from robots.
//!
//! Libraries for telephone numbers know which ones can be in use. What matters here
//! is only that a reader would take the digits for a number to call, and not for a
//! day, an amount, an account or a case.

mod mail;
mod other;
mod telephone;

use unicode_normalization::UnicodeNormalization;

use super::characters::{Class, find};

/// Whether a text has an e-mail address or a telephone number in it.
#[must_use]
pub fn reaches_somebody(text: &str) -> bool {
    let plain = plain(text);
    mail::has_address(&plain) || telephone::has_number(&plain)
}

/// The text with plain spaces, hyphens, digits and signs, in small letters and
/// without what cannot be seen. Lines stay lines.
fn plain(text: &str) -> Vec<char> {
    let kept = text.chars().filter_map(|c| match (c, find(c).map(|known| known.class)) {
        ('\u{ad}', _) | (_, Some(Class::Invisible | Class::Joining)) => None,
        (_, Some(Class::Typographic | Class::Blank)) | ('\t' | '\r', _) => Some(' '),
        (_, Some(Class::Dash)) | ('\u{2043}', _) => Some('-'),
        ('\u{2044}' | '\u{2215}', _) => Some('/'),
        ('\u{b7}' | '\u{2022}' | '\u{2024}' | '\u{3002}', _) => Some('.'),
        _ => Some(c),
    });
    kept.nfkc().flat_map(char::to_lowercase).collect()
}

/// The word of letters that ends before `end`.
fn word_before(text: &[char], end: usize) -> &[char] {
    let before = text.get(..end).unwrap_or_default();
    let length = before.iter().rev().take_while(|c| c.is_alphabetic()).count();
    before.get(before.len() - length..).unwrap_or_default()
}

/// Whether the characters are one of these words.
fn is_one_of(word: &[char], words: &[&str]) -> bool {
    words.iter().any(|known| known.chars().eq(word.iter().copied()))
}

/// The character at `at`, if there is one.
fn char_at(text: &[char], at: usize) -> Option<char> {
    text.get(at).copied()
}

/// The character before `at`, if there is one.
fn char_before(text: &[char], at: usize) -> Option<char> {
    text.get(at.checked_sub(1)?).copied()
}
