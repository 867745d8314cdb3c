//! One alternative, evaluated.

use crate::assess::{Eligibility, Ratio, ScoreRange};

use super::shared::CellIndex;

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
    /// The block in which people find it.
    pub block: Block,
    /// Its score.
    pub score: ScoreRange,
    /// The share of the weight whose level is settled.
    pub coverage: Ratio,
    /// The share of the settled weight that rests on the maker's own word only.
    pub vendor_stated: Ratio,
    /// The answer by which the ranking is divided, if it is and that is settled.
    pub(super) group: Option<u8>,
    /// Demands that are not certainly met; see [`super::Comparison::rules`].
    pub(super) rules: Box<[CellIndex]>,
    /// Per criterion; see [`super::Comparison::cells`].
    pub(super) cells: Box<[CellIndex]>,
    /// For some of these cells, by their number, why nothing was found; see
    /// [`super::Comparison::reasons`].
    pub(super) reasons: Box<[(CellIndex, CellIndex)]>,
    /// Questions of criteria that have weight and whose level is not settled.
    pub open_questions: usize,
    /// Questions that the institution answers for itself because it runs the
    /// product (the answer `self-hosted`), of criteria that have weight.
    pub self_arranged: usize,
    /// Answers whose evidence is stale.
    pub stale_answers: usize,
    /// The criteria, by number, to which the vendor replied.
    pub replies: Box<[usize]>,
    /// The criteria, by number, on which a later layer of data differs.
    pub deviations: Box<[usize]>,
}

/// Where people find an alternative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Block {
    /// Eligible.
    Eligible,
    /// Undecided.
    Undecided,
    /// Too little is known to give it a place.
    TooLittle,
    /// Knocked out.
    KnockedOut,
}

impl Block {
    /// All blocks, in order.
    pub const ALL: [Block; 4] = [Block::Eligible, Block::Undecided, Block::TooLittle, Block::KnockedOut];

    /// Whether alternatives in it have a place.
    #[must_use]
    pub fn has_places(self) -> bool {
        matches!(self, Block::Eligible | Block::Undecided)
    }
}
