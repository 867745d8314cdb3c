//! One alternative after the other is evaluated.

use std::borrow::Cow;

use crate::assess::answers::{everything, level_range};
use crate::assess::knowledge::knowledge;
use crate::assess::score::{coverage, score};
use crate::assess::{Demands, Eligibility, Knowledge, Rank, Ratio, RuleOutcome, ScoreRange, Status, Weights};
use crate::model::{
    Answer, Catalogue, Criterion, Date, Deviation, DeviationKind, Fact, Grade, Localized, Possible, Product,
    Profile, Set,
};

use super::shared::{CellIndex, Interner, Shared};
use super::{Block, Cell, Group, Impossible, Row};

/// With less than one part in this many known, an alternative is not given a
/// place for people: its order would say more about the search than about it.
const TOO_LITTLE: u32 = 3;

/// What an alternative is judged by: criteria, weights and demands of one kind.
pub struct Evaluator<'c> {
    pub(super) criteria: Vec<(usize, &'c Criterion)>,
    pub(super) weights: Weights,
    pub(super) demands: Demands<'c>,
    pub(super) grouped_by: Option<usize>,
    kind: usize,
    profile: &'c Profile,
    as_of: Date,
    /// Whether the reasons are kept why nothing was found.
    keeps_reasons: bool,
    /// Of each criterion what is known where nobody looked, and the place of that cell.
    untouched: Vec<(Knowledge, CellIndex)>,
    cells: Interner<Cell>,
    rules: Interner<RuleOutcome>,
    reasons: Interner<Localized>,
}

/// One alternative, judged. It holds nothing of the product's file, so that
/// the file need not be kept; [`super::arrange`] makes rows of these.
#[derive(Debug)]
pub struct Evaluation {
    /// The variant's number in the product, which has at most [`Set::MOST`] of them.
    pub number: u8,
    /// What the hard demands say.
    pub eligibility: Eligibility,
    /// Where it stands for people.
    pub block: Block,
    /// Its score.
    pub score: ScoreRange,
    /// The share of the weight whose level is settled.
    pub coverage: Ratio,
    /// The share of the settled weight that rests on the maker's own word only.
    pub vendor_stated: Ratio,
    /// The answer by which the ranking is divided, if it is and that is settled.
    pub(super) group: Option<u8>,
    /// Demands that are not met for certain; see [`super::Comparison::rules`].
    pub(super) rules: Box<[CellIndex]>,
    /// Per criterion; see [`super::Comparison::cells`].
    pub(super) cells: Box<[CellIndex]>,
    /// For some of these cells, by their number, why nothing was found; see
    /// [`super::Comparison::reasons`].
    pub(super) reasons: Box<[(CellIndex, CellIndex)]>,
    /// Questions of criteria that weigh and whose level is not settled.
    pub open_questions: usize,
    /// Questions that the institution answers for itself because it runs the
    /// product (DESIGN 4.1: the answer `self-hosted`), of criteria that weigh.
    pub self_arranged: usize,
    /// Answers whose evidence is stale.
    pub stale_answers: usize,
    /// The criteria, by number, to which the vendor replied.
    pub replies: Box<[usize]>,
    /// The criteria, by number, on which a later layer of data differs.
    pub deviations: Box<[usize]>,
}

impl<'c> Evaluator<'c> {
    /// Gathers what alternatives of `kind` are judged by.
    ///
    /// # Errors
    /// When the weights give no score.
    pub fn new(
        catalogue: &'c Catalogue,
        kind: usize,
        profile: &'c Profile,
        as_of: Date,
        ungrouped: bool,
    ) -> Result<Evaluator<'c>, Impossible> {
        let weights = Weights::new(catalogue, kind, profile.themes.as_ref(), &profile.weights)
            .ok_or(Impossible::TooFine)?;
        if weights.total() == 0 {
            return Err(Impossible::NothingWeighs);
        }
        let criteria: Vec<(usize, &Criterion)> = catalogue.criteria_of(kind).collect();
        let (_, kind_data) = catalogue.kinds.get_index(kind).ok_or(Impossible::NothingWeighs)?;
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
            demands: Demands::new(catalogue, kind, profile, &weights),
            grouped_by: if ungrouped { None } else { kind_data.group_by },
            cells,
            rules: Interner::new(),
            reasons: Interner::new(),
            criteria,
            weights,
            kind,
            profile,
            as_of,
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

    /// What the judged alternatives share.
    #[must_use]
    pub fn finish(self) -> Shared {
        Shared { cells: self.cells.finish(), rules: self.rules.finish(), reasons: self.reasons.finish() }
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
        let group = self.grouped_by.and_then(|by| single(known.get(self.place(by)?)?));
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
    /// layers differ, the last that speaks of it.
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

    /// Where a criterion stands in `criteria`, by its number.
    fn place(&self, criterion: usize) -> Option<usize> {
        self.criteria.binary_search_by_key(&criterion, |(number, _)| *number).ok()
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
pub fn is_self_arranged(criterion: &Criterion, knowledge: &Knowledge) -> bool {
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

/// A row of what was judged, without a rank.
pub(super) fn row<'c>(
    evaluation: Box<Evaluation>,
    product: &'c Product,
    by: Option<&'c Criterion>,
) -> Option<Row<'c>> {
    let group = by.map(|criterion| {
        match evaluation.group.and_then(|at| Some((usize::from(at), criterion.question.choice(at.into())?))) {
            Some((at, choice)) => Group::Answer(at, &choice.id, &choice.text),
            None => Group::Unsettled,
        }
    });
    let variant = product.variants.get(usize::from(evaluation.number))?;
    Some(Row {
        product,
        variant,
        group,
        rank: Rank { rank: 0, best: 0, worst: 0 },
        equal_rank: None,
        evaluation,
    })
}
