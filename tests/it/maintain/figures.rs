//! The figures by which we measure how much the data says: `tests/figures`.

use std::process::{Command, Output};

use crate::support::{AS_OF, root, small};

fn figures(arguments: &[&str]) -> Output {
    let small = small();
    let fixed = ["--as-of", AS_OF, "--data", small.to_str().expect("a path")];
    let script = root().join("tests/figures/figures.py");
    let mut command = Command::new("python3");
    command.arg(script).arg(env!("CARGO_BIN_EXE_keuzehulp")).args(fixed).args(arguments);
    command.output().expect("python3 is needed for the figures")
}

fn said(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn they_are_counted_per_kind_and_for_all() {
    let output = figures(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let said = said(&output);
    assert!(said.starts_with("variants known width undated proctoring "), "{said}");
    assert!(said.contains(" videobellen 3 ") && said.contains(" all "), "{said}");
}

#[test]
fn a_list_says_which_variants_count() {
    let list = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(list.path(), "# those that we look at\nalfa/school # all of it\n\nalfa/weg\n")
        .expect("written");
    let said = said(&figures(&["--only", list.path().to_str().expect("a path")]));
    // Half of the weight is the agreement, which is known; of erasure and access, a quarter
    // each, half is open.
    assert!(said.contains("proctoring 0 - - ") && said.contains("videobellen 1 50.0 25.0 0.0"), "{said}");
    assert!(said.ends_with("not compared any more, and not counted: alfa/weg"), "{said}");
}

#[test]
fn a_figure_beyond_a_bound_is_named() {
    let good = figures(&["--least", "known.all=0", "--most", "undated.videobellen=0"]);
    assert_eq!(good.status.code(), Some(0), "{}", said(&good));
    let bad = figures(&["--least", "variants.videobellen=4", "--most", "width.all=1"]);
    assert_eq!(bad.status.code(), Some(1));
    let said = said(&bad);
    assert!(said.contains("variants.videobellen is 3, and should be at least 4.0"), "{said}");
    assert!(said.contains("width.all is ") && said.contains(", and should be at most 1.0"), "{said}");
    for wrong in ["known", "known.nothing=3", "seen.all=3", "known.all=much"] {
        assert_eq!(figures(&["--least", wrong]).status.code(), Some(2), "{wrong}");
    }
}
