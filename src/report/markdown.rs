//! A comparison as Markdown, for mails and pull requests: GitHub's tables,
//! padded so that the plain text lines up too.

use std::fmt::Write as _;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::compare::{Block, Comparison, Row, block_rows};
use crate::model::Catalogue;
use crate::report::words::describe;
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::text::safe::clean;

use super::words::notes::{deviation_lines, left_out_lines, override_lines, profile_line};
use super::words::{self, notes, triage};
use crate::report::words::number::{decimal_sign, percent, points};

/// `text` as Markdown that shows it word for word: on one line, with nothing in
/// it that a renderer takes for markup, a table, a link or a formula.
#[must_use]
pub fn escaped(text: &str) -> String {
    let text = clean(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    // A list, a heading or the line below one begins a line like this.
    let number = text.find(|c: char| !c.is_ascii_digit()).filter(|at| *at > 0);
    for (at, c) in text.char_indices() {
        rest.next();
        let marks = match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '$'
            | '@' => true,
            '+' | '-' | '=' => at == 0,
            '.' | ')' if number == Some(at) => true,
            // Renderers make links of bare addresses and pictures of `:words:`.
            '.' => ends_in_www(&out),
            ':' => rest.peek().is_some_and(|next| *next != ' '),
            '!' => rest.peek() == Some(&'['),
            _ => false,
        };
        if marks {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn ends_in_www(text: &str) -> bool {
    text.get(text.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

/// A document in the making.
pub(super) struct Page(pub(super) String);

impl Page {
    /// A heading; `level` is the number of `#`. The text is escaped.
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        // Writing into a String cannot fail.
        let _ = writeln!(self.0, "{} {}\n", "#".repeat(level), escaped(text));
    }

    /// A paragraph; the text is escaped.
    pub(super) fn paragraph(&mut self, text: &str) {
        let _ = writeln!(self.0, "{}\n", escaped(text));
    }

    /// A paragraph in bold; the text is escaped.
    pub(super) fn strong(&mut self, text: &str) {
        let _ = writeln!(self.0, "**{}**\n", escaped(text));
    }

    /// An item of a list, with its own items below it; the texts are escaped.
    pub(super) fn item(&mut self, text: &str, below: &[String]) {
        let _ = writeln!(self.0, "- {}", escaped(text));
        for line in below {
            let _ = writeln!(self.0, "  - {}", escaped(line));
        }
    }

    /// The end of a list.
    pub(super) fn gap(&mut self) {
        self.0.push('\n');
    }

    /// A table: its headers, whether a column is of numbers and stands to the
    /// right, and its rows. The cells are escaped.
    pub(super) fn table(&mut self, columns: &[(&str, bool)], rows: &[Vec<String>]) {
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| escaped(cell)).collect()).collect();
        let widths: Vec<usize> = columns
            .iter()
            .enumerate()
            .map(|(at, (title, _))| {
                let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width());
                cells.max().unwrap_or(0).max(title.width()).max(4)
            })
            .collect();
        let mut line = |cells: Vec<String>| {
            let _ = writeln!(self.0, "| {} |", cells.join(" | "));
        };
        let padded = |text: &str, at: usize, right: bool| {
            let room = " ".repeat(widths.get(at).copied().unwrap_or(0).saturating_sub(text.width()));
            if right { format!("{room}{text}") } else { format!("{text}{room}") }
        };
        let each = |of: &dyn Fn(usize, &str, bool) -> String| -> Vec<String> {
            columns.iter().enumerate().map(|(at, (title, right))| of(at, title, *right)).collect()
        };
        line(each(&|at, title, right| padded(title, at, right)));
        line(each(&|at, _, right| {
            let dashes = "-".repeat(widths.get(at).copied().unwrap_or(4) - 1);
            if right { format!("{dashes}:") } else { format!(":{dashes}") }
        }));
        for row in &rows {
            line(each(&|at, _, right| padded(row.get(at).map_or("", String::as_str), at, right)));
        }
        self.gap();
    }
}

/// Writes the comparison as Markdown.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(
    comparison: &Comparison<'_>,
    catalogue: &Catalogue,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page(String::new());
    head(&mut page, comparison, lang);
    let grouped = comparison.grouped_by.is_some();
    for (group, rows) in comparison.groups() {
        if let (Some(group), Some(criterion)) = (group, comparison.grouped_by) {
            page.heading(2, &format!("{}: {}", criterion.title.get(lang), describe::group(group, lang)));
        }
        for block in Block::ALL {
            let rows = block_rows(&rows, block);
            if !rows.is_empty() {
                let title = describe::block(block, !comparison.demands.is_empty()).get(lang);
                page.heading(if grouped { 3 } else { 2 }, title);
                self::block(&mut page, comparison, &rows, lang);
            }
        }
        out.write_all(std::mem::take(&mut page.0).as_bytes())?;
    }
    foot(&mut page, comparison, catalogue, lang);
    out.write_all(page.0.trim_end().as_bytes())?;
    out.write_all(b"\n")
}

