//! Judging one alternative after the other, and putting them in order.

use indexmap::IndexMap;

use crate::assess::eligibility::Demands;
use crate::assess::knowledge::knowledge;
use crate::assess::score::{coverage, score};
use crate::assess::{
    Eligibility, Knowledge, LevelRange, Rank, RankBy, Ratio, ScoreRange, Standing, Status, Weights, ranking,
};
use crate::model::{Catalogue, Criterion, Date, DeviationKind, Grade, Possible, Profile, Set, Vendor};

use super::{Block, Cell, Group, Row};

/// With less than one part in this many known, an alternative is not given a
/// place for people: its order would say more about the search than about it.
const TOO_LITTLE: u32 = 3;

/// What judging one alternative needs.
pub(super) struct Judge<'j, 'c> {
    pub(super) catalogue: &'c Catalogue,
    pub(super) criteria: &'j [(usize, &'c Criterion)],
    pub(super) open: &'j [LevelRange],
    pub(super) weights: &'j Weights,
    pub(super) demands: &'j Demands<'c>,
    pub(super) profile: &'c Profile,
    pub(super) grouped_by: Option<usize>,
    pub(super) as_of: Date,
}

impl<'c> Judge<'_, 'c> {
    pub(super) fn row(&self, vendor: &'c Vendor, number: usize) -> Option<Row<'c>> {
        let cells: Vec<Cell<'c>> = self
            .criteria
            .iter()
            .zip(self.open)
            .map(|((at, criterion), open)| Cell {
                criterion: *at,
                knowledge: knowledge(
                    criterion,
                    *at,
                    (vendor, number),
                    self.profile.evidence,
                    self.as_of,
                    *open,
                ),
            })
            .collect();
        let places: IndexMap<usize, usize> =
            self.criteria.iter().enumerate().map(|(at, (number, _))| (*number, at)).collect();
        let (eligibility, rules) = self.demands.judge(&|criterion| {
            let at = *places.get(&criterion)?;
            let (_, found) = self.criteria.get(at)?;
            Some((&found.question, &cells.get(at)?.knowledge, found.settled_by))
        });
        let levels =
            || self.criteria.iter().zip(&cells).map(|((number, _), cell)| (*number, cell.knowledge.levels));
        let coverage = coverage(self.weights, levels());
        let block = match eligibility {
            Eligibility::KnockedOut => Block::KnockedOut,
            _ if coverage.is_below_one_in(TOO_LITTLE) => Block::TooLittle,
            Eligibility::Eligible => Block::Eligible,
            Eligibility::Undecided => Block::Undecided,
        };
        let group = self.grouped_by.and_then(|by| {
            let at = *places.get(&by)?;
            Some(group(self.criteria.get(at)?.1, &cells.get(at)?.knowledge))
        });
        let settled: Vec<(usize, bool)> = self
            .criteria
            .iter()
            .zip(&cells)
            .filter(|(_, cell)| cell.knowledge.levels.is_settled() && cell.knowledge.counts())
            .map(|((number, _), cell)| (*number, cell.knowledge.grade == Some(Grade::Vendor)))
            .collect();
        let sum = |own: bool| -> u128 {
            settled
                .iter()
                .filter(|(_, vendor_only)| *vendor_only || !own)
                .map(|(n, _)| self.weights.part(*n))
                .sum()
        };
        let weighs = |number: &usize| self.weights.part(*number) > 0;
        let open_questions = self
            .criteria
            .iter()
            .zip(&cells)
            .filter(|((number, _), cell)| weighs(number) && !cell.knowledge.levels.is_settled())
            .count();
        let self_arranged = self
            .criteria
            .iter()
            .zip(&cells)
            .filter(|((number, criterion), cell)| {
                weighs(number) && is_self_arranged(criterion, &cell.knowledge)
            })
            .count();
        let with_fact = |wanted: &dyn Fn(&crate::model::Fact) -> bool| -> Vec<&'c Criterion> {
            self.criteria
                .iter()
                .zip(&cells)
                .filter(|(_, cell)| cell.knowledge.stated.is_some_and(|(fact, _)| wanted(fact)))
                .map(|((_, criterion), _)| *criterion)
                .collect()
        };
        Some(Row {
            variant: vendor.variants.get(number)?,
            vendor,
            number,
            group,
            rank: Rank { rank: 0, best: 0, worst: 0 },
            equal_rank: None,
            eligibility,
            block,
            score: score(self.weights, levels()),
            coverage,
            own_word: Ratio::new(sum(true), sum(false)),
            rules,
            open_questions,
            self_arranged,
            stale_answers: cells.iter().filter(|cell| cell.knowledge.status == Status::Stale).count(),
            replies: with_fact(&|fact| fact.reply.is_some()),
            deviations: self.deviations(vendor, number),
            cells,
        })
    }
}

