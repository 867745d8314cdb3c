//! The finding cases of `tests/data/cases`: each is a small mistake in a copy
//! of `tests/data/small`, with every finding that it gives, in both languages.
//! `tests/data/cases/README.md` describes their format.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::support::{AS_OF, Run, copy, data, program, small};

pub mod beyond;

/// One case, as its file says it.
struct Case {
    path: PathBuf,
    /// Everything before the expected findings.
    head: String,
    expected: String,
    /// What to run in the copied folder.
    arguments: Vec<String>,
    /// Folders of `tests/data` that are laid over the small data first.
    over: Vec<String>,
    /// Files and folders to take away.
    without: Vec<String>,
    files: Vec<(String, Vec<u8>)>,
}

const FINDINGS: &str = "=== findings\n";

fn cases() -> Vec<Case> {
    let mut paths: Vec<PathBuf> = fs::read_dir(data("cases"))
        .expect("the folder of cases")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths.into_iter().map(read).collect()
}

fn read(path: PathBuf) -> Case {
    let text = fs::read_to_string(&path).expect("a case is UTF-8");
    let (head, expected) = text.split_once(FINDINGS).unwrap_or((&text, ""));
    let mut case = Case {
        head: head.to_owned(),
        expected: expected.to_owned(),
        arguments: vec!["check".to_owned(), ".".to_owned()],
        over: Vec::new(),
        without: Vec::new(),
        files: Vec::new(),
        path,
    };
    let mut sections = head.split("=== ");
    for line in sections.next().unwrap_or("").lines() {
        if let Some(command) = line.strip_prefix("$ keuzehulp ") {
            case.arguments = command.split_whitespace().map(str::to_owned).collect();
        }
    }
    for section in sections {
        let (title, text) = section.split_once('\n').expect("a section has a title");
        if let Some(name) = title.strip_prefix("with ") {
            case.over.push(name.to_owned());
        } else if let Some(path) = title.strip_prefix("without ") {
            case.without.push(path.to_owned());
        } else if let Some(path) = title.strip_suffix(" (escaped)") {
            case.files.push((path.to_owned(), unescape(text)));
        } else {
            case.files.push((title.to_owned(), text.as_bytes().to_owned()));
        }
    }
    case
}

/// The bytes of an escaped section: `\u{…}` is a character, `\x{…}` a byte and
/// `\n` the end of a line; the lines themselves are joined. A line `%repeat 3 …`
/// is there three times, with its number for `{n}`.
fn unescape(text: &str) -> Vec<u8> {
    let mut lines = String::new();
    for line in text.lines() {
        match line.strip_prefix("%repeat ").and_then(|rest| rest.split_once(' ')) {
            Some((times, line)) => {
                for n in 0..times.parse::<usize>().expect("a number of times") {
                    lines.push_str(&line.replace("{n}", &n.to_string()));
                }
            }
            None => lines.push_str(line),
        }
    }
    let mut bytes = Vec::with_capacity(lines.len());
    let mut rest = lines.as_str();
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend(before.as_bytes());
        let number = |kind: &str| {
            let (hex, rest) = after.strip_prefix(kind)?.split_once('}')?;
            Some((u32::from_str_radix(hex, 16).ok()?, rest))
        };
        if let Some((byte, after)) = number("x{") {
            bytes.push(u8::try_from(byte).expect("a byte"));
            rest = after;
        } else if let Some((point, after)) = number("u{") {
            let c = char::from_u32(point).expect("a character");
            bytes.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
            rest = after;
        } else if let Some(after) = after.strip_prefix('n') {
            bytes.push(b'\n');
            rest = after;
        } else {
            bytes.push(b'\\');
            rest = after;
        }
    }
    bytes.extend(rest.as_bytes());
    bytes
}

/// A copy of the small data set with the files of the case laid over it.
fn prepared(case: &Case) -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a folder");
    copy(&small(), place.path());
    for name in &case.over {
        copy(&data(name), place.path());
    }
    for gone in &case.without {
        let path = place.path().join(gone);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("taken away");
    }
    for (path, bytes) in &case.files {
        let path = place.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("written");
    }
    place
}

fn run_in(place: &Path, arguments: &[String], lang: &str) -> Run {
    let mut command = program();
    command.current_dir(place).args(arguments);
    command.args(["--format", "json", "--as-of", AS_OF, "--lang", lang]);
    command.output().expect("the program starts").into()
}

pub fn findings(run: &Run) -> Vec<serde_json::Value> {
    let document: serde_json::Value = serde_json::from_str(&run.out)
        .unwrap_or_else(|error| panic!("not one JSON document ({error}): {}\n{}", run.out, run.err));
    assert_eq!(document["schema"], "keuzehulp/findings/1");
    document["findings"].as_array().expect("findings").clone()
}

pub fn text<'v>(finding: &'v serde_json::Value, key: &str) -> &'v str {
    finding[key].as_str().unwrap_or("")
}

/// The small data set has one source that no fact names, on purpose; no case is about it.
pub fn is_of_small(finding: &serde_json::Value) -> bool {
    text(finding, "code") == "KH510" && text(finding, "path") == "vendors/videobellen/beta.yaml"
}

