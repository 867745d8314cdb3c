//! The two languages, and texts that exist in both.
//!
//! A text for people is a [`Phrase`] when it is fixed and a [`Message`] when it
//! names something. Neither can be made without both languages, so the compiler
//! guarantees that no text is left untranslated.

/// A language of the tool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Dutch, the default.
    #[default]
    Nl,
    /// English.
    En,
}

impl Lang {
    /// The language with this tag (`nl`, `en`).
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Lang> {
        match tag {
            "nl" => Some(Lang::Nl),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// The tag of the language, as [`from_tag`](Lang::from_tag) reads it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Nl => "nl",
            Lang::En => "en",
        }
    }
}

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Dutch.
    pub nl: &'static str,
    /// English.
    pub en: &'static str,
}

impl Phrase {
    /// The text in `lang`.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nl => self.nl,
            Lang::En => self.en,
        }
    }
}

/// A fixed text, Dutch first.
#[must_use]
pub(crate) const fn phrase(nl: &'static str, en: &'static str) -> Phrase {
    Phrase { nl, en }
}

/// A text in both languages that names something.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Message {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Message {
    /// The text in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

impl From<Phrase> for Message {
    fn from(phrase: Phrase) -> Message {
        Message { nl: phrase.nl.to_owned(), en: phrase.en.to_owned() }
    }
}

/// A [`Message`] from two format strings, Dutch first: `say!("{n} fouten", "{n} errors")`.
#[doc(hidden)]
#[macro_export]
macro_rules! say {
    ($nl:literal, $en:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = $value;)*
        $crate::text::Message { nl: format!($nl), en: format!($en) }
    }};
}

/// A text in one language from two format strings, Dutch first: `tr!(lang, "{n}
/// fouten", "{n} errors")`. Only the requested one is formatted.
#[doc(hidden)]
#[macro_export]
macro_rules! tr {
    ($lang:expr, $nl:literal, $en:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = $value;)*
        match $lang {
            $crate::text::Lang::Nl => format!($nl),
            $crate::text::Lang::En => format!($en),
        }
    }};
}

/// Words joined as in a sentence: `a, b en c`.
#[must_use]
pub(crate) fn list(lang: Lang, words: &[String]) -> String {
    joined(
        words,
        match lang {
            Lang::Nl => " en ",
            Lang::En => " and ",
        },
    )
}

/// Words joined as alternatives: `a, b of c`.
#[must_use]
pub(crate) fn either(lang: Lang, words: &[String]) -> String {
    joined(
        words,
        match lang {
            Lang::Nl => " of ",
            Lang::En => " or ",
        },
    )
}

fn joined(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., end] => format!("{}{last}{end}", rest.join(", ")),
    }
}

/// A count with its noun: `1 product`, `2 producten`.
#[must_use]
pub(crate) fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_made_in_the_language_that_is_asked_for() {
        let n = 2;
        assert_eq!(tr!(Lang::Nl, "{n} fouten", "{n} errors"), "2 fouten");
        assert_eq!(tr!(Lang::En, "{n} {what}", "{what}: {n}", what = "errors"), "errors: 2");
    }

    #[test]
    fn lists_and_counts_read_as_people_write_them() {
        let words: Vec<String> = ["a", "b", "c"].map(String::from).into();
        assert_eq!(list(Lang::Nl, &words), "a, b en c");
        assert_eq!(either(Lang::En, &words[..2]), "a or b");
        assert_eq!(list(Lang::Nl, &[]), "");
        assert_eq!(count(1, "product", "producten"), "1 product");
        assert_eq!(count(0, "product", "producten"), "0 producten");
    }
}
