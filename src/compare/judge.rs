//! Judging one alternative after the other, and putting them in order.

use std::borrow::Cow;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

use indexmap::IndexMap;
use indexmap::set::Slice;
use rayon::prelude::*;

use crate::assess::answers::{everything, level_range};
use crate::assess::knowledge::knowledge;
use crate::assess::score::{coverage, score};
use crate::assess::{
    Demands, Eligibility, Knowledge, Rank, RankBy, Ratio, RuleOutcome, ScoreRange, Standing, Status, Weights,
    ranking,
};
use crate::model::{
    Answer, Catalogue, Criterion, Date, Deviation, DeviationKind, Fact, Grade, Localized, Possible, Profile,
    Set, Vendor,
};

use super::{Block, Cell, Group, Impossible, Row};

/// With less than one part in this many known, an alternative is not given a
/// place for people: its order would say more about the search than about it.
const TOO_LITTLE: u32 = 3;

/// What an alternative is judged by: criteria, weights and demands of one kind.
pub struct Judge<'c> {
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
    untouched: Vec<(Knowledge, Place)>,
    cells: Once<Cell>,
    rules: Once<RuleOutcome>,
    reasons: Once<Localized>,
}

/// One alternative, judged. It holds nothing of the product's file, so that
/// the file need not be kept; [`super::arrange`] makes rows of these.
#[derive(Debug)]
pub struct Judged {
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
    pub own_word: Ratio,
    /// The answer by which the ranking is divided, if it is and that is settled.
    pub(super) group: Option<u8>,
    /// Demands that are not met for certain; see [`super::Comparison::rules`].
    pub(super) rules: Box<[Place]>,
    /// Per criterion; see [`super::Comparison::cells`].
    pub(super) cells: Box<[Place]>,
    /// For some of these cells, by their number, why nothing was found; see
    /// [`super::Comparison::reasons`].
    pub(super) reasons: Box<[(Place, Place)]>,
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

/// A list in which each value stands once.
type IndexSet<T> = indexmap::IndexSet<T, foldhash::fast::RandomState>;

/// A place in one of the lists of [`Shared`].
pub(super) type Place = u32;

/// Answers and outcomes that many alternatives have, each kept once.
#[derive(Debug, Default)]
pub struct Shared {
    pub(super) cells: Box<Slice<Cell>>,
    pub(super) rules: Box<Slice<RuleOutcome>>,
    pub(super) reasons: Box<Slice<Localized>>,
}

/// A list in the making, filled by several threads.
struct Once<T>(Mutex<IndexSet<T>>);

impl<T: Eq + Hash> Once<T> {
    fn new() -> Once<T> {
        Once(Mutex::new(IndexSet::default()))
    }

    fn keep(&self, value: T) -> Place {
        // A list that another thread left while it panicked still holds whole values.
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Place::try_from(known.insert_full(value).0).unwrap_or(Place::MAX)
    }

    /// The list alone: nothing is looked up in it any more.
    fn finish(self) -> Box<Slice<T>> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner).into_boxed_slice()
    }
}

