//! Layer 3: how an alternative does on each theme, in one word.

use crate::assess::Ratio;
use crate::compare::{Cell, Column, Comparison, Row};
use crate::model::{Id, Theme};

/// What can be said of a theme of an alternative. It is worked out from bounds, never from
/// what is known alone, so that what is open cannot make it better or worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tile {
    /// Whatever turns out, at least 60% of the weight is favourable.
    Favourable,
    /// Neither of the others.
    Mixed,
    /// Whatever turns out, at most 40% of the weight is favourable.
    Unfavourable,
    /// At least 60% can be favourable without anything being found out: the institution
    /// sees to the rest.
    OwnWork,
    /// More than half of the weight is open.
    Unknown,
}

impl Tile {
    /// All of them, from favourable to unknown.
    pub const ALL: [Tile; 5] =
        [Tile::Favourable, Tile::Mixed, Tile::Unfavourable, Tile::OwnWork, Tile::Unknown];
}

/// A theme with its tile.
#[derive(Clone, Copy, Debug)]
pub struct Themed<'c> {
    /// The theme's id.
    pub id: &'c Id,
    /// The theme.
    pub theme: &'c Theme,
    /// What can be said of it.
    pub tile: Tile,
}

/// From this share of a theme on, in hundredths, it is favourable.
const FAVOURABLE: u8 = 60;
/// Up to this share, in hundredths, it is unfavourable.
const UNFAVOURABLE: u8 = 40;
/// More than this share, in hundredths, is open in an unknown theme.
const OPEN: u8 = 50;

/// What is known of a theme of an alternative, each out of the theme's `weight`.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    low: Ratio,
    with_own_work: Ratio,
    high: Ratio,
    open: Ratio,
    weight: Ratio,
}

/// The tiles of an alternative: of each theme that has weight, in order.
#[must_use]
pub fn of<'c>(comparison: &Comparison<'c>, row: &Row<'_>) -> Vec<Themed<'c>> {
    let cells: Vec<(&Column<'c>, &Cell)> = comparison.criteria.iter().zip(comparison.cells(row)).collect();
    let themed = |(id, theme, _): &(&'c Id, &'c Theme, Ratio)| {
        let mine: Vec<(&Column<'c>, &Cell)> =
            cells.iter().filter(|(column, _)| column.theme == *id).copied().collect();
        Themed { id, theme, tile: tile(bounds(&mine)) }
    };
    comparison.themes.iter().map(themed).collect()
}

fn bounds(cells: &[(&Column<'_>, &Cell)]) -> Bounds {
    let sum = |of: &dyn Fn(&Cell) -> u8| {
        let parts = cells.iter().map(|(column, cell)| column.share.times_hundredths(of(cell)));
        parts.fold(Ratio::ZERO, Ratio::plus)
    };
    let low = |cell: &Cell| cell.knowledge.levels.low.hundredths();
    let high = |cell: &Cell| cell.knowledge.levels.high.hundredths();
    let is_own = |cell: &Cell| cell.knowledge.is_own_work();
    Bounds {
        low: sum(&low),
        with_own_work: sum(&|cell| if is_own(cell) { high(cell) } else { low(cell) }),
        high: sum(&high),
        open: sum(&|cell| if cell.knowledge.is_open() { 100 } else { 0 }),
        weight: sum(&|_| 100),
    }
}

fn tile(of: Bounds) -> Tile {
    let share = |hundredths| of.weight.times_hundredths(hundredths);
    match () {
        () if of.low >= share(FAVOURABLE) => Tile::Favourable,
        () if of.high <= share(UNFAVOURABLE) => Tile::Unfavourable,
        () if of.with_own_work >= share(FAVOURABLE) => Tile::OwnWork,
        () if of.open > share(OPEN) => Tile::Unknown,
        () => Tile::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_follows_from_bounds() {
        let of = |low, own, high, open| {
            let n = |part| Ratio::new(part, 700);
            let (low, with_own_work, high) = (n(low), n(low + own), n(high));
            tile(Bounds { low, with_own_work, high, open: n(open), weight: Ratio::new(1, 7) })
        };
        assert_eq!(of(60, 0, 100, 40), Tile::Favourable);
        assert_eq!(of(59, 0, 100, 40), Tile::Mixed);
        assert_eq!(of(0, 0, 40, 40), Tile::Unfavourable);
        assert_eq!(of(0, 0, 41, 41), Tile::Mixed);
        assert_eq!(of(20, 40, 100, 40), Tile::OwnWork);
        // Mostly open, and certain all the same.
        assert_eq!(of(60, 0, 100, 90), Tile::Favourable);
        assert_eq!(of(20, 40, 100, 60), Tile::OwnWork);
        assert_eq!(of(20, 0, 71, 51), Tile::Unknown);
        assert_eq!(of(20, 0, 70, 50), Tile::Mixed);
    }
}
