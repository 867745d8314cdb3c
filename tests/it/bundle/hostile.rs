//! Folders that were made to do harm: nothing outside them is read, nothing
//! hangs, and nothing from them reaches the screen as it is.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;

use super::*;

/// `verify` says with code 1 that there is something at this path, within
/// seconds, and shows nothing raw.
fn is_refused(place: &tempfile::TempDir, path: &str, code: &str) -> Run {
    let output = Command::new("timeout")
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .current_dir(place.path())
        .args(["-s", "KILL", "30", env!("CARGO_BIN_EXE_keuzehulp"), "verify", "pakket"])
        .output()
        .unwrap();
    let run: Run = output.into();
    assert_eq!(run.code, Some(1), "{path}: {}{}", run.out, run.err);
    let told = run.out.lines().any(|line| line.starts_with(path) && line.contains(&format!("[{code}]")));
    assert!(told, "{path} {code}: {}", run.out);
    assert!(!run.out.contains(|c: char| c.is_control() && c != '\n'), "{:?}", run.out);
    run
}

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
fn a_file_without_end_is_refused_at_once() {
    for path in ["lees-mij.txt", "manifest.txt", "vergelijking.json"] {
        let place = made("videobellen", &[]);
        let file = fs::OpenOptions::new().write(true).open(bundle(&place).join(path)).unwrap();
        file.set_len(10 << 30).unwrap();
        is_refused(&place, path, "KH607");
    }
}

#[test]
fn a_manifest_that_names_what_is_elsewhere_reads_nothing_there() {
    let place = made("videobellen", &[]);
    let root = bundle(&place);
    fs::write(place.path().join("geheim"), "x").unwrap();
    let text = fs::read_to_string(root.join("manifest.txt")).unwrap();
    let above = &text[..text.rfind("# above").unwrap()];
    let hash = sha256(b"x");
    for line in [
        format!("{hash}  ../geheim\n"),
        format!("{hash}  {}\n", place.path().join("geheim").display()),
        format!("{hash}  zzz/../../geheim\n"),
        format!("{hash}  zzz\u{1b}[2J\n"),
        format!("{hash}  con\n"),
        format!("{hash}  zzz\\geheim\n"),
        "\u{0}\n".repeat(10),
        "x".repeat(1 << 20),
    ] {
        let changed = format!("{above}{line}");
        let changed = format!("{changed}{}# above: {}\n", if line.ends_with('\n') { "" } else { "\n" }, {
            let body = if line.ends_with('\n') { changed.clone() } else { format!("{changed}\n") };
            sha256(body.as_bytes())
        });
        fs::write(root.join("manifest.txt"), changed).unwrap();
        is_refused(&place, "manifest.txt", "KH605");
    }
    for bytes in [&b""[..], b"\n", b"\xff\xfe", b"# above: ", b"\x1b[2J\n"] {
        fs::write(root.join("manifest.txt"), bytes).unwrap();
        is_refused(&place, "manifest.txt", "KH604");
    }
}

#[test]
fn a_command_that_asks_for_more_than_a_comparison_is_not_run() {
    let place = made("videobellen", &[]);
    let root = bundle(&place);
    let command = header(&root, "command");
    let text = fs::read_to_string(root.join("manifest.txt")).unwrap();
    for other in [
        "rm -rf /".to_owned(),
        command.replace("compare", "bundle"),
        command.replace("--data gegevens", "--data .."),
        command.replace("--data gegevens", "--data /etc"),
        command.replace("--profile algemeen", "--profile ../../x.yaml"),
        format!("{command} -o uit.json"),
        format!("{command} --color always"),
        command.replace("--as-of 2026-11-21 ", ""),
        "keuzehulp compare".to_owned(),
        "'".repeat(1000),
    ] {
        fs::write(root.join("manifest.txt"), text.replace(&command, &other)).unwrap();
        sealed(&root);
        let run = verify(place.path(), &[]);
        if other.contains("--color") {
            assert_eq!(run.code, Some(0), "{other}: {}", run.out);
            continue;
        }
        assert_eq!(run.code, Some(1), "{other}: {}", run.out);
        assert!(run.out.contains("manifest.txt: fout[KH610]"), "{other}: {}", run.out);
        assert!(!root.join("uit.json").exists() && !place.path().join("uit.json").exists());
    }
}

#[test]
fn a_document_that_is_no_comparison_is_told() {
    let place = made("videobellen", &[]);
    let root = bundle(&place);
    let deep = "[".repeat(100_000);
    for text in ["", "{}", "[]", "null", "{\"ranking\": 1}", &deep, "\u{feff}{}"] {
        fs::write(root.join("vergelijking.json"), text).unwrap();
        sealed(&root);
        let run = verify(place.path(), &[]);
        assert_eq!(run.code, Some(1), "{}", run.out);
        assert!(run.out.contains("vergelijking.json: fout[KH610]"), "{}", run.out);
    }
}

#[test]
fn what_may_not_be_read_ends_with_code_3() {
    let place = made("videobellen", &[]);
    let own = place.path().join("keuzehulp");
    assert!(Command::new("cp").arg(env!("CARGO_BIN_EXE_keuzehulp")).arg(&own).status().unwrap().success());
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o755)).unwrap();
    for path in ["lees-mij.txt", "manifest.txt", "csv"] {
        let at = bundle(&place).join(path);
        let mode = fs::metadata(&at).unwrap().permissions();
        fs::set_permissions(&at, fs::Permissions::from_mode(0o000)).unwrap();
        let output = Command::new("setpriv")
            .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
            .arg(&own)
            .args(["verify", "pakket"])
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .current_dir(place.path())
            .output()
            .expect("`setpriv` of util-linux");
        fs::set_permissions(&at, mode).unwrap();
        let run: Run = output.into();
        assert_eq!(run.code, Some(3), "{path}: {}{}", run.out, run.err);
        assert!(run.out.contains(&format!("{path}: fout[KH030]")), "{path}: {}", run.out);
    }
}
