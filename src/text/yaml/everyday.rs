//! The everyday part of YAML, read without the parser: mappings and lists by
//! indentation with plain keys, scalars and brackets that end on their own
//! line, and texts after `>` and `|`. Nearly every file consists of these, and
//! they take a fraction of the work.
//!
//! It either accepts a text or declines it. For a text that it accepts, the
//! tree is identical to that of the parser. Everything else, including
//! everything that must be refused, it hands over: the parser reads such a text
//! from the start and alone reports what is wrong. When in doubt it declines:
//! handing over only costs time.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{ScalarStyle, StructureStyle};

use super::builder::Builder;
use super::cursor::Cursor;
use super::tree::{Kind, MOST_NODES};
use crate::text::Span;

/// Nobody nests deeper than this by hand; it is less than the parser allows.
const DEEPEST: usize = 16;
/// The longest key, in bytes; less than the 1,024 characters that YAML allows.
const LONGEST_KEY: usize = 128;

/// `None` hands this text over to the parser.
type Accepted<T = ()> = Option<T>;

/// Reads all of the builder's text into its tree; false when the text is left
/// to the parser and the tree must not be used.
pub(super) fn run(builder: &mut Builder<'_>) -> bool {
    let cursor = Cursor::new(builder.file, builder.text);
    Everyday { cursor, builder, depth: 0 }.document().is_some()
}

struct Everyday<'t, 'b> {
    cursor: Cursor<'t>,
    builder: &'b mut Builder<'t>,
    /// How many mappings and lists are open.
    depth: usize,
}

