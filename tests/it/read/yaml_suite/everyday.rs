//! The quick reader in front of the parser: what it accepts, it reads like the
//! parser, down to the position of every node, and it reads nearly every file.

use std::path::{Path, PathBuf};

use keuzehulp::text::FileId;
use keuzehulp::text::yaml;
use rayon::prelude::*;

use super::mutants::{Dice, mutant};
use super::{CASES, normal};
use crate::support::{data, root};

/// Whether the quick reader takes this text; if so, the parser must agree.
fn accepted(text: &str) -> bool {
    let Some(tree) = yaml::everyday(FileId(0), text) else { return false };
    let (parsed, findings) = yaml::parse(FileId(0), text);
    assert!(findings.is_empty(), "{text:?} was accepted, but {findings:?}");
    assert!(tree == parsed, "read otherwise than by the parser: {text:?}");
    true
}

fn yaml_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            yaml_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            found.push(path);
        }
    }
}

fn shipped() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for folder in ["vendors", "criteria"] {
        yaml_files(&root().join(folder), &mut files);
    }
    files.sort();
    let text = |path: &PathBuf| normal(&std::fs::read_to_string(path).expect("a file"));
    files.into_iter().map(|path| (path.clone(), text(&path))).collect()
}

/// Otherwise it would be useless without anyone noticing.
#[test]
fn nearly_every_shipped_file_needs_no_parser() {
    let files = shipped();
    let declined: Vec<&PathBuf> =
        files.iter().filter(|(_, text)| !accepted(text)).map(|(at, _)| at).collect();
    assert!(declined.len() * 10 < files.len(), "{} of {}: {declined:?}", declined.len(), files.len());
    let products = declined.iter().filter(|path| path.starts_with(root().join("vendors")));
    assert_eq!(products.count(), 0, "{declined:?}");
}

#[test]
fn the_suite_is_read_alike() {
    let taken = CASES.iter().filter(|case| accepted(&normal(&case.yaml))).count();
    assert!(taken > 10, "only {taken}");
}

/// Texts of the suite and of shipped files, with small errors.
#[test]
fn texts_with_slips_are_read_alike() {
    let mut texts: Vec<String> = CASES.iter().map(|case| normal(&case.yaml)).collect();
    // Part of a long file is enough, so that all parts get errors.
    texts.extend(shipped().iter().map(|(_, text)| text.lines().take(40).map(|l| format!("{l}\n")).collect()));
    let taken: usize = texts
        .par_iter()
        .enumerate()
        .map(|(number, text)| {
            let mut dice = Dice::new(number as u64);
            (0..60).filter(|_| accepted(&normal(&mutant(&mut dice, text)))).count()
        })
        .sum();
    assert!(taken > 2_000, "only {taken} of {}", texts.len() * 60);
}

/// What everyday files are made of, and what it is easily taken for.
const PIECES: [&str; 22] = [
    "a", "b: ", "c:", "- ", "-", " ", "  ", "\n", "\n  ", "# x", "\"", "'", "[", "]", "{", "}", ",", ">",
    "|-", "é", "---", ":",
];

/// Every text of up to this many pieces.
#[test]
fn every_short_text_is_read_alike() {
    // In a place where much can follow, and from the start.
    let taken: usize = ["", "k: ", "k:\n  ", "k:\n  - a: ", "k: >-\n  "]
        .into_par_iter()
        .map(|before| {
            (0..PIECES.len())
                .into_par_iter()
                .map(|first| longer(&format!("{before}{}", PIECES[first]), 3))
                .sum::<usize>()
        })
        .sum();
    assert!(taken > 10_000, "only {taken}");
}

/// How many texts with this beginning and up to this many more pieces are accepted.
fn longer(text: &str, more: usize) -> usize {
    let here = usize::from(accepted(text));
    if more == 0 {
        return here;
    }
    here + PIECES.iter().map(|piece| longer(&format!("{text}{piece}"), more - 1)).sum::<usize>()
}

/// The kept cases of the fuzzer.
#[test]
fn kept_texts_are_read_alike() {
    let mut taken = 0;
    for folder in std::fs::read_dir(root().join("tests/fuzz/corpus")).expect("the corpus") {
        for file in std::fs::read_dir(folder.expect("an entry").path()).expect("a folder") {
            let bytes = std::fs::read(file.expect("an entry").path()).expect("a file");
            taken += usize::from(yaml::normalise(bytes).is_ok_and(|text| accepted(&text)));
        }
    }
    let mut files = Vec::new();
    yaml_files(&data(""), &mut files);
    for path in files {
        let bytes = std::fs::read(path).expect("a file");
        taken += usize::from(yaml::normalise(bytes).is_ok_and(|text| accepted(&text)));
    }
    assert!(taken > 100, "only {taken}");
}
