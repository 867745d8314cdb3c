//! A third kind of product is data only: `tests/data/third-kind` has learning
//! environments, which no line of code mentions.

use std::path::Path;

use serde_json::Value;

use crate::support::{AS_OF, Run, copy, data, folder, run, small};

/// Runs the program over these layers of data and nothing else.
fn over(layers: &[&Path], arguments: &[&str]) -> Run {
    let mut all: Vec<&str> = arguments.to_vec();
    all.extend(["--as-of", AS_OF, "--no-builtin"]);
    for layer in layers {
        all.extend(["--data", layer.to_str().expect("a path")]);
    }
    run(&all)
}

/// The same, over the data of `tests/data/third-kind`.
fn third(arguments: &[&str]) -> Run {
    over(&[&data("third-kind")], arguments)
}

/// A run that must succeed and print one JSON document.
fn document(run: &Run) -> Value {
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    serde_json::from_str(&run.out).expect("JSON")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// The texts under `key` in a list of objects.
fn texts<'v>(list: &'v Value, key: &str) -> Vec<&'v str> {
    list.as_array().expect("a list").iter().map(|item| text(&item[key])).collect()
}

#[test]
fn its_ranking_is_made_with_its_own_criteria_and_its_own_profile() {
    let run = third(&["compare", "leeromgevingen", "--profile", "leeromgeving", "--format", "json"]);
    let found = document(&run);
    assert_eq!(found["kind"], "leeromgevingen");
    assert_eq!(
        texts(&found["criteria"], "id"),
        ["data-export", "processing-agreement", "profile-building", "pupil-data-days"]
    );
    // Budgets 2, 2 and 1: the two criteria of the contract share theirs.
    assert_eq!(texts(&found["criteria"], "exact_weight"), ["1", "1", "2", "1"]);
    let rows: Vec<(&str, &str, &str, &str, [u64; 3])> = found["ranking"]
        .as_array()
        .expect("a ranking")
        .iter()
        .map(|row| {
            let place = |key: &str| row[key].as_u64().expect("a place");
            (
                text(&row["alternative"]),
                text(&row["eligibility"]),
                text(&row["score"]["exact_low"]),
                text(&row["score"]["exact_high"]),
                ["rank", "rank_best", "rank_worst"].map(place),
            )
        })
        .collect();
    // Worked out by hand from the files.
    assert_eq!(
        rows,
        [
            ("lesplein/eigen-server", "eligible", "4/5", "1", [1, 1, 1]),
            ("vakwijzer/standaard", "eligible", "1/2", "4/5", [2, 1, 3]),
            ("krijtbord/school", "undecided", "1/2", "4/5", [3, 1, 3]),
            ("krijtbord/gratis", "knocked-out", "0", "1/5", [4, 4, 4]),
        ]
    );
    assert_eq!(found["deviations"], Value::Array(Vec::new()));
}

#[test]
fn its_knock_outs_and_requirements_are_judged_as_those_of_any_kind() {
    let run = third(&["compare", "leeromgevingen", "--profile", "leeromgeving", "--format", "json"]);
    let found = document(&run);
    let rules = |alternative: &str| -> Vec<(String, String)> {
        let rows = found["ranking"].as_array().expect("a ranking");
        let row = rows.iter().find(|row| row["alternative"] == alternative).expect("a row");
        let (criteria, statuses) =
            (texts(&row["knock_outs"], "criterion"), texts(&row["knock_outs"], "status"));
        let mut rules: Vec<_> =
            criteria.iter().zip(statuses).map(|(c, s)| ((*c).to_owned(), s.to_owned())).collect();
        rules.sort();
        rules
    };
    let is = |criterion: &str, status: &str| (criterion.to_owned(), status.to_owned());
    assert_eq!(rules("lesplein/eigen-server"), []);
    assert_eq!(rules("vakwijzer/standaard"), [is("data-export", "condition")]);
    assert_eq!(rules("krijtbord/school"), [is("profile-building", "open")]);
    assert_eq!(
        rules("krijtbord/gratis"),
        [is("data-export", "fires"), is("processing-agreement", "fires"), is("profile-building", "fires")]
    );
}

