//! Judging knock-outs and requirements when answers are open.

use indexmap::IndexMap;

use crate::model::options::is_too_intricate;
use crate::model::{
    Basis, Catalogue, Condition, KnockOut, KnockOutScope, Origin, Profile, Question, Requirement, Set,
    SettledBy, Worth,
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

impl Eligibility {
    /// All of them, in order.
    pub const ALL: [Eligibility; 3] =
        [Eligibility::Eligible, Eligibility::Undecided, Eligibility::KnockedOut];

    /// Whether alternatives in it have a place, for people.
    #[must_use]
    pub fn has_places(self) -> bool {
        self != Eligibility::KnockedOut
    }
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
    /// Whether it is violated only together with other demands on the same criterion:
    /// each answer that is left violates one of them, though none violates all.
    pub together: bool,
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
    /// The premise that it rests on, by number.
    pub premise: Option<usize>,
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
    /// Demands that are about the same criterion and no other, two or more, by number.
    alike: Vec<(usize, Vec<usize>)>,
}

/// What is known about a criterion: its question, and what is left.
type Known<'k> = (&'k Question, &'k Knowledge);

impl Demands {
    /// Collects the knock-outs in force and the requirements that name only criteria
    /// of this kind. What rests on a premise that does not hold is not in force.
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
                let applying = criterion.knock_outs.iter().filter(|one| catalogue.applies(one.premise));
                rules.extend(applying.map(|knock_out| Rule::from_knock_out(number, knock_out)));
            }
        }
        let is_mine = |number: usize| {
            catalogue.criterion(number).is_some_and(|c| c.applies_to.contains(kind) && c.is_in_use())
        };
        let requirements = profile.requirements.iter().filter(|requirement| {
            catalogue.applies(requirement.premise)
                && is_mine(requirement.criterion)
                && requirement.when.iter().all(|(number, _)| is_mine(*number))
        });
        rules.extend(requirements.map(Rule::from_requirement));
        let alike = alike(catalogue, &rules);
        Demands { rules, alike }
    }

    /// The demands in force: knock-outs in the order of the criteria, then
    /// requirements in the order of the profile.
    pub fn all(&self) -> impl Iterator<Item = &Demand> {
        self.rules.iter().map(|rule| &rule.shown)
    }

    /// Whether a demand looks at this criterion.
    pub(crate) fn look_at(&self, criterion: usize) -> bool {
        self.rules.iter().any(|rule| rule.predicates.iter().any(|(of, _)| *of == criterion))
    }

    /// Judges all demands. `known` gives a criterion's question and what is known
    /// about it.
    pub fn judge<'k>(&self, known: &impl Fn(usize) -> Option<Known<'k>>) -> (Eligibility, Vec<RuleOutcome>) {
        let mut outcomes: Vec<Option<RuleOutcome>> =
            self.rules.iter().enumerate().map(|(demand, rule)| rule.judge(demand, known)).collect();
        for (criterion, members) in &self.alike {
            if let Some(known) = known(*criterion) {
                self.judge_together(*criterion, members, known, &mut outcomes);
            }
        }
        let outcomes: Vec<RuleOutcome> = outcomes.into_iter().flatten().collect();
        let eligibility = outcomes.iter().map(|outcome| outcome.effect).max();
        (eligibility.unwrap_or(Eligibility::Eligible), outcomes)
    }

    /// Demands on one criterion of which none is violated by every answer that is left,
    /// while each answer violates at least one: no truth can save the alternative.
    fn judge_together(
        &self,
        criterion: usize,
        members: &[usize],
        (question, knowledge): Known<'_>,
        outcomes: &mut [Option<RuleOutcome>],
    ) {
        let is_certain =
            |outcome: &RuleOutcome| matches!(outcome.status, RuleStatus::Fires | RuleStatus::Indication);
        let mine = || members.iter().filter_map(|at| outcomes.get(*at)?.as_ref());
        if mine().count() < 2 || mine().any(is_certain) {
            return;
        }
        let rules = || members.iter().filter_map(|at| self.rules.get(*at));
        let conditions: Vec<&Condition> = rules().flat_map(Rule::conditions).collect();
        // What the institution still has to do never rules out.
        let answers = answers::representatives(question, &knowledge.possible, &conditions);
        let is_violated = |answer: &Full| {
            answers::worth(question, *answer) != Worth::OwnWork
                && rules().any(|rule| rule.violates(criterion, question, *answer))
        };
        if !answers.iter().all(is_violated) {
            return;
        }
        let keeping = if knowledge.firm { Vec::new() } else { vec![(criterion, knowledge.settled_by)] };
        for at in members {
            if let Some(Some(outcome)) = outcomes.get_mut(*at) {
                *outcome =
                    RuleOutcome { together: true, ..outcome_of(outcome.demand, true, keeping.clone()) };
            }
        }
    }
}

