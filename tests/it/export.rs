//! The files that the tool writes: CSV for spreadsheets and programs, JSON, YAML,
//! Markdown and the table, and that they say the same.

use serde_json::Value;

use crate::support::{AS_OF, copy, folder, run, small};

mod council;
mod documents;
mod eaten;
pub mod files;
mod headers;
mod markdown;
mod months;
mod one_document;
mod quickscan;
mod rfc4180;
mod spreadsheets;
mod sums;
mod width;

/// The result of a comparison of a folder of data.
fn compare(data: &std::path::Path, kind: &str, extra: &[&str]) -> String {
    let fixed = ["compare", kind, "--no-builtin", "--as-of", AS_OF, "--data", data.to_str().unwrap()];
    // All numbers are in the whole form of a text, and in the wide form of a table.
    let whole: &[&str] = match extra {
        _ if !extra.contains(&"csv") => &["--details"],
        _ if extra.contains(&"--columns") => &[],
        _ => &["--columns", "wide"],
    };
    let run = run(&[&fixed[..], whole, extra].concat());
    assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
    run.out
}

/// The result of a comparison of the small data.
fn of_small(kind: &str, extra: &[&str]) -> String {
    compare(&small(), kind, extra)
}

/// A table: its headers and its rows.
struct Sheet {
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// Reads CSV, with or without a byte-order mark.
    fn read(text: &str) -> Sheet {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let delimiter = if text.lines().next().unwrap().contains(';') { b';' } else { b',' };
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).flexible(false).from_reader(text.as_bytes());
        let row = |record: csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
        let headers = row(reader.headers().expect("headers").clone());
        let rows = reader.records().map(|record| row(record.expect("as many cells as headers"))).collect();
        Sheet { headers, rows }
    }

    fn column(&self, header: &str) -> usize {
        self.headers.iter().position(|name| name == header).unwrap_or_else(|| panic!("a column {header}"))
    }

    /// The cell of a row under a header.
    fn cell<'s>(&'s self, row: &'s [String], header: &str) -> &'s str {
        &row[self.column(header)]
    }

    /// The row about an alternative.
    fn about(&self, id: &str) -> &[String] {
        let at = self.headers.iter().position(|name| name == "Product-id" || name == "product_id").unwrap();
        self.rows.iter().find(|row| row[at] == id).unwrap_or_else(|| panic!("a row {id}"))
    }
}

/// Every form of CSV that there is.
const CSV_FORMS: [&[&str]; 6] = [
    &["--format", "csv"],
    &["--format", "csv", "--columns", "tidy"],
    &["--format", "csv", "--csv", "rfc4180"],
    &["--format", "csv", "--csv", "rfc4180", "--columns", "tidy"],
    &["--format", "csv", "--columns", "quickscan"],
    &["--format", "csv", "--csv", "rfc4180", "--columns", "quickscan"],
];

/// Every format of a comparison.
const FORMATS: [&str; 5] = ["table", "csv", "json", "yaml", "markdown"];

/// What all outputs contain, word for word.
const DISCLAIMER: &str = "Dit overzicht is een hulpmiddel, geen advies en geen keurmerk. Het zegt niet of een product, of uw gebruik ervan, aan de AVG voldoet; dat beoordeelt uw instelling zelf, met de FG en zo nodig een DPIA. Het geeft weer wat op de dag van de vergelijking in de genoemde bronnen stond, vaak in de woorden van de aanbieder. De AP heeft dit overzicht niet gemaakt of goedgekeurd.";

/// The small data with a product whose texts are hostile to spreadsheets.
fn hostile() -> tempfile::TempDir {
    let root = folder(&[]);
    copy(&small(), root.path());
    std::fs::write(root.path().join("vendors/videobellen/vijand.yaml"), HOSTILE).unwrap();
    root
}

const HOSTILE: &str = r#"name: "=cmd|'/c calc'!A1"
maker: "+31 20; \"tussen\" 😀 漢字"
homepage: https://vijand.example.org
variants:
  va: {name: "@SUM(1)", hosting: cloud, licence: paid}
  vb: {name: "- punt", hosting: cloud, licence: paid}
  vc: {name: "|pijp", hosting: cloud, licence: paid}
  vd: {name: "%deel", hosting: cloud, licence: paid}
  ve: {name: "＝vol", hosting: cloud, licence: paid}
  vf: {name: "'=1+1", hosting: cloud, licence: paid}
  vg: {name: "''=1", hosting: cloud, licence: paid}
  vh: {name: "'s-Hertogenbosch", hosting: cloud, licence: paid}
  vi: {name: "-2,5", hosting: cloud, licence: paid}
