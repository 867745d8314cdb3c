//! What an administrator goes through before a product is used: a box to tick for each.

use crate::compare::Comparison;
use crate::model::Catalogue;
use crate::report::words::settings::{ALLOWED, TITLE, Task, tasks, title};
use crate::report::words::{self, exam_day, hearing, premise};
use crate::text::Phrase;
use crate::text::lang::{Lang, phrase};
use crate::tr;
use crate::views::settings::{Sheet, Way};

use super::marks::short;
use super::{Document, Line, Mark};

const ABOUT: Phrase = phrase(
    "Voor de beheerder. Dit blad volgt uit wat er over het product bekend is. Kijk bij elk vakje in het product zelf of het klopt, en bewaar een schermafdruk met een datum. Loop het blad opnieuw na als het product verandert.",
    "For the administrator. This sheet follows from what is known about the product. See in the product itself whether each box is right, and keep a screenshot with a date. Go through the sheet again when the product changes.",
);

const DONE_BY: Phrase = phrase(
    "Nagelopen door (rol): ____________________  Op: ____________________",
    "Gone through by (role): ____________________  On: ____________________",
);

/// The sheets of one or more alternatives as a document.
#[must_use]
pub fn document<'d>(
    comparison: &Comparison<'_>,
    sheets: &[Sheet<'_, '_>],
    catalogue: &Catalogue,
    lang: Lang,
) -> Document<'d> {
    let word = TITLE.get(lang);
    let is_one = sheets.len() == 1;
    let name = |sheet: &Sheet<'_, '_>| {
        let (product, variant) = (sheet.row.product, sheet.row.variant);
        if is_one { words::alternative(product, variant) } else { product.name.to_string() }
    };
    let about = sheets.first().map_or(String::new(), name);
    let mut document = Document::new(lang, format!("{word}: {about}"));
    for line in premise::assumptions(comparison, lang) {
        document.strong(line);
    }
    document.text(ABOUT);
    document.texts(sheets.first().map(|sheet| hearing::line(sheet.row.product, lang)));
    for sheet in sheets {
        if !is_one {
            document.division(words::alternative(sheet.row.product, sheet.row.variant));
        }
        if comparison.not_allowed.iter().any(|row| std::ptr::eq(row, sheet.row)) {
            let reasons = words::triage::reasons(comparison, sheet.row, lang);
            let not_allowed = format!("{}.", words::NOT_ALLOWED.get(lang));
            document.warnings(std::iter::once(not_allowed).chain(reasons).collect());
        }
        let tasks = tasks(sheet, catalogue, lang);
        let mine: Vec<&Task> = tasks.iter().filter(|task| task.way.is_some()).collect();
        of_sheet(&mut document, if is_one { 2 } else { 3 }, &mine);
    }
    // What the triage allows is the same for every alternative.
    let tasks = sheets.first().map_or(Vec::new(), |sheet| tasks(sheet, catalogue, lang));
    let allowed: Vec<Line> = tasks.iter().filter(|task| task.way.is_none()).map(line).collect();
    if !allowed.is_empty() {
        document.heading(2, ALLOWED);
        document.lines(allowed);
    }
    let days = comparison.exam_days.iter().flat_map(|on| {
        let rules = exam_day::rules(&on.day, lang);
        let held = std::iter::once(exam_day::held(&on.day, lang));
        held.chain(rules).map(|line| format!("{}: {line}", on.day.exam.title))
    });
    let days: Vec<String> = days.collect();
    if !days.is_empty() {
        document.heading(2, phrase("De dag van de toets", "The day of the exam"));
        document.bullets(days);
    }
    document.small(DONE_BY);
    let (day, data) = (words::date(comparison.as_of, lang), short(comparison));
    document.small(tr!(lang, "Stand op {day}. Gegevens: {data}.", "As of {day}. Data: {data}."));
    document.disclaimer();
    document
}

fn of_sheet(document: &mut Document<'_>, level: usize, tasks: &[&Task]) {
    for way in Way::ALL {
        let mine = tasks.iter().filter(|task| task.way == Some(way));
        let lines: Vec<Line> = mine.map(|task| line(task)).collect();
        if !lines.is_empty() {
            document.heading(level, title(way));
            document.lines(lines);
        }
    }
    if tasks.is_empty() {
        document.text(phrase(
            "Voor deze variant is er niets in te stellen, af te spreken of na te vragen.",
            "For this variant there is nothing to set, to agree on or to find out.",
        ));
    }
}

fn line(task: &Task) -> Line {
    let mut line = Line { mark: Mark::Open, ..Line::of(task.text.as_str()) };
    line.add(format!("{} ({})", task.about, task.theme));
    if !task.then.is_empty() {
        line.add(task.then.as_str());
    }
    line
}
