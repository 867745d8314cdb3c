//! What can be asked about alternatives, and what has been answered.

/// A question about an alternative: what each answer is worth in its score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swing {
    /// The values that it can come to, from the lowest to the highest, each once; in parts
    /// that all alternatives share, below 2^98.
    pub values: Vec<u128>,
    /// Whether an answer can rule the alternative out.
    pub decides: bool,
}

impl Swing {
    /// The lowest value.
    pub(super) fn low(&self) -> u128 {
        self.values.first().copied().unwrap_or(0)
    }

    /// The highest value.
    pub(super) fn high(&self) -> u128 {
        self.values.last().copied().unwrap_or(0)
    }

    pub(super) fn width(&self) -> u128 {
        self.high() - self.low()
    }
}

/// An alternative that can come first: what it certainly has, and what can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contender {
    /// Its score with the lowest value of each question.
    pub low: u128,
    /// The questions about it.
    pub swings: Vec<Swing>,
}

/// A question: the number of the alternative, and that of the question about it.
pub type Asked = (usize, usize);

/// Alternatives of which one comes first, and what has been asked.
#[derive(Clone, Debug)]
pub struct Inquiry<'c> {
    pub(super) contenders: &'c [Contender],
    /// Of each alternative, the bounds of twice its score: middles stay whole.
    pub(super) bounds: Vec<Bounds>,
    /// Of each alternative, the questions that are left, the most telling last.
    pub(super) left: Vec<Vec<usize>>,
}

/// What an alternative can come to, twice.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bounds {
    pub(super) low: u128,
    pub(super) high: u128,
}

impl Bounds {
    pub(super) fn middle(self) -> u128 {
        self.low + self.high
    }
}

impl<'c> Inquiry<'c> {
    /// Nothing has been asked.
    #[must_use]
    pub fn new(contenders: &'c [Contender]) -> Inquiry<'c> {
        let bounds = |contender: &Contender| {
            let open: u128 = contender.swings.iter().map(Swing::width).sum();
            Bounds { low: 2 * contender.low, high: 2 * (contender.low + open) }
        };
        let left = |contender: &Contender| {
            let mut left: Vec<usize> = (0..contender.swings.len()).rev().collect();
            left.sort_by_key(|at| contender.swings.get(*at).map(|swing| (swing.decides, swing.width())));
            left
        };
        Inquiry {
            contenders,
            bounds: contenders.iter().map(bounds).collect(),
            left: contenders.iter().map(left).collect(),
        }
    }

    /// Whether it is certain that one comes first: its lowest is at least the highest of
    /// every other.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        let Some(first) =
            (0..self.bounds.len()).max_by_key(|at| (self.bounds[*at].low, self.bounds[*at].high))
        else {
            return true;
        };
        let low = self.bounds[first].low;
        self.bounds.iter().enumerate().all(|(at, bounds)| at == first || bounds.high <= low)
    }

    /// Takes in that a question was answered with this value.
    pub fn answer(&mut self, (at, number): Asked, value: u128) {
        self.settle((at, number), 2 * value);
    }

    /// The same with twice the value.
    pub(super) fn settle(&mut self, (at, number): Asked, twice: u128) {
        let Some(swing) = self.contenders.get(at).and_then(|one| one.swings.get(number)) else { return };
        let (low, high) = (2 * swing.low(), 2 * swing.high());
        if let (Some(bounds), Some(left)) = (self.bounds.get_mut(at), self.left.get_mut(at)) {
            bounds.low += twice.saturating_sub(low);
            bounds.high -= high.saturating_sub(twice);
            left.retain(|other| *other != number);
        }
    }

    /// A question, by its numbers.
    pub(super) fn swing(&self, (at, number): Asked) -> Option<&'c Swing> {
        self.contenders.get(at)?.swings.get(number)
    }
}
