//! Layer 3: what to research or renew next, by what is at stake. `docs/method.md`, section
//! 6a, says what that means.
//!
//! All of it comes from one comparison, in which stale answers do not count: an answer
//! that became too old is then as open as one that nobody looked for. So the points at
//! stake of an alternative add up to what is open of its score, and its demands held open
//! are those that it does not certainly meet and that something other than own work keeps
//! open.

mod reason;

use std::cmp::Reverse;

use indexmap::IndexMap;

use crate::assess::{Demand, Ratio, RuleOutcome, Status};
use crate::compare::{Column, Comparison, Row};
use crate::model::{Date, EvidenceRule, Id, Product, Profile, SettledBy, Source, StaleRule, Variant};

use super::breakdown::parts;
pub use reason::{Why, Work};
use reason::{due, why};

/// A piece of work: one criterion of one product, for the variants of which the file says
/// the same.
#[derive(Debug)]
pub struct Piece<'r, 'c> {
    /// The criterion.
    pub column: Column<'c>,
    /// The variants that it serves, in the order of the file.
    pub variants: Vec<&'c Variant>,
    /// Why it has to be done.
    pub why: Why,
    /// For what is to be renewed, the last day on which it is fresh.
    pub due: Option<Date>,
    /// The highest possible level minus the lowest, in hundredths.
    width: u8,
    /// The demands that it holds open for some variant, each once, with their numbers.
    pub demands: Vec<(usize, &'r Demand)>,
    /// What the answer rests on now.
    pub sources: Vec<&'c Source>,
    /// Who can settle it.
    pub settled_by: SettledBy,
    /// Where the file answers it; where it does not, the beginning of the file.
    pub place: crate::text::Place,
}

/// The work on one product.
#[derive(Debug)]
pub struct OfProduct<'r, 'c> {
    /// The comparison that it is from.
    pub comparison: &'r Comparison<'c>,
    /// The product.
    pub product: &'c Product,
    /// How many of its variants are compared.
    pub variants: usize,
    /// The pieces, in order.
    pub pieces: Vec<Piece<'r, 'c>>,
    /// What is open of the score of the variant of which most is, out of 1.
    pub points: Ratio,
    /// The demands held open of the variant of which most are.
    pub demands: usize,
}

/// The work on one criterion, over all products of a kind.
#[derive(Debug)]
pub struct OfCriterion<'c> {
    /// The criterion.
    pub column: Column<'c>,
    /// How many products have work on it.
    pub products: usize,
    /// How many pieces there are.
    pub pieces: usize,
    /// The widths of the products together: of each product that of its widest piece.
    width: u32,
    /// The demands held open of the products together: of each product those of the piece
    /// with most.
    pub demands: usize,
}

impl OfCriterion<'_> {
    /// The points at stake of the products together, out of 1 for each: of each product
    /// those of the piece with most.
    #[must_use]
    pub fn points(&self) -> Ratio {
        self.column.share.times(self.width).times_hundredths(1)
    }
}

/// The work of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Pieces to research.
    pub research: usize,
    /// Pieces to strengthen.
    pub strengthen: usize,
    /// Pieces to renew.
    pub renew: usize,
}

impl Counts {
    /// All pieces.
    #[must_use]
    pub fn all(self) -> usize {
        self.research + self.strengthen + self.renew
    }
}

/// The work on the products of one kind, in order: what holds most demands open first, and
/// among equals what has most points at stake. A demand decides whether a product can be
/// chosen at all, points only how high it stands.
#[derive(Debug)]
pub struct OfKind<'r, 'c> {
    /// The comparison that it is from.
    pub comparison: &'r Comparison<'c>,
    /// Per product; among equals the one with most pieces first.
    pub products: Vec<OfProduct<'r, 'c>>,
    /// Per criterion.
    pub criteria: Vec<OfCriterion<'c>>,
}

/// All work that is left. Kinds are not mixed: each has criteria, weights and demands of
/// its own.
#[derive(Debug)]
pub struct Worklist<'r, 'c> {
    /// Per kind that has work, in the order of the comparisons.
    pub kinds: Vec<OfKind<'r, 'c>>,
    /// How many variants are left out because they are made for others.
    pub left_out_by_audience: usize,
    /// The drafts that are left out: nobody compares them yet.
    pub left_out_drafts: Vec<&'c Id>,
}

