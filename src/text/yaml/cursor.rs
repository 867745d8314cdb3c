//! A position in a text that moves forward and knows its line and column.

use crate::text::{FileId, Place, Span};

pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    /// The offset of the next byte.
    pub(super) at: usize,
    file: FileId,
    /// The line of that byte, from 1, and the offset of its start.
    line: u32,
    pub(super) line_start: usize,
    /// The offset and column of a byte of this line, to count columns from.
    counted: (usize, u32),
    /// At the start of a line with content: how far it is indented; `None` after
    /// the last.
    pub(super) indent: Option<usize>,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(file: FileId, text: &'t str) -> Cursor<'t> {
        Cursor { text, at: 0, file, line: 1, line_start: 0, counted: (0, 1), indent: None }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.byte(0)
    }

    /// The byte at this distance from the next.
    pub(super) fn byte(&self, after: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + after).copied()
    }

    /// How many spaces come next.
    pub(super) fn spaces(&self) -> usize {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
        rest.iter().take_while(|b| **b == b' ').count()
    }

    pub(super) fn skip_spaces(&mut self) {
        self.at += self.spaces();
    }

    /// Moves to the end of the line.
    pub(super) fn skip_line(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or("");
        self.at += rest.find('\n').unwrap_or(rest.len());
    }

    /// Moves from the end of a line to the start of the next; `None` at the end
    /// of a text without a final line end.
    pub(super) fn next_line(&mut self) -> Option<()> {
        if self.peek() != Some(b'\n') {
            return None;
        }
        self.at += 1;
        self.line += 1;
        self.line_start = self.at;
        self.counted = (self.at, 1);
        Some(())
    }

    /// Moves from the start of a line to the first content on or below it, past
    /// empty lines and comments.
    pub(super) fn content(&mut self) {
        self.indent = None;
        loop {
            let spaces = self.spaces();
            self.at += spaces;
            match self.peek() {
                None => return,
                Some(b'\n') => {}
                Some(b'#') => self.skip_line(),
                Some(_) => {
                    self.indent = Some(spaces);
                    return;
                }
            }
            if self.next_line().is_none() {
                return;
            }
        }
    }

    /// Moves from the end of a value to the next line with content.
    pub(super) fn line_end(&mut self) -> Option<()> {
        self.skip_spaces();
        match self.peek() {
            None | Some(b'\n') => {}
            Some(b'#') if self.text.get(..self.at).is_some_and(|before| before.ends_with(' ')) => {
                self.skip_line();
            }
            Some(_) => return None,
        }
        self.indent = None;
        if self.next_line().is_some() {
            self.content();
        }
        Some(())
    }

    /// A place on this line, not before one that was requested earlier.
    pub(super) fn place(&mut self, start: usize, end: usize) -> Place {
        let (at, column) = self.counted;
        let between = self.text.get(at..start).unwrap_or("");
        let more = if between.is_ascii() { between.len() } else { between.chars().count() };
        let column = column.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        self.counted = (start, column);
        Place { file: self.file, line: self.line, column, span: Span::new(start, end) }
    }
}
