//! Layer 3: a score, criterion by criterion. The parts add up to exactly the score.

use crate::assess::apportion::apportion;
use crate::assess::{Knowledge, LevelRange, Ratio};
use crate::compare::{Cell, Column, Comparison, Row};
use crate::model::{Answer, Evidence, Fact, Localized, OwnWork, Product, Source};

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
    /// What the institution's own work can add, likewise.
    pub printed_own_work: Ratio,
    /// What is open of it, likewise.
    pub printed_open: Ratio,
    /// The part at most: the sum of these.
    pub printed_high: Ratio,
    /// What the vendor file says, if anything.
    pub stated: Option<(&'c Fact, &'c Answer)>,
    /// The evidence for this variant, each with its source.
    pub evidence: Vec<(&'c Evidence, &'c Source)>,
    /// What the institution says of its own work, where that counts.
    pub institution: Option<&'c OwnWork>,
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

    /// What own work can add to the score here, out of 1.
    #[must_use]
    pub fn own_work(&self) -> Ratio {
        self.column.share.times_hundredths(own_hundredths(&self.cell.knowledge))
    }

    /// The highest possible level minus the lowest, in hundredths; nothing where that is
    /// own work.
    #[must_use]
    pub fn open_hundredths(&self) -> u8 {
        open_hundredths(&self.cell.knowledge)
    }
}

fn width(levels: LevelRange) -> u8 {
    levels.high.hundredths().saturating_sub(levels.low.hundredths())
}

fn open_hundredths(knowledge: &Knowledge) -> u8 {
    if knowledge.is_own_work() { 0 } else { width(knowledge.levels) }
}

fn own_hundredths(knowledge: &Knowledge) -> u8 {
    if knowledge.is_own_work() { width(knowledge.levels) } else { 0 }
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
            let is_asked = part.open() > Ratio::ZERO || demanded;
            if is_asked && !part.cell.knowledge.is_own_work() {
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
    let [low, own, open] = row.evaluation.score.printed(1000);
    let tenths = |of: fn(&Knowledge) -> u8, sum: u128| {
        let exact = |(column, cell): (&Column<'_>, &Cell)| column.share.times_hundredths(of(&cell.knowledge));
        apportion(&cells().map(exact).collect::<Vec<Ratio>>(), 1000, sum)
    };
    let lows = tenths(|knowledge| knowledge.levels.low.hundredths(), low);
    let owns = tenths(own_hundredths, own);
    let opens = tenths(open_hundredths, open);
    cells()
        .zip(lows.into_iter().zip(owns).zip(opens))
        .map(|((column, cell), ((printed, own), open))| {
            let levels = cell.knowledge.levels;
            let stated = row.product.fact(column.number, variant);
            Part {
                column: *column,
                cell,
                low: column.share.times_hundredths(levels.low.hundredths()),
                high: column.share.times_hundredths(levels.high.hundredths()),
                printed_low: Ratio::new(printed, 1000),
                printed_own_work: Ratio::new(own, 1000),
                printed_open: Ratio::new(open, 1000),
                printed_high: Ratio::new(printed + own + open, 1000),
                institution: comparison.own_word(row, cell),
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
