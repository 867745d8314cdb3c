//! Arbitrary text: nothing that reads or cleans it fails, and cleaning keeps its
//! promises.

use keuzehulp::load::{Layer, load};
use keuzehulp::model::Date;
use keuzehulp::report::csv::Dialect;
use keuzehulp::text::safe::{clean, clean_short, is_harmful};
use keuzehulp::text::spreadsheet::becomes;
use keuzehulp::text::suggestion::closest;
use keuzehulp::text::{FileId, yaml};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseResult;

use crate::support::random::holds;
use crate::support::{copy, small};

/// Any text of at most this many characters.
fn text(most: usize) -> impl Strategy<Value = String> {
    vec(prop_oneof![3 => any::<char>(), 1 => select(vec!['a', '-', 'é', ' ', '\n'])], 0..=most)
        .prop_map(|characters| characters.into_iter().collect())
}

/// Text of at most 300 characters, made of what means something in YAML and of
/// characters that do not belong in a file.
fn nasty() -> impl Strategy<Value = String> {
    let pieces = vec![
        ":",
        ": ",
        "- ",
        "-",
        "? ",
        "{",
        "}",
        "[",
        "]",
        ", ",
        "#",
        " #",
        "&a",
        "*a",
        "&",
        "*",
        "!",
        "!!str ",
        "|",
        ">-",
        "|2",
        ">+",
        "'",
        "\"",
        "''",
        "%",
        "%YAML 1.2\n",
        "@",
        "`",
        "\n",
        "\n\n",
        "\n  ",
        "\n    ",
        "\r",
        "\r\n",
        "\t",
        " ",
        "  ",
        "\\",
        "\\x1b",
        "\\u202e",
        "\\ud800",
        "---",
        "\n---\n",
        "\n...\n",
        "<<: ",
        "<<",
        "~",
        "null",
        "no",
        "1.10",
        "22:30",
        "0x",
        "a",
        "b: c",
        "name",
        "facts:",
        "é",
        "😀",
        "\u{0}",
        "\u{7}",
        "\u{1b}[31m",
        "\u{85}",
        "\u{a0}",
        "\u{200b}",
        "\u{2028}",
        "\u{202e}",
        "\u{feff}",
        "\u{fffe}",
        "\u{10ffff}",
    ];
    vec(select(pieces), 0..=120).prop_map(|pieces| pieces.concat().chars().take(300).collect())
}

/// What the reader says of a text points into that text.
fn reads(text: &str) -> TestCaseResult {
    let (tree, findings) = yaml::read(FileId(0), text);
    for finding in &findings {
        let range = finding.place.span.range();
        prop_assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}: {finding:?}");
        prop_assert!(finding.place.line >= 1 && finding.place.column >= 1);
    }
    prop_assert!(tree.root().is_some() || !findings.is_empty(), "nothing read and nothing said: {text:?}");
    let (_, again) = yaml::read(FileId(0), text);
    prop_assert_eq!(format!("{findings:?}"), format!("{again:?}"));
    Ok(())
}

#[test]
fn the_reader_never_panics_on_a_nasty_text() {
    holds(6000, &nasty(), |text| reads(&text));
}

#[test]
fn the_reader_never_panics_on_any_text() {
    holds(2000, &text(300), |text| reads(&text));
}

#[test]
fn bytes_of_any_kind_become_text_or_a_place() {
    holds(2000, &vec(any::<u8>(), 0..300), |bytes| {
        match yaml::normalise(bytes.clone()) {
            Ok(text) => prop_assert!(!text.contains('\r') || bytes.contains(&b'\r')),
            Err(at) => prop_assert!(std::str::from_utf8(&bytes).is_err() && at.offset <= bytes.len()),
        }
        Ok(())
    });
}

/// A product file with anything in it harms no other file: the others are read
/// as before.
#[test]
fn a_nasty_product_file_never_stops_loading() {
    let data = tempfile::tempdir().expect("a folder");
    copy(&small(), data.path());
    let path = data.path().join("vendors/videobellen/delta.yaml");
    let layers = [Layer::Folder(data.path().to_owned())];
    let as_of = Date::new(2026, 11, 21).expect("a date");
    let others = load(&layers, as_of).expect("a folder").catalogue.products.len();
    let whole = std::fs::read_to_string(data.path().join("vendors/videobellen/alfa.yaml")).expect("a file");
    let cases = (nasty(), any::<prop::sample::Index>(), any::<bool>());
    holds(300, &cases, |(nasty, at, inside)| {
        // Alone, or somewhere inside a good file.
        let mut text = nasty;
        if inside {
            let at = (0..=at.index(whole.len())).rev().find(|at| whole.is_char_boundary(*at)).unwrap_or(0);
            text = format!("{}{text}{}", &whole[..at], &whole[at..]);
        }
        std::fs::write(&path, &text).expect("written");
        let loaded = load(&layers, as_of).expect("a folder");
        let known = loaded.catalogue.products.iter().filter(|product| product.id.as_str() != "delta").count();
        prop_assert_eq!(known, others);
        let read = loaded.catalogue.products.iter().any(|product| product.id.as_str() == "delta");
        prop_assert!(read || loaded.findings.iter().any(keuzehulp::text::Diagnostic::is_error), "{text:?}");
        Ok(())
    });
}

