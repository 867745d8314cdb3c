//! A ranking in a few columns, for texts: the places that remain possible, the
//! points, and how much is known.

use super::alternative::own_points;
use super::columns::Columns;
use super::model::{Names, Table};
use super::value::Value;
use crate::assess::Ratio;
use crate::compare::Row;
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

/// Alternatives of any group, without the places, which count within a group.
#[must_use]
pub(in crate::report) fn without_places<'t>(rows: Vec<&'t Row<'t>>, lang: Lang) -> Table<'t> {
    let mut c = Columns::new(lang);
    add_product(&mut c, |row| words::alternative(row.product, row.variant));
    add_figures(&mut c, &rows);
    c.table(NAMES, rows)
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
