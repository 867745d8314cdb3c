//! A table as plain data: its columns and its rows, which are made in batches.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::role::Role;
use super::value::Value;
use crate::text::Lang;
use crate::text::lang::Phrase;

/// The type of the values in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Text.
    Text,
    /// Whole numbers.
    Integer,
    /// Numbers with decimals.
    Decimal,
    /// Whole numbers from one to another.
    Range,
    /// Days.
    Date,
    /// Addresses.
    Link,
}

impl Content {
    /// The default width of a column, in characters.
    fn width(self) -> u16 {
        match self {
            Content::Text => 14,
            Content::Integer | Content::Range => 9,
            Content::Decimal | Content::Date => 12,
            Content::Link => 30,
        }
    }
}

/// How much of a table is printed with the workbook that it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// Its first rows.
    First {
        /// The most rows.
        rows: usize,
        /// The most pages.
        pages: u16,
    },
    /// Nothing: it says how to print it by itself.
    OnRequest,
}

impl Printed {
    /// How many of its rows are printed.
    #[must_use]
    pub fn rows(self, all: usize) -> usize {
        match self {
            Printed::First { rows, .. } => all.min(rows),
            Printed::OnRequest => 0,
        }
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name for programs, the same in every language.
    pub id: String,
    /// Its title for people.
    pub title: String,
    /// The type of its values.
    pub content: Content,
    /// Its width in characters.
    pub width: u16,
    /// What it holds, when something is looked up in it.
    pub role: Option<Role>,
    /// Whether it is part of the key of a row.
    pub is_key: bool,
    /// Whether its values are what can be said of a theme, in a word.
    pub is_tile: bool,
    /// Whether people may change its whole numbers from 0 to 100.
    pub is_editable: bool,
}

impl Column {
    /// A column with the default width for its content.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>, content: Content) -> Column {
        Column {
            id: id.into(),
            title: title.into(),
            content,
            width: content.width(),
            role: None,
            is_key: false,
            is_tile: false,
            is_editable: false,
        }
    }

    /// Whether it holds numbers. They are aligned to the right, so that people can
    /// compare them digit by digit.
    #[must_use]
    pub fn is_numeric(&self) -> bool {
        match self.content {
            Content::Integer | Content::Decimal | Content::Range => true,
            Content::Text | Content::Date | Content::Link => false,
        }
    }
}

/// What a table is called: its id, which is the same in every language, and its
/// name in a word or two.
#[derive(Clone, Copy, Debug)]
pub struct Names(pub &'static str, pub Phrase);

/// The style of a line above a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What the table is.
    Title,
    /// What nobody should miss.
    Strong,
    /// The rest.
    Plain,
}

/// A line above a table.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its style.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// Numbers beside it, each with the number of its column.
    pub beside: Vec<(usize, Value<'static>)>,
}

impl Line {
    /// A line with nothing beside it.
    pub(super) fn new(tone: Tone, text: impl Into<String>) -> Line {
        Line { tone, text: text.into(), beside: Vec::new() }
    }
}

/// Passes each row of some items, in order, to the function.
pub(super) type MakeRows<'t> = Box<dyn Fn(Range<usize>, &mut dyn FnMut(&[Value<'t>])) + Send + Sync + 't>;

/// A table. Its rows are made on request, in batches, so that a large table is
/// never in memory as a whole.
pub struct Table<'t> {
    /// Its language.
    pub lang: Lang,
    /// Its id, the same in every language.
    pub id: &'static str,
    /// Its name in a word or two.
    pub name: &'static str,
    /// The lines above it.
    pub intro: Vec<Line>,
    /// The columns.
    pub columns: Vec<Column>,
    /// How many of the first columns name what a row is about: they stay in view
    /// when the rest scrolls sideways.
    pub naming: usize,
    /// How many of the first columns are for people; the rest are for programs.
    pub for_people: usize,
    /// How much of it is printed with others.
    pub printed: Printed,
    /// The number of items; each has one or more rows.
    pub items: usize,
    pub(super) rows: MakeRows<'t>,
    pub(super) shared: Shared<'t>,
}

/// Texts that many rows share.
pub(super) struct Shared<'t> {
    pub(super) count: usize,
    pub(super) text: Box<dyn Fn(usize) -> Value<'t> + Send + Sync + 't>,
}

impl<'t> Table<'t> {
    /// Passes each row of some of the items to `each`, in order. Every row has a
    /// value for every column.
    pub fn rows(&self, items: Range<usize>, each: &mut dyn FnMut(&[Value<'t>])) {
        (self.rows)(items, each);
    }

    /// The number of texts that many rows share.
    #[must_use]
    pub fn shared_count(&self) -> usize {
        self.shared.count
    }

    /// A shared text, by its number.
    #[must_use]
    pub fn shared(&self, number: usize) -> Value<'t> {
        (self.shared.text)(number)
    }

    /// Its columns for people.
    #[must_use]
    pub fn shown(&self) -> &[Column] {
        self.columns.get(..self.for_people).unwrap_or(&self.columns)
    }

    /// A value of the table, in words.
    #[must_use]
    pub fn words<'v>(&self, value: &'v Value<'_>) -> Cow<'v, str> {
        match value {
            Value::Shared(number) => Cow::Owned(self.shared(*number).words(self.lang).into_owned()),
            value => value.words(self.lang),
        }
    }

    /// All rows in words, without the columns for programs. `escape` makes a text fit
    /// for its format; numbers and days fit in any.
    #[must_use]
    pub fn in_words(&self, escape: impl Fn(&str) -> String) -> Vec<Vec<String>> {
        let cell = |value: &Value<'_>| {
            let words = self.words(value);
            if value.is_exact() { words.into_owned() } else { escape(&words) }
        };
        let mut rows = Vec::new();
        self.rows(0..self.items, &mut |row| {
            rows.push(row.iter().take(self.for_people).map(cell).collect());
        });
        rows
    }
}

impl fmt::Debug for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table").field("id", &self.id).field("items", &self.items).finish_non_exhaustive()
    }
}
