//! CSV: right for a Dutch spreadsheet as it is, and for programs.

use keuzehulp::report::csv::Dialect;

use super::{CSV_FORMS, Sheet, compare, hostile, of_small, uneven_profile};
use crate::support::{copy, folder, small};

const HEADER: &str = "Groep;Volgorde;Product;Aanbieder;Variant;Waar het staat;Punten van;Punten eigen werk;Punten tot;Plaats op zijn best;Plaats op zijn slechtst;Beantwoord (%);Eigen werk (%);Open (%);Nog weinig bekend;Zegt alleen de aanbieder (%);Eisen niet gehaald;Eisen nog open;Als u dit afspreekt of zelf regelt;Open vragen;Regelt u zelf;Bron oud of zonder datum;Volgorde bij gelijke weging;Reactie aanbieder;Eigen keuzes;Wat telt hoe zwaar;Stand op;Gegevensversie;Product-id;Let op";

#[test]
fn the_default_begins_with_a_byte_order_mark_and_the_dialect_for_programs_does_not() {
    let of = |csv: &str| of_small("videobellen", &["--format", "csv", "--csv", csv]);
    assert_eq!(&of("dutch").as_bytes()[..3], b"\xef\xbb\xbf");
    assert_eq!(of_small("videobellen", &["--format", "csv"]), of("dutch"));
    assert!(of("rfc4180").starts_with("group,"));
    for csv in ["dutch", "rfc4180"] {
        assert_eq!(of(csv).trim_start_matches('\u{feff}').matches('\u{feff}').count(), 0);
    }
}

#[test]
fn the_header_of_the_overview_is_that_of_the_contract() {
    let text = of_small("videobellen", &["--format", "csv"]);
    let first = text.strip_prefix('\u{feff}').unwrap().split("\r\n").next().unwrap();
    let criteria = [
        "Verwerkersovereenkomst",
        "Verwerkersovereenkomst (stand)",
        "Wissen na afloop",
        "Wissen na afloop (stand)",
        "Toegang",
        "Toegang (stand)",
    ];
    assert_eq!(first, format!("{HEADER};{}", criteria.join(";")));
}

#[test]
fn headers_for_programs_are_the_same_in_both_languages() {
    for columns in ["overview", "tidy"] {
        let header = |lang: &str| {
            let extra = ["--format", "csv", "--csv", "rfc4180", "--columns", columns, "--lang", lang];
            Sheet::read(&of_small("videobellen", &extra)).headers
        };
        assert_eq!(header("nl"), header("en"));
        for name in header("nl") {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
            assert!(name.chars().all(plain), "{name}");
        }
    }
    let extra = ["--format", "csv", "--csv", "rfc4180"];
    let headers = Sheet::read(&of_small("videobellen", &extra)).headers;
    for wanted in
        ["points_low", "points_high", "as_of", "product_id", "access-control", "access-control_status"]
    {
        assert!(headers.iter().any(|header| header == wanted), "{wanted}: {headers:?}");
    }
}

#[test]
fn every_row_has_as_many_cells_as_there_are_headers_and_no_header_comes_twice() {
    let data = hostile();
    for kind in ["videobellen", "proctoring"] {
        for form in CSV_FORMS {
            let sheet = Sheet::read(&compare(data.path(), kind, form));
            assert!(!sheet.rows.is_empty(), "{form:?}");
            let mut names = sheet.headers.clone();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), sheet.headers.len(), "{form:?}: {:?}", sheet.headers);
            assert!(sheet.headers.iter().all(|name| !name.is_empty()), "{form:?}");
            assert!(!sheet.headers[0].to_uppercase().starts_with("ID"), "Excel takes it for another format");
        }
    }
}

#[test]
fn criteria_with_the_same_title_have_headers_of_their_own() {
    let data = folder(&[]);
    copy(&small(), data.path());
    let text = std::fs::read_to_string(small().join("criteria/security/access-control.yaml")).unwrap();
    std::fs::write(data.path().join("criteria/security/access-control-too.yaml"), text).unwrap();
    let sheet = Sheet::read(&compare(data.path(), "videobellen", &["--format", "csv"]));
    let mut names: Vec<&String> = sheet.headers.iter().filter(|name| name.contains("Toegang")).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 4, "{names:?}");
}

#[test]
fn lines_end_as_the_standard_says_and_none_is_inside_a_cell() {
    let data = hostile();
    for form in CSV_FORMS {
        let text = compare(data.path(), "videobellen", form);
        assert!(text.ends_with("\r\n"), "{form:?}");
        assert!(!text.ends_with("\r\n\r\n"), "{form:?}");
        let rows = Sheet::read(&text).rows.len();
        assert_eq!(text.matches("\r\n").count(), rows + 1, "{form:?}");
        assert_eq!(text.matches('\n').count(), rows + 1, "{form:?}");
        assert_eq!(text.matches('\r').count(), rows + 1, "{form:?}");
    }
}

