//! Conditions that no answer meets, or that every answer meets: a knock-out
//! that never fires, or always does, is not what its writer meant.

use crate::assess::answers::{everything, holds, representatives};
use crate::model::{Catalogue, Condition, Criterion, Origin};
use crate::say;
use crate::text::{Diagnostic, Place};

use super::VACUOUS_CONDITION;

pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for criterion in catalogue.criteria.values() {
        for knock_out in &criterion.knock_outs {
            findings.extend(finding(criterion, &knock_out.when, knock_out.place));
        }
    }
    for profile in catalogue.profiles.values() {
        for requirement in &profile.requirements {
            let Origin::Profile(place) = requirement.origin else { continue };
            // What a profile inherits is told in the profile that it stands in.
            if place.file != profile.place.file {
                continue;
            }
            let when = requirement.when.iter().map(|(number, condition)| (*number, condition));
            for (number, condition) in when.chain([(requirement.criterion, &requirement.answers)]) {
                let criterion = catalogue.criterion(number);
                findings.extend(criterion.and_then(|criterion| finding(criterion, condition, place)));
            }
        }
    }
    findings
}

fn finding(criterion: &Criterion, condition: &Condition, place: Place) -> Option<Diagnostic> {
    let question = &criterion.question;
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