#[test]
fn its_table_speaks_both_languages() {
    let dutch = third(&["compare", "leeromgevingen", "--details", "--profile", "leeromgeving"]);
    assert_eq!(dutch.code, Some(0), "{}", dutch.err);
    for words in [
        "Leeromgevingen: 4 varianten",
        "Lesplein",
        "Als u dit afspreekt of zelf regelt: Gegevens meenemen",
        "leren 40%",
    ] {
        assert!(dutch.out.contains(words), "{words}\n{}", dutch.out);
    }
    let english =
        third(&["compare", "leeromgevingen", "--details", "--profile", "leeromgeving", "--lang", "en"]);
    assert_eq!(english.code, Some(0), "{}", english.err);
    for words in ["Learning environments", "Taking data along", "Learning environment (leeromgeving)"] {
        assert!(english.out.contains(words), "{words}\n{}", english.out);
    }
}

#[test]
fn it_is_written_as_csv_with_columns_for_its_own_criteria() {
    let arguments = ["compare", "leeromgevingen", "--format", "csv", "--csv", "rfc4180", "--columns", "tidy"];
    let tidy = third(&arguments);
    assert_eq!(tidy.code, Some(0), "{}", tidy.err);
    // Four variants, four criteria, and the headers.
    assert_eq!(tidy.out.lines().count(), 1 + 4 * 4, "{}", tidy.out);
    assert!(tidy.out.contains("profile-building"), "{}", tidy.out);
    let overview = third(&["compare", "leeromgevingen", "--format", "csv", "--columns", "wide"]);
    assert_eq!(overview.code, Some(0), "{}", overview.err);
    let headers = overview.out.lines().next().expect("headers");
    assert!(headers.contains("Leerlingprofielen") && !headers.contains("Vorm"), "{headers}");
}

#[test]
fn list_names_it_in_the_order_of_the_file_with_its_criteria_and_products() {
    let all = third(&["list"]);
    assert_eq!(all.code, Some(0), "{}", all.err);
    let kinds =
        ["Leeromgevingen (4 varianten, 4 criteria)", "Videobellen (1 variant", "Proctoring (1 variant"];
    let places: Vec<usize> = kinds
        .iter()
        .map(|kind| all.out.find(kind).unwrap_or_else(|| panic!("{kind}\n{}", all.out)))
        .collect();
    assert!(places.is_sorted(), "{}", all.out);
    let criteria = third(&["list", "criteria", "--kind", "leeromgevingen"]);
    assert_eq!(criteria.code, Some(0), "{}", criteria.err);
    assert!(
        criteria.out.contains("profile-building") && !criteria.out.contains("proctoring-form"),
        "{}",
        criteria.out
    );
    let products = third(&["list", "products", "--kind", "leeromgevingen"]);
    assert!(
        products.out.contains("vakwijzer/standaard") && !products.out.contains("belbord"),
        "{}",
        products.out
    );
}

#[test]
fn explain_takes_its_products_apart_to_the_line_of_the_file() {
    let run = third(&["explain", "krijtbord/school", "--details", "--profile", "leeromgeving"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let text =
        std::fs::read_to_string(data("third-kind/vendors/leeromgevingen/krijtbord.yaml")).expect("a file");
    let line = 1 + text.lines().position(|line| line.contains("between: [10, 60]")).expect("the answer");
    let near = [line - 1, line].map(|line| format!("vendors/leeromgevingen/krijtbord.yaml:{line}"));
    assert!(near.iter().any(|place| run.out.contains(place)), "{near:?}\n{}", run.out);
    for words in ["Leerlingprofielen (profile-building)", "LEREN", "Voorwaarden van Krijtbord"] {
        assert!(run.out.contains(words), "{words}\n{}", run.out);
    }
    let criterion = third(&["explain", "criterion", "profile-building"]);
    assert_eq!(criterion.code, Some(0), "{}", criterion.err);
    assert!(
        criterion.out.contains("Leerlingprofielen") && criterion.out.contains("teacher-decides"),
        "{}",
        criterion.out
    );
}

#[test]
fn check_has_nothing_to_say_of_its_files() {
    let folder = data("third-kind");
    let found = run(&["check", folder.to_str().expect("a path"), "--strict", "--as-of", AS_OF]);
    assert_eq!(found.code, Some(0), "{}", found.out);
}

#[test]
fn check_finds_mistakes_in_its_files_as_in_any() {
    let broken = tempfile::tempdir().expect("a folder");
    copy(&data("third-kind"), broken.path());
    let path = broken.path().join("vendors/leeromgevingen/lesplein.yaml");
    let text = std::fs::read_to_string(&path).expect("a file");
    std::fs::write(&path, text.replace("answer: never", "answer: nevver")).expect("written");
    let folder = broken.path().to_str().expect("a path");
    let found = run(&["check", folder, "--format", "json", "--as-of", AS_OF]);
    assert_eq!(found.code, Some(1), "{}", found.out);
    let document: Value = serde_json::from_str(&found.out).expect("JSON");
    let findings = document["findings"].as_array().expect("findings");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0]["path"].as_str().expect("a path").ends_with("vendors/leeromgevingen/lesplein.yaml"));
    assert!(findings[0]["help"].as_str().expect("help").contains("never"), "{findings:?}");
    // Its comparison refuses; those of the other kinds do not rest on the file.
    assert_eq!(over(&[broken.path()], &["compare", "leeromgevingen"]).code, Some(1));
    assert_eq!(over(&[broken.path()], &["compare", "videobellen"]).code, Some(0));
}

