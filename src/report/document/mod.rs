//! Texts for people, independent of format. A document says what belongs where
//! (headings, marked lines, tables, a ranking with its bars); `report::terminal`,
//! `report::markdown` and `report::html::document` show it. Its tables are those of
//! [`report::table`](crate::report::table).
//!
//! To add a document: one file here with a function that returns a [`Document`],
//! and in its command one call of the renderers that it needs. It then exists in
//! every format.
//!
//! To add a format: one file in `report` with a `match` over [`Part`] (the
//! compiler names each missing part), and one arm in each command that offers it.
//! [`Ranking::table`] and [`Ranked::line`] show a ranking without bars.

pub(crate) mod bundle;
pub(crate) mod card;
pub mod checklist;
pub mod comparison;
pub(crate) mod coverage;
pub mod criterion;
pub mod explain;
pub mod glance;
pub mod list;
mod marks;
pub mod memo;
mod parts;
pub mod premises;
pub mod questions;
pub mod reference;
pub mod settings;
pub mod short;
pub(crate) mod sources;
pub mod triage;
pub(crate) mod verification;
pub(crate) mod worklist;

use crate::model::Localized;
use crate::report::words;
use crate::report::words::word::Word;
use crate::text::Lang;
use crate::text::lang::Phrase;

pub use parts::{
    Card, Heading, Later, Legend, Line, Mark, Part, Ranked, Ranking, Segment, Texture, Tone, Wording,
};

/// A text for people.
#[derive(Debug)]
pub struct Document<'d> {
    /// Its language.
    pub lang: Lang,
    /// Its title; empty for a few lines that do not need one.
    pub title: String,
    /// Its parts, in order.
    pub parts: Vec<Part<'d>>,
}

impl<'d> Document<'d> {
    /// A document without parts.
    #[must_use]
    pub fn new(lang: Lang, title: impl Into<String>) -> Document<'d> {
        Document { lang, title: title.into(), parts: Vec::new() }
    }

    fn division(&mut self, text: impl Say) {
        self.parts.push(Part::Heading(Heading::Division, text.said(self.lang)));
    }

    fn chapter(&mut self, text: impl Say) {
        self.parts.push(Part::Heading(Heading::Chapter, text.said(self.lang)));
    }

    /// The heading of what stands on a sheet of its own.
    fn sheet(&mut self, text: impl Say) {
        self.parts.push(Part::Heading(Heading::Sheet, text.said(self.lang)));
    }

    fn heading(&mut self, level: usize, text: impl Say) {
        self.parts.push(Part::Heading(Heading::Section(level), text.said(self.lang)));
    }

    fn say(&mut self, tone: Tone, text: impl Say) {
        self.parts.push(Part::Text(tone, text.said(self.lang)));
    }

    fn text(&mut self, text: impl Say) {
        self.say(Tone::Plain, text);
    }

    /// A paragraph for each of these.
    fn texts(&mut self, texts: impl IntoIterator<Item = String>) {
        texts.into_iter().for_each(|text| self.text(text));
    }

    fn strong(&mut self, text: impl Say) {
        self.say(Tone::Strong, text);
    }

    fn gap(&mut self) {
        self.parts.push(Part::Break);
    }

    /// A secondary paragraph, separated from what is above it.
    fn small(&mut self, text: impl Say) {
        self.gap();
        self.say(Tone::Faint, text);
    }

    /// The end of every document about products.
    fn disclaimer(&mut self) {
        self.small(words::DISCLAIMER);
    }

    /// Lines; nothing when there are none.
    fn lines(&mut self, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.parts.push(Part::Lines(lines));
        }
    }

    /// Lines with nothing below them.
    fn bullets(&mut self, lines: impl IntoIterator<Item = String>) {
        self.lines(lines.into_iter().map(Line::bullet).collect());
    }

    fn warnings(&mut self, lines: Vec<String>) {
        if !lines.is_empty() {
            self.parts.push(Part::Warnings(lines));
        }
    }

    fn colophon(&mut self, lines: impl IntoIterator<Item = Wording>) {
        self.parts.push(Part::Colophon(lines.into_iter().collect()));
    }

    fn command(&mut self, command: impl Say) {
        self.parts.push(Part::Command(command.said(self.lang)));
    }

    fn later(&mut self, make: impl Fn() -> Vec<Part<'d>> + 'd) {
        self.parts.push(Part::Later(Later::new(make)));
    }
}

/// Something that has words in the language of a document.
trait Say {
    /// Its words in this language.
    fn said(self, lang: Lang) -> String;
}

impl Say for Phrase {
    fn said(self, lang: Lang) -> String {
        self.get(lang).to_owned()
    }
}

impl Say for Word {
    fn said(self, lang: Lang) -> String {
        self.get(lang).to_owned()
    }
}

impl Say for &Localized {
    fn said(self, lang: Lang) -> String {
        self.get(lang).to_owned()
    }
}

impl Say for &str {
    fn said(self, _: Lang) -> String {
        self.to_owned()
    }
}

impl Say for String {
    fn said(self, _: Lang) -> String {
        self
    }
}
