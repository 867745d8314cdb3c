//! The layout of a file: indentation, blank lines, the order of keys. Its words,
//! quotes, comments and line breaks inside texts stay as the writer wrote them.
//!
//! A file is taken apart into a [`page::Block`] of entries that hold their comments
//! (`scan`), and written again (`print`). What cannot be taken apart without doubt is
//! left alone, and so is a file that would say anything else afterwards (`proof`).

mod flow;
mod page;
mod print;
mod proof;
mod scan;

use crate::say;
use crate::text::{Diagnostic, FileId, Message, Place, Span, codes};

use super::{Node, read};
use scan::Scan;

/// What is known of the mappings of a file.
pub(crate) trait Form: Copy {
    /// The place in the order for each of the keys of such a mapping; `None` keeps the
    /// writer's order.
    fn order(self, keys: &[&str]) -> Option<Vec<usize>>;
    /// What is known of the value of this key; of a list, that of its items.
    fn inside(self, key: &str) -> Self;
    /// Whether there is a blank line between its entries.
    fn is_apart(self) -> bool;
}

/// Why a file is left alone, and the byte where.
#[derive(Debug)]
pub(super) struct Left {
    at: usize,
    message: Message,
    help: Message,
}

impl Left {
    /// Something that this does not know how to write again.
    fn unknown(at: usize) -> Left {
        Left {
            at,
            message: say!(
                "dit is zo geschreven dat de opmaak van het bestand blijft zoals zij is",
                "this is written in a way that keeps the file from being formatted"
            ),
            help: say!(
                "schrijf het zoals de andere bestanden: `sleutel: waarde`, met `- ` voor elk punt van een lijst en `>-` voor een lange tekst",
                "write it as the other files do: `key: value`, with `- ` before each item of a list and `>-` before a long text"
            ),
        }
    }

    /// A comment between a key and its text.
    fn between(at: usize) -> Left {
        Left {
            at,
            message: say!(
                "hier staat een opmerking tussen een sleutel en haar waarde; daarom blijft de opmaak van het bestand zoals zij is",
                "there is a comment between a key and its value here, so the file is not formatted"
            ),
            help: say!(
                "zet de opmerking boven de sleutel of achter de waarde",
                "put the comment above the key or behind the value"
            ),
        }
    }
}

/// `text` as it is best written, or why it stays as it is: errors in its YAML, or a
/// place that cannot be written again with certainty.
///
/// The text has no byte-order mark and only LF line ends; so has the result, which ends
/// with one. It says the same: the same values, lists in the same order, and the same
/// comments at the same values. Formatting it again changes nothing.
pub(crate) fn format<F: Form>(file: FileId, text: &str, form: F) -> Result<String, Vec<Diagnostic>> {
    let (tree, findings) = read(file, text);
    let Some(root) = tree.root().filter(|_| findings.is_empty()) else { return Err(findings) };
    let left = |left: Left| {
        let end = text.get(left.at..).map_or(left.at, |rest| left.at + rest.find('\n').unwrap_or(rest.len()));
        let place = Place::in_text(file, text, Span::new(left.at, end));
        vec![Diagnostic::new(&codes::NOT_FORMATTED, place, left.message).help(left.help)]
    };
    let page = Scan::page(text, root, form).map_err(left)?;
    let written = print::page(&page);
    if is_proven(file, root, &written, form) {
        return Ok(written);
    }
    let message = say!(
        "de opmaak van dit bestand blijft zoals zij is: er zou iets kunnen veranderen",
        "this file is not formatted: something in it could change"
    );
    let help = say!(
        "het bestand zelf is in orde; meld dit aan de makers van keuzehulp, met het bestand",
        "the file itself is fine; please report this to the makers of keuzehulp, with the file"
    );
    Err(vec![Diagnostic::new(&codes::NOT_FORMATTED, Place::whole_file(file), message).help(help)])
}

/// Whether what was written says the same as what was read, and would be written the
/// same again.
fn is_proven<F: Form>(file: FileId, root: Node<'_, '_>, written: &str, form: F) -> bool {
    let (tree, findings) = read(file, written);
    let Some(again) = tree.root().filter(|_| findings.is_empty()) else { return false };
    proof::is_same(root, again)
        && Scan::page(written, again, form).is_ok_and(|page| print::page(&page) == written)
}
