//! Layer 3: applies a dossier to a profile. The need decides which rules of the
//! profile hold, and the triage requires answers of its own; both become
//! requirements like any other.

use crate::institution::triage::{self, Answered, Triage};
use crate::model::{
    Bounds, Catalogue, Condition, Dossier, NeedField, NeedRule, Origin, Profile, Requirement, StepAnswer,
};

/// The outcome of a rule that depends on the need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedOutcome {
    /// It is required.
    Holds,
    /// It is not required here.
    DoesNotHold,
    /// The dossier leaves open whether, or how much, is required.
    Open,
    /// There is no dossier.
    NotAsked,
}

/// The outcome of a rule for the need of a dossier.
#[must_use]
pub fn outcome(rule: &NeedRule, dossier: Option<&Dossier>) -> NeedOutcome {
    let Some(dossier) = dossier else { return NeedOutcome::NotAsked };
    let mut open = bounds_of(rule).any(|field| dossier.need.number(field).is_none());
    for (field, condition) in &rule.need {
        match dossier.need.holds(*field, *condition) {
            Some(true) => {}
            Some(false) => return NeedOutcome::DoesNotHold,
            None => open = true,
        }
    }
    if open { NeedOutcome::Open } else { NeedOutcome::Holds }
}

/// The fields of the need that a rule uses as bounds.
fn bounds_of(rule: &NeedRule) -> impl Iterator<Item = NeedField> {
    rule.at_least.into_iter().chain(rule.at_most)
}

/// The fields of the need that a rule looks at, each once.
#[must_use]
pub fn fields_of(rule: &NeedRule) -> Vec<NeedField> {
    let mut fields: Vec<NeedField> =
        rule.need.iter().map(|(field, _)| *field).chain(bounds_of(rule)).collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// The profile for the dossier of the catalogue: with the rules that its need
/// turns into requirements, and with what its triage requires. `exam` is the
/// number of the only exam to consider; `None` considers all.
#[must_use]
pub fn applied(profile: &Profile, catalogue: &Catalogue, exam: Option<usize>) -> Profile {
    let mut profile = profile.clone();
    let Some(dossier) = &catalogue.dossier else { return profile };
    let by_need = profile.need_rules.iter().filter_map(|rule| required(rule, dossier));
    let by_need: Vec<Requirement> = by_need.collect();
    profile.requirements.extend(by_need);
    profile.requirements.extend(allowed(&triage::of(catalogue, dossier.kind, exam), catalogue));
    profile
}

/// The requirement that a rule turns into; `None` when it does not hold.
fn required(rule: &NeedRule, dossier: &Dossier) -> Option<Requirement> {
    let outcome = outcome(rule, Some(dossier));
    if outcome == NeedOutcome::DoesNotHold {
        return None;
    }
    let mut requirement = rule.requirement.clone();
    requirement.depends = outcome == NeedOutcome::Open;
    if let Condition::All(bounds) = &mut requirement.answers {
        // An open bound may turn out to be the strictest possible.
        let number = |field: NeedField, strict: u64| dossier.need.number(field).unwrap_or(strict);
        *bounds = Bounds {
            at_least: rule.at_least.map(|field| number(field, u64::MAX)).or(bounds.at_least),
            at_most: rule.at_most.map(|field| number(field, 0)).or(bounds.at_most),
            ..*bounds
        };
    }
    if let Origin::Written(because) = requirement.origin {
        let fields = fields_of(rule).into_iter().map(|field| (field, dossier.need.value(field))).collect();
        requirement.origin = Origin::Need { because, fields };
    }
    Some(requirement)
}

/// What the triage of each exam allows.
fn allowed(triage: &Triage<'_>, catalogue: &Catalogue) -> Vec<Requirement> {
    let mut found = Vec::new();
    for weighed in triage.exams.iter().filter(|weighed| !weighed.is_stopped()) {
        for (step, answered) in &weighed.answers {
            let Some(criterion) = step.criterion() else { continue };
            let (answers, place, written) = match answered {
                Answered::Written(record) => match &record.answer {
                    StepAnswer::Allows(condition) => {
                        let words: Vec<&str> = record.written.values().map(String::as_str).collect();
                        (condition, record.place, Some(words.join(" ")))
                    }
                    StepAnswer::Choice(_) => continue,
                },
                Answered::ByDefault(condition) => (*condition, step.place, None),
                Answered::Open | Answered::Skipped => continue,
            };
            if catalogue
                .criterion(criterion)
                .is_none_or(|criterion| !criterion.applies_to.contains(triage.kind))
            {
                continue;
            }
            found.push(Requirement {
                criterion,
                answers: answers.clone(),
                when: Vec::new(),
                // A step whose premise does not hold is none of these.
                premise: None,
                origin: Origin::Triage { exam: weighed.exam.title.clone(), written },
                place: Some(place),
                depends: false,
            });
        }
    }
    found
}
