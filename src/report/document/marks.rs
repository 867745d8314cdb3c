//! What documents about alternatives share: a bar, the tone of a demand, and which data they
//! were made from.

use crate::assess::{Ratio, RuleStatus};
use crate::compare::{Comparison, Evaluation};

use super::{Segment, Texture, Tone};

/// This much of the fingerprint is enough to distinguish sets of data.
const SHORT: usize = 16;

/// The bar of an alternative.
pub(super) fn bar(evaluation: &Evaluation) -> Vec<Segment> {
    let score = &evaluation.score;
    let ends = [
        (Texture::Shown, score.low()),
        (Texture::OwnWork, score.with_own_work()),
        (Texture::Open, score.high()),
        (Texture::Rest, Ratio::ONE),
    ];
    ends.into_iter().map(|(texture, end)| Segment { texture, end }).collect()
}

/// The beginning of the fingerprint of the data.
pub(super) fn short(comparison: &Comparison<'_>) -> String {
    comparison.sha256.chars().take(SHORT).collect()
}

/// The words for a demand that is not certainly met.
pub(super) fn tone(status: RuleStatus) -> Tone {
    match status {
        RuleStatus::Fires => Tone::Wrong,
        RuleStatus::Indication | RuleStatus::Open => Tone::Open,
        RuleStatus::Condition | RuleStatus::Depends => Tone::Plain,
    }
}
