//! One JSON document on standard output, whatever happens, and the same exit
//! code for every format.

use serde_json::Value;

use crate::support::commands::with_small;
use crate::support::{AS_OF, Run, folder, run, small, small_with};

/// The one document of a run.
fn document(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.out))
}

/// Checks that the run printed findings in the shape of the contract, and gives
/// them.
fn findings(run: &Run) -> Vec<Value> {
    let document = document(run);
    assert_eq!(document["schema"], "keuzehulp/findings/1");
    let findings = document["findings"].as_array().expect("a list").clone();
    for finding in &findings {
        for key in ["code", "severity", "path", "message"] {
            assert!(finding[key].is_string(), "{key}: {finding}");
        }
        for key in ["line", "column"] {
            assert!(finding[key].as_u64().is_some_and(|n| n > 0), "{key}: {finding}");
        }
        assert!(finding.get("help").is_none_or(Value::is_string), "{finding}");
        let severity = finding["severity"].as_str().unwrap();
        assert!(["error", "warning", "hint"].contains(&severity), "{finding}");
    }
    findings
}

fn compare(data: &str, extra: &[&str]) -> Run {
    let mut all = vec!["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--data", data];
    all.extend(extra);
    run(&all)
}

#[test]
fn a_comparison_is_one_document() {
    let run = with_small(&["compare", "videobellen", "--format", "json"]);
    assert_eq!(run.code, Some(0));
    assert_eq!(document(&run)["schema"], "keuzehulp/comparison/2");
    assert!(run.out.ends_with("}\n"));
}

#[test]
fn refused_data_is_one_document_of_findings_with_code_1() {
    let data = small_with(&[("vendors/videobellen/beta.yaml", "nam: Beta\n")]);
    let refused = compare(data.path().to_str().unwrap(), &["--format", "json"]);
    assert_eq!(refused.code, Some(1));
    let found = findings(&refused);
    let unknown = found.iter().find(|finding| finding["code"] == "KH101").expect("an unknown key");
    assert_eq!(unknown["severity"], "error");
    assert!(unknown["path"].as_str().unwrap().ends_with("vendors/videobellen/beta.yaml"));
    assert_eq!((&unknown["line"], &unknown["column"]), (&Value::from(1), &Value::from(1)));
    assert!(unknown["help"].as_str().unwrap().contains("`name`"), "{unknown}");
}

#[test]
fn a_folder_that_is_not_there_is_one_document_with_code_3() {
    for arguments in [
        &["compare", "videobellen", "--format", "json", "--data", "/nowhere/at/all"][..],
        &["compare", "videobellen", "--formaat=json", "--data", "/nowhere/at/all"],
        &["check", "--format", "json", "/nowhere/at/all"],
        &["compare", "videobellen", "--format", "json", "--no-builtin", "--data", "/nowhere/at/all"],
    ] {
        let run = run(arguments);
        assert_eq!(run.code, Some(3), "{arguments:?}: {}", run.err);
        let found = findings(&run);
        assert_eq!(found.len(), 1, "{arguments:?}");
        assert_eq!(found[0]["path"], "/nowhere/at/all", "{arguments:?}");
    }
}

#[test]
fn a_file_in_place_of_a_folder_is_one_document_with_code_3() {
    let root = folder(&[("data", "text")]);
    let path = root.path().join("data");
    let run = compare(path.to_str().unwrap(), &["--format", "json"]);
    assert_eq!(run.code, Some(3), "{}", run.err);
    assert_eq!(findings(&run).len(), 1);
}

#[test]
fn a_profile_file_that_is_not_there_is_one_document_with_code_3() {
    let run = with_small(&["compare", "videobellen", "--format", "json", "--profile", "/nowhere/mijn.yaml"]);
    assert_eq!(run.code, Some(3), "{}", run.err);
    assert!(!findings(&run).is_empty());
}

#[test]
fn weights_that_add_up_to_nothing_are_one_document_with_code_1() {
    let weights = ["processing-agreement=0", "exit-deletion-days=0", "access-control=0"];
    let mut arguments = vec!["compare", "videobellen", "--format", "json"];
    arguments.extend(weights.iter().flat_map(|weight| ["--weight", weight]));
    let run = with_small(&arguments);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert_eq!(findings(&run)[0]["code"], "KH404");
}

