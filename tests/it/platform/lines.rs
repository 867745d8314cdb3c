//! No text of a file, no name and no argument forges a line: names of files may
//! hold the end of one.

use crate::support::{AS_OF, ON_GEGEVENS, copy, folder, in_gegevens, run_in, small};

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
    let root = in_gegevens(&[
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
    let refused = run_in(root.path(), &[&["compare", "videobellen"], &ON_GEGEVENS[..]].concat());
    assert_eq!(refused.code, Some(1));
    forges_no_line(&refused.out, "compare");
    forges_no_line(&refused.err, "compare");
    let ignored =
        run_in(root.path(), &[&["compare", "videobellen", "--ignore-invalid"], &ON_GEGEVENS[..]].concat());
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
