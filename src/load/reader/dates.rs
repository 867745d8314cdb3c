//! Dates: days, and months where no day is known.

use crate::load::codes;
use crate::model::{Date, DayOrMonth};
use crate::say;
use crate::text::lang::{Phrase, phrase};
use crate::text::safe::quoted;
use crate::text::yaml::Node;
use crate::text::{Diagnostic, Message, Place};

use super::fields::{Fields, Reader};

/// A date and where it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written<D = Date> {
    pub(crate) on: D,
    pub(crate) place: Place,
}

impl Written {
    /// The day that a mapping has under `key`, if it is one. It reports nothing:
    /// whoever reads the mapping does.
    pub(crate) fn under(node: Node<'_, '_>, key: &str) -> Option<Written> {
        let (_, value) = node.pairs().find(|(name, _)| name.text() == key)?;
        parse_date(value.text()).map(|on| Written { on, place: value.place() })
    }
}

impl<D: Into<DayOrMonth>> Written<D> {
    /// The same date, as one of which perhaps only the month is known.
    pub(super) fn widened(self) -> Written<DayOrMonth> {
        Written { on: self.on.into(), place: self.place }
    }
}

/// What to do about a text that is no day.
const WRITE_A_DAY: Phrase = phrase("Schrijf een datum als 2026-11-21.", "Write a date as 2026-11-21.");

impl Reader {
    /// A day that is not after the as-of date.
    pub(crate) fn day(&mut self, fields: &Fields<'_, '_>, key: &str) -> Option<Written> {
        let day = self.day_ahead(fields, key)?;
        self.is_past(day.on, fields.get(key)?).then_some(day)
    }

    /// A day that may be in the future.
    pub(crate) fn day_ahead(&mut self, fields: &Fields<'_, '_>, key: &str) -> Option<Written> {
        let node = fields.get(key)?;
        match parse_date(node.text()) {
            Some(on) => Some(Written { on, place: node.place() }),
            None => {
                let problem = problem(node.text());
                let message = match problem {
                    Problem::None => {
                        let shown = quoted(node.text());
                        say!(
                            "{shown} is een maand, en hier hoort een dag",
                            "{shown} is a month, and a day is expected here"
                        )
                    }
                    problem => problem.message(node.text()),
                };
                self.add(Diagnostic::new(&codes::BAD_DATE, node.place(), message).help(WRITE_A_DAY));
                None
            }
        }
    }

    /// The day or month of a document or event, not after the as-of date.
    pub(crate) fn day_or_month(&mut self, fields: &Fields<'_, '_>, key: &str) -> Option<Written<DayOrMonth>> {
        let node = fields.get(key)?;
        let Some(on) = parse_day_or_month(node.text()) else {
            let problem = problem(node.text());
            let help = match problem {
                Problem::Year if fields.is_required(key) => say!(
                    "Zoek de maand op en schrijf die als 2026-03. Is die niet te vinden, verzin dan geen maand of dag: laat het hele onderdeel weg.",
                    "Look up the month and write it as 2026-03. If it cannot be found, do not make up a month or a day: leave the whole item out."
                ),
                Problem::Year => say!(
                    "Schrijf de maand als 2026-03. Weet u die niet, laat `{key}` dan weg en verzin geen maand of dag.",
                    "Write the month as 2026-03. If you do not know it, leave out `{key}`, and do not make up a month or a day."
                ),
                _ => codes::BAD_DATE.advice.into(),
            };
            let message = problem.message(node.text());
            self.add(Diagnostic::new(&codes::BAD_DATE, node.place(), message).help(help));
            return None;
        };
        // In the month itself it is not known whether the day has come.
        self.is_past(on.earliest(), node).then_some(Written { on, place: node.place() })
    }

    fn is_past(&mut self, date: Date, node: Node<'_, '_>) -> bool {
        if date > self.as_of {
            let (shown, as_of) = (quoted(node.text()), self.as_of);
            self.report(
                &codes::FUTURE_DATE,
                node.place(),
                say!(
                    "{shown} ligt na de dag van de vergelijking, {as_of}",
                    "{shown} is after the day of the comparison, {as_of}"
                ),
            );
        }
        date <= self.as_of
    }
}

