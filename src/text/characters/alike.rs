//! When two names look the same to people, and letters that are written in
//! pieces.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{Class, find, number};

/// A name as people see it: what looks the same gives the same. Letters in
/// pieces are joined, forms that only differ in width or as a ligature are
/// plain, what cannot be seen is left out, blanks are one space, and capitals
/// do not count.
#[must_use]
pub(crate) fn seen(name: &str) -> String {
    if name.is_ascii() {
        return words(name).to_lowercase();
    }
    let visible = name.chars().filter_map(|c| match find(c).map(|known| known.class) {
        Some(Class::Invisible | Class::Joining) => None,
        Some(Class::Blank) if c == '\u{ad}' => None,
        Some(Class::Typographic | Class::Blank) => Some(' '),
        Some(Class::Dash) => Some('-'),
        None => Some(c),
    });
    // Of capitals first, because in small letters other pairs look alike.
    let plain: String = visible.nfkc().map(latin).collect();
    // Through capitals, so that `ß` and `ss` become the same.
    let folded = words(&plain).to_uppercase().to_lowercase();
    folded.nfkc().map(latin).collect()
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The Latin letter that a Cyrillic or Greek letter cannot be distinguished from.
fn latin(c: char) -> char {
    const TWINS: [(&str, &str); 4] = [
        ("АВЕЅІЈКМНОРСТУХ", "ABESIJKMHOPCTYX"),
        ("аеѕіјорсухһԁԛԝ", "aesijopcyxhdqw"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
        ("ονϲϳ", "ovcj"),
    ];
    if !matches!(c, '\u{370}'..='\u{52f}') {
        return c;
    }
    let twin = |(of, as_latin): &(&str, &str)| of.chars().zip(as_latin.chars()).find(|(from, _)| *from == c);
    TWINS.iter().find_map(twin).map_or(c, |(_, letter)| letter)
}

/// A letter that is written in pieces, or with a character for which another is
/// usual: it looks right, and searching does not find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Loose {
    /// The byte at which it begins.
    pub at: usize,
    /// The bytes that it takes.
    pub length: usize,
    /// The letter as it usually is.
    pub usual: String,
    /// The numbers of its characters now.
    pub now: String,
    /// The numbers of the usual ones.
    pub then: String,
}

/// The first letter of `text` that is not in the usual form (NFC).
#[must_use]
pub(crate) fn loose(text: &str) -> Option<Loose> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return None;
    }
    let usual: String = text.nfc().collect();
    let (at, _) = text.char_indices().zip(usual.chars()).find(|((_, now), then)| now != then)?.0;
    let numbers = |letter: &str| letter.chars().map(number).collect::<Vec<_>>().join(" ");
    let (now, then) = (letter(text.get(at..)?), letter(usual.get(at..)?));
    Some(Loose { at, length: now.len(), usual: then.to_owned(), now: numbers(now), then: numbers(then) })
}

/// The first character of `text` with the accents behind it.
fn letter(text: &str) -> &str {
    let mut chars = text.char_indices().skip(1);
    let end = chars.find(|(_, c)| canonical_combining_class(*c) == 0).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_the_same_are_the_same() {
        for (a, b) in [
            ("Merel", "MEREL"),
            ("Merel", " Merel "),
            ("Merel", "Merel\u{a0}"),
            ("Kerkuil Video", "Kerkuil  Video"),
            ("Kerkuil Video", "Kerkuil\u{a0}\u{2003}Video"),
            ("Café", "Cafe\u{301}"),
            ("Mer\u{ad}el", "Merel"),
            ("Mer\u{200b}el", "Merel"),
            ("Ｍｅｒｅｌ", "Merel"),
            ("ĳsvogel", "IJsvogel"),
            ("Straße", "STRASSE"),
            ("М\u{435}rel", "Merel"),
            ("ΜEREL", "merel"),
            ("end–to–end", "end-to-end"),
            ("Å", "\u{212b}"),
        ] {
            assert_eq!(seen(a), seen(b), "{a:?} {b:?}");
        }
        for (a, b) in
            [("Merel", "Merél"), ("Meet 1", "Meet 2"), ("Kerkuil", "Kerk uil"), ("мир", "mir"), ("O", "0")]
        {
            assert_ne!(seen(a), seen(b), "{a:?} {b:?}");
        }
    }

    #[test]
    fn a_letter_in_pieces_is_found_in_its_place() {
        let loose_e = loose("één cafe\u{301}!").expect("a loose letter");
        assert_eq!((loose_e.at, loose_e.length, &*loose_e.usual), (9, 3, "é"));
        assert_eq!((&*loose_e.now, &*loose_e.then), ("U+0065 U+0301", "U+00E9"));
        assert_eq!(loose("\u{212b}").map(|found| found.then).as_deref(), Some("U+00C5"));
        // An ij with accents has no character of its own.
        for fine in ["één", "bi\u{301}j\u{301}na".nfc().collect::<String>().as_str(), "Łódź", "ascii", "😀"]
        {
            assert_eq!(loose(fine), None, "{fine}");
        }
    }
}
