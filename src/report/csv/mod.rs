//! A comparison as CSV: for Dutch spreadsheets, and for machines.

mod fields;
mod guard;
mod headers;
mod overview;
mod quickscan;
mod records;
mod tidy;

use std::io::{self, Write};

pub use fields::{Content, Field, fields, key};
pub use guard::{guard, unguard};
use overview::Overview;
use records::encoded;

use crate::assess::{Eligibility, Ratio, RuleStatus};
use crate::compare::{Block, Cell, Comparison, Row, block_rows};
use crate::model::{DeviationKind, Localized};
use crate::report::words::describe;
use crate::text::Lang;
use crate::text::lang::phrase;

use super::table::{self, Head, Rows};
use super::words;
use crate::report::words::number::points;

/// How the file is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// For Dutch spreadsheets: byte-order mark, semicolons, decimal comma.
    #[default]
    Dutch,
    /// RFC 4180 for machines: no byte-order mark, commas, decimal point, and
    /// headers that never change with the language.
    Rfc4180,
}

/// The shape of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Columns {
    /// One row per alternative.
    #[default]
    Overview,
    /// One row per alternative and criterion.
    Tidy,
    /// One row per alternative, by the columns of the quickscan of lesopafstand.nl.
    Quickscan,
}

/// A cell: text is guarded, numbers and dates never are.
enum Value {
    Text(String),
    Number(String),
    Empty,
}

/// Writes the comparison as CSV, row by row.
///
/// # Errors
/// When `out` cannot be written to, or the rows do not have the same length,
/// which would be a bug.
pub fn write(
    comparison: &Comparison<'_>,
    dialect: Dialect,
    columns: Columns,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let sheet = Sheet { comparison, dialect, lang };
    if dialect == Dialect::Dutch {
        out.write_all(b"\xef\xbb\xbf")?;
    }
    let header = sheet.header(columns);
    let width = header.len();
    out.write_all(&encoded([header], dialect)?)?;
    let rows = sheet.rows();
    match columns {
        Columns::Overview => {
            let overview = Overview::new(&sheet)?;
            super::rows::write(&rows, |some| overview.lines(some), out)?;
            let not_allowed = comparison.not_allowed.iter().map(|row| sheet.not_allowed_row(row, width));
            out.write_all(&encoded(not_allowed, dialect)?)?;
            let retired = comparison.retired.iter().map(|product| sheet.retired_row(product, width));
            out.write_all(&encoded(retired, dialect)?)
        }
        Columns::Tidy => super::rows::write(
            &rows,
            |some| encoded(some.iter().flat_map(|row| sheet.tidy_rows(row)), dialect),
            out,
        ),
        Columns::Quickscan => super::rows::write(
            &rows,
            |some| encoded(some.iter().map(|row| sheet.quickscan_row(row)), dialect),
            out,
        ),
    }
}

/// The rows of an institution's table as a whole CSV file.
///
/// # Errors
/// When the rows do not have the same length, which would be a bug.
pub fn rows(rows: &Rows, dialect: Dialect, lang: Lang) -> io::Result<Vec<u8>> {
    let header = rows.heads.iter().map(|Head(people, machine)| {
        Value::Text(match dialect {
            Dialect::Dutch => people.get(lang).to_owned(),
            Dialect::Rfc4180 => (*machine).to_owned(),
        })
    });
    let value = |cell: &table::Cell| match cell {
        table::Cell::Text(text) => Value::Text(text.clone()),
        table::Cell::Day(day) => Value::Number(day.to_string()),
        table::Cell::Empty => Value::Empty,
    };
    let mut bytes = if dialect == Dialect::Dutch { b"\xef\xbb\xbf".to_vec() } else { Vec::new() };
    let lines = rows.rows.iter().map(|row| row.iter().map(value).collect());
    bytes.extend(encoded(std::iter::once(header.collect()).chain(lines), dialect)?);
    Ok(bytes)
}

struct Sheet<'s, 'c> {
    comparison: &'s Comparison<'c>,
    dialect: Dialect,
    lang: Lang,
}

impl Sheet<'_, '_> {
    fn points(&self, ratio: Ratio) -> Value {
        let sign = match self.dialect {
            Dialect::Dutch => ',',
            Dialect::Rfc4180 => '.',
        };
        Value::Number(points(ratio, sign))
    }

