//! A ranking with its bars, made on all threads and written in order.

use std::io::{self, Write};

use anstyle::Style;

use crate::report::document::{Document, Line, Part, Ranked, Ranking, Segment, Texture};
use crate::report::rows;

use super::paper::{FAINT, OPEN, OWN_WORK, Paper, SHOWN, STRONG, pad, style};

/// The widest bar, in columns.
const WIDEST: usize = 25;
/// The narrowest bar that still shows something.
const NARROWEST: usize = 10;
/// The column in which names and bars begin.
const INDENT: usize = 9;

/// The width of the bars of a document, one scale for all: the room beside the
/// longest figures. `None` when that is too little to see anything.
pub(super) fn bar_width(document: &Document<'_>, width: Option<usize>) -> Option<usize> {
    let Some(width) = width else { return Some(WIDEST) };
    let rankings = document.parts.iter().filter_map(|part| match part {
        Part::Ranking(ranking) => Some(ranking),
        _ => None,
    });
    let figures = rankings.flat_map(|ranking| (0..ranking.count()).filter_map(|at| ranking.figures(at)));
    let longest = figures.map(|figures| figures.chars().count()).max().unwrap_or(0);
    let room = width.saturating_sub(INDENT + 1 + longest).min(WIDEST);
    Some(room).filter(|room| *room >= NARROWEST)
}

/// Writes the alternatives of a ranking on sheets of the same paper.
///
/// # Errors
/// When `out` cannot be written to.
pub(super) fn write(
    ranking: &dyn Ranking,
    paper: &Paper,
    bar: Option<usize>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let make = |some: &[usize]| {
        let mut sheet = paper.another();
        for at in some {
            if let (Some(one), Some(figures)) = (ranking.ranked(*at), ranking.figures(*at)) {
                alternative(&mut sheet, &one, &figures, bar);
            }
        }
        Ok(sheet.finish().into_bytes())
    };
    rows::write(&(0..ranking.count()).collect::<Vec<_>>(), make, out)
}

fn alternative(paper: &mut Paper, one: &Ranked, figures: &str, bar: Option<usize>) {
    paper.paragraph(&pad(&format!("  {}", one.place), INDENT), STRONG, &one.name);
    let indent = " ".repeat(INDENT);
    match bar {
        Some(width) => {
            let bar = drawn(&one.bar, width);
            let mut parts = vec![(Style::new(), indent.as_str())];
            parts.extend(bar.iter().map(|(style, text)| (*style, text.as_str())));
            parts.extend([(Style::new(), " "), (Style::new(), figures)]);
            paper.parts(&parts);
        }
        None => paper.paragraph(&indent, Style::new(), figures),
    }
    for (tone, note) in &one.notes {
        paper.paragraph(&indent, style(*tone), note);
    }
    if !one.beside.is_empty() {
        paper.paragraph(&indent, FAINT, &one.beside.join("; "));
    }
}

/// An alternative outside the ranking: its reasons line up with the bars.
pub(super) fn unranked(paper: &mut Paper, line: &Line) {
    paper.paragraph("  ", style(line.tone), &line.text);
    for reason in &line.below {
        paper.paragraph(&" ".repeat(INDENT), style(reason.tone), &reason.text);
    }
}

/// A bar of this many columns.
fn drawn(bar: &[Segment], width: usize) -> Vec<(Style, String)> {
    let parts = u32::try_from(width).unwrap_or(0);
    let mut from = 0;
    let segment = |segment: &Segment| {
        let (style, sign) = match segment.texture {
            Texture::Shown => (SHOWN, "█"),
            Texture::OwnWork => (OWN_WORK, "▒"),
            Texture::Open => (OPEN, "░"),
            Texture::Rest => (FAINT, "·"),
        };
        let end = usize::try_from(segment.end.in_parts(parts)).unwrap_or(0).clamp(from, width);
        let columns = end - std::mem::replace(&mut from, end);
        (style, sign.repeat(columns))
    };
    bar.iter().map(segment).collect()
}
