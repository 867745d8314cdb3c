//! Turns events into nodes, and refuses what is not allowed.

use std::borrow::Cow;
use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, StructureStyle, options};

use crate::say;
use crate::text::characters::{self, Class};
use crate::text::safe::clean_short;
use crate::text::{Code, Diagnostic, FileId, Place, Span, codes, yaml_syntax};

use super::raw::harmful;
use super::slips;
use super::tree::{Data, Kind, MOST_DEPTH, MOST_FINDINGS, MOST_NODES, MOST_SCALAR, Tree, within};

/// A mapping or list that is still being read.
struct Open<'t> {
    node: usize,
    mapping: bool,
    /// Whether it is in brackets.
    flow: bool,
    /// The column in which it begins.
    column: u32,
    /// In a mapping: whether the next node is a key.
    key_next: bool,
    /// In a mapping: how many keys it has, not counting the one being read.
    keys: usize,
    /// In a mapping with many keys: the place of each key.
    many: HashMap<Cow<'t, str>, Place>,
}

/// A mapping with more keys than this gets a table, because comparing all pairs
/// would take too long.
const FEW: usize = 16;

pub(super) struct Builder<'t> {
    pub(super) file: FileId,
    pub(super) text: &'t str,
    pub(super) tree: Tree<'t>,
    open: Vec<Open<'t>>,
    /// Inside brackets: the line of the outermost, and the column around them.
    flow: Option<(u32, u32)>,
    pub(super) findings: Vec<Diagnostic>,
    /// Slips in keys, which make the rest mean something else than was meant.
    pub(super) slips: Vec<Diagnostic>,
}

impl<'t> Builder<'t> {
    pub(super) fn new(file: FileId, text: &'t str) -> Builder<'t> {
        // Enough for the nodes of a typical file.
        let tree = Tree { text, nodes: Vec::with_capacity(text.len() / 16) };
        Builder { file, text, tree, open: Vec::new(), flow: None, findings: Vec::new(), slips: Vec::new() }
    }

    /// Reads all events; false when the tree must not be used.
    pub(super) fn run(&mut self) -> bool {
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
                    self.broken(&error);
                    return false;
                }
            };
            let place = self.place(&span);
            if !self.indented(&event, place) {
                return false;
            }
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
                Event::SequenceStart(style, ..) => self.start(Kind::List, style, place),
                Event::MappingStart(style, ..) => self.start(Kind::Mapping, style, place),
                Event::SequenceEnd | Event::MappingEnd => self.end(span.end.byte_offset().unwrap_or(0)),
                Event::Anchor(..) => self.refuse(&codes::ANCHOR, place),
                Event::Alias(..) | Event::UnresolvedAlias(..) => {
                    self.refuse(&codes::ALIAS, place);
                    self.add(Kind::Broken, Cow::Borrowed(""), place);
                }
                Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
                // The parser may get new events; we do not read events that we
                // do not know.
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

    /// Reports an error of the parser, or its likely cause.
    fn broken(&mut self, error: &ScanError) {
        let at = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
        for slip in slips::likely(self.file, self.text, at, error.kind()).into_iter().take(MOST_FINDINGS) {
            if !self.slips.iter().any(|known| known.place == slip.place) {
                self.slips.push(slip);
            }
        }
        self.findings.push(yaml_syntax::finding(self.file, self.text, error));
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

    /// Whether bracketed content that continues on a next line is indented
    /// further than its surroundings. The parser accepts less indentation; YAML
    /// does not (1.2.2, chapters 7.4 and 8.1), and other readers refuse it.
    fn indented(&mut self, event: &Event<'_>, place: Place) -> bool {
        let Some((line, column)) = self.flow else { return true };
        let content = matches!(event, Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..));
        if !content || place.line <= line || place.column > column {
            return true;
        }
        self.findings.push(yaml_syntax::not_indented(place));
        false
    }

    fn refuse(&mut self, code: &'static Code, place: Place) {
        self.findings.push(Diagnostic::new(code, place, code.title.into()).help(code.advice));
    }

