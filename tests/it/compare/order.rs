//! The order of files, products, criteria and keys changes no byte of output.
//!
//! The order of kinds and themes, of the answers of a question and of its
//! levels is the order of presentation, and means something; it stays.

use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use serde_yaml::{Mapping, Value};

use crate::support::random::holds;
use crate::support::{AS_OF, Run, data, program, small};

/// Mappings whose order is presented to people.
const ORDERED: [&str; 6] = ["one-of", "any-of", "levels", "named", "variants", "because"];
/// More numbers to shuffle by than any file has keys.
const NUMBERS: usize = 61;

/// The data files below `folder`, with their paths inside it.
fn files(folder: &Path) -> Vec<PathBuf> {
    fn walk(folder: &Path, inner: &Path, found: &mut Vec<PathBuf>) {
        let mut entries: Vec<_> =
            std::fs::read_dir(folder.join(inner)).expect("a folder").map(|e| e.expect("an entry")).collect();
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let path = inner.join(entry.file_name());
            if entry.file_type().expect("a type").is_dir() {
                walk(folder, &path, found);
            } else {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    for top in ["criteria", "vendors"] {
        walk(folder, Path::new(top), &mut found);
    }
    found
}

/// Writes the files of `from` into a new folder, in the order of `keys`, each
/// with its text changed by `change`.
fn copied(from: &Path, keys: &[u32], change: impl Fn(&Path, String) -> String) -> tempfile::TempDir {
    let to = tempfile::tempdir().expect("a folder");
    let mut paths: Vec<(u32, PathBuf)> =
        files(from).into_iter().enumerate().map(|(n, path)| (keys[n % keys.len()], path)).collect();
    paths.sort();
    for (_, path) in paths {
        let target = to.path().join(&path);
        std::fs::create_dir_all(target.parent().expect("a parent")).expect("a folder");
        let text = std::fs::read_to_string(from.join(&path)).expect("a text");
        std::fs::write(target, change(&path, text)).expect("written");
    }
    to
}

/// A file as YAML with the keys of its mappings in another order, except of
/// those whose order means something.
fn reordered(path: &Path, text: &str, keys: &[u32]) -> String {
    fn shuffle(value: Value, ordered: bool, keys: &[u32], next: &mut usize) -> Value {
        match value {
            Value::Mapping(mapping) => {
                let mut pairs: Vec<(u32, (Value, Value))> = mapping
                    .into_iter()
                    .map(|(key, value)| {
                        *next += 1;
                        let keep = key.as_str().is_some_and(|name| ORDERED.contains(&name));
                        (keys[*next % keys.len()], (key, shuffle(value, keep, keys, next)))
                    })
                    .collect();
                if !ordered {
                    pairs.sort_by_key(|(number, _)| *number);
                }
                Value::Mapping(pairs.into_iter().map(|(_, pair)| pair).collect::<Mapping>())
            }
            Value::Sequence(items) => {
                Value::Sequence(items.into_iter().map(|item| shuffle(item, ordered, keys, next)).collect())
            }
            other => other,
        }
    }
    let ordered = path.ends_with("criteria/kinds.yaml") || path.ends_with("criteria/themes.yaml");
    let value: Value = serde_yaml::from_str(text).expect("YAML");
    serde_yaml::to_string(&shuffle(value, ordered, keys, &mut 0)).expect("YAML")
}

/// What these arguments print over the data in `folder`, run from inside it so
/// that no path gives the folder away.
fn printed(folder: &Path, arguments: &[&str]) -> Run {
    let command = ["--no-builtin", "--data", ".", "--as-of", AS_OF];
    program()
        .current_dir(folder)
        .args(arguments)
        .args(if arguments[0] == "check" { &command[3..] } else { &command[..] })
        .output()
        .expect("the program starts")
        .into()
}

fn comparisons(kinds: &[&'static str]) -> Vec<Vec<&'static str>> {
    let formats: [&[&str]; 8] = [
        &["--format", "json"],
        &["--format", "yaml"],
        &["--format", "csv"],
        &["--format", "csv", "--columns", "tidy", "--csv", "rfc4180"],
        &["--format", "table"],
        &["--format", "table", "--lang", "en", "--ungrouped"],
        &["--format", "json", "--rank-by", "middle", "--ungrouped"],
        &["--format", "csv", "--lang", "en", "--rank-by", "high"],
    ];
    let each = |kind: &'static str| {
        formats.iter().map(move |f| ["compare", kind].iter().chain(*f).copied().collect())
    };
    kinds.iter().copied().flat_map(each).collect()
}

/// Without the fingerprint of the data, which is of the texts as they are.
fn without_fingerprint(folder: &Path, kind: &str, text: &str) -> String {
    let document: serde_json::Value =
        serde_json::from_str(&printed(folder, &["compare", kind, "--format", "json"]).out).expect("JSON");
    let whole = document["data"]["sha256"].as_str().expect("a fingerprint");
    text.replace(whole, "(fingerprint)").replace(&whole[..16], "(fingerprint)")
}

/// The findings of `check`: path and code, without the line.
fn found(folder: &Path) -> Vec<(String, String)> {
    let run = printed(folder, &["check", ".", "--format", "json"]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    let document: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let findings = document["findings"].as_array().expect("findings").iter();
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let mut found: Vec<_> = findings.map(|one| (text(&one["path"]), text(&one["code"]))).collect();
    found.sort();
    found
}

#[test]
fn the_order_in_which_files_were_made_changes_no_byte() {
    for (from, kinds, product) in [
        (small(), &["videobellen", "proctoring"][..], "alfa"),
        (data("third-kind"), &["videobellen", "proctoring", "leeromgevingen"][..], "krijtbord"),
    ] {
        let mut runs = comparisons(kinds);
        runs.extend([vec!["list"], vec!["check", "."], vec!["explain", product]]);
        let count = u32::try_from(files(&from).len()).expect("few files");
        let in_order: Vec<u32> = (0..count).collect();
        let backwards: Vec<u32> = (0..count).rev().collect();
        let (first, second) =
            (copied(&from, &in_order, |_, text| text), copied(&from, &backwards, |_, text| text));
        for run in runs {
            let (one, other) = (printed(first.path(), &run), printed(second.path(), &run));
            assert_eq!(one.code, Some(0), "{run:?}\n{}{}", one.out, one.err);
            assert!(!one.out.is_empty(), "{run:?}");
            assert_eq!((one.code, &one.out, &one.err), (other.code, &other.out, &other.err), "{run:?}");
        }
    }
}

#[test]
fn the_order_of_keys_changes_nothing_but_the_fingerprint() {
    for (from, kinds) in [
        (small(), &["videobellen", "proctoring"][..]),
        (data("third-kind"), &["videobellen", "proctoring", "leeromgevingen"][..]),
    ] {
        let first = copied(&from, &[0], |_, text| text);
        let expected: Vec<(Vec<&str>, String)> = comparisons(kinds)
            .into_iter()
            .map(|run| {
                let one = printed(first.path(), &run);
                assert_eq!(one.code, Some(0), "{run:?}\n{}{}", one.out, one.err);
                let out = without_fingerprint(first.path(), run[1], &one.out);
                (run, out)
            })
            .collect();
        holds(3, &vec(any::<u32>(), NUMBERS), |keys| {
            let second = copied(&from, &keys, |path, text| reordered(path, &text, &keys));
            for (run, expected) in &expected {
                let other = printed(second.path(), run);
                let out = without_fingerprint(second.path(), run[1], &other.out);
                prop_assert_eq!((other.code, &out), (Some(0), expected), "{:?}", run);
            }
            let list = |folder: &Path| printed(folder, &["list"]).out;
            prop_assert_eq!(list(first.path()), list(second.path()));
            prop_assert_eq!(found(first.path()), found(second.path()));
            Ok(())
        });
    }
}

/// The order of the variants of a product is presented by `list` and otherwise
/// decides nothing.
#[test]
fn the_order_of_variants_changes_nothing_but_the_fingerprint() {
    let school = "  school: {name: schoolversie, hosting: cloud, licence: paid}\n";
    let gratis = "  gratis: {name: gratis versie, hosting: cloud, licence: free}\n";
    let first = copied(&small(), &[0], |_, text| text);
    let second = copied(&small(), &[0], |_, text| {
        text.replace(&format!("{school}{gratis}"), &format!("{gratis}{school}"))
    });
    let path = "vendors/videobellen/alfa.yaml";
    let text = |folder: &Path| std::fs::read_to_string(folder.join(path)).expect("a text");
    assert_ne!(text(first.path()), text(second.path()));
    for run in comparisons(&["videobellen"]) {
        let (one, other) = (printed(first.path(), &run), printed(second.path(), &run));
        let seen = |folder: &Path, run: &Run| without_fingerprint(folder, "videobellen", &run.out);
        assert_eq!(seen(first.path(), &one), seen(second.path(), &other));
    }
}

/// Layers are the one thing whose order does mean something: the later wins,
/// in whatever order their files were made.
#[test]
fn the_order_of_layers_counts_whatever_the_order_of_their_files() {
    let layer = |weight: u32| {
        crate::support::folder(&[(
            "criteria/profiles/algemeen.yaml",
            &format!(
                "title: {{nl: Algemeen, en: General}}\nbecause: {{nl: Een laag., en: A layer.}}\n\
                 weights: {{processing-agreement: 1, access-control: {weight}}}\n"
            ),
        )])
    };
    let (low, high) = (layer(1), layer(3));
    let weights = |base: &Path, layers: [&Path; 2]| -> Vec<String> {
        let [first, second] = layers.map(|layer| layer.to_str().expect("a path"));
        let layered = program()
            .current_dir(base)
            .args(["compare", "videobellen", "--format", "json", "--as-of", AS_OF, "--no-builtin"])
            .args(["--data", ".", "--data", first, "--data", second])
            .output()
            .expect("the program starts");
        let document: serde_json::Value = serde_json::from_slice(&layered.stdout).expect("JSON");
        let criteria = document["criteria"].as_array().expect("criteria");
        criteria.iter().map(|c| c["exact_weight"].as_str().expect("a weight").to_owned()).collect()
    };
    for keys in [[1, 2, 3], [3, 2, 1]] {
        let base = copied(&small(), &keys, |_, text| text);
        assert_eq!(weights(base.path(), [low.path(), high.path()]), ["1", "0", "3"]);
        assert_eq!(weights(base.path(), [high.path(), low.path()]), ["1", "0", "1"]);
    }
}
