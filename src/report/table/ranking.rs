//! *Rangorde*: one row per alternative, in the order in which people see them.

use super::alternative::{block, demands, in_order, own_points, place, shares};
use super::columns::Columns;
use super::model::{Bar, Line, Names, Table, Tone};
use super::role::{Live, Role};
use super::value::Value;
use crate::assess::{Ratio, RuleStatus};
use crate::compare::{Comparison, GroupedBy, Row};
use crate::model::KnockOutScope;
use crate::report::words::checklist::yes_or_no;
use crate::report::words::{self, hearing, limits, notes};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;

/// The name of the table.
pub(crate) const NAMES: Names = Names("rangorde", phrase("Rangorde", "Ranking"));

/// The table.
#[must_use]
pub fn table<'t>(comparison: &'t Comparison<'t>, lang: Lang) -> Table<'t> {
    let demanded = move |statuses: &'static [RuleStatus]| {
        move |row: &&'t Row<'t>| demands(comparison, row, statuses, lang)
    };
    let placed = |role: Role, of: fn(&Row<'t>) -> usize| {
        move |row: &&'t Row<'t>| Value::live(Live::Found(role), place(row, of(row)))
    };
    let points = |role: Role, of: fn(&Row<'t>) -> Ratio| {
        move |row: &&'t Row<'t>| Value::live(Live::Found(role), of(row))
    };
    let mut c: Columns<'t, &'t Row<'t>> = Columns::new(lang);
    c.integer("place", phrase("Plaats", "Place"), placed(Role::Place, |row| row.rank.rank)).wide(9);
    c.text("product", phrase("Product", "Product"), |row| Value::name(&*row.product.name)).wide(20);
    c.end_of_names();
    c.text("variant", phrase("Variant", "Variant"), |row| &*row.variant.name).wide(24);
    if comparison.rows.iter().any(|row| row.form.is_some()) {
        c.text("group", phrase("Groep", "Group"), move |row| row.form.map(|group| words::group(group, lang)));
        c.wide(24);
    }
    if comparison.rows.iter().any(|row| row.in_use) {
        let now = phrase("Nu in gebruik", "In use now");
        c.text("in_use", now, move |row| yes_or_no(row.in_use).get(lang)).wide(11);
    }
    let hosting = phrase("Waar het staat", "Where it runs");
    c.text("hosting", hosting, move |row| words::products::hosting(row.variant.hosting).get(lang)).wide(17);
    c.text("class", phrase("Klasse", "Class"), move |row| block(comparison, row, lang)).wide(19);
    let low = points(Role::Low, |row| row.evaluation.score.low());
    c.decimal("points_low", phrase("Punten van", "Points from"), low).bar(Bar::Shown);
    let own = points(Role::OwnWork, own_points);
    c.decimal("points_own_work", phrase("Punten eigen werk", "Points of own work"), own).wide(10);
    let high = points(Role::High, |row| row.evaluation.score.high());
    c.decimal("points_high", phrase("Punten tot", "Points to"), high).bar(Bar::Possible);
    c.integer("place_best", phrase("Beste plaats", "Best place"), placed(Role::Best, |row| row.rank.best))
        .wide(9);
    let worst = placed(Role::Worst, |row| row.rank.worst);
    c.integer("place_worst", phrase("Slechtste plaats", "Worst place"), worst).wide(11);
    let known = points(Role::Known, |row| shares(row)[0]);
    c.decimal("known_percent", phrase("Beantwoord (%)", "Answered (%)"), known).wide(10);
    let own = points(Role::OwnWorkShare, |row| shares(row)[1]);
    c.decimal("own_work_percent", phrase("Eigen werk (%)", "Own work (%)"), own).wide(10);
    let open = points(Role::Open, |row| shares(row)[2]);
    c.decimal("open_percent", phrase("Open (%)", "Open (%)"), open).wide(10);
    let little = phrase("Nog weinig bekend", "Little known so far");
    let is_little = move |row: &&'t Row<'t>| yes_or_no(row.evaluation.shares.is_little_known()).get(lang);
    c.text("little_known", little, is_little).wide(9);
    let fires = demanded(&[RuleStatus::Fires]);
    c.text("knocked_out_by", phrase("Eisen niet gehaald", "Demands not met"), fires).wide(20);
    let open = demanded(&[RuleStatus::Open, RuleStatus::Indication]);
    c.text("demands_open", phrase("Eisen nog open", "Demands still open"), open).wide(30);
    let conditions = demanded(&[RuleStatus::Condition, RuleStatus::Depends]);
    c.text(
        "conditions",
        phrase("Als u dit afspreekt of zelf regelt", "Provided you agree on it or arrange it yourself"),
        conditions,
    )
    .wide(24);
    let questions = phrase("Open vragen", "Open questions");
    c.integer("open_questions", questions, |row| row.evaluation.open_questions).wide(9);
    let stale = phrase("Bron oud of zonder datum", "Source old or without a date");
    c.integer("stale_answers", stale, |row| row.evaluation.stale_answers).wide(14);
    c.end_for_people();
    c.text("vendor", phrase("Aanbieder", "Vendor"), |row| &*row.product.maker).wide(20);
    c.text("product_id", phrase("Product-id", "Product id"), |row| row.id()).wide(34);
    c.role(Role::Alternative).key();
    c.table(NAMES, in_order(comparison)).below(intro(comparison, lang))
}

