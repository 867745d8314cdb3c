//! The sources of the data, and what became of their quotations.

use crate::model::{Catalogue, Date, Product, Source};
use crate::report::words;
use crate::report::words::sources::{outcomes, quotes};
use crate::sources::{Counts, Listed, Outcome, Quoted, copy_name};
use crate::text::Lang;
use crate::text::lang::{count, phrase};
use crate::tr;

use super::{Document, Line, Mark, Tone};

/// The sources as a document.
#[must_use]
pub(crate) fn listed<'d>(
    sources: &[Listed<'_>],
    (catalogue, as_of): (&Catalogue, Date),
    lang: Lang,
) -> Document<'d> {
    let mut document = Document::new(lang, phrase("Bronnen", "Sources").get(lang));
    let stale = sources.iter().filter(|one| one.is_stale).count();
    let all = match lang {
        Lang::Nl => count(sources.len(), "bron", "bronnen"),
        Lang::En => count(sources.len(), "source", "sources"),
    };
    document.strong(tr!(
        lang,
        "{all}. Oud of zonder datum: {stale}.",
        "{all}. Old or without a date: {stale}."
    ));
    let products = sources.chunk_by(|one, next| std::ptr::eq(one.product, next.product));
    let lines = products.filter_map(|some| {
        let first = some.first()?;
        let title = format!("{} ({}/{})", first.product.name, first.kind, first.product.id);
        let below = some.iter().map(|one| source(one, lang)).collect();
        Some(Line { below, tone: Tone::Strong, ..Line::of(title) })
    });
    document.lines(lines.collect());
    document.small(state_of(catalogue, as_of, lang));
    document
}

fn source(one: &Listed<'_>, lang: Lang) -> Line {
    let source = one.source;
    let text = format!("{}: {}", source.id, source.title);
    let mut line = titled(source, text, lang);
    if let Some(archived) = &source.archived {
        let text = phrase("bewaarde kopie:", "stored copy:").get(lang);
        line.below.push(Line { link: Some(archived.clone()), tone: Tone::Faint, ..Line::of(text) });
    }
    line.add(facts(one, lang));
    if one.is_stale {
        line.say(Tone::Open, words::sources::age(one.source).get(lang));
    }
    line
}

/// A line about a source, with its address or where it is filed.
fn titled(source: &Source, text: String, lang: Lang) -> Line {
    match source.url() {
        Some(url) => Line { link: Some(url.to_owned()), ..Line::bullet(text) },
        None => {
            let mut line = Line::bullet(text);
            line.add(words::whereabouts(source, lang).into_owned());
            line
        }
    }
}

/// When it was read, how long that lasts, how good it is and what hangs on it.
fn facts(one: &Listed<'_>, lang: Lang) -> String {
    let (source, day) = (one.source, words::date(one.source.read, lang));
    let mut facts = vec![match (one.age, lang) {
        (None, Lang::Nl) => format!("gelezen op {day}"),
        (None, Lang::En) => format!("read on {day}"),
        (Some(age), Lang::Nl) => {
            format!("gelezen op {day}, {} geleden", count(age as usize, "dag", "dagen"))
        }
        (Some(age), Lang::En) => format!("read on {day}, {} ago", count(age as usize, "day", "days")),
    }];
    facts.extend(source.dated.map(|date| {
        let date = words::date(date, lang);
        tr!(lang, "de bron is van {date}", "the source is dated {date}")
    }));
    facts.extend(
        one.shelf_life.map(|months| tr!(lang, "houdbaar: {months} maanden", "shelf life: {months} months")),
    );
    facts.push(words::grade(source.grade).get(lang).to_owned());
    facts.push(words::extent(source.extent).get(lang).to_owned());
    if source.undated_copy {
        facts.push(phrase("kopie van onbekende dag", "copy of unknown date").get(lang).to_owned());
    }
    facts.push(quotes(one.quotes, lang));
    facts.join("; ")
}

/// What became of the quotations, as a document: first what somebody must look at.
#[must_use]
pub(crate) fn quoted<'d>(
    all: &[Quoted<'_>],
    (catalogue, as_of): (&Catalogue, Date),
    lang: Lang,
) -> Document<'d> {
    let mut document =
        Document::new(lang, phrase("Citaten in bewaarde kopieën", "Quotations in saved copies").get(lang));
    document.strong(outcomes(Counts::of(all), lang));
    let gone: Vec<Line> = all
        .iter()
        .filter(|one| matches!(one.outcome, Outcome::Gone))
        .map(|one| quote(one, catalogue, lang))
        .collect();
    if !gone.is_empty() {
        document.heading(2, phrase("Verdwenen", "Gone"));
        document.lines(gone);
    }
    let moved = all.iter().filter_map(|one| match one.outcome {
        Outcome::Moved(other) => {
            let mut line = quote(one, catalogue, lang);
            let id = &other.id;
            line.add(tr!(lang, "staat wel in de kopie van `{id}`", "but it is in the copy of `{id}`"));
            Some(line)
        }
        _ => None,
    });
    let moved: Vec<Line> = moved.collect();
    if !moved.is_empty() {
        document.heading(2, phrase("Verplaatst", "Moved"));
        document.lines(moved);
    }
    let without = without_copy(all, lang);
    if !without.is_empty() {
        document.heading(2, phrase("Geen kopie", "No copy"));
        document.lines(without);
    }
    document.small(state_of(catalogue, as_of, lang));
    document
}

fn name(product: &Product, source: &Source) -> String {
    format!("{}, {}", product.name, source.id)
}

/// A quotation, with its place in the data and the address of its source.
fn quote(one: &Quoted<'_>, catalogue: &Catalogue, lang: Lang) -> Line {
    let title = one.criterion.title.get(lang);
    let text = format!("{}: {title}", name(one.product, one.source));
    let mut line = titled(one.source, text, lang);
    line.below.push(Line { mark: Mark::Quote, ..Line::of(one.quote) });
    line.add(format!("{}:{}", catalogue.path(one.place.file), one.place.line));
    line
}

/// The sources with quotations and without a copy, each once.
fn without_copy(all: &[Quoted<'_>], lang: Lang) -> Vec<Line> {
    let mut sources: Vec<(&Quoted<'_>, usize)> = Vec::new();
    for one in all.iter().filter(|one| matches!(one.outcome, Outcome::NoCopy(_))) {
        match sources.iter_mut().rev().find(|(known, _)| std::ptr::eq(known.source, one.source)) {
            Some((_, n)) => *n += 1,
            None => sources.push((one, 1)),
        }
    }
    let line = |(one, n): (&Quoted<'_>, usize)| {
        let text = format!("{}: {}", name(one.product, one.source), quotes(n, lang));
        let mut line = titled(one.source, text, lang);
        if let Outcome::NoCopy(Some(why)) = &one.outcome {
            line.say(Tone::Open, why.get(lang));
        }
        if let Some(url) = one.source.url() {
            let copy = copy_name(url);
            line.add(tr!(lang, "bewaar de pagina als {copy}.html", "save the page as {copy}.html"));
        }
        line
    };
    sources.into_iter().map(line).collect()
}

/// The day and the data, in one line.
fn state_of(catalogue: &Catalogue, as_of: Date, lang: Lang) -> String {
    let day = words::date(as_of, lang);
    let data: String = catalogue.sha256.chars().take(16).collect();
    tr!(lang, "Stand op {day}. Gegevens: {data}.", "As of {day}. Data: {data}.")
}
