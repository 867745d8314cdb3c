//! More of the command line as a terminal, a log and a network meet it: no
//! connection is ever made, no text forges a line, the same run says the same.

use std::path::Path;

use keuzehulp::cli::commands::command;
use keuzehulp::text::Lang;

use crate::failing_disks::strace;
use crate::support::{AS_OF, Run, copy, folder, program, put_small, run, small};

mod cells;
mod counts;
mod layout;

/// Runs the program in a folder.
fn run_in(at: &Path, arguments: &[&str]) -> Run {
    program().current_dir(at).args(arguments).output().unwrap().into()
}

/// The small data in `gegevens`, with these files added or replaced.
fn with(files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = folder(&[]);
    put_small(&root.path().join("gegevens"), files);
    root
}

/// The options that make the small data the only data.
const ON_SMALL: [&str; 5] = ["--no-builtin", "--as-of", AS_OF, "--data", "gegevens"];

/// Every way to run every command.
const RUNS: [&[&str]; 29] = [
    &["compare", "videobellen"],
    &["compare", "videobellen", "--format", "csv"],
    &["compare", "videobellen", "--format", "csv", "--csv", "rfc4180", "--columns", "tidy"],
    &["compare", "videobellen", "--format", "json"],
    &["compare", "proctoring", "--format", "yaml", "--data", "gegevens"],
    &["compare", "proctoring", "--format", "json", "-o", "uit.json"],
    &["compare", "niets"],
    &["compare", "videobellen", "--format", "markdown"],
    &["bundle", "videobellen", "-o", "pakket"],
    &["verify", "pakket"],
    &["verify", "nergens"],
    &["triage"],
    &["checklist", "--kind", "videobellen", "-o", "lijst.html"],
    &["memo", "nergens.yaml"],
    &["explain", "alfa", "--no-builtin", "--data", "gegevens"],
    &["explain", "criterion", "access-control", "--no-builtin", "--data", "gegevens"],
    &["check", "gegevens"],
    &["check", "gegevens", "--format", "short"],
    &["check", "gegevens", "--format", "json"],
    &["check"],
    &["check", "https://example.org/gegevens"],
    &["list"],
    &["list", "products", "--data", "gegevens"],
    &["list", "--data", "https://example.org/gegevens"],
    &["new", "profile", "onze-school"],
    &["new", "vendor", "videobellen/nieuw", "-o", "nieuw.yaml"],
    &["--help"],
    &["--version"],
    &["compare", "--help"],
];

#[test]
fn no_command_ever_asks_for_the_network() {
    for command in command(Lang::Nl).get_subcommands() {
        let name = command.get_name();
        assert!(RUNS.iter().any(|run| run[0] == name), "add a run of `{name}` to this test");
    }
    let root = with(&[]);
    for arguments in RUNS {
        let run = strace(&["-f", "-e", "trace=network"], root.path(), arguments);
        assert!(matches!(run.code, 0..=3), "{arguments:?}: {}", run.err);
        assert!(run.log.contains("+++ exited with "), "{arguments:?}: {}", run.log);
        let calls: Vec<&str> = run.log.lines().filter(|line| !line.contains("+++ exited with ")).collect();
        assert!(calls.is_empty(), "{arguments:?}: {calls:?}");
    }
}

#[test]
fn the_same_check_says_the_same_every_time() {
    let root = with(&[
        ("vendors/videobellen/a-fout.yaml", "nam: A\n"),
        ("vendors/videobellen/b-fout.yaml", "x: [\n"),
    ]);
    for format in ["text", "short", "json"] {
        let check = || run_in(root.path(), &["check", "gegevens", "--as-of", AS_OF, "--format", format]);
        let first = check();
        assert_eq!(first.code, Some(1), "{}", first.err);
        for _ in 0..10 {
            let again = check();
            assert_eq!(
                (again.code, &again.out, &again.err),
                (first.code, &first.out, &first.err),
                "{format}"
            );
        }
    }
}

