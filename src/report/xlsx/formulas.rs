//! The formulas with which a workbook recalculates when people change weights. They
//! repeat `assess` in whole numbers, so the sums are exact and round like the
//! program's (docs/decisions/0008-workbook-in-whole-numbers.md). They all look
//! things up by id, never by position, so that people may sort a table.

use rust_xlsxwriter::utility::column_number_to_name;

use crate::assess::RankBy;
use crate::report::table::{Line, Live, Role, Table, Value};
use crate::text::Lang;

use super::whole::{WHOLE, whole};

/// The name of the cell with the number of parts in one unit of the weights.
const SCALE: &str = "kh_schaal";

/// The name of the cell that is 1 while the weights are as when the workbook was made.
const AS_MADE: &str = "kh_zoals_gemaakt";

/// With more parts than this, whole numbers would no longer be exact in a
/// spreadsheet, so it calculates with fractions instead.
const MOST_PARTS: &str = "100000000000";

/// The row, from 0, of the header of a table: an empty row separates it from the
/// lines above it.
pub(super) fn header_row(table: &Table<'_>) -> u32 {
    u32::try_from(table.intro.len()).unwrap_or(0) + 1
}

/// Where the cells of a table are, for formulas.
#[derive(Debug)]
pub(super) struct Span {
    sheet: &'static str,
    first: u32,
    last: u32,
    /// What each column holds.
    roles: Vec<Option<Role>>,
}

impl Span {
    /// The rows of a table that has one row per item.
    pub(super) fn of(table: &Table<'_>) -> Span {
        let first = header_row(table) + 2;
        let rows = u32::try_from(table.items).unwrap_or(u32::MAX / 2).max(1);
        let roles = table.columns.iter().map(|column| column.role).collect();
        Span { sheet: table.name, first, last: first + rows - 1, roles }
    }

    /// The letter of the column with that role and this number among these.
    fn nth(&self, role: Role, number: usize) -> String {
        let first = self.roles.iter().position(|found| *found == Some(role)).unwrap_or_default();
        letters(first + number)
    }

    /// A column of the table, by its number among those with that role.
    pub(super) fn nth_column(&self, role: Role, number: usize) -> String {
        let name = self.nth(role, number);
        format!("{}!${name}${}:${name}${}", self.sheet, self.first, self.last)
    }

    /// The letter of the first column with that role.
    fn letters(&self, role: Role) -> String {
        self.nth(role, 0)
    }

    /// A column of the table: `Niveaus!$A$8:$A$39`.
    pub(super) fn column(&self, role: Role) -> String {
        format!("{}!{}", self.sheet, self.here(role))
    }

    /// The same, for formulas on the same sheet.
    fn here(&self, role: Role) -> String {
        let name = self.letters(role);
        format!("${name}${}:${name}${}", self.first, self.last)
    }

    /// The cell of a row, by its number from 1: `$A8`.
    pub(super) fn cell(&self, role: Role, row: u32) -> String {
        format!("${}{row}", self.letters(role))
    }

    /// The cells of a row in all columns with that role: `$A8:$F8`, or with `$` before
    /// the row `$A$5:$F$5`.
    pub(super) fn cells(&self, role: Role, row: &str) -> String {
        let last = self.roles.iter().rposition(|found| *found == Some(role)).unwrap_or_default();
        format!("${}{row}:${}{row}", self.letters(role), letters(last))
    }
}

fn letters(column: usize) -> String {
    column_number_to_name(u16::try_from(column).unwrap_or(u16::MAX))
}

/// The row and column, from 0, of the first number of this kind beside the lines
/// above a table.
fn beside(table: &Table<'_>, wanted: impl Fn(&Live) -> bool) -> (u32, usize) {
    let lines = (0..).zip(&table.intro);
    let mut cells =
        lines.flat_map(|(row, line)| line.beside.iter().map(move |(column, value)| (row, column, value)));
    let found = cells.find(|(_, _, value)| matches!(value, Value::Live(live, _) if wanted(live)));
    found.map_or((0, 0), |(row, column, _)| (row, *column))
}

/// Points with one decimal, rounded half up, from `parts` multiplied by `times`.
fn rounded(parts: &str, times: u32) -> String {
    format!("=IF({WHOLE}=0,\"\",INT(({times}*{parts}+{WHOLE})/(2*{WHOLE}))/10)")
}

/// The same for a whole score or share: 0 only for nothing, and 100 only for all
/// (`Ratio::shown_in`). Where sums are not exact, they are taken for all when they
/// differ by no more than their error.
fn shown(parts: &str, times: u32) -> String {
    format!(
        "=IF({WHOLE}=0,\"\",MEDIAN(SIGN({parts}),INT(({times}*{parts}+{WHOLE})/(2*{WHOLE})),1000-(2000*{WHOLE}-{times}*{parts}>{WHOLE}/100000000000))/10)"
    )
}

