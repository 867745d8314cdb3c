//! The triage of a dossier for people, and as rows.

use crate::assess::RuleStatus;
use crate::compare::{Comparison, Institution, Row};
use crate::institution::triage::{Answered, Outcome, Triage, Weighed};
use crate::model::{Catalogue, Date, Dossier, Origin, Step, StepAnswer, StepForm, StepRecord, WriteDown};
use crate::report::describe;
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

use super::document::{Document, Line, Mark};
use super::institution::{Cell, Head, Rows};
use super::words;

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
pub(super) fn exams(
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

/// What must be written down with an answer: the ids and the questions.
fn asked(step: &Step, triage: &Triage<'_>, lang: Lang) -> Vec<(String, String)> {
    match &step.write_down {
        WriteDown::Questions(questions) => {
            questions.iter().map(|(id, text)| (id.to_string(), text.get(lang).to_owned())).collect()
        }
        WriteDown::Instead => triage
            .instead
            .iter()
            .map(|(id, instead)| {
                let title = instead.title.get(lang);
                let text = match lang {
                    Lang::Nl => format!("{title}: waarom kan dat niet?"),
                    Lang::En => format!("{title}: why will that not do?"),
                };
                (id.to_string(), text)
            })
            .collect(),
    }
}

/// What the triage of an exam comes to, in one sentence.
#[must_use]
pub fn outcome(weighed: &Weighed<'_>, lang: Lang) -> String {
    match &weighed.outcome {
        Outcome::Stopped { step, record } => {
            let answer = answer_words(step, &record.answer, lang);
            match lang {
                Lang::Nl => ended(format!("gebruik hier geen product. {} {answer}", step.ask.get(lang))),
                Lang::En => ended(format!("use no product here. {} {answer}", step.ask.get(lang))),
            }
        }
        Outcome::Unfinished(open) => {
            let open: Vec<String> = open.iter().map(|step| step.title.get(lang).to_lowercase()).collect();
            let open = crate::text::lang::list(lang, &open);
            match lang {
                Lang::Nl => ended(format!("nog niet af; nog te beantwoorden: {open}")),
                Lang::En => ended(format!("not finished; still to be answered: {open}")),
            }
        }
        Outcome::GoesOn => phrase(
            "een product mag, binnen de grenzen van deze afweging.",
            "a product may be used, within the bounds of this triage.",
        )
        .get(lang)
        .to_owned(),
    }
}

/// A sentence with one sign at its end.
fn ended(text: String) -> String {
    if text.ends_with(['.', '?', '!']) { text } else { format!("{text}.") }
}

fn answer_words(step: &Step, answer: &StepAnswer, lang: Lang) -> String {
    match (&step.form, answer) {
        (StepForm::OneOf(answers), StepAnswer::Choice(at)) => {
            answers.get(*at).map_or(String::new(), |(choice, _)| choice.text.get(lang).to_owned())
        }
        _ => String::new(),
    }
}

/// What was answered, in words: the answer, or what is allowed.
fn answered_words(step: &Step, answered: &Answered<'_>, catalogue: &Catalogue, lang: Lang) -> String {
    let allowed = |condition: &crate::model::Condition| {
        let criterion = step.criterion().and_then(|number| catalogue.criterion(number));
        criterion.map_or(String::new(), |criterion| describe::condition(condition, &criterion.question, lang))
    };
    match answered {
        Answered::Written(record) => match &record.answer {
            StepAnswer::Allows(condition) => allowed(condition),
            choice @ StepAnswer::Choice(_) => answer_words(step, choice, lang),
        },
        Answered::ByDefault(condition) => {
            let label = phrase(
                "niets opgeschreven, dus mag alleen:",
                "nothing written down, so only this is allowed:",
            );
            format!("{} {}", label.get(lang), allowed(condition))
        }
        Answered::Open => phrase("nog niet beantwoord", "not answered yet").get(lang).to_owned(),
        Answered::Skipped => {
            phrase("niet nodig: de afweging was al klaar", "not needed: the triage had ended")
                .get(lang)
                .to_owned()
        }
    }
}

/// What was written down with an answer, each behind its question.
fn written_words(step: &Step, record: &StepRecord, triage: &Triage<'_>, lang: Lang) -> Vec<String> {
    let asked = asked(step, triage, lang);
    let question = |id: &str| {
        asked.iter().find(|(known, _)| known == id).map_or(id.to_owned(), |(_, text)| text.clone())
    };
    record.written.iter().map(|(id, text)| format!("{} {text}", question(id.as_str()))).collect()
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

/// What the triage comes to, for the first lines of a comparison: a line for
/// each exam, or that there is none yet.
#[must_use]
pub fn lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let Some(Institution { triage, .. }) = &comparison.institution else { return Vec::new() };
    if triage.steps.is_empty() {
        return Vec::new();
    }
    if triage.exams.is_empty() {
        return vec![
            phrase(
                "In uw dossier staat nog geen afweging; `keuzehulp triage` noemt de vragen.",
                "Your dossier has no triage yet; `keuzehulp triage` names the questions.",
            )
            .get(lang)
            .to_owned(),
        ];
    }
    let line = |weighed: &Weighed<'_>| format!("{}: {}", weighed.exam.title, outcome(weighed, lang));
    triage.exams.iter().map(line).collect()
}

/// Why the triage does not allow an alternative: the answers that it rules out,
/// with the reason; nothing where the triage came to no product at all.
#[must_use]
pub fn reasons(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let violated = comparison.rules(row).filter(|(demand, rule)| {
        demand.exam.is_some() && matches!(rule.status, RuleStatus::Fires | RuleStatus::Indication)
    });
    for (demand, rule) in violated {
        let columns = comparison.criteria.iter().zip(comparison.cells(row));
        let answer = columns
            .filter(|(column, _)| column.number == demand.criterion)
            .map(|(column, cell)| {
                let answer = describe::answers(&column.criterion.question, &cell.knowledge.possible, lang);
                format!("{}: {answer}", column.criterion.title.get(lang))
            })
            .next()
            .unwrap_or_default();
        let weak = match rule.status {
            RuleStatus::Fires => "",
            _ => phrase(" (niet vast onderbouwd)", " (not firmly supported)").get(lang),
        };
        let asked = comparison
            .profile
            .requirements
            .iter()
            .find(|requirement| {
                matches!(requirement.origin, Origin::Triage(exam, place)
                    if demand.exam == Some(exam) && demand.place == Some(place) && requirement.criterion == demand.criterion)
            })
            .and_then(|requirement| {
                Some((requirement, comparison.numbered(&[requirement.criterion]).pop()?))
            });
        let allowed = asked.map_or(String::new(), |(requirement, criterion)| {
            describe::condition(&requirement.answers, &criterion.question, lang)
        });
        let because = demand.because.get(lang);
        found.push(match lang {
            Lang::Nl => format!("{answer}{weak}. Toegestaan: {allowed}. {because}"),
            Lang::En => format!("{answer}{weak}. Allowed: {allowed}. {because}"),
        });
    }
    found
}