#[test]
fn a_slip_in_its_name_is_answered_with_its_name() {
    let slip = third(&["compare", "leeromgeving"]);
    assert_eq!(slip.code, Some(2), "{}{}", slip.out, slip.err);
    assert!(slip.err.contains("bedoelt u `leeromgevingen`?"), "{}", slip.err);
}

#[test]
fn a_third_kind_can_be_divided_into_groups() {
    let grouped = tempfile::tempdir().expect("a folder");
    copy(&data("third-kind"), grouped.path());
    let path = grouped.path().join("criteria/kinds.yaml");
    let text = std::fs::read_to_string(&path).expect("a file");
    let with = text
        .replace("en: Learning environments}}", "en: Learning environments}, group-by: profile-building}");
    assert_ne!(text, with);
    std::fs::write(&path, with).expect("written");
    let found = document(&over(&[grouped.path()], &["compare", "leeromgevingen", "--format", "json"]));
    assert_eq!(texts(&found["ranking"], "group"), ["never", "teacher-decides", "always", "unknown"]);
    assert!(found["ranking"].as_array().expect("a ranking").iter().all(|row| row["rank"] == 1));
}

/// One criterion, three kinds: asked of every product, once written.
#[test]
fn one_criterion_can_hold_for_all_three_kinds() {
    let asked = |kind: &str| -> Vec<(String, String, Value)> {
        let found = document(&third(&["compare", kind, "--format", "json"]));
        let rows = found["ranking"].as_array().expect("a ranking").iter();
        rows.map(|row| {
            let answers = row["criteria"].as_array().expect("criteria").iter();
            let mine: Vec<_> = answers.filter(|answer| answer["id"] == "processing-agreement").collect();
            assert_eq!(mine.len(), 1, "{row}");
            let [name, class] = ["alternative", "eligibility"].map(|key| text(&row[key]).to_owned());
            (name, class, mine[0]["answers"].clone())
        })
        .collect()
    };
    let row = |alternative: &str, eligibility: &str, answer: &str| {
        (alternative.to_owned(), eligibility.to_owned(), Value::from(vec![answer]))
    };
    assert!(asked("leeromgevingen").contains(&row("krijtbord/gratis", "knocked-out", "none")));
    assert_eq!(asked("videobellen"), [row("belbord/school", "eligible", "complete")]);
    // The same answer rules out a product of another kind.
    assert_eq!(asked("proctoring"), [row("toeziener/licht", "knocked-out", "none")]);
}

/// What applies to one kind only is not asked of another.
#[test]
fn a_criterion_of_one_kind_is_not_asked_of_the_others() {
    let ids = |kind: &str| -> Vec<String> {
        let found = document(&third(&["compare", kind, "--format", "json"]));
        texts(&found["criteria"], "id").into_iter().map(str::to_owned).collect()
    };
    assert_eq!(ids("videobellen"), ["processing-agreement", "pupil-data-days"]);
    assert_eq!(ids("proctoring"), ["processing-agreement", "proctoring-form"]);
}

#[test]
fn a_layer_adds_a_third_kind_to_data_without_it() {
    let (base, layer) = (small(), data("third-kind/layer"));
    let profile = ["--profile", "leeromgeving", "--format", "json"];
    let compared = |kind: &str| {
        let arguments: Vec<&str> = ["compare", kind].into_iter().chain(profile).collect();
        document(&over(&[&base, &layer], &arguments))
    };
    let new = compared("leeromgevingen");
    assert_eq!(texts(&new["ranking"], "alternative"), ["lesplein/eigen-server"]);
    assert_eq!(new["ranking"][0]["score"]["exact_low"], "1");
    // The new criterion holds for all three kinds: the products that were there
    // are asked it too, and have not been looked up.
    for (kind, count) in [("videobellen", 3), ("proctoring", 2)] {
        let found = compared(kind);
        assert_eq!(texts(&found["ranking"], "alternative").len(), count);
        for row in found["ranking"].as_array().expect("a ranking") {
            let answers = row["criteria"].as_array().expect("criteria");
            let mine =
                answers.iter().find(|answer| answer["id"] == "data-export").expect("the new criterion");
            assert_eq!(mine["status"], "not-researched");
            assert_eq!([&row["score"]["exact_low"], &row["score"]["exact_high"]], ["0", "1"]);
        }
    }
}

