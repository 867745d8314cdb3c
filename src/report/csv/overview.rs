//! One row per alternative.

use std::io;

use rayon::prelude::*;

use crate::assess::RuleStatus;
use crate::compare::{Cell, Row};
use crate::model::{Localized, Product};
use crate::report::words::describe;
use crate::text::lang::phrase;

use super::records::{LINE_END, Records};
use super::{Sheet, Value, answer, status};
use crate::report::words;

/// The table of one row per alternative. Most alternatives share most of their
/// answers, so each of these is written once and then copied.
pub(super) struct Overview<'s, 'c> {
    sheet: &'s Sheet<'s, 'c>,
    cells: Vec<Records>,
}

/// So many cells are written by one thread at a time.
const TOGETHER: usize = 256;

impl<'s, 'c> Overview<'s, 'c> {
    pub(super) fn new(sheet: &'s Sheet<'s, 'c>) -> io::Result<Overview<'s, 'c>> {
        let distinct: Vec<&Cell> = sheet.comparison.distinct_cells().collect();
        let written = |some: &[&Cell]| {
            Records::new(some.iter().map(|cell| sheet.answer_cells(cell, None)), sheet.dialect)
        };
        let cells = distinct.par_chunks(TOGETHER).map(written).collect::<io::Result<_>>()?;
        Ok(Overview { sheet, cells })
    }

    /// The text of a cell that needs no reason.
    fn cell(&self, place: usize) -> &[u8] {
        self.cells.get(place / TOGETHER).map_or(&[], |some| some.get(place % TOGETHER))
    }

    /// Some rows as lines.
    pub(super) fn lines(&self, rows: &[&Row<'_>]) -> io::Result<Vec<u8>> {
        let Sheet { comparison, dialect, .. } = self.sheet;
        let starts = Records::new(rows.iter().map(|row| self.sheet.overview_row(row)), *dialect)?;
        // A reason is seldom given twice: a cell with one is written for itself.
        let reasons = rows.iter().flat_map(|row| {
            let mut cells = comparison.cells(row).enumerate();
            comparison.reasons(row).filter_map(move |(at, reason)| {
                let (_, cell) = cells.find(|(number, _)| *number == at)?;
                Some(self.sheet.answer_cells(cell, Some(reason)))
            })
        });
        let reasons = Records::new(reasons, *dialect)?;
        let mut reasons = reasons.iter();
        let mut lines = Vec::new();
        for (row, start) in rows.iter().zip(starts.iter()) {
            lines.extend_from_slice(start);
            let mut told = comparison.reasons(row).map(|(at, _)| at).peekable();
            for (at, place) in comparison.places(row).enumerate() {
                let own = told.next_if_eq(&at).and_then(|_| reasons.next());
                lines.push(dialect.delimiter());
                lines.extend_from_slice(own.unwrap_or_else(|| self.cell(place)));
            }
            lines.extend_from_slice(LINE_END);
        }
        Ok(lines)
    }
}

impl Sheet<'_, '_> {
    /// A product that no longer exists: its names, without any number.
    pub(super) fn retired_row(&self, product: &Product, width: usize) -> Vec<Value> {
        let since = product.retired.as_ref().map_or(String::new(), |retired| format!(" ({})", retired.on));
        let group = phrase("Bestaat niet meer", "No longer exists").get(self.lang);
        let mut cells = vec![
            Value::Text(format!("{group}{since}")),
            Value::Empty,
            Value::Text(product.name.to_string()),
            Value::Text(product.maker.to_string()),
        ];
        cells.resize_with(19, || Value::Empty);
        cells.extend(self.record(product.id.as_str()));
        cells.push(Value::Text(words::DISCLAIMER.get(self.lang).to_owned()));
        cells.resize_with(width, || Value::Empty);
        cells
    }

    /// An alternative that the triage does not allow: it has no place and no points
    /// here, only the reasons.
    pub(super) fn not_allowed_row(&self, row: &Row<'_>, width: usize) -> Vec<Value> {
        let lang = self.lang;
        let mut cells = vec![
            Value::Text(words::NOT_ALLOWED.get(lang).to_owned()),
            Value::Empty,
            Value::Text(row.product.name.to_string()),
            Value::Text(row.product.maker.to_string()),
            Value::Text(row.variant.name.to_string()),
        ];
        cells.resize_with(11, || Value::Empty);
        cells.push(Value::Text(words::triage::reasons(self.comparison, row, lang).join(" ")));
        cells.resize_with(19, || Value::Empty);
        cells.extend(self.record(&row.id()));
        cells.push(Value::Text(words::DISCLAIMER.get(lang).to_owned()));
        cells.resize_with(width, || Value::Empty);
        cells
    }

    /// What stands before the answers.
    fn overview_row(&self, row: &Row<'_>) -> Vec<Value> {
        let lang = self.lang;
        let number = |n: usize| Value::Number(n.to_string());
        let place = |n: usize| if row.evaluation.block.has_places() { number(n) } else { Value::Empty };
        let group = match row.group {
            Some(group) => format!(
                "{}: {}",
                describe::group(group, lang),
                describe::block(row.evaluation.block, !self.comparison.demands.is_empty())
                    .get(lang)
                    .to_lowercase()
            ),
            None => describe::block(row.evaluation.block, !self.comparison.demands.is_empty())
                .get(lang)
                .to_owned(),
        };
        let titles = |criteria: &[&crate::model::Criterion]| {
            criteria.iter().map(|c| c.title.get(lang)).collect::<Vec<_>>().join("; ")
        };
        let mut cells = vec![
            Value::Text(group),
            place(row.rank.rank),
            Value::Text(row.product.name.to_string()),
            Value::Text(row.product.maker.to_string()),
            Value::Text(row.variant.name.to_string()),
        ];
        cells.extend(self.width_of(row));
        cells.extend([
            if self.comparison.cells(row).any(|cell| cell.knowledge.counts()) {
                self.points(row.evaluation.vendor_stated)
            } else {
                Value::Empty
            },
            Value::Text(self.demands(row, &[RuleStatus::Fires])),
            Value::Text(self.demands(row, &[RuleStatus::Open, RuleStatus::Indication])),
            Value::Text(self.demands(row, &[RuleStatus::Condition, RuleStatus::Depends])),
            number(row.evaluation.open_questions),
            number(row.evaluation.stale_answers),
            row.equal_rank.map_or(Value::Empty, place),
            Value::Text(titles(&self.comparison.numbered(&row.evaluation.replies))),
            Value::Text(self.deviations(row)),
        ]);
        cells.extend(self.record(&row.id()));
        cells.push(Value::Text(self.note(row)));
        cells
    }

    /// The answer to a question, and how much is known of it.
    fn answer_cells(&self, cell: &Cell, reason: Option<&Localized>) -> Vec<Value> {
        let criteria = self.comparison.numbered(&[cell.criterion]);
        let answers = criteria.iter().map(|criterion| answer(criterion, cell, self.lang)).collect();
        vec![Value::Text(answers), Value::Text(status(cell, reason, self.lang))]
    }
}
