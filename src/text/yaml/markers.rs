//! Markers of a merge conflict that was left in a file.

use crate::say;
use crate::text::lang::list;
use crate::text::{Diagnostic, FileId, Lang, Place, Span, codes};

/// How many signs a marker has.
const LENGTH: usize = 7;
/// At most this many other lines are named.
const MOST_NAMED: usize = 6;

/// The finding for the conflict markers of `text`, if it has any. Everything
/// else that is wrong with such a file follows from them.
pub(super) fn left(file: FileId, text: &str) -> Option<Diagnostic> {
    if !has_run(text.as_bytes()) {
        return None;
    }
    let mut at = 0;
    let mut found = Vec::new();
    for (number, line) in text.split('\n').enumerate() {
        let indent = line.len() - line.trim_start().len();
        if let Some(sign) = line.get(indent..).and_then(marker) {
            found.push((number + 1, at + indent, sign));
        }
        at += line.len() + 1;
    }
    // A line of equals signs alone also divides texts.
    let divides = |sign: char| sign == '=';
    if found.iter().all(|(_, _, sign)| divides(*sign)) {
        return None;
    }
    finding(file, text, &found)
}

/// The finding for a file that is no YAML and has a line of seven equals signs, not
/// indented: the other markers were removed already.
pub(super) fn divider(file: FileId, text: &str) -> Option<Diagnostic> {
    let line = text.split('\n').position(|line| line == "=======")?;
    let at = text.split('\n').take(line).map(|line| line.len() + 1).sum();
    finding(file, text, &[(line + 1, at, '=')])
}

fn finding(file: FileId, text: &str, found: &[(usize, usize, char)]) -> Option<Diagnostic> {
    let ((_, at, sign), others) = found.split_first()?;
    let place = |at: usize| Place::in_text(file, text, Span::new(at, at + LENGTH));
    let shown: String = std::iter::repeat_n(*sign, LENGTH).collect();
    let mut lines: Vec<String> =
        others.iter().take(MOST_NAMED).map(|(line, _, _)| line.to_string()).collect();
    if let more @ 1.. = others.len().saturating_sub(MOST_NAMED) {
        lines.push(format!("{more}"));
    }
    let (nl, en) = (list(Lang::Nl, &lines), list(Lang::En, &lines));
    let message = match others.len() {
        0 => say!(
            "hier is een samenvoegconflict van git blijven staan (`{shown}`)",
            "a merge conflict of git was left here (`{shown}`)"
        ),
        1 => say!(
            "hier is een samenvoegconflict van git blijven staan (`{shown}`); de andere markering staat op regel {nl}",
            "a merge conflict of git was left here (`{shown}`); the other marker is on line {en}"
        ),
        n if n <= MOST_NAMED => say!(
            "hier is een samenvoegconflict van git blijven staan (`{shown}`); de andere markeringen staan op regel {nl}",
            "a merge conflict of git was left here (`{shown}`); the other markers are on lines {en}"
        ),
        _ => say!(
            "hier is een samenvoegconflict van git blijven staan (`{shown}`); de andere markeringen staan op regel {nl} andere regels",
            "a merge conflict of git was left here (`{shown}`); the other markers are on lines {en} more"
        ),
    };
    let found = Diagnostic::new(&codes::MERGE_CONFLICT, place(*at), message).help(say!(
        "kies welke regels blijven, en haal de markeringen `<<<<<<<`, `=======` en `>>>>>>>` weg",
        "choose which lines stay, and remove the markers `<<<<<<<`, `=======` and `>>>>>>>`"
    ));
    Some(match others.first() {
        Some((_, next, _)) => found.related(place(*next), say!("de volgende markering", "the next marker")),
        None => found,
    })
}

/// Whether some sign of a marker is there seven times in a row. Such a row covers
/// one of each seven bytes, so the others need not be looked at.
fn has_run(bytes: &[u8]) -> bool {
    bytes.iter().enumerate().skip(LENGTH - 1).step_by(LENGTH).any(|(at, sign)| {
        matches!(sign, b'<' | b'>' | b'=' | b'|') && {
            let same = |b: &&u8| *b == sign;
            let before = bytes.get(..at).unwrap_or(&[]).iter().rev().take(LENGTH).take_while(same).count();
            let after = bytes.get(at..).unwrap_or(&[]).iter().take(LENGTH).take_while(same).count();
            before + after >= LENGTH
        }
    })
}

/// The sign of the marker that this line is.
fn marker(line: &str) -> Option<char> {
    let sign = line.chars().next().filter(|sign| matches!(sign, '<' | '>' | '=' | '|'))?;
    let rest = line.trim_start_matches(sign);
    let is_end = if sign == '=' { rest.trim().is_empty() } else { rest.is_empty() || rest.starts_with(' ') };
    (line.len() - rest.len() == LENGTH && is_end).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Option<(u32, u32)> {
        left(FileId(0), text).map(|found| (found.place.line, found.place.column))
    }

    #[test]
    fn markers_are_seen_wherever_they_begin_a_line() {
        for shift in 0..8 {
            let text = format!("{}\n<<<<<<< HEAD\na: b\n", "x".repeat(shift));
            assert_eq!(places(&text), Some((2, 1)), "{shift}");
        }
        assert_eq!(places("a: >\n  b\n  >>>>>>> tak\n"), Some((3, 3)));
        assert_eq!(places("a: b\n||||||| basis\n=======\n"), Some((2, 1)));
        assert_eq!(places("a: b\n=======\nc: d\n>>>>>>>"), Some((2, 1)));
        let message = left(FileId(0), "<<<<<<< a\n=======\n>>>>>>> b\n").map(|found| found.message.nl);
        assert!(message.is_some_and(|message| message.ends_with("staan op regel 2 en 3")));
    }

    #[test]
    fn other_lines_are_no_markers() {
        for fine in [
            "a: >\n  Kop\n  =======\n  tekst\n",
            "a: >\n  ========\n",
            "# <<<<<<< HEAD\n",
            "a: <<<<<<<< b\n",
            "a: >\n  <<<<<<<b\n  =======\n",
            "a: >\n  >>>>>> b\n",
            "a: b | c ||||||| d\n",
            "",
        ] {
            assert_eq!(places(fine), None, "{fine:?}");
        }
    }
}
