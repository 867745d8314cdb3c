//! What can be requested in addition to a profile: weights, the order, a choice of
//! products, and a profile of one's own.

use serde_json::Value;

use crate::support::commands::{is_wrong_use, on_small, with_small};
use crate::support::{AS_OF, folder, row, run, small, small_with};

/// The comparison as JSON.
pub(super) fn comparison(arguments: &[&str]) -> Value {
    let run = with_small(&[&["compare", "videobellen", "--format", "json"], arguments].concat());
    assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
    serde_json::from_str(&run.out).unwrap()
}

/// The alternatives in order.
pub fn order(document: &Value) -> Vec<&str> {
    document["ranking"].as_array().unwrap().iter().map(|row| row["alternative"].as_str().unwrap()).collect()
}

fn exact<'d>(document: &'d Value, id: &str) -> (&'d str, &'d str) {
    let score = &row(document, id)["score"];
    (score["exact_low"].as_str().unwrap(), score["exact_high"].as_str().unwrap())
}

/// One more product: it can become the best, and little of it is certain.
const DELTA: &str = "\
name: Delta
maker: Delta bv
homepage: https://delta.example.org
variants:
  enige: {name: enige uitvoering, hosting: cloud, licence: paid}
sources:
  site: {title: Site van Delta, url: \"https://delta.example.org/site\", read: 2026-06-01, grade: vendor}
facts:
  processing-agreement:
    answers:
      - for: all
        answer: complete
    evidence:
      - {from: site, shows: Er is een overeenkomst.}
  exit-deletion-days:
    answers:
      - for: all
        answer: 40
    evidence:
      - {from: site, shows: Veertig dagen.}
  access-control:
    answers:
      - for: all
        has: [password]
        lacks: [waiting-room, lock]
    evidence:
      - {from: site, shows: Alleen een wachtwoord.}
";

#[test]
fn a_weight_replaces_that_of_the_profile_and_is_on_record() {
    let document = comparison(&["--weight", "processing-agreement=0"]);
    assert_eq!(exact(&document, "alfa/school"), ("1/2", "1"));
    assert_eq!(exact(&document, "beta/eigen-server"), ("1/2", "1"));
    let weights = &document["profile"]["overrides"]["weights"];
    assert_eq!(weights, &serde_json::json!([{"criterion": "processing-agreement", "weight": 0}]));
    let weight = |id: &str| {
        let criteria = document["criteria"].as_array().unwrap();
        criteria.iter().find(|c| c["id"] == id).unwrap()["weight"].as_f64().unwrap()
    };
    assert!(weight("processing-agreement").abs() < 1e-9, "weight 0 is shown as such");
    assert!((weight("access-control") - 1.0).abs() < 1e-9);
    for (format, words) in
        [("table", "verwerkersovereenkomst telt 0 in plaats van 3"), ("csv", "processing-agreement = 0")]
    {
        let asked = ["compare", "videobellen", "--weight", "processing-agreement=0", "--format", format];
        let wide: &[&str] = if format == "csv" { &["--columns", "wide"] } else { &[] };
        let run = with_small(&[&asked[..], wide].concat());
        assert!(run.out.contains(words), "{format}: {}", run.out);
    }
}

#[test]
fn weights_can_be_given_for_several_criteria() {
    let document = comparison(&["--weight", "processing-agreement=0", "--weight", "access-control=0"]);
    assert_eq!(exact(&document, "alfa/school"), ("1/2", "1"));
    assert_eq!(exact(&document, "beta/eigen-server"), ("0", "1"));
    assert_eq!(order(&document), ["alfa/school", "beta/eigen-server", "alfa/gratis"]);
}

#[test]
fn the_order_goes_by_what_is_asked() {
    // Delta is certain of 3/4; Alfa and Beta reach from 3/4 to 1.
    let data = small_with(&[("vendors/videobellen/delta.yaml", DELTA)]);
    let data = data.path().to_str().unwrap();
    let ranks = |by: &[&str]| -> Vec<(String, u64)> {
        let fixed = ["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--format", "json"];
        let weights = ["--weight", "access-control=0", "--data", data];
        let run = run(&[&fixed[..], &weights, by].concat());
        assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
        let document: Value = serde_json::from_str(&run.out).unwrap();
        let rows = document["ranking"].as_array().unwrap();
        rows.iter()
            .filter(|row| row["eligibility"] == "eligible")
            .map(|row| (row["alternative"].as_str().unwrap().to_owned(), row["rank"].as_u64().unwrap()))
            .collect()
    };
    let named = |list: &[(&str, u64)]| -> Vec<(String, u64)> {
        list.iter().map(|(id, rank)| ((*id).to_owned(), *rank)).collect()
    };
    // Without access control: Alfa 5/6 to 1, Beta 2/3 to 1, Delta 5/6.
    let low = named(&[("alfa/school", 1), ("delta/enige", 2), ("beta/eigen-server", 3)]);
    assert_eq!(ranks(&[]), low);
    assert_eq!(ranks(&["--rank-by", "low"]), low);
    let high = named(&[("alfa/school", 1), ("beta/eigen-server", 2), ("delta/enige", 3)]);
    assert_eq!(ranks(&["--rank-by", "high"]), high);
    // In the middle Beta and Delta are equal, so the lowest decides.
    assert_eq!(ranks(&["--rank-by", "middle"]), low);
}

#[test]
fn a_product_of_another_kind_cannot_be_asked_for() {
    is_wrong_use(&with_small(&["compare", "videobellen", "--vendor", "gamma"]), &["`gamma`"]);
}

#[test]
fn a_kind_is_ranked_in_groups_unless_asked_otherwise() {
    let json = |extra: &[&str]| -> Value {
        let run = with_small(&[&["compare", "proctoring", "--format", "json"], extra].concat());
        assert_eq!(run.code, Some(0), "{}", run.err);
        serde_json::from_str(&run.out).unwrap()
    };
    let grouped = json(&[]);
    assert_eq!(row(&grouped, "gamma/licht")["group"], "lockdown-only");
    assert_eq!(row(&grouped, "gamma/zwaar")["group"], "unknown");
    assert_eq!(row(&grouped, "gamma/zwaar")["rank"], 1);
    assert_eq!(row(&grouped, "gamma/zwaar")["rank_worst"], 1);
    let together = json(&["--ungrouped"]);
    assert_eq!(row(&together, "gamma/licht")["group"], Value::Null);
    assert_eq!(row(&together, "gamma/zwaar")["group"], Value::Null);
    assert_eq!(row(&together, "gamma/zwaar")["rank"], 2);
    assert_eq!(row(&together, "gamma/licht")["rank_worst"], 2);
    let table = |extra: &[&str]| with_small(&[&["compare", "proctoring"], extra].concat()).out;
    assert!(table(&[]).contains("== Vorm: alleen een afgesloten computer"));
    assert!(!table(&["--ungrouped"]).contains("=="));
}

#[test]
fn proctoring_begins_with_the_question_whether_it_is_needed() {
    let question = "De AP vraagt eerst: is proctoring echt nodig, en kan het minder ingrijpend, bijvoorbeeld met een werkstuk of essay?";
    for format in ["table", "csv"] {
        let of = |kind: &str| {
            let run = run(&["compare", kind, "--as-of", AS_OF, "--ignore-invalid", "--format", format]);
            assert_eq!(run.code, Some(0), "{}", run.err);
            run.out
        };
        assert!(of("proctoring").contains(question), "{format}");
        assert!(!of("videobellen").contains(question), "{format}");
    }
}

#[test]
fn what_a_kind_asks_first_stands_above_its_comparison() {
    let kinds = "videobellen:\n  title: {nl: Videobellen, en: Video calling}\n  ask-first: {nl: Moet het wel?, en: Is it needed?}\nproctoring: {title: {nl: Proctoring, en: Proctoring}}\n";
    let data = small_with(&[("criteria/kinds.yaml", kinds)]);
    let data = data.path().to_str().unwrap();
    for format in ["table", "csv"] {
        let of = |kind: &str| {
            let fixed = ["--no-builtin", "--as-of", AS_OF, "--data", data, "--format", format];
            run(&[&["compare", kind][..], &fixed].concat()).out
        };
        assert!(of("videobellen").contains("Moet het wel?"), "{format}");
        assert!(!of("proctoring").contains("Moet het wel?"), "{format}");
    }
}

#[test]
fn a_product_that_no_longer_exists_is_shown_only_when_asked_and_never_ranked() {
    let gone = format!("{DELTA}retired: {{on: 2026-03-31, from: site}}\n");
    let data = small_with(&[("vendors/videobellen/delta.yaml", &gone)]);
    let data = data.path().to_str().unwrap();
    let fixed = ["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--data", data];
    let plain = run(&fixed);
    assert_eq!(plain.code, Some(0), "{}", plain.err);
    assert!(!plain.out.contains("Delta"), "{}", plain.out);
    let shown = run(&[&fixed[..], &["--retired"]].concat()).out;
    assert!(shown.contains("Delta") && shown.contains("31 maart 2026"), "{shown}");
    assert!(shown.contains("3 varianten van 2 producten"), "{shown}");
    let json = run(&[&fixed[..], &["--retired", "--format", "json"]].concat()).out;
    let document: Value = serde_json::from_str(&json).unwrap();
    assert!(order(&document).iter().all(|id| !id.starts_with("delta/")));
    let yaml = run(&[&fixed[..], &["--retired", "--format", "yaml"]].concat()).out;
    for text in [&json, &yaml] {
        assert!(text.contains("delta") && text.contains("2026-03-31"), "{text}");
    }
    let csv = run(&[&fixed[..], &["--retired", "--format", "csv", "--columns", "wide"]].concat()).out;
    for line in csv.lines().filter(|line| line.contains("Delta")) {
        assert!(line.contains("2026-03-31"), "{line}");
    }
}

#[test]
fn a_profile_can_be_a_file_of_ones_own() {
    let root = folder(&[(
        "mijn-weging.yaml",
        "title: {nl: Onze weging, en: Our profile}\n\
         because: {nl: Zo wil de raad het., en: The council wants it so.}\n\
         weights: {access-control: 1}\n",
    )]);
    let path = root.path().join("mijn-weging.yaml");
    let document = comparison(&["--profile", path.to_str().unwrap()]);
    assert_eq!(document["profile"]["id"], "mijn-weging");
    assert_eq!(exact(&document, "alfa/school"), ("1/2", "1"));
    assert_eq!(exact(&document, "beta/eigen-server"), ("1", "1"));
    let output = crate::support::program()
        .current_dir(root.path())
        .args(on_small(&["compare", "videobellen", "--profile", "mijn-weging.yaml"]))
        .output()
        .unwrap();
    let in_folder: crate::support::Run = output.into();
    assert_eq!(in_folder.code, Some(0), "{}", in_folder.err);
    assert!(in_folder.out.contains("Onze weging"), "{}", in_folder.out);
}

#[test]
fn a_profile_file_can_build_on_a_shared_profile() {
    let root = folder(&[(
        "mijn.yaml",
        "title: {nl: Onze weging, en: Our profile}\n\
         because: {nl: Zo wil de raad het., en: The council wants it so.}\n\
         extends: algemeen\n\
         themes: {contract: 0}\n\
         weights: {proctoring-form: 2}\n",
    )]);
    let document = comparison(&["--profile", root.path().join("mijn.yaml").to_str().unwrap()]);
    assert_eq!(exact(&document, "alfa/school"), ("1/2", "1"));
}

#[test]
fn a_profile_file_with_an_error_is_refused_at_its_line() {
    let root = folder(&[(
        "mijn.yaml",
        "title: {nl: Onze weging, en: Our profile}\n\
         because: {nl: Zo wil de raad het., en: The council wants it so.}\n\
         weights: {acces-control: 1}\n",
    )]);
    let run =
        with_small(&["compare", "videobellen", "--profile", root.path().join("mijn.yaml").to_str().unwrap()]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("mijn.yaml:3:"), "{}", run.out);
    assert!(run.out.contains("`access-control`"), "{}", run.out);
}

#[test]
fn a_name_without_a_separator_is_an_id() {
    is_wrong_use(&with_small(&["compare", "videobellen", "--profile", "mijn"]), &["`mijn`"]);
    assert_eq!(comparison(&["--profile", "streng"])["profile"]["id"], "streng");
}

#[test]
fn knock_outs_are_in_force_as_the_profile_says() {
    for (scope, weight, eligibility) in [
        ("all", 0, "knocked-out"),
        ("weighed", 0, "eligible"),
        ("weighed", 1, "knocked-out"),
        ("none", 1, "eligible"),
        ("[processing-agreement]", 0, "knocked-out"),
        ("[exit-deletion-days]", 1, "eligible"),
    ] {
        let profile = format!(
            "title: {{nl: Eigen, en: Own}}\nbecause: {{nl: Een proef., en: A trial.}}\n\
             weights: {{processing-agreement: {weight}, access-control: 1}}\nknock-outs: {scope}\n"
        );
        let folder = folder(&[("eigen.yaml", &profile)]);
        let path = folder.path().join("eigen.yaml");
        let document = comparison(&["--profile", path.to_str().unwrap()]);
        assert_eq!(row(&document, "alfa/gratis")["eligibility"], eligibility, "{scope}, {weight}");
    }
}

#[test]
fn a_criterion_answers_to_its_old_id() {
    let path = "criteria/security/access-control.yaml";
    let criterion = std::fs::read_to_string(small().join(path)).unwrap() + "formerly: [toegang]\n";
    let data = small_with(&[(path, &criterion)]);
    let fixed = ["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--format", "json"];
    let weights = ["--weight", "toegang=7", "--data", data.path().to_str().unwrap()];
    let run = run(&[&fixed[..], &weights].concat());
    assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
    let document: Value = serde_json::from_str(&run.out).unwrap();
    let weights = &document["profile"]["overrides"]["weights"];
    assert_eq!(weights, &serde_json::json!([{"criterion": "access-control", "weight": 7}]));
}
