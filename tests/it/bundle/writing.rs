//! A bundle is there whole or not at all, whatever the disk does and whoever
//! ends the run.

use std::process::Child;
use std::sync::LazyLock;

use super::*;
use crate::failing_disks::{Traced, strace};
use crate::support::{ended, names, started};

/// A place without a bundle, or with one in English, which differs in every file.
fn place(has_old: bool) -> tempfile::TempDir {
    // Made once, and copied from then on.
    static OLD: LazyLock<tempfile::TempDir> = LazyLock::new(|| made("videobellen", &["--lang", "en"]));
    let place = folder(&[]);
    if has_old {
        copy(&bundle(&OLD), &bundle(&place));
    }
    place
}

/// The fingerprint of the manifest of `pakket`, when it is a whole bundle.
fn state(place: &Path) -> Option<String> {
    let root = place.join("pakket");
    if !root.exists() {
        return None;
    }
    let run = verify(place, &[]);
    assert_eq!(run.code, Some(0), "there is half a bundle: {}{}", run.out, run.err);
    Some(sha256(&fs::read(root.join("manifest.txt")).unwrap()))
}

/// The fingerprints of the old bundle and of the new one.
fn versions() -> (String, String) {
    static BOTH: LazyLock<(String, String)> = LazyLock::new(|| {
        let of = |extra: &[&str]| state(made("videobellen", extra).path()).unwrap();
        (of(&["--lang", "en"]), of(&[]))
    });
    BOTH.clone()
}

#[test]
fn a_folder_with_something_in_it_is_not_replaced_unasked() {
    let place = place(true);
    let (old, new) = versions();
    let run = at(place.path(), &arguments(&small(), "videobellen", &[]));
    assert_eq!(run.code, Some(3), "{}", run.err);
    assert!(run.err.contains("pakket: ") && run.err.contains("--overwrite"), "{}", run.err);
    assert_eq!(state(place.path()), Some(old));
    let run = at(place.path(), &arguments(&small(), "videobellen", &["--overwrite"]));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(state(place.path()), Some(new));
    assert_eq!(names(place.path()), ["pakket"], "the old one is gone, whole");
}

#[test]
fn what_is_no_bundle_is_never_replaced() {
    for files in [&[("pakket/belangrijk.txt", "x")][..], &[("pakket/manifest.txt", "van iets anders\n")]] {
        let place = folder(files);
        for extra in [&[][..], &["--overwrite"]] {
            let run = at(place.path(), &arguments(&small(), "videobellen", extra));
            assert_eq!(run.code, Some(3), "{}", run.err);
            assert_eq!(super::files(place.path()), [files[0].0]);
        }
    }
    let place = folder(&[("pakket", "een bestand")]);
    let run = at(place.path(), &arguments(&small(), "videobellen", &["--overwrite"]));
    assert_eq!(run.code, Some(3), "{}", run.err);
    assert_eq!(fs::read_to_string(place.path().join("pakket")).unwrap(), "een bestand");
}

#[test]
fn an_empty_folder_is_filled_and_a_parent_must_be_there() {
    let place = folder(&[]);
    fs::create_dir(place.path().join("pakket")).unwrap();
    let run = at(place.path(), &arguments(&small(), "videobellen", &[]));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(state(place.path()).is_some());
    assert_eq!(names(place.path()), ["pakket"]);
    let data = small();
    let mut elsewhere = arguments(&data, "videobellen", &[]);
    let target = elsewhere.iter().position(|word| *word == "pakket").unwrap();
    for path in ["nergens/pakket", "", "/dev/null", "/dev/null/pakket"] {
        elsewhere[target] = path;
        let run = at(place.path(), &elsewhere);
        assert!(matches!(run.code, Some(2 | 3)), "{path:?}: {:?} {}", run.code, run.err);
        assert_eq!(names(place.path()), ["pakket"], "{path:?}");
    }
}

#[test]
fn a_bundle_never_comes_in_the_place_of_its_own_data() {
    let place = folder(&[]);
    copy(&small(), &place.path().join("gegevens"));
    let data = place.path().join("gegevens");
    let before = files(place.path());
    let mut all = arguments(&data, "videobellen", &["--overwrite"]);
    let target = all.iter().position(|word| *word == "pakket").unwrap();
    for path in
        ["gegevens", ".", "gegevens/vendors", "gegevens/vendors/nieuw", "gegevens/criteria/nieuw", ".."]
    {
        all[target] = path;
        let run = at(place.path(), &all);
        assert_eq!(run.code, Some(3), "{path}: {}", run.err);
        assert_eq!(files(place.path()), before, "{path}");
    }
}

#[test]
fn a_bundle_can_be_read_by_others_as_the_umask_says() {
    use std::os::unix::fs::PermissionsExt;
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
