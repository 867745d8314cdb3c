//! A sheet with one table: lines above it, a header that stays in view, rows.

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationRule, Formula,
    Table as ExcelTable, TableColumn, TableStyle, Url, Workbook, Worksheet, XlsxError,
};

use super::cell::{excel_date, fit, is_link, lines_of, looks_like_formula};
use super::formulas::{Formulas, Span, header_row};
use super::style::{self, Styles, height, lines};
use crate::report::table::{Live, Printed, Table, Value};
use crate::report::words::tiles;
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::views::tiles::Tile;

/// The most links on one sheet; a spreadsheet holds 65,530.
const MOST_LINKS: usize = 65_000;

/// What all sheets of a workbook share.
pub(super) struct Setup {
    pub(super) lang: Lang,
    /// At the top of each page.
    pub(super) header: String,
    /// At the bottom of each page.
    pub(super) footer: String,
    pub(super) styles: Styles,
    pub(super) formulas: Formulas,
}

/// Writes a table as a sheet.
///
/// # Errors
/// When it does not fit in a workbook.
pub(super) fn write(table: &Table<'_>, workbook: &mut Workbook, setup: &Setup) -> Result<(), XlsxError> {
    let (styles, columns) = (&setup.styles, &table.columns);
    let sheet = workbook.add_worksheet();
    sheet.set_name(table.name)?;
    // A result may be an empty text; without this it would become 0.
    sheet.set_formula_result_default("");
    let header = header_row(table);
    let mut cells = Cells { setup, here: Span::of(table), links: 0 };
    for (row, line) in (0..).zip(&table.intro) {
        sheet.write_string_with_format(row, 0, fit(&line.text), styles.line(line.tone))?;
        for (column, value) in &line.beside {
            cells.put(sheet, (row, in_units(*column)), value)?;
        }
    }
    for (number, column) in (0..).zip(columns) {
        sheet.set_column_width(number, column.width)?;
        sheet.write_string_with_format(header, number, fit(&column.title), &styles.head)?;
    }
    // The filter's arrow takes room too.
    let head = columns.iter().map(|column| lines(&column.title, column.width.saturating_sub(3)));
    sheet.set_row_height(header, height(head.max().unwrap_or(1)))?;
    let (mut last, mut written) = (header, Ok(()));
    table.rows(0..table.items, &mut |row| {
        if written.is_ok() {
            last += 1;
            written = cells.put_row(sheet, last, row, table);
        }
    });
    written?;
    let last_column = in_units(columns.len()).saturating_sub(1);
    if last > header {
        let heads = columns.iter().map(|column| TableColumn::new().set_header(fit(&column.title)));
        let heads: Vec<TableColumn> = heads.map(|head| head.set_header_format(&styles.head)).collect();
        let name = format!("kh_{}", table.id);
        let filtered = ExcelTable::new().set_name(name).set_style(TableStyle::None).set_columns(&heads);
        sheet.add_table(header, 0, last, last_column, &filtered)?;
        for (number, column) in (0..).zip(columns) {
            if column.is_tile {
                colour_tiles(sheet, (header + 1, last), (number, number), setup.lang)?;
            }
            if column.is_editable {
                sheet.add_data_validation(header + 1, number, last, number, &whole_to_100(setup.lang)?)?;
            }
        }
    }
    sheet.set_freeze_panes(header + 1, in_units(table.naming))?;
    sheet.set_repeat_rows(header, header)?;
    let printed = in_units(table.for_people).min(last_column + 1);
    match table.printed {
        Printed::First { pages, .. } => {
            let rows = u32::try_from(table.printed.rows(table.items)).unwrap_or(u32::MAX);
            sheet.set_print_area(0, 0, header + rows, printed.saturating_sub(1))?;
            print_set_up(sheet, setup, pages);
        }
        // A page with an empty cell: spreadsheets print no such pages.
        Printed::OnRequest => {
            sheet.set_print_area(header - 1, 0, header - 1, 0)?;
            print_set_up(sheet, setup, 0);
        }
    }
    Ok(())
}

/// A number of columns in the type that the workbook library uses.
fn in_units(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// What all sheets have: A4 landscape, fitted to the width of the paper and to this many
/// pages (0: as many as it takes), with the origin at the bottom.
pub(super) fn print_set_up(sheet: &mut Worksheet, setup: &Setup, pages: u16) {
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_margins(0.4, 0.4, 0.7, 0.7, 0.3, 0.3)
        .set_print_fit_to_pages(1, pages);
    sheet.set_header(format!("&L{}&R&A", setup.header));
    let of = phrase("van", "of").get(setup.lang);
    sheet.set_footer(format!("&L{}&R&P {of} &N", setup.footer));
}

/// Writes the cells of a sheet.
struct Cells<'s> {
    setup: &'s Setup,
    here: Span,
    /// The number of links so far.
    links: usize,
}

