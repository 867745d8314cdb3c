//! Values as the text of CSV.

use std::io;

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::guard::{fold, guard};
use super::{Dialect, Value};

/// How a line ends.
pub(super) const LINE_END: &[u8] = b"\r\n";

impl Dialect {
    /// What stands between two cells.
    pub(super) fn delimiter(self) -> u8 {
        match self {
            Dialect::Dutch => b';',
            Dialect::Rfc4180 => b',',
        }
    }

    fn writer(self) -> Writer<Vec<u8>> {
        WriterBuilder::new()
            .delimiter(self.delimiter())
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::Necessary)
            .from_writer(Vec::new())
    }
}

/// Rows as lines of a CSV file.
pub(super) fn encoded(rows: impl IntoIterator<Item = Vec<Value>>, dialect: Dialect) -> io::Result<Vec<u8>> {
    let mut writer = dialect.writer();
    for row in rows {
        write(&mut writer, row)?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

fn write(writer: &mut Writer<Vec<u8>>, row: Vec<Value>) -> io::Result<()> {
    for value in row {
        match value {
            Value::Text(text) => writer.write_field(guard(&fold(&text)).as_bytes())?,
            Value::Number(number) => writer.write_field(number)?,
            Value::Empty => writer.write_field("")?,
        }
    }
    Ok(writer.write_record(None::<&[u8]>)?)
}

/// Parts of lines, each of at least two cells, to be put together by hand.
pub(super) struct Records {
    bytes: Vec<u8>,
    /// Behind each part, its line end included.
    ends: Vec<usize>,
}

impl Records {
    pub(super) fn new(rows: impl IntoIterator<Item = Vec<Value>>, dialect: Dialect) -> io::Result<Records> {
        let mut writer = dialect.writer();
        let mut ends = Vec::new();
        for row in rows {
            write(&mut writer, row)?;
            writer.flush()?;
            ends.push(writer.get_ref().len());
        }
        let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
        Ok(Records { bytes, ends })
    }

    /// A part without its line end; nothing for one that is not there.
    pub(super) fn get(&self, at: usize) -> &[u8] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let line = self.ends.get(at).and_then(|end| self.bytes.get(start..*end));
        line.and_then(|line| line.strip_suffix(LINE_END)).unwrap_or_default()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.ends.len()).map(|at| self.get(at))
    }
}
