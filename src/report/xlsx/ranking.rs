//! *Rangorde*: one row per alternative, in the order in which people see them.

use super::cell::{Shown, Value};
use super::grid::Grid;
use super::levels;
use super::style::Tone;
use super::{Book, Sheets};
use crate::assess::RuleStatus;
use crate::compare::Row;
use crate::model::KnockOutScope;
use crate::report::words::describe;
use crate::report::words::number::points;
use crate::report::words::{self, notes};
use crate::text::Lang;
use crate::text::lang::phrase;

/// The colour of the bars for what is shown.
const SHOWN: u32 = 0x9D_C3_E6;
/// The colour of the bars for what is possible.
const POSSIBLE: u32 = 0xD9_D9_D9;

pub(super) fn grid(book: &Book<'_, '_>) -> Grid {
    let mut columns = vec![
        book.column("Plaats", "Place", 9),
        book.column("Product", "Product", 20),
        book.column("Uitvoering", "Variant", 24),
        book.column("Groep", "Group", 24),
        book.column("Klasse", "Class", 19),
        book.column("Punten minstens", "Points at least", 12),
        book.column("Punten hoogstens", "Points at most", 12),
        book.column("Beste plaats", "Best place", 9),
        book.column("Slechtste plaats", "Worst place", 11),
        book.column("Bekend (%)", "Known (%)", 10),
        book.column("Valt af op", "Knocked out by", 20),
        book.column("Harde eisen nog open", "Hard demands still open", 30),
        book.column("Mits u dit regelt", "Provided you arrange", 24),
        book.column("Open vragen", "Open questions", 9),
        book.column("Verouderde antwoorden", "Stale answers", 14),
        book.column("Aanbieder", "Vendor", 20),
        book.column("Product-id", "Product id", 34),
    ];
    let has_groups = book.comparison.grouped_by.is_some();
    let id = columns.len() - usize::from(!has_groups) - 1;
    let mut rows: Vec<Vec<Value>> = book.rows.iter().map(|row| cells(book, row, id)).collect();
    if !has_groups {
        columns.remove(3);
        for row in &mut rows {
            row.remove(3);
        }
    }
    // The maker is on the sheet, and not on the paper.
    let printed = u16::try_from(id).unwrap_or(u16::MAX) - 1;
    let at = if has_groups { 5 } else { 4 };
    Grid {
        name: Sheets::RANKING.get(book.lang()),
        table: "kh_rangorde",
        intro: intro(book),
        extra: Vec::new(),
        columns,
        rows,
        fixed: 2,
        printed,
        bars: vec![(at, SHOWN), (at + 1, POSSIBLE)],
        changes: None,
    }
}

/// The lines above the table.
fn intro(book: &Book<'_, '_>) -> Vec<(Tone, String)> {
    let (comparison, lang) = (book.comparison, book.lang());
    let day = describe::date(comparison.as_of, lang);
    let (title, kind) = (comparison.profile.title.get(lang), comparison.kind.title.get(lang));
    let mut lines = vec![(
        Tone::Title,
        match lang {
            Lang::Nl => format!("{kind}: rangorde"),
            Lang::En => format!("{kind}: ranking"),
        },
    )];
    if let Some(ask_first) = &comparison.kind.ask_first {
        lines.push((Tone::Strong, ask_first.get(lang).to_owned()));
    }
    lines.push((Tone::Strong, words::HIGHER.get(lang).to_owned()));
    lines.extend(notes::left_out_lines(comparison, lang).into_iter().map(|line| (Tone::Strong, line)));
    let by = words::rank_by(comparison.rank_by).get(lang);
    lines.push((
        Tone::Plain,
        match lang {
            Lang::Nl => {
                format!("Peildatum: {day}. Weging: {title}. Volgorde: naar {by}. Punten van 0 tot 100.")
            }
            Lang::En => format!("As-of date: {day}. Profile: {title}. Order: by {by}. Points from 0 to 100."),
        },
    ));
    lines.push((Tone::Plain, moves(book)));
    lines.push((Tone::Plain, stays(book)));
    if comparison.rows.is_empty() {
        lines.push((
            Tone::Strong,
            book.t("Er zijn geen producten om te vergelijken.", "There are no products to compare."),
        ));
    }
    lines
}

