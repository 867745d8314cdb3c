//! What an institution sets and agrees on because of the answers that a product has.

use serde_json::{Value, json};

use crate::support::{AS_OF, copy, data, folder, put_small, row, run};

/// Runs the program on the small data with `tests/data/actions` over it.
fn with_actions(arguments: &[&str]) -> String {
    let place = folder(&[]);
    put_small::<&str>(place.path(), &[]);
    copy(&data("actions"), place.path());
    let fixed = ["--no-builtin", "--as-of", AS_OF, "--data", place.path().to_str().expect("a path")];
    let run = run(&[arguments, &fixed[..]].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out
}

/// What is done with a number has no answer to name.
fn number() -> Value {
    json!({ "criterion": "exit-deletion-days", "answer": null, "by": "contract",
            "text": "zet het aantal in de overeenkomst" })
}

fn to_do(criterion: &str, answer: &str, by: &str, text: &str) -> Value {
    json!({ "criterion": criterion, "answer": answer, "by": by, "text": text })
}

#[test]
fn answers_that_hold_whatever_turns_out_give_something_to_do() {
    let out = with_actions(&["compare", "videobellen", "--format", "json"]);
    let found: Value = serde_json::from_str(&out).expect("JSON");
    let password = to_do("access-control", "password", "setting", "zet het wachtwoord aan");
    assert_eq!(
        row(&found, "delta/dienst")["actions"],
        json!([
            to_do("processing-agreement", "none", "contract", "sluit een overeenkomst"),
            to_do("exit-deletion-days", "not-agreed", "contract", "leg de termijn vast"),
            password,
            to_do("access-control", "waiting-room", "setting", "kijk zelf wie er binnenkomt"),
            to_do("access-control", "lock", "contract", "spreek een slot af"),
        ])
    );
    assert_eq!(
        row(&found, "delta/misschien")["actions"],
        json!([number()]),
        "what is merely possible gives nothing"
    );
    assert_eq!(
        row(&found, "delta/zelf")["actions"],
        json!([
            to_do("processing-agreement", "none", "contract", "sluit een overeenkomst"),
            to_do("deletion", "self-hosted", "setting", "stel een termijn in"),
        ]),
        "own work is nothing to agree on, whoever settles the criterion otherwise"
    );
    let setting = to_do("processing-agreement", "complete", "setting", "vink de overeenkomst aan");
    assert_eq!(
        row(&found, "alfa/school")["actions"],
        json!([setting, number(), password]),
        "`by` goes first"
    );
}

#[test]
fn what_does_not_count_gives_nothing_to_do() {
    let options = ["--profile", "streng", "--format", "json"];
    let out = with_actions(&[&["compare", "videobellen"], &options[..]].concat());
    let found: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(row(&found, "beta/eigen-server")["actions"], json!([]), "its only source is stale");
}

#[test]
fn explain_lists_what_to_set_and_what_to_agree() {
    let found = with_actions(&["explain", "delta/dienst", "--details"]);
    let (_, lists) = found.split_once("Stelt u zelf in").expect("a list");
    let (set, agreed) = lists.split_once("Spreekt u af").expect("another");
    assert!(set.contains("Zet het wachtwoord aan (Toegang; access-control)"), "{set}");
    for text in ["Sluit een overeenkomst", "Leg de termijn vast", "Spreek een slot af"] {
        assert!(agreed.contains(text) && !set.contains(text), "{text}: {lists}");
    }
    let nothing = with_actions(&["explain", "delta/misschien", "--details", "--lang", "en"]);
    assert!(!nothing.contains("What you set") && nothing.contains("What you agree"), "{nothing}");
}

#[test]
fn explain_says_of_an_answer_what_to_do_with_it() {
    let found = with_actions(&["explain", "criterion", "processing-agreement", "--lang", "en"]);
    assert!(found.contains("Set yourself: tick the agreement"), "{found}");
    assert!(found.contains("Agree with the vendor: conclude an agreement"), "{found}");
    let found = with_actions(&["explain", "criterion", "access-control", "--lang", "en"]);
    assert!(found.contains("If not, set yourself: watch yourself who comes in"), "{found}");
    let found = with_actions(&["explain", "criterion", "exit-deletion-days", "--lang", "en"]);
    assert!(found.contains("Agree with the vendor: put the number into the agreement"), "{found}");
}

#[test]
fn the_table_of_answers_has_a_column_for_each_list() {
    let options = ["--format", "csv", "--csv", "rfc4180", "--columns", "tidy"];
    let out = with_actions(&[&["compare", "videobellen"], &options[..]].concat());
    let mut table = csv::Reader::from_reader(out.trim_start_matches('\u{feff}').as_bytes());
    let headers = table.headers().expect("headers").clone();
    let at = |name: &str| headers.iter().position(|header| header == name).expect(name);
    let [product, criterion, set, agreed] = ["product_id", "criterion_id", "setting", "contract"].map(at);
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row")).collect();
    let about =
        |row: &&csv::StringRecord| &row[product] == "delta/dienst" && &row[criterion] == "access-control";
    let found = rows.iter().find(about).expect("a row");
    let to_set = "zet het wachtwoord aan; kijk zelf wie er binnenkomt";
    assert_eq!((&found[set], &found[agreed]), (to_set, "spreek een slot af"));
}
