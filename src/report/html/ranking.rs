//! The ranking: a list for each block, with a bar for each alternative.

use maud::{Markup, html};

use crate::assess::{Eligibility, RuleStatus};
use crate::compare::{GroupedBy, Row, class_rows};
use crate::model::Criterion;
use crate::report::words;
use crate::report::words::products::{licence, runs, unusual_audience};
use crate::report::words::rules::{RULE_ORDER, rule_status};
use crate::report::words::score::{self, OLD_ANSWERS, UNDATED_ANSWERS, places_in_short};
use crate::report::words::sentences::{IN_USE, VENDOR_REPLIED};
use crate::report::words::tiles;
use crate::text::lang::{Phrase, phrase};
use crate::text::safe::clean;

use super::{Page, bars, legend};

/// What a block means, in one sentence.
fn meaning(block: Eligibility) -> Phrase {
    match block {
        Eligibility::Eligible => phrase(
            "Geen eis staat deze varianten in de weg. Staat er ‘als u dit afspreekt of zelf regelt’, dan hangt dat van uw instelling af.",
            "No demand is in the way of these variants. Where it says ‘provided you agree on it or arrange it yourself’, that depends on your institution.",
        ),
        Eligibility::Undecided => phrase(
            "Bij een eis ontbreekt nog een antwoord dat openbaar te vinden moet zijn.",
            "An answer that should be publicly available is still missing for a demand.",
        ),
        Eligibility::KnockedOut => phrase(
            "Een bron laat zien dat deze varianten een eis niet halen. Op volgorde van naam.",
            "A source shows that these variants do not meet a demand. In alphabetical order.",
        ),
    }
}

/// Why the ranking is divided.
fn why_groups(by: GroupedBy<'_>) -> Phrase {
    match by {
        GroupedBy::Criterion(_) => phrase(
            "De producten doen niet allemaal hetzelfde. Daarom is er een volgorde per vorm, van licht naar zwaar.",
            "Not all products do the same thing. So each form has an order of its own, from light to heavy.",
        ),
        GroupedBy::Hosting => phrase(
            "Wie een product beheert, regelt ook veel van wat hier wordt gevraagd. Daarom is er een volgorde per groep.",
            "Whoever runs a product also arranges much of what is asked here. So each group has an order of its own.",
        ),
    }
}

