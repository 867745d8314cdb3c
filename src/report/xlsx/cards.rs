//! *In het kort*: the candidates at a glance, each as a card. Bars, points and themes
//! follow the weights; what a card says in sentences is as it was made.

use rust_xlsxwriter::{Formula, Workbook, Worksheet, XlsxError};

use super::cell::fit;
use super::in_words::quoted;
use super::sheet::{Setup, colour_tiles, print_set_up};
use super::style::height;
use crate::compare::{Comparison, Row, Weighing};
use crate::report::document::{Card, card};
use crate::report::table::matrix::words_of;
use crate::report::table::ranking::bar;
use crate::report::terminal::paper::wrap;
use crate::report::words::{self, hearing, limits, notes, premise, score, tiles, triage};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;

/// The name of the sheet.
pub(super) const NAME: Phrase = phrase("In het kort", "In short");

/// The most cards: they fit on two pages.
const MOST: usize = 6;
/// The most cards where nobody chose.
const MOST_UNCHOSEN: usize = 4;
/// How many signs the bar of a card has.
const SIGNS: usize = 50;
/// How many columns that takes.
const BAR: u16 = 4;
/// The width of the labels, and of a theme, in characters.
const LABEL: u16 = 17;
const THEME: u16 = 16;
/// The fewest columns beside the labels.
const FEWEST: u16 = 8;
/// How many characters a line of text holds for each column that it spans.
const PER_COLUMN: usize = 18;

/// The most pages, and how much of one can be printed on, in points.
const PAGES: usize = 2;
const WIDTH: u32 = 730;
const HEIGHT: u32 = 485;
/// The smallest print, in percent.
const SMALLEST: u16 = 40;
/// The room at the sides of the labels.
const PIXELS_BESIDE: u32 = 5;
/// The height of a row that nothing is said of, in points.
const ROW: u32 = 13;

/// The sheet in the making.
struct Cards<'s> {
    sheet: &'s mut Worksheet,
    setup: &'s Setup,
    /// How many columns there are beside the labels.
    columns: u16,
    /// The next row.
    next: u32,
    /// How high the rows are so far, in points.
    height: u32,
    /// The first row and the height so far of each part that stays on one page.
    parts: Vec<(u32, u32)>,
}

/// Writes the sheet.
///
/// # Errors
/// When it does not fit in a workbook, which would be a bug.
pub(super) fn write(
    (comparison, weighing): (&Comparison<'_>, &Weighing<'_>),
    workbook: &mut Workbook,
    setup: &Setup,
) -> Result<(), XlsxError> {
    let lang = setup.lang;
    let sheet = workbook.add_worksheet();
    sheet.set_name(NAME.get(lang))?;
    sheet.set_formula_result_default("");
    let columns = u16::try_from(weighing.themes.len()).unwrap_or(u16::MAX).max(FEWEST);
    sheet.set_column_width(0, LABEL)?;
    sheet.set_column_range_width(1, columns, THEME)?;
    let mut cards = Cards { sheet, setup, columns, next: 0, height: 0, parts: Vec::new() };
    cards.above(comparison)?;
    let shown = shown(comparison);
    for row in &shown {
        cards.begin();
        cards.card((comparison, weighing), row)?;
    }
    cards.begin();
    cards.below(comparison, shown.len())?;
    cards.begin();
    let (last, parts) = (cards.next, cards.parts);
    sheet.set_print_area(0, 0, last, columns)?;
    print_set_up(sheet, setup, 0);
    let width = PIXELS_BESIDE + 7 * u32::from(LABEL) + (7 * u32::from(THEME) + 5) * u32::from(columns);
    let (percent, breaks) = pages(&parts, width * 3 / 4);
    sheet.set_print_scale(percent);
    sheet.set_page_breaks(&breaks)?;
    sheet.set_active(true);
    Ok(())
}

/// The largest percentage at which all parts fit on [`PAGES`] pages, with the rows where
/// these begin. `width` is that of the sheet in points.
fn pages(parts: &[(u32, u32)], width: u32) -> (u16, Vec<u32>) {
    let widest = (WIDTH * 100 / width.max(1)).min(100);
    let mut found = (SMALLEST, Vec::new());
    for percent in (SMALLEST..=u16::try_from(widest).unwrap_or(SMALLEST)).rev() {
        let room = HEIGHT * 100 / u32::from(percent);
        let (mut breaks, mut top) = (Vec::new(), 0);
        for pair in parts.windows(2) {
            let [(row, from), (_, to)] = *pair else { continue };
            if to - top > room && from > top {
                breaks.push(row);
                top = from;
            }
        }
        if breaks.len() < PAGES {
            return (percent, breaks);
        }
        found = (percent, breaks);
    }
    found
}

