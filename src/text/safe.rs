//! Text from data, made harmless before it reaches a terminal.

use super::characters::is_invisible;

/// Characters that a data file may not have and that never reach a terminal
/// raw: control characters, marks that change the direction of text, and
/// invisible characters.
#[must_use]
pub fn is_harmful(c: char) -> bool {
    c.is_control() || is_invisible(c)
}

/// `text` with every harmful character written out as `\u{…}`, on one line.
///
/// Every datum and every path that reaches a terminal passes through here.
#[must_use]
pub fn clean(text: &str) -> String {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if c == '\n' {
            out.push(' ');
        } else if is_harmful(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

/// [`clean`], cut after `most` characters and marked with `…`.
#[must_use]
pub fn clean_short(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", clean(text.get(..end).unwrap_or(text))),
        None => clean(text),
    }
}

/// `text` between backticks, cleaned and shortened, to quote a word of a file
/// in a message.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("`{}`", clean_short(text, 60))
}

/// `text` with harmful characters replaced by visible ones of the same number
/// of bytes, so that places in it do not move; to show a line of a file.
#[must_use]
pub(crate) fn clean_in_place(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            _ if !is_harmful(c) => c,
            _ => match c.len_utf8() {
                1 => '?',
                2 => '¿',
                3 => '\u{fffd}',
                _ => '🚫',
            },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stay_where_they_are() {
        for harmful in ["a\u{1b}b", "a\u{9b}b", "a\u{200b}b", "a\u{e0041}b"] {
            let clean = clean_in_place(harmful);
            assert_eq!(clean.len(), harmful.len());
            assert!(!clean.contains(is_harmful), "{clean:?}");
        }
        assert_eq!(clean_in_place("één\n\t✓"), "één\n\t✓");
    }

    #[test]
    fn escapes_become_visible() {
        assert_eq!(clean("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(clean("\u{202e}gnp"), "\\u{202e}gnp");
        assert_eq!(clean("één, twee 😀"), "één, twee 😀");
        assert_eq!(clean_short("abcdef", 3), "abc…");
        assert_eq!(clean_short("abc", 3), "abc");
    }
}
