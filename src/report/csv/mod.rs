//! Tables as CSV: for Dutch spreadsheets, and for machines.

pub mod datapackage;
mod guard;
mod record;

use std::io::{self, Write};

use rayon::prelude::*;

pub use guard::{guard, unguard};
pub use record::Dialect;
use record::{encoded, end_record, field, name};

use super::rows;
use super::table::{Table, Value};
use guard::fold;

/// So many shared texts are written by one thread at a time.
const SHARED_TOGETHER: usize = 512;

/// Writes a table as CSV. Its rows are made on all threads, a few at a time, and
/// written in their order; a text that many rows share is made once and then copied.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(table: &Table<'_>, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    let mut header = dialect.byte_order_mark().to_vec();
    for (number, column) in table.columns.iter().enumerate() {
        field(&mut header, number, &name(column, dialect), dialect);
    }
    end_record(&mut header);
    out.write_all(&header)?;
    let shared = SharedFields::new(table, dialect);
    let items: Vec<usize> = (0..table.items).collect();
    rows::write(&items, |some| Ok(records(table, some, &shared, dialect)), out)
}

/// A table as a whole CSV file, for one that is small.
///
/// # Errors
/// Never: memory can always be written to.
pub fn bytes(table: &Table<'_>, dialect: Dialect) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write(table, dialect, &mut bytes)?;
    Ok(bytes)
}

/// The rows of some items, which follow each other.
fn records(table: &Table<'_>, items: &[usize], shared: &SharedFields, dialect: Dialect) -> Vec<u8> {
    let mut bytes = Vec::new();
    let first = items.first().copied().unwrap_or_default();
    table.rows(first..first + items.len(), &mut |row| {
        for (number, value) in row.iter().enumerate() {
            match value {
                Value::Shared(at) => encoded(&mut bytes, number, shared.get(*at), dialect),
                value => put(&mut bytes, number, value, dialect),
            }
        }
        end_record(&mut bytes);
    });
    bytes
}

/// Writes a value: text is guarded, numbers and days never are.
fn put(bytes: &mut Vec<u8>, number: usize, value: &Value<'_>, dialect: Dialect) {
    let text = value.text(dialect.decimal_sign(), "; ");
    if value.is_exact() {
        field(bytes, number, &text, dialect);
    } else {
        field(bytes, number, &guard(&fold(&text)), dialect);
    }
}

/// The texts that many rows share, as they are in the file.
struct SharedFields(Vec<Fields>);

/// Fields behind each other.
struct Fields {
    bytes: Box<[u8]>,
    /// Where each ends.
    ends: Box<[u32]>,
}

impl SharedFields {
    fn new(table: &Table<'_>, dialect: Dialect) -> SharedFields {
        let firsts: Vec<usize> = (0..table.shared_count()).step_by(SHARED_TOGETHER).collect();
        let made = firsts.par_iter().map(|first| {
            let (mut bytes, mut ends) = (Vec::new(), Vec::new());
            for number in *first..(first + SHARED_TOGETHER).min(table.shared_count()) {
                put(&mut bytes, 0, &table.shared(number), dialect);
                ends.push(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
            }
            Fields { bytes: bytes.into(), ends: ends.into() }
        });
        SharedFields(made.collect())
    }

    /// A field; nothing for one that is not there.
    fn get(&self, at: usize) -> &[u8] {
        let Some(Fields { bytes, ends }) = self.0.get(at / SHARED_TOGETHER) else { return &[] };
        let at = at % SHARED_TOGETHER;
        let start = at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
        ends.get(at).and_then(|end| bytes.get(start as usize..*end as usize)).unwrap_or_default()
    }
}
