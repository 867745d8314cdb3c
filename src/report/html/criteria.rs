//! The questions, the hard demands, and what nobody knows yet.

use maud::{Markup, html};

use crate::assess::RuleStatus;
use crate::model::{Criterion, Question};
use crate::report::table::{Column, Content};
use crate::report::words;
use crate::report::words::number::{decimal_sign, points};
use crate::report::words::requirement::because;
use crate::text::lang::{Phrase, list, phrase};
use crate::text::safe::clean;
use crate::views::reweigh::ReweighedDemand;

use super::table::framed;
use super::{Page, ranking};

/// The title of the section with hard demands.
pub(super) const DEMANDS: Phrase = phrase("Eisen", "Demands");

/// The hard demands, each with its grounds and the alternatives that it rules out.
pub(super) fn demands(page: &Page<'_, '_>) -> Markup {
    let in_force = |at: usize| {
        page.chosen.is_some_and(|profile| {
            let view = page.reweigh.views.get(profile.view);
            let demand = page.reweigh.demands.get(at);
            view.is_some_and(|view| view.demands.contains(&at))
                && demand.is_some_and(|demand| {
                    !profile.only_weighed || demand.demand.basis.is_none() || weighs(page, demand)
                })
        })
    };
    html! {
        section.demands id="eisen" aria-labelledby="eisen-kop" {
            h2 id="eisen-kop" { (DEMANDS.get(page.lang)) }
            p.read { (page.say("Een product dat een eis niet haalt, valt af, hoeveel punten het ook heeft. Dat gebeurt alleen op een stevige bron: de aanbieder zelf of beter, geheel gelezen, met een datum, niet oud en niet betwist.",
                "A product that does not meet a demand is out, however many points it has. That takes a firm source: the vendor itself or better, read in full, with a date, not old and not disputed.")) }
            p data-no-demands hidden[!page.comparison.demands.is_empty()] { (words::rules::NO_DEMANDS.get(page.lang)) "." }
            ul.cards {
                @for (at, demand) in page.reweigh.demands.iter().enumerate() {
                    li data-demand=(at) hidden[!in_force(at)] { (one(page, demand)) }
                }
            }
        }
    }
}

fn weighs(page: &Page<'_, '_>, demand: &ReweighedDemand) -> bool {
    page.comparison
        .criteria
        .get(demand.column)
        .is_some_and(|column| column.share > crate::assess::Ratio::ZERO)
}

fn one(page: &Page<'_, '_>, demand: &ReweighedDemand) -> Markup {
    let Some(column) = page.comparison.criteria.get(demand.column) else { return html! {} };
    let criterion = column.criterion;
    let reason = because(&demand.demand.origin);
    let hit: Vec<&str> = page
        .comparison
        .rows
        .iter()
        .filter(|row| {
            let mut fires = page.comparison.rules(row).filter(|(_, rule)| rule.status == RuleStatus::Fires);
            fires.any(|(own, _)| own.criterion == column.number && because(&own.origin) == reason)
        })
        .map(|row| page.alternative(row))
        .collect();
    html! {
        h3 { a href={ "#c-" (criterion.id) } { (page.text(&criterion.title)) } }
        @if let Some(when) = demand.demand.when() {
            p { (page.say("Sluit uit bij het antwoord: ", "Rules a product out with the answer: ")) b { (clean(&words::condition(when, &criterion.question, page.lang))) } }
        }
        p { (page.text(&reason)) }
        p.grounds {
            @if !criterion.grounds.is_empty() { (ranking::grounds(page, criterion)) ". " }
            @if let Some(basis) = demand.demand.basis { (page.say("Op gezag van: ", "Based on: ")) (words::basis(basis).get(page.lang)) "." }
        }
        p.hit data-hit hidden[hit.is_empty()] { b { (page.say("Valt hierop af: ", "Ruled out by it: ")) } span { (hit.join("; ")) } }
    }
}

/// Who can answer an open question; that can differ between variants.
fn settled_by(page: &Page<'_, '_>, at: usize) -> String {
    let by = page.reweigh.settled_by.get(at).into_iter().flatten();
    by.map(|by| words::settled_by(*by).get(page.lang)).collect::<Vec<_>>().join("; ")
}