/// The whole ranking.
pub(super) fn section(page: &Page<'_, '_>) -> Markup {
    let comparison = page.comparison;
    html! {
        section.ranking id="volgorde" aria-labelledby="volgorde-kop" {
            h2 id="volgorde-kop" tabindex="-1" { (page.say("De volgorde", "The order")) }
            p.read {
                @for (at, part) in tiles::PARTS.into_iter().enumerate() { span.nowrap { (legend::swatch(at)) " " (part.get(page.lang)) } " " }
            }
            p.read { (page.say("De plaats geeft aan waar een product kan uitkomen als alles bekend is.",
                "The place says where a product can end up once everything is known.")) }
            @if let Some(by) = comparison.grouped_by.filter(|_| !comparison.rows.is_empty()) {
                p.read data-grouped { (why_groups(by).get(page.lang)) }
            }
            @if let Some(line) = words::notes::own_word_line(comparison, page.lang) { p.read { (line) } }
            (super::controls::filter(page))
            p.nothing data-nothing hidden { (page.say("Nu weegt niets mee. Zet ten minste één gewicht hoger dan nul.", "Every weight is zero now. Set at least one weight above zero.")) }
            div data-all-blocks {
                @if page.reweigh.groups.is_empty() {
                    @let rows: Vec<&Row<'_>> = comparison.rows.iter().collect();
                    div data-group="0" { (blocks(page, &rows, 3)) }
                } @else {
                    @for (at, group) in page.reweigh.groups.iter().enumerate() {
                        @let rows = page.rows_of(Some(*group));
                        section.group data-group=(at) hidden[rows.is_empty()] aria-labelledby={ "vorm-" (at) } {
                            h3 id={ "vorm-" (at) } { (words::group(*group, page.lang)) }
                            (blocks(page, rows, 4))
                        }
                    }
                    // What a reader chooses is one list.
                    @if page.reweigh.groups.len() > 1 {
                        div data-group=(page.reweigh.groups.len()) hidden { (blocks(page, &[], 3)) }
                    }
                }
                div.block.rest data-rest hidden {
                    h3 { (page.say("Niet in uw keuze", "Not in your choice")) " " span.count data-size { "0" } }
                    ol.rows role="list" {}
                }
            }
            (super::institution::unranked(page))
            @if !comparison.retired.is_empty() {
                h3 { (words::NO_LONGER_EXISTS.get(page.lang)) }
                ul {
                    @for product in &comparison.retired {
                        @if let Some(retired) = &product.retired {
                            li {
                                (clean(&product.name)) " (" (page.say("sinds ", "since ")) (words::date(retired.on, page.lang))
                                @if let Some(source) = product.sources.get(retired.source) { "; " (super::source_link(page, source)) }
                                ")"
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The blocks of one list; `level` is that of their headings.
fn blocks(page: &Page<'_, '_>, rows: &[&Row<'_>], level: u8) -> Markup {
    html! {
        @for block in Eligibility::ALL {
            @let mine = class_rows(rows, block);
            @let word = page.block(block);
            div class={ "block " (word.id) } data-block=(word.id) hidden[mine.is_empty()] {
                @let title = html! { span data-title { (word.get(page.lang)) } " " span.count data-size { (mine.len()) } };
                @if level == 3 { h3 { (title) } } @else { h4 { (title) } }
                p.meaning { (meaning(block).get(page.lang)) }
                p.axis aria-hidden="true" { span { "0" } span { "25" } span { "50" } span { "75" } span { (page.say("100 punten", "100 points")) } }
                ol.rows role="list" { @for row in mine { (entry(page, row)) } }
            }
        }
    }
}

fn entry(page: &Page<'_, '_>, row: &Row<'_>) -> Markup {
    let at = page.number(row);
    let evaluation = &row.evaluation;
    html! {
        li.row data-a=(at) {
            p.place data-f="place" hidden[!evaluation.has_place()] {
                span.small { (page.say("plaats ", "place ")) }
                b data-f="places" { (places_in_short(row.rank)) }
            }
            div.what {
                p.name {
                    a href={ "#p-" (row.product.id) } data-f="name" { (page.alternative(row)) }
                    span.moved data-f="moved" {}
                    (super::controls::choose(page, at, page.alternative(row)))
                }
                (bars::bar(page, evaluation))
                p.numbers {
                    b data-f="range" { (tiles::whole_range(evaluation.score.whole_points(), page.lang)) }
                    span data-f="known" { (page.known(evaluation)) }
                }
                ul.notes data-f="demands" { (demands(page, row)) }
                (notes(page, row))
            }
        }
    }
}

/// The grounds of a criterion, to show after its title.
pub(super) fn grounds(page: &Page<'_, '_>, criterion: &Criterion) -> String {
    let all: Vec<String> = criterion.grounds.iter().map(|ground| page.plain(ground)).collect();
    all.join("; ")
}

fn demands(page: &Page<'_, '_>, row: &Row<'_>) -> Markup {
    html! {
        @for status in RULE_ORDER {
            @let word = rule_status(status);
            @let found = page.comparison.demanded(row, &[status]);
            @if !found.is_empty() {
                li class=(word.id) {
                    b { (word.get(page.lang)) ":" } " "
                    @for (at, criterion) in found.iter().enumerate() {
                        @if at > 0 { "; " }
                        (page.plain(&criterion.title))
                        @if status == RuleStatus::Fires && !criterion.grounds.is_empty() { " (" (grounds(page, criterion)) ")" }
                    }
                }
            }
        }
    }
}

/// The labels of an alternative.
fn notes(page: &Page<'_, '_>, row: &Row<'_>) -> Markup {
    let evaluation = &row.evaluation;
    html! {
        p.labels {
            @if row.in_use { span.in-use { (IN_USE.get(page.lang)) } }
            @if let (Some(form), None) = (row.form, row.group) { span { (words::group(form, page.lang)) } }
            span { (runs(row.variant.hosting).get(page.lang)) }
            span { (licence(row.variant.licence).get(page.lang)) }
            @if let Some(audience) = unusual_audience(row.variant) { span { (audience.get(page.lang)) } }
            span.little data-f="little" hidden[!evaluation.shares.is_little_known()] { (score::LITTLE_KNOWN.get(page.lang)) }
            span data-f="self" hidden[evaluation.own_work == 0] { (score::own_work(evaluation, page.lang).unwrap_or_default()) }
            span data-f="word" hidden[evaluation.institution_answers == 0] { (score::OWN_WORD.of(evaluation.institution_answers, page.lang)) }
            @let old = evaluation.stale_answers.saturating_sub(evaluation.undated_answers);
            span data-f="old" hidden[old == 0] { (OLD_ANSWERS.of(old, page.lang)) }
            span data-f="undated" hidden[evaluation.undated_answers == 0] { (UNDATED_ANSWERS.of(evaluation.undated_answers, page.lang)) }
            @if !evaluation.replies.is_empty() { span { (VENDOR_REPLIED.get(page.lang)) } }
            @if !evaluation.deviations.is_empty() { span { (page.say("met eigen keuzes", "with choices of your own")) } }
        }
    }
}
