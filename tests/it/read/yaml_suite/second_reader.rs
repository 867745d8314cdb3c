//! The same texts through another reader of YAML: what ours accepts, it reads
//! to the same tree.

use std::fmt;
use std::path::Path;

use keuzehulp::text::FileId;
use keuzehulp::text::yaml::{self, Kind, Node};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::mutants::{Dice, mutant};
use super::{CASES, Said, normal, ours};
use crate::support::root;

/// Asks the other reader for what ours found, scalar by scalar as text, so that
/// its guesses about types do not matter. Anything else is an error.
struct Expected<'a>(&'a Said);

impl<'de> DeserializeSeed<'de> for Expected<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, theirs: D) -> Result<(), D::Error> {
        match self.0 {
            Said::Text(_) => theirs.deserialize_str(self),
            Said::List(_) => theirs.deserialize_seq(self),
            Said::Mapping(_) => theirs.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Expected<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }

    fn visit_str<E: Error>(self, theirs: &str) -> Result<(), E> {
        match self.0 {
            Said::Text(ours) if ours == theirs => Ok(()),
            ours => Err(E::custom(format!("{OTHER}ours {ours:?}, theirs {theirs:?}"))),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut theirs: A) -> Result<(), A::Error> {
        let Said::List(items) = self.0 else { return Err(A::Error::custom(format!("{OTHER}a list"))) };
        for item in items {
            if theirs.next_element_seed(Expected(item))?.is_none() {
                return Err(A::Error::custom(format!("{OTHER}their list is shorter")));
            }
        }
        match theirs.next_element::<serde::de::IgnoredAny>()? {
            Some(_) => Err(A::Error::custom(format!("{OTHER}their list is longer"))),
            None => Ok(()),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut theirs: A) -> Result<(), A::Error> {
        let Said::Mapping(pairs) = self.0 else { return Err(A::Error::custom(format!("{OTHER}a mapping"))) };
        for (key, value) in pairs {
            if theirs.next_key_seed(Expected(key))?.is_none() {
                return Err(A::Error::custom(format!("{OTHER}their mapping is shorter")));
            }
            theirs.next_value_seed(Expected(value))?;
        }
        match theirs.next_key::<serde::de::IgnoredAny>()? {
            Some(_) => Err(A::Error::custom(format!("{OTHER}their mapping is longer"))),
            None => Ok(()),
        }
    }
}

/// Begins the message when the other reader reads something else.
const OTHER: &str = "reads otherwise: ";

/// What the other reader says against what ours found.
fn against(text: &str, ours: &Said) -> Option<String> {
    let error = Expected(ours).deserialize(serde_yaml::Deserializer::from_str(text)).err()?;
    Some(error.to_string())
}

/// What the tests below rest on: a difference anywhere in a tree is noticed.
#[test]
fn the_comparison_sees_every_difference() {
    let text = "a: [x, 1.10, 'no']\nb: {c: een twee}\n".to_owned();
    assert_eq!(against(&text, &ours(&text).expect("a tree")), None);
    for other in [
        text.replace("1.10", "1.1"),
        text.replace("'no'", "false"),
        text.replace("een twee", "eentwee"),
        text.replace(", 1.10", ""),
        text.replace("x,", "x, y,"),
        text.replace("c:", "d:"),
        text.replace("{c: een twee}", "[c, een twee]"),
        text.replace("{c: een twee}", "{c: een twee, e: f}"),
        text.replace("[x, 1.10, 'no']", "x"),
        text.replace("'no'", "[no]"),
        text.replace("b:", "a2: x\nb:"),
        "a: b\n".to_owned(),
        "a: [".to_owned(),
    ] {
        assert!(against(&other, &ours(&text).expect("a tree")).is_some(), "{other:?}");
    }
}

/// Texts of the suite that the other reader, which follows YAML 1.1, refuses. Our
/// tree of each is that of the suite.
const REFUSED: [&str; 6] = ["58MP-0", "5T43-0", "DBG4-0", "DK95-3", "DK95-4", "HM87-0"];

/// Texts of the suite that it reads otherwise: keys of several lines and text that
/// begins with `?` between brackets, a block that begins in the first column, and a
/// block whose last line has no end.
const OTHERWISE: [&str; 13] = [
    "4MUZ-0", "4MUZ-1", "4MUZ-2", "5MUD-0", "652Z-0", "9SA2-0", "DK3J-0", "FP8R-0", "HM87-1", "K3WX-0",
    "L24T-1", "NJ66-0", "VJP3-1",
];

#[test]
fn the_other_reader_differs_on_no_more_of_the_suite_than_is_known() {
    let (mut refused, mut otherwise) = (Vec::new(), Vec::new());
    for case in CASES.iter().filter(|case| !case.fail) {
        let text = normal(&case.yaml);
        let Ok(said) = ours(&text) else { continue };
        match against(&text, &said) {
            Some(message) if message.contains(OTHER) || message.contains("invalid type") => {
                otherwise.push(case.id.as_str());
            }
            Some(_) => refused.push(case.id.as_str()),
            None => {}
        }
    }
    assert_eq!(refused, REFUSED);
    assert_eq!(otherwise, OTHERWISE);
}

/// The YAML files below a folder, and those in the cases of findings.
fn texts_below(folder: &Path, found: &mut Vec<(String, String)>) {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            texts_below(&path, found);
            continue;
        }
        let name = path.strip_prefix(root()).expect("inside").display().to_string();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            found.push((name, normal(&std::fs::read_to_string(path).expect("a text"))));
        } else if name.starts_with("tests/data/cases/KH") {
            let text = std::fs::read_to_string(path).expect("a text");
            for section in text.split("=== ").skip(1) {
                if let Some((title, text)) = section.split_once(".yaml\n") {
                    found.push((format!("{name}, {title}"), normal(text)));
                }
            }
        }
    }
}

