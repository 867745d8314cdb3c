//! E-mail addresses, also with words for the signs: `j.jansen(at)school.example`.

use super::{char_at, char_before, is_one_of};

/// An at sign with a space before it only, or the bare English word: by itself that
/// can be anything.
const WEAK_AT: char = '\u{1}';
/// A dot in words between brackets.
const DOT: char = '\u{2}';
/// A dot in words without brackets.
const BARE_DOT: char = '\u{3}';

const BRACKETS: [(char, char); 8] =
    [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('|', '|'), ('*', '*'), ('"', '"'), ('\'', '\'')];

/// Words that can only mean the sign.
const AT_WORDS: [&str; 6] =
    ["apenstaart", "apenstaartje", "apestaart", "apestaartje", "arobase", "klammeraffe"];
/// What means the sign between brackets only.
const AT_IN_BRACKETS: [&str; 4] = ["at", "ät", "a", "@"];
const DOT_WORDS: [&str; 4] = ["punt", "dot", "point", "punkt"];

/// What can be behind a dot without brackets; other words make a sentence: `at
/// some point the …`.
const ENDS: [&str; 22] = [
    "nl",
    "be",
    "de",
    "lu",
    "fr",
    "uk",
    "eu",
    "com",
    "org",
    "net",
    "edu",
    "gov",
    "info",
    "io",
    "app",
    "co",
    "school",
    "frl",
    "amsterdam",
    "example",
    "email",
    "local",
];

/// What files are called: `logo@2x.png` is no address.
const FILES: [&str; 24] = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt",
    "ods", "txt", "csv", "zip", "htm", "html", "yaml", "json", "msg", "eml",
];

/// Other ways to write the two signs, in addresses of pages.
const ENCODED: [(&str, char); 6] =
    [("%40", '@'), ("&#64;", '@'), ("&#x40;", '@'), ("&commat;", '@'), ("&#46;", '.'), ("&period;", '.')];

/// Whether a plain text has an e-mail address in it.
pub(super) fn has_address(plain: &[char]) -> bool {
    let text = with_signs(plain);
    let mut ats = text.iter().enumerate().filter(|(_, c)| matches!(**c, '@' | WEAK_AT));
    ats.any(|(at, sign)| is_address(&text, at, *sign == WEAK_AT))
}

/// The text with `at` and `dot` in words replaced by the signs that they mean.
fn with_signs(plain: &[char]) -> Vec<char> {
    let mut signs: Vec<char> = Vec::with_capacity(plain.len());
    let mut at = 0;
    while let Some(c) = char_at(plain, at) {
        let after_space = matches!(signs.last(), None | Some(' '));
        let Some((sign, end)) = encoded(plain, at)
            .or_else(|| in_brackets(plain, at))
            .or_else(|| if after_space { bare(plain, at) } else { None })
        else {
            signs.push(c);
            at += 1;
            continue;
        };
        while signs.last() == Some(&' ') {
            signs.pop();
        }
        // The addresses of a school end in `@school.nl`.
        let is_end = c == '@' && after_space && char_at(plain, end) != Some(' ');
        signs.push(if is_end { WEAK_AT } else { sign });
        at = end;
        while char_at(plain, at) == Some(' ') {
            at += 1;
        }
    }
    signs
}

fn encoded(text: &[char], at: usize) -> Option<(char, usize)> {
    let rest = text.get(at..)?;
    if rest.first() == Some(&'@') {
        return Some(('@', at + 1));
    }
    let known = ENCODED
        .iter()
        .find(|(written, _)| rest.len() >= written.len() && written.chars().zip(rest).all(|(a, b)| a == *b));
    known.map(|(written, sign)| (*sign, at + written.len()))
}

