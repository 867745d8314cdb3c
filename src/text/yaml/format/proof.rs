//! Whether two texts say the same, found out without the code that writes one from
//! the other.

use std::collections::HashMap;

use crate::text::yaml::tree::{Kind, Node};

/// Whether both files have the same values and the same comments, and no character
/// was lost or added but blanks.
pub(super) fn is_same(before: Node<'_, '_>, after: Node<'_, '_>) -> bool {
    let comments = |root: Node<'_, '_>| {
        let mut texts: Vec<String> = root.comments().map(|(_, text)| text.to_owned()).collect();
        texts.sort_unstable();
        texts
    };
    letters(before.source()) == letters(after.source())
        && comments(before) == comments(after)
        && says_the_same(before, after)
}

/// How often each character is there that is no blank.
fn letters(text: &str) -> HashMap<char, usize> {
    let mut found = HashMap::new();
    for letter in text.chars().filter(|letter| !matches!(letter, ' ' | '\t' | '\n')) {
        *found.entry(letter).or_default() += 1;
    }
    found
}

/// Whether two values are the same, but for the order of keys.
fn says_the_same(one: Node<'_, '_>, other: Node<'_, '_>) -> bool {
    if one.kind() != other.kind() || one.text() != other.text() {
        return false;
    }
    match one.kind() {
        Kind::Text => true,
        Kind::Broken => false,
        Kind::List => {
            one.items().count() == other.items().count()
                && one.items().zip(other.items()).all(|(one, other)| says_the_same(one, other))
        }
        Kind::Mapping => {
            let known: HashMap<&str, Node<'_, '_>> =
                other.pairs().map(|(key, value)| (key.text(), value)).collect();
            one.pairs().count() == other.pairs().count()
                && one.pairs().all(|(key, value)| {
                    known.get(key.text()).is_some_and(|other| says_the_same(value, *other))
                })
        }
    }
}
