//! `sources`: what the data rests on, and its quotations held against saved copies.

use std::path::Path;

use keuzehulp::sources::{Folded, Wanted, copy_name, words};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{AS_OF, Run, copy, data, program, small};

/// Runs `sources` on the small data with that of `tests/data/sources` on top.
fn sources(at: &Path, arguments: &[&str]) -> Run {
    let mut program = program();
    program.current_dir(at).arg("sources").args(arguments);
    program.args(["--as-of", AS_OF, "--no-builtin", "--data"]).arg(small());
    program.arg("--data").arg(data("sources/gegevens"));
    program.output().unwrap().into()
}

fn json(at: &Path, arguments: &[&str]) -> Value {
    let run = sources(at, &[arguments, &["--format", "json"]].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

/// What became of each quotation of `merel`, as `verwacht.txt` has it.
fn outcomes(at: &Path) -> Vec<String> {
    let document = json(at, &["verify", "--copies", "kopieen", "videobellen", "merel"]);
    let outcome = |one: &Value| {
        let text = |name: &str| one[name].as_str().unwrap_or("").to_owned();
        let to = if one["outcome"] == "moved" { format!(" to {}", text("found_in")) } else { String::new() };
        format!("{}\t{}{to}\t{}", text("source"), text("outcome"), text("quote"))
    };
    document["quotes"].as_array().unwrap().iter().map(outcome).collect()
}

fn wanted() -> Vec<String> {
    let text = std::fs::read_to_string(data("sources/verwacht.txt")).unwrap();
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// A copy of the data, to change the saved copies in.
fn copied() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&data("sources"), folder.path());
    folder
}

/// The file with the copy of this source of `merel`.
fn file(at: &Path, source: &str, ending: &str) -> std::path::PathBuf {
    let name = copy_name(&format!("https://merel.example.org/{source}"));
    at.join("kopieen").join(format!("{name}.{ending}"))
}

#[test]
fn every_quotation_is_found_moved_gone_or_without_a_copy() {
    assert_eq!(outcomes(&data("sources")), wanted());
    let document = json(&data("sources"), &["verify", "--copies", "kopieen", "videobellen", "merel"]);
    assert_eq!(document["schema"], "keuzehulp/quotes/1");
    let counts: Vec<u64> = ["all", "found", "moved", "gone", "no_copy"]
        .iter()
        .map(|name| document["counts"][name].as_u64().unwrap())
        .collect();
    assert_eq!(counts, [11, 4, 1, 4, 2]);
    let first = &document["quotes"][0];
    assert_eq!((&first["criterion"], first["line"].as_u64()), (&"processing-agreement".into(), Some(41)));
    assert!(first["file"].as_str().unwrap().ends_with("merel.yaml"), "{first}");
    let old = document["quotes"].as_array().unwrap().iter().find(|one| one["source"] == "oud").unwrap();
    assert!(old["problem"].as_str().unwrap().contains("UTF-8"), "{old}");
}

#[test]
fn strict_ends_with_1_when_a_quotation_was_moved_or_is_gone() {
    let strict = |at: &Path| {
        let merel = ["verify", "--copies", "kopieen", "videobellen", "merel"];
        let lenient = sources(at, &merel);
        assert_eq!(lenient.code, Some(0), "{}", lenient.err);
        sources(at, &[&merel[..], &["--strict"]].concat()).code
    };
    assert_eq!(strict(&data("sources")), Some(1));
    let folder = copied();
    for (source, ending) in [("voorwaarden", "html"), ("handleiding", "txt"), ("privacy", "html")] {
        std::fs::remove_file(file(folder.path(), source, ending)).unwrap();
    }
    assert_eq!(strict(folder.path()), Some(0), "what has no copy is not gone");
    std::fs::write(file(folder.path(), "handleiding", "txt"), "Iets anders.").unwrap();
    assert_eq!(strict(folder.path()), Some(1));
}

#[test]
fn a_source_can_have_a_page_and_a_text() {
    let folder = copied();
    std::fs::write(file(folder.path(), "privacy", "txt"), "Wij delen nooit iets.").unwrap();
    let found = outcomes(folder.path());
    assert!(found.contains(&"privacy\tfound\tWij delen nooit iets.".to_owned()), "{found:?}");
    std::fs::write(file(folder.path(), "oud", "txt"), "Eén wachtwoord is genoeg.").unwrap();
    let found = outcomes(folder.path());
    assert!(found.contains(&"oud\tfound\tEén wachtwoord is genoeg.".to_owned()), "{found:?}");
}

/// Copies that are not to be trusted are a finding, and nothing outside is read.
#[test]
fn copies_that_cannot_be_used_say_why() {
    let folder = copied();
    let page = file(folder.path(), "privacy", "html");
    let problem = || {
        let document = json(folder.path(), &["verify", "--copies", "kopieen", "videobellen", "merel"]);
        let all = document["quotes"].as_array().unwrap();
        let one = all.iter().find(|one| one["source"] == "privacy").unwrap();
        assert_eq!(one["outcome"], "no-copy", "{one}");
        one["problem"].as_str().unwrap_or("").to_owned()
    };
    std::fs::remove_file(&page).unwrap();
    assert_eq!(problem(), "");
    std::fs::create_dir(&page).unwrap();
    assert_eq!(problem(), "dit is geen gewoon bestand");
    std::fs::remove_dir(&page).unwrap();
    std::fs::write(&page, b"Wij delen \xff\xfe iets.").unwrap();
    assert!(problem().contains("UTF-8"));
    std::fs::File::create(&page).unwrap().set_len((16 << 20) + 1).unwrap();
    assert_eq!(problem(), "dit bestand is te groot");
    #[cfg(unix)]
    {
        let outside = folder.path().join("elders.html");
        std::fs::write(&outside, "Wij delen nooit iets.").unwrap();
        std::fs::remove_file(&page).unwrap();
        std::os::unix::fs::symlink(&outside, &page).unwrap();
        assert_eq!(problem(), "dit is geen gewoon bestand");
    }
}

#[test]
fn a_folder_that_is_not_there_ends_with_3_and_none_with_2() {
    let at = data("sources");
    for (folder, words) in [("nergens", "is er niet"), ("verwacht.txt", "geen map")] {
        let run = sources(&at, &["verify", "--copies", folder]);
        assert_eq!((run.code, run.out.as_str()), (Some(3), ""), "{}", run.err);
        assert!(run.err.contains(words), "{}", run.err);
    }
    for (arguments, words) in [
        (&["verify"][..], "--copies"),
        (&["list", "--copies", "kopieen"], "sources verify"),
        (&["list", "--strict"], "sources verify"),
        (&["list", "merel"], "de soort `merel` bestaat niet"),
        (&["list", "videobellen", "merl"], "bedoelt u `merel`?"),
        (&["list", "proctoring", "merel"], "het product `merel` bestaat niet"),
    ] {
        let run = sources(&at, arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{}", run.err);
        assert!(run.err.contains(words), "{}", run.err);
    }
}

#[test]
fn the_list_has_every_source_with_its_age_and_the_name_of_its_copy() {
    let at = data("sources");
    let document = json(&at, &["list", "videobellen", "merel"]);
    assert_eq!(document["schema"], "keuzehulp/sources/1");
    let all = document["sources"].as_array().unwrap();
    let of = |id: &str| all.iter().find(|one| one["source"] == id).unwrap();
    assert_eq!(all.len(), 5);
    let terms = of("voorwaarden");
    assert_eq!(terms["url"], "https://merel.example.org/voorwaarden");
    assert_eq!(terms["archived"], "https://archief.example.org/merel/voorwaarden");
    assert_eq!((&terms["dated"], &terms["read"]), (&"2026-03".into(), &"2026-10-01".into()));
    assert_eq!((terms["age_days"].as_u64(), terms["quotes"].as_u64()), (Some(60), Some(4)));
    assert!(at.join("kopieen").join(terms["copy"].as_str().unwrap()).is_file(), "{terms}");
    let stale = |id: &str| (of(id)["stale"].as_bool(), of(id)["undated_copy"].as_bool());
    assert_eq!(stale("voorwaarden"), (Some(false), Some(false)));
    assert_eq!(stale("privacy"), (Some(true), Some(false)), "read long ago");
    assert_eq!(stale("blog"), (Some(true), Some(true)), "a copy of unknown date");
    let whole = json(&at, &["list"]);
    let products = |one: &Value| one["product"].as_str().unwrap().to_owned();
    let named: Vec<String> = whole["sources"].as_array().unwrap().iter().map(products).collect();
    assert!(named.iter().any(|name| name == "alfa") && named.iter().any(|name| name == "merel"), "{named:?}");
}

/// The shortest shelf life counts of all that a source supports.
#[test]
fn a_source_lasts_as_long_as_what_lasts_shortest() {
    let document = json(&data("sources"), &["list", "videobellen"]);
    let shelf_life = |criterion: &str| {
        let path = small().join("criteria");
        let found = std::fs::read_dir(path)
            .unwrap()
            .flatten()
            .find_map(|theme| std::fs::read_to_string(theme.path().join(format!("{criterion}.yaml"))).ok());
        let text = found.unwrap();
        let line = text.lines().find_map(|line| line.strip_prefix("shelf-life: ").map(str::to_owned));
        line.map_or(24, |line| line.split(' ').next().unwrap().parse::<u64>().unwrap())
    };
    let handbook = document["sources"].as_array().unwrap();
    let handbook = handbook.iter().find(|one| one["source"] == "handleiding").unwrap();
    let shortest = shelf_life("processing-agreement").min(shelf_life("access-control"));
    assert_eq!(handbook["shelf_life_months"].as_u64(), Some(shortest), "{handbook}");
}

#[test]
fn csv_has_what_a_script_needs_and_a_text_fits_the_screen() {
    let at = data("sources");
    let csv = sources(&at, &["list", "videobellen", "merel", "--format", "csv", "--csv", "rfc4180"]).out;
    let mut lines = csv.lines();
    assert!(lines.next().unwrap().starts_with("product,source,address,copy,archived,date_read,"), "{csv}");
    let name = copy_name("https://merel.example.org/voorwaarden");
    assert!(lines.next().unwrap().contains(&format!("/voorwaarden,{name}.html,")), "{csv}");
    for what in [&["list"][..], &["verify", "--copies", "kopieen"]] {
        let mut program = program();
        program.current_dir(&at).env("COLUMNS", "80").arg("sources").args(what);
        program.args(["--as-of", AS_OF, "--no-builtin", "--data"]).arg(small());
        let run: Run = program.arg("--data").arg("gegevens").output().unwrap().into();
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert!(run.out.lines().all(|line| line.chars().count() <= 80 && line != " "), "{}", run.out);
        let english = sources(&at, &[what, &["--lang", "en"]].concat());
        assert!(english.out.starts_with(if what == ["list"] { "Sources\n" } else { "Quotations in" }));
    }
}

/// Words that only letters can tell apart, and what typesetting puts between and in them.
fn text_of(words: &[String], gaps: &[&str]) -> String {
    let mut text = String::new();
    for (word, gap) in words.iter().zip(gaps.iter().cycle()) {
        let middle = word.char_indices().nth(1).map_or(0, |(at, _)| at);
        text += &word[..middle];
        text.push('\u{ad}');
        text += &word[middle..];
        text += gap;
    }
    text
}

proptest! {
    #[test]
    fn any_part_of_a_text_is_found_however_it_is_typeset(
        all in prop::collection::vec("[a-zé]{1,8}", 1..30), from in 0usize..30, length in 1usize..10,
    ) {
        let from = from % all.len();
        let part = &all[from..(from + length).min(all.len())];
        let quote = Wanted::of(&part.join(" "));
        let text = text_of(&all, &[" ", "\u{a0}", "\r\n", " \t \u{2003}"]);
        prop_assert!(quote.is_in(&Folded::new(&text)));
        let page = text_of(&all, &["<br> ", "&nbsp;", "</p><p class='>'>", "<!-- x --> "]);
        prop_assert!(quote.is_in(&Folded::new(&words(&page))), "{page}");
        let gone = Wanted::of(&format!("{} 0", part.join(" ")));
        prop_assert!(!gone.is_in(&Folded::new(&text)));
    }

    #[test]
    fn any_bytes_have_words_and_folding_is_done_once(text in any::<String>(), tags in "[<>/!a-s\"'= &;#x0-9-]{0,60}") {
        let page = words(&format!("{text}{tags}{text}"));
        let folded = Folded::new(&page);
        let has = |text: &str| folded.as_str().contains(text);
        prop_assert!(!has("  "));
        prop_assert!(!has("\u{ad}"), "a soft hyphen");
        prop_assert_eq!(Folded::new(folded.as_str()), folded);
    }
}
