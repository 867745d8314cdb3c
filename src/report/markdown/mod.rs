//! Documents as Markdown, for emails and pull requests: GitHub tables, padded so
//! that the plain text lines up too.

mod escaped;

use std::fmt::Write as _;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::text::safe::clean;

use super::document::{Card, Document, Line, Mark, Part, Tone};
use super::table::Table;
use escaped::escaped;

/// Writes a document as Markdown.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(document: &Document<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page::default();
    page.heading(1, &document.title);
    page.parts(&document.parts, out)?;
    page.give(out)?;
    out.write_all(b"\n")
}

/// The document as Markdown.
#[must_use]
pub fn text(document: &Document<'_>) -> String {
    let mut bytes = Vec::new();
    // Writing into memory cannot fail.
    let _ = write(document, &mut bytes);
    String::from_utf8(bytes).unwrap_or_default()
}

/// Markdown under construction. Writing into a String cannot fail; every text is
/// escaped.
#[derive(Default)]
struct Page(String);

impl Page {
    fn parts(&mut self, parts: &[Part<'_>], out: &mut dyn Write) -> io::Result<()> {
        for part in parts {
            match part {
                Part::Heading(heading, text) => self.heading(heading.level(), text),
                Part::Text(Tone::Strong, text) => {
                    let _ = writeln!(self.0, "**{}**\n", escaped(text));
                }
                Part::Text(_, text) => self.paragraph(text),
                // There are no bars here that a key could explain.
                Part::Break | Part::Key(_) => {}
                Part::Warnings(lines) => self.list(lines.iter().map(String::as_str)),
                Part::Lines(lines) | Part::Unranked(lines) => self.lines(lines),
                Part::Table(table) => self.table(table),
                Part::Ranking(ranking) => {
                    self.table(&ranking.table());
                    let ranked = (0..ranking.count()).filter_map(|at| ranking.ranked(at)?.line());
                    let before = self.0.len();
                    ranked.for_each(|one| self.line(&one, 0));
                    if self.0.len() > before {
                        self.gap();
                    }
                    self.give(out)?;
                }
                Part::Card(card) => self.card(card),
                Part::Legend(legend) => {
                    self.heading(2, legend.title);
                    self.paragraph(legend.figures);
                }
                Part::Colophon(lines) => self.list(lines.iter().map(|line| line.whole.as_str())),
                Part::Command(command) => {
                    let _ = writeln!(self.0, "    {}\n", clean(command));
                }
                Part::Beside(groups) => {
                    for group in groups {
                        self.parts(group, out)?;
                    }
                }
                Part::Later(later) => {
                    self.parts(&later.made(), out)?;
                    self.give(out)?;
                }
            }
        }
        Ok(())
    }

    /// Takes what was made so far, except the empty lines at its end: at the end of
    /// the whole text they are left out.
    fn give(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let end = self.0.trim_end().len();
        out.write_all(self.0.drain(..end).as_str().as_bytes())
    }

    fn heading(&mut self, level: usize, text: &str) {
        let _ = writeln!(self.0, "{} {}\n", "#".repeat(level), escaped(text));
    }

    fn paragraph(&mut self, text: &str) {
        let _ = writeln!(self.0, "{}\n", escaped(text));
    }

    /// The end of a list or a table.
    fn gap(&mut self) {
        self.0.push('\n');
    }

    fn list<'l>(&mut self, lines: impl Iterator<Item = &'l str>) {
        for line in lines {
            let _ = writeln!(self.0, "- {}", escaped(line));
        }
        self.gap();
    }

    fn lines(&mut self, lines: &[Line]) {
        for one in lines {
            self.line(one, 0);
        }
        self.gap();
    }

    fn line(&mut self, line: &Line, depth: usize) {
        // A task is done or not; the words give the states in between.
        let mark = match line.mark {
            Mark::None | Mark::Bullet | Mark::Quote => "",
            Mark::Done | Mark::Not => "[x] ",
            Mark::Busy | Mark::Open => "[ ] ",
        };
        // An address in angle brackets ends at the first closing bracket.
        let link = line.link.as_ref().map(|link| clean(link).replace(['<', '>', ' '], ""));
        let link = link.map_or(String::new(), |link| format!(" <{link}>"));
        let _ = writeln!(self.0, "{}- {mark}{}{link}", "  ".repeat(depth), escaped(&line.words()));
        line.below.iter().for_each(|below| self.line(below, depth + 1));
    }

    fn card(&mut self, card: &Card) {
        let _ = writeln!(self.0, "**{}** ({})\n", escaped(&card.name), escaped(&card.beside.join("; ")));
        self.paragraph(&format!("{}: {}.", card.range, card.figures));
        let tiles = card.tiles.iter().map(|(_, label, themes)| format!("{label}: {}", themes.join(", ")));
        let lines = card.lines.iter().map(|(label, _, text)| format!("{label}: {text}"));
        let all: Vec<String> = tiles.chain(lines).collect();
        self.list(all.iter().map(String::as_str));
        self.paragraph(&card.sentence);
    }

    fn table(&mut self, table: &Table<'_>) {
        let rows = table.in_words(escaped);
        let columns: Vec<(String, bool, usize)> = table
            .shown()
            .iter()
            .enumerate()
            .map(|(at, column)| {
                let title = escaped(&column.title);
                let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width());
                let width = cells.max().unwrap_or(0).max(title.width()).max(4);
                (title, column.is_numeric(), width)
            })
            .collect();
        let padded = |text: &str, right: bool, width: usize| {
            let room = " ".repeat(width.saturating_sub(text.width()));
            if right { format!("{room}{text}") } else { format!("{text}{room}") }
        };
        let dashes = |right: bool, width: usize| {
            let dashes = "-".repeat(width - 1);
            if right { format!("{dashes}:") } else { format!(":{dashes}") }
        };
        let mut line = |cells: Vec<String>| {
            let _ = writeln!(self.0, "| {} |", cells.join(" | "));
        };
        line(columns.iter().map(|(title, right, width)| padded(title, *right, *width)).collect());
        line(columns.iter().map(|(_, right, width)| dashes(*right, *width)).collect());
        for row in &rows {
            let cells = columns.iter().enumerate().map(|(at, (_, right, width))| {
                padded(row.get(at).map_or("", String::as_str), *right, *width)
            });
            line(cells.collect());
        }
        self.gap();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::sample;
    use crate::text::Lang;

    #[test]
    fn a_table_is_written_for_people() {
        let document =
            Document { lang: Lang::En, title: "T".to_owned(), parts: vec![Part::Table(sample(Lang::En))] };
        let wanted = "\
# T

| Name    | Count | Points | Answered | Place | Day             | Address                | List |
| :------ | ----: | -----: | -------: | ----: | :-------------- | :--------------------- | :--- |
| a\\|b\\<3 |     3 |   37.5 |      75% |   1–3 | 3 November 2026 | https\\://example.org/a | x; y |
| ·       |     · |      · |        · |     · | ·               | ·                      | x; y |
";
        assert_eq!(text(&document), wanted);
    }
}
