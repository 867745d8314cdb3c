//! What a council finds in a workbook.

use super::{book, document, of};
use crate::support::{AS_OF, run, small, small_with};

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
fn open_questions_stand_in_the_order_in_which_to_ask_them() {
    let book = book(&["proctoring"]);
    let rows = book.table("Open vragen");
    let asked: serde_json::Value =
        serde_json::from_str(&run(&["questions", "proctoring", "--format", "json", "--as-of", AS_OF]).out)
            .unwrap();
    let asked = asked["questions"].as_array().unwrap();
    assert!(asked.len() > 100 && asked.len() <= rows.len());
    for (row, one) in rows.iter().zip(asked) {
        assert_eq!(row["Product-id"].value, one["alternative"].as_str().unwrap());
        assert_eq!(row["Criterium-id"].value, one["criterion"].as_str().unwrap());
        assert_eq!(row["Volgorde"].value, one["order"].to_string());
        assert!(row["Wat elk antwoord doet"].value.contains('→'));
    }
    assert!(rows[asked.len()..].iter().all(|row| row["Volgorde"].value.is_empty()));
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
    assert_eq!(tables.len(), 9);
    assert!(tables.iter().all(|table| table.contains("<autoFilter")));
    for (number, name) in (1..).zip(&book.names) {
        let sheet = &book.parts[&format!("xl/worksheets/sheet{number}.xml")];
        let is_prose = ["In het kort", "Lees mij"].contains(&name.as_str());
        assert_eq!(sheet.contains("state=\"frozen\""), !is_prose, "{name}");
        assert!(sheet.contains("orientation=\"landscape\"") && sheet.contains("paperSize=\"9\""));
        assert!(sheet.contains("Stand op 30 november 2026. Wat telt hoe zwaar: Algemeen."));
        assert!(!sheet.contains("mergeCell"));
    }
    let names = &book.parts["xl/workbook.xml"];
    assert_eq!(names.matches("_xlnm.Print_Titles").count(), 9);
}

/// What is not printed with the others has an empty cell as its print area, comes last,
/// and says how to print it.
#[test]
fn sheets_with_all_answers_are_printed_on_request() {
    let printed = ["In het kort", "Rangorde", "Per thema", "Lees mij"];
    let dossier = crate::support::root().join("tests/data/dossiers/proctoring-dossier.yaml");
    let dossier = dossier.to_str().unwrap();
    for (arguments, own_work) in [
        (vec!["proctoring"], false),
        (vec!["proctoring", "--dossier", dossier], false),
        (vec!["videobellen", "--vendor", "zoom,jitsi-meet"], true),
    ] {
        let book = book(&arguments);
        let areas = super::elements(&book.parts["xl/workbook.xml"], "definedName");
        let areas = areas.iter().filter(|(attributes, _)| attributes.contains("_xlnm.Print_Area"));
        let number = |attributes| super::attribute(attributes, "localSheetId").unwrap().parse().unwrap();
        let mut areas: Vec<(usize, &str)> =
            areas.map(|(attributes, area)| (number(attributes), *area)).collect();
        areas.sort_unstable();
        assert_eq!(areas.len(), book.names.len());
        let mut others = false;
        for (number, area) in areas {
            let name = book.names[number].as_str();
            let is_one_cell = !area.contains(':');
            let is_printed = printed.contains(&name) || (name == "Eigen werk" && own_work);
            assert_eq!(is_one_cell, !is_printed, "{name}: {area}");
            let says_how = book.text(name).contains("Dit blad gaat niet mee bij het afdrukken.");
            assert_eq!(says_how, is_one_cell, "{name}");
            if is_one_cell {
                let cell = area.rsplit('!').next().unwrap().replace('$', "");
                assert!(!book.cells[name].contains_key(&super::place(&cell)), "{name}: {area}");
            } else {
                assert!(!others, "{name} comes after a sheet that is not printed");
            }
            others |= is_one_cell;
        }
    }
}

#[test]
fn the_first_sheet_has_the_candidates_on_cards() {
    let book = book(&["videobellen", "--vendor", "zoom/onderwijs,jitsi-meet/zelf-gehost"]);
    let cells = &book.cells["In het kort"];
    let text = book.text("In het kort");
    for wanted in [
        "Zoom, betaald, met de afspraken van SURF (Education of Enterprise)",
        "Zoom Communications, Inc. · de aanbieder beheert de dienst · stand op 30 november 2026",
        "In de balk, van 0 tot 100 punten: █ met bron, ▒ regelt u zelf, ░ onbekend, · niet gunstig.",
        "Dit is een keuze uit 28 varianten",
        "Bronnen",
        "aanbieder nog niet gehoord",
        "Sterk in:",
        "Let op, zwak in:",
        "Nog niet bekend:",
        "Dit overzicht is een hulpmiddel",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    // Every bar has its words beside it, and both follow the weights.
    let live: Vec<&super::Cell> = cells.values().filter(|cell| cell.formula.is_some()).collect();
    let count = |is_it: &dyn Fn(&str) -> bool| live.iter().filter(|cell| is_it(&cell.value)).count();
    assert_eq!(count(&|value| value.chars().count() == 50 && value.starts_with('█')), 2);
    assert_eq!(count(&|value| value.contains(" punten; plaats ") && value.ends_with("% beantwoord")), 2);
    assert_eq!(count(&|value| value.starts_with("met bron ") && value.contains(" · niet gunstig ")), 2);
    let tile = |value: &str| super::TILES.iter().any(|(_, word)| *word == value);
    assert_eq!(count(&tile), 16);
    // Without a choice there are a few, of each group the first.
    let all = super::book(&["videobellen"]).text("In het kort");
    assert_eq!(all.matches("Samengevat").count() - 1, 4, "{all}");
    assert!(all.contains("Hier staan 4 van de 28 varianten"), "{all}");
}

#[test]
fn own_work_says_what_it_adds_and_what_to_do() {
    let book = book(&["videobellen", "--vendor", "jitsi-meet/zelf-gehost"]);
    let json = document(&["videobellen", "--vendor", "jitsi-meet/zelf-gehost"]);
    let rows = book.table("Eigen werk");
    let items = json["ranking"][0]["own_work_items"].as_array().unwrap();
    let own: Vec<_> = rows.iter().filter(|row| row["Hoe"].value == "Regelt u zelf").collect();
    assert!(!items.is_empty());
    assert_eq!(own.len(), items.len());
    for item in items {
        let row =
            own.iter().find(|row| row["Criterium-id"].value == item["criterion"].as_str().unwrap()).unwrap();
        assert_eq!(row["Punten erbij"].value.parse::<f64>().ok(), item["points"].as_f64(), "{item}");
        assert!(row["Punten erbij"].formula.is_some() && row["Wat u doet"].value.contains(" is: "));
    }
    let actions = json["ranking"][0]["actions"].as_array().unwrap();
    assert_eq!(rows.len(), items.len() + actions.len());
    for action in actions {
        let how = if action["by"] == "setting" { "Stelt u zelf in" } else { "Spreekt u af" };
        let text = action["text"].as_str().unwrap();
        assert!(rows.iter().any(|row| row["Hoe"].value == how && row["Wat u doet"].value == text), "{text}");
    }
}
