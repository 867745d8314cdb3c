//! Markdown: its tables line up and say what the JSON says, and no data becomes markup.

use serde_json::Value;

use super::{compare, hostile, of_small};
use crate::support::{folder, small_with};

/// A product whose texts are markup, and more than that where a renderer goes on.
const MARKUP: &str = r##"name: "# kop | `code` <script>alert(1)</script> ](javascript:alert(1)) ![x](https://x.example.org/y.png)"
maker: "*vet* _schuin_ ~~weg~~ &lt; $x$ @iemand #1 :smile:"
homepage: https://vijand.example.org
variants:
  va: {name: "- punt", hosting: cloud, licence: paid}
  vb: {name: "1. een", hosting: cloud, licence: paid}
  vc: {name: "\\| \\\\| [a]: https://x.example.org", hosting: cloud, licence: paid}
  vd: {name: "<!-- weg -->", hosting: cloud, licence: paid}
  ve: {name: "www.x.example.org en https://x.example.org", hosting: cloud, licence: paid}
sources:
  site: {title: "T", url: "https://vijand.example.org/site", read: 2026-06-01, grade: vendor}
facts:
  processing-agreement:
    answers:
      - for: all
        answer: none
    evidence:
      - from: site
        shows: "x"
"##;

fn markup() -> tempfile::TempDir {
    small_with(&[("vendors/videobellen/vijand.yaml", MARKUP)])
}

/// The line without what a backslash makes a character of text.
fn bare(line: &str) -> String {
    let mut kept = String::new();
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        if c == '\\' && chars.clone().next().is_some_and(|next| next.is_ascii_punctuation()) {
            chars.next();
            kept.push('x');
        } else {
            kept.push(c);
        }
    }
    kept
}

/// What a reader sees of a line: escapes undone.
fn seen(line: &str) -> String {
    let mut kept = String::new();
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' || !chars.peek().is_some_and(char::is_ascii_punctuation) {
            kept.push(c);
        }
        if c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation) {
            kept.extend(chars.next());
        }
    }
    kept
}

/// The cells of the rows of all tables.
fn rows(text: &str) -> Vec<Vec<String>> {
    let cells = |line: &str| {
        let bare = bare(line);
        assert_eq!(bare.matches('|').count(), 6, "{line}");
        let mut cells = vec![String::new()];
        let mut chars = line.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => cells.last_mut().unwrap().extend([c].into_iter().chain(chars.next())),
                '|' => cells.push(String::new()),
                _ => cells.last_mut().unwrap().push(c),
            }
        }
        cells[1..6].iter().map(|cell| seen(cell.trim())).collect::<Vec<_>>()
    };
    let lines = text.lines().filter(|line| line.starts_with('|')).map(cells);
    lines.filter(|cells| cells[0] != "Plaats" && !cells[0].starts_with("--")).collect()
}

#[test]
fn no_datum_is_markup() {
    for data in [markup(), hostile()] {
        for extra in [&[][..], &["--retired"], &["--require", "processing-agreement=none"]] {
            let text = compare(data.path(), "videobellen", &[&["--format", "markdown"], extra].concat());
            for line in text.lines() {
                let bare = bare(line);
                for mark in ['<', '>', '`', '[', ']', '_', '~', '&', '$', '@', '{', '}', '\\'] {
                    assert!(!bare.contains(mark), "{mark} in: {line}");
                }
                assert!(!bare.contains("://") && !bare.contains("www."), "{line}");
                let text = ["# ", "## ", "### ", "  - ", "- ", "| "]
                    .iter()
                    .find_map(|start| bare.strip_prefix(start))
                    .unwrap_or(&bare);
                assert!(
                    text.is_empty()
                        || text.starts_with(char::is_alphanumeric)
                        || "|-:*· x".contains(&text[..1]),
                    "{line}"
                );
                assert!(!text.contains('#') && !text.starts_with("- "), "{line}");
            }
        }
    }
}

