//! The YAML test suite: 402 texts, of which 94 are no YAML, each with the tree
//! that it stands for (`tests/data/yaml-test-suite`). What this project does not
//! allow in its files is refused; all else is read as the suite says.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use keuzehulp::text::FileId;
use keuzehulp::text::yaml::{self, Kind, Node};
use serde_json::Value as Json;

use crate::support::data;

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
    /// The events that it stands for, one a line.
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

/// What our reader makes of a text, or the codes with which it refuses it.
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

/// A text as a file holds it: without byte-order mark, with LF line ends.
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

#[test]
fn explore() {
    let mut by: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for case in CASES.iter() {
        let r = ours(&normal(&case.yaml));
        let key = match &r {
            Ok(said) => {
                let t = told(&case.tree);
                if case.fail {
                    "ACCEPTED".to_owned()
                } else if t.as_ref() == Some(said) {
                    "same".to_owned()
                } else {
                    println!("{} {said:?}\n   {t:?}", case.id);
                    "DIFF".to_owned()
                }
            }
            Err(codes) => format!("{} {}", case.fail, codes[0]),
        };
        by.entry(key).or_default().push(&case.id);
    }
    for (k, v) in by {
        println!("{k}: {} {v:?}", v.len());
    }
    second_reader::explore();
}
