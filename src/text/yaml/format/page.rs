//! A file as entries that hold their comments.

use std::borrow::Cow;

/// A comment on a line of its own, from its `#` to the end of its line.
#[derive(Debug)]
pub(super) struct Comment<'t> {
    pub(super) text: &'t str,
    /// Whether there is a blank line above it.
    pub(super) gap: bool,
}

/// Where blank lines go between the entries of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gaps {
    /// Nowhere.
    None,
    /// Where the writer has them, one at a time.
    Kept,
    /// Between all entries, one.
    All,
}

/// A mapping or list that is written line by line.
#[derive(Debug)]
pub(super) struct Block<'t> {
    pub(super) gaps: Gaps,
    pub(super) entries: Vec<Entry<'t>>,
    /// The comments behind the last entry.
    pub(super) after: Vec<Comment<'t>>,
}

/// A pair of a mapping or an item of a list.
#[derive(Debug)]
pub(super) struct Entry<'t> {
    /// The comments above it.
    pub(super) above: Vec<Comment<'t>>,
    /// Whether there is a blank line above it, and below those comments.
    pub(super) gap: bool,
    /// The key as it is written; an item has none.
    pub(super) key: Option<&'t str>,
    pub(super) value: Value<'t>,
    /// The comments below a value on the line of its key, indented further than it.
    pub(super) after: Vec<Comment<'t>>,
}

#[derive(Debug)]
pub(super) struct Value<'t> {
    pub(super) body: Body<'t>,
    /// The comment on its first line, or on its last when it begins on the line of its
    /// key, with the blanks before it.
    pub(super) beside: &'t str,
}

#[derive(Debug)]
pub(super) enum Body<'t> {
    /// On the line of its key: a text or brackets. Lines after the first have lost what
    /// they are indented in common.
    Inline(Vec<Cow<'t, str>>),
    /// A text in lines of its own after this sign, without what they are indented in
    /// common.
    Long(&'t str, Vec<&'t str>),
    /// Entries on lines of their own.
    Block(Block<'t>),
}

/// A whole file.
#[derive(Debug)]
pub(super) struct Page<'t> {
    /// The line `---`, with the comments above it and what is behind it.
    pub(super) start: Option<(Vec<Comment<'t>>, &'t str)>,
    pub(super) head: Head<'t>,
    pub(super) root: Block<'t>,
}

/// The comments about a whole file, above its first key.
#[derive(Debug)]
pub(super) struct Head<'t> {
    pub(super) comments: Vec<Comment<'t>>,
    /// Whether there is a blank line below them.
    pub(super) gap: bool,
}