fn in_brackets(text: &[char], at: usize) -> Option<(char, usize)> {
    let open = char_at(text, at)?;
    let (_, close) = BRACKETS.iter().find(|(known, _)| *known == open)?;
    // The longest word has fourteen letters.
    let length = text.get(at + 1..)?.iter().take(18).position(|c| c == close)?;
    let inside = text.get(at + 1..at + 1 + length)?;
    let from = inside.iter().position(|c| *c != ' ')?;
    let to = inside.iter().rposition(|c| *c != ' ')?;
    let word = inside.get(from..=to)?;
    let end = at + length + 2;
    // Sub (a) of an article has spaces around it.
    let is_close = char_before(text, at).is_some_and(char::is_alphanumeric)
        && char_at(text, end).is_some_and(char::is_alphanumeric);
    if is_one_of(word, &AT_WORDS) || (is_one_of(word, &AT_IN_BRACKETS) && (word != ['a'] || is_close)) {
        return Some(('@', end));
    }
    (is_one_of(word, &DOT_WORDS) || word == ['.']).then_some((DOT, end))
}

/// A word between spaces.
fn bare(text: &[char], at: usize) -> Option<(char, usize)> {
    let rest = text.get(at..)?;
    let length = rest.iter().position(|c| !c.is_alphabetic()).filter(|length| *length > 0)?;
    if rest.get(length) != Some(&' ') {
        return None;
    }
    let word = rest.get(..length)?;
    let sign = if is_one_of(word, &AT_WORDS) {
        '@'
    } else if is_one_of(word, &["at"]) {
        WEAK_AT
    } else if is_one_of(word, &DOT_WORDS) {
        BARE_DOT
    } else {
        return None;
    };
    Some((sign, at + length))
}

/// Whether there is a name before the sign at `at`, and a domain behind it.
fn is_address(text: &[char], at: usize, is_weak: bool) -> bool {
    let is_part = |c: &char| c.is_alphanumeric() || matches!(*c, '.' | '_' | '%' | '+' | '-' | '\'' | DOT);
    let before = text.get(..at).unwrap_or_default();
    let length = before.iter().rev().take_while(|c| is_part(c)).count();
    let name = before.get(at - length..).unwrap_or_default();
    let has_letter = name.iter().any(|c| c.is_alphabetic());
    if !name.iter().any(|c| c.is_alphanumeric()) || (is_weak && !has_letter) {
        return false;
    }
    let Some((is_disguised, end)) = domain(text, at + 1) else { return false };
    // The place of a repository.
    if is_one_of(name, &["git"]) && char_at(text, end) == Some(':') {
        return false;
    }
    let is_name_like = name.iter().any(|c| matches!(*c, '.' | '_' | DOT) || c.is_ascii_digit());
    !is_weak || is_disguised || is_name_like || speaks_of_mail(before)
}

/// The domain that begins at `from`: whether a dot in it is a word, and where it
/// ends.
fn domain(text: &[char], from: usize) -> Option<(bool, usize)> {
    let mut labels: Vec<(&[char], Option<char>)> = Vec::new();
    let (mut at, mut dot) = (from, None);
    loop {
        let rest = text.get(at..)?;
        let length = rest.iter().take_while(|c| c.is_alphanumeric() || **c == '-').count();
        let label = rest.get(..length).filter(|label| !label.is_empty());
        let Some(label) = label else { break };
        if dot == Some(BARE_DOT) && !is_one_of(label, &ENDS) {
            break;
        }
        labels.push((label, dot));
        at += length;
        dot = char_at(text, at).filter(|c| matches!(*c, '.' | DOT | BARE_DOT));
        if dot.is_none() {
            break;
        }
        at += 1;
    }
    while labels.last().is_some_and(|(label, _)| is_one_of(label, &FILES)) {
        labels.pop();
    }
    let (last, _) = labels.last().filter(|_| labels.len() >= 2)?;
    let is_end = last.len() >= 2 && last.iter().all(|c| c.is_alphabetic());
    let is_encoded = last.starts_with(&['x', 'n', '-', '-']);
    let is_disguised = labels.iter().any(|(_, dot)| matches!(dot, Some(DOT | BARE_DOT)));
    (is_end || is_encoded).then_some((is_disguised, at))
}

/// Whether the line says before this place, and not far from it, that it is about
/// mail.
fn speaks_of_mail(before: &[char]) -> bool {
    let near = before.get(before.len().saturating_sub(100)..).unwrap_or_default();
    let line = near.rsplit(|c| *c == '\n').next().unwrap_or_default();
    line.windows(4).any(|part| part == ['m', 'a', 'i', 'l'])
}
