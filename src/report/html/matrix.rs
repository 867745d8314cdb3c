//! All alternatives by theme, in one table. The script opens a theme to its questions.

use maud::{Markup, html};

use crate::assess::Eligibility;
use crate::compare::{Row, class_rows};
use crate::report::words;
use crate::report::words::tiles::{self, tile};
use crate::text::lang::{Phrase, phrase};
use crate::views::tiles::Tile;

use super::{Page, cards};

/// The title of the section.
pub(super) const TITLE: Phrase = phrase("Per thema", "By theme");

/// The table, a row per alternative in the order of the ranking.
pub(super) fn section(page: &Page<'_, '_>) -> Markup {
    html! {
        section.matrix id="matrix" aria-labelledby="matrix-kop" {
            h2 id="matrix-kop" { (TITLE.get(page.lang)) }
            p.read {
                @for one in Tile::ALL { span class={ "level " (cards::class(one)) } { (tile(one).get(page.lang)) } " " }
                a href="#legenda" { (super::legend::TITLE.get(page.lang)) }
            }
            p.hint data-control hidden { (page.say("Druk op een thema om de vragen erin te zien, en nog eens om ze te sluiten.",
                "Press a theme to see the questions in it, and once more to close them.")) }
            div.scroll role="region" tabindex="0" aria-label=(page.say("Tabel: per thema", "Table: by theme")) {
                table {
                    caption.visually-hidden { (page.say("Varianten, en wat er per thema over te zeggen is", "Variants, and what can be said of each theme")) }
                    thead {
                        tr {
                            th scope="col" { (page.say("Variant en punten", "Variant and points")) }
                            @for (at, theme) in page.reweigh.themes.iter().enumerate() {
                                th scope="col" data-theme=(at) { @if let Some(title) = page.theme(*theme) { (page.plain(title)) } }
                            }
                        }
                    }
                    (bodies(page))
                }
            }
        }
    }
}

/// A body for each group, as in the ranking; what a reader chooses is one list.
fn bodies(page: &Page<'_, '_>) -> Markup {
    let groups = &page.reweigh.groups;
    let all: Vec<&Row<'_>> = page.comparison.rows.iter().collect();
    html! {
        @if groups.is_empty() {
            tbody data-lines="0" { (lines(page, &all)) }
        } @else {
            @for (at, group) in groups.iter().enumerate() {
                @let rows = page.rows_of(Some(*group));
                tbody data-lines=(at) hidden[rows.is_empty()] {
                    tr.group { th scope="rowgroup" colspan=(page.reweigh.themes.len() + 1) { span { (words::group(*group, page.lang)) } } }
                    (lines(page, rows))
                }
            }
            @if groups.len() > 1 { tbody data-lines=(groups.len()) hidden {} }
        }
    }
}

fn lines(page: &Page<'_, '_>, rows: &[&Row<'_>]) -> Markup {
    html! { @for block in Eligibility::ALL { @for row in class_rows(rows, block) { (line(page, row)) } } }
}

fn line(page: &Page<'_, '_>, row: &Row<'_>) -> Markup {
    html! {
        tr data-m=(page.number(row)) {
            th scope="row" {
                (page.alternative(row))
                small { (tiles::whole_range(row.evaluation.score.whole_points(), page.lang)) }
            }
            @for one in cards::by_theme(page, row) {
                @match one {
                    Some(one) => td class=(cards::class(one)) { (tile(one).get(page.lang)) },
                    None => td { "–" },
                }
            }
        }
    }
}
