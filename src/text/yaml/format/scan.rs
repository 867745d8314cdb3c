//! Takes the text of a file apart, with its tree as a guide: the tree says what there
//! is, the text how it is written. Where the two do not agree on every character, the
//! file is left alone.

use std::borrow::Cow;

use crate::text::yaml::tree::{Kind, Node};

use super::page::{Block, Body, Comment, Entry, Gaps, Head, Page, Value};
use super::{Form, Left, flow};

/// How comments begin that tell an editor what the file is.
const FOR_EDITORS: [&str; 2] = ["# yaml-language-server:", "# $schema:"];

/// A comment on a line of its own that has no place yet.
struct Loose<'t> {
    comment: Comment<'t>,
    column: usize,
}

pub(super) struct Scan<'t> {
    text: &'t str,
    /// The byte that is next.
    at: usize,
    /// The comments since the last entry.
    loose: Vec<Loose<'t>>,
    /// Whether there was a blank line since the last entry or comment.
    gap: bool,
}

impl<'t> Scan<'t> {
    /// The whole text, whose tree has this root.
    pub(super) fn page<F: Form>(text: &'t str, root: Node<'_, 't>, form: F) -> Result<Page<'t>, Left> {
        let mut scan = Scan { text, at: 0, loose: Vec::new(), gap: false };
        scan.begin();
        let mut start = None;
        if scan.rest().starts_with("---") {
            let sign = scan.at;
            scan.at += 3;
            let beside = scan.line_end()?;
            let written = text.get(sign..sign + 3 + beside.len()).ok_or_else(|| Left::unknown(sign))?;
            start = Some((scan.taken(), written));
            scan.begin();
        }
        let head = scan.head();
        if root.kind() == Kind::Text || scan.opens(root) {
            return Err(Left::unknown(scan.at));
        }
        let mut root = scan.block(root, form, 0)?;
        if !scan.rest().is_empty() {
            return Err(Left::unknown(scan.at));
        }
        root.after.extend(scan.taken());
        Ok(Page { start, head, root })
    }

    /// Goes to what is first, past the blank lines above it.
    fn begin(&mut self) {
        self.between();
        *self.first_gap(0) = false;
    }

    /// Whether there is a blank line above this one of the comments, or above what is
    /// behind them.
    fn first_gap(&mut self, at: usize) -> &mut bool {
        self.loose.get_mut(at).map_or(&mut self.gap, |loose| &mut loose.comment.gap)
    }

    /// The comments that are about the whole file and not about its first key: those
    /// that a blank line divides from it, and those for editors.
    fn head(&mut self) -> Head<'t> {
        let count = self.loose.len();
        let divided = (1..=count).rev().find(|at| *self.first_gap(*at)).unwrap_or(0);
        let is_for_editor =
            |loose: &&Loose<'_>| FOR_EDITORS.iter().any(|word| loose.comment.text.starts_with(word));
        let head = divided.max(self.loose.iter().take_while(is_for_editor).count());
        let gap = std::mem::take(self.first_gap(head));
        Head { comments: self.loose.drain(..head).map(|loose| loose.comment).collect(), gap }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// How many characters there are before the next on its line.
    fn column(&self) -> usize {
        let before = self.text.get(..self.at).unwrap_or("");
        before.get(before.rfind('\n').map_or(0, |at| at + 1)..).unwrap_or("").chars().count()
    }

    /// Whether the node that is next is in brackets.
    fn opens(&self, node: Node<'_, '_>) -> bool {
        node.kind() != Kind::Text && matches!(self.next(), Some('[' | '{'))
    }

    /// The comments that have no place yet.
    fn taken(&mut self) -> Vec<Comment<'t>> {
        std::mem::take(&mut self.loose).into_iter().map(|loose| loose.comment).collect()
    }

    fn blanks(&mut self) {
        self.at += blanks(self.rest());
    }

