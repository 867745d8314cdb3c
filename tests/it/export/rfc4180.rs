//! The CSV for programs, read strictly by RFC 4180, and as a spreadsheet with
//! American settings reads it.

use crate::support::{ON_GEGEVENS, in_gegevens, run_in};

/// Reads CSV by the grammar of RFC 4180 and accepts nothing else.
fn by_the_letter(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::new()];
    let mut rest = text;
    loop {
        let (cell, after) = if let Some(quoted) = rest.strip_prefix('"') {
            let mut cell = String::new();
            let mut left = quoted;
            loop {
                let (part, after) = left.split_once('"').expect("a quote that is closed");
                cell.push_str(part);
                match after.strip_prefix('"') {
                    Some(more) => {
                        cell.push('"');
                        left = more;
                    }
                    None => break (cell, after),
                }
            }
        } else {
            let end = rest.find([',', '\r', '\n', '"']).expect("every line is ended");
            (rest[..end].to_owned(), &rest[end..])
        };
        rows.last_mut().unwrap().push(cell);
        if let Some(more) = after.strip_prefix(',') {
            rest = more;
        } else {
            rest = after.strip_prefix("\r\n").unwrap_or_else(|| panic!("no end of a cell: {after:.60}"));
            if rest.is_empty() {
                return rows;
            }
            rows.push(Vec::new());
        }
    }
}

/// How a spreadsheet with American settings reads a cell.
#[derive(Debug, PartialEq, Eq)]
enum Taken {
    Nothing,
    Number,
    Date,
    Formula,
    Text,
}

fn taken(cell: &str) -> Taken {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let bare = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let whole = |text: &str| {
        // 1234 and 1,234 are numbers, 12,34 is not.
        let mut groups = text.split(',');
        let first = groups.next().unwrap_or("");
        let others: Vec<&str> = groups.collect();
        digits(first)
            && (others.is_empty() || first.len() <= 3)
            && others.iter().all(|g| g.len() == 3 && digits(g))
    };
    let number = |text: &str| {
        let text = text.strip_suffix('%').unwrap_or(text);
        let text = text.strip_prefix('$').unwrap_or(text);
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        digits(exponent.trim_start_matches(['-', '+']))
            && (whole(before) || before.is_empty())
            && digits(after)
    };
    let parts = |sign: char| cell.split(sign).filter(|part| digits(part) && part.len() <= 4).count();
    let is_word = |word: &str| cell.eq_ignore_ascii_case(word);
    if cell.is_empty() {
        Taken::Nothing
    } else if cell.starts_with(['=', '@']) || (cell.starts_with(['+', '-']) && !number(bare)) {
        Taken::Formula
    } else if number(bare) || is_word("true") || is_word("false") {
        Taken::Number
    } else if [('-', 3), ('/', 2), ('/', 3), (':', 2)]
        .iter()
        .any(|(sign, n)| parts(*sign) == *n && cell.split(*sign).count() == *n)
    {
        Taken::Date
    } else {
        Taken::Text
    }
}

/// What is under a header, for a spreadsheet.
fn belongs(header: &str) -> Taken {
    let numbers = [
        "order",
        "points_low",
        "points_own_work",
        "points_high",
        "place_best",
        "place_worst",
        "known_percent",
        "own_work_percent",
        "open_percent",
        "own_word_percent",
        "open_questions",
        "stale_answers",
        "order_equal_weights",
        "part_low",
        "part_high",
        "weight_percent",
    ];
    match header {
        "as_of" | "date_read" => Taken::Date,
        _ if numbers.contains(&header) => Taken::Number,
        _ => Taken::Text,
    }
}

