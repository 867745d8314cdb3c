//! Sentences with blanks, for the program and the script of the page alike.

use std::fmt::{Display, Write as _};

use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

/// A sentence with blanks: `plaats {best} tot en met {worst}`. The program fills
/// it with [`fill`](Template::fill), the script of the page with its own `fill`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Template(Phrase);

/// A sentence with blanks, Dutch first.
pub(super) const fn template(nl: &'static str, en: &'static str) -> Template {
    Template(phrase(nl, en))
}

impl Template {
    /// The sentence with its blanks open, for the script.
    #[must_use]
    pub(crate) const fn pattern(self, lang: Lang) -> &'static str {
        self.0.get(lang)
    }

    /// The sentence with these values in its blanks. A blank without a value
    /// stays open.
    #[must_use]
    pub(crate) fn fill(self, lang: Lang, values: &[(&str, &dyn Display)]) -> String {
        let mut filled = String::new();
        let mut rest = self.pattern(lang);
        while let Some((before, name, after)) = next_blank(rest) {
            filled.push_str(before);
            // Writing into a String cannot fail.
            let _ = match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => write!(filled, "{value}"),
                None => write!(filled, "{{{name}}}"),
            };
            rest = after;
        }
        filled + rest
    }
}

/// The text before the next blank, its name, and the text after it.
fn next_blank(text: &str) -> Option<(&str, &str, &str)> {
    let (before, behind) = text.split_once('{')?;
    let (name, after) = behind.split_once('}')?;
    Some((before, name, after))
}

/// A sentence about one thing, and the same about more of them; the blank of the
/// second is `{n}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    /// About one.
    pub one: Phrase,
    /// About none, or about two or more.
    pub many: Template,
}

impl Counted {
    /// The sentence about `n` things.
    #[must_use]
    pub(crate) fn of(self, n: usize, lang: Lang) -> String {
        if n == 1 { self.one.get(lang).to_owned() } else { self.many.fill(lang, &[("n", &n)]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_filled_once_and_by_name() {
        let text = template("{a} en {b}", "{b} and {a}");
        assert_eq!(text.fill(Lang::Nl, &[("a", &1), ("b", &"{a}")]), "1 en {a}");
        assert_eq!(text.fill(Lang::En, &[("a", &1), ("b", &2)]), "2 and 1");
        assert_eq!(text.fill(Lang::En, &[("a", &1)]), "{b} and 1");
    }

    #[test]
    fn one_thing_has_a_sentence_of_its_own() {
        let text = Counted { one: phrase("1 kat", "1 cat"), many: template("{n} katten", "{n} cats") };
        assert_eq!(text.of(1, Lang::Nl), "1 kat");
        assert_eq!(text.of(0, Lang::En), "0 cats");
    }
}
