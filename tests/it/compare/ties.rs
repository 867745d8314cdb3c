//! Valid data that is easy to judge wrongly: ties, near ties, other orders.

use crate::support::{AS_OF, PRODUCT, Run, program, small, small_with_bytes};
use serde_yaml::Value as Yaml;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Compares the products of a folder in one format.
fn compare(place: &Path, format: &str, more: &[&str]) -> Run {
    let mut command = program();
    command.current_dir(place).args(["compare", "videobellen", "--no-builtin", "--data", "."]);
    command.args(["--format", format, "--as-of", AS_OF]).args(more);
    let run: Run = command.output().expect("the program starts").into();
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    run
}

pub fn json(place: &Path, more: &[&str]) -> serde_json::Value {
    serde_json::from_str(&compare(place, "json", more).out).expect("one document")
}

/// `(alternative, rank, score low)` in display order.
pub fn ranking(document: &serde_json::Value) -> Vec<(String, u64, f64)> {
    let rows = document["ranking"].as_array().expect("a ranking");
    rows.iter()
        .map(|row| {
            let alternative = row["alternative"].as_str().expect("an alternative").to_owned();
            (
                alternative,
                row["rank"].as_u64().expect("a rank"),
                row["score"]["low"].as_f64().expect("a score"),
            )
        })
        .collect()
}

/// D8: equal means equal, the next rank is left out, and equal ones are in
/// order of id, in every format.
#[test]
fn equal_scores_share_a_rank_and_stand_in_order_of_id() {
    let place = small_with_bytes(&[]);
    for (id, answer) in [("zz-twee", "complete"), ("delta", "complete"), ("mm-drie", "none")] {
        let text = PRODUCT.replace("Delta", id).replace("answer: complete", &format!("answer: {answer}"));
        fs::write(place.path().join(format!("vendors/videobellen/{id}.yaml")), text).expect("written");
    }
    fs::remove_file(place.path().join("vendors/videobellen/alfa.yaml")).expect("removed");
    let weights = ["--weight", "access-control=0", "--weight", "exit-deletion-days=0"];
    let found = ranking(&json(place.path(), &weights));
    let found: Vec<(&str, u64)> = found.iter().map(|(id, rank, _)| (id.as_str(), *rank)).collect();
    // Beta's source is stale, so that its knock-out is no certainty; its answer still counts.
    assert_eq!(
        found,
        [("beta/eigen-server", 1), ("delta/gewoon", 1), ("zz-twee/gewoon", 1), ("mm-drie/gewoon", 4)]
    );
    for format in ["csv", "table", "yaml"] {
        let run = compare(place.path(), format, &weights);
        let at = |name: &str| run.out.find(name).unwrap_or_else(|| panic!("{name} in {format}: {}", run.out));
        assert!(at("Beta") < at("delta"), "{format}");
        assert!(at("delta") < at("zz-twee"), "{format}");
        assert!(at("zz-twee") < at("mm-drie"), "{format}");
    }
}

/// D9: 1 in 10,201 of the whole decides, though both print as the same number.
#[test]
fn scores_that_print_the_same_are_ranked_by_their_exact_value() {
    let place = small_with_bytes(&[]);
    let criterion =
        fs::read_to_string(small().join("criteria/contract/processing-agreement.yaml")).expect("a file");
    let (criterion, _) = criterion.split_once("\nknock-out:").expect("a knock-out");
    for name in ["contract/big-question", "security/small-question", "security/other-question"] {
        fs::write(place.path().join(format!("criteria/{name}.yaml")), criterion).expect("written");
    }
    let profile = "title: {nl: Fijn, en: Fine}\nbecause: {nl: Om te testen., en: To test.}\n\
        themes: {contract: 100, security: 1}\n\
        weights: {big-question: 1, small-question: 1, other-question: 100}\n";
    fs::write(place.path().join("criteria/profiles/fijn.yaml"), profile).expect("written");
    for (id, small_answer) in [("aa-net-minder", "none"), ("zz-net-meer", "complete")] {
        let (head, fact) = PRODUCT.split_once("facts:\n").expect("facts");
        let mut text = head.replace("Delta", id) + "facts:\n";
        for (criterion, answer) in
            [("big-question", "complete"), ("small-question", small_answer), ("other-question", "none")]
        {
            text += &fact
                .replace("processing-agreement", criterion)
                .replace("answer: complete", &format!("answer: {answer}"));
        }
        fs::write(place.path().join(format!("vendors/videobellen/{id}.yaml")), text).expect("written");
    }
    for other in ["alfa", "beta"] {
        fs::remove_file(place.path().join(format!("vendors/videobellen/{other}.yaml"))).expect("removed");
    }
    let document = json(place.path(), &["--profile", "fijn"]);
    assert_eq!(
        ranking(&document),
        [("zz-net-meer/gewoon".to_owned(), 1, 99.0), ("aa-net-minder/gewoon".to_owned(), 2, 99.0)]
    );
    assert_eq!(document["ranking"][0]["score"]["exact_low"], "10101/10201");
    assert_eq!(document["ranking"][1]["score"]["exact_low"], "100/101");
}

