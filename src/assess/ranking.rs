//! Ranks, with ties, and the range of ranks that remain possible.

use super::eligibility::Eligibility;

/// What alternatives are ordered by, within each class of eligibility.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RankBy {
    /// By the lowest score; then by the highest.
    #[default]
    Low,
    /// By the highest score; then by the lowest.
    High,
    /// By the middle of the range; then by the lowest score.
    Middle,
}

/// What a rank depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The class.
    pub eligibility: Eligibility,
    /// The lowest score, in parts that all alternatives share.
    pub low: u128,
    /// The highest score, in the same parts.
    pub high: u128,
}

/// A rank, and the range of ranks that remain possible until all facts are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// From 1; equal standings have equal ranks (1, 2, 2, 4).
    pub rank: usize,
    /// 1 + the number of alternatives that are certainly above it.
    pub best: usize,
    /// 1 + the number of alternatives that can be above it.
    pub worst: usize,
}

impl Standing {
    /// The sort key: smaller ranks higher.
    fn key(self, by: RankBy) -> (Eligibility, std::cmp::Reverse<(u128, u128)>) {
        let (first, second) = match by {
            RankBy::Low => (self.low, self.high),
            RankBy::High => (self.high, self.low),
            RankBy::Middle => (self.low + self.high, self.low),
        };
        (self.eligibility, std::cmp::Reverse((first, second)))
    }
}

/// Ranks alternatives; the result is in the order of `standings`.
///
/// B is certainly above A when B is eligible and A knocked out, or when B is
/// eligible or A knocked out and B's lowest score is above A's highest. B can be
/// above A unless A is eligible and B knocked out, or A is eligible or B knocked
/// out and A's lowest score is at least B's highest. We count in the sorted
/// scores of each class, which takes n log n steps.
#[must_use]
pub fn rank(standings: &[Standing], by: RankBy) -> Vec<Rank> {
    let ranks: Vec<usize> = {
        // We sort indices, because the keys are larger.
        let mut order: Vec<usize> = (0..standings.len()).collect();
        order.sort_unstable_by_key(|at| standings[*at].key(by));
        let mut ranks = vec![0; standings.len()];
        let mut rank = 1;
        for equal in order.chunk_by(|a, b| standings[*a].key(by) == standings[*b].key(by)) {
            for at in equal {
                ranks[*at] = rank;
            }
            rank += equal.len();
        }
        ranks
    };
    let field = Field::of(standings);
    let range = |a: &Standing| field.range(*a, Some(*a));
    standings
        .iter()
        .zip(ranks)
        .map(|(a, rank)| {
            let (best, worst) = range(a);
            Rank { rank, best, worst }
        })
        .collect()
}

/// The scores of all alternatives, sorted, in which places are counted.
#[derive(Clone, Debug)]
pub struct Field {
    /// Per class, the lowest scores.
    lows: [Vec<u128>; 3],
    /// Per class, the highest scores.
    highs: [Vec<u128>; 3],
}

impl Field {
    /// The scores of these.
    #[must_use]
    pub fn of(standings: &[Standing]) -> Field {
        let sorted = |class: Eligibility, score: fn(&Standing) -> u128| {
            let mut scores: Vec<u128> =
                standings.iter().filter(|s| s.eligibility == class).map(score).collect();
            scores.sort_unstable();
            scores
        };
        Field {
            lows: Eligibility::ALL.map(|class| sorted(class, |s| s.low)),
            highs: Eligibility::ALL.map(|class| sorted(class, |s| s.high)),
        }
    }

    /// The best and the worst rank that remain possible for `a`, among the others. `itself`
    /// is the standing with which it is counted in the field, if it is.
    #[must_use]
    pub fn range(&self, a: Standing, itself: Option<Standing>) -> (usize, usize) {
        use Eligibility::{Eligible, KnockedOut, Undecided};
        let above =
            |scores: &[u128], bound: u128| scores.len() - scores.partition_point(|score| *score <= bound);
        let [eligible_lows, undecided_lows, out_lows] = &self.lows;
        let [eligible_highs, undecided_highs, out_highs] = &self.highs;
        let certain = match a.eligibility {
            Eligible | Undecided => above(eligible_lows, a.high),
            KnockedOut => eligible_lows.len() + above(undecided_lows, a.high) + above(out_lows, a.high),
        };
        // Alternatives whose highest score is not above A's lowest cannot pass A if A is
        // eligible or they are knocked out.
        let possible = match a.eligibility {
            Eligible => above(eligible_highs, a.low) + above(undecided_highs, a.low),
            Undecided | KnockedOut => eligible_highs.len() + undecided_highs.len() + above(out_highs, a.low),
        };
        let counted = |passes: fn(Standing, Standing) -> bool| {
            usize::from(itself.is_some_and(|itself| passes(itself, a)))
        };
        (1 + certain - counted(is_certainly_above), 1 + possible - counted(can_be_above))
    }
}

/// Whether B is certainly above A.
fn is_certainly_above(b: Standing, a: Standing) -> bool {
    use Eligibility::{Eligible, KnockedOut};
    (b.eligibility == Eligible && a.eligibility == KnockedOut)
        || ((b.eligibility == Eligible || a.eligibility == KnockedOut) && b.low > a.high)
}

/// Whether B can be above A.
fn can_be_above(b: Standing, a: Standing) -> bool {
    use Eligibility::{Eligible, KnockedOut};
    !((a.eligibility == Eligible && b.eligibility == KnockedOut)
        || ((a.eligibility == Eligible || b.eligibility == KnockedOut) && a.low >= b.high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Eligibility::{Eligible, KnockedOut, Undecided};

    /// For every triple of standings over three classes and scores 0 to 2, counting
    /// agrees with the pairwise definition.
    #[test]
    fn counting_agrees_with_the_definition() {
        let mut all = Vec::new();
        for eligibility in [Eligible, Undecided, KnockedOut] {
            for low in 0..3u128 {
                for high in low..3 {
                    all.push(Standing { eligibility, low, high });
                }
            }
        }
        for a in &all {
            for b in &all {
                for c in &all {
                    let three = [*a, *b, *c];
                    for (at, rank) in rank(&three, RankBy::Low).into_iter().enumerate() {
                        let others = || three.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, s)| *s);
                        let best = 1 + others().filter(|b| is_certainly_above(*b, three[at])).count();
                        let worst = 1 + others().filter(|b| can_be_above(*b, three[at])).count();
                        assert_eq!((rank.best, rank.worst), (best, worst), "{three:?} at {at}");
                        assert!((rank.best..=rank.worst).contains(&rank.rank), "{three:?} at {at}: {rank:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn equal_means_equal() {
        let standing = |low| Standing { eligibility: Eligible, low, high: low };
        let ranks = rank(&[standing(5), standing(7), standing(5), standing(1)], RankBy::Low);
        assert_eq!(ranks.iter().map(|r| r.rank).collect::<Vec<_>>(), [2, 1, 2, 4]);
    }
}
