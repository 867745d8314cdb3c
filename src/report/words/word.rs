//! What a value of an enum is called: by machines and by people.

use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

/// The names of one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// For machines: in JSON and in the data of the page. It never changes.
    pub id: &'static str,
    /// For people.
    pub label: Phrase,
}

impl Word {
    /// The label in `lang`.
    #[must_use]
    pub(crate) const fn get(self, lang: Lang) -> &'static str {
        self.label.get(lang)
    }
}

/// An id with its label, Dutch first.
pub(super) const fn word(id: &'static str, nl: &'static str, en: &'static str) -> Word {
    Word { id, label: phrase(nl, en) }
}
