//! Which evidence counts under the rule of a profile, and what remains of an answer
//! when none counts.

use crate::support::{AS_OF, DELTA, row, run, small_with};

/// Sources that differ in their grade and in the day on which they were read.
const SOURCES: &str =
    "  sterk: {title: Contract, url: \"https://delta.example.org/a\", read: 2026-10-01, grade: contract}
  zwak: {title: Krant, url: \"https://delta.example.org/b\", read: 2026-10-01, grade: reported}
  kopie: {title: Kopie, url: \"https://delta.example.org/d\", read: 2026-10-01, copy: undated, grade: contract}
  oud: {title: Oud contract, url: \"https://delta.example.org/c\", read: 2024-10-01, grade: contract}
";

/// A product with one fact, which rests on these sources.
fn product(answer: &str, sources: &[&str]) -> String {
    let evidence: String =
        sources.iter().map(|id| format!("      - {{from: {id}, shows: Dat staat er.}}\n")).collect();
    format!(
        "name: Delta\nmaker: Delta bv\nhomepage: https://delta.example.org\nvariants:\n  \
         enige: {{name: enige uitvoering, hosting: cloud, licence: paid}}\nsources:\n{SOURCES}facts:\n  \
         processing-agreement:\n    answers:\n      - {{for: all, {answer}}}\n    evidence:\n{evidence}"
    )
}

fn profile(minimum: &str, stale: &str) -> String {
    format!(
        "title: {{nl: Eigen, en: Own}}\nbecause: {{nl: Een proef., en: A trial.}}\n\
         weights: {{processing-agreement: 1}}\nknock-outs: none\n\
         evidence: {{minimum-grade: {minimum}, stale: {stale}}}\n"
    )
}

/// What is known of the fact: its status, and its lowest and highest level.
fn judged(answer: &str, sources: &[&str], (minimum, stale): (&str, &str)) -> String {
    let data = small_with(&[
        (DELTA, &product(answer, sources)),
        ("criteria/profiles/eigen.yaml", &profile(minimum, stale)),
    ]);
    let fixed = ["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--format", "json"];
    let run = run(&[&fixed[..], &["--profile", "eigen", "--data", data.path().to_str().unwrap()]].concat());
    assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
    let document = serde_json::from_str(&run.out).unwrap();
    let known = &row(&document, "delta/enige")["criteria"][0];
    assert_eq!(known["id"], "processing-agreement");
    let word = |key: &str| known[key].as_str().unwrap().to_owned();
    format!("{}: {} to {}", word("status"), word("level_low"), word("level_high"))
}

#[test]
fn what_is_known_follows_from_the_sources_that_the_rule_lets_count() {
    let (one, both) = ("answer: complete", "one-of: [complete, none]");
    let (any, strong) = ("reported", "contract");
    for (answer, sources, rule, expected) in [
        (one, &["sterk"][..], (any, "mark"), "known: good to good"),
        (one, &["sterk"], (strong, "unknown"), "known: good to good"),
        (one, &["zwak"], (any, "unknown"), "known: good to good"),
        (one, &["zwak"], (strong, "mark"), "below-grade: insufficient to good"),
        (one, &["zwak"], (strong, "unknown"), "below-grade: insufficient to good"),
        (one, &["zwak", "sterk"], (strong, "mark"), "known: good to good"),
        (one, &["oud"], (any, "mark"), "stale: good to good"),
        (one, &["oud"], (any, "unknown"), "stale: insufficient to good"),
        (one, &["oud", "sterk"], (any, "unknown"), "known: good to good"),
        (one, &["oud", "zwak"], (strong, "mark"), "stale: good to good"),
        (one, &["oud", "zwak"], (strong, "unknown"), "stale: insufficient to good"),
        (both, &["sterk"], (any, "mark"), "unknown: insufficient to good"),
        (both, &["oud"], (any, "mark"), "unknown: insufficient to good"),
        (both, &["oud"], (any, "unknown"), "unknown: insufficient to good"),
        (both, &["zwak"], (strong, "mark"), "unknown: insufficient to good"),
    ] {
        assert_eq!(judged(answer, sources, rule), expected, "{answer} on {sources:?} under {rule:?}");
    }
}

#[test]
fn where_nothing_is_demanded_nobody_is_called_eligible() {
    let data = small_with(&[("criteria/profiles/eigen.yaml", &profile("reported", "mark"))]);
    let fixed = ["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--profile", "eigen"];
    let run = run(&[&fixed[..], &["--data", data.path().to_str().unwrap()]].concat());
    assert!(run.out.contains("Er zijn geen eisen gesteld"), "{}", run.out);
    assert!(!run.out.contains("Geen eis in de weg"), "{}", run.out);
}

/// The status of a demand that the answer does not meet, with one source of this
/// kind and this beside the fact.
fn demanded(source: &str, beside: &str) -> String {
    let product = format!(
        "name: Delta\nmaker: Delta bv\nhomepage: https://delta.example.org\nvariants:\n  \
         enige: {{name: enige uitvoering, hosting: cloud, licence: paid}}\nsources:\n  \
         bron: {{title: Bron, url: \"https://delta.example.org/a\", {source}}}\nfacts:\n  \
         processing-agreement:\n    answers: [{{for: all, answer: none}}]\n    \
         evidence: [{{from: bron, shows: Dat staat er.}}]\n{beside}"
    );
    let data = small_with(&[(DELTA, &product)]);
    let fixed = ["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--format", "json"];
    let run = run(&[&fixed[..], &["--data", data.path().to_str().unwrap()]].concat());
    assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
    let document = serde_json::from_str(&run.out).unwrap();
    let rules = row(&document, "delta/enige")["knock_outs"].as_array().unwrap();
    assert_eq!(rules.len(), 1);
    rules[0]["status"].as_str().unwrap().to_owned()
}

#[test]
fn a_demand_fires_only_on_a_source_that_is_strong_read_whole_or_reviewed_fresh_and_not_disputed() {
    let reviewed = "reviewed: {role: jurist, on: 2026-10-02}";
    let disputed = "    disputed: {on: 2026-10-03}\n";
    for (source, beside, status) in [
        ("read: 2026-10-01, grade: reported", "", "indication"),
        ("read: 2026-10-01, grade: vendor", "", "fires"),
        ("read: 2026-10-01, grade: contract", "", "fires"),
        ("read: 2026-10-01, grade: verified, extent: whole", "", "fires"),
        ("read: 2026-10-01, grade: verified, extent: excerpt", "", "indication"),
        ("read: 2026-10-01, grade: verified, extent: second-hand", "", "indication"),
        (&format!("read: 2026-10-01, grade: vendor, extent: excerpt, {reviewed}"), "", "fires"),
        (&format!("read: 2026-10-01, grade: vendor, extent: second-hand, {reviewed}"), "", "fires"),
        (&format!("read: 2026-10-01, grade: reported, {reviewed}"), "", "indication"),
        ("read: 2024-10-01, grade: verified", "", "indication"),
        ("read: 2026-10-01, grade: verified, copy: undated", "", "indication"),
        ("read: 2026-10-01, grade: verified", disputed, "indication"),
    ] {
        assert_eq!(demanded(source, beside), status, "{source} {beside}");
    }
}

/// Also of an answer that counts for nothing, or that says that nothing was
/// found.
#[test]
fn that_the_vendor_disputes_an_answer_is_always_told() {
    for (answer, source, status) in [
        ("answer: complete", "sterk", "beantwoord"),
        ("answer: complete", "zwak", "bron te zwak voor deze weging"),
        ("answer: complete", "oud", "oude bron"),
        ("answer: complete", "kopie", "bron zonder datum"),
        ("unknown: Gezocht.", "sterk", "onbekend (gezocht, niet gevonden): Gezocht."),
    ] {
        let disputed = product(answer, &[source]) + "    disputed: {on: 2026-10-03}\n";
        let data = small_with(&[
            (DELTA, &disputed),
            ("criteria/profiles/eigen.yaml", &profile("contract", "unknown")),
        ]);
        let fixed = ["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--format", "csv"];
        let wide = ["--columns", "wide", "--profile", "eigen", "--data", data.path().to_str().unwrap()];
        let run = run(&[&fixed[..], &wide].concat());
        let line = run.out.lines().find(|line| line.contains("delta/enige")).unwrap();
        assert!(line.contains(&format!("{status}; betwist door aanbieder")), "{line}");
        let few = crate::support::run(&[&fixed[..], &wide[2..]].concat()).out;
        assert!(few.contains("aanbieder betwist 1 antwoord"), "{few}");
    }
}
