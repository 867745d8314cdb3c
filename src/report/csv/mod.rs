//! A comparison as CSV: for Dutch spreadsheets, and for machines.

mod guard;
mod headers;

use csv::{QuoteStyle, Terminator, WriterBuilder};

use guard::fold;
pub use guard::{guard, unguard};
use headers::{Header, OVERVIEW, TIDY};

use crate::assess::{Eligibility, Ratio, RuleStatus, Status};
use crate::compare::{Block, Cell, Comparison, Row, block_rows};
use crate::describe;
use crate::explain::{Part, parts};
use crate::model::{DeviationKind, Stated, Vendor};
use crate::text::Lang;
use crate::text::lang::phrase;

use super::number::points;
use super::words;

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
}

/// A cell: text is guarded, numbers and dates never are.
enum Value {
    Text(String),
    Number(String),
    Empty,
}

/// The comparison as CSV.
///
/// # Errors
/// When the rows do not have the same length, which would be a bug.
pub fn render(
    comparison: &Comparison<'_>,
    dialect: Dialect,
    columns: Columns,
    lang: Lang,
) -> Result<Vec<u8>, csv::Error> {
    let sheet = Sheet { comparison, dialect, lang };
    let rows = match columns {
        Columns::Overview => sheet.overview(),
        Columns::Tidy => sheet.tidy(),
    };
    write(rows, dialect)
}

