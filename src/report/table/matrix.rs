//! *Per thema*: what can be said of each theme of each alternative, in a word.

use super::alternative::in_order;
use super::columns::Columns;
use super::model::{Column, Content, Line, Names, Table, Tone};
use super::ranking::{add_group, add_places, within_groups};
use super::role::{Live, Role};
use super::value::Value;
use crate::compare::{Comparison, Row, Weighing};
use crate::report::words;
use crate::report::words::tiles;
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::views;

/// The name of the table.
pub(crate) const NAMES: Names = Names("per_thema", phrase("Per thema", "By theme"));

/// The table.
#[must_use]
pub(crate) fn table<'t>(comparison: &'t Comparison<'t>, weighing: &'t Weighing<'t>, lang: Lang) -> Table<'t> {
    let mut c: Columns<'t, &'t Row<'t>> = Columns::new(lang);
    add_places(&mut c);
    c.text("product", phrase("Product", "Product"), |row| {
        Value::name(words::alternative(row.product, row.variant))
    });
    c.wide(56).end_of_names();
    let who = phrase("Wie het beheert", "Who runs it");
    c.text("hosting", who, move |row| words::products::run_by(row.variant.hosting).get(lang)).wide(16);
    c.many(columns(weighing, lang), move |row, values| {
        for (number, word) in words_of(comparison, weighing, row, lang).into_iter().enumerate() {
            values.push(Value::live(Live::FoundTile(number), word));
        }
    });
    c.end_for_people();
    add_group(&mut c, comparison, lang);
    c.text("product_id", phrase("Product-id", "Product id"), |row| row.id()).wide(34);
    c.role(Role::Alternative).key();
    c.table(NAMES, in_order(comparison)).below(intro(comparison, lang)).printed(60, 1)
}

/// A column for each theme of the kind.
pub(super) fn columns(weighing: &Weighing<'_>, lang: Lang) -> Vec<Column> {
    let column = |theme: &crate::compare::ThemeWeight<'_>| Column {
        width: 14,
        is_tile: true,
        ..Column::new(theme.id.as_str(), theme.theme.title.get(lang), Content::Text)
    };
    weighing.themes.iter().map(column).collect()
}

/// What can be said of each theme of the kind, in a word; nothing of a theme without
/// weight.
pub(in crate::report) fn words_of(
    comparison: &Comparison<'_>,
    weighing: &Weighing<'_>,
    row: &Row<'_>,
    lang: Lang,
) -> Vec<&'static str> {
    let themed = views::tiles::of(comparison, row);
    let word =
        |id| themed.iter().find(|themed| themed.id == id).map(|themed| tiles::tile(themed.tile).get(lang));
    weighing.themes.iter().map(|theme| word(theme.id).unwrap_or_default()).collect()
}

/// The lines above the table.
fn intro(comparison: &Comparison<'_>, lang: Lang) -> Vec<Line> {
    let plain = |nl, en| Line::new(Tone::Plain, phrase(nl, en).get(lang));
    let mut lines = vec![
        Line::new(Tone::Title, phrase("Per thema", "By theme").get(lang)),
        plain(
            "Gunstig: 60% van het gewicht of meer is gunstig, wat er ook nog blijkt. Ongunstig: hooguit 40%. Regelt u zelf: samen met uw eigen werk kan het 60% worden.",
            "Good: at least 60% of the weight is favourable, whatever else turns out. Poor: at most 40%. You see to it yourself: together with your own work it can become 60%.",
        ),
        plain(
            "Onbekend: meer dan de helft staat open. Gemengd: de rest. Verandert u een gewicht op het blad Criteria, dan veranderen deze woorden mee.",
            "Unknown: more than half is open. Mixed: the rest. If you change a weight on the sheet Criteria, these words change with it.",
        ),
    ];
    lines.extend(within_groups(comparison, lang));
    lines
}
