//! A great many products and criteria.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value as Json;

use crate::support::{AS_OF, Limits, Run, folder, limited};

const PRODUCTS: usize = 1_000;
const CRITERIA: usize = 200;

/// D20: a thousand products and two hundred criteria are compared with a gigabyte
/// of address space in two minutes, which is far more than they take.
#[test]
fn a_thousand_products_and_two_hundred_criteria_are_compared() {
    let place = folder(&[
        ("criteria/kinds.yaml", "bellen: {title: {nl: Bellen, en: Calling}}\n"),
        ("criteria/themes.yaml", "een: {title: {nl: Een, en: One}}\ntwee: {title: {nl: Twee, en: Two}}\n"),
    ]);
    let write = |path: &str, text: &str| {
        let path = place.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("written");
    };
    let mut weights = String::new();
    for c in 0..CRITERIA {
        let theme = ["een", "twee"][c % 2];
        let head = format!(
            "title: {{nl: Vraag {c}, en: Question {c}}}\napplies-to: [bellen]\nask: {{nl: Hoe?, en: How?}}\n"
        );
        let tail = "why: {nl: Daarom., en: So.}\ngrounds: []\nfrom: []\none-of:\n  good:\n    goed: {nl: a, en: b}\n  partly:\n    half: {nl: c, en: d}\n  insufficient:\n    slecht: {nl: e, en: f}\n";
        write(&format!("criteria/{theme}/vraag-{c}.yaml"), &(head + tail));
        let _ = write!(weights, "vraag-{c}: {}, ", c % 7 + 1);
    }
    write(
        "criteria/profiles/algemeen.yaml",
        &format!("title: {{nl: A, en: B}}\nbecause: {{nl: C, en: D}}\nweights: {{{weights}}}\n"),
    );
    // The good answers of product p are the first p % (n + 1) questions.
    for p in 0..PRODUCTS {
        let mut text = format!(
            "name: Product {p}\nmaker: Maker\nhomepage: https://a.example.org\nvariants:\n  gewoon: {{name: gewoon, hosting: cloud, licence: paid}}\n\
            sources:\n  bron: {{title: Bron, url: \"https://a.example.org\", read: 2026-10-01, grade: vendor}}\nfacts:\n"
        );
        for c in 0..CRITERIA {
            let answer = if c < p % (CRITERIA + 1) { "goed" } else { "slecht" };
            let _ = write!(
                text,
                "  vraag-{c}:\n    answers: [{{for: all, answer: {answer}}}]\n    evidence: [{{from: bron, shows: Zo is het.}}]\n"
            );
        }
        write(&format!("vendors/bellen/product-{p}.yaml"), &text);
    }
    let run = |arguments: &[&str]| -> Run {
        let mut command = limited(place.path(), &Limits { kibibytes: 1_048_576, ..Limits::default() });
        command.args(arguments).args(["--as-of", AS_OF]);
        let run: Run = command.output().expect("the program starts").into();
        assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
        run
    };
    assert!(run(&["check", "."]).out.contains("geen fouten, geen waarschuwingen"));
    let run = run(&["compare", "bellen", "--no-builtin", "--data", ".", "--format", "json"]);
    let document: Json = serde_json::from_str(&run.out).expect("one document");
    let ranking = document["ranking"].as_array().expect("a ranking");
    assert_eq!(ranking.len(), PRODUCTS);
    let total: usize = (0..CRITERIA).map(|c| c % 7 + 1).sum();
    for row in ranking {
        let p: usize = row["alternative"]
            .as_str()
            .and_then(|id| id.strip_prefix("product-")?.strip_suffix("/gewoon")?.parse().ok())
            .expect("an id");
        let good: usize = (0..p % (CRITERIA + 1)).map(|c| c % 7 + 1).sum();
        let better = (0..PRODUCTS).filter(|other| other % (CRITERIA + 1) > p % (CRITERIA + 1)).count();
        assert_eq!(row["rank"], better + 1, "product {p}");
        let (number, of) = row["score"]["exact_low"]
            .as_str()
            .map(|score| score.split_once('/').unwrap_or((score, "1")))
            .expect("a score");
        let [number, of]: [usize; 2] = [number, of].map(|part| part.parse().expect("a number"));
        assert_eq!(number * total, good * of, "product {p}");
        assert_eq!(row["score"]["exact_high"], row["score"]["exact_low"]);
    }
}
