//! Characters that are not what they look like: which there are, what people
//! call them, and how each is mended. Everything that looks at characters asks
//! this table, so that one character has one name.

pub(crate) mod alike;
pub(crate) mod damage;
pub(crate) mod quotes;
pub(crate) mod scripts;

use super::lang::{Phrase, phrase};

/// What is wrong with a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// It cannot be seen or turns the direction of text: refused wherever it is.
    Invisible,
    /// It cannot be seen, but scripts and emoji need it: refused between other letters.
    Joining,
    /// A blank that typography has inside running text; a key, word, number, date
    /// or address has none.
    Typographic,
    /// Another blank, or a letter that looks like one or like nothing.
    Blank,
    /// A dash: at home in running text, never the hyphen of a word or date.
    Dash,
}

/// One character, or some that people call the same.
#[derive(Debug)]
pub(crate) struct Character {
    first: char,
    last: char,
    /// What is wrong with it.
    pub class: Class,
    /// Its name for people, with the article.
    pub name: Phrase,
    /// What to do about it.
    pub mend: Phrase,
}

const AS_SPACE: Phrase = phrase(
    "vervang het door een gewone spatie, of haal het weg",
    "replace it with an ordinary space, or remove it",
);
const REMOVE: Phrase = phrase("haal het teken weg", "remove the character");
const AS_HYPHEN: Phrase =
    phrase("vervang het door een gewoon streepje (-)", "replace it with an ordinary hyphen (-)");

