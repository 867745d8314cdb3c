//! Files of data in every way of writing: formatted they say the same, keep every
//! comment beside what it stood beside, and stay as they are when formatted again.

use std::collections::BTreeMap;

use keuzehulp::load::format::of_text;
use keuzehulp::text::FileId;
use keuzehulp::text::yaml::{self, Kind, Node};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestCaseResult;

use crate::support::random::holds;
use crate::support::root;

/// Files of every kind, by their path inside the data.
const FILES: [&str; 12] = [
    "vendors/proctoring/gewoon-videogesprek.yaml",
    "vendors/videobellen/skype.yaml",
    "criteria/kinds.yaml",
    "criteria/themes.yaml",
    "criteria/contract/processing-agreement.yaml",
    "criteria/security/meeting-access-control.yaml",
    "criteria/profiles/algemeen.yaml",
    "criteria/profiles/po.yaml",
    "criteria/checklist/headings.yaml",
    "criteria/checklist/personal-things-out-of-view.yaml",
    "criteria/triage/alternatives.yaml",
    "criteria/sentences/tips-onderwijs.yaml",
];

/// What a writer, or a program, does to a file.
#[derive(Clone, Debug)]
enum Change {
    /// Every level is indented by this many spaces.
    Steps(usize),
    /// A comment above a line, indented as the line is.
    Above(Index),
    /// A comment on a line of its own, indented anyhow.
    Loose(Index, usize),
    /// A comment below a value on one line, indented further than its key or dash.
    Below(Index, usize),
    /// A comment behind a line.
    Behind(Index, usize),
    /// Blank lines above a line.
    Blank(Index, usize),
    /// Blanks behind a line.
    Trailing(Index),
    /// Quotes around a text on one line.
    Quotes(Index, char),
    /// A pair and the next one change places.
    Swap(Index),
    /// A text or brackets on the line below its key.
    Lowered(Index),
    /// A text without quotes goes on on the next line.
    Broken(Index),
    /// Brackets with other blanks, or over more lines.
    Brackets(Index, bool),
    /// A list in the column of its key.
    Shallow(Index),
    /// Nothing behind the last letter.
    Cut,
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        (1usize..6).prop_map(Change::Steps),
        at().prop_map(Change::Above),
        at().prop_map(Change::Above),
        (at(), 0usize..9).prop_map(|(at, indent)| Change::Loose(at, indent)),
        (at(), 1usize..6).prop_map(|(at, more)| Change::Below(at, more)),
        (at(), 1usize..6).prop_map(|(at, more)| Change::Below(at, more)),
        (at(), 1usize..4).prop_map(|(at, gap)| Change::Behind(at, gap)),
        (at(), 1usize..4).prop_map(|(at, count)| Change::Blank(at, count)),
        at().prop_map(Change::Trailing),
        (at(), prop_oneof![Just('"'), Just('\'')]).prop_map(|(at, quote)| Change::Quotes(at, quote)),
        at().prop_map(Change::Swap),
        at().prop_map(Change::Swap),
        at().prop_map(Change::Lowered),
        at().prop_map(Change::Broken),
        (at(), any::<bool>()).prop_map(|(at, lines)| Change::Brackets(at, lines)),
        at().prop_map(Change::Shallow),
        Just(Change::Cut),
    ]
}

