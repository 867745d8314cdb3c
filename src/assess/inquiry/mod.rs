//! In which order to ask, so that few answers make it certain which alternative comes
//! first.
//!
//! The order is that of a rule of thumb, with an exact plan where few answers are left. The
//! alternative with the highest middle *leads*; the others that can still end above the
//! lowest that it certainly gets are its *challengers*, each with a *gap*: its highest minus
//! that lowest. An answer is expected to fall in the middle of what it leaves open. So a
//! question about the leader closes up to half its width of every gap, and one about a
//! challenger up to half its width of its own gap. The question that closes most comes
//! first. Where an answer can rule its alternative out, it closes the whole gap.
//!
//! It is the thought of upper and lower confidence bounds (Kalyanakrishnan and others,
//! *PAC Subset Selection in Stochastic Multi-armed Bandits*, 2012: ask about the leader and
//! its strongest challenger), with bounds that are certain.

mod exact;
mod state;

use std::cmp::Reverse;

use state::Bounds;
pub use state::{Asked, Contender, Inquiry, Swing};

impl Inquiry<'_> {
    /// What to ask now; `None` when it is certain which comes first, or nothing is left.
    #[must_use]
    pub fn next(&self) -> Option<Asked> {
        if self.is_certain() {
            return None;
        }
        exact::next(self).or_else(|| self.most_telling())
    }

    /// The question that is expected to close most of the gaps.
    fn most_telling(&self) -> Option<Asked> {
        let leader = (0..self.bounds.len()).max_by_key(|at| (self.bounds[*at].middle(), Reverse(*at)))?;
        let low = self.bounds[leader].low;
        let gap = |at: usize| if at == leader { 0 } else { self.bounds[at].high.saturating_sub(low) };
        let of_leader = |swing: &Swing| -> u128 {
            let most = if swing.decides { u128::MAX } else { swing.width() };
            (0..self.bounds.len()).map(|at| gap(at).min(most)).sum()
        };
        let telling = |at: usize| {
            let number = *self.left[at].last()?;
            let swing = self.swing((at, number))?;
            let closes = match at == leader {
                true => of_leader(swing),
                false if swing.decides => gap(at),
                false => swing.width().min(gap(at)),
            };
            Some((closes, (at, number)))
        };
        // The leader comes before its challengers, and those in their order.
        let others = (0..self.bounds.len()).filter(|at| *at != leader);
        let all = std::iter::once(leader).chain(others).filter_map(telling);
        let mut best: Option<(u128, Asked)> = None;
        for (closes, asked) in all {
            if closes > best.map_or(0, |(most, _)| most) {
                best = Some((closes, asked));
            }
        }
        best.map(|(_, asked)| asked).or_else(|| self.any_left())
    }

    /// Where no question closes anything by itself, one of what can still end highest.
    fn any_left(&self) -> Option<Asked> {
        let can = (0..self.bounds.len()).filter(|at| !self.left[*at].is_empty());
        let at = can.max_by_key(|at| (self.bounds[*at].high, Reverse(*at)))?;
        Some((at, *self.left[at].last()?))
    }

    /// All questions, in the order in which they would be asked if each answer fell in the
    /// middle. Once the first place is certain, the order continues with the next place;
    /// the remaining questions about alternatives already placed come last. Beyond `most`
    /// questions the order is by width alone.
    #[must_use]
    pub fn order(mut self, most: usize) -> Vec<Asked> {
        let mut order = Vec::new();
        let mut rest = Vec::new();
        while order.len() < most {
            if let Some(asked) = self.next() {
                let middle = self.swing(asked).map_or(0, |swing| swing.low() + swing.high());
                self.settle(asked, middle);
                order.push(asked);
            } else if let Some(first) = self.first_left() {
                // It takes no further part.
                rest.extend(self.left[first].drain(..).rev().map(|number| (first, number)));
                self.bounds[first] = Bounds::default();
            } else {
                break;
            }
        }
        for (at, left) in self.left.iter().enumerate() {
            rest.extend(left.iter().rev().map(|number| (at, *number)));
        }
        rest.sort_by_key(|asked| Reverse(self.swing(*asked).map(|swing| (swing.decides, swing.width()))));
        order.extend(rest);
        order
    }

    /// The highest of those about which something is left to ask.
    fn first_left(&self) -> Option<usize> {
        let can = (0..self.bounds.len()).filter(|at| !self.left[*at].is_empty());
        can.max_by_key(|at| (self.bounds[*at].low, self.bounds[*at].high, Reverse(*at)))
    }
}
