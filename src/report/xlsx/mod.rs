//! A comparison as a workbook, for a council that wants to read, sort and try
//! other weights. Strings are written as strings and links only to `https`, so
//! that nothing in it runs; every formula is ours and has its result beside it.

mod answers;
mod cell;
mod criteria;
mod grid;
mod institution;
mod levels;
mod questions;
mod ranking;
mod readme;
mod sources;
mod style;

use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use grid::{Column, Span, excel_date};
use style::Styles;

use crate::compare::{Block, Comparison, Row, Weighing, block_rows, weighing};
use crate::model::Catalogue;
use crate::report::words::describe;
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::text::safe::clean_short;

/// The most rows of a sheet below its header.
const MOST_ROWS: usize = 1_000_000;

/// What all sheets show the same: the names of the sheets, and where formulas
/// find what they calculate with.
struct Frame {
    lang: Lang,
    /// At the head of each page.
    header: String,
    /// At the foot of each page.
    footer: String,
    criteria: Span,
    themes: Span,
    levels: Span,
}

/// The name of the cell with all parts of the weights together.
const WHOLE: &str = "kh_geheel";
/// The name of the cell with the number of parts of one unit of the weights.
const SCALE: &str = "kh_schaal";

/// The names of the sheets.
struct Sheets;

impl Sheets {
    const README: Phrase = phrase("Lees mij", "Read me");
    const RANKING: Phrase = phrase("Rangorde", "Ranking");
    const CRITERIA: Phrase = phrase("Criteria", "Criteria");
    const THEMES: Phrase = phrase("Verdeling", "Themes");
    const ANSWERS: Phrase = phrase("Antwoorden", "Answers");
    const SOURCES: Phrase = phrase("Bronnen", "Sources");
    const QUESTIONS: Phrase = phrase("Open vragen", "Open questions");
    const LEVELS: Phrase = phrase("Niveaus", "Levels");
    const CHECKLIST: Phrase = phrase("Checklist", "Checklist");
    const TRIAGE: Phrase = phrase("Afweging", "Triage");
}

/// What the sheets are made of.
struct Book<'b, 'c> {
    comparison: &'b Comparison<'c>,
    catalogue: &'c Catalogue,
    weighing: Weighing<'c>,
    /// The alternatives in the order in which people see them.
    rows: Vec<&'b Row<'c>>,
    frame: Frame,
}

impl Book<'_, '_> {
    fn lang(&self) -> Lang {
        self.frame.lang
    }

    /// A phrase in the language of the workbook.
    fn t(&self, nl: &'static str, en: &'static str) -> String {
        phrase(nl, en).get(self.lang()).to_owned()
    }

    fn column(&self, nl: &'static str, en: &'static str, width: u16) -> Column {
        Column { header: self.t(nl, en), width }
    }

    /// Whether all alternatives that were compared are in the workbook: only then
    /// can it count places again.
    fn is_whole(&self) -> bool {
        self.rows.len() == self.comparison.compared
    }
}

/// Whether the comparison fits in a workbook.
#[must_use]
pub fn fits(comparison: &Comparison<'_>) -> bool {
    comparison.rows.len().saturating_mul(comparison.criteria.len()) <= MOST_ROWS
        && comparison.criteria.len() < 8_000
}

/// The comparison as a workbook.
///
/// # Errors
/// When it does not [fit](fits); anything else would be a bug.
pub fn document(
    comparison: &Comparison<'_>,
    catalogue: &Catalogue,
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let weighing = weighing(catalogue, comparison);
    let groups = comparison.groups();
    let blocks = groups.iter().flat_map(|(_, group)| Block::ALL.map(|block| block_rows(group, block)));
    let rows: Vec<&Row<'_>> = blocks.flatten().collect();
    let frame = frame(comparison, &weighing, rows.len(), lang);
    let book = Book { comparison, catalogue, weighing, rows, frame };
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&book));
    let styles = Styles::new();
    readme::write(&book, &mut workbook, &styles)?;
    let own = comparison.institution.as_ref().map(|own| institution::grids(&book, own)).unwrap_or_default();
    for grid in [
        ranking::grid(&book),
        criteria::grid(&book),
        criteria::themes(&book),
        answers::grid(&book),
        sources::grid(&book),
        questions::grid(&book),
        levels::grid(&book),
    ]
    .into_iter()
    .chain(own)
    {
        grid.write(&mut workbook, &styles, &book.frame)?;
    }
    let sheet = Sheets::LEVELS.get(lang);
    workbook.define_name(WHOLE, &format!("={sheet}!{}", levels::WHOLE_CELL))?;
    workbook.define_name(SCALE, &format!("={sheet}!{}", levels::SCALE_CELL))?;
    workbook.save_to_buffer()
}

fn frame(comparison: &Comparison<'_>, weighing: &Weighing<'_>, rows: usize, lang: Lang) -> Frame {
    let day = describe::date(comparison.as_of, lang);
    let profile = printed(comparison.profile.title.get(lang));
    let adjusted = !comparison.overrides.is_empty();
    let adjusted = if adjusted { phrase(" (aangepast)", " (adjusted)").get(lang) } else { "" };
    let footer = match lang {
        Lang::Nl => format!("Peildatum {day}. Weging: {profile}{adjusted}. Een hulpmiddel, geen advies."),
        Lang::En => format!("As-of date {day}. Profile: {profile}{adjusted}. An aid, not advice."),
    };
    Frame {
        lang,
        header: printed(comparison.kind.title.get(lang)),
        footer,
        criteria: Span::new(Sheets::CRITERIA.get(lang), criteria::LINES, comparison.criteria.len()),
        themes: Span::new(Sheets::THEMES.get(lang), criteria::LINES, weighing.themes.len()),
        levels: Span::new(Sheets::LEVELS.get(lang), levels::LINES, rows),
    }
}

/// A text for the head or foot of a page, where `&` begins a code and little fits.
fn printed(text: &str) -> String {
    clean_short(text, 60).replace("&[", "& [").replace('&', "&&")
}

/// What the file says of itself: nothing of the day, the machine or the person
/// that made it.
fn properties(book: &Book<'_, '_>) -> DocProperties {
    let kind = clean_short(book.comparison.kind.title.get(book.lang()), 100);
    let properties = DocProperties::new().set_title(kind).set_author("keuzehulp");
    match excel_date(book.comparison.as_of).or_else(|| {
        // A workbook is of some day; what spreadsheets cannot say is the first they can.
        rust_xlsxwriter::ExcelDateTime::from_ymd(1900, 1, 1).ok()
    }) {
        Some(day) => properties.set_creation_datetime(&day),
        None => properties,
    }
}
