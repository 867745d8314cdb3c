//! What becomes of alternatives when one premise is the other way round. Only what rests
//! on it is judged again, and of an alternative only what differs is kept.

use crate::assess::knowledge::Baseline;
use crate::assess::{Demand, Demands, Eligibility, RuleOutcome, RuleStatus, ScoreRange, Weights};
use crate::institution::triage;
use crate::model::{Catalogue, Criterion, Hosting, Possible, Set};

use super::adjust::{Refusal, Request};
use super::group::form;

/// The rules with one premise the other way round.
pub(super) struct World {
    /// The premise, by number.
    pub(super) premise: usize,
    /// The criteria with answers that rest on it.
    pub(super) criteria: Vec<Changed>,
    /// The demands there.
    pub(super) demands: Demands,
    /// Whether these are others than here.
    pub(super) has_other_demands: bool,
    /// Whether the triage of the dossier says there that no product is needed.
    is_stopped: bool,
}

/// A criterion with answers that rest on the premise.
pub(super) struct Changed {
    /// Its number in the catalogue.
    pub(super) number: usize,
    /// The criterion as it is there.
    pub(super) criterion: Criterion,
    /// What holds there where nobody has looked, by hosting.
    pub(super) untouched: [Baseline; Hosting::ALL.len()],
    /// Whether it makes a difference to anything where nobody has looked, by hosting: it
    /// has other levels there, or something looks at the answer itself.
    pub(super) is_felt: [bool; Hosting::ALL.len()],
    /// The answers for which the difference matters: those that rest on the premise, and
    /// those of own work, which can come to any other.
    sensitive: Set,
}

/// What an alternative comes to with one premise the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turned {
    /// Which premise, by its place in [`Judged`](super::Judged).
    pub(super) world: u8,
    pub(super) spot: Spot,
}

/// What places an alternative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) score: ScoreRange,
    pub(super) eligibility: Eligibility,
    /// The answer by which the ranking is divided.
    pub(super) group: Option<u8>,
    /// Whether a requirement of the triage leaves it out.
    pub(super) is_left_out: bool,
}

/// A premise that was turned, for whoever puts alternatives in order.
#[derive(Clone, Copy, Debug)]
pub(super) struct TurnedPremise {
    /// The premise, by number.
    pub(super) premise: usize,
    /// Whether the triage of the dossier says there that no product is needed.
    pub(super) is_stopped: bool,
}

impl World {
    /// One for each premise of which it matters what it would be otherwise: one that is
    /// assumed against its dates, and a contested one that holds and is not assumed.
    ///
    /// # Errors
    /// When the request cannot be made at all.
    pub(super) fn all(
        catalogue: &Catalogue,
        request: &Request<'_>,
        (weights, demands): (&Weights, &Demands),
    ) -> Result<Vec<World>, Refusal> {
        let matters = |number: &usize| {
            catalogue.premise(*number).is_some_and(|(_, premise)| {
                let can_fall = premise.contested.is_some() && premise.assumed.is_none() && premise.holds();
                premise.is_assumed_otherwise() || can_fall
            })
        };
        let premises = catalogue.premises_of(request.kind, request.profile).into_iter().filter(matters);
        premises
            .filter(|_| request.moves)
            // The places of these fit in a byte; nobody contests so many at once.
            .take(usize::from(u8::MAX))
            .map(|premise| World::turned(catalogue, request, premise, (weights, demands)))
            .collect()
    }

    fn turned(
        catalogue: &Catalogue,
        request: &Request<'_>,
        premise: usize,
        (weights, here): (&Weights, &Demands),
    ) -> Result<World, Refusal> {
        let there = catalogue.turned(premise);
        let profile = request.adjusted(&there)?;
        let demands = Demands::new(&there, request.kind, &profile, weights);
        let has_other_demands = !demands.all().eq(here.all());
        let is_stopped =
            there.dossier.is_some() && triage::of(&there, request.kind, request.exam).is_stopped();
        let divides = form(catalogue, request.kind);
        let changed = |(number, criterion): (usize, &Criterion)| {
            let resting = criterion.question.resting_on(premise);
            let sees = demands.look_at(number) || here.look_at(number) || divides == Some(number);
            let now = catalogue.criterion(number).filter(|_| !resting.is_empty())?;
            let untouched = Hosting::ALL.map(|hosting| Baseline::new(criterion, hosting));
            let is_felt = Hosting::ALL.map(|hosting| {
                let [there, here] = [criterion, now].map(|one| Baseline::new(one, hosting));
                sees || there.knowledge.levels != here.knowledge.levels
            });
            let sensitive = resting.union(criterion.question.own_work());
            Some(Changed { number, untouched, is_felt, sensitive, criterion: criterion.clone() })
        };
        let criteria = there.criteria_of(request.kind).filter_map(changed).collect();
        Ok(World { premise, criteria, demands, has_other_demands, is_stopped })
    }

    /// What is kept of it once everything is judged.
    pub(super) fn kept(&self) -> TurnedPremise {
        TurnedPremise { premise: self.premise, is_stopped: self.is_stopped }
    }
}

impl Changed {
    /// Whether what is possible can come to something else there.
    pub(super) fn matters(&self, possible: &Possible) -> bool {
        possible.gives(self.sensitive)
    }
}

/// Whether the triage leaves an alternative out: what it does not allow is not looked at
/// further, even where the evidence is not firm.
pub(super) fn is_left_out<'r>(
    demand: impl Fn(usize) -> Option<&'r Demand>,
    mut rules: impl Iterator<Item = &'r RuleOutcome>,
) -> bool {
    rules.any(|rule| {
        matches!(rule.status, RuleStatus::Fires | RuleStatus::Indication)
            && demand(rule.demand).is_some_and(Demand::is_of_triage)
    })
}
