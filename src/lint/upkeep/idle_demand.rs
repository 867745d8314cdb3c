//! Demands that every alternative of a kind meets for certain, or that rule all of them out.

use std::sync::Arc;

use crate::assess::{Demand, Demands, RuleStatus, Weights};
use crate::model::{Catalogue, Date, EvidenceRule, Inherited, KnockOutScope, Profile, Requirement};
use crate::say;
use crate::text::Diagnostic;

use super::IDLE_DEMAND;
use super::known::{Known, alternatives};

/// With fewer alternatives that all meet a demand says little.
const FEWEST: usize = 3;

pub(super) fn check(catalogue: &Catalogue, as_of: Date) -> Vec<Diagnostic> {
    (0..catalogue.kinds.len()).flat_map(|kind| of_kind(catalogue, kind, as_of)).collect()
}

fn of_kind(catalogue: &Catalogue, kind: usize, as_of: Date) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    // Most profiles share a rule for evidence.
    let mut by_rule: Vec<(EvidenceRule, Vec<Known<'_>>)> = Vec::new();
    for (at, profile) in catalogue.profiles.values().enumerate() {
        // A knock-out stands in a criterion, and a requirement that a profile inherits in
        // another: each is judged once.
        let knock_outs = if at == 0 { KnockOutScope::All } else { KnockOutScope::None };
        let requirements = own(profile);
        if requirements.iter().next().is_none() && at > 0 {
            continue;
        }
        let rule = profile.evidence;
        let known = by_rule.iter().position(|(known, _)| *known == rule).unwrap_or_else(|| {
            by_rule.push((rule, alternatives(catalogue, kind, rule, as_of)));
            by_rule.len() - 1
        });
        let all = by_rule.get(known).map_or(&[][..], |(_, all)| all);
        if all.len() < FEWEST {
            return findings;
        }
        let only_own = Profile { requirements, knock_outs, ..profile.clone() };
        let Some(weights) = Weights::new(catalogue, kind, profile.themes.as_ref(), &profile.weights) else {
            continue;
        };
        let demands = Demands::new(catalogue, kind, &only_own, &weights);
        findings.extend(
            idle(&demands, all)
                .filter_map(|(demand, is_met)| finding(catalogue, kind, demand, (all.len(), is_met))),
        );
    }
    findings
}

/// The requirements that stand in the file of a profile itself.
fn own(profile: &Profile) -> Inherited<Requirement> {
    let is_own = |one: &&Requirement| one.place.is_some_and(|place| place.file == profile.place.file);
    let own: Arc<[Requirement]> = profile.requirements.iter().filter(is_own).cloned().collect();
    let mut all = Inherited::default();
    all.inherit(&own);
    all
}

/// The demands that all alternatives meet for certain, or that rule all of them out; and
/// which of the two.
fn idle<'d>(demands: &'d Demands, all: &[Known<'_>]) -> impl Iterator<Item = (&'d Demand, bool)> {
    let count = demands.all().count();
    let (mut open, mut failing) = (vec![0; count], vec![0; count]);
    for one in all {
        let known =
            |criterion: usize| one.of(criterion).map(|(criterion, known)| (&criterion.question, known));
        for outcome in demands.judge(&known).1 {
            let add = |counts: &mut Vec<usize>| {
                if let Some(count) = counts.get_mut(outcome.demand) {
                    *count += 1;
                }
            };
            add(&mut open);
            if outcome.status == RuleStatus::Fires {
                add(&mut failing);
            }
        }
    }
    let size = all.len();
    demands.all().zip(open.into_iter().zip(failing)).filter_map(move |(demand, (open, failing))| {
        (open == 0 || failing == size).then_some((demand, open == 0))
    })
}

fn finding(
    catalogue: &Catalogue,
    kind: usize,
    demand: &Demand,
    (count, is_met): (usize, bool),
) -> Option<Diagnostic> {
    let (kind_id, _) = catalogue.kinds.get_index(kind)?;
    let id = &catalogue.criterion(demand.criterion)?.id;
    let message = if is_met {
        say!(
            "alle {count} varianten van `{kind_id}` halen deze eis over `{id}`",
            "all {count} variants of `{kind_id}` meet this demand about `{id}`"
        )
    } else {
        say!(
            "geen van de {count} varianten van `{kind_id}` haalt deze eis over `{id}`",
            "none of the {count} variants of `{kind_id}` meets this demand about `{id}`"
        )
    };
    Some(Diagnostic::new(&IDLE_DEMAND, demand.place?, message).help(IDLE_DEMAND.advice))
}