/// A comment with a number, which no other has.
fn mark(number: usize) -> String {
    format!("# opmerking <{number}>")
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// A line with a key and nothing before it but blanks: what is up to the colon, and
/// behind it.
fn pair(line: &str) -> Option<(&str, &str)> {
    let (key, rest) = line.split_once(':')?;
    let is_key =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    (is_key(key.trim_start()) && (rest.is_empty() || rest.starts_with(' '))).then_some((key, rest.trim()))
}

/// Whether a pair or an item begins on this line, and its value ends on it.
fn is_whole(line: &str) -> bool {
    let item = line.trim_start().strip_prefix("- ").filter(|item| !item.contains(": "));
    let Some(value) = pair(line).map(|(_, value)| value).or(item) else { return false };
    let value = value.split(" #").next().unwrap_or("").trim();
    match value.chars().next() {
        None | Some('>' | '|' | '#' | '-') => false,
        Some('[') => value.ends_with(']'),
        Some('{') => value.ends_with('}'),
        Some(quote @ ('"' | '\'')) => value.len() > 1 && value.ends_with(quote),
        // The last line of brackets is none of its own.
        Some(_) => !value.ends_with([']', '}', ',']),
    }
}

/// The lines at which this holds.
fn places(lines: &[String], holds: impl Fn(&str) -> bool) -> Vec<usize> {
    (0..lines.len()).filter(|at| holds(&lines[*at])).collect()
}

/// The first line behind the pair on this line.
fn end(lines: &[String], at: usize) -> usize {
    let own = indent(&lines[at]);
    (at + 1..lines.len())
        .find(|at| !lines[*at].is_empty() && indent(&lines[*at]) <= own)
        .unwrap_or(lines.len())
}

impl Change {
    /// Changes a file, where it can; the number is for its comment.
    fn make(&self, lines: &mut Vec<String>, number: usize) {
        let pick = |at: &Index, from: Vec<usize>| (!from.is_empty()).then(|| from[at.index(from.len())]);
        let is_text = |line: &str| {
            pair(line).is_some_and(|(_, text)| {
                text.starts_with(|c: char| c.is_alphanumeric()) && !text.contains('#')
            })
        };
        match self {
            Change::Steps(step) => {
                for line in lines.iter_mut() {
                    let (level, rest) = (indent(line) / 2, line.trim_start_matches(' ').to_owned());
                    let rest = match rest.strip_prefix("- ") {
                        Some(item) if *step > 1 => format!("-{}{item}", " ".repeat(step - 1)),
                        _ => rest,
                    };
                    *line = format!("{}{rest}", " ".repeat(level * step));
                }
            }
            Change::Above(at) => {
                if let Some(at) = pick(at, places(lines, |line| pair(line).is_some())) {
                    let comment = format!("{}{}", " ".repeat(indent(&lines[at])), mark(number));
                    lines.insert(at, comment);
                }
            }
            Change::Loose(at, indent) => {
                let comment = format!("{}{}", " ".repeat(*indent), mark(number));
                lines.insert(at.index(lines.len()), comment);
            }
            Change::Below(at, more) => {
                if let Some(at) = pick(at, places(lines, is_whole)) {
                    let comment = format!("{}{}", " ".repeat(indent(&lines[at]) + more), mark(number));
                    lines.insert(at + 1, comment);
                }
            }
            Change::Behind(at, gap) => {
                let Some(at) = pick(at, places(lines, |line| !line.is_empty())) else { return };
                lines[at] = format!("{}{}{}", lines[at], " ".repeat(*gap), mark(number));
            }
            Change::Blank(at, count) => {
                let at = at.index(lines.len());
                lines.splice(at..at, vec![String::new(); *count]);
            }
            Change::Trailing(at) => {
                let at = at.index(lines.len());
                lines[at].push_str("  ");
            }
            Change::Quotes(at, quote) => {
                if let Some(at) = pick(at, places(lines, is_text)) {
                    let (key, text) = pair(&lines[at]).expect("a pair");
                    lines[at] = format!("{key}: {quote}{text}{quote}");
                }
            }
            Change::Swap(at) => {
                let siblings = |at: &usize| {
                    let next = end(lines, *at);
                    next < lines.len()
                        && indent(&lines[next]) == indent(&lines[*at])
                        && pair(&lines[next]).is_some()
                };
                let first = places(lines, |line| pair(line).is_some()).into_iter().filter(siblings).collect();
                if let Some(at) = pick(at, first) {
                    let next = end(lines, at);
                    let after = end(lines, next);
                    lines[at..after].rotate_left(next - at);
                }
            }
            Change::Lowered(at) => {
                let has_text = |line: &str| {
                    pair(line).is_some_and(|(_, text)| !text.is_empty() && !text.starts_with(['>', '|']))
                };
                if let Some(at) = pick(at, places(lines, has_text)) {
                    let (key, text) = pair(&lines[at]).expect("a pair");
                    let text = format!("{}{text}", " ".repeat(indent(&lines[at]) + 5));
                    lines[at] = format!("{key}:");
                    lines.insert(at + 1, text);
                }
            }
            Change::Broken(at) => {
                let has_two =
                    |line: &str| is_text(line) && pair(line).is_some_and(|(_, text)| text.contains(' '));
                if let Some(at) = pick(at, places(lines, has_two)) {
                    let own = indent(&lines[at]);
                    let (first, rest) = lines[at]
                        .rsplit_once(' ')
                        .map(|(a, b)| (a.to_owned(), b.to_owned()))
                        .expect("two words");
                    lines[at] = first;
                    lines.insert(at + 1, format!("{}{rest}", " ".repeat(own + 3)));
                }
            }
            Change::Brackets(at, more) => {
                let has_brackets = |line: &str| line.contains(": [") || line.contains(": {");
                if let Some(at) = pick(at, places(lines, has_brackets)) {
                    let gap = if *more {
                        format!(",\n{}", " ".repeat(indent(&lines[at]) + 4))
                    } else {
                        "  ,   ".to_owned()
                    };
                    let line = lines[at].replace(", ", &gap).replace('[', "[ ");
                    lines.splice(at..=at, line.split('\n').map(str::to_owned));
                }
            }
            Change::Shallow(at) => {
                let keys: Vec<usize> = (0..lines.len().saturating_sub(1))
                    .filter(|at| pair(&lines[*at]).is_some() && lines[at + 1].trim_start().starts_with("- "))
                    .filter(|at| indent(&lines[at + 1]) > indent(&lines[*at]))
                    .collect();
                if let Some(at) = pick(at, keys) {
                    let less = indent(&lines[at + 1]) - indent(&lines[at]);
                    let after = end(lines, at);
                    for line in &mut lines[at + 1..after] {
                        *line = line.get(less.min(indent(line))..).unwrap_or("").to_owned();
                    }
                }
            }
            Change::Cut => {
                while lines.last().is_some_and(String::is_empty) {
                    lines.pop();
                }
            }
        }
    }
}

/// What a text says, with the keys in order of the alphabet.
#[derive(Debug, PartialEq)]
enum Said {
    Text(String),
    List(Vec<Said>),
    Mapping(BTreeMap<String, Said>),
}

fn said(node: Node<'_, '_>) -> Said {
    match node.kind() {
        Kind::List => Said::List(node.items().map(said).collect()),
        Kind::Mapping => {
            Said::Mapping(node.pairs().map(|(key, value)| (key.text().to_owned(), said(value))).collect())
        }
        Kind::Text | Kind::Broken => Said::Text(node.text().to_owned()),
    }
}

fn read(text: &str) -> Option<Said> {
    let (tree, findings) = yaml::read(FileId(0), text);
    tree.root().filter(|_| findings.is_empty()).map(said)
}

/// The texts of all scalars, one behind the other.
fn texts(said: &Said, out: &mut String) {
    match said {
        Said::Text(text) => out.push_str(text),
        Said::List(items) => items.iter().for_each(|item| texts(item, out)),
        Said::Mapping(pairs) => pairs.iter().for_each(|(key, value)| {
            out.push_str(key);
            texts(value, out);
        }),
    }
}

/// What stands beside the comment with this number: what is before it on its line, or
/// the key on the next line that is no comment.
fn beside(text: &str, number: usize) -> Option<String> {
    let mark = mark(number);
    let mut lines = text.lines().skip_while(|line| !line.contains(&mark));
    let before = lines.next()?.split_once(&mark)?.0.trim();
    if !before.is_empty() {
        return Some(before.to_owned());
    }
    let next = lines.map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'))?;
    Some(next.split(':').next().unwrap_or("").to_owned())
}

/// The line that the comment with this number stands below, with nothing but comments
/// between them, and whether it belongs to it: it, and they, are indented further than
/// that line and than the next.
fn above(text: &str, number: usize) -> Option<(String, bool)> {
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| line.trim_start().starts_with(&mark(number)))?;
    let is_comment = |line: &str| line.trim_start().starts_with('#');
    let is_said = |line: &&&str| !line.trim().is_empty() && !is_comment(line);
    let owner = lines[..at].iter().rev().find(is_said)?;
    let first = lines.iter().rposition(|line| std::ptr::eq(*line, *owner))?;
    let comments = lines[first + 1..=at].iter().filter(|line| is_comment(line));
    let least = comments.map(|line| indent(line)).min()?;
    let next = lines[at..].iter().find(is_said).map(|line| indent(line));
    let belongs = least > indent(owner) && next.is_none_or(|next| next < least);
    Some((owner.trim().to_owned(), belongs))
}

