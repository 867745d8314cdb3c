//! The questions, the hard demands, and what nobody knows yet.

use maud::{Markup, html};

use crate::assess::RuleStatus;
use crate::model::{Criterion, Question};
use crate::report::words::describe;
use crate::report::words::number::points;
use crate::text::lang::list;
use crate::text::safe::clean;
use crate::views::reweigh::PageDemand;

use super::{Show, ranking};

/// The hard demands, each with its grounds and with whom it rules out.
pub(super) fn demands(show: &Show<'_, '_>) -> Markup {
    let in_force = |at: usize| {
        let chosen = show.page.profiles.get(show.page.chosen);
        chosen.is_some_and(|profile| {
            let view = show.page.views.get(profile.view);
            let demand = show.page.demands.get(at);
            view.is_some_and(|view| view.demands.contains(&at))
                && demand.is_some_and(|demand| {
                    !profile.only_weighed || demand.when.is_none() || weighs(show, demand)
                })
        })
    };
    html! {
        section.demands id="eisen" aria-labelledby="eisen-kop" {
            h2 id="eisen-kop" { (show.say("Harde eisen", "Hard demands")) }
            p.read { (show.say("Een harde eis sluit een product uit, hoeveel punten het ook heeft. Dat gebeurt alleen op een stevige bron: de aanbieder zelf of beter, geheel gelezen, niet verouderd en niet betwist.",
                "A hard demand rules a product out, however many points it has. That takes a firm source: the vendor itself or better, read whole, not stale and not disputed.")) }
            p data-no-demands hidden[!show.comparison.demands.is_empty()] { (show.say("Deze weging kent geen harde eisen.", "This profile has no hard demands.")) }
            ul.cards {
                @for (at, demand) in show.page.demands.iter().enumerate() {
                    li data-demand=(at) hidden[!in_force(at)] { (one(show, demand)) }
                }
            }
        }
    }
}

fn weighs(show: &Show<'_, '_>, demand: &PageDemand) -> bool {
    show.comparison
        .criteria
        .get(demand.column)
        .is_some_and(|column| column.share > crate::assess::Ratio::ZERO)
}

fn one(show: &Show<'_, '_>, demand: &PageDemand) -> Markup {
    let Some(column) = show.comparison.criteria.get(demand.column) else { return html! {} };
    let criterion = column.criterion;
    let hit: Vec<String> = show
        .comparison
        .rows
        .iter()
        .filter(|row| {
            let mut fires = show.comparison.rules(row).filter(|(_, rule)| rule.status == RuleStatus::Fires);
            fires.any(|(own, _)| own.criterion == column.number && *own.because == demand.because)
        })
        .map(|row| clean(&describe::alternative(row.product, row.variant)))
        .collect();
    html! {
        h3 { a href={ "#c-" (criterion.id) } { (show.text(&criterion.title)) } }
        @if let Some(when) = &demand.when {
            p { (show.say("Sluit uit bij het antwoord: ", "Rules out with the answer: ")) b { (clean(&describe::condition(when, &criterion.question, show.lang))) } }
        }
        p { (show.text(&demand.because)) }
        p.grounds {
            @if !criterion.grounds.is_empty() { (ranking::grounds(show, criterion)) ". " }
            @if let Some(basis) = demand.basis { (show.say("Op gezag van: ", "On the word of: ")) (describe::basis(basis).get(show.lang)) "." }
        }
        p.hit data-hit hidden[hit.is_empty()] { b { (show.say("Valt hierop af: ", "Ruled out by it: ")) } span { (hit.join("; ")) } }
    }
}

