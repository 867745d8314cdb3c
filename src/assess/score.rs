//! Score ranges and coverage.

use super::answers::LevelRange;
use super::ratio::Ratio;
use super::weights::Weights;

/// The score of an alternative: at least `low` and at most `high`, both 0 to 1.
///
/// `Σ weight × level / Σ weight` over the criteria of the kind, with the lowest
/// and with the highest level of each. Criteria are treated as independent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreRange {
    /// With the lowest level of each criterion.
    pub low: Ratio,
    /// With the highest level of each criterion.
    pub high: Ratio,
    /// `low` in parts of `100 × Weights::total`, for comparing.
    pub low_parts: u128,
    /// `high` in the same parts.
    pub high_parts: u128,
}

/// The score range over `levels`: criterion number and possible levels.
#[must_use]
pub fn score(weights: &Weights, levels: impl Iterator<Item = (usize, LevelRange)>) -> ScoreRange {
    let (mut low_parts, mut high_parts) = (0u128, 0u128);
    for (criterion, range) in levels {
        let part = weights.part(criterion);
        low_parts += part * u128::from(range.low.hundredths());
        high_parts += part * u128::from(range.high.hundredths());
    }
    let whole = weights.total() * 100;
    ScoreRange {
        low: Ratio::new(low_parts, whole),
        high: Ratio::new(high_parts, whole),
        low_parts,
        high_parts,
    }
}

/// The share of the weight whose level is settled, 0 to 1.
#[must_use]
pub fn coverage(weights: &Weights, levels: impl Iterator<Item = (usize, LevelRange)>) -> Ratio {
    weights.share(levels.filter(|(_, range)| range.is_settled()).map(|(criterion, _)| criterion))
}
