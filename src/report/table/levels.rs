//! *Niveaus*: the level of every answer in whole hundredths, and the sums that the
//! other tables show. All numbers are whole, so the sums are exact and round like
//! the program's (docs/decisions/0008-workbook-in-whole-numbers.md).

use super::alternative::{in_order, own_points, place, shares};
use super::columns::Columns;
use super::matrix::{columns, words_of};
use super::model::{Column, Content, Line, Names, Table, Tone};
use super::ranking::with;
use super::role::{Live, Role};
use super::value::Value;
use crate::assess::{Eligibility, Knowledge};
use crate::compare::{Comparison, Row, Weighing};
use crate::report::words;
use crate::report::words::products::group_id;
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

/// The name of the table.
pub(crate) const NAMES: Names = Names("niveaus", phrase("Niveaus", "Levels"));

/// The table.
#[must_use]
pub(crate) fn table<'t>(comparison: &'t Comparison<'t>, weighing: &'t Weighing<'t>, lang: Lang) -> Table<'t> {
    let mut c: Columns<'t, &'t Row<'t>> = Columns::new(lang);
    c.text("product_id", phrase("Product-id", "Product id"), |row| Value::name(row.id())).wide(34);
    c.role(Role::Alternative).key();
    c.text("product", phrase("Product", "Product"), |row| words::alternative(row.product, row.variant));
    c.wide(28).end_of_names();
    c.text("group", phrase("Groep", "Group"), |row| row.group.map_or("-", group_id));
    c.wide(18).role(Role::Group);
    let class = phrase(
        "Klasse (1 geen eis in de weg, 2 eis nog open, 3 haalt een eis niet)",
        "Class (1 no demand in the way, 2 demand still open, 3 does not meet a demand)",
    );
    c.integer("class", class, |row| match row.evaluation.eligibility {
        Eligibility::Eligible => 1_usize,
        Eligibility::Undecided => 2,
        Eligibility::KnockedOut => 3,
    });
    c.wide(20).role(Role::Class);
    sum(&mut c, "low_sum", phrase("Laagste som", "Lowest sum"), Role::LowSum, |row| {
        row.evaluation.score.low_parts
    });
    sum(&mut c, "high_sum", phrase("Hoogste som", "Highest sum"), Role::HighSum, |row| {
        row.evaluation.score.high_parts
    });
    let own = phrase("Som eigen werk", "Sum of own work");
    sum(&mut c, "own_work_sum", own, Role::OwnWorkSum, |row| row.evaluation.score.own_work_parts);
    let settled = move |row: &'t Row<'t>| weighing.parts_of(comparison, row, Knowledge::is_settled);
    sum(&mut c, "known_sum", phrase("Som beantwoord", "Sum answered"), Role::KnownSum, settled);
    c.wide(12);
    let own = move |row: &'t Row<'t>| weighing.parts_of(comparison, row, Knowledge::is_own_work);
    let title = phrase("Rekendelen eigen werk", "Parts of own work");
    sum(&mut c, "own_work_parts", title, Role::OwnWorkParts, own);
    c.decimal("points_low", phrase("Punten van", "Points from"), |row| {
        Value::live(Live::Own(Role::Low), row.evaluation.score.low())
    });
    c.role(Role::Low);
    c.decimal("points_own_work", phrase("Punten eigen werk", "Points of own work"), |row| {
        Value::live(Live::Own(Role::OwnWork), own_points(row))
    });
    c.role(Role::OwnWork);
    c.decimal("points_high", phrase("Punten tot", "Points to"), |row| {
        Value::live(Live::Own(Role::High), row.evaluation.score.high())
    });
    c.wide(13).role(Role::High);
    let share = |role: Role, at: usize| {
        move |row: &&'t Row<'t>| Value::live(Live::Own(role), shares(row).get(at).copied())
    };
    c.decimal("known_percent", phrase("Beantwoord (%)", "Answered (%)"), share(Role::Known, 0));
    c.wide(11).role(Role::Known);
    let own = phrase("Eigen werk (%)", "Own work (%)");
    c.decimal("own_work_percent", own, share(Role::OwnWorkShare, 1)).role(Role::OwnWorkShare);
    c.decimal("open_percent", phrase("Open (%)", "Open (%)"), share(Role::Open, 2)).role(Role::Open);
    let placed = |role: Role, of: fn(&Row<'t>) -> usize| {
        move |row: &&'t Row<'t>| {
            let place = place(row, of(row));
            Value::live(Live::Own(role), place)
        }
    };
    c.integer("place", phrase("Plaats", "Place"), placed(Role::Place, |row| row.rank.rank)).role(Role::Place);
    c.integer("place_best", phrase("Beste plaats", "Best place"), placed(Role::Best, |row| row.rank.best));
    c.role(Role::Best);
    c.integer(
        "place_worst",
        phrase("Slechtste plaats", "Worst place"),
        placed(Role::Worst, |row| row.rank.worst),
    );
    c.wide(12).role(Role::Worst);
    let points =
        |role: Role, parts: usize| move |row: &&'t Row<'t>| Value::live(Live::Own(role), with(row, parts));
    c.integer("points_from", phrase("Hele punten van", "Whole points from"), points(Role::From, 1));
    c.role(Role::From);
    let own = phrase("Hele punten met eigen werk", "Whole points with own work");
    c.integer("points_with_own_work", own, points(Role::WithOwnWork, 2)).wide(11).role(Role::WithOwnWork);
    c.integer("points_to", phrase("Hele punten tot", "Whole points to"), points(Role::To, 3)).role(Role::To);
    let answered = phrase("Beantwoord (%)", "Answered (%)");
    c.integer("answered_percent", answered, |row| {
        Value::live(Live::Own(Role::Answered), words::score::known(&row.evaluation))
    });
    c.wide(12).role(Role::Answered);
    let tiles = columns(weighing, lang).into_iter().map(|column| Column { role: Some(Role::Tile), ..column });
    c.many(tiles, move |row, values| {
        let words = words_of(comparison, weighing, row, lang);
        for (theme, word) in weighing.themes.iter().zip(words) {
            values.push(Value::live(Live::Tile(theme.id.clone()), word));
        }
    });
    c.end_for_people();
    let lowest = levels(comparison, (Role::LowestLevel, "lowest", phrase("laagste", "lowest")), lang);
    c.many(lowest, |row, values| {
        let levels = comparison.cells(row).map(|cell| cell.knowledge.levels);
        values.extend(levels.map(|levels| Value::Count(levels.low.hundredths().into())));
    });
    let highest = levels(comparison, (Role::HighestLevel, "highest", phrase("hoogste", "highest")), lang);
    c.many(highest, |row, values| {
        let levels = comparison.cells(row).map(|cell| cell.knowledge.levels);
        values.extend(levels.map(|levels| Value::Count(levels.high.hundredths().into())));
    });
    let own = levels(comparison, (Role::IsOwnWork, "own_work", phrase("eigen werk", "own work")), lang);
    c.many(own, |row, values| {
        let own = comparison.cells(row).map(|cell| u128::from(cell.knowledge.is_own_work()));
        values.extend(own.map(Value::Count));
    });
    let mut table = c.table(NAMES, in_order(comparison));
    let first = table.columns.iter().position(|column| column.role == Some(Role::LowestLevel));
    table.intro = intro(comparison, weighing, first.unwrap_or_default(), lang);
    table
}

