//! *Antwoorden*: one row per alternative and criterion, with its evidence.

use super::alternative::in_order;
use super::columns::Columns;
use super::fact::{Fact, add_answer, add_evidence, add_ids, add_reading};
use super::model::{Line, Names, Table, Tone};
use super::value::Value;
use crate::compare::Comparison;
use crate::model::Catalogue;
use crate::report::words;
use crate::text::Lang;
use crate::text::lang::phrase;

/// The name of the table.
pub(crate) const NAMES: Names = Names("antwoorden", phrase("Antwoorden", "Answers"));

/// The table.
#[must_use]
pub fn table<'t>(comparison: &'t Comparison<'t>, catalogue: &'t Catalogue, lang: Lang) -> Table<'t> {
    let theme = move |fact: &Fact<'t>| {
        let theme = catalogue.themes.get_index(fact.criterion().theme);
        theme.map(|(_, theme)| theme.title.get(lang))
    };
    let mut c: Columns<'t, Fact<'t>> = Columns::new(lang);
    c.text("product", phrase("Product", "Product"), |fact| {
        Value::name(words::alternative(fact.row.product, fact.row.variant))
    });
    c.wide(20);
    add_answer(&mut c, lang, |fact| (fact.low(), fact.high()));
    add_evidence(&mut c);
    c.text("source", phrase("Bron", "Source"), Fact::source_titles).wide(20);
    add_reading(&mut c);
    c.end_for_people();
    c.link("address", phrase("Adres", "Address"), Fact::addresses);
    c.text("theme", phrase("Thema", "Theme"), theme).wide(18);
    c.text("remarks", phrase("Toelichting", "Remarks"), Fact::remarks).wide(34);
    let reply = phrase("Reactie van de aanbieder", "The vendor's reply");
    c.text("vendor_reply", reply, Fact::reply).wide(30);
    add_ids(&mut c, |fact| fact);
    c.wide(28);
    c.table_of(NAMES, in_order(comparison), move |row| Fact::all(comparison, row, lang)).below(vec![
        Line::new(Tone::Title, phrase("Alle antwoorden, met hun bronnen", "All answers, with their sources").get(lang)),
        Line::new(Tone::Plain, phrase(
            "Filter op een product of een criterium met de pijltjes in de kop. Wat open is, heeft een verschil tussen de laagste en de hoogste punten.",
            "Filter on a product or a criterion with the arrows in the header. What is open has a difference between the lowest and the highest points.",
        ).get(lang)),
        Line::new(Tone::Plain, phrase(
            "De delen van de punten zijn samen de punten op het blad Rangorde. Verandert u een gewicht, dan wordt elk deel apart afgerond en kunnen ze samen een tiende of twee afwijken.",
            "Together the parts of the points make the points on the sheet Ranking. If you change a weight, each part is rounded on its own, and together they can differ by a tenth or two.",
        ).get(lang)),
    ])
}