#[test]
fn what_is_escaped_is_read_as_it_was_written() {
    let data = markup();
    let json: Value =
        serde_json::from_str(&compare(data.path(), "videobellen", &["--format", "json"])).unwrap();
    let text = compare(data.path(), "videobellen", &["--format", "markdown"]);
    let names: Vec<String> = rows(&text).into_iter().map(|row| row[1].clone()).collect();
    for row in json["ranking"].as_array().unwrap() {
        let name = row["name"].as_str().unwrap().to_owned();
        assert!(names.contains(&name), "{name} is not in {names:#?}");
    }
}

#[test]
fn the_tables_line_up_and_numbers_stand_to_the_right() {
    for kind in ["videobellen", "proctoring"] {
        let text = of_small(kind, &["--format", "markdown"]);
        let mut last: Option<usize> = None;
        for line in text.lines() {
            let width = line.starts_with('|').then(|| line.chars().count());
            if let (Some(width), Some(before)) = (width, last) {
                assert_eq!(width, before, "{line}");
            }
            last = width;
        }
        let under: Vec<&str> = text.lines().filter(|line| line.starts_with("| --")).collect();
        assert!(!under.is_empty());
        for line in under {
            let kinds: Vec<bool> =
                line.trim_matches('|').split('|').map(|cell| cell.trim().ends_with(':')).collect();
            assert_eq!(kinds, [true, false, true, true, true], "{line}");
        }
    }
}

#[test]
fn it_says_what_the_json_says() {
    let data = hostile();
    for kind in ["videobellen", "proctoring"] {
        for extra in [&[][..], &["--profile", "streng"], &["--ungrouped"], &["--rank-by", "high"]] {
            let of = |format: &str| compare(data.path(), kind, &[&["--format", format], extra].concat());
            let json: Value = serde_json::from_str(&of("json")).unwrap();
            let text = of("markdown");
            let rows = rows(&text);
            let ranking = json["ranking"].as_array().unwrap();
            assert_eq!(rows.len(), ranking.len(), "{kind} {extra:?}");
            for wanted in ranking {
                let name = wanted["name"].as_str().unwrap();
                let row = rows.iter().find(|row| row[1] == name).unwrap_or_else(|| panic!("{name}"));
                let decimal = |n: &Value| format!("{:.1}", n.as_f64().unwrap()).replace('.', ",");
                assert_eq!(row[2], decimal(&wanted["score"]["low"]), "{name}");
                assert_eq!(row[3], decimal(&wanted["score"]["high"]), "{name}");
                let (best, worst) = (&wanted["rank_best"], &wanted["rank_worst"]);
                let place = if best == worst { best.to_string() } else { format!("{best}–{worst}") };
                assert!(row[0] == place || row[0] == "·", "{name}: {row:?}");
                assert!(text.contains(json["data"]["sha256"].as_str().unwrap()));
            }
        }
    }
}

#[test]
fn demands_and_notes_stand_below_the_table() {
    let text = of_small("videobellen", &["--format", "markdown", "--profile", "streng"]);
    assert!(text.contains("\n  - "), "{text}");
    let table = of_small("videobellen", &["--profile", "streng"]);
    for line in table.lines().map(str::trim) {
        if ["Niet gehaald: ", "Misschien niet gehaald: ", "Nog open: ", "Als u "]
            .iter()
            .any(|l| line.starts_with(l))
        {
            assert!(text.contains(&format!("  - {line}\n")), "{line}");
        }
    }
    assert!(text.contains("Wat telt hoe zwaar: Streng"), "{text}");
}

#[test]
fn the_name_of_the_file_tells_the_format() {
    let root = folder(&[]);
    let path = root.path().join("uit.md");
    of_small("videobellen", &["-o", path.to_str().unwrap()]);
    let written = std::fs::read_to_string(path).unwrap();
    assert_eq!(written, of_small("videobellen", &["--format", "markdown"]));
    assert!(written.starts_with("# Videobellen: "), "{written}");
    assert!(written.ends_with("goedgekeurd.\n") && !written.ends_with("\n\n"));
}
