//! The columns of the tables: their names, for people and for machines, and
//! what stands in them.

use crate::compare::Comparison;
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::views::quickscan::POINTS;

use super::guard::{fold, guard};
use super::headers::{AFTER_POINTS, BEFORE_POINTS, Header, OVERVIEW, TIDY};
use super::{Columns, Dialect, Sheet, Value};

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A number with decimals, in the decimal sign of the dialect.
    Decimal,
    /// A date, as 2026-11-21.
    Date,
}

/// A column of a table, as its header has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The header.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// What stands in it.
    pub content: Content,
}

/// Columns, by their names for machines, in which something else than text stands.
#[rustfmt::skip]
const CONTENTS: [(&str, Content); 16] = [
    ("order", Content::Integer),
    ("points_low", Content::Decimal),
    ("points_high", Content::Decimal),
    ("place_best", Content::Integer),
    ("place_worst", Content::Integer),
    ("known_percent", Content::Decimal),
    ("own_word_percent", Content::Decimal),
    ("open_questions", Content::Integer),
    ("stale_answers", Content::Integer),
    ("order_equal_weights", Content::Integer),
    ("as_of", Content::Date),
    ("part_low", Content::Decimal),
    ("part_high", Content::Decimal),
    ("weight_percent", Content::Decimal),
    ("date_checked", Content::Date),
    // Several sources have several dates: text.
    ("date_read", Content::Text),
];

/// The columns of a table, in order.
#[must_use]
pub fn fields(comparison: &Comparison<'_>, dialect: Dialect, columns: Columns, lang: Lang) -> Vec<Field> {
    let sheet = Sheet { comparison, dialect, lang };
    let labels = sheet.labels(columns);
    let content = |machine: &str| {
        CONTENTS.iter().find(|(name, _)| *name == machine).map_or(Content::Text, |(_, content)| *content)
    };
    labels
        .into_iter()
        .map(|label| Field {
            content: if label.is_fixed { content(&label.machine) } else { Content::Text },
            name: guard(&fold(label.header(dialect))).into_owned(),
            title: label.people,
        })
        .collect()
}

/// The columns by which a row is known, by their headers.
#[must_use]
pub fn key(dialect: Dialect, columns: Columns, lang: Lang) -> Vec<String> {
    let names: &[&str] = match columns {
        Columns::Overview | Columns::Quickscan => &["product_id"],
        Columns::Tidy => &["product_id", "criterion_id"],
    };
    let header = |name: &&str| {
        TIDY.iter().find(|Header(_, machine)| machine == name).map(|Header(people, machine)| match dialect {
            Dialect::Dutch => people.get(lang).to_owned(),
            Dialect::Rfc4180 => (*machine).to_owned(),
        })
    };
    names.iter().filter_map(header).collect()
}

/// The name of a column.
pub(super) struct Label {
    people: String,
    machine: String,
    /// Whether it is one of the tool's own and not named by a criterion.
    is_fixed: bool,
}

impl Label {
    fn header(&self, dialect: Dialect) -> &str {
        match dialect {
            Dialect::Dutch => &self.people,
            Dialect::Rfc4180 => &self.machine,
        }
    }
}

impl Sheet<'_, '_> {
    /// The header of a table.
    pub(super) fn header(&self, columns: Columns) -> Vec<Value> {
        let labels = self.labels(columns);
        labels.iter().map(|label| Value::Text(label.header(self.dialect).to_owned())).collect()
    }

    fn labels(&self, columns: Columns) -> Vec<Label> {
        let fixed = |headers: &[Header]| -> Vec<Label> {
            let label = |Header(people, machine): &Header| Label {
                people: people.get(self.lang).to_owned(),
                machine: (*machine).to_owned(),
                is_fixed: true,
            };
            headers.iter().map(label).collect()
        };
        let status = |people: &str, machine: &str| Label {
            people: format!("{people} ({})", phrase("stand", "status").get(self.lang)),
            machine: format!("{machine}_status"),
            is_fixed: false,
        };
        match columns {
            Columns::Overview => {
                let mut labels = fixed(&OVERVIEW);
                for (people, machine) in self.titles() {
                    let beside = status(&people, &machine);
                    labels.push(Label { people, machine, is_fixed: false });
                    labels.push(beside);
                }
                labels
            }
            Columns::Tidy => fixed(&TIDY),
            Columns::Quickscan => {
                let (scan, record) = AFTER_POINTS.split_at(3);
                let mut labels = fixed(&BEFORE_POINTS);
                labels.extend(fixed(&POINTS.map(|point| Header(point.title, point.machine))));
                labels.extend(fixed(scan));
                labels.extend(POINTS.iter().map(|point| status(point.title.get(self.lang), point.machine)));
                labels.extend(fixed(record));
                labels
            }
        }
    }

    /// The criteria's titles, made unique, and their ids.
    fn titles(&self) -> Vec<(String, String)> {
        let columns = &self.comparison.criteria;
        let title = |column: &crate::compare::Column<'_>| {
            let title = column.criterion.title.get(self.lang);
            let same = columns.iter().filter(|other| other.criterion.title.get(self.lang) == title).count();
            let id = column.criterion.id.to_string();
            (if same == 1 { title.to_owned() } else { format!("{title} [{id}]") }, id)
        };
        columns.iter().map(title).collect()
    }
}