/// Formats a text and looks at what became of it; whether it was formatted.
fn tried(text: &str, path: &str, changes: &[Change]) -> Result<bool, TestCaseError> {
    let Some(before) = read(text) else { return Ok(false) };
    let made = match of_text(FileId(0), text, path) {
        Ok(made) => made,
        Err(found) => {
            for finding in &found {
                prop_assert_eq!(finding.code.id, "KH024");
                // What cannot be carried is found where it is written, not afterwards.
                prop_assert!(finding.place.span.end > 0, "{}", &finding.message.en);
            }
            return Ok(false);
        }
    };
    let after = read(&made);
    prop_assert_eq!(after.as_ref(), Some(&before));
    prop_assert_eq!(&of_text(FileId(0), &made, path).expect("formatted again"), &made);
    let mut values = String::new();
    texts(&before, &mut values);
    for (number, change) in changes.iter().enumerate() {
        let mark = mark(number);
        // Inside a text it is not a comment.
        if !text.contains(&mark) || values.contains(&mark) {
            continue;
        }
        prop_assert_eq!(made.matches(&mark).count(), 1);
        if let Some((old, true)) = above(text, number).filter(|(old, _)| is_whole(old)) {
            let (new, belongs) = above(&made, number).unwrap_or_default();
            let [old, new] = [old, new].map(|line| line.replace(' ', ""));
            // A text below its key goes to the line of the key.
            prop_assert!(belongs && new.ends_with(&old), "comment {number}: {old} {new}");
        }
        if matches!(change, Change::Above(_) | Change::Behind(..)) {
            let (old, new) = (beside(text, number), beside(&made, number));
            let [old, new] = [old, new].map(|text| text.unwrap_or_default().replace(' ', ""));
            // A text below its key goes to the line of the key.
            prop_assert!(!new.is_empty() && new.ends_with(&old), "comment {number}: {old} {new}");
        }
    }
    prop_assert!(made.ends_with('\n') && !made.ends_with("\n\n") && !made.starts_with('\n'));
    Ok(true)
}

