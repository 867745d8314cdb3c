//! A comparison for a terminal.

use std::io::{self, Write};

use anstyle::Style;

use crate::assess::{Ratio, RuleStatus};
use crate::compare::{Block, Comparison, Row, block_rows};
use crate::model::Catalogue;
use crate::report::words::describe;
use crate::text::Lang;

use crate::report::words::notes::{deviation_lines, left_out_lines, override_lines, profile_line};
use crate::report::words::number::{decimal_sign, percent, points};
use crate::report::words::{self, notes, triage};
use paper::{FAINT, OPEN, Paper, SHOWN, STRONG, WRONG};

pub mod findings;
pub mod paper;
pub mod verification;

/// The widest bar, in columns.
const BAR: usize = 25;
/// The narrowest bar that still shows something.
const LEAST_BAR: usize = 10;
/// The column in which names and bars begin.
const INDENT: usize = 9;

/// Writes the comparison as text, on `paper` of its width and with its styles.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(
    comparison: &Comparison<'_>,
    catalogue: &Catalogue,
    lang: Lang,
    mut paper: Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    head(&mut paper, comparison, lang);
    let room = room(&paper, comparison, lang);
    for (group, rows) in comparison.groups() {
        if let (Some(group), Some(criterion)) = (group, comparison.grouped_by) {
            paper.gap();
            let title = format!("{}: {}", criterion.title.get(lang), describe::group(group, lang));
            paper.paragraph("== ", STRONG, &title);
        }
        for block in Block::ALL {
            let rows = block_rows(&rows, block);
            if rows.is_empty() {
                continue;
            }
            paper.gap();
            paper.paragraph("", STRONG, describe::block(block, !comparison.demands.is_empty()).get(lang));
            out.write_all(paper.take().as_bytes())?;
            let make = |rows: &[&Row<'_>]| {
                let mut sheet = paper.another();
                for row in rows {
                    alternative(&mut sheet, comparison, row, room, lang);
                }
                Ok(sheet.finish().into_bytes())
            };
            crate::report::rows::write(&rows, make, out)?;
        }
    }
    if comparison.rows.is_empty() {
        paper.gap();
        paper.paragraph("", Style::new(), words::NOTHING_TO_COMPARE.get(lang));
    }
    not_allowed(&mut paper, comparison, lang);
    retired(&mut paper, comparison, lang);
    foot(&mut paper, comparison, catalogue, lang);
    out.write_all(paper.finish().as_bytes())
}

fn head(paper: &mut Paper, comparison: &Comparison<'_>, lang: Lang) {
    let line = words::compared(comparison, lang);
    paper.paragraph("", STRONG, &line);
    if let Some(ask_first) = &comparison.kind.ask_first {
        paper.paragraph("", STRONG, ask_first.get(lang));
    }
    if let Some(line) = notes::instead(comparison, lang) {
        paper.paragraph("", Style::new(), &line);
    }
    for line in triage::lines(comparison, lang) {
        paper.paragraph("", STRONG, &line);
    }
    paper.paragraph("", Style::new(), words::HIGHER.get(lang));
    for line in left_out_lines(comparison, lang) {
        paper.paragraph("! ", WRONG, &line);
    }
}

fn alternative(
    paper: &mut Paper,
    comparison: &Comparison<'_>,
    row: &Row<'_>,
    room: Option<usize>,
    lang: Lang,
) {
    let place = notes::place(row).unwrap_or_else(|| "·".to_owned());
    let name = describe::alternative(row.product, row.variant);
    paper.paragraph(&paper::pad(&format!("  {place}"), INDENT), STRONG, &name);
    let facts = facts(row, lang);
    let indent = " ".repeat(INDENT);
    if let Some(room) = room {
        let (shown, open, rest) = bar(row.evaluation.score.low(), row.evaluation.score.high(), room);
        paper.parts(&[
            (Style::new(), &indent),
            (SHOWN, &shown),
            (OPEN, &open),
            (FAINT, &rest),
            (Style::new(), " "),
            (Style::new(), &facts),
        ]);
    } else {
        paper.paragraph(&indent, Style::new(), &facts);
    }
    demands(paper, comparison, row, lang);
}

