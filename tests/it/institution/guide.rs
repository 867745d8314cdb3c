//! `docs/handleiding.md` is a walk through the program, and so are the first part of
//! `docs/bijdragen.md` and the example for vendors. Here we follow them: we write what the
//! reader writes, run every command, and compare every output shown with the real one.
//! `UPDATE=1 cargo test docs` writes the outputs again.
//!
//! - A `yaml` block begins with `# FILE`. Its contents are merged into that
//!   file as a reader would: an entry takes the place of the one of that name.
//! - A `sh` block has commands, all in one folder that begins empty (`shell` where another
//!   test would run them in a folder of their own). A line ends
//!   with `# eindigt met code 1` where it does not end with 0.
//! - `<!-- uitvoer: 3; Weging: + 2 -->` above a `text` block: of the last command
//!   the first three lines, and two from the line that has `Weging:`.

use std::fmt::Write as _;
use std::path::Path;

use crate::docs::{expect, read};
use crate::support::{AS_OF, Run, copy, program, root};

const GUIDE: &str = "docs/handleiding.md";
const ROAD: &str = "docs/bijdragen.md";
const OUTPUT: &str = "<!-- uitvoer: ";
const CODE: &str = "eindigt met code ";

/// The code and the output of a command of the guide.
fn given(line: &str, folder: &Path) -> Run {
    let command = line.split('#').next().unwrap().trim();
    let words = command.strip_prefix("keuzehulp ").unwrap_or_else(|| panic!("{command} is not ours"));
    let fixed: &[&str] = if words.contains("--as-of") { &[] } else { &["--as-of", AS_OF] };
    let words = words.split_whitespace().chain(fixed.iter().copied());
    let run: Run = program().current_dir(folder).env("COLUMNS", "80").args(words).output().unwrap().into();
    let wanted = line.split_once(CODE).map_or(0, |(_, code)| code.trim().parse().unwrap());
    assert_eq!(run.code, Some(wanted), "{GUIDE}: {command}\n{}{}", run.err, run.out);
    run
}

/// The part of an output that is shown.
fn shortened(output: &str, pieces: &str) -> String {
    let lines: Vec<&str> = output.trim_end().lines().collect();
    let (mut shown, mut at) = (String::new(), 0);
    for piece in pieces.split("; ") {
        let (from, count) = match piece.split_once(" + ") {
            Some((words, count)) => {
                let found = lines.iter().skip(at).position(|line| line.contains(words));
                (at + found.unwrap_or_else(|| panic!("{GUIDE}: no {words:?} in\n{output}")), count)
            }
            None => (at, piece),
        };
        if from > at {
            shown.push_str("…\n");
        }
        at = lines.len().min(from + count.parse::<usize>().unwrap());
        for line in &lines[from..at] {
            writeln!(shown, "{}", line.trim_end()).unwrap();
        }
    }
    if at < lines.len() {
        shown.push_str("…\n");
    }
    shown
}

/// The entries of a block at this depth: each with its key.
fn entries(block: &str, indent: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in block.lines() {
        let rest = line.strip_prefix(indent).unwrap_or_else(|| panic!("{GUIDE}: {line:?}"));
        if rest.starts_with([' ', '-']) {
            let (_, entry) = found.last_mut().expect("a key above it");
            writeln!(entry, "{line}").unwrap();
        } else {
            let key = rest.split_once(':').unwrap_or_else(|| panic!("{GUIDE}: {line:?}")).0;
            found.push((key.to_owned(), format!("{line}\n")));
        }
    }
    found
}

