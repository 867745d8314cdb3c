//! What an alternative comes to if an open answer turns out to be this one.

use crate::assess::ranking::Field;
use crate::assess::{Demands, Eligibility, Knowledge, LevelRange, ScoreRange, Standing, Status, answers};
use crate::model::{Catalogue, Level, Possible};

use super::comparison::{Comparison, Row};

/// Tries answers on the alternatives of a comparison.
pub struct Supposing<'r, 'c> {
    comparison: &'r Comparison<'c>,
    catalogue: &'c Catalogue,
    demands: Demands,
}

/// What becomes of an alternative with one more answer, the rest as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supposed {
    /// The levels of the answer.
    pub levels: LevelRange,
    /// What the demands say then, with the answer on firm evidence.
    pub eligibility: Eligibility,
    /// Its score then.
    pub score: ScoreRange,
    /// The best rank that remains possible.
    pub best: usize,
    /// The worst rank that remains possible.
    pub worst: usize,
}

impl<'r, 'c> Supposing<'r, 'c> {
    /// For the alternatives of a comparison over this catalogue.
    #[must_use]
    pub fn new(comparison: &'r Comparison<'c>, catalogue: &'c Catalogue) -> Supposing<'r, 'c> {
        let kind = catalogue.kinds.get_index_of(comparison.kind_id).unwrap_or_default();
        let demands = Demands::new(catalogue, kind, &comparison.profile, &comparison.weights);
        Supposing { comparison, catalogue, demands }
    }

    /// What a level of a criterion is worth, in parts of the whole.
    #[must_use]
    pub fn parts(&self, criterion: usize, hundredths: u8) -> u128 {
        self.comparison.weights.part(criterion) * u128::from(hundredths)
    }

    /// What becomes of `row` if only these answers to a criterion are left, on firm
    /// evidence. `field` are those that it is placed among, itself included.
    #[must_use]
    pub fn then(
        &self,
        row: &Row<'_>,
        criterion: usize,
        possible: &Possible,
        field: &Field,
    ) -> Option<Supposed> {
        let question = &self.catalogue.criterion(criterion)?.question;
        let old = &self.comparison.cells(row).find(|cell| cell.criterion == criterion)?.knowledge;
        let levels = answers::level_range(question, possible);
        let knowledge = Knowledge {
            possible: possible.clone(),
            levels,
            status: Status::Known,
            firm: true,
            ..old.clone()
        };
        let (eligibility, _) = self.demands.judge(&|number| {
            let cell = self.comparison.cells(row).find(|cell| cell.criterion == number)?;
            let known = if number == criterion { &knowledge } else { &cell.knowledge };
            Some((&self.catalogue.criterion(number)?.question, known))
        });
        let mut score = row.evaluation.score;
        let part = |level: Level| self.parts(criterion, level.hundredths());
        score.low_parts = score.low_parts + part(levels.low) - part(old.levels.low);
        score.high_parts = score.high_parts + part(levels.high) - part(old.levels.high);
        let now = standing(row);
        let then = Standing { eligibility, low: score.low_parts, high: score.high_parts };
        let (best, worst) = field.range(then, Some(now));
        Some(Supposed { levels, eligibility, score, best, worst })
    }
}

/// What places an alternative now.
#[must_use]
pub fn standing(row: &Row<'_>) -> Standing {
    let evaluation = &row.evaluation;
    let score = evaluation.score;
    Standing { eligibility: evaluation.eligibility, low: score.low_parts, high: score.high_parts }
}