/// The open questions: of how many variants, and who can answer them.
pub(super) fn open(show: &Show<'_, '_>) -> Markup {
    let all = show.comparison.rows.len();
    let mut columns: Vec<(usize, usize)> = show.page.open.iter().copied().enumerate().collect();
    columns.sort_by_key(|(at, count)| (std::cmp::Reverse(*count), *at));
    html! {
        section.unknown id="open" aria-labelledby="open-kop" {
            h2 id="open-kop" { (show.say("Wat nog onbekend is", "What is still unknown")) }
            p.read { (show.say("Onbekend telt niet als ja, niet als nee en niet als nul. Het maakt de balk langer. Staat ‘het contract’ of ‘de beheerder’ erachter, dan kan uw school of instelling het antwoord zelf opvragen.",
                "Unknown does not count as yes, as no, or as zero. It makes the bar longer. Where it says ‘the contract’ or ‘the administrator’, your school or institution can ask for the answer itself.")) }
            div.scroll role="region" tabindex="0" aria-label=(show.say("Tabel: wat nog onbekend is", "Table: what is still unknown")) {
                table.plain {
                    thead { tr {
                        th scope="col" { (show.say("Vraag", "Question")) }
                        th.num scope="col" { (show.say("Open bij", "Open for")) }
                        th scope="col" { (show.say("Wie het antwoord kan geven", "Who can give the answer")) }
                    } }
                    tbody {
                        @for (at, count) in columns.iter().filter(|(_, count)| *count > 0) {
                            @if let Some(column) = show.comparison.criteria.get(*at) {
                                tr {
                                    th scope="row" { a href={ "#c-" (column.criterion.id) } { (show.text(&column.criterion.title)) } }
                                    td.num { span data-open=(at) { (count) } (show.say(" van ", " of ")) (all) }
                                    td { (describe::settled_by(column.criterion.settled_by).get(show.lang)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The questions: what is asked, why, and what each answer is worth.
pub(super) fn section(show: &Show<'_, '_>) -> Markup {
    html! {
        section.criteria id="criteria" aria-labelledby="criteria-kop" {
            h2 id="criteria-kop" { (show.say("De vragen, en waarom ze ertoe doen", "The questions, and why they matter")) }
            @for columns in show.comparison.criteria.chunk_by(|a, b| a.criterion.theme == b.criterion.theme) {
                @if let Some((_, theme)) = columns.first().and_then(|column| show.catalogue.themes.get_index(column.criterion.theme)) {
                    h3 { (show.text(&theme.title)) }
                }
                @for column in columns { (criterion(show, column.criterion)) }
            }
        }
    }
}

fn criterion(show: &Show<'_, '_>, criterion: &Criterion) -> Markup {
    html! {
        article.criterion id={ "c-" (criterion.id) } tabindex="-1" {
            h4 { (show.text(&criterion.title)) }
            p.ask { (show.text(&criterion.ask)) }
            p.why { (show.text(&criterion.why)) }
            details {
                summary { (show.say("Antwoorden en grondslag", "Answers and grounds")) span.visually-hidden { ": " (show.text(&criterion.title)) } }
                (answers(show, criterion))
                @if let Some(how) = &criterion.how { p { b { (show.say("Zo vindt u het: ", "How to find it: ")) } (show.text(how)) } }
                @if !criterion.grounds.is_empty() { p { b { (show.say("Grondslag: ", "Grounds: ")) } (ranking::grounds(show, criterion)) } }
                @if !criterion.from.is_empty() { p { b { (show.say("Zinnen van de AP: ", "Sentences of the DPA: ")) } (list(show.lang, &criterion.from)) } }
                p { b { (show.say("De niveaus rusten op: ", "The levels rest on: ")) } (describe::basis(criterion.basis).get(show.lang)) }
            }
        }
    }
}

fn answers(show: &Show<'_, '_>, criterion: &Criterion) -> Markup {
    html! {
        ul.answers {
            @match &criterion.question {
                Question::OneOf(answers) => {
                    @for (choice, level) in answers {
                        li { b { (describe::level_word(*level).get(show.lang)) ": " } (show.text(&choice.text)) }
                    }
                }
                Question::AnyOf { rungs, options } => {
                    li { (show.say("Wat kan gelden: ", "What can hold: ")) (options.iter().map(|option| show.plain(&option.text)).collect::<Vec<_>>().join("; ")) "." }
                    @for rung in rungs { (self::rung(show, criterion, rung)) }
                }
                Question::Number { rungs, unit, .. } => {
                    li { (show.say("Een aantal, in: ", "A number, in: ")) (show.text(unit)) "." }
                    @for rung in rungs { (self::rung(show, criterion, rung)) }
                }
            }
        }
    }
}

fn rung(show: &Show<'_, '_>, criterion: &Criterion, rung: &crate::model::Rung) -> Markup {
    html! {
        li {
            b { (describe::level_word(rung.level).get(show.lang)) ": " }
            @match &rung.when {
                Some(when) => (clean(&describe::condition(when, &criterion.question, show.lang))),
                None => (show.say("al het andere", "anything else")),
            }
        }
    }
}

/// A share with one decimal.
pub(super) fn share(show: &Show<'_, '_>, ratio: crate::assess::Ratio) -> String {
    points(ratio, crate::report::words::number::decimal_sign(show.lang))
}
