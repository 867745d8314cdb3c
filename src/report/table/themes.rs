//! *Verdeling*: the share of each theme in the whole.

use super::columns::Columns;
use super::model::{Line, Names, Table, Tone};
use super::role::{Live, Role};
use super::value::Value;
use crate::compare::{ThemeWeight, Weighing};
use crate::text::Lang;
use crate::text::lang::phrase;

/// The name of the table.
pub(crate) const NAMES: Names = Names("verdeling", phrase("Verdeling", "Themes"));

/// The table.
#[must_use]
pub(crate) fn table<'t>(weighing: &'t Weighing<'t>, lang: Lang) -> Table<'t> {
    let has_budgets = weighing.has_budgets;
    let mut c: Columns<'t, &'t ThemeWeight<'t>> = Columns::new(lang);
    c.text("theme", phrase("Thema", "Theme"), move |of| Value::name(of.theme.title.get(lang))).wide(34);
    c.end_of_names();
    let budget = if has_budgets {
        phrase("Punten (aan te passen)", "Points (may be changed)")
    } else {
        phrase("Punten (niet in deze weging)", "Points (not in this profile)")
    };
    c.integer("budget", budget, move |of| has_budgets.then_some(Value::Weight(of.budget))).wide(14);
    c.role(Role::Budget);
    if has_budgets {
        c.editable();
    }
    let sum = phrase("Som van de gewichten", "Sum of the weights");
    c.integer("weight_sum", sum, |of| Value::live(Live::Own(Role::WeightSum), of.sum))
        .wide(14)
        .role(Role::WeightSum);
    c.integer("divisor", phrase("Deler", "Divisor"), move |of| {
        has_budgets.then(|| Value::live(Live::Own(Role::Divisor), of.divisor))
    });
    c.wide(10).role(Role::Divisor);
    c.decimal("share", phrase("Aandeel (%)", "Share (%)"), |of| {
        Value::live(Live::Own(Role::ThemeShare), of.printed)
    });
    c.end_for_people();
    c.integer("budget_made", phrase("Punten bij het maken", "Points when made"), move |of| {
        has_budgets.then_some(u128::from(of.budget))
    });
    c.role(Role::MadeBudget);
    c.text("theme_id", phrase("Thema-id", "Theme id"), |of| of.id.as_str()).wide(20).role(Role::Theme).key();
    c.table(NAMES, weighing.themes.iter().collect()).below(vec![
        Line::new(Tone::Title, phrase("Verdeling over de thema's", "Division among the themes").get(lang)),
        Line::new(Tone::Strong, if has_budgets {
            phrase(
                "U mag de gele punten veranderen. Ze hoeven samen geen 100 te zijn: het aandeel wordt uitgerekend.",
                "You may change the yellow points. They need not add up to 100: the share is worked out.",
            )
        } else {
            phrase(
                "Deze weging verdeelt de punten niet over thema's. Het aandeel volgt uit de gewichten.",
                "This profile does not divide its points among themes. The share follows from the weights.",
            )
        }.get(lang)),
        Line::new(Tone::Plain, phrase(
            "Een thema waarin geen enkel criterium meetelt, telt niet mee.",
            "A theme in which no criterion counts does not count.",
        ).get(lang)),
    ])
}
