//! Days and months as people write them.

use crate::model::DayOrMonth;
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

const MONTHS: [Phrase; 12] = [
    phrase("januari", "January"),
    phrase("februari", "February"),
    phrase("maart", "March"),
    phrase("april", "April"),
    phrase("mei", "May"),
    phrase("juni", "June"),
    phrase("juli", "July"),
    phrase("augustus", "August"),
    phrase("september", "September"),
    phrase("oktober", "October"),
    phrase("november", "November"),
    phrase("december", "December"),
];

/// A day in prose, or a month when no more is known: `21 november 2026`,
/// `november 2026`.
#[must_use]
pub(crate) fn date(date: impl Into<DayOrMonth>, lang: Lang) -> String {
    let date = date.into();
    let (day, is_month) = (date.earliest(), date.is_month());
    let at = usize::from(day.month().unsigned_abs()).saturating_sub(1);
    let month = MONTHS.get(at).map_or("", |month| month.get(lang));
    let year = day.year();
    if is_month { format!("{month} {year}") } else { format!("{} {month} {year}", day.day()) }
}
