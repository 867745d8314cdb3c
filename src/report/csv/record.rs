//! Records and fields by the rules of RFC 4180, in two dialects.

use super::guard::{fold, guard};
use crate::report::table::Column;

/// How a file is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// For Dutch spreadsheets: byte-order mark, semicolons, decimal comma.
    #[default]
    Dutch,
    /// RFC 4180 for machines: no byte-order mark, commas, decimal point, and
    /// headers that never change with the language.
    Rfc4180,
}

impl Dialect {
    /// What is between two fields.
    pub(super) fn delimiter(self) -> u8 {
        match self {
            Dialect::Dutch => b';',
            Dialect::Rfc4180 => b',',
        }
    }

    /// What is between whole numbers and tenths.
    pub(super) fn decimal_sign(self) -> char {
        match self {
            Dialect::Dutch => ',',
            Dialect::Rfc4180 => '.',
        }
    }

    /// What a file begins with.
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
    guard(&fold(name)).into_owned()
}

/// Appends the field with this number, from 0, of a record.
pub(super) fn field(bytes: &mut Vec<u8>, number: usize, text: &str, dialect: Dialect) {
    let delimiter = dialect.delimiter();
    if number > 0 {
        bytes.push(delimiter);
    }
    if !text.bytes().any(|b| b == delimiter || matches!(b, b'"' | b'\r' | b'\n')) {
        return bytes.extend_from_slice(text.as_bytes());
    }
    bytes.push(b'"');
    for (number, piece) in text.split('"').enumerate() {
        if number > 0 {
            bytes.extend_from_slice(b"\"\"");
        }
        bytes.extend_from_slice(piece.as_bytes());
    }
    bytes.push(b'"');
}

/// Appends a field that was written before, as the one with this number.
pub(super) fn encoded(bytes: &mut Vec<u8>, number: usize, field: &[u8], dialect: Dialect) {
    if number > 0 {
        bytes.push(dialect.delimiter());
    }
    bytes.extend_from_slice(field);
}

/// Ends a record.
pub(super) fn end_record(bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(b"\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_quoted_where_it_must_be() {
        let record = |dialect| {
            let mut bytes = Vec::new();
            for (number, text) in ["a", "", "b;c", "d,e", "f \"g\"", "h\ni"].into_iter().enumerate() {
                field(&mut bytes, number, text, dialect);
            }
            end_record(&mut bytes);
            String::from_utf8(bytes).unwrap()
        };
        assert_eq!(record(Dialect::Dutch), "a;;\"b;c\";d,e;\"f \"\"g\"\"\";\"h\ni\"\r\n");
        assert_eq!(record(Dialect::Rfc4180), "a,,b;c,\"d,e\",\"f \"\"g\"\"\",\"h\ni\"\r\n");
    }
}
