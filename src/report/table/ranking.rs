//! *Rangorde*: one row per alternative, in the order in which people see them.

use super::alternative::{block, demands, in_order, place};
use super::columns::Columns;
use super::demands::in_short;
use super::model::{Line, Names, Table, Tone};
use super::role::{Live, Role};
use super::value::Value;
use super::warnings;
use crate::assess::{Rank, RuleStatus};
use crate::compare::{Comparison, GroupedBy, Row};
use crate::model::KnockOutScope;
use crate::report::words::checklist::yes_or_no;
use crate::report::words::{self, hearing, limits, notes, score, tiles};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;

/// The name of the table.
pub(crate) const NAMES: Names = Names("rangorde", phrase("Rangorde", "Ranking"));

/// How many signs a bar has.
const SIGNS: usize = 20;

/// The table.
#[must_use]
pub fn table<'t>(comparison: &'t Comparison<'t>, lang: Lang) -> Table<'t> {
    let demanded = move |statuses: &'static [RuleStatus]| {
        move |row: &&'t Row<'t>| demands(comparison, row, statuses, lang)
    };
    let points =
        |role: Role, parts: usize| move |row: &&'t Row<'t>| Value::live(Live::Found(role), with(row, parts));
    let mut c: Columns<'t, &'t Row<'t>> = Columns::new(lang);
    add_places(&mut c);
    c.text("product", phrase("Product", "Product"), |row| Value::name(&*row.product.name)).wide(17);
    c.end_of_names();
    c.text("variant", phrase("Variant", "Variant"), |row| &*row.variant.name).wide(26);
    add_group(&mut c, comparison, lang);
    let who = phrase("Wie het beheert", "Who runs it");
    c.text("hosting", who, move |row| words::products::run_by(row.variant.hosting).get(lang)).wide(15);
    let title = phrase("Van 0 tot 100", "From 0 to 100");
    c.text("bar", title, |row| Value::live(Live::Bar(SIGNS), bar(row, SIGNS))).wide(25);
    c.integer("points_from", phrase("Punten van", "Points from"), points(Role::From, 1)).wide(9);
    let own = phrase("Met eigen werk", "With own work");
    c.integer("points_with_own_work", own, points(Role::WithOwnWork, 2)).wide(11);
    c.integer("points_to", phrase("Punten tot", "Points to"), points(Role::To, 3)).wide(9);
    let answered = phrase("Beantwoord (%)", "Answered (%)");
    c.integer("answered_percent", answered, |row| {
        Value::live(Live::Found(Role::Answered), score::known(&row.evaluation))
    });
    c.wide(12);
    c.text("demands", phrase("Eisen", "Demands"), move |row| in_short(comparison, row, lang)).wide(56);
    c.text("warnings", phrase("Let op", "Please note"), move |row| warnings::in_short(comparison, row, lang));
    c.wide(46).end_for_people();
    c.integer("order", phrase("Volgorde", "Order"), |row| {
        Value::live(Live::Found(Role::Place), place(row, row.rank.rank))
    });
    if comparison.rows.iter().any(|row| row.in_use) {
        let now = phrase("Nu in gebruik", "In use now");
        c.text("in_use", now, move |row| yes_or_no(row.in_use).get(lang)).wide(11);
    }
    c.text("class", phrase("Klasse", "Class"), move |row| block(comparison, row, lang)).wide(19);
    let fires = demanded(&[RuleStatus::Fires]);
    c.text("knocked_out_by", words::rules::rule_status(RuleStatus::Fires).label, fires).wide(20);
    let open = demanded(&[RuleStatus::Open, RuleStatus::Indication]);
    c.text("demands_open", phrase("Eisen nog open", "Demands still open"), open).wide(30);
    let conditions = demanded(&[RuleStatus::Condition, RuleStatus::Depends]);
    c.text("conditions", words::rules::rule_status(RuleStatus::Condition).label, conditions).wide(24);
    let questions = phrase("Open vragen", "Open questions");
    c.integer("open_questions", questions, |row| row.evaluation.open_questions).wide(9);
    let undated = phrase("Bron zonder datum", "Source without a date");
    c.integer("undated_answers", undated, |row| row.evaluation.undated_answers).wide(16);
    let old = phrase("Oude bron", "Old source");
    c.integer("old_answers", old, |row| {
        row.evaluation.stale_answers.saturating_sub(row.evaluation.undated_answers)
    });
    c.wide(14);
    c.text("vendor", phrase("Aanbieder", "Vendor"), |row| &*row.product.maker).wide(20);
    c.text("product_id", phrase("Product-id", "Product id"), |row| row.id()).wide(34);
    c.role(Role::Alternative).key();
    c.table(NAMES, in_order(comparison)).below(intro(comparison, lang)).printed(60, 2)
}

