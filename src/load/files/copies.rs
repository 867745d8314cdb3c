//! Saved copies of sources in a folder. Nothing in it is trusted: only ordinary files
//! with the names that are asked for are read, up to a size.

use std::path::Path;

use crate::say;
use crate::text::Message;

use super::tree;

/// The most bytes of a copy.
const MOST_BYTES: u64 = 16 << 20;

/// The endings of a file with a copy, and whether it is a page with tags.
const ENDINGS: [(&str, bool); 2] = [("html", true), ("txt", false)];

/// A copy.
#[derive(Debug)]
pub(crate) struct Saved {
    /// Its text.
    pub text: String,
    /// Whether it has tags.
    pub is_page: bool,
}

/// The copies with this name in the folder; none when there are no such files. One that
/// can be used makes up for one that cannot.
///
/// # Errors
/// Why there are copies and none can be used.
pub(crate) fn saved(root: &Path, name: &str) -> Result<Vec<Saved>, Message> {
    let mut saved = Vec::new();
    let mut wrong = None;
    for (ending, is_page) in ENDINGS {
        match tree::file(root, &format!("{name}.{ending}"), MOST_BYTES).and_then(decoded) {
            Ok(text) => saved.extend(text.map(|text| Saved { text, is_page })),
            Err(why) => wrong = wrong.or(Some(why)),
        }
    }
    match wrong {
        Some(why) if saved.is_empty() => Err(why),
        _ => Ok(saved),
    }
}

fn decoded(bytes: Option<Vec<u8>>) -> Result<Option<String>, Message> {
    bytes.map(String::from_utf8).transpose().map_err(|_| {
        say!(
            "deze kopie is geen UTF-8; bewaar haar opnieuw, met die codering",
            "this copy is not UTF-8; save it again, in that encoding"
        )
    })
}
