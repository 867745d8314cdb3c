//! A ranking with its bars, made on all threads and written in order.

use std::io::{self, Write};

use anstyle::Style;

use unicode_width::UnicodeWidthStr;

use crate::report::document::{Document, Line, Part, Ranked, Ranking, Segment, Texture};
use crate::report::rows;
use crate::text::safe::clean;

use super::paper::{FAINT, OPEN, OWN_WORK, Paper, SHOWN, STRONG, pad, style};

/// The widest bar, in columns.
const WIDEST: usize = 25;
/// The narrowest bar that still shows something.
const NARROWEST: usize = 10;
/// The widest bar of an alternative that takes two lines.
const SHORT_BAR: usize = 16;
/// The column in which its bar begins.
const PLACE: usize = 7;
/// A name with less room than this gets lines of its own.
const NAME: usize = 24;
/// The columns of its points.
const FIGURES: usize = 11;
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
                let write = if ranking.is_short() { in_short } else { alternative };
                write(&mut sheet, &one, &figures, bar);
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

/// An alternative on two lines: its place, bar, points and name, and below that as many of
/// the notes as there is room for.
fn in_short(paper: &mut Paper, one: &Ranked, figures: &str, bar: Option<usize>) {
    let place = pad(&format!("  {}", one.place), PLACE);
    let figures = pad(figures, FIGURES);
    let bar = drawn(&one.bar, bar.unwrap_or(NARROWEST).min(SHORT_BAR));
    let used = PLACE + bar.iter().map(|(_, text)| text.chars().count()).sum::<usize>() + 1 + FIGURES;
    let room = paper.width().map(|width| width.saturating_sub(used));
    if room.is_some_and(|room| room < NAME) {
        return alternative(paper, one, figures.trim_end(), None);
    }
    let name = cut(&clean(&one.name), room);
    let mut parts = vec![(Style::new(), place.as_str())];
    parts.extend(bar.iter().map(|(style, text)| (*style, text.as_str())));
    parts.extend([(Style::new(), " "), (Style::new(), figures.as_str()), (STRONG, name.as_str())]);
    paper.parts(&parts);
    let indent = " ".repeat(PLACE);
    let room = paper.width().map(|width| width.saturating_sub(PLACE));
    let is_tight = room.is_some_and(|room| joined(&one.beside).width() > room);
    let notes = if is_tight && !one.briefer.is_empty() { &one.briefer } else { &one.beside };
    let notes = fitting(notes, room);
    paper.parts(&[(Style::new(), &indent), (FAINT, &notes)]);
}

fn joined(notes: &[String]) -> String {
    notes.iter().map(|note| clean(note)).collect::<Vec<_>>().join(" · ")
}

/// As many of some notes as there is room for; a sign at the end says that there are more.
fn fitting(notes: &[String], room: Option<usize>) -> String {
    let mut line = String::new();
    for (at, note) in notes.iter().enumerate() {
        let between = if at == 0 { "" } else { " · " };
        let longer = format!("{line}{between}{}", clean(note));
        let is_last = at + 1 == notes.len();
        // The sign needs room too, where it can be needed.
        let needed = longer.width() + if is_last { 0 } else { 2 };
        if room.is_some_and(|room| needed > room) {
            return if line.is_empty() { cut(&longer, room) } else { format!("{line} …") };
        }
        line = longer;
    }
    line
}

/// The beginning of a text that has room, up to a space, and a sign that it goes on.
fn cut(text: &str, room: Option<usize>) -> String {
    let Some(room) = room.filter(|room| text.width() > *room) else { return text.to_owned() };
    let mut line = String::new();
    for word in text.split(' ') {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if longer.width() + 2 > room {
            break;
        }
        line = longer;
    }
    format!("{} …", line.trim_end_matches([',', ';', ':'])).trim_start().to_owned()
}

/// An alternative outside the ranking: its reasons line up with the bars.
pub(super) fn unranked(paper: &mut Paper, line: &Line) {
    paper.paragraph("  ", style(line.tone), &line.text);
    for reason in &line.below {
        paper.paragraph(&" ".repeat(INDENT), style(reason.tone), &reason.text);
    }
}

/// What the textures of bars mean, on one line.
pub(super) fn key(paper: &mut Paper, textures: &[(Texture, String)]) {
    let words = textures.iter().map(|(of, words)| format!("{} {}", texture(*of).1, clean(words)));
    paper.paragraph("  ", FAINT, &words.collect::<Vec<_>>().join("  "));
}

fn texture(of: Texture) -> (Style, &'static str) {
    match of {
        Texture::Shown => (SHOWN, "█"),
        Texture::OwnWork => (OWN_WORK, "▒"),
        Texture::Open => (OPEN, "░"),
        Texture::Rest => (FAINT, "·"),
    }
}

/// A bar of this many columns.
pub(super) fn drawn(bar: &[Segment], width: usize) -> Vec<(Style, String)> {
    let parts = u32::try_from(width).unwrap_or(0);
    let mut from = 0;
    let segment = |segment: &Segment| {
        let (style, sign) = texture(segment.texture);
        let end = usize::try_from(segment.end.in_parts(parts)).unwrap_or(0).clamp(from, width);
        let columns = end - std::mem::replace(&mut from, end);
        (style, sign.repeat(columns))
    };
    bar.iter().map(segment).collect()
}
