//! Judging knock-outs and requirements when answers are open.

use crate::model::{
    Basis, Catalogue, Condition, KnockOut, KnockOutScope, Origin, Profile, Question, Requirement, SettledBy,
};
use crate::text::Place;

use super::answers::{self, Full};
use super::knowledge::Knowledge;
use super::weights::Weights;

/// The verdict of the hard demands on an alternative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Eligibility {
    /// Nothing rules it out, or only something that a contract or administrator settles.
    Eligible,
    /// A demand is open that public sources could settle.
    Undecided,
    /// Something rules it out, on firm evidence.
    KnockedOut,
}

/// The status of a knock-out or requirement that is not met, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleStatus {
    /// It rules the alternative out.
    Fires,
    /// Everything known says so, but not on firm evidence.
    Indication,
    /// It may rule the alternative out; public sources could settle it.
    Open,
    /// It may rule the alternative out; the contract or the administrator
    /// settles it.
    Condition,
    /// Whether it rules the alternative out depends on the institution's need, which
    /// its dossier leaves open.
    Depends,
}

/// A knock-out or requirement that is not certainly met.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RuleOutcome {
    /// Which demand, by its number in [`Demands::all`].
    pub demand: usize,
    /// Its status.
    pub status: RuleStatus,
    /// The eligibility that it leaves the alternative.
    pub effect: Eligibility,
    /// The criteria that keep it open, and so who can settle it.
    pub kept_open_by: Vec<usize>,
}

/// One demand, as shown to people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The criterion that it is about, by number.
    pub criterion: usize,
    /// The answers that a knock-out rules out, or that a requirement accepts.
    pub answers: Condition,
    /// Whose authority a knock-out rests on; `None` for a requirement.
    pub basis: Option<Basis>,
    /// Who makes it, and why.
    pub origin: Origin,
    /// Where it is in the data; `None` when it was requested in addition to the profile.
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

/// A demand and its predicates: it is violated when all of them hold.
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
    /// Collects the knock-outs in force and the requirements that name only criteria
    /// of this kind.
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

    /// Judges all demands. `known` gives a criterion's question and what is known
    /// about it, `settled_by` who can settle it.
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

    /// Judges the demand over all combinations of the possible answers: the
    /// eligibility that it leaves, its status, and what keeps it open. `None` when it
    /// is met in all of them.
    fn judge<'k>(
        &self,
        known: &impl Fn(usize) -> Option<(&'k Question, &'k Knowledge, SettledBy)>,
    ) -> Option<(Eligibility, RuleStatus, Vec<usize>)> {
        // Criteria are independent: some combination violates the demand when each
        // of its criteria can, and all combinations do when each of them must.
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