impl<'c> Judge<'c> {
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
    ) -> Result<Judge<'c>, Impossible> {
        let weights = Weights::new(catalogue, kind, profile.themes.as_ref(), &profile.weights)
            .ok_or(Impossible::TooFine)?;
        if weights.total() == 0 {
            return Err(Impossible::NothingWeighs);
        }
        let criteria: Vec<(usize, &Criterion)> = catalogue.criteria_of(kind).collect();
        let (_, kind_data) = catalogue.kinds.get_index(kind).ok_or(Impossible::NothingWeighs)?;
        let cells = Once::new();
        let untouched = criteria
            .iter()
            .map(|(number, criterion)| {
                let open = level_range(&criterion.question, &everything(&criterion.question));
                let knowledge = Knowledge::none(criterion, open);
                (knowledge.clone(), cells.keep(Cell { criterion: *number, knowledge }))
            })
            .collect();
        Ok(Judge {
            keeps_reasons: true,
            untouched,
            demands: Demands::new(catalogue, kind, profile, &weights),
            grouped_by: if ungrouped { None } else { kind_data.group_by },
            cells,
            rules: Once::new(),
            reasons: Once::new(),
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
    pub fn without_reasons(self) -> Judge<'c> {
        Judge { keeps_reasons: false, ..self }
    }

    /// Judges all alternatives of a product; none when it is of another kind or
    /// no longer in use. `deviations` is what later layers change in it.
    #[must_use]
    pub fn product(&self, vendor: &Vendor, deviations: &[Deviation]) -> Vec<Box<Judged>> {
        if vendor.kind != self.kind || vendor.retired.is_some() || vendor.withdrawn.is_some() {
            return Vec::new();
        }
        let numbers = (0..).take(vendor.variants.len());
        numbers.map(|at| Box::new(self.alternative(vendor, at, deviations))).collect()
    }

    /// What the judged alternatives share.
    #[must_use]
    pub fn finish(self) -> Shared {
        Shared { cells: self.cells.finish(), rules: self.rules.finish(), reasons: self.reasons.finish() }
    }

    fn alternative(&self, vendor: &Vendor, at: u8, deviations: &[Deviation]) -> Judged {
        let number = usize::from(at);
        let stated = self.stated(vendor, number);
        let known: Vec<Cow<'_, Knowledge>> = self
            .criteria
            .iter()
            .zip(&stated)
            .zip(&self.untouched)
            .map(|(((_, criterion), stated), (untouched, _))| match *stated {
                None => Cow::Borrowed(untouched),
                Some(stated) => {
                    let (rule, open) = (self.profile.evidence, untouched.levels);
                    Cow::Owned(knowledge(criterion, stated, (vendor, number), rule, self.as_of, open))
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
        Judged {
            number: at,
            eligibility,
            block,
            score: score(&self.weights, levels()),
            coverage,
            own_word: Ratio::new(sum(true), sum(false)),
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
            deviations: deviating(vendor, number, deviations),
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
    fn stated<'v>(&self, vendor: &'v Vendor, number: usize) -> Vec<Option<(&'v Fact, &'v Answer)>> {
        let mut stated = vec![None; self.criteria.len()];
        for fact in &vendor.facts {
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
fn deviating(vendor: &Vendor, number: usize, deviations: &[Deviation]) -> Box<[usize]> {
    let Some(variant) = vendor.variants.get(number) else { return Box::default() };
    let mine = deviations.iter().filter_map(|deviation| match &deviation.what {
        DeviationKind::Fact { vendor: id, kind, criterion, variants } => {
            (*id == vendor.id && *kind == vendor.kind && variants.contains(&variant.id)).then_some(*criterion)
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

/// Weights by which every theme, and every criterion in it, weighs the same.
pub(super) fn equal_weights(
    catalogue: &Catalogue,
    kind: usize,
    criteria: &[(usize, &Criterion)],
) -> Option<Weights> {
    let themes: IndexMap<usize, u32> = (0..catalogue.themes.len()).map(|theme| (theme, 1)).collect();
    let weights: IndexMap<usize, u32> = criteria.iter().map(|(number, _)| (*number, 1)).collect();
    Weights::new(catalogue, kind, Some(&themes), &weights)
}

/// Fills in the ranks, group by group, also those by `equal` weights, and puts
/// the rows in order.
pub(super) fn place(rows: &mut [Row<'_>], shared: &Shared, equal: Option<&Weights>, by: RankBy) {
    let order = |group: Option<Group<'_>>| match group {
        None => 0,
        Some(Group::Answer(at, ..)) => at,
        Some(Group::Unsettled) => usize::MAX,
    };
    let ids = |a: &Row<'_>, b: &Row<'_>| {
        a.vendor.id.cmp(&b.vendor.id).then_with(|| a.variant.id.cmp(&b.variant.id))
    };
    rows.par_sort_unstable_by(|a, b| order(a.group).cmp(&order(b.group)).then_with(|| ids(a, b)));
    for members in rows.chunk_by_mut(|a, b| a.group == b.group) {
        let standing = |row: &Row<'_>, score: ScoreRange| Standing {
            eligibility: row.judged.eligibility,
            low: score.low_parts,
            high: score.high_parts,
        };
        let by_weight: Vec<Standing> = members.iter().map(|row| standing(row, row.judged.score)).collect();
        for (row, rank) in members.iter_mut().zip(ranking::rank(&by_weight, by)) {
            row.rank = rank;
        }
        drop(by_weight);
        let equal: Option<Vec<Standing>> = equal.map(|weights| {
            let levels = |at: &Place| {
                shared.cells.get_index(*at as usize).map(|cell| (cell.criterion, cell.knowledge.levels))
            };
            let scores = members
                .par_iter()
                .map(|row| standing(row, score(weights, row.judged.cells.iter().filter_map(levels))));
            scores.collect()
        });
        let equal = equal.map(|standings| ranking::rank(&standings, by)).into_iter().flatten();
        for (row, rank) in members.iter_mut().zip(equal) {
            row.equal_rank = Some(rank.rank);
        }
        members.par_sort_unstable_by(|a, b| a.rank.rank.cmp(&b.rank.rank).then_with(|| ids(a, b)));
    }
}

/// A row of what was judged, without a rank.
pub(super) fn row<'c>(judged: Box<Judged>, vendor: &'c Vendor, by: Option<&'c Criterion>) -> Option<Row<'c>> {
    let group = by.map(|criterion| {
        match judged.group.and_then(|at| Some((usize::from(at), criterion.question.choice(at.into())?))) {
            Some((at, choice)) => Group::Answer(at, &choice.id, &choice.text),
            None => Group::Unsettled,
        }
    });
    let variant = vendor.variants.get(usize::from(judged.number))?;
    Some(Row { vendor, variant, group, rank: Rank { rank: 0, best: 0, worst: 0 }, equal_rank: None, judged })
}
