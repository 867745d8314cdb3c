//! Records in the making. A field that occurs in many records is quoted once.

use csv_core::{Writer, WriterBuilder};

use super::dialect::Dialect;

/// Records, one after the other.
pub(super) struct Records {
    quoting: Writer,
    pub(super) bytes: Vec<u8>,
}

impl Records {
    /// No records yet.
    pub(super) fn new(dialect: Dialect) -> Records {
        let quoting = WriterBuilder::new().delimiter(dialect.delimiter()).build();
        Records { quoting, bytes: Vec::new() }
    }

    /// Adds a field, quoted where it must be, with the separator behind it.
    pub(super) fn field(&mut self, text: &[u8]) {
        let start = self.bytes.len();
        // At most every byte is a quotation mark, which is doubled.
        self.bytes.resize(start + 2 * text.len() + 3, 0);
        let room = self.bytes.get_mut(start..).unwrap_or_default();
        let (_, _, written) = self.quoting.field(text, room);
        let (_, end) = self.quoting.delimiter(room.get_mut(written..).unwrap_or_default());
        self.bytes.truncate(start + written + end);
    }

    /// Adds a field that was made before, with the separator behind it.
    pub(super) fn made(&mut self, field: &[u8]) {
        self.bytes.extend_from_slice(field);
    }

    /// Ends a record: the separator behind its last field becomes a line end.
    pub(super) fn end(&mut self) {
        self.bytes.pop();
        self.bytes.extend_from_slice(b"\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_quoted_where_it_must_be() {
        let record = |dialect: Dialect| {
            let mut records = Records::new(dialect);
            for text in ["a", "", "b;c", "d,e", "f \"g\"", "h\ni", "\"\""] {
                records.field(text.as_bytes());
            }
            records.made(b"made");
            records.made(&[dialect.delimiter()]);
            records.end();
            String::from_utf8(records.bytes).unwrap()
        };
        let end = "\"h\ni\"";
        let marks = "\"\"\"\"\"\"";
        let dutch = format!("a;;\"b;c\";d,e;\"f \"\"g\"\"\";{end};{marks};made\r\n");
        assert_eq!(record(Dialect::Dutch), dutch);
        let rfc4180 = format!("a,,b;c,\"d,e\",\"f \"\"g\"\"\",{end},{marks},made\r\n");
        assert_eq!(record(Dialect::Rfc4180), rfc4180);
    }
}
