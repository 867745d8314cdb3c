//! Text from the data, in one or two languages.

use crate::text::{Lang, Message};

/// A text of the data: Dutch, and English if given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Localized {
    /// Dutch.
    pub nl: Box<str>,
    /// English; always present under `criteria/`.
    pub en: Option<Box<str>>,
}

impl Localized {
    /// A text in Dutch only.
    #[must_use]
    pub fn dutch(nl: impl Into<Box<str>>) -> Localized {
        Localized { nl: nl.into(), en: None }
    }

    /// The text in `lang`; Dutch if there is no English.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => en,
            _ => &self.nl,
        }
    }
}

impl From<&Localized> for Message {
    /// Dutch in place of English where there is no English.
    fn from(text: &Localized) -> Message {
        Message { nl: text.get(Lang::Nl).to_owned(), en: text.get(Lang::En).to_owned() }
    }
}
