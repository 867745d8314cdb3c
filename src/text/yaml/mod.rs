//! The only entrance for YAML: the text of a file becomes a flat tree of nodes
//! that know their place.
//!
//! The tree is built from the events of a maintained parser, one by one and
//! without recursion, so no file can exhaust the stack. What this project does
//! not allow in its files (anchors, aliases, tags, merge keys, duplicate keys,
//! empty values, control characters) is refused here. Every scalar stays text:
//! only the question that it answers decides whether `no` is a word and `1.10`
//! a number.

mod builder;
mod cursor;
pub(crate) mod edit;
mod everyday;
pub(crate) mod format;
mod markers;
mod raw;
pub(crate) mod slips;
mod tree;

use super::diagnostic::Diagnostic;
use super::span::FileId;
use builder::Builder;
use raw::forbidden_bytes;

pub use raw::{NotUtf8, normalise};
pub use tree::{Kind, MOST_BYTES, MOST_DEPTH, MOST_NODES, MOST_SCALAR, Node, Tree};

/// Reads `text` into a tree, and reports everything that is wrong with its
/// YAML.
///
/// The text has no byte-order mark and only LF line ends ([`normalise`]). After
/// a syntax error or a limit the tree is empty, because half a file would give
/// false findings.
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

/// The tree of `text` if it can be read without the parser and nothing is
/// refused; [`parse`] gives the same tree. `None` says nothing about the text.
///
/// [`read`] then uses the parser; call this to know whether that was needed.
#[must_use]
pub fn everyday(file: FileId, text: &str) -> Option<Tree<'_>> {
    if forbidden_bytes(file, text).is_some() { None } else { quick(file, text) }
}

/// What [`read`] returns, always from the parser.
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
    if !builder.slips.is_empty() {
        // Everything else follows from these.
        return (Tree::default(), builder.slips);
    }
    (builder.tree, builder.findings)
}

#[cfg(test)]
mod tests;
