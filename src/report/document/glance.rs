//! One alternative on one screen: its card, what it asks of the institution, and what is
//! still open. [`super::explain`] has everything.

use crate::assess::Ratio;
use crate::compare::{Comparison, Row};
use crate::model::{ActionBy, Catalogue};
use crate::report::words::number::{decimal_sign, points};
use crate::report::words::{self, notes, premise};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::tr;
use crate::views::actions::{self, ToDo};
use crate::views::breakdown::{OpenQuestion, open_questions, parts};

use super::explain::standing;
use super::marks::short;
use super::{Document, Line, Tone};

/// How many things of a sort are named.
const NAMED: usize = 5;
/// How many open questions are named.
const QUESTIONS: usize = 10;
/// How many choices of the institution's own are named.
const OWN: usize = 5;

/// One alternative on one screen.
#[must_use]
pub fn alternative(
    comparison: &Comparison<'_>,
    row: &Row<'_>,
    catalogue: &Catalogue,
    lang: Lang,
) -> Document<'static> {
    let mut document = Document::new(lang, "");
    document.card(comparison, row);
    document.gap();
    standing(&mut document, comparison, row, false);
    document.texts(premise::lines_about(comparison, row, lang));
    own_work(&mut document, comparison, row);
    to_do(&mut document, comparison, row);
    questions(&mut document, comparison, row);
    document.colophon(
        notes::override_lines(comparison, lang)
            .into_iter()
            .chain(notes::deviation_lines(comparison, catalogue, lang).into_iter().take(OWN))
            .chain([notes::made_line(comparison, &short(comparison), lang)])
            .map(super::Wording::from),
    );
    let id = row.id();
    document.text(tr!(
        lang,
        "Elk antwoord met zijn bron: keuzehulp explain {id} --details",
        "Every answer with its source: keuzehulp explain {id} --details"
    ));
    document.disclaimer();
    document
}

/// What the institution sees to itself, with the points that it can add.
fn own_work(document: &mut Document<'_>, comparison: &Comparison<'_>, row: &Row<'_>) {
    let lang = document.lang;
    let sign = decimal_sign(lang);
    let Some(words) = words::score::own_work(&row.evaluation, lang) else { return };
    let mut own: Vec<_> = parts(comparison, row)
        .into_iter()
        .filter(|part| part.cell.knowledge.is_own_work() && part.own_work() > Ratio::ZERO)
        .collect();
    own.sort_by_key(|part| std::cmp::Reverse(part.printed_own_work));
    document.heading(2, words::capital(&words));
    let lines = own.iter().take(NAMED).map(|part| {
        let points = points(part.printed_own_work, sign);
        format!("{} ({points})", part.column.criterion.title.get(lang))
    });
    document.bullets(lines.chain(more(own.len(), NAMED, lang)));
}

/// What the institution sets and agrees on, that of the heaviest criteria first.
fn to_do(document: &mut Document<'_>, comparison: &Comparison<'_>, row: &Row<'_>) {
    let lang = document.lang;
    let all = actions::heaviest_first(comparison, row);
    for by in ActionBy::ALL {
        let mine: Vec<&ToDo<'_>> = all.iter().filter(|to_do| to_do.by == by).collect();
        if mine.is_empty() {
            continue;
        }
        let (title, count) = (words::actions::title(by).get(lang), mine.len());
        document.heading(2, format!("{title} ({count})"));
        let lines = mine.iter().take(NAMED).map(|to_do| words::capital(to_do.action.text.get(lang)));
        document.bullets(lines.chain(more(count, NAMED, lang)));
    }
}

/// The questions that keep most open, with who can answer them.
fn questions(document: &mut Document<'_>, comparison: &Comparison<'_>, row: &Row<'_>) {
    let lang = document.lang;
    let sign = decimal_sign(lang);
    let all = open_questions(comparison, &[row]);
    if all.is_empty() {
        return;
    }
    let count = all.len();
    document.heading(2, tr!(lang, "Nog open ({count})", "Still open ({count})"));
    let line = |open: &OpenQuestion<'_, '_>| {
        let criterion = open.part.column.criterion;
        let by = words::settled_by(open.part.cell.knowledge.settled_by).get(lang);
        let points = points(open.part.printed_open, sign);
        let demanded = if open.demanded { phrase("; een eis", "; a demand").get(lang) } else { "" };
        let title = criterion.title.get(lang);
        Line::bullet(tr!(
            lang,
            "{title} ({points} punten{demanded}; {by})",
            "{title} ({points} points{demanded}; {by})"
        ))
    };
    let mut lines: Vec<Line> = all.iter().take(QUESTIONS).map(line).collect();
    lines.extend(more(count, QUESTIONS, lang).map(|text| Line::bullet(text).toned(Tone::Faint)));
    document.lines(lines);
}

/// How many more there are than are named.
fn more(count: usize, named: usize, lang: Lang) -> Option<String> {
    let more = count.saturating_sub(named);
    (more > 0).then(|| tr!(lang, "en nog {more}", "and {more} more"))
}
