//! Requirements from the command line, and data with errors.

use serde_json::Value;

use super::weighing::comparison;
use crate::support::commands::{is_wrong_use, with_small};
use crate::support::{AS_OF, Run, row, run, small_with};

/// The outcome of a requirement for each alternative: its eligibility and the
/// statuses of its rules about this criterion.
fn outcome(requirement: &str) -> impl Fn(&str) -> (String, Vec<String>) {
    let document = comparison(&["--require", requirement]);
    let criterion = requirement.split('=').next().unwrap().to_owned();
    assert_eq!(document["profile"]["overrides"]["requirements"], serde_json::json!([requirement]));
    move |id| {
        let row = row(&document, id);
        let statuses = row["knock_outs"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|rule| rule["criterion"] == *criterion)
            .map(|rule| rule["status"].as_str().unwrap().to_owned())
            .collect();
        (row["eligibility"].as_str().unwrap().to_owned(), statuses)
    }
}

fn is(eligibility: &str, statuses: &[&str]) -> (String, Vec<String>) {
    (eligibility.to_owned(), statuses.iter().map(|status| (*status).to_owned()).collect())
}

#[test]
fn a_required_option_that_is_certainly_absent_knocks_out_on_firm_evidence_only() {
    let of = outcome("access-control=lock");
    assert_eq!(of("alfa/school"), is("knocked-out", &["fires"]));
    assert_eq!(of("alfa/gratis"), is("knocked-out", &["fires"]));
    // What is known of Beta is stale, so that it is an indication.
    assert_eq!(of("beta/eigen-server"), is("undecided", &["indication"]));
}

#[test]
fn a_required_option_that_was_not_found_stays_open() {
    let of = outcome("access-control=waiting-room");
    assert_eq!(of("alfa/school"), is("undecided", &["open"]));
    assert_eq!(of("beta/eigen-server"), is("eligible", &[]));
}

#[test]
fn one_of_several_answers_is_enough() {
    let of = outcome("access-control=lock,password");
    assert_eq!(of("alfa/school"), is("eligible", &[]));
    assert_eq!(of("beta/eigen-server"), is("eligible", &[]));
}

#[test]
fn a_level_can_be_required() {
    let of = outcome("access-control=good");
    assert_eq!(of("alfa/school"), is("undecided", &["open"]));
    assert_eq!(of("beta/eigen-server"), is("eligible", &[]));
    let of = outcome("access-control=good,partly");
    assert_eq!(of("alfa/school"), is("eligible", &[]));
}

#[test]
fn a_bound_can_be_required_of_a_number() {
    let of = outcome("exit-deletion-days=at-most:30");
    assert_eq!(of("alfa/school"), is("undecided", &["open"]));
    assert_eq!(of("beta/eigen-server"), is("undecided", &["open"]));
    let of = outcome("exit-deletion-days=at-most:60");
    assert_eq!(of("alfa/school"), is("eligible", &[]));
    let of = outcome("exit-deletion-days=at-least:61");
    assert_eq!(of("alfa/school"), is("knocked-out", &["fires"]));
    let of = outcome("exit-deletion-days=at-least:5,at-most:60");
    assert_eq!(of("alfa/school"), is("eligible", &[]));
    let of = outcome("exit-deletion-days=at-most:5,not-agreed");
    assert_eq!(of("alfa/school"), is("knocked-out", &["fires"]));
}

#[test]
fn a_bound_can_be_required_of_a_count() {
    let of = outcome("access-control=at-least:2");
    assert_eq!(of("alfa/school"), is("undecided", &["open"]));
    assert_eq!(of("beta/eigen-server"), is("eligible", &[]));
    let of = outcome("access-control=at-least:3");
    assert_eq!(of("alfa/school"), is("knocked-out", &["fires"]));
}

