//! A table as plain data: its columns, its typed values, and its rows, which are
//! made in batches.

use std::borrow::Cow;
use std::ops::Range;

use crate::assess::Ratio;
use crate::model::{Date, Id};
use crate::report::words::number::points;
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
            Content::Integer => 9,
            Content::Decimal | Content::Date => 12,
            Content::Link => 30,
        }
    }
}

/// What a column holds, for code that looks something up in the table: ids of what
/// a row is about, and numbers that others are calculated from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The id of an alternative.
    Alternative,
    /// The id of a criterion.
    Criterion,
    /// The id of a theme.
    Theme,
    /// The group of an alternative.
    Group,
    /// Its class: 1 eligible, 2 undecided, 3 knocked out.
    Class,
    /// The weight of a criterion, which people may change.
    Weight,
    /// The points of a theme, which people may change.
    Budget,
    /// The weight of a criterion as the workbook was made.
    MadeWeight,
    /// The points of a theme as the workbook was made.
    MadeBudget,
    /// The sum of the weights in a theme.
    WeightSum,
    /// What the scale must be divisible by for a theme.
    Divisor,
    /// The parts of a criterion in the whole.
    Parts,
    /// The same as a share, in points.
    Share,
    /// The share of a theme in the whole, in points.
    ThemeShare,
    /// All parts of an alternative with its lowest levels.
    LowSum,
    /// All parts of an alternative with its highest levels.
    HighSum,
    /// The parts of an alternative that are settled.
    KnownSum,
    /// Its points at least.
    Low,
    /// Its points at most.
    High,
    /// How much of it is known.
    Known,
    /// Its place.
    Place,
    /// Its best place.
    Best,
    /// Its worst place.
    Worst,
    /// The lowest level of an answer, one column per criterion.
    LowestLevel,
    /// The highest level of an answer, one column per criterion.
    HighestLevel,
}

/// A bar from 0 to 100 in the cells of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// For what the sources support.
    Shown,
    /// For what is possible.
    Possible,
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
    /// A bar in each cell.
    pub bar: Option<Bar>,
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
            bar: None,
            is_editable: false,
        }
    }
}

/// The value of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'t> {
    /// Nothing.
    Empty,
    /// Text, whatever it looks like.
    Text(Cow<'t, str>),
    /// Text that names what the row is about.
    Name(Cow<'t, str>),
    /// Several texts in one cell.
    List(Vec<Cow<'t, str>>),
    /// A whole number.
    Count(u128),
    /// A whole number from 0 to 100 that people may change.
    Weight(u32),
    /// A fraction of 1, shown as points out of 100 with one decimal.
    Points(Ratio),
    /// A day.
    Day(Date),
    /// An address.
    Link(&'t str),
    /// A number that a workbook recalculates when people change weights, with its
    /// value under the current weights.
    Live(Live, Box<Value<'t>>),
    /// A text that many rows share, by its number in the table.
    Shared(usize),
}

/// How a number follows from the weights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Live {
    /// This many hundredths of the share of the row's criterion, as points.
    Part(u8),
    /// The number in that column of the table of levels for the row's alternative.
    Found(Role),
    /// The value of the column with that role, calculated in the row itself.
    Own(Role),
    /// All parts together.
    Whole,
    /// The number of parts in one unit of the weights.
    Scale,
    /// The parts of this criterion.
    PartsOf(Id),
    /// 1 while the weights are as they were when the table was made, otherwise 0. Until
    /// then rounded parts and shares are those that add up; afterwards each is rounded
    /// by itself.
    AsMade,
}

impl<'t> Value<'t> {
    /// A text that names what the row is about.
    pub(super) fn name(text: impl Into<Cow<'t, str>>) -> Value<'t> {
        Value::Name(text.into())
    }

    /// A number that follows from the weights.
    pub(super) fn live(how: Live, result: impl Into<Value<'t>>) -> Value<'t> {
        Value::Live(how, Box::new(result.into()))
    }

    /// The value as plain text: numbers with this decimal sign, and several texts
    /// separated by `between`. For a shared text, ask its table.
    #[must_use]
    pub fn text(&self, sign: char, between: &str) -> Cow<'_, str> {
        match self {
            Value::Empty | Value::Shared(_) => Cow::Borrowed(""),
            Value::Text(text) | Value::Name(text) => Cow::Borrowed(text),
            Value::List(texts) => Cow::Owned(texts.join(between)),
            Value::Count(n) => Cow::Owned(n.to_string()),
            Value::Weight(n) => Cow::Owned(n.to_string()),
            Value::Points(ratio) => Cow::Owned(points(*ratio, sign)),
            Value::Day(day) => Cow::Owned(day.to_string()),
            Value::Link(url) => Cow::Borrowed(url),
            Value::Live(_, result) => result.text(sign, between),
        }
    }

    /// Whether it is a number or a day, which cannot contain anyone's text.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        match self {
            Value::Count(_) | Value::Weight(_) | Value::Points(_) | Value::Day(_) => true,
            Value::Live(_, result) => result.is_exact(),
            _ => false,
        }
    }
}

impl<'t> From<&'t str> for Value<'t> {
    fn from(text: &'t str) -> Value<'t> {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

impl From<Date> for Value<'_> {
    fn from(day: Date) -> Self {
        Value::Day(day)
    }
}

impl From<Ratio> for Value<'_> {
    fn from(ratio: Ratio) -> Self {
        Value::Points(ratio)
    }
}

impl From<u128> for Value<'_> {
    fn from(n: u128) -> Self {
        Value::Count(n)
    }
}

impl From<usize> for Value<'_> {
    fn from(n: usize) -> Self {
        Value::Count(n as u128)
    }
}

impl<'t, V: Into<Value<'t>>> From<Option<V>> for Value<'t> {
    fn from(value: Option<V>) -> Value<'t> {
        value.map_or(Value::Empty, Into::into)
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
}
