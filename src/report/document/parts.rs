//! What a document is made of.

use std::fmt;

use crate::assess::Ratio;
use crate::report::table::Table;

/// A part of a document.
#[derive(Debug)]
pub enum Part<'d> {
    /// A heading.
    Heading(Heading, String),
    /// A paragraph.
    Text(Tone, String),
    /// The start of a new thought: an empty line in formats that have none between
    /// paragraphs.
    Break,
    /// What must not be overlooked, one line each.
    Warnings(Vec<String>),
    /// Lines, each with what belongs to it.
    Lines(Vec<Line>),
    /// A table: its columns for people, without the lines above it.
    Table(Table<'d>),
    /// Alternatives in their order.
    Ranking(Box<dyn Ranking + 'd>),
    /// An alternative at a glance.
    Card(Box<Card>),
    /// Alternatives outside the ranking, each with the reasons.
    Unranked(Vec<Line>),
    /// What the textures of bars mean, each in words, in formats that draw bars.
    Key(Vec<(Texture, String)>),
    /// How to read a ranking.
    Legend(Legend),
    /// What the document was made from and how, one line each.
    Colophon(Vec<Wording>),
    /// A command to run literally.
    Command(String),
    /// Groups of parts that stand beside each other where there is room, and otherwise
    /// below each other.
    Beside(Vec<Vec<Part<'d>>>),
    /// Parts that are made while they are written.
    Later(Later<'d>),
}

/// The kind of heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// For a part of the document that can be read on its own, just below the title.
    Division,
    /// For one of several similar parts, just below the title.
    Chapter,
    /// For a part that begins on a new sheet of paper, just below the title.
    Sheet,
    /// For anything else: 2 is just below the title, 3 below that.
    Section(usize),
}

/// The tone of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Like the text around it.
    #[default]
    Plain,
    /// It must not be missed.
    Strong,
    /// It is secondary.
    Faint,
    /// It is supported.
    Shown,
    /// It is open.
    Open,
    /// It is wrong.
    Wrong,
}

/// A line of a list.
#[derive(Debug, Default)]
pub struct Line {
    /// Its mark.
    pub mark: Mark,
    /// The name that its text belongs to.
    pub name: Option<String>,
    /// Its tone.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// The address of its source.
    pub link: Option<String>,
    /// What belongs to it.
    pub below: Vec<Line>,
}

/// The mark before a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    #[default]
    None,
    /// It is one of several.
    Bullet,
    /// It is somebody else's words.
    Quote,
    /// It can be ticked off, and is done.
    Done,
    /// It can be ticked off, and is in progress.
    Busy,
    /// It can be ticked off, and is open.
    Open,
    /// It can be ticked off, but does not apply.
    Not,
}

/// Alternatives in order. Each is made on request, on any thread, so that a long
/// ranking is never in memory as a whole.
pub trait Ranking: fmt::Debug + Sync {
    /// How many there are.
    fn count(&self) -> usize;
    /// The figures of one in words, shown beside its bar.
    fn figures(&self, at: usize) -> Option<String>;
    /// The same for who cannot see the bar.
    fn spoken(&self, at: usize) -> Option<String> {
        self.figures(at)
    }
    /// One alternative, complete.
    fn ranked(&self, at: usize) -> Option<Ranked>;
    /// Their places, names and figures as a table.
    fn table(&self) -> Table<'_>;
    /// Whether each takes two lines at most on a screen: its name, and what of the notes
    /// beside it has room.
    fn is_short(&self) -> bool {
        false
    }
}

