//! The one door for YAML: a file's text becomes a flat tree of nodes that know
//! their place.
//!
//! The tree is built from the events of a maintained parser, one after the
//! other and without recursion, so no file can exhaust the stack. What this
//! project does not allow in its files (anchors, aliases, tags, merge keys,
//! duplicate keys, empty values, control characters) is refused here, and every
//! scalar stays text: whether `no` is a word and `1.10` a number is for the
//! question to say that it answers.

mod builder;
mod cursor;
mod everyday;

use std::borrow::Cow;

use super::codes;
use super::diagnostic::Diagnostic;
use super::safe::{is_harmful, is_invisible};
use super::span::{FileId, Place, Span};
use crate::say;
use builder::Builder;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 1 << 20;
/// The deepest nesting.
pub const MOST_DEPTH: usize = 32;
/// The most keys, values, mappings and lists in a file.
pub const MOST_NODES: usize = 100_000;
/// The longest scalar, in bytes.
pub const MOST_SCALAR: usize = 64 << 10;
/// The most findings about the YAML of one file; after that reading stops.
const MOST_FINDINGS: usize = 50;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `key: value` pairs; keys are always [`Kind::Text`].
    Mapping,
    /// A list.
    List,
    /// A scalar, as text.
    Text,
    /// Something that was refused; a finding says why. Decoders pass over it in
    /// silence, so that one mistake gives one finding.
    Broken,
}

#[derive(Debug, PartialEq, Eq)]
struct Data<'t> {
    kind: Kind,
    text: Cow<'t, str>,
    place: Place,
    /// Index of the first node after this one and all inside it.
    next: u32,
}

/// The tree of one file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tree<'t> {
    text: &'t str,
    nodes: Vec<Data<'t>>,
}

/// A node of a [`Tree`].
#[derive(Clone, Copy, Debug)]
pub struct Node<'a, 't> {
    tree: &'a Tree<'t>,
    data: &'a Data<'t>,
    index: usize,
}

impl<'t> Tree<'t> {
    /// The outermost node, unless the file was empty or could not be read.
    #[must_use]
    pub fn root(&self) -> Option<Node<'_, 't>> {
        self.node(0)
    }

    fn node(&self, index: usize) -> Option<Node<'_, 't>> {
        let data = self.nodes.get(index)?;
        Some(Node { tree: self, data, index })
    }
}

impl<'a, 't> Node<'a, 't> {
    /// What it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.data.kind
    }

    /// Where it stands.
    #[must_use]
    pub fn place(self) -> Place {
        self.data.place
    }

    /// Where it begins: its first character.
    #[must_use]
    pub fn start(self) -> Place {
        let mut place = self.data.place;
        let at = place.span.range();
        let first = self.tree.text.get(at.clone()).and_then(|text| text.chars().next());
        place.span = Span::new(at.start, at.start + first.map_or(0, char::len_utf8));
        place
    }

    /// The text of a scalar; empty for anything else.
    #[must_use]
    pub fn text(self) -> &'a str {
        &self.data.text
    }

    /// The items of a list, or key, value, key, value … of a mapping.
    pub fn children(self) -> impl Iterator<Item = Node<'a, 't>> {
        let end = self.data.next as usize;
        let mut at = self.index + 1;
        std::iter::from_fn(move || {
            let child = self.tree.node(at).filter(|_| at < end)?;
            at = child.data.next as usize;
            Some(child)
        })
    }

    /// The pairs of a mapping; nothing for anything else.
    pub fn pairs(self) -> impl Iterator<Item = (Node<'a, 't>, Node<'a, 't>)> {
        let mut children = self.children();
        std::iter::from_fn(move || {
            if self.kind() != Kind::Mapping {
                return None;
            }
            Some((children.next()?, children.next()?))
        })
    }

    /// The items of a list; nothing for anything else.
    pub fn items(self) -> impl Iterator<Item = Node<'a, 't>> {
        self.children().filter(move |_| self.kind() == Kind::List)
    }
}