    pub(super) fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, place: Place) {
        let is_key = self.open.last().is_some_and(|open| open.mapping && open.key_next);
        if text.len() > MOST_SCALAR {
            self.refuse(&codes::TEXT_TOO_LONG, place);
            return self.add(Kind::Broken, Cow::Borrowed(""), place);
        }
        let plain = style == ScalarStyle::Plain;
        // Most texts begin with a letter; those need no search.
        let may_be_blank = text.bytes().next().is_none_or(|first| !first.is_ascii_graphic());
        let blank = may_be_blank && characters::is_blank(&text);
        if blank || (plain && matches!(&*text, "~" | "null" | "Null" | "NULL")) {
            // A document without content arrives as one empty scalar.
            if self.open.is_empty() && plain && place.span.start == place.span.end {
                return;
            }
            if plain && place.span.start == place.span.end && self.is_bare_colon() {
                return self.add(Kind::Broken, Cow::Borrowed(""), place);
            }
            let odd = text.chars().find_map(|c| Some((characters::find(c)?, c)));
            let message = if let Some((known, c)) = odd {
                let (name, number) = (known.name, characters::number(c));
                say!(
                    "hier staat niets dat te lezen is, alleen {nl} ({number})",
                    "there is nothing here that can be read, only {en} ({number})",
                    nl = name.nl,
                    en = name.en
                )
            } else if blank || place.span.start == place.span.end {
                codes::EMPTY_VALUE.title.into()
            } else {
                say!("`{text}` betekent in YAML: niets", "`{text}` means nothing in YAML")
            };
            self.findings
                .push(Diagnostic::new(&codes::EMPTY_VALUE, place, message).help(codes::EMPTY_VALUE.advice));
            return self.add(Kind::Broken, Cow::Borrowed(""), place);
        }
        // The parser reads a bare key indicator as text.
        if plain && text == "?" {
            self.refuse(&codes::COMPLEX_KEY, place);
            return self.add(Kind::Broken, Cow::Borrowed(""), place);
        }
        // Most raw characters were checked before. Tabs inside a text were not,
        // and escapes yield new characters.
        let suspicious = style == ScalarStyle::DoubleQuoted || text.contains('\t');
        if suspicious && let Some(c) = characters::first_hidden(&text) {
            self.findings.push(harmful(place, c));
            return self.add(Kind::Broken, Cow::Borrowed(""), place);
        }
        if is_key && text == "<<" && plain {
            self.refuse(&codes::MERGE_KEY, place);
            return self.add(Kind::Broken, Cow::Borrowed(""), place);
        }
        if is_key && let Some(c) = odd_in_key(&text) {
            self.slips.extend(slips::look_alike(within(self.text, place, c.encode_utf8(&mut [0; 4])), c));
        }
        self.add(Kind::Text, text, place);
    }

    /// Whether the value that is empty here belongs to a key such as `nl:x` between
    /// brackets; that is reported once for a line.
    fn is_bare_colon(&mut self) -> bool {
        let is_value = self.open.last().is_some_and(|open| open.flow && open.mapping && !open.key_next);
        let key = self.tree.nodes.last().filter(|key| is_value && key.kind == Kind::Text);
        let Some((key, colon)) = key.and_then(|key| Some((key.place, slips::bare_colon(&key.text)?))) else {
            return false;
        };
        let place = within(self.text, key, ":");
        if colon > 0 && !self.slips.iter().any(|known| known.place.line == place.line) {
            self.slips.push(slips::no_space(place));
        }
        true
    }

    pub(super) fn start(&mut self, kind: Kind, style: StructureStyle, place: Place) {
        let node = self.tree.nodes.len();
        let flow = style == StructureStyle::Flow;
        if flow && !self.open.last().is_some_and(|around| around.flow) {
            // The column of what surrounds the outermost brackets; nothing
            // surrounds a document that is only brackets.
            self.flow = self.open.last().map(|open| (place.line, open.column));
        }
        let is_key = self.open.last().is_some_and(|open| open.mapping && open.key_next);
        if is_key {
            self.refuse(&codes::COMPLEX_KEY, place);
        }
        self.add(kind, Cow::Borrowed(""), place);
        self.open.push(Open {
            node,
            mapping: kind == Kind::Mapping,
            flow,
            column: place.column,
            key_next: true,
            keys: 0,
            many: HashMap::new(),
        });
    }

    pub(super) fn end(&mut self, byte: usize) {
        let Some(open) = self.open.pop() else { return };
        if open.flow && !self.open.last().is_some_and(|around| around.flow) {
            self.flow = None;
        }
        let next = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
        if let Some(node) = self.tree.nodes.get_mut(open.node) {
            node.next = next;
            node.place.span.end = Span::new(byte, byte).start.max(node.place.span.start);
        }
    }

    /// Adds a node, and registers it as key or value of the mapping around it.
    fn add(&mut self, kind: Kind, text: Cow<'t, str>, place: Place) {
        let mut duplicate = None;
        if let Some(open) = self.open.last_mut().filter(|open| open.mapping) {
            if open.key_next {
                if kind == Kind::Text {
                    duplicate = earlier(open, &self.tree.nodes, &text);
                    if duplicate.is_none() && !open.many.is_empty() {
                        open.many.insert(text.clone(), place);
                    }
                }
                open.keys += 1;
            }
            open.key_next = !open.key_next;
        }
        // The second key is skipped, so that the mistake is reported once.
        let kind = if duplicate.is_some() { Kind::Broken } else { kind };
        if let Some(first) = duplicate {
            let key = clean_short(&text, 40);
            let line = first.line;
            self.findings.push(
                Diagnostic::new(
                    &codes::DUPLICATE_KEY,
                    place,
                    say!(
                        "de sleutel `{key}` staat er twee keer; de eerste staat op regel {line}",
                        "duplicate key `{key}`; the first is on line {line}"
                    ),
                )
                .related(first, say!("hier voor het eerst", "first here"))
                .help(say!("voeg de twee samen of haal er een weg", "merge the two or remove one")),
            );
        }
        let next = u32::try_from(self.tree.nodes.len() + 1).unwrap_or(u32::MAX);
        self.tree.nodes.push(Data { kind, text, place, next });
    }
}

/// The place of this key in the mapping, if it is there already.
fn earlier<'t>(open: &mut Open<'t>, nodes: &[Data<'t>], key: &str) -> Option<Place> {
    // Keys and values alternate after their mapping.
    let mut at = open.node + 1;
    let keys = (0..open.keys).map_while(|_| {
        let known = nodes.get(at)?;
        at = nodes.get(known.next as usize)?.next as usize;
        Some(known)
    });
    let mut written = keys.filter(|known| known.kind == Kind::Text);
    if open.keys < FEW {
        return written.find(|known| known.text == *key).map(|known| known.place);
    }
    if open.many.is_empty() {
        open.many.extend(written.map(|known| (known.text.clone(), known.place)));
    }
    open.many.get(key).copied()
}

/// What a key has that only looks like a space, or like the dash of a list.
fn odd_in_key(key: &str) -> Option<char> {
    if key.is_ascii() {
        return None;
    }
    let is_dash = |c: &char| characters::find(*c).is_some_and(|known| known.class == Class::Dash);
    let of_list = key.chars().next().filter(|c| is_dash(c) && key.chars().nth(1) == Some(' '));
    of_list.or_else(|| key.chars().find(|c| characters::is_odd_blank(*c)))
}
