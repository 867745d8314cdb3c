//! What a dossier says was asked already, in `questions`.

use super::*;

const BEGUN: &str = "institution: Testschool\nkind: videobellen\nneed: {purpose: Lessen., minors: yes}\n";

/// Of each question about Alfa and Beta: the alternative, the criterion, and when it was
/// asked.
fn asked(rest: &str) -> Vec<(String, String, Value)> {
    let found = json(&format!("{BEGUN}{rest}"), &["questions", "--dossier", "DOSSIER"]);
    let all = found["questions"].as_array().expect("questions").clone();
    let text = |one: &Value, key: &str| one[key].as_str().expect("text").to_owned();
    all.iter().map(|one| (text(one, "alternative"), text(one, "criterion"), one["asked"].clone())).collect()
}

/// Which of them were asked, and when.
fn known(rest: &str) -> Vec<String> {
    let all = asked(rest).into_iter().filter(|(.., day)| !day.is_null());
    all.map(|(id, criterion, day)| format!("{id} {criterion} {}", day.as_str().expect("a day"))).collect()
}

#[test]
fn a_question_says_when_it_was_asked_last() {
    assert!(known("").is_empty());
    let one = "asked:\n  - {for: alfa/school, about: access-control, on: 2026-11-03, role: ict-beheerder}\n";
    assert_eq!(known(one), ["alfa/school access-control 2026-11-03"]);
    let twice = format!("{one}  - {{for: [alfa], on: 2026-11-10, filed: brieven/alfa.eml}}\n");
    assert_eq!(
        known(&twice),
        ["alfa/school exit-deletion-days 2026-11-10", "alfa/school access-control 2026-11-10"]
    );
    assert_eq!(known("asked: [{about: [exit-deletion-days], on: 2026-11-12}]\n").len(), 2, "of all products");
    assert_eq!(known("asked: [{on: 2026-11-12}]\n").len(), asked("").len(), "about everything");
    let text = with(&format!("{BEGUN}{one}"), &["questions", "--dossier", "DOSSIER"]).out;
    assert!(text.contains("al gevraagd op 3 november 2026"), "{text}");
}

/// What was asked changes no order, no place and no point.
#[test]
fn what_was_asked_moves_nothing() {
    let compared = |rest: &str| {
        let mut found = json(&format!("{BEGUN}{rest}"), &["compare", "videobellen", "--dossier", "DOSSIER"]);
        let ranking = found["ranking"].take();
        assert!(ranking.is_array());
        ranking
    };
    let all = "asked: [{on: 2026-11-12}]\n";
    assert_eq!(compared(all), compared(""));
    let order = |rest: &str| -> Vec<String> {
        asked(rest).into_iter().map(|(id, criterion, _)| format!("{id} {criterion}")).collect()
    };
    assert_eq!(order(all), order(""));
}

#[test]
fn what_cannot_have_been_asked_is_found() {
    let found = |rest: &str| -> Vec<String> {
        let run = with(&format!("{BEGUN}{rest}"), &["check", "DOSSIER", "--format", "json"]);
        let document: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
        strings(&document["findings"], "code").into_iter().map(str::to_owned).collect()
    };
    for (rest, code) in [
        ("asked: [{for: nergens, on: 2026-11-03}]\n", "KH711"),
        ("asked: [{about: access-controle, on: 2026-11-03}]\n", "KH301"),
        ("asked: [{about: [], on: 2026-11-03}]\n", "KH113"),
        ("asked: [{for: [], on: 2026-11-03}]\n", "KH113"),
        ("asked: [{about: proctoring-form, on: 2026-11-03}]\n", "KH704"),
        ("asked: [{on: 2027-11-03}]\n", "KH106"),
        ("asked: [{for: alfa}]\n", "KH102"),
        ("asked: [{on: 2026-11-03, wie: beheerder}]\n", "KH101"),
    ] {
        let codes = found(rest);
        assert!(codes.iter().any(|one| one == code), "{rest}: {codes:?}");
    }
    assert!(found("asked: [{for: alfa, about: [access-control], on: 2026-11-03}]\n").is_empty());
}
