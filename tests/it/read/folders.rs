//! What a data folder may hold, and how we report what it may not hold.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{AS_OF, Limits, Run, copy, folder, limited, run, small};

/// A copy of the small data, and its folder of products.
pub fn data() -> (tempfile::TempDir, PathBuf) {
    let root = folder(&[]);
    copy(&small(), root.path());
    let products = root.path().join("vendors/videobellen");
    (root, products)
}

/// Runs `check`; a run that hangs is ended, so that the test fails.
pub fn check(path: &Path) -> Run {
    let mut command = limited(Path::new("."), &Limits::default());
    command.args(["check", "--as-of", AS_OF, "--format", "short"]).arg(path);
    command.output().unwrap().into()
}

/// The findings about files with this name.
pub fn about<'r>(run: &'r Run, name: &str) -> Vec<&'r str> {
    run.out.lines().filter(|line| line.contains(&format!("/{name}:1:1: "))).collect()
}

/// A small product, with a name of its own.
pub fn product(name: &str) -> String {
    format!(
        "name: {name}\nmaker: {name} bv\nhomepage: https://leeg.example.org\nvariants:\n  enige: {{name: enige, hosting: cloud, licence: paid}}\nsources: {{}}\nfacts: {{}}\n"
    )
}

#[test]
fn a_missing_folder_and_a_file_in_its_place_are_named_with_code_3() {
    let root = folder(&[("bestand", "x")]);
    for (name, words) in [("geen", "deze map is er niet"), ("bestand", "dit is geen map")] {
        let path = root.path().join(name);
        let path = path.to_str().unwrap();
        let run = run(&["compare", "videobellen", "--no-builtin", "--data", path]);
        assert_eq!(run.code, Some(3), "{}", run.err);
        assert!(run.err.contains(path) && run.err.contains(words), "{}", run.err);
        assert_eq!(run.out, "");
    }
}

#[test]
fn an_empty_folder_has_no_data() {
    let root = folder(&[]);
    let path = root.path().to_str().unwrap();
    for arguments in [&["check", path][..], &["compare", "videobellen", "--no-builtin", "--data", path]] {
        let run = run(arguments);
        assert_eq!(run.code, Some(1), "{arguments:?}: {}", run.err);
        assert!(run.out.contains("KH036") && run.out.contains(path), "{}", run.out);
    }
}

#[test]
fn both_endings_of_yaml_files_are_read_in_any_case() {
    let (root, products) = data();
    for name in ["een.yml", "twee.YAML", "drie.Yml"] {
        fs::write(products.join(name), product(name.split('.').next().unwrap())).unwrap();
    }
    let path = root.path().to_str().unwrap();
    let listed = run(&["list", "products", "--no-builtin", "--data", path]);
    for id in ["een/enige", "twee/enige", "drie/enige"] {
        assert!(listed.out.contains(id), "{id}: {}", listed.out);
    }
}

#[test]
fn what_editors_and_other_tools_leave_behind_is_passed_over_in_silence() {
    let (root, products) = data();
    let clean = check(root.path());
    for name in
        ["alfa.yaml~", ".#alfa.yaml", "#alfa.yaml#", ".alfa.yaml.swp", ".keuzehulp-a1.tmp", "x.yaml.tmp"]
    {
        fs::write(products.join(name), "name: [\n").unwrap();
    }
    for name in [".git", "node_modules", "vendors/.git", "criteria/.cache"] {
        fs::create_dir_all(root.path().join(name)).unwrap();
        fs::write(root.path().join(name).join("broken.yaml"), "name: [\n").unwrap();
    }
    let after = check(root.path());
    assert_eq!((after.code, &after.out, &after.err), (clean.code, &clean.out, &clean.err));
}

#[test]
fn other_files_among_the_data_are_reported_but_do_no_harm() {
    let (root, products) = data();
    fs::write(products.join("alfa.json"), "{}").unwrap();
    fs::write(products.join("notes.docx"), "x").unwrap();
    let run = check(root.path());
    assert_eq!(run.code, Some(0), "{}", run.out);
    for name in ["alfa.json", "notes.docx"] {
        let found = about(&run, name);
        assert_eq!(found.len(), 1, "{name}: {}", run.out);
        assert!(found[0].contains("waarschuwing[KH034]"), "{}", found[0]);
    }
    assert!(about(&run, "alfa.json")[0].contains("`.yaml`"), "{}", run.out);
}
