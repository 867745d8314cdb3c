//! Widths: output for a narrow terminal, a wide one and none, and characters that
//! take two columns or none.

use std::ffi::OsString;

use unicode_width::UnicodeWidthStr;

use crate::support::{AS_OF, ON_GEGEVENS, Run, in_gegevens, program, run_in, small};

/// Results for people, each as a command.
const RESULTS: [&[&str]; 10] = [
    &["compare", "videobellen", "--details"],
    &["compare", "proctoring", "--details"],
    &["compare", "videobellen", "--details", "--profile", "streng", "--lang", "en"],
    &["explain", "alfa", "--details"],
    &["explain", "beta", "--details", "--lang", "en"],
    &["explain", "alfa"],
    &["explain", "beta", "--lang", "en"],
    &["explain", "criterion", "access-control"],
    &["sources", "list", "--lang", "en"],
    &["list"],
];

/// A result for a terminal of this width, or for a pipe.
fn result(command: &[&str], columns: Option<&str>) -> String {
    let mut all: Vec<OsString> = command.iter().map(OsString::from).collect();
    if !command.iter().any(|argument| argument.ends_with("help")) {
        all.extend(["--no-builtin", "--as-of", AS_OF, "--data"].map(OsString::from));
        all.push(small().into());
    }
    let mut program = program();
    program.envs(columns.map(|columns| ("COLUMNS", columns))).args(all);
    let run: Run = program.output().unwrap().into();
    assert_eq!(run.code, Some(0), "{command:?}: {}", run.err);
    run.out
}

/// The words of a text, without what only draws.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| !word.chars().all(|c| "█░·=".contains(c))).collect()
}

#[test]
fn every_width_has_the_same_words_in_the_same_order() {
    let helps: [&[&str]; 3] = [&["--help"], &["compare", "--help"], &["check", "-h", "--lang", "en"]];
    for command in RESULTS.iter().chain(&helps).filter(|command| **command != ["check", "-h", "--lang", "en"])
    {
        let plain = result(command, None);
        assert!(words(&plain).len() > 20, "{plain}");
        for columns in ["1", "20", "33", "40", "80", "400", "65535"] {
            let other = result(command, Some(columns));
            assert_eq!(words(&other), words(&plain), "{command:?} at {columns}");
        }
    }
}

/// Lines that are wider than the terminal although they could be broken.
fn too_wide(text: &str, columns: usize) -> Vec<&str> {
    let breakable = |line: &str| line.split_whitespace().count() > 1;
    text.lines().filter(|line| line.width() > columns && breakable(line)).collect()
}

#[test]
fn lines_keep_to_the_width_of_the_terminal() {
    let short: [&[&str]; 2] = [&["compare", "videobellen"], &["compare", "proctoring", "--lang", "en"]];
    for command in RESULTS.iter().chain(&short).filter(|command| command[0] != "list") {
        for columns in [20, 40, 64, 80, 120, 400] {
            let text = result(command, Some(&columns.to_string()));
            // In twenty columns an indented line keeps room for a word.
            let wide = too_wide(&text, columns.max(24));
            assert!(wide.is_empty(), "{command:?} at {columns}: {wide:#?}");
        }
    }
}

#[test]
fn the_list_keeps_to_the_width_of_the_terminal() {
    for columns in [40, 64, 80, 400] {
        let text = result(&["list"], Some(&columns.to_string()));
        let wide = too_wide(&text, columns);
        assert!(wide.is_empty(), "at {columns}: {wide:#?}");
    }
}

#[test]
fn a_pipe_breaks_no_lines_unless_columns_are_asked_for() {
    for command in RESULTS {
        let plain = result(command, None);
        assert_eq!(result(command, Some("100000")), plain, "{command:?}");
        let wide = plain.lines().any(|line| line.width() > 100);
        assert!(wide || command.contains(&"criterion") || command.contains(&"list"), "{command:?}: {plain}");
        for nonsense in ["", "0", "-1", "veel", "80x", "1e3", "99999999999999999999999999"] {
            assert_eq!(result(command, Some(nonsense)), plain, "{command:?}: COLUMNS={nonsense}");
        }
    }
}

