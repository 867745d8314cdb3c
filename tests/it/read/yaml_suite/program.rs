//! The whole suite as files of one folder, through the program.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use super::CASES;
use crate::support::{AS_OF, Limits, Run, copy, limited, small};

/// Runs the program with a bound on its memory and two minutes, which is far more
/// than it needs.
fn run(place: &Path, arguments: &[&str]) -> Run {
    let mut command = limited(place, &Limits::default());
    command.args(arguments).args(["--as-of", AS_OF]);
    let run: Run = command.output().expect("the program starts").into();
    assert!(matches!(run.code, Some(0..=3)), "{arguments:?} ended with {:?}: {}", run.code, run.err);
    for text in [&run.out, &run.err] {
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{}", text.escape_debug());
    }
    run
}

/// The small data with every text of the suite as a file of `folder`.
fn with_suite(folder: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a folder");
    copy(&small(), place.path());
    for case in CASES.iter() {
        fs::write(place.path().join(path(folder, &case.id)), &case.yaml).expect("written");
    }
    place
}

fn path(folder: &str, id: &str) -> String {
    format!("{folder}/suite-{}.yaml", id.to_lowercase())
}

/// The files with errors.
fn files_with_errors(place: &Path) -> BTreeSet<String> {
    let run = run(place, &["check", ".", "--format", "json"]);
    assert_eq!(run.code, Some(1));
    let document: Json = serde_json::from_str(&run.out).expect("one document");
    let all = document["findings"].as_array().expect("findings");
    let errors = all.iter().filter(|finding| finding["severity"] == "error");
    errors.map(|finding| finding["path"].as_str().expect("a path").to_owned()).collect()
}

/// No text of the suite is a product, a criterion or a profile: each is refused,
/// and no other file is touched by it.
fn is_refused_as_a_whole(folder: &str) {
    let place = with_suite(folder);
    let errors = files_with_errors(place.path());
    assert_eq!(errors.len(), CASES.len(), "each of the files has an error, and no other");
    for case in CASES.iter() {
        assert!(errors.contains(&path(folder, &case.id)), "{} is accepted", case.id);
    }
    for format in ["text", "short"] {
        let run = run(place.path(), &["check", ".", "--all", "--format", format]);
        assert_eq!(run.code, Some(1), "{format}");
        for case in CASES.iter() {
            assert!(run.out.contains(&path(folder, &case.id)), "{format} is silent about {}", case.id);
        }
    }
    let compare = ["compare", "videobellen", "--no-builtin", "--data", ".", "--format", "json"];
    assert_eq!(run(place.path(), &compare).code, Some(1), "nothing is ranked beside it");
    let document = |place: &Path| -> Json {
        let run = run(place, &[&compare[..], &["--ignore-invalid"]].concat());
        assert_eq!(run.code, Some(0), "{}", run.err);
        serde_json::from_str(&run.out).expect("one document")
    };
    let (with, without) = (document(place.path()), document(&small()));
    assert_eq!(with["ranking"], without["ranking"]);
    assert_eq!(with["left_out"].as_array().map(Vec::len), Some(CASES.len()));
}

/// Y28.
#[test]
fn all_texts_at_once_are_refused_as_products() {
    is_refused_as_a_whole("vendors/videobellen");
}

#[test]
fn all_texts_at_once_are_refused_as_criteria() {
    is_refused_as_a_whole("criteria/security");
}

#[test]
fn all_texts_at_once_are_refused_as_profiles() {
    is_refused_as_a_whole("criteria/profiles");
}