fn write(rows: Vec<Vec<Value>>, dialect: Dialect) -> Result<Vec<u8>, csv::Error> {
    let (delimiter, mark): (u8, &[u8]) = match dialect {
        Dialect::Dutch => (b';', b"\xef\xbb\xbf"),
        Dialect::Rfc4180 => (b',', b""),
    };
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(mark.to_vec());
    for row in rows {
        let cells = row.into_iter().map(|value| match value {
            Value::Text(text) => guard(&fold(&text)),
            Value::Number(number) => number,
            Value::Empty => String::new(),
        });
        writer.write_record(cells)?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

struct Sheet<'s, 'c> {
    comparison: &'s Comparison<'c>,
    dialect: Dialect,
    lang: Lang,
}

impl Sheet<'_, '_> {
    fn headers(&self, headers: &[Header]) -> Vec<Value> {
        headers
            .iter()
            .map(|Header(people, machine)| {
                Value::Text(match self.dialect {
                    Dialect::Dutch => people.get(self.lang).to_owned(),
                    Dialect::Rfc4180 => (*machine).to_owned(),
                })
            })
            .collect()
    }

    fn points(&self, ratio: Ratio) -> Value {
        let sign = match self.dialect {
            Dialect::Dutch => ',',
            Dialect::Rfc4180 => '.',
        };
        Value::Number(points(ratio, sign))
    }

    fn overview(&self) -> Vec<Vec<Value>> {
        let mut header = self.headers(&OVERVIEW);
        for title in self.titles() {
            let status = phrase("stand", "status").get(self.lang);
            match self.dialect {
                Dialect::Dutch => {
                    header.push(Value::Text(title.clone()));
                    header.push(Value::Text(format!("{title} ({status})")));
                }
                Dialect::Rfc4180 => {
                    header.push(Value::Text(title.clone()));
                    header.push(Value::Text(format!("{title}_status")));
                }
            }
        }
        let mut rows = vec![header];
        for (_, group) in self.comparison.groups() {
            for block in Block::ALL {
                rows.extend(block_rows(&group, block).into_iter().map(|row| self.overview_row(row)));
            }
        }
        let width = rows.first().map_or(0, Vec::len);
        rows.extend(self.comparison.retired.iter().map(|vendor| self.retired_row(vendor, width)));
        rows
    }

    /// A product that no longer exists: its names, without any number.
    fn retired_row(&self, vendor: &Vendor, width: usize) -> Vec<Value> {
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

    /// The criteria's titles, made unique, or their ids for machines.
    fn titles(&self) -> Vec<String> {
        let columns = &self.comparison.criteria;
        columns
            .iter()
            .map(|column| {
                let title = column.criterion.title.get(self.lang);
                let same =
                    columns.iter().filter(|other| other.criterion.title.get(self.lang) == title).count();
                match self.dialect {
                    Dialect::Dutch if same == 1 => title.to_owned(),
                    Dialect::Dutch => format!("{title} [{}]", column.criterion.id),
                    Dialect::Rfc4180 => column.criterion.id.to_string(),
                }
            })
            .collect()
    }

    fn overview_row(&self, row: &Row<'_>) -> Vec<Value> {
        let lang = self.lang;
        let number = |n: usize| Value::Number(n.to_string());
        let place = |n: usize| if row.block.has_places() { number(n) } else { Value::Empty };
        let group = match row.group {
            Some(group) => format!(
                "{}: {}",
                describe::group(group, lang),
                describe::block(row.block, self.comparison.has_demands).get(lang).to_lowercase()
            ),
            None => describe::block(row.block, self.comparison.has_demands).get(lang).to_owned(),
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
            self.points(row.score.low),
            self.points(row.score.high),
            place(row.rank.best),
            place(row.rank.worst),
            self.points(row.coverage),
            if row.cells.iter().any(|cell| cell.knowledge.counts()) {
                self.points(row.own_word)
            } else {
                Value::Empty
            },
            Value::Text(self.demands(row, &[RuleStatus::Fires])),
            Value::Text(self.demands(row, &[RuleStatus::Open, RuleStatus::Indication])),
            Value::Text(self.demands(row, &[RuleStatus::Condition])),
            number(row.open_questions),
            number(row.stale_answers),
            row.equal_rank.map_or(Value::Empty, place),
            Value::Text(titles(&row.replies)),
            Value::Text(self.deviations(row)),
        ];
        cells.extend(self.record(&row.id()));
        cells.push(Value::Text(self.note(row)));
        for (column, cell) in self.comparison.criteria.iter().zip(&row.cells) {
            cells.push(Value::Text(answer(column.criterion, cell, lang)));
            cells.push(Value::Text(status(cell, lang)));
        }
        cells
    }

    /// What every row repeats, because a table is mailed on without its folder.
    fn record(&self, id: &str) -> Vec<Value> {
        let comparison = self.comparison;
        let mut profile = comparison.profile.title.get(self.lang).to_owned();
        let own: Vec<String> = comparison
            .overrides
            .weights
            .iter()
            .map(|(criterion, weight)| format!("{criterion} = {weight}"))
            .chain(comparison.overrides.requirements.iter().cloned())
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
            DeviationKind::Variants { vendor, variants, .. } => {
                *vendor == row.vendor.id && variants.contains(&row.variant.id)
            }
            _ => false,
        });
        let added =
            added.then(|| phrase("eigen uitvoering", "variant of your own").get(self.lang).to_owned());
        let answers = row.deviations.iter().map(|criterion| criterion.title.get(self.lang).to_owned());
        answers.chain(added).chain(files).collect::<Vec<_>>().join("; ")
    }

    fn note(&self, row: &Row<'_>) -> String {
        let lang = self.lang;
        let mut notes = Vec::new();
        if let Some(ask_first) = &self.comparison.kind.ask_first {
            notes.push(ask_first.get(lang).to_owned());
        }
        if row.eligibility != Eligibility::KnockedOut && row.block == Block::TooLittle {
            notes.push(
                phrase(
                    "Van dit product is minder dan een derde bekend: het heeft geen plaats.",
                    "Less than a third is known of this product: it has no place.",
                )
                .get(lang)
                .to_owned(),
            );
        }
        if row.self_arranged > 0 {
            let text = words::self_arranged(row.self_arranged, lang);
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

    fn tidy(&self) -> Vec<Vec<Value>> {
        let mut rows = vec![self.headers(&TIDY)];
        for (_, group) in self.comparison.groups() {
            for block in Block::ALL {
                for row in block_rows(&group, block) {
                    rows.extend(parts(self.comparison, row).iter().map(|part| self.tidy_row(row, part)));
                }
            }
        }
        rows
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
            Value::Text(row.vendor.name.clone()),
            Value::Text(row.variant.name.clone()),
            Value::Text(theme.to_owned()),
            Value::Text(criterion.title.get(lang).to_owned()),
            Value::Text(criterion.ask.get(lang).to_owned()),
            Value::Text(answer(criterion, part.cell, lang)),
            Value::Text(describe::level_range(part.cell.knowledge.levels, lang)),
            self.points(part.low),
            self.points(part.high),
            self.points(part.column.share),
            Value::Text(status(part.cell, lang)),
            Value::Text(evidence.join("; ")),
            Value::Text(each(&|source| source.url.clone())),
            if sources.len() == 1 { Value::Number(dates) } else { Value::Text(dates) },
            Value::Text(each(&|source| describe::grade(source.grade).get(lang).to_owned())),
        ];
        cells.extend(self.record(&row.id()));
        cells.push(Value::Text(criterion.id.to_string()));
        cells.push(Value::Text(self.note(row)));
        cells
    }
}

/// The answers that are possible, empty when nothing is known.
fn answer(criterion: &crate::model::Criterion, cell: &Cell<'_>, lang: Lang) -> String {
    describe::answers(&criterion.question, &cell.knowledge.possible, lang)
}

/// How much is known, with the reason where the file gives one.
fn status(cell: &Cell<'_>, lang: Lang) -> String {
    let mut text = describe::status(&cell.knowledge).get(lang).to_owned();
    let stated = cell.knowledge.stated;
    if cell.knowledge.status == Status::Unknown
        && let Some((_, answer)) = stated
        && let Stated::Unknown(reason) = &answer.stated
    {
        text = format!("{text}: {}", reason.get(lang));
    }
    if stated.is_some_and(|(fact, _)| fact.disputed.is_some()) {
        text = format!("{text}; {}", phrase("betwist door aanbieder", "disputed by the vendor").get(lang));
    }
    text
}