/// The formulas of a workbook, and the location of their input.
#[derive(Debug)]
pub(super) struct Formulas {
    criteria: Span,
    themes: Span,
    pub(super) levels: Span,
    /// The row, from 1, with the parts of each criterion above its levels.
    pub(super) parts_row: u32,
    /// The row, from 1, with the id of its theme.
    pub(super) themes_row: u32,
    pub(super) lang: Lang,
    /// Names, and the cells that they refer to.
    pub(super) names: [(&'static str, String); 3],
    has_budgets: bool,
    rank_by: RankBy,
}

impl Formulas {
    /// Formulas that calculate with these tables.
    pub(super) fn new(
        [criteria, themes, levels]: [&Table<'_>; 3],
        has_budgets: bool,
        rank_by: RankBy,
    ) -> Formulas {
        let is_named = |line: &&Line| line.beside.iter().any(|(_, value)| matches!(value, Value::Text(_)));
        let named = (1..).zip(&levels.intro).find(|(_, line)| is_named(line));
        let name = |name, wanted: Live| {
            let (row, column) = beside(levels, |live| *live == wanted);
            (name, format!("={}!${}${}", levels.name, letters(column), row + 1))
        };
        Formulas {
            criteria: Span::of(criteria),
            themes: Span::of(themes),
            levels: Span::of(levels),
            parts_row: beside(levels, |live| matches!(live, Live::PartsOf(_))).0 + 1,
            names: [name(WHOLE, Live::Whole), name(SCALE, Live::Scale), name(AS_MADE, Live::AsMade)],
            themes_row: named.map_or(1, |(row, _)| row),
            lang: levels.lang,
            has_budgets,
            rank_by,
        }
    }

    /// The formula of a number in a row of a table, with the row's number from 1 and
    /// the number as it was made.
    pub(super) fn formula(&self, live: &Live, made: &str, here: &Span, row: u32) -> String {
        let formula = self.recalculated(live, here, row);
        match live {
            // These add up to a rounded total, and a formula cannot see to that.
            Live::Part(_)
            | Live::Own(
                Role::Share
                | Role::ThemeShare
                | Role::Known
                | Role::OwnWorkShare
                | Role::Open
                | Role::Answered,
            ) => {
                let again = formula.trim_start_matches('=');
                format!("=IF({AS_MADE}=1,{made},{again})")
            }
            _ => formula,
        }
    }

    fn recalculated(&self, live: &Live, here: &Span, row: u32) -> String {
        let cell = |role: Role| here.cell(role, row);
        let parts = || self.criteria.column(Role::Parts);
        let ids = || self.criteria.column(Role::Criterion);
        match live {
            Live::Part(hundredths) => {
                let part = format!("INDEX({},MATCH({},{},0))", parts(), cell(Role::Criterion), ids());
                rounded(&format!("{part}*{hundredths}"), 20)
            }
            Live::Found(role) => {
                format!("={}", self.found(&self.levels.column(*role), &cell(Role::Alternative)))
            }
            Live::Own(role) => self.own(*role, here, row),
            Live::Places => format!("={}", self.places(&cell(Role::Alternative))),
            Live::Bar(signs) => format!("={}", self.bar(&cell(Role::Alternative), *signs)),
            Live::Tile(theme) => self.tile(theme, row),
            Live::FoundTile(number) => format!("={}", self.found_tile(*number, &cell(Role::Alternative))),
            Live::Whole => format!("=SUM({})", parts()),
            Live::Scale => self.scale(),
            Live::AsMade => {
                let differs = |span: &Span, now: Role, made: Role| {
                    format!("SUMPRODUCT(--({}<>{}))", span.column(now), span.column(made))
                };
                let weights = differs(&self.criteria, Role::Weight, Role::MadeWeight);
                let budgets = differs(&self.themes, Role::Budget, Role::MadeBudget);
                format!("=IF({weights}+{budgets}=0,1,0)")
            }
            Live::PartsOf(id) => format!("=SUMIF({},\"{id}\",{})", ids(), parts()),
        }
    }

    /// The formula of the column with that role, from others in the same row.
    fn own(&self, role: Role, here: &Span, row: u32) -> String {
        let cell = |role: Role| here.cell(role, row);
        // What the criteria of the row's theme have together.
        let of_theme = |what: Role| {
            let (ids, what) = (self.criteria.column(Role::Theme), self.criteria.column(what));
            format!("SUMIF({ids},{},{what})", cell(Role::Theme))
        };
        match role {
            Role::Parts => self.parts(&cell(Role::Weight), &cell(Role::Theme)),
            Role::Share => shown(&cell(Role::Parts), 2000),
            Role::WeightSum => format!("={}", of_theme(Role::Weight)),
            Role::Divisor => {
                let (budget, sum) = (cell(Role::Budget), cell(Role::WeightSum));
                format!("=IF(AND({budget}>0,{sum}>0),{sum}/GCD({sum},{budget}),1)")
            }
            Role::ThemeShare => shown(&of_theme(Role::Parts), 2000),
            Role::Low => shown(&cell(Role::LowSum), 20),
            Role::High => shown(&cell(Role::HighSum), 20),
            Role::OwnWork => {
                let sum = format!("({}+{})", cell(Role::LowSum), cell(Role::OwnWorkSum));
                let both = shown(&sum, 20);
                let low = shown(&cell(Role::LowSum), 20);
                let (both, low) = (both.trim_start_matches('='), low.trim_start_matches('='));
                format!("=IF({WHOLE}=0,\"\",ROUND({both}-{low},1))")
            }
            Role::Known => shown(&cell(Role::KnownSum), 2000),
            Role::OwnWorkShare => shown(&cell(Role::OwnWorkParts), 2000),
            Role::Open => {
                shown(&format!("({WHOLE}-{}-{})", cell(Role::KnownSum), cell(Role::OwnWorkParts)), 2000)
            }
            Role::Place | Role::Best | Role::Worst => self.place(role, row),
            Role::From | Role::WithOwnWork | Role::To | Role::Answered => {
                whole(role, |role| here.cell(role, row))
            }
            _ => self.sum(role, row),
        }
    }

    /// The parts of a criterion, from its weight and the id of its theme.
    fn parts(&self, weight: &str, theme: &str) -> String {
        if !self.has_budgets {
            return format!("={weight}");
        }
        let ids = self.themes.column(Role::Theme);
        let of = |role| format!("INDEX({},MATCH({theme},{ids},0))", self.themes.column(role));
        let sum = of(Role::WeightSum);
        format!("=IF({sum}=0,0,{}*{weight}*{SCALE}/{sum})", of(Role::Budget))
    }

    /// The scale that makes all parts whole, unless there would be too many.
    fn scale(&self) -> String {
        if !self.has_budgets {
            return "=1".to_owned();
        }
        let of = |role| self.themes.column(role);
        let (divisors, sums, budgets) = (of(Role::Divisor), of(Role::WeightSum), of(Role::Budget));
        format!(
            "=IF(ISERROR(LCM({divisors})),1,IF(LCM({divisors})*SUMIF({sums},\">0\",{budgets})<{MOST_PARTS},LCM({divisors}),1))"
        )
    }

    /// The parts of an alternative in the table of levels.
    fn sum(&self, role: Role, row: u32) -> String {
        let cells = |role: Role, row: &str| self.levels.cells(role, row);
        let parts = cells(Role::LowestLevel, &format!("${}", self.parts_row));
        let row = row.to_string();
        let (lows, highs) = (cells(Role::LowestLevel, &row), cells(Role::HighestLevel, &row));
        let own = cells(Role::IsOwnWork, &row);
        match role {
            Role::LowSum => format!("=SUMPRODUCT({parts},{lows})"),
            Role::HighSum => format!("=SUMPRODUCT({parts},{highs})"),
            Role::OwnWorkSum => format!("=SUMPRODUCT({parts}*{own}*({highs}-{lows}))"),
            Role::OwnWorkParts => format!("=SUMPRODUCT({parts},{own})"),
            _ => format!("=SUMPRODUCT({parts}*({lows}={highs}))"),
        }
    }

    /// The place, the best or the worst place (docs/method.md): inside the group,
    /// over all that are in it.
    fn place(&self, role: Role, row: u32) -> String {
        let all = |role: Role| self.levels.here(role);
        let here = |role: Role| self.levels.cell(role, row);
        let (groups, classes, lows, highs) =
            (all(Role::Group), all(Role::Class), all(Role::LowSum), all(Role::HighSum));
        let (group, class, low, high) =
            (here(Role::Group), here(Role::Class), here(Role::LowSum), here(Role::HighSum));
        let counted = match role {
            Role::Best => {
                format!("((({classes}=1)*({class}=3)+((({classes}=1)+({class}=3))>0)*({lows}>{high}))>0)")
            }
            Role::Worst => {
                let (ids, id) = (all(Role::Alternative), here(Role::Alternative));
                let never = format!(
                    "((({class}=1)*({classes}=3)+((({class}=1)+({classes}=3))>0)*({low}>={highs}))>0)"
                );
                format!("({ids}<>{id})*(1-{never})")
            }
            _ => {
                let ((firsts, first), (seconds, second)) = match self.rank_by {
                    RankBy::Low => ((lows, low), (highs, high)),
                    RankBy::High => ((highs, high), (lows, low)),
                    RankBy::Middle => ((format!("({lows}+{highs})"), format!("({low}+{high})")), (lows, low)),
                };
                format!(
                    "({classes}<{class})+({classes}={class})*(({firsts}>{first})+({firsts}={first})*({seconds}>{second}))"
                )
            }
        };
        // Where nothing at all is known, people see no place.
        let known = format!("{}+{}", here(Role::KnownSum), here(Role::OwnWorkParts));
        format!("=IF(OR({WHOLE}=0,{class}=3,{known}=0),\"\",1+SUMPRODUCT(({groups}={group})*({counted})))")
    }
}