/// A text in which the entries of a block took the place of those of the same
/// name; a new entry goes to the end.
fn laid_into(text: &str, block: &str, indent: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (key, entry) in entries(block, indent) {
        let begin = format!("{indent}{key}:");
        let Some(from) = lines.iter().position(|line| line.starts_with(&begin)) else {
            lines.extend(entry.lines().map(str::to_owned));
            continue;
        };
        let belongs = |line: &String| {
            line.strip_prefix(indent).is_some_and(|rest| rest.starts_with(' ')) || line.trim().is_empty()
        };
        let mut to = from + 1 + lines[from + 1..].iter().take_while(|line| belongs(line)).count();
        while lines[to - 1].trim().is_empty() {
            to -= 1;
        }
        let inside = entry.split_once('\n').unwrap();
        let is_mapping = lines[from] == begin && inside.0 == begin && !inside.1.trim_start().starts_with('-');
        let new = if is_mapping && indent.is_empty() {
            let old = lines[from + 1..to].iter().map(|line| format!("{line}\n")).collect::<String>();
            format!("{begin}\n{}", laid_into(&old, inside.1, "  "))
        } else {
            entry
        };
        lines.splice(from..to, new.lines().map(str::to_owned));
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// Lays a block into the file that its first line names.
fn write_down(block: &str, folder: &Path) {
    let (name, block) = block.split_once('\n').unwrap();
    let path =
        folder.join(name.strip_prefix("# ").unwrap_or_else(|| panic!("{GUIDE}: {name} names no file")));
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    std::fs::write(path, laid_into(&text, block, "")).unwrap();
}

/// Every block of the guide, with the word behind its fence and what precedes it.
fn blocks(text: &str) -> Vec<(&str, &str, &str)> {
    let parts: Vec<&str> = text.split("```").collect();
    let fenced = parts.chunks_exact(2);
    fenced
        .map(|part| {
            let (word, block) = part[1].split_once('\n').unwrap();
            (part[0], word, block)
        })
        .collect()
}

/// What a walk came to.
struct Walked {
    /// The text, with the outputs as they are.
    wanted: String,
    commands: usize,
    outputs: usize,
}

/// Follows a text in a folder. `after` does by hand what the text says after a command.
fn walked(text: &str, folder: &Path, after: impl Fn(&Run)) -> Walked {
    let mut found = Walked { wanted: String::new(), commands: 0, outputs: 0 };
    let mut last = None;
    for (before, word, block) in blocks(text) {
        let mut block = block.to_owned();
        match word {
            "yaml" => write_down(&block, folder),
            "sh" | "shell" => {
                for line in block.lines() {
                    let run = given(line, folder);
                    after(&run);
                    last = Some(run);
                    found.commands += 1;
                }
            }
            _ => {}
        }
        let mark = before.trim_end().lines().last().and_then(|line| line.strip_prefix(OUTPUT));
        if let Some(pieces) = mark.and_then(|mark| mark.strip_suffix(" -->")) {
            let run = last.as_ref().expect("a command before its output");
            block = shortened(if run.out.is_empty() { &run.err } else { &run.out }, pieces);
            found.outputs += 1;
        }
        write!(found.wanted, "{before}```{word}\n{block}```").unwrap();
    }
    found.wanted.push_str(text.rsplit_once("```").unwrap().1);
    assert_eq!(found.outputs, text.matches(OUTPUT).count(), "every mark has its block");
    found
}

#[test]
fn docs_guide_is_walked_as_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let Walked { wanted, commands, outputs } = walked(&read(GUIDE), folder.path(), |_| ());
    expect(GUIDE, &wanted);
    assert!(commands >= 15 && outputs >= 10, "{commands} commands, {outputs} outputs");
}

/// Someone who adds a fact needs fewer than eight commands: from a source to a fact that is
/// checked, formatted, and held against its source.
#[test]
fn docs_road_of_a_contributor_is_walked_as_it_is_written() {
    let text = read(ROAD);
    let begin = text.find("\n## ").unwrap();
    let end = begin + 1 + text[begin + 1..].find("\n## ").unwrap();
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("criteria"), &folder.path().join("criteria"));
    let example = read("docs/bestanden.md");
    let (_, _, example) = *blocks(&example).iter().find(|(_, word, _)| *word == "yaml").unwrap();
    write_down(example, folder.path());
    std::fs::create_dir(folder.path().join("copies")).unwrap();
    let quotes = "<p>De overeenkomst geldt alleen\n voor scholen.</p>
        <p>De school bepaalt na hoeveel <b>dagen</b> opnames vanzelf worden gewist.</p>";
    let save = |run: &Run| {
        let is_page = |word: &&str| Path::new(word).extension().is_some_and(|ending| ending == "html");
        for name in run.out.split_whitespace().filter(is_page) {
            std::fs::write(folder.path().join("copies").join(name), quotes).unwrap();
        }
    };
    let road = walked(&text[..end], folder.path(), save);
    expect(ROAD, &format!("{}{}", road.wanted, &text[end..]));
    assert_eq!(road.commands, 7);
}

