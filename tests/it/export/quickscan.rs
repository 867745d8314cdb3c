//! The ten columns of the quickscan of lesopafstand.nl.

use serde_json::Value;

use keuzehulp::load::{Layer, load, parse_date};
use keuzehulp::views::quickscan::{POINTS, When};

use super::{Sheet, of_small};
use crate::support::{AS_OF, run};

const COLUMNS: [&str; 10] = [
    "Applicatie",
    "Toepassing",
    "Ook te gebruiken zonder verwerking persoonsgegevens",
    "Ondertekening privacyconvenant",
    "Verwerkersovereenkomst mogelijk",
    "Verwerking data in EER",
    "Geeft aan geen data te delen met derden voor commerciële doeleinden",
    "Bijzonderheden",
    "Privacybeleid",
    "Datum gecheckt",
];

fn shipped(kind: &str, extra: &[&str]) -> String {
    let run = run(&[&["compare", kind, "--as-of", AS_OF], extra].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out
}

fn sheet(kind: &str) -> Sheet {
    Sheet::read(&shipped(kind, &["--format", "csv", "--columns", "quickscan"]))
}

#[test]
fn the_ten_columns_come_first_in_their_own_words() {
    for kind in ["videobellen", "proctoring"] {
        assert_eq!(sheet(kind).headers[..10], COLUMNS);
    }
    let machine = of_small("videobellen", &["--format", "csv", "--columns", "quickscan", "--csv", "rfc4180"]);
    let english = of_small(
        "videobellen",
        &["--format", "csv", "--columns", "quickscan", "--csv", "rfc4180", "--lang", "en"],
    );
    assert_eq!(machine.lines().next(), english.lines().next());
    assert!(machine.starts_with("application,use,without_personal_data,"), "{machine}");
}

#[test]
fn every_answer_in_the_table_of_points_is_in_the_shipped_criteria() {
    let loaded = load(&[Layer::BuiltIn], parse_date(AS_OF).unwrap()).unwrap();
    for point in POINTS {
        let Some(id) = point.criterion else { continue };
        let criterion = loaded.catalogue.criteria.get(id).unwrap_or_else(|| panic!("{id}"));
        for when in [point.yes, point.no] {
            let (When::OneOf(ids)
            | When::HasAll(ids)
            | When::HasAny(ids)
            | When::LacksAll(ids)
            | When::LacksAny(ids)) = when
            else {
                continue;
            };
            for answer in ids {
                assert!(criterion.question.find(answer).is_some(), "{id} has no {answer}");
            }
        }
    }
}

/// The ids under a key of an answer in the JSON.
fn ids<'v>(answer: &'v Value, key: &str) -> Vec<&'v str> {
    answer[key].as_array().map_or(Vec::new(), |all| all.iter().map(|id| id.as_str().unwrap()).collect())
}

/// Yes and no according to the documents of both kinds, computed independently.
fn expected(criterion: &str, answer: &Value) -> &'static str {
    let (is, open) = (ids(answer, "answers"), ids(answer, "open"));
    if !["known", "partly-known"].contains(&answer["status"].as_str().unwrap()) {
        return "";
    }
    let only = |wanted: &[&str]| !is.is_empty() && is.iter().all(|id| wanted.contains(id));
    match criterion {
        "privacy-covenant" if only(&["participant"]) => "ja",
        "privacy-covenant" if only(&["not-listed"]) => "nee",
        "processing-agreement" if only(&["sector-model", "sector-negotiated", "own-complete"]) => "ja",
        "processing-agreement" if only(&["none"]) => "nee",
        "eea-processing" if is.len() == 4 => "ja",
        "eea-processing" if !is.contains(&"content") && !open.contains(&"content") => "nee",
        "no-commercial-use" => {
            let of = |ids: &[&str]| {
                ["sale-or-sharing", "ad-trackers"].iter().filter(|id| ids.contains(id)).count()
            };
            if of(&is) > 0 {
                "nee"
            } else if of(&open) == 0 {
                "ja"
            } else {
                ""
            }
        }
        _ => "",
    }
}

#[test]
fn yes_and_no_stand_only_where_they_are_certain_and_an_empty_cell_has_its_reason() {
    let mut seen = (0, 0, 0);
    for kind in ["videobellen", "proctoring"] {
        let sheet = sheet(kind);
        let json: Value = serde_json::from_str(&shipped(kind, &["--format", "json"])).unwrap();
        for row in json["ranking"].as_array().unwrap() {
            let id = row["alternative"].as_str().unwrap();
            let cells = sheet.about(id);
            for point in POINTS {
                let cell = sheet.cell(cells, point.title.nl);
                let reason = sheet.cell(cells, &format!("{} (stand)", point.title.nl));
                assert!(!reason.is_empty(), "{id}: {}", point.title.nl);
                let Some(criterion) = point.criterion else {
                    assert_eq!(cell, "", "{id}");
                    continue;
                };
                let answers = row["criteria"].as_array().unwrap();
                let answer = answers.iter().find(|answer| answer["id"] == criterion).unwrap();
                if !reason.contains("betwist") {
                    assert_eq!(cell, expected(criterion, answer), "{id} {criterion}: {answer}");
                }
                match cell {
                    "ja" => seen.0 += 1,
                    "nee" => seen.1 += 1,
                    _ => seen.2 += 1,
                }
            }
            let checked = sheet.cell(cells, "Datum gecheckt");
            assert!(checked.is_empty() || checked.len() == 10, "{id}: {checked}");
            let policy = sheet.cell(cells, "Privacybeleid");
            assert!(policy.is_empty() || policy.starts_with("http"), "{id}: {policy}");
        }
    }
    assert!(seen.0 > 5 && seen.1 > 0 && seen.2 > 50, "{seen:?}");
}

#[test]
fn data_without_these_criteria_say_so() {
    let sheet = Sheet::read(&of_small("videobellen", &["--format", "csv", "--columns", "quickscan"]));
    for row in &sheet.rows {
        assert_eq!(sheet.cell(row, "Verwerking data in EER"), "");
        assert!(sheet.cell(row, "Verwerking data in EER (stand)").contains("dit criterium niet"));
    }
}
