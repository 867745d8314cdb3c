//! Where a result goes: full disks, permissions, links, pipes and devices.

use crate::export::files::{expected, is_refused, write_to};
use crate::support::{AS_OF, Run, folder, names, program, small};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

/// Runs a script of a shell that gets the program and its arguments for a
/// comparison as `"$@"`; what follows them is up to the script.
fn script(script: &str, folder: &Path) -> Run {
    Command::new("/bin/sh")
        .env_clear()
        .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
        .current_dir(folder)
        .args(["-c", script, "sh", env!("CARGO_BIN_EXE_keuzehulp"), "compare", "videobellen", "--no-builtin"])
        .args(["--as-of", AS_OF, "--data"])
        .arg(small())
        .output()
        .unwrap()
        .into()
}

/// Whether this machine lets a test mount a file system of its own.
fn may_mount() -> bool {
    Command::new("unshare")
        .args(["--mount", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /tmp"])
        .output()
        .is_ok_and(|output| output.status.success())
}

#[test]
fn a_full_disk_leaves_the_old_file_as_it_was() {
    let root = folder(&[]);
    let body = "
        printf oud > disk/uit.json
        cat /dev/zero > disk/vulling 2>/dev/null
        \"$@\" -o disk/uit.json --overwrite; echo \"code $?\"
        cat disk/uit.json; echo; ls -A disk";
    let run = if may_mount() {
        fs::create_dir(root.path().join("disk")).unwrap();
        let mounted = format!("mount -t tmpfs -o size=64k tmpfs disk || exit 99\n{body}");
        script(&format!("exec unshare --mount sh -c '{mounted}' sh \"$@\""), root.path())
    } else {
        // Without a disk to fill, we limit file size to one block.
        let limited = body.replace("cat /dev/zero > disk/vulling", "echo > disk/vulling");
        script(&format!("mkdir disk; trap '' XFSZ; ulimit -f 1\n{limited}"), root.path())
    };
    assert!(run.out.contains("code 3\noud\n"), "{}{}", run.out, run.err);
    assert!(run.out.ends_with("uit.json\nvulling\n"), "no other file is left: {}", run.out);
    assert!(run.err.contains("disk/uit.json"), "{}", run.err);
}

#[test]
fn a_limit_on_the_size_of_files_leaves_the_old_file_as_it_was() {
    let root = folder(&[("uit.json", "oud")]);
    let run = script(
        "trap '' XFSZ; ulimit -f 1; \"$@\" -o uit.json --overwrite; echo \"code $?\"; \"$@\" -o nieuw.json; echo \"code $?\"",
        root.path(),
    );
    assert_eq!(run.out, "code 3\ncode 3\n", "{}", run.err);
    assert!(run.err.contains("het bestand wordt te groot"), "{}", run.err);
    assert_eq!(fs::read_to_string(root.path().join("uit.json")).unwrap(), "oud");
    assert_eq!(names(root.path()), ["uit.json"]);
}

#[test]
fn a_disk_that_takes_no_files_is_told() {
    let root = folder(&[]);
    if may_mount() {
        fs::create_dir(root.path().join("disk")).unwrap();
        let run = script(
            "exec unshare --mount sh -c 'mount -t tmpfs -o ro tmpfs disk || exit 99; \"$@\" -o disk/uit.json' sh \"$@\"",
            root.path(),
        );
        is_refused(&run, Path::new("disk/uit.json"));
        assert!(run.err.contains("op deze schijf kan niet worden geschreven"), "{}", run.err);
    }
    let path = Path::new("/proc/keuzehulp.json");
    is_refused(&write_to(path, &[]), path);
}

#[test]
fn a_new_file_has_the_permissions_that_the_umask_leaves() {
    for (umask, mode) in [("022", 0o644), ("077", 0o600), ("027", 0o640)] {
        let root = folder(&[]);
        let run = script(&format!("umask {umask}; exec \"$@\" -o uit.json"), root.path());
        assert_eq!(run.code, Some(0), "{}", run.err);
        let meta = fs::metadata(root.path().join("uit.json")).unwrap();
        assert_eq!(meta.permissions().mode() & 0o7777, mode, "umask {umask}");
    }
}

#[test]
fn a_file_that_is_replaced_keeps_its_permissions() {
    for mode in [0o640, 0o600, 0o664] {
        let root = folder(&[("uit.json", "oud")]);
        let path = root.path().join("uit.json");
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let run = script("umask 022; exec \"$@\" -o uit.json --overwrite", root.path());
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, mode);
        assert_eq!(fs::read_to_string(&path).unwrap(), expected());
    }
}

#[test]
fn a_link_stays_a_link_and_what_it_leads_to_is_replaced() {
    let root = folder(&[("echt/uit.json", "oud")]);
    let (link, target) = (root.path().join("link.json"), root.path().join("echt/uit.json"));
    symlink("echt/uit.json", &link).unwrap();
    is_refused(&write_to(&link, &[]), &link);
    assert_eq!(fs::read_to_string(&target).unwrap(), "oud");
    let run = write_to(&link, &["--overwrite"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(!fs::symlink_metadata(&target).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&target).unwrap(), expected());
    assert_eq!(names(&root.path().join("echt")), ["uit.json"]);
}

#[test]
fn standard_output_can_be_named_as_a_file() {
    for path in ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        let run = write_to(Path::new(path), &[]);
        assert_eq!(run.code, Some(0), "{path}: {}", run.err);
        assert_eq!(run.out, expected(), "{path}");
    }
}

#[test]
fn standard_output_that_is_a_file_can_be_named_too() {
    let root = folder(&[]);
    let run = script("exec \"$@\" --format json -o /dev/stdout > uit.json", root.path());
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(fs::read_to_string(root.path().join("uit.json")).unwrap(), expected());
    assert_eq!(names(root.path()), ["uit.json"]);
}

#[test]
fn a_pipe_with_a_reader_gets_the_whole_result() {
    let root = folder(&[]);
    let run = script(
        "mkfifo pijp; cat pijp & \"$@\" --format json -o pijp; code=$?; wait; exit $code",
        root.path(),
    );
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(run.out, expected());
    assert_eq!(names(root.path()), ["pijp"]);
}

#[test]
fn a_device_is_written_to_and_stays_a_device() {
    let written = write_to(Path::new("/dev/null"), &[]);
    assert_eq!(written.code, Some(0), "{}", written.err);
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
    let full = write_to(Path::new("/dev/full"), &[]);
    assert_eq!(full.code, Some(3));
    assert!(full.err.contains("de schijf is vol"), "{}", full.err);
}

/// Copies the small data, and runs a comparison of the copy in its parent.
fn beside_data(arguments: &[&str]) -> (tempfile::TempDir, Run) {
    let root = folder(&[(
        "mijn.yaml",
        "title: {nl: Mijn, en: Mine}\nbecause: {nl: Om., en: For.}\nweights: {access-control: 1}\n",
    )]);
    crate::support::copy(&small(), &root.path().join("gegevens"));
    symlink("gegevens/vendors/videobellen/beta.yaml", root.path().join("link.yaml")).unwrap();
    symlink("gegevens/vendors", root.path().join("map")).unwrap();
    let output = program()
        .current_dir(root.path())
        .args(["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--data", "gegevens"])
        .args(arguments)
        .output()
        .unwrap();
    (root, output.into())
}

#[test]
fn output_never_lands_among_the_data() {
    for path in [
        "gegevens/vendors/videobellen/beta.yaml",
        "gegevens/vendors/videobellen/nieuw.yaml",
        "gegevens/vendors/nieuw.yaml",
        "gegevens/criteria/profiles/algemeen.yaml",
        "gegevens/../gegevens/criteria/nieuw.csv",
        "map/videobellen/nieuw.yaml",
        "link.yaml",
    ] {
        let (root, run) = beside_data(&["--overwrite", "-o", path]);
        assert_eq!(run.code, Some(3), "{path}: {}", run.err);
        assert!(!root.path().join("gegevens/vendors/videobellen/nieuw.yaml").exists(), "{path}");
        for file in ["vendors/videobellen/beta.yaml", "criteria/profiles/algemeen.yaml"] {
            let (old, new) = (small().join(file), root.path().join("gegevens").join(file));
            assert_eq!(fs::read(old).unwrap(), fs::read(new).unwrap(), "{path} changed {file}");
        }
    }
}

#[test]
fn output_never_replaces_the_profile_that_it_is_made_with() {
    let (root, run) = beside_data(&["--profile", "mijn.yaml", "--overwrite", "-o", "mijn.yaml"]);
    let text = fs::read_to_string(root.path().join("mijn.yaml")).unwrap();
    assert!(text.starts_with("title: "), "the profile is still there: {text}");
    assert_eq!(run.code, Some(3), "{}", run.err);
}