sources:
  site: {title: "=T", url: "https://vijand.example.org/site", read: 2026-06-01, grade: vendor}
facts:
  exit-deletion-days:
    answers:
      - for: all
        unknown: |
          =eerste regel; "aanhaling"
          tweede regel
    evidence: []
  processing-agreement:
    answers:
      - for: all
        answer: complete
    evidence:
      - from: site
        shows: "=HYPERLINK(\"https://x\")"
"#;

/// A profile by which nothing is a round number.
fn uneven_profile() -> tempfile::TempDir {
    folder(&[(
        "oneven.yaml",
        "title: {nl: Oneven, en: Uneven}\n\
         because: {nl: Voor breuken zonder einde., en: For fractions without end.}\n\
         weights: {processing-agreement: 3, exit-deletion-days: 2, access-control: 2, proctoring-form: 6}\n",
    )])
}

#[test]
fn every_output_says_what_it_is_and_what_it_is_not() {
    for kind in ["videobellen", "proctoring"] {
        for format in FORMATS {
            assert!(of_small(kind, &["--format", format]).contains(DISCLAIMER), "{kind} {format}");
        }
    }
    for form in CSV_FORMS {
        for line in of_small("videobellen", form).lines().skip(1) {
            assert!(line.contains(DISCLAIMER), "{form:?}: {line}");
        }
    }
    let explained = run(&["explain", "alfa", "--no-builtin", "--data", small().to_str().unwrap()]);
    assert!(explained.out.contains(DISCLAIMER));
}

#[test]
fn every_output_names_the_day_the_data_and_the_profile() {
    let json: Value = serde_json::from_str(&of_small("videobellen", &["--format", "json"])).unwrap();
    let sha256 = json["data"]["sha256"].as_str().unwrap();
    for format in FORMATS {
        let text = of_small("videobellen", &["--format", format]);
        assert!(text.contains(AS_OF) || text.contains("30 november 2026"), "{format}");
        assert!(text.contains(&sha256[..16]), "{format}");
        assert!(text.to_lowercase().contains("algemeen"), "{format}");
    }
    for form in CSV_FORMS {
        for line in of_small("videobellen", form).lines().skip(1) {
            assert!(line.contains(AS_OF) && line.contains(sha256) && line.contains("Algemeen"), "{line}");
        }
    }
}

#[test]
fn no_output_carries_a_place_a_time_or_a_name_of_this_machine() {
    let root = hostile();
    let host = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
    let mut all: Vec<String> =
        FORMATS.iter().map(|format| compare(root.path(), "videobellen", &["--format", format])).collect();
    all.extend(CSV_FORMS.iter().map(|form| compare(root.path(), "videobellen", form)));
    for text in all {
        for place in [root.path().to_str().unwrap(), "/home/", "/tmp/", "/root/"] {
            assert!(!text.contains(place), "{place}: {text}");
        }
        if host.trim().len() > 3 {
            assert!(!text.contains(host.trim()), "{text}");
        }
        let bytes = text.as_bytes();
        let time = bytes
            .windows(5)
            .find(|w| w[2] == b':' && [0, 1, 3, 4].iter().all(|at: &usize| w[*at].is_ascii_digit()));
        assert_eq!(time.map(String::from_utf8_lossy), None);
    }
}

#[test]
fn the_same_data_gives_the_same_bytes_from_every_folder() {
    let (one, two) = (hostile(), folder(&[]));
    let elsewhere = two.path().join("heel/ergens/anders");
    copy(one.path(), &elsewhere);
    let mut forms: Vec<Vec<&str>> = FORMATS.iter().map(|format| vec!["--format", *format]).collect();
    forms.extend(CSV_FORMS.iter().map(|form| form.to_vec()));
    for form in forms {
        let first = compare(one.path(), "videobellen", &form);
        assert_eq!(first, compare(&elsewhere, "videobellen", &form), "{form:?}");
        assert_eq!(first, compare(one.path(), "videobellen", &form), "{form:?}");
    }
}

#[test]
fn an_output_file_has_the_bytes_of_standard_output() {
    let root = folder(&[]);
    for format in FORMATS {
        let path = root.path().join(format!("uit-{format}"));
        let path = path.to_str().unwrap();
        assert_eq!(of_small("videobellen", &["--format", format, "-o", path]), "");
        let written = std::fs::read_to_string(path).unwrap();
        assert_eq!(written, of_small("videobellen", &["--format", format]), "{format}");
    }
}