#[test]
fn a_requirement_that_the_contract_settles_becomes_a_condition() {
    let document = comparison(&["--require", "processing-agreement=complete", "--vendor", "alfa"]);
    assert_eq!(row(&document, "alfa/school")["eligibility"], "eligible");
    assert_eq!(row(&document, "alfa/gratis")["eligibility"], "knocked-out");
    let run =
        with_small(&["compare", "proctoring", "--details", "--require", "processing-agreement=complete"]);
    assert!(run.out.contains("Als u dit afspreekt of zelf regelt: Verwerkersovereenkomst"), "{}", run.out);
}

#[test]
fn several_requirements_all_hold() {
    let document =
        comparison(&["--require", "access-control=password", "--require", "access-control=waiting-room"]);
    assert_eq!(row(&document, "alfa/school")["eligibility"], "undecided");
    assert_eq!(
        document["profile"]["overrides"]["requirements"],
        serde_json::json!(["access-control=password", "access-control=waiting-room"])
    );
}

/// Two demands of which each possible answer violates one: by itself neither of them
/// rules out, together they do, if the fact is firm.
#[test]
fn demands_on_one_criterion_rule_out_together() {
    let number = "title: {nl: Eigen, en: Own}\nbecause: {nl: Zo., en: So.}\nextends: algemeen\nweights: {access-control: 1}\n\
                  require:\n  - {criterion: exit-deletion-days, answers: {at-most: 30}, because: {nl: Kort., en: Short.}}\n  \
                  - {criterion: exit-deletion-days, answers: {at-least: 31}, because: {nl: Lang., en: Long.}}\n  \
                  - {criterion: access-control, answers: waiting-room, because: {nl: Met., en: With.}}\n  \
                  - {criterion: access-control, answers: {lacking: waiting-room}, because: {nl: Zonder., en: Without.}}\n  \
                  - {criterion: access-control, answers: password, because: {nl: Altijd., en: Always.}}\n";
    let data = small_with(&[("criteria/profiles/eigen.yaml", number)]);
    let data = data.path().to_str().unwrap().to_owned();
    let of = |extra: &[&str]| -> Value {
        let fixed = ["compare", "videobellen", "--no-builtin", "--data", &data, "--profile", "eigen"];
        let rest = ["--as-of", AS_OF, "--format", "json"];
        serde_json::from_str(&run(&[&fixed[..], &rest, extra].concat()).out).unwrap()
    };
    let document = of(&[]);
    let rules = |id: &str| -> Vec<(String, String, bool)> {
        let row = row(&document, id);
        let one = |rule: &Value| {
            let text = |key: &str| rule[key].as_str().unwrap().to_owned();
            (text("criterion"), text("status"), rule["together"] == true)
        };
        row["knock_outs"].as_array().unwrap().iter().map(one).collect()
    };
    let rule =
        |criterion: &str, status: &str, together: bool| (criterion.to_owned(), status.to_owned(), together);
    // Between 10 and 60 days, and no one knows of a waiting room: both can go either way.
    assert_eq!(
        rules("alfa/school"),
        [
            rule("exit-deletion-days", "fires", true),
            rule("exit-deletion-days", "fires", true),
            rule("access-control", "fires", true),
            rule("access-control", "fires", true),
        ]
    );
    assert_eq!(row(&document, "alfa/school")["eligibility"], "knocked-out");
    // Nobody looked for Beta's days: what is known is not firm.
    assert_eq!(
        rules("beta/eigen-server"),
        [
            rule("exit-deletion-days", "indication", true),
            rule("exit-deletion-days", "indication", true),
            rule("access-control", "indication", false),
        ]
    );
    let explained = run(&[
        "explain",
        "alfa/school",
        "--details",
        "--no-builtin",
        "--data",
        &data,
        "--profile",
        "eigen",
        "--as-of",
        AS_OF,
    ]);
    assert_eq!(explained.out.matches("samen met de andere eisen").count(), 4, "{}", explained.out);
    assert!(explained.out.contains("Met.") && explained.out.contains("Zonder."), "{}", explained.out);
    // One demand of the two is no contradiction.
    let alone = comparison(&["--require", "access-control=waiting-room"]);
    assert_eq!(row(&alone, "alfa/school")["knock_outs"][0]["status"], "open");
}

