//! The table for a council: few columns that fit on paper, whole points, and a word for
//! each theme.

use serde_json::Value;

use super::{DISCLAIMER, Sheet, of_small};
use crate::support::{AS_OF, run};

fn csv(kind: &str, extra: &[&str]) -> String {
    let fixed = ["compare", kind, "--as-of", AS_OF, "--format", "csv"];
    let run = run(&[&fixed[..], extra].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out
}

#[test]
fn it_has_at_most_twenty_columns_and_says_what_the_json_says() {
    for kind in ["videobellen", "proctoring"] {
        let sheet = Sheet::read(&csv(kind, &[]));
        assert!(sheet.headers.len() <= 20, "{:?}", sheet.headers);
        assert_eq!(sheet.headers.first().map(String::as_str), Some("Plaats"));
        assert_eq!(sheet.headers.last().map(String::as_str), Some("Product-id"));
        let json: Value =
            serde_json::from_str(&run(&["compare", kind, "--as-of", AS_OF, "--format", "json"]).out).unwrap();
        for row in json["ranking"].as_array().unwrap() {
            let id = row["alternative"].as_str().unwrap();
            let cells = sheet.about(id);
            let number = |header: &str| sheet.cell(cells, header).parse::<f64>().unwrap();
            let points = |key: &str| 100.0 * parsed(row["score"][key].as_str().unwrap());
            let (low, high) = (points("exact_low"), points("exact_high"));
            let (from, to) = (number("Punten van"), number("Punten tot"));
            // Rounded outwards, and what is more than nothing is at least one.
            assert!(from <= low.max(1.0) + 1e-9 && from > low - 1.0, "{id}: {from} for {low}");
            assert!(to >= high.min(99.0) - 1e-9 && to < high + 1.0, "{id}: {to} for {high}");
            assert!(from <= number("Met eigen werk") && number("Met eigen werk") <= to, "{id}");
            for tile in row["tiles"].as_array().unwrap() {
                let word = match tile["tile"].as_str().unwrap() {
                    "favourable" => "gunstig",
                    "mixed" => "gemengd",
                    "unfavourable" => "ongunstig",
                    "own-work" => "regelt u zelf",
                    _ => "onbekend",
                };
                assert!(cells.iter().any(|cell| cell == word), "{id}: {word}: {cells:?}");
            }
        }
    }
}

/// A fraction in lowest terms.
fn parsed(text: &str) -> f64 {
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    above.parse::<f64>().unwrap() / below.parse::<f64>().unwrap()
}

#[test]
fn it_says_once_what_it_is_and_what_it_was_made_from() {
    let text = csv("videobellen", &[]);
    assert_eq!(text.matches(DISCLAIMER).count(), 1, "{text}");
    assert!(text.contains("Stand op 30 november 2026") && text.contains("Algemeen (algemeen)"), "{text}");
    let sheet = Sheet::read(&text);
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.headers.len()));
}

#[test]
fn the_wide_table_keeps_its_old_name_and_is_what_programs_get() {
    let wide = of_small("videobellen", &["--format", "csv", "--columns", "wide"]);
    assert_eq!(of_small("videobellen", &["--format", "csv", "--columns", "overview"]), wide);
    let machine = of_small("videobellen", &["--format", "csv", "--csv", "rfc4180", "--columns", "wide"]);
    let small = crate::support::small();
    let plain = ["compare", "videobellen", "--no-builtin", "--data", small.to_str().unwrap()];
    let rest = ["--as-of", AS_OF, "--format", "csv", "--csv", "rfc4180"];
    assert_eq!(run(&[&plain[..], &rest].concat()).out, machine);
}
