//! The answers as CSV: one row per alternative and criterion, with its evidence.

use super::alternative::{add_note, add_origin, add_width, in_order};
use super::columns::Columns;
use super::fact::{Fact, add_answer, add_criterion_id, add_evidence, add_reading};
use super::model::{Names, Table};
use crate::compare::Comparison;
use crate::model::ActionBy;
use crate::report::words;
use crate::text::Lang;
use crate::text::lang::phrase;

/// The table. The products must have been kept whole.
#[must_use]
pub(crate) fn table<'t>(comparison: &'t Comparison<'t>, lang: Lang) -> Table<'t> {
    let theme = move |fact: &Fact<'t>| {
        let id = fact.part.column.theme;
        let theme = comparison.themes.iter().find(|(other, _, _)| *other == id);
        theme.map_or(id.as_str(), |(_, theme, _)| theme.title.get(lang))
    };
    let mut c: Columns<'t, Fact<'t>> = Columns::new(lang);
    c.text("product", phrase("Product", "Product"), |fact| &*fact.row.product.name);
    c.text("variant", phrase("Variant", "Variant"), |fact| &*fact.row.variant.name);
    c.text("theme", phrase("Thema", "Theme"), theme);
    add_answer(&mut c, lang, |fact| (fact.part.printed_low, fact.part.printed_high));
    c.decimal("weight_percent", phrase("Gewicht (%)", "Weight (%)"), |fact| fact.part.column.printed);
    add_evidence(&mut c);
    c.text("source", phrase("Bron", "Source"), Fact::addresses);
    add_reading(&mut c);
    add_width(&mut c, |fact| Some(fact.row));
    add_origin(&mut c, (comparison, lang), |fact| fact.row.id());
    add_criterion_id(&mut c, |fact| fact);
    add_note(&mut c, (comparison, lang), |fact| Some(fact.row));
    for by in ActionBy::ALL {
        c.text(by.id(), words::actions::title(by), move |fact| fact.actions(by));
    }
    let names = Names("tidy", phrase("Antwoorden", "Answers"));
    c.table_of(names, in_order(comparison), move |row| Fact::all(comparison, row, lang))
}
