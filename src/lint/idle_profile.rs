//! What a profile says without effect: a budget for a theme in which nothing weighs, and
//! knock-outs of a criterion that has none.

use crate::model::{Catalogue, KnockOutScope, Profile};
use crate::say;
use crate::text::{Diagnostic, Message};

use super::IDLE_PROFILE;

pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let of =
        |profile| budgets(catalogue, profile).into_iter().chain(knock_outs(catalogue, profile)).collect();
    let all: Vec<(&Profile, Vec<Message>)> =
        catalogue.profiles.values().map(|profile| (profile, of(profile))).collect();
    let mut findings = Vec::new();
    for (profile, messages) in &all {
        // What a profile inherits is said of the one that it comes from.
        let is_inherited = |message: &&Message| {
            let above = |other: &Profile| other.id != profile.id && profile.files.contains(&other.place.file);
            all.iter().any(|(other, theirs)| above(other) && theirs.contains(message))
        };
        findings.extend(messages.iter().filter(|message| !is_inherited(message)).map(|message| {
            Diagnostic::new(&IDLE_PROFILE, profile.place, message.clone()).help(IDLE_PROFILE.advice)
        }));
    }
    findings
}

fn budgets(catalogue: &Catalogue, profile: &Profile) -> Vec<Message> {
    let weighs = |theme: usize| {
        profile.weights.iter().any(|(criterion, weight)| {
            let found = catalogue.criterion(*criterion);
            *weight > 0 && found.is_some_and(|criterion| criterion.theme == theme && criterion.is_in_use())
        })
    };
    let idle = profile.themes.iter().flatten().filter(|(theme, budget)| **budget > 0 && !weighs(**theme));
    let message = |(theme, _): (&usize, &u32)| {
        let (id, _) = catalogue.themes.get_index(*theme)?;
        Some(say!(
            "het thema `{id}` heeft een deel van het geheel, maar geen criterium met een gewicht: dat deel vervalt",
            "the theme `{id}` has a share of the whole but no criterion with a weight: that share is lost"
        ))
    };
    idle.filter_map(message).collect()
}

fn knock_outs(catalogue: &Catalogue, profile: &Profile) -> Vec<Message> {
    let KnockOutScope::Criteria(named) = &profile.knock_outs else { return Vec::new() };
    let criteria = named.iter().filter_map(|number| catalogue.criterion(*number));
    let idle = criteria.filter(|criterion| criterion.is_in_use() && criterion.knock_outs.is_empty());
    let message = |id: &crate::model::Id| {
        say!(
            "`knock-outs` noemt `{id}`, en dat criterium heeft geen eis (`knock-out`)",
            "`knock-outs` names `{id}`, and that criterion has no knock-out"
        )
    };
    idle.map(|criterion| message(&criterion.id)).collect()
}
