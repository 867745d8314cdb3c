//! A document as Markdown.

use std::fmt::Write as _;

use crate::report::markdown::{Page, escaped};

use super::{Document, Line, Mark, Part};

/// The document as Markdown.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let mut page = Page(String::new());
    page.heading(1, &document.title);
    for part in &document.parts {
        match part {
            Part::Heading(level, text) => page.heading(*level, text),
            Part::Text(text) | Part::Small(text) => page.paragraph(text),
            Part::Strong(text) => page.strong(text),
            Part::Lines(lines) => {
                for one in lines {
                    line(&mut page, one);
                }
                page.gap();
            }
            Part::Table(columns, rows) => {
                let columns: Vec<(&str, bool)> =
                    columns.iter().map(|(title, right)| (title.as_str(), *right)).collect();
                page.table(&columns, rows);
            }
        }
    }
    format!("{}\n", page.0.trim_end())
}

fn line(page: &mut Page, line: &Line) {
    // Writing into a String cannot fail. A task is done or not; the words say what
    // lies between.
    let mark = match line.mark {
        None => "",
        Some(Mark::Done | Mark::Not) => "[x] ",
        Some(Mark::Busy | Mark::Open) => "[ ] ",
    };
    let _ = writeln!(page.0, "- {mark}{}", escaped(&line.text));
    for below in &line.below {
        let link = below.link.as_ref().map_or(String::new(), |link| format!(" <{}>", plain_address(link)));
        let _ = writeln!(page.0, "  - {}{link}", escaped(&below.text));
    }
}

/// An address between angle brackets ends at the first that closes.
fn plain_address(link: &str) -> String {
    crate::text::safe::clean(link).replace(['<', '>', ' '], "")
}
