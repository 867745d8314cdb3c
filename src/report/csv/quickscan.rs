//! One row per alternative, by the ten columns of the quickscan of
//! lesopafstand.nl, with the reason beside every cell that stays empty.

use crate::compare::Row;
use crate::report::words::describe;
use crate::text::lang::phrase;
use crate::views::quickscan::{Answer, scan};

use super::{Sheet, Value, answer, status};

impl Sheet<'_, '_> {
    pub(super) fn quickscan_row(&self, row: &Row<'_>) -> Vec<Value> {
        let lang = self.lang;
        let scan = scan(self.comparison, row);
        // A remark is a sentence of its own; the point at its end gives way to the sign between.
        let remarks: Vec<String> = scan
            .remarks
            .iter()
            .map(|(criterion, note)| {
                format!("{}: {}", criterion.title.get(lang), note.get(lang).trim_end_matches('.'))
            })
            .collect();
        let mut cells = vec![
            Value::Text(describe::alternative(row.product, row.variant)),
            Value::Text(self.comparison.kind.title.get(lang).to_owned()),
        ];
        cells.extend(scan.answers.iter().map(|answer| match answer.is_so {
            Some(true) => Value::Text(phrase("ja", "yes").get(lang).to_owned()),
            Some(false) => Value::Text(phrase("nee", "no").get(lang).to_owned()),
            None => Value::Empty,
        }));
        cells.push(Value::Text(remarks.join("; ")));
        cells.push(scan.policy.map_or(Value::Empty, |source| Value::Text(source.url.clone())));
        cells.push(scan.checked.map_or(Value::Empty, |day| Value::Number(day.to_string())));
        cells.extend(scan.answers.iter().map(|answer| Value::Text(self.reason(answer))));
        cells.extend(self.width_of(row));
        cells.extend(self.record(&row.id()));
        cells.push(Value::Text(self.note(row)));
        cells
    }

    /// How much is known, and the answer itself where it is neither yes nor no.
    fn reason(&self, of: &Answer<'_, '_>) -> String {
        let lang = self.lang;
        let Some((criterion, cell, reason)) = of.known else {
            return match of.point.criterion {
                None => phrase("hiernaar vraagt geen criterium", "no criterion asks this"),
                Some(_) => {
                    phrase("deze gegevens hebben dit criterium niet", "these data do not have this criterion")
                }
            }
            .get(lang)
            .to_owned();
        };
        let status = status(cell, reason, lang);
        let answer = answer(criterion, cell, lang);
        if of.is_so.is_some() || answer.is_empty() { status } else { format!("{status}: {answer}") }
    }
}
