//! Sets of data that are nearly empty, or have something wrong.

use std::fs;

use serde_json::{Value as Json, json};

use crate::read::disguises::{compare, run_in};
use crate::support::{DELTA, PRODUCT, row, small_with_bytes};

const ARGUMENTS: [&str; 5] = ["compare", "videobellen", "--no-builtin", "--data", "."];

/// D19: nothing to compare is an answer, with the reason in words.
#[test]
fn without_products_there_is_nothing_to_compare() {
    for gone in ["vendors", "vendors/videobellen"] {
        let place = small_with_bytes(&[]);
        fs::remove_dir_all(place.path().join(gone)).expect("removed");
        assert_eq!(run_in(place.path(), &["check", "."]).code, Some(0));
        let run = run_in(place.path(), &ARGUMENTS);
        assert_eq!(run.code, Some(0));
        assert!(run.out.contains("Er zijn geen producten om te vergelijken."), "{}", run.out);
        assert_eq!(compare(place.path(), &[])["ranking"], json!([]));
        let csv = run_in(place.path(), &[&ARGUMENTS[..], &["--format", "csv", "--columns", "wide"]].concat());
        assert_eq!(csv.out.lines().count(), 1, "only headers: {}", csv.out);
        let yaml = run_in(place.path(), &[&ARGUMENTS[..], &["--format", "yaml"]].concat());
        assert_eq!(yaml.code, Some(0));
        assert!(!yaml.out.contains("NaN") && !run.out.contains("NaN"));
    }
}

/// D19: one product is first of one.
#[test]
fn one_product_alone_is_ranked() {
    let place = small_with_bytes(&[]);
    fs::remove_file(place.path().join("vendors/videobellen/alfa.yaml")).expect("removed");
    let document = compare(place.path(), &[]);
    assert_eq!(document["ranking"].as_array().map(Vec::len), Some(1));
    let beta = row(&document, "beta/eigen-server");
    assert_eq!((&beta["rank"], &beta["rank_best"], &beta["rank_worst"]), (&json!(1), &json!(1), &json!(1)));
    let run = run_in(place.path(), &ARGUMENTS);
    assert!(run.out.contains("Beta") && run.out.contains("1 variant van 1 product"), "{}", run.out);
}

/// D19: without criteria nothing has weight, so that nothing is ranked.
#[test]
fn without_criteria_nothing_is_ranked() {
    let place = small_with_bytes(&[
        ("criteria/kinds.yaml", b"videobellen: {title: {nl: Videobellen, en: Video calling}}\n"),
        ("criteria/profiles/algemeen.yaml", b"title: {nl: A, en: B}\nbecause: {nl: C, en: D}\nweights: {}\n"),
    ]);
    for gone in
        ["vendors", "criteria/contract", "criteria/proctoring", "criteria/retention", "criteria/security"]
    {
        fs::remove_dir_all(place.path().join(gone)).expect("removed");
    }
    fs::remove_file(place.path().join("criteria/profiles/streng.yaml")).expect("removed");
    assert_eq!(run_in(place.path(), &["check", "."]).code, Some(0), "the files themselves are right");
    for format in ["table", "csv", "yaml", "json"] {
        let run = run_in(place.path(), &[&ARGUMENTS[..], &["--format", format]].concat());
        assert_eq!(run.code, Some(1), "{format}: {}", run.out);
        let said = run.out + &run.err;
        assert!(said.contains("KH404") && !said.contains("NaN"), "{format}: {said}");
    }
}

/// D7: all weights taken away on the command line; nothing is divided by it.
#[test]
fn nothing_is_ranked_when_nothing_weighs() {
    let none = ["processing-agreement=0", "access-control=0", "exit-deletion-days=0"];
    let weights: Vec<&str> = none.iter().flat_map(|weight| ["--weight", weight]).collect();
    for format in ["table", "csv", "yaml", "json"] {
        let run =
            run_in(small_with_bytes(&[]).path(), &[&ARGUMENTS[..], &weights, &["--format", format]].concat());
        assert_eq!(run.code, Some(1), "{format}");
        let said = run.out + &run.err;
        assert!(said.contains("KH404") && !said.contains("NaN"), "{format}: {said}");
    }
}

