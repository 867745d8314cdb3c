//! *Open vragen*: what is not settled, and who can settle it.

use super::alternative::in_order;
use super::columns::Columns;
use super::fact::{Fact, add_ids};
use super::model::{Line, Names, Table, Tone};
use super::value::Value;
use crate::compare::Comparison;
use crate::report::words;
use crate::report::words::checklist::yes_or_no;
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::views::breakdown::open_questions;

/// The name of the table.
pub(crate) const NAMES: Names = Names("open_vragen", phrase("Open vragen", "Open questions"));

/// A fact that is open, and whether a hard demand depends on it.
type Open<'t> = (Fact<'t>, bool);

/// The table.
#[must_use]
pub(crate) fn table<'t>(comparison: &'t Comparison<'t>, lang: Lang) -> Table<'t> {
    let mut c: Columns<'t, Open<'t>> = Columns::new(lang);
    c.text("product", phrase("Product", "Product"), |(fact, _)| {
        Value::name(words::alternative(fact.row.product, fact.row.variant))
    });
    c.wide(28);
    c.text("criterion", phrase("Criterium", "Criterion"), move |(fact, _)| fact.criterion().title.get(lang));
    c.wide(26).end_of_names();
    c.text("question", phrase("Vraag", "Question"), move |(fact, _)| fact.criterion().ask.get(lang)).wide(44);
    c.decimal("points_open", phrase("Punten die openstaan", "Points that are open"), |(fact, _)| fact.open());
    let demanded = phrase("Wacht een eis hierop?", "Does a demand depend on it?");
    c.text("demanded", demanded, move |(_, demanded)| yes_or_no(*demanded).get(lang)).wide(14);
    let settled_by = phrase("Wie het kan uitwijzen", "Who can settle it");
    c.text("settled_by", settled_by, move |(fact, _)| {
        words::settled_by(fact.part.cell.knowledge.settled_by).get(lang)
    });
    c.wide(20);
    c.text("status", phrase("Stand", "Status"), |(fact, _)| fact.status()).wide(30);
    c.text("known", phrase("Wat wel bekend is", "What is known"), |(fact, _)| fact.answer()).wide(40);
    c.end_for_people();
    add_ids(&mut c, |(fact, _)| fact);
    let open = open_questions(comparison, &in_order(comparison));
    let open = open.into_iter().map(|open| (Fact::new(open.row, open.part, lang), open.demanded));
    c.table(NAMES, open.collect()).below(vec![
        Line::new(Tone::Title, NAMES.1.get(lang)),
        Line::new(Tone::Plain, phrase(
            "Bovenaan staat wat de meeste punten openhoudt. Openbare bronnen: de aanbieder kan het antwoord geven. Het contract: vraag het bij de inkoop. De beheerder: dat regelt uw eigen instelling.",
            "The questions that keep the most points open are at the top. Public sources: the vendor can give the answer. The contract: ask about it when you buy. The administrator: your own institution sees to it.",
        ).get(lang)),
    ])
}
