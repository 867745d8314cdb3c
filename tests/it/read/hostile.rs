//! Files made to do harm: that grow, nest, never end, or write to the screen. Each
//! ends in a finding, within limits of time, memory and stack.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::support::{self, AS_OF, DELTA, Limits, PRODUCT, Run, program, small_with_bytes};

/// Characters that control a screen, or that are invisible.
const RAW: [(char, &str); 14] = [
    ('\0', "KH015"),
    ('\u{7}', "KH015"),
    ('\u{8}', "KH015"),
    ('\u{1b}', "KH015"),
    ('\u{7f}', "KH015"),
    ('\u{85}', "KH015"),
    ('\u{90}', "KH015"),
    ('\u{9b}', "KH015"),
    ('\u{9d}', "KH015"),
    ('\u{202e}', "KH016"),
    ('\u{2066}', "KH016"),
    ('\u{200f}', "KH016"),
    ('\u{200b}', "KH016"),
    ('\u{feff}', "KH016"),
];

/// Runs the program with half a gigabyte of address space, a stack of 256 KiB,
/// and a minute: far more than it needs and far less than a blow-up takes.
pub fn limited(place: &Path, arguments: &[&str]) -> Run {
    let mut command = support::limited(place, &Limits { stack: 256, seconds: 60, ..Limits::default() });
    command.args(arguments).args(["--as-of", AS_OF]);
    let run: Run = command.output().expect("the program starts").into();
    assert_harmless(&run);
    assert!(matches!(run.code, Some(0..=3)), "ended with {:?}: {}", run.code, run.err);
    run
}

/// Nothing that a terminal obeys, and nothing that turns text around.
pub fn assert_harmless(run: &Run) {
    // A CSV begins with a mark, and its lines end as its standard asks.
    let out = run.out.strip_prefix('\u{feff}').unwrap_or(&run.out).replace("\r\n", "\n");
    for text in [&out, &run.err] {
        let bad = text.chars().find(|c| (c.is_control() && *c != '\n') || is_turning(*c));
        assert_eq!(bad, None, "raw character in {}", text.escape_debug());
    }
}

