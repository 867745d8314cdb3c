//! The one door for YAML: a file's text becomes a flat tree of nodes that know
//! their place.
//!
//! The tree is built from the events of a maintained parser, one after the
//! other and without recursion, so no file can exhaust the stack. What this
//! project does not allow in its files (anchors, aliases, tags, merge keys,
//! duplicate keys, empty values, control characters) is refused here, and every
//! scalar stays text: whether `no` is a word and `1.10` a number is for the
//! question to say that it answers.

use std::borrow::Cow;
use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, options};

use super::codes;
use super::diagnostic::Diagnostic;
use super::safe::{is_harmful, is_invisible};
use super::span::{FileId, Place, Span};
use super::yaml_syntax;
use crate::say;

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

#[derive(Debug)]
struct Data<'t> {
    kind: Kind,
    text: Cow<'t, str>,
    place: Place,
    /// Index of the first node after this one and all inside it.
    next: u32,
}

/// The tree of one file.
#[derive(Debug, Default)]
pub struct Tree<'t> {
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
    let mut builder = Builder { file, text, tree: Tree::default(), open: Vec::new(), findings: Vec::new() };
    if !builder.run() {
        builder.tree = Tree::default();
    }
    (builder.tree, builder.findings)
}

/// `bytes` as text without byte-order mark and with LF line ends, so that the
/// same file gives the same result and the same fingerprint on every system.
///
/// # Errors
/// The offset of the first byte that is not UTF-8.
pub fn normalise(bytes: Vec<u8>) -> Result<String, usize> {
    let text = String::from_utf8(bytes).map_err(|e| e.utf8_error().valid_up_to())?;
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}

