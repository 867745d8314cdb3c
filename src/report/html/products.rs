//! What is known of each product, with every source.

use maud::{Markup, html};

use crate::assess::{Knowledge, Status};
use crate::compare::{Column, Row};
use crate::model::{Answer, Evidence, Fact, Localized, Product, Source, Stated};
use crate::report::words;
use crate::report::words::sentences::OWN_DEVIATION;
use crate::text::lang::list;
use crate::text::safe::clean;
use crate::views::breakdown::{Part, parts};

use super::{Page, bars, link, source_link};

/// The shown alternatives of one product.
struct Shown<'r, 'c> {
    product: &'c Product,
    rows: Vec<(&'r Row<'c>, Vec<Part<'r, 'c>>)>,
}

/// All products, in order of name.
pub(super) fn section(page: &Page<'_, '_>) -> Markup {
    let mut all: Vec<Shown<'_, '_>> = Vec::new();
    for row in &page.comparison.rows {
        let evaluation = (row, parts(page.comparison, row));
        match all.iter_mut().find(|shown| shown.product.id == row.product.id) {
            Some(shown) => shown.rows.push(evaluation),
            None => all.push(Shown { product: row.product, rows: vec![evaluation] }),
        }
    }
    all.sort_by_cached_key(|shown| (shown.product.name.to_lowercase(), shown.product.id.to_string()));
    html! {
        section.products id="producten" aria-labelledby="producten-kop" {
            h2 id="producten-kop" { (page.say("Per product: antwoorden en bronnen", "Per product: answers and sources")) }
            p.read { (page.say("Open een product om elk antwoord te zien, met het citaat, de bron en de dag waarop die is gelezen. Wat open staat, komt mee op papier.",
                "Open a product to see every answer, with the quotation, the source and the day on which it was read. Only the products that are open are printed.")) }
            p data-control hidden { button type="button" id="alles-open" { (words::script::OPEN.get(page.lang)) } }
            @for shown in &all { (one(page, shown)) }
        }
    }
}

fn one(page: &Page<'_, '_>, shown: &Shown<'_, '_>) -> Markup {
    let product = shown.product;
    html! {
        details.product.fold id={ "p-" (product.id) } {
            summary { h3 { (clean(&product.name)) } span.maker { (clean(&product.maker)) } }
            div.inside {
                p { (page.say("Website: ", "Website: ")) (link(&product.homepage, &product.homepage)) }
                p { (clean(&words::hearing::line(product, page.lang))) }
                ul.variants { @for (row, _) in &shown.rows { (variant(page, row)) } }
                (context(page, product))
                @for (at, column) in page.comparison.criteria.iter().enumerate() {
                    @let before = at.checked_sub(1).and_then(|before| page.comparison.criteria.get(before));
                    @if before.is_none_or(|before| before.criterion.theme != column.criterion.theme) && any_in_theme(page, shown, column) {
                        h4 { @if let Some(title) = page.theme(column.criterion.theme) { (page.text(title)) } }
                    }
                    (question(page, shown, at, column))
                }
                (not_researched(page, shown))
            }
        }
    }
}

fn variant(page: &Page<'_, '_>, row: &Row<'_>) -> Markup {
    html! {
        li data-p=(page.number(row)) {
            b { (clean(&row.variant.name)) }
            span.class data-f="class" { (page.block(row.evaluation.eligibility).get(page.lang)) }
            span data-f="figures" { (page.figures(row)) }
        }
    }
}

/// Rulings, incidents and fines: shown, never counted.
fn context(page: &Page<'_, '_>, product: &Product) -> Markup {
    html! {
        @if !product.context.is_empty() {
            h4 { (page.say("Wat er speelde (telt niet mee)", "What happened (does not count)")) }
            ul {
                @for item in &product.context {
                    li {
                        (words::date(item.on, page.lang)) ": " (page.text(&item.what))
                        @if let Some(source) = product.sources.get(item.source) { " (" (source_link(page, source)) ")" }
                    }
                }
            }
        }
    }
}

fn is_told(part: &Part<'_, '_>) -> bool {
    part.stated.is_some()
}

fn any_in_theme(page: &Page<'_, '_>, shown: &Shown<'_, '_>, column: &Column<'_>) -> bool {
    let mut mine = page.columns_of(column.criterion.theme);
    mine.any(|(at, _)| shown.rows.iter().any(|(_, parts)| parts.get(at).is_some_and(is_told)))
}

/// The questions that nobody looked into, by title only.
fn not_researched(page: &Page<'_, '_>, shown: &Shown<'_, '_>) -> Markup {
    let titles: Vec<String> = page
        .comparison
        .criteria
        .iter()
        .enumerate()
        .filter(|(at, _)| !shown.rows.iter().any(|(_, parts)| parts.get(*at).is_some_and(is_told)))
        .map(|(_, column)| page.plain(&column.criterion.title))
        .collect();
    html! {
        @if !titles.is_empty() {
            h4 { (page.say("Nog niet onderzocht", "Not researched yet")) }
            p.gaps { (titles.join("; ")) "." }
        }
    }
}

