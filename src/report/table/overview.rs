//! The comparison as CSV: one row per alternative, with all its answers.

use std::collections::HashMap;

use super::alternative::{
    add_note, add_origin, add_width, block, demands, deviations, in_order, place, titles,
};
use super::columns::Columns;
use super::fact::{answer, status};
use super::model::{Column, Content, Names, Table};
use super::value::Value;
use crate::assess::RuleStatus;
use crate::compare::{Cell, Comparison, Row};
use crate::model::Product;
use crate::report::words::checklist::yes_or_no;
use crate::report::words::{self, limits, triage};
use crate::text::Lang;
use crate::text::characters::alike::seen;
use crate::text::lang::phrase;

/// What a row is about.
struct About<'t> {
    product: &'t Product,
    /// A product that no longer exists: only its names are shown.
    row: Option<&'t Row<'t>>,
    /// Why the alternative is not in the order: it has no place and no points here, only
    /// the reasons.
    aside: Option<Aside>,
}

/// Why an alternative is not in the order.
#[derive(Clone, Copy)]
enum Aside {
    /// The triage does not allow it.
    Triage,
    /// It does not fit what the institution can do.
    Need,
}

impl<'t> About<'t> {
    fn of(row: &'t Row<'t>, aside: Option<Aside>) -> About<'t> {
        About { product: row.product, row: Some(row), aside }
    }

    /// The alternative, if it is compared.
    fn compared(&self) -> Option<&'t Row<'t>> {
        self.row.filter(|_| self.aside.is_none())
    }
}

/// The table.
#[must_use]
pub(crate) fn table<'t>(comparison: &'t Comparison<'t>, lang: Lang) -> Table<'t> {
    let demanded = move |statuses: &'static [RuleStatus]| {
        move |about: &About<'t>| about.compared().map(|row| demands(comparison, row, statuses, lang))
    };
    let mut c: Columns<'t, About<'t>> = Columns::new(lang);
    c.text("group", phrase("Groep", "Group"), move |about| group(about, comparison, lang));
    c.integer("order", phrase("Volgorde", "Order"), |about| {
        about.compared().and_then(|row| place(row, row.rank.rank))
    });
    c.text("product", phrase("Product", "Product"), |about| &*about.product.name);
    c.text("vendor", phrase("Aanbieder", "Vendor"), |about| &*about.product.maker);
    c.text("variant", phrase("Variant", "Variant"), |about| about.row.map(|row| &*row.variant.name));
    c.text("hosting", phrase("Waar het staat", "Where it runs"), move |about| {
        about.row.map(|row| words::products::hosting(row.variant.hosting).get(lang))
    });
    add_width(&mut c, About::compared);
    c.text("little_known", phrase("Nog weinig bekend", "Little known so far"), move |about| {
        about.compared().map(|row| yes_or_no(row.evaluation.shares.is_little_known()).get(lang))
    });
    c.decimal(
        "own_word_percent",
        phrase("Zegt alleen de aanbieder (%)", "Only the vendor says so (%)"),
        move |about| {
            let row = about.compared()?;
            let any = comparison.cells(row).any(|cell| cell.knowledge.counts());
            any.then_some(row.evaluation.vendor_stated)
        },
    );
    let fires = demanded(&[RuleStatus::Fires]);
    c.text("knocked_out_by", phrase("Eisen niet gehaald", "Demands not met"), move |about| {
        match (about.row, about.aside) {
            (Some(row), Some(Aside::Triage)) => Some(triage::reasons(comparison, row, lang).join(" ")),
            (Some(row), Some(Aside::Need)) => Some(limits::unfit(comparison, row, lang)),
            _ => fires(about),
        }
    });
    let open = demanded(&[RuleStatus::Open, RuleStatus::Indication]);
    c.text("demands_open", phrase("Eisen nog open", "Demands still open"), open);
    let conditions = demanded(&[RuleStatus::Condition, RuleStatus::Depends]);
    c.text(
        "conditions",
        phrase("Als u dit afspreekt of zelf regelt", "Provided you agree on it or arrange it yourself"),
        conditions,
    );
    c.integer("open_questions", phrase("Open vragen", "Open questions"), |about| {
        about.compared().map(|row| row.evaluation.open_questions)
    });
    c.text("own_work", phrase("Regelt u zelf", "You see to it yourself"), move |about| {
        let own =
            |row: &'t Row<'t>| comparison.own_work(row).map(|(criterion, _)| criterion).collect::<Vec<_>>();
        about.compared().map(|row| titles(&own(row), lang))
    });
    c.integer("stale_answers", phrase("Bron oud of zonder datum", "Source old or without a date"), |about| {
        about.compared().map(|row| row.evaluation.stale_answers)
    });
    let equal = phrase("Volgorde bij gelijke weging", "Order with equal weights");
    c.integer("order_equal_weights", equal, |about| {
        about.compared().and_then(|row| place(row, row.equal_rank?))
    });
    c.text("vendor_reply", phrase("Reactie aanbieder", "Vendor's reply"), move |about| {
        about.compared().map(|row| titles(&comparison.numbered(&row.evaluation.replies), lang))
    });
    c.text("own_deviations", phrase("Eigen keuzes", "Own choices"), move |about| {
        about.compared().map(|row| deviations(comparison, row, lang))
    });
    add_origin(&mut c, (comparison, lang), |about| {
        about.row.map_or_else(|| about.product.id.to_string(), Row::id)
    });
    add_note(&mut c, (comparison, lang), About::compared);
    c.many(answer_columns(comparison, lang), move |about, values| match about.compared() {
        Some(row) => add_answers(comparison, row, lang, values),
        None => values.extend(comparison.criteria.iter().flat_map(|_| [Value::Empty, Value::Empty])),
    });
    let compared = in_order(comparison).into_iter().map(|row| About::of(row, None));
    let not_allowed = comparison.not_allowed.iter().map(|row| About::of(row, Some(Aside::Triage)));
    let unfit = comparison.left_out_by_need.iter().map(|row| About::of(row, Some(Aside::Need)));
    let retired = comparison.retired.iter().map(|product| About { product, row: None, aside: None });
    let names = Names("overview", phrase("Overzicht", "Overview"));
    c.table(names, compared.chain(not_allowed).chain(unfit).chain(retired).collect()).sharing(
        2 * comparison.distinct_cells().count(),
        move |number| {
            let Some(cell) = comparison.distinct_cells().nth(number / 2) else { return Value::Empty };
            if number % 2 == 0 { shown(comparison, cell, lang) } else { status(cell, None, lang).into() }
        },
    )
}