/// All of them, in the order of Unicode.
#[rustfmt::skip]
static TABLE: &[Character] = &[
    of('\u{a0}', '\u{a0}', Class::Typographic, "een harde spatie", "a no-break space"),
    of('\u{ad}', '\u{ad}', Class::Blank, "een zacht afbreekteken", "a soft hyphen"),
    of('\u{34f}', '\u{34f}', Class::Invisible, "een onzichtbare verbinder van letters", "a combining grapheme joiner"),
    of('\u{61c}', '\u{61c}', Class::Invisible, "een teken dat de leesrichting verandert", "a mark that changes the direction of text"),
    of('\u{115f}', '\u{1160}', Class::Invisible, "een lege Koreaanse letter", "an empty Korean letter"),
    of('\u{1680}', '\u{1680}', Class::Blank, "een spatie van een oud schrift", "a space of an ancient script"),
    of('\u{17b4}', '\u{17b5}', Class::Invisible, "een onzichtbare Khmerletter", "an invisible Khmer letter"),
    of('\u{180b}', '\u{180f}', Class::Invisible, "een onzichtbaar Mongools teken", "an invisible Mongolian sign"),
    of('\u{2000}', '\u{2006}', Class::Blank, "een spatie van een vaste breedte", "a space of a fixed width"),
    of('\u{2007}', '\u{2007}', Class::Typographic, "een harde spatie zo breed als een cijfer", "a no-break space as wide as a digit"),
    of('\u{2008}', '\u{2008}', Class::Blank, "een spatie van een vaste breedte", "a space of a fixed width"),
    of('\u{2009}', '\u{200a}', Class::Typographic, "een dunne spatie", "a thin space"),
    of('\u{200b}', '\u{200b}', Class::Invisible, "een spatie zonder breedte", "a zero-width space"),
    of('\u{200c}', '\u{200c}', Class::Joining, "een onzichtbare scheider van letters", "a zero-width non-joiner"),
    of('\u{200d}', '\u{200d}', Class::Joining, "een onzichtbare verbinder van letters", "a zero-width joiner"),
    of('\u{200e}', '\u{200f}', Class::Invisible, "een teken dat de leesrichting verandert", "a mark that changes the direction of text"),
    of('\u{2010}', '\u{2015}', Class::Dash, "een ander streepje dan dat van het toetsenbord", "a dash other than the one on the keyboard"),
    of('\u{2028}', '\u{2029}', Class::Invisible, "een onzichtbaar regeleinde", "an invisible line end"),
    of('\u{202a}', '\u{202e}', Class::Invisible, "een teken dat de leesrichting verandert", "a mark that changes the direction of text"),
    of('\u{202f}', '\u{202f}', Class::Typographic, "een smalle harde spatie", "a narrow no-break space"),
    of('\u{205f}', '\u{205f}', Class::Blank, "een spatie uit formules", "a space for formulas"),
    of('\u{2060}', '\u{2060}', Class::Invisible, "een onzichtbare verbinder van woorden", "a word joiner"),
    of('\u{2061}', '\u{2065}', Class::Invisible, "een onzichtbaar rekenteken", "an invisible sign for formulas"),
    of('\u{2066}', '\u{2069}', Class::Invisible, "een teken dat de leesrichting verandert", "a mark that changes the direction of text"),
    of('\u{206a}', '\u{206f}', Class::Invisible, "een onzichtbaar stuurteken", "an invisible format character"),
    of('\u{2212}', '\u{2212}', Class::Dash, "een minteken", "a minus sign"),
    of('\u{2800}', '\u{2800}', Class::Blank, "een leeg brailleteken", "an empty braille sign"),
    of('\u{3000}', '\u{3000}', Class::Blank, "een brede spatie uit het Chinees en Japans", "a wide space of Chinese and Japanese"),
    of('\u{3164}', '\u{3164}', Class::Invisible, "een lege Koreaanse letter", "an empty Korean letter"),
    of('\u{fe00}', '\u{fe0d}', Class::Invisible, "een onzichtbaar teken dat de vorm van een letter kiest", "an invisible variation selector"),
    of('\u{fe0e}', '\u{fe0f}', Class::Joining, "een onzichtbaar teken dat de vorm van een letter kiest", "an invisible variation selector"),
    of('\u{feff}', '\u{feff}', Class::Invisible, "een byte-order mark (BOM)", "a byte-order mark (BOM)"),
    of('\u{ffa0}', '\u{ffa0}', Class::Invisible, "een lege Koreaanse letter", "an empty Korean letter"),
    of('\u{fff0}', '\u{fffb}', Class::Invisible, "een onzichtbaar stuurteken", "an invisible format character"),
    of('\u{1bca0}', '\u{1bca3}', Class::Invisible, "een onzichtbaar teken uit stenoschrift", "an invisible sign for shorthand"),
    of('\u{1d173}', '\u{1d17a}', Class::Invisible, "een onzichtbaar muziekteken", "an invisible musical sign"),
    of('\u{e0000}', '\u{e00ff}', Class::Invisible, "een onzichtbaar label (tag)", "an invisible tag"),
    of('\u{e0100}', '\u{e01ef}', Class::Invisible, "een onzichtbaar teken dat de vorm van een letter kiest", "an invisible variation selector"),
    of('\u{e01f0}', '\u{e0fff}', Class::Invisible, "een onzichtbaar stuurteken", "an invisible format character"),
];

const fn of(first: char, last: char, class: Class, nl: &'static str, en: &'static str) -> Character {
    let mend = match class {
        Class::Typographic => AS_SPACE,
        // A soft hyphen is inside a word.
        Class::Blank if first != '\u{ad}' => AS_SPACE,
        Class::Invisible | Class::Joining | Class::Blank => REMOVE,
        Class::Dash => AS_HYPHEN,
    };
    Character { first, last, class, name: phrase(nl, en), mend }
}

/// What the table says of `c`; `None` for a character that is what it looks
/// like.
#[must_use]
pub(crate) fn find(c: char) -> Option<&'static Character> {
    if c < '\u{a0}' {
        return None;
    }
    let at = TABLE.partition_point(|known| known.last < c);
    TABLE.get(at).filter(|known| known.first <= c)
}