/// The files below a folder, by path.
fn files(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

/// D10: files are found in another order on another disk.
#[test]
fn the_order_in_which_files_were_made_changes_no_byte() {
    let backwards = tempfile::tempdir().expect("a folder");
    for path in files(&small()).iter().rev() {
        let target = backwards.path().join(path.strip_prefix(small()).expect("inside"));
        fs::create_dir_all(target.parent().expect("a parent")).expect("a folder");
        fs::copy(path, target).expect("a copy");
    }
    let forwards = small_with_bytes(&[]);
    for format in ["table", "csv", "json", "yaml"] {
        let [one, other] = [&forwards, &backwards].map(|place| compare(place.path(), format, &[]));
        assert_eq!(one.out, other.out, "{format}");
        assert_eq!(one.err, other.err, "{format}");
    }
}

/// Turns mappings and lists around, down to `depth`.
fn turned(value: Yaml, depth: usize) -> Yaml {
    match value {
        Yaml::Mapping(pairs) if depth > 0 => {
            let mut pairs: Vec<_> =
                pairs.into_iter().map(|(key, value)| (key, turned(value, depth - 1))).collect();
            pairs.reverse();
            Yaml::Mapping(pairs.into_iter().collect())
        }
        // The bounds of a range have an order.
        Yaml::Sequence(items) if depth > 0 && !items.iter().any(Yaml::is_number) => {
            Yaml::Sequence(items.into_iter().rev().map(|item| turned(item, depth - 1)).collect())
        }
        other => other,
    }
}

/// D10: the order of keys, answers and weights says nothing. (That of levels,
/// options, kinds and themes does, and stays.) Only the fingerprint of the data
/// changes with it, for the text of the files is another.
#[test]
fn the_order_of_keys_and_answers_changes_nothing_but_the_fingerprint() {
    let place = small_with_bytes(&[]);
    for path in files(place.path()) {
        let name = path.to_string_lossy().into_owned();
        let depth = match () {
            () if name.contains("/vendors/") || name.contains("/profiles/") => 20,
            () if ["kinds.yaml", "themes.yaml", "README.md"].iter().any(|last| name.ends_with(last)) => {
                continue;
            }
            () => 1,
        };
        let value: Yaml = serde_yaml::from_str(&fs::read_to_string(&path).expect("a file")).expect("YAML");
        let text = serde_yaml::to_string(&turned(value, depth)).expect("YAML");
        fs::write(&path, text).expect("written");
    }
    for format in ["table", "csv", "json", "yaml"] {
        for profile in ["algemeen", "streng"] {
            let [one, other] = [small(), place.path().to_owned()].map(|place| {
                let hash = json(&place, &[])["data"]["sha256"].as_str().expect("a hash").to_owned();
                let out = compare(&place, format, &["--profile", profile]).out;
                // Some formats show only its beginning.
                [64, 16, 12, 8].iter().fold(out, |out, length| out.replace(&hash[..*length], "HASH"))
            });
            assert_eq!(one, other, "{format}, {profile}");
        }
    }
}

/// D11.
#[test]
fn three_times_every_weight_gives_the_same_ranking_and_scores() {
    let with_profile = |factor: u32, themes: bool| {
        let mut text =
            "title: {nl: Maal, en: Times}\nbecause: {nl: Om te testen., en: To test.}\n".to_owned();
        if themes {
            let _ = writeln!(
                text,
                "themes: {{contract: {}, retention: {factor}, security: {}}}",
                7 * factor,
                5 * factor
            );
        }
        let _ = writeln!(
            text,
            "weights: {{processing-agreement: {}, exit-deletion-days: {}, access-control: {}}}",
            3 * factor,
            11 * factor,
            2 * factor
        );
        let place = small_with_bytes(&[("criteria/profiles/maal.yaml", text.as_bytes())]);
        json(place.path(), &["--profile", "maal"])["ranking"].clone()
    };
    for themes in [false, true] {
        let once = with_profile(1, themes);
        assert_eq!(once.as_array().map(Vec::len), Some(3));
        assert_eq!(once, with_profile(3, themes), "themes: {themes}");
    }
}
