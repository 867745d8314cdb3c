//! Where a result is written, and what can be in its way.

use std::fs;
use std::path::Path;

use crate::support::{AS_OF, Run, folder, names, program, run, small};

/// A comparison of the small data as JSON with this `-o`, and more.
pub fn write_to(path: &Path, extra: &[&str]) -> Run {
    let mut command = program();
    command.args(["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--format", "json", "--data"]);
    command.arg(small()).arg("-o").arg(path).args(extra).output().unwrap().into()
}

/// What [`write_to`] writes.
pub fn expected() -> String {
    let run = write_to(Path::new("-"), &[]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out
}

/// The output cannot be written: code 3, a message that names the path, and
/// nothing in the folder but what was there.
pub fn is_refused(run: &Run, path: &Path) {
    assert_eq!(run.code, Some(3), "{}", run.err);
    assert!(run.err.contains("fout: "), "{}", run.err);
    assert!(run.err.contains(path.to_str().unwrap()), "{}", run.err);
    assert!(!run.err.contains("Geschreven"), "{}", run.err);
}

#[test]
fn a_result_goes_whole_to_a_new_file() {
    let root = folder(&[]);
    let path = root.path().join("uit.json");
    let run = write_to(&path, &[]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(run.out, "");
    assert!(run.err.contains(&format!("Geschreven: {}", path.display())), "{}", run.err);
    assert_eq!(fs::read_to_string(&path).unwrap(), expected());
    assert_eq!(names(root.path()), ["uit.json"]);
}

#[test]
fn the_file_name_tells_the_format() {
    let root = folder(&[]);
    let stdout = |format: &str| {
        let small = small();
        let fixed =
            ["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--format", format, "--data"];
        run(&[&fixed[..], &[small.to_str().unwrap()]].concat()).out
    };
    for (name, format) in
        [("a.csv", "csv"), ("a.json", "json"), ("a.yaml", "yaml"), ("a.txt", "table"), ("A.CSV", "csv")]
    {
        let output = program()
            .current_dir(root.path())
            .args([
                "compare",
                "videobellen",
                "--no-builtin",
                "--as-of",
                AS_OF,
                "--overwrite",
                "-o",
                name,
                "--data",
            ])
            .arg(small())
            .output()
            .unwrap();
        let run: Run = output.into();
        assert_eq!(run.code, Some(0), "{name}: {}", run.err);
        assert_eq!(fs::read_to_string(root.path().join(name)).unwrap(), stdout(format), "{name}");
    }
}

#[test]
fn an_existing_file_is_replaced_only_when_asked() {
    let root = folder(&[("uit.json", "van een ander")]);
    let path = root.path().join("uit.json");
    let refused = write_to(&path, &[]);
    is_refused(&refused, &path);
    assert!(refused.err.contains("--overwrite"), "{}", refused.err);
    assert_eq!(fs::read_to_string(&path).unwrap(), "van een ander");
    let replaced = write_to(&path, &["--overwrite"]);
    assert_eq!(replaced.code, Some(0), "{}", replaced.err);
    assert_eq!(fs::read_to_string(&path).unwrap(), expected());
    assert_eq!(names(root.path()), ["uit.json"]);
}

#[test]
fn a_folder_in_the_place_of_the_file_is_told() {
    let root = folder(&[("uit.json/inhoud", "x")]);
    let path = root.path().join("uit.json");
    for extra in [&[][..], &["--overwrite"]] {
        let run = write_to(&path, extra);
        is_refused(&run, &path);
        assert!(run.err.contains("dit is een map"), "{}", run.err);
    }
    assert_eq!(names(&path), ["inhoud"]);
}

#[test]
fn a_folder_that_is_not_there_is_told_and_not_made() {
    let root = folder(&[("bestand", "x")]);
    let path = root.path().join("geen/map/uit.json");
    is_refused(&write_to(&path, &[]), &path);
    let below_a_file = root.path().join("bestand/uit.json");
    is_refused(&write_to(&below_a_file, &[]), &below_a_file);
    assert_eq!(names(root.path()), ["bestand"]);
}

#[test]
fn a_name_that_is_too_long_is_told() {
    let root = folder(&[]);
    let path = root.path().join(format!("{}.json", "x".repeat(300)));
    assert_eq!(write_to(&path, &[]).code, Some(3));
    assert_eq!(names(root.path()), Vec::<String>::new());
}
