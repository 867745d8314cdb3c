//! Effective weights: the weight of each criterion for one kind of product.

use indexmap::IndexMap;

use crate::model::Catalogue;

use super::ratio::{Ratio, gcd};

/// The total weight stays below this, so that sums and products fit in 128 bits.
const MOST_TOTAL: u128 = 1 << 90;

/// The weights of the criteria of one kind, as whole numbers of equal parts.
///
/// With budgets per theme a criterion weighs `budget × weight / sum of the
/// weights in its theme`; without budgets, its weight counts as it is.
/// Multiplying all of them by the least common multiple of those sums makes them
/// whole, and a common factor changes no score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// By criterion number; criteria beyond the end weigh nothing.
    parts: Vec<u128>,
    total: u128,
    /// The value of one part, in the unit of the weights in the file.
    scale: u128,
}

impl Weights {
    /// The effective weights for `kind`; `None` when they are so finely divided
    /// that exact sums would not fit.
    #[must_use]
    pub fn new(
        catalogue: &Catalogue,
        kind: usize,
        themes: Option<&IndexMap<usize, u32>>,
        written: &IndexMap<usize, u32>,
    ) -> Option<Weights> {
        let weight = |number: &usize| u128::from(written.get(number).copied().unwrap_or(0));
        let mine: Vec<(usize, usize)> =
            catalogue.criteria_of(kind).map(|(number, c)| (number, c.theme)).collect();
        let Some(budgets) = themes else {
            let mut parts = vec![0; catalogue.criteria.len()];
            for (number, _) in &mine {
                parts[*number] = weight(number);
            }
            let total = parts.iter().sum();
            return Some(Weights { parts, total, scale: 1 });
        };
        let mut sums: IndexMap<usize, u128> = IndexMap::new();
        for (number, theme) in &mine {
            *sums.entry(*theme).or_default() += weight(number);
        }
        let mut scale = 1u128;
        for (theme, sum) in &sums {
            // A fraction budget / sum may be simpler than it looks.
            let budget = u128::from(budgets.get(theme).copied().unwrap_or(0));
            if *sum > 0 && budget > 0 {
                let needed = sum / gcd(*sum, budget);
                scale = scale.checked_mul(needed / gcd(scale, needed))?;
            }
        }
        let mut parts = vec![0; catalogue.criteria.len()];
        let mut total = 0u128;
        for (number, theme) in &mine {
            let budget = u128::from(budgets.get(theme).copied().unwrap_or(0));
            let sum = sums.get(theme).copied().unwrap_or(0);
            let whole = scale.checked_mul(budget)?.checked_mul(weight(number))?;
            let part = whole.checked_div(sum).unwrap_or(0);
            parts[*number] = part;
            total = total.checked_add(part)?;
        }
        (total < MOST_TOTAL && scale < MOST_TOTAL).then_some(Weights { parts, total, scale })
    }

    /// The weight of a criterion in whole parts.
    #[must_use]
    pub fn part(&self, criterion: usize) -> u128 {
        self.parts.get(criterion).copied().unwrap_or(0)
    }

    /// All parts together.
    #[must_use]
    pub fn total(&self) -> u128 {
        self.total
    }

    /// How many parts there are in one unit of the weights in the file.
    #[must_use]
    pub fn scale(&self) -> u128 {
        self.scale
    }

    /// The effective weight of a criterion, in the unit of the weights and budgets in
    /// the file.
    #[must_use]
    pub fn weight(&self, criterion: usize) -> Ratio {
        Ratio::new(self.part(criterion), self.scale)
    }

    /// The share of these criteria in the total, 0 to 1.
    #[must_use]
    pub fn share(&self, criteria: impl Iterator<Item = usize>) -> Ratio {
        Ratio::new(criteria.map(|number| self.part(number)).sum(), self.total)
    }
}
