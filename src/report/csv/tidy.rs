//! One row per alternative and criterion, with its evidence.

use crate::compare::Row;
use crate::report::words::describe;
use crate::views::breakdown::{Part, parts};

use super::{Sheet, Value, answer, status};

impl Sheet<'_, '_> {
    pub(super) fn tidy_rows(&self, row: &Row<'_>) -> Vec<Vec<Value>> {
        parts(self.comparison, row).iter().map(|part| self.tidy_row(row, part)).collect()
    }

    fn tidy_row(&self, row: &Row<'_>, part: &Part<'_, '_>) -> Vec<Value> {
        let lang = self.lang;
        let criterion = part.column.criterion;
        let theme = self.comparison.themes.iter().find(|(id, _, _)| *id == part.column.theme);
        let theme = theme.map_or(part.column.theme.as_str(), |(_, theme, _)| theme.title.get(lang));
        let evidence: Vec<String> = part
            .evidence
            .iter()
            .map(|(item, _)| match (&item.quote, &item.shows) {
                (Some(quote), _) => format!("“{quote}”"),
                (None, Some(shows)) => shows.get(lang).to_owned(),
                (None, None) => String::new(),
            })
            .collect();
        let mut sources: Vec<&crate::model::Source> = Vec::new();
        for (_, source) in &part.evidence {
            if !sources.iter().any(|known| known.id == source.id) {
                sources.push(source);
            }
        }
        let each = |of: &dyn Fn(&crate::model::Source) -> String| {
            sources.iter().map(|s| of(s)).collect::<Vec<_>>().join("; ")
        };
        let dates = each(&|source| source.read.to_string());
        let mut cells = vec![
            Value::Text(row.product.name.to_string()),
            Value::Text(row.variant.name.to_string()),
            Value::Text(theme.to_owned()),
            Value::Text(criterion.title.get(lang).to_owned()),
            Value::Text(criterion.ask.get(lang).to_owned()),
            Value::Text(answer(criterion, part.cell, lang)),
            Value::Text(describe::level_range(part.cell.knowledge.levels, lang)),
            self.points(part.low),
            self.points(part.high),
            self.points(part.column.share),
            Value::Text(status(part.cell, part.reason(), lang)),
            Value::Text(evidence.join("; ")),
            Value::Text(each(&|source| source.url.clone())),
            if sources.len() == 1 { Value::Number(dates) } else { Value::Text(dates) },
            Value::Text(each(&|source| describe::grade(source.grade).get(lang).to_owned())),
        ];
        cells.extend(self.width_of(row));
        cells.extend(self.record(&row.id()));
        cells.push(Value::Text(criterion.id.to_string()));
        cells.push(Value::Text(self.note(row)));
        cells
    }
}
