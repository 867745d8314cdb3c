//! The tree of a file, its nodes, and its limits.

use std::borrow::Cow;

use crate::text::{Place, Span};

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 1 << 20;
/// The deepest nesting.
pub const MOST_DEPTH: usize = 32;
/// The most keys, values, mappings and lists in a file.
pub const MOST_NODES: usize = 100_000;
/// The longest scalar, in bytes.
pub const MOST_SCALAR: usize = 64 << 10;
/// The most findings about the YAML of one file; after that reading stops.
pub(super) const MOST_FINDINGS: usize = 50;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `key: value` pairs; keys are always [`Kind::Text`].
    Mapping,
    /// A list.
    List,
    /// A scalar, as text.
    Text,
    /// Something that was refused; a finding says why. Decoders skip it
    /// silently, so that one mistake gives one finding.
    Broken,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Data<'t> {
    pub(super) kind: Kind,
    pub(super) text: Cow<'t, str>,
    pub(super) place: Place,
    /// Index of the first node after this one and all inside it.
    pub(super) next: u32,
}

/// The tree of one file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tree<'t> {
    pub(super) text: &'t str,
    pub(super) nodes: Vec<Data<'t>>,
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

    /// Its place in the file.
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

    /// Where `part` of its text is; its own place when the part is not there as it
    /// is read, but as an escape or across a line end.
    #[must_use]
    pub fn place_of(self, part: &str) -> Place {
        within(self.tree.text, self.data.place, part)
    }

    /// The node as it is written, with its quotes.
    #[must_use]
    pub fn written(self) -> &'t str {
        self.tree.text.get(self.data.place.span.range()).unwrap_or("")
    }

    /// The whole text that the tree was read from.
    pub(super) fn source(self) -> &'t str {
        self.tree.text
    }

    /// The text of a scalar; empty for anything else.
    #[must_use]
    pub fn text(self) -> &'a str {
        &self.data.text
    }

    /// The comments of the whole file, each from its `#` to the end of its line.
    pub fn comments(self) -> impl Iterator<Item = (Place, &'t str)> {
        let texts: Vec<_> = self.tree.nodes.iter().filter(|node| node.kind == Kind::Text).collect();
        let is_free = move |at: usize| {
            let next = texts.partition_point(|node| node.place.span.range().end <= at);
            texts.get(next).is_none_or(|node| at < node.place.span.range().start)
        };
        let file = self.data.place.file;
        let mut from = 0;
        self.tree.text.split('\n').enumerate().filter_map(move |(number, line)| {
            let begin = from;
            from += line.len() + 1;
            let begins = |at: usize| {
                line.get(..at).is_some_and(|before| before.is_empty() || before.ends_with([' ', '\t']))
            };
            let mut signs = line.match_indices('#').map(|(at, _)| at);
            let at = signs.find(|at| begins(*at) && is_free(begin + at))?;
            let column = line.get(..at)?.chars().count() + 1;
            let span = Span::new(begin + at, begin + line.len());
            let clip = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            Some((Place { file, line: clip(number + 1), column: clip(column), span }, line.get(at..)?))
        })
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

/// The first place of `part` inside `place`; `place` itself when it is not there.
pub(super) fn within(text: &str, place: Place, part: &str) -> Place {
    let found = text.get(place.span.range()).and_then(|inside| inside.find(part));
    found.map_or(place, |at| {
        let at = place.span.range().start + at;
        Place::in_text(place.file, text, Span::new(at, at + part.len()))
    })
}