/// One question about a product: the answers of its variants, equal ones
/// together, and what they rest on.
fn question(page: &Page<'_, '_>, shown: &Shown<'_, '_>, at: usize, column: &Column<'_>) -> Markup {
    let mut told: Vec<(&Part<'_, '_>, Vec<&Row<'_>>)> = Vec::new();
    for (row, parts) in &shown.rows {
        let Some(part) = parts.get(at) else { continue };
        let same = |other: &&Part<'_, '_>| {
            other.cell == part.cell
                && other.institution.map(|own| own.place) == part.institution.map(|own| own.place)
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
                h5 { a href={ "#c-" (column.criterion.id) } { (page.text(&column.criterion.title)) } }
                @for (part, rows) in &told {
                    @let numbers: Vec<String> = rows.iter().map(|row| page.number(row).to_string()).collect();
                    p.answer data-v=(numbers.join(" ")) {
                        (bars::badge(page, part.cell.knowledge.levels, part.cell.knowledge.status)) " "
                        span.words {
                            @if several {
                                @let names: Vec<String> = rows.iter().map(|row| clean(&row.variant.name)).collect();
                                span.which { (list(page.lang, &names)) ": " }
                            }
                            (answer(page, column, &part.cell.knowledge))
                            @if let Some(note) = note(part) { span.note { ". " (page.text(note)) } }
                            @if let Some(own) = part.institution { ". " (clean(&words::institution::own_word(own, page.lang))) }
                        }
                    }
                }
                @for fact in &facts { (proof(page, shown, fact)) }
            }
        }
    }
}

/// The text that a file adds to an answer, if it does.
fn note<'c>(part: &Part<'_, 'c>) -> Option<&'c Localized> {
    part.stated.and_then(|(_, answer): (&Fact, &Answer)| match &answer.stated {
        Stated::Unknown(reason) => Some(reason),
        Stated::Possible(_) => answer.note.as_ref(),
    })
}

/// The answer, with its status unless it is simply known.
fn answer(page: &Page<'_, '_>, column: &Column<'_>, knowledge: &Knowledge) -> Markup {
    let words = words::answers(&column.criterion.question, &knowledge.possible, page.lang);
    let status = words::status(knowledge, page.lang);
    html! {
        @if words.is_empty() { (status) } @else {
            (clean(&words))
            @if !matches!(knowledge.status, Status::Known | Status::OwnWork) { " " span.status { "(" (status) ")" } }
        }
        @if knowledge.disputed { " " span.status { (page.say("(betwist door de aanbieder)", "(disputed by the vendor)")) } }
    }
}

/// What a fact rests on, and what the vendor says of it.
fn proof(page: &Page<'_, '_>, shown: &Shown<'_, '_>, fact: &Fact) -> Markup {
    let covers =
        |item: &Evidence| shown.rows.iter().any(|(row, _)| item.covers(row.evaluation.number.into()));
    html! {
        @for item in fact.evidence.iter().filter(|item| covers(item)) {
            @if let Some(source) = shown.product.sources.get(item.source) {
                figure {
                    @if let Some(quote) = &item.quote { blockquote { (clean(quote)) } }
                    @if let Some(shows) = &item.shows { p { (page.text(shows)) } }
                    figcaption { (cited(page, item, source, shown)) }
                }
            }
        }
        @if let Some(reply) = &fact.reply {
            p.reply {
                b { (page.say("Reactie van de aanbieder", "The vendor's reply")) ", " (words::date(reply.on, page.lang)) ": " }
                (page.text(&reply.text))
                @if let Some(url) = &reply.url { " " (link(url, url)) }
            }
        }
        @if let Some(disputed) = &fact.disputed {
            p.reply {
                (page.say("De aanbieder zegt dat dit niet klopt, ", "The vendor says that this is wrong, ")) (words::date(disputed.on, page.lang)) "."
                @if let Some(url) = &disputed.url { " " (link(url, url)) }
            }
        }
        @if let Some(because) = &fact.because {
            p.reply { b { (OWN_DEVIATION.get(page.lang)) " " } (page.text(because)) }
        }
    }
}

/// The source of an item of evidence: its title, days and grade.
fn cited(page: &Page<'_, '_>, item: &Evidence, source: &Source, shown: &Shown<'_, '_>) -> Markup {
    let only: Vec<String> = item
        .variants
        .iter()
        .flat_map(|set| set.members())
        .filter_map(|member| shown.product.variants.get(member))
        .map(|variant| clean(&variant.name))
        .collect();
    html! {
        (source_link(page, source))
        @if let Some(dated) = source.dated { (page.say(", van ", ", of ")) (words::date(dated, page.lang)) }
        (page.say(", gelezen ", ", read ")) (words::date(source.read, page.lang))
        "; " span.grade { (words::grade(source.grade).get(page.lang)) }
        @if source.extent != crate::model::Extent::Whole { "; " (words::extent(source.extent).get(page.lang)) }
        @if source.undated_copy { "; " (page.say("kopie van onbekende datum", "copy of unknown date")) }
        @if let Some(archived) = &source.archived { "; " (link(archived, page.say("bewaarde kopie", "archived copy"))) }
        @if !only.is_empty() && shown.product.variants.len() > 1 { (page.say("; over ", "; about ")) (list(page.lang, &only)) }
    }
}
