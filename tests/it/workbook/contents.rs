//! What a council finds in a workbook.

use super::{book, document, of};
use crate::support::{small, small_with};

const DISCLAIMER: &str = "Dit overzicht is een hulpmiddel, geen advies en geen keurmerk.";

#[test]
fn the_first_sheet_says_what_it_is_and_what_it_is_made_of() {
    let json = document(&["proctoring"]);
    let book = book(&["proctoring", "--weight", "eyetracking=9", "--require", "eyetracking=good"]);
    let text = book.text("Lees mij");
    for wanted in [
        DISCLAIMER,
        "Wie hoger staat, heeft meer punten met bron. Dat is niet altijd beter.",
        "De AP vraagt eerst: is proctoring echt nodig",
        "Openboektoets",
        "Let op: 1",
        "Let op: 2",
        "Let op: 3",
        "Algemeen (algemeen): contract en rol 14%",
        "Eigen gewichten: eyetracking telt 9 in plaats van 2.",
        "Eigen eisen: Eyetracking: gunstig.",
        "De rijen blijven staan",
        json["data"]["sha256"].as_str().unwrap(),
        env!("CARGO_PKG_VERSION"),
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    // The day is a day: the number of days since 1900.
    let day = book.cells["Lees mij"].iter().find(|(_, cell)| cell.value == "Stand op").unwrap().0;
    let beside = &book.cells["Lees mij"][&(day.0, 1)];
    assert!(!beside.is_text && beside.value == "46356", "{beside:?}");
    assert!(book.text("Rangorde").contains("De AP vraagt eerst: is proctoring echt nodig"));
}

#[test]
fn what_differs_and_what_is_left_out_is_said() {
    let data = small_with(&[("vendors/videobellen/kapot.yaml", "name: Kapot\n")]);
    let arguments = [&of("videobellen", data.path())[..], &["--ignore-invalid"]].concat();
    let book = book(&arguments);
    for sheet in ["Lees mij", "Rangorde"] {
        assert!(book.text(sheet).contains("kapot.yaml"), "{sheet}");
    }
    let layer = crate::support::folder(&[(
        "vendors/videobellen/beta.yaml",
        "sources:\n  eigen: {title: Eigen bron, url: \"https://school.example.org\", read: 2026-11-01, grade: contract}\n\
         facts:\n  processing-agreement:\n    because: {nl: Wij hebben zelf getekend., en: We signed.}\n    answers:\n      - {for: all, answer: complete}\n    evidence:\n      - {from: eigen, shows: Het contract.}\n",
    )]);
    let small = small();
    let arguments = [&of("videobellen", &small)[..], &["--data", layer.path().to_str().unwrap()]].concat();
    let book = super::book(&arguments);
    assert!(book.text("Lees mij").contains("Wij hebben zelf getekend."));
    assert!(book.text("Antwoorden").contains("Wij hebben zelf getekend."));
}

#[test]
fn each_source_stands_once_per_product() {
    let book = book(&["videobellen"]);
    let mut seen: Vec<(String, String, String)> = book
        .table("Bronnen")
        .iter()
        .map(|row| (row["Product"].value.clone(), row["Bron"].value.clone(), row["Adres"].value.clone()))
        .collect();
    let all = seen.len();
    assert!(all > 100);
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all);
    assert!(book.table("Bronnen").iter().all(|row| !row["Gelezen op"].is_text));
}

