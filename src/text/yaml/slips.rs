//! What probably went wrong where the grammar breaks: a blank that is not a
//! space, a quotation mark of a word processor, a colon without a space, a line
//! that is indented too far. The parser sees only that something does not fit.

use granit_parser::ErrorKind;

use super::markers;
use crate::say;
use crate::text::characters::{self, Class, quotes};
use crate::text::{Diagnostic, FileId, Place, Span, codes};

/// The finding for a character that only looks like what could be here.
#[must_use]
pub(crate) fn look_alike(place: Place, c: char) -> Option<Diagnostic> {
    let known = characters::find(c)?;
    let (name, number) = (known.name, characters::number(c));
    let message = say!(
        "hier staat {nl} ({number}); dat teken kan hier niet staan",
        "there is {en} ({number}) here; that character cannot be here",
        nl = name.nl,
        en = name.en
    );
    Some(Diagnostic::new(&codes::LOOK_ALIKE, place, message).help(known.mend))
}

/// The finding for a quotation mark that YAML does not know as one.
#[must_use]
pub(crate) fn typed_quote(place: Place, mark: char) -> Diagnostic {
    let message =
        say!("`{mark}` is voor YAML geen aanhalingsteken", "`{mark}` is not a quotation mark in YAML");
    Diagnostic::new(&codes::TYPED_QUOTES, place, message)
        .help(say!("gebruik gewone aanhalingstekens: \" of '", "use plain quotation marks: \" or '"))
}

/// The finding for a colon that lacks the space after it.
#[must_use]
pub(crate) fn no_space(place: Place) -> Diagnostic {
    let message = say!("na deze dubbele punt hoort een spatie", "a space belongs after this colon");
    Diagnostic::new(&codes::SYNTAX, place, message).help(say!(
        "schrijf `sleutel: waarde`, met een spatie na de dubbele punt",
        "write `key: value`, with a space after the colon"
    ))
}

/// One line with content.
#[derive(Clone, Copy)]
struct Line<'t> {
    /// The byte at which it begins.
    start: usize,
    text: &'t str,
}

impl<'t> Line<'t> {
    /// What is behind the spaces and dashes that indent it, and the bytes of these.
    fn content(self) -> (usize, &'t str) {
        let mut rest = self.text.trim_start_matches(' ');
        while let Some(item) = rest.strip_prefix("- ") {
            rest = item.trim_start_matches(' ');
        }
        (self.text.len() - rest.len(), rest)
    }

    /// The length of the key with which its content begins, and what is behind the
    /// colon.
    fn key(self) -> Option<(usize, &'t str)> {
        let (_, content) = self.content();
        let length = key_length(content)?;
        Some((length, content.get(length + 1..)?))
    }

    /// The value behind its key, or its content when it has none.
    fn value(self) -> &'t str {
        match self.key() {
            Some((_, value)) if value.starts_with(' ') => value.trim(),
            _ => self.content().1.trim(),
        }
    }
}

/// The length of the key before the first colon of `text`.
fn key_length(text: &str) -> Option<usize> {
    let length = text.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'))?;
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic());
    (begins && text.get(length..)?.starts_with(':')).then_some(length)
}

/// Where in a text such as `key:value` the colon is that needs a space; not in an
/// address.
#[must_use]
pub(crate) fn bare_colon(text: &str) -> Option<usize> {
    let length = key_length(text)?;
    let rest = text.get(length + 1..)?;
    let is_bare = rest.starts_with(|c| !matches!(c, ' ' | '\n')) && !rest.starts_with("//");
    is_bare.then_some(length)
}

/// The likely cause of the error at byte `at`; `None` when the parser's own
/// words are the best.
pub(super) fn likely(file: FileId, text: &str, at: usize, kind: &ErrorKind) -> Vec<Diagnostic> {
    if let Some(marker) = markers::divider(file, text) {
        return vec![marker];
    }
    let place = |start: usize, end: usize| Place::in_text(file, text, Span::new(start, end));
    let odd = odd_blanks(text);
    if !odd.is_empty() {
        return odd.into_iter().filter_map(|(at, c)| look_alike(place(at, at + c.len_utf8()), c)).collect();
    }
    if matches!(kind, ErrorKind::FlowMappingValueAdjacentCollection) {
        return vec![no_space(place(at, at + 1))];
    }
    let lines = lines_up_to(text, at);
    let Some(line) = lines.last().copied() else { return Vec::new() };
    let above = lines.len().checked_sub(2).and_then(|above| lines.get(above)).copied();
    for line in [Some(line), above].into_iter().flatten() {
        let value = line.value();
        if let Some(mark) = quotes::opening(value) {
            let start = line.start + line.text.find(value).unwrap_or(0);
            return vec![typed_quote(place(start, start + mark.len_utf8()), mark)];
        }
    }
    if let Some((at, mark)) = closed_by_typed(&lines, kind) {
        return vec![typed_quote(place(at, at + mark.len_utf8()), mark)];
    }
    for line in [Some(line), above].into_iter().flatten() {
        let (indent, content) = line.content();
        if let Some(colon) = bare_colon(content) {
            let colon = line.start + indent + colon;
            return vec![no_space(place(colon, colon + 1))];
        }
    }
    let found = above.and_then(|above| Some((too_far(line, above)?, above)));
    found.map(|((start, end), above)| further(place(start, end), above)).into_iter().collect()
}

