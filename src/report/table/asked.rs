//! *Vragen*: what to ask next, one row per open fact, in the order in which to ask them.

use super::alternative::add_record;
use super::columns::Columns;
use super::model::{Line, Names, Table, Tone};
use super::value::Value;
use crate::compare::Comparison;
use crate::report::words;
use crate::report::words::checklist::yes_or_no;
use crate::report::words::questions::{ORDER, TITLE, effect, to};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::views::questions::{Open, Questions};

/// The name of the table.
pub(crate) const NAMES: Names = Names("vragen", TITLE);

/// A question with its place in the order of its group.
type Of<'t> = (usize, &'t Questions<'t, 't>, &'t Open<'t, 't>);

/// The table.
#[must_use]
#[rustfmt::skip]
pub(crate) fn table<'t>(comparison: &'t Comparison<'t>, questions: &'t [Questions<'t, 't>], lang: Lang) -> Table<'t> {
    let mut c: Columns<'t, Of<'t>> = Columns::new(lang);
    c.text("group", phrase("Groep", "Group"), move |(_, of, _)| of.group.map_or(String::new(), |group| words::group(group, lang))).wide(22);
    c.integer("order", phrase("Volgorde", "Order"), |(at, _, _)| *at);
    c.text("product", phrase("Product", "Product"), |(_, _, open)| Value::name(words::alternative(open.row.product, open.row.variant))).wide(28).end_of_names();
    c.text("criterion", phrase("Criterium", "Criterion"), move |(_, _, open)| open.part.column.criterion.title.get(lang)).wide(26);
    c.text("question", phrase("Vraag", "Question"), move |(_, _, open)| open.part.column.criterion.ask.get(lang)).wide(44);
    c.text("to", phrase("Wie het weet", "Who knows"), move |(_, _, open)| to(open.settled_by).get(lang)).wide(24);
    c.text("demanded", phrase("Wacht een eis hierop?", "Does a demand depend on it?"), move |(_, _, open)| yes_or_no(!open.demands.is_empty()).get(lang)).wide(14);
    c.decimal("points_open", phrase("Punten die openstaan", "Points that are open"), |(_, _, open)| open.part.printed_open);
    c.integer("pairs", phrase("Paren waarvan de volgorde openstaat", "Pairs of which the order is open"), |(_, _, open)| open.pairs);
    c.date("asked", phrase("Al gevraagd op", "Already asked on"), |(_, _, open)| open.asked);
    c.text("effects", phrase("Wat elk antwoord doet", "What each answer does"), move |(_, _, open)| {
        Value::List(open.effects.iter().map(|one| effect(open, one, lang).into()).collect())
    }).wide(60).end_for_people();
    add_record(&mut c, comparison.as_of, comparison.sha256);
    c.text("alternative_id", phrase("Variant-id", "Variant id"), |(_, _, open)| open.row.id()).key();
    c.text("criterion_id", phrase("Criterium-id", "Criterion id"), |(_, _, open)| open.part.column.criterion.id.as_str()).key();
    c.text("settled_by", phrase("Wie-id", "Who id"), |(_, _, open)| open.settled_by.id()).key();
    let rows = questions.iter().flat_map(|of| of.open.iter().zip(1..).map(move |(open, at)| (at, of, open)));
    c.table(NAMES, rows.collect()).below(vec![
        Line::new(Tone::Title, TITLE.get(lang)),
        Line::new(Tone::Plain, ORDER.get(lang)),
    ])
}
