//! JSON and YAML: the shape that scripts depend on.

use serde_json::Value;

use super::{compare, hostile, of_small};
use crate::support::{AS_OF, copy, data, folder, small};

fn document(kind: &str, extra: &[&str]) -> Value {
    serde_json::from_str(&of_small(kind, &[&["--format", "json"], extra].concat())).unwrap()
}

/// The text at a key.
fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} is text in {value}"))
}

/// The number at a key.
fn number(value: &Value, key: &str) -> f64 {
    let number = value[key].as_f64().unwrap_or_else(|| panic!("{key} is a number in {value}"));
    assert!(number.is_finite());
    number
}

/// The list at a key.
fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is a list in {value}"))
}

/// A fraction in lowest terms: `5/7`, `0`, `1`.
fn fraction(text: &str) -> (u64, u64) {
    let (over, under) = text.split_once('/').unwrap_or((text, "1"));
    let (over, under): (u64, u64) = (over.parse().unwrap(), under.parse().unwrap());
    let (mut a, mut b) = (over, under);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    assert_eq!(a, 1, "{text} is not in lowest terms");
    assert_eq!(text.contains('/'), under > 1, "{text}");
    assert!(over <= under, "{text} is at most 1");
    (over, under)
}

/// Checks every field of the contract, and that numbers are what they should
/// be of the exact ones.
fn has_the_shape_of_the_contract(document: &Value) {
    assert_eq!(text(document, "schema"), "keuzehulp/comparison/2");
    assert!(!text(document, "kind").is_empty());
    assert_eq!(text(document, "as_of"), AS_OF);
    assert!(!text(&document["profile"], "id").is_empty());
    assert!(document["profile"].get("overrides").is_some());
    let sha256 = text(&document["data"], "sha256");
    assert!(sha256.len() == 64 && sha256.bytes().all(|b| b.is_ascii_hexdigit()), "{sha256}");
    list(document, "left_out");
    list(document, "deviations");
    for criterion in list(document, "criteria") {
        assert!(!text(criterion, "id").is_empty() && !text(criterion, "theme").is_empty());
        assert!(!text(criterion, "title").is_empty());
        assert!(number(criterion, "weight") >= 0.0);
    }
    assert!(!list(document, "ranking").is_empty());
    for row in list(document, "ranking") {
        for key in ["rank", "rank_best", "rank_worst"] {
            assert!(row[key].as_u64().is_some_and(|rank| rank > 0), "{key}: {row}");
        }
        assert!(row["rank_best"].as_u64() <= row["rank_worst"].as_u64());
        assert!(row["group"].is_null() || row["group"].is_string(), "{row}");
        assert_eq!(text(row, "alternative").split('/').count(), 2);
        assert!(!text(row, "name").is_empty());
        assert!(["eligible", "undecided", "knocked-out"].contains(&text(row, "eligibility")));
        for (key, exact) in [("low", "exact_low"), ("high", "exact_high")] {
            let (over, under) = fraction(text(&row["score"], exact));
            let tenths = (2000 * over + under) / (2 * under);
            let printed = number(&row["score"], key) * 10.0;
            #[allow(clippy::cast_precision_loss)]
            let wanted = tenths as f64;
            assert!((printed - wanted).abs() < 1e-6, "{exact}: {row}");
        }
        let score = &row["score"];
        let own_work = number(score, "own_work");
        assert!(number(score, "low") + own_work <= number(score, "high") + 1e-9, "{row}");
        fraction(text(score, "exact_own_work"));
        let shares = ["known", "own_work", "open"].map(|key| number(&row["shares"], key) * 1000.0);
        for thousandths in shares {
            assert!(
                (0.0..=1000.0).contains(&thousandths) && (thousandths - thousandths.round()).abs() < 1e-6
            );
        }
        assert!((shares.iter().sum::<f64>() - 1000.0).abs() < 1e-6, "{row}");
        assert!(row["little_known"].is_boolean() && row["in_use"].is_boolean(), "{row}");
        assert!(["cloud", "hosted", "self-hosted"].contains(&text(row, "hosting")), "{row}");
        assert_eq!(text(row, "block"), text(row, "eligibility"));
        let items = list(row, "own_work_items");
        let points: f64 = items.iter().map(|item| number(item, "points")).sum();
        assert!((points - own_work).abs() < 1e-6, "the parts make the whole: {row}");
        for item in items {
            assert!(!text(item, "criterion").is_empty());
            fraction(text(item, "exact_points"));
        }
        for rule in list(row, "knock_outs") {
            assert!(!text(rule, "criterion").is_empty() && !text(rule, "because").is_empty());
            assert!(["fires", "open", "indication", "condition"].contains(&text(rule, "status")), "{rule}");
        }
        let ids: Vec<&str> = list(document, "criteria").iter().map(|c| text(c, "id")).collect();
        let mine: Vec<&str> = list(row, "criteria").iter().map(|c| text(c, "id")).collect();
        assert_eq!(ids, mine, "the criteria stand in the order of the document");
        for criterion in list(row, "criteria") {
            let status = text(criterion, "status");
            let known = ["known", "partly-known", "unknown", "not-researched", "stale", "below-grade"];
            let own = ["own-work", "institution"];
            assert!(known.contains(&status) || own.contains(&status), "{criterion}");
            assert!(list(criterion, "answers").iter().all(Value::is_string), "{criterion}");
            for (level, part) in [("level_low", "low"), ("level_high", "high")] {
                let hundredths = match text(criterion, level) {
                    "good" => 100.0,
                    "partly" => 50.0,
                    "insufficient" => 0.0,
                    percent => percent.strip_suffix('%').unwrap().parse::<f64>().unwrap(),
                };
                assert!((number(criterion, part) * 100.0 - hundredths).abs() < 1e-9, "{criterion}");
            }
            assert!(number(criterion, "low") <= number(criterion, "high"), "{criterion}");
            if ["unknown", "not-researched", "below-grade"].contains(&status) {
                assert_eq!(list(criterion, "answers").len(), 0, "{criterion}");
            }
        }
    }
}

