//! Score ranges and coverage.

use super::answers::LevelRange;
use super::ratio::Ratio;
use super::weights::Weights;

/// The score of an alternative: at least [`low`](ScoreRange::low) and at most
/// [`high`](ScoreRange::high), both 0 to 1.
///
/// `Σ weight × level / Σ weight` over the criteria of the kind, once with the
/// lowest and once with the highest level of each. Criteria are treated as
/// independent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreRange {
    /// With the lowest level of each criterion, in parts of the whole.
    pub low_parts: u128,
    /// With the highest level of each criterion, in parts of the whole.
    pub high_parts: u128,
    /// All parts: `100 × Weights::total`, the same for all alternatives.
    whole: u128,
}

impl ScoreRange {
    /// With the lowest level of each criterion.
    #[must_use]
    pub fn low(self) -> Ratio {
        Ratio::new(self.low_parts, self.whole)
    }

    /// With the highest level of each criterion.
    #[must_use]
    pub fn high(self) -> Ratio {
        Ratio::new(self.high_parts, self.whole)
    }
}

/// The score range over `levels`: pairs of a criterion number and its possible levels.
#[must_use]
pub(crate) fn score(weights: &Weights, levels: impl Iterator<Item = (usize, LevelRange)>) -> ScoreRange {
    let mut score = ScoreRange { low_parts: 0, high_parts: 0, whole: weights.total() * 100 };
    for (criterion, range) in levels {
        let part = weights.part(criterion);
        score.low_parts += part * u128::from(range.low.hundredths());
        score.high_parts += part * u128::from(range.high.hundredths());
    }
    score
}

/// The share of the weight whose level is settled, 0 to 1.
#[must_use]
pub(crate) fn coverage(weights: &Weights, levels: impl Iterator<Item = (usize, LevelRange)>) -> Ratio {
    weights.share(levels.filter(|(_, range)| range.is_settled()).map(|(criterion, _)| criterion))
}
