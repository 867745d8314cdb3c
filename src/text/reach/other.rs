//! What has as many digits as a telephone number and is none: dates, hours,
//! account numbers, addresses of pages.

use super::char_at;

/// Stands for what was taken out: nothing that touches it is a number by itself.
pub(super) const TAKEN: char = '\0';

/// The text without what only looks like a telephone number; every other character
/// keeps its place.
pub(super) fn without(plain: &[char]) -> Vec<char> {
    let mut text = plain.to_vec();
    let mut at = 0;
    while at < plain.len() {
        // Not in the middle of digits with signs between them.
        let mut before = plain.get(..at).unwrap_or_default().iter().rev();
        let is_start = match before.next() {
            Some('-' | '.' | '/' | ':') => before.next().is_none_or(|c| !c.is_ascii_digit()),
            before => before.is_none_or(|c| !c.is_alphanumeric()),
        };
        let mut kinds = [page, account, date, hours].iter().filter(|_| is_start);
        let end = kinds.find_map(|find| find(plain, at));
        let Some(end) = end.filter(|end| *end > at) else {
            at += 1;
            continue;
        };
        text.iter_mut().take(end).skip(at).for_each(|c| *c = TAKEN);
        at = end;
    }
    text
}

/// So many digits at `at` at most, and where they end.
fn digits(text: &[char], at: usize, most: usize) -> Option<(u32, usize, usize)> {
    let length = text.get(at..)?.iter().take(most + 1).take_while(|c| c.is_ascii_digit()).count();
    if length == 0 || length > most {
        return None;
    }
    let digits = text.get(at..at + length)?.iter().filter_map(|c| c.to_digit(10));
    Some((digits.fold(0, |number, digit| number * 10 + digit), length, at + length))
}

/// The address of a page, but that of a chat with one number.
fn page(text: &[char], at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let begin: String = rest.iter().take(8).collect();
    let is_page = begin == "https://" || begin.starts_with("http://") || begin.starts_with("www.");
    let length = rest.iter().take_while(|c| is_page && !c.is_whitespace()).count();
    let word: String = rest.get(..length)?.iter().collect();
    (is_page && !word.contains("wa.me/") && !word.contains("phone=")).then_some(at + length)
}

/// Per country, how long its account numbers (IBAN) are.
const ACCOUNTS: [(&str, usize); 8] =
    [("nl", 18), ("be", 16), ("de", 22), ("lu", 20), ("fr", 27), ("gb", 22), ("at", 20), ("ch", 21)];

/// An account number, whole or in groups.
fn account(text: &[char], at: usize) -> Option<usize> {
    let country: String = text.get(at..at + 2)?.iter().collect();
    let (_, length) = ACCOUNTS.iter().find(|(known, _)| *known == country)?;
    let control = digits(text, at + 2, 18).is_some();
    let (mut count, mut end) = (0, at);
    while count < *length {
        match char_at(text, end)? {
            c if c.is_ascii_alphanumeric() => count += 1,
            ' ' | '-' | '.' if char_at(text, end + 1)?.is_ascii_alphanumeric() => {}
            _ => return None,
        }
        end += 1;
    }
    let is_whole = char_at(text, end).is_none_or(|c| !c.is_alphanumeric());
    (control && is_whole).then_some(end)
}

/// A day in figures: `21-11-2026`, `21.11.26`, `2026/11/21`.
fn date(text: &[char], at: usize) -> Option<usize> {
    let (first, first_length, mid) = digits(text, at, 4)?;
    let sign = char_at(text, mid).filter(|c| matches!(c, '-' | '.' | '/'))?;
    let (month, _, second_end) = digits(text, mid + 1, 2)?;
    if char_at(text, second_end) != Some(sign) {
        return None;
    }
    let (last, last_length, end) = digits(text, second_end + 1, 4)?;
    let day = match (first_length, last_length) {
        (1 | 2, 2 | 4) => first,
        (4, 1 | 2) => last,
        _ => return None,
    };
    let year = if first_length == 4 { first } else { last };
    let is_year = (first_length != 4 && last_length == 2) || (1900..2100).contains(&year);
    let goes_on =
        char_at(text, end) == Some(sign) && char_at(text, end + 1).is_some_and(|c| c.is_ascii_digit());
    let is_date = is_year && (1..=31).contains(&day) && (1..=12).contains(&month) && !goes_on;
    is_date.then_some(end)
}

/// Hours with a dot: `09.00-17.00`, `10.30 uur`.
fn hours(text: &[char], at: usize) -> Option<usize> {
    let end = hour(text, at)?;
    let skip = |mut at: usize| {
        while char_at(text, at) == Some(' ') {
            at += 1;
        }
        at
    };
    let behind = skip(end);
    if char_at(text, behind) == Some('-')
        && let Some(second) = hour(text, skip(behind + 1))
    {
        return Some(second);
    }
    let word: String = text.get(behind..)?.iter().take_while(|c| c.is_alphabetic()).collect();
    matches!(&*word, "uur" | "u" | "h" | "tot").then_some(end)
}

fn hour(text: &[char], at: usize) -> Option<usize> {
    let (hour, _, dot) = digits(text, at, 2)?;
    char_at(text, dot).filter(|c| *c == '.' || *c == ':')?;
    let (minute, length, end) = digits(text, dot + 1, 2)?;
    let goes_on =
        char_at(text, end) == Some('.') && char_at(text, end + 1).is_some_and(|c| c.is_ascii_digit());
    (hour < 25 && minute < 60 && length == 2 && !goes_on).then_some(end)
}