/// A comparison as CSV.
fn csv(root: &tempfile::TempDir, kind: &str, extra: &[&str]) -> String {
    let run = run_in(root.path(), &[&["compare", kind, "--format", "csv"], extra, &ON_GEGEVENS[..]].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out
}

/// The small data with texts that need quotes.
fn quoted() -> tempfile::TempDir {
    let alfa =
        std::fs::read_to_string(crate::support::small().join("vendors/videobellen/alfa.yaml")).unwrap();
    in_gegevens(&[(
        "vendors/videobellen/alfa.yaml",
        &alfa
            .replace("name: Alfa\n", "name: 'Alfa, \"de eerste\"; 😀 漢字'\n")
            .replace("maker: Alfa bv", "maker: '\"'")
            .replace("De voorwaarden noemen geen termijn.", "'eerste, regel; \"\"'"),
    )])
}

#[test]
fn csv_for_programs_is_csv_by_the_letter() {
    let root = quoted();
    for kind in ["videobellen", "proctoring"] {
        for columns in ["overview", "tidy"] {
            let text = csv(&root, kind, &["--csv", "rfc4180", "--columns", columns]);
            assert!(!text.starts_with('\u{feff}') && text.ends_with("\r\n"), "{text}");
            let rows = by_the_letter(&text);
            assert!(rows.len() > 2 && rows.iter().all(|row| row.len() == rows[0].len()), "{rows:#?}");
            if kind == "videobellen" {
                let column = rows[0].iter().position(|header| header == "product").unwrap();
                assert!(rows.iter().any(|row| row[column] == "Alfa, \"de eerste\"; 😀 漢字"), "{rows:#?}");
            }
        }
    }
}

#[test]
fn a_spreadsheet_with_american_settings_takes_every_cell_of_csv_for_programs_for_what_it_is() {
    let root = quoted();
    let mut seen = 0;
    for kind in ["videobellen", "proctoring"] {
        for columns in ["overview", "tidy"] {
            let rows = by_the_letter(&csv(&root, kind, &["--csv", "rfc4180", "--columns", columns]));
            for row in &rows[1..] {
                for (header, cell) in rows[0].iter().zip(row) {
                    let (is, wanted) = (taken(cell), belongs(header));
                    // An answer that is a number is one; what is not known is empty.
                    let answer = is == Taken::Number
                        && !header.ends_with("_id")
                        && columns == "overview"
                        && header.starts_with("exit-deletion-days");
                    assert!(
                        is == wanted || is == Taken::Nothing || answer,
                        "{columns} {header}: {cell:?} is {is:?}"
                    );
                    seen += usize::from(is != Taken::Nothing && wanted != Taken::Text);
                }
            }
        }
    }
    assert!(seen > 80, "{seen} numbers and dates");
}

#[test]
fn the_two_dialects_of_csv_hold_the_same_cells() {
    let root = quoted();
    for kind in ["videobellen", "proctoring"] {
        for columns in ["overview", "tidy"] {
            let program =
                by_the_letter(&csv(&root, kind, &["--csv", "rfc4180", "--columns", columns, "--lang", "nl"]));
            let dutch = csv(&root, kind, &["--columns", columns]);
            let dutch = dutch.strip_prefix('\u{feff}').expect("a byte-order mark");
            let mut reader =
                csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(dutch.as_bytes());
            let dutch: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            assert_eq!(dutch.len(), program.len());
            for (ours, theirs) in program.iter().zip(&dutch).skip(1) {
                assert_eq!(ours.len(), theirs.len());
                for ((header, cell), other) in program[0].iter().zip(ours).zip(theirs) {
                    let same =
                        cell == other || (taken(cell) == Taken::Number && cell.replace('.', ",") == other);
                    assert!(same, "{kind} {columns} {header}: {cell:?} and {other:?}");
                }
            }
        }
    }
}

#[test]
fn the_reader_by_the_letter_and_the_american_settings_are_what_they_say() {
    assert_eq!(by_the_letter("a,\"b\"\"c\r\n\",\r\n"), [["a", "b\"c\r\n", ""]]);
    for (cell, is) in [
        ("12.5", Taken::Number),
        ("1,234", Taken::Number),
        ("100.0", Taken::Number),
        ("12,5", Taken::Text),
        ("2026-06-01", Taken::Date),
        ("1/2", Taken::Date),
        ("=1", Taken::Formula),
        ("-x", Taken::Formula),
        ("", Taken::Nothing),
        ("alfa/school", Taken::Text),
    ] {
        assert_eq!(taken(cell), is, "{cell}");
    }
}