#[test]
fn json_has_every_field_of_the_contract_with_its_type() {
    for kind in ["videobellen", "proctoring"] {
        for extra in [
            &[][..],
            &["--profile", "streng"],
            &["--ungrouped"],
            &["--weight", "processing-agreement=7", "--require", "exit-deletion-days=at-most:30"],
        ] {
            has_the_shape_of_the_contract(&document(kind, extra));
        }
    }
    let own_work = data("own-work");
    for dossier in [None, Some(data("dossiers/eigen-werk.yaml"))] {
        let dossier = dossier.as_ref().map(|path| path.to_str().unwrap());
        let extra: Vec<&str> = ["--format", "json"]
            .into_iter()
            .chain(dossier.into_iter().flat_map(|path| ["--dossier", path]))
            .collect();
        has_the_shape_of_the_contract(
            &serde_json::from_str(&compare(&own_work, "videobellen", &extra)).unwrap(),
        );
    }
    let data = hostile();
    let text = compare(data.path(), "videobellen", &["--format", "json"]);
    has_the_shape_of_the_contract(&serde_json::from_str(&text).unwrap());
}

#[test]
fn json_of_the_small_data_is_as_worked_out_by_hand() {
    let document = document("videobellen", &[]);
    let weights: Vec<(&str, &str, f64)> = list(&document, "criteria")
        .iter()
        .map(|c| (text(c, "id"), text(c, "theme"), number(c, "weight")))
        .collect();
    assert_eq!(
        weights,
        [
            ("processing-agreement", "contract", 2.0),
            ("exit-deletion-days", "retention", 1.0),
            ("access-control", "security", 1.0),
        ]
    );
    let rows: Vec<(&str, u64, u64, u64, &str, &str, &str)> = list(&document, "ranking")
        .iter()
        .map(|row| {
            (
                text(row, "alternative"),
                row["rank"].as_u64().unwrap(),
                row["rank_best"].as_u64().unwrap(),
                row["rank_worst"].as_u64().unwrap(),
                text(row, "eligibility"),
                text(&row["score"], "exact_low"),
                text(&row["score"], "exact_high"),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("alfa/school", 1, 1, 2, "eligible", "3/4", "1"),
            ("beta/eigen-server", 1, 1, 2, "eligible", "3/4", "1"),
            ("alfa/gratis", 3, 3, 3, "knocked-out", "1/8", "1/2"),
        ]
    );
    let free = &list(&document, "ranking")[2];
    assert!((number(&free["score"], "low") - 12.5).abs() < 1e-9);
    assert!((number(&free["shares"], "known") - 0.5).abs() < 1e-9);
    let rule = &list(free, "knock_outs")[0];
    assert_eq!((text(rule, "criterion"), text(rule, "status")), ("processing-agreement", "fires"));
}

#[test]
fn answers_are_ids_and_numbers() {
    let document = document("videobellen", &[]);
    let answers = |id: &str, criterion: &str| -> (String, Value) {
        let row = list(&document, "ranking").iter().find(|row| row["alternative"] == id).unwrap();
        let found = list(row, "criteria").iter().find(|c| c["id"] == criterion).unwrap();
        (text(found, "status").to_owned(), found["answers"].clone())
    };
    let is = |status: &str, answers: &[&str]| (status.to_owned(), serde_json::json!(answers));
    assert_eq!(answers("alfa/school", "processing-agreement"), is("known", &["complete"]));
    assert_eq!(answers("alfa/school", "exit-deletion-days"), is("partly-known", &["10-60"]));
    assert_eq!(answers("alfa/school", "access-control"), is("partly-known", &["password"]));
    assert_eq!(answers("alfa/gratis", "exit-deletion-days"), is("unknown", &[]));
    assert_eq!(answers("beta/eigen-server", "access-control"), is("stale", &["password", "waiting-room"]));
    assert_eq!(answers("beta/eigen-server", "exit-deletion-days"), is("not-researched", &[]));
}

#[test]
fn yaml_is_the_same_structure_as_json() {
    let data = hostile();
    for kind in ["videobellen", "proctoring"] {
        let json: Value = serde_json::from_str(&compare(data.path(), kind, &["--format", "json"])).unwrap();
        let yaml: Value = serde_yaml::from_str(&compare(data.path(), kind, &["--format", "yaml"])).unwrap();
        assert_eq!(json, yaml);
    }
}

#[test]
fn keys_stand_in_the_order_of_the_contract() {
    let text = of_small("videobellen", &["--format", "json"]);
    let mut at = 0;
    for key in [
        "schema",
        "kind",
        "as_of",
        "profile",
        "data",
        "left_out",
        "deviations",
        "criteria",
        "ranking",
        "rank",
        "rank_best",
        "rank_worst",
        "group",
        "alternative",
        "name",
        "eligibility",
        "block",
        "score",
        "low",
        "own_work",
        "high",
        "exact_low",
        "exact_own_work",
        "exact_high",
        "shares",
        "known",
        "own_work",
        "open",
        "little_known",
        "own_work_items",
        "knock_outs",
        "criteria",
        "id",
        "status",
        "answers",
        "level_low",
        "level_high",
        "low",
        "high",
    ] {
        let found = text[at..].find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{key} follows"));
        at += found + key.len();
    }
}

#[test]
fn long_and_broken_texts_are_whole_in_json() {
    let data = folder(&[]);
    copy(&small(), data.path());
    let path = data.path().join("criteria/contract/processing-agreement.yaml");
    let criterion = std::fs::read_to_string(&path).unwrap();
    let long = "zin en nog een zin ".repeat(2_500);
    let because =
        "nl: Met dit antwoord kan uw instelling naar verwachting niet aan artikel 28 AVG doen wat nodig is.";
    assert!(criterion.contains(because));
    std::fs::write(&path, criterion.replace(because, &format!("nl: {}", long.trim()))).unwrap();
    let json: Value =
        serde_json::from_str(&compare(data.path(), "videobellen", &["--format", "json"])).unwrap();
    let free = list(&json, "ranking").iter().find(|row| row["alternative"] == "alfa/gratis").unwrap();
    assert_eq!(text(&list(free, "knock_outs")[0], "because"), long.trim());
}

#[test]
fn the_fingerprint_follows_the_text_and_not_its_line_ends() {
    let sha256 = |change: &dyn Fn(String) -> String| {
        let data = folder(&[]);
        copy(&small(), data.path());
        let path = data.path().join("vendors/videobellen/alfa.yaml");
        std::fs::write(&path, change(std::fs::read_to_string(&path).unwrap())).unwrap();
        let json: Value =
            serde_json::from_str(&compare(data.path(), "videobellen", &["--format", "json"])).unwrap();
        text(&json["data"], "sha256").to_owned()
    };
    let plain = sha256(&|text| text);
    assert_eq!(plain, text(&document("videobellen", &[])["data"], "sha256"));
    assert_eq!(plain, text(&document("proctoring", &[])["data"], "sha256"), "it is that of all loaded files");
    assert_eq!(plain, sha256(&|text| text.replace('\n', "\r\n")));
    assert_eq!(plain, sha256(&|text| format!("\u{feff}{text}")));
    assert_ne!(plain, sha256(&|text| text.replace("Alfa bv", "Alfa BV")));
    assert_ne!(plain, sha256(&|text| format!("{text}# one more comment\n")));
}

#[test]
fn hostile_texts_are_text_in_yaml() {
    let data = hostile();
    let yaml: Value =
        serde_yaml::from_str(&compare(data.path(), "videobellen", &["--format", "yaml"])).unwrap();
    let names: Vec<&str> = list(&yaml, "ranking").iter().map(|row| text(row, "name")).collect();
    for name in ["=cmd|'/c calc'!A1, @SUM(1)", "=cmd|'/c calc'!A1, -2,5", "=cmd|'/c calc'!A1, %deel"] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
}
