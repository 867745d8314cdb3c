//! Score ranges, and the shares of the weight that are known, own work and open.

use super::apportion::shares;
use super::knowledge::Knowledge;
use super::ratio::Ratio;
use super::weights::Weights;

/// The score of an alternative: at least [`low`](ScoreRange::low), up to
/// [`own_work`](ScoreRange::own_work) more if the institution sees to all that it must see
/// to itself as well as can be, and at most [`high`](ScoreRange::high); each 0 to 1.
///
/// `Σ weight × level / Σ weight` over the criteria of the kind, once with the lowest and
/// once with the highest level of each; own work is what the latter adds where the
/// criterion is own work. Criteria are treated as independent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreRange {
    /// With the lowest level of each criterion, in parts of the whole.
    pub low_parts: u128,
    /// What own work can add, in parts of the whole.
    pub own_work_parts: u128,
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

    /// What own work can add.
    #[must_use]
    pub fn own_work(self) -> Ratio {
        Ratio::new(self.own_work_parts, self.whole)
    }

    /// With the lowest level of each criterion, and own work as good as can be.
    #[must_use]
    pub fn with_own_work(self) -> Ratio {
        Ratio::new(self.low_parts + self.own_work_parts, self.whole)
    }

    /// What is open: the highest minus the lowest, without own work.
    #[must_use]
    pub fn open(self) -> Ratio {
        Ratio::new(self.high_parts - self.low_parts - self.own_work_parts, self.whole)
    }

    /// With the highest level of each criterion.
    #[must_use]
    pub fn high(self) -> Ratio {
        Ratio::new(self.high_parts, self.whole)
    }

    /// The steps of `1 / steps` in which the three numbers are printed: the lowest, what
    /// own work adds, and what is open. The last two are differences, so that they add up.
    #[must_use]
    pub fn printed(self, steps: u32) -> [u128; 3] {
        let low = self.low().shown_in(steps);
        let with_own_work = self.with_own_work().shown_in(steps);
        let high = self.high().shown_in(steps);
        [low, with_own_work.saturating_sub(low), high.saturating_sub(with_own_work)]
    }
}

impl ScoreRange {
    /// The whole points of a short text: with sources, own work, open, and not favourable;
    /// together 100. The lowest is rounded down and the highest up, so that the exact range
    /// lies inside.
    #[must_use]
    pub fn whole_points(self) -> [u128; 4] {
        let low = self.low().shown_down_in(100);
        let high = self.high().shown_up_in(100).max(low);
        let own = match self.own_work_parts {
            0 => low,
            _ => self.with_own_work().shown_down_in(100).clamp(low, high),
        };
        [low, own - low, high - own, 100 - high]
    }
}

/// How the weight is divided, each part 0 to 1; together they are 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// Criteria of which one level is left.
    pub known: Ratio,
    /// Criteria that the institution sees to itself, without having said how.
    pub own_work: Ratio,
    /// The rest.
    pub open: Ratio,
}

impl Shares {
    /// The three in steps of `1 / steps`, which together are the whole: known, own work,
    /// open. None is printed as nothing or all that is not exactly so.
    #[must_use]
    pub fn printed(self, steps: u32) -> [u128; 3] {
        let found = shares(&[self.known, self.own_work, self.open], steps);
        std::array::from_fn(|at| found.get(at).copied().unwrap_or_default())
    }

    /// Whether so little is known that a place says more about the search than about the
    /// product: more than two thirds are open.
    #[must_use]
    pub fn is_little_known(self) -> bool {
        self.open > Ratio::new(2, 3)
    }
}

/// The score over what is known per criterion, by its number.
#[must_use]
pub(crate) fn score<'k>(
    weights: &Weights,
    known: impl Iterator<Item = (usize, &'k Knowledge)>,
) -> ScoreRange {
    let whole = weights.total() * 100;
    let mut score = ScoreRange { low_parts: 0, own_work_parts: 0, high_parts: 0, whole };
    for (criterion, knowledge) in known {
        let part = weights.part(criterion);
        let low = part * u128::from(knowledge.levels.low.hundredths());
        let high = part * u128::from(knowledge.levels.high.hundredths());
        score.low_parts += low;
        score.high_parts += high;
        if knowledge.is_own_work() {
            score.own_work_parts += high - low;
        }
    }
    score
}

/// How the weight is divided over what is known per criterion, by its number.
#[must_use]
pub(crate) fn divided<'k>(weights: &Weights, known: impl Iterator<Item = (usize, &'k Knowledge)>) -> Shares {
    let [mut settled, mut own_work, mut open] = [0, 0, 0];
    for (criterion, knowledge) in known {
        let part = weights.part(criterion);
        match () {
            () if knowledge.is_settled() => settled += part,
            () if knowledge.is_own_work() => own_work += part,
            () => open += part,
        }
    }
    let share = |parts| Ratio::new(parts, weights.total());
    Shares { known: share(settled), own_work: share(own_work), open: share(open) }
}
