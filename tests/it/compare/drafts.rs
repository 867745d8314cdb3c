//! Drafts: vendor files that are not finished. They are checked, listed and explained,
//! and never ranked.

use serde_json::Value;

use super::weighing::order;
use crate::support::commands::is_wrong_use;
use crate::support::{AS_OF, Run, folder, put_small, run, small_with};

/// A draft with all that may still be missing.
const BARE: &str =
    "name: Delta\ndraft: true\nvariants:\n  enige: {name: enige, hosting: cloud, licence: paid}\n";

/// A draft with a good answer, and a source that no fact names yet.
const FULL: &str = "name: Epsilon\nmaker: Epsilon bv\nhomepage: https://epsilon.example.org\ndraft: true\nvariants:\n  enige: {name: enige, hosting: cloud, licence: paid}\n  tweede: {name: tweede, hosting: cloud, licence: paid, audience: consumer}\nsources:\n  voorwaarden: {title: Voorwaarden, url: \"https://epsilon.example.org/v\", read: 2026-06-01, grade: contract}\n  later: {title: Later, url: \"https://epsilon.example.org/l\", read: 2026-06-01, grade: vendor}\nfacts:\n  processing-agreement:\n    answers: [{for: all, answer: complete}]\n    evidence: [{from: voorwaarden, quote: De overeenkomst is volledig.}]\n";

const DELTA: &str = "vendors/videobellen/delta.yaml";
const EPSILON: &str = "vendors/videobellen/epsilon.yaml";

/// Runs the program on the small data with these files.
fn with(files: &[(&str, &str)], arguments: &[&str]) -> Run {
    let place = small_with(files);
    let data = place.path().to_str().expect("a path");
    let dossier = place.path().join("dossier.yaml");
    let words =
        arguments.iter().map(|word| if *word == "DOSSIER" { dossier.to_str().unwrap() } else { word });
    let fixed = ["--no-builtin", "--as-of", AS_OF, "--data", data];
    run(&words.chain(fixed).collect::<Vec<_>>())
}