/// Tabs that indent and harmful characters, looked for before the parser runs:
/// here their places are exact.
fn forbidden_bytes(file: FileId, text: &str) -> Option<Vec<Diagnostic>> {
    let suspicious = |b: u8| b == b'\t' || (b < 0x20 && b != b'\n') || b == 0x7f || b >= 0xc2;
    if !text.bytes().any(suspicious) {
        return None;
    }
    let mut findings = Vec::new();
    let mut indenting = true;
    let mut tab = None;
    for (at, c) in text.char_indices() {
        match c {
            '\n' => (indenting, tab) = (true, None),
            ' ' => {}
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

/// A mapping or list that is still being read.
struct Open<'t> {
    node: usize,
    mapping: bool,
    /// In a mapping: whether the next node is a key.
    key_next: bool,
    /// In a mapping: each key and its line.
    seen: Seen<'t>,
}

/// The keys of one mapping. A few are compared one by one; a mapping with many
/// keys gets a table, for comparing each with each would take too long.
#[derive(Default)]
struct Seen<'t> {
    few: Vec<(Cow<'t, str>, Place)>,
    many: HashMap<Cow<'t, str>, Place>,
}

impl<'t> Seen<'t> {
    fn insert(&mut self, key: Cow<'t, str>, place: Place) -> Option<Place> {
        if self.many.is_empty() {
            if let Some((_, first)) = self.few.iter().find(|(known, _)| *known == key) {
                return Some(*first);
            }
            self.few.push((key, place));
            if self.few.len() > 16 {
                self.many.extend(self.few.drain(..));
            }
            return None;
        }
        if let Some(first) = self.many.get(&key) {
            return Some(*first);
        }
        self.many.insert(key, place);
        None
    }
}

struct Builder<'t> {
    file: FileId,
    text: &'t str,
    tree: Tree<'t>,
    open: Vec<Open<'t>>,
    findings: Vec<Diagnostic>,
}

impl<'t> Builder<'t> {
    /// Reads all events; false when the tree must not be used.
    fn run(&mut self) -> bool {
        let options = options! {
            disallow_directives: true,
            emit_unresolved_aliases: true,
            emit_anchor_events: true,
            flow_nesting_limit: MOST_DEPTH,
            block_nesting_limit: MOST_DEPTH,
        };
        let mut documents = 0;
        for next in Parser::new_from_str_with_options(self.text, options) {
            let (event, span) = match next {
                Ok(next) => next,
                Err(error) => {
                    let finding = yaml_syntax::finding(self.file, self.text, &error);
                    self.findings.push(finding);
                    return false;
                }
            };
            let place = self.place(&span);
            if let Some(tag) = event.tag().map(|_| span.tag_start().unwrap_or(span.start)) {
                let at = tag.byte_offset().unwrap_or(0);
                let tag_place = Place::in_text(self.file, self.text, Span::new(at, at + 1));
                self.refuse(&codes::TAG, tag_place);
            }
            match event {
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        self.refuse(&codes::SECOND_DOCUMENT, place);
                        return false;
                    }
                }
                Event::Scalar(text, style, ..) => self.scalar(text, style, place),
                Event::SequenceStart(..) => self.start(Kind::List, place),
                Event::MappingStart(..) => self.start(Kind::Mapping, place),
                Event::SequenceEnd | Event::MappingEnd => self.end(span.end.byte_offset().unwrap_or(0)),
                Event::Anchor(..) => self.refuse(&codes::ANCHOR, place),
                Event::Alias(..) | Event::UnresolvedAlias(..) => {
                    self.refuse(&codes::ALIAS, place);
                    self.add(Kind::Broken, Cow::Borrowed(""), place);
                }
                Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
                // The parser may learn new events; what we do not know we do not read.
                _ => {
                    self.refuse(&codes::SYNTAX, place);
                    return false;
                }
            }
            if self.tree.nodes.len() > MOST_NODES {
                self.refuse(&codes::TOO_MANY_NODES, place);
                return false;
            }
            if self.findings.len() >= MOST_FINDINGS {
                self.refuse(&codes::MORE_FINDINGS, place);
                return false;
            }
        }
        if self.tree.nodes.iter().all(|node| node.kind == Kind::Broken) && self.findings.is_empty() {
            self.refuse(&codes::EMPTY_FILE, Place::whole_file(self.file));
        }
        true
    }

    fn place(&self, span: &granit_parser::Span) -> Place {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Place {
            file: self.file,
            line: clip(span.start.line().max(1)),
            column: clip(span.start.col() + 1),
            span: Span::new(span.start.byte_offset().unwrap_or(0), span.end.byte_offset().unwrap_or(0)),
        }
    }

    fn refuse(&mut self, code: &'static super::Code, place: Place) {
        self.findings.push(Diagnostic::new(code, place, code.title.into()).help(code.advice));
    }

    fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, place: Place) {
        let is_key = self.open.last().is_some_and(|open| open.mapping && open.key_next);
        if text.len() > MOST_SCALAR {
            self.refuse(&codes::TEXT_TOO_LONG, place);
            return self.add(Kind::Broken, Cow::Borrowed(""), place);
        }
        let plain = style == ScalarStyle::Plain;
        if text.trim().is_empty() || (plain && matches!(&*text, "~" | "null" | "Null" | "NULL")) {
            // A document without any content arrives as one empty scalar.
            if self.open.is_empty() && plain && place.span.start == place.span.end {
                return;
            }
            self.refuse(&codes::EMPTY_VALUE, place);
            return self.add(Kind::Broken, Cow::Borrowed(""), place);
        }
        // Raw characters were looked at before; what an escape makes is new.
        if style == ScalarStyle::DoubleQuoted
            && let Some(c) = text.chars().find(|c| *c != '\n' && is_harmful(*c))
        {
            self.findings.push(harmful(place, c));
            return self.add(Kind::Broken, Cow::Borrowed(""), place);
        }
        if is_key && text == "<<" && plain {
            self.refuse(&codes::MERGE_KEY, place);
        }
        self.add(Kind::Text, text, place);
    }

    fn start(&mut self, kind: Kind, place: Place) {
        let node = self.tree.nodes.len();
        let is_key = self.open.last().is_some_and(|open| open.mapping && open.key_next);
        if is_key {
            self.refuse(&codes::COMPLEX_KEY, place);
        }
        self.add(kind, Cow::Borrowed(""), place);
        self.open.push(Open { node, mapping: kind == Kind::Mapping, key_next: true, seen: Seen::default() });
    }

    fn end(&mut self, byte: usize) {
        let Some(open) = self.open.pop() else { return };
        let next = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
        if let Some(node) = self.tree.nodes.get_mut(open.node) {
            node.next = next;
            node.place.span.end = Span::new(byte, byte).start.max(node.place.span.start);
        }
    }

    /// Adds a node, and takes note of it as key or value of the mapping around it.
    fn add(&mut self, kind: Kind, text: Cow<'t, str>, place: Place) {
        let mut duplicate = None;
        if let Some(open) = self.open.last_mut().filter(|open| open.mapping) {
            if open.key_next && kind == Kind::Text {
                duplicate = open.seen.insert(text.clone(), place);
            }
            open.key_next = !open.key_next;
        }
        if let Some(first) = duplicate {
            let key = super::safe::clean_short(&text, 40);
            let line = first.line;
            self.findings.push(
                Diagnostic::new(
                    &codes::DUPLICATE_KEY,
                    place,
                    say!(
                        "de sleutel `{key}` staat er twee keer; de eerste staat op regel {line}",
                        "the key `{key}` is there twice; the first is on line {line}"
                    ),
                )
                .related(first, say!("hier voor het eerst", "first here"))
                .help(say!("voeg de twee samen of haal er een weg", "join the two or remove one")),
            );
        }
        let next = u32::try_from(self.tree.nodes.len() + 1).unwrap_or(u32::MAX);
        self.tree.nodes.push(Data { kind, text, place, next });
    }
}

#[cfg(test)]
mod tests;
