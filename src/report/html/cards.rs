//! The cards: a few alternatives at a glance, before anything else. The script makes
//! them again for what a reader chooses and weighs.

use maud::{Markup, html};

use crate::assess::Eligibility;
use crate::compare::{Row, class_rows};
use crate::report::document::card;
use crate::report::document::{Card, Tone};
use crate::report::words::{self, script, tiles as tile_words};
use crate::text::lang::{Phrase, phrase};
use crate::text::safe::clean;
use crate::views::tiles::{self, Tile};

use super::{Page, bars};

/// This many cards are shown at most.
pub(super) const MOST: usize = 6;
/// This many of a list without groups, where nothing was chosen.
pub(super) const LEADING: usize = 3;

/// What the page is.
const AN_AID: Phrase = phrase(
    "Dit is een hulpmiddel, geen keurmerk en geen advies.",
    "This is an aid, not a seal of quality and not advice.",
);
/// What to look at besides points.
const LOOK: Phrase = phrase(
    "Kijk ook wat er onbekend is en wat u zelf moet regelen.",
    "Also look at what is unknown and at what you must see to yourself.",
);
/// What is unknown does not count.
const UNKNOWN: Phrase = phrase(
    "Onbekend telt niet als ja, niet als nee en niet als nul.",
    "Unknown does not count as yes, as no, or as zero.",
);

/// The section with the cards.
pub(super) fn section(page: &Page<'_, '_>) -> Markup {
    let rows = rows(page);
    let used = used(page, &rows);
    let title = if page.is_choice() {
        script::CARDS_OF_PAGE
    } else if page.groups.len() > 1 {
        script::CARDS_OF_GROUPS
    } else {
        script::CARDS_OF_LIST
    };
    let all = page.comparison.rows.len();
    html! {
        section.at-a-glance id="kaarten" aria-labelledby="kaarten-kop" {
            h2 id="kaarten-kop" tabindex="-1" { (title.get(page.lang)) @if !used.is_empty() { (script::CARDS_AND_USED.get(page.lang)) } }
            (super::controls::choice(page))
            ul.deck role="list" { @for row in rows.iter().chain(&used) { (one(page, row)) } }
            p.hint data-more-cards hidden[!page.is_choice() || all <= rows.len()] {
                (script::MORE_CARDS.fill(page.lang, &[("n", &all.saturating_sub(rows.len()))]))
            }
        }
    }
}

/// What the page is and is not, in three lines.
pub(super) fn what_it_is(page: &Page<'_, '_>) -> Markup {
    let word = |phrase: Phrase| phrase.get(page.lang);
    html! {
        ul.what-it-is {
            li { (word(AN_AID)) }
            li { (word(words::HIGHER)) " " (word(LOOK)) }
            li { (word(UNKNOWN)) }
        }
    }
}

/// The alternatives that have a card when the page opens: those of a choice; else the
/// first of each group, or the first of all.
fn rows<'s, 'c>(page: &Page<'s, 'c>) -> Vec<&'s Row<'c>> {
    let in_order = |rows: &[&'s Row<'c>]| -> Vec<&'s Row<'c>> {
        Eligibility::ALL.into_iter().flat_map(|block| class_rows(rows, block)).collect()
    };
    let of_each = match (page.is_choice(), page.groups.len()) {
        (true, _) => MOST,
        (false, 0 | 1) => LEADING,
        _ => 1,
    };
    let groups = page.groups.iter();
    groups.flat_map(|(_, rows)| in_order(rows).into_iter().take(of_each)).take(MOST).collect()
}

/// What the institution uses now, where it is not among these: without a choice it would
/// have no card.
fn used<'s, 'c>(page: &Page<'s, 'c>, shown: &[&'s Row<'c>]) -> Vec<&'s Row<'c>> {
    let is_shown = |row: &Row<'_>| shown.iter().any(|one| one.id() == row.id());
    let mut found: Vec<&Row<'_>> =
        page.comparison.rows.iter().filter(|row| row.in_use && !is_shown(row)).collect();
    found.sort_by_key(|row| page.number(row));
    found.truncate(if page.is_choice() { 0 } else { MOST });
    found
}

/// The class of a tile: its sign is that of a level.
pub(super) fn class(tile: Tile) -> &'static str {
    match tile {
        Tile::Favourable => "g",
        Tile::Mixed => "d",
        Tile::Unfavourable => "o",
        Tile::OwnWork => "w",
        Tile::Unknown => "u",
    }
}

/// The tile of each theme of the page; `None` for one that has no weight.
pub(super) fn by_theme(page: &Page<'_, '_>, row: &Row<'_>) -> Vec<Option<Tile>> {
    let all = tiles::of(page.comparison, row);
    let id = |theme: usize| page.catalogue.themes.get_index(theme).map(|(id, _)| id);
    let tile = |theme: &usize| all.iter().find(|one| Some(one.id) == id(*theme)).map(|one| one.tile);
    page.reweigh.themes.iter().map(tile).collect()
}

fn one(page: &Page<'_, '_>, row: &Row<'_>) -> Markup {
    let text = card::of(page.comparison, row, page.lang);
    html! {
        li.card {
            h3 { a href={ "#p-" (row.product.id) } { (page.alternative(row)) } }
            p.beside { (beside(&text)) }
            (bars::bar(page, &row.evaluation))
            p.range { b { (text.range) } " " span { (text.figures) } }
            ul.themes role="list" {
                @for (theme, tile) in page.reweigh.themes.iter().zip(by_theme(page, row)) {
                    @if let (Some(title), Some(tile)) = (page.theme(*theme), tile) {
                        li class={ "tile " (class(tile)) } {
                            span { (page.plain(title)) }
                            " "
                            b { (tile_words::tile(tile).get(page.lang)) }
                        }
                    }
                }
            }
            dl {
                @for (at, (label, tone, words)) in text.lines.iter().enumerate() {
                    @let before = at.checked_sub(1).and_then(|before| text.lines.get(before));
                    @if before.is_none_or(|(before, ..)| before != label) { dt { (clean(label)) } }
                    dd class=[tone_class(*tone)] { (clean(words)) }
                }
            }
            p.sentence { (clean(&text.sentence)) }
        }
    }
}

/// What stands beside the name; the day, which is last, is at the head of the page.
pub(super) fn beside(card: &Card) -> String {
    let (_, beside) = card.beside.split_last().unwrap_or((&String::new(), &[]));
    clean(&beside.join(" · "))
}

fn tone_class(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Wrong => Some("wrong"),
        Tone::Open => Some("open"),
        Tone::Shown => Some("shown-word"),
        Tone::Plain | Tone::Strong | Tone::Faint => None,
    }
}
