//! The weights of a comparison as whole numbers, for code that calculates with
//! them again.

use crate::assess::apportion::shares;
use crate::assess::{Knowledge, Ratio, gcd};
use crate::model::{Catalogue, Id, Theme};

use super::comparison::{Comparison, Row};

/// How the weights in a profile become parts of a whole.
#[derive(Debug)]
pub struct Weighing<'c> {
    /// Whether the profile divides its points among the themes.
    pub has_budgets: bool,
    /// The themes that have criteria of this kind, in order.
    pub themes: Vec<ThemeWeight<'c>>,
    /// Per criterion of the comparison: its weight as written in the profile, and
    /// in parts.
    pub criteria: Vec<(u32, u128)>,
    /// The number of parts of one unit of the weights.
    pub scale: u128,
    /// All parts together.
    pub whole: u128,
}

/// The weight of a theme.
#[derive(Debug)]
pub struct ThemeWeight<'c> {
    /// Its id.
    pub id: &'c Id,
    /// The theme.
    pub theme: &'c Theme,
    /// Its budget, 0 without one.
    pub budget: u32,
    /// The sum of the weights in it.
    pub sum: u128,
    /// The sum divided by its greatest common divisor with the budget: the parts of
    /// the criteria are whole numbers when the scale is a multiple of it. 1 where
    /// nothing counts.
    pub divisor: u128,
    /// Its share in the whole, 0 to 1.
    pub share: Ratio,
    /// The share in thousandths: those of all themes make 1.
    pub printed: Ratio,
}

impl Weighing<'_> {
    /// How many parts of the whole belong to these criteria of an alternative.
    #[must_use]
    pub fn parts_of(
        &self,
        comparison: &Comparison<'_>,
        row: &Row<'_>,
        is_part: fn(&Knowledge) -> bool,
    ) -> u128 {
        let cells = comparison.cells(row).filter(|cell| is_part(&cell.knowledge));
        cells.map(|cell| comparison.weights.part(cell.criterion)).sum()
    }
}

/// See [`ThemeWeight::divisor`].
fn divisor(sum: u128, budget: u128) -> u128 {
    if sum > 0 && budget > 0 { sum / gcd(sum, budget) } else { 1 }
}

/// The weights of a comparison of this catalogue.
#[must_use]
pub fn weighing<'c>(catalogue: &'c Catalogue, comparison: &Comparison<'_>) -> Weighing<'c> {
    let (profile, weights) = (&comparison.profile, &comparison.weights);
    let written = |number: usize| profile.weights.get(&number).copied().unwrap_or(0);
    let criteria = comparison
        .criteria
        .iter()
        .map(|column| (written(column.number), weights.part(column.number)))
        .collect();
    let mut themes = Vec::new();
    for (number, (id, theme)) in catalogue.themes.iter().enumerate() {
        let mine = || comparison.criteria.iter().filter(|column| column.criterion.theme == number);
        if mine().next().is_none() {
            continue;
        }
        let budget = profile.themes.as_ref().and_then(|all| all.get(&number)).copied().unwrap_or(0);
        let sum: u128 = mine().map(|column| u128::from(written(column.number))).sum();
        themes.push(ThemeWeight {
            id,
            theme,
            budget,
            sum,
            divisor: divisor(sum, u128::from(budget)),
            share: weights.share(mine().map(|column| column.number)),
            printed: Ratio::ZERO,
        });
    }
    let exact: Vec<Ratio> = themes.iter().map(|theme| theme.share).collect();
    for (theme, thousandths) in themes.iter_mut().zip(shares(&exact, 1000)) {
        theme.printed = Ratio::new(thousandths, 1000);
    }
    Weighing {
        has_budgets: profile.themes.is_some(),
        themes,
        criteria,
        scale: weights.scale(),
        whole: weights.total(),
    }
}
