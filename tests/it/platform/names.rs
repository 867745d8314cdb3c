//! Names that a Linux file system accepts: control characters, bytes that are not text.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;

use crate::read::folders::{check, data, product};
use crate::read::hostile::{assert_harmless, limited};
use crate::support::commands::is_wrong_use;
use crate::support::{AS_OF, PRODUCT, Run, copy, folder, program, run, small, small_with_bytes};

#[test]
fn file_names_that_are_no_ids_are_shown_harmless() {
    let (root, products) = data();
    let long = format!("{}.yaml", "x".repeat(250));
    let names: Vec<OsString> = vec![
        OsString::from_vec(b"\xff.yaml".to_vec()),
        "regel\neinde.yaml".into(),
        "\u{1b}[31mrood\u{1b}]8;;x\u{7}.yaml".into(),
        "\u{202e}gnp.yaml".into(),
        "met spatie.yaml".into(),
        "*.yaml".into(),
        "😀.yaml".into(),
        "e\u{301}.yaml".into(),
        "\u{e9}.yaml".into(),
        "Hoofdletter.yaml".into(),
        "nul.yaml".into(),
        long.into(),
    ];
    for name in &names {
        fs::write(products.join(name), product("Leeg")).unwrap();
    }
    let first = check(root.path());
    assert_eq!(first.code, Some(1), "{}", first.err);
    assert_eq!(first.out.matches("fout[KH032]").count(), names.len(), "{}", first.out);
    for harmful in ['\u{1b}', '\u{7}', '\u{202e}'] {
        assert!(!first.out.contains(harmful) && !first.err.contains(harmful), "{harmful:?}: {}", first.out);
    }
    assert!(first.out.lines().all(|line| line.contains("]: ")), "one line per finding: {}", first.out);
    assert_eq!(check(root.path()).out, first.out);
    let json = run(&["check", "--format", "json", "--as-of", AS_OF, root.path().to_str().unwrap()]);
    let document: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let paths: Vec<&str> =
        document["findings"].as_array().unwrap().iter().map(|f| f["path"].as_str().unwrap()).collect();
    assert!(paths.iter().all(|path| !path.contains(['\u{1b}', '\u{202e}', '\n'])), "{paths:?}");
}

#[test]
fn two_names_that_are_not_utf_8_are_both_reported() {
    let (root, products) = data();
    for byte in [0xfe, 0xff] {
        let name = OsString::from_vec([&[byte][..], b".yaml"].concat());
        fs::write(products.join(name), product("Leeg")).unwrap();
    }
    let run = check(root.path());
    assert_eq!(run.out.matches("fout[KH032]").count(), 2, "{}", run.out);
}

#[test]
fn a_root_with_a_strange_name_works_and_is_shown_harmless() {
    let root = folder(&[]);
    for name in ["met spatie", "\u{1b}[31mrood", "regel\neinde", "\u{202e}gnp", "😀"] {
        let path = root.path().join(name);
        copy(&small(), &path);
        fs::write(path.join("vendors/videobellen/fout.yaml"), "nam: Fout\n").unwrap();
        let checked = check(&path);
        assert_eq!(checked.code, Some(1), "{name:?}: {}", checked.err);
        assert!(checked.out.contains("fout.yaml:1:1"), "{}", checked.out);
        let listed = run(&["list", "--no-builtin", "--data", path.to_str().unwrap()]);
        assert_eq!(listed.code, Some(0), "{}", listed.err);
        for text in [&checked.out, &checked.err, &listed.out, &listed.err] {
            assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
        }
    }
}

/// Names of files and words on the command line are data too.
#[test]
fn names_of_files_and_arguments_are_never_printed_raw() {
    for name in ["a\u{1b}[31mb", "\u{202e}gnp", "a\u{9b}31mb", "a\nb", "a\u{7}b"] {
        let place = small_with_bytes(&[]);
        fs::write(place.path().join(format!("vendors/videobellen/{name}.yaml")), PRODUCT).expect("written");
        for format in ["text", "short", "json"] {
            let run = limited(place.path(), &["check", ".", "--format", format]);
            assert_eq!(run.code, Some(1), "{format}");
            assert!(run.out.contains("KH032"), "{format}: {}", run.out);
        }
        for arguments in [
            &["compare", name][..],
            &["compare", "videobellen", "--profile", name],
            &["compare", "videobellen", "--weight", name],
            &["compare", "videobellen", "--weight", &format!("{name}=3")],
            &["compare", "videobellen", "--require", &format!("access-control={name}")],
            &["compare", "videobellen", "--vendor", name],
            &["compare", "videobellen", "--format", name],
            &["compare", "videobellen", "--data", name],
            &["compare", "videobellen", "-o", &format!("{name}/x.csv")],
            &["explain", name],
            &["explain", "criterion", name],
            &["explain", "code", name],
            &["check", name],
            &["check", "--lang", name],
            &["check", "--as-of", name],
            &[name],
            &["check", &format!("--{name}")],
        ] {
            let run = run(arguments);
            assert_harmless(&run);
            assert!(matches!(run.code, Some(1..=3)), "{arguments:?} ends with {:?}", run.code);
        }
    }
}

#[test]
fn arguments_that_are_not_utf_8_give_a_message() {
    let broken = || OsString::from_vec(vec![b'a', 0xff]);
    let run_with = |first: &[&str]| -> Run { program().args(first).arg(broken()).output().unwrap().into() };
    for first in [&[][..], &["compare"], &["compare", "videobellen", "--weight"], &["list", "--lang"]] {
        is_wrong_use(&run_with(first), &[]);
    }
    for first in [&["check"][..], &["list", "--data"]] {
        let run = run_with(first);
        assert_eq!(run.code, Some(3), "{first:?}: {}", run.err);
        let told = if first == ["check"] { &run.out } else { &run.err };
        assert!(told.starts_with("fout"), "{told}");
    }
}
