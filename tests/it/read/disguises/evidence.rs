//! Addresses, ages, languages and old names: what supports an answer.

use std::fs;

use serde_json::json;

use super::{about, cell, compare, findings, run_in};
use crate::support::{DELTA, PRODUCT, row, small, small_with_bytes};

/// D4, D23: an address is plain everywhere, that of a copy too.
#[test]
fn every_address_is_judged() {
    let whole = PRODUCT.replace("    read: ", "    archived: https://delta.example.org/3\n    read: ")
        + "    reply: {text: Wij leggen het uit., on: 2026-10-04, url: \"https://delta.example.org/4\"}\n"
        + "    disputed: {on: 2026-10-05, url: \"https://delta.example.org/5\"}\n";
    let whole = whole.replace("org\n", "org/1\n").replace("org/uitleg", "org/2");
    assert!(about(&whole).is_empty(), "{:?}", about(&whole));
    let long = format!("https://delta.example.org/{}", "x".repeat(5_000));
    for number in 1..=5 {
        let address = format!("https://delta.example.org/{number}");
        let at = whole.find(&address).unwrap_or_else(|| panic!("{address} in {whole}"));
        let line = whole[..at].matches('\n').count() + 1;
        let quoted = |new: &str| {
            let new = new.replace('\\', "\\\\");
            if whole[..at].ends_with('"') {
                whole.replace(&address, &new)
            } else {
                whole.replace(&address, &format!("\"{new}\""))
            }
        };
        for wrong in [
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "vbscript:x",
            "//delta.example.org",
            "https://user:pw@delta.example.org",
            "https://delta.example.org@evil.example",
            "https://delta example.org",
            "https://delta.example.org\\@evil.example",
            "https://bücher.example",
            "https:/delta.example.org",
            "https://",
            "https:///x",
            "https://.",
            "https://delta..example",
            "https://-delta.example",
            "https://delta.example.org:x/",
            " https://delta.example.org",
            "view-source:https://delta.example.org",
            "https://[::1]/",
            "https://delta.example.org/<b>",
            &long,
        ] {
            let found = about(quoted(wrong));
            assert_eq!(found.len(), 1, "{wrong} on line {line}: {found:?}");
            assert!(
                found[0].starts_with(&format!("{line}:")) && found[0].ends_with("KH107"),
                "{wrong}: {found:?}"
            );
        }
        for fine in [
            "http://delta.example.org",
            "https://delta.example.org:8443/x?y=z&a=%20#b",
            "https://xn--bcher-kva.example.org/(a)~b",
        ] {
            assert!(about(quoted(fine)).is_empty(), "{fine}");
        }
    }
}

/// The status of an answer on a day, when its source was read on another, with
/// a shelf life of this many months.
fn status(read: &str, months: u32, as_of: &str) -> String {
    let criterion =
        fs::read_to_string(small().join("criteria/contract/processing-agreement.yaml")).expect("a file");
    let criterion = criterion.replace("12 months", &format!("{months} months"));
    let place = small_with_bytes(&[
        ("criteria/contract/processing-agreement.yaml", criterion.as_bytes()),
        (DELTA, PRODUCT.replace("2026-10-01", read).as_bytes()),
    ]);
    for other in ["alfa", "beta"] {
        fs::remove_file(place.path().join(format!("vendors/videobellen/{other}.yaml"))).expect("removed");
    }
    fs::remove_dir_all(place.path().join("vendors/proctoring")).expect("removed");
    let document = compare(place.path(), &["--as-of", as_of]);
    let strict = compare(place.path(), &["--as-of", as_of, "--profile", "streng"]);
    let [mark, unknown] =
        [&document, &strict].map(|document| cell(document, "delta/gewoon", "processing-agreement"));
    assert_eq!(mark["status"], unknown["status"]);
    let stale = mark["status"] == "stale";
    assert_eq!(mark["answers"], json!(["complete"]), "a stale answer is marked and stays");
    assert_eq!(
        unknown["low"],
        if stale { 0.0 } else { 1.0 },
        "or counts as unknown, when the profile says so"
    );
    assert_eq!(unknown["high"], 1.0);
    mark["status"].as_str().expect("a status").to_owned()
}

/// D5: on its last day an answer is fresh, on the next it is stale.
#[test]
fn an_answer_is_fresh_until_the_last_day_of_its_shelf_life() {
    assert_eq!(status("2025-11-21", 12, "2026-11-20"), "known");
    assert_eq!(status("2025-11-21", 12, "2026-11-21"), "known");
    assert_eq!(status("2025-11-21", 12, "2026-11-22"), "stale");
}

/// D6: months are those of the calendar, and end where a month ends.
#[test]
fn months_end_where_a_month_ends() {
    for (read, months, last, next) in [
        ("2024-02-29", 12, "2025-02-28", "2025-03-01"),
        ("2024-02-29", 48, "2028-02-29", "2028-03-01"),
        ("2023-02-28", 12, "2024-02-28", "2024-02-29"),
        ("2025-08-31", 6, "2026-02-28", "2026-03-01"),
        ("2025-12-31", 2, "2026-02-28", "2026-03-01"),
        ("2025-10-31", 1, "2025-11-30", "2025-12-01"),
        ("2025-12-15", 1, "2026-01-15", "2026-01-16"),
        ("1999-12-31", 600, "2049-12-31", "2050-01-01"),
    ] {
        assert_eq!(status(read, months, last), "known", "{read} and {months} months: {last}");
        assert_eq!(status(read, months, next), "stale", "{read} and {months} months: {next}");
    }
}

