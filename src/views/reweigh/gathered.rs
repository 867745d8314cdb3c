//! The outcomes of all profiles, gathered: demands, groups and views, each once.

use std::collections::HashMap;

use crate::assess::{Demand, RuleOutcome};
use crate::compare::{Comparison, Group};

use super::{Alternative, Outlook, ReweighedDemand, ReweighedRule, State, View, WeighedProfile};

/// The number of a group among those of its kind; `None` is the group of
/// unsettled answers, which comes last.
pub(super) type GroupKey = Option<Option<usize>>;

/// What the outcomes of the profiles have in common.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) demands: Vec<ReweighedDemand>,
}

/// The outcome of one profile, before the groups of all are known.
pub(super) type Outcome = (Vec<usize>, Vec<(GroupKey, Outlook)>);

impl Gathered {
    pub(super) fn outcome(&mut self, whole: &Comparison<'_>, alternatives: &[Alternative]) -> Outcome {
        let columns: HashMap<usize, usize> =
            whole.criteria.iter().enumerate().map(|(at, column)| (column.number, at)).collect();
        let demands: Vec<usize> = whole.demands.iter().map(|demand| self.demand(demand, &columns)).collect();
        let places: HashMap<&str, usize> =
            alternatives.iter().enumerate().map(|(at, alternative)| (alternative.id.as_str(), at)).collect();
        let mut outlooks: Vec<(GroupKey, Outlook)> = vec![(None, Outlook::default()); alternatives.len()];
        for row in whole.rows.iter().chain(&whole.not_allowed) {
            let id = row.id();
            let Some(slot) = places.get(id.as_str()).and_then(|at| outlooks.get_mut(*at)) else { continue };
            slot.0 = row.group.map(Group::number);
            slot.1.cells = whole
                .cells(row)
                .map(|cell| State {
                    low: cell.knowledge.levels.low.hundredths(),
                    high: cell.knowledge.levels.high.hundredths(),
                    status: cell.knowledge.status,
                    stale: cell.knowledge.is_stale(),
                    undated: cell.knowledge.undated,
                    counts: cell.knowledge.counts(),
                })
                .collect();
            slot.1.rules = whole
                .rules(row)
                .filter_map(|(_, rule)| {
                    let RuleOutcome { status, effect, .. } = *rule;
                    Some(ReweighedRule { demand: *demands.get(rule.demand)?, status, effect, weighed: None })
                })
                .collect();
        }
        (demands, outlooks)
    }

    /// Splits the outcomes of requirements that are others without the knock-outs on their
    /// criterion: `bare` has those.
    pub(super) fn split(&self, rules: &mut Vec<ReweighedRule>, bare: &[ReweighedRule]) {
        let of = |demand: usize| bare.iter().find(|rule| rule.demand == demand);
        let mut others: Vec<ReweighedRule> = Vec::new();
        for rule in rules.iter_mut() {
            let is_requirement = self.demands.get(rule.demand).is_some_and(|of| of.demand.basis.is_none());
            if let Some(other) = of(rule.demand).filter(|other| is_requirement && *other != rule) {
                rule.weighed = Some(true);
                others.push(ReweighedRule { weighed: Some(false), ..*other });
            }
        }
        rules.extend(others);
    }

    /// The number of a demand; a known demand keeps its number.
    fn demand(&mut self, demand: &Demand, columns: &HashMap<usize, usize>) -> usize {
        let column = columns.get(&demand.criterion).copied().unwrap_or(0);
        let known = self.demands.iter().position(|known| {
            let place = known.demand.place;
            known.column == column
                && place.is_some()
                && place == demand.place
                && known.demand.origin == demand.origin
        });
        known.unwrap_or_else(|| {
            self.demands.push(ReweighedDemand { column, demand: demand.clone() });
            self.demands.len() - 1
        })
    }

    /// The groups of all outcomes, and the views, each once.
    pub(super) fn finish<'c>(
        &self,
        comparison: &Comparison<'c>,
        outcomes: Vec<Outcome>,
        profiles: &mut [WeighedProfile],
    ) -> (Vec<Group<'c>>, Vec<View>) {
        let mut keys: Vec<Option<usize>> =
            outcomes.iter().flat_map(|(_, outlooks)| outlooks.iter().filter_map(|(key, _)| *key)).collect();
        keys.sort_unstable_by_key(|key| key.unwrap_or(usize::MAX));
        keys.dedup();
        let group = |key: &Option<usize>| comparison.grouped_by.map(|by| by.group(*key));
        let groups = keys.iter().filter_map(group).collect();
        let mut views: Vec<View> = Vec::new();
        for ((demands, outlooks), weighing) in outcomes.into_iter().zip(profiles) {
            let place = |(key, mut outlook): (GroupKey, Outlook)| {
                outlook.group = key.and_then(|key| keys.iter().position(|known| *known == key)).unwrap_or(0);
                outlook
            };
            let view = View { demands, outlooks: outlooks.into_iter().map(place).collect() };
            weighing.view = views.iter().position(|known| *known == view).unwrap_or_else(|| {
                views.push(view);
                views.len() - 1
            });
        }
        (groups, views)
    }
}
