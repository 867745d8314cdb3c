//! `fmt`: files get one layout, and say what they said.
//!
//! `tests/data/fmt/before` is a folder of data in many ways of writing, `after` what
//! becomes of it.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use crate::support::commands::is_wrong_use;
use crate::support::{PRODUCT, Run, copy, data, files, folder, program, root, run_in};

mod random;

const MEREL: &str = "vendors/videobellen/merel.yaml";

fn place() -> tempfile::TempDir {
    let place = folder(&[]);
    copy(&data("fmt/before"), place.path());
    place
}

fn piped(at: &Path, arguments: &[&str], text: &str) -> Run {
    let mut child = program()
        .current_dir(at)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("its input").write_all(text.as_bytes()).expect("written");
    child.wait_with_output().expect("it ends").into()
}

#[test]
fn files_in_many_ways_of_writing_get_one_layout() {
    let place = place();
    let made = run_in(place.path(), &["fmt"]);
    let (golden, at) = (data("fmt/after"), place.path());
    if std::env::var_os("UPDATE").is_some() {
        let _ = fs::remove_dir_all(&golden);
        copy(at, &golden);
    }
    let (written, wanted) = (files(at), files(&golden));
    for ((path, found), (other, wanted)) in written.iter().zip(&wanted) {
        assert_eq!(path, other);
        assert_eq!(String::from_utf8_lossy(found), String::from_utf8_lossy(wanted), "{path}");
    }
    assert_eq!(written.len(), wanted.len());
    // What has errors or could lose something stays as it is, and is named.
    for name in ["between", "broken", "indented"] {
        let path = format!("criteria/contract/{name}.yaml");
        assert_eq!(fs::read(at.join(&path)).ok(), fs::read(data("fmt/before").join(&path)).ok(), "{name}");
        assert!(made.out.contains(&format!("--> {path}:")), "{name}: {}", made.out);
    }
    assert_eq!((made.code, made.out.matches("KH024").count()), (Some(1), 2), "{}", made.out);
    assert!(made.out.contains("Opgemaakt: vendors/videobellen/merel.yaml\n"), "{}", made.out);
    assert!(made.out.ends_with("\n11 bestanden bekeken, 7 opgemaakt\n"), "{}", made.out);
    let again = run_in(at, &["fmt", "--lang", "en"]);
    assert!(again.out.ends_with("\n11 files looked at, 0 formatted\n"), "{}", again.out);
    assert_eq!(files(at), written);
}

#[test]
fn a_check_writes_nothing_and_shows_the_first_line_that_differs() {
    let place = place();
    let at = place.path();
    let before = files(at);
    let lines = "criteria/contract/mixed.yaml";
    let checked = run_in(at, &["fmt", "--check", MEREL, lines]);
    assert_eq!(checked.code, Some(1), "{}", checked.err);
    let wanted = "criteria/contract/mixed.yaml: regeleinden, of een teken aan het begin dat u niet ziet\n\
                  2 bestanden bekeken, 2 zouden veranderen\n";
    assert!(
        checked.out.starts_with("vendors/videobellen/merel.yaml:1\n  - \n  + # Nagevraagd"),
        "{}",
        checked.out
    );
    assert!(checked.out.ends_with(wanted), "{}", checked.out);
    assert_eq!(files(at), before);
    // The part of a folder that was named, each file once.
    let part = run_in(at, &["fmt", "--check", "vendors", MEREL, "./vendors/videobellen", "--lang", "en"]);
    assert!(part.out.ends_with("\n1 file looked at, 1 would change\n"), "{}", part.out);
    assert_eq!(run_in(at, &["opmaak", "vendors"]).code, Some(0));
    let done = run_in(at, &["fmt", "--check", "vendors"]);
    assert_eq!(
        (done.code, &*done.out),
        (Some(0), "1 bestand bekeken, 0 zouden veranderen\n"),
        "{}",
        done.err
    );
}