/// An alternative at a glance.
#[derive(Debug)]
pub struct Card {
    /// Its id, for who wants to ask further.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who makes it, and what else belongs beside its name.
    pub beside: Vec<String>,
    /// Its bar.
    pub bar: Vec<Segment>,
    /// Its points in words: `29 tot 77 punten`.
    pub range: String,
    /// The parts of its bar in words.
    pub figures: String,
    /// Its themes, by what can be said of them: the id and the label of the tile, and the
    /// themes.
    pub tiles: Vec<(&'static str, String, Vec<String>)>,
    /// Other lines about it, each with a label and a tone.
    pub lines: Vec<(String, Tone, String)>,
    /// The whole in a sentence.
    pub sentence: String,
}

/// An alternative of a ranking.
#[derive(Debug)]
pub struct Ranked {
    /// Its place; a sign when it has none.
    pub place: String,
    /// Its name.
    pub name: String,
    /// Its bar.
    pub bar: Vec<Segment>,
    /// Lines about it.
    pub notes: Vec<(Tone, String)>,
    /// Other notes about it, a few words each.
    pub beside: Vec<String>,
    /// The same in fewer words, where there is little room; empty where there are none.
    pub briefer: Vec<String>,
}

/// A part of a bar, starting at the end of the previous one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What it shows.
    pub texture: Texture,
    /// Where it ends; the whole bar is 1.
    pub end: Ratio,
}

/// What a part of a bar shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texture {
    /// What is supported.
    Shown,
    /// What the institution sees to itself.
    OwnWork,
    /// What is open.
    Open,
    /// What cannot be reached.
    Rest,
}

/// How to read a ranking.
#[derive(Debug)]
pub struct Legend {
    /// The heading above it, when there are only figures.
    pub title: &'static str,
    /// How to read it when there are bars.
    pub bars: Option<&'static str>,
    /// How to read it when there are only figures.
    pub figures: &'static str,
}

/// A text that is shorter on a screen than on paper.
#[derive(Debug)]
pub struct Wording {
    /// The whole text.
    pub whole: String,
    /// The text on a screen.
    pub on_screen: String,
}

/// Parts that are made while they are written, so that a long document is never in
/// memory as a whole. They contain no rankings: the bars of a document have one
/// scale, which is chosen before the first is written.
pub struct Later<'d>(Box<dyn Fn() -> Vec<Part<'d>> + 'd>);

impl Heading {
    /// Its depth: 2 is just below the title.
    #[must_use]
    pub fn level(self) -> usize {
        match self {
            Heading::Division | Heading::Chapter | Heading::Sheet => 2,
            Heading::Section(level) => level,
        }
    }
}

impl Line {
    /// A line without a mark.
    pub(super) fn of(text: impl Into<String>) -> Line {
        Line { text: text.into(), ..Line::default() }
    }

    pub(super) fn bullet(text: impl Into<String>) -> Line {
        Line { mark: Mark::Bullet, ..Line::of(text) }
    }

    /// A name with a description.
    pub(super) fn named(name: impl Into<String>, text: impl Into<String>) -> Line {
        Line { name: Some(name.into()), ..Line::of(text) }
    }

    pub(super) fn toned(self, tone: Tone) -> Line {
        Line { tone, ..self }
    }

    /// Adds a line below this one.
    pub(super) fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.below.push(Line::of(text).toned(tone));
    }

    /// Adds a part below this line.
    pub(super) fn add(&mut self, text: impl Into<String>) {
        self.say(Tone::Faint, text);
    }

    /// What it says, with its name, for formats that do not line up names and texts.
    #[must_use]
    pub fn words(&self) -> String {
        self.name.as_ref().map_or(self.text.clone(), |name| format!("{name}: {}", self.text))
    }
}

impl Ranked {
    /// The notes about it as a line, for formats that show its place and figures
    /// elsewhere; `None` when there are no notes.
    #[must_use]
    pub fn line(self) -> Option<Line> {
        let notes = self.notes.into_iter().map(|(tone, text)| Line::of(text).toned(tone));
        let below: Vec<Line> = notes.chain(self.beside.into_iter().map(Line::of)).collect();
        (!below.is_empty()).then(|| Line { below, ..Line::bullet(self.name) })
    }
}

impl From<String> for Wording {
    fn from(text: String) -> Wording {
        Wording { whole: text.clone(), on_screen: text }
    }
}

impl<'d> Later<'d> {
    pub(super) fn new(make: impl Fn() -> Vec<Part<'d>> + 'd) -> Later<'d> {
        Later(Box::new(make))
    }

    /// The parts.
    #[must_use]
    pub fn made(&self) -> Vec<Part<'d>> {
        (self.0)()
    }
}

impl fmt::Debug for Later<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Later")
    }
}
