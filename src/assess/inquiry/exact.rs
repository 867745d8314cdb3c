//! The plan that needs the fewest answers on average, where few are left: every course
//! that the answers can take is tried.

use std::collections::HashMap;

use super::state::{Asked, Contender, Inquiry, Swing};

/// As many states are tried at most: each question is open, or has one of its values.
const MOST_STATES: usize = 1000;

/// The next question of a plan with the fewest answers on average until it is certain which
/// comes first, when each value of a question is as likely as another. `None` where too
/// much is open, or where an answer can rule out.
pub(super) fn next(inquiry: &Inquiry<'_>) -> Option<Asked> {
    // Only alternatives that can still end above the highest certain score matter. One
    // contender with exactly that score replaces all the others, so that the cost of the
    // plan does not grow with the number of alternatives.
    let low = inquiry.bounds.iter().map(|bounds| bounds.low).max()?;
    let mut contenders = vec![Contender { low, swings: Vec::new() }];
    let mut asked: Vec<Asked> = Vec::new();
    let mut questions: Vec<Asked> = Vec::new();
    let mut states = 1usize;
    // Every average is a whole number of these parts.
    let mut parts = 1u64;
    for (at, bounds) in inquiry.bounds.iter().enumerate().filter(|(_, bounds)| bounds.high > low) {
        let mut swings = Vec::new();
        for number in inquiry.left.get(at)?.iter().rev() {
            let swing = inquiry.swing((at, *number)).filter(|swing| !swing.decides)?;
            states = states.saturating_mul(swing.values.len() + 1);
            if states > MOST_STATES {
                return None;
            }
            parts *= swing.values.len() as u64;
            asked.push((at, *number));
            questions.push((contenders.len(), swings.len()));
            // Bounds are twice the score, because middles stay whole.
            let values = swing.values.iter().map(|value| 2 * value).collect();
            swings.push(Swing { values, ..*swing });
        }
        contenders.push(Contender { low: bounds.low, swings });
    }
    let few = Inquiry::new(&contenders);
    let mut plan = Plan { questions: &questions, parts, known: HashMap::new() };
    let (_, best) = plan.best(&few, &mut vec![0; questions.len()])?;
    asked.get(best).copied()
}

struct Plan<'q> {
    questions: &'q [Asked],
    parts: u64,
    /// The average from a state on: per question 0 while it is open, else the number of its
    /// value, from 1.
    known: HashMap<Vec<usize>, u64>,
}

impl Plan<'_> {
    /// The fewest answers on average from here, in parts; 0 when it is certain.
    fn least(&mut self, inquiry: &Inquiry<'_>, state: &mut Vec<usize>) -> u64 {
        if inquiry.is_certain() {
            return 0;
        }
        if let Some(known) = self.known.get(state.as_slice()) {
            return *known;
        }
        let least = self.best(inquiry, state).map_or(0, |(least, _)| least);
        self.known.insert(state.clone(), least);
        least
    }

    /// The same with the question to ask first, by its number in the list.
    fn best(&mut self, inquiry: &Inquiry<'_>, state: &mut Vec<usize>) -> Option<(u64, usize)> {
        let mut best: Option<(u64, usize)> = None;
        for at in 0..self.questions.len() {
            if state.get(at) != Some(&0) {
                continue;
            }
            let average = self.parts + self.after(inquiry, at, state);
            if best.is_none_or(|(least, _)| average < least) {
                best = Some((average, at));
            }
        }
        best
    }

    /// The average of what is left after the answer to a question.
    fn after(&mut self, inquiry: &Inquiry<'_>, at: usize, state: &mut Vec<usize>) -> u64 {
        let Some(&asked) = self.questions.get(at) else { return 0 };
        let values = inquiry.swing(asked).map_or(&[][..], |swing| swing.values.as_slice());
        let mut sum = 0;
        for (count, value) in values.iter().enumerate() {
            let mut then = inquiry.clone();
            then.answer(asked, *value);
            state[at] = count + 1;
            sum += self.least(&then, state);
            state[at] = 0;
        }
        sum / (values.len() as u64).max(1)
    }
}