/// Whoever reads our files with another program reads the same.
#[test]
fn the_files_of_this_project_are_read_alike() {
    let mut texts = Vec::new();
    for folder in ["vendors", "criteria", "tests/data"] {
        texts_below(&root().join(folder), &mut texts);
    }
    let (mut alike, mut shipped) = (0, 0);
    for (name, text) in &texts {
        let said = ours(text);
        if name.starts_with("vendors") || name.starts_with("criteria") {
            assert!(said.is_ok(), "{name}: {said:?}");
            shipped += 1;
        }
        if let Ok(said) = said {
            assert_eq!(against(text, &said), None, "{name}");
            alike += 1;
        }
    }
    assert!(shipped > 50 && alike > shipped + 100, "{alike} texts, {shipped} of them shipped");
}

/// The texts to make errors in: the valid texts of the suite, and parts of the
/// files of the tests.
fn whole_texts() -> [Vec<String>; 2] {
    let suite = CASES.iter().filter(|case| !case.fail).map(|case| normal(&case.yaml)).collect();
    let mut texts = Vec::new();
    for folder in ["tests/data/small", "tests/data/third-kind"] {
        texts_below(&root().join(folder), &mut texts);
    }
    [suite, texts.into_iter().map(|(_, text)| text).collect()]
}

/// Some lines of a text, from a line that is not indented.
fn part(dice: &mut Dice, text: &str) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let from = (0..=dice.below(lines.len())).rev().find(|at| !lines[*at].starts_with(' ')).unwrap_or(0);
    lines[from..(from + 5 + dice.below(40)).min(lines.len())].concat()
}

/// Texts with small errors, the same on every run.
fn texts_with_slips(number: usize) -> impl Iterator<Item = String> {
    let whole = whole_texts();
    let mut dice = Dice::new(20_261_121);
    (0..number).map(move |n| {
        let texts = &whole[n % 2];
        let text = &texts[dice.below(texts.len())];
        let text = if n % 2 == 0 { text.clone() } else { part(&mut dice, text) };
        normal(&mutant(&mut dice, &text))
    })
}

/// Texts with slips: whatever ours still accepts, the other reads to the same
/// tree, except for what is known of it.
#[test]
fn texts_with_slips_are_read_alike() {
    let (mut accepted, mut known) = (0, 0);
    for mut text in texts_with_slips(8_000) {
        if !text.ends_with('\n') {
            text.push('\n');
        }
        let Ok(said) = ours(&text) else { continue };
        accepted += 1;
        if let Some(message) = against(&text, &said) {
            assert!(is_known(&text, &message), "{text:?}\n{said:?}\n{message}");
            known += 1;
        }
    }
    assert!(accepted > 1_500, "only {accepted} texts were compared");
    assert!(known < accepted / 10, "{known} of {accepted} differ in what is known");
}

/// Y14: an editor that ends the last line and one that does not write the same,
/// unless the text says that its empty lines are to be kept (`|+`).
#[test]
fn the_end_of_the_last_line_makes_no_difference() {
    let [suite, files] = whole_texts();
    let whole = suite.into_iter().chain(files);
    let mut compared = 0;
    for text in whole.chain(texts_with_slips(4_000)).filter(|text| !text.contains('+')) {
        let (without, with) = (text.trim_end_matches('\n'), format!("{}\n", text.trim_end_matches('\n')));
        assert_eq!(ours(without).ok(), ours(&with).ok(), "{text:?}");
        compared += usize::from(ours(&with).is_ok());
    }
    assert!(compared > 800, "only {compared} texts were compared");
}

/// Whether the text holds something in which the other reader, which follows an
/// older YAML, is known to differ.
fn is_known(text: &str, message: &str) -> bool {
    let refused = !message.contains(OTHER);
    // It allows no tab alone on a line, nor after a dash.
    let tab = refused && text.contains('\t');
    // It takes the end of a document for the end of one that has begun.
    let end = refused && text.starts_with("...");
    let (tree, _) = yaml::read(FileId(0), text);
    // A block of text as the whole file may begin in the first column.
    let known = |root: Node<'_, '_>| root.kind() == Kind::Text || is_known_in(text, root, false);
    tab || end || tree.root().is_some_and(known)
}

fn is_known_in(text: &str, node: Node<'_, '_>, in_brackets: bool) -> bool {
    let span = node.place().span.range();
    if node.kind() == Kind::Text {
        // Between brackets it takes `:` and `?` for marks, also when text follows.
        let source = &text[span];
        let marks = source.starts_with([':', '?']) || source.contains(":?");
        return in_brackets && marks && !source.starts_with(['"', '\'']);
    }
    let brackets = text[span.start..].starts_with(['{', '[']);
    // Between brackets it takes a key and its colon on several lines for two keys.
    let key_of_lines = node.pairs().any(|(key, value)| {
        let (key, value) = (key.place().span.range(), value.place().span.range());
        let colon = text[key.end..value.start].rfind(':').map_or(key.end, |at| key.end + at);
        brackets && text[key.start..colon].contains('\n')
    });
    key_of_lines || node.children().any(|child| is_known_in(text, child, in_brackets || brackets))
}
