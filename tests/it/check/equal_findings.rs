//! A sensible number of equal findings: a few are shown, all are counted.

use std::fmt::Write as _;
use std::path::Path;

use crate::support::{AS_OF, Run, folder, program};

/// A layer of products that each have these lines, with their number for `{n}`.
fn products(count: usize, lines: &str) -> tempfile::TempDir {
    let files: Vec<(String, String)> = (0..count)
        .map(|n| (format!("vendors/videobellen/p{n:04}.yaml"), lines.replace("{n}", &n.to_string())))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    folder(&files)
}

const PRODUCT: &str = "name: P{n}\nmaker: P{n} bv\nhomepage: https://p{n}.example.org\nvariants:\n  \
                       gewoon: {name: gewoon, hosting: clod, licence: paid}\nsources: {}\nfacts: {}\n";

fn check(at: &Path, extra: &[&str]) -> Run {
    program().current_dir(at).args(["check", ".", "--as-of", AS_OF]).args(extra).output().unwrap().into()
}

fn count(run: &Run, word: &str) -> usize {
    run.out.matches(word).count()
}

#[test]
fn equal_findings_are_shown_ten_times_and_then_counted() {
    let place = products(500, PRODUCT);
    let short = check(place.path(), &["--format", "short"]);
    assert_eq!(count(&short, "fout[KH110]"), 10, "{}", short.out);
    let more = "en nog 490 keer KH110: hier hoort `cloud`, `hosted` of `self-hosted`, niet `clod`\n";
    assert!(short.out.contains(more) && short.out.contains("--all"), "{}", short.out);
    assert!(short.err.starts_with("500 fouten, "), "{}", short.err);
    let text = check(place.path(), &[]);
    assert_eq!(count(&text, "fout[KH110]"), 10, "{}", text.out);
    assert!(text.out.contains(more), "{}", text.out);
    assert!(text.out.lines().last().unwrap().starts_with("500 fouten, "), "{}", text.out);
    assert!(text.out.lines().count() < 150, "{}", text.out);
    let json = check(place.path(), &["--format", "json"]);
    assert_eq!(count(&json, "\"KH110\""), 500);
    for all in ["--all", "--alles"] {
        for format in ["text", "short"] {
            let run = check(place.path(), &[all, "--format", format]);
            assert_eq!(count(&run, "fout[KH110]"), 500, "{format}");
            assert!(!run.out.contains("en nog "), "{format}");
        }
    }
    for extra in [&[][..], &["--strict"]] {
        for format in ["text", "short", "json"] {
            for all in [&[][..], &["--all"]] {
                let run = check(place.path(), &[&["--format", format], extra, all].concat());
                assert_eq!(run.code, Some(1), "{format} {extra:?} {all:?}");
            }
        }
    }
}

#[test]
fn ten_equal_findings_are_not_too_many_and_eleven_are() {
    for (number, more) in [(10, false), (11, true)] {
        let place = products(number, PRODUCT);
        let run = check(place.path(), &["--format", "short"]);
        assert_eq!(count(&run, "fout[KH110]"), 10);
        assert_eq!(run.out.contains("en nog 1 keer KH110"), more, "{}", run.out);
        assert_eq!(run.out.contains("--all"), more, "{}", run.out);
    }
}

#[test]
fn findings_of_one_code_that_each_name_something_else_are_shown_longer() {
    for (number, shown) in [(40, 40), (50, 50), (200, 50)] {
        let place = products(number, &PRODUCT.replace("https://p{n}", "http//p{n}").replace("clod", "cloud"));
        let run = check(place.path(), &["--format", "short"]);
        assert_eq!(count(&run, "fout[KH107]"), shown, "{}", run.out);
        let more = number - shown;
        assert_eq!(
            run.out.contains(&format!("en nog {more} keer KH107: dit is geen gewoon webadres")),
            more > 0
        );
    }
}

