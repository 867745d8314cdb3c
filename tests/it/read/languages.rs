//! Findings in both languages, about data with many kinds of errors.

use std::collections::BTreeSet;

use crate::command_line::languages::{in_lang, speaks_only};
use crate::support::{AS_OF, copy, folder, small};

/// The small data with a mistake of many sorts, and a product that is gone.
fn with_mistakes() -> tempfile::TempDir {
    let root = folder(&[]);
    copy(&small(), root.path());
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    let alfa = std::fs::read_to_string(small().join("vendors/videobellen/alfa.yaml")).unwrap();
    write(
        "vendors/videobellen/aa.yaml",
        "nam: x\nmaker: [a]\nhomepage: ftp://x\nvariants: {A: 1}\nsources: x\nfacts: {}\n",
    );
    write("vendors/videobellen/ab.yaml", "name: [\n");
    write("vendors/videobellen/ac.yaml", "");
    write("vendors/videobellen/ad.yaml", "name: &x a\nmaker: *x\nhomepage: !t b\n<<: c\n");
    write("vendors/videobellen/ae.yaml", "name: a\nname: b\n\tmaker: c\n");
    write("vendors/videobellen/af.yaml", &alfa.replace("read: 2026-06-01", "read: 2027-06-01"));
    write("vendors/videobellen/ag.yaml", &alfa.replace("between: [10, 60]", "between: [60, 10]"));
    write("vendors/videobellen/ah.yaml", &alfa.replace("answer: complete", "answer: compleet"));
    write("vendors/videobellen/ai.yaml", &alfa.replace("has: [password]", "has: [password, lock]"));
    write("vendors/videobellen/aj.yaml", &alfa.replace("for: school", "for: universiteit"));
    write("vendors/videobellen/ak.yaml", &alfa.replace("from: voorwaarden", "from: voorwaarde"));
    write("vendors/videobellen/al.yaml", &alfa.replace("processing-agreement:", "procesing-agreement:"));
    write("vendors/videobellen/Am.yaml", &alfa);
    write("vendors/fietsen/an.yaml", &alfa);
    write("criteria/fietsen/ao.yaml", "title: x\n");
    write("criteria/security/ap.yaml", "title: {nl: a}\nbasis: god\none-of: {fine: {a1: b}}\nany-of: {}\n");
    write(
        "criteria/profiles/aq.yaml",
        "title: {nl: a, en: b}\nbecause: {nl: a, en: b}\nextends: ar\nweights: {x: 101}\n",
    );
    write(
        "criteria/profiles/as.yaml",
        "title: {nl: a, en: b}\nbecause: {nl: a, en: b}\nweights: {}\nthemes: {contract: -1}\n",
    );
    root
}

#[test]
fn findings_speak_one_language() {
    let root = with_mistakes();
    let path = root.path().to_str().unwrap();
    for lang in ["nl", "en"] {
        let found = in_lang(lang, &["check", path, "--as-of", AS_OF, "--format", "json"]);
        assert_eq!(found.code, Some(1), "{}", found.err);
        let document: serde_json::Value = serde_json::from_str(&found.out).unwrap();
        let findings = document["findings"].as_array().unwrap();
        let codes: BTreeSet<&str> = findings.iter().map(|f| f["code"].as_str().unwrap()).collect();
        assert!(codes.len() >= 20, "mistakes of many sorts: {codes:?}");
        for finding in findings {
            let text = format!("{}\n{}", finding["message"], finding["help"]);
            speaks_only(lang, &text, &["good", "partly", "insufficient"], finding["code"].as_str().unwrap());
        }
        let short = in_lang(lang, &["check", path, "--as-of", AS_OF, "--format", "short"]);
        speaks_only(lang, &short.out, &["good", "partly", "insufficient"], "check --format short");
        speaks_only(lang, &short.err, &[], "the verdict");
        let full = in_lang(lang, &["check", path, "--as-of", AS_OF]);
        // Lines of the files themselves follow a bar.
        let own: Vec<&str> = full.out.lines().filter(|line| !line.contains("| ")).collect();
        let own = own.join("\n");
        speaks_only(lang, &own, &["good", "partly", "insufficient"], "check");
    }
}

#[test]
fn findings_of_both_languages_are_the_same_findings() {
    let root = with_mistakes();
    let path = root.path().to_str().unwrap();
    let places = |lang: &str| -> Vec<String> {
        let found = in_lang(lang, &["check", path, "--as-of", AS_OF, "--format", "json"]);
        let document: serde_json::Value = serde_json::from_str(&found.out).unwrap();
        let place =
            |f: &serde_json::Value| format!("{} {} {} {}", f["path"], f["line"], f["column"], f["code"]);
        document["findings"].as_array().unwrap().iter().map(place).collect()
    };
    assert_eq!(places("nl"), places("en"));
}

#[test]
fn a_refusal_to_rank_speaks_one_language() {
    let root = with_mistakes();
    let path = root.path().to_str().unwrap();
    for lang in ["nl", "en"] {
        let fixed = ["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--data", path];
        let refused = in_lang(lang, &fixed);
        assert_eq!(refused.code, Some(1));
        speaks_only(lang, &refused.err, &["ignore-invalid"], "the refusal");
    }
}
