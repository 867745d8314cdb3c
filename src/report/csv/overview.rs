//! One row per alternative.

use crate::assess::RuleStatus;
use crate::compare::Row;
use crate::describe;
use crate::model::Vendor;
use crate::text::lang::phrase;

use super::{Sheet, Value, answer, status};
use crate::report::words;

impl Sheet<'_, '_> {
    /// A product that no longer exists: its names, without any number.
    pub(super) fn retired_row(&self, vendor: &Vendor, width: usize) -> Vec<Value> {
        let since = vendor.retired.as_ref().map_or(String::new(), |retired| format!(" ({})", retired.on));
        let group = phrase("Bestaat niet meer", "No longer exists").get(self.lang);
        let mut cells = vec![
            Value::Text(format!("{group}{since}")),
            Value::Empty,
            Value::Text(vendor.name.clone()),
            Value::Text(vendor.maker.clone()),
        ];
        cells.resize_with(19, || Value::Empty);
        cells.extend(self.record(vendor.id.as_str()));
        cells.push(Value::Text(words::DISCLAIMER.get(self.lang).to_owned()));
        cells.resize_with(width, || Value::Empty);
        cells
    }

    pub(super) fn overview_row(&self, row: &Row<'_>) -> Vec<Value> {
        let lang = self.lang;
        let number = |n: usize| Value::Number(n.to_string());
        let place = |n: usize| if row.judged.block.has_places() { number(n) } else { Value::Empty };
        let group = match row.group {
            Some(group) => format!(
                "{}: {}",
                describe::group(group, lang),
                describe::block(row.judged.block, !self.comparison.demands.is_empty())
                    .get(lang)
                    .to_lowercase()
            ),
            None => {
                describe::block(row.judged.block, !self.comparison.demands.is_empty()).get(lang).to_owned()
            }
        };
        let titles = |criteria: &[&crate::model::Criterion]| {
            criteria.iter().map(|c| c.title.get(lang)).collect::<Vec<_>>().join("; ")
        };
        let mut cells = vec![
            Value::Text(group),
            place(row.rank.rank),
            Value::Text(row.vendor.name.clone()),
            Value::Text(row.vendor.maker.clone()),
            Value::Text(row.variant.name.clone()),
        ];
        cells.extend(self.width_of(row));
        cells.extend([
            if self.comparison.cells(row).any(|cell| cell.knowledge.counts()) {
                self.points(row.judged.own_word)
            } else {
                Value::Empty
            },
            Value::Text(self.demands(row, &[RuleStatus::Fires])),
            Value::Text(self.demands(row, &[RuleStatus::Open, RuleStatus::Indication])),
            Value::Text(self.demands(row, &[RuleStatus::Condition])),
            number(row.judged.open_questions),
            number(row.judged.stale_answers),
            row.equal_rank.map_or(Value::Empty, place),
            Value::Text(titles(&self.comparison.numbered(&row.judged.replies))),
            Value::Text(self.deviations(row)),
        ]);
        cells.extend(self.record(&row.id()));
        cells.push(Value::Text(self.note(row)));
        let mut reasons = self.comparison.reasons(row).peekable();
        let columns = self.comparison.criteria.iter().zip(self.comparison.cells(row));
        for (at, (column, cell)) in columns.enumerate() {
            let reason = reasons.next_if(|(of, _)| *of == at).map(|(_, reason)| reason);
            cells.push(Value::Text(answer(column.criterion, cell, lang)));
            cells.push(Value::Text(status(cell, reason, lang)));
        }
        cells
    }
}