/// Reads `text` into a tree, with all that is wrong with its YAML.
///
/// The text has no byte-order mark and only LF line ends ([`normalise`]). After
/// a break in the grammar or a limit the tree is empty, for half a file would
/// give findings that are not true.
#[must_use]
pub fn read(file: FileId, text: &str) -> (Tree<'_>, Vec<Diagnostic>) {
    if let Some(finding) = forbidden_bytes(file, text) {
        return (Tree::default(), finding);
    }
    match quick(file, text) {
        Some(tree) => (tree, Vec::new()),
        None => whole(file, text),
    }
}

/// The tree of `text` if it can be read without the parser and has nothing to
/// refuse: [`parse`] gives the same. `None` says nothing about the text.
///
/// [`read`] goes on to the parser then; this is for who wants to know whether
/// that was needed.
#[must_use]
pub fn everyday(file: FileId, text: &str) -> Option<Tree<'_>> {
    if forbidden_bytes(file, text).is_some() { None } else { quick(file, text) }
}

/// What [`read`] gives, always by the parser.
#[must_use]
pub fn parse(file: FileId, text: &str) -> (Tree<'_>, Vec<Diagnostic>) {
    match forbidden_bytes(file, text) {
        Some(finding) => (Tree::default(), finding),
        None => whole(file, text),
    }
}

fn quick(file: FileId, text: &str) -> Option<Tree<'_>> {
    let mut builder = Builder::new(file, text);
    everyday::run(&mut builder).then_some(builder.tree)
}

fn whole(file: FileId, text: &str) -> (Tree<'_>, Vec<Diagnostic>) {
    let mut builder = Builder::new(file, text);
    if !builder.run() {
        builder.tree = Tree::default();
    }
    (builder.tree, builder.findings)
}

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
/// When the bytes are not UTF-8: where that begins.
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

/// Tabs that indent and harmful characters, looked for before the parser runs:
/// here their places are exact.
fn forbidden_bytes(file: FileId, text: &str) -> Option<Vec<Diagnostic>> {
    // Blocks without a way out in the middle are looked through many bytes at a time.
    let suspicious = |b: u8| (b < 0x20 && b != b'\n') || b == 0x7f || b >= 0xc2;
    let is_clean = |block: &[u8]| !block.iter().fold(false, |found, b| found | suspicious(*b));
    if text.as_bytes().chunks(256).all(is_clean) {
        return None;
    }
    let mut findings = Vec::new();
    let mut indenting = true;
    let mut tab = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let before_space = chars.peek().is_some_and(|(_, next)| matches!(next, ' ' | '\t'));
        match c {
            '\n' => (indenting, tab) = (true, None),
            ' ' => {}
            // What stands behind the dash of a list is indented too.
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
                if c != '\t' && is_harmful(c) {
                    findings.push(harmful(Place::in_text(file, text, Span::new(at, at + c.len_utf8())), c));
                }
            }
        }
        if findings.len() >= MOST_FINDINGS {
            break;
        }
    }
    (!findings.is_empty()).then_some(findings)
}

fn harmful(place: Place, c: char) -> Diagnostic {
    let shown = c.escape_unicode().to_string();
    if is_invisible(c) {
        Diagnostic::new(
            &codes::INVISIBLE_CHARACTER,
            place,
            say!(
                "hier staat het onzichtbare teken `{shown}`",
                "there is the invisible character `{shown}` here"
            ),
        )
        .help(say!("haal het teken weg", "remove the character"))
    } else {
        Diagnostic::new(
            &codes::CONTROL_CHARACTER,
            place,
            say!("hier staat het besturingsteken `{shown}`", "there is the control character `{shown}` here"),
        )
        .help(say!("haal het teken weg", "remove the character"))
    }
}

#[cfg(test)]
mod tests;