#[test]
fn columns_change_nothing_for_machines() {
    for format in ["csv", "json", "yaml"] {
        let command = ["compare", "videobellen", "--format", format];
        assert_eq!(result(&command, Some("20")), result(&command, None), "{format}");
    }
}

/// The bars of a table: everything that draws, before the numbers.
fn bars(table: &str) -> Vec<usize> {
    let drawn = |line: &&str| line.trim_start().starts_with(['█', '░', '·']) && line.contains(" beantwoord");
    let bar = |line: &str| line.trim_start().chars().take_while(|c| "█░·".contains(*c)).count();
    table.lines().filter(|line| drawn(line) && bar(line) > 1).map(bar).collect()
}

#[test]
fn bars_below_each_other_have_one_scale() {
    let mut wrong = Vec::new();
    for columns in (20..130).chain([400]) {
        for kind in ["videobellen", "proctoring"] {
            let table = result(&["compare", kind, "--details"], Some(&columns.to_string()));
            let bars = bars(&table);
            if columns >= 80 {
                assert!(bars.len() >= 2, "{kind} at {columns}: {table}");
            }
            if bars.iter().any(|bar| *bar != bars[0]) {
                wrong.push(format!("{kind} at {columns}: {bars:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "the same points look different:\n{}", wrong.join("\n"));
}

/// Products whose names take two columns per character, or none.
fn wide() -> tempfile::TempDir {
    let read = |path: &str| std::fs::read_to_string(small().join(path)).unwrap();
    let alfa = read("vendors/videobellen/alfa.yaml")
        .replace("name: Alfa\n", "name: \"会議の名前がとても長い製品 и ещё одно имя\"\n")
        .replace("maker: Alfa bv", "maker: \"漢字 漢字 漢字 漢字 漢字 漢字 漢字 漢字\"")
        .replace("zegt de tekst.", "zegt de 文書 漢字 漢字 漢字 漢字 漢字 漢字 漢字 漢字 漢字.");
    let beta = read("vendors/videobellen/beta.yaml")
        .replace("name: Beta\n", "name: \"😀 👨‍👩‍👧 🇳🇱 e\u{301}e\u{301}n Ĳ ﬁ 𝔟𝔢𝔱𝔞\"\n");
    in_gegevens(&[("vendors/videobellen/alfa.yaml", &alfa), ("vendors/videobellen/beta.yaml", &beta)])
}

/// A result of the wide data.
fn of_wide(root: &tempfile::TempDir, command: &[&str], columns: usize) -> String {
    let mut program = program();
    program.current_dir(root.path()).env("COLUMNS", columns.to_string()).args(command).args(ON_GEGEVENS);
    let run: Run = program.output().unwrap().into();
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    run.out
}

#[test]
fn wide_characters_and_emoji_keep_lines_within_the_width_and_columns_in_line() {
    let root = wide();
    for columns in [40, 60, 80, 100] {
        let details = ["compare", "videobellen", "--details"];
        for command in [&["compare", "videobellen"][..], &details, &["explain", "alfa"], &["explain", "beta"]]
        {
            let text = of_wide(&root, command, columns);
            let wide = too_wide(&text, columns);
            assert!(wide.is_empty(), "{command:?} at {columns}: {wide:#?}");
        }
        let table = of_wide(&root, &details, columns);
        for name in ["会議の名前がとても長い製品", "👨‍👩‍👧 🇳🇱 e\u{301}e\u{301}n", "𝔟𝔢𝔱𝔞", "e\u{301}"]
        {
            assert!(words(&table).join(" ").contains(name), "{name} is whole: {table}");
        }
        let starts: Vec<usize> = table
            .lines()
            .filter(|line| line.contains("van ") && line.contains("% beantwoord"))
            .map(|line| line.width() - line.trim_start().width())
            .collect();
        assert!(starts.iter().all(|start| *start == 9), "numbers begin in one column: {table}");
    }
}

#[test]
fn a_mark_below_a_line_stands_below_what_it_marks() {
    for before in ["alfa", "漢字漢字", "x\u{332}y\u{332}", "één"] {
        let text = format!(
            "name: Fout\nmaker: x\nhomepage: https://a.example.org\nvariants: {{va: {{name: {before}, hosting: wolk, licence: paid}}}}\nsources: {{}}\nfacts: {{}}\n"
        );
        let root = in_gegevens(&[("vendors/videobellen/fout.yaml", &text)]);
        let run = run_in(root.path(), &["check", "gegevens", "--as-of", AS_OF]);
        let lines: Vec<&str> = run.out.lines().collect();
        let at = lines.iter().position(|line| line.contains("hosting: wolk")).expect("the line is shown");
        let (left, _) = lines[at].split_once("wolk").unwrap();
        let (spaces, _) = lines[at + 1].split_once("^^^^").expect("it is marked");
        assert_eq!(left.width(), spaces.width(), "{before:?}: {}", run.out);
    }
}

#[test]
fn a_finding_on_a_very_long_line_shows_what_is_wrong_and_says_all_of_it() {
    let long = "woord ".repeat(100);
    let text = format!(
        "name: Fout\nmaker: x\nhomepage: https://a.example.org\nvariants: {{va: {{name: {long}, hosting: wolk, note: {long}, licence: paid}}}}\nsources: {{}}\nfacts: {{}}\n"
    );
    let root = in_gegevens(&[("vendors/videobellen/fout.yaml", &text)]);
    for columns in ["20", "400", ""] {
        let mut program = program();
        program
            .current_dir(root.path())
            .env("COLUMNS", columns)
            .args(["check", "gegevens", "--as-of", AS_OF]);
        let run: Run = program.output().unwrap().into();
        assert_eq!(run.code, Some(1), "{}", run.err);
        assert!(
            run.out.contains("hier hoort `cloud`, `hosted` of `self-hosted`, niet `wolk`"),
            "{}",
            run.out
        );
        let shown = run.out.lines().any(|line| line.contains(" | ") && line.contains("hosting: wolk"));
        assert!(shown && run.out.contains("^^^^"), "{}", run.out);
    }
}

#[test]
fn what_a_terminal_would_obey_is_written_out_in_a_table() {
    let evil = ["\u{1b}[31mrood", "\u{1b}]8;;x:y\u{7}klik", "\u{202e}gnp", "\u{9b}31m", "a\u{8}b"];
    let names: Vec<String> = evil.iter().map(|name| format!("vendors/videobellen/{name}.yaml")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "nam: Fout\n")).collect();
    let root = in_gegevens(&files);
    for columns in ["40", "80", ""] {
        for colour in ["never", "always"] {
            let mut program = program();
            program.current_dir(root.path()).env("COLUMNS", columns);
            program.args(["compare", "videobellen", "--ignore-invalid", "--color", colour]).args(ON_GEGEVENS);
            let run: Run = program.output().unwrap().into();
            assert_eq!(run.code, Some(0), "{}", run.err);
            let plain = anstream::adapter::strip_str(&run.out).to_string();
            let joined = words(&plain).join(" ");
            for shown in
                [r"\u{1b}[31mrood", r"\u{1b}]8;;x:y\u{7}klik", r"\u{202e}gnp", r"\u{9b}31m", r"a\u{8}b"]
            {
                assert!(joined.contains(shown), "{shown} at {columns}: {plain}");
            }
            let harmful = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
            assert!(!plain.contains(harmful), "{plain:?}");
            let escapes = run.out.matches('\u{1b}').count();
            let own = run.out.matches("\u{1b}[").count();
            assert_eq!((escapes, escapes > 0), (own, colour == "always"), "{:?}", run.out);
            assert!(!run.out.contains("\u{1b}]"), "no links: {:?}", run.out);
        }
    }
}
