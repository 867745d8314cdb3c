//! The head of the page, and the answer in ten seconds.

use maud::{Markup, html};

use crate::assess::Eligibility;
use crate::compare::GroupedBy;
use crate::report::words::number::percent;
use crate::report::words::{self, notes};
use crate::text::lang::{Phrase, phrase};
use crate::text::safe::clean;
use crate::tr;
use crate::views::reweigh::Summary;

use super::{Page, colophon, criteria, legend, matrix, side};

/// The title of the page.
pub(super) fn title(page: &Page<'_, '_>) -> String {
    let kind = page.plain(&page.comparison.kind.title);
    tr!(page.lang, "{kind}: de producten vergeleken", "{kind}: the products compared")
}

/// The head: the title, the day, the profile, and links to the sections.
pub(super) fn head(page: &Page<'_, '_>) -> Markup {
    let comparison = page.comparison;
    let count = words::variants(comparison.compared, page.lang);
    html! {
        header.head {
            div.wrap {
                p.kicker { (page.say("Keuzehulp voor het onderwijs", "Decision aid for education")) }
                h1 { (title(page)) }
                p.facts {
                    span { (count) @if let Some(some) = notes::chosen(comparison, page.lang) { ", " (some) } }
                    span data-chosen hidden { b data-choice {} }
                    span { (page.say("stand op ", "as of ")) (words::date(comparison.as_of, page.lang)) }
                    span { (page.say("wat telt hoe zwaar: ", "what counts how much: ")) b data-profile { (page.text(&comparison.profile.title)) } }
                }
                nav aria-label=(page.say("Op deze pagina", "On this page")) {
                    ul {
                        @for (id, title) in [
                            ("kaarten", phrase("Kaarten", "Cards")),
                            ("volgorde", phrase("Volgorde", "Order")),
                            ("matrix", matrix::TITLE),
                            ("legenda", legend::TITLE),
                            ("producten", phrase("Per product", "Per product")),
                            ("eisen", criteria::DEMANDS),
                            ("open", phrase("Wat onbekend is", "What is unknown")),
                            ("criteria", phrase("De vragen", "The questions")),
                            ("werkwijze", colophon::METHOD_TITLE),
                        ] {
                            li { a href={ "#" (id) } { (title.get(page.lang)) } }
                            @if id == "matrix" { li data-control hidden { a href="#naast" { (side::TITLE.get(page.lang)) } } }
                            @if id == "volgorde" && page.chosen.is_some() { li data-control hidden { a href="#weeg" { (super::controls::TITLE.get(page.lang)) } } }
                        }
                        @if let Some(own) = &comparison.institution {
                            @if !own.triage.steps.is_empty() { li { a href="#afweging" { (page.say("Afweging vooraf", "Triage")) } } }
                            @if !own.checklist.parts.is_empty() { li { a href="#checklist" { "Checklist" } } }
                        }
                    }
                }
            }
        }
    }
}

/// What comes first: the question that the AP asks before any product, where there is
/// one; what was left out; and what is assumed.
pub(super) fn first(page: &Page<'_, '_>) -> Markup {
    let comparison = page.comparison;
    html! {
        @if is_assumed(page) { (premises(page)) }
        @if comparison.kind.ask_first.is_some() || !comparison.instead.is_empty() {
            section.first aria-labelledby="eerst" {
                h2 id="eerst" { (page.say("Eerst deze vraag", "First, this question")) }
                @if let Some(ask) = &comparison.kind.ask_first { p.ask { (page.text(ask)) } }
                (super::institution::outcome(page))
                @if !comparison.instead.is_empty() {
                    p { (words::sentences::INSTEAD.get(page.lang)) }
                    ul.instead {
                        @for (_, instead) in &comparison.instead {
                            li { b { (page.text(&instead.title)) } " " span { (page.text(&instead.what)) } }
                        }
                    }
                }
            }
        }
        @if !comparison.left_out.is_empty() {
            section.warn aria-labelledby="weggelaten" {
                h2 id="weggelaten" { (page.say("Niet alles is meegenomen", "Not everything was included")) }
                ul { @for line in notes::left_out_lines(comparison, page.lang) { li { (clean(&line)) } } }
            }
        }
    }
}

