//! Words, numbers and dates in disguise.

use std::fs;

use super::{about, cell, compare, findings, run_in};
use crate::support::{AS_OF, DELTA, PRODUCT, small, small_with_bytes};

/// Y21: words that some readers of YAML take for true, false, a number or a time
/// are the words that they are.
#[test]
fn words_that_yaml_guesses_about_are_answers_like_any_other() {
    let words = ["yes", "no", "true", "false", "on", "off", "nan", "inf", "e10", "y2"];
    let criterion =
        fs::read_to_string(small().join("criteria/contract/processing-agreement.yaml")).expect("a file");
    let (head, _) = criterion.split_once("one-of:").expect("a question");
    let options: String =
        words[1..].iter().map(|word| format!("    {word}: {{nl: {word}, en: {word}}}\n")).collect();
    let criterion =
        format!("{head}one-of:\n  good:\n    yes: {{nl: yes, en: no}}\n  insufficient:\n{options}");
    for word in words {
        for written in [word.to_owned(), format!("'{word}'"), format!("\"{word}\"")] {
            let text = PRODUCT.replace("answer: complete", &format!("answer: {written}"));
            let product = text.replace("processing-agreement", "guess");
            let place = small_with_bytes(&[
                ("criteria/contract/guess.yaml", criterion.as_bytes()),
                (DELTA, product.as_bytes()),
            ]);
            let profile = place.path().join("criteria/profiles/algemeen.yaml");
            let old = fs::read_to_string(&profile).expect("a profile");
            fs::write(&profile, old.replace("weights: {", "weights: {guess: 1, ")).expect("written");
            let document = compare(place.path(), &[]);
            assert_eq!(
                cell(&document, "delta/gewoon", "guess")["answers"],
                serde_json::json!([word]),
                "{written}"
            );
        }
    }
}

/// Y21: and where they are no answer, they are refused as the words that they are.
#[test]
fn words_that_yaml_guesses_about_become_no_other_word() {
    for word in ["true", "yes", "no", "ja", "nee", "off", "1", "0", "2026-10-01", "12:30", ".inf"] {
        let place = small_with_bytes(&[(
            DELTA,
            PRODUCT.replace("answer: complete", &format!("answer: {word}")).as_bytes(),
        )]);
        assert_eq!(findings(place.path(), DELTA), ["16:17 KH303"], "{word}");
        let run = run_in(place.path(), &["check", ".", "--format", "short"]);
        assert!(
            run.out.contains(&format!("`{word}` is geen antwoord op `processing-agreement`")),
            "{}",
            run.out
        );
    }
}