/// A date written as `YYYY-MM-DD`, not before 1990.
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    parse_day_or_month(text).filter(|date| !date.is_month()).map(DayOrMonth::earliest)
}

/// A date written as `YYYY-MM-DD`, or a month as `YYYY-MM`, not before 1990.
fn parse_day_or_month(text: &str) -> Option<DayOrMonth> {
    let (year, month, day) = parts(text)?;
    let date = Date::new(year, month?, day.unwrap_or(1)).ok().filter(|_| year >= EARLIEST)?;
    Some(if day.is_some() { date.into() } else { DayOrMonth::month_of(date) })
}

/// No source can be older than the web.
const EARLIEST: i16 = 1990;

/// The year, month and day of a text that is written as a date, a month or a year.
fn parts(text: &str) -> Option<(i16, Option<i8>, Option<i8>)> {
    let is_written = text
        .bytes()
        .enumerate()
        .all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() });
    if !is_written || !matches!(text.len(), 4 | 7 | 10) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse().ok());
    Some((text.get(0..4)?.parse().ok()?, part(5..7), part(8..10)))
}

/// Why a text is not a day or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    /// It is one.
    None,
    /// It is not written as one.
    Form,
    /// It is only a year.
    Year,
    /// The calendar does not have that day.
    NoSuchDay,
    /// The calendar does not have that month.
    NoSuchMonth,
    /// It is before 1990, earlier than any source can be.
    TooEarly,
}

fn problem(text: &str) -> Problem {
    match parts(text) {
        _ if parse_day_or_month(text).is_some() => Problem::None,
        None => Problem::Form,
        Some((_, None, _)) => Problem::Year,
        Some((year, Some(month), day)) if Date::new(year, month, day.unwrap_or(1)).is_err() => {
            if day.is_some() { Problem::NoSuchDay } else { Problem::NoSuchMonth }
        }
        Some(_) => Problem::TooEarly,
    }
}

impl Problem {
    fn message(self, text: &str) -> Message {
        let shown = quoted(text);
        match self {
            Problem::None | Problem::Form => say!("{shown} is geen datum", "{shown} is not a date"),
            Problem::Year => say!("{shown} is alleen een jaar", "{shown} is only a year"),
            Problem::NoSuchDay => say!("de dag {shown} bestaat niet", "there is no such day as {shown}"),
            Problem::NoSuchMonth => {
                say!("de maand {shown} bestaat niet", "there is no such month as {shown}")
            }
            Problem::TooEarly => say!("{shown} ligt voor 1990", "{shown} is before 1990"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_strict() {
        assert_eq!(parse_date("2024-02-29").map(|d| d.to_string()), Some("2024-02-29".to_owned()));
        assert!(parse_date("1990-01-01").is_some() && parse_date("1989-12-31").is_none());
        for bad in [
            "2026-02-30",
            "2026-2-3",
            "21-11-2026",
            "0000-01-01",
            "2026-11-21 ",
            "2026-11-2١",
            "-026-01-01",
            "2026/11/21",
            "2026-11-210",
            "+026-11-21",
            "2026-11",
            "2026",
        ] {
            assert_eq!(parse_date(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_month_is_a_date_without_its_day() {
        assert_eq!(parse_day_or_month("2026-03").map(|d| d.to_string()), Some("2026-03".to_owned()));
        assert_eq!(parse_day_or_month("2026-03-01").map(|d| d.to_string()), Some("2026-03-01".to_owned()));
        for (bad, why) in [
            ("2026-13", Problem::NoSuchMonth),
            ("2026-00", Problem::NoSuchMonth),
            ("2026-03-32", Problem::NoSuchDay),
            ("1989-12", Problem::TooEarly),
            ("2021", Problem::Year),
            ("2026-3", Problem::Form),
            ("2026-", Problem::Form),
            ("2026-03-", Problem::Form),
            ("03-2026", Problem::Form),
            ("maart 2026", Problem::Form),
            ("", Problem::Form),
        ] {
            assert_eq!((parse_day_or_month(bad), problem(bad)), (None, why), "{bad}");
        }
    }
}