#[test]
fn suggesting_never_panics_and_suggests_only_what_is_known() {
    holds(1000, &(text(80), vec(text(20), 0..6)), |(word, known)| {
        let found = closest(&word, known.iter().map(String::as_str));
        prop_assert!(found.len() <= 3);
        prop_assert!(found.iter().all(|one| known.iter().any(|other| other == one)));
        Ok(())
    });
}

/// A word from which one letter fell out is close enough to be suggested.
#[test]
fn a_slip_of_one_letter_is_found() {
    holds(500, &("[a-z]{4,12}", any::<prop::sample::Index>()), |(word, at)| {
        let mut slip = word.clone();
        slip.remove(at.index(word.len()));
        prop_assert!(closest(&slip, ["zz", word.as_str()]).contains(&word.as_str()), "{slip} {word}");
        Ok(())
    });
}

/// Text over what spreadsheets look at first, and over what days, numbers and times
/// are made of.
fn formula() -> impl Strategy<Value = String> {
    let characters = vec![
        '\'', '=', '+', '-', '@', '\t', '\r', '\n', '\0', '|', '%', '＝', '＋', '－', '＠', ' ', 'a', '1',
    ];
    let pieces = vec![
        "'", " ", "\u{a0}", "1", "2", "12", "31", "2026", "00", "-", "/", ":", ",", ".", "%", "€", "(", ")",
        "e", "mei", "jan.", "ma", "pm", "t", "waar",
    ];
    prop_oneof![
        3 => vec(select(characters), 0..8).prop_map(|c| c.into_iter().collect::<String>()),
        3 => vec(select(pieces), 0..6).prop_map(|pieces| pieces.concat()),
        1 => text(20),
    ]
}

const DIALECTS: [Dialect; 2] = [Dialect::Dutch, Dialect::Rfc4180];

#[test]
fn the_guard_of_a_cell_can_always_be_taken_off() {
    holds(4000, &(formula(), formula()), |(one, other)| {
        for dialect in DIALECTS {
            let guarded = dialect.guard(&one);
            prop_assert_eq!(dialect.unguard(&guarded), one.as_str());
            prop_assert_eq!(guarded == dialect.guard(&other), one == other);
        }
        Ok(())
    });
}

/// A guarded text begins, after spaces, with nothing that a spreadsheet runs.
#[test]
fn a_guarded_cell_is_no_formula() {
    holds(4000, &formula(), |text| {
        for dialect in DIALECTS {
            let guarded = dialect.guard(&text);
            let first = guarded.trim_start_matches(' ').chars().next();
            prop_assert!(!first.is_some_and(|c| "=+-@\t\r\n\0|%＝＋－＠".contains(c)), "{guarded:?}");
            prop_assert!(guarded == text || guarded.strip_prefix('\'') == Some(text.as_str()));
        }
        Ok(())
    });
}

/// Nor is it anything else but a text for a Dutch spreadsheet.
#[test]
fn a_guarded_cell_stays_a_text() {
    holds(4000, &formula(), |text| {
        prop_assert_eq!(becomes(&Dialect::Dutch.guard(&text)), None);
        Ok(())
    });
}

#[test]
fn cleaning_leaves_no_harmful_character_and_changes_nothing_else() {
    holds(4000, &prop_oneof![text(60), nasty()], |text| {
        let cleaned = clean(&text);
        prop_assert!(!cleaned.chars().any(is_harmful), "{cleaned:?}");
        prop_assert!(!cleaned.contains('\n'));
        prop_assert_eq!(&clean(&cleaned), &cleaned);
        let kept: String = text.chars().filter(|c| !is_harmful(*c)).collect();
        if kept == text {
            prop_assert_eq!(&cleaned, &text);
        }
        for most in [0, 1, 7] {
            let short = clean_short(&text, most);
            prop_assert!(!short.chars().any(is_harmful));
            prop_assert!(text.chars().count() <= most || short.ends_with('…'));
        }
        Ok(())
    });
}

/// Every control character and every character that turns text around counts
/// as harmful.
#[test]
fn no_control_or_bidirectional_character_passes_as_harmless() {
    let all = ('\0'..=char::MAX).filter(|c| c.is_control());
    let turning = ['\u{61c}', '\u{200e}', '\u{200f}'].into_iter().chain('\u{202a}'..='\u{202e}');
    for c in all.chain(turning).chain('\u{2066}'..='\u{2069}').chain(['\u{feff}', '\u{2028}', '\u{2029}']) {
        assert!(is_harmful(c), "{c:?}");
    }
}
