//! Texts in one spelling, so that a quotation is found however its source is typeset.

use unicode_normalization::UnicodeNormalization as _;

use crate::text::characters::is_invisible;

/// A text in which white space, quotation marks, dashes and what cannot be seen make no
/// difference. Letters and capitals do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded(String);

impl Folded {
    /// The text in this spelling.
    #[must_use]
    pub fn new(text: &str) -> Folded {
        let mut folded = String::with_capacity(text.len());
        // Taking ligatures and wide letters apart can give such characters again.
        for c in text.chars().filter_map(plain).nfkc().filter_map(plain) {
            if c != ' ' {
                folded.push(c);
            } else if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        folded.truncate(folded.trim_end().len());
        Folded(folded)
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The end of the first place at or after `from` where `part` is, not inside a word
    /// or a number: `3 dagen` is not in `13 dagen`.
    fn end_of(&self, part: &str, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            let start = at + self.0.get(at..)?.find(part)?;
            let end = start + part.len();
            let (before, after) = (self.0.get(..start)?, self.0.get(end..)?);
            let cuts = |left: Option<char>, right: Option<char>| {
                left.zip(right).is_some_and(|(left, right)| is_one_word(left, right))
            };
            if !cuts(before.chars().next_back(), part.chars().next())
                && !cuts(part.chars().next_back(), after.chars().next())
            {
                return Some(end);
            }
            at = start + part.chars().next()?.len_utf8();
        }
    }
}

/// Whether no word or number ends between these two. The number of a footnote is often
/// written against the word before it.
fn is_one_word(left: char, right: char) -> bool {
    (left.is_alphabetic() && right.is_alphabetic()) || (left.is_numeric() && right.is_numeric())
}

/// The one way to write a character; `None` for what cannot be seen. The C1 letters are
/// the marks of Windows that old pages have as numbers.
fn plain(c: char) -> Option<char> {
    match c {
        '!'..='~' => Some(c),
        _ if c.is_whitespace() => Some(' '),
        '‘' | '’' | '‚' | '‛' | '′' | '‵' | '´' | '‹' | '›' | '\u{91}' | '\u{92}' => {
            Some('\'')
        }
        '“' | '”' | '„' | '‟' | '″' | '‶' | '«' | '»' | '\u{93}' | '\u{94}' => Some('"'),
        '\u{2010}'..='\u{2015}' | '−' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{96}' | '\u{97}' => {
            Some('-')
        }
        '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' => None,
        _ if is_invisible(c) => None,
        _ if c.is_control() => Some(' '),
        _ => Some(c),
    }
}

/// What must be in a text: the parts of a quotation around what it leaves out, in their
/// order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted(Vec<String>);

impl Wanted {
    /// The parts of a quotation. `[…]`, `[...]`, `…` and `...` stand for what it leaves out.
    #[must_use]
    pub fn of(quote: &str) -> Wanted {
        let folded = Folded::new(quote).0.replace("[...]", "...");
        let parts = folded.split("...").map(str::trim).filter(|part| !part.is_empty());
        Wanted(parts.map(str::to_owned).collect())
    }

    /// Whether all parts are in the text, each after the one before it. A quotation
    /// without a word is in no text.
    #[must_use]
    pub fn is_in(&self, text: &Folded) -> bool {
        // The first place of each part leaves the most room for the next.
        let after = |from: Option<usize>, part: &String| text.end_of(part, from?);
        !self.0.is_empty() && self.0.iter().fold(Some(0), after).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_in(quote: &str, text: &str) -> bool {
        Wanted::of(quote).is_in(&Folded::new(text))
    }

    #[test]
    fn typesetting_makes_no_difference() {
        for (quote, text) in [
            ("Wij bewaren niets.", "Wij\u{a0}be\u{ad}waren \n\t niets."),
            ("\"foto's\" - nooit", "“foto’s” – nooit"),
            ("„foto‘s“ — nooit", "\"foto's\" - nooit"),
            ("een efficiënte", "een eﬃcie\u{308}nte"),
            ("a b", "\u{feff}a\u{200b} \u{2003}b"),
            ("it's", "it\u{92}s"),
        ] {
            assert!(is_in(quote, text), "{quote} in {text}");
            assert!(is_in(text, quote), "{text} in {quote}");
        }
    }

    #[test]
    fn words_letters_and_capitals_do() {
        for (quote, text) in [
            ("Wij bewaren niets.", "Wij bewaren alles."),
            ("wij", "Wij"),
            ("3 dagen", "13 dagen"),
            ("3 dag", "3 dagen"),
            ("een", "één"),
            ("ab", "a b"),
        ] {
            assert!(!is_in(quote, text), "{quote} in {text}");
        }
        assert!(is_in("a a", "ba a a"), "a place that overlaps with one inside a word");
        assert!(is_in("privacy", "uw privacy1"), "a footnote");
    }

    #[test]
    fn what_is_left_out_can_be_anything_but_the_order_stays() {
        for gap in ["[…]", "[...]", "…", "..."] {
            let quote = format!("Eerst dit {gap} dan dat");
            assert!(is_in(&quote, "Eerst dit, en nog veel meer, dan dat."), "{gap}");
            assert!(!is_in(&quote, "Wel dan dat, maar Eerst dit."), "{gap}");
        }
        assert!(!is_in("dat […] dat", "dat"), "a part counts once");
        assert!(!is_in("[…]", "dat") && !is_in("", "dat"), "nothing is nowhere");
    }
}