/// The block where people find it.
fn group(about: &About<'_>, comparison: &Comparison<'_>, lang: Lang) -> String {
    match about.aside {
        Some(Aside::Triage) => return words::NOT_ALLOWED.get(lang).to_owned(),
        Some(Aside::Need) => return limits::LEFT_OUT_BY_NEED.get(lang).to_owned(),
        None => {}
    }
    let Some(row) = about.row else {
        let since =
            about.product.retired.as_ref().map_or(String::new(), |retired| format!(" ({})", retired.on));
        return format!("{}{since}", phrase("Bestaat niet meer", "No longer exists").get(lang));
    };
    let block = block(comparison, row, lang);
    match row.group {
        Some(group) => format!("{}: {}", words::group(group, lang), block.to_lowercase()),
        None => block.to_owned(),
    }
}

/// Per criterion the answer, and beside it how much is known.
fn answer_columns(comparison: &Comparison<'_>, lang: Lang) -> Vec<Column> {
    let titles = || comparison.criteria.iter().map(|column| column.criterion.title.get(lang));
    // Two criteria may have the same title.
    let mut times: HashMap<String, usize> = HashMap::new();
    for title in titles() {
        *times.entry(seen(title)).or_default() += 1;
    }
    let mut found = Vec::new();
    for (column, title) in comparison.criteria.iter().zip(titles()) {
        let id = column.criterion.id.as_str();
        let is_only = times.get(&seen(title)) == Some(&1);
        let title = if is_only { title.to_owned() } else { format!("{title} [{id}]") };
        let status = status_column(id, &title, lang);
        found.extend([Column::new(id, title, Content::Text), status]);
    }
    found
}

/// The column beside an answer that says how much is known.
pub(super) fn status_column(id: &str, title: &str, lang: Lang) -> Column {
    let status = phrase("stand", "status").get(lang);
    Column::new(format!("{id}_status"), format!("{title} ({status})"), Content::Text)
}

/// The answers of an alternative. Alternatives share most of their answers; only
/// reasons rarely occur twice.
fn add_answers<'t>(
    comparison: &'t Comparison<'t>,
    row: &'t Row<'t>,
    lang: Lang,
    values: &mut Vec<Value<'t>>,
) {
    let mut reasons = comparison.reasons(row).peekable();
    let cells = comparison.cells(row).zip(comparison.places(row));
    for (number, (cell, place)) in cells.enumerate() {
        values.push(Value::Shared(2 * place));
        values.push(match reasons.next_if(|(at, _)| *at == number) {
            Some((_, reason)) => status(cell, Some(reason), lang).into(),
            None => Value::Shared(2 * place + 1),
        });
    }
}

/// The answer in a cell.
fn shown<'t>(comparison: &Comparison<'_>, cell: &Cell, lang: Lang) -> Value<'t> {
    comparison.numbered(&[cell.criterion]).first().map(|criterion| answer(criterion, cell, lang)).into()
}
