//! `check` with many paths, as hooks pass them: each is checked, nothing is reported
//! or counted twice, and the worst of all decides the code.

use std::path::Path;

use serde_json::Value;

use crate::support::{AS_OF, Run, folder, program, small_with};

/// Two products with a mistake each, and a file beside the data.
pub fn data() -> tempfile::TempDir {
    small_with(&[
        ("vendors/videobellen/fout.yaml", "nam: Fout\n"),
        ("vendors/proctoring/mis.yaml", "nam: Mis\n"),
        ("los.txt", "geen gegevens"),
    ])
}

pub const FILE: &str = "vendors/videobellen/fout.yaml";

pub fn check(at: &Path, format: &str, paths: &[&str]) -> Run {
    let fixed = ["check", "--as-of", AS_OF, "--format", format];
    program().current_dir(at).args(fixed).args(paths).output().unwrap().into()
}

/// Path and code of every finding.
pub fn found(run: &Run) -> Vec<(String, String)> {
    let document: Value = serde_json::from_str(&run.out).unwrap_or_else(|e| panic!("{e}: {}", run.out));
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let findings = document["findings"].as_array().unwrap();
    findings.iter().map(|finding| (text(finding, "path"), text(finding, "code"))).collect()
}

#[test]
fn a_layer_that_is_named_twice_lies_over_nothing_twice() {
    let place = data();
    let root = place.path().to_str().unwrap();
    let once = check(place.path(), "short", &[".", "--no-builtin"]);
    for extra in [&["--data", "."][..], &["--data", root], &["--data", ".", "."]] {
        let run = check(place.path(), "short", &[&[".", "--no-builtin"], extra].concat());
        assert_eq!((run.out, run.err), (once.out.clone(), once.err.clone()), "{extra:?}");
    }
}

#[test]
fn two_folders_over_one_layer_tell_its_findings_once() {
    let below = data();
    let (one, two) = (
        folder(&[("vendors/videobellen/aa.yaml", "nam: A\n")]),
        folder(&[("vendors/videobellen/bb.yaml", "nam: B\n")]),
    );
    let paths = [one.path(), two.path()].map(|path| path.to_str().unwrap());
    let below = below.path().to_str().unwrap();
    let run = check(one.path(), "json", &[paths[0], paths[1], "--no-builtin", "--data", below]);
    let found = found(&run);
    for file in ["aa.yaml", "bb.yaml", "fout.yaml", "mis.yaml"] {
        let unknown =
            found.iter().filter(|(path, code)| path.ends_with(&format!("/{file}")) && code == "KH101");
        assert_eq!(unknown.count(), 1, "{file}: {found:?}");
    }
    let short = check(one.path(), "short", &[paths[0], paths[1], "--no-builtin", "--data", below]);
    assert!(short.err.contains("15 bestanden"), "{}", short.err);
}

#[test]
fn a_file_in_a_folder_that_is_not_read_is_told() {
    let place = small_with(&[("vendors/videobellen/dieper/x.yaml", "nam: X\n")]);
    for path in ["vendors/videobellen/dieper", "vendors/videobellen/dieper/x.yaml"] {
        let run = check(place.path(), "short", &[path]);
        assert!(run.out.contains("KH034"), "{path}: {}{}", run.out, run.err);
    }
}
