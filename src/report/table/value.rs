//! The value of a cell, and how it is written for programs and for people.

use std::borrow::Cow;

use super::role::Live;
use crate::assess::Ratio;
use crate::model::{Date, Source};
use crate::report::words::NOTHING;
use crate::report::words::date;
use crate::report::words::number::{decimal_sign, percent, points, range};
use crate::text::Lang;

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
    /// A fraction of 1, shown as a whole percentage.
    Percent(Ratio),
    /// Whole numbers from one to another, with both.
    Range(usize, usize),
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

impl<'t> Value<'t> {
    /// A text that names what the row is about.
    pub(super) fn name(text: impl Into<Cow<'t, str>>) -> Value<'t> {
        Value::Name(text.into())
    }

    /// Where a source is: its address, or where it is filed, which leads nowhere.
    pub(super) fn whereabouts(source: &'t Source) -> Value<'t> {
        source.url().map_or_else(|| source.filed().into(), Value::Link)
    }

    /// A number that follows from the weights.
    pub(super) fn live(how: Live, result: impl Into<Value<'t>>) -> Value<'t> {
        Value::Live(how, Box::new(result.into()))
    }

    /// The value for programs: numbers with this decimal sign, and several texts
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
            Value::Percent(ratio) => Cow::Owned(percent(*ratio)),
            Value::Range(first, last) => Cow::Owned(range(*first, *last)),
            Value::Day(day) => Cow::Owned(day.to_string()),
            Value::Link(url) => Cow::Borrowed(url),
            Value::Live(_, result) => result.text(sign, between),
        }
    }

    /// The value for people: a day in words, and a sign where there is nothing. For
    /// a shared text, ask its table.
    #[must_use]
    pub fn words(&self, lang: Lang) -> Cow<'_, str> {
        let words = match self {
            Value::Percent(ratio) => Cow::Owned(format!("{}%", percent(*ratio))),
            Value::Day(day) => Cow::Owned(date(*day, lang)),
            Value::Live(_, result) => result.words(lang),
            other => other.text(decimal_sign(lang), "; "),
        };
        if words.is_empty() { Cow::Borrowed(NOTHING) } else { words }
    }

    /// Whether it is a number or a day, which cannot contain anyone's text.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        match self {
            Value::Count(_)
            | Value::Weight(_)
            | Value::Points(_)
            | Value::Percent(_)
            | Value::Range(..)
            | Value::Day(_) => true,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_and_people_get_the_same_value() {
        let day = Date::new(2026, 11, 3).unwrap();
        for (value, text, dutch, english) in [
            (Value::Empty, "", "·", "·"),
            (Value::from(""), "", "·", "·"),
            (Value::List(vec!["a".into(), "b".into()]), "a|b", "a; b", "a; b"),
            (Value::Count(1200), "1200", "1200", "1200"),
            (Value::Points(Ratio::new(5, 7)), "71.4", "71,4", "71.4"),
            (Value::Percent(Ratio::new(5, 8)), "63", "63%", "63%"),
            (Value::Range(2, 7), "2–7", "2–7", "2–7"),
            (Value::Range(2, 2), "2", "2", "2"),
            (Value::Day(day), "2026-11-03", "3 november 2026", "3 November 2026"),
            (Value::live(Live::Whole, Ratio::ONE), "100.0", "100,0", "100.0"),
        ] {
            assert_eq!(value.text('.', "|"), text);
            assert_eq!(value.words(Lang::Nl), dutch);
            assert_eq!(value.words(Lang::En), english);
        }
    }
}
