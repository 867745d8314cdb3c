//! Words for a triage and its outcome.

use crate::assess::RuleStatus;
use crate::compare::{Comparison, Institution, Row};
use crate::institution::triage::{Answered, Outcome, Triage, Weighed};
use crate::model::{Catalogue, Condition, Step, StepAnswer, StepForm, StepRecord, WriteDown};
use crate::text::Lang;
use crate::text::lang::{list, phrase};
use crate::tr;

use super::answers::{answers, condition};
use super::{exam_day, requirement};

/// The id of what a triage comes to.
#[must_use]
pub(crate) fn outcome_id(outcome: &Outcome<'_>) -> &'static str {
    match outcome {
        Outcome::Stopped { .. } => "no-product",
        Outcome::Unfinished(_) => "unfinished",
        Outcome::GoesOn => "goes-on",
    }
}

/// The id of how a step was answered.
#[must_use]
pub(crate) fn answered_id(answered: &Answered<'_>) -> &'static str {
    match answered {
        Answered::Written(_) => "answered",
        Answered::ByDefault(_) => "default",
        Answered::Open => "open",
        Answered::Skipped => "skipped",
    }
}

/// What must be written down with an answer: the ids and the questions.
pub(in crate::report) fn asked(step: &Step, triage: &Triage<'_>, lang: Lang) -> Vec<(String, String)> {
    match &step.write_down {
        WriteDown::Questions(questions) => {
            questions.iter().map(|(id, text)| (id.to_string(), text.get(lang).to_owned())).collect()
        }
        WriteDown::Instead => triage
            .instead
            .iter()
            .map(|(id, instead)| {
                let title = instead.title.get(lang);
                let text = tr!(lang, "{title}: waarom kan dat niet?", "{title}: why will that not do?");
                (id.to_string(), text)
            })
            .collect(),
    }
}

/// What the triage of an exam comes to, in one sentence.
#[must_use]
pub(crate) fn outcome(weighed: &Weighed<'_>, lang: Lang) -> String {
    match &weighed.outcome {
        Outcome::Stopped { step, record } => {
            let (ask, answer) = (step.ask.get(lang), answer_words(step, &record.answer, lang));
            ended(tr!(
                lang,
                "gebruik hier geen product. {ask} {answer}",
                "use no product here. {ask} {answer}"
            ))
        }
        Outcome::Unfinished(open) => {
            let open: Vec<String> = open.iter().map(|step| step.title.get(lang).to_lowercase()).collect();
            let open = list(lang, &open);
            ended(tr!(
                lang,
                "nog niet af; nog te beantwoorden: {open}",
                "not finished; still to be answered: {open}"
            ))
        }
        Outcome::GoesOn => phrase(
            "een product mag, binnen de grenzen van deze afweging.",
            "a product may be used, within the bounds of this triage.",
        )
        .get(lang)
        .to_owned(),
    }
}

/// How someone takes an exam who cannot or will not be supervised, as the dossier says it.
#[must_use]
pub(crate) fn equal_alternative(weighed: &Weighed<'_>, lang: Lang) -> Option<String> {
    let text = weighed.exam.equal_alternative.as_ref()?;
    Some(ended(tr!(
        lang,
        "Wie niet met toezicht door software kan of wil: {text}",
        "Whoever cannot or will not be supervised by software: {text}"
    )))
}

/// The sentence with a full stop, unless it ends with a sign already.
pub(super) fn ended(text: String) -> String {
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
pub(in crate::report) fn answered_words(
    step: &Step,
    answered: &Answered<'_>,
    catalogue: &Catalogue,
    lang: Lang,
) -> String {
    let allowed = |allowed: &Condition| {
        let criterion = step.criterion().and_then(|number| catalogue.criterion(number));
        criterion.map_or(String::new(), |criterion| condition(allowed, &criterion.question, lang))
    };
    match answered {
        Answered::Written(record) => match &record.answer {
            StepAnswer::Allows(condition) => allowed(condition),
            choice @ StepAnswer::Choice(_) => answer_words(step, choice, lang),
        },
        Answered::ByDefault(condition) => {
            tr!(
                lang,
                "niets opgeschreven, dus mag alleen: {only}",
                "nothing written down, so only this is allowed: {only}",
                only = allowed(condition)
            )
        }
        Answered::Open => phrase("nog niet beantwoord", "not answered yet").get(lang).to_owned(),
        Answered::Skipped => {
            phrase("niet nodig: de afweging was al klaar", "not needed: the triage had ended")
                .get(lang)
                .to_owned()
        }
    }
}

/// What was written down with an answer, each note after its question.
pub(in crate::report) fn written_words(
    step: &Step,
    record: &StepRecord,
    triage: &Triage<'_>,
    lang: Lang,
) -> Vec<String> {
    let asked = asked(step, triage, lang);
    let question = |id: &str| {
        asked.iter().find(|(known, _)| known == id).map_or(id.to_owned(), |(_, text)| text.clone())
    };
    record.written.iter().map(|(id, text)| format!("{} {text}", question(id.as_str()))).collect()
}

/// What the triage comes to, for the first lines of a comparison: a line for
/// each exam and what is otherwise on its day, or that there is none yet.
#[must_use]
pub(crate) fn lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let Some(Institution { triage, .. }) = &comparison.institution else { return Vec::new() };
    if triage.steps.is_empty() {
        return Vec::new();
    }
    if triage.exams.is_empty() {
        return vec![
            phrase(
                "In uw dossier staat nog geen afweging; `keuzehulp triage` noemt de vragen.",
                "Your dossier has no triage yet; `keuzehulp triage` lists the questions.",
            )
            .get(lang)
            .to_owned(),
        ];
    }
    let line = |weighed: &Weighed<'_>| {
        let (title, outcome) = (&weighed.exam.title, outcome(weighed, lang));
        match equal_alternative(weighed, lang) {
            Some(alternative) => format!("{title}: {outcome} {alternative}"),
            None => format!("{title}: {outcome}"),
        }
    };
    triage.exams.iter().map(line).chain(exam_day::lines(comparison, lang)).collect()
}

/// Why the triage does not allow an alternative: the answers that it rules out,
/// with the reason. Empty where the triage found that no product is needed.
#[must_use]
pub(crate) fn reasons(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let violated = comparison.rules(row).filter(|(demand, rule)| {
        demand.is_of_triage() && matches!(rule.status, RuleStatus::Fires | RuleStatus::Indication)
    });
    for (demand, rule) in violated {
        let columns = comparison.criteria.iter().zip(comparison.cells(row));
        let answer = columns
            .filter(|(column, _)| column.number == demand.criterion)
            .map(|(column, cell)| {
                let answer = answers(&column.criterion.question, &cell.knowledge.possible, lang);
                format!("{}: {answer}", column.criterion.title.get(lang))
            })
            .next()
            .unwrap_or_default();
        let weak = match rule.status {
            RuleStatus::Fires => "",
            _ => phrase(" (zonder stevige bron)", " (without a firm source)").get(lang),
        };
        let allowed = comparison
            .numbered(&[demand.criterion])
            .pop()
            .map_or(String::new(), |criterion| condition(&demand.answers, &criterion.question, lang));
        let because = requirement::because(&demand.origin);
        let because = because.get(lang);
        found.push(tr!(
            lang,
            "{answer}{weak}. Toegestaan: {allowed}. {because}",
            "{answer}{weak}. Allowed: {allowed}. {because}"
        ));
    }
    found
}
