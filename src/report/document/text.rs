//! A document for a terminal.

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use crate::report::terminal::paper::{FAINT, Paper, STRONG};
use crate::text::safe::clean;

use super::{Document, Line, Part};

/// The document as text, on paper of this width.
#[must_use]
pub fn text(document: &Document, width: Option<usize>) -> String {
    let mut paper = Paper::new(width);
    paper.paragraph("", STRONG, &document.title);
    for part in &document.parts {
        match part {
            Part::Heading(2, text) => {
                paper.gap();
                paper.paragraph("== ", STRONG, text);
            }
            Part::Heading(_, text) => {
                paper.gap();
                paper.paragraph("", STRONG, text);
            }
            Part::Text(text) => paper.paragraph("", Style::new(), text),
            Part::Strong(text) => paper.paragraph("", STRONG, text),
            Part::Small(text) => {
                paper.gap();
                paper.paragraph("", FAINT, text);
            }
            Part::Lines(lines) => lines.iter().for_each(|one| line(&mut paper, one)),
            Part::Table(columns, rows) => table(&mut paper, columns, rows),
        }
    }
    paper.finish()
}

fn line(paper: &mut Paper, line: &Line) {
    let mark = line.mark.map_or("-", super::Mark::box_of);
    paper.paragraph(&format!("  {mark} "), Style::new(), &line.text);
    let indent = " ".repeat(mark.len() + 3);
    for below in &line.below {
        paper.paragraph(&indent, FAINT, &below.text);
        if let Some(link) = &below.link {
            paper.paragraph(&indent, FAINT, link);
        }
    }
}

/// A table that is too wide: a line per row, the last column first.
fn records(paper: &mut Paper, columns: &[(String, bool)], rows: &[Vec<String>]) {
    for row in rows {
        let Some((name, rest)) = row.split_last() else { continue };
        paper.paragraph("  - ", Style::new(), name);
        let facts = columns.iter().zip(rest).map(|((title, _), cell)| format!("{title}: {cell}"));
        paper.paragraph("    ", FAINT, &facts.collect::<Vec<_>>().join("; "));
    }
}

/// A table whose columns line up; the last column that is text is broken into
/// lines.
fn table(paper: &mut Paper, columns: &[(String, bool)], rows: &[Vec<String>]) {
    let cell = |row: &[String], at: usize| row.get(at).map_or(String::new(), |text| clean(text));
    let heads: Vec<String> = columns.iter().map(|(title, _)| title.clone()).collect();
    let widths: Vec<usize> = (0..columns.len())
        .map(|at| rows.iter().map(|row| cell(row, at).width()).chain([heads[at].width()]).max().unwrap_or(0))
        .collect();
    let last = columns.len().saturating_sub(1);
    let room = paper.width().unwrap_or(usize::MAX);
    if widths.iter().sum::<usize>() + 2 * columns.len() > room {
        return records(paper, columns, rows);
    }
    for (number, row) in std::iter::once(&heads).chain(rows).enumerate() {
        let mut first = String::from("  ");
        for (at, (_, right)) in columns.iter().enumerate().take(last) {
            let (text, width) = (cell(row, at), widths.get(at).copied().unwrap_or(0));
            let room = " ".repeat(width.saturating_sub(text.width()));
            let (before, after) = if *right { (room.as_str(), "") } else { ("", room.as_str()) };
            first.extend([before, text.as_str(), after, "  "]);
        }
        let style = if number == 0 { STRONG } else { Style::new() };
        paper.paragraph(&first, style, &cell(row, last));
    }
}
