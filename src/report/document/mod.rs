//! Texts for people that know no format: headings, lines with a mark, tables.
//! What the institution's own documents have in common; each format shows them
//! all in the same way.

pub mod checklist;
mod html;
mod markdown;
mod text;
pub mod triage;

pub use html::html;
pub(super) use html::parts as html_parts;
pub use markdown::markdown;
pub use text::text;

use crate::text::Lang;

/// A text for people.
#[derive(Debug)]
pub struct Document {
    /// Its language.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Debug)]
pub enum Part {
    /// A heading: 2 below the title, 3 below that.
    Heading(usize, String),
    /// A paragraph.
    Text(String),
    /// A paragraph that must not be missed.
    Strong(String),
    /// A paragraph beside the matter.
    Small(String),
    /// Lines, each with what belongs to it.
    Lines(Vec<Line>),
    /// A table: its headers, whether a column is of numbers, and its rows.
    Table(Vec<(String, bool)>, Vec<Vec<String>>),
}

/// A line of a list.
#[derive(Debug, Default)]
pub struct Line {
    /// How it stands, for something that can be ticked off.
    pub mark: Option<Mark>,
    /// What it says.
    pub text: String,
    /// What belongs to it.
    pub below: Vec<Below>,
}

/// Something that belongs to a line.
#[derive(Debug)]
pub struct Below {
    /// What it says.
    pub text: String,
    /// The address of its source.
    pub link: Option<String>,
}

/// How something that can be ticked off stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Done.
    Done,
    /// Somebody is at it.
    Busy,
    /// Open.
    Open,
    /// It does not apply.
    Not,
}

impl Mark {
    /// The mark in plain text.
    fn box_of(self) -> &'static str {
        match self {
            Mark::Done => "[x]",
            Mark::Busy => "[~]",
            Mark::Open => "[ ]",
            Mark::Not => "[-]",
        }
    }
}

impl Document {
    /// An empty document.
    #[must_use]
    pub fn new(lang: Lang, title: String) -> Document {
        Document { lang, title, parts: Vec::new() }
    }

    pub(super) fn heading(&mut self, level: usize, text: impl Into<String>) {
        self.parts.push(Part::Heading(level, text.into()));
    }

    pub(super) fn text(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Text(text.into()));
    }

    pub(super) fn strong(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Strong(text.into()));
    }

    pub(super) fn small(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Small(text.into()));
    }

    /// Lines; nothing where there are none.
    pub(super) fn lines(&mut self, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.parts.push(Part::Lines(lines));
        }
    }

    /// Plain lines without a mark.
    pub(super) fn plain_lines(&mut self, lines: impl IntoIterator<Item = String>) {
        self.lines(lines.into_iter().map(Line::of).collect());
    }
}

impl Line {
    /// A line with nothing below it.
    pub(super) fn of(text: impl Into<String>) -> Line {
        Line { mark: None, text: text.into(), below: Vec::new() }
    }

    /// The same line with something more below it.
    pub(super) fn add(&mut self, text: impl Into<String>) {
        self.below.push(Below { text: text.into(), link: None });
    }
}
