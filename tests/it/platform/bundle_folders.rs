//! Bundles with links, pipes, sockets, strange names and locks in them.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::process::Command;

use super::without_rights;
use crate::bundle::hostile::is_refused;
use crate::bundle::{bundle, made};

#[test]
fn links_are_never_followed() {
    for (path, target) in [
        ("lees-mij.txt", "/etc/hostname"),
        ("lees-mij.txt", "vergelijking.md"),
        ("lees-mij.txt", "nergens"),
        ("gegevens/criteria/kinds.yaml", "/dev/zero"),
        ("gegevens/vendors/videobellen/alfa.yaml", "../../../manifest.txt"),
        ("manifest.txt", "/etc/hostname"),
        ("vergelijking.json", "/dev/urandom"),
    ] {
        let place = made("videobellen", &[]);
        let at = bundle(&place).join(path);
        fs::remove_file(&at).unwrap();
        symlink(target, &at).unwrap();
        is_refused(&place, path, "KH606");
    }
    for (path, target) in [("csv", "/etc"), ("gegevens", "/"), ("gegevens/vendors", "..")] {
        let place = made("videobellen", &[]);
        let at = bundle(&place).join(path);
        fs::remove_dir_all(&at).unwrap();
        symlink(target, &at).unwrap();
        is_refused(&place, path, "KH606");
    }
    let place = made("videobellen", &[]);
    symlink("..", bundle(&place).join("kring")).unwrap();
    is_refused(&place, "kring", "KH606");
}

#[test]
fn pipes_sockets_and_folders_in_the_place_of_files_are_refused() {
    for path in ["lees-mij.txt", "manifest.txt", "vergelijking.json", "gegevens/criteria/kinds.yaml"] {
        let place = made("videobellen", &[]);
        let at = bundle(&place).join(path);
        fs::remove_file(&at).unwrap();
        assert!(Command::new("mkfifo").arg(&at).status().unwrap().success());
        assert!(fs::metadata(&at).unwrap().file_type().is_fifo());
        is_refused(&place, path, "KH606");
    }
    let place = made("videobellen", &[]);
    let _listener = UnixListener::bind(bundle(&place).join("stopcontact")).unwrap();
    is_refused(&place, "stopcontact", "KH606");
    let place = made("videobellen", &[]);
    let at = bundle(&place).join("lees-mij.txt");
    fs::remove_file(&at).unwrap();
    fs::create_dir(&at).unwrap();
    is_refused(&place, "lees-mij.txt", "KH602");
}

#[test]
fn names_that_lead_elsewhere_or_fool_the_eye_are_shown_harmless() {
    for (name, shown) in [
        (&b"\x1b]0;x\x07.txt"[..], "\\u{1b}]0;x\\u{7}.txt"),
        ("\u{202e}txt.exe".as_bytes(), "\\u{202e}txt.exe"),
        (b"een\nregel: fout", "een regel: fout"),
        (b"\xff.txt", "\u{fffd}.txt"),
        (b"con.txt", "con.txt"),
        (b"-rf", "-rf"),
        ("caf\u{e9}.txt".as_bytes(), "caf\u{e9}.txt"),
        (b"x ", "x "),
        (b"a\\b", "a\\b"),
    ] {
        let place = made("videobellen", &[]);
        fs::write(bundle(&place).join(OsStr::from_bytes(name)), "x").unwrap();
        is_refused(&place, shown, "KH606");
    }
    let place = made("videobellen", &[]);
    fs::write(bundle(&place).join("x".repeat(255)), "x").unwrap();
    is_refused(&place, &"x".repeat(255), "KH606");
    let deep = "a/b/c/d/e/f/g/h/i";
    fs::create_dir_all(bundle(&place).join(deep)).unwrap();
    is_refused(&place, deep, "KH606");
}

#[test]
fn what_may_not_be_read_ends_with_code_3() {
    let place = made("videobellen", &[]);
    for path in ["lees-mij.txt", "manifest.txt", "csv"] {
        let at = bundle(&place).join(path);
        let mode = fs::metadata(&at).unwrap().permissions();
        fs::set_permissions(&at, fs::Permissions::from_mode(0o000)).unwrap();
        let run = without_rights(place.path(), &["verify", "pakket"]);
        fs::set_permissions(&at, mode).unwrap();
        assert_eq!(run.code, Some(3), "{path}: {}{}", run.out, run.err);
        assert!(run.out.contains(&format!("{path}: fout[KH030]")), "{path}: {}", run.out);
    }
}
