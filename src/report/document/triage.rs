//! The triage of a dossier for people, and as rows.

use crate::institution::triage::{Answered, Triage};
use crate::model::{Catalogue, Date, Dossier, Step, StepForm};
use crate::report::words::describe;
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

use super::{Document, Line, Mark};

use crate::report::words;
use crate::report::words::triage::{answered_words, asked, outcome, written_words};

/// What the triage is.
const ABOUT: Phrase = phrase(
    "Deze vragen komen vóór elke vergelijking van producten. Beantwoord ze per soort toets: wat bij de ene toets nodig is, is dat bij de andere niet.",
    "These questions come before any comparison of products. Answer them for each kind of exam: what one exam needs, another does not.",
);

/// The triage as a document.
#[must_use]
pub fn document(triage: &Triage<'_>, (catalogue, as_of): (&Catalogue, Date), lang: Lang) -> Document {
    let kind = catalogue.kinds.get_index(triage.kind).map(|(_, kind)| kind);
    let name = kind.map_or(String::new(), |kind| kind.title.get(lang).to_lowercase());
    let dossier = catalogue.dossier.as_ref().filter(|dossier| dossier.kind == triage.kind);
    let title = match lang {
        Lang::Nl => format!("Afweging vooraf: {name}"),
        Lang::En => format!("Triage: {name}"),
    };
    let title = dossier.map_or(title.clone(), |dossier| format!("{title}, {}", dossier.institution));
    let mut document = Document::new(lang, title);
    if let Some(ask) = kind.and_then(|kind| kind.ask_first.as_ref()) {
        document.strong(ask.get(lang));
    }
    if !triage.steps.is_empty() {
        document.text(ABOUT.get(lang));
    }
    if triage.steps.is_empty() {
        document.text(
            phrase(
                "Voor deze soort product is er geen afweging vooraf.",
                "For this kind of product there is no triage.",
            )
            .get(lang),
        );
    }
    exams(&mut document, triage, catalogue, dossier, lang);
    let day = describe::date(as_of, lang);
    document.small(match lang {
        Lang::Nl => format!("Stand op {day}."),
        Lang::En => format!("As of {day}."),
    });
    document.small(words::DISCLAIMER.get(lang));
    document
}

/// The exams of the dossier; the bare questions where there are none.
pub(in crate::report) fn exams(
    document: &mut Document,
    triage: &Triage<'_>,
    catalogue: &Catalogue,
    dossier: Option<&Dossier>,
    lang: Lang,
) {
    if triage.exams.is_empty() {
        if dossier.is_some() && !triage.steps.is_empty() {
            document.strong(
                phrase(
                    "In het dossier staat nog geen toets. Vul `triage` in.",
                    "The dossier has no exam yet. Fill in `triage`.",
                )
                .get(lang),
            );
        }
        for step in &triage.steps {
            blank(document, step, triage, catalogue, lang);
        }
    }
    for weighed in &triage.exams {
        document.heading(2, &weighed.exam.title);
        let label = phrase("Uitkomst:", "Outcome:").get(lang);
        document.strong(format!("{label} {}", outcome(weighed, lang)));
        let facts: Vec<String> = weighed
            .exam
            .role
            .clone()
            .into_iter()
            .chain(weighed.exam.on.map(|day| describe::date(day, lang)))
            .collect();
        if !facts.is_empty() {
            document.text(facts.join(", "));
        }
        let lines =
            weighed.answers.iter().map(|(step, answered)| line(step, answered, triage, catalogue, lang));
        document.lines(lines.collect());
    }
}

/// A step that nobody answered yet: the question and what can be said.
fn blank(document: &mut Document, step: &Step, triage: &Triage<'_>, catalogue: &Catalogue, lang: Lang) {
    document.heading(2, format!("{} ({})", step.title.get(lang), step.id));
    document.strong(step.ask.get(lang));
    document.text(step.why.get(lang));
    if let Some(how) = &step.how {
        document.text(how.get(lang));
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
    document.plain_lines(answers);
    let asked = asked(step, triage, lang);
    let label = phrase("Schrijf erbij op:", "Write down with it:").get(lang);
    document.text(label);
    document.plain_lines(asked.into_iter().map(|(id, text)| format!("{id}: {text}")));
    if let StepForm::Allows { criterion, unless_written: Some(condition) } = &step.form
        && let Some(criterion) = catalogue.criterion(*criterion)
    {
        let words = describe::condition(condition, &criterion.question, lang);
        document.text(match lang {
            Lang::Nl => format!("Schrijft u niets op, dan mag: {words}."),
            Lang::En => format!("If you write nothing down, this is allowed: {words}."),
        });
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
    let mut line = Line { mark: Some(mark), ..Line::of(step.ask.get(lang)) };
    line.add(match lang {
        Lang::Nl => format!("Antwoord: {words}"),
        Lang::En => format!("Answer: {words}"),
    });
    if let Answered::Written(record) = answered {
        for words in written_words(step, record, triage, lang) {
            line.add(words);
        }
    }
    line
}