    /// The rows in the order in which people see them.
    fn rows(&self) -> Vec<&Row<'_>> {
        let groups = self.comparison.groups();
        let blocks = groups.iter().flat_map(|(_, group)| Block::ALL.map(|block| block_rows(group, block)));
        blocks.flatten().collect()
    }

    /// The points, places and coverage of an alternative: no table shows an order
    /// without its width.
    fn width_of(&self, row: &Row<'_>) -> [Value; 5] {
        let place = |n: usize| {
            if row.evaluation.block.has_places() { Value::Number(n.to_string()) } else { Value::Empty }
        };
        [
            self.points(row.evaluation.score.low()),
            self.points(row.evaluation.score.high()),
            place(row.rank.best),
            place(row.rank.worst),
            self.points(row.evaluation.coverage),
        ]
    }

    /// What every row repeats, because a table is mailed on without its folder.
    fn record(&self, id: &str) -> Vec<Value> {
        let comparison = self.comparison;
        let mut profile = comparison.profile.title.get(self.lang).to_owned();
        let own: Vec<String> = comparison
            .own_weights()
            .map(|(criterion, weight)| format!("{} = {weight}", criterion.id))
            .chain(comparison.own_requirements().map(str::to_owned))
            .collect();
        if !own.is_empty() {
            profile = format!(
                "{profile} ({} {})",
                phrase("aangepast:", "adjusted:").get(self.lang),
                own.join("; ")
            );
        }
        vec![
            Value::Text(profile),
            Value::Number(comparison.as_of.to_string()),
            // The sign in front keeps a spreadsheet from reading a number in it.
            Value::Text(format!("v{}", comparison.sha256)),
            Value::Text(id.to_owned()),
        ]
    }

    /// What the institution's own data changes: answers of this alternative, and
    /// whole files that hold for all.
    fn deviations(&self, row: &Row<'_>) -> String {
        let files = self.comparison.deviations.iter().filter_map(|deviation| match &deviation.what {
            DeviationKind::File(path) => Some(path.clone()),
            _ => None,
        });
        let added = self.comparison.deviations.iter().any(|deviation| match &deviation.what {
            DeviationKind::Variants { product, variants, .. } => {
                *product == row.product.id && variants.contains(&row.variant.id)
            }
            _ => false,
        });
        let added =
            added.then(|| phrase("eigen uitvoering", "variant of your own").get(self.lang).to_owned());
        let answers = self
            .comparison
            .numbered(&row.evaluation.deviations)
            .into_iter()
            .map(|criterion| criterion.title.get(self.lang).to_owned());
        answers.chain(added).chain(files).collect::<Vec<_>>().join("; ")
    }

    fn note(&self, row: &Row<'_>) -> String {
        let lang = self.lang;
        let mut notes = Vec::new();
        if let Some(ask_first) = &self.comparison.kind.ask_first {
            notes.push(ask_first.get(lang).to_owned());
        }
        if self.comparison.institution.is_some() {
            notes.extend(words::triage::lines(self.comparison, lang));
            notes.extend(words::notes::situation(self.comparison, lang));
        }
        if row.evaluation.eligibility != Eligibility::KnockedOut && row.evaluation.block == Block::TooLittle {
            notes.push(
                phrase(
                    "Van dit product is minder dan een derde bekend: het heeft geen plaats.",
                    "Less than a third is known of this product: it has no place.",
                )
                .get(lang)
                .to_owned(),
            );
        }
        if row.evaluation.self_arranged > 0 {
            let text = words::self_arranged(row.evaluation.self_arranged, lang);
            let mut chars = text.chars();
            let first = chars.next().map_or(String::new(), |first| first.to_uppercase().to_string());
            notes.push(format!("{first}{}.", chars.as_str()));
        }
        if !self.comparison.left_out.is_empty() {
            let paths: Vec<&str> = self.comparison.left_out.iter().map(|left| left.path.as_str()).collect();
            notes.push(format!(
                "{} {}.",
                phrase("Weggelaten wegens fouten:", "Left out because of errors:").get(lang),
                paths.join(", ")
            ));
        }
        notes.push(words::DISCLAIMER.get(lang).to_owned());
        notes.join(" ")
    }

    fn demands(&self, row: &Row<'_>, statuses: &[RuleStatus]) -> String {
        let titles = self.comparison.demanded(row, statuses);
        titles.iter().map(|criterion| criterion.title.get(self.lang)).collect::<Vec<_>>().join("; ")
    }
}

/// The answers that are possible, empty when nothing is known.
pub(in crate::report) fn answer(criterion: &crate::model::Criterion, cell: &Cell, lang: Lang) -> String {
    describe::answers(&criterion.question, &cell.knowledge.possible, lang)
}

/// How much is known, with the reason where the file gives one.
pub(in crate::report) fn status(cell: &Cell, reason: Option<&Localized>, lang: Lang) -> String {
    let mut text = describe::status(&cell.knowledge).get(lang).to_owned();
    if let Some(reason) = reason {
        text = format!("{text}: {}", reason.get(lang));
    }
    if cell.knowledge.disputed {
        text = format!("{text}; {}", phrase("betwist door aanbieder", "disputed by the vendor").get(lang));
    }
    text
}