#[test]
fn requirements_are_on_record_in_every_format() {
    // People read it in words, programs by its ids.
    let in_words = "Toegang: de vergadering sluiten";
    for (format, words) in [
        ("table", in_words),
        ("markdown", in_words),
        ("csv", in_words),
        ("json", "access-control=lock"),
        ("yaml", "access-control=lock"),
    ] {
        let run =
            with_small(&["compare", "videobellen", "--require", "access-control=lock", "--format", format]);
        assert_eq!(run.code, Some(0));
        assert!(run.out.contains(words), "{format}: {}", run.out);
    }
}

#[test]
fn a_requirement_that_means_nothing_is_wrong_use() {
    let require = |value: &str| with_small(&["compare", "videobellen", "--require", value]);
    for value in [
        "access-control",
        "access-control=",
        "access-control=fishes",
        "access-control=at-least:many",
        "access-control=at-least:-1",
        "processing-agreement=at-least:1",
        "access-control=good,at-least:1",
        "niets=good",
    ] {
        is_wrong_use(&require(value), &[]);
    }
}

/// The small data with a mistake in one product.
fn with_mistake() -> tempfile::TempDir {
    let text =
        std::fs::read_to_string(crate::support::small().join("vendors/videobellen/alfa.yaml")).unwrap();
    small_with(&[("vendors/videobellen/alfa.yaml", &text.replace("answer: none", "answer: nonne"))])
}

fn compare(data: &tempfile::TempDir, kind: &str, extra: &[&str]) -> Run {
    let path = data.path().to_str().unwrap();
    run(&[&["compare", kind, "--no-builtin", "--as-of", AS_OF, "--data", path], extra].concat())
}

#[test]
fn nothing_is_ranked_while_a_product_of_the_kind_has_errors() {
    let data = with_mistake();
    let refused = compare(&data, "videobellen", &[]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.out.contains("alfa.yaml:20:"), "{}", refused.out);
    assert!(refused.out.contains("`nonne`") && refused.out.contains("`none`"), "{}", refused.out);
    assert!(refused.err.contains("--ignore-invalid"), "{}", refused.err);
    for text in [&refused.out, &refused.err] {
        assert!(!text.contains("beantwoord"), "{text}");
    }
    assert_eq!(compare(&data, "proctoring", &[]).code, Some(0), "another kind does not depend on it");
}

#[test]
fn nothing_is_ranked_while_a_criterion_or_a_profile_has_errors() {
    for path in ["criteria/security/access-control.yaml", "criteria/profiles/streng.yaml"] {
        let text = std::fs::read_to_string(crate::support::small().join(path)).unwrap();
        let data = small_with(&[(path, &format!("{text}fishes: 1\n"))]);
        for kind in ["videobellen", "proctoring"] {
            let refused = compare(&data, kind, &[]);
            assert_eq!(refused.code, Some(1), "{path}, {kind}");
            assert!(refused.out.contains("`fishes`"), "{}", refused.out);
        }
    }
}

#[test]
fn warnings_do_not_stop_a_comparison() {
    let checked = with_small(&["check"]);
    assert!(checked.out.contains("waarschuwing["), "{}", checked.out);
    assert_eq!(with_small(&["compare", "videobellen"]).code, Some(0));
}

#[test]
fn what_is_left_out_is_named_in_every_format() {
    let data = with_mistake();
    for format in ["table", "csv", "json", "yaml"] {
        let run = compare(&data, "videobellen", &["--ignore-invalid", "--format", format]);
        assert_eq!(run.code, Some(0), "{format}: {}", run.err);
        assert!(run.out.contains("vendors/videobellen/alfa.yaml"), "{format}: {}", run.out);
        assert!(run.out.contains("Beta"), "{format}");
        assert!(!run.out.contains("alfa/school"), "{format}");
    }
    for columns in ["overview", "tidy"] {
        for csv in ["dutch", "rfc4180"] {
            let extra = ["--ignore-invalid", "--format", "csv", "--columns", columns, "--csv", csv];
            let run = compare(&data, "videobellen", &extra);
            for line in run.out.lines().skip(1) {
                assert!(line.contains("vendors/videobellen/alfa.yaml"), "{columns} {csv}: {line}");
            }
        }
    }
    let table = compare(&data, "videobellen", &["--ignore-invalid"]).out;
    assert!(table.contains("Weggelaten wegens fouten"), "{table}");
}