#[test]
fn nothing_stands_in_it_that_spreadsheets_stumble_over() {
    let data = hostile();
    for form in CSV_FORMS {
        let text = compare(data.path(), "videobellen", form);
        assert!(
            !text.lines().any(|line| line.trim_start_matches('\u{feff}').starts_with("sep=")),
            "{form:?}"
        );
        assert!(!text.contains(" ;") && !text.contains(";;;;;;;;;;"), "{form:?}");
        for row in Sheet::read(&text).rows {
            for cell in row {
                let small = cell.to_lowercase();
                assert!(
                    !["nan", "inf", "-inf", "infinity", "null", "n/a", "-0,0", "-0.0"]
                        .contains(&small.as_str())
                );
                assert_eq!(cell, cell.trim(), "{form:?}");
            }
        }
    }
}

/// Whether a cell is a number with one decimal behind this sign.
fn is_decimal(cell: &str, sign: char) -> bool {
    let Some((whole, tenth)) = cell.split_once(sign) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && digits(tenth) && tenth.len() == 1
}

fn is_date(cell: &str) -> bool {
    let shape: Vec<usize> = cell.split('-').map(str::len).collect();
    shape == [4, 2, 2] && cell.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}

#[test]
fn numbers_have_the_decimal_sign_of_the_dialect_and_dates_are_iso() {
    let data = hostile();
    for (csv, sign, point, count, day) in [
        ("dutch", ',', ["Punten van", "Punten tot", "Beantwoord (%)"], "Open vragen", "Stand op"),
        ("rfc4180", '.', ["points_low", "points_high", "known_percent"], "open_questions", "as_of"),
    ] {
        let sheet = Sheet::read(&compare(data.path(), "videobellen", &["--format", "csv", "--csv", csv]));
        for row in &sheet.rows {
            for header in point {
                let cell = sheet.cell(row, header);
                assert!(is_decimal(cell, sign), "{csv} {header}: {cell}");
            }
            assert!(sheet.cell(row, count).parse::<u32>().is_ok(), "{csv}");
            assert!(is_date(sheet.cell(row, day)), "{csv}");
        }
    }
    let extra = ["--format", "csv", "--columns", "tidy"];
    let tidy = Sheet::read(&compare(data.path(), "videobellen", &extra));
    for row in &tidy.rows {
        for header in ["Deel van de punten, laagst", "Deel van de punten, hoogst", "Gewicht (%)"] {
            assert!(is_decimal(tidy.cell(row, header), ','), "{header}: {}", tidy.cell(row, header));
        }
        let read = tidy.cell(row, "Gelezen op");
        assert!(read.is_empty() || is_date(read), "{read}");
    }
}

#[test]
fn nothing_and_everything_are_numbers_and_what_is_not_known_is_empty() {
    let data = hostile();
    let sheet = Sheet::read(&compare(data.path(), "proctoring", &["--format", "csv"]));
    let heavy = sheet.about("gamma/zwaar");
    assert_eq!(sheet.cell(heavy, "Punten van"), "0,0");
    assert_eq!(sheet.cell(heavy, "Beantwoord (%)"), "0,0");
    assert_eq!(sheet.cell(heavy, "Volgorde"), "", "too little is known for a place");
    assert_eq!(sheet.cell(sheet.about("gamma/licht"), "Punten tot"), "100,0");
    assert_eq!(sheet.cell(heavy, "Wissen na afloop"), "");
    assert_eq!(sheet.cell(heavy, "Wissen na afloop (stand)"), "nog niet onderzocht");
}

#[test]
fn an_answer_that_is_not_known_is_empty_with_its_reason_beside_it() {
    let sheet = Sheet::read(&of_small("videobellen", &["--format", "csv"]));
    let free = sheet.about("alfa/gratis");
    assert_eq!(sheet.cell(free, "Wissen na afloop"), "");
    let status = sheet.cell(free, "Wissen na afloop (stand)");
    assert!(
        status.starts_with("onbekend") && status.contains("De voorwaarden noemen geen termijn."),
        "{status}"
    );
    let own = sheet.about("beta/eigen-server");
    assert_eq!(sheet.cell(own, "Toegang (stand)"), "oude bron");
    assert_eq!(sheet.cell(own, "Toegang"), "een wachtwoord; een wachtkamer");
    let school = sheet.about("alfa/school");
    assert_eq!(sheet.cell(school, "Wissen na afloop"), "10 tot en met 60 dagen");
    assert_eq!(sheet.cell(school, "Wissen na afloop (stand)"), "deels beantwoord");
}

