//! Refusals that help: links that lead nowhere, kinds that do not exist, and files
//! that are protected.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use crate::support::{AS_OF, Run, copy, folder, names, run_in as at, small};

use super::{own_copy, strace};

#[test]
fn output_to_a_link_that_leads_nowhere_says_so() {
    let place = folder(&[("map/x", "")]);
    let root = place.path();
    for (name, target) in [
        ("dood.csv", "nergens.csv"),
        ("kring.csv", "kring.csv"),
        ("ver.csv", "map/x/verder"),
        ("dodemap", "nergens"),
    ] {
        symlink(target, root.join(name)).unwrap();
    }
    let compare = ["compare", "videobellen", "--format", "csv", "--as-of", AS_OF, "-o"];
    let bundle = ["bundle", "videobellen", "--as-of", AS_OF, "-o"];
    let before = names(root);
    for (path, word) in [
        ("dood.csv", "deze koppeling leidt nergens naartoe"),
        ("kring.csv", "deze koppeling leidt nergens naartoe"),
        ("ver.csv", "deze koppeling leidt nergens naartoe"),
        ("dodemap/uit.csv", "een koppeling die nergens naartoe leidt"),
        ("nergens/uit.csv", "is er niet; maak die eerst"),
    ] {
        for command in [&compare[..], &bundle] {
            for extra in [&[][..], &["--overwrite"]] {
                let run = at(root, &[command, &[path], extra].concat());
                assert_eq!((run.code, run.out.as_str()), (Some(3), ""), "{path}: {}", run.err);
                assert!(
                    run.err.contains(&format!("{path}: ")) && run.err.contains(word),
                    "{path}: {}",
                    run.err
                );
                assert_eq!(names(root), before, "{path}");
            }
        }
    }
    symlink("map", root.join("naarmap")).unwrap();
    for path in ["map", "naarmap"] {
        let run = at(root, &[&compare[..], &[path]].concat());
        assert_eq!(run.code, Some(3), "{}", run.err);
        assert!(run.err.contains("dit is een map; geef de naam van een bestand"), "{}", run.err);
    }
    assert_eq!(at(root, &[&compare[..], &["/dev/null"]].concat()).code, Some(0));
    assert_eq!(at(root, &[&bundle[..], &["/dev/null"]].concat()).code, Some(3));
}

#[test]
fn a_kind_that_does_not_exist_is_refused_before_products_are_read() {
    let place = folder(&[]);
    copy(&small(), place.path());
    fs::write(place.path().join("vendors/videobellen/stuk.yaml"), "name: [\n").unwrap();
    for command in [
        &["compare", "videobelen"][..],
        &["compare", "videobelen", "--format", "json"],
        &["bundle", "videobelen", "-o", "pakket"],
        &["explain", "alfa", "--kind", "videobelen"],
        &["list", "--kind", "videobelen"],
        &["checklist", "--kind", "videobelen"],
        &["new", "vendor", "videobelen/x1"],
        &["new", "dossier", "videobelen"],
    ] {
        let arguments = [command, &["--no-builtin", "--data", ".", "--as-of", AS_OF]].concat();
        let run = strace(&["-f", "-e", "trace=openat"], place.path(), &arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{command:?}: {}", run.err);
        assert!(run.err.contains("bedoelt u `videobellen`?"), "{command:?}: {}", run.err);
        assert!(run.log.contains("criteria/kinds.yaml"), "{command:?}: {}", run.log);
        assert!(!run.log.contains("stuk.yaml") && !run.log.contains("alfa.yaml"), "{command:?}: {}", run.log);
    }
}

/// Runs the program as the user of the test, or as nobody.
fn as_user(root: &Path, nobody: bool, arguments: &[&str]) -> Run {
    if !nobody {
        return at(root, arguments);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(root.join("keuzehulp"));
    let output = command.env_clear().env("PATH", "/usr/bin:/bin").current_dir(root).args(arguments).output();
    output.expect("`setpriv` of util-linux").into()
}

fn permit(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_file_that_is_protected_is_not_replaced() {
    for nobody in [false, true] {
        let place = folder(&[("uit.csv", "oud"), ("map/uit.csv", "oud")]);
        let root = place.path();
        own_copy(root);
        symlink("uit.csv", root.join("koppeling.csv")).unwrap();
        for path in [root.join("map"), root.to_owned()] {
            permit(&path, 0o777);
        }
        let commands = [
            &["compare", "videobellen", "--format", "csv", "--as-of", AS_OF, "-o"][..],
            &["new", "profile", "onze", "-o"],
            &["checklist", "--format", "csv", "-o"],
        ];
        permit(&root.join("uit.csv"), 0o444);
        for command in commands {
            for path in ["uit.csv", "koppeling.csv"] {
                let run = as_user(root, nobody, &[command, &[path, "--overwrite"]].concat());
                assert_eq!(run.code, Some(3), "{command:?} {path}: {}", run.err);
                let told =
                    run.err.contains(&format!("{path}: ")) && run.err.contains("tegen schrijven beveiligd");
                assert!(told, "{command:?} {path}: {}", run.err);
                assert_eq!(fs::read_to_string(root.join("uit.csv")).unwrap(), "oud");
            }
        }
        // What may be written is replaced, and keeps its rights.
        permit(&root.join("uit.csv"), 0o666);
        let run = as_user(root, nobody, &["new", "profile", "onze", "-o", "uit.csv", "--overwrite"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        // A folder in which nothing may be written.
        permit(&root.join("map/uit.csv"), 0o666);
        permit(&root.join("map"), 0o555);
        for extra in [&["map/uit.csv", "--overwrite"][..], &["map/nieuw.csv"]] {
            let run = as_user(root, nobody, &[commands[1], extra].concat());
            assert_eq!(run.code, Some(3), "{extra:?}: {}", run.err);
            assert!(run.err.contains("de map is tegen schrijven beveiligd"), "{extra:?}: {}", run.err);
            assert_eq!(names(&root.join("map")), ["uit.csv"]);
            assert_eq!(fs::read_to_string(root.join("map/uit.csv")).unwrap(), "oud");
        }
        permit(&root.join("map"), 0o755);
    }
}

#[test]
fn a_bundle_that_is_protected_is_not_replaced() {
    let place = folder(&[]);
    let root = place.path();
    let data = small();
    let fixed =
        ["bundle", "videobellen", "--no-builtin", "--as-of", AS_OF, "--data", data.to_str().unwrap(), "-o"];
    let make = |extra: &[&str]| at(root, &[&fixed[..], extra].concat());
    assert_eq!(make(&["pakket"]).code, Some(0));
    let manifest = fs::read(root.join("pakket/manifest.txt")).unwrap();
    for (path, mode, back) in
        [("pakket", 0o555, 0o755), ("pakket/csv", 0o555, 0o755), ("pakket/csv/overzicht.csv", 0o444, 0o644)]
    {
        permit(&root.join(path), mode);
        let run = make(&["pakket", "--overwrite", "--lang", "en"]);
        permit(&root.join(path), back);
        assert_eq!(run.code, Some(3), "{path}: {}", run.err);
        assert!(run.err.contains("is write-protected"), "{path}: {}", run.err);
        assert_eq!(fs::read(root.join("pakket/manifest.txt")).unwrap(), manifest, "{path}");
        assert_eq!(names(root), ["pakket"], "{path}");
    }
    permit(root, 0o555);
    let run = make(&["nieuw"]);
    permit(root, 0o755);
    assert_eq!(run.code, Some(3), "{}", run.err);
    assert_eq!(names(root), ["pakket"]);
    assert_eq!(make(&["pakket", "--overwrite"]).code, Some(0));
}