/// A stored copy of unknown date is never fresh.
#[test]
fn a_copy_of_an_unknown_day_is_stale_from_the_first_day() {
    let text = PRODUCT.replace("read: 2026-10-01", "read: 2026-11-21\n    copy: undated");
    let document = compare(small_with_bytes(&[(DELTA, text.as_bytes())]).path(), &[]);
    assert_eq!(cell(&document, "delta/gewoon", "processing-agreement")["status"], "stale");
}

/// D15: a file that still uses the old id of a criterion is read as if it used
/// the new one, and so is the command line.
#[test]
fn the_old_id_of_a_criterion_keeps_working() {
    let criterion =
        fs::read_to_string(small().join("criteria/contract/processing-agreement.yaml")).expect("a file");
    let criterion = criterion + "formerly: [written-agreement, old-agreement]\n";
    let with_id = |id: &str| {
        let path = "criteria/contract/processing-agreement.yaml";
        let product = PRODUCT.replace("processing-agreement:", &format!("{id}:"));
        small_with_bytes(&[(path, criterion.as_bytes()), (DELTA, product.as_bytes())])
    };
    let new = with_id("processing-agreement");
    assert!(findings(new.path(), DELTA).is_empty());
    for id in ["written-agreement", "old-agreement"] {
        let old = with_id(id);
        assert_eq!(findings(old.path(), DELTA), ["13:3 KH501"], "a warning, no error");
        assert_eq!(run_in(old.path(), &["check", "."]).code, Some(0));
        let [mut one, mut other] = [&new, &old].map(|place| compare(place.path(), &[]));
        assert_ne!(one["data"].take(), other["data"].take());
        assert_eq!(one, other);
        for (option, value) in [("--weight", "0"), ("--require", "complete")] {
            let [one, other] = ["processing-agreement", id]
                .map(|id| compare(new.path(), &[option, &format!("{id}={value}")])["ranking"].clone());
            assert_eq!(one, other, "{option} {id}");
            assert_ne!(one, compare(new.path(), &[])["ranking"], "{option} does something");
        }
    }
}

/// D17: a text that is there in Dutch only is shown in Dutch.
#[test]
fn a_text_without_english_is_shown_in_dutch() {
    let note = "        answer: complete\n        note: Alleen voor scholen.\n";
    let both = note.replace("Alleen voor scholen.", "{nl: Alleen voor scholen., en: For schools only.}");
    for (note, shown) in [(note, "Alleen voor scholen."), (&both, "For schools only.")] {
        let text = PRODUCT.replace("        answer: complete\n", note);
        let place = small_with_bytes(&[(DELTA, text.as_bytes())]);
        let run = run_in(
            place.path(),
            &["explain", "delta/gewoon", "--details", "--no-builtin", "--data", ".", "--lang", "en"],
        );
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert!(run.out.contains(shown), "{}", run.out);
    }
}

/// D2: a question that nobody answered, with a knock-out on it, counts neither as
/// yes nor as no, and every output shows that it is open.
#[test]
fn a_missing_answer_is_neither_yes_nor_no_in_any_output() {
    let (head, _) = PRODUCT.split_once("facts:\n").expect("facts");
    let left_out = format!("{head}facts: {{}}\n");
    let sought = format!(
        "{head}facts:\n  processing-agreement:\n    answers: [{{for: all, unknown: Nergens te vinden.}}]\n"
    );
    for (text, status, shown) in [
        (left_out, "not-researched", "nog niet onderzocht"),
        (sought, "unknown", "onbekend (gezocht, niet gevonden)"),
    ] {
        let place = small_with_bytes(&[(DELTA, text.as_bytes())]);
        let document = compare(place.path(), &[]);
        let delta = row(&document, "delta/gewoon");
        let open = cell(&document, "delta/gewoon", "processing-agreement");
        assert_eq!(open["status"], status);
        assert_eq!(open["answers"], json!([]));
        assert_eq!((&open["low"], &open["high"]), (&json!(0.0), &json!(1.0)));
        assert_eq!((&delta["score"]["exact_low"], &delta["score"]["exact_high"]), (&json!("0"), &json!("1")));
        // The contract settles it: neither out nor certainly in, but in on a condition.
        assert_eq!(delta["eligibility"], "eligible");
        assert_eq!(delta["knock_outs"][0]["criterion"], "processing-agreement");
        assert_eq!(delta["knock_outs"][0]["status"], "condition");
        let arguments = ["--no-builtin", "--data", "."];
        for command in [
            &["compare", "videobellen", "--format", "csv", "--columns", "wide"][..],
            &["compare", "videobellen", "--format", "csv", "--columns", "tidy"],
            &["explain", "delta/gewoon", "--details"],
        ] {
            let run = run_in(place.path(), &[command, &arguments[..]].concat());
            assert!(run.out.contains(shown), "{}", run.out);
        }
        let table =
            run_in(place.path(), &[&["compare", "videobellen", "--details"], &arguments[..]].concat());
        assert!(
            table.out.contains("Als u dit afspreekt of zelf regelt: Verwerkersovereenkomst"),
            "{}",
            table.out
        );
    }
}
