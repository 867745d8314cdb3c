//! Old answers: what they are read as, and what `migrate` writes.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{AS_OF, Run, copy, data, files, folder, names, program, run, run_in, small};

mod random;

/// Shared data with migrations in `data`, and the layer of a school in `school`.
fn place() -> tempfile::TempDir {
    let place = folder(&[]);
    for from in [small(), data("institution"), data("migrate/shared")] {
        copy(&from, &place.path().join("data"));
    }
    copy(&data("migrate/school"), &place.path().join("school"));
    place
}

fn given(place: &Path, arguments: &[&str]) -> Run {
    let shared = ["--no-builtin", "--data", "data", "--as-of", AS_OF];
    let arguments: Vec<&str> = arguments.iter().chain(&shared).copied().collect();
    run_in(place, &arguments)
}

fn put(place: &Path, path: &str, text: &str) {
    let path = place.join(path);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("written");
}

#[test]
fn migrate_writes_a_layer_without_old_answers() {
    let place = place();
    let made = given(place.path(), &["migrate", "school", "-o", "new"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    for line in [
        "school/criteria/profiles/school.yaml:7:15: waarschuwing[KH503]: `signed`",
        "Hier moet iemand naar kijken:",
        "school/vendors/videobellen/zeta.yaml:18:17",
        "Kijk of de overeenkomst \"volledig\" is: geregeld zegt te weinig.\n",
    ] {
        assert!(made.out.contains(line), "{line}: {}", made.out);
    }
    assert!(made.err.contains("Geschreven: new (5 bestanden, waarvan 4 veranderd)"), "{}", made.err);
    let golden = data("migrate/written");
    if std::env::var_os("UPDATE").is_some() {
        let _ = fs::remove_dir_all(&golden);
        copy(&place.path().join("new"), &golden);
    }
    let (written, wanted) = (files(&place.path().join("new")), files(&golden));
    for ((path, found), (other, wanted)) in written.iter().zip(&wanted) {
        assert_eq!(path, other);
        assert_eq!(String::from_utf8_lossy(found), String::from_utf8_lossy(wanted), "{path}");
    }
    assert_eq!(written.len(), wanted.len());
    let gamma = "vendors/proctoring/gamma.yaml";
    let bytes = |folder: &str| fs::read(place.path().join(folder).join(gamma)).expect("a file");
    assert_eq!(bytes("school"), bytes("new"));
    let again = given(place.path(), &["migrate", "new", "-o", "newer"]);
    assert!(again.out.contains("geen oude antwoorden"), "{}", again.out);
    assert_eq!(files(&place.path().join("newer")), written);
}

/// What was written gives no notice of old answers, and the same comparison.
#[test]
fn what_is_written_compares_as_what_was_read() {
    let place = place();
    let made = given(place.path(), &["migrate", "school", "-o", "new", "--lang", "en"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    assert!(made.out.contains("Someone must look at this:"), "{}", made.out);
    let checked = given(place.path(), &["check", "new", "new/dossier.yaml", "--format", "short", "--strict"]);
    assert!(!checked.out.contains("KH50"), "{}", checked.out);
    let old = given(place.path(), &["check", "school", "school/dossier.yaml", "--format", "short"]);
    assert!(old.code == Some(0) && old.out.contains("KH503") && old.out.contains("KH504"), "{}", old.out);
    for lang in ["nl", "en"] {
        for (kind, dossier) in [("videobellen", None), ("proctoring", Some("dossier.yaml"))] {
            let compared = |folder: &str| {
                let own = dossier.map(|name| format!("{folder}/{name}"));
                let mut arguments = vec!["compare", kind, "--data", folder, "--profile", "school"];
                arguments.extend(["--lang", lang, "--format", "json"]);
                arguments.extend(own.iter().flat_map(|path| ["--dossier", path.as_str()]));
                let shared = ["--no-builtin", "--data", "data", "--as-of", AS_OF];
                let arguments = [&arguments[..2], &shared, &arguments[2..]].concat();
                let made = run_in(place.path(), &arguments);
                assert_eq!(made.code, Some(0), "{}", made.err);
                let text = made.out.replace(&format!("\"{folder}/"), "\"");
                let mut document: Value = serde_json::from_str(&text).expect("JSON");
                // The fingerprint is that of the files, which differ.
                assert!(document["data"]["sha256"].take().is_string());
                document
            };
            assert_eq!(compared("school"), compared("new"), "{kind} in {lang}");
        }
    }
}

#[test]
fn a_demand_that_nobody_can_rewrite_stays_as_it_is() {
    let place = place();
    let profile = "school/criteria/profiles/school.yaml";
    let text = fs::read_to_string(place.path().join(profile)).expect("a file");
    put(place.path(), profile, &text.replace("[signed, complete]", "[signed, arranged]"));
    let made = given(place.path(), &["migrate", "school", "-o", "new"]);
    assert_eq!(made.code, Some(1), "{}", made.err);
    assert!(made.out.contains("fout[KH505]: `arranged` is geen antwoord meer"), "{}", made.out);
    let written = fs::read_to_string(place.path().join("new/criteria/profiles/school.yaml")).expect("a file");
    assert!(written.contains("answers: [complete, arranged] "), "{written}");
}

#[test]
fn migrate_writes_nothing_over_something_or_from_data_with_errors() {
    let place = place();
    put(place.path(), "full/note.txt", "mine");
    let refused = given(place.path(), &["migrate", "school", "-o", "full"]);
    assert_eq!(refused.code, Some(3), "{}", refused.out);
    assert!(refused.err.contains("deze map is niet leeg"), "{}", refused.err);
    assert_eq!(names(&place.path().join("full")), ["note.txt"]);
    for inside in ["school", "school/vendors/new"] {
        let refused = given(place.path(), &["migrate", "school", "-o", inside]);
        assert_eq!(refused.code, Some(3), "{inside}: {}", refused.out);
    }
    fs::create_dir(place.path().join("empty")).expect("a folder");
    assert_eq!(given(place.path(), &["migrate", "school", "-o", "empty"]).code, Some(0));
    assert_eq!(files(&place.path().join("empty")).len(), 5);
    put(place.path(), "school/vendors/videobellen/eta.yaml", "name: Eta\n");
    let refused = given(place.path(), &["migrate", "school", "-o", "new"]);
    assert_eq!(refused.code, Some(1), "{}", refused.out);
    assert!(refused.out.contains("KH102") && !place.path().join("new").exists(), "{}", refused.out);
    for (arguments, code) in
        [(["migrate", "nowhere", "-o", "new"], 3), (["migrate", "empty/vendors", "-o", "new"], 1)]
    {
        assert_eq!(given(place.path(), &arguments).code, Some(code), "{arguments:?}");
        assert!(!place.path().join("new").exists());
    }
}

/// A folder with only a dossier is a layer too.
#[test]
fn a_dossier_alone_is_migrated() {
    let place = place();
    copy(&place.path().join("school"), &place.path().join("own"));
    for gone in ["own/vendors", "own/criteria"] {
        fs::remove_dir_all(place.path().join(gone)).expect("taken away");
    }
    let made = given(place.path(), &["omzetten", "own", "-o", "new"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let written = files(&place.path().join("new"));
    let wanted = fs::read(data("migrate/written/dossier.yaml")).expect("a file");
    assert_eq!(written, [("dossier.yaml".to_owned(), wanted)]);
}

/// Criteria, items and steps that were renamed are written by their new ids too.
#[test]
fn renamed_criteria_are_written_by_their_new_ids() {
    let place = place();
    let criterion = "criteria/contract/processing-agreement.yaml";
    let text = fs::read_to_string(place.path().join("data").join(criterion)).expect("a file");
    put(place.path(), &format!("data/{criterion}"), &format!("{text}formerly: [agreement]\n"));
    let profile = "school/criteria/profiles/school.yaml";
    let text = fs::read_to_string(place.path().join(profile)).expect("a file");
    put(place.path(), profile, &text.replace("criterion: processing-agreement", "criterion: \"agreement\""));
    let made = given(place.path(), &["migrate", "school", "-o", "new"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    assert!(made.out.contains("KH501"), "{}", made.out);
    let written = fs::read_to_string(place.path().join("new/criteria/profiles/school.yaml")).expect("a file");
    assert!(written.contains("criterion: \"processing-agreement\""), "{written}");
}

const MIGRATION: &str = "\
title: {nl: Eigen woorden, en: Own words}
because: {nl: Wij noemden dit anders., en: We called this otherwise.}
criteria:
  processing-agreement:
    signed: {becomes: none}
    ours: {becomes: signed}
";

/// A later layer adds old answers of its own, and decides about those of a layer below.
#[test]
fn a_later_layer_has_the_last_word() {
    let place = place();
    put(place.path(), "school/criteria/migrations/eigen.yaml", MIGRATION);
    let checked = given(place.path(), &["check", "school", "--format", "short"]);
    assert!(
        checked.out.contains("`signed` is geen antwoord meer en wordt gelezen als `none`"),
        "{}",
        checked.out
    );
    assert!(!checked.out.contains("fout"), "{}", checked.out);
    let shared = ["compare", "videobellen", "--no-builtin", "--data", "data", "--data", "school"];
    let compared = run_in(place.path(), &[&shared[..], &["--as-of", AS_OF, "--format", "json"]].concat());
    assert!(compared.out.contains("criteria/migrations/eigen.yaml"), "{}", compared.out);
}

/// A layer that replaces a criterion by one with the old answers reads these as its
/// own; the migrations below do not know that criterion.
#[test]
fn a_criterion_of_a_later_layer_keeps_its_own_answers() {
    let place = place();
    let criterion = "criteria/contract/processing-agreement.yaml";
    let text = fs::read_to_string(place.path().join("data").join(criterion)).expect("a file");
    let older = text.replace("complete: {nl: ja", "signed: {nl: ja").replace("when: none", "when: missing");
    let older = older.replace("none: {nl: nee", "missing: {nl: nee");
    put(place.path(), &format!("own/{criterion}"), &older);
    put(place.path(), "own/vendors/videobellen/zeta.yaml", ZETA);
    let checked = given(place.path(), &["check", "own", "--format", "short"]);
    assert!(!checked.out.contains("own/") && !checked.out.contains("migrations"), "{}", checked.out);
    put(place.path(), "own/criteria/migrations/eigen.yaml", MIGRATION);
    let checked = given(place.path(), &["check", "own", "--format", "short"]);
    assert!(checked.out.contains("eigen.yaml:5:5: fout[KH220]"), "{}", checked.out);
}

const ZETA: &str = "\
name: Zeta
maker: Zeta bv
homepage: https://zeta.example.org
variants:
  gewoon: {name: gewone uitvoering, hosting: cloud, licence: paid}
sources:
  uitleg: {title: Uitleg, url: \"https://zeta.example.org/uitleg\", read: 2026-10-01, grade: vendor}
facts:
  processing-agreement:
    answers: [{for: all, answer: signed}]
    evidence: [{from: uitleg, shows: Getekend., says: signed}]
";

/// `--require` reads old answers as files do, and says so.
#[test]
fn a_requirement_on_the_command_line_may_name_an_old_answer() {
    let place = place();
    let asked = |requirement: &str| {
        given(place.path(), &["compare", "videobellen", "--format", "json", "--require", requirement])
    };
    let (old, new) = (asked("processing-agreement=signed"), asked("processing-agreement=complete"));
    assert!(
        old.err.contains("`signed` is geen antwoord meer en wordt gelezen als `complete`"),
        "{}",
        old.err
    );
    assert!(!new.err.contains("geen antwoord meer"), "{}", new.err);
    assert_eq!(old.out.replace("=signed", "=complete"), new.out);
    let refused = asked("processing-agreement=arranged");
    assert_eq!(refused.code, Some(2), "{}", refused.out);
    assert!(refused.err.contains("`arranged` is geen antwoord meer"), "{}", refused.err);
    assert!(refused.err.contains("Kijk of de overeenkomst"), "{}", refused.err);
}

/// Many old answers in one file are no error, however many there are.
#[test]
fn a_file_full_of_old_answers_is_still_a_good_file() {
    let place = place();
    let items: String = (0..150).fold(String::new(), |text, n| {
        format!("{text}      - {{from: uitleg, shows: Bladzijde {n}., says: signed}}\n")
    });
    let evidence = "    evidence: [{from: uitleg, shows: Getekend., says: signed}]\n";
    put(
        place.path(),
        "school/vendors/videobellen/zeta.yaml",
        &ZETA.replace(evidence, &format!("    evidence:\n{items}")),
    );
    let made = given(place.path(), &["migrate", "school", "-o", "new"]);
    assert_eq!(made.code, Some(0), "{}", made.out);
    let written = fs::read_to_string(place.path().join("new/vendors/videobellen/zeta.yaml")).expect("a file");
    assert_eq!(written.matches("says: complete").count(), 150);
    assert!(!written.contains("signed"), "{written}");
}

#[test]
fn the_shipped_data_needs_no_migration() {
    let checked = run(&["check", "--format", "json", "--as-of", AS_OF]);
    let document: Value = serde_json::from_str(&checked.out).expect("JSON");
    let findings = document["findings"].as_array().expect("findings");
    let codes: Vec<&str> = findings.iter().filter_map(|finding| finding["code"].as_str()).collect();
    assert!(!codes.iter().any(|code| code.starts_with("KH50")), "{codes:?}");
    assert!(program().arg("list").output().expect("the program starts").status.success());
}

/// A school's own layer of version 0.1 still works on the shipped data: what was good
/// because the school runs the service is looked at again, and own work is own work.
#[test]
fn a_layer_of_version_0_1_is_read_and_written_on_the_shipped_data() {
    let place = folder(&[]);
    copy(&data("migrate/version-0.1"), &place.path().join("school"));
    let given = |arguments: &[&str]| run_in(place.path(), &[arguments, &["--as-of", AS_OF]].concat());
    let compared = |layer: &str| -> Value {
        let made = given(&[
            "compare",
            "videobellen",
            "--data",
            layer,
            "--vendor",
            "schoolserver",
            "--profile",
            "onze",
            "--format",
            "json",
        ]);
        assert_eq!(made.code, Some(0), "{}", made.err);
        serde_json::from_str(&made.out).expect("JSON")
    };
    let before = compared("school");
    let status = |document: &Value, id: &str| {
        let criteria = document["ranking"][0]["criteria"].as_array().expect("criteria");
        let found = criteria.iter().find(|criterion| criterion["id"] == id).expect("the criterion");
        found["status"].as_str().expect("a status").to_owned()
    };
    for (id, wanted) in [
        ("processor-role", "unknown"),
        ("direct-deletion", "own-work"),
        ("eea-processing", "partly-known"),
        ("access-management", "unknown"),
    ] {
        assert_eq!(status(&before, id), wanted, "{id}");
    }
    let found = given(&["check", "school", "--format", "short"]);
    assert_eq!(found.code, Some(0), "only warnings: {}", found.out);
    for code in ["KH503", "KH504"] {
        assert!(found.out.contains(code), "{code}: {}", found.out);
    }
    let made = given(&["migrate", "school", "-o", "new"]);
    assert_eq!(made.code, Some(0), "{}{}", made.out, made.err);
    let again = given(&["check", "new", "--format", "short"]);
    assert!(!again.out.contains("KH50"), "{}", again.out);
    let mut after = compared("new");
    after["data"] = before["data"].clone();
    let mut before = before;
    for document in [&mut before, &mut after] {
        // The paths of the layers.
        document["deviations"] = Value::Null;
    }
    assert_eq!(before, after);
}
