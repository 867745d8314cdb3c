//! Changes in the text of a file, by the places of its nodes. Everything else stays
//! as it is, to the byte, comments included.

use crate::text::Span;

use super::tree::{Kind, Node};

/// Text that takes the place of a part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    /// The part, in the text without byte-order mark and with LF line ends.
    pub(crate) span: Span,
    /// What comes there.
    pub(crate) with: String,
}

impl Edit {
    fn new(start: usize, end: usize, with: impl Into<String>) -> Edit {
        Edit { span: Span::new(start, end), with: with.into() }
    }
}

/// What becomes of one item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// It stays as it is.
    Same,
    /// It becomes this word.
    Word(String),
    /// It goes.
    Gone,
}

/// Puts another word in the place of a scalar; quotes around it stay.
pub(crate) fn word(node: Node<'_, '_>, with: &str) -> Edit {
    let span = node.place_of(node.text()).span;
    Edit { span, with: with.to_owned() }
}

/// A text as a scalar in double quotes, on one line.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Changes the items of the list (or single word) under `key`, and adds `more` at its
/// end. `items` says what becomes of each of its items.
pub(crate) fn list(key: Node<'_, '_>, list: Node<'_, '_>, items: &[Item], more: &[&str]) -> Vec<Edit> {
    let page = Page::of(list);
    let nodes: Vec<Node<'_, '_>> = list.items().collect();
    if list.kind() == Kind::Text {
        return match (items.first(), more) {
            (Some(Item::Word(new)), []) => vec![word(list, new)],
            (Some(Item::Same) | None, []) => Vec::new(),
            (first, more) => {
                let kept = match first {
                    Some(Item::Gone) => None,
                    Some(Item::Word(new)) => Some(new.as_str()),
                    Some(Item::Same) | None => Some(list.text()),
                };
                let words: Vec<&str> = kept.into_iter().chain(more.iter().copied()).collect();
                // What is between the key and a block text is its header.
                let start = page.find(end(key), list.place().span.range().start, ':').map_or(0, |at| at + 1);
                vec![Edit::new(start, end(list), format!(" [{}]", words.join(", ")))]
            }
        };
    }
    let gone: Vec<bool> = nodes.iter().zip(items).map(|(_, item)| *item == Item::Gone).collect();
    let mut edits: Vec<Edit> = nodes
        .iter()
        .zip(items)
        .filter_map(|(node, item)| match item {
            Item::Word(new) => Some(word(*node, new)),
            Item::Same | Item::Gone => None,
        })
        .collect();
    let last = nodes.iter().zip(&gone).rev().find(|(_, gone)| !**gone).map(|(node, _)| *node);
    let start = list.place().span.range().start;
    if is_flow(list) {
        let places: Vec<(usize, usize)> =
            nodes.iter().map(|node| (node.place().span.range().start, end(*node))).collect();
        edits.extend(page.out_of_brackets(&places, &gone));
        if !more.is_empty() {
            let text = more.join(", ");
            edits.push(match last {
                Some(last) => Edit::new(end(last), end(last), format!(", {text}")),
                None => Edit::new(start + 1, start + 1, text),
            });
        }
        return edits;
    }
    // A list in the column of its key may begin at its first item, behind the dash.
    let mut from = page.line_start(start);
    let mut dashes = Vec::new();
    for node in &nodes {
        let at = node.place().span.range().start;
        dashes.push(page.find(from, at, '-').unwrap_or(at));
        from = end(*node);
    }
    let indent = page.column(dashes.first().copied().unwrap_or(start));
    match last {
        Some(last) => {
            let line = page.line_end(end(last));
            for word in more {
                edits.push(Edit::new(line, line, format!("\n{}- {word}", " ".repeat(indent))));
            }
        }
        // A block list cannot be empty. It may begin in the column of its key; what
        // takes its place may not.
        None => {
            if let (Some(dash), Some(first)) = (dashes.first(), nodes.first()) {
                edits.push(Edit::new(*dash, end(*first), format!("  [{}]", more.join(", "))));
            }
        }
    }
    for ((node, dash), _) in nodes.iter().zip(&dashes).zip(&gone).filter(|(_, gone)| **gone) {
        if last.is_some() || Some(dash) != dashes.first() {
            edits.push(page.out_of_block(*dash, end(*node)));
        }
    }
    edits
}

