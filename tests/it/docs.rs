//! The documents say what the program does. `UPDATE=1 cargo test docs` writes
//! their generated parts and the outputs of their examples again.

use std::fmt::Write as _;
use std::path::PathBuf;

use keuzehulp::cli::args::{COMMANDS, OPTIONS};
use keuzehulp::load::keys::{self, Shape};
use keuzehulp::text::{Code, Lang};

use crate::support::{AS_OF, program, root, run};

fn updating() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// Compares a document with what it should say, or writes it.
pub fn expect(path: &str, wanted: &str) {
    let file = root().join(path);
    let found = std::fs::read_to_string(&file).unwrap();
    if found != wanted && updating() {
        std::fs::write(&file, wanted).unwrap();
    } else {
        assert!(found == wanted, "{path} is not up to date; `UPDATE=1 cargo test docs` writes it again");
    }
}

/// The document with the part between its marks replaced.
pub fn with_part(text: &str, name: &str, part: &str) -> String {
    let (begin, end) = (format!("<!-- begin: {name} -->\n"), format!("<!-- end: {name} -->"));
    let (before, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("no part {name}"));
    let (_, after) = rest.split_once(&end).unwrap_or_else(|| panic!("no end of part {name}"));
    format!("{before}{begin}{part}{end}{after}")
}

pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

#[test]
fn every_key_is_described() {
    let mut part = String::new();
    for (name, table) in keys::ALL {
        writeln!(
            part,
            "\n### `{name}`: {}\n\n| sleutel | | inhoud | betekenis |\n| --- | --- | --- | --- |",
            table.what.nl
        )
        .unwrap();
        for key in table.keys {
            let must = if key.required { "●" } else { "" };
            let shape = match key.shape {
                Shape::Word(words) => {
                    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
                }
                other => other.name().nl.to_owned(),
            };
            writeln!(part, "| `{}` | {must} | {shape} | {} |", key.name, key.about.nl).unwrap();
        }
    }
    part.push('\n');
    expect("docs/bestanden.md", &with_part(&read("docs/bestanden.md"), "sleutels", &part));
}

#[test]
fn every_finding_is_described() {
    let mut all: Vec<&Code> = keuzehulp::load::all_codes().collect();
    all.extend(keuzehulp::lint::all_codes());
    all.extend(keuzehulp::bundle::codes::ALL);
    all.sort_by_key(|code| code.id);
    let mut part = String::new();
    for code in all {
        let word = keuzehulp::report::severity(code.severity);
        writeln!(part, "\n## {} {}: {}\n\n{}\n", code.id, word.nl, code.title.nl, code.advice.nl).unwrap();
        writeln!(part, "*{}: {}.* {}", word.en, code.title.en, code.advice.en).unwrap();
    }
    part.push('\n');
    expect("docs/meldingen.md", &with_part(&read("docs/meldingen.md"), "meldingen", &part));
}

#[test]
fn every_command_and_option_is_described() {
    let mut names = String::from("\n| | Engels | Nederlands |\n| --- | --- | --- |\n");
    for (english, dutch) in COMMANDS {
        writeln!(names, "| opdracht | `{english}` | `{dutch}` |").unwrap();
    }
    for (english, dutch) in OPTIONS {
        writeln!(names, "| optie | `--{english}` | `--{dutch}` |").unwrap();
    }
    names.push('\n');
    let mut help = String::new();
    let commands = std::iter::once(None).chain(COMMANDS.iter().map(|(english, _)| Some(*english)));
    for command in commands {
        let arguments: Vec<&str> = command.into_iter().chain(["--help"]).collect();
        let title = command.map_or("keuzehulp".to_owned(), |command| format!("keuzehulp {command}"));
        writeln!(help, "\n## {title}\n\n```text\n{}\n```", run(&arguments).out.trim_end()).unwrap();
    }
    help.push('\n');
    let text = with_part(&read("docs/opdrachten.md"), "namen", &names);
    expect("docs/opdrachten.md", &with_part(&text, "hulp", &help));
}

/// Every `$ keuzehulp …` in a block marked `console` prints what is below it.
#[test]
fn examples_print_what_the_documents_say() {
    for path in documents() {
        let text = read(&path);
        let mut wanted = String::new();
        let mut rest = text.as_str();
        while let Some((before, block)) = rest.split_once("```console\n") {
            let (block, after) = block.split_once("```").unwrap();
            let command = block.lines().next().unwrap().strip_prefix("$ keuzehulp ").unwrap();
            let output =
                program().current_dir(root()).env("COLUMNS", "80").args(command.split(' ')).output().unwrap();
            assert!(output.status.success(), "{path}: {command}");
            let printed = String::from_utf8(output.stdout).unwrap();
            write!(wanted, "{before}```console\n$ keuzehulp {command}\n{printed}```").unwrap();
            rest = after;
        }
        wanted.push_str(rest);
        expect(&path, &wanted);
    }
}

/// Every `keuzehulp …` in a block marked `sh` works, in an empty folder with
/// only the program.
#[test]
fn commands_in_the_documents_work_from_an_empty_folder() {
    let mut commands = 0;
    for path in documents() {
        let text = read(&path);
        for block in text.split("```sh\n").skip(1) {
            let (block, _) = block.split_once("```").unwrap();
            // The commands of a block follow one another.
            let folder = tempfile::tempdir().unwrap();
            for line in block.lines().filter_map(|line| line.trim_start().strip_prefix("keuzehulp ")) {
                let line = line.split('#').next().unwrap().trim();
                let output = program()
                    .current_dir(folder.path())
                    .args(line.split(' '))
                    .args(["--as-of", AS_OF])
                    .output()
                    .unwrap();
                let errors = String::from_utf8_lossy(&output.stderr).into_owned();
                assert!(output.status.success(), "{path}: keuzehulp {line}\n{errors}");
                commands += 1;
            }
        }
    }
    assert!(commands >= 8, "{commands} commands were found");
}

/// The example in the README is the beginning of the real output.
#[test]
fn the_readme_shows_real_output() {
    let output =
        program().env("COLUMNS", "80").args(["compare", "videobellen", "--as-of", AS_OF]).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let first: Vec<&str> = printed.lines().take(24).collect();
    let part = format!("```text\n{}\n…\n```\n", first.join("\n").trim_end());
    expect("README.md", &with_part(&read("README.md"), "voorbeeld", &part));
}

#[test]
fn the_messages_name_documents_that_exist() {
    for code in keuzehulp::load::all_codes() {
        for lang in [Lang::Nl, Lang::En] {
            for word in code.advice.get(lang).split([' ', ',']).filter(|word| word.contains("docs/")) {
                let path = word.trim_end_matches(['.', ':']);
                assert!(root().join(path).exists(), "{} names {path}", code.id);
            }
        }
    }
}

/// All documents but the guide, which is one long walk: `guide.rs` takes it.
fn documents() -> Vec<String> {
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.push(root().join("README.md"));
    let mut names: Vec<String> = found
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .map(|path| path.strip_prefix(root()).unwrap().to_string_lossy().into_owned())
        .filter(|path| path != "docs/handleiding.md")
        .collect();
    names.sort();
    names
}
