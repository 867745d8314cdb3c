//! Layers of data: a folder of one's own over the data below it.

use serde_json::Value;

use crate::support::{AS_OF, Run, folder, row, run, small};

/// An institution's own file about a product of the layer below.
const OWN_ALFA: &str = "\
sources:
  eigen-contract: {title: Ons contract, url: \"https://school.example.org/contract\", read: 2026-10-01, grade: contract}
facts:
  exit-deletion-days:
    because: Wij spraken een kortere termijn af.
    answers:
      - for: school
        answer: 14
    evidence:
      - {from: eigen-contract, shows: Veertien dagen.}
";

const FIXED: [&str; 6] = ["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--data"];

/// A comparison of the small data with a folder over it.
fn over_small(layer: &tempfile::TempDir, extra: &[&str]) -> Run {
    let base = small();
    let layers = [base.to_str().unwrap(), "--data", layer.path().to_str().unwrap()];
    run(&[&FIXED[..], &layers, extra].concat())
}

fn json(layer: &tempfile::TempDir) -> Value {
    let run = over_small(layer, &["--format", "json"]);
    assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn an_amended_fact_replaces_that_of_its_variant_only() {
    let layer = folder(&[("vendors/videobellen/alfa.yaml", OWN_ALFA)]);
    let document = json(&layer);
    let answers = |id: &str| {
        let criteria = row(&document, id)["criteria"].as_array().unwrap();
        criteria.iter().find(|c| c["id"] == "exit-deletion-days").unwrap()["answers"].clone()
    };
    assert_eq!(answers("alfa/school"), serde_json::json!(["14"]));
    assert_eq!(answers("alfa/gratis"), serde_json::json!([]));
    assert_eq!(row(&document, "alfa/school")["score"]["exact_low"], "7/8");
}

#[test]
fn an_amended_fact_is_listed_as_a_deviation_in_every_format() {
    let layer = folder(&[("vendors/videobellen/alfa.yaml", OWN_ALFA)]);
    let document = json(&layer);
    let deviations = document["deviations"].as_array().unwrap();
    assert_eq!(deviations.len(), 1);
    assert_eq!(deviations[0]["product"], "alfa");
    assert_eq!(deviations[0]["criterion"], "exit-deletion-days");
    assert_eq!(deviations[0]["variants"], serde_json::json!(["school"]));
    assert_eq!(deviations[0]["because"], "Wij spraken een kortere termijn af.");
    let table = over_small(&layer, &[]).out;
    assert!(table.contains("Eigen keuze: Alfa (schoolversie): Wissen na afloop. Wij spraken"), "{table}");
    let yaml = over_small(&layer, &["--format", "yaml"]).out;
    assert!(yaml.contains("Wij spraken een kortere termijn af."), "{yaml}");
    let csv = over_small(&layer, &["--format", "csv", "--columns", "wide"]).out;
    let cells = |product: &str| -> String {
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(csv.as_bytes());
        let headers = reader.headers().unwrap().clone();
        let at = headers.iter().position(|header| header == "Eigen keuzes").unwrap();
        let id = headers.iter().position(|header| header == "Product-id").unwrap();
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        records.iter().find(|record| &record[id] == product).unwrap()[at].to_owned()
    };
    assert_eq!(cells("alfa/school"), "Wissen na afloop");
    assert_eq!(cells("beta/eigen-server"), "");
    assert_eq!(cells("alfa/gratis"), "", "the free variant is not amended");
}

#[test]
fn an_amendment_is_told_in_the_explanation() {
    let layer = folder(&[("vendors/videobellen/alfa.yaml", OWN_ALFA)]);
    let base = small();
    let layers = [base.to_str().unwrap(), "--data", layer.path().to_str().unwrap()];
    let run = run(&[
        &["explain", "alfa/school", "--details", "--no-builtin", "--as-of", AS_OF, "--data"],
        &layers[..],
    ]
    .concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.contains("Eigen keuze: Wij spraken een kortere termijn af."), "{}", run.out);
}

#[test]
fn an_amendment_without_a_reason_is_refused() {
    let text: String =
        OWN_ALFA.lines().filter(|l| !l.contains("because")).fold(String::new(), |t, l| t + l + "\n");
    let layer = folder(&[("vendors/videobellen/alfa.yaml", &text)]);
    let run = over_small(&layer, &[]);
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert!(run.out.contains("KH312") && run.out.contains("`because`"), "{}", run.out);
}

#[test]
fn an_amending_file_holds_only_what_it_may() {
    for line in ["name: Alfa", "maker: Alfa bv", "retired: {on: 2026-01-01, from: eigen-contract}"] {
        let layer = folder(&[("vendors/videobellen/alfa.yaml", &format!("{line}\n{OWN_ALFA}"))]);
        let run = over_small(&layer, &[]);
        assert_eq!(run.code, Some(1), "{line}: {}", run.out);
        assert!(run.out.contains("KH311"), "{line}: {}", run.out);
    }
}

#[test]
fn an_amending_file_may_add_a_variant_and_that_is_listed() {
    let text =
        format!("variants:\n  maatwerk: {{name: maatwerk, hosting: cloud, licence: paid}}\n{OWN_ALFA}");
    let layer = folder(&[("vendors/videobellen/alfa.yaml", &text)]);
    let document = json(&layer);
    assert_eq!(row(&document, "alfa/maatwerk")["name"], "Alfa, maatwerk");
    let deviations = document["deviations"].as_array().unwrap();
    let added = deviations.iter().find(|d| d["variants"] == serde_json::json!(["maatwerk"]));
    assert_eq!(added.expect("a deviation")["product"], "alfa");
    let table = over_small(&layer, &[]).out;
    assert!(table.contains("maatwerk"), "{table}");
}

#[test]
fn a_variant_that_is_there_already_cannot_be_added() {
    let text = format!("variants:\n  school: {{name: anders, hosting: cloud, licence: paid}}\n{OWN_ALFA}");
    let layer = folder(&[("vendors/videobellen/alfa.yaml", &text)]);
    let run = over_small(&layer, &[]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("KH313"), "{}", run.out);
}

#[test]
fn the_later_of_two_layers_wins() {
    let first = folder(&[("vendors/videobellen/alfa.yaml", OWN_ALFA)]);
    let second = folder(&[("vendors/videobellen/alfa.yaml", &OWN_ALFA.replace("answer: 14", "answer: 80"))]);
    let base = small();
    let folders = [
        base.to_str().unwrap(),
        "--data",
        first.path().to_str().unwrap(),
        "--data",
        second.path().to_str().unwrap(),
        "--format",
        "json",
    ];
    let run = run(&[&FIXED[..], &folders].concat());
    assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
    let document: Value = serde_json::from_str(&run.out).unwrap();
    let criteria = row(&document, "alfa/school")["criteria"].as_array().unwrap();
    let days = criteria.iter().find(|c| c["id"] == "exit-deletion-days").unwrap();
    assert_eq!(days["answers"], serde_json::json!(["80"]));
    assert_eq!(document["deviations"].as_array().unwrap().len(), 2);
}

/// A criterion of the small data, with another bound.
fn own_criterion() -> (String, tempfile::TempDir) {
    let path = "criteria/retention/exit-deletion-days.yaml";
    let text = std::fs::read_to_string(small().join(path)).unwrap();
    let layer = folder(&[(path, &text.replace("at-most: 30", "at-most: 60"))]);
    (path.to_owned(), layer)
}

#[test]
fn a_criterion_with_the_same_id_replaces_the_one_below() {
    let (_, layer) = own_criterion();
    let document = json(&layer);
    assert_eq!(row(&document, "alfa/school")["score"]["exact_low"], "7/8");
}

#[test]
fn a_replaced_criterion_is_listed_in_every_format() {
    let (path, layer) = own_criterion();
    for format in ["table", "json", "yaml", "csv"] {
        let run = over_small(&layer, &["--format", format]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let named = run.out.contains(&path)
            || (format == "csv" && own_deviations(&run.out).iter().all(|cell| !cell.is_empty()));
        assert!(named, "{format}: {}", run.out);
    }
}

/// The column with own deviations of a CSV file, row by row.
fn own_deviations(csv: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(csv.as_bytes());
    let at = reader.headers().unwrap().iter().position(|header| header == "Eigen keuzes").unwrap();
    reader.records().map(|record| record.unwrap()[at].to_owned()).collect()
}

#[test]
fn a_replaced_profile_is_listed() {
    let path = "criteria/profiles/algemeen.yaml";
    let text = std::fs::read_to_string(small().join(path)).unwrap();
    let layer = folder(&[(path, &text.replace("contract: 2", "contract: 0"))]);
    let document = json(&layer);
    assert_eq!(row(&document, "alfa/school")["score"]["exact_low"], "1/2");
    let listed = document["deviations"].as_array().unwrap();
    assert!(listed.iter().any(|deviation| deviation["path"].as_str().unwrap().ends_with(path)), "{listed:?}");
    assert!(over_small(&layer, &[]).out.contains(path));
}

#[test]
fn replaced_kinds_and_themes_are_listed() {
    for path in ["criteria/kinds.yaml", "criteria/themes.yaml"] {
        let text = std::fs::read_to_string(small().join(path)).unwrap();
        let layer = folder(&[(path, &format!("{text}extra: {{title: {{nl: Extra, en: Extra}}}}\n"))]);
        let document = json(&layer);
        let listed = document["deviations"].as_array().unwrap();
        assert!(
            listed.iter().any(|deviation| deviation["path"].as_str().unwrap().ends_with(path)),
            "{path}: {listed:?}"
        );
    }
}

#[test]
fn a_product_of_ones_own_lies_beside_the_built_in_ones() {
    let text = "\
name: Eigen dienst
maker: Onze school
homepage: https://school.example.org
variants:
  enige: {name: enige uitvoering, hosting: self-hosted, licence: open-source}
sources: {}
facts: {}
";
    let layer = folder(&[("vendors/videobellen/eigen-dienst.yaml", text)]);
    let path = layer.path().to_str().unwrap();
    let built_in = run(&["list", "products", "--kind", "videobellen"]);
    assert_eq!(built_in.code, Some(0), "{}", built_in.err);
    assert!(!built_in.out.contains("eigen-dienst/enige"));
    assert!(built_in.out.contains("jitsi-meet/"), "{}", built_in.out);
    let both = run(&["list", "products", "--kind", "videobellen", "--data", path]);
    assert_eq!(both.code, Some(0), "{}", both.err);
    assert!(both.out.contains("eigen-dienst/enige"), "{}", both.out);
    assert!(both.out.contains("jitsi-meet/"), "{}", both.out);
}

#[test]
fn a_built_in_product_is_amended_only_with_a_reason() {
    let text = |because: &str| {
        format!(
            "facts:\n  processing-agreement:\n{because}    answers:\n      - for: all\n        unknown: Nog in overleg.\n    evidence: []\n"
        )
    };
    let check = |text: &str| {
        let layer = folder(&[("vendors/videobellen/jitsi-meet.yaml", text)]);
        run(&["check", "--as-of", AS_OF, "--format", "short", layer.path().to_str().unwrap()])
    };
    let with = check(&text("    because: Wij overleggen nog.\n"));
    assert!(!with.out.contains("KH312"), "{}", with.out);
    let without = check(&text(""));
    assert_eq!(without.code, Some(1), "{}", without.out);
    assert!(without.out.contains("KH312"), "{}", without.out);
}
