//! Premises on which nothing rests.

use crate::model::{Catalogue, Criterion, Id, Premise};
use crate::say;
use crate::text::Diagnostic;

use super::IDLE_PREMISE;

pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut rests = vec![false; catalogue.premises.len()];
    let mut mark = |premise: usize| {
        if let Some(found) = rests.get_mut(premise) {
            *found = true;
        }
    };
    catalogue.criteria.values().flat_map(Criterion::premises).for_each(&mut mark);
    for profile in catalogue.profiles.values() {
        let by_need = profile.need_rules.iter().map(|rule| &rule.requirement);
        profile.requirements.iter().chain(by_need).filter_map(|one| one.premise).for_each(&mut mark);
    }
    catalogue.checklist.values().filter_map(|item| item.premise).for_each(&mut mark);
    catalogue.steps.values().filter_map(|step| step.premise).for_each(&mut mark);
    let idle = catalogue.premises.iter().zip(rests).filter(|((_, premise), rests)| {
        // What is withdrawn keeps its id, and nothing has to rest on it.
        !rests && premise.withdrawn.is_none()
    });
    let finding = |((id, premise), _): ((&Id, &Premise), bool)| {
        let message = say!("op het uitgangspunt `{id}` rust niets", "nothing rests on the premise `{id}`");
        Diagnostic::new(&IDLE_PREMISE, premise.place, message).help(IDLE_PREMISE.advice)
    };
    idle.map(finding).collect()
}
