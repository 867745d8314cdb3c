//! Whether the maker of a product was heard about what is said of it.

use crate::compare::{Comparison, Row};
use crate::model::{Date, Heard, Hosting, Product};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::tr;

use super::dates::date;
use super::score::variants;
use super::sentences::VENDOR_REPLIED;
use super::{capital, small};

/// A few words: `aanbieder nog niet gehoord`.
#[must_use]
pub(crate) fn state(heard: Heard, asked: Option<Date>, lang: Lang) -> String {
    let day = asked.filter(|_| heard == Heard::Asked).map(|day| date(day, lang));
    match (heard, day) {
        (Heard::Replied, _) => VENDOR_REPLIED.get(lang).to_owned(),
        (_, Some(day)) => {
            tr!(lang, "aanbieder gevraagd op {day}, nog geen reactie", "vendor asked on {day}, no reply yet")
        }
        (_, None) => phrase("aanbieder nog niet gehoord", "vendor not yet heard").get(lang).to_owned(),
    }
}

/// The same of an alternative: what the institution runs itself has a maker, and no
/// vendor.
#[must_use]
pub(crate) fn of(row: &Row<'_>, lang: Lang) -> String {
    let (heard, asked) = (row.evaluation.heard, row.product.asked);
    if row.variant.hosting != Hosting::SelfHosted {
        return state(heard, asked, lang);
    }
    let day = asked.filter(|_| heard == Heard::Asked).map(|day| date(day, lang));
    match (heard, day) {
        (Heard::Replied, _) => {
            phrase("de maker heeft gereageerd", "the maker has replied").get(lang).to_owned()
        }
        (_, Some(day)) => {
            tr!(lang, "maker gevraagd op {day}, nog geen reactie", "maker asked on {day}, no reply yet")
        }
        (_, None) => phrase("maker nog niet gehoord", "maker not yet heard").get(lang).to_owned(),
    }
}

/// The answers about an alternative that its vendor disputes, by the titles of their
/// criteria or counted; `None` where there are none.
#[must_use]
pub(crate) fn disputed(
    comparison: &Comparison<'_>,
    row: &Row<'_>,
    names: bool,
    lang: Lang,
) -> Option<String> {
    let cells = comparison.criteria.iter().zip(comparison.cells(row));
    let disputed = cells.filter(|(_, cell)| cell.knowledge.disputed);
    let titles: Vec<String> = disputed.map(|(column, _)| small(column.criterion.title.get(lang))).collect();
    let what = match (titles.len(), names) {
        (0, _) => return None,
        (_, true) => titles.join("; "),
        (1, false) => phrase("1 antwoord", "1 answer").get(lang).to_owned(),
        (n, false) => tr!(lang, "{n} antwoorden", "{n} answers"),
    };
    Some(tr!(lang, "betwist door de aanbieder: {what}", "disputed by the vendor: {what}"))
}

/// The same about an alternative, as a sentence; nothing where the maker has replied.
#[must_use]
pub(crate) fn warning(row: &Row<'_>, lang: Lang) -> Option<String> {
    let heard = row.evaluation.heard;
    (heard != Heard::Replied).then(|| format!("{}.", capital(&state(heard, row.product.asked, lang))))
}

/// The state of a product as a sentence, with where its maker can be reached.
#[must_use]
pub(crate) fn line(product: &Product, lang: Lang) -> String {
    let state = capital(&state(product.heard(), product.asked, lang));
    match &product.contact {
        Some(contact) => format!("{state}. Contact: {contact}"),
        None => format!("{state}."),
    }
}

/// How many compared variants have a maker that was not heard, or that was asked and has
/// not replied; `None` where all have replied.
#[must_use]
pub(crate) fn compared_line(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let rows = &comparison.rows;
    let count = |heard: Heard| rows.iter().filter(|row| row.evaluation.heard == heard).count();
    let all = variants(rows.len(), lang);
    sentence(count(Heard::No), count(Heard::Asked), &all, lang)
}

/// The same for a list of products.
#[must_use]
pub(crate) fn products_line(products: &[&Product], lang: Lang) -> Option<String> {
    let count = |heard: Heard| products.iter().filter(|product| product.heard() == heard).count();
    let all = match products.len() {
        1 => tr!(lang, "1 product", "1 product"),
        n => tr!(lang, "{n} producten", "{n} products"),
    };
    sentence(count(Heard::No), count(Heard::Asked), &all, lang)
}

fn sentence(not_heard: usize, asked: usize, all: &str, lang: Lang) -> Option<String> {
    let not_heard = (not_heard > 0).then(|| {
        tr!(
            lang,
            "De aanbieder is nog niet gehoord bij {not_heard} van {all}.",
            "The vendor has not yet been heard for {not_heard} of {all}."
        )
    });
    let asked = (asked > 0).then(|| {
        tr!(
            lang,
            "De aanbieder is gevraagd en heeft nog niet gereageerd bij {asked} van {all}.",
            "The vendor was asked and has not replied yet for {asked} of {all}."
        )
    });
    let lines: Vec<String> = not_heard.into_iter().chain(asked).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}
