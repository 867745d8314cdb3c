//! Files that are not what they seem: other encodings and line ends, words
//! that YAML guesses about, numbers and dates in disguise. Each is read as what
//! is written, or refused in its place.

use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use crate::support::{AS_OF, DELTA, PRODUCT, Run, program, row, small_with_bytes};

mod evidence;
mod scalars;

/// Runs the program in a folder; it ends as the contract says and prints nothing
/// that a terminal obeys.
pub fn run_in(place: &Path, arguments: &[&str]) -> Run {
    let mut command = program();
    command.current_dir(place).args(arguments);
    if !arguments.contains(&"--as-of") {
        command.args(["--as-of", AS_OF]);
    }
    let run: Run = command.output().expect("the program starts").into();
    assert!(matches!(run.code, Some(0..=3)), "{arguments:?} ends with {:?}: {}", run.code, run.err);
    for text in [run.out.replace("\r\n", "\n"), run.err.clone()] {
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{}", text.escape_debug());
    }
    run
}

/// The findings about one file, as `line:column code`.
fn findings(place: &Path, path: &str) -> Vec<String> {
    let run = run_in(place, &["check", ".", "--format", "json"]);
    let document: Json = serde_json::from_str(&run.out).expect("one document");
    let all = document["findings"].as_array().expect("findings");
    let mine = all.iter().filter(|finding| finding["path"] == path);
    mine.map(|f| format!("{}:{} {}", f["line"], f["column"], f["code"].as_str().unwrap_or(""))).collect()
}

/// The findings about a product file with these bytes.
fn about(bytes: impl AsRef<[u8]>) -> Vec<String> {
    findings(small_with_bytes(&[(DELTA, bytes.as_ref())]).path(), DELTA)
}

/// The comparison of a folder, as JSON.
pub fn compare(place: &Path, more: &[&str]) -> Json {
    let arguments = ["compare", "videobellen", "--no-builtin", "--data", ".", "--format", "json"];
    let run = run_in(place, &[&arguments, more].concat());
    assert_eq!(run.code, Some(0), "{more:?}: {}{}", run.out, run.err);
    serde_json::from_str(&run.out).expect("one document")
}

/// What it says about one criterion.
fn cell<'d>(document: &'d Json, alternative: &str, criterion: &str) -> &'d Json {
    let cells = row(document, alternative)["criteria"].as_array().expect("criteria");
    cells.iter().find(|cell| cell["id"] == criterion).expect("the criterion")
}

/// What is done to the text of a file.
type Change = dyn Fn(&str) -> Vec<u8>;

/// Changes each file of a folder.
fn each_file(folder: &Path, change: &Change) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            each_file(&path, change);
        } else {
            let text = fs::read_to_string(&path).expect("a text");
            fs::write(&path, change(&text)).expect("written");
        }
    }
}

/// Y1: in more ways than one.
#[test]
fn files_with_nothing_in_them_are_empty() {
    for nothing in [
        "\u{feff}",
        " ",
        "\n\n",
        "---\n...\n",
        "...\n",
        "# iets",
        "--- # iets\n",
        "\r\n\r\n",
        "\u{feff}# x\r",
    ] {
        assert_eq!(about(nothing), ["1:1 KH003"], "{nothing:?}");
    }
}

/// Y14: a byte-order mark and the line ends of other systems change no byte of
/// the result, the fingerprint of the data included.
#[test]
fn line_ends_and_a_mark_at_the_start_change_nothing() {
    let plain = small_with_bytes(&[(DELTA, PRODUCT.as_bytes())]);
    let expected = compare(plain.path(), &[]);
    let changes: [(&str, &Change); 4] = [
        ("CRLF", &|text| text.replace('\n', "\r\n").into_bytes()),
        ("CR", &|text| text.replace('\n', "\r").into_bytes()),
        ("a mark", &|text| format!("\u{feff}{text}").into_bytes()),
        ("a mark and CRLF", &|text| format!("\u{feff}{text}").replace('\n', "\r\n").into_bytes()),
    ];
    for (name, change) in changes {
        let place = small_with_bytes(&[(DELTA, PRODUCT.as_bytes())]);
        each_file(place.path(), change);
        assert_eq!(compare(place.path(), &[]), expected, "{name}");
        assert!(findings(place.path(), DELTA).is_empty(), "{name}");
    }
}

/// Y14: without the end of the last line the result is the same; only the
/// fingerprint is another, for the text is.
#[test]
fn a_last_line_without_an_end_changes_only_the_fingerprint() {
    let plain = small_with_bytes(&[(DELTA, PRODUCT.as_bytes())]);
    let place = small_with_bytes(&[(DELTA, PRODUCT.as_bytes())]);
    each_file(place.path(), &|text| text.trim_end_matches('\n').as_bytes().to_vec());
    let [mut one, mut other] = [&plain, &place].map(|place| compare(place.path(), &[]));
    assert_ne!(one["data"].take(), other["data"].take());
    assert_eq!(one, other);
}

