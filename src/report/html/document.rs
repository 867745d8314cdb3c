//! Documents as HTML: a page of its own, to print or to send (no script, no
//! request), or the parts of a larger page.

use maud::{DOCTYPE, Markup, PreEscaped, html as markup};

use crate::report::document::{Document, Heading, Line, Mark, Part, Ranked, Tone};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::text::safe::clean;

use super::table::table;
use super::{card, host, link, style_policy};

/// How such a page looks, on a screen and on paper.
const STYLE: &str = include_str!("document.css");

/// The document as a page.
#[must_use]
pub fn page(document: &Document<'_>) -> String {
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
            body { @if has_bars(&document.parts) { (card::patterns()) } main { h1 { (clean(&document.title)) } (parts(document, &document.parts, 0)) } }
        }
    };
    format!("{}\n", page.into_string())
}

/// Whether a part draws a bar.
fn has_bars(parts: &[Part<'_>]) -> bool {
    parts.iter().any(|part| matches!(part, Part::Card(_) | Part::Ranking(_) | Part::Key(_)))
}

/// Parts of a document, their headings so many levels lower.
pub(super) fn parts(document: &Document<'_>, parts: &[Part<'_>], lower: usize) -> Markup {
    markup! { @for one in parts { (part(document, one, lower)) } }
}

fn part(document: &Document<'_>, part: &Part<'_>, lower: usize) -> Markup {
    markup! {
        @match part {
            Part::Heading(Heading::Sheet, text) => { h2.sheet { (clean(text)) } }
            Part::Heading(of, text) => { (heading(of.level() + lower, text)) }
            Part::Text(Tone::Strong, text) => { p { strong { (clean(text)) } } }
            Part::Text(Tone::Faint, text) => { p.small { (clean(text)) } }
            Part::Text(_, text) => { p { (clean(text)) } }
            Part::Break => {}
            Part::Warnings(texts) => { @for text in texts { p { strong { (clean(text)) } } } }
            Part::Lines(lines) | Part::Unranked(lines) => {
                ul.lines { @for one in lines { (line(one, document.lang)) } }
            }
            Part::Table(one) => { (table(one, &document.title)) }
            Part::Ranking(ranking) => {
                ul.ranking {
                    @for at in 0..ranking.count() {
                        @if let (Some(one), Some(figures)) = (ranking.ranked(at), ranking.figures(at)) {
                            (ranked(&one, &figures, &ranking.spoken(at).unwrap_or_default()))
                        }
                    }
                }
            }
            Part::Card(one) => { (card::card(one)) }
            Part::Key(textures) => { (card::key(textures)) }
            Part::Legend(legend) => { (heading(2 + lower, legend.title)) p { (clean(legend.figures)) } }
            Part::Colophon(lines) => { ul { @for one in lines { li { (clean(&one.whole)) } } } }
            Part::Command(command) => { pre { code { (clean(command)) } } }
            Part::Beside(groups) => {
                div.beside { @for group in groups { div { (parts(document, group, lower)) } } }
            }
            Part::Later(later) => { (parts(document, &later.made(), lower)) }
        }
    }
}

/// An alternative of a ranking: its name and notes, and beside them its bar and points.
fn ranked(one: &Ranked, figures: &str, spoken: &str) -> Markup {
    markup! {
        li {
            div {
                p.name {
                    @if !one.place.is_empty() { (clean(&one.place)) " " }
                    strong { (clean(&one.name)) }
                }
                p.note {
                    @for mark in &one.beside { span.mark-word { (clean(mark)) } " " }
                    @for (at, (_, note)) in one.notes.iter().enumerate() {
                        @if at > 0 { "; " }
                        (clean(note))
                    }
                }
            }
            (card::bar(&one.bar, spoken))
            p.range { (clean(figures)) }
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
    let mark = match line.mark {
        Mark::None | Mark::Bullet | Mark::Quote => None,
        Mark::Done => Some(("done", "☑", phrase("gedaan", "done"))),
        Mark::Busy => Some(("busy", "◪", phrase("bezig", "in progress"))),
        Mark::Open => Some(("open", "☐", phrase("open", "open"))),
        Mark::Not => Some(("not", "–", phrase("niet van toepassing", "not applicable"))),
    };
    markup! {
        li class=[mark.map(|(class, ..)| class)] {
            @if let Some((_, sign, word)) = mark {
                span.mark aria-hidden="true" { (sign) } span.visually-hidden { (word.get(lang)) ": " }
            }
            span { (words(line)) }
            (below(line))
        }
    }
}

/// What belongs to a line.
fn below(line: &Line) -> Markup {
    markup! {
        @if !line.below.is_empty() {
            ul.below { @for one in &line.below { li { (words(one)) (below(one)) } } }
        }
    }
}

fn words(line: &Line) -> Markup {
    let text = clean(&line.words());
    markup! { (text) @if let Some(address) = &line.link { " (" (link(address, host(address))) ")" } }
}
