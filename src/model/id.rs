//! Ids: names that are valid in file names, answers and addresses on every
//! system.

use std::fmt;

/// The id of a kind, theme, criterion, answer, product, variant, source or
/// profile: `^[a-z][a-z0-9]*(-[a-z0-9]+)*$`, 2 to 64 characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

/// Why a word cannot be an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadId {
    /// Shorter than 2 or longer than 64 characters.
    Length,
    /// Characters other than lowercase letters, digits and single hyphens, or a
    /// first character that is not a letter.
    Characters,
    /// A file name that Windows reserves.
    FileName,
    /// A word that means something else in these files.
    Keyword,
}

/// Names that Windows does not allow for files; ids become file names.
const FILE_NAMES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// Words with a meaning of their own in the files.
const KEYWORDS: [&str; 6] = ["good", "partly", "insufficient", "otherwise", "all", "unknown"];

impl Id {
    /// `text` as an id.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn new(text: &str) -> Result<Id, BadId> {
        // Most words are ASCII; only the others need counting.
        let length = if text.is_ascii() { text.len() } else { text.chars().count() };
        if !(2..=64).contains(&length) {
            return Err(BadId::Length);
        }
        let parts_hold = text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        });
        if !parts_hold || !text.starts_with(|c: char| c.is_ascii_lowercase()) {
            return Err(BadId::Characters);
        }
        let port = |name: &str| {
            text.strip_prefix(name).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
        };
        if FILE_NAMES.contains(&text) || port("com") || port("lpt") {
            return Err(BadId::FileName);
        }
        if KEYWORDS.contains(&text) {
            return Err(BadId::Keyword);
        }
        Ok(Id(text.into()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Lets a map with ids as keys be queried with plain text.
impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_levels_are_no_ids() {
        for name in crate::model::Level::NAMES {
            assert_eq!(Id::new(name), Err(BadId::Keyword), "{name}");
        }
    }

    #[test]
    fn only_plain_words_are_ids() {
        for good in ["zoom", "end-to-end-encryption", "iso27001", "a1-2b", "console"] {
            assert!(Id::new(good).is_ok(), "{good}");
        }
        for (bad, why) in [
            ("", BadId::Length),
            ("a", BadId::Length),
            ("..", BadId::Characters),
            ("a/b", BadId::Characters),
            ("a\\b", BadId::Characters),
            ("Zoom", BadId::Characters),
            ("-x", BadId::Characters),
            ("x-", BadId::Characters),
            ("a--b", BadId::Characters),
            ("8x8", BadId::Characters),
            ("éé", BadId::Characters),
            ("con", BadId::FileName),
            ("lpt1", BadId::FileName),
            ("all", BadId::Keyword),
        ] {
            assert_eq!(Id::new(bad), Err(why), "{bad}");
        }
        assert_eq!(Id::new(&"a".repeat(65)), Err(BadId::Length));
    }
}
