//! Without `--as-of` the day is today in UTC, and a date that is too late says so.

use crate::support::{AS_OF, DELTA, PRODUCT, Run, program, run, small_with};

/// The small data with a source that was read on a day that is yet to come.
fn ahead() -> tempfile::TempDir {
    small_with(&[(DELTA, &PRODUCT.replace("read: 2026-10-01", "read: 2199-01-01"))])
}

fn in_data(place: &tempfile::TempDir, arguments: &[&str]) -> Run {
    program().current_dir(place.path()).args(arguments).output().unwrap().into()
}

#[test]
fn a_date_that_is_too_late_says_which_day_it_is_held_against() {
    let place = ahead();
    for format in ["text", "short", "json"] {
        let today = in_data(&place, &["check", "--format", format]);
        assert_eq!(today.code, Some(1), "{}", today.out);
        assert!(
            today.out.contains("KH106") && today.out.contains("Vandaag is 20"),
            "{format}: {}",
            today.out
        );
        assert!(today.out.contains("(UTC)") && today.out.contains("--as-of"), "{format}: {}", today.out);
        let given = in_data(&place, &["check", "--format", format, "--as-of", AS_OF]);
        assert!(given.out.contains("KH106") && !given.out.contains("UTC"), "{format}: {}", given.out);
    }
    let english = in_data(&place, &["check", "--lang", "en"]);
    assert!(english.out.contains("Today is 20") && english.out.contains("(UTC)"), "{}", english.out);
}

#[test]
fn every_command_that_refuses_the_date_says_so() {
    let place = ahead();
    for command in [
        &["compare", "videobellen", "--no-builtin", "--data", "."][..],
        &["compare", "videobellen", "--no-builtin", "--data", ".", "--format", "json"],
        &["explain", "delta", "--no-builtin", "--data", "."],
        &["bundle", "videobellen", "--no-builtin", "--data", ".", "-o", "pakket"],
        &["check", DELTA],
    ] {
        let run = in_data(&place, command);
        assert_eq!(run.code, Some(1), "{command:?}: {}", run.err);
        assert!(run.out.contains("Vandaag is 20") && run.out.contains("(UTC)"), "{command:?}: {}", run.out);
    }
    let dossier = crate::support::folder(&[(
        "dossier.yaml",
        "kind: proctoring\ninstitution: X\nheard:\n  - {who: OR, on: 2199-01-01}\n",
    )]);
    let path = dossier.path().join("dossier.yaml");
    let checked = run(&["check", path.to_str().unwrap()]);
    let late: Vec<&str> = checked.out.split("\n\n").filter(|finding| finding.contains("KH106")).collect();
    assert!(late.iter().all(|finding| finding.contains("(UTC)")), "{}", checked.out);
}