/// The lines with content up to the one that has byte `at`.
fn lines_up_to(text: &str, at: usize) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        if start > at {
            break;
        }
        let content = line.trim_start();
        if !content.is_empty() && !content.starts_with('#') {
            lines.push(Line { start, text: line });
        }
        start += line.len() + 1;
    }
    lines
}

/// The mark that was meant to close a text which begins with a plain one.
fn closed_by_typed(lines: &[Line<'_>], kind: &ErrorKind) -> Option<(usize, char)> {
    use ErrorKind as E;
    if !matches!(
        kind,
        E::UnclosedQuotedScalar
            | E::DocumentIndicatorInQuotedScalar
            | E::InvalidQuotedScalarIndent
            | E::InvalidTrailingSingleQuotedScalar
            | E::InvalidTrailingDoubleQuotedScalar
    ) {
        return None;
    }
    lines.iter().rev().find_map(|line| {
        let value = line.value();
        let plain = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let mark = value.chars().next_back().filter(|c| matches!(c, '”' | '“' | '’' | '‘'))?;
        let is_open = value.matches(plain).count() == 1;
        let end = line.start + line.text.trim_end().len();
        is_open.then_some((end - mark.len_utf8(), mark))
    })
}

/// The key or dash of a line that is indented further than the one above it, which
/// has its value already.
fn too_far(line: Line<'_>, above: Line<'_>) -> Option<(usize, usize)> {
    let (column, _) = above.content();
    let (_, value) = above.key()?;
    let spaces = line.text.len() - line.text.trim_start_matches(' ').len();
    let has_value = !value.trim().is_empty() && !value.trim_start().starts_with(['#', '|', '>']);
    let (indent, content) = line.content();
    let begins = line.start + spaces;
    let end = match line.key() {
        Some((length, rest)) if rest.is_empty() || rest.starts_with(' ') => line.start + indent + length,
        _ if spaces < indent => begins + 1,
        _ => return None,
    };
    (has_value && spaces > column && !content.is_empty()).then_some((begins, end))
}

fn further(place: Place, above: Line<'_>) -> Diagnostic {
    let message = say!(
        "deze regel springt verder in dan de regel erboven",
        "this line is indented further than the one above"
    );
    let value = above.key().map_or("", |(_, value)| value);
    let value = value.split('#').next().unwrap_or("").trim();
    if matches!(value, "{}" | "[]") {
        return Diagnostic::new(&codes::SYNTAX, place, message).help(say!(
            "haal `{value}` weg op de regel erboven: dat zegt dat er niets in staat",
            "remove `{value}` from the line above: it says that there is nothing inside"
        ));
    }
    Diagnostic::new(&codes::SYNTAX, place, message).help(say!(
        "laat de regel in dezelfde kolom beginnen als de sleutel erboven; hoort hij bij de tekst erboven, zet dan alles in een blok met `>-`",
        "begin the line in the same column as the key above; if it belongs to the text above, put all of it in a block with `>-`"
    ))
}

/// Characters that look like the space, or the dash of a list, where a line is
/// indented or a key ends: one of each line, with its byte. Texts in a block have
/// lines of their own and are passed over.
fn odd_blanks(text: &str) -> Vec<(usize, char)> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    // Inside a block: how far the line that it belongs to is indented.
    let mut block = None;
    for line in text.split('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let inside = block.is_some_and(|around| indent > around || line.trim().is_empty());
        if !inside {
            block = begins_block(line).then_some(indent);
            found.extend(odd_in_line(line).map(|(at, c)| (start + at, c)));
        }
        start += line.len() + 1;
    }
    found
}

fn begins_block(line: &str) -> bool {
    let header = line.trim_end().trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
    header.ends_with(" |") || header.ends_with(" >")
}

fn odd_in_line(line: &str) -> Option<(usize, char)> {
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        let is_gap = after.is_none_or(|c| c == ' ' || characters::is_odd_blank(c));
        match characters::find(c).map(|known| known.class) {
            Some(Class::Typographic | Class::Blank) => return Some((at, c)),
            Some(Class::Dash) if is_gap => return Some((at, c)),
            None if c == ' ' || (c == '-' && is_gap) => {}
            _ => {
                let rest = line.get(at..)?;
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'))?;
                // A blank behind the key or behind its colon.
                let behind = rest.get(end..)?.trim_start_matches(characters::is_odd_blank);
                let gap = end + usize::from(behind.len() == rest.len() - end);
                let odd = rest.get(gap..)?.chars().next().filter(|c| characters::is_odd_blank(*c))?;
                return (end > 0 && behind.starts_with(':')).then_some((at + gap, odd));
            }
        }
    }
    None
}
