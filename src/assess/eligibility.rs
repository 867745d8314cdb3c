//! Knock-outs and requirements under open answers.

use crate::model::{
    Basis, Catalogue, Condition, KnockOut, KnockOutScope, Origin, Profile, Question, Requirement, SettledBy,
};
use crate::text::Place;

use super::answers::{self, Full};
use super::knowledge::Knowledge;
use super::weights::Weights;

/// What the hard demands say of an alternative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Eligibility {
    /// Nothing rules it out, or only what a contract or administrator settles.
    Eligible,
    /// Something that public sources could settle is still open.
    Undecided,
    /// Something rules it out, on firm evidence.
    KnockedOut,
}

/// How a knock-out or requirement stands, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleStatus {
    /// It rules the alternative out.
    Fires,
    /// All that is known points to it, but not on firm evidence.
    Indication,
    /// It may rule the alternative out; public sources could settle it.
    Open,
    /// It may rule the alternative out; the contract or the administrator
    /// settles it.
    Condition,
    /// It rules the alternative out if the institution's need turns out so; its
    /// dossier leaves that open.
    Depends,
}

/// A knock-out or requirement that is not met for certain.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RuleOutcome {
    /// Which demand, by its number in [`Demands::all`].
    pub demand: usize,
    /// How it stands.
    pub status: RuleStatus,
    /// What it leaves of the eligibility.
    pub effect: Eligibility,
    /// Who can settle it: the criteria that keep it open.
    pub kept_open_by: Vec<usize>,
}

/// One demand, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The criterion that it is about, by number.
    pub criterion: usize,
    /// The answers that a knock-out rules out, or that a requirement accepts.
    pub answers: Condition,
    /// On whose word a knock-out rests; `None` for a requirement.
    pub basis: Option<Basis>,
    /// Who makes it, and why.
    pub origin: Origin,
    /// Where it is written; `None` when it was asked for on top of the profile.
    pub place: Option<Place>,
}

impl Demand {
    /// The answers that rule out, for a knock-out; `None` for a requirement.
    #[must_use]
    pub fn when(&self) -> Option<&Condition> {
        self.basis.map(|_| &self.answers)
    }

    /// Whether the triage of an exam asks for it.
    #[must_use]
    pub fn is_of_triage(&self) -> bool {
        matches!(self.origin, Origin::Triage { .. })
    }
}

/// A demand with what violates it: it is violated when every predicate holds.
struct Rule {
    shown: Demand,
    /// Whether it depends on something that the dossier leaves open.
    depends: bool,
    /// Per criterion, the conditions that must hold (true) or fail (false) for
    /// the demand to be violated.
    predicates: Vec<(usize, Vec<(Condition, bool)>)>,
}

/// The demands of a profile for one kind of product.
pub struct Demands {
    rules: Vec<Rule>,
}

impl Demands {
    /// Gathers the knock-outs in force and the requirements that speak only of
    /// criteria of this kind.
    #[must_use]
    pub fn new(catalogue: &Catalogue, kind: usize, profile: &Profile, weights: &Weights) -> Demands {
        let mut rules = Vec::new();
        for (number, criterion) in catalogue.criteria_of(kind) {
            let in_force = match &profile.knock_outs {
                KnockOutScope::All => true,
                KnockOutScope::None => false,
                KnockOutScope::Weighed => weights.part(number) > 0,
                KnockOutScope::Criteria(list) => list.contains(&number),
            };
            if in_force {
                rules.extend(
                    criterion.knock_outs.iter().map(|knock_out| Rule::from_knock_out(number, knock_out)),
                );
            }
        }
        let is_mine = |number: usize| {
            catalogue.criterion(number).is_some_and(|c| c.applies_to.contains(kind) && c.is_in_use())
        };
        let requirements = profile.requirements.iter().filter(|requirement| {
            is_mine(requirement.criterion) && requirement.when.iter().all(|(number, _)| is_mine(*number))
        });
        rules.extend(requirements.map(Rule::from_requirement));
        Demands { rules }
    }

    /// The demands in force: knock-outs in the order of the criteria, then
    /// requirements in the order of the profile.
    pub fn all(&self) -> impl Iterator<Item = &Demand> {
        self.rules.iter().map(|rule| &rule.shown)
    }