#[test]
fn what_is_left_out_is_counted_in_json() {
    let data = with_mistake();
    let run = compare(&data, "videobellen", &["--ignore-invalid", "--format", "json"]);
    let document: Value = serde_json::from_str(&run.out).unwrap();
    let left_out = document["left_out"].as_array().unwrap();
    assert_eq!(left_out.len(), 1);
    assert!(left_out[0]["path"].as_str().unwrap().ends_with("vendors/videobellen/alfa.yaml"));
    assert_eq!(left_out[0]["errors"], 1);
    assert_eq!(document["ranking"].as_array().unwrap().len(), 1);
}

#[test]
fn a_criterion_with_errors_is_left_out_of_the_judgement() {
    let path = "criteria/security/access-control.yaml";
    let text = std::fs::read_to_string(crate::support::small().join(path)).unwrap();
    let data = small_with(&[(path, &format!("{text}fishes: 1\n"))]);
    let run = compare(&data, "videobellen", &["--ignore-invalid", "--format", "json"]);
    assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
    let document: Value = serde_json::from_str(&run.out).unwrap();
    let criteria = document["criteria"].as_array().unwrap();
    assert!(criteria.iter().all(|criterion| criterion["id"] != "access-control"), "{criteria:?}");
    assert!(!document["left_out"].as_array().unwrap().is_empty());
}

/// It would rule everything out, also where nothing is known.
#[test]
fn what_no_answer_meets_cannot_be_required() {
    let run = with_small(&["compare", "videobellen", "--require", "processing-agreement=partly"]);
    is_wrong_use(&run, &["geen enkel antwoord op `processing-agreement` past daarbij"]);
}

/// A card names the first few demands that are open, and counts the others.
#[test]
fn a_card_counts_demands_past_the_first_few() {
    for (lang, more) in [("nl", " en nog 3"), ("en", " and 3 more")] {
        let said = |options: &[&str]| {
            let asked = ["explain", "jitsi-meet/zelf-gehost", "--as-of", AS_OF, "--lang", lang];
            let run = run(&[&asked, options].concat());
            assert_eq!(run.code, Some(0), "{}", run.err);
            run.out
        };
        let label = if lang == "nl" { "als u dit afspreekt of zelf regelt" } else { "provided you agree" };
        let (short, whole) = (said(&[]), said(&["--details"]));
        let card = short.lines().find(|line| line.contains(label)).unwrap();
        assert!(card.ends_with(more) && card.matches("; ").count() == 3, "{card}");
        let mut named: Vec<&str> =
            whole.lines().filter(|line| line.contains(&format!("- {label}"))).collect();
        named.sort_unstable();
        named.dedup();
        assert_eq!(named.len(), 7, "{whole}");
    }
}

#[test]
fn options_of_the_short_view_say_where_they_do_nothing() {
    let both = with_small(&["compare", "videobellen", "--details", "--top", "2", "--format", "csv"]);
    assert_eq!(both.code, Some(0));
    for option in ["--details", "--top"] {
        let line = format!("{option} doet hier niets: het werkt alleen bij het korte beeld");
        assert!(both.err.contains(&line), "{}", both.err);
        assert!(!both.out.contains("doet hier niets"));
    }
    let english = with_small(&["compare", "videobellen", "--top", "2", "--format", "json", "--lang", "en"]);
    assert!(english.err.contains("--top does nothing here"), "{}", english.err);
    assert!(!english.err.contains("--details"), "{}", english.err);
    let beside = with_small(&["compare", "videobellen", "--details", "--top", "2"]);
    assert!(beside.err.contains("--top doet niets naast --details"), "{}", beside.err);
    for alone in [&["--details"][..], &["--top", "2"]] {
        let run = with_small(&[&["compare", "videobellen"], alone].concat());
        assert!(!run.err.contains("doet"), "{}", run.err);
    }
}
