//! The workbook: read back from its own XML by a small reader. What the
//! office programs make of it is in `tests/office`.

use crate::support::{AS_OF, folder, program, run, small, small_with};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::process::Output;
mod contents;
mod hostile;

/// A cell: its text or number, the formula that gives it, if one does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Cell {
    value: String,
    formula: Option<String>,
    is_text: bool,
}

/// A workbook: per sheet its cells by row and column from 0, and all other parts.
struct Book {
    names: Vec<String>,
    cells: BTreeMap<String, BTreeMap<(usize, usize), Cell>>,
    parts: BTreeMap<String, String>,
}

/// The pieces of XML between `<name` and its end, each with its attributes.
fn elements<'x>(xml: &'x str, name: &str) -> Vec<(&'x str, &'x str)> {
    let (begin, end) = (format!("<{name}"), format!("</{name}>"));
    let pieces = xml.split(begin.as_str()).skip(1).filter(|piece| piece.starts_with([' ', '>', '/']));
    pieces
        .map(|piece| {
            let (attributes, rest) = piece.split_once('>').expect("a tag ends");
            if attributes.ends_with('/') {
                (attributes, "")
            } else {
                (attributes, rest.split(end.as_str()).next().unwrap_or(""))
            }
        })
        .collect()
}

fn attribute<'x>(attributes: &'x str, name: &str) -> Option<&'x str> {
    let (_, rest) = attributes.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

fn plain(xml: &str) -> String {
    xml.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// `AB12` as row and column from 0.
fn place(name: &str) -> (usize, usize) {
    let letters: String = name.chars().take_while(char::is_ascii_alphabetic).collect();
    let column = letters.bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1);
    (name[letters.len()..].parse::<usize>().unwrap() - 1, column - 1)
}

impl Book {
    fn read(bytes: &[u8]) -> Book {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip file");
        let mut parts = BTreeMap::new();
        for number in 0..archive.len() {
            let mut file = archive.by_index(number).unwrap();
            let name = file.name().expect("a plain name").into_owned();
            let mut text = String::new();
            file.read_to_string(&mut text).expect("every part is text");
            parts.insert(name, text);
        }
        let strings: Vec<String> = elements(&parts["xl/sharedStrings.xml"], "si")
            .iter()
            .map(|(_, item)| elements(item, "t").iter().map(|(_, text)| plain(text)).collect())
            .collect();
        let names: Vec<String> = elements(&parts["xl/workbook.xml"], "sheet")
            .iter()
            .map(|(attributes, _)| plain(attribute(attributes, "name").unwrap()))
            .collect();
        let mut cells = BTreeMap::new();
        for (number, name) in names.iter().enumerate() {
            let xml = &parts[&format!("xl/worksheets/sheet{}.xml", number + 1)];
            let mut sheet = BTreeMap::new();
            for (attributes, inner) in elements(xml, "c") {
                let kind = attribute(attributes, "t");
                let raw = elements(inner, "v").first().map_or(String::new(), |(_, value)| plain(value));
                let value =
                    if kind == Some("s") { strings[raw.parse::<usize>().unwrap()].clone() } else { raw };
                let formula = elements(inner, "f").first().map(|(_, formula)| plain(formula));
                let is_text = matches!(kind, Some("s" | "str"));
                sheet.insert(place(attribute(attributes, "r").unwrap()), Cell { value, formula, is_text });
            }
            cells.insert(name.clone(), sheet);
        }
        Book { names, cells, parts }
    }

    /// The rows of a table: header to cell.
    fn table(&self, sheet: &str) -> Vec<BTreeMap<String, Cell>> {
        let number = self.names.iter().position(|name| name == sheet).unwrap() + 1;
        let rels = &self.parts[&format!("xl/worksheets/_rels/sheet{number}.xml.rels")];
        let table = elements(rels, "Relationship")
            .iter()
            .filter_map(|(attributes, _)| attribute(attributes, "Target"))
            .find(|target| target.contains("/tables/"))
            .expect("a table on this sheet")
            .replace("..", "xl");
        let (_, rest) = self.parts[&table].split_once(" ref=\"").unwrap();
        let (from, to) = rest.split('"').next().unwrap().split_once(':').unwrap();
        let ((head, left), (last, right)) = (place(from), place(to));
        let cells = &self.cells[sheet];
        let cell = |row, column| cells.get(&(row, column)).cloned().unwrap_or_default();
        (head + 1..=last)
            .map(|row| (left..=right).map(|column| (cell(head, column).value, cell(row, column))).collect())
            .collect()
    }

