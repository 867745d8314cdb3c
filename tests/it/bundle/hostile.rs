//! Folders made to do harm: nothing outside them is read, nothing hangs, and
//! nothing from them reaches the screen unfiltered.

use super::*;
use crate::support::{Limits, limited};

/// `verify` says with code 1 that there is something at this path, within
/// seconds, and shows nothing raw.
pub fn is_refused(place: &tempfile::TempDir, path: &str, code: &str) -> Run {
    let mut command = limited(place.path(), &Limits { seconds: 30, ..Limits::default() });
    let run: Run = command.args(["verify", "pakket"]).output().unwrap().into();
    assert_eq!(run.code, Some(1), "{path}: {}{}", run.out, run.err);
    let told = run.out.lines().any(|line| line.starts_with(path) && line.contains(&format!("[{code}]")));
    assert!(told, "{path} {code}: {}", run.out);
    assert!(!run.out.contains(|c: char| c.is_control() && c != '\n'), "{:?}", run.out);
    run
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
        command.replace("--as-of 2026-11-30 ", ""),
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
