//! The bytes of a file before it is read as YAML: its text, and characters that
//! no file may have.

use crate::say;
use crate::text::{Diagnostic, FileId, Place, Span, characters, codes};

use super::markers;
use super::tree::MOST_FINDINGS;

/// Where bytes stop being UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotUtf8 {
    /// The line, from 1.
    pub line: usize,
    /// The number of bytes before it.
    pub offset: usize,
}

/// `bytes` as text without byte-order mark and with LF line ends, so that the
/// same file gives the same result and the same fingerprint on every system.
///
/// # Errors
/// When the bytes are not UTF-8: where they stop being so.
pub fn normalise(bytes: Vec<u8>) -> Result<String, NotUtf8> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1;
        NotUtf8 { line, offset }
    })?;
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}

/// Conflict markers, tabs that indent and harmful characters, looked for before the
/// parser runs: here their places are exact.
pub(super) fn forbidden_bytes(file: FileId, text: &str) -> Option<Vec<Diagnostic>> {
    if let Some(conflict) = markers::left(file, text) {
        return Some(vec![conflict]);
    }
    // Blocks without a way out in the middle are looked through many bytes at a time.
    let suspicious = |b: u8| (b < 0x20 && b != b'\n') || b == 0x7f || b >= 0xc2;
    let is_clean = |block: &[u8]| !block.iter().fold(false, |found, b| found | suspicious(*b));
    if text.as_bytes().chunks(256).all(is_clean) {
        return None;
    }
    let mut findings = Vec::new();
    let mut indenting = true;
    let mut tab = None;
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let before_space = chars.peek().is_some_and(|(_, next)| matches!(next, ' ' | '\t'));
        match c {
            '\n' => (indenting, tab) = (true, None),
            ' ' => {}
            // What follows the dash of a list is indented too.
            '-' if indenting && before_space && tab.is_none() => {}
            '\t' if indenting => tab = tab.or(Some(at)),
            _ => {
                if let Some(tab) = tab.take().filter(|_| c != '#') {
                    let place = Place::in_text(file, text, Span::new(tab, tab + 1));
                    findings.push(
                        Diagnostic::new(&codes::TAB, place, codes::TAB.title.into())
                            .help(say!("gebruik spaties, twee per niveau", "use spaces, two for each level")),
                    );
                }
                indenting = false;
                let after = chars.peek().map(|(_, after)| *after);
                if c != '\t' && (c.is_control() || characters::is_hidden(before, c, after)) {
                    findings.push(harmful(Place::in_text(file, text, Span::new(at, at + c.len_utf8())), c));
                }
            }
        }
        before = Some(c);
        if findings.len() >= MOST_FINDINGS {
            break;
        }
    }
    (!findings.is_empty()).then_some(findings)
}

pub(super) fn harmful(place: Place, c: char) -> Diagnostic {
    let (code, message, help) = match characters::find(c) {
        Some(known) => {
            let (name, number) = (known.name, characters::number(c));
            let message = say!(
                "hier staat een teken dat u niet ziet: {nl} ({number})",
                "there is a character here that you cannot see: {en} ({number})",
                nl = name.nl,
                en = name.en
            );
            (&codes::INVISIBLE_CHARACTER, message, known.mend.into())
        }
        None => {
            let shown = c.escape_unicode().to_string();
            let message = say!(
                "hier staat het besturingsteken `{shown}`",
                "there is the control character `{shown}` here"
            );
            (&codes::CONTROL_CHARACTER, message, say!("haal het teken weg", "remove the character"))
        }
    };
    Diagnostic::new(code, place, message).help(help)
}