    /// All text of a sheet, a line per cell.
    fn text(&self, sheet: &str) -> String {
        self.cells[sheet].values().map(|cell| format!("{}\n", cell.value)).collect()
    }
}

/// Runs `compare` with its result as bytes.
fn raw(arguments: &[&str]) -> Output {
    program().arg("compare").args(arguments).args(["--as-of", AS_OF]).output().expect("the program starts")
}

pub fn bytes(arguments: &[&str]) -> Vec<u8> {
    let output = raw(&[arguments, &["--format", "xlsx"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn book(arguments: &[&str]) -> Book {
    Book::read(&bytes(arguments))
}

/// The arguments for a folder of data by itself.
fn of<'a>(kind: &'a str, data: &'a Path) -> Vec<&'a str> {
    vec![kind, "--no-builtin", "--data", data.to_str().unwrap()]
}

fn document(arguments: &[&str]) -> Value {
    serde_json::from_slice(&raw(&[arguments, &["--format", "json"]].concat()).stdout).unwrap()
}

#[test]
fn a_workbook_has_the_same_sheets_in_both_languages() {
    let small = small();
    let nl = book(&of("videobellen", &small));
    let sheets = ["In het kort", "Lees mij", "Rangorde", "Per thema", "Eigen werk", "Criteria", "Verdeling"];
    assert_eq!(nl.names, [&sheets[..], &["Antwoorden", "Bronnen", "Open vragen", "Niveaus"]].concat());
    let en = book(&[&of("videobellen", &small)[..], &["--lang", "en"]].concat());
    let sheets = ["In short", "Read me", "Ranking", "By theme", "Own work", "Criteria", "Themes"];
    assert_eq!(en.names, [&sheets[..], &["Answers", "Sources", "Open questions", "Levels"]].concat());
    for (dutch, english) in nl.names.iter().zip(&en.names) {
        let count = |book: &Book, name: &str| book.cells[name].len();
        assert_eq!(count(&nl, dutch), count(&en, english), "{dutch}");
    }
    let all: String = en.names.iter().map(|name| en.text(name)).collect();
    for dutch in ["Punten", "Wat telt hoe zwaar", "gewicht", "hulpmiddel", "niet ", "Product-id"] {
        assert!(!all.contains(dutch), "{dutch}");
    }
}

#[test]
fn the_stored_numbers_are_those_of_the_json() {
    let shipped = ["videobellen", "proctoring"].map(|kind| vec![kind]);
    let (small, streng) = (small(), ["--profile", "streng", "--rank-by", "high"]);
    let mut all: Vec<Vec<&str>> = shipped.into();
    all.push([&of("videobellen", &small)[..], &streng].concat());
    all.push(vec!["videobellen", "--profile", "ap-keuzehulp", "--rank-by", "middle"]);
    for arguments in all {
        let (book, json) = (book(&arguments), document(&arguments));
        let ranking = json["ranking"].as_array().unwrap();
        let rows = book.table("Niveaus");
        assert_eq!(rows.len(), ranking.len());
        for row in rows {
            let id = &row["Product-id"].value;
            let item = ranking.iter().find(|item| item["alternative"] == id.as_str()).unwrap();
            let number = |header: &str| {
                assert!(row[header].formula.is_some() && !row[header].is_text, "{header}: {row:?}");
                row[header].value.parse::<f64>().unwrap()
            };
            assert_eq!(Some(number("Punten van")), item["score"]["low"].as_f64(), "{id}");
            assert_eq!(Some(number("Punten tot")), item["score"]["high"].as_f64(), "{id}");
            assert_eq!(Some(number("Punten eigen werk")), item["score"]["own_work"].as_f64(), "{id}");
            let share = |key: &str| item["shares"][key].as_f64().unwrap();
            for (header, key) in
                [("Beantwoord (%)", "known"), ("Eigen werk (%)", "own_work"), ("Open (%)", "open")]
            {
                assert!((number(header) - share(key) * 100.0).abs() < 1e-9, "{id} {header}");
            }
            if row["Plaats"].value.is_empty() {
                let is_blank = (share("open") - 1.0).abs() < 1e-9;
                assert!(is_blank || item["eligibility"] == "knocked-out", "{id}");
            } else {
                for (header, key) in
                    [("Plaats", "rank"), ("Beste plaats", "rank_best"), ("Slechtste plaats", "rank_worst")]
                {
                    assert_eq!(Some(number(header)), item[key].as_f64(), "{id} {header}");
                }
            }
        }
    }
}

/// The words of tiles, by their ids.
const TILES: [(&str, &str); 5] = [
    ("favourable", "gunstig"),
    ("mixed", "gemengd"),
    ("unfavourable", "ongunstig"),
    ("own-work", "regelt u zelf"),
    ("unknown", "onbekend"),
];

/// A fraction in lowest terms.
fn fraction(value: &Value) -> (u128, u128) {
    let text = value.as_str().unwrap();
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    (above.parse().unwrap(), below.parse().unwrap())
}

/// Points rounded down, but what is more than nothing is at least one; the same upwards.
fn whole_points((above, below): (u128, u128)) -> (u128, u128) {
    let (down, up) = (100 * above / below, (100 * above).div_ceil(below));
    (down.max(u128::from(above > 0)), if above < below { up.min(99) } else { up })
}

#[test]
fn people_read_whole_points_places_and_themes_that_follow_the_weights() {
    for kind in ["videobellen", "proctoring"] {
        let (book, json) = (book(&[kind]), document(&[kind]));
        let themes = book.table("Per thema");
        for row in book.table("Rangorde") {
            let id = &row["Product-id"].value;
            let ranking = json["ranking"].as_array().unwrap();
            let item = ranking.iter().find(|item| item["alternative"] == id.as_str()).unwrap();
            let number = |header: &str| row[header].value.parse::<u128>().unwrap();
            let (from, own, to) = (number("Punten van"), number("Met eigen werk"), number("Punten tot"));
            assert_eq!(from, whole_points(fraction(&item["score"]["exact_low"])).0, "{id}");
            assert_eq!(to, whole_points(fraction(&item["score"]["exact_high"])).1, "{id}");
            assert!(from <= own && own <= to, "{id}");
            assert_eq!(own > from, item["score"]["own_work"].as_f64() > Some(0.0), "{id}");
            // One bar with four textures, from 0 to 100.
            let bar = &row["Van 0 tot 100"].value;
            let count = |sign: char| bar.chars().filter(|c| *c == sign).count() as u128;
            let signs = ['█', '▒', '░', '·'].map(count);
            assert_eq!(signs.iter().sum::<u128>(), 20, "{id}: {bar}");
            for (end, points) in [(signs[0], from), (signs[0] + signs[1], own), (20 - signs[3], to)] {
                assert_eq!(end, (points * 20 + 50) / 100, "{id}: {bar}");
            }
            let places = &row["Plaats"];
            let (best, worst) = (&item["rank_best"], &item["rank_worst"]);
            let wanted = if best == worst { best.to_string() } else { format!("{best}–{worst}") };
            let has_none = item["block"] == "knocked-out" || item["shares"]["open"].as_f64() == Some(1.0);
            assert_eq!(places.value, if has_none { String::new() } else { wanted }, "{id}");
            assert!(places.formula.is_some() && row["Van 0 tot 100"].formula.is_some(), "{id}");
            let mine = themes.iter().find(|row| row["Product-id"].value == *id).unwrap();
            for tile in item["tiles"].as_array().unwrap() {
                let (_, word) = TILES.iter().find(|(known, _)| tile["tile"] == *known).unwrap();
                let title = theme_title(tile["theme"].as_str().unwrap());
                assert_eq!(mine[&title].value, *word, "{id}: {title}");
                assert!(mine[&title].formula.is_some(), "{id}: {title}");
            }
        }
    }
}

/// The Dutch title of a theme.
fn theme_title(id: &str) -> String {
    let path = crate::support::root().join("criteria/themes.yaml");
    let themes: serde_yaml::Value = serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    themes[id]["title"]["nl"].as_str().unwrap().to_owned()
}

/// How far two numbers with one decimal are apart, in tenths.
fn tenths_apart(one: &str, other: &str) -> f64 {
    let [one, other] = [one, other].map(|text| text.parse::<f64>().unwrap());
    ((one - other) * 10.0).round().abs()
}

#[test]
fn the_answers_and_weights_are_those_of_the_csv() {
    let arguments = ["proctoring"];
    let book = book(&arguments);
    let text = raw(&["proctoring", "--format", "csv", "--columns", "tidy", "--csv", "rfc4180"]).stdout;
    let mut reader = csv::Reader::from_reader(text.as_slice());
    let headers: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<BTreeMap<String, String>> = reader
        .records()
        .map(|record| headers.iter().cloned().zip(record.unwrap().iter().map(str::to_owned)).collect())
        .collect();
    let answers = book.table("Antwoorden");
    assert_eq!(answers.len(), rows.len());
    for (answer, row) in answers.iter().zip(&rows) {
        for (header, name) in [
            ("Product-id", "product_id"),
            ("Criterium-id", "criterion_id"),
            ("Vraag", "question"),
            ("Niveau", "level"),
        ] {
            assert_eq!(answer[header].value, row[name], "{header}");
        }
        // The workbook rounds each part by itself, the CSV so that they add up.
        for (header, name, tenths) in [
            ("Deel van de punten, laagst", "part_low", 1.0),
            ("Deel van de punten, hoogst", "part_high", 2.0),
        ] {
            assert!(tenths_apart(&answer[header].value, &row[name]) <= tenths, "{header}");
        }
    }
    for criterion in book.table("Criteria") {
        let row = rows.iter().find(|row| row["criterion_id"] == criterion["Criterium-id"].value).unwrap();
        assert!(tenths_apart(&criterion["Aandeel (%)"].value, &row["weight_percent"]) <= 1.0);
    }
}

#[test]
fn the_same_data_gives_the_same_bytes_anywhere_and_any_day() {
    let first = bytes(&["proctoring"]);
    let elsewhere = folder(&[]);
    let output = program()
        .current_dir(elsewhere.path())
        .envs([("TZ", "Asia/Tokyo"), ("LANG", "de_DE.UTF-8"), ("USER", "iemand"), ("RAYON_NUM_THREADS", "1")])
        .args(["compare", "proctoring", "--as-of", AS_OF, "-o", "een.xlsx"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(std::fs::read(elsewhere.path().join("een.xlsx")).unwrap() == first);
    let book = Book::read(&first);
    let core = &book.parts["docProps/core.xml"];
    assert!(core.contains("2026-11-30T00:00:00Z"), "{core}");
    for (name, text) in &book.parts {
        for place in [elsewhere.path().to_str().unwrap(), env!("CARGO_MANIFEST_DIR"), "iemand"] {
            assert!(!text.contains(&format!("{place}/")), "{name}: {place}");
        }
        assert!(!name.contains("vba") && !name.to_lowercase().contains("macro"), "{name}");
    }
}

#[test]
fn a_choice_of_products_has_places_of_its_own() {
    let small = small();
    let all = book(&of("videobellen", &small));
    let some = book(&[&of("videobellen", &small)[..], &["--vendor", "beta"]].concat());
    let beta = |book: &Book| {
        let rows = book.table("Rangorde");
        rows.into_iter().find(|row| row["Product"].value == "Beta").unwrap()
    };
    for header in ["Punten van", "Punten tot"] {
        assert_eq!(beta(&all)[header].value, beta(&some)[header].value, "{header}");
    }
    for header in ["Plaats", "Volgorde"] {
        assert_eq!(beta(&some)[header].value, "1", "{header}");
    }
    assert!(some.text("Rangorde").contains("Dit is een keuze uit 3 varianten"));
    let levels = some.table("Niveaus");
    assert!(levels.iter().all(|row| row["Plaats"].formula.is_some()));
    assert!(some.text("Lees mij").contains("1 variant vergeleken, keuze uit 3"));
}

#[test]
fn a_kind_without_products_gives_a_workbook_without_rows() {
    let data = small_with(&[]);
    std::fs::remove_dir_all(data.path().join("vendors/videobellen")).unwrap();
    let book = book(&of("videobellen", data.path()));
    assert!(book.text("Rangorde").contains("Er zijn geen producten om te vergelijken."));
    assert_eq!(book.table("Criteria").len(), 3);
}

#[test]
fn the_name_of_the_file_tells_the_format() {
    let goal = folder(&[]);
    let path = goal.path().join("Vergelijking.XLSX");
    let done = run(&["compare", "videobellen", "--as-of", AS_OF, "-o", path.to_str().unwrap()]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
}
