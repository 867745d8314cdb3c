//! *Open vragen*: what is not settled, and who can settle it.

use std::collections::HashMap;

use super::alternative::in_order;
use super::columns::Columns;
use super::fact::{Fact, add_ids};
use super::model::{Line, Names, Table, Tone};
use super::value::Value;
use crate::compare::Comparison;
use crate::model::Catalogue;
use crate::report::words;
use crate::report::words::checklist::yes_or_no;
use crate::report::words::questions::effect;
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::views::breakdown::open_questions;
use crate::views::questions;

/// The name of the table.
pub(crate) const NAMES: Names = Names("open_vragen", phrase("Open vragen", "Open questions"));

/// A fact that is open.
struct Open<'t> {
    fact: Fact<'t>,
    /// Whether a hard demand depends on it.
    demanded: bool,
    /// Its place in the order in which to ask, within its group; what a demand rules out
    /// is not asked about.
    order: Option<usize>,
    /// What each answer would do.
    effects: Vec<String>,
}

/// The table.
#[must_use]
pub(crate) fn table<'t>(comparison: &'t Comparison<'t>, catalogue: &'t Catalogue, lang: Lang) -> Table<'t> {
    let mut c: Columns<'t, Open<'t>> = Columns::new(lang);
    c.text("product", phrase("Product", "Product"), |Open { fact, .. }| {
        Value::name(words::alternative(fact.row.product, fact.row.variant))
    });
    c.wide(28);
    c.text("criterion", phrase("Criterium", "Criterion"), move |Open { fact, .. }| {
        fact.criterion().title.get(lang)
    });
    c.wide(26).end_of_names();
    c.integer("order", phrase("Volgorde", "Order"), |open| open.order);
    c.text("question", phrase("Vraag", "Question"), move |Open { fact, .. }| fact.criterion().ask.get(lang))
        .wide(44);
    c.decimal(
        "points_open",
        phrase("Punten die openstaan", "Points that are open"),
        |Open { fact, .. }| fact.open(),
    );
    let demanded = phrase("Wacht een eis hierop?", "Does a demand depend on it?");
    c.text("demanded", demanded, move |open| yes_or_no(open.demanded).get(lang)).wide(14);
    let settled_by = phrase("Wie het kan uitwijzen", "Who can settle it");
    c.text("settled_by", settled_by, move |Open { fact, .. }| {
        words::settled_by(fact.part.cell.knowledge.settled_by).get(lang)
    });
    c.wide(20);
    c.text("status", phrase("Stand", "Status"), |Open { fact, .. }| fact.status()).wide(30);
    c.text("known", phrase("Wat wel bekend is", "What is known"), |Open { fact, .. }| fact.answer()).wide(40);
    let effects = phrase("Wat elk antwoord doet", "What each answer does");
    c.text("effects", effects, |open| {
        Value::List(open.effects.iter().map(|one| one.clone().into()).collect())
    });
    c.wide(60);
    c.end_for_people();
    add_ids(&mut c, |open| &open.fact);
    let asked = questions::of(comparison, catalogue);
    // The open facts of what can still be chosen, with their place in the order.
    let mut orders: HashMap<(String, usize), (usize, usize, Vec<String>)> = HashMap::new();
    for (group, of) in asked.iter().enumerate() {
        for (open, order) in of.open.iter().zip(1..) {
            let effects = open.effects.iter().map(|one| effect(open, one, lang)).collect();
            orders.insert((open.row.id(), open.part.column.number), (group, order, effects));
        }
    }
    let open = open_questions(comparison, &in_order(comparison)).into_iter().map(|open| {
        let found = orders.remove(&(open.row.id(), open.part.column.number));
        let place = found.as_ref().map_or((usize::MAX, 0), |(group, order, _)| (*group, *order));
        let (order, effects) = found.map_or((None, Vec::new()), |(_, order, effects)| (Some(order), effects));
        let demanded = open.demanded;
        (place, Open { fact: Fact::new(open.row, open.part, lang), demanded, order, effects })
    });
    let mut open: Vec<((usize, usize), Open<'_>)> = open.collect();
    open.sort_by_key(|(place, _)| *place);
    let open: Vec<Open<'_>> = open.into_iter().map(|(_, open)| open).collect();
    c.table(NAMES, open).below(vec![
        Line::new(Tone::Title, NAMES.1.get(lang)),
        Line::new(Tone::Plain, phrase(
            "Per groep staat bovenaan wat u het best eerst vraagt: dat maakt het snelst duidelijk welk product bovenaan hoort. Wat over een afgevallen product openstaat, komt daarna. Openbare bronnen: de aanbieder kan het antwoord geven. Het contract: vraag het bij de inkoop. De beheerder: dat regelt uw eigen instelling.",
            "In each group, what to ask first is at the top: it shows soonest which product comes first. What is open about a product that was ruled out comes after that. Public sources: the vendor can give the answer. The contract: ask about it when you buy. The administrator: your own institution sees to it.",
        ).get(lang)),
    ])
}
