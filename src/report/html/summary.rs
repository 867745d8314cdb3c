//! The head of the page, and the answer in ten seconds.

use maud::{Markup, html};

use crate::compare::{Block, Row, block_rows};
use crate::report::words;
use crate::report::words::describe;
use crate::report::words::number::{decimal_sign, percent, points};
use crate::text::Lang;
use crate::text::safe::clean;
use crate::views::reweigh::Summary;

use super::Show;

/// The title of the page.
pub(super) fn title(show: &Show<'_, '_>) -> String {
    let kind = show.plain(&show.comparison.kind.title);
    match show.lang {
        Lang::Nl => format!("{kind}: de producten vergeleken"),
        Lang::En => format!("{kind}: the products compared"),
    }
}

/// The head: what this is, of which day, and who weighs.
pub(super) fn head(show: &Show<'_, '_>) -> Markup {
    let comparison = show.comparison;
    let count = words::variants(comparison.compared, show.lang);
    let shown = comparison.rows.len();
    html! {
        header.head {
            div.wrap {
                p.kicker { (show.say("Keuzehulp voor het onderwijs", "Decision aid for education")) }
                h1 { (title(show)) }
                p.facts {
                    span { (count) @if shown != comparison.compared { (show.say(", waarvan getoond: ", ", of which shown: ")) (shown) } }
                    span { (show.say("peildatum ", "as of ")) (describe::date(comparison.as_of, show.lang)) }
                    span { (show.say("weging: ", "profile: ")) b data-profile { (show.text(&comparison.profile.title)) } }
                }
                nav aria-label=(show.say("Op deze pagina", "On this page")) {
                    ul {
                        @for (id, nl, en) in [
                            ("volgorde", "Volgorde", "Order"),
                            ("matrix", "Alles naast elkaar", "All side by side"),
                            ("producten", "Per product", "Per product"),
                            ("eisen", "Harde eisen", "Hard demands"),
                            ("open", "Wat onbekend is", "What is unknown"),
                            ("criteria", "De vragen", "The questions"),
                            ("werkwijze", "Zo is er gerekend", "How it is worked out"),
                        ] {
                            li { a href={ "#" (id) } { (show.say(nl, en)) } }
                        }
                        @if let Some(own) = &comparison.institution {
                            @if !own.triage.steps.is_empty() { li { a href="#afweging" { (show.say("Afweging vooraf", "Triage")) } } }
                            @if !own.checklist.parts.is_empty() { li { a href="#checklist" { "Checklist" } } }
                        }
                    }
                }
            }
        }
    }
}

/// What comes first: the AP's question where it asks one, then the answer in
/// short.
pub(super) fn brief(show: &Show<'_, '_>) -> Markup {
    let comparison = show.comparison;
    let groups = comparison.groups();
    html! {
        @if comparison.kind.ask_first.is_some() || !comparison.instead.is_empty() {
            section.first aria-labelledby="eerst" {
                h2 id="eerst" { (show.say("Eerst deze vraag", "First this question")) }
                @if let Some(ask) = &comparison.kind.ask_first { p.ask { (show.text(ask)) } }
                (super::institution::outcome(show))
                @if !comparison.instead.is_empty() {
                    p { (show.say("Zonder zo'n product kan ook:", "Without such a product there is also:")) }
                    ul.instead {
                        @for (_, instead) in &comparison.instead {
                            li { b { (show.text(&instead.title)) } " " span { (show.text(&instead.what)) } }
                        }
                    }
                }
            }
        }
        @if !comparison.left_out.is_empty() {
            section.warn aria-labelledby="weggelaten" {
                h2 id="weggelaten" { (show.say("Niet alles is meegenomen", "Not everything was taken in")) }
                p { (show.say("Deze bestanden hebben fouten en zijn weggelaten:", "These files have errors and were left out:")) }
                ul {
                    @for left in &comparison.left_out {
                        li { code { (clean(&left.path)) } " (" (left.errors) " " (show.say("fouten", "errors")) ")" }
                    }
                }
            }
        }
        section.brief aria-labelledby="kort" {
            h2 id="kort" { (show.say("In het kort", "In short")) }
            (tiles(show, &show.page.summary))
            @if groups.len() > 1 || groups.first().is_some_and(|(group, _)| group.is_some()) {
                p { (show.say("De producten doen niet allemaal hetzelfde. Daarom is er een volgorde per vorm, van licht naar zwaar:",
                    "Not all products do the same. So there is an order per form, from light to heavy:")) }
                ul.tops {
                    @for (number, group) in show.page.groups.iter().enumerate() {
                        @let rows = rows_of(&groups, Some(*group));
                        li data-top=(number) hidden[rows.is_empty()] {
                            a href={ "#vorm-" (number) } { (describe::group(*group, show.lang)) }
                            (top(show, rows))
                        }
                    }
                }
            } @else {
                div.tops { div data-top="0" { (top(show, rows_of(&groups, None))) } }
            }
            p.higher { (words::HIGHER.get(show.lang)) }
        }
    }
}