fn is_turning(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The findings about one file, as `line:column code`, after runs in each format
/// within the limits.
fn findings(place: &Path, path: &str) -> Vec<String> {
    for format in ["text", "short"] {
        let run = limited(place, &["check", ".", "--format", format]);
        assert_eq!(run.code, Some(1), "{format}");
        assert!(run.out.len() < 200_000, "{format} prints {} bytes", run.out.len());
    }
    let compare = limited(place, &["compare", "videobellen", "--no-builtin", "--data", "."]);
    assert_eq!(compare.code, Some(1), "nothing is ranked with it");
    json_findings(place, path)
}

fn json_findings(place: &Path, path: &str) -> Vec<String> {
    let run = limited(place, &["check", ".", "--format", "json"]);
    assert_eq!(run.code, Some(1));
    let document: serde_json::Value = serde_json::from_str(&run.out).expect("one document");
    let all = document["findings"].as_array().expect("findings").clone();
    let mine = all.iter().filter(|finding| finding["path"] == path);
    mine.map(|f| format!("{}:{} {}", f["line"], f["column"], f["code"].as_str().unwrap_or(""))).collect()
}

/// The findings about a product file with this text.
fn about(text: &str) -> Vec<String> {
    findings(small_with_bytes(&[(DELTA, text.as_bytes())]).path(), DELTA)
}

/// Y3.
#[test]
fn a_criterion_that_stands_twice_is_refused_and_neither_is_taken() {
    let twice =
        format!("{PRODUCT}  processing-agreement:\n    answers:\n      - for: all\n        answer: none\n");
    let place = small_with_bytes(&[(DELTA, twice.as_bytes())]);
    let found = findings(place.path(), DELTA);
    assert!(found.contains(&"20:3 KH012".to_owned()), "{found:?}");
    let run = limited(place.path(), &["check", ".", "--format", "short", "--lang", "en"]);
    assert!(run.out.contains("the first is on line 13"), "{}", run.out);
    let compare =
        ["compare", "videobellen", "--no-builtin", "--data", ".", "--ignore-invalid", "--format", "json"];
    let run = limited(place.path(), &compare);
    let document: serde_json::Value = serde_json::from_str(&run.out).expect("one document");
    let ranked = document["ranking"].as_array().expect("a ranking");
    assert_eq!(ranked.len(), 3, "the others are ranked");
    assert!(ranked.iter().all(|row| !row["alternative"].as_str().unwrap_or("").starts_with("delta/")));
    assert_eq!(document["left_out"].as_array().map(Vec::len), Some(1));
}

/// Y6: nine levels of nine, which would be three hundred million words.
#[test]
fn a_billion_laughs_are_refused_at_the_first_anchor() {
    let mut text = String::from("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
    for n in 1..9 {
        let below = vec![format!("*a{}", n - 1); 9].join(", ");
        let _ = writeln!(text, "a{n}: &a{n} [{below}]");
    }
    let found = about(&text);
    assert_eq!(found.first().map(String::as_str), Some("1:5 KH005"), "{found:?}");
    assert!(found.len() <= 101, "{}", found.len());
}

/// Y7: 160 KB that would be four gigabytes.
#[test]
fn a_long_text_that_is_repeated_by_name_is_refused() {
    let text = format!("a: &a {}\nb:\n{}", "x".repeat(60_000), "  - *a\n".repeat(14_000));
    let found = about(&text);
    assert_eq!(found.first().map(String::as_str), Some("1:4 KH005"));
    assert!(found.len() <= 101, "{}", found.len());
}

/// Y8.
#[test]
fn a_hundred_thousand_open_brackets_are_too_deep() {
    for open in ["[", "{", "[{", "{a: ", "- [", "[? "] {
        let text = format!("name: {}", open.repeat(100_000 / open.len()));
        let found = about(&text);
        let last = found.last().expect("a finding");
        assert!(last.ends_with("KH017") || last.ends_with("KH004"), "{open}: {found:?}");
        assert!(found.len() < 40, "{open}: {}", found.len());
    }
    assert!(about(&"[".repeat(100_000))[0].ends_with("KH017"));
    assert!(about(&format!("name: {}{}\n", "[".repeat(50_000), "]".repeat(50_000)))[0].ends_with("KH017"));
}

/// Y9.
#[test]
fn block_mappings_and_lists_in_each_other_are_too_deep() {
    let nested = |depth: usize| (0..depth).fold(String::new(), |text, n| text + &" ".repeat(n) + "a:\n");
    assert_eq!(about(&nested(1_400)), ["33:33 KH017"]);
    assert_eq!(about(&nested(5_000)), ["1:1 KH002"], "the indentation alone is over a mebibyte");
    for mark in ["- ", "? ", "- ? "] {
        let found = about(&format!("{}x\n", mark.repeat(20_000)));
        assert!(found.last().is_some_and(|last| last.ends_with("KH017")), "{mark}: {found:?}");
        assert!(found.len() < 40, "{mark}: {}", found.len());
    }
}

/// Y10.
#[test]
fn a_text_that_holds_itself_and_a_name_of_nothing_are_refused() {
    let found = about("name: &x [*x]\n");
    assert_eq!(
        found[..],
        [
            "1:1 KH102",
            "1:1 KH102",
            "1:1 KH102",
            "1:1 KH102",
            "1:1 KH102",
            "1:7 KH005",
            "1:10 KH103",
            "1:11 KH006"
        ]
    );
    let found = about(&PRODUCT.replace("maker: Delta bv", "maker: *nope"));
    assert_eq!(found, ["2:8 KH006"]);
}

/// Y16: refused at its place, and shown as what it is.
#[test]
fn raw_control_characters_are_refused_where_they_stand() {
    for (raw, code) in RAW {
        let text = PRODUCT.replace("Delta bv", &format!("D{raw}[31mbv"));
        let place = small_with_bytes(&[(DELTA, text.as_bytes())]);
        assert_eq!(json_findings(place.path(), DELTA), [format!("2:9 {code}")], "{}", raw.escape_unicode());
        let run = limited(place.path(), &["check", ".", "--format", "short"]);
        let shown = match code {
            "KH016" => format!("(U+{:04X})", u32::from(raw)),
            _ => raw.escape_unicode().to_string(),
        };
        assert!(run.out.contains(&shown), "{}", run.out);
    }
}

/// Y16: the line itself is shown too, without what it does to a screen.
#[test]
fn raw_control_characters_are_not_printed_with_the_line_that_they_are_in() {
    let mut printed = Vec::new();
    for (raw, _) in RAW {
        let text = PRODUCT.replace("Delta bv", &format!("D{raw}[31mbv"));
        let place = small_with_bytes(&[(DELTA, text.as_bytes())]);
        for command in [&["check", "."][..], &["compare", "videobellen", "--no-builtin", "--data", "."]] {
            let run: Run =
                program().current_dir(place.path()).args(command).output().expect("a start").into();
            assert_eq!(run.code, Some(1));
            assert!(run.out.contains("2 | maker"), "the line is shown: {}", run.out);
            if run.out.contains(raw) || run.err.contains(raw) {
                printed.push(format!("{} by {}", raw.escape_unicode(), command[0]));
            }
        }
    }
    assert!(printed.is_empty(), "printed raw: {printed:?}");
}

/// Y17: the same made by an escape, in values, keys and lists.
#[test]
fn control_characters_made_by_escapes_are_refused_and_never_printed() {
    for (written, code) in [
        (r#""a\e[31mb""#, "KH015"),
        (r#""a\x9b31mb""#, "KH015"),
        (r#""a\rb""#, "KH015"),
        (r#""a\u0000b""#, "KH015"),
        (r#""a\u009d0;title\u0007""#, "KH015"),
        (r#""\u202egnp""#, "KH016"),
        (r#""\U0000202Egnp""#, "KH016"),
        (r#""a\uFEFFb""#, "KH016"),
    ] {
        assert_eq!(about(&PRODUCT.replace("Delta bv", written)), [format!("2:8 {code}")], "{written}");
        assert_eq!(
            about(&format!("{PRODUCT}{written}: x\n")),
            [format!("20:1 {code}")],
            "{written} as a key"
        );
        let found = about(&PRODUCT.replace("answer: complete", &format!("answer: {written}")));
        assert_eq!(found, [format!("16:17 {code}")], "{written} as an answer");
    }
}

/// With colour there are escapes of our own; those of the data stay visible text.
#[test]
fn with_colour_only_our_own_escapes_are_printed() {
    let text = PRODUCT.replace("Delta bv", "D\u{1b}]0;title\u{7}\u{202e}\u{9b}31mbv");
    let place = small_with_bytes(&[(DELTA, text.as_bytes())]);
    let mut command = program();
    command.current_dir(place.path()).args(["check", ".", "--color", "always", "--as-of", AS_OF]);
    let run: Run = command.output().expect("the program starts").into();
    assert_eq!(run.code, Some(1));
    let mut pieces = run.out.split('\u{1b}');
    let first = pieces.next().unwrap_or("").to_owned();
    let mut rest = String::new();
    let mut ours = 0;
    for piece in pieces {
        let style = piece.strip_prefix('[').and_then(|piece| piece.split_once('m'));
        let (numbers, text) =
            style.unwrap_or_else(|| panic!("an escape of the data: {}", piece.escape_debug()));
        assert!(numbers.bytes().all(|b| b.is_ascii_digit() || b == b';'), "{numbers}");
        rest.push_str(text);
        ours += 1;
    }
    assert!(ours > 2, "there is colour");
    assert_harmless(&Run { code: run.code, out: first + &rest, err: run.err });
}

/// Y27: refused by size, before anything is read into memory.
#[test]
fn files_over_the_limits_are_refused_quickly() {
    let comment = |bytes: usize| format!("{PRODUCT}#{}\n", "x".repeat(bytes - PRODUCT.len() - 2));
    let fits = small_with_bytes(&[(DELTA, comment(1 << 20).as_bytes())]);
    assert_eq!(limited(fits.path(), &["check", "."]).code, Some(0), "a mebibyte is allowed");
    assert_eq!(about(&comment((1 << 20) + 1)), ["1:1 KH002"]);
    for bytes in [100 << 20, 10 << 30] {
        let place = small_with_bytes(&[]);
        fs::File::create(place.path().join(DELTA)).expect("a file").set_len(bytes).expect("a sparse file");
        assert_eq!(findings(place.path(), DELTA), ["1:1 KH002"]);
    }
    let keys = (0..400_000).fold(String::new(), |text, n| text + &format!("k{n}: x\n"));
    assert_eq!(about(&keys), ["1:1 KH002"]);
    let fits: String = keys.lines().take(80_000).flat_map(|line| [line, "\n"]).collect();
    assert_eq!(about(&fits), ["50000:9 KH018"]);
    assert!(about(&"- x\n".repeat(200_000))[0].ends_with("KH018"));
    assert!(about(&format!("name: [{}]\n", "x,".repeat(400_000)))[0].ends_with("KH018"));
    let found = about(&format!("name: {{{}}}\n", "x,".repeat(400_000)));
    assert!(found.len() <= 51 && found[0].ends_with("KH014"), "{found:?}");
}

/// A mapping of very many keys is not compared key by key, and of a file with
/// very many strangers only the first hundred are listed.
#[test]
fn very_many_unknown_keys_take_no_time() {
    let strangers = (0..45_000).fold(PRODUCT.to_owned(), |text, n| text + &format!("onbekend{n}: x\n"));
    let found = about(&strangers);
    assert_eq!(found.iter().filter(|line| line.ends_with("KH101")).count(), 100);
    assert!(found.len() <= 102, "{}", found.len());
    let facts =
        (0..20_000).fold(PRODUCT.to_owned(), |text, n| text + &format!("  processing-agreement-{n}: x\n"));
    assert!(about(&facts).len() <= 102);
}

/// Y30.
#[test]
fn a_key_of_a_megabyte_is_refused_and_nobody_looks_for_a_word_like_it() {
    let long = "naam".repeat(240_000);
    assert_eq!(about(&format!("{PRODUCT}? {long}\n: x\n")), ["20:3 KH019"]);
    assert!(about(&format!("{PRODUCT}{long}: x\n"))[0].ends_with("KH004"), "YAML allows 1,024 characters");
    assert!(about(&format!("{PRODUCT}\"{long}\": x\n")).len() == 1);
    // Just within the limit the key is an unknown word, shown cut.
    let long = "naam".repeat(16_000);
    let place = small_with_bytes(&[(DELTA, format!("{PRODUCT}? {long}\n: x\n").as_bytes())]);
    assert_eq!(findings(place.path(), DELTA), ["20:3 KH101"]);
    let run = limited(place.path(), &["check", ".", "--format", "short"]);
    assert!(run.out.len() < 2_000, "{} bytes", run.out.len());
    // The same for values: ids, answers, sources, words, dates and addresses.
    for at in [
        "Delta bv",
        "complete",
        "from: uitleg",
        "gewoon:",
        "grade: vendor",
        "2026-10-01",
        "processing-agreement:",
    ] {
        let text = match at.split_once(": ") {
            Some((key, _)) => PRODUCT.replacen(at, &format!("{key}: {long}"), 1),
            None if at.ends_with(':') => PRODUCT.replacen(at, &format!("? {long}\n  "), 1),
            None => PRODUCT.replacen(at, &long, 1),
        };
        let place = small_with_bytes(&[(DELTA, text.as_bytes())]);
        let run = limited(place.path(), &["check", ".", "--format", "short"]);
        assert!(run.out.len() < 5_000, "{at}: {} bytes", run.out.len());
    }
}
