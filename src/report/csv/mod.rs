//! Tables as CSV: for Dutch spreadsheets, and for programs.

pub(crate) mod datapackage;
mod dialect;
mod guard;

use std::borrow::Cow;
use std::io::{self, Write};

use csv::Writer;
use rayon::prelude::*;

pub use dialect::Dialect;
use dialect::name;

use super::rows;
use super::table::{Table, Value};
use guard::fold;

/// How many shared texts one thread writes at a time.
const SHARED_TOGETHER: usize = 512;

/// Writes a table as CSV. Its rows are made on all threads, in batches, and written
/// in order; a text that many rows share is made once.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(table: &Table<'_>, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(dialect.byte_order_mark())?;
    let mut header = dialect.writer();
    header.write_record(table.columns.iter().map(|column| name(column, dialect)))?;
    out.write_all(&whole(header)?)?;
    let shared = SharedTexts::new(table, dialect);
    let items: Vec<usize> = (0..table.items).collect();
    rows::write(&items, |some| records(table, some, &shared, dialect), out)
}

/// A small table as a whole CSV file.
///
/// # Errors
/// Never: writing to memory cannot fail, and all rows have the same length.
pub fn bytes(table: &Table<'_>, dialect: Dialect) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write(table, dialect, &mut bytes)?;
    Ok(bytes)
}

/// The rows of a range of items.
fn records(
    table: &Table<'_>,
    items: &[usize],
    shared: &SharedTexts,
    dialect: Dialect,
) -> io::Result<Vec<u8>> {
    let mut writer = dialect.writer();
    let mut done = Ok(());
    let first = items.first().copied().unwrap_or_default();
    table.rows(first..first + items.len(), &mut |row| {
        if done.is_ok() {
            done = record(&mut writer, row, shared, dialect);
        }
    });
    done?;
    whole(writer)
}

fn record(
    writer: &mut Writer<Vec<u8>>,
    row: &[Value<'_>],
    shared: &SharedTexts,
    dialect: Dialect,
) -> io::Result<()> {
    for value in row {
        match value {
            Value::Shared(at) => writer.write_field(shared.get(*at))?,
            value => writer.write_field(text(value, dialect).as_bytes())?,
        }
    }
    Ok(writer.write_record(None::<&[u8]>)?)
}

/// The bytes written.
fn whole(writer: Writer<Vec<u8>>) -> io::Result<Vec<u8>> {
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// A value as text: texts are guarded; numbers and days never are.
fn text<'v>(value: &'v Value<'_>, dialect: Dialect) -> Cow<'v, str> {
    let text = value.text(dialect.decimal_sign(), "; ");
    if value.is_exact() {
        return text;
    }
    match dialect.guard(&fold(&text)) {
        Cow::Borrowed(same) if same.len() == text.len() => text,
        guarded => Cow::Owned(guarded.into_owned()),
    }
}

/// The texts that many rows share.
struct SharedTexts(Vec<Texts>);

/// Texts, one after the other.
struct Texts {
    bytes: Box<[u8]>,
    /// The end of each.
    ends: Box<[u32]>,
}

impl SharedTexts {
    fn new(table: &Table<'_>, dialect: Dialect) -> SharedTexts {
        let firsts: Vec<usize> = (0..table.shared_count()).step_by(SHARED_TOGETHER).collect();
        let made = firsts.par_iter().map(|first| {
            let (mut bytes, mut ends) = (Vec::new(), Vec::new());
            for number in *first..(first + SHARED_TOGETHER).min(table.shared_count()) {
                bytes.extend_from_slice(text(&table.shared(number), dialect).as_bytes());
                ends.push(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
            }
            Texts { bytes: bytes.into(), ends: ends.into() }
        });
        SharedTexts(made.collect())
    }

    /// A text; empty when there is none.
    fn get(&self, at: usize) -> &[u8] {
        let Some(Texts { bytes, ends }) = self.0.get(at / SHARED_TOGETHER) else { return &[] };
        let at = at % SHARED_TOGETHER;
        let start = at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
        ends.get(at).and_then(|end| bytes.get(start as usize..*end as usize)).unwrap_or_default()
    }
}