/// The rows of a group; of all where the ranking is not divided.
pub(super) fn rows_of<'r, 'c>(
    groups: &'r [(Option<crate::compare::Group<'c>>, Vec<&'r Row<'c>>)],
    wanted: Option<crate::compare::Group<'c>>,
) -> &'r [&'r Row<'c>] {
    groups.iter().find(|(group, _)| *group == wanted).map_or(&[], |(_, rows)| rows)
}

/// The numbers: one per block, then how sure it is.
fn tiles(show: &Show<'_, '_>, summary: &Summary) -> Markup {
    let has_demands = !show.comparison.demands.is_empty();
    html! {
        ul.tiles {
            @for (block, count) in Block::ALL.into_iter().zip(summary.blocks) {
                li class={ "tile " (super::ranking::name(block)) } {
                    b data-count=(super::ranking::name(block)) { (count) }
                    " "
                    span data-word=[(block == Block::Eligible).then_some("eligible")] { (describe::block(block, has_demands).get(show.lang)) }
                }
            }
        }
        p.sure {
            (show.say("Hoe zeker is de volgorde? ", "How sure is the order? "))
            b { span data-lead { (summary.can_lead) } (show.say(" van de ", " of ")) span data-all { (summary.all) } }
            @if show.page.groups.is_empty() {
                (show.say(" uitvoeringen kunnen nog op de eerste plaats eindigen, als alles bekend is. ",
                    " variants can still end up first, once everything is known. "))
            } @else {
                (show.say(" uitvoeringen kunnen nog de eerste worden binnen hun vorm, als alles bekend is. ",
                    " variants can still end up first within their form, once everything is known. "))
            }
            (show.say("Nog open: ", "Still open: "))
            b { span data-open-share { (percent(crate::assess::Ratio::new(summary.open as u128, summary.asked as u128))) } "%" }
            (show.say(" van de antwoorden die meetellen.", " of the answers that count."))
        }
    }
}

/// How many are named in short; the ranking below names them all.
const MOST_NAMED: usize = 5;

/// What is eligible in a group, in order, with all that belongs to a place.
fn top(show: &Show<'_, '_>, rows: &[&Row<'_>]) -> Markup {
    let eligible = block_rows(rows, Block::Eligible);
    let sign = decimal_sign(show.lang);
    let more = eligible.len().saturating_sub(MOST_NAMED);
    html! {
        div data-some hidden[eligible.is_empty()] {
            p.top {
                span data-word="eligible" { (describe::block(Block::Eligible, !show.comparison.demands.is_empty()).get(show.lang)) }
                (show.say(", het best onderbouwd eerst:", ", the best supported first:"))
            }
            ol.leaders role="list" {
                @for row in eligible.iter().take(MOST_NAMED) {
                    li {
                        b { (clean(&describe::alternative(row.product, row.variant))) }
                        span.figures {
                            (words::range(&points(row.evaluation.score.low(), sign), &points(row.evaluation.score.high(), sign), show.lang))
                            "; " (words::places(row.rank, show.lang)) "; " (percent(row.evaluation.coverage)) "% " (show.say("bekend", "known"))
                        }
                    }
                }
            }
            p.top data-more hidden[more == 0] { (show.say("en nog ", "and ")) span { (more) } (show.say(" hieronder", " more below")) }
        }
        p.top data-none hidden[!eligible.is_empty()] {
            @if rows.is_empty() {
                (show.say("Er zijn geen producten om te vergelijken.", "There are no products to compare."))
            } @else {
                (show.say("Van geen enkele uitvoering is genoeg bekend om te zeggen dat zij in aanmerking komt.",
                    "Of no variant enough is known to say that it is eligible."))
            }
        }
    }
}