#[test]
fn every_finding_is_told_however_many_there_are() {
    let names: Vec<String> = (0..25).map(|n| format!("vendors/videobellen/fout-{n:02}.yaml")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "nam: Fout\n")).collect();
    let root = with(&files);
    for format in ["text", "short", "json"] {
        let run = run_in(root.path(), &["check", "gegevens", "--as-of", AS_OF, "--format", format]);
        for name in &names {
            let found = run.out.matches(name.as_str()).count();
            assert!(found >= 7, "{format}: {name} has a wrong key and lacks six, told are {found}");
        }
    }
    let refused = run_in(root.path(), &[&["compare", "videobellen"], &ON_SMALL[..]].concat());
    assert_eq!(refused.code, Some(1));
    assert!(names.iter().all(|name| refused.out.contains(name.as_str())), "{}", refused.out);
}

/// A product in which every text that a finding repeats tries to begin a line.
const FORGER: &str = r###"name: Fout
maker: x
homepage: "geen adres\n::error file=x::pwn"
"\n::error file=x::pwn": 1
"%0A::error file=x::pwn": 2
"a\r::error file=x::pwn": 3
"c\u2028::error file=x::pwn": 4
"d\u0085::error file=x::pwn": 5
"##[error]pwn": 6
variants: {"e\n::error file=x::pwn": {name: n, hosting: "cloud\n::error file=x::pwn", licence: paid}}
sources:
  s1:
    title: T
    url: "https://a.example.org"
    read: |-
      2026-01-01
      ::error file=x::pwn
    grade: |-
      vendor
      ::error file=x::pwn
facts:
  "zz\n::error file=x::pwn": {}
  processing-agreement:
    answers:
      - for: "all\n::error file=x::pwn"
        answer: "complete\n::error file=x::pwn"
    evidence:
      - from: "s1\n::error file=x::pwn"
        quote: q
"###;

/// No line could be taken for one that the program or a build log did not
/// begin, whatever counts as the end of a line.
fn forges_no_line(text: &str, what: &str) {
    for end in ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'] {
        assert!(!text.contains(end), "{what}: {end:?} in {text:?}");
    }
    for line in text.lines() {
        let start = line.trim_start();
        assert!(!start.starts_with("::") && !start.starts_with("##["), "{what}: {line:?}");
    }
}

#[test]
fn no_text_of_a_file_forges_a_line_of_findings() {
    let root = with(&[
        ("vendors/videobellen/vals.yaml", FORGER),
        ("vendors/videobellen/x\n::error file=y::pwn.yaml", "nam: Fout\n"),
        ("vendors/videobellen/x\r::error file=y::pwn.yaml", "nam: Fout\n"),
        ("vendors/y\n::error file=y::pwn/z.yaml", "nam: Fout\n"),
    ]);
    let check =
        |format: &str| run_in(root.path(), &["check", "gegevens", "--as-of", AS_OF, "--format", format]);
    let short = check("short");
    assert_eq!(short.code, Some(1), "{}", short.err);
    let document: serde_json::Value = serde_json::from_str(&check("json").out).unwrap();
    let findings = document["findings"].as_array().unwrap();
    assert!(findings.len() > 12, "{findings:#?}");
    assert_eq!(short.out.lines().count(), findings.len(), "one line per finding: {}", short.out);
    for line in short.out.lines() {
        let (place, rest) = line.split_once(": ").unwrap();
        let numbers: Vec<&str> = place.rsplit(':').take(2).collect();
        assert!(place.starts_with("gegevens/") && numbers.iter().all(|n| n.parse::<u32>().is_ok()), "{line}");
        assert!(rest.starts_with("fout[KH") || rest.starts_with("waarschuwing[KH"), "{line}");
    }
    for format in ["text", "short", "json"] {
        let run = check(format);
        forges_no_line(&run.out, format);
        forges_no_line(&run.err, format);
    }
    let refused = run_in(root.path(), &[&["compare", "videobellen"], &ON_SMALL[..]].concat());
    assert_eq!(refused.code, Some(1));
    forges_no_line(&refused.out, "compare");
    forges_no_line(&refused.err, "compare");
    let ignored =
        run_in(root.path(), &[&["compare", "videobellen", "--ignore-invalid"], &ON_SMALL[..]].concat());
    assert_eq!(ignored.code, Some(0), "{}", ignored.err);
    forges_no_line(&ignored.out, "what was left out");
}

