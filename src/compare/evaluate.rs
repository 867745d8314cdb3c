//! Evaluates one alternative after another.

use std::borrow::Cow;

use crate::assess::knowledge::{Baseline, by_institution, knowledge};
use crate::assess::score::{divided, score};
use crate::assess::{Demand, Demands, Knowledge, Ratio, RuleOutcome, Status, Weights};
use crate::model::{
    Answer, Catalogue, Criterion, Date, Deviation, DeviationKind, Fact, Grade, GroupBy, Hosting, Localized,
    OwnWork, Possible, Product, Profile,
};

use super::adjust::{Refusal, Request, kind_id};
use super::evaluation::Evaluation;
use super::shared::{Cell, CellIndex, Interner, Shared};

/// What an alternative is judged by: criteria, weights and demands of one kind.
pub struct Evaluator<'c> {
    criteria: Vec<(usize, &'c Criterion)>,
    weights: Weights,
    demands: Demands,
    /// The criterion that divides the kind, also when the ranking is one list.
    form: Option<usize>,
    kind: usize,
    profile: Profile,
    as_of: Date,
    /// Whether the reasons why nothing was found are kept.
    keeps_reasons: bool,
    /// For each hosting and each criterion, what holds where nobody has looked, and the
    /// place of that cell.
    untouched: [Vec<(Baseline, CellIndex)>; Hosting::ALL.len()],
    /// What the institution says of its own work.
    own_work: &'c [OwnWork],
    cells: Interner<Cell>,
    rules: Interner<RuleOutcome>,
    reasons: Interner<Localized>,
}

/// What evaluations have in common: what they were judged by, and the answers
/// and outcomes that they share. It rests on no catalogue, so that evaluations
/// can be made before all of that is read.
#[derive(Debug)]
pub struct Judged {
    /// The profile, with all that comes on top of it.
    pub(super) profile: Profile,
    pub(super) weights: Weights,
    pub(super) demands: Vec<Demand>,
    pub(super) shared: Shared,
}

