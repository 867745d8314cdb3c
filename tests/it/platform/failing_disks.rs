//! Disks that fail: every call by which the program reads or writes is made to
//! fail in turn, by `strace`. What was there before stays as it was, nothing is
//! left behind, and the message names the file.

use super::{Traced, code, strace};
use crate::support::{AS_OF, Run, folder, names, program, small};
use std::fs;
use std::path::Path;
mod endings;
mod reading;
mod rights;
mod writers;

/// What an older run wrote.
const OLD: &str = "{\"oud\": true}\n";

/// A comparison of the small data as JSON to `uit.json`.
fn comparison<'a>(data: &'a Path, extra: &[&'a str]) -> Vec<&'a str> {
    comparison_to("uit.json", data, extra)
}

fn comparison_to<'a>(target: &'a str, data: &'a Path, extra: &[&'a str]) -> Vec<&'a str> {
    let fixed = ["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--format", "json", "--data"];
    [&fixed[..], &[data.to_str().unwrap(), "-o", target], extra].concat()
}

/// What [`comparison`] writes.
fn expected(extra: &[&str]) -> String {
    let run: Run = program().args(comparison_to("-", &small(), extra)).output().unwrap().into();
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out
}

/// A place with an older file, or without.
fn place(has_old: bool) -> tempfile::TempDir {
    if has_old { folder(&[("uit.json", OLD)]) } else { folder(&[]) }
}

/// The text of `uit.json`, if it is there.
fn text(place: &Path) -> Option<String> {
    fs::read_to_string(place.join("uit.json")).ok()
}

/// The output could not be written: code 3, a message that names the file, one
/// JSON document that says the same, and a folder that is as it was.
fn is_refused(run: &Traced, place: &Path, has_old: bool, what: &str) {
    assert_eq!(run.code, 3, "{what}: {}", run.err);
    assert!(run.err.contains("fout: uit.json: "), "{what}: {}", run.err);
    assert!(!run.err.contains("Geschreven"), "{what}: {}", run.err);
    let document: serde_json::Value = serde_json::from_str(&run.out).expect("one JSON document");
    assert_eq!(document["findings"][0]["path"], "uit.json", "{what}: {}", run.out);
    assert_eq!(text(place), has_old.then(|| OLD.to_owned()), "{what}: the file is as it was");
    assert_eq!(names(place).len(), usize::from(has_old), "{what}: {:?}", names(place));
}

/// Makes the n-th of these calls fail, for every n, and reports each call that
/// was hit: how the run went, and where.
fn at_every(call: &str, error: &str, each: &mut dyn FnMut(&Traced, &str, &Path, bool)) -> usize {
    let mut hits = 0;
    for has_old in [true, false] {
        for n in 1..200 {
            let place = place(has_old);
            let data = small();
            let extra: &[&str] = if has_old { &["--overwrite"] } else { &[] };
            let option = format!("inject={call}:error={error}:when={n}");
            let run = strace(&["-e", &option], place.path(), &comparison(&data, extra));
            let Some(hit) = run.injected().first().map(|line| (*line).to_owned()) else { break };
            hits += usize::from(hit.contains("/.keuzehulp-"));
            each(&run, &hit, place.path(), has_old);
            assert!(n < 199, "{call} is called without end");
        }
    }
    hits
}

#[test]
fn a_disk_that_is_full_at_any_write_leaves_all_as_it_was() {
    let whole = expected(&[]);
    for error in ["ENOSPC", "EDQUOT", "EIO"] {
        let hits = at_every("write", error, &mut |run, hit, place, has_old| {
            if hit.contains("/.keuzehulp-") {
                is_refused(run, place, has_old, hit);
            } else {
                // Standard error accepted nothing; the result is still complete.
                assert_eq!(run.code, 0, "{hit}: {}", run.err);
                assert_eq!(text(place).as_deref(), Some(whole.as_str()), "{hit}");
                assert_eq!(names(place), ["uit.json"], "{hit}");
            }
        });
        assert!(hits >= 2, "the file is written, over an old one and as a new one: {hits}");
    }
}

#[test]
fn a_disk_that_cannot_keep_the_file_leaves_all_as_it_was() {
    for error in ["EIO", "ENOSPC"] {
        let hits = at_every("fsync,?fdatasync", error, &mut |run, hit, place, has_old| {
            is_refused(run, place, has_old, hit);
        });
        assert!(hits >= 2, "the file is kept for certain before it takes its place: {hits}");
    }
}

#[test]
fn a_file_that_cannot_take_its_place_leaves_all_as_it_was() {
    for error in ["EXDEV", "EACCES", "EIO", "EPERM", "EROFS"] {
        let calls = "?rename,?renameat,?renameat2,?link,?linkat";
        let hits = at_every(calls, error, &mut |run, hit, place, has_old| {
            is_refused(run, place, has_old, hit);
        });
        assert!(hits >= 2, "the file takes its place by a new name: {hits}");
    }
}

#[test]
fn permissions_that_cannot_be_given_leave_all_as_it_was() {
    let hits = at_every("?fchmod,?fchmodat", "EPERM", &mut |run, hit, place, has_old| {
        is_refused(run, place, has_old, hit);
    });
    assert!(hits >= 1, "the file that is replaced passes on its permissions");
}

#[test]
fn too_many_open_files_at_any_moment_are_told_with_the_name_of_what_was_to_be_opened() {
    let whole = expected(&[]);
    let data = small();
    let data = data.to_str().unwrap();
    for error in ["EMFILE", "ENFILE"] {
        let hits = at_every("openat", error, &mut |run, hit, place, has_old| {
            let path = hit.split('"').nth(1).unwrap_or_default();
            let old = has_old.then(|| OLD.to_owned());
            if hit.contains("/.keuzehulp-") {
                is_refused(run, place, has_old, hit);
            } else if path.starts_with(data) {
                assert_eq!(run.code, 3, "{hit}: {}", run.err);
                assert!(run.out.contains(path) || run.err.contains(path), "{hit}: {}{}", run.out, run.err);
                assert_eq!(text(place), old, "{hit}");
            } else if run.code == 127 {
                // The system could not even start the program.
                assert_eq!(text(place), old, "{hit}");
            } else {
                // Something that only helps, such as how many processors there are.
                assert_eq!(run.code, 0, "{hit}: {}", run.err);
                assert_eq!(text(place).as_deref(), Some(whole.as_str()), "{hit}");
            }
            assert!(names(place).iter().all(|name| name == "uit.json"), "{hit}: {:?}", names(place));
        });
        assert!(hits >= 2, "the new file is opened: {hits}");
    }
}

#[test]
fn a_call_that_was_interrupted_is_made_again() {
    let whole = expected(&[]);
    let data = small();
    for call in ["write", "read", "fsync"] {
        let mut hit = false;
        for n in 1..40 {
            let place = place(true);
            let option = format!("inject={call}:error=EINTR:when={n}");
            let run = strace(&["-f", "-e", &option], place.path(), &comparison(&data, &["--overwrite"]));
            let hits = run.injected();
            // Before the program itself begins, the system loads it and repeats nothing.
            if hits.is_empty() || hits.iter().any(|line| line.contains("</lib") || line.contains("</usr/lib"))
            {
                continue;
            }
            hit = true;
            assert_eq!(run.code, 0, "{hits:?}: {}{}", run.err, run.out);
            assert_eq!(text(place.path()).as_deref(), Some(whole.as_str()), "{hits:?}");
            assert_eq!(names(place.path()), ["uit.json"], "{hits:?}");
        }
        assert!(hit, "{call}");
    }
}