/// The lines above the table.
fn intro(comparison: &Comparison<'_>, lang: Lang) -> Vec<Line> {
    let day = words::date(comparison.as_of, lang);
    let (title, kind) = (comparison.profile.title.get(lang), comparison.kind.title.get(lang));
    let mut lines = vec![Line::new(Tone::Title, tr!(lang, "{kind}: rangorde", "{kind}: ranking"))];
    if let Some(ask_first) = &comparison.kind.ask_first {
        lines.push(Line::new(Tone::Strong, ask_first.get(lang)));
    }
    lines.push(Line::new(Tone::Strong, words::HIGHER.get(lang)));
    lines.extend(notes::choice_line(comparison, lang).map(|line| Line::new(Tone::Strong, line)));
    let others = limits::not_compared_lines(comparison, lang);
    lines.extend(others.into_iter().map(|line| Line::new(Tone::Strong, line)));
    lines.extend(hearing::compared_line(comparison, lang).map(|line| Line::new(Tone::Strong, line)));
    let left_out = notes::left_out_lines(comparison, lang);
    lines.extend(left_out.into_iter().map(|line| Line::new(Tone::Strong, line)));
    let by = words::rank_by(comparison.rank_by).get(lang);
    lines.push(Line::new(
        Tone::Plain,
        tr!(
            lang,
            "Stand op {day}. Wat telt hoe zwaar: {title}. Volgorde: naar {by}. Punten van 0 tot 100.",
            "As of {day}. What counts how much: {title}. Order: by {by}. Points from 0 to 100."
        ),
    ));
    lines.push(Line::new(Tone::Plain, moves(comparison).get(lang)));
    lines.push(Line::new(Tone::Plain, stays(comparison).get(lang)));
    if comparison.rows.is_empty() {
        let none = phrase("Er zijn geen producten om te vergelijken.", "There are no products to compare.");
        lines.push(Line::new(Tone::Strong, none.get(lang)));
    }
    lines
}

/// What changes when a weight changes in the workbook.
pub(in crate::report) fn moves(comparison: &Comparison<'_>) -> Phrase {
    match comparison.grouped_by {
        Some(GroupedBy::Criterion(_)) => phrase(
            "Verandert u een gewicht op het blad Criteria, dan veranderen de punten, de plaatsen en Beantwoord mee. De rijen blijven staan: kies een groep in de kop en sorteer dan zelf op Plaats.",
            "If you change a weight on the sheet Criteria, the points, the places and Known change with it. The rows stay where they are: choose a group in the header and sort by Place yourself.",
        ),
        Some(GroupedBy::Hosting) => phrase(
            "Verandert u een gewicht op het blad Criteria, dan veranderen de punten, de plaatsen en Beantwoord mee. De rijen blijven staan: kies in de kop waar het staat en sorteer dan zelf op Plaats.",
            "If you change a weight on the sheet Criteria, the points, the places and Known change with it. The rows stay where they are: choose in the header where it runs and sort by Place yourself.",
        ),
        None => phrase(
            "Verandert u een gewicht op het blad Criteria, dan veranderen de punten, de plaatsen en Beantwoord mee. De rijen blijven staan: sorteer dan zelf op Plaats.",
            "If you change a weight on the sheet Criteria, the points, the places and Known change with it. The rows stay where they are: sort by Place yourself.",
        ),
    }
}

/// What does not change when a weight changes in the workbook.
pub(in crate::report) fn stays(comparison: &Comparison<'_>) -> Phrase {
    match comparison.profile.knock_outs {
        KnockOutScope::Weighed => phrase(
            "Klasse en eisen veranderen hier niet mee. Let op: in deze weging gelden eisen alleen voor criteria die meetellen. Zet u een gewicht op 0 of haalt u het van 0 af, reken dan opnieuw met het programma.",
            "Class and demands do not change here. Please note: in this profile demands apply only to criteria that count. If you set a weight to 0, or change one that is 0, run the program again.",
        ),
        _ => phrase(
            "Klasse en eisen veranderen hier niet mee: wie een eis niet haalt, haalt haar bij geen enkel gewicht.",
            "Class and demands do not change here: what does not meet a demand does not meet it with any weights.",
        ),
    }
}
