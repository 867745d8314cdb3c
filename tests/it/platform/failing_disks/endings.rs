//! Runs that are stopped from outside, at every step of writing and at any moment.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use super::{OLD, comparison, expected, place, strace, text};
use crate::support::{Run, names, program, small};

/// The calls by which a file is written and put in its place.
const STEPS: [&str; 7] = [
    "openat",
    "write",
    "?fchmod",
    "fsync",
    "close",
    "?rename,?renameat,?renameat2",
    "?link,?linkat,?unlink,?unlinkat",
];

/// Sends a signal at the n-th of each of the steps, for every n. Reports of
/// each run that the signal reached: how it ended, and whether it had an old
/// file.
fn at_every_step(signal: &str, each: &mut dyn FnMut(i32, &Path, bool, &str)) -> usize {
    let data = small();
    let mut reached = 0;
    for has_old in [true, false] {
        for step in STEPS {
            for n in 1..200 {
                let place = place(has_old);
                let extra: &[&str] = if has_old { &["--overwrite"] } else { &[] };
                let option = format!("inject={step}:signal={signal}:when={n}");
                let run = strace(&["-e", &option], place.path(), &comparison(&data, extra));
                if !run.log.contains(&format!("--- {signal} ")) && !run.log.contains("+++ killed by") {
                    assert_eq!(run.code, 0, "{step} {n}: {}", run.err);
                    break;
                }
                reached += usize::from(run.log.contains("/.keuzehulp-"));
                each(run.code, place.path(), has_old, &format!("{signal} at {step} {n}"));
                assert!(n < 199, "{step} is called without end");
            }
        }
    }
    reached
}

/// `uit.json` is the old file, as it was, or the new one, complete.
fn is_old_or_new(place: &Path, has_old: bool, whole: &str, what: &str) {
    let found = text(place);
    let old = has_old.then(|| OLD.to_owned());
    assert!(found == old || found.as_deref() == Some(whole), "{what}: {found:?}");
}

#[test]
fn an_end_by_force_at_any_step_leaves_the_old_file_or_the_new_one() {
    let whole = expected(&[]);
    let data = small();
    let reached = at_every_step("SIGKILL", &mut |code, at, has_old, what| {
        assert_eq!(code, 137, "{what}");
        is_old_or_new(at, has_old, &whole, what);
        // Nobody can clean up after such an end; what is left does no harm.
        let left = names(at);
        let known = |name: &String| {
            name == "uit.json"
                || (name.starts_with(".keuzehulp-")
                    && Path::new(name).extension().is_some_and(|e| e == "tmp"))
        };
        assert!(left.iter().all(known), "{what}: {left:?}");
        let again: Run =
            program().current_dir(at).args(comparison(&data, &["--overwrite"])).output().unwrap().into();
        assert_eq!(again.code, Some(0), "{what}: {}", again.err);
        assert_eq!(text(at).as_deref(), Some(whole.as_str()), "{what}");
    });
    assert!(reached > 4, "the signal comes while the file is written: {reached}");
}

/// How long a whole run takes here.
fn duration(at: &Path) -> Duration {
    let begin = Instant::now();
    let data = small();
    let run: Run =
        program().current_dir(at).args(comparison(&data, &["--overwrite"])).output().unwrap().into();
    assert_eq!(run.code, Some(0), "{}", run.err);
    begin.elapsed()
}

#[test]
fn an_end_by_force_at_fifty_moments_leaves_one_version_or_the_other() {
    let data = small();
    let place = place(true);
    let at = place.path();
    let versions = [expected(&[]), expected(&["--lang", "en"]), expected(&["--rank-by", "high"])];
    let ways: [&[&str]; 3] =
        [&["--overwrite"], &["--overwrite", "--lang", "en"], &["--overwrite", "--rank-by", "high"]];
    let whole = duration(at);
    for moment in 0..50_u32 {
        // From the first moment to a little beyond the end of a run.
        let after = (whole * (moment + 1) / 45).as_secs_f64();
        let output = Command::new("timeout")
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .current_dir(at)
            .args(["-s", "KILL", &format!("{after:.6}"), env!("CARGO_BIN_EXE_keuzehulp")])
            .args(comparison(&data, ways[moment as usize % ways.len()]))
            .output()
            .expect("`timeout` of coreutils");
        let code = super::code(&output);
        assert!(matches!(code, 0 | 137), "{code}: {}", String::from_utf8_lossy(&output.stderr));
        let found = text(at).expect("there is always a file");
        assert!(versions.contains(&found), "after {after} s: {found}");
    }
    for name in names(at).iter().filter(|name| *name != "uit.json") {
        assert!(name.starts_with(".keuzehulp-"), "{name}");
    }
}

/// Ctrl-C and what a system sends when it wants a program to end.
fn leaves_nothing_behind(signal: &str, code: i32) {
    let whole = expected(&[]);
    let mut left = Vec::new();
    let reached = at_every_step(signal, &mut |found, at, has_old, what| {
        // The step may be the last one, or the run may finish before it reacts.
        assert!(found == code || found == 0, "{what}: {found}");
        is_old_or_new(at, has_old, &whole, what);
        let names = names(at);
        if names.iter().any(|name| name != "uit.json") {
            left.push(format!("{what}: {names:?}"));
        }
    });
    assert!(reached > 4, "the signal comes while the file is written: {reached}");
    assert!(left.is_empty(), "a temporary file was left behind:\n{}", left.join("\n"));
}

#[test]
fn an_interrupt_while_writing_leaves_no_temporary_file() {
    leaves_nothing_behind("SIGINT", 130);
}

#[test]
fn a_request_to_end_while_writing_leaves_no_temporary_file() {
    leaves_nothing_behind("SIGTERM", 143);
}

#[test]
fn an_interrupt_while_reading_ends_the_run_and_touches_nothing() {
    let data = small();
    for file in ["criteria/kinds.yaml", "criteria/profiles/streng.yaml", "vendors/videobellen/beta.yaml"] {
        let path = data.join(file);
        let path = path.to_str().unwrap();
        for call in ["openat", "read"] {
            let place = place(true);
            let option = format!("inject={call}:signal=SIGINT:when=1");
            let run = strace(
                &["-f", "-P", path, "-e", &option],
                place.path(),
                &comparison(&data, &["--overwrite"]),
            );
            assert!(run.log.contains("--- SIGINT "), "{call} {file}: {}", run.log);
            assert_eq!(run.code, 130, "{call} {file}: {}", run.err);
            assert_eq!(run.out, "", "{call} {file}");
            assert_eq!(text(place.path()).as_deref(), Some(OLD));
            assert_eq!(names(place.path()), ["uit.json"]);
        }
    }
}
