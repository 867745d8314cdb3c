//! The YAML test suite: 402 texts, 94 of which are not YAML, each with its tree
//! (`tests/data/yaml-test-suite`). What this project does not allow in its files is
//! refused; everything else is read as the suite says.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use keuzehulp::text::FileId;
use keuzehulp::text::yaml::{self, Kind, Node};
use serde_json::Value as Json;

use crate::support::data;

mod everyday;
mod formatted;
mod mutants;
#[cfg(unix)]
mod program;
mod second_reader;

/// One text of the suite.
struct Case {
    id: String,
    yaml: String,
    /// Whether it is no YAML, so that it must be refused.
    fail: bool,
    /// Its events, one per line.
    tree: String,
    /// Its value, of each document, where JSON can say it.
    json: Option<String>,
}

static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let text = std::fs::read_to_string(data("yaml-test-suite/cases.json")).expect("the suite");
    let list: Vec<Json> = serde_json::from_str(&text).expect("a list");
    let word = |case: &Json, key: &str| case[key].as_str().map(str::to_owned);
    list.iter()
        .map(|case| Case {
            id: word(case, "id").expect("an id"),
            yaml: word(case, "yaml").expect("a text"),
            fail: case["fail"].as_bool().expect("whether it fails"),
            tree: word(case, "tree").unwrap_or_default(),
            json: word(case, "json"),
        })
        .collect()
});

/// What a text says, when every scalar is text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    Text(String),
    List(Vec<Said>),
    Mapping(Vec<(Said, Said)>),
}

/// How our reader reads a text, or the codes with which it refuses it.
fn ours(text: &str) -> Result<Said, Vec<&'static str>> {
    let (tree, findings) = yaml::read(FileId(0), text);
    if findings.is_empty() {
        return Ok(said(tree.root().expect("a text without findings has a tree")));
    }
    assert!(findings.iter().all(keuzehulp::text::Diagnostic::is_error), "{text:?}: {findings:?}");
    Err(findings.iter().map(|finding| finding.code.id).collect())
}

fn said(node: Node<'_, '_>) -> Said {
    match node.kind() {
        Kind::Text => Said::Text(node.text().to_owned()),
        Kind::List => Said::List(node.items().map(said).collect()),
        Kind::Mapping => Said::Mapping(node.pairs().map(|(key, value)| (said(key), said(value))).collect()),
        Kind::Broken => panic!("something was refused without a finding at {:?}", node.place()),
    }
}

/// A text as the reader gets it: without byte-order mark, with LF line ends.
fn normal(text: &str) -> String {
    yaml::normalise(text.as_bytes().to_vec()).expect("UTF-8")
}

/// The events of the suite as a tree; `None` when they hold what our files do
/// not allow (several documents, anchors, aliases, tags).
fn told(events: &str) -> Option<Said> {
    let mut open: Vec<(bool, Vec<Said>)> = vec![(false, Vec::new())];
    for line in events.lines() {
        let (event, rest) = line.split_at_checked(4).unwrap_or((line, ""));
        let rest = rest.trim_start();
        if rest.starts_with(['&', '<', '*']) {
            return None;
        }
        match event {
            "+MAP" | "+SEQ" => {
                let flow = rest.strip_prefix(if event == "+MAP" { "{}" } else { "[]" }).unwrap_or(rest);
                if !flow.is_empty() {
                    return None;
                }
                open.push((event == "+MAP", Vec::new()));
            }
            "-MAP" | "-SEQ" => {
                let (mapping, items) = open.pop()?;
                let one = if mapping {
                    let mut items = items.into_iter();
                    let mut pairs = Vec::new();
                    while let (Some(key), Some(value)) = (items.next(), items.next()) {
                        pairs.push((key, value));
                    }
                    Said::Mapping(pairs)
                } else {
                    Said::List(items)
                };
                open.last_mut()?.1.push(one);
            }
            "=VAL" => open.last_mut()?.1.push(Said::Text(unescaped(rest.get(1..)?))),
            "=ALI" => return None,
            _ => {}
        }
    }
    let mut top = open.pop()?.1;
    if top.len() == 1 { top.pop() } else { None }
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        out.push(match (c, c == '\\') {
            (c, false) => c,
            (_, true) => match rest.next().expect("something behind a backslash") {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\u{8}',
                '\\' => '\\',
                other => panic!("the suite has an escape that this test does not know: {other}"),
            },
        });
    }
    out
}

/// Whether our files may hold this: every text has something in it and no
/// character that does something, every key is a text that is there once.
fn is_ordinary(said: &Said) -> bool {
    match said {
        Said::Text(text) => {
            let nothing =
                text.trim().is_empty() || ["~", "null", "Null", "NULL", "<<"].contains(&text.as_str());
            !nothing && !text.contains(|c| c != '\n' && keuzehulp::text::safe::is_harmful(c))
        }
        Said::List(items) => items.iter().all(is_ordinary),
        Said::Mapping(pairs) => {
            let texts = pairs.iter().filter_map(|(key, _)| match key {
                Said::Text(text) => Some(text),
                _ => None,
            });
            texts.collect::<BTreeSet<_>>().len() == pairs.len()
                && pairs.iter().all(|(key, value)| is_ordinary(key) && is_ordinary(value))
        }
    }
}