fn json(files: &[(&str, &str)], arguments: &[&str]) -> Value {
    let run = with(files, &[&["compare", "videobellen", "--format", "json"], arguments].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}

#[test]
fn a_draft_changes_nothing_of_a_comparison_but_that_it_is_named() {
    let without = json(&[], &[]);
    assert_eq!(without["left_out_drafts"], serde_json::json!([]));
    let mut found = json(&[(DELTA, BARE), (EPSILON, FULL)], &[]);
    assert_eq!(found["left_out_drafts"], serde_json::json!(["delta", "epsilon"]));
    assert_eq!(found["left_out_by_audience"], 0, "a draft counts as a draft only");
    for key in ["left_out_drafts", "data"] {
        found[key] = without[key].clone();
    }
    assert_eq!(found, without);
    let chosen = json(&[(DELTA, BARE)], &["--vendor", "alfa"]);
    assert_eq!(chosen["left_out_drafts"], serde_json::json!([]), "a choice cannot name one");
    let finished = BARE.replace("true", "false").replace(
        "name: Delta",
        "name: Delta\nmaker: D\nhomepage: https://d.example.org\nsources: {}\nfacts: {}",
    );
    let finished = json(&[(DELTA, &finished)], &[]);
    assert_eq!(finished["left_out_drafts"], serde_json::json!([]));
    assert!(order(&finished).contains(&"delta/enige"));
}

#[test]
fn every_format_for_people_names_the_drafts() {
    let files = [(DELTA, BARE), (EPSILON, FULL)];
    for format in ["table", "markdown", "csv", "html"] {
        let found = with(&files, &["compare", "videobellen", "--format", format]);
        let line = "2 concepten worden niet vergeleken: delta, epsilon.";
        assert!(found.out.contains(line), "{format}: {}", found.out);
        let one = with(&files[..1], &["compare", "videobellen", "--format", format, "--lang", "en"]);
        assert!(one.out.contains("1 draft is not compared: delta."), "{format}: {}", one.out);
    }
    let many: Vec<(String, String)> = (0..15)
        .map(|n| (format!("vendors/videobellen/p{n:02}.yaml"), BARE.replace("Delta", &format!("P {n}"))))
        .collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let found = with(&many, &["compare", "videobellen"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(found.contains("15 concepten worden niet vergeleken: p00, ") && found.contains("p11, en nog 3."));
}

#[test]
fn a_draft_is_listed_and_explained_with_its_mark() {
    let files = [(DELTA, BARE), (EPSILON, FULL)];
    let list = with(&files, &["list", "products"]).out;
    assert!(list.contains("Delta (concept)\n") && list.contains("Epsilon, Epsilon bv (concept)"), "{list}");
    let count = |files| with(files, &["list", "kinds"]).out;
    assert_eq!(count(&files[..]), count(&[]), "what can be chosen is counted");
    let bare = with(&files, &["explain", "delta", "--details"]);
    assert!(bare.out.contains("Concept, en niet vergeleken"), "{}{}", bare.out, bare.err);
    assert!(!bare.out.contains("()") && !bare.out.contains("Plaats 1"), "{}", bare.out);
    let full = with(&files, &["explain", "epsilon", "--details", "--lang", "en"]).out;
    assert!(
        full.contains("Draft, and not compared") && full.contains("De overeenkomst is volledig."),
        "{full}"
    );
}

#[test]
fn what_is_unfinished_in_a_draft_is_no_finding_and_what_is_wrong_is() {
    let check = |text: &str| {
        let place = small_with(&[(DELTA, text)]);
        let all = run(&["check", "--format", "short", "--as-of", AS_OF, place.path().to_str().unwrap()]).out;
        all.lines().filter(|line| line.contains("delta.yaml")).collect::<String>()
    };
    assert_eq!(check(BARE), "");
    assert_eq!(check(FULL), "");
    let finished = check(&BARE.replace("true", "false"));
    for key in ["maker", "homepage", "sources", "facts"] {
        assert!(finished.contains(&format!("`{key}`")), "{finished}");
    }
    assert!(check(&FULL.replace("true", "false")).contains("KH510"));
    let wrong = check(&FULL.replace("answer: complete", "answer: compleet").replace("quote:", "qoute:"));
    assert!(wrong.contains("KH303") && wrong.contains("KH101"), "{wrong}");
    assert!(check(&BARE.replace("name: Delta\n", "")).contains("`name`"));
}

#[test]
fn a_choice_of_a_draft_is_refused_with_what_to_do() {
    for asked in ["delta", "delta/enige", "alfa,delta"] {
        let found = with(&[(DELTA, BARE)], &["compare", "videobellen", "--vendor", asked]);
        is_wrong_use(&found, &["`delta", "concept", "haal `draft` daar weg"]);
    }
    for key in ["candidates: [alfa, delta/enige]", "in-use: delta"] {
        let dossier = format!("institution: School\nkind: videobellen\n{key}\n");
        let files = [(DELTA, BARE), ("dossier.yaml", dossier.as_str())];
        let found = with(&files, &["compare", "videobellen", "--dossier", "DOSSIER"]);
        assert_eq!(found.code, Some(1));
        assert!(found.out.contains("KH717") && found.out.contains("nog een concept"), "{}", found.out);
    }
}

#[test]
fn the_memo_says_that_the_chosen_product_is_a_draft() {
    let dossier = "institution: School\nkind: videobellen\nchoice: {alternative: delta/enige, role: rector, on: 2026-11-01, because: omdat}\n";
    let files = [(DELTA, BARE), ("dossier.yaml", dossier)];
    let memo = with(&files, &["memo", "DOSSIER"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(memo.contains("1 concept wordt niet vergeleken: delta."), "{memo}");
    assert!(!memo.contains("wijkt af") && memo.contains("is nog een concept"), "{memo}");
}

#[test]
fn where_there_are_only_drafts_it_is_refused() {
    let place = folder(&[]);
    put_small(place.path(), &[("vendors/proctoring/gamma.yaml", BARE)]);
    let data = place.path().to_str().unwrap();
    let run = run(&["compare", "proctoring", "--no-builtin", "--data", data, "--as-of", AS_OF]);
    is_wrong_use(&run, &["er blijft geen variant over", "`draft` in het productbestand laat 1 variant weg"]);
}

/// A layer adds to a draft, and it remains one: only its own file ends that.
#[test]
fn an_amendment_leaves_a_draft_a_draft() {
    let place = small_with(&[(DELTA, BARE)]);
    let amended = |text: &str| {
        let own = folder(&[(DELTA, text)]);
        let data = [place.path(), own.path()].map(|path| path.to_str().unwrap());
        let fixed = ["--no-builtin", "--as-of", AS_OF, "--data", data[0], "--data", data[1]];
        run(&[&["compare", "videobellen", "--format", "json"], &fixed[..]].concat())
    };
    let more = amended("variants:\n  tweede: {name: tweede, hosting: cloud, licence: paid}\n");
    assert_eq!(more.code, Some(0), "{}", more.out);
    let found: Value = serde_json::from_str(&more.out).expect("JSON");
    assert_eq!(found["left_out_drafts"], serde_json::json!(["delta"]));
    let ended = amended("draft: false\n");
    assert!(ended.code == Some(1) && ended.out.contains("KH311"), "{}", ended.out);
}
