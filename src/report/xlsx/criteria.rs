//! *Criteria*, with the weights that people may change, and *Verdeling*: what
//! each theme has of the whole.

use super::cell::{Shown, Value};
use super::grid::{Column, Grid};
use super::levels::rounded;
use super::style::Tone;
use super::{Book, SCALE, Sheets};
use crate::report::words::describe;
use crate::report::words::number::points;

/// The lines above both tables.
pub(super) const LINES: usize = 3;

/// The columns of the criteria, by number.
const WEIGHT: u16 = 4;
pub(super) const PARTS: u16 = 9;
const THEME: u16 = 10;
pub(super) const ID: u16 = 11;

/// The columns of the themes, by number.
pub(super) const BUDGET: u16 = 1;
pub(super) const SUM: u16 = 2;
pub(super) const DIVISOR: u16 = 3;
const THEME_ID: u16 = 5;

pub(super) fn grid(book: &Book<'_, '_>) -> Grid {
    let columns = vec![
        book.column("Thema", "Theme", 20),
        book.column("Criterium", "Criterion", 24),
        book.column("Vraag", "Question", 36),
        book.column("Waarom", "Why", 46),
        book.column("Gewicht (aan te passen)", "Weight (may be changed)", 13),
        book.column("Aandeel (%)", "Share (%)", 11),
        book.column("Berust op", "Rests on", 20),
        book.column("Gronden", "Grounds", 28),
        book.column("Wie het kan uitwijzen", "Who can settle it", 16),
        book.column("Rekendelen", "Parts", 14),
        book.column("Thema-id", "Theme id", 16),
        book.column("Criterium-id", "Criterion id", 30),
    ];
    Grid {
        name: Sheets::CRITERIA.get(book.lang()),
        table: "kh_criteria",
        intro: vec![
            (Tone::Title, book.t("Criteria en gewichten", "Criteria and weights")),
            (
                Tone::Strong,
                book.t(
                    "U mag de gele gewichten veranderen: een geheel getal van 0 tot en met 100. Gewicht 0 telt niet mee. De punten op de andere bladen veranderen mee.",
                    "You may change the yellow weights: a whole number from 0 to 100. Weight 0 does not count. The points on the other sheets change with them.",
                ),
            ),
            (
                Tone::Plain,
                if book.weighing.has_budgets {
                    book.t(
                        "Een gewicht verdeelt de punten binnen zijn thema. Hoeveel punten een thema heeft, staat op het blad Verdeling.",
                        "A weight divides the points within its theme. How many points a theme has is on the sheet Themes.",
                    )
                } else {
                    book.t(
                        "Deze weging verdeelt de punten niet over thema's: elk gewicht telt zoals het er staat.",
                        "This profile does not divide its points over themes: each weight counts as it stands.",
                    )
                },
            ),
        ],
        extra: Vec::new(),
        columns,
        rows: rows(book),
        fixed: 2,
        printed: 9,
        bars: Vec::new(),
        changes: Some(WEIGHT),
    }
}

fn rows(book: &Book<'_, '_>) -> Vec<Vec<Value>> {
    let lang = book.lang();
    let themes = book.frame.themes;
    let parts = if book.weighing.has_budgets {
        let of = |column: u16| {
            format!("INDEX({},MATCH($K{{r}},{},0))", themes.column(column), themes.column(THEME_ID))
        };
        let sum = of(SUM);
        format!("=IF({sum}=0,0,{}*$E{{r}}*{SCALE}/{sum})", of(BUDGET))
    } else {
        "=$E{r}".to_owned()
    };
    let criteria = book.comparison.criteria.iter().zip(&book.weighing.criteria);
    criteria
        .map(|(column, (weight, part))| {
            let criterion = column.criterion;
            let theme = book.catalogue.themes.get_index(criterion.theme);
            let grounds: Vec<&str> = criterion.grounds.iter().map(|ground| ground.get(lang)).collect();
            vec![
                Value::Text(theme.map_or(String::new(), |(_, theme)| theme.title.get(lang).to_owned())),
                Value::Name(criterion.title.get(lang).to_owned()),
                Value::Text(criterion.ask.get(lang).to_owned()),
                Value::Text(criterion.why.get(lang).to_owned()),
                Value::Weight(*weight),
                Value::Live(rounded("$J{r}", 2000), points(column.share, '.'), Shown::Points),
                Value::Text(describe::basis(criterion.basis).get(lang).to_owned()),
                Value::Text(grounds.join("\n")),
                Value::Text(describe::settled_by(criterion.settled_by).get(lang).to_owned()),
                Value::Live(parts.clone(), part.to_string(), Shown::Whole),
                Value::Text(column.theme.to_string()),
                Value::Text(criterion.id.to_string()),
            ]
        })
        .collect()
}