/// D7: a criterion that weighs nothing is shown with that weight, written or not,
/// and the largest weight is allowed.
#[test]
fn what_weighs_nothing_is_shown_as_such() {
    let profile = |weights: &str| {
        format!("title: {{nl: A, en: B}}\nbecause: {{nl: C, en: D}}\nweights: {{{weights}}}\n").into_bytes()
    };
    let rankings = [
        "processing-agreement: 100, access-control: 0",
        "processing-agreement: 100",
        "processing-agreement: 1",
    ]
    .map(|weights| {
        let place = small_with_bytes(&[("criteria/profiles/eigen.yaml", &profile(weights))]);
        let document = compare(place.path(), &["--profile", "eigen"]);
        let shown: Vec<Json> = document["criteria"]
            .as_array()
            .expect("criteria")
            .iter()
            .map(|c| c["exact_weight"].clone())
            .collect();
        assert_eq!(shown[1..], [json!("0"), json!("0")], "{weights}");
        assert_eq!(row(&document, "alfa/school")["score"]["exact_low"], "1");
        document["ranking"].clone()
    });
    assert!(rankings.iter().all(|ranking| *ranking == rankings[0]));
}

/// D18: one bad file among twenty: nothing is ranked, unless asked; then nineteen
/// are, as if the bad one were not there, and every output says so.
#[test]
fn one_bad_file_among_twenty_leaves_nineteen() {
    let place = small_with_bytes(&[]);
    let products = place.path().join("vendors/videobellen");
    fs::remove_dir_all(&products).expect("removed");
    fs::create_dir(&products).expect("a folder");
    let answers = ["complete", "none"];
    for number in 0..20 {
        let text =
            PRODUCT.replace("Delta", &format!("Nummer {number}")).replace("complete", answers[number % 2]);
        fs::write(products.join(format!("nummer-{number}.yaml")), text).expect("written");
    }
    let without = |place: &std::path::Path| compare(place, &["--ignore-invalid"])["ranking"].clone();
    let bad = products.join("nummer-7.yaml");
    let good = fs::read_to_string(&bad).expect("a text");
    fs::remove_file(&bad).expect("removed");
    let nineteen = without(place.path());
    assert_eq!(nineteen.as_array().map(Vec::len), Some(19));
    for slip in [
        good.replace("answer: none", "answer: nonne"),
        good.replace("name: N", "name: @N"),
        "\u{0}".to_owned(),
        good.replace("maker:", "name:"),
    ] {
        fs::write(&bad, slip).expect("written");
        let refused = run_in(place.path(), &ARGUMENTS);
        assert_eq!(refused.code, Some(1));
        assert!(!refused.out.contains("Nummer 3"), "{}", refused.out);
        assert_eq!(without(place.path()), nineteen);
        for format in ["table", "csv", "json", "yaml"] {
            let run =
                run_in(place.path(), &[&ARGUMENTS[..], &["--ignore-invalid", "--format", format]].concat());
            assert_eq!(run.code, Some(0), "{format}");
            assert!(run.out.contains("vendors/videobellen/nummer-7.yaml"), "{format}: {}", run.out);
        }
    }
}

/// A valid product is ranked beside the others, so the tests above remove it only
/// because of its errors.
#[test]
fn the_product_of_these_tests_is_ranked() {
    let document = compare(small_with_bytes(&[(DELTA, PRODUCT.as_bytes())]).path(), &[]);
    assert_eq!(document["ranking"].as_array().map(Vec::len), Some(4));
    assert_eq!(row(&document, "delta/gewoon")["score"]["exact_low"], "1/2");
}
