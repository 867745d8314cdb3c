//! Pipes, devices and links instead of a dossier.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::institution::hostile::{COMMANDS, each, refused};
use crate::institution::{GOES_ON, place};
use crate::read::hostile::limited;
use crate::support::run;

#[test]
fn what_is_no_file_is_refused_as_a_dossier_and_never_waited_for() {
    let place = place("");
    let root = place.path();
    for name in ["pijp.yaml", "dossier-pijp.yaml"] {
        assert!(Command::new("mkfifo").arg(root.join(name)).status().expect("`mkfifo`").success());
    }
    symlink("er-niet", root.join("los.yaml")).expect("a link");
    symlink("pijp.yaml", root.join("naar-pijp.yaml")).expect("a link");
    for name in ["niet-hier.yaml", "los.yaml", "-", "dossier.yaml/dossier.yaml"] {
        refused(root, name, 3, "KH030");
    }
    for name in ["vendors", "pijp.yaml", "naar-pijp.yaml", "/dev/null", "/dev/zero", "."] {
        refused(root, name, 1, "KH031");
    }
    let checked = limited(root, &["check", "dossier-pijp.yaml", "--format", "short"]);
    assert_eq!((checked.code, checked.out.matches("KH031").count()), (Some(1), 1), "{}", checked.out);
}

/// A profile is given by its path, too.
#[test]
fn a_pipe_is_refused_as_a_profile_and_never_waited_for() {
    let place = place("");
    let pipe = place.path().join("pijp.yaml");
    assert!(Command::new("mkfifo").arg(pipe).status().expect("`mkfifo`").success());
    let words = ["compare", "videobellen", "--profile", "./pijp.yaml", "--no-builtin", "--data", "."];
    let run = limited(place.path(), &words);
    assert_eq!(run.code, Some(1), "{}{}", run.out, run.err);
    assert!(run.out.contains("KH031"), "{}", run.out);
}

/// A dossier may lie anywhere and be called anything: a school keeps it where it
/// keeps such things.
#[test]
fn a_dossier_elsewhere_and_under_another_name_is_read() {
    let place = place(GOES_ON);
    let root = place.path();
    let elsewhere = crate::support::folder(&[("mijn school.txt", GOES_ON)]);
    let file = elsewhere.path().join("mijn school.txt");
    symlink(&file, root.join("link.yaml")).expect("a link");
    fs::write(root.join("criteria/dossier.yaml"), GOES_ON).expect("written");
    for name in ["link.yaml", file.to_str().expect("UTF-8"), "criteria/dossier.yaml"] {
        each(root, name, |words, run| assert_eq!(run.code, Some(0), "{words:?}: {}{}", run.out, run.err));
    }
    // Among the products it is a product with errors.
    fs::write(root.join("vendors/proctoring/dossier.yaml"), GOES_ON).expect("written");
    each(root, "vendors/proctoring/dossier.yaml", |words, run| {
        assert_eq!(run.code, Some(1), "{words:?}: {}{}", run.out, run.err);
    });
}

/// The dossier is kept, whatever is made of it and whatever leads to it.
#[test]
fn a_result_never_takes_the_place_of_the_dossier() {
    let place = place(GOES_ON);
    let root = place.path();
    symlink("dossier.yaml", root.join("link.md")).expect("a link");
    fs::hard_link(root.join("dossier.yaml"), root.join("zelfde.md")).expect("a link");
    let absolute = root.join("dossier.yaml");
    for target in [
        "dossier.yaml",
        "./vendors/../dossier.yaml",
        absolute.to_str().expect("UTF-8"),
        "link.md",
        "zelfde.md",
    ] {
        for (command, formats) in &COMMANDS[..4] {
            let format = if formats.contains(&"markdown") { "markdown" } else { "table" };
            let words: Vec<&str> =
                command.iter().map(|word| if *word == "FILE" { "dossier.yaml" } else { *word }).collect();
            let rest = ["--format", format, "-o", target, "--overwrite", "--no-builtin", "--data", "."];
            let ended = limited(root, &[words.as_slice(), &rest].concat());
            assert_eq!(fs::read_to_string(&absolute).expect("a text"), GOES_ON, "{words:?} {target}");
            assert!(matches!(ended.code, Some(0 | 3)), "{words:?} {target}: {}", ended.err);
        }
    }
    // A wrong path on the command line is reported there.
    assert_eq!(run(&["compare", "proctoring", "--dossier"]).code, Some(2));
    assert_eq!(run(&["memo"]).code, Some(2));
}
