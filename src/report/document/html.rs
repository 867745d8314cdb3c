//! A document as a page of its own, to print or to send: no script, no request.

use maud::{DOCTYPE, Markup, PreEscaped, html as markup};

use crate::report::html::{link, style_policy};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::text::safe::clean;

use super::{Document, Line, Mark, Part};

/// How such a page looks, on a screen and on paper.
const STYLE: &str = include_str!("document.css");

/// The document as a page.
#[must_use]
pub fn html(document: &Document) -> String {
    let lang = if document.lang == Lang::Nl { "nl" } else { "en" };
    let page = markup! {
        (DOCTYPE)
        html lang=(lang) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(style_policy(STYLE));
                meta name="referrer" content="no-referrer";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (clean(&document.title)) }
                link rel="icon" href="data:,";
                style { (PreEscaped(STYLE)) }
            }
            body { main { h1 { (clean(&document.title)) } (parts(document, 0)) } }
        }
    };
    format!("{}\n", page.into_string())
}

/// The parts of a document, their headings so many levels lower.
pub(in crate::report) fn parts(document: &Document, lower: usize) -> Markup {
    markup! {
        @for part in &document.parts {
            @match part {
                Part::Heading(level, text) => { (heading(level + lower, text)) }
                Part::Text(text) => { p { (clean(text)) } }
                Part::Strong(text) => { p { strong { (clean(text)) } } }
                Part::Small(text) => { p.small { (clean(text)) } }
                Part::Lines(lines) => {
                    ul.lines { @for one in lines { (line(one, document.lang)) } }
                }
                Part::Table(columns, rows) => { (table(columns, rows, document)) }
            }
        }
    }
}

fn heading(level: usize, text: &str) -> Markup {
    let text = clean(text);
    markup! {
        @match level {
            2 => { h2 { (text) } }
            3 => { h3 { (text) } }
            4 => { h4 { (text) } }
            _ => { h5 { (text) } }
        }
    }
}

fn line(line: &Line, lang: Lang) -> Markup {
    let mark = line.mark.map(|mark| match mark {
        Mark::Done => ("done", "☑", phrase("gedaan", "done")),
        Mark::Busy => ("busy", "◪", phrase("bezig", "in progress")),
        Mark::Open => ("open", "☐", phrase("open", "open")),
        Mark::Not => ("not", "–", phrase("niet van toepassing", "not applicable")),
    });
    markup! {
        li class=[mark.map(|(class, ..)| class)] {
            @if let Some((_, sign, word)) = mark {
                span.mark aria-hidden="true" { (sign) } span.visually-hidden { (word.get(lang)) ": " }
            }
            span { (clean(&line.text)) }
            @if !line.below.is_empty() {
                ul.below {
                    @for below in &line.below {
                        li {
                            @match &below.link {
                                Some(address) => { (clean(&below.text)) " (" (link(address, host(address))) ")" }
                                None => { (clean(&below.text)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The name of a website, to call its link by.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

fn table(columns: &[(String, bool)], rows: &[Vec<String>], document: &Document) -> Markup {
    let number = |right: bool| right.then_some("num");
    markup! {
        div.scroll role="region" tabindex="0" aria-label=(clean(&document.title)) {
            table.plain {
                thead { tr { @for (title, right) in columns { th scope="col" class=[number(*right)] { (clean(title)) } } } }
                tbody {
                    @for row in rows {
                        tr { @for ((_, right), cell) in columns.iter().zip(row) { td class=[number(*right)] { (clean(cell)) } } }
                    }
                }
            }
        }
    }
}
