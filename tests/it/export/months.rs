//! Months without a day: a month in every format, in both languages.

use crate::support::{AS_OF, DELTA, PRODUCT, run, small_with};

/// A product whose source, reply, dispute and event have a month.
fn delta() -> String {
    let dated = PRODUCT.replace("read: 2026-10-01", "dated: 2026-03\n    read: 2026-06-01");
    format!(
        "{dated}    reply: {{text: Dat klopt., on: 2026-05}}\n    disputed: {{on: 2026-08}}\ncontext:\n  \
         - {{on: 2019-12, what: Een boete., from: uitleg}}\n"
    )
}

/// A product that no longer exists since a month.
fn echo() -> String {
    let echo = delta().replace("Delta", "Echo").replace("delta", "echo");
    format!("{echo}retired: {{on: 2026-02, from: uitleg}}\n")
}

fn shown(arguments: &[&str]) -> String {
    let (delta, echo) = (delta(), echo());
    let files = [(DELTA, delta.as_str()), ("vendors/videobellen/echo.yaml", echo.as_str())];
    let data = small_with(&files);
    let rest = ["--no-builtin", "--as-of", AS_OF, "--data", data.path().to_str().unwrap()];
    let run = run(&[arguments, &rest].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn holds(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "`{word}` is not in: {text}");
    }
    for day in
        ["1 maart", "1 March", "1 mei", "1 May", "1 februari", "1 February", "2026-02-01", "2026-03-01"]
    {
        assert!(!text.contains(day), "`{day}` was made up in: {text}");
    }
}

#[test]
fn texts_say_the_month() {
    holds(
        &shown(&["explain", "delta", "--details"]),
        &["bron van maart 2026", "(mei 2026): Dat klopt.", "(augustus 2026)", "december 2019: Een boete."],
    );
    holds(
        &shown(&["explain", "delta", "--details", "--lang", "en"]),
        &["source dated March 2026", "(May 2026): Dat klopt.", "(August 2026)", "December 2019: Een boete."],
    );
    holds(&shown(&["list", "products"]), &["(bestaat niet meer sinds februari 2026)"]);
    holds(&shown(&["explain", "echo"]), &["bestaat niet meer sinds februari 2026"]);
    for format in ["table", "markdown", "html"] {
        let arguments = ["compare", "videobellen", "--retired", "--format", format];
        holds(&shown(&arguments), &["sinds februari 2026"]);
        holds(&shown(&[&arguments[..], &["--lang", "en"]].concat()), &["since February 2026"]);
    }
}

#[test]
fn the_page_says_the_month() {
    let page = shown(&["compare", "videobellen", "--format", "html"]);
    holds(
        &page,
        &[", van maart 2026, gelezen 1 juni 2026", "mei 2026: ", "klopt, augustus 2026.", "december 2019: "],
    );
    let page = shown(&["compare", "videobellen", "--format", "html", "--lang", "en"]);
    holds(
        &page,
        &[", of March 2026, read 1 June 2026", "May 2026: ", "wrong, August 2026.", "December 2019: "],
    );
}

#[test]
fn machines_get_the_month_as_the_file_has_it() {
    for format in ["json", "yaml"] {
        holds(&shown(&["compare", "videobellen", "--retired", "--format", format]), &["2026-02"]);
    }
    let csv = shown(&["compare", "videobellen", "--retired", "--format", "csv", "--columns", "wide"]);
    holds(&csv, &["Bestaat niet meer (2026-02)"]);
}

#[test]
fn a_bundle_keeps_the_month_and_verifies() {
    let (delta, echo) = (delta(), echo());
    let files = [(DELTA, delta.as_str()), ("vendors/videobellen/echo.yaml", echo.as_str())];
    let data = small_with(&files);
    let target = data.path().join("pakket");
    let target = target.to_str().unwrap();
    let rest = ["--no-builtin", "--as-of", AS_OF, "--data", data.path().to_str().unwrap()];
    let made = run(&[&["bundle", "videobellen", "--retired", "-o", target][..], &rest].concat());
    assert_eq!(made.code, Some(0), "{}", made.err);
    let page = std::fs::read_to_string(format!("{target}/vergelijking.html")).unwrap();
    holds(&page, &[", van maart 2026", "sinds februari 2026"]);
    let checked = run(&["verify", target]);
    assert_eq!(checked.code, Some(0), "{}{}", checked.out, checked.err);
}