#[test]
fn the_overview_counts_and_names_what_people_ask_for() {
    let sheet = Sheet::read(&of_small("videobellen", &["--format", "csv"]));
    let free = sheet.about("alfa/gratis");
    assert_eq!(sheet.cell(free, "Groep"), "Haalt een eis niet");
    assert_eq!(sheet.cell(free, "Eisen niet gehaald"), "Verwerkersovereenkomst");
    assert_eq!(sheet.cell(free, "Volgorde"), "");
    let own = sheet.about("beta/eigen-server");
    assert_eq!(sheet.cell(own, "Groep"), "Geen eis in de weg");
    assert_eq!(sheet.cell(own, "Volgorde"), "1");
    assert_eq!(sheet.cell(own, "Aanbieder"), "Stichting Beta");
    assert_eq!(sheet.cell(own, "Open vragen"), "1");
    assert_eq!(sheet.cell(own, "Bron oud of zonder datum"), "2");
    assert_eq!(sheet.cell(own, "Zegt alleen de aanbieder (%)"), "100,0");
    let proctoring = Sheet::read(&of_small("proctoring", &["--format", "csv"]));
    assert_eq!(
        proctoring.cell(proctoring.about("gamma/licht"), "Als u dit afspreekt of zelf regelt"),
        "Verwerkersovereenkomst"
    );
}

#[test]
fn text_that_a_spreadsheet_could_run_is_guarded_and_can_be_read_back() {
    let data = hostile();
    let names = [
        ("a", "@SUM(1)"),
        ("b", "- punt"),
        ("c", "|pijp"),
        ("d", "%deel"),
        ("e", "＝vol"),
        ("f", "'=1+1"),
        ("g", "''=1"),
        ("h", "'s-Hertogenbosch"),
        ("i", "-2,5"),
    ];
    for (dialect, form, headers) in [
        (Dialect::Dutch, ["--csv", "dutch"], ["Product", "Aanbieder", "Variant"]),
        (Dialect::Rfc4180, ["--csv", "rfc4180"], ["product", "vendor", "variant"]),
    ] {
        let extra = [&["--format", "csv"][..], &form].concat();
        let sheet = Sheet::read(&compare(data.path(), "videobellen", &extra));
        for (id, name) in names {
            let row = sheet.about(&format!("vijand/v{id}"));
            let cells = headers.map(|header| sheet.cell(row, header));
            assert_eq!(cells[0], "'=cmd|'/c calc'!A1");
            assert_eq!(dialect.unguard(cells[0]), "=cmd|'/c calc'!A1");
            assert_eq!(dialect.unguard(cells[1]), "+31 20; \"tussen\" 😀 漢字");
            assert_eq!(dialect.unguard(cells[2]), name);
            let changed = cells[2] != name;
            assert_eq!(changed, id != "h", "{name}: an apostrophe alone is no formula");
        }
    }
}

#[test]
fn no_cell_of_text_begins_as_a_formula_and_no_number_is_guarded() {
    let data = hostile();
    for form in CSV_FORMS {
        for row in Sheet::read(&compare(data.path(), "videobellen", form)).rows {
            for cell in row {
                let first = cell.trim_start().chars().next();
                assert!(!first.is_some_and(|c| "=+-@|%＝＋－＠\t".contains(c)), "{form:?}: {cell}");
                let rest = cell.strip_prefix('\'').unwrap_or("");
                let number =
                    !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit() || b",.".contains(&b));
                assert!(!number, "{form:?}: {cell}");
            }
        }
    }
}

#[test]
fn the_guard_covers_what_no_file_may_hold_too() {
    for first in ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "|", "%", "＝", "＋", "－", "＠"] {
        for text in [format!("{first}x"), format!("  {first}x"), format!("'{first}x"), format!("''{first}x")]
        {
            for dialect in [Dialect::Dutch, Dialect::Rfc4180] {
                let guarded = dialect.guard(&text);
                assert_eq!(guarded, format!("'{text}"));
                assert_eq!(dialect.unguard(&guarded), text);
            }
        }
    }
    for text in ["", "a=b", "'s-Hertogenbosch", "'", "a-2", "é", "(=1)"] {
        for dialect in [Dialect::Dutch, Dialect::Rfc4180] {
            assert_eq!(dialect.guard(text), text);
            assert_eq!(dialect.unguard(text), text);
        }
    }
}

#[test]
fn line_breaks_are_folded_into_one_line() {
    let data = hostile();
    let sheet = Sheet::read(&compare(data.path(), "videobellen", &["--format", "csv"]));
    let status = sheet.cell(sheet.about("vijand/va"), "Wissen na afloop (stand)");
    assert!(status.ends_with("=eerste regel; \"aanhaling\" / tweede regel"), "{status}");
}

/// The longest text that a file may hold, in bytes.
const LONGEST_TEXT: usize = 65_536;

