//! Layer 3: a score, criterion by criterion. The parts add up to exactly the score.

use crate::assess::apportion::apportion;
use crate::assess::{LevelRange, Ratio};
use crate::compare::{Cell, Column, Comparison, Row};
use crate::model::{Answer, Evidence, Fact, Localized, Product, Source};

/// One criterion's part in the score of an alternative.
#[derive(Debug)]
pub struct Part<'r, 'c> {
    /// The criterion.
    pub column: Column<'c>,
    /// What is known about it.
    pub cell: &'r Cell,
    /// Its part of the score at least, out of 1.
    pub low: Ratio,
    /// Its part of the score at most, out of 1.
    pub high: Ratio,
    /// The part at least in tenths of a point: those of all criteria add up to the
    /// score as it is printed.
    pub printed_low: Ratio,
    /// What is open of it, likewise.
    pub printed_open: Ratio,
    /// The part at most: the sum of both.
    pub printed_high: Ratio,
    /// What the vendor file says, if anything.
    pub stated: Option<(&'c Fact, &'c Answer)>,
    /// The evidence for this variant, each with its source.
    pub evidence: Vec<(&'c Evidence, &'c Source)>,
}

impl<'c> Part<'_, 'c> {
    /// Why nothing was found, when the file says that it was searched for.
    #[must_use]
    pub fn reason(&self) -> Option<&'c Localized> {
        self.stated.and_then(|(_, answer)| answer.reason())
    }

    /// How much of the score is still open here, out of 1.
    #[must_use]
    pub fn open(&self) -> Ratio {
        self.column.share.times_hundredths(self.open_hundredths())
    }

    /// The highest possible level minus the lowest, in hundredths.
    #[must_use]
    pub fn open_hundredths(&self) -> u8 {
        open_hundredths(self.cell.knowledge.levels)
    }
}

fn open_hundredths(levels: LevelRange) -> u8 {
    levels.high.hundredths().saturating_sub(levels.low.hundredths())
}

/// A question about an alternative that is not settled.
#[derive(Debug)]
pub struct OpenQuestion<'r, 'c> {
    /// The alternative.
    pub row: &'r Row<'c>,
    /// The criterion's part in its score.
    pub part: Part<'r, 'c>,
    /// Whether a hard demand depends on it.
    pub demanded: bool,
}

/// The questions that keep points or a hard demand open. Those that keep most open
/// come first, as it is printed and then exactly; ties are in the order of the criteria,
/// then of `rows`.
#[must_use]
pub fn open_questions<'r, 'c>(
    comparison: &'r Comparison<'c>,
    rows: &[&'r Row<'c>],
) -> Vec<OpenQuestion<'r, 'c>> {
    let mut found: Vec<(usize, OpenQuestion<'r, 'c>)> = Vec::new();
    for row in rows {
        for (at, part) in parts(comparison, row).into_iter().enumerate() {
            let number = part.column.number;
            let demanded = comparison.rules(row).any(|(_, rule)| rule.kept_open_by.contains(&number));
            if part.open() > Ratio::ZERO || demanded {
                found.push((at, OpenQuestion { row, part, demanded }));
            }
        }
    }
    let open = |question: &OpenQuestion<'_, '_>| (question.part.printed_open, question.part.open());
    found.sort_by(|(at, a), (other, b)| open(b).cmp(&open(a)).then_with(|| at.cmp(other)));
    found.into_iter().map(|(_, question)| question).collect()
}

/// The parts of the score of `row`, in the order of the criteria.
#[must_use]
pub fn parts<'r, 'c>(comparison: &'r Comparison<'c>, row: &'r Row<'c>) -> Vec<Part<'r, 'c>> {
    let variant = usize::from(row.evaluation.number);
    let cells = || comparison.criteria.iter().zip(comparison.cells(row));
    let score = row.evaluation.score;
    let (low, high) = (score.low().shown_in(1000), score.high().shown_in(1000));
    let tenths = |of: fn(LevelRange) -> u8, sum: u128| {
        let exact =
            |(column, cell): (&Column<'_>, &Cell)| column.share.times_hundredths(of(cell.knowledge.levels));
        apportion(&cells().map(exact).collect::<Vec<Ratio>>(), 1000, sum)
    };
    let lows = tenths(|levels| levels.low.hundredths(), low);
    let opens = tenths(open_hundredths, high.saturating_sub(low));
    cells()
        .zip(lows.into_iter().zip(opens))
        .map(|((column, cell), (printed, open))| {
            let levels = cell.knowledge.levels;
            let stated = row.product.fact(column.number, variant);
            Part {
                column: *column,
                cell,
                low: column.share.times_hundredths(levels.low.hundredths()),
                high: column.share.times_hundredths(levels.high.hundredths()),
                printed_low: Ratio::new(printed, 1000),
                printed_open: Ratio::new(open, 1000),
                printed_high: Ratio::new(printed + open, 1000),
                stated,
                evidence: stated.map_or(Vec::new(), |(fact, _)| evidence(row.product, variant, fact)),
            }
        })
        .collect()
}

fn evidence<'c>(product: &'c Product, variant: usize, fact: &'c Fact) -> Vec<(&'c Evidence, &'c Source)> {
    fact.evidence
        .iter()
        .filter(|item| item.covers(variant))
        .filter_map(|item| Some((item, product.sources.get(item.source)?)))
        .collect()
}