impl<'r, 'c> Worklist<'r, 'c> {
    /// All pieces, with their products.
    pub fn pieces(&self) -> impl Iterator<Item = (&OfProduct<'r, 'c>, &Piece<'r, 'c>)> {
        self.products().flat_map(|of| of.pieces.iter().map(move |piece| (of, piece)))
    }

    /// All products that have work.
    pub fn products(&self) -> impl Iterator<Item = &OfProduct<'r, 'c>> {
        self.kinds.iter().flat_map(|kind| &kind.products)
    }

    /// How many pieces there are.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for (_, piece) in self.pieces() {
            match piece.why.work() {
                Work::Research => counts.research += 1,
                Work::Strengthen => counts.strengthen += 1,
                Work::Renew => counts.renew += 1,
            }
        }
        counts
    }
}

/// The profile by which work is judged: with it, stale answers do not count.
#[must_use]
pub fn judging(profile: &Profile) -> Profile {
    let evidence = EvidenceRule { stale: StaleRule::Unknown, ..profile.evidence };
    Profile { evidence, ..profile.clone() }
}

/// The work on the products that are asked for. The comparisons are by [`judging`], each of
/// another kind, without a dossier; their as-of date is the day until which work is looked
/// for.
#[must_use]
pub fn of<'r, 'c>(comparisons: &'r [Comparison<'c>], asks: impl Fn(&Product) -> bool) -> Worklist<'r, 'c> {
    let kinds = comparisons.iter().map(|comparison| of_kind(comparison, &asks));
    let aside = comparisons.iter().flat_map(|comparison| &comparison.left_out_by_audience);
    Worklist {
        kinds: kinds.filter(|kind| !kind.products.is_empty()).collect(),
        left_out_by_audience: aside.filter(|row| asks(row.product)).count(),
        left_out_drafts: drafts(comparisons, &asks),
    }
}

