//! The two dialects of CSV, both following RFC 4180.

use std::borrow::Cow;

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::guard::{Guard, fold};
use crate::report::table::Column;

/// How a file is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// For Dutch spreadsheets: byte-order mark, semicolons, decimal comma.
    #[default]
    Dutch,
    /// RFC 4180 for programs: no byte-order mark, commas, decimal point, and
    /// headers that never change with the language.
    Rfc4180,
}

impl Dialect {
    /// A writer of records.
    pub(super) fn writer(self) -> Writer<Vec<u8>> {
        WriterBuilder::new()
            .delimiter(self.delimiter())
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::Necessary)
            .from_writer(Vec::new())
    }

    /// The separator between fields.
    pub(super) fn delimiter(self) -> u8 {
        match self {
            Dialect::Dutch => b';',
            Dialect::Rfc4180 => b',',
        }
    }

    /// The decimal sign.
    pub(super) fn decimal_sign(self) -> char {
        match self {
            Dialect::Dutch => ',',
            Dialect::Rfc4180 => '.',
        }
    }

    /// What keeps a text a text.
    fn own_guard(self) -> Guard {
        match self {
            Dialect::Dutch => Guard::Spreadsheets,
            Dialect::Rfc4180 => Guard::Programs,
        }
    }

    /// A text that a spreadsheet does not execute, and in [`Dialect::Dutch`] does not
    /// take for a day, a number or a time either: where it would, there is an
    /// apostrophe before it. [`Dialect::unguard`] removes it.
    #[must_use]
    pub fn guard(self, text: &str) -> Cow<'_, str> {
        self.own_guard().on(text)
    }

    /// The text that [`Dialect::guard`] was given.
    #[must_use]
    pub fn unguard(self, text: &str) -> &str {
        self.own_guard().off(text)
    }

    /// The start of a file.
    pub(super) fn byte_order_mark(self) -> &'static [u8] {
        match self {
            Dialect::Dutch => b"\xef\xbb\xbf",
            Dialect::Rfc4180 => b"",
        }
    }
}

/// The name of a column in the header.
pub(super) fn name(column: &Column, dialect: Dialect) -> String {
    let name = match dialect {
        Dialect::Dutch => &column.title,
        Dialect::Rfc4180 => &column.id,
    };
    dialect.guard(&fold(name)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_quoted_where_it_must_be() {
        let record = |dialect: Dialect| {
            let mut writer = dialect.writer();
            writer.write_record(["a", "", "b;c", "d,e", "f \"g\"", "h\ni"]).unwrap();
            String::from_utf8(writer.into_inner().unwrap()).unwrap()
        };
        assert_eq!(record(Dialect::Dutch), "a;;\"b;c\";d,e;\"f \"\"g\"\"\";\"h\ni\"\r\n");
        assert_eq!(record(Dialect::Rfc4180), "a,,b;c,\"d,e\",\"f \"\"g\"\"\",\"h\ni\"\r\n");
    }
}
