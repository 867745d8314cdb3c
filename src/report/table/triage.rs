//! *Afweging*: one row per exam and step; one per step when there is no exam.

use super::alternative::add_record;
use super::columns::Columns;
use super::model::{Line, Names, Table, Tone};
use crate::institution::triage::{Answered, Triage, Weighed};
use crate::model::{Catalogue, Date, Step};
use crate::report::words;
use crate::report::words::triage::{answered_words, outcome, written_words};
use crate::text::Lang;
use crate::text::lang::phrase;

/// The name of the table.
pub(crate) const NAMES: Names = Names("afweging", phrase("Afweging", "Triage"));

/// A step, with its exam and answer if there is one.
struct Asked<'t> {
    step: &'t Step,
    weighed: Option<&'t Weighed<'t>>,
    answered: Option<&'t Answered<'t>>,
}

/// The table.
#[must_use]
#[rustfmt::skip]
pub fn table<'t>(triage: &'t Triage<'t>, (catalogue, as_of): (&'t Catalogue, Date), lang: Lang) -> Table<'t> {
    let dossier = catalogue.dossier.as_ref().filter(|dossier| dossier.kind == triage.kind);
    let mut c: Columns<'t, Asked<'t>> = Columns::new(lang);
    c.text("exam", phrase("Toets", "Exam"), |of| of.weighed.map(|weighed| weighed.exam.title.as_str())).wide(28);
    c.date("held", phrase("Dag van de toets", "Held on"), |of| of.weighed?.exam.held).wide(14);
    c.text("equal_alternative", phrase("Gelijkwaardig alternatief", "Equal alternative"), |of| of.weighed?.exam.equal_alternative.as_deref()).wide(36);
    c.text("outcome", phrase("Uitkomst", "Outcome"), move |of| of.weighed.map(|weighed| outcome(weighed, lang))).wide(44);
    c.text("step", phrase("Stap", "Step"), move |of| of.step.title.get(lang)).wide(26).end_of_names();
    c.text("question", phrase("Vraag", "Question"), move |of| of.step.ask.get(lang)).wide(44);
    c.text("answer", phrase("Antwoord", "Answer"), move |of| of.answered.map(|answered| answered_words(of.step, answered, catalogue, lang))).wide(44);
    c.text("written", phrase("Opgeschreven", "Written down"), move |of| match of.answered {
        Some(Answered::Written(record)) => written_words(of.step, record, triage, lang).join(" / "),
        _ => String::new(),
    }).wide(60);
    c.text("role", phrase("Wie", "Role"), |of| of.weighed?.exam.role.as_deref()).wide(22);
    c.date("on", phrase("Wanneer", "When"), |of| of.weighed?.exam.on).wide(14).end_for_people();
    c.text("basis", phrase("Op wiens woord", "Based on"), move |of| words::basis(of.step.basis).get(lang));
    c.text("sentences", phrase("Zinnen van de AP", "Sentences of the DPA"), |of| of.step.from.join(", "));
    c.text("institution", phrase("Instelling", "Institution"), move |_| dossier.map(|dossier| dossier.institution.as_str()));
    add_record(&mut c, as_of, &catalogue.sha256);
    c.text("exam_id", phrase("Toets-id", "Exam id"), |of| of.weighed.map(|weighed| weighed.id.as_str())).key();
    c.text("step_id", phrase("Stap-id", "Step id"), |of| of.step.id.as_str()).key();
    let asked = if triage.exams.is_empty() {
        triage.steps.iter().map(|step| Asked { step, weighed: None, answered: None }).collect()
    } else {
        let each = triage.exams.iter().flat_map(|weighed| weighed.answers.iter().map(move |one| (weighed, one)));
        each.map(|(weighed, (step, answered))| Asked { step, weighed: Some(weighed), answered: Some(answered) }).collect()
    };
    c.table(NAMES, asked).below(vec![
        Line::new(Tone::Title, phrase("Afweging vooraf", "Triage").get(lang)),
        Line::new(Tone::Plain, phrase(
            "Deze vragen komen vóór elke vergelijking, per soort toets.",
            "These questions come before any comparison, for each kind of exam.",
        ).get(lang)),
    ])
}
