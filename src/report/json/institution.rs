//! What an institution does itself: `keuzehulp/checklist/1`, `keuzehulp/triage/1`,
//! and its part of a comparison.

use serde::Serialize;

use crate::compare::{Comparison, Institution};
use crate::institution::checklist::{self, Entry};
use crate::institution::exam_day;
use crate::institution::situation::fields_of;
use crate::institution::triage::{self as weighing, Answered};
use crate::model::{Catalogue, Condition, Date, NeedField, StepAnswer, StepForm, StepRecord};
use crate::report::words::requirement::because;
use crate::report::words::situation::need_outcome_id;
use crate::report::words::triage::{answered_id, outcome, outcome_id, reasons};
use crate::report::words::{alternative, answers, condition};
use crate::text::Lang;

use super::Data;
use super::premises::{self, Assumed};

/// A whole checklist.
#[derive(Debug, Serialize)]
pub struct Checklist {
    schema: &'static str,
    kind: Option<String>,
    institution: Option<String>,
    as_of: String,
    data: Data,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    assumed: Vec<Assumed>,
    counts: Counts,
    items: Vec<Item>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    coming: Vec<Coming>,
}

/// An item that applies from a later day on.
#[derive(Debug, Serialize)]
struct Coming {
    id: String,
    title: String,
    done_when: String,
    from: String,
}

/// A checklist in a few numbers.
#[derive(Debug, Serialize)]
pub struct Counts {
    all: usize,
    done: usize,
    in_progress: usize,
    not_applicable: usize,
    overdue: usize,
    must_open: usize,
}

#[derive(Debug, Serialize)]
struct Item {
    id: String,
    phase: &'static str,
    heading: String,
    title: String,
    done_when: String,
    force: &'static str,
    status: &'static str,
    holds: Option<bool>,
    settled: bool,
    role: Option<String>,
    on: Option<String>,
    filed: Option<String>,
    review: Option<String>,
    overdue: bool,
    because: Option<String>,
    sentences: Vec<String>,
    product: Vec<Help>,
}

#[derive(Debug, Serialize)]
struct Help {
    criterion: String,
    answer: String,
    sources: Vec<String>,
}

/// A whole triage.
#[derive(Debug, Serialize)]
pub struct Triage {
    schema: &'static str,
    kind: String,
    institution: Option<String>,
    as_of: String,
    data: Data,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    assumed: Vec<Assumed>,
    steps: Vec<Step>,
    exams: Vec<Exam>,
}

#[derive(Debug, Serialize)]
struct Step {
    id: String,
    title: String,
    ask: String,
    answers: Vec<String>,
    allows: Option<String>,
    sentences: Vec<String>,
}

/// What the triage of an exam comes to.
#[derive(Debug, Serialize)]
pub struct Exam {
    id: String,
    #[serde(rename = "exam")]
    title: String,
    held: Option<String>,
    equal_alternative: Option<String>,
    outcome: &'static str,
    outcome_text: String,
    steps: Vec<Answer>,
    /// Premises that are otherwise on the day of the exam.
    turns: Vec<Turn>,
}

