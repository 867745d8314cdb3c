//! Dossiers made to do harm, and files that are not a dossier at all: every command
//! that reads one says what is wrong, and ends as it should.

use super::{GOES_ON, place};
use crate::read::hostile::limited;
use crate::support::Run;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Every command that reads a dossier, in every format that it has.
pub const COMMANDS: [(&[&str], &[&str]); 6] = [
    (&["checklist", "FILE"], &["text", "markdown", "html", "csv", "json"]),
    (&["triage", "FILE"], &["text", "markdown", "html", "csv", "json"]),
    (&["memo", "FILE"], &["text", "markdown", "html"]),
    (
        &["compare", "proctoring", "--dossier", "FILE"],
        &["table", "csv", "markdown", "json", "yaml", "html", "xlsx"],
    ),
    (&["explain", "gamma/licht", "--dossier", "FILE"], &[]),
    (&["bundle", "proctoring", "--dossier", "FILE", "-o", "pakket"], &[]),
];

/// What every command does with this dossier, in both languages.
pub fn each(root: &Path, file: &str, mut look: impl FnMut(&[&str], &Run)) {
    for (command, formats) in COMMANDS {
        let formats: Vec<Option<&str>> = match formats {
            [] => vec![None],
            formats => formats.iter().copied().map(Some).collect(),
        };
        for format in formats {
            for lang in ["nl", "en"] {
                let mut words: Vec<&str> =
                    command.iter().map(|word| if *word == "FILE" { file } else { *word }).collect();
                if let Some(format) = format {
                    words.extend(["--format", format]);
                }
                // A workbook is no text: it goes to a file.
                if format == Some("xlsx") {
                    words.extend(["-o", "uit.xlsx", "--overwrite"]);
                }
                words.extend(["--lang", lang, "--no-builtin", "--data", "."]);
                let ended = limited(root, &words);
                look(&words, &ended);
                let _ = fs::remove_dir_all(root.join("pakket"));
            }
        }
    }
}

/// Every command refuses this dossier with this code, and says so once.
pub fn refused(root: &Path, file: &str, exit: i32, code: &str) {
    each(root, file, |words, run| {
        assert_eq!(run.code, Some(exit), "{words:?}: {}{}", run.out, run.err);
        assert_eq!(run.out.matches(code).count(), 1, "{words:?}: {}{}", run.out, run.err);
        assert!(run.out.len() < 5_000, "{words:?} prints {} bytes", run.out.len());
        assert!(!root.join("pakket").exists() && !root.join("uit.xlsx").exists(), "{words:?} made something");
    });
}

/// The data with this as its dossier; refused by every command.
fn refuses(bytes: impl AsRef<[u8]>, code: &str) {
    let place = place("");
    fs::write(place.path().join("dossier.yaml"), bytes).expect("written");
    refused(place.path(), "dossier.yaml", 1, code);
}

#[test]
fn a_dossier_of_windows_is_read() {
    let place = place(GOES_ON);
    let read = |name: &str| {
        let words = ["triage", name, "--format", "json", "--no-builtin", "--data", "."];
        limited(place.path(), &words).out
    };
    let windows = format!("\u{feff}{}", GOES_ON.replace('\n', "\r\n"));
    fs::write(place.path().join("windows.yaml"), windows).expect("written");
    let (one, other) = (read("dossier.yaml"), read("windows.yaml"));
    assert!(one.contains("Toets wiskunde"), "{one}");
    assert_eq!(one, other);
}