/// The alternatives with a card: of a choice all that fit, otherwise the first of each
/// group, in turn.
fn shown<'r>(comparison: &'r Comparison<'_>) -> Vec<&'r Row<'r>> {
    if comparison.chosen_from.is_some() {
        return comparison.rows.iter().take(MOST).collect();
    }
    let groups = comparison.groups();
    let deepest = groups.iter().map(|(_, rows)| rows.len()).max().unwrap_or(0);
    let turns = (0..deepest).flat_map(|depth| groups.iter().filter_map(move |(_, rows)| rows.get(depth)));
    let some: Vec<String> = turns.take(MOST_UNCHOSEN).map(|row| row.id()).collect();
    comparison.rows.iter().filter(|row| some.contains(&row.id())).collect()
}

impl Cards<'_> {
    /// Begins a part that stays on one page.
    fn begin(&mut self) {
        self.parts.push((self.next, self.height));
    }

    /// The next row is done.
    fn done(&mut self) {
        self.next += 1;
        self.height += ROW;
    }

    /// The next row is done, and this high.
    fn done_high(&mut self, height: u16) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.next, height)?;
        self.next += 1;
        self.height += u32::from(height);
        Ok(())
    }

    /// What this is, and what nobody should miss.
    fn above(&mut self, comparison: &Comparison<'_>) -> Result<(), XlsxError> {
        let lang = self.setup.lang;
        let styles = &self.setup.styles;
        let title = notes::compared_in_short(comparison, lang);
        self.sheet.write_string_with_format(0, 0, fit(&title), &styles.title)?;
        self.done_high(24)?;
        let mut strong = premise::assumptions(comparison, lang);
        strong.extend(comparison.kind.ask_first.iter().map(|ask_first| ask_first.get(lang).to_owned()));
        strong.extend(triage::lines(comparison, lang));
        strong.push(words::HIGHER.get(lang).to_owned());
        strong.extend(notes::choice_line(comparison, lang));
        strong.extend(limits::not_compared_lines(comparison, lang));
        strong.extend(notes::left_out_lines(comparison, lang));
        for line in strong {
            self.text(&line, true)?;
        }
        self.text(&legend(lang), false)?;
        self.text(moves(lang), false)?;
        self.done();
        Ok(())
    }

    /// Lines of text over the whole width.
    fn text(&mut self, text: &str, is_strong: bool) -> Result<(), XlsxError> {
        let styles = &self.setup.styles;
        let style = if is_strong { &styles.strong } else { &styles.plain };
        for line in wrap(text, Some(PER_COLUMN * usize::from(self.columns + 1))) {
            self.sheet.write_string_with_format(self.next, 0, fit(&line), style)?;
            self.done();
        }
        Ok(())
    }

    fn card(
        &mut self,
        (comparison, weighing): (&Comparison<'_>, &Weighing<'_>),
        row: &Row<'_>,
    ) -> Result<(), XlsxError> {
        let lang = self.setup.lang;
        let card = card::of(comparison, row, lang);
        self.head(&card)?;
        self.figures(row, &card)?;
        self.themes((comparison, weighing), row)?;
        let mut label = "";
        for (mine, _, text) in &card.lines {
            // Lines with the same label follow each other.
            self.labelled(if mine == label { "" } else { mine }, text)?;
            label = mine;
        }
        if !card.sentence.is_empty() {
            self.labelled(phrase("Samengevat", "In a sentence").get(lang), &card.sentence)?;
        }
        self.done();
        Ok(())
    }

    /// The name, and what belongs beside it.
    fn head(&mut self, card: &Card) -> Result<(), XlsxError> {
        let styles = &self.setup.styles;
        for column in 0..=self.columns {
            self.sheet.write_blank(self.next, column, &styles.card)?;
        }
        self.sheet.write_string_with_format(self.next, 0, fit(&card.name), &styles.card)?;
        self.done_high(20)?;
        self.sheet.write_string_with_format(self.next, 0, fit(&card.beside.join(" · ")), &styles.plain)?;
        self.done();
        Ok(())
    }

    /// The bar and its words.
    fn figures(&mut self, row: &Row<'_>, card: &Card) -> Result<(), XlsxError> {
        let (lang, styles, formulas) = (self.setup.lang, &self.setup.styles, &self.setup.formulas);
        let id = quoted(&row.id());
        let label = phrase("Punten", "Points").get(lang);
        self.sheet.write_string_with_format(self.next, 0, label, &styles.label)?;
        let drawn = Formula::new(format!("={}", formulas.bar(&id, SIGNS))).set_result(bar(row, SIGNS));
        self.sheet.write_formula_with_format(self.next, 1, drawn, &styles.wide_bar)?;
        let standing =
            Formula::new(format!("={}", formulas.standing(&id))).set_result(standing(row, card, lang));
        self.sheet.write_formula_with_format(self.next, 1 + BAR, standing, &styles.strong)?;
        self.done_high(17)?;
        let figures = Formula::new(format!("={}", formulas.figures(&id))).set_result(&card.figures);
        self.sheet.write_formula_with_format(self.next, 1, figures, &styles.plain)?;
        self.done();
        Ok(())
    }

    /// What can be said of each theme, below its title.
    fn themes(
        &mut self,
        (comparison, weighing): (&Comparison<'_>, &Weighing<'_>),
        row: &Row<'_>,
    ) -> Result<(), XlsxError> {
        let (lang, styles, formulas) = (self.setup.lang, &self.setup.styles, &self.setup.formulas);
        let label = phrase("Thema's", "Themes").get(lang);
        self.sheet.write_string_with_format(self.next + 1, 0, label, &styles.label)?;
        let id = quoted(&row.id());
        let words = words_of(comparison, weighing, row, lang);
        for ((column, number), (theme, word)) in (1..).zip(0..).zip(weighing.themes.iter().zip(words)) {
            let title = fit(theme.theme.title.get(lang));
            self.sheet.write_string_with_format(self.next, column, title, &styles.small)?;
            let tile = Formula::new(format!("={}", formulas.found_tile(number, &id))).set_result(word);
            self.sheet.write_formula_with_format(self.next + 1, column, tile, &styles.tile)?;
        }
        self.done_high(height(2))?;
        colour_tiles(self.sheet, (self.next, self.next), (1, self.columns), lang)?;
        self.done_high(17)?;
        Ok(())
    }

    /// A label with lines of text beside it.
    fn labelled(&mut self, label: &str, text: &str) -> Result<(), XlsxError> {
        let styles = &self.setup.styles;
        self.sheet.write_string_with_format(self.next, 0, fit(label), &styles.label)?;
        for line in wrap(text, Some(PER_COLUMN * usize::from(self.columns))) {
            self.sheet.write_string_with_format(self.next, 1, fit(&line), &styles.plain)?;
            self.done();
        }
        Ok(())
    }

    /// What has no card, and what this is not.
    fn below(&mut self, comparison: &Comparison<'_>, shown: usize) -> Result<(), XlsxError> {
        let lang = self.setup.lang;
        let (all, kind) = (comparison.rows.len(), comparison.kind_id);
        if comparison.rows.is_empty() {
            self.text(words::NOTHING_TO_COMPARE.get(lang), true)?;
        } else if shown < all {
            let line = tr!(
                lang,
                "Hier staan {shown} van de {all} varianten; alle staan op de bladen Rangorde en Per thema.",
                "Here are {shown} of the {all} variants; all are on the sheets Ranking and By theme."
            );
            self.text(&line, false)?;
        }
        if comparison.chosen_from.is_none() {
            let line = tr!(
                lang,
                "Kies zelf kandidaten, dan staan die hier: keuzehulp compare {kind} --vendor ID,ID, of candidates in uw dossier.",
                "Choose candidates yourself to see those here: keuzehulp compare {kind} --vendor ID,ID, or candidates in your dossier."
            );
            self.text(&line, false)?;
        }
        if let Some(line) = hearing::compared_line(comparison, lang) {
            self.text(&line, false)?;
        }
        self.text(words::DISCLAIMER.get(lang), false)
    }
}

