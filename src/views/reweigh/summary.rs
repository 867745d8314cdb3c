//! A ranking in a few numbers.

use crate::assess::Eligibility;
use crate::compare::Row;

/// A ranking in a few numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many alternatives there are.
    pub all: usize,
    /// How many are in each block, in the order of [`Eligibility::ALL`].
    pub blocks: [usize; 3],
    /// How many can still end up first.
    pub can_lead: usize,
    /// How many weighted questions are open, over all alternatives.
    pub open: usize,
    /// How many weighted questions there are, over all alternatives.
    pub asked: usize,
}

impl Summary {
    /// Summarizes these rows, each of which has `questions` questions.
    #[must_use]
    pub fn of(rows: &[&Row<'_>], questions: usize) -> Summary {
        let in_block =
            |block: Eligibility| rows.iter().filter(|row| row.evaluation.eligibility == block).count();
        Summary {
            all: rows.len(),
            blocks: Eligibility::ALL.map(in_block),
            can_lead: rows.iter().filter(|row| row.rank.best == 1).count(),
            open: rows.iter().map(|row| row.evaluation.open_questions).sum(),
            asked: rows.len() * questions,
        }
    }
}