/// The demands that are about the same criterion and no other. Left out is what a triage
/// or the situation of an institution asks, because what settles those is not a fact, and
/// conditions that together tell too many option sets apart.
fn alike(catalogue: &Catalogue, rules: &[Rule]) -> Vec<(usize, Vec<usize>)> {
    let mut found: IndexMap<usize, Vec<usize>> = IndexMap::new();
    for (at, rule) in rules.iter().enumerate() {
        if let ([(criterion, _)], false, false) =
            (rule.predicates.as_slice(), rule.depends, rule.shown.is_of_triage())
        {
            found.entry(*criterion).or_default().push(at);
        }
    }
    let is_simple = |criterion: usize, members: &[usize]| {
        let conditions: Vec<&Condition> =
            members.iter().filter_map(|at| rules.get(*at)).flat_map(Rule::conditions).collect();
        catalogue.criterion(criterion).is_some_and(|found| !is_too_intricate(&found.question, &conditions))
    };
    found.retain(|criterion, members| members.len() > 1 && is_simple(*criterion, members));
    found.into_iter().collect()
}

/// The outcome of a demand that some answers violate, or `everywhere` all of them, and
/// the criteria that keep it open with who can settle them; none when it is firm.
fn outcome_of(demand: usize, everywhere: bool, keeping: Vec<(usize, SettledBy)>) -> RuleOutcome {
    let undecides = keeping.iter().any(|(_, settled_by)| *settled_by == SettledBy::Public);
    let status = match (everywhere, keeping.is_empty()) {
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
    let kept_open_by = keeping.into_iter().map(|(criterion, _)| criterion).collect();
    RuleOutcome { demand, status, effect, kept_open_by, together: false }
}

impl Rule {
    fn from_knock_out(criterion: usize, knock_out: &KnockOut) -> Rule {
        let shown = Demand {
            criterion,
            answers: knock_out.when.clone(),
            basis: Some(knock_out.basis),
            premise: knock_out.premise,
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
            premise: requirement.premise,
            origin: requirement.origin.clone(),
            place: requirement.place,
        };
        Rule { shown, depends: requirement.depends, predicates }
    }

    /// The conditions that it looks at.
    fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.predicates.iter().flat_map(|(_, conditions)| conditions.iter().map(|(condition, _)| condition))
    }

    /// Whether an answer to this criterion meets all that violates the demand there.
    fn violates(&self, criterion: usize, question: &Question, answer: Full) -> bool {
        let mine = self.predicates.iter().filter(|(of, _)| *of == criterion);
        mine.flat_map(|(_, conditions)| conditions)
            .all(|(condition, wanted)| answers::holds(question, condition, answer) == *wanted)
    }

    /// Whether some answer that is left violates the demand at this criterion, and whether
    /// all do.
    fn outlook(
        &self,
        criterion: usize,
        conditions: &[(Condition, bool)],
        (question, knowledge): Known<'_>,
    ) -> (bool, bool) {
        let plain: Vec<&Condition> = conditions.iter().map(|(condition, _)| condition).collect();
        let own = question.own_work();
        let sees_all = own.is_empty() || plain.iter().all(|condition| condition.names(own));
        let (mut can, mut must) = (false, true);
        for answer in answers::representatives(question, &knowledge.possible, &plain) {
            let is_fixed = sees_all || answers::worth(question, answer) != Worth::OwnWork;
            if is_fixed {
                let violated = self.violates(criterion, question, answer);
                can |= violated;
                must &= violated;
            } else {
                can = can || can_come_to(conditions, question, answer, own);
                must = false;
            }
        }
        (can, must)
    }

    /// Judges the demand over all combinations of the possible answers. `None` when it
    /// is met in all of them.
    fn judge<'k>(&self, demand: usize, known: &impl Fn(usize) -> Option<Known<'k>>) -> Option<RuleOutcome> {
        // Criteria are independent: some combination violates the demand when each
        // of its criteria can, and all combinations do when each of them must.
        let mut everywhere = true;
        let mut unsettled = Vec::new();
        let mut infirm = Vec::new();
        for (criterion, conditions) in &self.predicates {
            let known = known(*criterion)?;
            let (_, knowledge) = known;
            let settled_by = knowledge.settled_by;
            let (can, must) = self.outlook(*criterion, conditions, known);
            if !can {
                return None;
            }
            everywhere &= must;
            if !must {
                unsettled.push((*criterion, settled_by));
            }
            if !knowledge.firm {
                infirm.push((*criterion, settled_by));
            }
        }
        let outcome = outcome_of(demand, everywhere, if everywhere { infirm } else { unsettled });
        if self.depends {
            return Some(RuleOutcome {
                status: RuleStatus::Depends,
                effect: Eligibility::Eligible,
                ..outcome
            });
        }
        Some(outcome)
    }
}

/// Whether own work can come to what all these conditions want. Conditions that name it
/// see the answer itself. To the others it can become any answer with a fixed level, the
/// same one for all of them: the institution makes it good or bad.
fn can_come_to(conditions: &[(Condition, bool)], question: &Question, own_work: Full, own: Set) -> bool {
    let (naming, others): (Vec<_>, Vec<_>) =
        conditions.iter().partition(|(condition, _)| condition.names(own));
    let meets = |answer: Full, conditions: &[&(Condition, bool)]| {
        conditions.iter().all(|(condition, wanted)| answers::holds(question, condition, answer) == *wanted)
    };
    let plain: Vec<&Condition> = others.iter().map(|(condition, _)| condition).collect();
    meets(own_work, &naming)
        && answers::representatives(question, &answers::everything(question), &plain)
            .into_iter()
            .filter(|answer| answers::worth(question, *answer) != Worth::OwnWork)
            .any(|answer| meets(answer, &others))
}
