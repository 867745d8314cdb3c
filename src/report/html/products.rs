//! Per product what is known, with every source.

use maud::{Markup, html};

use crate::assess::{Knowledge, Status};
use crate::compare::{Column, Row};
use crate::model::{Answer, Evidence, Fact, Localized, Product, Source, Stated};
use crate::report::words;
use crate::report::words::describe;
use crate::report::words::number::{decimal_sign, percent, points};
use crate::text::lang::list;
use crate::text::safe::clean;
use crate::views::breakdown::{Part, parts};

use super::{Show, bars, link, ranking};

/// The shown alternatives of one product.
struct Shown<'r, 'c> {
    product: &'c Product,
    rows: Vec<(&'r Row<'c>, Vec<Part<'r, 'c>>)>,
}

/// All products, in order of name.
pub(super) fn section(show: &Show<'_, '_>) -> Markup {
    let mut all: Vec<Shown<'_, '_>> = Vec::new();
    for row in &show.comparison.rows {
        let evaluation = (row, parts(show.comparison, row));
        match all.iter_mut().find(|shown| shown.product.id == row.product.id) {
            Some(shown) => shown.rows.push(evaluation),
            None => all.push(Shown { product: row.product, rows: vec![evaluation] }),
        }
    }
    all.sort_by_cached_key(|shown| (shown.product.name.to_lowercase(), shown.product.id.to_string()));
    html! {
        section.products id="producten" aria-labelledby="producten-kop" {
            h2 id="producten-kop" { (show.say("Per product: antwoorden en bronnen", "Per product: answers and sources")) }
            p.read { (show.say("Open een product om elk antwoord te zien, met het citaat, de bron en de dag waarop die is gelezen. Wat open staat, komt mee op papier.",
                "Open a product to see every answer, with the quotation, the source and the day on which it was read. What is open is printed.")) }
            p data-control hidden { button type="button" id="alles-open" { (show.say("Open alle producten", "Open all products")) } }
            @for shown in &all { (one(show, shown)) }
        }
    }
}

fn one(show: &Show<'_, '_>, shown: &Shown<'_, '_>) -> Markup {
    let product = shown.product;
    html! {
        details.product id={ "p-" (product.id) } {
            summary { h3 { (clean(&product.name)) } span.maker { (clean(&product.maker)) } }
            div.inside {
                p { (show.say("Website: ", "Website: ")) (link(&product.homepage, &product.homepage)) }
                ul.variants { @for (row, _) in &shown.rows { (variant(show, row)) } }
                (context(show, product))
                @for (at, column) in show.comparison.criteria.iter().enumerate() {
                    @let before = at.checked_sub(1).and_then(|before| show.comparison.criteria.get(before));
                    @if before.is_none_or(|before| before.criterion.theme != column.criterion.theme) && any_in_theme(show, shown, column) {
                        @let theme = show.catalogue.themes.get_index(column.criterion.theme);
                        h4 { @if let Some((_, theme)) = theme { (show.text(&theme.title)) } }
                    }
                    (question(show, shown, at, column))
                }
                (not_researched(show, shown))
            }
        }
    }
}

fn variant(show: &Show<'_, '_>, row: &Row<'_>) -> Markup {
    let sign = decimal_sign(show.lang);
    let evaluation = &row.evaluation;
    let has_demands = !show.comparison.demands.is_empty();
    html! {
        li data-p=(ranking::number(show, row)) {
            b { (clean(&row.variant.name)) }
            span.class data-f="class" { (describe::block(evaluation.block, has_demands).get(show.lang)) }
            span data-f="figures" {
                (words::range(&points(evaluation.score.low(), sign), &points(evaluation.score.high(), sign), show.lang))
                @if evaluation.block.has_places() { "; " (words::places(row.rank, show.lang)) }
                "; " (percent(evaluation.coverage)) "% " (show.say("bekend", "known"))
            }
        }
    }
}

/// Rulings, incidents and fines: told, never counted.
fn context(show: &Show<'_, '_>, product: &Product) -> Markup {
    html! {
        @if !product.context.is_empty() {
            h4 { (show.say("Wat er speelde (telt niet mee)", "What happened (does not count)")) }
            ul {
                @for item in &product.context {
                    li {
                        (describe::date(item.on, show.lang)) ": " (show.text(&item.what))
                        @if let Some(source) = product.sources.get(item.source) { " (" (link(&source.url, &source.title)) ")" }
                    }
                }
            }
        }
    }
}

fn is_told(part: &Part<'_, '_>) -> bool {
    part.stated.is_some()
}

fn any_in_theme(show: &Show<'_, '_>, shown: &Shown<'_, '_>, column: &Column<'_>) -> bool {
    let theme = column.criterion.theme;
    let columns = show.comparison.criteria.iter().enumerate();
    let mut mine = columns.filter(|(_, other)| other.criterion.theme == theme).map(|(at, _)| at);
    mine.any(|at| shown.rows.iter().any(|(_, parts)| parts.get(at).is_some_and(is_told)))
}

/// What was never looked for, by name only.
fn not_researched(show: &Show<'_, '_>, shown: &Shown<'_, '_>) -> Markup {
    let titles: Vec<String> = show
        .comparison
        .criteria
        .iter()
        .enumerate()
        .filter(|(at, _)| !shown.rows.iter().any(|(_, parts)| parts.get(*at).is_some_and(is_told)))
        .map(|(_, column)| show.plain(&column.criterion.title))
        .collect();
    html! {
        @if !titles.is_empty() {
            h4 { (show.say("Nog niet onderzocht", "Not researched yet")) }
            p.gaps { (titles.join("; ")) "." }
        }
    }
}