/// What was said in JSON, when JSON guesses types and we do not.
fn is_value(said: &Said, json: &Json) -> bool {
    match (said, json) {
        (Said::Text(text), Json::String(other)) => text == other,
        (Said::Text(text), json) => match serde_json::from_str::<Json>(text) {
            Ok(guess) => guess == *json || guess.as_f64() == json.as_f64(),
            // Numbers that JSON writes differently: 0o14, 0xC, .5, +12e03.
            Err(_) => json.is_number() && text.contains(|c: char| c.is_ascii_digit()),
        },
        (Said::List(items), Json::Array(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(item, other)| is_value(item, other))
        }
        (Said::Mapping(pairs), Json::Object(others)) => {
            let same = |(key, value): &(Said, Said)| {
                let Said::Text(key) = key else { return false };
                others.get(key).is_some_and(|other| is_value(value, other))
            };
            pairs.len() == others.len() && pairs.iter().all(same)
        }
        _ => false,
    }
}

#[test]
fn the_suite_is_whole() {
    assert_eq!(CASES.len(), 402);
    assert_eq!(CASES.iter().filter(|case| case.fail).count(), 94);
    assert_eq!(CASES.iter().map(|case| &case.id).collect::<BTreeSet<_>>().len(), 402);
    assert!(CASES.iter().all(|case| case.fail == case.tree.is_empty()), "what is YAML has its tree");
}

/// Y28.
#[test]
fn every_text_that_is_no_yaml_is_refused() {
    let invalid = CASES.iter().filter(|case| case.fail);
    let accepted: Vec<_> =
        invalid.filter_map(|case| Some((&case.id, &case.yaml, ours(&normal(&case.yaml)).ok()?))).collect();
    assert!(accepted.is_empty(), "{accepted:?}");
}

#[test]
fn what_is_accepted_is_read_as_the_suite_says() {
    let mut read = 0;
    for case in CASES.iter().filter(|case| !case.fail) {
        let Ok(said) = ours(&normal(&case.yaml)) else { continue };
        assert_eq!(Some(&said), told(&case.tree).as_ref(), "{}: {:?}", case.id, case.yaml);
        if let Some(json) = &case.json {
            let json: Json = serde_json::from_str(json).expect("one value");
            assert!(is_value(&said, &json), "{}: {said:?} {json}", case.id);
        }
        read += 1;
    }
    assert!(read > 130, "only {read} texts were compared");
}

/// The reader refuses YAML only for what it says that it refuses: what is left
/// of the suite without that is all accepted.
#[test]
fn what_these_files_may_hold_is_never_refused() {
    let mut ordinary = 0;
    for case in CASES.iter().filter(|case| !case.fail) {
        let special = case.yaml.contains('\t') || case.yaml.lines().any(|line| line.starts_with('%'));
        if special || !told(&case.tree).is_some_and(|said| is_ordinary(&said)) {
            continue;
        }
        let said = ours(&normal(&case.yaml));
        assert!(said.is_ok(), "{}: {:?} is refused with {said:?}", case.id, case.yaml);
        ordinary += 1;
    }
    assert!(ordinary > 120, "only {ordinary} texts were tried");
}

/// A text that is YAML is refused for a reason of ours, not as broken YAML.
#[test]
fn what_is_yaml_is_refused_for_a_reason_of_ours() {
    for case in CASES.iter().filter(|case| !case.fail) {
        if let Err(codes) = ours(&normal(&case.yaml)) {
            assert!(!codes.contains(&"KH004"), "{}: {:?}: {codes:?}", case.id, case.yaml);
        }
    }
}

/// A question mark with nothing behind it is the mark of a key, and no text.
#[test]
fn a_lone_question_mark_is_no_text() {
    for text in ["a: [?]\n", "a: [?, b]\n", "a: [-]\n", "a: [:]\n"] {
        assert!(ours(text).is_err(), "{text:?} is read as {:?}", ours(text));
    }
    assert!(ours("a: [what?, '?', -1, a:b]\n").is_ok());
}

/// How lines of text become one, worked out by hand.
#[test]
fn lines_of_text_are_folded_as_yaml_says() {
    for (yaml, text) in [
        ("a: een\n  twee\n\n  drie\n", "een twee\ndrie"),
        ("a: 'een\n\n  ''twee''  \n  drie'\n", "een\n'twee' drie"),
        ("a: \"een \\\n  \\  twee\\n\n  drie\"\n", "een   twee\n drie"),
        ("a: >-\n  een\n  twee\n\n  drie\n", "een twee\ndrie"),
        ("a: >-\n  een\n    twee\n  drie\n", "een\n  twee\ndrie"),
        ("a: >\n  een\n\n\n  twee\n\n\n", "een\n\ntwee\n"),
        ("a: |\n  een\n\n   twee\n\n", "een\n\n twee\n"),
        ("a: |+\n  een\n\n", "een\n\n"),
        ("a: |2-\n   een\n", " een"),
        ("a: een # twee\n", "een"),
        ("a: een#twee\n", "een#twee"),
        ("a: >-\n  een # twee\n", "een # twee"),
        ("a: \"\\u00e9\\xe9\\U0001F600\\ud83d\\ude00\"\n", "éé😀😀"),
        ("a: 'c:\\new'\n", "c:\\new"),
        ("a: http://x.nl/#y\n", "http://x.nl/#y"),
    ] {
        let said = Said::Mapping(vec![(Said::Text("a".to_owned()), Said::Text(text.to_owned()))]);
        assert_eq!(ours(yaml), Ok(said), "{yaml:?}");
    }
}