impl Cells<'_> {
    fn put_row(
        &mut self,
        sheet: &mut Worksheet,
        number: u32,
        row: &[Value<'_>],
        table: &Table<'_>,
    ) -> Result<(), XlsxError> {
        for (column, value) in (0..).zip(row) {
            self.put(sheet, (number, column), value)?;
        }
        // Columns that are not printed may be cut on the screen: one line is enough.
        let shown = row.iter().zip(&table.columns).take(table.for_people);
        let tallest = shown.map(|(value, column)| lines_of(value, column.width)).max();
        sheet.set_row_height(number, height(tallest.unwrap_or(1)))?;
        Ok(())
    }

    fn put(
        &mut self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        value: &Value<'_>,
    ) -> Result<(), XlsxError> {
        let styles = &self.setup.styles;
        let text = value.text('.', "\n");
        match value {
            Value::Empty | Value::Shared(_) => {
                sheet.write_blank(row, column, &styles.text)?;
            }
            Value::Text(_) | Value::List(_) | Value::Name(_) | Value::Range(..) => {
                let style = match value {
                    _ if looks_like_formula(&text) => &styles.guarded,
                    Value::Name(_) => &styles.name,
                    _ => &styles.text,
                };
                sheet.write_string_with_format(row, column, fit(&text), style)?;
            }
            Value::Count(n) => {
                let n = u32::try_from(*n).unwrap_or(u32::MAX);
                sheet.write_number_with_format(row, column, n, &styles.whole)?;
            }
            Value::Percent(ratio) => {
                let n = u32::try_from(ratio.shown_in(100)).unwrap_or(u32::MAX);
                sheet.write_number_with_format(row, column, n, &styles.whole)?;
            }
            Value::Weight(n) => {
                sheet.write_number_with_format(row, column, *n, &styles.weight)?;
            }
            // From the decimals as printed, so that no other number is involved.
            Value::Points(_) => {
                let formula = Formula::new(format!("={text}")).set_result(text);
                sheet.write_formula_with_format(row, column, formula, &styles.points)?;
            }
            Value::Live(live, result) => {
                let style = match (live, &**result) {
                    (Live::Bar(_), _) => &styles.bar,
                    (Live::Places | Live::Tile(_) | Live::FoundTile(_), _) => &styles.text,
                    (_, Value::Points(_)) => &styles.points,
                    _ => &styles.whole,
                };
                let formula = self.setup.formulas.formula(live, &text, &self.here, row + 1);
                let formula = Formula::new(formula).set_result(text);
                sheet.write_formula_with_format(row, column, formula, style)?;
            }
            Value::Day(day) => match excel_date(*day) {
                Some(date) => {
                    sheet.write_datetime_with_format(row, column, &date, &styles.day)?;
                }
                // Spreadsheets have no days before 1900.
                None => {
                    sheet.write_string_with_format(row, column, text, &styles.text)?;
                }
            },
            Value::Link(url) if is_link(url) && self.links < MOST_LINKS => {
                self.links += 1;
                sheet.write_url_with_format(row, column, Url::new(*url), &styles.link)?;
            }
            Value::Link(url) => {
                sheet.write_string_with_format(row, column, fit(url), &styles.text)?;
            }
        }
        Ok(())
    }
}

/// Words of themes in their colours, in these rows and columns.
pub(super) fn colour_tiles(
    sheet: &mut Worksheet,
    (first, last): (u32, u32),
    (from, to): (u16, u16),
    lang: Lang,
) -> Result<(), XlsxError> {
    for tile in Tile::ALL {
        let word = tiles::tile(tile).get(lang);
        let is_it = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(word))
            .set_format(style::tile(tile));
        sheet.add_conditional_format(first, from, last, to, &is_it)?;
    }
    Ok(())
}

fn whole_to_100(lang: Lang) -> Result<DataValidation, XlsxError> {
    let (title, message) = (
        phrase("Een geheel getal", "A whole number"),
        phrase("Geef een geheel getal van 0 tot en met 100.", "Give a whole number from 0 to 100."),
    );
    DataValidation::new()
        .allow_whole_number(DataValidationRule::Between(0, 100))
        .ignore_blank(false)
        .set_error_title(title.get(lang))?
        .set_error_message(message.get(lang))
}
