//! One file becomes a value: its text, its tree, and what a decoder makes of it.

use std::borrow::Cow;

use crate::load::characters;
use crate::load::reader::fields::Reader;
use crate::model::Date;
use crate::say;
use crate::text::hash::{Fingerprint, digest, hex};
use crate::text::yaml::{self, MOST_BYTES, Node, NotUtf8, edit::Edit};
use crate::text::{Code, Diagnostic, Message, Place, codes as yaml_codes};

use super::folder::{self, Found};
use super::list::File;

/// The result of decoding one file.
pub(crate) struct Outcome<T> {
    pub(crate) value: Option<T>,
    pub(crate) findings: Vec<Diagnostic>,
    /// How it is written without old ids.
    pub(crate) edits: Vec<Edit>,
    pub(crate) text: Option<String>,
    pub(crate) digest: Option<[u8; 32]>,
}

impl<T> Outcome<T> {
    /// Whether the file has errors.
    pub(crate) fn has_errors(&self) -> bool {
        self.findings.iter().any(Diagnostic::is_error)
    }
}

/// Reads and decodes one file.
pub(crate) fn decode<T>(
    file: &File,
    as_of: Date,
    both_languages: bool,
    decode: impl FnOnce(&mut Reader, Node<'_, '_>) -> Option<T>,
) -> Outcome<T> {
    let fail = |code: &'static Code, place: Place, message: Message| Outcome {
        value: None,
        findings: vec![Diagnostic::new(code, place, message).help(code.advice)],
        edits: Vec::new(),
        text: None,
        digest: None,
    };
    let whole = Place::whole_file(file.id);
    let text = match text(&file.entry.found) {
        Ok(Some(text)) => text,
        Ok(None) => {
            let (findings, edits) = (Vec::new(), Vec::new());
            return Outcome { value: None, findings, edits, text: None, digest: None };
        }
        Err((code, message)) => return fail(code, whole, message),
    };
    let digest = Some(digest(text.as_bytes()));
    let mut reader = Reader::new(file.id, as_of, both_languages && !file.is_own);
    let value = {
        let (tree, findings) = yaml::read(file.id, &text);
        for finding in findings {
            reader.add(finding);
        }
        let value = tree.root().and_then(|root| decode(&mut reader, root));
        if let Some(root) = tree.root() {
            characters::look_at(&mut reader, &text, root);
        }
        value
    };
    let (findings, edits) = (reader.findings, reader.edits);
    let text = (!findings.is_empty()).then(|| text.into_owned());
    Outcome { value, findings, edits, text, digest }
}

/// The text of a file: without byte-order mark, with LF line ends; `None` for
/// something that is not read as a file. The error is its finding.
pub(crate) fn text(found: &Found) -> Result<Option<Cow<'static, str>>, (&'static Code, Message)> {
    if let Found::BuiltIn(text) = found
        && !text.contains('\r')
    {
        return Ok(Some(Cow::Borrowed(text)));
    }
    Ok(match bytes(found)? {
        Some(bytes) => Some(Cow::Owned(text_of(bytes)?)),
        None => None,
    })
}

/// The text of these bytes of a file. The error is its finding.
pub(crate) fn text_of(bytes: Vec<u8>) -> Result<String, (&'static Code, Message)> {
    if bytes.len() > MOST_BYTES {
        return Err((&yaml_codes::TOO_LARGE, yaml_codes::TOO_LARGE.title.into()));
    }
    yaml::normalise(bytes).map_err(|NotUtf8 { line, offset }| {
        let message = say!(
            "dit is geen geldige UTF-8: regel {line}, byte {offset}",
            "this is not valid UTF-8: line {line}, byte {offset}"
        );
        (&yaml_codes::NOT_UTF8, message)
    })
}

/// The bytes of a file as they are; `None` for something that is not read as a file.
/// Of a file that is too large there is at least one byte too many.
pub(crate) fn bytes(found: &Found) -> Result<Option<Vec<u8>>, (&'static Code, Message)> {
    Ok(Some(match found {
        Found::BuiltIn(text) => text.as_bytes().to_vec(),
        Found::File(path) => folder::read(path)?,
        // One byte more than the limit is enough to see that it is too large.
        Found::Memory(bytes) => bytes.get(..=MOST_BYTES).unwrap_or(bytes).to_vec(),
        Found::Refused(..) => return Ok(None),
    }))
}

/// SHA-256 over one line per file, in order of path and layer: the SHA-256 of
/// its text (no byte-order mark, LF), two spaces, its path inside the layer.
/// `sha256sum` over a folder's files, sorted by path, gives the same lines.
pub(crate) fn fingerprint(files: &[File], digests: &[(usize, [u8; 32])]) -> String {
    let mut lines: Vec<(&str, usize, &[u8; 32])> = digests
        .iter()
        .filter_map(|(file, digest)| files.get(*file).map(|f| (f.entry.inner.as_str(), f.layer, digest)))
        .collect();
    lines.sort_unstable();
    let mut fingerprint = Fingerprint::default();
    for (path, _, digest) in lines {
        fingerprint.add(format!("{}  {path}\n", hex(digest)).as_bytes());
    }
    fingerprint.finish()
}