#[test]
fn a_coloured_table_in_a_file_has_no_colour() {
    let root = folder(&[]);
    let path = root.path().join("uit.txt");
    of_small("videobellen", &["--color", "always", "-o", path.to_str().unwrap()]);
    assert!(!std::fs::read_to_string(path).unwrap().contains('\u{1b}'));
}

/// A line of the table about one alternative: its place and its numbers.
#[derive(Debug)]
struct Line {
    name: String,
    best: Option<u64>,
    worst: Option<u64>,
    low: f64,
    high: f64,
    known: f64,
}

/// The alternatives of a table for a terminal.
fn lines_of(table: &str) -> Vec<Line> {
    let number = |text: &str| text.replace(',', ".").parse::<f64>().unwrap_or_else(|_| panic!("{text}"));
    let lines: Vec<&str> = table.lines().collect();
    let facts = lines.windows(2).filter(|pair| pair[1].contains("van ") && pair[1].contains("% beantwoord"));
    facts
        .map(|pair| {
            let (place, name) = pair[0].trim_start().split_once("  ").expect("a place and a name");
            let mut places = place.split('–').map(|place| place.parse::<u64>().ok());
            let best = places.next().flatten();
            let worst = places.next().unwrap_or(best);
            let (_, rest) = pair[1].split_once("van ").unwrap();
            let (low, rest) = rest.split_once(" tot ").unwrap();
            let (high, rest) = rest.split_once("; ").unwrap();
            let (known, _) = rest.split_once("% beantwoord").unwrap();
            let (low, high, known) = (number(low), number(high), number(known));
            Line { name: name.trim().to_owned(), best, worst, low, high, known }
        })
        .collect()
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

#[test]
fn all_formats_give_the_same_numbers() {
    let root = hostile();
    let uneven = uneven_profile();
    let uneven = uneven.path().join("oneven.yaml");
    let uneven = ["--profile", uneven.to_str().unwrap()];
    for kind in ["videobellen", "proctoring"] {
        for extra in [&[][..], &["--profile", "streng"], &uneven, &["--ungrouped"], &["--rank-by", "high"]] {
            let of = |format: &str| compare(root.path(), kind, &[&["--format", format], extra].concat());
            let json: Value = serde_json::from_str(&of("json")).unwrap();
            let yaml: Value = serde_yaml::from_str(&of("yaml")).unwrap();
            assert_eq!(json, yaml, "{kind} {extra:?}");
            let sheet = Sheet::read(&of("csv"));
            let lines = lines_of(&of("table"));
            let rows = json["ranking"].as_array().unwrap();
            assert_eq!((rows.len(), rows.len()), (sheet.rows.len(), lines.len()), "{kind} {extra:?}");
            for row in rows {
                let id = row["alternative"].as_str().unwrap();
                let cells = sheet.about(id);
                let name = row["name"].as_str().unwrap();
                let line = lines.iter().find(|line| line.name == name).unwrap_or_else(|| panic!("{name}"));
                let number =
                    |header: &str| sheet.cell(cells, header).replace(',', ".").parse::<f64>().unwrap();
                let json = |value: &Value| value.as_f64().unwrap();
                let (low, high) = (json(&row["score"]["low"]), json(&row["score"]["high"]));
                assert!(same(number("Punten van"), low) && same(line.low, low), "{id}: {line:?}");
                assert!(same(number("Punten tot"), high) && same(line.high, high), "{id}: {line:?}");
                let known = json(&row["shares"]["known"]) * 100.0;
                assert!(same(number("Beantwoord (%)"), known), "{id}: {known}");
                assert!((line.known - known).abs() < 1.0, "{id}: {line:?}, {known}");
                for (header, key, shown) in [
                    ("Volgorde", "rank", None),
                    ("Plaats op zijn best", "rank_best", Some(line.best)),
                    ("Plaats op zijn slechtst", "rank_worst", Some(line.worst)),
                ] {
                    // Knocked out, or nothing is known: people see no place, in either format.
                    let cell = sheet.cell(cells, header).parse::<u64>().ok();
                    assert!(cell.is_none() || cell == row[key].as_u64(), "{id}: {header} {cell:?}");
                    assert!(shown.is_none_or(|shown| shown == cell), "{id}: {header} {cell:?} {line:?}");
                    assert_eq!(cell.is_none(), line.best.is_none(), "{id}: {header}");
                }
            }
        }
    }
}