/// The old kinds are judged as before, but for the fingerprint and the new
/// criterion, which weighs nothing there.
#[test]
fn a_layer_with_a_third_kind_moves_nothing_in_the_other_kinds() {
    let (base, layer) = (small(), data("third-kind/layer"));
    for kind in ["videobellen", "proctoring"] {
        let before = document(&over(&[&base], &["compare", kind, "--format", "json"]));
        let mut after = document(&over(&[&base, &layer], &["compare", kind, "--format", "json"]));
        for row in after["ranking"].as_array_mut().expect("a ranking") {
            row["criteria"].as_array_mut().expect("criteria").retain(|answer| answer["id"] != "data-export");
        }
        assert_eq!(before["ranking"], after["ranking"], "{kind}");
        assert_ne!(before["data"], after["data"], "{kind}");
    }
}

#[test]
fn a_layer_that_replaces_the_kinds_is_listed_as_a_deviation() {
    let (base, layer) = (small(), data("third-kind/layer"));
    for kind in ["leeromgevingen", "videobellen"] {
        let arguments = ["compare", kind, "--profile", "leeromgeving"];
        let json: Vec<&str> = arguments.into_iter().chain(["--format", "json"]).collect();
        let found = document(&over(&[&base, &layer], &json));
        let paths = texts(&found["deviations"], "path");
        // The list of kinds was there already; all else in the layer is new.
        assert!(
            matches!(paths.as_slice(), [one] if one.ends_with("criteria/kinds.yaml")),
            "{kind}: {paths:?}"
        );
        let table = over(&[&base, &layer], &[&arguments[..], &["--details"]].concat());
        assert!(table.out.contains("criteria/kinds.yaml"), "{kind}\n{}", table.out);
    }
}

#[test]
fn a_layer_that_replaces_the_themes_is_listed_as_a_deviation() {
    let base = small();
    let text = std::fs::read_to_string(base.join("criteria/themes.yaml")).expect("a file");
    let layer = folder(&[("criteria/themes.yaml", &text.replace("nl: Bewaren", "nl: Bewaartermijnen"))]);
    let found = document(&over(&[&base, layer.path()], &["compare", "videobellen", "--format", "json"]));
    let paths = texts(&found["deviations"], "path");
    assert!(matches!(paths.as_slice(), [one] if one.ends_with("criteria/themes.yaml")), "{paths:?}");
}

/// The default profile of the data below knows nothing of the new kind; that is
/// a finding about weights, and no ranking without a basis.
#[test]
fn a_profile_in_which_nothing_of_the_new_kind_weighs_is_refused() {
    let (base, layer) = (small(), data("third-kind/layer"));
    let refused = over(&[&base, &layer], &["compare", "leeromgevingen", "--format", "json"]);
    assert_eq!(refused.code, Some(1), "{}", refused.out);
    let document: Value = serde_json::from_str(&refused.out).expect("JSON");
    assert_eq!(document["schema"], "keuzehulp/findings/1");
    assert_eq!(texts(&document["findings"], "severity"), ["error"]);
}

#[test]
fn a_third_kind_can_be_laid_over_the_built_in_data() {
    let layer = data("third-kind/layer");
    let layer = layer.to_str().expect("a path");
    let common = ["--data", layer, "--as-of", AS_OF];
    let compared = |arguments: &[&'static str]| run(&[arguments, &common].concat());
    let new = compared(&["compare", "leeromgevingen", "--profile", "leeromgeving", "--format", "json"]);
    assert_eq!(texts(&document(&new)["ranking"], "alternative"), ["lesplein/eigen-server"]);
    let listed = compared(&["list", "kinds"]);
    for kind in ["videobellen", "proctoring", "leeromgevingen"] {
        assert!(listed.out.contains(kind), "{}", listed.out);
    }
    let explained = compared(&["explain", "lesplein", "--details", "--profile", "leeromgeving"]);
    assert_eq!(explained.code, Some(0), "{}", explained.err);
    assert!(explained.out.contains("Gegevens meenemen"), "{}", explained.out);
}
