//! *Niveaus*: the level of every answer in whole hundredths, and the sums that
//! the other sheets show. With whole numbers throughout, the sums are exact and
//! round as those of the program do (docs/decisions/0008-workbook-in-whole-numbers.md).

use super::cell::{Shown, Value};
use super::criteria;
use super::grid::{Column, Grid};
use super::style::Tone;
use super::{Book, Sheets, WHOLE};
use crate::assess::{Eligibility, RankBy};
use crate::compare::{Group, Row};
use crate::report::words::describe;
use crate::report::words::number::points;
use rust_xlsxwriter::utility::column_number_to_name;

/// The lines above the table.
pub(super) const LINES: usize = 5;
/// Where all parts together stand.
pub(super) const WHOLE_CELL: &str = "$B$3";
/// Where the number of parts of one unit stands.
pub(super) const SCALE_CELL: &str = "$B$4";
/// The row, from 1, with the parts of each criterion.
const PARTS_ROW: u32 = 5;

/// The columns, by number.
pub(super) const ID: u16 = 0;
const GROUP: u16 = 2;
const CLASS: u16 = 3;
const LOW_SUM: u16 = 4;
const HIGH_SUM: u16 = 5;
const KNOWN_SUM: u16 = 6;
pub(super) const LOW: u16 = 7;
pub(super) const HIGH: u16 = 8;
pub(super) const KNOWN: u16 = 9;
pub(super) const PLACE: u16 = 10;
pub(super) const BEST: u16 = 11;
pub(super) const WORST: u16 = 12;
/// The first of the lowest levels; the highest follow after the last of them.
const LEVELS: u16 = 13;

/// With more parts than this, whole numbers would no longer be exact in a
/// spreadsheet, and it calculates with fractions instead.
const MOST_PARTS: &str = "100000000000";

/// A formula for points with one decimal, rounded half up: `number` of `of`
/// parts, of which `worth` make one point.
pub(super) fn rounded(number: &str, times: u32) -> String {
    format!("=IF({WHOLE}=0,\"\",INT(({times}*{number}+{WHOLE})/(2*{WHOLE}))/10)")
}

pub(super) fn grid(book: &Book<'_, '_>) -> Grid {
    let mut columns = vec![
        book.column("Product-id", "Product id", 34),
        book.column("Product", "Product", 28),
        book.column("Groep", "Group", 18),
        book.column(
            "Klasse (1 komt in aanmerking, 2 nog niet te zeggen, 3 valt af)",
            "Class (1 eligible, 2 undecided, 3 knocked out)",
            20,
        ),
        book.column("Som minstens", "Sum at least", 14),
        book.column("Som hoogstens", "Sum at most", 14),
        book.column("Som bekend", "Sum known", 12),
        book.column("Punten minstens", "Points at least", 12),
        book.column("Punten hoogstens", "Points at most", 13),
        book.column("Bekend (%)", "Known (%)", 11),
        book.column("Plaats", "Place", 9),
        book.column("Beste plaats", "Best place", 9),
        book.column("Slechtste plaats", "Worst place", 12),
    ];
    let (low, high) = (book.t("laagste", "lowest"), book.t("hoogste", "highest"));
    for which in [&low, &high] {
        columns.extend(
            book.comparison
                .criteria
                .iter()
                .map(|column| Column { header: format!("{}: {which}", column.criterion.id), width: 18 }),
        );
    }
    Grid {
        name: Sheets::LEVELS.get(book.lang()),
        table: "kh_niveaus",
        intro: vec![
            (Tone::Title, book.t("Niveaus: waar de formules mee rekenen", "Levels: what the formulas calculate with")),
            (
                Tone::Plain,
                book.t(
                    "Per antwoord het laagste en het hoogste niveau dat nog mogelijk is, in honderdsten: 0 is ongunstig, 50 is deels, 100 is gunstig. Verander hier niets; de gewichten staan op het blad Criteria.",
                    "Per answer the lowest and the highest level still possible, in hundredths: 0 is insufficient, 50 is partly, 100 is good. Change nothing here; the weights are on the sheet Criteria.",
                ),
            ),
            (Tone::Plain, book.t("Alle rekendelen samen", "All parts together")),
            (Tone::Plain, book.t("Rekendelen per punt van de verdeling", "Parts of one unit of the division")),
            (Tone::Plain, book.t("Rekendelen per criterium", "Parts per criterion")),
        ],
        extra: sums(book),
        columns,
        rows: book.rows.iter().map(|row| cells(book, row)).collect(),
        fixed: 2,
        printed: LEVELS,
        bars: Vec::new(),
        changes: None,
    }
}

/// The cells above the table: the whole, the scale, and the parts.
fn sums(book: &Book<'_, '_>) -> Vec<(u32, u16, Value)> {
    let (weighing, frame) = (&book.weighing, &book.frame);
    let parts = frame.criteria.column(criteria::PARTS);
    let (divisors, budgets) = (frame.themes.column(criteria::DIVISOR), frame.themes.column(criteria::BUDGET));
    let sums = frame.themes.column(criteria::SUM);
    let scale = if weighing.has_budgets {
        format!(
            "=IF(ISERROR(LCM({divisors})),1,IF(LCM({divisors})*SUMIF({sums},\">0\",{budgets})<{MOST_PARTS},LCM({divisors}),1))"
        )
    } else {
        "=1".to_owned()
    };
    let whole = Value::Live(format!("=SUM({parts})"), weighing.whole.to_string(), Shown::Whole);
    let mut cells = vec![(2, 1, whole), (3, 1, Value::Live(scale, weighing.scale.to_string(), Shown::Whole))];
    let ids = frame.criteria.column(criteria::ID);
    for ((number, column), (_, part)) in (LEVELS..).zip(&book.comparison.criteria).zip(&weighing.criteria) {
        let formula = format!("=SUMIF({ids},\"{}\",{parts})", column.criterion.id);
        cells.push((PARTS_ROW - 1, number, Value::Live(formula, part.to_string(), Shown::Whole)));
    }
    cells
}

