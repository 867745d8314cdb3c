//! One alternative, evaluated.

use crate::assess::{Eligibility, Ratio, ScoreRange, Shares};
use crate::model::{Fact, Heard, Product};

use super::shared::CellIndex;
use super::turned::{Spot, Turned};

/// The evaluations of all products, in the order of the catalogue.
pub type Evaluations = Vec<Vec<Box<Evaluation>>>;

/// One alternative, evaluated. It holds nothing from the product's file, so
/// that the file need not be kept; [`super::arrange()`] makes rows of these.
#[derive(Debug)]
pub struct Evaluation {
    /// The variant's number in the product, which has at most [`Set::MOST`](crate::model::Set::MOST) of them.
    pub number: u8,
    /// What the hard demands say.
    pub eligibility: Eligibility,
    /// Its score.
    pub score: ScoreRange,
    /// How the weight is divided over what is known, own work and open.
    pub shares: Shares,
    /// The share of the settled weight that rests on the maker's own word only.
    pub vendor_stated: Ratio,
    /// The answer by which the ranking is divided, if it is and that is settled.
    pub(super) group: Option<u8>,
    /// Whether a requirement of the triage leaves it out.
    pub(super) is_left_out: bool,
    /// What it comes to with a premise the other way round, where that differs.
    pub(super) turned: Box<[Turned]>,
    /// Demands that are not certainly met; see [`super::Comparison::rules`].
    pub(super) rules: Box<[CellIndex]>,
    /// Per criterion; see [`super::Comparison::cells`].
    pub(super) cells: Box<[CellIndex]>,
    /// For some of these cells, by their number, why nothing was found; see
    /// [`super::Comparison::reasons`].
    pub(super) reasons: Box<[(CellIndex, CellIndex)]>,
    /// Questions of criteria that have weight, are not settled, and are not own work.
    pub open_questions: usize,
    /// Questions that the institution sees to itself, of criteria that have weight.
    pub own_work: usize,
    /// Answers that rest on the word of the institution.
    pub institution_answers: usize,
    /// Answers that rest on something stale.
    pub stale_answers: usize,
    /// Of these, the answers that rest on a source without a date; the others rest on old
    /// sources.
    pub undated_answers: usize,
    /// The sources that its answers rest on.
    pub sources: SourceCount,
    /// Whether the maker was heard about the product.
    pub heard: Heard,
    /// The criteria, by number, to which the vendor replied.
    pub replies: Box<[usize]>,
    /// The criteria, by number, on which a later layer of data differs.
    pub deviations: Box<[usize]>,
}

/// How many sources the answers of an alternative rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceCount {
    /// All of them.
    pub all: usize,
    /// Those that were read in a stored copy of which nobody knows the day.
    pub undated: usize,
}

impl SourceCount {
    /// Those of `product` that these facts rest on, for the variant with this number.
    pub(super) fn of<'f>(
        product: &Product,
        variant: usize,
        facts: impl Iterator<Item = &'f Fact>,
    ) -> SourceCount {
        let mut used = vec![false; product.sources.len()];
        for item in facts.flat_map(|fact| &fact.evidence).filter(|item| item.covers(variant)) {
            if let Some(used) = used.get_mut(item.source) {
                *used = true;
            }
        }
        let used = || product.sources.iter().zip(&used).filter(|(_, used)| **used);
        let undated = used().filter(|(source, _)| source.undated_copy).count();
        SourceCount { all: used().count(), undated }
    }
}

impl Evaluation {
    /// What places it.
    pub(super) fn spot(&self) -> Spot {
        let Evaluation { score, eligibility, group, is_left_out, .. } = *self;
        Spot { score, eligibility, group, is_left_out }
    }

    /// What places it with a premise the other way round, by its place among those that
    /// were turned; `None` where nothing differs.
    pub(super) fn in_world(&self, world: usize) -> Option<Spot> {
        self.turned.iter().find(|turned| usize::from(turned.world) == world).map(|turned| turned.spot)
    }

    /// Whether people see it with a place: it is not knocked out, and something is known
    /// of it.
    #[must_use]
    pub fn has_place(&self) -> bool {
        self.eligibility.has_places() && !self.is_blank()
    }

    /// Whether nothing at all is known, of what weighs.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.shares.open == Ratio::ONE
    }
}
