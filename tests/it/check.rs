//! `check`: what its paths mean, and when its answer is negative.

use std::path::Path;

use crate::support::{
    AS_OF, DELTA, ON_GEGEVENS, Run, copy, folder, in_gegevens, program, run, run_in, small, small_with,
};

mod equal_findings;
pub mod paths;
mod today;

/// Runs `check` in a folder.
fn check_in(folder: &Path, arguments: &[&str]) -> Run {
    let fixed = ["check", "--as-of", AS_OF, "--format", "short"];
    program().current_dir(folder).args(fixed).args(arguments).output().unwrap().into()
}

/// A product about which nothing was found out, of a kind that is built in and
/// in the small data.
const EMPTY: &str = "\
name: Leeg
maker: Leeg bv
homepage: https://leeg.example.org
variants:
  enige: {name: enige uitvoering, hosting: cloud, licence: paid}
sources: {}
facts: {}
";

#[test]
fn a_folder_with_its_own_kinds_stands_by_itself() {
    let data = small_with(&[]);
    let run = check_in(data.path(), &["."]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert!(run.err.contains("11 bestanden"), "{}", run.err);
}

#[test]
fn any_other_folder_is_a_layer_over_the_built_in_data() {
    let layer = folder(&[("vendors/videobellen/leeg.yaml", EMPTY)]);
    let run = check_in(layer.path(), &["."]);
    assert_eq!(run.code, Some(0), "the kind is known from the built-in data: {}{}", run.out, run.err);
    assert!(run.err.contains("1 bestand "), "only its own files are counted: {}", run.err);
    let unknown = folder(&[("vendors/fietsen/leeg.yaml", EMPTY)]);
    let run = check_in(unknown.path(), &["."]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("KH206"), "{}", run.out);
}

#[test]
fn only_the_folders_with_data_are_read() {
    let data = small_with(&[
        ("README.md", "Geen gegevens."),
        ("other/broken.yaml", "name: [\n"),
        ("broken.yaml", "name: [\n"),
    ]);
    let run = check_in(data.path(), &["."]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert!(!run.out.contains("broken") && !run.out.contains("README"), "{}", run.out);
}

#[test]
fn a_file_is_judged_within_its_folder_and_reported_alone() {
    let mistake = EMPTY.replace("facts: {}", "facts: {acces-control: {answers: []}}").replace("Leeg", "Fout");
    let data =
        small_with(&[("vendors/videobellen/leeg.yaml", EMPTY), ("vendors/videobellen/fout.yaml", &mistake)]);
    let one = check_in(data.path(), &["vendors/videobellen/leeg.yaml"]);
    assert_eq!(one.code, Some(0), "{}", one.out);
    assert_eq!(one.out, "");
    assert!(one.err.contains("1 bestand "), "{}", one.err);
    let other = check_in(data.path(), &["vendors/videobellen/fout.yaml"]);
    assert_eq!(other.code, Some(1));
    assert!(other.out.starts_with("vendors/videobellen/fout.yaml:7:"), "{}", other.out);
    assert!(other.out.contains("`access-control`"), "its criteria are those of the folder: {}", other.out);
}

#[test]
fn the_path_is_shown_as_it_was_given() {
    let data = small_with(&[("vendors/videobellen/fout.yaml", "nam: Fout\n")]);
    let parent = data.path().parent().unwrap();
    let name = data.path().file_name().unwrap().to_str().unwrap();
    let given = format!("{name}/vendors/videobellen/fout.yaml");
    let run = check_in(parent, &[&given]);
    assert!(run.out.lines().all(|line| line.starts_with(&format!("{given}:"))), "{}", run.out);
    let absolute = data.path().join("vendors/videobellen/fout.yaml");
    let absolute = absolute.to_str().unwrap();
    let run = check_in(parent, &[absolute]);
    assert!(run.out.lines().all(|line| line.starts_with(&format!("{absolute}:"))), "{}", run.out);
    let inside = check_in(&data.path().join("vendors/videobellen"), &["fout.yaml"]);
    assert_eq!(inside.code, Some(1), "{}", inside.err);
    assert!(inside.out.contains("fout.yaml:1:1"), "{}", inside.out);
}

#[test]
fn a_folder_inside_the_data_is_reported_alone() {
    let data = small_with(&[
        ("vendors/videobellen/fout.yaml", "nam: Fout\n"),
        ("vendors/proctoring/mis.yaml", "nam: Mis\n"),
    ]);
    let run = check_in(data.path(), &["vendors/proctoring"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("mis.yaml") && !run.out.contains("fout.yaml"), "{}", run.out);
}

#[test]
fn several_paths_are_judged_in_one_run() {
    let data = small_with(&[
        ("vendors/videobellen/fout.yaml", "nam: Fout\n"),
        ("vendors/proctoring/mis.yaml", "nam: Mis\n"),
    ]);
    let run = check_in(data.path(), &["vendors/proctoring/mis.yaml", "vendors/videobellen/fout.yaml"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("mis.yaml") && run.out.contains("fout.yaml"), "{}", run.out);
}

#[test]
fn without_a_path_the_current_folder_is_judged_if_it_holds_data() {
    let data = small_with(&[("vendors/videobellen/fout.yaml", "nam: Fout\n")]);
    let run = check_in(data.path(), &[]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("vendors/videobellen/fout.yaml:1:1"), "{}", run.out);
}

#[test]
fn without_a_path_and_without_data_the_built_in_data_is_judged() {
    let empty = folder(&[]);
    let run = check_in(empty.path(), &[]);
    let files: usize = run
        .err
        .split(" in ")
        .nth(1)
        .and_then(|rest| rest.split(' ').next())
        .and_then(|number| number.parse().ok())
        .unwrap_or_else(|| panic!("a number of files: {}", run.err));
    assert!(files > 60, "{}", run.err);
}

#[test]
fn a_folder_without_data_is_an_error_and_a_missing_one_cannot_be_read() {
    let empty = folder(&[]);
    let run = check_in(empty.path(), &["."]);
    assert_eq!(run.code, Some(1), "{}{}", run.out, run.err);
    assert!(run.out.contains("KH036"), "{}", run.out);
    let missing = check_in(empty.path(), &["missing"]);
    assert_eq!(missing.code, Some(3));
    assert!(missing.out.contains("missing:1:1: fout[KH030]"), "{}", missing.out);
    let file = check_in(empty.path(), &["missing.yaml"]);
    assert_eq!(file.code, Some(3));
}

#[test]
fn warnings_are_negative_only_when_strict() {
    let small = small();
    let small = small.to_str().unwrap();
    assert_eq!(run(&["check", "--as-of", AS_OF, small]).code, Some(0));
    assert_eq!(run(&["check", "--as-of", AS_OF, small, "--strict"]).code, Some(1));
    let file = small_with(&[]);
    let clean = check_in(file.path(), &["vendors/videobellen/alfa.yaml", "--strict"]);
    assert_eq!(clean.code, Some(0), "{}", clean.out);
}

#[test]
fn all_findings_of_all_files_are_reported_at_once_in_order() {
    let mistakes = "nam: Fout\nmaker: Fout bv\nhompage: x\n";
    let data = small_with(&[
        ("vendors/videobellen/a-fout.yaml", mistakes),
        ("vendors/videobellen/b-fout.yaml", mistakes),
        ("criteria/contract/c-fout.yaml", "titel: x\n"),
    ]);
    let run = check_in(data.path(), &["."]);
    for place in
        ["a-fout.yaml:1:1", "a-fout.yaml:3:1", "b-fout.yaml:1:1", "b-fout.yaml:3:1", "c-fout.yaml:1:1"]
    {
        assert!(run.out.contains(place), "{place}: {}", run.out);
    }
    let line = |place: &str| run.out.lines().position(|line| line.contains(place)).unwrap();
    assert!(line("a-fout.yaml:1:1") < line("a-fout.yaml:3:1"));
    assert!(line("a-fout.yaml:3:1") < line("b-fout.yaml:1:1"));
    assert_eq!(check_in(data.path(), &["."]).out, run.out);
}

#[test]
fn the_verdict_counts_and_names_the_day() {
    let data = small_with(&[("vendors/videobellen/fout.yaml", "nam: Fout\n")]);
    let path = data.path().to_str().unwrap();
    let text = run(&["check", "--as-of", AS_OF, path]);
    let last = text.out.trim_end().lines().last().unwrap();
    assert!(last.contains("1 waarschuwing in 12 bestanden (stand op 2026-11-30)"), "{last}");
    assert!(last.contains(" fouten, "), "{last}");
}

#[test]
fn a_layer_is_judged_over_the_folders_of_data_too() {
    let base = folder(&[]);
    copy(&small(), base.path());
    let layer = folder(&[(
        "vendors/videobellen/alfa.yaml",
        "facts:\n  exit-deletion-days:\n    because: Nog in overleg.\n    answers:\n      - for: school\n        unknown: Nog niet afgesproken.\n",
    )]);
    let layer = layer.path().to_str().unwrap();
    let base = base.path().to_str().unwrap();
    let over = run(&["check", layer, "--no-builtin", "--data", base, "--as-of", AS_OF, "--format", "short"]);
    assert!(!over.out.contains("exit-deletion-days"), "{}", over.out);
    assert!(!over.out.contains("KH102"), "it amends a file below: {}", over.out);
    // A layer that breaks the one below it gets a finding about that.
    let breaks = folder(&[(
        "criteria/retention/exit-deletion-days.yaml",
        "title: {nl: Wissen, en: Erasure}\napplies-to: [videobellen]\nask: {nl: Gewist?, en: Erased?}\nwhy: {nl: Daarom., en: Because.}\ngrounds: []\nfrom: []\none-of:\n  good:\n    quick: {nl: ja, en: \"yes\"}\n  insufficient:\n    slow: {nl: nee, en: \"no\"}\n",
    )]);
    let found = run(&[
        "check",
        breaks.path().to_str().unwrap(),
        "--no-builtin",
        "--data",
        base,
        "--as-of",
        AS_OF,
        "--format",
        "short",
    ]);
    assert_eq!(found.code, Some(1), "{}", found.out);
    assert!(found.out.contains("alfa.yaml:27:9: fout[KH308]"), "{}", found.out);
}

/// A caret under every line of a product would not help.
#[test]
fn a_finding_about_a_whole_mapping_points_at_its_beginning() {
    let data = small_with(&[(DELTA, "name: Delta\nmaker: Delta bv\n")]);
    let run = run(&["check", "--as-of", AS_OF, data.path().to_str().unwrap()]);
    let pointed = run.out.lines().skip_while(|line| !line.contains("delta.yaml:1:1")).take(5);
    let pointed: Vec<&str> = pointed.skip(1).map(str::trim_end).collect();
    assert_eq!(pointed, ["  |", "1 | name: Delta", "  | ^", "  |"], "{}", run.out);
}

#[test]
fn the_same_check_says_the_same_every_time() {
    let root = in_gegevens(&[
        ("vendors/videobellen/a-fout.yaml", "nam: A\n"),
        ("vendors/videobellen/b-fout.yaml", "x: [\n"),
    ]);
    for format in ["text", "short", "json"] {
        let check = || run_in(root.path(), &["check", "gegevens", "--as-of", AS_OF, "--format", format]);
        let first = check();
        assert_eq!(first.code, Some(1), "{}", first.err);
        for _ in 0..10 {
            let again = check();
            assert_eq!(
                (again.code, &again.out, &again.err),
                (first.code, &first.out, &first.err),
                "{format}"
            );
        }
    }
}

#[test]
fn every_finding_is_told_however_many_there_are() {
    let names: Vec<String> = (0..25).map(|n| format!("vendors/videobellen/fout-{n:02}.yaml")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "nam: Fout\n")).collect();
    let root = in_gegevens(&files);
    for format in ["text", "short", "json"] {
        let run = run_in(root.path(), &["check", "gegevens", "--all", "--as-of", AS_OF, "--format", format]);
        for name in &names {
            let found = run.out.matches(name.as_str()).count();
            assert!(found >= 7, "{format}: {name} has a wrong key and lacks six, told are {found}");
        }
    }
    let refused = run_in(root.path(), &[&["compare", "videobellen"], &ON_GEGEVENS[..]].concat());
    assert_eq!(refused.code, Some(1));
    assert!(names.iter().all(|name| refused.out.contains(name.as_str())), "{}", refused.out);
}
