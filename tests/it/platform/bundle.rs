//! A bundle is there whole or not at all, whatever the disk does and whoever
//! ends the run.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use super::{Traced, ended, started, strace};
use crate::bundle::writing::{place, state, versions};
use crate::bundle::{arguments, bundle};
use crate::support::{folder, names, small};

#[test]
fn a_bundle_can_be_read_by_others_as_the_umask_says() {
    for (umask, folder_mode, file_mode) in [("022", 0o755, 0o644), ("077", 0o700, 0o600)] {
        let place = folder(&[]);
        let data = small();
        let output = Command::new("sh")
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .current_dir(place.path())
            .args(["-c", &format!("umask {umask}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_keuzehulp")])
            .args(arguments(&data, "videobellen", &[]))
            .output()
            .unwrap();
        assert!(output.status.success());
        let mode = |path: PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(bundle(&place)), folder_mode);
        assert_eq!(mode(bundle(&place).join("csv")), folder_mode);
        assert_eq!(mode(bundle(&place).join("manifest.txt")), file_mode);
    }
}

/// Makes the n-th of these calls fail, for every n, with and without an older
/// bundle. Afterwards there is the old state or, where the run says so, the new
/// one, and nothing else.
fn fails_at_every(call: &str, error: &str) -> usize {
    let (old, new) = versions();
    let data = small();
    let mut hits = 0;
    for has_old in [true, false] {
        for n in 1..500 {
            let place = place(has_old);
            let extra: &[&str] = if has_old { &["--overwrite"] } else { &[] };
            let option = format!("inject={call}:error={error}:when={n}");
            let run = strace(&["-e", &option], place.path(), &arguments(&data, "videobellen", extra));
            let Some(hit) = run.injected().first().map(|line| (*line).to_owned()) else { break };
            let what = format!("{call} {n}: {hit}: {}", run.err);
            let of_bundle = hit.contains("/.keuzehulp-");
            hits += usize::from(of_bundle);
            let found = state(place.path());
            match run.code {
                0 => assert_eq!(found.as_ref(), Some(&new), "{what}"),
                3 => {
                    let whole_but_not_told = !of_bundle && found.as_ref() == Some(&new);
                    assert!(found == has_old.then(|| old.clone()) || whole_but_not_told, "{what}");
                }
                127 => assert_eq!(found, has_old.then(|| old.clone()), "{what}"),
                code => panic!("{code}: {what}"),
            }
            let left: Vec<String> = names(place.path()).into_iter().filter(|name| name != "pakket").collect();
            assert!(left.is_empty(), "{what}: {left:?}");
            assert!(n < 499, "{call} is called without end");
        }
    }
    hits
}

#[test]
fn a_disk_that_is_full_at_any_write_leaves_all_as_it_was() {
    assert!(fails_at_every("write", "ENOSPC") > 20);
}

#[test]
fn a_disk_that_cannot_keep_a_file_leaves_all_as_it_was() {
    assert!(fails_at_every("fsync,?fdatasync", "EIO") > 20);
}

#[test]
fn a_folder_that_cannot_be_made_or_named_leaves_all_as_it_was() {
    assert!(fails_at_every("?mkdir,?mkdirat", "EACCES") > 4);
    for error in ["EXDEV", "EACCES", "EIO", "EROFS"] {
        assert!(fails_at_every("?rename,?renameat,?renameat2", error) >= 2, "{error}");
    }
}

#[test]
fn where_folders_cannot_be_exchanged_the_old_one_is_put_aside() {
    // The system says that it cannot exchange, as some disks do.
    let (_, new) = versions();
    for error in ["EINVAL", "ENOSYS"] {
        let place = place(true);
        let data = small();
        let option = format!("inject=renameat2:error={error}:when=1");
        let run = strace(&["-e", &option], place.path(), &arguments(&data, "videobellen", &["--overwrite"]));
        assert_eq!(run.code, 0, "{error}: {}", run.err);
        assert_eq!(state(place.path()), Some(new.clone()));
        assert_eq!(names(place.path()), ["pakket"]);
    }
}

#[test]
fn an_old_bundle_that_cannot_be_removed_is_told() {
    let (_, new) = versions();
    let place = place(true);
    let data = small();
    let option = "inject=?rmdir,?unlink,?unlinkat:error=EIO:when=1+";
    let run = strace(&["-e", option], place.path(), &arguments(&data, "videobellen", &["--overwrite"]));
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(state(place.path()), Some(new));
    let left: Vec<String> = names(place.path()).into_iter().filter(|name| name != "pakket").collect();
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(run.err.contains("kon niet worden verwijderd") && run.err.contains(&left[0]), "{}", run.err);
}