/// The findings of a case as its file writes them, or what is wrong with the
/// run itself.
fn actual(case: &Case) -> Result<String, String> {
    let place = prepared(case);
    let [dutch, english] = ["nl", "en"].map(|lang| run_in(place.path(), &case.arguments, lang));
    if dutch.code != english.code {
        return Err(format!("exit {:?} in Dutch, {:?} in English", dutch.code, english.code));
    }
    let code = code_of(case);
    let mine = |finding: &serde_json::Value| finding["severity"] != "hint" || text(finding, "code") == code;
    let of = |run: &Run| findings(run).into_iter().filter(mine).collect::<Vec<_>>();
    let (nl, en) = (of(&dutch), of(&english));
    if nl.len() != en.len() {
        return Err("the two languages give different findings".to_owned());
    }
    let has_error = nl.iter().any(|finding| finding["severity"] == "error");
    if dutch.code != Some(i32::from(has_error)) {
        return Err(format!("the run ends with {:?}", dutch.code));
    }
    let mut shown = String::new();
    for (nl, en) in nl.iter().zip(&en).filter(|(nl, _)| !is_of_small(nl)) {
        let heading = |finding: &serde_json::Value| {
            format!(
                "{}:{}:{} {} {}",
                text(finding, "path"),
                finding["line"],
                finding["column"],
                text(finding, "severity"),
                text(finding, "code")
            )
        };
        if heading(nl) != heading(en) {
            return Err(format!("Dutch and English differ: {} and {}", heading(nl), heading(en)));
        }
        let _ = writeln!(shown, "{}", heading(nl));
        for finding in [nl, en] {
            let _ = writeln!(shown, "  {}", text(finding, "message"));
            let _ = writeln!(shown, "  > {}", text(finding, "help"));
        }
    }
    Ok(shown)
}

fn code_of(case: &Case) -> String {
    let name = case.path.file_stem().expect("a name").to_string_lossy();
    name.split('-').next().unwrap_or("").to_owned()
}

#[test]
fn every_case_gives_exactly_its_findings() {
    let update = std::env::var("UPDATE").ok();
    let wrong: Vec<String> = cases()
        .par_iter()
        .filter_map(|case| {
            let name = case.path.file_name().expect("a name").to_string_lossy().into_owned();
            match actual(case) {
                Err(why) => Some(format!("{name}: {why}")),
                Ok(found) if update.as_ref().is_some_and(|which| which == "1" || name.starts_with(which)) => {
                    fs::write(&case.path, format!("{}{FINDINGS}{found}", case.head)).expect("written");
                    None
                }
                Ok(found) if found == case.expected => None,
                Ok(found) => Some(format!("{name}: expected\n{}but found\n{found}", case.expected)),
            }
        })
        .collect();
    assert!(wrong.is_empty(), "{}\n({} cases; UPDATE=1 rewrites them)", wrong.join("\n"), wrong.len());
}

#[test]
fn every_case_begins_with_a_sentence_and_shows_the_code_of_its_name() {
    for case in cases() {
        let code = code_of(&case);
        let first = case.head.lines().next().unwrap_or("");
        assert!(first.ends_with('.') && first.len() > 20, "{}: {first}", case.path.display());
        assert!(case.expected.contains(&format!(" {code}\n")), "{} lacks {code}", case.path.display());
    }
}

/// Each help says what to do: it is there, and it is more than the message.
#[test]
fn every_finding_says_what_to_do() {
    for case in cases() {
        let lines: Vec<&str> = case.expected.lines().collect();
        for pair in lines.windows(2) {
            let Some(help) = pair[1].strip_prefix("  >") else { continue };
            assert!(help.len() > 10 && help.trim() != pair[0].trim(), "{}: {help}", case.path.display());
        }
    }
}

/// The codes that tests show without a case: those that need a great many findings
/// or files (`beyond`), a link or a lock (`platform::data_folders`), a path of its own
/// (`check::paths`), an earlier state of the data (`maintain::upkeep`), or another command
/// (`maintain::fmt`).
const IN_RUST: [&str; 11] =
    ["KH020", "KH024", "KH030", "KH031", "KH035", "KH038", "KH405", "KH407", "KH540", "KH541", "KH542"];

#[test]
fn every_code_has_a_case() {
    let mut shown: BTreeSet<String> = cases().iter().map(code_of).collect();
    shown.extend(IN_RUST.map(str::to_owned));
    let all = keuzehulp::load::all_codes().chain(keuzehulp::lint::all_codes());
    let missing: Vec<&str> = all.map(|code| code.id).filter(|id| !shown.contains(*id)).collect();
    assert!(missing.is_empty(), "without a case: {missing:?}");
}

#[test]
fn every_code_is_unique_and_ascends_within_its_table() {
    let tables = [
        keuzehulp::text::codes::ALL,
        keuzehulp::load::codes::ALL,
        keuzehulp::load::character_codes::ALL,
        keuzehulp::load::migration_codes::ALL,
        keuzehulp::load::premise_codes::ALL,
        keuzehulp::lint::ALL,
        keuzehulp::lint::upkeep::ALL,
        keuzehulp::lint::ids::ALL,
        keuzehulp::lint::exceptions::ALL,
        keuzehulp::bundle::codes::ALL,
    ];
    let mut seen = BTreeSet::new();
    for table in tables {
        for pair in table.windows(2) {
            assert!(pair[0].id < pair[1].id, "{} stands before {}", pair[0].id, pair[1].id);
        }
        for code in table {
            let digits = code.id.strip_prefix("KH").unwrap_or("");
            assert!(digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()), "{}", code.id);
            assert!(seen.insert(code.id), "{} is used twice", code.id);
            for phrase in [code.title, code.advice] {
                assert!(!phrase.nl.is_empty() && !phrase.en.is_empty(), "{}", code.id);
                assert_ne!(phrase.nl, phrase.en, "{} is not translated", code.id);
            }
        }
    }
}