/// `29 tot 77 punten; plaats 1–22; 37% beantwoord`.
fn standing(row: &Row<'_>, card: &Card, lang: Lang) -> String {
    let places = notes::place(row).map(|places| tr!(lang, "; plaats {places}", "; place {places}"));
    let (range, places, known) = (&card.range, places.unwrap_or_default(), score::known(&row.evaluation));
    tr!(lang, "{range}{places}; {known}% beantwoord", "{range}{places}; {known}% answered")
}

/// What the signs of a bar mean.
fn legend(lang: Lang) -> String {
    let parts = tiles::SIGNS.iter().zip(tiles::PARTS);
    let parts: Vec<String> = parts.map(|(sign, part)| format!("{sign} {}", part.get(lang))).collect();
    let label = phrase("In de balk, van 0 tot 100 punten:", "In the bar, from 0 to 100 points:").get(lang);
    format!("{label} {}.", parts.join(", "))
}

/// What follows the weights.
fn moves(lang: Lang) -> &'static str {
    phrase(
        "Verandert u een gewicht op het blad Criteria, dan veranderen de balken, de punten, de plaatsen en de thema's mee. De zin achter Samengevat hoort bij de weging zoals die was.",
        "If you change a weight on the sheet Criteria, the bars, points, places and themes change with it. What stands behind In a sentence belongs to the weights as they were.",
    )
    .get(lang)
}