/// Puts `pair` in the place of those pairs of a mapping whose keys are among `keys`.
pub(crate) fn pairs(mapping: Node<'_, '_>, keys: &[&str], pair: &str) -> Vec<Edit> {
    let page = Page::of(mapping);
    let all: Vec<(Node<'_, '_>, Node<'_, '_>)> = mapping.pairs().collect();
    let places: Vec<(usize, usize)> =
        all.iter().map(|(key, value)| (key.place().span.range().start, end(*value))).collect();
    let mut gone: Vec<bool> = all.iter().map(|(key, _)| keys.contains(&key.text())).collect();
    let Some(first) = gone.iter().position(|gone| *gone) else { return Vec::new() };
    gone[first] = false;
    let (start, until) = places[first];
    let indent = " ".repeat(page.column(start));
    let mut with = pair.to_owned();
    for comment in page.comments_in(start, until) {
        with = format!("{with}\n{indent}{comment}");
    }
    if is_flow(mapping) {
        if with.contains('\n') {
            with = format!("{with}\n{indent}");
        }
        let mut edits = page.out_of_brackets(&places, &gone);
        edits.push(Edit::new(start, until, with));
        return edits;
    }
    let others = places.iter().zip(&gone).filter(|(_, gone)| **gone);
    let mut edits: Vec<Edit> = others.map(|((start, end), _)| page.out_of_block(*start, *end)).collect();
    edits.push(Edit::new(start, until, with));
    edits
}

/// Adds a pair to a mapping, before its pair with this key.
pub(crate) fn pair_before(mapping: Node<'_, '_>, key: Node<'_, '_>, pair: &str) -> Edit {
    let at = key.place().span.range().start;
    let between = if is_flow(mapping) {
        ", ".to_owned()
    } else {
        format!("\n{}", " ".repeat(Page::of(key).column(at)))
    };
    Edit::new(at, at, format!("{pair}{between}"))
}

/// The text of a file with its changes: byte-order mark and line ends stay as they
/// are in `bytes`. Of two changes in one place the first counts.
pub(crate) fn apply(bytes: &[u8], edits: &[Edit]) -> Vec<u8> {
    // Where each byte of the text as it was read is in the file.
    let bom = usize::from(bytes.starts_with("\u{feff}".as_bytes())) * '\u{feff}'.len_utf8();
    let mut places = Vec::with_capacity(bytes.len() + 1);
    let mut at = bom;
    while at < bytes.len() {
        places.push(at);
        at += if bytes.get(at..at + 2) == Some(b"\r\n") { 2 } else { 1 };
    }
    places.push(bytes.len());
    let line_end = match bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n')) {
        Some(at) if bytes.get(at..at + 2) == Some(b"\r\n") => "\r\n",
        Some(at) if bytes.get(at) == Some(&b'\r') => "\r",
        _ => "\n",
    };
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut out = bytes.get(..bom).unwrap_or(&[]).to_vec();
    let mut from = 0;
    let place = |at: usize| places.get(at).copied().unwrap_or(bytes.len());
    for edit in sorted {
        let span = edit.span.range();
        if span.start < from {
            continue;
        }
        out.extend(bytes.get(place(from)..place(span.start)).unwrap_or(&[]));
        out.extend(edit.with.replace('\n', line_end).as_bytes());
        from = span.end;
    }
    out.extend(bytes.get(place(from)..).unwrap_or(&[]));
    out
}

/// Whether a list or mapping is in brackets.
fn is_flow(node: Node<'_, '_>) -> bool {
    node.kind() != Kind::Text && node.written().starts_with(['[', '{'])
}

/// Where what is written of a node ends. The place of a block reaches to what comes
/// after it.
fn end(node: Node<'_, '_>) -> usize {
    let span = node.place().span.range();
    if node.kind() == Kind::Text {
        // A quoted text ends with its quote, a block text with its last letter.
        let is_quoted = node.written().starts_with(['"', '\'']);
        return if is_quoted { span.end } else { node.place_of(node.text()).span.range().end };
    }
    let last = node.children().last().filter(|_| !is_flow(node));
    last.map_or(span.end, end)
}

/// The text of a file, with its comments.
struct Page<'t> {
    text: &'t str,
    /// Where each comment begins and ends.
    comments: Vec<(usize, usize)>,
}