fn drafts<'c>(comparisons: &[Comparison<'c>], asks: &impl Fn(&Product) -> bool) -> Vec<&'c Id> {
    let rows = comparisons.iter().flat_map(|comparison| &comparison.left_out_drafts);
    let mut ids: Vec<&Id> = rows.filter(|row| asks(row.product)).map(|row| &row.product.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn of_kind<'r, 'c>(comparison: &'r Comparison<'c>, asks: &impl Fn(&Product) -> bool) -> OfKind<'r, 'c> {
    let mut rows: IndexMap<&'c Id, Vec<&'r Row<'c>>> = IndexMap::new();
    for row in &comparison.rows {
        rows.entry(&row.product.id).or_default().push(row);
    }
    rows.retain(|_, rows| rows.first().is_some_and(|row| asks(row.product)));
    let products = rows.into_values().filter_map(|rows| of_product(comparison, rows));
    let mut products: Vec<OfProduct<'r, 'c>> = products.collect();
    products.sort_by_cached_key(|of| {
        let stake = Reverse((of.demands, of.points, of.pieces.len()));
        (stake, of.product.name.to_lowercase(), of.product.id.clone())
    });
    OfKind { comparison, criteria: of_criteria(&products), products }
}

/// The work on one product, by its rows; `None` where there is none.
fn of_product<'r, 'c>(
    comparison: &'r Comparison<'c>,
    mut rows: Vec<&'r Row<'c>>,
) -> Option<OfProduct<'r, 'c>> {
    rows.sort_by_key(|row| row.evaluation.number);
    let product = rows.first()?.product;
    let mut found = OfProduct {
        comparison,
        product,
        variants: rows.len(),
        pieces: Vec::new(),
        points: rows.iter().map(|row| row.evaluation.score.open()).max().unwrap_or(Ratio::ZERO),
        demands: 0,
    };
    for row in &rows {
        let pieces = of_row(comparison, row);
        let mut held: Vec<usize> = pieces.iter().flat_map(Piece::numbers).collect();
        held.sort_unstable();
        held.dedup();
        found.demands = found.demands.max(held.len());
        for piece in pieces {
            match found.pieces.iter_mut().find(|known| known.is_same(&piece)) {
                Some(known) => known.join(piece),
                None => found.pieces.push(piece),
            }
        }
    }
    found.pieces.sort_by_key(|piece| {
        let stake = Reverse((piece.demands.len(), piece.points()));
        (stake, piece.due.is_none(), piece.due, piece.column.number)
    });
    (!found.pieces.is_empty()).then_some(found)
}

/// The work on one alternative.
fn of_row<'r, 'c>(comparison: &'r Comparison<'c>, row: &'r Row<'c>) -> Vec<Piece<'r, 'c>> {
    let rule = comparison.profile.evidence;
    let parts = parts(comparison, row);
    let mine = parts.iter().filter(|part| {
        // What an institution sees to itself, it finds out itself.
        !matches!(part.cell.knowledge.status, Status::OwnWork | Status::Institution)
    });
    let pieces = mine.filter_map(|part| {
        let held: Vec<(&'r Demand, &RuleOutcome)> = comparison
            .rules(row)
            .filter(|(_, outcome)| outcome.kept_open_by.contains(&part.column.number))
            .collect();
        if part.open() == Ratio::ZERO && held.is_empty() {
            return None;
        }
        let why = why(part, &held, rule);
        Some(Piece {
            column: part.column,
            variants: vec![row.variant],
            why,
            due: due(part, why, rule),
            width: part.open_hundredths(),
            demands: held.into_iter().map(|(demand, outcome)| (outcome.demand, demand)).collect(),
            sources: part.evidence.iter().map(|(_, source)| *source).fold(Vec::new(), with),
            settled_by: part.cell.knowledge.settled_by,
            place: part.stated.map_or(row.product.place, |(_, answer)| answer.place),
        })
    });
    pieces.collect()
}

impl Piece<'_, '_> {
    /// The points at stake for each of the variants, out of 1.
    #[must_use]
    pub fn points(&self) -> Ratio {
        self.column.share.times_hundredths(self.width)
    }

    fn numbers(&self) -> impl Iterator<Item = usize> {
        self.demands.iter().map(|(number, _)| *number)
    }

    /// Whether the file says the same, and the same is to be done about it.
    fn is_same(&self, other: &Piece<'_, '_>) -> bool {
        self.column.number == other.column.number
            && self.place == other.place
            && (self.why, self.due) == (other.why, other.due)
            && (self.width, self.settled_by) == (other.width, other.settled_by)
    }
}

impl<'r, 'c> Piece<'r, 'c> {
    /// Serves these variants too.
    fn join(&mut self, other: Piece<'r, 'c>) {
        self.variants.extend(other.variants);
        for (number, demand) in other.demands {
            if !self.numbers().any(|known| known == number) {
                self.demands.push((number, demand));
            }
        }
        self.sources = other.sources.into_iter().fold(std::mem::take(&mut self.sources), with);
    }
}

/// The sources with this one, once.
fn with<'c>(mut sources: Vec<&'c Source>, one: &'c Source) -> Vec<&'c Source> {
    if !sources.iter().any(|known| std::ptr::eq(*known, one)) {
        sources.push(one);
    }
    sources
}

/// The work per criterion.
fn of_criteria<'c>(products: &[OfProduct<'_, 'c>]) -> Vec<OfCriterion<'c>> {
    let mut found: IndexMap<usize, OfCriterion<'c>> = IndexMap::new();
    for of in products {
        let mut mine: IndexMap<usize, Vec<&Piece<'_, 'c>>> = IndexMap::new();
        for piece in &of.pieces {
            mine.entry(piece.column.number).or_default().push(piece);
        }
        for (number, pieces) in mine {
            let Some(first) = pieces.first() else { continue };
            let new = OfCriterion { column: first.column, products: 0, pieces: 0, width: 0, demands: 0 };
            let total = found.entry(number).or_insert(new);
            total.products += 1;
            total.pieces += pieces.len();
            total.width += pieces.iter().map(|piece| u32::from(piece.width)).max().unwrap_or_default();
            total.demands += pieces.iter().map(|piece| piece.demands.len()).max().unwrap_or_default();
        }
    }
    let mut all: Vec<OfCriterion<'c>> = found.into_values().collect();
    all.sort_by_key(|of| (Reverse((of.demands, of.points())), of.column.number));
    all
}
