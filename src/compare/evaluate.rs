//! Evaluates one alternative after another.

use std::borrow::Cow;

use crate::assess::answers::{everything, level_range};
use crate::assess::knowledge::knowledge;
use crate::assess::score::{coverage, score};
use crate::assess::{Demand, Demands, Eligibility, Knowledge, Ratio, RuleOutcome, Status, Weights};
use crate::model::{
    Answer, Catalogue, Criterion, Date, Deviation, DeviationKind, Fact, Grade, GroupBy, Localized, Possible,
    Product, Profile, Set,
};

use super::adjust::{Refusal, Request, kind_id};
use super::evaluation::{Block, Evaluation};
use super::shared::{Cell, CellIndex, Interner, Shared};

/// With less than one part in this many known, an alternative is not given a
/// place for people: its order would say more about the search than about it.
const TOO_LITTLE: u32 = 3;

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
    /// For each criterion, what is known where nobody has looked, and the place of
    /// that cell.
    untouched: Vec<(Knowledge, CellIndex)>,
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
        let untouched = criteria
            .iter()
            .map(|(number, criterion)| {
                let open = level_range(&criterion.question, &everything(&criterion.question));
                let knowledge = Knowledge::none(criterion, open);
                (knowledge.clone(), cells.keep(Cell { criterion: *number, knowledge }))
            })
            .collect();
        Ok(Evaluator {
            keeps_reasons: true,
            untouched,
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
        let known: Vec<Cow<'_, Knowledge>> = self
            .criteria
            .iter()
            .zip(&stated)
            .zip(&self.untouched)
            .map(|(((_, criterion), stated), (untouched, _))| match *stated {
                None => Cow::Borrowed(untouched),
                Some(stated) => {
                    let (rule, open) = (self.profile.evidence, untouched.levels);
                    Cow::Owned(knowledge(criterion, stated, (product, number), rule, self.as_of, open))
                }
            })
            .collect();
        let (eligibility, rules) = self.demands.judge(&|criterion| {
            let at = self.place(criterion)?;
            let (_, found) = self.criteria.get(at)?;
            Some((&found.question, &**known.get(at)?, found.settled_by))
        });
        let levels = || self.criteria.iter().zip(&known).map(|((number, _), known)| (*number, known.levels));
        let coverage = coverage(&self.weights, levels());
        let block = match eligibility {
            Eligibility::KnockedOut => Block::KnockedOut,
            _ if coverage.is_below_one_in(TOO_LITTLE) => Block::TooLittle,
            Eligibility::Eligible => Block::Eligible,
            Eligibility::Undecided => Block::Undecided,
        };
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
        let weighing =
            || self.criteria.iter().zip(&known).filter(|((number, _), _)| self.weights.part(*number) > 0);
        Evaluation {
            number: at,
            eligibility,
            block,
            score: score(&self.weights, levels()),
            coverage,
            vendor_stated: Ratio::new(sum(true), sum(false)),
            // Questions have no more than 64 answers.
            group: group.and_then(|at| u8::try_from(at).ok()),
            rules: rules.into_iter().map(|rule| self.rules.keep(rule)).collect(),
            open_questions: weighing().filter(|(_, known)| !known.levels.is_settled()).count(),
            self_arranged: weighing()
                .filter(|((_, criterion), known)| is_self_arranged(criterion, known))
                .count(),
            stale_answers: known.iter().filter(|known| known.status == Status::Stale).count(),
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
                .zip(&self.untouched)
                .map(|(((criterion, _), known), (_, untouched))| match known {
                    Cow::Borrowed(_) => *untouched,
                    Cow::Owned(knowledge) => self.cells.keep(Cell { criterion: *criterion, knowledge }),
                })
                .collect(),
        }
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

/// The answer that an institution gives for what it runs itself.
const SELF_HOSTED: &str = "self-hosted";

/// Whether the answer is that the institution sees to it itself.
#[must_use]
pub(crate) fn is_self_arranged(criterion: &Criterion, knowledge: &Knowledge) -> bool {
    // Most answers can be told apart by their number, without looking at words.
    let given = match &knowledge.possible {
        Possible::Choices(set) if set.len() == 1 => *set,
        Possible::Options { has, .. } => *has,
        Possible::Numbers { ranges, named } if ranges.is_empty() && named.len() == 1 => *named,
        _ => Set::EMPTY,
    };
    !given.is_empty() && criterion.question.find(SELF_HOSTED).is_some_and(|at| given.contains(at))
}

/// The one answer that is left, by number.
fn single(knowledge: &Knowledge) -> Option<usize> {
    match knowledge.possible {
        Possible::Choices(set) if set.len() == 1 => set.members().next(),
        _ => None,
    }
}
