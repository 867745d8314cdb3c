//! Days, and months of which the day is not known.

use std::fmt;

/// A day, without time or time zone.
pub type Date = jiff::civil::Date;

/// The date of a document or an event: a day, or a month where no more is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DayOrMonth {
    first: Date,
    is_month: bool,
}

impl DayOrMonth {
    /// The month that this day is in.
    #[must_use]
    pub fn month_of(day: Date) -> DayOrMonth {
        DayOrMonth { first: day.first_of_month(), is_month: true }
    }

    /// The first day that it can be. Where one day is needed this one counts: what
    /// the date belongs to can be as old as that.
    #[must_use]
    pub fn earliest(self) -> Date {
        self.first
    }

    /// The last day that it can be.
    #[must_use]
    pub fn latest(self) -> Date {
        if self.is_month { self.first.last_of_month() } else { self.first }
    }

    /// Whether only the month is known.
    #[must_use]
    pub fn is_month(self) -> bool {
        self.is_month
    }
}

impl From<Date> for DayOrMonth {
    fn from(day: Date) -> DayOrMonth {
        DayOrMonth { first: day, is_month: false }
    }
}

/// As files have it: `2026-03-14` or `2026-03`.
impl fmt::Display for DayOrMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_month {
            write!(f, "{:04}-{:02}", self.first.year(), self.first.month())
        } else {
            self.first.fmt(f)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_all_of_its_days() {
        let day = Date::new(2024, 2, 14).expect("a day");
        let month = DayOrMonth::month_of(day);
        assert_eq!(month.to_string(), "2024-02");
        assert_eq!(
            (month.earliest().to_string(), month.latest().to_string()),
            ("2024-02-01".into(), "2024-02-29".into())
        );
        let known = DayOrMonth::from(day);
        assert_eq!((known.earliest(), known.latest(), known.to_string()), (day, day, "2024-02-14".into()));
        assert!(month.is_month() && !known.is_month() && month != DayOrMonth::from(month.earliest()));
    }
}