/// The sheet of the themes.
pub(super) fn themes(book: &Book<'_, '_>) -> Grid {
    let (lang, has_budgets) = (book.lang(), book.weighing.has_budgets);
    let budget = if has_budgets {
        book.t("Punten (aan te passen)", "Points (may be changed)")
    } else {
        book.t("Punten (niet in deze weging)", "Points (not in this profile)")
    };
    let columns = vec![
        book.column("Thema", "Theme", 34),
        Column { header: budget, width: 14 },
        book.column("Som van de gewichten", "Sum of the weights", 14),
        book.column("Deler", "Divisor", 10),
        book.column("Aandeel (%)", "Share (%)", 12),
        book.column("Thema-id", "Theme id", 20),
    ];
    let criteria = book.frame.criteria;
    let (theme_ids, weights, parts) =
        (criteria.column(THEME), criteria.column(WEIGHT), criteria.column(PARTS));
    let rows = book.weighing.themes.iter().map(|theme| {
        let (budget, divisor) = if has_budgets {
            let formula = "=IF(AND($B{r}>0,$C{r}>0),$C{r}/GCD($C{r},$B{r}),1)".to_owned();
            (Value::Weight(theme.budget), Value::Live(formula, theme.divisor.to_string(), Shown::Whole))
        } else {
            (Value::Empty, Value::Empty)
        };
        let share = rounded(&format!("SUMIF({theme_ids},$F{{r}},{parts})"), 2000);
        vec![
            Value::Name(theme.theme.title.get(lang).to_owned()),
            budget,
            Value::Live(
                format!("=SUMIF({theme_ids},$F{{r}},{weights})"),
                theme.sum.to_string(),
                Shown::Whole,
            ),
            divisor,
            Value::Live(share, points(theme.share, '.'), Shown::Points),
            Value::Text(theme.id.to_string()),
        ]
    });
    Grid {
        name: Sheets::THEMES.get(lang),
        table: "kh_verdeling",
        intro: vec![
            (Tone::Title, book.t("Verdeling over de thema's", "Division over the themes")),
            (
                Tone::Strong,
                if has_budgets {
                    book.t(
                        "U mag de gele punten veranderen. Ze hoeven samen geen 100 te zijn: het aandeel wordt uitgerekend.",
                        "You may change the yellow points. They need not make 100 together: the share is worked out.",
                    )
                } else {
                    book.t(
                        "Deze weging verdeelt de punten niet over thema's. Het aandeel volgt uit de gewichten.",
                        "This profile does not divide its points over themes. The share follows from the weights.",
                    )
                },
            ),
            (
                Tone::Plain,
                book.t(
                    "Een thema waarin geen enkel criterium meetelt, telt niet mee.",
                    "A theme in which no criterion counts does not count.",
                ),
            ),
        ],
        extra: Vec::new(),
        columns,
        rows: rows.collect(),
        fixed: 1,
        printed: 5,
        bars: Vec::new(),
        changes: has_budgets.then_some(BUDGET),
    }
}
