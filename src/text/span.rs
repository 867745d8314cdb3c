//! Places: a file, a range of bytes, a line and a column.

/// One of the files of a run, by its number in the sorted list of files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in the text of a file, the end not included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after the range.
    pub end: u32,
}

impl Span {
    /// The range from `start` to `end`. Offsets past 4 GiB cannot occur: a file
    /// is refused long before.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Span {
        let clip = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: clip(start), end: clip(end.max(start)) }
    }

    /// The same range for slicing.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A range in a file, with the line and column of its start.
///
/// Lines and columns count from 1; a column is one Unicode scalar value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The line of the first character, from 1.
    pub line: u32,
    /// The column of the first character, from 1, in Unicode scalar values.
    pub column: u32,
    /// The bytes.
    pub span: Span,
}

impl Place {
    /// The place of a finding about a whole file: `1:1`.
    #[must_use]
    pub fn whole_file(file: FileId) -> Place {
        Place { file, line: 1, column: 1, span: Span::default() }
    }

    /// The place of the byte range `span` in `text`, counted from the start.
    #[must_use]
    pub fn in_text(file: FileId, text: &str, span: Span) -> Place {
        let start = (span.start as usize).min(text.len());
        let before = text.get(..start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        let column = before.get(line_start..).unwrap_or("").chars().count() + 1;
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Place { file, line: clip(line), column: clip(column), span }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let place = Place::in_text(FileId(0), "a\nëé: x\n", Span::new(8, 9));
        assert_eq!((place.line, place.column), (2, 5));
    }
}