/// Whether the page assumes something; then it says so before anything else.
fn is_assumed(page: &Page<'_, '_>) -> bool {
    page.comparison.premises.iter().any(|one| one.premise.assumed.is_some())
}

/// What a ranking rests on outside the products.
fn premises(page: &Page<'_, '_>) -> Markup {
    let lines = words::premise::lines(page.comparison, page.lang);
    html! {
        @if !lines.is_empty() {
            section.warn.contested[!is_assumed(page)] aria-labelledby="uitgangspunten" {
                h2 id="uitgangspunten" { (page.say("Waar dit op rust", "What this rests on")) }
                ul { @for line in &lines { li { (clean(line)) } } }
                p { (page.say("Wat er verandert, geldt bij de weging waarmee deze bladzijde is gemaakt.", "What changes holds for the profile with which this page was made.")) }
            }
        }
    }
}

/// The answer in short.
pub(super) fn brief(page: &Page<'_, '_>) -> Markup {
    let comparison = page.comparison;
    html! {
        section.brief aria-labelledby="kort" {
            h2 id="kort" { (page.say("In het kort", "In short")) }
            (tiles(page, &page.reweigh.summary))
            @if comparison.rows.is_empty() { p { (words::NOTHING_TO_COMPARE.get(page.lang)) } }
            @if let Some(line) = words::hearing::compared_line(comparison, page.lang) { p { (line) } }
            @for line in words::limits::not_compared_lines(comparison, page.lang) { p { (line) } }
        }
        @if !is_assumed(page) { (premises(page)) }
    }
}

/// The end of the sentence that says how many can still be the first.
const CAN_BE_FIRST: Phrase = phrase(
    " varianten kunnen nog op de eerste plaats eindigen, als alles bekend is. ",
    " variants can still end up first, once everything is known. ",
);

/// The end of the sentence that says how many can still be the first of a group.
fn can_lead(by: GroupedBy<'_>) -> Phrase {
    match by {
        GroupedBy::Criterion(_) => phrase(
            " varianten kunnen nog de eerste worden binnen hun vorm, als alles bekend is. ",
            " variants can still end up first within their form, once everything is known. ",
        ),
        GroupedBy::Hosting => phrase(
            " varianten kunnen nog de eerste worden binnen hun groep, als alles bekend is. ",
            " variants can still end up first within their group, once everything is known. ",
        ),
    }
}

/// A tile with a count for each block, and how sure the order is.
fn tiles(page: &Page<'_, '_>, summary: &Summary) -> Markup {
    html! {
        ul.counts {
            @for (block, count) in Eligibility::ALL.into_iter().zip(summary.blocks) {
                @let word = page.block(block);
                li class={ "of-all " (word.id) } {
                    b data-count=(word.id) { (count) }
                    " "
                    span data-word=[(block == Eligibility::Eligible).then_some(word.id)] { (word.get(page.lang)) }
                }
            }
        }
        p.sure {
            (page.say("Hoe zeker is de volgorde? ", "How certain is the order? "))
            b { span data-lead { (summary.can_lead) } (page.say(" van de ", " of ")) span data-all { (summary.all) } }
            @if let Some(by) = page.comparison.grouped_by {
                span data-grouped { (can_lead(by).get(page.lang)) }
                span data-chosen hidden { (CAN_BE_FIRST.get(page.lang)) }
            } @else {
                (CAN_BE_FIRST.get(page.lang))
            }
            (page.say("Nog open: ", "Still open: "))
            b { span data-open-share { (percent(crate::assess::Ratio::new(summary.open as u128, summary.asked as u128))) } "%" }
            (page.say(" van de antwoorden die meetellen.", " of the answers that count."))
        }
    }
}
