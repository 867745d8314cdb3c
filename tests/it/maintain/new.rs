//! `new` writes templates that lack only what the program cannot fill in.

use std::path::Path;

use crate::support::{AS_OF, folder, program, run, run_in};

/// Writes a frame into a data folder and gives the codes that `check` finds.
fn codes_of(what: &[&str], path: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join(path);
    std::fs::create_dir_all(target.parent().unwrap()).unwrap();
    let mut arguments = vec!["new"];
    arguments.extend(what);
    let target = target.to_string_lossy().into_owned();
    arguments.extend(["-o", &target]);
    let written = run(&arguments);
    assert_eq!(written.code, Some(0), "{}", written.err);
    assert!(written.out.is_empty());
    let found = check(folder.path());
    found.lines().map(|line| line.split(['[', ']']).nth(1).unwrap().to_owned() + " " + key(line)).collect()
}

fn check(folder: &Path) -> String {
    let output = program()
        .args(["check", "--all", "--format", "short", "--as-of", AS_OF])
        .arg(folder)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The first word between backticks.
fn key(line: &str) -> &str {
    line.split('`').nth(1).unwrap_or("")
}

#[test]
fn a_product_scaffold_lacks_only_what_the_writer_must_say() {
    assert_eq!(
        codes_of(&["vendor", "videobellen/alfa"], "vendors/videobellen/alfa.yaml"),
        ["KH102 homepage", "KH102 maker"]
    );
    assert_eq!(
        codes_of(&["vendor", "proctoring/alfa", "--lang", "en"], "vendors/proctoring/alfa.yaml"),
        ["KH102 homepage", "KH102 maker"]
    );
}

#[test]
fn a_criterion_frame_lacks_its_texts_and_its_question() {
    let found = codes_of(&["criterion", "retention/logs"], "criteria/retention/logs.yaml");
    assert_eq!(found, ["KH102 applies-to", "KH102 ask", "KH102 title", "KH102 why", "KH201 one-of"]);
}

#[test]
fn a_profile_frame_lacks_its_title_and_reason() {
    let found = codes_of(&["profile", "onze-school"], "criteria/profiles/onze-school.yaml");
    assert_eq!(found, ["KH102 because", "KH102 title"]);
}

/// The frame of a product with its signs taken away; `fill` puts the first
/// answer and a source into every fact.
fn uncommented(fill: bool) -> (String, usize) {
    let frame = run(&["new", "vendor", "proctoring/alfa"]).out;
    let (mut text, mut facts, mut in_fact, mut first) = (String::new(), 0, false, String::new());
    for line in frame.lines() {
        let rest = line.strip_prefix("  # ").unwrap_or("");
        let starts =
            rest.ends_with(':') && !rest.starts_with(' ') && !rest.contains(' ') && rest != "voorwaarden:";
        if let Some(choice) = rest.strip_prefix("  - ") {
            let id = choice.split(':').next().unwrap();
            if first.is_empty() {
                first = if choice.starts_with("een getal") { "30".to_owned() } else { id.to_owned() };
            }
            continue;
        }
        in_fact = starts || (in_fact && rest.starts_with("  "));
        facts += usize::from(starts);
        let line = match line {
            "# maker: wie het product maakt" => "maker: Alfa bv".to_owned(),
            "# homepage: \"https://…\"" => "homepage: \"https://alfa.example.org\"".to_owned(),
            "sources: {}" => "sources:\n  voorwaarden:\n    title: Voorwaarden\n    url: \"https://alfa.example.org/v\"\n    read: 2026-01-31\n    grade: contract".to_owned(),
            "facts: {}" => "facts:".to_owned(),
            _ if in_fact && fill && rest.trim() == "answer:" => format!("  {rest} {}", std::mem::take(&mut first)),
            _ if in_fact && fill && rest.trim() == "- from:" => format!("  {rest} voorwaarden"),
            _ if in_fact && fill && rest.trim() == "quote:" => format!("  {rest} Zo staat het er."),
            _ if in_fact => format!("  {rest}"),
            _ => line.to_owned(),
        };
        if starts || line.trim() == "evidence:" {
            first = if starts { first } else { String::new() };
        }
        text.push_str(&line);
        text.push('\n');
    }
    (text, facts)
}

/// A vendor frame names every question of its kind, and each becomes a readable
/// fact when its signs are taken away and it is filled in.
#[test]
fn every_question_of_a_product_scaffold_becomes_a_fact() {
    let (text, facts) = uncommented(true);
    assert!(facts > 30, "{facts} facts");
    let folder = folder(&[("vendors/proctoring/alfa.yaml", &text)]);
    assert_eq!(check(folder.path()), "", "{text}");
}

/// What nobody filled in is reported, and never counts as an answer.
#[test]
fn a_fact_that_is_not_filled_in_is_no_answer() {
    let (text, _) = uncommented(false);
    let folder = folder(&[("vendors/proctoring/alfa.yaml", &text)]);
    let found = check(folder.path());
    assert!(
        found.lines().count() > 40
            && found.lines().all(|line| line.contains("KH014") || line.contains("KH020")),
        "{found}"
    );
}

#[test]
fn wrong_names_are_refused_with_help() {
    for (arguments, word) in [
        (["vendor", "alfa"], "videobellen/alfa"),
        (["vendor", "videobelen/alfa"], "videobellen"),
        (["vendor", "videobellen/Alfa"], "kleine letters"),
        (["criterion", "retentie/logs"], "retention"),
        (["profile", "all"], "betekent"),
    ] {
        let found = run(&[&["new"], &arguments[..]].concat());
        assert_eq!(found.code, Some(2), "{arguments:?}");
        assert!(found.err.contains(word) && found.out.is_empty(), "{arguments:?}: {}", found.err);
    }
}

#[test]
fn names_that_lead_elsewhere_are_no_ids_and_nothing_is_written() {
    for name in ["../x", "../../x", "/x/y", "a/../../x", "..", ".", "a\\..\\x", "con", "a b", "", "-o"] {
        for (what, path) in [
            ("vendor", format!("videobellen/{name}")),
            ("vendor", format!("{name}/alfa")),
            ("criterion", format!("contract/{name}")),
            ("criterion", format!("{name}/alfa")),
            ("profile", name.to_owned()),
        ] {
            let root = folder(&[("diep/er/bestand", "x")]);
            let at = root.path().join("diep/er");
            let run = run_in(&at, &["new", "-o", "nieuw.yaml", what, "--", &path]);
            assert_eq!(run.code, Some(2), "{what} {path}: {}", run.err);
            let files =
                || std::fs::read_dir(&at).unwrap().count() + std::fs::read_dir(root.path()).unwrap().count();
            assert_eq!(files(), 2, "{what} {path}");
        }
    }
}
