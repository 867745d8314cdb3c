//! A sheet with one table: lines above it, a header that stays in sight, rows.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{
    ConditionalFormatDataBar, ConditionalFormatDataBarDirection, ConditionalFormatType, DataValidation,
    DataValidationRule, ExcelDateTime, Formula, Table, TableColumn, TableStyle, Url, Workbook, Worksheet,
    XlsxError,
};

use super::Frame;
use super::cell::{Shown, Value, fit, is_link, looks_like_formula};
use super::style::{Styles, Tone, height, lines};
use crate::model::Date;
use crate::text::lang::phrase;

/// The most links on one sheet; a spreadsheet holds 65,530.
const MOST_LINKS: usize = 65_000;

/// A column of a table.
pub(super) struct Column {
    pub(super) header: String,
    /// In characters.
    pub(super) width: u16,
}

/// A sheet with one table.
pub(super) struct Grid {
    /// The sheet's name.
    pub(super) name: &'static str,
    /// The table's name, for whoever writes a formula.
    pub(super) table: &'static str,
    /// Lines above the table.
    pub(super) intro: Vec<(Tone, String)>,
    /// Cells beside those lines: row and column from 0.
    pub(super) extra: Vec<(u32, u16, Value)>,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Value>>,
    /// So many columns stay in sight when the sheet is moved sideways.
    pub(super) fixed: u16,
    /// So many columns are printed; what comes after is for the machine.
    pub(super) printed: u16,
    /// Columns with a bar of 0 to 100 in each cell, and its colour.
    pub(super) bars: Vec<(u16, u32)>,
    /// The column that people may change.
    pub(super) changes: Option<u16>,
}

/// The cells of a sheet that formulas on other sheets speak of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    sheet: &'static str,
    first: u32,
    last: u32,
}

impl Span {
    /// The rows of a table below so many lines.
    pub(super) fn new(sheet: &'static str, lines: usize, rows: usize) -> Span {
        let first = header_row(lines) + 2;
        Span { sheet, first, last: first + u32::try_from(rows).unwrap_or(u32::MAX / 2).max(1) - 1 }
    }

    /// A column of the table: `Niveaus!$A$8:$A$39`.
    pub(super) fn column(self, number: u16) -> String {
        format!("{}!{}", self.sheet, self.here(number))
    }

    /// The same, for formulas on the same sheet.
    pub(super) fn here(self, number: u16) -> String {
        let name = column_number_to_name(number);
        format!("${name}${}:${name}${}", self.first, self.last)
    }
}

/// The number of the row, from 0, of the header below so many lines: an empty
/// row keeps the table apart from them.
fn header_row(lines: usize) -> u32 {
    u32::try_from(lines).unwrap_or(0) + 1
}