impl<'t> Page<'t> {
    fn of(node: Node<'_, 't>) -> Page<'t> {
        let place = |(place, _): (crate::text::Place, &str)| {
            let span = place.span.range();
            (span.start, span.end)
        };
        Page { text: node.source(), comments: node.comments().map(place).collect() }
    }

    /// The comments that begin in this part.
    fn comments_in(&self, start: usize, end: usize) -> impl Iterator<Item = &'t str> {
        let inside = self.comments.iter().filter(move |(from, _)| (start..end).contains(from));
        let text = self.text;
        inside.filter_map(move |(from, to)| text.get(*from..*to))
    }

    /// The first such character from `start` to `end` that is in no comment.
    fn find(&self, start: usize, end: usize, wanted: char) -> Option<usize> {
        let part = self.text.get(start..end)?;
        let is_free = |at: &usize| !self.comments.iter().any(|(from, to)| (*from..*to).contains(at));
        part.match_indices(wanted).map(|(at, _)| start + at).find(is_free)
    }

    fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |found| found + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        self.text.get(at..).and_then(|rest| rest.find('\n')).map_or(self.text.len(), |found| at + found)
    }

    /// How many characters are before it on its line.
    fn column(&self, at: usize) -> usize {
        self.text.get(self.line_start(at)..at).map_or(0, |before| before.chars().count())
    }

    /// Takes parts out of brackets, each with a comma.
    fn out_of_brackets(&self, places: &[(usize, usize)], gone: &[bool]) -> Vec<Edit> {
        let mut edits = Vec::new();
        for (at, (start, end)) in places.iter().enumerate().filter(|(at, _)| gone.get(*at) == Some(&true)) {
            let comments: String =
                self.comments_in(*start, *end).map(|comment| format!(" {comment}\n")).collect();
            let indent = if comments.is_empty() { 0 } else { self.column(*start) };
            let stays = gone.get(at + 1..).is_some_and(|rest| rest.contains(&false));
            let after = |from: usize, until: usize| self.find(from, until, ',');
            if let Some((next, _)) = places.get(at + 1).filter(|_| stays) {
                let comma = after(*end, *next);
                // Blanks behind the comma go with it, unless a line ends there.
                let until = comma.map_or(*end, |comma| comma + 1 + self.blanks(comma + 1));
                let is_close = comma.is_some_and(|comma| self.text.get(*end..comma).is_some_and(is_blank));
                if is_close {
                    edits.push(Edit::new(*start, until, format!("{comments}{}", " ".repeat(indent))));
                    continue;
                }
                edits.extend(comma.map(|comma| Edit::new(comma, until, "")));
            } else if let Some((_, before)) = at.checked_sub(1).and_then(|at| places.get(at)) {
                let comma = after(*before, *start);
                let is_close =
                    comma.is_some_and(|comma| self.text.get(comma + 1..*start).is_some_and(is_blank));
                if let Some(comma) = comma.filter(|_| is_close) {
                    edits.push(Edit::new(comma, *end, format!("{comments}{}", " ".repeat(indent))));
                    continue;
                }
                edits.extend(comma.map(|comma| Edit::new(comma, comma + 1, "")));
            }
            edits.push(Edit::new(*start, *end, format!("{comments}{}", " ".repeat(indent))));
        }
        edits
    }

    /// How many spaces begin here.
    fn blanks(&self, at: usize) -> usize {
        self.text.get(at..).map_or(0, |rest| rest.len() - rest.trim_start_matches(' ').len())
    }

    /// Takes a part out of a block: its whole lines, but for their comments.
    fn out_of_block(&self, start: usize, end: usize) -> Edit {
        let (line, until) = (self.line_start(start), self.line_end(end));
        let before = self.text.get(line..start).unwrap_or("");
        let after = self.text.get(end..until).unwrap_or("");
        let indent = " ".repeat(self.column(start));
        let comments: Vec<&str> = self.comments_in(start, end).collect();
        let kept = comments.join(&format!("\n{indent}"));
        if !is_blank(before) || !is_blank(after) {
            let gap = if kept.is_empty() { String::new() } else { format!("{kept}\n{indent}") };
            return Edit::new(start, end + self.blanks(end), gap);
        }
        if kept.is_empty() {
            return Edit::new(line, (until + 1).min(self.text.len()), "");
        }
        Edit::new(start, until, kept)
    }
}

fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}
