//! Counts and dates as people write them: none, one, two; every month.

use crate::support::{AS_OF, ON_GEGEVENS, Run, in_gegevens, run_in};

/// A product without findings.
const CLEAN: &str = "\
name: Schoon
maker: Schoon bv
homepage: https://schoon.example.org
variants:
  enige: {name: enige, hosting: cloud, licence: paid}
sources: {}
facts: {}
";

/// A source that no fact names.
const UNUSED: &str = "{title: T, url: \"https://schoon.example.org\", read: 2026-06-01, grade: vendor}";

/// The last line of a check of one layer of files over the built-in data.
fn verdict(files: &[(&str, &str)], lang: &str) -> String {
    let root = crate::support::folder(files);
    let run: Run = run_in(root.path(), &["check", ".", "--as-of", AS_OF, "--lang", lang]);
    // Hints that were not asked for are counted behind it.
    let last = run.out.lines().last().unwrap_or_default();
    last.split("; ").next().unwrap_or_default().to_owned()
}

#[test]
fn findings_and_files_are_counted_as_people_count() {
    let file = |n: usize| format!("vendors/videobellen/schoon-{n}.yaml");
    let [one, two, three] = [file(1), file(2), file(3)];
    let named = |name: &str| CLEAN.replace("Schoon\n", &format!("{name}\n"));
    let (alpha, beta) = (named("Schoon een"), named("Schoon twee"));
    let error = alpha.replace("sources", "bronnen: x\nsources");
    let errors = alpha.replace("sources", "bronnen: x\nfeiten: x\nsources");
    let warning = beta.replace("sources: {}", &format!("sources: {{s1: {UNUSED}}}"));
    let warnings = beta.replace("sources: {}", &format!("sources: {{s1: {UNUSED}, s2: {UNUSED}}}"));
    for (files, nl, en) in [
        (
            vec![(one.as_str(), &alpha)],
            "geen fouten, geen waarschuwingen in 1 bestand",
            "no errors, no warnings in 1 file",
        ),
        (
            vec![(&one, &alpha), (&two, &beta)],
            "geen fouten, geen waarschuwingen in 2 bestanden",
            "no errors, no warnings in 2 files",
        ),
        (vec![(&one, &error)], "1 fout, geen waarschuwingen in 1 bestand", "1 error, no warnings in 1 file"),
        (
            vec![(&one, &error), (&two, &warning)],
            "1 fout, 1 waarschuwing in 2 bestanden",
            "1 error, 1 warning in 2 files",
        ),
        (
            vec![(&one, &errors), (&three, &warnings)],
            "2 fouten, 2 waarschuwingen in 2 bestanden",
            "2 errors, 2 warnings in 2 files",
        ),
    ] {
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        assert_eq!(verdict(&files, "nl"), format!("{nl} (stand op {AS_OF})"));
        assert_eq!(verdict(&files, "en"), format!("{en} (as of {AS_OF})"));
    }
}

#[test]
fn variants_are_counted_as_people_count() {
    let root = in_gegevens(&[]);
    let head = |extra: &[&str], lang: &str| {
        let arguments =
            [&["compare", "videobellen", "--details", "--lang", lang], &ON_GEGEVENS[..], extra].concat();
        let run = run_in(root.path(), &arguments);
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.out.lines().next().unwrap_or_default().to_owned()
    };
    for (extra, nl, en) in [
        (
            &["--vendor", "beta"][..],
            "1 variant vergeleken (keuze uit 3)",
            "1 variant compared (choice from 3)",
        ),
        (
            &["--vendor", "alfa"],
            "2 varianten vergeleken (keuze uit 3)",
            "2 variants compared (choice from 3)",
        ),
        (&[], "3 varianten vergeleken", "3 variants compared"),
    ] {
        assert!(head(extra, "nl").starts_with(&format!("Videobellen: {nl}, ")), "{}", head(extra, "nl"));
        assert!(head(extra, "en").starts_with(&format!("Video calling: {en}, ")), "{}", head(extra, "en"));
    }
    std::fs::remove_file(root.path().join("gegevens/vendors/videobellen/alfa.yaml")).unwrap();
    assert!(head(&[], "nl").starts_with("Videobellen: 1 variant vergeleken, "), "{}", head(&[], "nl"));
    assert!(head(&[], "en").starts_with("Video calling: 1 variant compared, "), "{}", head(&[], "en"));
    std::fs::remove_dir_all(root.path().join("gegevens/vendors/videobellen")).unwrap();
    assert!(head(&[], "nl").starts_with("Videobellen: 0 varianten vergeleken, "), "{}", head(&[], "nl"));
    assert!(head(&[], "en").starts_with("Video calling: 0 variants compared, "), "{}", head(&[], "en"));
}