/// A premise that is otherwise on the day of an exam, and what rests on it.
#[derive(Debug, Serialize)]
struct Turn {
    premise: String,
    holds: bool,
    knock_outs: Vec<String>,
    answers: Vec<Resting>,
    items: Vec<String>,
    steps: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Resting {
    criterion: String,
    answer: String,
}

#[derive(Debug, Serialize)]
struct Answer {
    id: String,
    status: &'static str,
    #[serde(rename = "answer")]
    given: Option<String>,
    written: Vec<Written>,
}

#[derive(Debug, Serialize)]
struct Written {
    id: String,
    text: String,
}

fn data(catalogue: &Catalogue) -> Data {
    Data { sha256: catalogue.sha256.clone() }
}

fn kind_id(catalogue: &Catalogue, kind: usize) -> String {
    catalogue.kinds.get_index(kind).map_or(String::new(), |(id, _)| id.to_string())
}

/// The checklist as a document.
#[must_use]
pub fn checklist(list: &checklist::Checklist<'_>, catalogue: &Catalogue, lang: Lang) -> Checklist {
    let items = list.parts.iter().flat_map(|part| part.entries.iter().map(move |entry| (part, entry)));
    Checklist {
        schema: "keuzehulp/checklist/1",
        kind: list.kind.map(|kind| kind_id(catalogue, kind)),
        institution: list.dossier.map(|dossier| dossier.institution.clone()),
        as_of: list.as_of.to_string(),
        data: data(catalogue),
        assumed: premises::assumed(catalogue),
        counts: counts(list),
        coming: list
            .coming
            .iter()
            .map(|(item, day)| Coming {
                id: item.id.to_string(),
                title: item.title.get(lang).to_owned(),
                done_when: item.done_when.get(lang).to_owned(),
                from: day.to_string(),
            })
            .collect(),
        items: items.map(|(part, entry)| item(part, entry, catalogue, lang)).collect(),
    }
}

/// A checklist in a few numbers.
#[must_use]
pub fn counts(list: &checklist::Checklist<'_>) -> Counts {
    let checklist::Counts { all, done, in_progress, not_applicable, overdue, must_open } = list.counts();
    Counts { all, done, in_progress, not_applicable, overdue, must_open }
}

fn item(part: &checklist::Part<'_>, entry: &Entry<'_>, catalogue: &Catalogue, lang: Lang) -> Item {
    let record = entry.record;
    let heading = catalogue.headings.get_index(entry.item.under).map(|(id, _)| id.to_string());
    Item {
        id: entry.item.id.to_string(),
        phase: part.heading.phase.id(),
        heading: heading.unwrap_or_default(),
        title: entry.item.title.get(lang).to_owned(),
        done_when: entry.item.done_when.get(lang).to_owned(),
        force: entry.item.force.id(),
        status: entry.status.id(),
        holds: entry.holds,
        settled: entry.is_settled(),
        role: record.and_then(|record| record.role.clone()),
        on: record.and_then(|record| record.on).map(|day| day.to_string()),
        filed: record.and_then(|record| record.filed.clone()),
        review: record.and_then(|record| record.review).map(|day| day.to_string()),
        overdue: entry.overdue.is_some(),
        because: record.and_then(|record| record.because.clone()),
        sentences: entry.item.from.clone(),
        product: entry
            .help
            .iter()
            .map(|help| Help {
                criterion: help.criterion.id.to_string(),
                answer: answers(&help.criterion.question, &help.knowledge.possible, lang),
                sources: help.evidence.iter().map(|(_, source)| source.whereabouts().to_owned()).collect(),
            })
            .collect(),
    }
}

/// The triage as a document.
#[must_use]
pub fn triage(found: &weighing::Triage<'_>, (catalogue, as_of): (&Catalogue, Date), lang: Lang) -> Triage {
    let dossier = catalogue.dossier.as_ref().filter(|dossier| dossier.kind == found.kind);
    let step = |step: &&crate::model::Step| Step {
        id: step.id.to_string(),
        title: step.title.get(lang).to_owned(),
        ask: step.ask.get(lang).to_owned(),
        answers: match &step.form {
            StepForm::OneOf(answers) => answers.iter().map(|(choice, _)| choice.id.to_string()).collect(),
            StepForm::Allows { .. } => Vec::new(),
        },
        allows: step.criterion().and_then(|number| catalogue.criterion(number)).map(|c| c.id.to_string()),
        sentences: step.from.clone(),
    };
    Triage {
        schema: "keuzehulp/triage/1",
        kind: kind_id(catalogue, found.kind),
        institution: dossier.map(|dossier| dossier.institution.clone()),
        as_of: as_of.to_string(),
        data: data(catalogue),
        assumed: premises::assumed(catalogue),
        steps: found.steps.iter().map(step).collect(),
        exams: exams(found, (catalogue, as_of), lang),
    }
}

/// What the triage of each exam comes to.
#[must_use]
pub fn exams(found: &weighing::Triage<'_>, (catalogue, as_of): (&Catalogue, Date), lang: Lang) -> Vec<Exam> {
    let days = exam_day::of(catalogue, found, as_of);
    let turns = |weighed: &weighing::Weighed<'_>| {
        let day = days.iter().find(|day| std::ptr::eq(day.exam, weighed.exam));
        day.map_or(Vec::new(), |day| day.turns.iter().map(turn).collect())
    };
    let exam = |weighed: &weighing::Weighed<'_>| Exam {
        id: weighed.id.to_string(),
        title: weighed.exam.title.clone(),
        held: weighed.exam.held.map(|day| day.to_string()),
        equal_alternative: weighed.exam.equal_alternative.clone(),
        outcome: outcome_id(&weighed.outcome),
        outcome_text: outcome(weighed, lang),
        steps: weighed
            .answers
            .iter()
            .map(|(step, answered)| answer(step, answered, catalogue, lang))
            .collect(),
        turns: turns(weighed),
    };
    found.exams.iter().map(exam).collect()
}

