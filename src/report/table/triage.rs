//! The triage as a table.

use crate::institution::triage::{Answered, Triage, Weighed};
use crate::model::{Catalogue, Date, Step};
use crate::report::words::describe;
use crate::report::words::triage::{answered_words, outcome, written_words};
use crate::text::Lang;
use crate::text::lang::phrase;

use super::{Cell, Head, Rows};

#[rustfmt::skip]
const HEADS: [Head; 15] = [
    Head(phrase("Toets", "Exam"), "exam"),
    Head(phrase("Uitkomst", "Outcome"), "outcome"),
    Head(phrase("Stap", "Step"), "step"),
    Head(phrase("Vraag", "Question"), "question"),
    Head(phrase("Antwoord", "Answer"), "answer"),
    Head(phrase("Opgeschreven", "Written down"), "written"),
    Head(phrase("Wie", "Role"), "role"),
    Head(phrase("Wanneer", "When"), "on"),
    Head(phrase("Op wiens woord", "On whose word"), "basis"),
    Head(phrase("Zinnen van de AP", "Sentences of the DPA"), "sentences"),
    Head(phrase("Instelling", "Institution"), "institution"),
    Head(phrase("Peildatum", "As-of date"), "as_of"),
    Head(phrase("Gegevensversie", "Data version"), "data_version"),
    Head(phrase("Toets-id", "Exam id"), "exam_id"),
    Head(phrase("Stap-id", "Step id"), "step_id"),
];

/// The triage as rows: one per exam and step; one per step where there is no
/// exam.
#[must_use]
pub fn rows(triage: &Triage<'_>, (catalogue, as_of): (&Catalogue, Date), lang: Lang) -> Rows {
    let dossier = catalogue.dossier.as_ref().filter(|dossier| dossier.kind == triage.kind);
    let row = |weighed: Option<&Weighed<'_>>, step: &Step, answered: Option<&Answered<'_>>| {
        let exam = weighed.map(|weighed| weighed.exam);
        let written: Vec<String> = match answered {
            Some(Answered::Written(record)) => written_words(step, record, triage, lang),
            _ => Vec::new(),
        };
        vec![
            exam.map_or(Cell::Empty, |exam| Cell::text(&exam.title)),
            weighed.map_or(Cell::Empty, |weighed| Cell::text(outcome(weighed, lang))),
            Cell::text(step.title.get(lang)),
            Cell::text(step.ask.get(lang)),
            answered
                .map_or(Cell::Empty, |answered| Cell::text(answered_words(step, answered, catalogue, lang))),
            Cell::text(written.join(" / ")),
            exam.and_then(|exam| exam.role.as_ref()).map_or(Cell::Empty, Cell::text),
            exam.and_then(|exam| exam.on).map_or(Cell::Empty, Cell::Day),
            Cell::text(describe::basis(step.basis).get(lang)),
            Cell::text(step.from.join(", ")),
            dossier.map_or(Cell::Empty, |dossier| Cell::text(&dossier.institution)),
            Cell::Day(as_of),
            Cell::text(format!("v{}", catalogue.sha256)),
            weighed.map_or(Cell::Empty, |weighed| Cell::text(weighed.id.as_str())),
            Cell::text(step.id.as_str()),
        ]
    };
    let rows = if triage.exams.is_empty() {
        triage.steps.iter().map(|step| row(None, step, None)).collect()
    } else {
        let each =
            triage.exams.iter().flat_map(|weighed| weighed.answers.iter().map(move |one| (weighed, one)));
        each.map(|(weighed, (step, answered))| row(Some(weighed), step, Some(answered))).collect()
    };
    Rows { heads: &HEADS, rows }
}