    /// What is on the rest of this line: nothing, or blanks with a comment.
    fn line_end(&mut self) -> Result<&'t str, Left> {
        let rest = self.rest();
        let line = rest.get(..rest.find('\n').unwrap_or(rest.len())).unwrap_or(rest);
        let gap = blanks(line);
        let is_comment = gap > 0 && line.get(gap..).is_some_and(|rest| rest.starts_with('#'));
        if gap < line.len() && !is_comment {
            return Err(Left::unknown(self.at));
        }
        self.at += line.len();
        Ok(if is_comment { line } else { "" })
    }

    /// Goes on to what is next on a line below, past blank lines and comments.
    fn between(&mut self) {
        let is_start = |text: &str| text.is_empty() || text.ends_with('\n');
        let mut fresh = self.text.get(..self.at).is_some_and(is_start);
        loop {
            let from = self.at;
            self.blanks();
            match self.next() {
                Some('\n') => {
                    self.gap |= fresh;
                    self.at += 1;
                    fresh = true;
                }
                Some('#') if fresh => {
                    let column = self.column();
                    let rest = self.rest();
                    let text = rest.get(..rest.find('\n').unwrap_or(rest.len())).unwrap_or(rest);
                    let gap = std::mem::take(&mut self.gap);
                    self.loose.push(Loose { comment: Comment { text, gap }, column });
                    self.at += text.len();
                    fresh = false;
                }
                Some(_) => return,
                None => {
                    self.gap |= fresh && self.at > from;
                    return;
                }
            }
        }
    }

    /// A mapping or list whose first key or dash is next.
    fn block<F: Form>(&mut self, node: Node<'_, 't>, form: F, depth: usize) -> Result<Block<'t>, Left> {
        let column = self.column();
        let mut entries = Vec::new();
        let mut names = Vec::new();
        if node.kind() == Kind::List {
            for item in node.items() {
                let (above, gap) = (self.taken(), std::mem::take(&mut self.gap));
                self.sign('-')?;
                let mut value = self.value(item, form, depth)?;
                let after = self.below(&mut value, column, gaps(item, form, depth + 1));
                entries.push(Entry { above, gap, key: None, value, after });
            }
        }
        for (key, value) in node.pairs() {
            let (above, gap) = (self.taken(), std::mem::take(&mut self.gap));
            let written = self.inline(key)?;
            if written.contains('\n') {
                return Err(Left::unknown(self.at));
            }
            self.blanks();
            self.sign(':')?;
            let inside = form.inside(key.text());
            let within = gaps(value, inside, depth + 1);
            let mut value = self.value(value, inside, depth)?;
            let after = self.below(&mut value, column, within);
            entries.push(Entry { above, gap, key: Some(written), value, after });
            names.push(key.text());
        }
        // There is none above the first, wherever that is written afterwards.
        if let Some(first) = entries.first_mut() {
            let gap = first.above.first_mut().map_or(&mut first.gap, |comment| &mut comment.gap);
            *gap = false;
        }
        if let Some(order) = form.order(&names).filter(|order| order.len() == entries.len()) {
            let mut ranked: Vec<(usize, Entry<'_>)> = order.into_iter().zip(entries).collect();
            ranked.sort_by_key(|(rank, _)| *rank);
            entries = ranked.into_iter().map(|(_, entry)| entry).collect();
        }
        Ok(Block { gaps: gaps(node, form, depth), entries, after: self.belonging(column) })
    }

    /// The comments below an entry in this column whose value has no block, such as
    /// `facts: {}`: those that are indented further than it, as a block would be. What is
    /// in a block has these gaps. Where there is a block, such comments join its end.
    fn below(&mut self, value: &mut Value<'t>, column: usize, gaps: Gaps) -> Vec<Comment<'t>> {
        match &mut value.body {
            Body::Block(block) => {
                block.after.extend(self.belonging(column + 1));
                Vec::new()
            }
            Body::Inline(_) => {
                let mut comments = self.belonging(column + 1);
                for comment in &mut comments {
                    comment.gap &= gaps != Gaps::None;
                }
                comments
            }
            // Indented as the lines of the text, they would be part of it.
            Body::Long(..) => Vec::new(),
        }
    }

    /// The comments that belong to the end of a block in this column: those that are
    /// indented further than what comes next, and at least as far as the block.
    fn belonging(&mut self, column: usize) -> Vec<Comment<'t>> {
        let next = if self.rest().is_empty() { None } else { Some(self.column()) };
        let belongs =
            |loose: &Loose<'_>| loose.column >= column && next.is_none_or(|next| loose.column > next);
        let count = self.loose.iter().take_while(|loose| belongs(loose)).count();
        self.loose.drain(..count).map(|loose| loose.comment).collect()
    }

    /// The sign of an item or key, which ends its line or has a blank behind it.
    fn sign(&mut self, sign: char) -> Result<(), Left> {
        let after = self.rest().strip_prefix(sign);
        if after.is_none_or(|rest| !(rest.is_empty() || rest.starts_with([' ', '\t', '\n']))) {
            return Err(Left::unknown(self.at));
        }
        self.at += sign.len_utf8();
        Ok(())
    }

    /// What is behind a dash or a colon, to what comes after it on a line below.
    fn value<F: Form>(&mut self, node: Node<'_, 't>, form: F, depth: usize) -> Result<Value<'t>, Left> {
        let rest = self.rest();
        let is_below =
            matches!(rest.get(blanks(rest)..).and_then(|rest| rest.chars().next()), None | Some('\n' | '#'));
        let beside = if is_below { self.line_end()? } else { "" };
        if is_below {
            self.between();
        } else {
            self.blanks();
        }
        if node.kind() != Kind::Text && !self.opens(node) {
            let block = self.block(node, form, depth + 1)?;
            return Ok(Value { body: Body::Block(block), beside });
        }
        if !beside.is_empty() || !self.loose.is_empty() {
            return Err(Left::between(self.at));
        }
        // Blank lines between a key and its text go.
        self.gap = false;
        let value =
            if matches!(self.next(), Some('>' | '|')) { self.long()? } else { self.short(node, form)? };
        self.between();
        Ok(value)
    }

    /// A text or brackets behind a key, with what is behind them.
    fn short<F: Form>(&mut self, node: Node<'_, 't>, form: F) -> Result<Value<'t>, Left> {
        let written = self.inline(node)?;
        let (first, more) = match written.split_once('\n') {
            None => (flow::spaced(written, node, form).map_or(Cow::Borrowed(written), Cow::Owned), None),
            Some((first, more)) => (Cow::Borrowed(first), Some(more)),
        };
        let mut lines = vec![first];
        let more: Vec<&str> = more.into_iter().flat_map(|more| more.split('\n')).collect();
        let common = more.iter().filter(|line| !is_blank(line)).map(|line| blanks(line)).min().unwrap_or(0);
        lines.extend(more.iter().map(|line| {
            let line = if is_blank(line) { "" } else { line.get(common..).unwrap_or(line) };
            Cow::Borrowed(line)
        }));
        Ok(Value { body: Body::Inline(lines), beside: self.line_end()? })
    }

    /// A scalar or brackets that begin here, as they are written.
    fn inline(&mut self, node: Node<'_, 't>) -> Result<&'t str, Left> {
        let unknown = Left::unknown(self.at);
        let span = node.place().span.range();
        if span.start != self.at {
            return Err(unknown);
        }
        let whole = node.written();
        let first = whole.chars().next();
        let closing = match first {
            Some('[') if node.kind() == Kind::List => Some(']'),
            Some('{') if node.kind() == Kind::Mapping => Some('}'),
            Some(quote @ ('"' | '\'')) if node.kind() == Kind::Text => Some(quote),
            _ if node.kind() == Kind::Text => None,
            _ => return Err(unknown),
        };
        let written = match closing {
            Some(closing) if whole.len() > 1 && whole.ends_with(closing) => whole,
            Some(_) => return Err(unknown),
            None => whole.trim_end_matches([' ', '\t', '\n']),
        };
        let has_comment = || {
            let begins = |line: &str| line.trim_start_matches([' ', '\t']).starts_with('#');
            written.contains(" #") || written.contains("\t#") || written.lines().any(begins)
        };
        if written.is_empty() || (closing.is_none() && has_comment()) {
            return Err(unknown);
        }
        self.at += written.len();
        Ok(written)
    }

    /// A text that begins on a line below.
    fn long(&mut self) -> Result<Value<'t>, Left> {
        let unknown = Left::unknown(self.at);
        let start = self.at;
        let rest = self.rest();
        let sign = rest.get(..rest.find([' ', '\t', '\n']).unwrap_or(rest.len())).unwrap_or(rest);
        // A digit says how far the text is indented, a plus that blank lines behind it
        // are part of it: both would bind more than these lines.
        if !matches!(sign, ">" | ">-" | "|" | "|-") {
            return Err(unknown);
        }
        self.at += sign.len();
        let beside = self.line_end()?;
        let Some(below) = self.rest().strip_prefix('\n') else { return Err(unknown) };
        let first = below.split('\n').find(|line| !is_blank(line));
        let Some(indent) = first.map(blanks).filter(|indent| *indent > 0) else { return Err(unknown) };
        self.at += 1;
        let mut lines: Vec<&str> = Vec::new();
        // Where the last line with text ends.
        let (mut kept, mut end) = (0, start);
        while !self.rest().is_empty() {
            let rest = self.rest();
            let line = rest.get(..rest.find('\n').unwrap_or(rest.len())).unwrap_or(rest);
            let inside = line.get(indent..).filter(|_| blanks(line) >= indent);
            match inside {
                None if !is_blank(line) => break,
                inside => lines.push(inside.unwrap_or("")),
            }
            self.at += line.len();
            if inside.is_some_and(|inside| !inside.is_empty()) {
                (kept, end) = (lines.len(), self.at);
            }
            if self.rest().is_empty() {
                break;
            }
            self.at += 1;
        }
        lines.truncate(kept);
        self.at = end;
        Ok(Value { body: Body::Long(sign, lines), beside })
    }
}

/// Where blank lines go inside this mapping or list.
fn gaps<F: Form>(node: Node<'_, '_>, form: F, depth: usize) -> Gaps {
    match depth {
        _ if form.is_apart() && node.kind() == Kind::Mapping => Gaps::All,
        0 | 1 => Gaps::Kept,
        _ => Gaps::None,
    }
}

/// How many blanks a text begins with.
fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

fn is_blank(line: &str) -> bool {
    blanks(line) == line.len()
}
