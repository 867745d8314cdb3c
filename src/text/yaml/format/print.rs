//! Writes a file again from its entries.

use super::page::{Block, Body, Comment, Entry, Gaps, Page};

/// By how much each level is indented.
const STEP: usize = 2;

/// The text of a file.
pub(super) fn page(page: &Page<'_>) -> String {
    let mut out = String::new();
    if let Some((above, line)) = &page.start {
        comments(&mut out, above, true, 0);
        put(&mut out, 0, line);
    }
    comments(&mut out, &page.head.comments, true, 0);
    gap(&mut out, page.head.gap);
    block(&mut out, &page.root, 0, false);
    out
}

/// One line.
fn put(out: &mut String, indent: usize, line: &str) {
    if !line.is_empty() {
        out.extend(std::iter::repeat_n(' ', indent));
    }
    out.push_str(line);
    out.push('\n');
}

fn gap(out: &mut String, is_there: bool) {
    if is_there {
        out.push('\n');
    }
}

/// A block in this column; the line of its first entry may have begun.
fn block(out: &mut String, block: &Block<'_>, indent: usize, mut begun: bool) {
    let kept = block.gaps != Gaps::None;
    for (number, entry) in block.entries.iter().enumerate() {
        let mut is_first = true;
        // Above the first line there is no gap in the first entry, and a gap in the
        // others where all have one.
        let mut above = |out: &mut String, has_gap: bool| {
            let always = is_first && block.gaps == Gaps::All;
            gap(out, kept && (has_gap || always) && !(is_first && number == 0));
            is_first = false;
        };
        for comment in &entry.above {
            above(out, comment.gap);
            put(out, indent, comment.text);
        }
        above(out, entry.gap);
        if !std::mem::take(&mut begun) {
            out.extend(std::iter::repeat_n(' ', indent));
        }
        one(out, entry, indent);
        comments(out, &entry.after, true, indent + STEP);
    }
    comments(out, &block.after, kept, indent);
}

fn comments(out: &mut String, comments: &[Comment<'_>], kept: bool, indent: usize) {
    for comment in comments {
        gap(out, kept && comment.gap);
        put(out, indent, comment.text);
    }
}

/// An entry, from its key or dash on.
fn one(out: &mut String, entry: &Entry<'_>, indent: usize) {
    match entry.key {
        Some(key) => {
            out.push_str(key);
            out.push(':');
        }
        None => out.push('-'),
    }
    let (inner, beside) = (indent + STEP, entry.value.beside);
    match &entry.value.body {
        Body::Inline(lines) => {
            out.push(' ');
            for (number, line) in lines.iter().enumerate() {
                let is_last = number + 1 == lines.len();
                let beside = if is_last { beside } else { "" };
                put(out, if number == 0 { 0 } else { inner }, &format!("{line}{beside}"));
            }
        }
        Body::Long(sign, lines) => {
            put(out, 0, &format!(" {sign}{beside}"));
            for line in lines {
                put(out, inner, line);
            }
        }
        Body::Block(inside) => {
            let is_item = entry.key.is_none() && beside.is_empty();
            let begins = is_item && inside.entries.first().is_some_and(|first| first.above.is_empty());
            if begins {
                out.push(' ');
            } else {
                put(out, 0, beside);
            }
            block(out, inside, inner, begins);
        }
    }
}
