//! A comparison as a workbook, for a council that wants to read, sort and try other
//! weights. Strings are written as strings and links only go to `https`, so nothing
//! in it can be executed; every formula is ours and is stored with its result.

mod cards;
mod cell;
mod formulas;
mod in_words;
mod readme;
mod sheet;
mod style;
mod whole;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use cell::excel_date;
use formulas::Formulas;
use sheet::Setup;
use style::Styles;

use super::table::{
    Line, Printed, Table, Tone, answers, checklist, criteria, levels, matrix, own_work, questions, ranking,
    sources, themes, triage,
};
use crate::compare::{Comparison, weighing};
use crate::model::Catalogue;
use crate::report::words;
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::text::safe::clean_short;
use crate::tr;

/// The most rows of a sheet below its header.
const MOST_ROWS: usize = 1_000_000;

/// Whether the comparison fits in a workbook.
#[must_use]
pub(crate) fn fits(comparison: &Comparison<'_>) -> bool {
    comparison.rows.len().saturating_mul(comparison.criteria.len()) <= MOST_ROWS
        && comparison.criteria.len() < 8_000
}

/// The comparison as a workbook.
///
/// # Errors
/// When it does not [fit](fits); anything else would be a bug.
pub(crate) fn document(
    comparison: &Comparison<'_>,
    catalogue: &Catalogue,
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let weighing = weighing(catalogue, comparison);
    let weighed = [
        criteria::table(comparison, (catalogue, &weighing), lang),
        themes::table(&weighing, lang),
        levels::table(comparison, &weighing, lang),
    ]
    .map(saying_how_to_print);
    let formulas = Formulas::new(weighed.each_ref(), weighing.has_budgets, comparison.rank_by);
    let [criteria, themes, levels] = weighed;
    let first = [
        ranking::table(comparison, lang),
        matrix::table(comparison, &weighing, lang),
        saying_how_to_print(own_work::table(comparison, lang)),
    ];
    let answers = [
        answers::table(comparison, catalogue, lang),
        sources::table(comparison, lang),
        questions::table(comparison, catalogue, lang),
    ];
    let rest = [criteria, themes].into_iter().chain(answers).chain([levels]);
    let rest = rest.chain(institution(comparison, catalogue, lang)).map(saying_how_to_print);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(comparison, lang));
    // The widths of columns are in digits of this font: every spreadsheet then has the same.
    workbook.set_default_format(&style::default(), style::ROW_PIXELS, style::COLUMN_PIXELS)?;
    let setup = setup(comparison, formulas, lang);
    cards::write((comparison, &weighing), &mut workbook, &setup)?;
    readme::write((comparison, catalogue), &mut workbook, &setup)?;
    // Sheets that are not printed come last: spreadsheets leave out what is empty there.
    for table in first.into_iter().chain(rest) {
        sheet::write(&table, &mut workbook, &setup)?;
    }
    for (name, cell) in &setup.formulas.names {
        workbook.define_name(*name, cell)?;
    }
    workbook.save_to_buffer()
}

/// A table that is not printed with the others says so, and how to print it.
fn saying_how_to_print(mut table: Table<'_>) -> Table<'_> {
    let how = phrase(
        "Dit blad gaat niet mee bij het afdrukken. Wilt u het afdrukken? Selecteer wat u wilt hebben en stel dat in als afdrukbereik. LibreOffice: Opmaak > Afdrukbereiken > Definiëren. Excel: Pagina-indeling > Afdrukbereik > Afdrukbereik bepalen.",
        "This sheet is not printed with the others. Do you want to print it? Select what you want and make it the print range. LibreOffice: Format > Print Ranges > Define. Excel: Page Layout > Print Area > Set Print Area.",
    );
    let how = Line { tone: Tone::Plain, text: how.get(table.lang).to_owned(), beside: Vec::new() };
    if table.printed == Printed::OnRequest && !table.intro.iter().any(|line| line.text == how.text) {
        let at = table.intro.len().min(1);
        table.intro.insert(at, how);
    }
    table
}

/// The tables of the institution; none without a dossier.
fn institution<'t>(
    comparison: &'t Comparison<'t>,
    catalogue: &'t Catalogue,
    lang: Lang,
) -> impl Iterator<Item = Table<'t>> {
    let tables = comparison.institution.as_ref().map(|own| {
        let at = (catalogue, comparison.as_of);
        [checklist::table(&own.checklist, catalogue, lang), triage::table(&own.triage, at, lang)]
    });
    tables.into_iter().flatten().filter(|table| table.items > 0)
}

fn setup(comparison: &Comparison<'_>, formulas: Formulas, lang: Lang) -> Setup {
    let day = words::date(comparison.as_of, lang);
    let profile = printed(comparison.profile.title.get(lang));
    let adjusted = !comparison.overrides.is_empty();
    let adjusted = if adjusted { phrase(" (aangepast)", " (adjusted)").get(lang) } else { "" };
    let footer = tr!(
        lang,
        "Stand op {day}. Wat telt hoe zwaar: {profile}{adjusted}. Een hulpmiddel, geen advies.",
        "As of {day}. What counts how much: {profile}{adjusted}. An aid, not advice."
    );
    let header = printed(comparison.kind.title.get(lang));
    Setup { lang, header, footer, styles: Styles::new(), formulas }
}

/// A text for the top or bottom of a page, where `&` begins a code and little fits.
fn printed(text: &str) -> String {
    clean_short(text, 60).replace("&[", "& [").replace('&', "&&")
}

/// The properties of the file: nothing about the day, machine or person that made
/// it.
fn properties(comparison: &Comparison<'_>, lang: Lang) -> DocProperties {
    let kind = clean_short(comparison.kind.title.get(lang), 100);
    let properties = DocProperties::new().set_title(kind).set_author("keuzehulp");
    match excel_date(comparison.as_of).or_else(|| {
        // A workbook must have a date; one before 1900 becomes the first that fits.
        ExcelDateTime::from_ymd(1900, 1, 1).ok()
    }) {
        Some(day) => properties.set_creation_datetime(&day),
        None => properties,
    }
}