/// A day is a number that sorts and filters as one; a month is text, with no day made up.
#[test]
fn a_source_of_which_only_the_month_is_known_has_a_month() {
    let alfa = std::fs::read_to_string(small().join("vendors/videobellen/alfa.yaml")).unwrap();
    let alfa = alfa.replace("dated: 2026-01-15", "dated: 2026-01");
    let data = small_with(&[("vendors/videobellen/alfa.yaml", &alfa)]);
    for (lang, sheet, column, month) in [
        ("nl", "Bronnen", "Datum van de bron", "januari 2026"),
        ("en", "Sources", "Date of the source", "January 2026"),
    ] {
        let arguments = [&of("videobellen", data.path())[..], &["--lang", lang]].concat();
        let table = book(&arguments).table(sheet);
        let dates: Vec<(&str, bool)> =
            table.iter().map(|row| (row[column].value.as_str(), row[column].is_text)).collect();
        assert!(dates.contains(&(month, true)), "{dates:?}");
        let day = book(&[&of("videobellen", &small())[..], &["--lang", lang]].concat()).table(sheet);
        assert!(day.iter().any(|row| !row[column].value.is_empty() && !row[column].is_text));
    }
}

#[test]
fn open_questions_stand_in_order_of_what_they_hold() {
    let book = book(&["proctoring"]);
    let rows = book.table("Open vragen");
    let held: Vec<f64> = rows.iter().map(|row| row["Punten die openstaan"].value.parse().unwrap()).collect();
    assert!(held.is_sorted_by(|a, b| a >= b));
    assert!(rows.iter().any(|row| row["Wacht een eis hierop?"].value == "ja"));
    for settled in ["openbare bronnen", "het contract", "de beheerder"] {
        assert!(rows.iter().any(|row| row["Wie het kan uitwijzen"].value == settled), "{settled}");
    }
    // As many weighing questions as the ranking counts.
    for row in book.table("Rangorde") {
        let id = &row["Product-id"].value;
        let mine = rows.iter().filter(|open| open["Product-id"].value == *id);
        let weighing = mine.filter(|open| open["Punten die openstaan"].value != "0.0").count();
        assert_eq!(weighing.to_string(), row["Open vragen"].value, "{id}");
    }
}

#[test]
fn a_profile_in_which_demands_hang_on_weights_says_so() {
    let profile = |scope: &str| {
        format!(
            "title: {{nl: Proef, en: Trial}}\nbecause: {{nl: Proef., en: Trial.}}\nknock-outs: {scope}\n\
             weights: {{processing-agreement: 3, exit-deletion-days: 2}}\n"
        )
    };
    let said = |scope: &str| {
        let text = profile(scope);
        let data = small_with(&[("criteria/profiles/proef.yaml", text.as_str())]);
        let arguments = [&of("videobellen", data.path())[..], &["--profile", "proef"]].concat();
        book(&arguments).text("Rangorde")
    };
    assert!(said("weighed").contains("reken dan opnieuw met het programma"));
    assert!(said("all").contains("wie een eis niet haalt, haalt haar bij geen enkel gewicht"));
}

#[test]
fn tables_have_filters_headers_stay_and_paper_is_thought_of() {
    let book = book(&["proctoring"]);
    let tables = book.parts.iter().filter(|(name, _)| name.starts_with("xl/tables/"));
    let tables: Vec<&String> = tables.map(|(_, text)| text).collect();
    assert_eq!(tables.len(), 7);
    assert!(tables.iter().all(|table| table.contains("<autoFilter")));
    for number in 1..=8 {
        let sheet = &book.parts[&format!("xl/worksheets/sheet{number}.xml")];
        assert_eq!(sheet.contains("state=\"frozen\""), number > 1, "sheet {number}");
        assert!(sheet.contains("orientation=\"landscape\"") && sheet.contains("paperSize=\"9\""));
        assert!(
            sheet.contains("fitToHeight=\"0\"")
                && sheet.contains("Stand op 30 november 2026. Wat telt hoe zwaar: Algemeen.")
        );
        assert!(!sheet.contains("mergeCell"));
    }
    let names = &book.parts["xl/workbook.xml"];
    assert_eq!(names.matches("_xlnm.Print_Titles").count(), 7);
    // The bars run from 0 to 100, beside numbers.
    assert_eq!(book.parts["xl/worksheets/sheet2.xml"].matches("<cfRule type=\"dataBar\"").count(), 2);
}