/// The example for vendors, in both languages: an answer is disputed, and then corrected.
#[test]
fn docs_example_for_vendors_is_walked_as_it_is_written() {
    for (path, heading) in
        [("docs/voor-aanbieders.md", "\n## Een voorbeeld"), ("docs/for-vendors.md", "\n## An example")]
    {
        let text = read(path);
        let begin = text.find(heading).unwrap();
        let folder = tempfile::tempdir().unwrap();
        copy(&root().join("tests/data/vendor"), folder.path());
        let example = walked(&text[begin..], folder.path(), |_| ());
        expect(path, &format!("{}{}", &text[..begin], example.wanted));
        assert_eq!((example.commands, example.outputs), (4, 2), "{path}");
    }
}

/// Someone who types the pieces of the guide into an empty file has dossiers in
/// which nothing is found.
#[test]
fn docs_guide_has_whole_dossiers() {
    let text = read(GUIDE);
    let folder = tempfile::tempdir().unwrap();
    for (_, _, block) in blocks(&text).iter().filter(|(_, word, _)| *word == "yaml") {
        write_down(block, folder.path());
    }
    for file in ["dossier.yaml", "dossier-proctoring.yaml"] {
        assert!(folder.path().join(file).exists(), "{file}");
        given(&format!("keuzehulp check {file} --strict"), folder.path());
    }
}

/// What the guide itself says; an output has the sentence that says what the
/// tool does not say.
#[test]
fn docs_guide_does_not_judge_the_law() {
    let text = read(GUIDE);
    let own: String = blocks(&text).iter().map(|(before, ..)| *before).collect();
    let own = own + text.rsplit_once("```").unwrap().1;
    let words = ["voldoet", "avg-proof", "veilig", "veilige", "goedgekeurd", "gediskwalificeerd", "illegaal"];
    for word in own.to_lowercase().split(|c: char| !c.is_alphanumeric() && c != '-') {
        assert!(!words.contains(&word), "{GUIDE}: `{word}`");
    }
}

#[test]
fn docs_guide_lays_a_piece_where_it_belongs() {
    let file = "# a\nneed: {}\n  # minors: …\n\n# b\nchecklist:\n\n  # One\n  one: {status: open}\n  two: {status: open}\n";
    let need = laid_into(file, "need:\n  minors: ja\n", "");
    assert_eq!(
        need,
        "# a\nneed:\n  minors: ja\n\n# b\nchecklist:\n\n  # One\n  one: {status: open}\n  two: {status: open}\n"
    );
    let mended =
        laid_into(&need, "need:\n  minors: yes\n  youngest: 12\nchecklist:\n  one: {status: done}\n", "");
    assert_eq!(
        mended,
        "# a\nneed:\n  minors: yes\n  youngest: 12\n\n# b\nchecklist:\n\n  # One\n  one: {status: done}\n  two: {status: open}\n"
    );
    assert_eq!(laid_into("a: 1\n", "b:\n  - x\n", ""), "a: 1\nb:\n  - x\n");
    assert_eq!(shortened("a\nb\nc\nd\ne\n", "1; c + 2"), "a\n…\nc\nd\n…\n");
}

/// What `docs/bijdragen.md` shows a sector body is accepted as it is, and
/// does what it says.
#[test]
fn docs_examples_for_a_sector_are_accepted() {
    let text = read("docs/bijdragen.md");
    let folder = tempfile::tempdir().unwrap();
    let mut files = 0;
    let is_example =
        |(_, word, block): &&(&str, &str, &str)| *word == "yaml" && block.starts_with("# criteria/");
    for (_, _, block) in blocks(&text).iter().filter(is_example) {
        let (name, block) = block.split_once('\n').unwrap();
        let path = folder.path().join(name.strip_prefix("# ").unwrap());
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, block).unwrap();
        files += 1;
    }
    assert_eq!(files, 3);
    given("keuzehulp check --strict", folder.path());
    let triage = given("keuzehulp triage --data .", folder.path()).out;
    assert!(triage.contains("(sector-accessible)"), "{triage}");
    let checklist = given("keuzehulp checklist --kind videobellen --data .", folder.path()).out;
    assert!(checklist.contains("hoeveel dagen een opname"), "{checklist}");
    let compared = given("keuzehulp compare videobellen --profile onze-sector --data .", folder.path()).out;
    assert!(compared.contains("die van uw situatie afhangen"), "{compared}");
}
