//! An alternative at a glance, in a document.

use maud::{Markup, html};

use crate::report::document::{Card, Segment, Texture};
use crate::text::safe::clean;

/// The steps of a drawn bar: tenths of a percent.
const STEPS: u32 = 1000;

/// A card: a bar with its words, and a list of what it says.
pub(super) fn card(card: &Card) -> Markup {
    html! {
        div.card {
            p.name { strong { (clean(&card.name)) } }
            p.small { (clean(&card.beside.join("; "))) }
            (bar(&card.bar, &format!("{}: {}", card.range, card.figures)))
            p.range { strong { (clean(&card.range)) } " " span.small { (clean(&card.figures)) } }
            dl.tiles {
                @for (id, label, themes) in &card.tiles {
                    dt class={ "tile " (id) } { (clean(label)) }
                    dd { (clean(&themes.join(", "))) }
                }
                @for (at, (label, _, text)) in card.lines.iter().enumerate() {
                    @let is_repeated = at > 0 && card.lines.get(at - 1).is_some_and(|(before, ..)| before == label);
                    @if !is_repeated { dt { (clean(label)) } }
                    dd { (clean(text)) }
                }
            }
            p.sentence { (clean(&card.sentence)) }
        }
    }
}

/// The patterns of the bars of a document; they stand in it once.
pub(super) fn patterns() -> Markup {
    html! {
        svg.patterns aria-hidden="true" width="0" height="0" {
            defs {
                pattern id="own-work" width="8" height="8" patternUnits="userSpaceOnUse" {
                    path d="M0 0L8 8M8 0L0 8" {}
                }
                pattern id="open" width="8" height="8" patternUnits="userSpaceOnUse" {
                    path d="M0 8L8 0" {}
                }
            }
        }
    }
}

/// What the textures of bars mean: a small bar of each, and its words.
pub(super) fn key(textures: &[(Texture, String)]) -> Markup {
    html! {
        ul.key {
            @for (texture, words) in textures {
                li {
                    svg.bar aria-hidden="true" {
                        rect class=(class(*texture)) width="100%" height="100%" {}
                    }
                    span { (clean(words)) }
                }
            }
        }
    }
}

fn class(texture: Texture) -> &'static str {
    match texture {
        Texture::Shown => "shown",
        Texture::OwnWork => "own",
        Texture::Open => "open",
        Texture::Rest => "rest",
    }
}

/// A bar: its textures differ without colour, and its words are read aloud. Lengths are
/// percentages, so that the textures are the same in a bar of any width.
pub(super) fn bar(bar: &[Segment], words: &str) -> Markup {
    let mut from = 0;
    let parts: Vec<(&str, u128, u128)> = bar
        .iter()
        .map(|segment| {
            let end = segment.end.in_parts(STEPS).max(from);
            let start = std::mem::replace(&mut from, end);
            (class(segment.texture), start, end - start)
        })
        .collect();
    let percent = |steps: u128| format!("{}.{}%", steps / 10, steps % 10);
    html! {
        svg.bar role="img" aria-label=(clean(words)) {
            @for (class, start, width) in parts {
                @if width > 0 {
                    rect class=(class) x=(percent(start)) width=(percent(width)) height="100%" {}
                }
            }
        }
    }
}
