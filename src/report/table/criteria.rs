//! *Criteria*, with the weights that people may change.

use super::columns::Columns;
use super::model::{Line, Names, Table, Tone};
use super::role::{Live, Role};
use super::value::Value;
use crate::compare::{Column, Comparison, Weighing};
use crate::model::{Catalogue, Criterion};
use crate::report::words;
use crate::text::Lang;
use crate::text::lang::phrase;

/// The name of the table.
pub(crate) const NAMES: Names = Names("criteria", phrase("Criteria", "Criteria"));

/// A criterion, its weight in the file, and its parts in the whole.
struct Weighed<'t> {
    column: &'t Column<'t>,
    criterion: &'t Criterion,
    weight: u32,
    parts: u128,
}

/// The table.
#[must_use]
pub(crate) fn table<'t>(
    comparison: &'t Comparison<'t>,
    (catalogue, weighing): (&'t Catalogue, &'t Weighing<'t>),
    lang: Lang,
) -> Table<'t> {
    let mut c: Columns<'t, Weighed<'t>> = Columns::new(lang);
    c.text("theme", phrase("Thema", "Theme"), move |of| {
        catalogue.themes.get_index(of.criterion.theme).map(|(_, theme)| theme.title.get(lang))
    });
    c.wide(20);
    let title = phrase("Criterium", "Criterion");
    c.text("criterion", title, move |of| Value::name(of.criterion.title.get(lang))).wide(24);
    c.end_of_names();
    c.text("question", phrase("Vraag", "Question"), move |of| of.criterion.ask.get(lang)).wide(36);
    c.text("why", phrase("Waarom", "Why"), move |of| of.criterion.why.get(lang)).wide(46);
    let weight = phrase("Gewicht (aan te passen)", "Weight (may be changed)");
    c.integer("weight", weight, |of| Value::Weight(of.weight)).wide(13).role(Role::Weight).editable();
    let share = phrase("Aandeel (%)", "Share (%)");
    c.decimal("share", share, |of| Value::live(Live::Own(Role::Share), of.column.printed)).wide(11);
    let basis = phrase("Berust op", "Based on");
    c.text("basis", basis, move |of| words::basis(of.criterion.basis).get(lang)).wide(20);
    c.text("grounds", phrase("Gronden", "Grounds"), move |of| {
        Value::List(of.criterion.grounds.iter().map(|ground| ground.get(lang).into()).collect())
    });
    c.wide(28);
    let settled_by = phrase("Wie het kan uitwijzen", "Who can settle it");
    c.text("settled_by", settled_by, move |of| words::settled_by(of.criterion.settled_by).get(lang)).wide(16);
    c.end_for_people();
    let made = phrase("Gewicht bij het maken", "Weight when made");
    c.integer("weight_made", made, |of| u128::from(of.weight)).wide(14).role(Role::MadeWeight);
    let parts = phrase("Rekendelen", "Parts");
    c.integer("parts", parts, |of| Value::live(Live::Own(Role::Parts), of.parts)).wide(14).role(Role::Parts);
    c.text("theme_id", phrase("Thema-id", "Theme id"), |of| of.column.theme.as_str())
        .wide(16)
        .role(Role::Theme);
    c.text("criterion_id", phrase("Criterium-id", "Criterion id"), |of| of.criterion.id.as_str()).wide(30);
    c.role(Role::Criterion).key();
    let weighed = comparison.criteria.iter().zip(&weighing.criteria).map(|(column, (weight, parts))| {
        Weighed { column, criterion: column.criterion, weight: *weight, parts: *parts }
    });
    c.table(NAMES, weighed.collect()).below(vec![
        Line::new(Tone::Title, phrase("Criteria en gewichten", "Criteria and weights").get(lang)),
        Line::new(Tone::Strong, phrase(
            "U mag de gele gewichten veranderen: een geheel getal van 0 tot en met 100. Gewicht 0 telt niet mee. De punten op de andere bladen veranderen mee.",
            "You may change the yellow weights: a whole number from 0 to 100. Weight 0 does not count. The points on the other sheets change with them.",
        ).get(lang)),
        Line::new(Tone::Plain, if weighing.has_budgets {
            phrase(
                "Een gewicht verdeelt de punten binnen zijn thema. Hoeveel punten een thema heeft, staat op het blad Verdeling.",
                "A weight divides the points within its theme. The sheet Themes says how many points each theme has.",
            )
        } else {
            phrase(
                "Deze weging verdeelt de punten niet over thema's: elk gewicht telt zoals het er staat.",
                "This profile does not divide its points among themes: each weight counts as it stands.",
            )
        }.get(lang)),
        Line::new(Tone::Plain, phrase(
            "Verandert u een gewicht, dan wordt elk aandeel en elk deel van de punten apart afgerond. Samen kunnen ze dan een tiende of twee afwijken van hun totaal.",
            "If you change a weight, each share and each part of the points is rounded on its own. Together they can then differ from their total by a tenth or two.",
        ).get(lang)),
    ])
}