/// Y14: places count lines, whatever ends them, and no mark.
#[test]
fn findings_stand_in_the_same_place_with_any_line_end() {
    let text = PRODUCT.replace("maker: Delta bv", "maker: Délta bv\nwebsite: x").replace("vendor", "vender");
    let expected = ["3:1 KH101", "12:12 KH110"];
    assert_eq!(about(&text), expected);
    for other in [text.replace('\n', "\r\n"), text.replace('\n', "\r"), format!("\u{feff}{text}")] {
        assert_eq!(about(&other), expected, "{other:?}");
    }
}

/// Y15: other encodings, and bytes that are close to UTF-8.
#[test]
fn what_is_not_utf_8_is_refused_with_its_line() {
    let with_bytes = |bytes: &[u8]| {
        let (before, after) = PRODUCT.split_at(PRODUCT.find("Delta bv").expect("the maker"));
        [before.as_bytes(), bytes, after.as_bytes()].concat()
    };
    for (name, bytes) in [
        ("Latin-1", &b"Caf\xe9 "[..]),
        ("Windows-1252", b"\x93Delta\x94 "),
        ("a byte that only continues", b"\x80"),
        ("a slash in two bytes", b"\xc0\xaf"),
        ("a NUL in two bytes", b"\xc0\x80"),
        ("half of a pair", b"\xed\xa0\x80"),
        ("a pair of three bytes each", b"\xed\xa0\xbd\xed\xb8\x80"),
        ("beyond Unicode", b"\xf4\x90\x80\x80"),
        ("a byte that never occurs", b"\xff"),
    ] {
        let place = small_with_bytes(&[(DELTA, &with_bytes(bytes))]);
        assert_eq!(findings(place.path(), DELTA), ["1:1 KH001"], "{name}");
        let run = run_in(place.path(), &["check", ".", "--format", "short"]);
        assert!(run.out.contains("regel 2, byte"), "{name}: {}", run.out);
    }
    let utf_16 = |bytes: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
        let mark = if mark { "\u{feff}" } else { "" };
        format!("{mark}{PRODUCT}").encode_utf16().flat_map(bytes).collect()
    };
    assert_eq!(about(utf_16(u16::to_le_bytes, true)), ["1:1 KH001"]);
    assert_eq!(about(utf_16(u16::to_be_bytes, true)), ["1:1 KH001"]);
    // Without a mark it is text with a NUL beside each letter.
    for bytes in [utf_16(u16::to_le_bytes, false), utf_16(u16::to_be_bytes, false)] {
        let found = about(bytes);
        assert!(found[0].ends_with(" KH015") && found.len() <= 51, "{found:?}");
    }
    assert_eq!(about(&"naam: \u{e9}".as_bytes()[..7]), ["1:1 KH001"], "cut in the middle of a letter");
}

/// Y20: a space and `#` begin a comment; without the space it is text.
#[test]
fn what_stands_behind_a_space_and_a_hash_is_no_text() {
    for (written, maker) in [
        ("prijs #1", "prijs"),
        ("prijs#1", "prijs#1"),
        ("'prijs #1'", "prijs #1"),
        ("\"prijs #1\" # en meer", "prijs #1"),
        (">-\n  prijs #1", "prijs #1"),
    ] {
        let text = PRODUCT.replace("Delta bv", written);
        let place = small_with_bytes(&[(DELTA, text.as_bytes())]);
        assert!(findings(place.path(), DELTA).is_empty(), "{written}");
        let run =
            run_in(place.path(), &["explain", "delta/gewoon", "--details", "--no-builtin", "--data", "."]);
        assert!(run.out.contains(&format!("\n{maker} (https://delta")), "{written}: {}", run.out);
    }
}

/// Y29: halves of a pair and points that do not exist; a whole pair is a letter.
#[test]
fn halves_of_a_pair_are_no_text() {
    for written in [
        r"\ud800",
        r"\udc00",
        r"\ude00\ud83d",
        r"\ud83dx",
        r"\ud83d\n",
        r"\U0000d800",
        r"\U00110000",
        r"\Uffffffff",
    ] {
        let found = about(PRODUCT.replace("Delta bv", &format!("\"{written}\"")));
        assert_eq!(found.len(), 1, "{written}");
        assert!(found[0].starts_with("2:") && found[0].ends_with("KH004"), "{written}: {found:?}");
    }
    let text = PRODUCT.replace("name: Delta\n", "name: \"\\ud83d\\ude00 \\U0001F600\"\n");
    let document = compare(small_with_bytes(&[(DELTA, text.as_bytes())]).path(), &[]);
    assert_eq!(row(&document, "delta/gewoon")["name"], "😀 😀");
}