#[test]
fn standard_input_becomes_standard_output() {
    let place = place();
    let at = place.path();
    let text = fs::read_to_string(at.join(MEREL)).expect("a file");
    let wanted = fs::read_to_string(data("fmt/after").join(MEREL)).expect("a file");
    let path = at.join(MEREL);
    for name in [MEREL, path.to_str().expect("a path")] {
        let made = piped(at, &["fmt", "-", "--stdin-path", name], &text);
        assert_eq!((made.code, &*made.out, &*made.err), (Some(0), &*wanted, ""));
    }
    // Without a path the keys stay in their order.
    let made = piped(at, &["fmt", "-"], "b:   1\na: {en: x,nl: y}\n");
    assert_eq!((made.code, &*made.out), (Some(0), "b: 1\na: {en: x, nl: y}\n"));
    let dossier = piped(at, &["fmt", "-", "--stdin-path", "mijn-dossier.yaml"], "kind: x\ninstitution: y\n");
    assert_eq!(dossier.out, "institution: y\nkind: x\n");
    let checked = piped(at, &["fmt", "--check", "-"], "a:  1\n");
    assert_eq!((checked.code, &*checked.out), (Some(1), "-:1\n  - a:  1\n  + a: 1\n"));
    assert_eq!(piped(at, &["fmt", "--check", "-"], "a: 1\n").code, Some(0));
    // An editor that puts the output in place of the text gets nothing.
    for wrong in ["a: [\n", "a: |2\n   b\n", ""] {
        let made = piped(at, &["fmt", "-"], wrong);
        assert_eq!((made.code, &*made.out), (Some(1), ""), "{wrong:?}");
        assert!(made.err.starts_with("-:1:") && made.err.contains("[KH0"), "{}", made.err);
    }
    assert_eq!(fs::read_to_string(at.join(MEREL)).ok(), Some(text));
}

#[test]
fn paths_that_cannot_be_formatted_are_named() {
    let place = folder(&[("vendors/videobellen/x.yaml", PRODUCT), ("los.yaml", "a:  1\n")]);
    let (at, empty) = (place.path(), folder(&[]));
    let empty = empty.path();
    let nothing = empty.to_str().expect("a path");
    for (path, code, finding) in [
        ("los.yaml", 2, "KH038"),
        (nothing, 1, "KH036"),
        ("nergens", 3, "KH030"),
        ("vendors/nergens.yaml", 3, "KH030"),
    ] {
        let made = run_in(at, &["fmt", path, "vendors"]);
        assert_eq!(made.code, Some(code), "{path}: {}{}", made.out, made.err);
        assert!(
            made.out.contains(&format!("[{finding}]")) && made.out.contains(path),
            "{path}: {}",
            made.out
        );
        assert!(made.out.contains("1 bestand bekeken"), "{path}: {}", made.out);
    }
    assert_eq!(fs::read_to_string(at.join("los.yaml")).expect("a file"), "a:  1\n");
    is_wrong_use(&run_in(empty, &["fmt"]), &["in deze map staan geen gegevens"]);
    is_wrong_use(&run_in(at, &["fmt", "-", "vendors"]), &["standaardinvoer"]);
    is_wrong_use(&run_in(at, &["fmt", "vendors", "--stdin-path", "x"]), &["standaardinvoer"]);
    // Without a path, the folders that `--data` names.
    let made = run_in(empty, &["fmt", "--check", "--data", at.to_str().expect("a path")]);
    assert!(made.out.ends_with("1 bestand bekeken, 0 zouden veranderen\n"), "{}{}", made.out, made.err);
}

#[test]
fn the_shipped_files_have_this_layout() {
    let checked = run_in(root(), &["fmt", "--check", "."]);
    assert_eq!(checked.code, Some(0), "{}", checked.out);
}

/// A dossier is the institution's own: it is written only when it is named.
#[test]
fn a_dossier_is_formatted_only_by_name() {
    let place =
        folder(&[("vendors/videobellen/x.yaml", PRODUCT), ("dossier.yaml", "kind: x\ninstitution:   y\n")]);
    let at = place.path();
    let read = || fs::read_to_string(at.join("dossier.yaml")).expect("a file");
    let made = run_in(at, &["fmt", "."]);
    assert!(made.out.ends_with("1 bestand bekeken, 0 opgemaakt\n"), "{}", made.out);
    assert_eq!(read(), "kind: x\ninstitution:   y\n");
    let made = run_in(at, &["fmt", "dossier.yaml"]);
    assert_eq!(made.out, "Opgemaakt: dossier.yaml\n1 bestand bekeken, 1 opgemaakt\n", "{}", made.err);
    assert_eq!(read(), "institution: y\nkind: x\n");
}
