//! `bundle` and `verify`: everything in one folder, which makes the same ranking
//! again and in which no byte changes unnoticed.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use keuzehulp::text::hash::sha256;

use crate::support::{AS_OF, Run, copy, folder, program, run, small};

mod contents;
pub mod hostile;
mod line_ends;
mod trust;
mod verifying;
pub mod writing;

/// The arguments that make a bundle of the small data.
pub fn arguments<'a>(data: &'a Path, kind: &'a str, extra: &[&'a str]) -> Vec<&'a str> {
    let fixed = ["bundle", kind, "--no-builtin", "--as-of", AS_OF, "-o", "pakket", "--data"];
    [&fixed[..], &[data.to_str().unwrap()], extra].concat()
}

/// Runs the program in a folder.
fn at(place: &Path, arguments: &[&str]) -> Run {
    program().current_dir(place).args(arguments).output().unwrap().into()
}

/// A place with a bundle of the small data in `pakket`.
pub fn made(kind: &str, extra: &[&str]) -> tempfile::TempDir {
    let place = folder(&[]);
    let run = at(place.path(), &arguments(&small(), kind, extra));
    assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
    place
}

/// The bundle in a place.
pub fn bundle(place: &tempfile::TempDir) -> PathBuf {
    place.path().join("pakket")
}

/// All files below a folder by their path in it, in order.
pub fn files(root: &Path) -> Vec<String> {
    fn walk(root: &Path, inner: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(root.join(inner)).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if inner.is_empty() { name } else { format!("{inner}/{name}") };
            if entry.file_type().unwrap().is_dir() {
                walk(root, &path, found);
            } else {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(root, "", &mut found);
    found.sort();
    found
}

/// Checks the bundle in a place.
pub fn verify(place: &Path, extra: &[&str]) -> Run {
    at(place, &[&["verify", "pakket"], extra].concat())
}

/// The value of a header of the manifest.
fn header(root: &Path, name: &str) -> String {
    let text = fs::read_to_string(root.join("manifest.txt")).unwrap();
    let start = format!("# {name}: ");
    text.lines()
        .find_map(|line| line.strip_prefix(&start))
        .unwrap_or_else(|| panic!("{name}: {text}"))
        .to_owned()
}

/// Writes the manifest of a bundle again, so that it fits the files that are
/// there: what somebody does who wants to hide a change.
pub fn sealed(root: &Path) {
    let old = fs::read_to_string(root.join("manifest.txt")).unwrap();
    let mut text: String = old
        .lines()
        .filter(|line| line.starts_with('#') && !line.starts_with("# above"))
        .flat_map(|l| [l, "\n"])
        .collect();
    for path in files(root).iter().filter(|path| *path != "manifest.txt") {
        let sha256 = sha256(&fs::read(root.join(path)).unwrap());
        text.extend([sha256.as_str(), "  ", path, "\n"]);
    }
    let above = sha256(text.as_bytes());
    fs::write(root.join("manifest.txt"), format!("{text}# above: {above}\n")).unwrap();
}

/// The words of a command as a shell takes them.
#[cfg(unix)]
fn as_a_shell(root: &Path, command: &str) -> Run {
    let line = command.replacen("keuzehulp", env!("CARGO_BIN_EXE_keuzehulp"), 1);
    let output =
        std::process::Command::new("sh").env_clear().current_dir(root).args(["-c", &line]).output().unwrap();
    output.into()
}

/// A layer of a school's own: another answer with its reason, and a weighing.
fn own_layer() -> tempfile::TempDir {
    folder(&[
        (
            "vendors/videobellen/beta.yaml",
            "sources:\n  contract:\n    title: Ons contract\n    url: https://school.example.org/contract\n    \
             read: 2026-10-01\n    grade: contract\nfacts:\n  processing-agreement:\n    because: Ons contract zegt het anders.\n    \
             answers:\n      - for: all\n        answer: none\n    evidence:\n      - from: contract\n        shows: Er is er geen.\n",
        ),
        (
            "mijn.yaml",
            "title: {nl: Mijn, en: Mine}\nbecause: {nl: Zo wegen wij., en: So we weigh.}\nweights: {processing-agreement: 3, access-control: 1}\n",
        ),
    ])
}
