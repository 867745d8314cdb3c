//! Several runs that write the same file at once.

use std::path::Path;
use std::process::Child;

use super::{OLD, comparison, expected, place, text};
use crate::platform::{ended, started};
use crate::support::{names, small};

/// Starts a comparison to `uit.json`.
fn start(at: &Path, extra: &[&str]) -> Child {
    started(at, comparison(&small(), extra))
}

#[test]
fn two_that_replace_a_file_at_once_leave_one_complete_version() {
    let (dutch, english) = (expected(&[]), expected(&["--lang", "en"]));
    assert_ne!(dutch, english);
    let place = place(true);
    let at = place.path();
    for round in 0..100 {
        let first = start(at, &["--overwrite"]);
        let second = start(at, &["--overwrite", "--lang", "en"]);
        for run in [ended(first), ended(second)] {
            assert_eq!(run.code, Some(0), "round {round}: {}", run.err);
        }
        let found = text(at).unwrap();
        assert!(found == dutch || found == english, "round {round}: {found}");
        assert_eq!(names(at), ["uit.json"], "round {round}");
    }
}

#[test]
fn of_two_that_make_a_file_at_once_one_is_refused() {
    let (dutch, english) = (expected(&[]), expected(&["--lang", "en"]));
    for round in 0..50 {
        let place = place(false);
        let at = place.path();
        let first = start(at, &[]);
        let second = start(at, &["--lang", "en"]);
        let (first, second) = (ended(first), ended(second));
        let codes = [first.code, second.code];
        let winner = match codes {
            [Some(0), Some(3)] => &dutch,
            [Some(3), Some(0)] => &english,
            _ => panic!("round {round}: {codes:?} {}{}", first.err, second.err),
        };
        let refused = if winner == &dutch { &second } else { &first };
        assert!(refused.err.contains("uit.json: "), "round {round}: {}", refused.err);
        assert_eq!(text(at).as_ref(), Some(winner), "round {round}");
        assert_eq!(names(at), ["uit.json"], "round {round}");
    }
}

#[test]
fn who_reads_while_another_writes_sees_a_whole_file() {
    let (dutch, english) = (expected(&[]), expected(&["--lang", "en"]));
    let place = place(true);
    let at = place.path();
    let mut seen = 0;
    for round in 0..40 {
        let extra: &[&str] = if round % 2 == 0 { &["--overwrite"] } else { &["--overwrite", "--lang", "en"] };
        let mut writer = start(at, extra);
        loop {
            let found = text(at).expect("there is always a file");
            assert!(found == OLD || found == dutch || found == english, "round {round}: {found}");
            seen += 1;
            if writer.try_wait().unwrap().is_some() {
                break;
            }
        }
        assert_eq!(ended(writer).code, Some(0), "round {round}");
    }
    assert!(seen > 40, "{seen}");
}