/// The columns that a bar may take, one scale for all: the room beside the
/// longest numbers. `None` when that is too little to see anything.
fn room(paper: &Paper, comparison: &Comparison<'_>, lang: Lang) -> Option<usize> {
    let Some(width) = paper.width() else { return Some(BAR) };
    let longest = comparison.rows.iter().map(|row| facts(row, lang).chars().count()).max().unwrap_or(0);
    let room = width.saturating_sub(INDENT + 1 + longest).min(BAR);
    Some(room).filter(|room| *room >= LEAST_BAR)
}

/// The numbers beside a bar.
fn facts(row: &Row<'_>, lang: Lang) -> String {
    let sign = decimal_sign(lang);
    let (low, high) = (points(row.evaluation.score.low(), sign), points(row.evaluation.score.high(), sign));
    let known = percent(row.evaluation.coverage);
    match lang {
        Lang::Nl => format!("minstens {low}, hoogstens {high}; {known}% bekend"),
        Lang::En => format!("at least {low}, at most {high}; {known}% known"),
    }
}

/// A bar of `room` columns: what is supported, what is open, and the rest.
fn bar(low: Ratio, high: Ratio, room: usize) -> (String, String, String) {
    let parts = u32::try_from(room).unwrap_or(0);
    let columns = |ratio: Ratio| usize::try_from(ratio.in_parts(parts)).unwrap_or(0).min(room);
    let (low, high) = (columns(low), columns(high));
    ("█".repeat(low), "░".repeat(high - low), "·".repeat(room - high))
}

/// The demands that are not met for certain, by name, and what else is to be said.
fn demands(paper: &mut Paper, comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) {
    let indent = " ".repeat(INDENT);
    for (status, line) in notes::demands(comparison, row, lang) {
        let style = match status {
            RuleStatus::Fires => WRONG,
            RuleStatus::Indication | RuleStatus::Open => OPEN,
            RuleStatus::Condition | RuleStatus::Depends => Style::new(),
        };
        paper.paragraph(&indent, style, &line);
    }
    let notes = notes::beside(row, lang);
    if !notes.is_empty() {
        paper.paragraph(&indent, FAINT, &notes.join("; "));
    }
}

fn not_allowed(paper: &mut Paper, comparison: &Comparison<'_>, lang: Lang) {
    let out = notes::not_allowed(comparison, lang);
    if out.is_empty() {
        return;
    }
    paper.gap();
    paper.paragraph("", STRONG, words::NOT_ALLOWED.get(lang));
    for (name, reasons) in out {
        paper.paragraph("  ", Style::new(), &name);
        for reason in reasons {
            paper.paragraph(&" ".repeat(INDENT), FAINT, &reason);
        }
    }
}

fn retired(paper: &mut Paper, comparison: &Comparison<'_>, lang: Lang) {
    let lines = notes::retired(comparison, lang);
    if lines.is_empty() {
        return;
    }
    paper.gap();
    paper.paragraph("", STRONG, words::NO_LONGER_EXISTS.get(lang));
    for line in lines {
        paper.paragraph("  ", Style::new(), &line);
    }
}

fn foot(paper: &mut Paper, comparison: &Comparison<'_>, catalogue: &Catalogue, lang: Lang) {
    let plain = Style::new();
    paper.gap();
    if !comparison.rows.is_empty() {
        paper.paragraph("", plain, words::HOW_TO_READ.get(lang));
    }
    paper.gap();
    paper.paragraph("", plain, &profile_line(comparison, lang));
    for line in override_lines(comparison, lang).into_iter().chain(notes::situation(comparison, lang)) {
        paper.paragraph("", plain, &line);
    }
    for line in deviation_lines(comparison, catalogue, lang) {
        paper.paragraph("", plain, &line);
    }
    let short: String = comparison.sha256.chars().take(16).collect();
    let line = notes::record(comparison, &short, lang);
    paper.paragraph("", plain, &line);
    paper.gap();
    paper.paragraph("", FAINT, words::DISCLAIMER.get(lang));
}