/// One question about a product: the answers of its variants, equal ones
/// together, and what they rest on.
fn question(show: &Show<'_, '_>, shown: &Shown<'_, '_>, at: usize, column: &Column<'_>) -> Markup {
    let mut told: Vec<(&Part<'_, '_>, Vec<&Row<'_>>)> = Vec::new();
    for (row, parts) in &shown.rows {
        let Some(part) = parts.get(at) else { continue };
        let same = |other: &&Part<'_, '_>| {
            other.cell == part.cell
                && other.reason() == part.reason()
                && note(other).is_some() == note(part).is_some()
                && note(other) == note(part)
        };
        match told.iter_mut().find(|(other, _)| same(other)) {
            Some((_, rows)) => rows.push(row),
            None => told.push((part, vec![row])),
        }
    }
    let mut facts: Vec<&Fact> = Vec::new();
    for (_, parts) in &shown.rows {
        if let Some((fact, _)) = parts.get(at).and_then(|part| part.stated)
            && !facts.iter().any(|known| std::ptr::eq(*known, fact))
        {
            facts.push(fact);
        }
    }
    let several = told.len() > 1;
    html! {
        @if !facts.is_empty() {
            div.q data-c=(at) {
                h5 { a href={ "#c-" (column.criterion.id) } { (show.text(&column.criterion.title)) } }
                @for (part, rows) in &told {
                    @let numbers: Vec<String> = rows.iter().map(|row| ranking::number(show, row).to_string()).collect();
                    p.answer data-v=(numbers.join(" ")) {
                        (bars::badge(show, part.cell.knowledge.levels, part.cell.knowledge.status)) " "
                        span.words {
                            @if several {
                                @let names: Vec<String> = rows.iter().map(|row| clean(&row.variant.name)).collect();
                                span.which { (list(show.lang, &names)) ": " }
                            }
                            (answer(show, column, &part.cell.knowledge))
                            @if let Some(note) = note(part) { ". " (show.text(note)) }
                        }
                    }
                }
                @for fact in &facts { (proof(show, shown, fact)) }
            }
        }
    }
}

/// The words beside an answer, where there are some.
fn note<'c>(part: &Part<'_, 'c>) -> Option<&'c Localized> {
    part.stated.and_then(|(_, answer): (&Fact, &Answer)| match &answer.stated {
        Stated::Unknown(reason) => Some(reason),
        Stated::Possible(_) => answer.note.as_ref(),
    })
}

/// The answer, and how well it is known where that is not simply known.
fn answer(show: &Show<'_, '_>, column: &Column<'_>, knowledge: &Knowledge) -> Markup {
    let words = describe::answers(&column.criterion.question, &knowledge.possible, show.lang);
    let status = describe::status(knowledge).get(show.lang);
    html! {
        @if words.is_empty() { (status) } @else {
            (clean(&words))
            @if knowledge.status != Status::Known { " " span.status { "(" (status) ")" } }
        }
        @if knowledge.disputed { " " span.status { (show.say("(betwist door de aanbieder)", "(disputed by the vendor)")) } }
    }
}

/// What a fact rests on, and what the vendor says of it.
fn proof(show: &Show<'_, '_>, shown: &Shown<'_, '_>, fact: &Fact) -> Markup {
    let covers =
        |item: &Evidence| shown.rows.iter().any(|(row, _)| item.covers(row.evaluation.number.into()));
    html! {
        @for item in fact.evidence.iter().filter(|item| covers(item)) {
            @if let Some(source) = shown.product.sources.get(item.source) {
                figure {
                    @if let Some(quote) = &item.quote { blockquote { (clean(quote)) } }
                    @if let Some(shows) = &item.shows { p { (show.text(shows)) } }
                    figcaption { (cited(show, item, source, shown)) }
                }
            }
        }
        @if let Some(reply) = &fact.reply {
            p.reply {
                b { (show.say("Reactie van de aanbieder", "Reply of the vendor")) ", " (describe::date(reply.on, show.lang)) ": " }
                (show.text(&reply.text))
                @if let Some(url) = &reply.url { " " (link(url, url)) }
            }
        }
        @if let Some(disputed) = &fact.disputed {
            p.reply {
                (show.say("De aanbieder zegt dat dit niet klopt, ", "The vendor says that this is wrong, ")) (describe::date(disputed.on, show.lang)) "."
                @if let Some(url) = &disputed.url { " " (link(url, url)) }
            }
        }
        @if let Some(because) = &fact.because {
            p.reply { b { (show.say("Eigen afwijking: ", "Own deviation: ")) } (show.text(because)) }
        }
    }
}

/// The source of an item of evidence: what, of when, how good.
fn cited(show: &Show<'_, '_>, item: &Evidence, source: &Source, shown: &Shown<'_, '_>) -> Markup {
    let only: Vec<String> = item
        .variants
        .iter()
        .flat_map(|set| set.members())
        .filter_map(|member| shown.product.variants.get(member))
        .map(|variant| clean(&variant.name))
        .collect();
    html! {
        (link(&source.url, &source.title))
        @if let Some(dated) = source.dated { (show.say(", van ", ", of ")) (describe::date(dated, show.lang)) }
        (show.say(", gelezen ", ", read ")) (describe::date(source.read, show.lang))
        "; " span.grade { (describe::grade(source.grade).get(show.lang)) }
        @if source.extent != crate::model::Extent::Whole { "; " (describe::extent(source.extent).get(show.lang)) }
        @if source.undated_copy { "; " (show.say("kopie van onbekende datum", "copy of unknown date")) }
        @if let Some(archived) = &source.archived { "; " (link(archived, show.say("bewaarde kopie", "kept copy"))) }
        @if !only.is_empty() && shown.product.variants.len() > 1 { (show.say("; over ", "; about ")) (list(show.lang, &only)) }
    }
}