impl<'c> Judge<'_, 'c> {
    /// The criteria on which a later layer of data gives this variant another answer.
    fn deviations(&self, vendor: &Vendor, number: usize) -> Vec<&'c Criterion> {
        let Some(variant) = vendor.variants.get(number) else { return Vec::new() };
        let mine = self.catalogue.deviations.iter().filter_map(|deviation| match &deviation.what {
            DeviationKind::Fact { vendor: id, kind, criterion, variants } => {
                (*id == vendor.id && *kind == vendor.kind && variants.contains(&variant.id))
                    .then_some(*criterion)
            }
            _ => None,
        });
        mine.filter_map(|criterion| self.catalogue.criterion(criterion)).collect()
    }
}

/// The answer that an institution gives for what it runs itself.
const SELF_HOSTED: &str = "self-hosted";

/// Whether the answer is that the institution sees to it itself.
fn is_self_arranged(criterion: &Criterion, knowledge: &Knowledge<'_>) -> bool {
    let Some(at) = criterion.question.find(SELF_HOSTED) else { return false };
    match &knowledge.possible {
        Possible::Choices(set) => *set == Set::one(at),
        Possible::Options { has, .. } => has.contains(at),
        Possible::Numbers { ranges, named } => ranges.is_empty() && *named == Set::one(at),
    }
}

fn group<'c>(criterion: &'c Criterion, knowledge: &Knowledge<'_>) -> Group<'c> {
    let single = match knowledge.possible {
        Possible::Choices(set) if set.len() == 1 => set.members().next(),
        _ => None,
    };
    match single.and_then(|at| Some((at, criterion.question.choice(at)?))) {
        Some((at, choice)) => Group::Answer(at, &choice.id, &choice.text),
        None => Group::Unsettled,
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

/// Fills in the ranks, group by group, and puts the rows in order.
pub(super) fn place(rows: &mut [Row<'_>], equal: Option<&Weights>, by: RankBy) {
    let order = |group: Option<Group<'_>>| match group {
        None => 0,
        Some(Group::Answer(at, ..)) => at,
        Some(Group::Unsettled) => usize::MAX,
    };
    rows.sort_by(|a, b| {
        let key = |row: &Row<'_>| (order(row.group), row.vendor.id.clone(), row.variant.id.clone());
        key(a).cmp(&key(b))
    });
    let mut start = 0;
    while start < rows.len() {
        let group = rows[start].group;
        let end = start + rows[start..].iter().take_while(|row| row.group == group).count();
        let members = &mut rows[start..end];
        let standings: Vec<Standing> = members
            .iter()
            .map(|row| Standing {
                eligibility: row.eligibility,
                low: row.score.low_parts,
                high: row.score.high_parts,
            })
            .collect();
        let equal_standings: Option<Vec<Standing>> = equal.map(|weights| {
            let standing = |row: &Row<'_>| {
                let score = score_of(row, weights);
                Standing { eligibility: row.eligibility, low: score.low_parts, high: score.high_parts }
            };
            members.iter().map(standing).collect()
        });
        let ranks = ranking::rank(&standings, by);
        for (row, rank) in members.iter_mut().zip(ranks) {
            row.rank = rank;
        }
        for (row, rank) in members.iter_mut().zip(equal_standings.iter().flat_map(|s| ranking::rank(s, by))) {
            row.equal_rank = Some(rank.rank);
        }
        members.sort_by_key(|row| row.rank.rank);
        start = end;
    }
}

fn score_of(row: &Row<'_>, weights: &Weights) -> ScoreRange {
    score(weights, row.cells.iter().map(|cell| (cell.criterion, cell.knowledge.levels)))
}