#[test]
fn what_there_is_is_counted_as_people_count() {
    let root = in_gegevens(&[]);
    let list = |lang: &str| {
        run_in(root.path(), &[&["list", "kinds", "--lang", lang], &ON_GEGEVENS[..]].concat()).out
    };
    assert!(list("nl").contains("(3 varianten, 3 criteria)"), "{}", list("nl"));
    let data = root.path().join("gegevens");
    std::fs::remove_file(data.join("vendors/videobellen/alfa.yaml")).unwrap();
    assert!(list("nl").contains("(1 variant, 3 criteria)"), "{}", list("nl"));
    assert!(list("en").contains("(1 variant, 3 criteria)"), "{}", list("en"));
    for file in ["retention/exit-deletion-days", "security/access-control"] {
        std::fs::remove_file(data.join("criteria").join(file).with_extension("yaml")).unwrap();
    }
    assert!(list("nl").contains("(1 variant, 1 criterium)"), "{}", list("nl"));
    assert!(list("en").contains("(1 variant, 1 criterion)"), "{}", list("en"));
    std::fs::remove_file(data.join("vendors/videobellen/beta.yaml")).unwrap();
    assert!(list("nl").contains("(0 varianten, 1 criterium)"), "{}", list("nl"));
}

#[test]
fn stale_answers_and_files_used_are_counted_as_people_count() {
    let root = in_gegevens(&[]);
    let compare = |lang: &str| {
        let run = run_in(
            root.path(),
            &[&["compare", "videobellen", "--details", "--lang", lang], &ON_GEGEVENS[..]].concat(),
        );
        assert_eq!(run.code, Some(0), "{}", run.err);
        run
    };
    assert!(
        compare("nl").out.contains("2 antwoorden met een oude bron of een bron zonder datum"),
        "{}",
        compare("nl").out
    );
    assert!(
        compare("en").out.contains("2 answers with an old source or a source without a date"),
        "{}",
        compare("en").out
    );
    assert!(compare("nl").err.contains("(11 bestanden)"), "{}", compare("nl").err);
    let path = root.path().join("gegevens/vendors/videobellen/beta.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    let (kept, _) = text.split_once("  access-control:").unwrap();
    std::fs::write(&path, kept).unwrap();
    assert!(
        compare("nl").out.contains("1 antwoord met een oude bron of een bron zonder datum\n"),
        "{}",
        compare("nl").out
    );
    assert!(
        compare("en").out.contains("1 answer with an old source or a source without a date\n"),
        "{}",
        compare("en").out
    );
}

#[test]
fn a_refusal_counts_its_errors_as_people_count() {
    for (text, nl, en) in [
        (CLEAN.replace("facts", "x: y\nfacts"), "1 fout.", "1 error."),
        (CLEAN.replace("facts", "x: y\nz: y\nfacts"), "2 fouten.", "2 errors."),
    ] {
        let root = in_gegevens(&[("vendors/videobellen/schoon.yaml", &text)]);
        for (lang, count) in [("nl", nl), ("en", en)] {
            let arguments = [&["compare", "videobellen", "--lang", lang], &ON_GEGEVENS[..]].concat();
            let run = run_in(root.path(), &arguments);
            assert_eq!(run.code, Some(1), "{}", run.err);
            assert!(run.err.contains(&format!(": {count}")), "{}", run.err);
        }
    }
}

#[test]
fn days_are_written_out_in_every_month() {
    let root = in_gegevens(&[]);
    let nl = "januari februari maart april mei juni juli augustus september oktober november december";
    let en = "January February March April May June July August September October November December";
    for (lang, label, months) in [("nl", "Stand op", nl), ("en", "As of", en)] {
        for (number, month) in months.split(' ').enumerate() {
            for day in [1, 2, 28] {
                let as_of = format!("2027-{:02}-{day:02}", number + 1);
                let arguments = [
                    "compare",
                    "videobellen",
                    "--details",
                    "--no-builtin",
                    "--data",
                    "gegevens",
                    "--lang",
                    lang,
                    "--as-of",
                    &as_of,
                ];
                let run = run_in(root.path(), &arguments);
                assert_eq!(run.code, Some(0), "{}", run.err);
                let line = format!("{label} {day} {month} 2027.");
                assert!(run.out.contains(&line), "{line} is not in {}", run.out);
            }
        }
    }
}
