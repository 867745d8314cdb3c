//! A choice among few: places and counts within it, what stays as it is, and the
//! candidates of a dossier.

use std::path::Path;

use serde_json::Value;

use super::weighing::{comparison, order};
use crate::support::commands::with_small;
use crate::support::{AS_OF, put_small, row, run};

/// All that is said of an alternative by itself, without its place.
fn by_itself(document: &Value, id: &str) -> Value {
    let mut row = row(document, id).clone();
    for key in ["rank", "rank_best", "rank_worst", "group", "in_use"] {
        row.as_object_mut().unwrap().remove(key);
    }
    row
}

fn place(document: &Value, id: &str) -> [u64; 3] {
    let row = row(document, id);
    ["rank", "rank_best", "rank_worst"].map(|key| row[key].as_u64().unwrap())
}

#[test]
fn a_choice_has_places_of_its_own_and_moves_no_score() {
    let all = comparison(&[]);
    assert_eq!(all["within"], Value::Null);
    let one = comparison(&["--vendor", "alfa/gratis"]);
    assert_eq!(order(&one), ["alfa/gratis"]);
    assert_eq!(place(&one, "alfa/gratis"), [1, 1, 1]);
    assert_eq!(place(&all, "alfa/gratis"), [3, 3, 3]);
    assert_eq!(one["compared"], 1);
    assert_eq!(one["within"], serde_json::json!(["alfa/gratis"]));
    let both = comparison(&["--vendor", "alfa"]);
    assert_eq!(order(&both), ["alfa/school", "alfa/gratis"]);
    let comma = comparison(&["--vendor", "beta,alfa/gratis"]);
    assert_eq!(order(&comma), ["beta/eigen-server", "alfa/gratis"]);
    assert_eq!(place(&comma, "beta/eigen-server"), [1, 1, 1]);
    assert_eq!(comma["within"], serde_json::json!(["alfa/gratis", "beta/eigen-server"]));
    assert_eq!(comma, comparison(&["--vendor", "beta", "--vendor", "alfa/gratis"]));
    for document in [&one, &both, &comma] {
        for id in order(document) {
            assert_eq!(by_itself(document, id), by_itself(&all, id), "{id}");
        }
    }
}

/// A choice of everything is what one list of everything is.
#[test]
fn a_choice_of_all_is_the_whole_in_one_list() {
    let shipped = |kind: &str, extra: &[&str]| -> Value {
        let fixed = ["compare", kind, "--as-of", AS_OF, "--format", "json"];
        serde_json::from_str(&run(&[&fixed[..], extra].concat()).out).unwrap()
    };
    for kind in ["videobellen", "proctoring"] {
        let mut whole = shipped(kind, &["--ungrouped"]);
        let products: std::collections::BTreeSet<String> =
            order(&whole).iter().map(|id| id.split('/').next().unwrap().to_owned()).collect();
        let all = products.into_iter().collect::<Vec<_>>().join(",");
        let mut chosen = shipped(kind, &["--vendor", &all]);
        assert_eq!(chosen["within"].as_array().unwrap().len(), order(&whole).len());
        for document in [&mut whole, &mut chosen] {
            // Of a choice only what belongs to it is counted as left out.
            for key in ["within", "ungrouped", "left_out_by_audience"] {
                document.as_object_mut().unwrap().remove(key);
            }
        }
        assert_eq!(whole, chosen, "{kind}");
    }
}

#[test]
fn a_choice_in_a_kind_with_groups_is_one_list_that_says_the_group_and_where_it_runs() {
    let fixed =
        ["compare", "proctoring", "--as-of", AS_OF, "--vendor", "safe-exam-browser,proctorexam,talview"];
    let of = |extra: &[&str]| run(&[&fixed[..], extra].concat());
    let document: Value = serde_json::from_str(&of(&["--format", "json"]).out).unwrap();
    assert!(document["ranking"].as_array().unwrap().iter().all(|row| row["group"] == Value::Null));
    let hosting = |id: &str| {
        let rows = document["ranking"].as_array().unwrap();
        let mine = rows.iter().find(|row| row["alternative"].as_str().unwrap().starts_with(id)).unwrap();
        mine["hosting"].as_str().unwrap().to_owned()
    };
    assert_eq!(hosting("talview"), "cloud");
    let text = of(&["--details"]).out;
    assert_eq!(
        text.matches("de aanbieder beheert de dienst").count()
            + text.matches("op uw eigen server (uw instelling beheert het)").count(),
        order(&document).len(),
        "{text}"
    );
    let said = "Dit is een keuze uit ";
    let compared = format!("{} varianten vergeleken (keuze uit ", order(&document).len());
    assert!(text.contains(&compared) && text.contains(said), "{text}");
    for format in ["csv", "markdown"] {
        let run = of(&["--format", format]);
        assert!(run.out.contains(said), "{format}: {}", run.out);
    }
    let page = of(&["--format", "html"]).out;
    assert!(page.contains("keuze uit "), "the page says so");
    assert!(of(&["--lang", "en"]).out.contains("This is a choice from "));
    assert!(!run(&["compare", "proctoring", "--as-of", AS_OF]).out.contains(said));
}

