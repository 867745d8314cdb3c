//! Ids: names of files and words that become parts of paths and addresses.

use std::fs;
use std::path::Path;

use crate::compare::ties::{json, ranking};
use crate::support::{
    AS_OF, DELTA, ON_GEGEVENS, PRODUCT, Run, copy, folder, in_gegevens, program, run, run_in, small,
    small_with_bytes,
};

/// The findings of a check, in Dutch, one a line; the check fails.
fn refused(place: &Path) -> String {
    let mut command = program();
    command.current_dir(place).args(["check", ".", "--format", "short", "--as-of", AS_OF]);
    let run: Run = command.output().expect("the program starts").into();
    assert_eq!(run.code, Some(1), "{}", run.out);
    run.out
}

/// D12.
#[test]
fn two_files_with_one_id_are_both_named() {
    for (first, second) in [
        ("vendors/videobellen/delta.yaml", "vendors/videobellen/delta.yml"),
        ("vendors/videobellen/delta.YAML", "vendors/videobellen/delta.yaml"),
        ("criteria/contract/dubbel.yaml", "criteria/security/dubbel.yaml"),
        ("criteria/profiles/dubbel.yaml", "criteria/profiles/dubbel.yml"),
    ] {
        if !cfg!(target_os = "linux") && first.eq_ignore_ascii_case(second) {
            continue; // There may be one file of that name only.
        }
        let source = match first.split('/').nth(1) {
            Some("videobellen") => PRODUCT.to_owned(),
            Some("profiles") => {
                fs::read_to_string(small().join("criteria/profiles/algemeen.yaml")).expect("a file")
            }
            _ => fs::read_to_string(small().join("criteria/security/access-control.yaml")).expect("a file"),
        };
        let place = small_with_bytes(&[(first, source.as_bytes()), (second, source.as_bytes())]);
        let out = refused(place.path());
        let line = out.lines().find(|line| line.contains("KH033")).unwrap_or_else(|| panic!("{out}"));
        assert!(line.starts_with(second) && line.contains(&format!("`{first}`")), "{line}");
        let ranked = program()
            .current_dir(place.path())
            .args(["compare", "videobellen", "--no-builtin", "--data", ".", "--as-of", AS_OF])
            .output()
            .expect("the program starts");
        assert_eq!(ranked.status.code(), Some(1), "{first}: nothing is ranked");
    }
}

/// D12: on a disk that distinguishes capitals.
#[cfg(target_os = "linux")]
#[test]
fn a_name_that_differs_in_capitals_only_is_refused() {
    let place = small_with_bytes(&[
        (DELTA, PRODUCT.as_bytes()),
        ("vendors/videobellen/Delta.yaml", PRODUCT.as_bytes()),
    ]);
    let out = refused(place.path());
    assert!(out.contains("vendors/videobellen/Delta.yaml:1:1: fout[KH032]"), "{out}");
}

/// D13: ids become names of files and parts of addresses.
#[test]
fn words_that_could_leave_the_folder_or_break_a_disk_are_no_ids() {
    let long = "a".repeat(65);
    for id in [
        "..", ".", "/", "a/b", "a\\b", "con", "nul", "lpt9", "nul.yaml", &long, "Zoom", "-x", "x-", "é",
        "a b", "a:b", "$x",
    ] {
        let text = PRODUCT.replace("  gewoon:", &format!("  '{id}':"));
        let out = refused(small_with_bytes(&[(DELTA, text.as_bytes())]).path());
        let mine: Vec<&str> = out.lines().filter(|line| line.contains("fout[")).collect();
        assert!(mine[0].starts_with(&format!("{DELTA}:5:3: fout[KH104]")), "{id}: {out}");
    }
    assert!(
        refused(small_with_bytes(&[(DELTA, PRODUCT.replace("  gewoon:", "  '':").as_bytes())]).path())
            .contains("KH014")
    );
    for id in ["mei-2", "a1", &"a".repeat(64), "zoom", "con-2"] {
        let place =
            small_with_bytes(&[(DELTA, PRODUCT.replace("  gewoon:", &format!("  {id}:")).as_bytes())]);
        let found = ranking(&json(place.path(), &[]));
        assert!(found.iter().any(|(alternative, ..)| *alternative == format!("delta/{id}")), "{id}");
    }
}

/// D13: neither does a word on the command line lead out of the data.
#[test]
fn ids_on_the_command_line_never_open_a_path() {
    let outside = folder(&[("secret.yaml", PRODUCT)]);
    let place = outside.path().join("data");
    copy(&small(), &place);
    for arguments in [
        &["compare", "../.."][..],
        &["compare", "videobellen", "--vendor", "../secret"],
        &["explain", "../secret/gewoon"],
        &["explain", "criterion", "../../secret"],
        &["explain", "/etc/passwd"],
    ] {
        let mut command = program();
        command.current_dir(&place).args(arguments).args(["--no-builtin", "--data", ".", "--as-of", AS_OF]);
        let run: Run = command.output().expect("the program starts").into();
        assert_eq!(run.code, Some(2), "{arguments:?}: {}{}", run.out, run.err);
        assert!(!run.out.contains("Delta bv") && !run.err.contains("Delta bv"), "{arguments:?}");
    }
}

#[test]
fn an_id_that_leads_elsewhere_is_refused_when_it_is_read() {
    let alfa = fs::read_to_string(small().join("vendors/videobellen/alfa.yaml")).unwrap();
    for id in ["../../x", "/x/y", "..", "a/b", "nul", "a.b", "A"] {
        let product = alfa
            .replace("  gratis: {", &format!("  \"{id}\": {{"))
            .replace("for: gratis", &format!("for: \"{id}\""));
        let root = in_gegevens(&[("vendors/videobellen/alfa.yaml", &product)]);
        let checked = run_in(root.path(), &["check", "gegevens", "--as-of", AS_OF, "--format", "short"]);
        assert_eq!(checked.code, Some(1), "{id}: {}", checked.out);
        assert!(checked.out.contains("alfa.yaml:6:3: fout[KH104]"), "{id}: {}", checked.out);
        let output = [&["compare", "videobellen", "-o", "uit.csv"], &ON_GEGEVENS[..]].concat();
        assert_eq!(run_in(root.path(), &output).code, Some(1), "{id}");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "{id}: nothing is written");
    }
    assert_eq!(run(&["compare", "videobellen", "--vendor", "../../x"]).code, Some(2));
}
