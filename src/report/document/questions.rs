//! What to ask next, of whom, and what each answer would make of an alternative.

use crate::compare::Comparison;
use crate::model::SettledBy;
use crate::report::words::products::group_heading;
use crate::report::words::questions::{CERTAIN, DEMANDED, NOTHING, ORDER, TITLE, effect, now, to};
use crate::report::words::{self, notes, premise};
use crate::text::lang::Lang;
use crate::tr;
use crate::views::questions::{Open, Questions};

use super::{Document, Line, Mark};

/// How many questions of each list are shown, unless all are asked for.
pub const FIRST: usize = 5;

/// The three lists, in the order in which they are shown: what can be looked up comes
/// before what somebody has to be asked.
const LISTS: [SettledBy; 3] = [SettledBy::Contract, SettledBy::Administrator, SettledBy::Public];

/// The questions of each group as a document; of each list the first `most`.
#[must_use]
pub fn document<'d>(
    comparison: &Comparison<'_>,
    questions: &[Questions<'_, '_>],
    most: usize,
    lang: Lang,
) -> Document<'d> {
    let kind = comparison.kind.title.get(lang).to_lowercase();
    let mut document = Document::new(lang, format!("{}: {kind}", TITLE.get(lang)));
    for line in premise::assumptions(comparison, lang) {
        document.strong(line);
    }
    document.texts(notes::choice_line(comparison, lang));
    document.text(ORDER);
    for of in questions {
        let heading = comparison.grouped_by.zip(of.group);
        if let Some((by, group)) = heading {
            document.division(group_heading(by, group, lang));
        }
        if of.is_certain && of.alternatives > 1 {
            document.text(CERTAIN);
        }
        if of.open.is_empty() {
            document.text(NOTHING);
        }
        for by in LISTS {
            list(&mut document, of, (by, most), if heading.is_some() { 3 } else { 2 });
        }
    }
    document.small(notes::record(comparison, &super::marks::short(comparison), lang));
    document.disclaimer();
    document
}

fn list(document: &mut Document<'_>, of: &Questions<'_, '_>, (by, most): (SettledBy, usize), level: usize) {
    let lang = document.lang;
    let mine: Vec<(usize, &Open<'_, '_>)> =
        of.open.iter().enumerate().filter(|(_, open)| open.settled_by == by).collect();
    if mine.is_empty() {
        return;
    }
    document.heading(level, to(by));
    document.lines(mine.iter().take(most).map(|(at, open)| line(*at, open, lang)).collect());
    let more = mine.len().saturating_sub(most);
    if more > 0 {
        document.text(tr!(
            lang,
            "En nog {more}; `--all` toont ze allemaal.",
            "And {more} more; `--all` shows them all."
        ));
    }
}

fn line(at: usize, open: &Open<'_, '_>, lang: Lang) -> Line {
    let criterion = open.part.column.criterion;
    let name = words::alternative(open.row.product, open.row.variant);
    let ask = criterion.ask.get(lang);
    let place = at + 1;
    let mut line = Line { mark: Mark::None, ..Line::of(format!("{place}. {name}: {ask}")) };
    let demanded = (!open.demands.is_empty()).then(|| DEMANDED.get(lang).to_owned());
    let asked = open
        .asked
        .map(|on| tr!(lang, "al gevraagd op {day}", "already asked on {day}", day = words::date(on, lang)));
    let about = criterion.title.get(lang).to_owned();
    let notes: Vec<String> =
        [Some(about), demanded, asked, Some(now(open, lang))].into_iter().flatten().collect();
    line.add(format!("{}.", notes.join("; ")));
    for one in &open.effects {
        line.add(effect(open, one, lang));
    }
    line
}