/// The first of these whole points of an alternative together.
pub(super) fn with(row: &Row<'_>, parts: usize) -> u128 {
    row.evaluation.score.whole_points().iter().take(parts).sum()
}

/// The group of each alternative, where a criterion divides the kind.
pub(super) fn add_group<'t>(c: &mut Columns<'t, &'t Row<'t>>, comparison: &Comparison<'_>, lang: Lang) {
    if comparison.rows.iter().any(|row| row.form.is_some()) {
        c.text("group", phrase("Groep", "Group"), move |row| row.form.map(|group| words::group(group, lang)));
        c.wide(44);
    }
}

/// What a place is among, where the ranking is divided.
pub(super) fn within_groups(comparison: &Comparison<'_>, lang: Lang) -> Option<Line> {
    let within = match comparison.grouped_by? {
        GroupedBy::Hosting => phrase(
            "Een plaats telt binnen de groep: de varianten die op dezelfde manier worden beheerd. Wie een eis niet haalt, heeft geen plaats.",
            "A place counts within the group: the variants that are run in the same way. What does not meet a demand has no place.",
        ),
        GroupedBy::Criterion(_) => phrase(
            "Een plaats telt binnen de groep; die staat in de kolom Groep. Wie een eis niet haalt, heeft geen plaats.",
            "A place counts within the group, which is in the column Group. What does not meet a demand has no place.",
        ),
    };
    Some(Line::new(Tone::Plain, within.get(lang)))
}

/// The places that remain possible, as text.
pub(super) fn add_places<'t>(c: &mut Columns<'t, &'t Row<'t>>) {
    c.text("places", phrase("Plaats", "Place"), |row| {
        let Rank { best, worst, .. } = row.rank;
        let places = row.evaluation.has_place().then_some(Value::Range(best, worst));
        Value::live(Live::Places, places)
    });
    c.wide(9);
}

/// The bar of an alternative in this many signs.
#[must_use]
pub(in crate::report) fn bar(row: &Row<'_>, signs: usize) -> String {
    let end = |parts: usize| {
        let points = usize::try_from(with(row, parts)).unwrap_or(0);
        (points * signs + 50) / 100
    };
    let mut done = 0;
    let mut bar = String::new();
    for (parts, sign) in (1..).zip(tiles::SIGNS) {
        let end = end(parts);
        bar.push_str(&sign.repeat(end.saturating_sub(done)));
        done = end;
    }
    bar
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
    lines.extend(within_groups(comparison, lang));
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
            "Verandert u een gewicht op het blad Criteria, dan veranderen de balken, de punten, de plaatsen en Beantwoord mee. De rijen blijven staan: kies een groep in de kop en sorteer dan zelf op Volgorde.",
            "If you change a weight on the sheet Criteria, the bars, the points, the places and Answered change with it. The rows stay where they are: choose a group in the header and sort by Order yourself.",
        ),
        Some(GroupedBy::Hosting) => phrase(
            "Verandert u een gewicht op het blad Criteria, dan veranderen de balken, de punten, de plaatsen en Beantwoord mee. De rijen blijven staan: kies in de kop wie het beheert en sorteer dan zelf op Volgorde.",
            "If you change a weight on the sheet Criteria, the bars, the points, the places and Answered change with it. The rows stay where they are: choose in the header who runs it and sort by Order yourself.",
        ),
        None => phrase(
            "Verandert u een gewicht op het blad Criteria, dan veranderen de balken, de punten, de plaatsen en Beantwoord mee. De rijen blijven staan: sorteer dan zelf op Volgorde.",
            "If you change a weight on the sheet Criteria, the bars, the points, the places and Answered change with it. The rows stay where they are: sort by Order yourself.",
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