/// What moves when somebody changes a weight.
pub(super) fn moves(book: &Book<'_, '_>) -> String {
    if !book.is_whole() {
        book.t(
            "Verandert u een gewicht op het blad Criteria, dan veranderen de punten en Bekend mee. De plaatsen niet, want niet alle vergeleken producten staan hier.",
            "If you change a weight on the sheet Criteria, the points and Known change with it. The places do not, for not all products compared are here.",
        )
    } else if book.comparison.grouped_by.is_some() {
        book.t(
            "Verandert u een gewicht op het blad Criteria, dan veranderen de punten, de plaatsen en Bekend mee. De rijen blijven staan: kies een groep in de kop en sorteer dan zelf op Plaats.",
            "If you change a weight on the sheet Criteria, the points, the places and Known change with it. The rows stay where they are: choose a group in the header and sort by Place yourself.",
        )
    } else {
        book.t(
            "Verandert u een gewicht op het blad Criteria, dan veranderen de punten, de plaatsen en Bekend mee. De rijen blijven staan: sorteer dan zelf op Plaats.",
            "If you change a weight on the sheet Criteria, the points, the places and Known change with it. The rows stay where they are: sort by Place yourself.",
        )
    }
}

/// What does not move when somebody changes a weight.
pub(super) fn stays(book: &Book<'_, '_>) -> String {
    let (nl, en) = match book.comparison.profile.knock_outs {
        KnockOutScope::Weighed => (
            "Klasse en harde eisen veranderen hier niet mee. Let op: in deze weging gelden harde eisen alleen voor criteria die meetellen. Zet u een gewicht op 0 of haalt u het van 0 af, reken dan opnieuw met het programma.",
            "Class and hard demands do not change here. Please note: in this profile hard demands hold only for criteria that count. If you set a weight to 0 or take it off 0, calculate again with the program.",
        ),
        _ if !book.is_whole() => (
            "Klasse en harde eisen veranderen hier niet mee: wie afvalt op een harde eis, valt af bij elk gewicht.",
            "Class and hard demands do not change here: what is knocked out by a hard demand is out with any weight.",
        ),
        _ => (
            "Klasse en harde eisen veranderen hier niet mee: wie afvalt op een harde eis, valt af bij elk gewicht. Alleen wie te weinig bekend is, kan bij andere gewichten wel een plaats krijgen, of andersom.",
            "Class and hard demands do not change here: what is knocked out by a hard demand is out with any weight. Only where too little is known can other weights give a place, or take it away.",
        ),
    };
    phrase(nl, en).get(book.lang()).to_owned()
}

/// The cells of an alternative; its id stands in the column with number `id`.
fn cells(book: &Book<'_, '_>, row: &Row<'_>, id: usize) -> Vec<Value> {
    let lang = book.lang();
    let block = describe::block(row.evaluation.block, !book.comparison.demands.is_empty());
    let demands = |statuses: &[RuleStatus]| {
        let titles = book.comparison.demanded(row, statuses);
        Value::Text(titles.iter().map(|c| c.title.get(lang)).collect::<Vec<_>>().join("; "))
    };
    let id = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(id).unwrap_or(u16::MAX));
    // What the sheet of levels makes of the alternative whose id stands in this row.
    let live = |column: u16, result: String, shown| {
        let (from, ids) = (book.frame.levels.column(column), book.frame.levels.column(levels::ID));
        Value::Live(format!("=INDEX({from},MATCH(${id}{{r}},{ids},0))"), result, shown)
    };
    let place = |n: usize| if row.evaluation.block.has_places() { n.to_string() } else { String::new() };
    vec![
        live(levels::PLACE, place(row.rank.rank), Shown::Whole),
        Value::Name(row.product.name.to_string()),
        Value::Text(row.variant.name.to_string()),
        Value::Text(row.group.map_or(String::new(), |group| describe::group(group, lang))),
        Value::Text(block.get(lang).to_owned()),
        live(levels::LOW, points(row.evaluation.score.low(), '.'), Shown::Points),
        live(levels::HIGH, points(row.evaluation.score.high(), '.'), Shown::Points),
        live(levels::BEST, place(row.rank.best), Shown::Whole),
        live(levels::WORST, place(row.rank.worst), Shown::Whole),
        live(levels::KNOWN, points(row.evaluation.coverage, '.'), Shown::Points),
        demands(&[RuleStatus::Fires]),
        demands(&[RuleStatus::Open, RuleStatus::Indication]),
        demands(&[RuleStatus::Condition, RuleStatus::Depends]),
        Value::Count(row.evaluation.open_questions),
        Value::Count(row.evaluation.stale_answers),
        Value::Text(row.product.maker.to_string()),
        Value::Text(row.id()),
    ]
}