fn cells(book: &Book<'_, '_>, row: &Row<'_>) -> Vec<Value> {
    let (comparison, evaluation) = (book.comparison, &row.evaluation);
    let count = u16::try_from(comparison.criteria.len()).unwrap_or(u16::MAX / 4);
    let name = |column: u16| column_number_to_name(column);
    let (low_end, high_end) = (LEVELS + count - 1, LEVELS + 2 * count - 1);
    let parts = format!("${}${PARTS_ROW}:${}${PARTS_ROW}", name(LEVELS), name(low_end));
    let lows = format!("${}{{r}}:${}{{r}}", name(LEVELS), name(low_end));
    let highs = format!("${}{{r}}:${}{{r}}", name(low_end + 1), name(high_end));
    let here = |column: u16| format!("${}{{r}}", name(column));
    let whole = |formula: String, result: String| Value::Live(formula, result, Shown::Whole);
    let tenths =
        |column: u16, times: u32, result| Value::Live(rounded(&here(column), times), result, Shown::Points);
    let class = match evaluation.eligibility {
        Eligibility::Eligible => 1,
        Eligibility::Undecided => 2,
        Eligibility::KnockedOut => 3,
    };
    let mut cells = vec![
        Value::Name(row.id()),
        Value::Text(describe::alternative(row.product, row.variant)),
        Value::Text(match row.group {
            None => "-".to_owned(),
            Some(Group::Answer(_, id, _)) => id.to_string(),
            Some(Group::Unsettled) => "unknown".to_owned(),
        }),
        Value::Count(class),
        whole(format!("=SUMPRODUCT({parts},{lows})"), evaluation.score.low_parts.to_string()),
        whole(format!("=SUMPRODUCT({parts},{highs})"), evaluation.score.high_parts.to_string()),
        whole(
            format!("=SUMPRODUCT({parts}*({lows}={highs}))"),
            book.weighing.settled(comparison, row).to_string(),
        ),
        tenths(LOW_SUM, 20, points(evaluation.score.low(), '.')),
        tenths(HIGH_SUM, 20, points(evaluation.score.high(), '.')),
        tenths(KNOWN_SUM, 2000, points(evaluation.coverage, '.')),
    ];
    let rank = [row.rank.rank, row.rank.best, row.rank.worst];
    cells.extend(places(book).into_iter().zip(rank).map(|(formula, n)| {
        match (book.is_whole(), evaluation.block.has_places()) {
            (true, true) => whole(formula, n.to_string()),
            (true, false) => whole(formula, String::new()),
            (false, true) => Value::Count(n),
            (false, false) => Value::Empty,
        }
    }));
    let levels = || comparison.cells(row).map(|cell| cell.knowledge.levels);
    cells.extend(levels().map(|levels| Value::Count(levels.low.hundredths().into())));
    cells.extend(levels().map(|levels| Value::Count(levels.high.hundredths().into())));
    cells
}

/// The formulas of the place and of the best and worst place (docs/method.md):
/// inside the group, over all that are in it.
fn places(book: &Book<'_, '_>) -> [String; 3] {
    let all = |column: u16| book.frame.levels.here(column);
    let here = |column: u16| format!("${}{{r}}", column_number_to_name(column));
    let (groups, classes, lows, highs) = (all(GROUP), all(CLASS), all(LOW_SUM), all(HIGH_SUM));
    let (group, class, low, high) = (here(GROUP), here(CLASS), here(LOW_SUM), here(HIGH_SUM));
    let (ids, id) = (all(ID), here(ID));
    let ((firsts, first), (seconds, second)) = match book.comparison.rank_by {
        RankBy::Low => ((lows.clone(), low.clone()), (highs.clone(), high.clone())),
        RankBy::High => ((highs.clone(), high.clone()), (lows.clone(), low.clone())),
        RankBy::Middle => {
            ((format!("({lows}+{highs})"), format!("({low}+{high})")), (lows.clone(), low.clone()))
        }
    };
    let above = format!(
        "({classes}<{class})+({classes}={class})*(({firsts}>{first})+({firsts}={first})*({seconds}>{second}))"
    );
    let certain = format!("((({classes}=1)*({class}=3)+((({classes}=1)+({class}=3))>0)*({lows}>{high}))>0)");
    let never = format!("((({class}=1)*({classes}=3)+((({class}=1)+({classes}=3))>0)*({low}>={highs}))>0)");
    let known = here(KNOWN_SUM);
    [above, certain, format!("({ids}<>{id})*(1-{never})")].map(|counted| {
        format!(
            "=IF(OR({WHOLE}=0,{class}=3,3*{known}<{WHOLE}),\"\",1+SUMPRODUCT(({groups}={group})*({counted})))"
        )
    })
}

/// The formula of a part of the points: so many hundredths of the criterion whose
/// id stands in this column of the row.
pub(super) fn part(book: &Book<'_, '_>, id: u16, hundredths: u8) -> String {
    let (parts, ids) =
        (book.frame.criteria.column(criteria::PARTS), book.frame.criteria.column(criteria::ID));
    let part = format!("INDEX({parts},MATCH(${}{{r}},{ids},0))", column_number_to_name(id));
    rounded(&format!("{part}*{hundredths}"), 20)
}
