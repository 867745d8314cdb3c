//! `coverage` counts what is known, and says what follows from each sentence of the AP.

use serde_json::{Value, json};

use crate::support::commands::is_wrong_use;
use crate::support::{AS_OF, Run, run, small_with};

/// A criterion that an institution can see to itself, and a product about which the rest
/// is open; a draft, and a product that no longer exists.
const FILES: [(&str, &str); 4] = [
    (
        "criteria/retention/wissen.yaml",
        "title: {nl: Wissen, en: Deletion}\napplies-to: [videobellen]\nask: {nl: Hoe?, en: How?}\nwhy: {nl: Daarom., en: So.}\ngrounds: []\nfrom: [S0-29]\none-of:\n  good: {automatically: {nl: vanzelf, en: automatically}}\n  own-work: {self-hosted: {nl: regelt u zelf, en: you see to it}}\n  insufficient: {never: {nl: nooit, en: never}}\n",
    ),
    (
        "vendors/videobellen/delta.yaml",
        "name: Delta\nmaker: Delta bv\nhomepage: https://delta.example.org\nvariants:\n  server: {name: eigen server, hosting: self-hosted, licence: open-source}\nsources:\n  uitleg: {title: Uitleg, url: \"https://delta.example.org/u\", read: 2026-10-01, grade: vendor}\nfacts:\n  wissen:\n    answers: [{for: all, answer: self-hosted}]\n    evidence: [{from: uitleg, shows: Zo is het.}]\n",
    ),
    (
        "vendors/videobellen/epsilon.yaml",
        "name: Epsilon\ndraft: true\nvariants: {enige: {name: enige, hosting: cloud, licence: paid}}\n",
    ),
    (
        "criteria/sentences/brief.yaml",
        "title: {nl: Een brief, en: A letter}\npublished: {nl: in 2020, en: in 2020}\nsentences:\n  S0-29: {place: {nl: Punt 1, en: Point 1}, says: {nl: Sluit een overeenkomst., en: Have an agreement.}, force: must}\n  S0-30: {place: {nl: Punt 2, en: Point 2}, says: {nl: Denk na., en: Think.}, force: advice}\n  S1-P02c: {place: {nl: Punt 3, en: Point 3}, says: {nl: Kies licht., en: Choose light.}, force: advice}\n",
    ),
];

/// Runs the program on the small data with these files.
fn with_files(arguments: &[&str]) -> Run {
    let place = small_with(&FILES);
    let data = place.path().to_str().unwrap();
    run(&[arguments, &["--no-builtin", "--as-of", AS_OF, "--data", data]].concat())
}

fn document(arguments: &[&str]) -> Value {
    let found = with_files(&[arguments, &["--format", "json"]].concat());
    assert_eq!((found.code, &*found.err), (Some(0), ""));
    serde_json::from_str(&found.out).unwrap()
}

fn counted(what: &str, id: &str, [known, partly, own_work, unknown, open]: [u8; 5]) -> Value {
    json!({what: id, "known": known, "partly": partly, "own_work": own_work, "unknown": unknown, "open": open})
}

#[test]
fn answers_are_counted_by_what_they_leave_open() {
    let found = document(&["coverage", "videobellen"]);
    assert_eq!(found["schema"], "keuzehulp/coverage/1");
    let kinds = found["kinds"].as_array().unwrap();
    assert_eq!((kinds.len(), &kinds[0]["kind"]), (1, &json!("videobellen")));
    assert_eq!(
        kinds[0]["alternatives"],
        json!([
            counted("alternative", "alfa/school", [1, 2, 0, 0, 1]),
            counted("alternative", "alfa/gratis", [1, 1, 0, 1, 1]),
            counted("alternative", "beta/eigen-server", [2, 0, 0, 0, 2]),
            counted("alternative", "delta/server", [0, 0, 1, 0, 3]),
        ])
    );
    assert_eq!(
        kinds[0]["criteria"],
        json!([
            counted("criterion", "processing-agreement", [3, 0, 0, 0, 1]),
            counted("criterion", "exit-deletion-days", [0, 1, 0, 1, 2]),
            counted("criterion", "wissen", [0, 0, 1, 0, 3]),
            counted("criterion", "access-control", [1, 2, 0, 0, 1]),
        ])
    );
    assert_eq!(document(&["coverage"])["kinds"].as_array().unwrap().len(), 2);
}

#[test]
fn every_format_has_the_same_counts() {
    let csv = with_files(&["coverage", "videobellen", "--format", "csv", "--csv", "rfc4180"]).out;
    assert_eq!(csv.lines().count(), 9, "{csv}");
    assert!(csv.contains("gratis versie\",1,1,0,1,1,alfa/gratis,"), "{csv}");
    for format in ["text", "markdown", "html"] {
        let found = with_files(&["dekking", "videobellen", "--format", format, "--lang", "en"]).out;
        for words in ["Per variant", "Per criterion", "delta/server", "wissen", "Have", "Answered"] {
            assert_eq!(found.contains(words), words != "Have", "{format}: {found}");
        }
        assert!(!found.contains("Epsilon"), "{format}: a draft is left out: {found}");
    }
}

#[test]
fn a_sentence_has_all_that_names_it_and_one_without_a_place_is_named() {
    let found = document(&["coverage", "sentences"]);
    assert_eq!(
        (&found["schema"], &found["documents"][0]["document"]),
        (&json!("keuzehulp/sentences/1"), &json!("brief"))
    );
    let sentences = found["documents"][0]["sentences"].as_array().unwrap();
    assert_eq!(sentences[0]["criteria"], json!(["processing-agreement", "wissen"]));
    assert_eq!((&sentences[0]["force"], &sentences[0]["place"]), (&json!("must"), &json!("Punt 1")));
    assert_eq!(sentences[2]["criteria"], json!(["proctoring-form"]));
    let printed = with_files(&["dekking", "zinnen", "--format", "markdown"]).out;
    assert!(
        printed.contains("Zonder plek: S0-30.") && printed.contains("Sluit een overeenkomst."),
        "{printed}"
    );
    let csv = with_files(&["coverage", "sentences", "--format", "csv", "--csv", "rfc4180"]).out;
    assert_eq!(csv.lines().count(), 4, "{csv}");
}

#[test]
fn a_kind_that_does_not_exist_is_refused() {
    is_wrong_use(
        &with_files(&["coverage", "videobelen"]),
        &["de soort `videobelen` bestaat niet", "`videobellen`"],
    );
}