impl<'t> Everyday<'t, '_> {
    fn document(&mut self) -> Accepted {
        // Characters that begin with this byte include those that YAML does not
        // allow, and hardly any that people write.
        if self.cursor.text.as_bytes().contains(&0xef) {
            return None;
        }
        self.cursor.content();
        if self.cursor.indent != Some(0) {
            return None;
        }
        self.mapping(0)?;
        // A mapping ends at a line that is indented less; here no line can be.
        self.cursor.indent.is_none().then_some(())
    }

    fn mapping(&mut self, column: usize) -> Accepted {
        self.block(Kind::Mapping, column, Everyday::pair)
    }

    fn list(&mut self, column: usize) -> Accepted {
        self.block(Kind::List, column, Everyday::item)
    }

    /// All pairs or items that begin in this column, from here on.
    fn block(&mut self, kind: Kind, column: usize, one: fn(&mut Self, usize) -> Accepted) -> Accepted {
        self.open(kind, StructureStyle::Block, 0)?;
        loop {
            one(self, column)?;
            match self.cursor.indent {
                // The text continues here, or this is a mistake.
                Some(indent) if indent > column => return None,
                Some(indent) if indent == column => {}
                _ => break,
            }
        }
        self.close(self.cursor.at);
        Some(())
    }

    fn pair(&mut self, column: usize) -> Accepted {
        self.key()?;
        self.cursor.skip_spaces();
        if !matches!(self.cursor.peek()?, b'\n' | b'#') {
            return self.value(column);
        }
        self.cursor.line_end()?;
        let inner = self.cursor.indent.filter(|inner| *inner > column)?;
        if self.cursor.peek() == Some(b'-') { self.list(inner) } else { self.mapping(inner) }
    }

    fn item(&mut self, column: usize) -> Accepted {
        if self.cursor.peek() != Some(b'-') || self.cursor.byte(1) != Some(b' ') {
            return None;
        }
        self.cursor.at += 1;
        self.cursor.skip_spaces();
        if self.key_length().is_some() {
            return self.mapping(self.cursor.at - self.cursor.line_start);
        }
        self.value(column)
    }

    /// A text or brackets inside what begins in this column, and the rest of
    /// the line.
    fn value(&mut self, column: usize) -> Accepted {
        if matches!(self.cursor.peek()?, b'>' | b'|') {
            return self.long_text(column);
        }
        self.inline(false)?;
        self.cursor.line_end()
    }

    /// The length of the key that begins here: letters, digits, `-` and `_`,
    /// then a colon followed by a space or nothing.
    fn key_length(&self) -> Option<usize> {
        let rest = self.cursor.text.as_bytes().get(self.cursor.at..)?;
        let is_inside = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
        let length = rest.iter().take(LONGEST_KEY + 1).take_while(|b| is_inside(b)).count();
        let begins = rest.first().is_some_and(u8::is_ascii_alphanumeric);
        let ends = rest.get(length) == Some(&b':') && matches!(rest.get(length + 1), Some(b' ' | b'\n'));
        (begins && ends && length <= LONGEST_KEY).then_some(length)
    }

    fn key(&mut self) -> Accepted {
        let end = self.cursor.at + self.key_length()?;
        self.scalar(self.cursor.at..end, ScalarStyle::Plain, self.cursor.at, end)?;
        self.cursor.at = end + 1;
        Some(())
    }

    /// A value that ends on this line, in brackets or not.
    fn inline(&mut self, bracketed: bool) -> Accepted {
        match self.cursor.peek()? {
            b'"' => self.quoted(b'"', ScalarStyle::DoubleQuoted),
            b'\'' => self.quoted(b'\'', ScalarStyle::SingleQuoted),
            b'[' => self.brackets(Kind::List, b']'),
            b'{' => self.brackets(Kind::Mapping, b'}'),
            _ => {
                let first = self.cursor.text.get(self.cursor.at..)?.chars().next()?;
                if first.is_alphanumeric() || "(/+.<".contains(first) { self.plain(bracketed) } else { None }
            }
        }
    }

    /// Text in quotes, without escapes.
    fn quoted(&mut self, quote: u8, style: ScalarStyle) -> Accepted {
        let start = self.cursor.at + 1;
        let rest = self.cursor.text.as_bytes().get(start..)?;
        let is_end = |b: &u8| *b == quote || matches!(b, b'\\' | b'\n' | b'\t');
        let end = start + rest.iter().position(is_end)?;
        let bytes = self.cursor.text.as_bytes();
        if bytes.get(end) != Some(&quote) || bytes.get(end + 1) == Some(&quote) {
            return None;
        }
        self.scalar(start..end, style, self.cursor.at, end + 1)?;
        self.cursor.at = end + 1;
        Some(())
    }

    /// Text without quotes, up to a comment, the end of the line or a separator
    /// in brackets.
    fn plain(&mut self, bracketed: bool) -> Accepted {
        let start = self.cursor.at;
        let mut end = start;
        loop {
            match self.cursor.peek() {
                None | Some(b'\n') => break,
                Some(b'\t') => return None,
                Some(b' ') => {
                    if self.cursor.byte(1) == Some(b'#') {
                        break;
                    }
                }
                Some(b':') if bracketed || matches!(self.cursor.byte(1), None | Some(b' ' | b'\n')) => {
                    return None;
                }
                Some(b',' | b']' | b'}') if bracketed => break,
                Some(b'[' | b'{') if bracketed => return None,
                Some(_) => end = self.cursor.at + 1,
            }
            self.cursor.at += 1;
        }
        self.scalar(start..end, ScalarStyle::Plain, start, end)
    }

    /// A list or mapping in brackets that ends on this line.
    fn brackets(&mut self, kind: Kind, last: u8) -> Accepted {
        self.open(kind, StructureStyle::Flow, 1)?;
        self.cursor.at += 1;
        self.cursor.skip_spaces();
        if self.cursor.peek()? != last {
            loop {
                if kind == Kind::Mapping {
                    self.key()?;
                    self.cursor.skip_spaces();
                }
                self.inline(true)?;
                self.cursor.skip_spaces();
                match self.cursor.peek()? {
                    b',' => self.cursor.at += 1,
                    end if end == last => break,
                    _ => return None,
                }
                self.cursor.skip_spaces();
            }
        }
        self.cursor.at += 1;
        self.close(self.cursor.at);
        Some(())
    }

    /// Text after `>` or `|`, on lines of its own that are indented more than
    /// `column`.
    fn long_text(&mut self, column: usize) -> Accepted {
        let folded = self.cursor.peek() == Some(b'>');
        let keeps_end = self.cursor.byte(1) != Some(b'-');
        self.cursor.at += if keeps_end { 1 } else { 2 };
        self.cursor.next_line()?;
        let inner = self.cursor.spaces();
        if inner <= column {
            return None;
        }
        // Its place is that of its first character.
        let mut place = self.cursor.place(self.cursor.at + inner, self.cursor.at + inner);
        let mut text = Cow::Borrowed(self.long_line(inner)?);
        let mut blank = 0;
        // The indentation of the line that ends it.
        let outside = loop {
            self.cursor.next_line()?;
            let spaces = self.cursor.spaces();
            match self.cursor.byte(spaces) {
                Some(b'\n') if spaces == 0 => {
                    blank += 1;
                    continue;
                }
                // A line of only spaces may be part of the text.
                Some(b'\n') => return None,
                None if spaces > 0 => return None,
                // A line that is indented further stays separate.
                _ if folded && spaces > inner => return None,
                _ if spaces < inner => break spaces,
                _ => {}
            }
            let line = self.long_line(inner)?;
            let text = text.to_mut();
            match (folded, blank) {
                (true, 0) => text.push(' '),
                (true, breaks) => text.extend(std::iter::repeat_n('\n', breaks)),
                (false, breaks) => text.extend(std::iter::repeat_n('\n', breaks + 1)),
            }
            text.push_str(line);
            blank = 0;
        };
        if keeps_end {
            text.to_mut().push('\n');
        }
        place.span.end = Span::new(self.cursor.at, self.cursor.at + outside).end;
        let style = if folded { ScalarStyle::Folded } else { ScalarStyle::Literal };
        self.builder.scalar(text, style, place);
        self.cursor.content();
        self.within_limits()
    }

    /// One line of a block text, from the column in which the text begins to
    /// the end of the line.
    fn long_line(&mut self, inner: usize) -> Accepted<&'t str> {
        let rest = self.cursor.text.get(self.cursor.at + inner..)?;
        let line = rest.get(..rest.find('\n')?)?;
        // Trailing spaces are left to the parser.
        if line.is_empty() || line.ends_with(' ') || line.contains('\t') {
            return None;
        }
        self.cursor.at += inner + line.len();
        Some(line)
    }

    fn scalar(&mut self, text: Range<usize>, style: ScalarStyle, start: usize, end: usize) -> Accepted {
        let place = self.cursor.place(start, end);
        self.builder.scalar(Cow::Borrowed(self.cursor.text.get(text)?), style, place);
        self.within_limits()
    }

    fn open(&mut self, kind: Kind, style: StructureStyle, length: usize) -> Accepted {
        self.depth += 1;
        let place = self.cursor.place(self.cursor.at, self.cursor.at + length);
        self.builder.start(kind, style, place);
        self.within_limits()
    }

    /// Whether nothing has been refused and no limit reached so far.
    fn within_limits(&self) -> Accepted {
        let few = self.depth <= DEEPEST && self.builder.tree.nodes.len() <= MOST_NODES;
        (few && self.builder.findings.is_empty()).then_some(())
    }

    fn close(&mut self, end: usize) {
        self.depth -= 1;
        self.builder.end(end);
    }
}