/// A column with sums of parts.
fn sum<'t>(
    c: &mut Columns<'t, &'t Row<'t>>,
    id: &str,
    title: Phrase,
    role: Role,
    of: impl Fn(&'t Row<'t>) -> u128 + Send + Sync + 't,
) {
    c.integer(id, title, move |row| Value::live(Live::Own(role), of(row))).wide(14).role(role);
}

/// Columns with one number per criterion, such as the lowest levels.
fn levels(comparison: &Comparison<'_>, (role, id, title): (Role, &str, Phrase), lang: Lang) -> Vec<Column> {
    let column = |column: &crate::compare::Column<'_>| {
        let criterion = &column.criterion.id;
        let title = format!("{criterion}: {}", title.get(lang));
        let column = Column::new(format!("{criterion}_{id}"), title, Content::Integer);
        Column { width: 18, role: Some(role), ..column }
    };
    comparison.criteria.iter().map(column).collect()
}

/// The lines above the table: the whole, the scale, and the parts of each criterion
/// above its levels.
fn intro(comparison: &Comparison<'_>, weighing: &Weighing<'_>, first: usize, lang: Lang) -> Vec<Line> {
    let criteria = comparison.criteria.iter().zip(&weighing.criteria);
    let parts = criteria.enumerate().map(|(number, (column, (_, parts)))| {
        (first + number, Value::live(Live::PartsOf(column.criterion.id.clone()), *parts))
    });
    let themes = comparison.criteria.iter().enumerate();
    let themes = themes.map(|(number, column)| (first + number, Value::from(column.theme.to_string())));
    let line = |text: Phrase, beside: Vec<(usize, Value<'static>)>| Line {
        tone: Tone::Plain,
        text: text.get(lang).to_owned(),
        beside,
    };
    vec![
        Line::new(
            Tone::Title,
            phrase("Niveaus: waar de formules mee rekenen", "Levels: what the formulas calculate with")
                .get(lang),
        ),
        line(
            phrase(
                "Per antwoord het laagste en het hoogste niveau dat nog mogelijk is, in honderdsten: 0 is ongunstig, 50 is gemengd, 100 is gunstig. Bij eigen werk staat een 1 als uw instelling het zelf regelt. Verander hier niets; de gewichten staan op het blad Criteria.",
                "Per answer the lowest and the highest level still possible, in hundredths: 0 is poor, 50 is mixed, 100 is good. Own work is 1 where your institution sees to it itself. Change nothing here; the weights are on the sheet Criteria.",
            ),
            Vec::new(),
        ),
        line(
            phrase("Alle rekendelen samen", "All parts together"),
            vec![(1, Value::live(Live::Whole, weighing.whole))],
        ),
        line(
            phrase("Rekendelen per punt van de verdeling", "Parts of one unit of the division"),
            vec![(1, Value::live(Live::Scale, weighing.scale))],
        ),
        line(
            phrase(
                "De gewichten zijn zoals bij het maken (1 = ja)",
                "The weights are as when made (1 = yes)",
            ),
            vec![(1, Value::live(Live::AsMade, 1_usize))],
        ),
        line(phrase("Thema per criterium", "Theme per criterion"), themes.collect()),
        line(phrase("Rekendelen per criterium", "Parts per criterion"), parts.collect()),
    ]
}