/// The number of `c` as Unicode writes it: `U+00A0`.
#[must_use]
pub(crate) fn number(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Whether `c` is invisible in any place ([`Class::Invisible`]).
#[must_use]
pub(crate) fn is_invisible(c: char) -> bool {
    find(c).is_some_and(|known| known.class == Class::Invisible)
}

/// Whether `c` cannot be seen between these two characters: the invisible ones
/// anywhere, a joiner or selector where nothing needs it.
#[must_use]
pub(crate) fn is_hidden(before: Option<char>, c: char, after: Option<char>) -> bool {
    let Some(known) = find(c) else { return false };
    match known.class {
        Class::Invisible => true,
        Class::Joining => !is_needed(before, c, after),
        Class::Typographic | Class::Blank | Class::Dash => false,
    }
}

/// Whether what comes before can need the joiner or selector `c`: an emoji, or for
/// a joiner a letter of a script that joins its letters. Latin, Greek and Cyrillic
/// do not.
fn is_needed(before: Option<char>, c: char, after: Option<char>) -> bool {
    let Some(before) = before else { return false };
    if matches!(c, '\u{200c}' | '\u{200d}') {
        return before >= '\u{590}' && !matches!(before, '\u{1d00}'..='\u{20cf}');
    }
    match before {
        // The keys of a telephone: 1️⃣
        '0'..='9' | '#' | '*' => after == Some('\u{20e3}'),
        '©' | '®' | '‼' | '⁉' => true,
        '\u{fe00}'..='\u{fe0f}' => false,
        _ => before > '\u{206f}',
    }
}

/// The first hidden character or control character of `text`.
#[must_use]
pub(crate) fn first_hidden(text: &str) -> Option<char> {
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied();
        if (c != '\n' && c.is_control()) || is_hidden(before, c, after) {
            return Some(c);
        }
        before = Some(c);
    }
    None
}

/// Whether `c` is a blank that is no ordinary one, or looks like one.
#[must_use]
pub(crate) fn is_odd_blank(c: char) -> bool {
    find(c).is_some_and(|known| matches!(known.class, Class::Typographic | Class::Blank))
}

/// Whether there is nothing to read in `text`: white space, and letters that look
/// like it.
#[must_use]
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_odd_blank(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        for pair in TABLE.windows(2) {
            assert!(pair[0].first <= pair[0].last && pair[0].last < pair[1].first, "{pair:?}");
        }
        for (c, class) in [
            ('\u{a0}', Some(Class::Typographic)),
            ('\u{202f}', Some(Class::Typographic)),
            ('\u{2007}', Some(Class::Typographic)),
            ('\u{2003}', Some(Class::Blank)),
            ('\u{ffa0}', Some(Class::Invisible)),
            ('\u{e0fff}', Some(Class::Invisible)),
            ('\u{2013}', Some(Class::Dash)),
            ('é', None),
            ('’', None),
            ('…', None),
            ('€', None),
            ('\u{e1000}', None),
        ] {
            assert_eq!(find(c).map(|known| known.class), class, "{c:?}");
        }
    }

    #[test]
    fn joiners_and_selectors_stay_where_they_are_needed() {
        for fine in [
            "👩\u{200d}💻",
            "❤\u{fe0f}\u{200d}🔥",
            "1\u{fe0f}\u{20e3}",
            "می\u{200c}خواهم",
            "©\u{fe0f}",
            "ℹ\u{fe0f}",
        ] {
            assert_eq!(first_hidden(fine), None, "{fine:?}");
        }
        for bad in [
            "Mer\u{200d}el",
            "Auf\u{200c}lage",
            "M\u{fe0f}erel",
            "1\u{fe0f}",
            "\u{200d}",
            "é\u{fe00}",
            "“\u{200d}a",
        ] {
            assert!(first_hidden(bad).is_some(), "{bad:?}");
        }
    }

    #[test]
    fn a_text_of_blanks_is_blank() {
        assert!(is_blank("") && is_blank("\u{a0}\u{2800}\u{3000} \u{ad}"));
        assert!(!is_blank("\u{a0}x") && !is_blank("–"));
    }
}
