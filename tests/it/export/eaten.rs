//! Texts that a Dutch spreadsheet takes for a day, a number or a time
//! (`tests/data/spreadsheet`): they stay texts in CSV for spreadsheets, and are as
//! they are for programs. `tests/office/office.py` tries the same in an office program.

use keuzehulp::report::csv::Dialect;
use keuzehulp::text::spreadsheet::{Becomes, becomes};

use super::{CSV_FORMS, Sheet, compare};
use crate::institution::place;
use crate::support::{AS_OF, copy, data, folder, listed, run, small};

fn texts(name: &str) -> Vec<String> {
    listed(&data("spreadsheet").join(name))
}

#[test]
fn what_a_spreadsheet_eats_is_known_and_nothing_else() {
    let eaten = [texts("eaten.txt"), texts("excel.txt")].concat();
    let kept = texts("kept.txt");
    assert!(eaten.len() > 100 && kept.len() > 100);
    let missed: Vec<&String> = eaten.iter().filter(|text| becomes(text).is_none()).collect();
    assert!(missed.is_empty(), "{missed:#?}");
    let wrong: Vec<&String> = kept.iter().filter(|text| becomes(text).is_some()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_becomes_of_it_is_known_too() {
    for (text, what) in [
        ("3-4", Becomes::Day),
        ("mrt-26", Becomes::Day),
        ("24/7", Becomes::Day),
        ("2026-11-21 10:30", Becomes::Day),
        ("0031", Becomes::Number),
        ("1e5", Becomes::Number),
        ("€ 5", Becomes::Number),
        ("5%", Becomes::Number),
        ("1 1/2", Becomes::Number),
        ("10:30", Becomes::Time),
        ("10 pm", Becomes::Time),
        ("Onwaar", Becomes::Truth),
    ] {
        assert_eq!(becomes(text), Some(what), "{text}");
    }
}

const PRODUCT: &str = "name: 3-4
maker: 0031
homepage: https://delta.example.org
variants:
  va: {name: 1e5, hosting: cloud, licence: paid}
  vb: {name: \"10:30\", hosting: cloud, licence: paid}
  vc: {name: groep 3-4, hosting: cloud, licence: paid}
sources: {}
facts: {}
";

/// The small data with a product whose names a spreadsheet eats, and a criterion
/// whose title and id it eats.
fn names() -> tempfile::TempDir {
    let root = folder(&[]);
    copy(&small(), root.path());
    std::fs::write(root.path().join("vendors/videobellen/delta.yaml"), PRODUCT).unwrap();
    let criterion = root.path().join("criteria/security/access-control.yaml");
    let text = std::fs::read_to_string(&criterion).unwrap();
    let (_, rest) = text.split_once('\n').unwrap();
    let text = format!("title: {{nl: 5%, en: five percent}}\n{rest}");
    std::fs::write(root.path().join("criteria/security/mei-26.yaml"), text).unwrap();
    root
}

#[test]
fn a_text_stays_a_text_in_the_csv_for_spreadsheets() {
    let root = names();
    let sheet = Sheet::read(&compare(root.path(), "videobellen", &["--format", "csv"]));
    for (id, name) in [("va", "'1e5"), ("vb", "'10:30"), ("vc", "groep 3-4")] {
        let row = sheet.about(&format!("delta/{id}"));
        let cells = ["Product", "Aanbieder", "Variant"].map(|header| sheet.cell(row, header));
        assert_eq!(cells, ["'3-4", "'0031", name]);
    }
    assert!(sheet.headers.contains(&"'5%".to_owned()), "{:?}", sheet.headers);
    let tidy = Sheet::read(&compare(root.path(), "videobellen", &["--format", "csv", "--columns", "tidy"]));
    let row = tidy.rows.iter().find(|row| tidy.cell(row, "Criterium-id").ends_with("mei-26")).unwrap();
    assert_eq!([tidy.cell(row, "Criterium"), tidy.cell(row, "Criterium-id")], ["'5%", "'mei-26"]);
}

/// A program has the types of the columns in `datapackage.json`, and the values as
/// they are.
#[test]
fn a_program_gets_the_value() {
    let root = names();
    let sheet = Sheet::read(&compare(root.path(), "videobellen", &["--format", "csv", "--csv", "rfc4180"]));
    let row = sheet.about("delta/va");
    let cells = ["product", "vendor", "variant"].map(|header| sheet.cell(row, header));
    assert_eq!(cells, ["3-4", "0031", "1e5"]);
    assert!(sheet.headers.contains(&"mei-26".to_owned()), "{:?}", sheet.headers);
}

/// Nothing that is a number or a day in a column of them has an apostrophe.
#[test]
fn numbers_and_days_stay_what_they_are() {
    const EXACT: [&str; 10] = [
        "Punten van",
        "Beantwoord (%)",
        "Open vragen",
        "Volgorde",
        "Stand op",
        "Gelezen op",
        "Gewicht (%)",
        "points_low",
        "as_of",
        "date_read",
    ];
    let root = names();
    for form in CSV_FORMS {
        let sheet = Sheet::read(&compare(root.path(), "videobellen", form));
        let exact = EXACT.into_iter().filter(|name| sheet.headers.iter().any(|header| header == name));
        let mut seen = 0;
        for (header, row) in exact.flat_map(|header| sheet.rows.iter().map(move |row| (header, row))) {
            let cell = sheet.cell(row, header);
            assert!(!cell.starts_with('\''), "{form:?} {header}: {cell}");
            seen += 1;
        }
        assert!(seen > 0, "{form:?}");
    }
}

const DOSSIER: &str = "institution: 3-4
kind: proctoring
checklist:
  purpose-written: {status: done, role: \"10:30\", on: 2026-09-01, filed: 0031, because: 5%}
triage:
  mei-26:
    exam: 2-10
    role: waar
    on: 2026-10-01
    steps:
      a-needed: {answer: needed, written: {risk: 3/4}}
";

#[test]
fn the_texts_of_a_dossier_stay_texts_too() {
    let place = place(DOSSIER);
    let file = place.path().join("dossier.yaml");
    let (root, file) = (place.path().to_str().unwrap(), file.to_str().unwrap());
    for (command, expected) in [
        ("checklist", &["'3-4", "'10:30", "'0031", "'5%", "2026-09-01"][..]),
        ("triage", &["'3-4", "'mei-26", "'2-10", "'waar", "2026-10-01"]),
    ] {
        let data = ["--no-builtin", "--data", root, "--as-of", AS_OF, "--format", "csv"];
        let made = run(&[&[command, file][..], &data].concat());
        assert_eq!(made.code, Some(0), "{}{}", made.err, made.out);
        let sheet = Sheet::read(&made.out);
        for cell in expected {
            assert!(
                sheet.rows.iter().flatten().any(|known| known == cell),
                "{command}: {cell}\n{}",
                made.out
            );
        }
        for (cell, header) in sheet.rows.iter().flat_map(|row| row.iter().zip(&sheet.headers)) {
            let is_day =
                ["Stand op", "Gedaan op", "Opnieuw bekijken op", "Wanneer"].contains(&header.as_str());
            assert!(is_day || becomes(cell).is_none(), "{command}: {header}: {cell}");
        }
    }
}

/// No text of the shipped data needs the guard.
#[test]
fn the_shipped_data_has_no_such_texts() {
    for kind in ["videobellen", "proctoring"] {
        let made = run(&["compare", kind, "--as-of", AS_OF, "--format", "csv", "--columns", "tidy"]);
        assert_eq!(made.code, Some(0), "{}", made.err);
        for cell in Sheet::read(&made.out).rows.iter().flatten() {
            let plain = Dialect::Dutch.unguard(cell);
            assert!(plain == cell || becomes(plain).is_none(), "{cell}");
        }
    }
}
