//! *Eigen werk*: what an alternative leaves to the institution, what that can add, and
//! what to do.

use super::alternative::in_order;
use super::columns::Columns;
use super::model::{Line, Names, Table, Tone};
use super::role::{Live, Role};
use super::value::Value;
use crate::assess::Ratio;
use crate::compare::{Comparison, Row};
use crate::model::{ActionBy, Criterion};
use crate::report::words::{self, actions};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::views::actions::heaviest_first;
use crate::views::breakdown::parts;

/// The name of the table.
pub(crate) const NAMES: Names = Names("eigen_werk", phrase("Eigen werk", "Own work"));

/// The most alternatives with which it is printed: with more, the ranking takes its room.
const MOST_PRINTED: usize = 15;

/// Something that an alternative leaves to the institution.
#[derive(Clone)]
struct Work<'t> {
    row: &'t Row<'t>,
    /// How it is done; `None` for own work.
    by: Option<ActionBy>,
    criterion: &'t Criterion,
    /// What it can add, as it is printed, and the hundredths of the criterion that this
    /// is; nothing for what belongs to an answer that already counts.
    points: Option<(Ratio, u8)>,
    what: String,
}

/// The table.
#[must_use]
pub(crate) fn table<'t>(comparison: &'t Comparison<'t>, lang: Lang) -> Table<'t> {
    let mut c: Columns<'t, Work<'t>> = Columns::new(lang);
    c.text("product", phrase("Product", "Product"), |work| {
        Value::name(words::alternative(work.row.product, work.row.variant))
    });
    c.wide(58).end_of_names();
    let own = phrase("Regelt u zelf", "You see to it yourself");
    c.text("how", phrase("Hoe", "How"), move |work| work.by.map_or(own, actions::title).get(lang)).wide(20);
    c.text("criterion", phrase("Criterium", "Criterion"), move |work| work.criterion.title.get(lang))
        .wide(28);
    let added = phrase("Punten erbij", "Points added");
    c.decimal("points_added", added, |work| {
        work.points.map(|(points, hundredths)| Value::live(Live::Part(hundredths), points))
    });
    c.wide(9);
    c.text("what", phrase("Wat u doet", "What you do"), |work| work.what.clone()).wide(90);
    c.end_for_people();
    c.text("product_id", phrase("Product-id", "Product id"), |work| work.row.id()).wide(34);
    c.role(Role::Alternative).key();
    c.text("criterion_id", phrase("Criterium-id", "Criterion id"), |work| work.criterion.id.as_str())
        .wide(30);
    c.role(Role::Criterion).key();
    let of_one = |row| of(comparison, row, lang);
    let (mut all, to_do): (Vec<Work<'t>>, Vec<Work<'t>>) =
        in_order(comparison).into_iter().flat_map(of_one).partition(|work| work.by.is_none());
    for by in ActionBy::ALL {
        all.extend(to_do.iter().filter(|work| work.by == Some(by)).cloned());
    }
    let is_printed = !all.is_empty() && comparison.rows.len() <= MOST_PRINTED;
    let table = c.table(NAMES, all).below(intro(lang));
    if is_printed { table.printed(30, 1) } else { table }
}

/// What an alternative leaves to the institution, that of the heaviest criteria first.
fn of<'t>(comparison: &'t Comparison<'t>, row: &'t Row<'t>, lang: Lang) -> Vec<Work<'t>> {
    let mut own: Vec<_> = parts(comparison, row)
        .into_iter()
        .filter(|part| part.cell.knowledge.is_own_work() && part.own_work() > Ratio::ZERO)
        .collect();
    own.sort_by_key(|part| std::cmp::Reverse(part.printed_own_work));
    let own = own.into_iter().map(|part| {
        let levels = part.cell.knowledge.levels;
        let hundredths = levels.high.hundredths().saturating_sub(levels.low.hundredths());
        let criterion = part.column.criterion;
        let points = Some((part.printed_own_work, hundredths));
        Work { row, by: None, criterion, points, what: actions::best(criterion, lang) }
    });
    let to_do = heaviest_first(comparison, row).into_iter().map(|to_do| Work {
        row,
        by: Some(to_do.by),
        criterion: to_do.criterion,
        points: None,
        what: words::capital(to_do.action.text.get(lang)),
    });
    own.chain(to_do).collect()
}

/// The lines above the table.
fn intro(lang: Lang) -> Vec<Line> {
    let plain = |nl, en| Line::new(Tone::Plain, phrase(nl, en).get(lang));
    vec![
        Line::new(
            Tone::Title,
            phrase("Eigen werk: wat een product van u vraagt", "Own work: what a product asks of you")
                .get(lang),
        ),
        plain(
            "Regelt u zelf: uw instelling maakt dit goed of niet. Punten erbij: wat het hooguit oplevert; dat zit in “met eigen werk”, niet in “punten van”.",
            "You see to it yourself: your institution makes this good or not. Points added: what it yields at most; that is in “with own work”, not in “points from”.",
        ),
        plain(
            "Stelt u zelf in en spreekt u af: hoort bij een antwoord dat al meetelt. Doet u het niet, dan klopt dat antwoord niet.",
            "What you set yourself and agree on with the vendor: belongs to an answer that already counts. If you do not do it, that answer is not true.",
        ),
    ]
}
