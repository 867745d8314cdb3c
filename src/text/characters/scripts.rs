//! Words in which letters of two scripts stand side by side.

use unicode_script::{Script, UnicodeScript};

use crate::text::lang::{Phrase, phrase};

/// A word with a letter of another script among Latin ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mixed<'t> {
    /// The word.
    pub word: &'t str,
    /// Its first letter that is not Latin.
    pub odd: char,
    /// The script of that letter, as an adjective.
    pub script: Phrase,
}

/// The first word of `text` in which a Latin letter stands beside one of a script whose
/// letters can look Latin. Signs and digits have no script, and a word ends at them only
/// where it ends for people: a Greek letter before a hyphen is a word by itself.
#[must_use]
pub(crate) fn mixed(text: &str) -> Option<Mixed<'_>> {
    if text.is_ascii() {
        return None;
    }
    let words = text.split(|c: char| !c.is_alphabetic());
    words.filter(|word| !word.is_ascii()).find_map(|word| {
        word.chars().find(|c| c.script() == Script::Latin)?;
        let (odd, script) = word.chars().find_map(|c| Some((c, foreign(c.script())?)))?;
        Some(Mixed { word, odd, script })
    })
}

/// A script with letters that look Latin.
fn foreign(script: Script) -> Option<Phrase> {
    match script {
        Script::Cyrillic => Some(phrase("Cyrillische", "Cyrillic")),
        Script::Greek => Some(phrase("Griekse", "Greek")),
        Script::Armenian => Some(phrase("Armeense", "Armenian")),
        Script::Cherokee => Some(phrase("Cherokese", "Cherokee")),
        Script::Coptic => Some(phrase("Koptische", "Coptic")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_of_another_script_inside_a_word_is_found() {
        let found = mixed("De dienst М\u{435}rel en Zo\u{43e}m.").expect("a mixed word");
        assert_eq!((found.word, found.odd, found.script.en), ("М\u{435}rel", 'М', "Cyrillic"));
        assert_eq!(mixed("Ζoom").map(|found| found.script.nl), Some("Griekse"));
        for fine in [
            "Zoom",
            "één coöperatie",
            "Ångström",
            "мир en Zoom",
            "α-versie",
            "30 µs",
            "Łódź",
            "日本go",
            "5 Ω",
        ] {
            assert_eq!(mixed(fine), None, "{fine}");
        }
    }
}
