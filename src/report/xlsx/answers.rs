//! *Antwoorden*: one row per alternative and criterion, with its evidence.

use super::cell::{Shown, Value};
use super::grid::Grid;
use super::style::Tone;
use super::{Book, Sheets, levels};
use crate::compare::Row;
use crate::model::{Evidence, Source};
use crate::report::csv::{answer, status};
use crate::report::words::describe;
use crate::report::words::number::points;
use crate::text::Lang;
use crate::views::breakdown::{Part, parts};

/// The column with the criterion's id, by number.
const CRITERION: u16 = 17;

pub(super) fn grid(book: &Book<'_, '_>) -> Grid {
    let columns = vec![
        book.column("Product", "Product", 20),
        book.column("Criterium", "Criterion", 18),
        book.column("Vraag", "Question", 25),
        book.column("Antwoord", "Answer", 24),
        book.column("Niveau", "Level", 11),
        book.column("Deel van de punten minstens", "Part of the points at least", 12),
        book.column("Deel van de punten hoogstens", "Part of the points at most", 13),
        book.column("Stand", "Status", 24),
        book.column("Onderbouwing", "Evidence", 38),
        book.column("Bron", "Source", 20),
        book.column("Gelezen op", "Date read", 12),
        book.column("Sterkte van de bron", "Grade of the source", 15),
        book.column("Adres", "Address", 30),
        book.column("Thema", "Theme", 18),
        book.column("Toelichting", "Remarks", 34),
        book.column("Reactie van de aanbieder", "The vendor's reply", 30),
        book.column("Product-id", "Product id", 34),
        book.column("Criterium-id", "Criterion id", 28),
    ];
    let rows = book.rows.iter().flat_map(|row| {
        let parts = parts(book.comparison, row);
        parts.iter().map(|part| cells(book, row, part)).collect::<Vec<_>>()
    });
    Grid {
        name: Sheets::ANSWERS.get(book.lang()),
        table: "kh_antwoorden",
        intro: vec![
            (Tone::Title, book.t("Alle antwoorden, met hun bronnen", "All answers, with their sources")),
            (
                Tone::Plain,
                book.t(
                    "Filter op een product of een criterium met de pijltjes in de kop. Wat open is, heeft een verschil tussen minstens en hoogstens.",
                    "Filter on a product or a criterion with the arrows in the header. What is open has a difference between at least and at most.",
                ),
            ),
        ],
        extra: Vec::new(),
        columns,
        rows: rows.collect(),
        fixed: 2,
        printed: 12,
        bars: Vec::new(),
        changes: None,
    }
}

fn cells(book: &Book<'_, '_>, row: &Row<'_>, part: &Part<'_, '_>) -> Vec<Value> {
    let lang = book.lang();
    let criterion = part.column.criterion;
    let knowledge = &part.cell.knowledge;
    let theme = book.catalogue.themes.get_index(criterion.theme);
    let mut sources: Vec<&Source> = Vec::new();
    for (_, source) in &part.evidence {
        if !sources.iter().any(|known| known.id == source.id) {
            sources.push(source);
        }
    }
    let each = |of: &dyn Fn(&Source) -> String| {
        Value::Text(sources.iter().map(|source| of(source)).collect::<Vec<_>>().join("\n"))
    };
    let evidence: Vec<String> = part.evidence.iter().map(|(item, _)| words(item, lang)).collect();
    let points = |hundredths: u8, result| {
        Value::Live(levels::part(book, CRITERION, hundredths), points(result, '.'), Shown::Points)
    };
    let remarks = [
        part.stated.and_then(|(_, answer)| answer.note.as_ref()),
        part.stated
            .and_then(|(fact, _)| fact.because.as_ref())
            .filter(|_| row.evaluation.deviations.contains(&part.column.number)),
    ];
    let remarks: Vec<&str> = remarks.into_iter().flatten().map(|text| text.get(lang)).collect();
    let reply = part.stated.and_then(|(fact, _)| fact.reply.as_ref());
    vec![
        Value::Name(describe::alternative(row.product, row.variant)),
        Value::Text(criterion.title.get(lang).to_owned()),
        Value::Text(criterion.ask.get(lang).to_owned()),
        Value::Text(answer(criterion, part.cell, lang)),
        Value::Text(describe::level_range(knowledge.levels, lang)),
        points(knowledge.levels.low.hundredths(), part.low),
        points(knowledge.levels.high.hundredths(), part.high),
        Value::Text(status(part.cell, part.reason(), lang)),
        Value::Text(evidence.join("\n")),
        each(&|source| source.title.clone()),
        match sources.as_slice() {
            [one] => Value::Day(one.read),
            _ => each(&|source| source.read.to_string()),
        },
        each(&|source| describe::grade(source.grade).get(lang).to_owned()),
        match sources.as_slice() {
            [one] => Value::Link(one.url.clone()),
            _ => each(&|source| source.url.clone()),
        },
        Value::Text(theme.map_or(String::new(), |(_, theme)| theme.title.get(lang).to_owned())),
        Value::Text(remarks.join("\n")),
        Value::Text(reply.map_or(String::new(), |reply| {
            format!("{}: {}", describe::date(reply.on, lang), reply.text.get(lang))
        })),
        Value::Text(row.id()),
        Value::Text(criterion.id.to_string()),
    ]
}

/// What an item of evidence says.
fn words(item: &Evidence, lang: Lang) -> String {
    match (&item.quote, &item.shows) {
        (Some(quote), _) => format!("“{quote}”"),
        (None, Some(shows)) => shows.get(lang).to_owned(),
        (None, None) => String::new(),
    }
}