    /// Judges all demands. `known` gives the question and what is known of a
    /// criterion, `settled_by` who can settle it.
    pub fn judge<'k>(
        &self,
        known: &impl Fn(usize) -> Option<(&'k Question, &'k Knowledge, SettledBy)>,
    ) -> (Eligibility, Vec<RuleOutcome>) {
        let mut eligibility = Eligibility::Eligible;
        let mut outcomes = Vec::new();
        for (demand, rule) in self.rules.iter().enumerate() {
            if let Some((effect, status, kept_open_by)) = rule.judge(known) {
                eligibility = eligibility.max(effect);
                outcomes.push(RuleOutcome { demand, status, effect, kept_open_by });
            }
        }
        (eligibility, outcomes)
    }
}

impl Rule {
    fn from_knock_out(criterion: usize, knock_out: &KnockOut) -> Rule {
        let shown = Demand {
            criterion,
            answers: knock_out.when.clone(),
            basis: Some(knock_out.basis),
            origin: Origin::Written(knock_out.because.clone()),
            place: Some(knock_out.place),
        };
        Rule { shown, depends: false, predicates: vec![(criterion, vec![(knock_out.when.clone(), true)])] }
    }

    fn from_requirement(requirement: &Requirement) -> Rule {
        let mut predicates = vec![(requirement.criterion, vec![(requirement.answers.clone(), false)])];
        for (criterion, condition) in &requirement.when {
            // Several conditions on one criterion are judged on the same answer.
            match predicates.iter_mut().find(|(known, _)| known == criterion) {
                Some((_, conditions)) => conditions.push((condition.clone(), true)),
                None => predicates.push((*criterion, vec![(condition.clone(), true)])),
            }
        }
        let shown = Demand {
            criterion: requirement.criterion,
            answers: requirement.answers.clone(),
            basis: None,
            origin: requirement.origin.clone(),
            place: requirement.place,
        };
        Rule { shown, depends: requirement.depends, predicates }
    }

    /// How the demand stands, over all combinations of the possible answers: what
    /// it leaves of the eligibility, its status, and what keeps it open. `None`
    /// when it is met in all of them.
    fn judge<'k>(
        &self,
        known: &impl Fn(usize) -> Option<(&'k Question, &'k Knowledge, SettledBy)>,
    ) -> Option<(Eligibility, RuleStatus, Vec<usize>)> {
        // Criteria are independent: the demand is violated in some combination
        // when each of its criteria can violate it, in all when each must.
        let mut everywhere = true;
        let mut all_firm = true;
        let mut unsettled = Vec::new();
        let mut infirm = Vec::new();
        for (criterion, conditions) in &self.predicates {
            let (question, knowledge, settled_by) = known(*criterion)?;
            let plain: Vec<&Condition> = conditions.iter().map(|(condition, _)| condition).collect();
            let violates = |answer: Full| {
                conditions
                    .iter()
                    .all(|(condition, wanted)| answers::holds(question, condition, answer) == *wanted)
            };
            let (mut can, mut must) = (false, true);
            for answer in answers::representatives(question, &knowledge.possible, &plain) {
                let violated = violates(answer);
                can |= violated;
                must &= violated;
            }
            if !can {
                return None;
            }
            everywhere &= must;
            all_firm &= knowledge.firm;
            if !must {
                unsettled.push((*criterion, settled_by));
            }
            if !knowledge.firm {
                infirm.push((*criterion, settled_by));
            }
        }
        let keeping = match (everywhere, all_firm) {
            (true, true) => Vec::new(),
            (true, false) => infirm,
            (false, _) => unsettled,
        };
        if self.depends {
            let criteria = keeping.into_iter().map(|(criterion, _)| criterion).collect();
            return Some((Eligibility::Eligible, RuleStatus::Depends, criteria));
        }
        let undecides = keeping.iter().any(|(_, settled_by)| *settled_by == SettledBy::Public);
        let status = match (everywhere, all_firm) {
            (true, true) => RuleStatus::Fires,
            (true, false) => RuleStatus::Indication,
            (false, _) if undecides => RuleStatus::Open,
            (false, _) => RuleStatus::Condition,
        };
        let effect = match status {
            RuleStatus::Fires => Eligibility::KnockedOut,
            _ if undecides => Eligibility::Undecided,
            _ => Eligibility::Eligible,
        };
        Some((effect, status, keeping.into_iter().map(|(criterion, _)| criterion).collect()))
    }
}