fn written(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).expect("a shipped file")
}

#[test]
fn what_is_written_anyhow_is_formatted_without_loss() {
    let files: Vec<(&str, String)> = FILES.iter().map(|path| (*path, written(path))).collect();
    let counts = std::cell::Cell::new((0, 0));
    holds(600, &(0..FILES.len(), vec(change(), 1..7)), |(at, changes)| -> TestCaseResult {
        let (path, text) = &files[at];
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for (number, change) in changes.iter().enumerate() {
            change.make(&mut lines, number);
        }
        let end = if matches!(changes.last(), Some(Change::Cut)) { "" } else { "\n" };
        let is_made = tried(&format!("{}{end}", lines.join("\n")), path, &changes)?;
        let (all, made) = counts.get();
        counts.set((all + 1, made + usize::from(is_made)));
        Ok(())
    });
    let (all, made) = counts.get();
    assert!(made * 2 > all, "of {all} files {made} were formatted");
}

/// What can be on a line.
const PIECES: [&str; 32] = [
    "a:",
    "b: x",
    "c: y  # z",
    "- d",
    "- e: f",
    "- - g",
    "-",
    "- # h",
    "# i",
    "#",
    "",
    "  ",
    "j",
    "k: >-",
    "l: |",
    "- >",
    "m: [n, o",
    "p]",
    "q: {r: s}",
    "- [t,u]",
    "\"v: w\": x",
    "y: 'z",
    "a'",
    "? b",
    "---",
    "...",
    "c: |2",
    "d : e",
    "- f: [g]   # h",
    "i: >+  # j",
    "k: {}",
    "- []",
];

/// Texts of a few lines, of which only few are YAML.
#[test]
fn any_text_is_formatted_without_loss_or_left_alone() {
    let line = (0usize..5, 0..PIECES.len())
        .prop_map(|(indent, piece)| format!("{}{}", " ".repeat(indent), PIECES[piece]));
    let counts = std::cell::Cell::new(0);
    let cases = (vec(line, 1..7), any::<bool>());
    holds(20_000, &cases, |(lines, is_whole)| -> TestCaseResult {
        let text = format!("{}{}", lines.join("\n"), if is_whole { "\n" } else { "" });
        counts.set(counts.get() + usize::from(tried(&text, "", &[])?));
        Ok(())
    });
    assert!(counts.get() > 500, "{} were formatted", counts.get());
}

/// A change of layout alone is undone: the file is again as it was.
#[test]
fn what_is_indented_otherwise_is_written_as_before() {
    for path in FILES {
        let text = written(path);
        let formatted = of_text(FileId(0), &text, path).expect("formatted");
        for step in [1, 3, 4, 8] {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            Change::Steps(step).make(&mut lines, 0);
            let other = lines.join("\n");
            if read(&other) == read(&text) {
                assert_eq!(of_text(FileId(0), &other, path).as_ref(), Ok(&formatted), "{path}");
            }
        }
    }
}