/// Where nothing of a choice is left to compare, the page has no alternatives either.
#[test]
fn a_choice_of_what_no_longer_exists_leaves_the_page_empty() {
    let fixed = ["compare", "videobellen", "--as-of", AS_OF, "--vendor", "skype", "--retired"];
    let of = |format: &str| run(&[&fixed[..], &["--format", format]].concat());
    let document: Value = serde_json::from_str(&of("json").out).unwrap();
    assert_eq!((&document["compared"], &document["within"]), (&Value::from(0), &serde_json::json!([])));
    let page = of("html");
    assert_eq!(page.code, Some(0), "{}", page.err);
    assert!(page.out.contains("\"alternatives\":[]"), "the script ranks nothing");
    assert!(page.out.contains("Skype"), "it is named as one that no longer exists");
}

#[test]
fn an_empty_piece_of_a_choice_says_so() {
    for vendor in ["", "alfa,", ",alfa", "alfa,,beta", " "] {
        let run = with_small(&["compare", "videobellen", "--vendor", vendor]);
        assert_eq!(run.code, Some(2), "{vendor:?}");
        assert!(run.err.contains("bij `--vendor` ontbreekt een product"), "{vendor:?}: {}", run.err);
    }
}

/// `explain` says what place a product has among all.
#[test]
fn explain_is_not_a_choice() {
    let run = with_small(&["explain", "alfa/gratis"]);
    assert!(run.out.contains("Alfa, gratis versie"), "{}", run.out);
    assert!(!run.out.contains("keuze uit") && !run.out.contains("Alfa, schoolversie ("), "{}", run.out);
}

fn with_dossier(at: &Path, more: &str, extra: &[&str]) -> crate::support::Run {
    put_small(at, &[("dossier.yaml", format!("institution: Testschool\nkind: videobellen\n{more}"))]);
    let (data, dossier) = (at.to_str().unwrap().to_owned(), at.join("dossier.yaml"));
    let fixed = ["compare", "videobellen", "--no-builtin", "--data", &data, "--as-of", AS_OF];
    run(&[&fixed[..], &["--dossier", dossier.to_str().unwrap()], extra].concat())
}

#[test]
fn a_dossier_can_name_candidates_and_what_is_in_use() {
    let place_of = tempfile::tempdir().unwrap();
    let of = |more: &str, extra: &[&str]| -> Value {
        let extra = [extra, &["--format", "json"]].concat();
        let run = with_dossier(place_of.path(), more, &extra);
        serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.out))
    };
    let used = |document: &Value| -> Vec<String> {
        let rows = document["ranking"].as_array().unwrap().iter();
        rows.filter(|row| row["in_use"] == true)
            .map(|row| row["alternative"].as_str().unwrap().to_owned())
            .collect()
    };
    let document = of("candidates: [alfa/school]\nin-use: beta\n", &[]);
    assert_eq!(order(&document), ["alfa/school", "beta/eigen-server"]);
    assert_eq!(used(&document), ["beta/eigen-server"]);
    assert_eq!(document["within"], serde_json::json!(["alfa/school", "beta/eigen-server"]));
    // What the command line asks for replaces the candidates; what is in use stays.
    let other = of("candidates: [alfa/school]\nin-use: beta\n", &["--vendor", "alfa/gratis"]);
    assert_eq!(order(&other), ["beta/eigen-server", "alfa/gratis"]);
    // In use alone is no choice.
    let whole = of("in-use: alfa\n", &[]);
    assert_eq!((order(&whole).len(), &whole["within"]), (3, &Value::Null));
    assert_eq!(used(&whole), ["alfa/school", "alfa/gratis"]);
    let text = with_dossier(place_of.path(), "in-use: beta\n", &[]).out;
    assert_eq!(text.matches("nu in gebruik").count(), 1, "{text}");
    let csv = with_dossier(place_of.path(), "in-use: beta\n", &["--format", "csv"]).out;
    assert_eq!(csv.matches("nu in gebruik").count(), 1, "{csv}");
    let page = with_dossier(place_of.path(), "in-use: beta\n", &["--format", "html"]).out;
    assert!(page.contains("nu in gebruik"));
}