/// The open questions: for how many variants each is open, and who can answer it.
pub(super) fn open(page: &Page<'_, '_>) -> Markup {
    let all = page.comparison.rows.len();
    let mut columns: Vec<(usize, usize)> = page.reweigh.open.iter().copied().enumerate().collect();
    columns.sort_by_key(|(at, count)| (std::cmp::Reverse(*count), *at));
    let heads = [
        Column::new("question", words::script::QUESTION.get(page.lang), Content::Text),
        Column::new("open_for", page.say("Open bij", "Open for"), Content::Integer),
        Column::new(
            "settled_by",
            page.say("Wie het antwoord kan geven", "Who can give the answer"),
            Content::Text,
        ),
    ];
    let rows = html! {
        tbody {
            @for (at, count) in columns.iter().filter(|(_, count)| *count > 0) {
                @if let Some(column) = page.comparison.criteria.get(*at) {
                    tr {
                        th scope="row" { a href={ "#c-" (column.criterion.id) } { (page.text(&column.criterion.title)) } }
                        td.num { span data-open=(at) { (count) } (page.say(" van ", " of ")) (all) }
                        td { (settled_by(page, *at)) }
                    }
                }
            }
        }
    };
    html! {
        section.unknown id="open" aria-labelledby="open-kop" {
            h2 id="open-kop" { (page.say("Wat nog onbekend is", "What is still unknown")) }
            p.read { (page.say("Onbekend telt niet als ja, niet als nee en niet als nul. Het maakt de balk langer. Staat ‘het contract’, ‘de beheerder’ of ‘uw instelling zelf’ erachter, dan kan uw school of instelling het antwoord zelf geven of opvragen.",
                "Unknown does not count as yes, as no, or as zero. It makes the bar longer. Where it says ‘the contract’, ‘the administrator’ or ‘your institution itself’, your school or institution can give the answer or ask for it itself.")) }
            (framed(page.say("Tabel: wat nog onbekend is", "Table: what is still unknown"), &heads, &rows))
        }
    }
}

/// The questions: what is asked, why, and what each answer is worth.
pub(super) fn section(page: &Page<'_, '_>) -> Markup {
    html! {
        section.criteria id="criteria" aria-labelledby="criteria-kop" {
            h2 id="criteria-kop" { (page.say("De vragen, en waarom ze ertoe doen", "The questions, and why they matter")) }
            p data-control hidden { button type="button" id="vragen-open" { (words::script::OPEN_QUESTIONS.get(page.lang)) } }
            @for columns in page.comparison.criteria.chunk_by(|a, b| a.criterion.theme == b.criterion.theme) {
                details.fold {
                    @if let Some(title) = columns.first().and_then(|column| page.theme(column.criterion.theme)) {
                        summary { h3 { (page.text(title)) } span.count { (columns.len()) } }
                    }
                    @for column in columns { (criterion(page, column.criterion)) }
                }
            }
        }
    }
}

fn criterion(page: &Page<'_, '_>, criterion: &Criterion) -> Markup {
    html! {
        article.criterion id={ "c-" (criterion.id) } tabindex="-1" {
            h4 { (page.text(&criterion.title)) }
            p.ask { (page.text(&criterion.ask)) }
            p.why { (page.text(&criterion.why)) }
            details {
                summary { (page.say("Antwoorden en grondslag", "Answers and grounds")) span.visually-hidden { ": " (page.text(&criterion.title)) } }
                (answers(page, criterion))
                @if let Some(how) = &criterion.how { p { b { (page.say("Zo vindt u het: ", "How to find it: ")) } (page.text(how)) } }
                @if !criterion.grounds.is_empty() { p { b { (page.say("Grondslag: ", "Grounds: ")) } (ranking::grounds(page, criterion)) } }
                @if !criterion.from.is_empty() { p { b { (page.say("Zinnen van de AP: ", "Sentences of the DPA: ")) } (list(page.lang, &criterion.from)) } }
                p { b { (page.say("De niveaus rusten op: ", "The levels are based on: ")) } (words::basis(criterion.basis).get(page.lang)) }
            }
        }
    }
}

fn answers(page: &Page<'_, '_>, criterion: &Criterion) -> Markup {
    html! {
        ul.answers {
            @match &criterion.question {
                Question::OneOf(answers) => {
                    @for (choice, worth) in answers {
                        li { b { (words::worth_word(*worth).get(page.lang)) ": " } (page.text(&choice.text)) }
                    }
                }
                Question::AnyOf { rungs, options } => {
                    li { (page.say("Wat kan gelden: ", "What can apply: ")) (options.iter().map(|option| page.plain(&option.text)).collect::<Vec<_>>().join("; ")) "." }
                    @for rung in rungs { (self::rung(page, criterion, rung)) }
                }
                Question::Number { rungs, unit, .. } => {
                    li { (page.say("Een aantal, in: ", "A number, in: ")) (page.text(unit)) "." }
                    @for rung in rungs { (self::rung(page, criterion, rung)) }
                }
            }
        }
    }
}

fn rung(page: &Page<'_, '_>, criterion: &Criterion, rung: &crate::model::Rung) -> Markup {
    html! {
        li {
            b { (words::worth_word(rung.worth).get(page.lang)) ": " }
            @match &rung.when {
                Some(when) => (clean(&words::condition(when, &criterion.question, page.lang))),
                None => (page.say("al het andere", "anything else")),
            }
        }
    }
}

/// A share with one decimal.
pub(super) fn share(page: &Page<'_, '_>, ratio: crate::assess::Ratio) -> String {
    points(ratio, decimal_sign(page.lang))
}
