//! A ranking in a few columns, for texts: the places that remain possible, the
//! points, and how much is known.

use super::alternative::own_points;
use super::columns::Columns;
use super::model::{Names, Table};
use super::value::Value;
use crate::assess::Ratio;
use crate::compare::{Group, Row};
use crate::report::words;
use crate::text::Lang;
use crate::text::lang::phrase;

/// The name of the table.
const NAMES: Names = Names("ranking", phrase("Rangorde", "Ranking"));

/// The alternatives of one list, in this order.
#[must_use]
pub(in crate::report) fn table<'t>(rows: Vec<&'t Row<'t>>, lang: Lang) -> Table<'t> {
    let mut c = Columns::new(lang);
    add_place(&mut c);
    add_product(&mut c, |row| words::alternative(row.product, row.variant));
    add_figures(&mut c, &rows);
    c.table(NAMES, rows)
}

/// Alternatives of several groups: places count within a group, so each name has its
/// group behind it. The names come last, where they have room.
#[must_use]
pub(in crate::report) fn of_groups<'t>(rows: Vec<&'t Row<'t>>, lang: Lang) -> Table<'t> {
    let mut c = Columns::new(lang);
    add_place(&mut c);
    add_figures(&mut c, &rows);
    add_product(&mut c, move |row| {
        let group = row.group.map(|group| format!(" ({})", words::group(group, lang))).unwrap_or_default();
        format!("{}{group}", words::alternative(row.product, row.variant))
    });
    c.table(NAMES, rows)
}

/// Alternatives of one group, whose name stands beside the table: the columns stand as
/// in [`of_groups`].
#[must_use]
pub(in crate::report) fn of_one_group<'t>(rows: Vec<&'t Row<'t>>, lang: Lang) -> Table<'t> {
    let mut c = Columns::new(lang);
    add_place(&mut c);
    add_figures(&mut c, &rows);
    add_product(&mut c, |row| words::alternative(row.product, row.variant));
    c.table(NAMES, rows)
}

/// The group that all of these belong to, if there is one.
#[must_use]
pub(in crate::report) fn shared_group<'t>(rows: &[&Row<'t>]) -> Option<Group<'t>> {
    let group = rows.first()?.group?;
    rows.iter().all(|row| row.group == Some(group)).then_some(group)
}

fn add_place<'t>(c: &mut Columns<'t, &'t Row<'t>>) {
    c.range("places", phrase("Plaats", "Place"), |row| {
        row.evaluation.has_place().then_some(Value::Range(row.rank.best, row.rank.worst))
    });
}

fn add_product<'t>(c: &mut Columns<'t, &'t Row<'t>>, name: impl Fn(&Row<'t>) -> String + Send + Sync + 't) {
    c.text("product", phrase("Product", "Product"), move |row| Value::name(name(row)));
}

fn add_figures<'t>(c: &mut Columns<'t, &'t Row<'t>>, rows: &[&'t Row<'t>]) {
    c.decimal("points_low", phrase("Van", "From"), |row| row.evaluation.score.low());
    if rows.iter().any(|row| row.evaluation.own_work > 0) {
        c.decimal("points_own_work", phrase("Zelf te regelen", "Own work"), |row| own_points(row));
    }
    c.decimal("points_high", phrase("Tot", "To"), |row| row.evaluation.score.high());
    c.integer("known_percent", phrase("Beantwoord", "Answered"), |row| {
        Value::Percent(Ratio::new(words::score::known(&row.evaluation), 100))
    });
}