fn turn(turn: &exam_day::Turn<'_>) -> Turn {
    let resting = |(criterion, choice): &(&crate::model::Criterion, &crate::model::Choice)| Resting {
        criterion: criterion.id.to_string(),
        answer: choice.id.to_string(),
    };
    Turn {
        premise: turn.id.to_string(),
        holds: turn.begins,
        knock_outs: turn.knock_outs.iter().map(|(criterion, _)| criterion.id.to_string()).collect(),
        answers: turn.answers.iter().map(resting).collect(),
        items: turn.items.iter().map(|item| item.id.to_string()).collect(),
        steps: turn.steps.iter().map(|step| step.id.to_string()).collect(),
    }
}

fn answer(step: &crate::model::Step, answered: &Answered<'_>, catalogue: &Catalogue, lang: Lang) -> Answer {
    let allowed = |allowed: &Condition| {
        let criterion = step.criterion().and_then(|number| catalogue.criterion(number))?;
        Some(condition(allowed, &criterion.question, lang))
    };
    let chosen = |record: &StepRecord| match (&record.answer, &step.form) {
        (StepAnswer::Choice(at), StepForm::OneOf(answers)) => {
            answers.get(*at).map(|(choice, _)| choice.id.to_string())
        }
        (StepAnswer::Allows(condition), _) => allowed(condition),
        _ => None,
    };
    let (given, record) = match answered {
        Answered::Written(record) => (chosen(record), Some(record)),
        Answered::ByDefault(condition) => (allowed(condition), None),
        Answered::Open | Answered::Skipped => (None, None),
    };
    let written = record.into_iter().flat_map(|record| &record.written);
    Answer {
        id: step.id.to_string(),
        status: answered_id(answered),
        given,
        written: written.map(|(id, text)| Written { id: id.to_string(), text: text.clone() }).collect(),
    }
}

/// What an institution does itself, for the document of a comparison.
#[derive(Debug, Serialize)]
pub struct Own {
    name: String,
    checklist: Counts,
    triage: Vec<Exam>,
}

/// What an institution does itself, in short.
#[must_use]
pub fn own(institution: &Institution<'_>, catalogue: &Catalogue, lang: Lang) -> Own {
    Own {
        name: institution.dossier.institution.clone(),
        checklist: counts(&institution.checklist),
        triage: exams(&institution.triage, (catalogue, institution.checklist.as_of), lang),
    }
}

/// A requirement that depends on the situation of the institution.
#[derive(Debug, Serialize)]
pub struct NeedRule {
    criterion: String,
    fields: Vec<&'static str>,
    status: &'static str,
    because: String,
}

/// An alternative that the triage does not allow.
#[derive(Debug, Serialize)]
pub(crate) struct NotAllowed {
    alternative: String,
    name: String,
    reasons: Vec<String>,
}

/// The requirements that depend on the situation, and what it makes of each.
#[must_use]
pub fn situation(comparison: &Comparison<'_>, lang: Lang) -> Vec<NeedRule> {
    comparison
        .need_rules()
        .map(|(rule, criterion, outcome)| NeedRule {
            criterion: criterion.id.to_string(),
            fields: fields_of(rule).into_iter().map(NeedField::id).collect(),
            status: need_outcome_id(outcome),
            because: because(&rule.requirement.origin).get(lang).to_owned(),
        })
        .collect()
}

/// The alternatives that the triage does not allow, each with the reasons.
#[must_use]
pub(crate) fn not_allowed(comparison: &Comparison<'_>, lang: Lang) -> Vec<NotAllowed> {
    comparison
        .not_allowed
        .iter()
        .map(|row| NotAllowed {
            alternative: row.id(),
            name: alternative(row.product, row.variant),
            reasons: reasons(comparison, row, lang),
        })
        .collect()
}

/// An alternative that does not fit what the institution can do.
#[derive(Debug, Serialize)]
pub(crate) struct Unfit {
    alternative: String,
    hosting: &'static str,
}

/// The alternatives that do not fit what the institution can do.
#[must_use]
pub(crate) fn left_out_by_need(comparison: &Comparison<'_>) -> Vec<Unfit> {
    let all = comparison.left_out_by_need.iter();
    all.map(|row| Unfit { alternative: row.id(), hosting: row.variant.hosting.id() }).collect()
}