#[test]
fn what_cannot_be_a_dossier_is_refused_with_one_finding() {
    refuses(format!("{GOES_ON}#{}\n", "x".repeat(2 << 20)), "KH002");
    refuses(b"institution: Testsch\xf6ol\nkind: proctoring\n", "KH001");
    refuses("", "KH003");
    refuses("- Testschool\n", "KH103");
    refuses("Testschool\n", "KH103");
    refuses(format!("{GOES_ON}institution: Andere school\n"), "KH012");
    refuses(format!("{GOES_ON}---\n{GOES_ON}"), "KH010");
    refuses(GOES_ON.replace("Testschool", "!!str Testschool"), "KH007");
    refuses(GOES_ON.replace("Testschool", "&school Testschool"), "KH005");
    refuses(GOES_ON.replace("Een toets op afstand.", &"x".repeat(200_000)), "KH019");
    refuses(format!("{GOES_ON}x: {}", "[".repeat(100_000)), "KH017");
}

#[test]
fn a_dossier_that_grows_is_refused_at_its_first_anchor() {
    let mut text = String::from("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
    for n in 1..9 {
        let below = vec![format!("*a{}", n - 1); 9].join(", ");
        let _ = writeln!(text, "a{n}: &a{n} [{below}]");
    }
    let place = place(&text);
    each(place.path(), "dossier.yaml", |words, run| {
        assert_eq!(run.code, Some(1), "{words:?}: {}", run.err);
        assert!(run.out.contains("KH005") && run.out.len() < 200_000, "{words:?}: {} bytes", run.out.len());
    });
}

/// The texts of [`GOES_ON`], one of each field that a dossier can have.
const TEXTS: [&str; 17] = [
    "Testschool",
    "Een toets op afstand.",
    "directeur, on",
    "beleidsmap",
    "contracten",
    "Toets wiskunde",
    "examencommissie",
    "Een ander maakt de toets.",
    "Rekenen is geen stuk.",
    "Te veel studenten.",
    "Licht is genoeg.",
    "studentenraad",
    "Stemt u in?",
    "Klopt de DPIA?",
    "Ja.",
    "gamma/licht",
    "De lichtste vorm.",
];

#[test]
fn control_characters_made_by_escapes_are_refused_in_every_text() {
    for (at, text) in TEXTS.into_iter().enumerate() {
        let rest = text.strip_suffix(", on").map_or("", |_| ", on");
        for (written, code) in [(r#""a\e[31mb""#, "KH015"), (r#""\u202egnp""#, "KH016")] {
            let place = place(&GOES_ON.replacen(text, &format!("{written}{rest}"), 1));
            // Every command for some of them, and one for each.
            if at % 6 == 0 {
                refused(place.path(), "dossier.yaml", 1, code);
            }
            let words = ["check", "dossier.yaml", "--format", "short", "--no-builtin", "--data", "."];
            let run = limited(place.path(), &words);
            assert_eq!(run.code, Some(1), "{text}");
            assert_eq!(run.out.matches(code).count(), 1, "{text}: {}", run.out);
        }
    }
}

/// What a spreadsheet, a page or a document would obey is in it as text.
#[test]
fn texts_that_would_be_obeyed_are_shown_in_every_format() {
    let obeyed = "\"=1+1|</td><script>alert(1)</script>[x](javascript:1)<!--\"";
    let mut dossier = GOES_ON.to_owned();
    for text in TEXTS.into_iter().filter(|text| !text.contains('/') && !text.ends_with(", on")) {
        dossier = dossier.replacen(text, obeyed, 1);
    }
    let place = place(&dossier);
    each(place.path(), "dossier.yaml", |words, run| {
        assert_eq!(run.code, Some(0), "{words:?}: {}{}", run.out, run.err);
        if words.contains(&"html") {
            assert!(!run.out.contains("<script>alert"), "{words:?}");
        }
        if words.contains(&"markdown") {
            let shown = run.out.replace("\\[", "").replace("\\<", "");
            assert!(!shown.contains("[x](") && !shown.contains("<!--"), "{words:?}: {}", run.out);
        }
        if words.contains(&"csv") {
            assert!(!run.out.contains(";=") && !run.out.contains(";\"="), "{words:?}: {}", run.out);
        }
    });
}

#[test]
fn a_dossier_with_very_many_exams_and_people_is_told_whole() {
    let exam = |n: usize| {
        format!(
            "  e{n}:\n    exam: Toets {n}\n    steps:\n      c-form: {{allow: lockdown-only, written: {{reason: Licht.}}}}\n"
        )
    };
    let exams: String = (0..5_000).map(exam).collect();
    let place = place(&GOES_ON.replace("consulted:\n", &format!("{exams}consulted:\n")));
    let asked = |words: &[&str]| {
        let run = limited(place.path(), &[words, &["--no-builtin", "--data", "."]].concat());
        assert_eq!(run.code, Some(0), "{words:?}: {}", run.err);
        run.out
    };
    assert!(asked(&["triage", "dossier.yaml"]).contains("Toets 4999"));
    assert!(asked(&["memo", "dossier.yaml", "--format", "html"]).ends_with("</html>\n"));
    let compare = ["compare", "proctoring", "--dossier", "dossier.yaml", "--format"];
    for format in ["table", "json", "html"] {
        assert!(asked(&[&compare[..], &[format]].concat()).contains("Toets 4999"), "{format}");
    }
    let one = asked(&["triage", "dossier.yaml", "--exam", "e4999"]);
    assert!(one.contains("Toets 4999") && !one.contains("Toets 4998"), "{one}");
}

/// A step can ask for as many reasons as a question can have answers.
#[test]
fn a_dossier_can_write_down_every_reason_that_is_asked() {
    let place = place("");
    let step = place.path().join("criteria/triage/a-needed.yaml");
    let asks = fs::read_to_string(&step).expect("a step");
    for (many, code) in [(64, 0), (65, 1)] {
        let questions: String =
            (0..many).map(|n| format!("  r{n}: {{nl: Risico {n}?, en: Risk {n}?}}\n")).collect();
        let asks = asks.replace("  risk: {nl: Welk risico?, en: Which risk?}\n", &questions);
        fs::write(&step, asks).expect("written");
        let reasons: Vec<String> = (0..many).map(|n| format!("r{n}: reden-{n}")).collect();
        let dossier = GOES_ON.replace("risk: Een ander maakt de toets.", &reasons.join(", "));
        fs::write(place.path().join("dossier.yaml"), dossier).expect("written");
        each(place.path(), "dossier.yaml", |words, run| {
            assert_eq!(run.code, Some(code), "{words:?}: {}{}", run.out, run.err);
        });
        let words = ["triage", "dossier.yaml", "--no-builtin", "--data", "."];
        assert!(limited(place.path(), &words).out.contains("reden-63"));
    }
}

/// `check` knows a dossier by its name.
#[test]
fn check_knows_a_dossier_by_its_name() {
    let inside = place("");
    let outside = crate::support::folder(&[]);
    let data = inside.path().to_str().expect("UTF-8");
    for root in [inside.path(), outside.path()] {
        for name in [
            "dossier.yaml",
            "dossier-2026.yml",
            "proctoring-dossier.yaml",
            "DOSSIER.YAML",
            "ons dossier.yaml",
        ] {
            fs::write(root.join(name), GOES_ON.replace("gamma/licht", "gamma/lich")).expect("written");
            let run = limited(root, &["check", name, "--no-builtin", "--data", data]);
            assert_eq!(run.code, Some(1), "{name}: {}{}", run.out, run.err);
            assert!(run.out.contains("KH711"), "{name}: {}", run.out);
        }
        for name in ["mijn.yaml", "dossiers.yaml", "dossier.txt"] {
            fs::write(root.join(name), GOES_ON).expect("written");
            for (lang, tip) in
                [("nl", "een dossier heet `dossier.yaml`"), ("en", "a dossier is called `dossier.yaml`")]
            {
                let run = limited(root, &["check", name, "--no-builtin", "--data", data, "--lang", lang]);
                assert_eq!(run.code, Some(2), "{name}: {}{}", run.out, run.err);
                assert!(run.out.contains("KH038") && run.out.contains(tip), "{name}: {}", run.out);
            }
        }
    }
}