fn head(page: &mut Page, comparison: &Comparison<'_>, lang: Lang) {
    page.heading(1, &words::compared(comparison, lang));
    if let Some(ask_first) = &comparison.kind.ask_first {
        page.strong(ask_first.get(lang));
    }
    if let Some(line) = notes::instead(comparison, lang) {
        page.paragraph(&line);
    }
    for line in triage::lines(comparison, lang) {
        page.strong(&line);
    }
    page.paragraph(words::HIGHER.get(lang));
    for line in left_out_lines(comparison, lang) {
        page.item(&line, &[]);
    }
    if !comparison.left_out.is_empty() {
        page.gap();
    }
    if comparison.rows.is_empty() {
        page.paragraph(words::NOTHING_TO_COMPARE.get(lang));
    }
}

/// A table of the alternatives of a block, and below it what else is to be said
/// of each.
fn block(page: &mut Page, comparison: &Comparison<'_>, rows: &[&Row<'_>], lang: Lang) {
    let sign = decimal_sign(lang);
    let columns = [
        (phrase("Plaats", "Place").get(lang), true),
        (phrase("Product", "Product").get(lang), false),
        (phrase("Minstens", "At least").get(lang), true),
        (phrase("Hoogstens", "At most").get(lang), true),
        (phrase("Bekend", "Known").get(lang), true),
    ];
    let cells = |row: &&Row<'_>| {
        vec![
            notes::place(row).unwrap_or_else(|| "·".to_owned()),
            describe::alternative(row.product, row.variant),
            points(row.evaluation.score.low(), sign),
            points(row.evaluation.score.high(), sign),
            format!("{}%", percent(row.evaluation.coverage)),
        ]
    };
    page.table(&columns, &rows.iter().map(cells).collect::<Vec<_>>());
    let mut listed = false;
    for row in rows {
        let mut lines: Vec<String> =
            notes::demands(comparison, row, lang).into_iter().map(|(_, line)| line).collect();
        lines.extend(notes::beside(row, lang));
        if !lines.is_empty() {
            page.item(&describe::alternative(row.product, row.variant), &lines);
            listed = true;
        }
    }
    if listed {
        page.gap();
    }
}

fn foot(page: &mut Page, comparison: &Comparison<'_>, catalogue: &Catalogue, lang: Lang) {
    let not_allowed = notes::not_allowed(comparison, lang);
    if !not_allowed.is_empty() {
        page.heading(2, words::NOT_ALLOWED.get(lang));
        for (name, reasons) in not_allowed {
            page.item(&name, &reasons);
        }
        page.gap();
    }
    let retired = notes::retired(comparison, lang);
    if !retired.is_empty() {
        page.heading(2, words::NO_LONGER_EXISTS.get(lang));
        for line in retired {
            page.item(&line, &[]);
        }
        page.gap();
    }
    page.heading(2, phrase("Zo leest u dit", "How to read this").get(lang));
    page.paragraph(words::PLACES_AND_POINTS.get(lang));
    page.item(&profile_line(comparison, lang), &[]);
    for line in override_lines(comparison, lang).into_iter().chain(notes::situation(comparison, lang)) {
        page.item(&line, &[]);
    }
    for line in deviation_lines(comparison, catalogue, lang) {
        page.item(&line, &[]);
    }
    page.item(&notes::record(comparison, comparison.sha256, lang), &[]);
    page.gap();
    page.paragraph(words::DISCLAIMER.get(lang));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_shown_and_does_nothing() {
        for (text, wanted) in [
            ("Zoom (betaald), 2.0", "Zoom (betaald), 2.0"),
            ("a|b", "a\\|b"),
            ("`x`", "\\`x\\`"),
            ("<script>", "\\<script\\>"),
            ("](javascript:alert(1))", "\\](javascript\\:alert(1))"),
            ("![x](y)", "\\!\\[x\\](y)"),
            ("# kop", "\\# kop"),
            ("- punt", "\\- punt"),
            ("1. een", "1\\. een"),
            ("12) x", "12\\) x"),
            ("2026", "2026"),
            ("===", "\\==="),
            ("a\n\nb", "a b"),
            ("    code", "code"),
            ("https://x.nl en www.x.nl", "https\\://x.nl en www\\.x.nl"),
            ("let op: dit", "let op: dit"),
            ("&lt;", "\\&lt;"),
        ] {
            assert_eq!(escaped(text), wanted);
        }
    }
}