/// The longest cell of a column when a product's file holds a long text.
fn longest_cell(long: &str, header: &str) -> String {
    let data = folder(&[]);
    copy(&small(), data.path());
    let path = data.path().join("vendors/videobellen/beta.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("shows: Er is een overeenkomst.", &format!("shows: '{long}'")))
        .unwrap();
    let sheet = Sheet::read(&compare(data.path(), "videobellen", &["--format", "csv", "--columns", "tidy"]));
    sheet.rows.iter().map(|row| sheet.cell(row, header)).max_by_key(|cell| cell.len()).unwrap().to_owned()
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_with_a_mark() {
    // Spreadsheets count UTF-16 units: an emoji is two of them, and a letter with
    // an accent is one.
    for part in ["woord ", "😀", "één ", "=1+1 "] {
        let cell = longest_cell(&part.repeat(LONGEST_TEXT / part.len()), "Onderbouwing");
        let units = cell.encode_utf16().count();
        assert!(cell.trim_start_matches('\'').starts_with(part), "{part:?}");
        assert!(cell.ends_with(" […]"), "{part:?}");
        assert!((32_000..=32_767).contains(&units), "{part:?}: {units} units; spreadsheets hold 32,767");
    }
    let fits = "😀".repeat(16_000);
    assert_eq!(longest_cell(&fits, "Onderbouwing"), fits);
}

#[test]
fn the_tidy_form_has_a_row_for_each_alternative_and_criterion() {
    let sheet = Sheet::read(&of_small("videobellen", &["--format", "csv", "--columns", "tidy"]));
    let mut pairs: Vec<(&str, &str)> = sheet
        .rows
        .iter()
        .map(|row| (sheet.cell(row, "Product-id"), sheet.cell(row, "Criterium-id")))
        .collect();
    assert_eq!(pairs.len(), 9);
    pairs.sort_unstable();
    pairs.dedup();
    assert_eq!(pairs.len(), 9);
    let row = sheet
        .rows
        .iter()
        .find(|row| {
            sheet.cell(row, "Product-id") == "alfa/school"
                && sheet.cell(row, "Criterium-id") == "exit-deletion-days"
        })
        .unwrap();
    for (header, value) in [
        ("Product", "Alfa"),
        ("Variant", "schoolversie"),
        ("Thema", "Bewaren"),
        ("Criterium", "Wissen na afloop"),
        ("Vraag", "Hoeveel dagen na afloop is alles gewist?"),
        ("Antwoord", "10 tot en met 60 dagen"),
        ("Niveau", "gemengd of gunstig"),
        ("Deel van de punten, laagst", "12,5"),
        ("Deel van de punten, hoogst", "25,0"),
        ("Gewicht (%)", "25,0"),
        ("Stand", "deels beantwoord"),
        ("Onderbouwing", "Tussen de tien en zestig dagen, zegt de tekst."),
        ("Bron", "https://alfa.example.org/voorwaarden"),
        ("Gelezen op", "2026-06-01"),
        ("Sterkte van de bron", "contract of voorwaarden"),
        ("Wat telt hoe zwaar", "Algemeen"),
    ] {
        assert_eq!(sheet.cell(row, header), value, "{header}");
    }
}

/// Each part is rounded to a tenth by itself.
#[test]
fn the_parts_of_the_tidy_form_add_up_to_the_points_of_the_overview() {
    let data = hostile();
    let number = |cell: &str| cell.replace(',', ".").parse::<f64>().unwrap();
    let uneven = uneven_profile();
    let uneven = uneven.path().join("oneven.yaml");
    for extra in [&[][..], &["--profile", "streng"], &["--profile", uneven.to_str().unwrap()]] {
        let overview =
            Sheet::read(&compare(data.path(), "videobellen", &[&["--format", "csv"], extra].concat()));
        let form = [&["--format", "csv", "--columns", "tidy"][..], extra].concat();
        let tidy = Sheet::read(&compare(data.path(), "videobellen", &form));
        for row in &overview.rows {
            let id = overview.cell(row, "Product-id");
            let sum = |header: &str| -> f64 {
                let mine = tidy.rows.iter().filter(|row| tidy.cell(row, "Product-id") == id);
                mine.map(|row| number(tidy.cell(row, header))).sum()
            };
            for (part, whole) in
                [("Deel van de punten, laagst", "Punten van"), ("Deel van de punten, hoogst", "Punten tot")]
            {
                let (part, whole) = (sum(part), number(overview.cell(row, whole)));
                assert!((part - whole).abs() < 0.2 + 1e-6, "{id}: {part} and {whole}");
            }
            assert!((sum("Gewicht (%)") - 100.0).abs() < 0.15 + 1e-6, "{id}");
        }
    }
}
