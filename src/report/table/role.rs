//! What formulas look up: what a column holds, and how a number follows from others.

use crate::model::Id;

/// What a column holds, for code that looks something up in the table: ids of what
/// a row is about, and numbers that others are calculated from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The id of an alternative.
    Alternative,
    /// The id of a criterion.
    Criterion,
    /// The id of a theme.
    Theme,
    /// The group of an alternative.
    Group,
    /// Its class: 1 eligible, 2 undecided, 3 knocked out.
    Class,
    /// The weight of a criterion, which people may change.
    Weight,
    /// The points of a theme, which people may change.
    Budget,
    /// The weight of a criterion as the workbook was made.
    MadeWeight,
    /// The points of a theme as the workbook was made.
    MadeBudget,
    /// The sum of the weights in a theme.
    WeightSum,
    /// What the scale must be divisible by for a theme.
    Divisor,
    /// The parts of a criterion in the whole.
    Parts,
    /// The same as a share, in points.
    Share,
    /// The share of a theme in the whole, in points.
    ThemeShare,
    /// All parts of an alternative with its lowest levels.
    LowSum,
    /// All parts of an alternative with its highest levels.
    HighSum,
    /// What own work can add to the lowest of these, in parts of an alternative.
    OwnWorkSum,
    /// The parts of an alternative that are settled.
    KnownSum,
    /// The parts of an alternative that are own work.
    OwnWorkParts,
    /// Its points at least.
    Low,
    /// What own work can add to them.
    OwnWork,
    /// Its points at most.
    High,
    /// How much of it is known.
    Known,
    /// How much of it is own work.
    OwnWorkShare,
    /// How much of it is open.
    Open,
    /// Its whole points: those that are certain.
    From,
    /// Its whole points with all own work.
    WithOwnWork,
    /// Its whole points at most.
    To,
    /// How much of it is answered, in whole hundredths.
    Answered,
    /// Its place.
    Place,
    /// Its best place.
    Best,
    /// Its worst place.
    Worst,
    /// The lowest level of an answer, one column per criterion.
    LowestLevel,
    /// The highest level of an answer, one column per criterion.
    HighestLevel,
    /// 1 where the institution sees to it itself, otherwise 0, one column per criterion.
    IsOwnWork,
    /// What can be said of a theme, one column per theme.
    Tile,
}

/// How a number follows from the weights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Live {
    /// This many hundredths of the share of the row's criterion, as points.
    Part(u8),
    /// The number in that column of the table of levels for the row's alternative.
    Found(Role),
    /// The value of the column with that role, calculated in the row itself.
    Own(Role),
    /// The places that remain possible for the row's alternative, as text.
    Places,
    /// The bar of the row's alternative, of this many signs.
    Bar(usize),
    /// What can be said of the theme with this id, calculated in the row itself.
    Tile(Id),
    /// The same, as it is in the table of levels: of the theme with this number there.
    FoundTile(usize),
    /// All parts together.
    Whole,
    /// The number of parts in one unit of the weights.
    Scale,
    /// The parts of this criterion.
    PartsOf(Id),
    /// 1 while the weights are as they were when the table was made, otherwise 0. Until
    /// then rounded parts and shares are those that add up; afterwards each is rounded
    /// on its own.
    AsMade,
}
