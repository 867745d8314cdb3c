//! *Bronnen*: each source once per product.

use super::cell::Value;
use super::grid::Grid;
use super::style::Tone;
use super::{Book, Sheets};
use crate::model::{Product, Source};
use crate::report::words::describe;
use crate::text::Lang;

pub(super) fn grid(book: &Book<'_, '_>) -> Grid {
    let columns = vec![
        book.column("Product", "Product", 24),
        book.column("Bron", "Source", 44),
        book.column("Adres", "Address", 56),
        book.column("Gelezen op", "Date read", 12),
        book.column("Datum van de bron", "Date of the source", 12),
        book.column("Sterkte van de bron", "Grade of the source", 22),
        book.column("Hoeveel is gelezen", "How much was read", 18),
        book.column("Let op", "Please note", 30),
        book.column("Bewaarde kopie", "Stored copy", 40),
    ];
    let mut products: Vec<&Product> = Vec::new();
    for row in &book.rows {
        if !products.iter().any(|known| known.id == row.product.id) {
            products.push(row.product);
        }
    }
    products.sort_by_cached_key(|product| (product.name.to_lowercase(), product.id.clone()));
    let lang = book.lang();
    let rows = products
        .into_iter()
        .flat_map(|product| product.sources.iter().map(move |source| cells(product, source, lang)));
    Grid {
        name: Sheets::SOURCES.get(lang),
        table: "kh_bronnen",
        intro: vec![
            (Tone::Title, book.t("Bronnen", "Sources")),
            (
                Tone::Plain,
                book.t(
                    "Elke bron een keer per product. Gelezen op is de dag waarop de bron is geraadpleegd; daarna kan hij zijn veranderd.",
                    "Each source once per product. Date read is the day on which the source was consulted; it may have changed since.",
                ),
            ),
        ],
        extra: Vec::new(),
        columns,
        rows: rows.collect(),
        fixed: 1,
        printed: 8,
        bars: Vec::new(),
        changes: None,
    }
}

fn cells(product: &Product, source: &Source, lang: Lang) -> Vec<Value> {
    let mut notes = Vec::new();
    if source.undated_copy {
        notes.push(match lang {
            Lang::Nl => "gelezen in een bewaarde kopie van onbekende dag".to_owned(),
            Lang::En => "read in a stored copy of unknown day".to_owned(),
        });
    }
    if let Some(reviewed) = &source.reviewed {
        let (role, day) = (&reviewed.role, describe::date(reviewed.on, lang));
        notes.push(match lang {
            Lang::Nl => format!("nagekeken door {role} op {day}"),
            Lang::En => format!("reviewed by {role} on {day}"),
        });
    }
    vec![
        Value::Name(product.name.to_string()),
        Value::Text(source.title.clone()),
        Value::Link(source.url.clone()),
        Value::Day(source.read),
        source.dated.map_or(Value::Empty, Value::Day),
        Value::Text(describe::grade(source.grade).get(lang).to_owned()),
        Value::Text(describe::extent(source.extent).get(lang).to_owned()),
        Value::Text(notes.join("; ")),
        source.archived.clone().map_or(Value::Empty, Value::Link),
    ]
}