#[test]
fn no_argument_and_no_path_forges_a_line_of_messages() {
    let evil = "x\n::error file=y::pwn";
    let root = folder(&[]);
    copy(&small(), &root.path().join(evil));
    let output = format!("{evil}.json");
    let weight = format!("{evil}=1");
    let data = ["--no-builtin", "--as-of", AS_OF, "--data", evil];
    for arguments in [
        &["compare", "videobellen"][..],
        &["compare", "videobellen", "-o", &output],
        &["compare", evil],
        &["compare", "videobellen", "--profile", evil],
        &["compare", "videobellen", "--profile", &output.replace("json", "yaml")],
        &["compare", "videobellen", "--vendor", evil],
        &["compare", "videobellen", "--weight", &weight],
        &["compare", "videobellen", "--format", evil],
        &["explain", evil],
        &["explain", "criterion", evil],
        &["list", "--kind", evil],
        &["list", evil],
        &["new", "profile", evil],
        &["new", "vendor", evil],
        &[evil],
    ] {
        for format in [&[][..], &["--format", "json"]] {
            if format.len() == 2 && (arguments[0] != "compare" || arguments.contains(&"--format")) {
                continue;
            }
            let run = run_in(root.path(), &[arguments, &data, format].concat());
            assert!(matches!(run.code, Some(0..=3)), "{arguments:?}: {:?}", run.code);
            forges_no_line(&run.err, &format!("{arguments:?}"));
            forges_no_line(&run.out, &format!("{arguments:?}"));
        }
    }
    for arguments in [["check", evil], ["check", &output]] {
        let run = run_in(root.path(), &arguments);
        forges_no_line(&run.err, "check");
        forges_no_line(&run.out, "check");
    }
}

#[test]
fn names_that_lead_elsewhere_are_no_ids_and_nothing_is_written() {
    for name in ["../x", "../../x", "/x/y", "a/../../x", "..", ".", "a\\..\\x", "con", "a b", "", "-o"] {
        for (what, path) in [
            ("vendor", format!("videobellen/{name}")),
            ("vendor", format!("{name}/alfa")),
            ("criterion", format!("contract/{name}")),
            ("criterion", format!("{name}/alfa")),
            ("profile", name.to_owned()),
        ] {
            let root = folder(&[("diep/er/bestand", "x")]);
            let at = root.path().join("diep/er");
            let run = run_in(&at, &["new", "-o", "nieuw.yaml", what, "--", &path]);
            assert_eq!(run.code, Some(2), "{what} {path}: {}", run.err);
            let files =
                || std::fs::read_dir(&at).unwrap().count() + std::fs::read_dir(root.path()).unwrap().count();
            assert_eq!(files(), 2, "{what} {path}");
        }
    }
}

#[test]
fn an_id_that_leads_elsewhere_is_refused_when_it_is_read() {
    let alfa = std::fs::read_to_string(small().join("vendors/videobellen/alfa.yaml")).unwrap();
    for id in ["../../x", "/x/y", "..", "a/b", "nul", "a.b", "A"] {
        let product = alfa
            .replace("  gratis: {", &format!("  \"{id}\": {{"))
            .replace("for: gratis", &format!("for: \"{id}\""));
        let root = with(&[("vendors/videobellen/alfa.yaml", &product)]);
        let checked = run_in(root.path(), &["check", "gegevens", "--as-of", AS_OF, "--format", "short"]);
        assert_eq!(checked.code, Some(1), "{id}: {}", checked.out);
        assert!(checked.out.contains("alfa.yaml:6:3: fout[KH104]"), "{id}: {}", checked.out);
        let output = [&["compare", "videobellen", "-o", "uit.csv"], &ON_SMALL[..]].concat();
        assert_eq!(run_in(root.path(), &output).code, Some(1), "{id}");
        assert_eq!(std::fs::read_dir(root.path()).unwrap().count(), 1, "{id}: nothing is written");
    }
    assert_eq!(run(&["compare", "videobellen", "--vendor", "../../x"]).code, Some(2));
}