impl Grid {
    /// Writes the sheet.
    ///
    /// # Errors
    /// When it does not fit in a workbook.
    pub(super) fn write(
        self,
        workbook: &mut Workbook,
        styles: &Styles,
        frame: &Frame,
    ) -> Result<(), XlsxError> {
        let sheet = workbook.add_worksheet();
        sheet.set_name(self.name)?;
        // A result of ours may be an empty text; without this it would become 0.
        sheet.set_formula_result_default("");
        let header = header_row(self.intro.len());
        let mut links = 0;
        for (row, (tone, line)) in (0..).zip(&self.intro) {
            sheet.write_string_with_format(row, 0, fit(line), styles.line(*tone))?;
        }
        for (row, column, value) in &self.extra {
            put(sheet, styles, (*row, *column), value, &mut links)?;
        }
        for (number, column) in (0..).zip(&self.columns) {
            sheet.set_column_width(number, column.width)?;
            sheet.write_string_with_format(header, number, fit(&column.header), &styles.head)?;
        }
        // The arrow of the filter takes its room too.
        let head = self.columns.iter().map(|column| lines(&column.header, column.width.saturating_sub(3)));
        sheet.set_row_height(header, height(head.max().unwrap_or(1)))?;
        let last_column = u16::try_from(self.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
        let mut last = header;
        for row in &self.rows {
            last += 1;
            for (number, value) in (0..).zip(row) {
                put(sheet, styles, (last, number), value, &mut links)?;
            }
            // What is beyond the paper may be cut on the screen: one line is enough there.
            let shown = row.iter().zip(&self.columns).take(usize::from(self.printed));
            let tallest = shown.map(|(value, column)| value.lines(column.width)).max();
            sheet.set_row_height(last, height(tallest.unwrap_or(1)))?;
        }
        if last > header {
            let columns: Vec<TableColumn> = self
                .columns
                .iter()
                .map(|column| {
                    TableColumn::new().set_header(fit(&column.header)).set_header_format(&styles.head)
                })
                .collect();
            let table = Table::new().set_name(self.table).set_style(TableStyle::None).set_columns(&columns);
            sheet.add_table(header, 0, last, last_column, &table)?;
            for (number, colour) in &self.bars {
                sheet.add_conditional_format(header + 1, *number, last, *number, &bar(*colour))?;
            }
            if let Some(number) = self.changes {
                sheet.add_data_validation(header + 1, number, last, number, &whole_to_100(frame)?)?;
            }
        }
        sheet.set_freeze_panes(header + 1, self.fixed)?;
        sheet.set_repeat_rows(header, header)?;
        sheet.set_print_area(0, 0, last, self.printed.min(last_column + 1).saturating_sub(1))?;
        print_set_up(sheet, frame);
        Ok(())
    }
}

/// What all sheets have: A4 on its side, as wide as the paper, and what the
/// paper is of at its foot.
pub(super) fn print_set_up(sheet: &mut Worksheet, frame: &Frame) {
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_margins(0.4, 0.4, 0.7, 0.7, 0.3, 0.3)
        .set_print_fit_to_pages(1, 0);
    sheet.set_header(format!("&L{}&R&A", frame.header));
    let of = phrase("van", "of").get(frame.lang);
    sheet.set_footer(format!("&L{}&R&P {of} &N", frame.footer));
}

/// Writes one cell.
pub(super) fn put(
    sheet: &mut Worksheet,
    styles: &Styles,
    (row, column): (u32, u16),
    value: &Value,
    links: &mut usize,
) -> Result<(), XlsxError> {
    match value {
        Value::Text(text) => {
            let style = if looks_like_formula(text) { &styles.guarded } else { &styles.text };
            sheet.write_string_with_format(row, column, fit(text), style)?;
        }
        Value::Name(text) => {
            let style = if looks_like_formula(text) { &styles.guarded } else { &styles.name };
            sheet.write_string_with_format(row, column, fit(text), style)?;
        }
        Value::Count(n) => {
            let n = u32::try_from(*n).unwrap_or(u32::MAX);
            sheet.write_number_with_format(row, column, n, &styles.whole)?;
        }
        Value::Weight(n) => {
            sheet.write_number_with_format(row, column, *n, &styles.weight)?;
        }
        Value::Live(formula, result, shown) => {
            let style = if *shown == Shown::Points { &styles.points } else { &styles.whole };
            let formula = formula.replace("{r}", &(row + 1).to_string());
            sheet.write_formula_with_format(row, column, Formula::new(formula).set_result(result), style)?;
        }
        Value::Day(day) => match excel_date(*day) {
            Some(date) => {
                sheet.write_datetime_with_format(row, column, &date, &styles.day)?;
            }
            // Spreadsheets know no days before 1900.
            None => {
                sheet.write_string_with_format(row, column, day.to_string(), &styles.text)?;
            }
        },
        Value::Link(url) if is_link(url) && *links < MOST_LINKS => {
            *links += 1;
            sheet.write_url_with_format(row, column, Url::new(url), &styles.link)?;
        }
        Value::Link(url) => {
            sheet.write_string_with_format(row, column, fit(url), &styles.text)?;
        }
        Value::Empty => {
            sheet.write_blank(row, column, &styles.text)?;
        }
    }
    Ok(())
}

/// A day as a spreadsheet counts it; `None` before 1900.
pub(super) fn excel_date(day: Date) -> Option<ExcelDateTime> {
    let part = |n: i8| u8::try_from(n).ok();
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, part(day.month())?, part(day.day())?).ok()
}

fn bar(colour: u32) -> ConditionalFormatDataBar {
    ConditionalFormatDataBar::new()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, 100)
        .set_fill_color(colour)
        .set_solid_fill(true)
        .set_border_off(true)
        .set_direction(ConditionalFormatDataBarDirection::LeftToRight)
}

fn whole_to_100(frame: &Frame) -> Result<DataValidation, XlsxError> {
    let (title, message) = (
        phrase("Een geheel getal", "A whole number"),
        phrase("Geef een geheel getal van 0 tot en met 100.", "Give a whole number from 0 to 100."),
    );
    DataValidation::new()
        .allow_whole_number(DataValidationRule::Between(0, 100))
        .ignore_blank(false)
        .set_error_title(title.get(frame.lang))?
        .set_error_message(message.get(frame.lang))
}
