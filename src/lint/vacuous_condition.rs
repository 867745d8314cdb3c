//! Conditions that no answer or every answer meets: a knock-out that never or
//! always applies is not what its author meant.

use crate::assess::answers::{everything, holds, representatives, worth};
use crate::model::{Catalogue, Condition, Criterion, Dossier, Requirement, StepAnswer, StepForm, Worth};
use crate::say;
use crate::text::{Diagnostic, Place};

use super::VACUOUS_CONDITION;

pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for criterion in catalogue.criteria.values() {
        findings.extend(unreachable_own_work(criterion));
        for knock_out in &criterion.knock_outs {
            findings.extend(finding(criterion, &knock_out.when, knock_out.place));
        }
    }
    for profile in catalogue.profiles.values() {
        for requirement in &profile.requirements {
            let Some(place) = requirement.place else { continue };
            // What a profile inherits is reported for the profile that defines
            // it.
            if place.file != profile.place.file {
                continue;
            }
            findings.extend(of_requirement(catalogue, requirement, true, place));
        }
        for rule in &profile.need_rules {
            let Some(place) = rule.requirement.place else { continue };
            // A bound that comes from a dossier is not known here.
            let is_whole = rule.at_least.is_none() && rule.at_most.is_none();
            if place.file == profile.place.file {
                findings.extend(of_requirement(catalogue, &rule.requirement, is_whole, place));
            }
        }
    }
    for step in catalogue.steps.values() {
        if let StepForm::Allows { criterion, unless_written: Some(condition) } = &step.form {
            let criterion = catalogue.criterion(*criterion);
            findings.extend(criterion.and_then(|criterion| finding(criterion, condition, step.place)));
        }
    }
    findings.extend(catalogue.dossier.iter().flat_map(|dossier| of_dossier(catalogue, dossier)));
    findings
}

/// Own work that no answer comes to: an earlier level catches all that it names, so that
/// work which is still to be done would count as done.
fn unreachable_own_work(criterion: &Criterion) -> Option<Diagnostic> {
    let question = &criterion.question.as_written();
    if question.own_work().is_empty() {
        return None;
    }
    let answers = representatives(question, &everything(question), &[]);
    if answers.into_iter().any(|answer| worth(question, answer) == Worth::OwnWork) {
        return None;
    }
    let id = &criterion.id;
    let message = say!(
        "geen enkel antwoord op `{id}` is eigen werk: een eerder niveau vangt alles op wat `own-work` noemt",
        "no answer to `{id}` is own work: an earlier level catches all that `own-work` names"
    );
    let help = say!(
        "Zet `own-work` hoger, of haal de id bij het andere niveau weg.",
        "Put `own-work` higher, or remove the id at the other level."
    );
    Some(Diagnostic::new(&VACUOUS_CONDITION, criterion.place, message).help(help))
}

fn of_requirement(
    catalogue: &Catalogue,
    requirement: &Requirement,
    with_answers: bool,
    place: Place,
) -> Vec<Diagnostic> {
    let when = requirement.when.iter().map(|(number, condition)| (*number, condition));
    let answers = with_answers.then_some((requirement.criterion, &requirement.answers));
    when.chain(answers)
        .filter_map(|(number, condition)| finding(catalogue.criterion(number)?, condition, place))
        .collect()
}

/// Conditions of a triage that no answer meets. One that every answer meets is
/// fine.
fn of_dossier(catalogue: &Catalogue, dossier: &Dossier) -> Vec<Diagnostic> {
    let records = dossier.triage.values().flat_map(|exam| &exam.steps);
    let nothing = records.filter_map(|(step, record)| {
        let StepAnswer::Allows(condition) = &record.answer else { return None };
        let StepForm::Allows { criterion, .. } = catalogue.steps.get_index(*step)?.1.form else {
            return None;
        };
        let criterion = catalogue.criterion(criterion)?;
        let question = &criterion.question.as_written();
        let answers = representatives(question, &everything(question), &[condition]);
        let is_met = answers.into_iter().any(|answer| holds(question, condition, answer));
        finding(criterion, condition, record.place).filter(|_| !is_met)
    });
    nothing.collect()
}

fn finding(criterion: &Criterion, condition: &Condition, place: Place) -> Option<Diagnostic> {
    // A premise that fell today is no mistake in the file.
    let question = &criterion.question.as_written();
    let answers = representatives(question, &everything(question), &[condition]);
    let met = answers.iter().filter(|answer| holds(question, condition, **answer)).count();
    let id = &criterion.id;
    let message = match met {
        0 => say!(
            "geen enkel antwoord op `{id}` past bij deze voorwaarde",
            "no answer to `{id}` meets this condition"
        ),
        all if all == answers.len() => {
            say!(
                "elk antwoord op `{id}` past bij deze voorwaarde",
                "every answer to `{id}` meets this condition"
            )
        }
        _ => return None,
    };
    Some(Diagnostic::new(&VACUOUS_CONDITION, place, message).help(VACUOUS_CONDITION.advice))
}
