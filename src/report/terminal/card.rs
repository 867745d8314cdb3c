//! An alternative at a glance.

use anstyle::Style;

use crate::report::document::{Card, Tone};
use crate::text::safe::clean;

use super::paper::{FAINT, Paper, STRONG, pad, style};
use super::ranking::drawn;

/// The widest bar, in columns.
const BAR: usize = 40;
/// The widest column of labels.
const LABEL: usize = 20;
const MARGIN: &str = "  ";

/// Writes a card: its name, its bar, and a line for each thing that it says.
pub(super) fn write(paper: &mut Paper, card: &Card) {
    paper.gap();
    paper.paragraph("", STRONG, &card.name);
    paper.paragraph(MARGIN, FAINT, &format!("{}; {}", card.id, card.beside.join("; ")));
    let range = clean(&card.range);
    let room =
        paper.width().map_or(BAR, |width| width.saturating_sub(MARGIN.len() + 2 + range.chars().count()));
    let bar = drawn(&card.bar, room.min(BAR));
    let mut parts = vec![(Style::new(), MARGIN)];
    parts.extend(bar.iter().map(|(style, text)| (*style, text.as_str())));
    parts.extend([(Style::new(), "  "), (STRONG, &range)]);
    paper.parts(&parts);
    paper.paragraph(MARGIN, Style::new(), &card.figures);
    let tiles = card.tiles.iter().map(|(_, label, themes)| (label, Tone::Plain, themes.join(", ")));
    let lines = card.lines.iter().map(|(label, tone, text)| (label, *tone, text.clone()));
    let all: Vec<(&String, Tone, String)> = tiles.chain(lines).collect();
    let column = all.iter().map(|(label, ..)| label.chars().count() + 2).max().unwrap_or(0).min(LABEL);
    let mut before = "";
    for (label, tone, text) in &all {
        // A label that holds for several lines stands once.
        let shown = if before == label.as_str() { String::new() } else { format!("{}:", clean(label)) };
        before = label;
        paper.paragraph(&format!("{MARGIN}{} ", pad(&shown, column.saturating_sub(1))), style(*tone), text);
    }
    paper.paragraph(MARGIN, Style::new(), &card.sentence);
}
