//! The triage of a dossier.

use crate::institution::exam_day::{self, ExamDay};
use crate::institution::triage::{Answered, Triage};
use crate::model::{Catalogue, Date, Dossier, Step, StepForm};
use crate::report::words;
use crate::report::words::triage::{answered_words, asked, outcome, written_words};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;

use super::{Document, Line, Mark};

/// What the triage is.
const ABOUT: Phrase = phrase(
    "Deze vragen komen vóór elke vergelijking van producten. Beantwoord ze per soort toets: wat bij de ene toets nodig is, is dat bij de andere niet.",
    "These questions come before any comparison of products. Answer them for each kind of exam: what one exam needs, another may not.",
);

const NONE: Phrase = phrase(
    "Voor deze soort product is er geen afweging vooraf.",
    "For this kind of product there is no triage.",
);

/// The triage as a document.
#[must_use]
pub fn document<'d>(triage: &Triage<'_>, (catalogue, as_of): (&Catalogue, Date), lang: Lang) -> Document<'d> {
    let kind = catalogue.kinds.get_index(triage.kind).map(|(_, kind)| kind);
    let name = kind.map_or(String::new(), |kind| kind.title.get(lang).to_lowercase());
    let dossier = catalogue.dossier.as_ref().filter(|dossier| dossier.kind == triage.kind);
    let title = tr!(lang, "Afweging vooraf: {name}", "Triage: {name}");
    let title = dossier.map_or(title.clone(), |dossier| format!("{title}, {}", dossier.institution));
    let mut document = Document::new(lang, title);
    for line in words::premise::assumed_lines(catalogue, lang) {
        document.strong(line);
    }
    if let Some(ask) = kind.and_then(|kind| kind.ask_first.as_ref()) {
        document.strong(ask);
    }
    document.text(if triage.steps.is_empty() { NONE } else { ABOUT });
    let days = exam_day::of(catalogue, triage, as_of);
    exams(&mut document, (triage, &days), catalogue, dossier);
    let day = words::date(as_of, lang);
    document.small(tr!(lang, "Stand op {day}.", "As of {day}."));
    document.disclaimer();
    document
}

/// The exams of the dossier, each with its day where that is among `days`; just the
/// questions when there are none.
pub(in crate::report) fn exams(
    document: &mut Document<'_>,
    (triage, days): (&Triage<'_>, &[ExamDay<'_>]),
    catalogue: &Catalogue,
    dossier: Option<&Dossier>,
) {
    let lang = document.lang;
    if triage.exams.is_empty() {
        if dossier.is_some() && !triage.steps.is_empty() {
            document.strong(phrase(
                "In het dossier staat nog geen toets. Vul `triage` in.",
                "The dossier has no exam yet. Fill in `triage`.",
            ));
        }
        for step in &triage.steps {
            blank(document, step, triage, catalogue);
        }
    }
    for weighed in &triage.exams {
        document.division(weighed.exam.title.as_str());
        let label = phrase("Uitkomst:", "Outcome:").get(lang);
        document.strong(format!("{label} {}", outcome(weighed, lang)));
        let facts: Vec<String> = weighed
            .exam
            .role
            .clone()
            .into_iter()
            .chain(weighed.exam.on.map(|day| words::date(day, lang)))
            .collect();
        if !facts.is_empty() {
            document.text(facts.join(", "));
        }
        match words::triage::equal_alternative(weighed, lang) {
            Some(alternative) => document.text(alternative),
            None if !weighed.is_stopped() => document.text(phrase(
                "Nog niet opgeschreven: hoe iemand de toets doet die niet met toezicht door software kan of wil (`equal-alternative`).",
                "Not written down yet: how someone takes the exam who cannot or will not be supervised by software (`equal-alternative`).",
            )),
            None => {}
        }
        let day = days.iter().find(|day| std::ptr::eq(day.exam, weighed.exam));
        if let Some(day) = day {
            document.text(words::exam_day::held(day, lang));
            document.bullets(words::exam_day::rules(day, lang));
        }
        let lines =
            weighed.answers.iter().map(|(step, answered)| line(step, answered, triage, catalogue, lang));
        document.lines(lines.collect());
    }
}

/// A step without an answer yet: the question and the possible answers.
fn blank(document: &mut Document<'_>, step: &Step, triage: &Triage<'_>, catalogue: &Catalogue) {
    let lang = document.lang;
    document.division(format!("{} ({})", step.title.get(lang), step.id));
    document.strong(&step.ask);
    document.text(&step.why);
    if let Some(how) = &step.how {
        document.text(how);
    }
    let answers: Vec<String> = match &step.form {
        StepForm::OneOf(answers) => answers
            .iter()
            .map(|(choice, ends)| {
                let text = format!("{}: {}", choice.id, choice.text.get(lang));
                let end = phrase("hier eindigt de afweging", "the triage ends here").get(lang);
                if *ends { format!("{text} ({end})") } else { text }
            })
            .collect(),
        StepForm::Allows { criterion, .. } => {
            let choices = catalogue.criterion(*criterion).map(|criterion| criterion.question.choices());
            choices.into_iter().flatten().map(|c| format!("{}: {}", c.id, c.text.get(lang))).collect()
        }
    };
    document.bullets(answers);
    let asked = asked(step, triage, lang);
    let label = phrase("Schrijf erbij op:", "Also write down:").get(lang);
    document.text(label);
    document.bullets(asked.into_iter().map(|(id, text)| format!("{id}: {text}")));
    if let StepForm::Allows { criterion, unless_written: Some(condition) } = &step.form
        && let Some(criterion) = catalogue.criterion(*criterion)
    {
        let words = words::condition(condition, &criterion.question, lang);
        document.text(tr!(
            lang,
            "Schrijft u niets op, dan mag: {words}.",
            "If you write nothing down, this is allowed: {words}."
        ));
    }
}

fn line(
    step: &Step,
    answered: &Answered<'_>,
    triage: &Triage<'_>,
    catalogue: &Catalogue,
    lang: Lang,
) -> Line {
    let mark = match answered {
        Answered::Written(_) | Answered::ByDefault(_) => Mark::Done,
        Answered::Open => Mark::Open,
        Answered::Skipped => Mark::Not,
    };
    let words = answered_words(step, answered, catalogue, lang);
    let mut line = Line { mark, ..Line::of(step.ask.get(lang)) };
    line.add(tr!(lang, "Antwoord: {words}", "Answer: {words}"));
    if let Answered::Written(record) = answered {
        for words in written_words(step, record, triage, lang) {
            line.add(words);
        }
    }
    line
}