#[test]
fn an_old_bundle_is_removed_though_one_call_fails() {
    assert!(fails_at_every("?rmdir,?unlink,?unlinkat", "EIO") > 0);
}

#[test]
fn too_many_open_files_leave_all_as_it_was() {
    assert!(fails_at_every("openat", "EMFILE") > 20);
}

const STEPS: [&str; 6] = [
    "?mkdir,?mkdirat",
    "write",
    "fsync",
    "close",
    "?rename,?renameat,?renameat2",
    "?unlink,?unlinkat,?rmdir",
];

/// Sends a signal at the steps of writing.
fn ended_at_every_step(signal: &str, each: &mut dyn FnMut(&Traced, &Path, bool, &str)) -> usize {
    let data = small();
    let mut reached = 0;
    for has_old in [true, false] {
        for step in STEPS {
            for n in 1..500 {
                let place = place(has_old);
                let extra: &[&str] = if has_old { &["--overwrite"] } else { &[] };
                let option = format!("inject={step}:signal={signal}:when={n}");
                let run = strace(&["-e", &option], place.path(), &arguments(&data, "videobellen", extra));
                if !run.log.contains(&format!("--- {signal} ")) && !run.log.contains("+++ killed by") {
                    assert_eq!(run.code, 0, "{step} {n}: {}", run.err);
                    break;
                }
                reached += 1;
                each(&run, place.path(), has_old, &format!("{signal} at {step} {n}"));
                assert!(n < 499, "{step} is called without end");
            }
        }
    }
    reached
}

#[test]
fn an_end_by_force_at_any_step_leaves_the_old_bundle_or_the_new_one() {
    let (old, new) = versions();
    let reached = ended_at_every_step("SIGKILL", &mut |_, place, has_old, what| {
        let found = state(place);
        assert!(found == has_old.then(|| old.clone()) || found.as_ref() == Some(&new), "{what}: {found:?}");
        for name in names(place).iter().filter(|name| *name != "pakket") {
            assert!(name.starts_with(".keuzehulp-"), "{what}: {name}");
        }
    });
    assert!(reached > 40, "{reached}");
}

#[test]
fn a_request_to_end_leaves_nothing_half_and_nothing_behind() {
    let (old, new) = versions();
    for (signal, code) in [("SIGINT", 130), ("SIGTERM", 143)] {
        let data = small();
        for has_old in [true, false] {
            for (step, n) in [
                ("write", 1),
                ("write", 9),
                ("fsync", 3),
                ("fsync", 15),
                ("?mkdir,?mkdirat", 2),
                ("?rename,?renameat,?renameat2", 1),
            ] {
                let place = place(has_old);
                let extra: &[&str] = if has_old { &["--overwrite"] } else { &[] };
                let option = format!("inject={step}:signal={signal}:when={n}");
                let run = strace(&["-e", &option], place.path(), &arguments(&data, "videobellen", extra));
                assert!(run.code == code || run.code == 0, "{signal} {step} {n}: {}", run.code);
                let found = state(place.path());
                assert!(found == has_old.then(|| old.clone()) || found.as_ref() == Some(&new), "{step} {n}");
                assert!(names(place.path()).iter().all(|name| name == "pakket"), "{:?}", names(place.path()));
            }
        }
    }
}

fn start(place: &Path, extra: &[&str]) -> Child {
    started(place, arguments(&small(), "videobellen", extra))
}

#[test]
fn of_two_that_make_a_bundle_at_once_one_is_refused() {
    let (english, dutch) = versions();
    for round in 0..30 {
        let place = folder(&[]);
        let (one, two) = (start(place.path(), &[]), start(place.path(), &["--lang", "en"]));
        let (one, two) = (ended(one), ended(two));
        let winner = match (one.code, two.code) {
            (Some(0), Some(3)) => &dutch,
            (Some(3), Some(0)) => &english,
            codes => panic!("round {round}: {codes:?} {}{}", one.err, two.err),
        };
        assert_eq!(state(place.path()).as_ref(), Some(winner), "round {round}");
        assert_eq!(names(place.path()), ["pakket"], "round {round}");
    }
}

#[test]
fn two_that_replace_a_bundle_at_once_leave_one_whole() {
    let (english, dutch) = versions();
    let place = place(true);
    for round in 0..30 {
        let one = start(place.path(), &["--overwrite"]);
        let two = start(place.path(), &["--overwrite", "--lang", "en"]);
        for run in [ended(one), ended(two)] {
            assert_eq!(run.code, Some(0), "round {round}: {}", run.err);
        }
        let found = state(place.path()).unwrap();
        assert!(found == english || found == dutch, "round {round}");
        assert_eq!(names(place.path()), ["pakket"], "round {round}");
    }
}
