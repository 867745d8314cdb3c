//! Files and folders that the user may not read or change, and disks that
//! nobody may change.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use super::OLD;
use crate::platform::{strace, without_rights};
use crate::support::{AS_OF, Run, copy, folder, names, small};

/// Sets the permissions of a file or folder below the root.
fn permit(root: &Path, path: &str, mode: u32) {
    fs::set_permissions(root.join(path), fs::Permissions::from_mode(mode)).unwrap();
}

/// A folder that may be listed but not entered, entered but not listed, and
/// neither.
#[test]
fn a_data_folder_that_may_not_be_opened_is_told_with_code_3() {
    for mode in [0o444, 0o311, 0o000] {
        for command in [&["check", "gegevens"][..], &["list", "--no-builtin", "--data", "gegevens"]] {
            let root = folder(&[]);
            copy(&small(), &root.path().join("gegevens"));
            permit(root.path(), "gegevens", mode);
            let run = without_rights(root.path(), command);
            permit(root.path(), "gegevens", 0o755);
            assert_eq!(run.code, Some(3), "{mode:o} {command:?}: {}{}", run.out, run.err);
            let told = format!("{}{}", run.out, run.err);
            assert!(told.contains("gegevens") && told.contains("u mag dit niet lezen"), "{mode:o}: {told}");
            assert!(!told.contains("KH036"), "there is data, it only may not be read: {told}");
        }
    }
}

#[test]
fn criteria_that_may_not_be_read_are_told_and_no_others_take_their_place() {
    for mode in [0o444, 0o000] {
        let root = folder(&[]);
        copy(&small(), root.path());
        permit(root.path(), "criteria", mode);
        let run = without_rights(root.path(), &["check", ".", "--as-of", AS_OF, "--format", "short"]);
        permit(root.path(), "criteria", 0o755);
        assert_eq!(run.code, Some(3), "{mode:o}: {}{}", run.out, run.err);
        let found: Vec<&str> = run.out.lines().filter(|line| line.contains(": fout[")).collect();
        assert!(!found.is_empty(), "{mode:o}: {}", run.err);
        for line in found {
            assert!(line.starts_with("criteria") && line.contains("fout[KH030]"), "{mode:o}: {line}");
        }
    }
}

#[test]
fn a_profile_that_may_not_be_read_is_told_with_code_3() {
    let root = folder(&[("mijn.yaml", "title: {nl: Mijn, en: Mine}\n")]);
    copy(&small(), &root.path().join("gegevens"));
    permit(root.path(), "mijn.yaml", 0o000);
    let arguments =
        ["compare", "videobellen", "--no-builtin", "--data", "gegevens", "--profile", "mijn.yaml"];
    let run = without_rights(root.path(), &arguments);
    assert_eq!(run.code, Some(3), "{}{}", run.out, run.err);
    assert!(run.out.contains("mijn.yaml") && run.out.contains("fout[KH030]"), "{}", run.out);
}

#[test]
fn a_folder_in_which_nothing_may_be_written_is_told_and_stays_as_it_was() {
    let root = folder(&[("dicht/uit.json", OLD)]);
    copy(&small(), &root.path().join("gegevens"));
    permit(root.path(), "dicht/uit.json", 0o666);
    permit(root.path(), "dicht", 0o555);
    let fixed = ["compare", "videobellen", "--no-builtin", "--data", "gegevens", "--format", "json", "-o"];
    for extra in [&["dicht/uit.json", "--overwrite"][..], &["dicht/nieuw.json"]] {
        let run = without_rights(root.path(), &[&fixed[..], extra].concat());
        assert_eq!(run.code, Some(3), "{}{}", run.out, run.err);
        assert!(run.err.contains(extra[0]) && run.err.contains("u mag dit niet"), "{}", run.err);
        assert_eq!(names(&root.path().join("dicht")), ["uit.json"]);
        assert_eq!(fs::read_to_string(root.path().join("dicht/uit.json")).unwrap(), OLD);
    }
    permit(root.path(), "dicht", 0o755);
}

/// Commands that read, on the data in `gegevens`.
const READING: [&[&str]; 9] = [
    &["compare", "videobellen", "--no-builtin", "--data", "gegevens"],
    &["compare", "videobellen", "--data", "gegevens", "--ignore-invalid", "--format", "csv"],
    &["compare", "proctoring", "--no-builtin", "--data", "gegevens", "--format", "json"],
    &["explain", "alfa", "--no-builtin", "--data", "gegevens"],
    &["explain", "criterion", "access-control", "--no-builtin", "--data", "gegevens"],
    &["list"],
    &["check", "gegevens", "--as-of", AS_OF],
    &["check", "--as-of", AS_OF],
    &["new", "profile", "onze-school"],
];

/// Calls that change a disk.
const CHANGING: &str = "?creat,?mkdir,?mkdirat,?mknod,?mknodat,?unlink,?unlinkat,?rmdir,?rename,?renameat,?renameat2,\
                        ?link,?linkat,?symlink,?symlinkat,?truncate,?ftruncate,?chmod,?fchmod,?fchmodat,?chown,\
                        ?fchown,?fchownat,?utimensat,?setxattr,?fallocate";

#[test]
fn commands_that_read_change_nothing_and_make_no_file_anywhere() {
    let root = folder(&[]);
    copy(&small(), &root.path().join("gegevens"));
    let option = format!("trace=?open,openat,?openat2,{CHANGING}");
    for command in READING {
        let run = strace(&["-f", "-e", &option], root.path(), command);
        assert_eq!(run.code, 0, "{command:?}: {}", run.err);
        assert!(run.log.contains("O_RDONLY"), "{command:?}: {}", run.log);
        let calls = run.log.lines().filter(|line| line.contains('('));
        for call in calls.filter(|line| !line.contains("+++")) {
            let only_reads = call.contains("O_RDONLY") && !call.contains("O_CREAT");
            assert!(only_reads || call.contains("resumed>"), "{command:?}: {call}");
        }
    }
    assert_eq!(names(root.path()), ["gegevens"]);
}

#[test]
fn data_that_nobody_may_change_is_read_without_a_home_or_a_place_for_temporary_files() {
    let root = folder(&[]);
    copy(&small(), &root.path().join("gegevens"));
    for path in ["gegevens/vendors/videobellen", "gegevens/criteria", "gegevens"] {
        permit(root.path(), path, 0o555);
    }
    let may_mount = on_a_disk_for_reading(root.path(), &["true"]).code == Some(0);
    for command in READING {
        let run = without_rights(root.path(), command);
        assert_eq!(run.code, Some(0), "{command:?}: {}", run.err);
        // Where a test may mount, on a disk for reading as well.
        if may_mount {
            let arguments = [&[env!("CARGO_BIN_EXE_keuzehulp")][..], command].concat();
            let mounted = on_a_disk_for_reading(root.path(), &arguments);
            assert_eq!(mounted.code, Some(0), "{command:?}: {}", mounted.err);
            assert_eq!(mounted.out, run.out, "{command:?}");
        }
    }
}

/// Runs a command in a folder that is mounted for reading, with nothing in its
/// environment.
fn on_a_disk_for_reading(at: &Path, command: &[&str]) -> Run {
    let script = "mount --bind . . && mount -o remount,ro,bind . && cd \"$PWD\" || exit 99
                  if touch x 2>/dev/null; then exit 98; fi
                  exec env -i \"$@\"";
    let mut unshare = Command::new("unshare");
    unshare.env_clear().env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").current_dir(at);
    let output = unshare.args(["--mount", "sh", "-c", script, "sh"]).args(command).output();
    output.expect("`unshare` of util-linux").into()
}
