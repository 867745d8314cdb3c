//! Which premises of a catalogue hold, and which answers have lost theirs: settled once,
//! so that everything judges by the same.

use super::{Catalogue, Criterion, Date, Id, Premise, Profile, Question, Rests, Set, Validity};

impl Catalogue {
    /// The premise with this number.
    #[must_use]
    pub fn premise(&self, number: usize) -> Option<(&Id, &Premise)> {
        self.premises.get_index(number)
    }

    /// The number of the premise with this id, now or before.
    #[must_use]
    pub fn premise_called(&self, id: &str) -> Option<usize> {
        let is_former = |premise: &Premise| premise.formerly.iter().any(|old| old.as_str() == id);
        self.premises.get_index_of(id).or_else(|| self.premises.values().position(is_former))
    }

    /// Whether what rests on this premise applies; what rests on none always does.
    #[must_use]
    pub fn applies(&self, premise: Option<usize>) -> bool {
        premise.and_then(|number| self.premise(number)).is_none_or(|(_, premise)| premise.holds())
    }

    /// Settles which premises hold by their dates on this day, and marks the answers that
    /// have lost theirs.
    pub fn settle(&mut self, day: Date) {
        for premise in self.premises.values_mut() {
            premise.by_dates = premise.on(day);
        }
        self.mark();
    }

    /// Assumes that a premise holds or does not hold, whatever its dates say.
    pub fn assume(&mut self, premise: usize, holds: bool) {
        if let Some((_, premise)) = self.premises.get_index_mut(premise) {
            premise.assumed = Some(holds);
        }
        self.mark();
    }

    /// The rules of this catalogue with one premise the other way round: one that holds
    /// does not, and one that does not holds. What is assumed against its dates goes by
    /// its dates again. It has no products and no files.
    #[must_use]
    pub fn turned(&self, premise: usize) -> Catalogue {
        let mut turned = self.rules();
        if let Some((_, premise)) = turned.premises.get_index_mut(premise) {
            premise.assumed = Some(!premise.holds());
        }
        turned.mark();
        turned
    }

    /// The rules of this catalogue as they are on another day. What is assumed of a premise
    /// stays so. It has no products and no files.
    #[must_use]
    pub fn on_day(&self, day: Date) -> Catalogue {
        let mut there = self.rules();
        there.settle(day);
        there
    }

    fn rules(&self) -> Catalogue {
        Catalogue {
            kinds: self.kinds.clone(),
            themes: self.themes.clone(),
            criteria: self.criteria.clone(),
            premises: self.premises.clone(),
            steps: self.steps.clone(),
            dossier: self.dossier.clone(),
            ..Catalogue::default()
        }
    }

    /// The premises that hold now and not on another day, or the other way round, by number.
    #[must_use]
    pub fn otherwise_on(&self, day: Date) -> Vec<usize> {
        let differs = |premise: &Premise| {
            premise.assumed.is_none() && (premise.on(day) == Validity::Holds) != premise.holds()
        };
        let all = self.premises.values().enumerate().filter(|(_, premise)| premise.withdrawn.is_none());
        all.filter(|(_, premise)| differs(premise)).map(|(number, _)| number).collect()
    }

    /// The premises on which something rests by which alternatives of a kind are judged:
    /// an answer, a knock-out, a requirement of the profile, or a step of the triage.
    #[must_use]
    pub fn premises_of(&self, kind: usize, profile: &Profile) -> Vec<usize> {
        let mut found = Numbers::new(self.premises.len());
        for (_, criterion) in self.criteria_of(kind) {
            criterion.premises().for_each(|premise| found.insert(premise));
        }
        let by_need = profile.need_rules.iter().map(|rule| &rule.requirement);
        profile
            .requirements
            .iter()
            .chain(by_need)
            .filter_map(|one| one.premise)
            .for_each(|p| found.insert(p));
        let steps = self.steps.values().filter(|step| step.applies_to.contains(kind));
        steps.filter_map(|step| step.premise).for_each(|premise| found.insert(premise));
        found.members()
    }

    fn mark(&mut self) {
        let holds: Vec<bool> = self.premises.values().map(Premise::holds).collect();
        for criterion in self.criteria.values_mut() {
            criterion.question.each_rests(&mut |rests| {
                rests.fallen = !holds.get(rests.premise).copied().unwrap_or(true);
            });
        }
    }
}

/// Numbers, each once and in order.
struct Numbers(Vec<bool>);

impl Numbers {
    fn new(most: usize) -> Numbers {
        Numbers(vec![false; most])
    }

    fn insert(&mut self, number: usize) {
        if let Some(found) = self.0.get_mut(number) {
            *found = true;
        }
    }

    fn members(self) -> Vec<usize> {
        self.0.iter().enumerate().filter(|(_, found)| **found).map(|(number, _)| number).collect()
    }
}

impl Criterion {
    /// The premises on which its answers and knock-outs rest, by number.
    pub fn premises(&self) -> impl Iterator<Item = usize> {
        let answers = self.question.choices().filter_map(|choice| Some(choice.rests?.premise));
        answers.chain(self.knock_outs.iter().filter_map(|knock_out| knock_out.premise))
    }
}

impl Question {
    /// On what an answer or named number rests, by its number.
    #[must_use]
    pub fn rests(&self, number: usize) -> Option<Rests> {
        match self {
            Question::OneOf(answers) => answers.get(number)?.0.rests,
            Question::AnyOf { .. } => None,
            Question::Number { named, .. } => named.get(number)?.rests,
        }
    }

    /// The answers or named numbers that rest on this premise.
    #[must_use]
    pub fn resting_on(&self, premise: usize) -> Set {
        let rest =
            self.choices().enumerate().filter(|(_, one)| one.rests.is_some_and(|r| r.premise == premise));
        rest.map(|(number, _)| number).collect()
    }

    /// The answers or named numbers whose premise does not hold.
    #[must_use]
    pub fn fallen(&self) -> Set {
        let fallen =
            self.choices().enumerate().filter(|(_, one)| one.rests.is_some_and(|rests| rests.fallen));
        fallen.map(|(number, _)| number).collect()
    }

    /// The question as it is where every premise holds: what its file says, on any day.
    #[must_use]
    pub fn as_written(&self) -> Question {
        let mut written = self.clone();
        written.each_rests(&mut |rests| rests.fallen = false);
        written
    }

    fn each_rests(&mut self, change: &mut impl FnMut(&mut Rests)) {
        match self {
            Question::OneOf(answers) => {
                answers.iter_mut().filter_map(|(choice, _)| choice.rests.as_mut()).for_each(change);
            }
            Question::AnyOf { .. } => {}
            Question::Number { named, .. } => {
                named.iter_mut().filter_map(|choice| choice.rests.as_mut()).for_each(change);
            }
        }
    }
}
