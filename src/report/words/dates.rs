//! Days as people write them.

use crate::model::Date;
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

/// A day in prose: `21 november 2026`.
#[must_use]
pub fn date(date: Date, lang: Lang) -> String {
    let at = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    let month = MONTHS.get(at).map_or("", |month| month.get(lang));
    format!("{} {month} {}", date.day(), date.year())
}
