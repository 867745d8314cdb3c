//! Documents as plain text: on a screen, with styles and bars, or in a text file.

mod card;
pub mod findings;
pub mod paper;
mod ranking;
pub(crate) mod repeated;

use std::io::{self, Write};

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use crate::text::safe::clean;

use super::document::{Document, Heading, Line, Mark, Part};
use super::table::Table;
use paper::{FAINT, Paper, STRONG, WRONG, pad, style};

/// Writes a document on `paper`, with its width and styles.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(document: &Document<'_>, mut paper: Paper, out: &mut dyn Write) -> io::Result<()> {
    if !document.title.is_empty() {
        paper.paragraph("", STRONG, &document.title);
    }
    let bar = ranking::bar_width(document, paper.width());
    parts(&document.parts, &mut paper, bar, out)?;
    out.write_all(paper.finish().as_bytes())
}

/// The document as text on `paper`.
#[must_use]
pub fn text(document: &Document<'_>, paper: Paper) -> String {
    let mut bytes = Vec::new();
    // Writing into memory cannot fail.
    let _ = write(document, paper, &mut bytes);
    String::from_utf8(bytes).unwrap_or_default()
}

fn parts(parts: &[Part<'_>], paper: &mut Paper, bar: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    for part in parts {
        match part {
            Part::Heading(heading, text) => {
                paper.gap();
                match heading {
                    Heading::Division | Heading::Sheet => paper.paragraph("== ", STRONG, text),
                    Heading::Chapter => paper.paragraph("", STRONG, &text.to_uppercase()),
                    Heading::Section(_) => paper.paragraph("", STRONG, text),
                }
            }
            Part::Text(tone, text) => paper.paragraph("", style(*tone), text),
            Part::Break => paper.gap(),
            Part::Warnings(lines) => {
                for line in lines {
                    paper.paragraph("! ", WRONG, line);
                }
            }
            Part::Lines(lines) => {
                let indent = paper.margin();
                for one in lines {
                    line(paper, one, indent);
                }
            }
            Part::Table(one) => table(paper, one),
            Part::Ranking(ranking) => {
                out.write_all(paper.take().as_bytes())?;
                ranking::write(&**ranking, paper, bar, out)?;
            }
            Part::Card(one) => card::write(paper, one),
            Part::Key(textures) => ranking::key(paper, textures),
            Part::Unranked(lines) => {
                for line in lines {
                    ranking::unranked(paper, line);
                }
            }
            Part::Legend(legend) => {
                paper.gap();
                if let Some(bars) = legend.bars {
                    paper.paragraph("", Style::new(), bars);
                }
            }
            Part::Colophon(lines) => {
                paper.gap();
                for line in lines {
                    paper.paragraph("", Style::new(), &line.on_screen);
                }
            }
            Part::Command(command) => {
                paper.gap();
                paper.parts(&[(Style::new(), "  "), (Style::new(), &clean(command))]);
            }
            Part::Beside(groups) => {
                for group in groups {
                    self::parts(group, paper, bar, out)?;
                }
            }
            Part::Later(later) => {
                self::parts(&later.made(), paper, bar, out)?;
                out.write_all(paper.take().as_bytes())?;
            }
        }
    }
    Ok(())
}

fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::None => "",
        Mark::Bullet => "- ",
        Mark::Quote => "> ",
        Mark::Done => "[x] ",
        Mark::Busy => "[~] ",
        Mark::Open => "[ ] ",
        Mark::Not => "[-] ",
    }
}

/// A line indented by this many columns, and what belongs to it further in.
fn line(paper: &mut Paper, line: &Line, indent: usize) {
    if let Some(name) = line.name.as_deref().filter(|_| paper.margin() > 0) {
        return entry(paper, name, line, indent);
    }
    let first = format!("{}{}", " ".repeat(indent), mark(line.mark));
    paper.paragraph(&first, style(line.tone), &line.words());
    if let Some(link) = &line.link {
        paper.paragraph(&" ".repeat(first.width()), FAINT, link);
    }
    let further = if line.mark == Mark::None { indent + 2 } else { first.width() };
    for below in &line.below {
        self::line(paper, below, further);
    }
}

/// A name with its texts beside it, or below it when there is no room for either.
fn entry(paper: &mut Paper, name: &str, line: &Line, indent: usize) {
    let column = match indent {
        2 => 20,
        4 => 36,
        _ => 44,
    };
    let name = format!("{}{}{}", " ".repeat(indent), mark(line.mark), clean(name));
    let is_narrow = paper.width().is_some_and(|width| width < column + 30);
    let (first, column) = if is_narrow {
        paper.parts(&[(Style::new(), &name)]);
        (" ".repeat(8), 8)
    } else if name.width() >= column {
        paper.parts(&[(Style::new(), &name)]);
        (" ".repeat(column), column)
    } else {
        (pad(&name, column), column)
    };
    paper.paragraph(&first, style(line.tone), &line.text);
    for below in &line.below {
        paper.paragraph(&" ".repeat(column), style(below.tone), &below.text);
    }
}

/// A table with aligned columns; the last column wraps.
fn table(paper: &mut Paper, table: &Table<'_>) {
    let columns = table.shown();
    let heads = columns.iter().map(|column| clean(&column.title)).collect();
    let lines: Vec<Vec<String>> = std::iter::once(heads).chain(table.in_words(clean)).collect();
    let width = |at: usize| lines.iter().filter_map(|row| Some(row.get(at)?.width())).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns.len()).map(width).collect();
    let room = paper.width().unwrap_or(usize::MAX);
    if widths.iter().sum::<usize>() + 2 * widths.len() > room {
        return records(paper, &lines);
    }
    for (number, row) in lines.iter().enumerate() {
        let Some((last, rest)) = row.split_last() else { continue };
        let mut first = String::from("  ");
        for ((text, column), width) in rest.iter().zip(columns).zip(&widths) {
            let room = " ".repeat(width.saturating_sub(text.width()));
            let (before, after) = if column.is_numeric() { (room.as_str(), "") } else { ("", room.as_str()) };
            first.extend([before, text.as_str(), after, "  "]);
        }
        let style = if number == 0 { STRONG } else { Style::new() };
        paper.paragraph(&first, style, last);
    }
}

/// A table that is too wide, as its titles and its rows: one line per row, the last
/// column first.
fn records(paper: &mut Paper, lines: &[Vec<String>]) {
    let Some((heads, rows)) = lines.split_first() else { return };
    for row in rows {
        let Some((name, rest)) = row.split_last() else { continue };
        paper.paragraph("  - ", Style::new(), name);
        let facts = heads.iter().zip(rest).map(|(title, cell)| format!("{title}: {cell}"));
        paper.paragraph("    ", FAINT, &facts.collect::<Vec<_>>().join("; "));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::sample;
    use crate::text::Lang;

    #[test]
    fn a_table_is_written_for_people() {
        let on = |width| {
            let parts = vec![Part::Table(sample(Lang::Nl))];
            text(&Document { lang: Lang::Nl, title: String::new(), parts }, Paper::new(width).plain())
        };
        let wide = "
  Naam   Aantal  Punten  Beantwoord  Plaats  Dag              Adres                  Lijst
  a|b<3       3    37,5         75%     1–3  3 november 2026  https://example.org/a  x; y
  ·           ·       ·           ·       ·  ·                ·                      x; y
";
        assert_eq!(on(None), wide.trim_start_matches('\n'));
        let narrow = on(Some(60));
        assert!(narrow.starts_with("  - x; y\n    Naam: a|b<3; Aantal: 3; Punten: 37,5;"), "{narrow}");
    }
}