impl<'c> Evaluator<'c> {
    /// Gathers what alternatives are judged by. The choice of products in the
    /// request plays no part.
    ///
    /// # Errors
    /// When the weights give no score, or the dossier is about another kind.
    pub fn new(catalogue: &'c Catalogue, request: &Request<'_>) -> Result<Evaluator<'c>, Refusal> {
        let kind = request.kind;
        let profile = request.adjusted(catalogue)?;
        let weights = Weights::new(catalogue, kind, profile.themes.as_ref(), &profile.weights)
            .ok_or(Refusal::TooFine)?;
        if weights.total() == 0 {
            let (profile, kind) = (profile.id, kind_id(catalogue, kind));
            return Err(Refusal::NothingWeighs { profile, kind });
        }
        let criteria: Vec<(usize, &Criterion)> = catalogue.criteria_of(kind).collect();
        let cells = Interner::new();
        let untouched = Hosting::ALL.map(|hosting| {
            let baseline = |(number, criterion): &(usize, &Criterion)| {
                let baseline = Baseline::new(criterion, hosting);
                let cell = Cell { criterion: *number, knowledge: baseline.knowledge.clone() };
                (baseline, cells.keep(cell))
            };
            criteria.iter().map(baseline).collect()
        });
        let dossier = catalogue.dossier.as_ref().filter(|dossier| dossier.kind == kind);
        Ok(Evaluator {
            keeps_reasons: true,
            untouched,
            own_work: dossier.map_or(&[], |dossier| &dossier.own_work),
            demands: Demands::new(catalogue, kind, &profile, &weights),
            form: form(catalogue, request.kind),
            cells,
            rules: Interner::new(),
            reasons: Interner::new(),
            criteria,
            weights,
            kind,
            profile,
            as_of: request.as_of,
        })
    }

    /// The same, for formats that do not show why nothing was found: those texts
    /// differ per product.
    #[must_use]
    pub fn without_reasons(self) -> Evaluator<'c> {
        Evaluator { keeps_reasons: false, ..self }
    }

    /// Judges all alternatives of a product; none when it is of another kind or
    /// no longer in use. `deviations` is what later layers change in it.
    #[must_use]
    pub fn product(&self, product: &Product, deviations: &[Deviation]) -> Vec<Box<Evaluation>> {
        if product.kind != self.kind || product.retired.is_some() || product.withdrawn.is_some() {
            return Vec::new();
        }
        let numbers = (0..).take(product.variants.len());
        numbers.map(|at| Box::new(self.alternative(product, at, deviations))).collect()
    }

    /// What the evaluations that it made have in common.
    #[must_use]
    pub fn finish(self) -> Judged {
        let (cells, rules, reasons) = (self.cells.finish(), self.rules.finish(), self.reasons.finish());
        Judged {
            profile: self.profile,
            weights: self.weights,
            demands: self.demands.all().cloned().collect(),
            shared: Shared { cells, rules, reasons },
        }
    }

    fn alternative(&self, product: &Product, at: u8, deviations: &[Deviation]) -> Evaluation {
        let number = usize::from(at);
        let stated = self.stated(product, number);
        let untouched = self.untouched(product, number);
        let known: Vec<Cow<'_, Knowledge>> = self
            .criteria
            .iter()
            .zip(&stated)
            .zip(untouched)
            .map(|((criterion, stated), (nothing, _))| match *stated {
                None => Cow::Borrowed(&nothing.knowledge),
                Some(stated) => Cow::Owned(self.known(*criterion, stated, (product, number), nothing)),
            })
            .collect();
        let (eligibility, rules) = self.demands.judge(&|criterion| {
            let at = self.place(criterion)?;
            let (_, found) = self.criteria.get(at)?;
            Some((&found.question, &**known.get(at)?))
        });
        let numbered = || self.criteria.iter().zip(&known).map(|((number, _), known)| (*number, &**known));
        let group = self.form.and_then(|by| single(known.get(self.place(by)?)?));
        let settled = || {
            let pairs = self.criteria.iter().zip(&known);
            pairs.filter(|(_, known)| known.levels.is_settled() && known.counts())
        };
        let sum = |own: bool| -> u128 {
            settled()
                .filter(|(_, known)| known.grade == Some(Grade::Vendor) || !own)
                .map(|((number, _), _)| self.weights.part(*number))
                .sum()
        };
        let weighing = || {
            let weighing = numbered().filter(|(number, _)| self.weights.part(*number) > 0);
            weighing.map(|(_, known)| known)
        };
        Evaluation {
            number: at,
            eligibility,
            score: score(&self.weights, numbered()),
            shares: divided(&self.weights, numbered()),
            vendor_stated: Ratio::new(sum(true), sum(false)),
            // Questions have no more than 64 answers.
            group: group.and_then(|at| u8::try_from(at).ok()),
            rules: rules.into_iter().map(|rule| self.rules.keep(rule)).collect(),
            open_questions: weighing().filter(|known| known.is_open()).count(),
            own_work: weighing().filter(|known| known.is_own_work()).count(),
            institution_answers: known.iter().filter(|known| known.status == Status::Institution).count(),
            stale_answers: known.iter().filter(|known| known.is_stale()).count(),
            heard: product.heard(),
            replies: self
                .criteria
                .iter()
                .zip(&stated)
                .filter(|(_, stated)| stated.is_some_and(|(fact, _)| fact.reply.is_some()))
                .map(|((number, _), _)| *number)
                .collect(),
            reasons: (0..)
                .zip(&stated)
                .filter(|_| self.keeps_reasons)
                .filter_map(|(cell, stated)| Some((cell, stated.as_ref()?.1.reason()?)))
                .map(|(cell, reason)| (cell, self.reasons.keep(reason.clone())))
                .collect(),
            deviations: deviating(product, number, deviations),
            cells: self
                .criteria
                .iter()
                .zip(known)
                .zip(untouched)
                .map(|(((criterion, _), known), (_, untouched))| match known {
                    Cow::Borrowed(_) => *untouched,
                    Cow::Owned(knowledge) => self.cells.keep(Cell { criterion: *criterion, knowledge }),
                })
                .collect(),
        }
    }

    /// What holds for each criterion where nobody has looked, for this variant.
    fn untouched(&self, product: &Product, number: usize) -> &[(Baseline, CellIndex)] {
        let hosting = product.variants.get(number).map_or(Hosting::Cloud, |variant| variant.hosting);
        let at = Hosting::ALL.iter().position(|one| *one == hosting).unwrap_or_default();
        self.untouched.get(at).map_or(&[], Vec::as_slice)
    }

    /// What is known of a criterion of which something is stated: by the sources, or where
    /// the institution sees to it itself by its own word.
    fn known(
        &self,
        (number, criterion): (usize, &Criterion),
        stated: (&Fact, &Answer),
        (product, variant): (&Product, usize),
        nothing: &Baseline,
    ) -> Knowledge {
        let rule = self.profile.evidence;
        let known = knowledge(criterion, stated, (product, variant), rule, self.as_of, nothing);
        let covers = |own: &&OwnWork| {
            let variant = product.variants.get(variant);
            own.criterion == number && variant.is_some_and(|variant| own.covers(product, variant))
        };
        let own = self.own_work.iter().filter(|_| known.is_own_work()).find(covers);
        own.and_then(|own| by_institution(criterion, own, rule, self.as_of)).unwrap_or(known)
    }

    /// What the product's file says of each criterion for this variant; where
    /// layers differ, the last one that mentions it.
    fn stated<'v>(&self, product: &'v Product, number: usize) -> Vec<Option<(&'v Fact, &'v Answer)>> {
        let mut stated = vec![None; self.criteria.len()];
        for fact in &product.facts {
            let place = self.place(fact.criterion).and_then(|at| stated.get_mut(at));
            let answer = fact.answers.iter().find(|answer| answer.variants.contains(number));
            if let (Some(place), Some(answer)) = (place, answer) {
                *place = Some((fact, answer));
            }
        }
        stated
    }

    /// The position in `criteria` of the criterion with this number.
    fn place(&self, criterion: usize) -> Option<usize> {
        self.criteria.binary_search_by_key(&criterion, |(number, _)| *number).ok()
    }
}

/// The criterion that divides the alternatives of a kind, by number; `None` where they
/// are not divided, or by something else.
pub(super) fn form(catalogue: &Catalogue, kind: usize) -> Option<usize> {
    match catalogue.kinds.get_index(kind)?.1.group_by? {
        GroupBy::Criterion(number) => Some(number),
        GroupBy::Hosting => None,
    }
}

/// The criteria on which a later layer of data gives this variant another answer.
fn deviating(product: &Product, number: usize, deviations: &[Deviation]) -> Box<[usize]> {
    let Some(variant) = product.variants.get(number) else { return Box::default() };
    let mine = deviations.iter().filter_map(|deviation| match &deviation.what {
        DeviationKind::Fact { product: id, kind, criterion, variants } => {
            (*id == product.id && *kind == product.kind && variants.contains(&variant.id))
                .then_some(*criterion)
        }
        _ => None,
    });
    mine.collect()
}

/// The one answer that is left, by number.
fn single(knowledge: &Knowledge) -> Option<usize> {
    match knowledge.possible {
        Possible::Choices(set) if set.len() == 1 => set.members().next(),
        _ => None,
    }
}
