//! `schema` prints a JSON Schema for each kind of file. Whether the schemas are right is
//! held against files and an editor's language server by `tests/editor`.

use std::collections::BTreeSet;

use keuzehulp::load::keys;
use keuzehulp::text::Lang;
use serde_json::Value;

use crate::support::{AS_OF, Run, folder, run, run_elsewhere, run_in, small_with};

/// The kinds of files, by their names in commands: English, Dutch.
const KINDS: [(&str, &str); 15] = [
    ("product", "aanbieder"),
    ("amendment", "aanvulling"),
    ("criterion", "criterium"),
    ("kinds", "soorten"),
    ("themes", "themas"),
    ("premises", "uitgangspunten"),
    ("profile", "weging"),
    ("migration", "migratie"),
    ("sentences", "zinnen"),
    ("headings", "koppen"),
    ("item", "punt"),
    ("step", "stap"),
    ("alternatives", "alternatieven"),
    ("settings", "instellingen"),
    ("dossier", "dossierbestand"),
];

fn printed(name: &str, more: &[&str]) -> Run {
    let done = run(&[&["schema", name, "--as-of", AS_OF], more].concat());
    assert_eq!(done.code, Some(0), "{name}: {}", done.err);
    done
}

fn schema(name: &str, more: &[&str]) -> Value {
    serde_json::from_str(&printed(name, more).out).expect("JSON")
}

/// The keys that a schema has anywhere, each with its description.
fn described(schema: &Value, found: &mut BTreeSet<(String, String)>) {
    match schema {
        Value::Object(members) => {
            for (key, value) in members.get("properties").and_then(Value::as_object).into_iter().flatten() {
                found.insert((key.clone(), value["description"].as_str().unwrap_or_default().to_owned()));
            }
            members.values().for_each(|member| described(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| described(item, found)),
        _ => {}
    }
}

#[test]
fn every_key_of_every_table_is_in_a_schema_with_its_description() {
    for lang in [Lang::Nl, Lang::En] {
        let mut found = BTreeSet::new();
        for (name, _) in KINDS {
            described(&schema(name, &["--lang", lang.tag()]), &mut found);
        }
        for (table, keys) in keys::ALL {
            for key in keys.keys {
                let is_there = found.contains(&(key.name.to_owned(), key.about.get(lang).to_owned()));
                assert!(is_there, "{table}: {} ({})", key.name, lang.tag());
            }
        }
    }
}

#[test]
fn without_a_kind_all_kinds_are_listed_with_the_place_of_their_files() {
    let listed = run_elsewhere(&["schema"]);
    assert_eq!((listed.code, listed.err.as_str()), (Some(0), ""));
    let names: Vec<&str> = listed.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(names, KINDS.map(|(name, _)| name));
    assert!(listed.out.contains("  vendors/<soort>/<product>.yaml"), "{}", listed.out);
    let english = run(&["schema", "--lang", "en"]).out;
    assert!(english.contains("  vendors/<kind>/<product>.yaml"), "{english}");
}

#[test]
fn each_kind_has_a_dutch_name_and_the_same_bytes_twice() {
    for (name, dutch) in KINDS {
        assert_eq!(printed(name, &[]).out, printed(dutch, &[]).out, "{name}");
    }
}

#[test]
fn another_kind_is_refused_with_a_suggestion() {
    for (wrong, meant) in [("produkt", "product"), ("criterum", "criterion"), ("dosier", "dossier")] {
        let found = run(&["schema", wrong]);
        assert_eq!((found.code, found.out.as_str()), (Some(2), ""), "{wrong}");
        assert!(found.err.contains(&format!("`{meant}`")), "{wrong}: {}", found.err);
    }
}

#[test]
fn a_schema_explains_in_the_language_that_was_asked_for() {
    for (lang, about, question) in [
        ("nl", "de naam van het product", "Direct wissen"),
        ("en", "the name of the product", "Direct deletion"),
    ] {
        let found = schema("product", &["--lang", lang]);
        assert_eq!(found["properties"]["name"]["description"], about);
        let fact = &found["properties"]["facts"]["properties"]["direct-deletion"];
        assert!(fact["description"].as_str().unwrap_or("").starts_with(question), "{fact}");
    }
}

#[test]
fn criteria_of_ones_own_are_in_it() {
    let own = "title: {nl: Logboek, en: Log}\napplies-to: videobellen\nask: {nl: Is er een logboek?, en: Is there a log?}\nwhy: {nl: Om na te kijken., en: To check.}\ngrounds: []\nfrom: []\none-of:\n  good:\n    kept: {nl: ja, en: \"yes\"}\n  insufficient:\n    absent: {nl: nee, en: \"no\"}\n";
    let data = folder(&[("criteria/contract/ons-logboek.yaml", own)]);
    let place = data.path().to_string_lossy();
    let found = schema("product", &["--data", &place]);
    let facts = &found["properties"]["facts"]["properties"];
    assert_eq!(facts["ons-logboek"]["description"], "Logboek: Is er een logboek?");
    assert!(facts.get("direct-deletion").is_some());
    let answers: Vec<&Value> =
        found["$defs"]["answer-ons-logboek"]["oneOf"].as_array().into_iter().flatten().collect();
    let answers: Vec<&Value> = answers.iter().map(|answer| &answer["const"]).collect();
    assert_eq!(answers, ["kept", "absent"]);
    assert!(schema("product", &[])["$defs"].get("answer-ons-logboek").is_none());
}

/// What belongs in a file may be in a file that has an error.
#[test]
fn data_with_errors_gives_a_schema_that_lets_other_ids_through() {
    let broken = small_with(&[("criteria/contract/broken.yaml", "title: [\n")]);
    let arguments = ["schema", "product", "--no-builtin", "--data", ".", "--as-of", AS_OF];
    let found = run_in(broken.path(), &arguments);
    let open: Value = serde_json::from_str(&found.out).expect("JSON");
    assert_eq!(found.code, Some(0), "{}", found.err);
    assert!(found.err.contains("`keuzehulp check`"), "{}", found.err);
    assert_eq!(open["properties"]["facts"]["additionalProperties"], true);
    let sound = run_in(small_with(&[]).path(), &arguments);
    let closed: Value = serde_json::from_str(&sound.out).expect("JSON");
    assert_eq!(closed["properties"]["facts"]["additionalProperties"], false);
}

#[test]
fn it_is_written_to_a_file_and_replaces_none_by_itself() {
    let place = folder(&[]);
    let write = |more: &[&str]| {
        let arguments = ["schema", "dossier", "-o", "schema-dossier.json", "--as-of", AS_OF];
        run_in(place.path(), &[&arguments, more].concat())
    };
    let written = write(&[]);
    assert_eq!((written.code, written.out.as_str()), (Some(0), ""), "{}", written.err);
    let path = place.path().join("schema-dossier.json");
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), printed("dossier", &[]).out);
    assert_eq!(write(&[]).code, Some(3));
    assert_eq!(write(&["--lang", "en", "--overwrite"]).code, Some(0));
    let english = std::fs::read_to_string(&path).expect("a file");
    assert_eq!(english, printed("dossier", &["--lang", "en"]).out);
}