#[test]
fn findings_are_counted_over_all_paths_and_rare_ones_always_show() {
    let mut text = PRODUCT.to_owned();
    let place = products(30, PRODUCT);
    let _ = writeln!(text, "ohja: x");
    let path = place.path().join("vendors/videobellen/zz.yaml");
    std::fs::write(path, text.replace("{n}", "z")).unwrap();
    let run = check(place.path(), &["vendors", "vendors/videobellen/p0003.yaml", "--format", "short"]);
    assert_eq!(count(&run, "fout[KH110]"), 10, "{}", run.out);
    assert!(run.out.contains("en nog 21 keer KH110"), "{}", run.out);
    assert_eq!(count(&run, "fout[KH101]"), 1, "{}", run.out);
    let english = check(place.path(), &["--lang", "en"]);
    assert!(
        english.out.contains("and 21 more of KH110: ") && english.out.contains("(--all shows them all)"),
        "{}",
        english.out
    );
}

/// What is missing is one mistake: the first file is shown, with the places of a few
/// others and how many there are.
#[test]
fn something_missing_that_many_files_name_is_one_finding_with_its_count() {
    let sound = PRODUCT.replace("clod", "cloud");
    let criterion = sound.replace("facts: {}", "facts:\n  zomaar-iets: {answer: ja}");
    let kind = |text: &str| -> Vec<(String, String)> {
        (0..40)
            .map(|n| (format!("vendors/onzin/p{n:04}.yaml"), text.replace("{n}", &n.to_string())))
            .collect()
    };
    let profile = "title: {nl: Weging {n}, en: Profile {n}}\nbecause: {nl: Zo., en: So.}\nextends: onzin\nweights: {processing-agreement: 1}\n";
    let profiles =
        (0..40).map(|n| (format!("criteria/profiles/w{n:04}.yaml"), profile.replace("{n}", &n.to_string())));
    for (files, code, place, also) in [
        (
            kind(&criterion)
                .into_iter()
                .map(|(path, text)| (path.replace("onzin", "videobellen"), text))
                .collect(),
            "KH301",
            "vendors/videobellen/p0000.yaml:8:3",
            "vendors/videobellen/p0001.yaml:8:3, vendors/videobellen/p0002.yaml:8:3, \
             vendors/videobellen/p0003.yaml:8:3",
        ),
        (
            kind(&sound),
            "KH206",
            "vendors/onzin/p0000.yaml:1:1",
            "vendors/onzin/p0001.yaml:1:1, vendors/onzin/p0002.yaml:1:1, vendors/onzin/p0003.yaml:1:1",
        ),
        (
            profiles.collect::<Vec<_>>(),
            "KH402",
            "criteria/profiles/w0000.yaml:3:10",
            "criteria/profiles/w0001.yaml:3:10, criteria/profiles/w0002.yaml:3:10, \
             criteria/profiles/w0003.yaml:3:10",
        ),
    ] {
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let root = folder(&files);
        let short = check(root.path(), &["--format", "short"]);
        let mine: Vec<&str> = short.out.lines().filter(|line| line.contains(code)).collect();
        let [line] = mine[..] else { panic!("{code}: {}", short.out) };
        assert!(line.starts_with(place), "{line}");
        assert!(line.ends_with(&format!("; ook: {also} en nog 36 plaatsen")), "{line}");
        assert!(short.err.starts_with("1 fout, "), "{}", short.err);
        let text = check(root.path(), &["--lang", "en"]);
        assert_eq!(count(&text, &format!("error[{code}]")), 1, "{}", text.out);
        assert!(text.out.contains(&format!("also: {also} and 36 more places")), "{}", text.out);
        let all = check(root.path(), &["--format", "short", "--all"]);
        assert!(all.out.contains("p0039.yaml") || all.out.contains("w0039.yaml"), "{}", all.out);
        assert_eq!(count(&check(root.path(), &["--format", "json"]), &format!("\"{code}\"")), 40);
        let last = files.last().expect("a file").0;
        let one = check(root.path(), &[]);
        assert_eq!(one.code, Some(1));
        let run: Run = program()
            .current_dir(root.path())
            .args(["check", last, "--as-of", AS_OF, "--format", "short"])
            .output()
            .unwrap()
            .into();
        assert!(run.out.starts_with(last) && !run.out.contains("; ook"), "{}", run.out);
    }
}