#[test]
fn an_output_file_that_is_there_already_is_one_document_with_code_3() {
    let root = folder(&[("old.json", "old")]);
    let path = root.path().join("old.json");
    let run = compare(small().to_str().unwrap(), &["--format", "json", "-o", path.to_str().unwrap()]);
    assert_eq!(run.code, Some(3), "{}", run.err);
    assert_eq!(findings(&run)[0]["path"], path.to_str().unwrap());
}

#[test]
fn check_gives_one_document_with_and_without_findings() {
    let with = with_small(&["check", "--format", "json"]);
    assert_eq!(with.code, Some(0));
    assert!(findings(&with).iter().any(|finding| finding["severity"] == "warning"));
    let bad = small_with(&[("vendors/videobellen/beta.yaml", "name: [\n")]);
    let bad = bad.path().to_str().unwrap();
    let bad = run(&["check", "--format", "json", "--as-of", AS_OF, bad]);
    assert_eq!(bad.code, Some(1));
    assert!(findings(&bad).iter().any(|finding| finding["severity"] == "error"));
}

#[test]
fn check_of_clean_data_gives_an_empty_list() {
    let small = small();
    let file = small.join("vendors/videobellen/alfa.yaml");
    let run = run(&["check", "--format", "json", "--as-of", AS_OF, file.to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(findings(&run), Vec::<Value>::new());
}

#[test]
fn check_of_several_paths_gives_one_document() {
    let small = small();
    let small = small.to_str().unwrap();
    let once = run(&["check", "--format", "json", "--as-of", AS_OF, small]);
    let twice = run(&["check", "--format", "json", "--as-of", AS_OF, small, small]);
    assert_eq!(findings(&twice), findings(&once), "what is named twice is told once");
}

#[test]
fn the_keys_of_json_are_the_same_in_english() {
    fn keys(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                for (key, value) in map {
                    found.push(key.clone());
                    keys(value, found);
                }
            }
            Value::Array(list) => list.iter().for_each(|value| keys(value, found)),
            _ => {}
        }
    }
    for arguments in [&["compare", "proctoring", "--format", "json"][..], &["check", "--format", "json"]] {
        let all = |lang: &str| {
            let mut found = Vec::new();
            keys(&document(&with_small(&[arguments, &["--lang", lang]].concat())), &mut found);
            found
        };
        assert_eq!(all("nl"), all("en"));
    }
}

#[test]
fn every_format_of_compare_has_the_same_exit_code() {
    let bad = small_with(&[("vendors/videobellen/beta.yaml", "nam: Beta\n")]);
    let small = small();
    let old = folder(&[("old", "old")]);
    let old = old.path().join("old");
    let old = old.to_str().unwrap();
    for format in ["table", "csv", "json", "yaml"] {
        let code = |data: &str, extra: &[&str]| {
            compare(data, &[&["--format", format], extra].concat()).code.expect("a code")
        };
        let small = small.to_str().unwrap();
        assert_eq!(code(small, &[]), 0, "{format}");
        assert_eq!(code(bad.path().to_str().unwrap(), &[]), 1, "{format}");
        assert_eq!(code(bad.path().to_str().unwrap(), &["--ignore-invalid"]), 0, "{format}");
        assert_eq!(code(small, &["--profile", "niets"]), 2, "{format}");
        assert_eq!(code("/nowhere/at/all", &[]), 3, "{format}");
        assert_eq!(code(small, &["-o", old]), 3, "{format}");
    }
}

#[test]
fn every_format_of_check_has_the_same_exit_code() {
    let bad = small_with(&[("vendors/videobellen/beta.yaml", "nam: Beta\n")]);
    let small = small();
    for format in ["text", "short", "json"] {
        let code = |path: &str, extra: &[&str]| {
            run(&[&["check", path, "--as-of", AS_OF, "--format", format], extra].concat())
                .code
                .expect("a code")
        };
        assert_eq!(code(small.to_str().unwrap(), &[]), 0, "{format}");
        assert_eq!(code(small.to_str().unwrap(), &["--strict"]), 1, "{format}");
        assert_eq!(code(bad.path().to_str().unwrap(), &[]), 1, "{format}");
        assert_eq!(code("/nowhere/at/all", &[]), 3, "{format}");
    }
}