/// Y22: what is no plain whole number is refused, wherever a number is expected.
#[test]
fn numbers_in_disguise_are_refused() {
    let days = "  exit-deletion-days:\n    answers:\n      - for: all\n        answer: 30\n    evidence:\n      - {from: uitleg, shows: Een termijn.}\n";
    let product = format!("{PRODUCT}{days}");
    assert!(about(&product).is_empty());
    let criterion =
        fs::read_to_string(small().join("criteria/retention/exit-deletion-days.yaml")).expect("a file");
    let profile = fs::read_to_string(small().join("criteria/profiles/algemeen.yaml")).expect("a file");
    for number in [
        ".nan",
        ".NaN",
        ".inf",
        "-.inf",
        "+.inf",
        "-0",
        "+0",
        "00",
        "0o17",
        "0b1",
        "0x1e",
        "1e2",
        "3.0",
        "3.",
        ".5",
        "1 000",
        "1.000",
        "\"1,000\"",
        "12:30:45",
        "１２",
        "١٢",
        "½",
        "Ⅻ",
        "\" 3\"",
        "\"3 \"",
        "three",
        "30d",
        "NaN",
        "Infinity",
    ] {
        let place = small_with_bytes(&[]);
        let write = |path: &str, text: String| fs::write(place.path().join(path), text).expect("written");
        write(DELTA, product.replace("answer: 30", &format!("answer: {number}")));
        write(
            "vendors/videobellen/echo.yaml",
            product
                .replace("name: Delta", "name: Echo")
                .replace("answer: 30", &format!("between: [{number}, 40]")),
        );
        write(
            "criteria/retention/exit-deletion-days.yaml",
            criterion.replace("at-most: 30", &format!("at-most: {number}")),
        );
        write(
            "criteria/profiles/algemeen.yaml",
            profile.replace("access-control: 1", &format!("access-control: {number}")),
        );
        write(
            "criteria/profiles/streng.yaml",
            profile.replace("security: 1", &format!("security: {number}")),
        );
        let codes = |path: &str| {
            findings(place.path(), path).iter().map(|f| f[f.len() - 5..].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(codes("criteria/retention/exit-deletion-days.yaml"), ["KH109"], "{number}");
        assert_eq!(codes("criteria/profiles/algemeen.yaml"), ["KH401"], "{number}");
        assert!(codes("criteria/profiles/streng.yaml").contains(&"KH401".to_owned()), "{number}");
        write("criteria/retention/exit-deletion-days.yaml", criterion.clone());
        let answer = codes(DELTA);
        assert!(answer == ["KH109"] || answer == ["KH303"], "{number}: {answer:?}");
        assert_eq!(codes("vendors/videobellen/echo.yaml"), ["KH109"], "{number}");
        let compare = ["compare", "videobellen", "--no-builtin", "--data", "."];
        assert_eq!(run_in(place.path(), &compare).code, Some(1), "{number}: nothing is ranked");
    }
}

/// Y23: quotes say nothing about a number, for every scalar is text that the
/// question judges.
#[test]
fn a_number_in_quotes_is_that_number() {
    let days = "  exit-deletion-days:\n    answers:\n      - for: all\n        between: [10, 60]\n    evidence:\n      - {from: uitleg, shows: Een termijn.}\n";
    let plain = format!("{PRODUCT}{days}");
    let quoted = plain.replace("[10, 60]", "[\"10\", '60']").replace("2026-10-01", "\"2026-10-01\"");
    let [mut one, mut other] = [(plain, "3"), (quoted, "\"3\"")].map(|(product, weight)| {
        let place = small_with_bytes(&[(DELTA, product.as_bytes())]);
        let profile = place.path().join("criteria/profiles/algemeen.yaml");
        let text = fs::read_to_string(&profile).expect("a profile");
        fs::write(&profile, text.replace("agreement: 3", &format!("agreement: {weight}"))).expect("written");
        compare(place.path(), &[])
    });
    assert_ne!(one["data"].take(), other["data"].take());
    assert_eq!(one, other);
}

/// Y24: wherever a date is expected.
#[test]
fn every_date_is_judged() {
    let more = "    reviewed: {role: FG, on: 2026-10-08}\n    dated: 2026-10-01\n";
    let fact = "    reply: {text: Wij leggen het uit., on: 2026-10-04, url: \"https://delta.example.org/a\"}\n    disputed: {on: 2026-10-05}\n";
    let end = "context:\n  - {on: 2026-10-06, what: Een uitspraak., from: uitleg}\nasked: 2026-10-02\nretired: {on: 2026-10-03, from: uitleg}\n";
    let product = PRODUCT.replace("2026-10-01", "2026-10-07");
    let whole = format!("{}{fact}{end}", product.replace("facts:\n", &format!("{more}facts:\n")));
    assert!(about(&whole).is_empty(), "{:?}", about(&whole));
    for day in 1..=8 {
        let date = format!("2026-10-0{day}");
        assert_eq!(whole.matches(&date).count(), 1, "{date}");
        let at = whole.find(&date).expect("the date");
        let line = whole[..at].matches('\n').count() + 1;
        for (wrong, code) in [
            ("2026-02-30", "KH105"),
            ("2025-02-29", "KH105"),
            ("2026-10-1", "KH105"),
            ("20261001", "KH105"),
            ("01-10-2026", "KH105"),
            ("2026-W40-4", "KH105"),
            ("2026-10-01T00:00:00Z", "KH105"),
            ("1 oktober 2026", "KH105"),
            ("0000-01-01", "KH105"),
            ("-2026-10-01", "KH105"),
            ("２０２６-10-01", "KH105"),
            ("2026-12-01", "KH106"),
            ("9999-12-31", "KH106"),
        ] {
            let found = about(whole.replace(&date, wrong));
            assert_eq!(found.len(), 1, "{wrong} for {date}: {found:?}");
            assert!(
                found[0].starts_with(&format!("{line}:")) && found[0].ends_with(code),
                "{wrong}: {found:?}"
            );
        }
        // The day itself is not too late, though it may be later than another date.
        let found = about(whole.replace(&date, AS_OF));
        assert!(found.iter().all(|found| found.ends_with("KH130")), "{date}: {found:?}");
    }
}

/// A share of a theme that is no number is wrong, and not missing as well.
#[test]
fn a_budget_that_cannot_be_read_is_one_mistake() {
    let path = "criteria/profiles/algemeen.yaml";
    let profile = fs::read_to_string(small().join(path)).expect("a file");
    let place = small_with_bytes(&[(path, profile.replace("security: 1", "security: .nan").as_bytes())]);
    assert_eq!(findings(place.path(), path), ["3:47 KH401"]);
}
