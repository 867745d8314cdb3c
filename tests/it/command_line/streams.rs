//! Standard input, output and error in all states that a shell can give them,
//! colour, and the environment.

use std::fs::{File, OpenOptions};
use std::process::{Command, Stdio};

use keuzehulp::cli::guard;

use super::{commands, every_command, on_small, with_small};
use crate::support::{Run, program, run, small_with};

/// A device on which nothing fits.
fn full() -> File {
    OpenOptions::new().write(true).open("/dev/full").expect("a full device")
}

/// Runs the program under a shell with this redirection.
fn redirected(redirection: &str, arguments: &[&str]) -> Run {
    Command::new("/bin/sh")
        .env_clear()
        .args(["-c", &format!("exec \"$0\" \"$@\" {redirection}"), env!("CARGO_BIN_EXE_keuzehulp")])
        .args(on_small(arguments))
        .output()
        .unwrap()
        .into()
}

#[test]
fn a_reader_that_went_away_ends_every_command_in_peace() {
    let mut all = every_command();
    all.extend([vec!["--help"], vec!["--version"], vec!["compare", "--help"]]);
    for arguments in all {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let given = if arguments[0].starts_with("--") {
            arguments.iter().map(Into::into).collect()
        } else {
            on_small(&arguments)
        };
        let run: Run = program().args(given).stdout(writer).output().unwrap().into();
        assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
        for word in ["panicked", "fout:", "pipe"] {
            assert!(!run.err.contains(word), "{arguments:?}: {}", run.err);
        }
    }
}

#[test]
fn a_reader_of_one_line_ends_the_run_in_peace() {
    let line = Command::new("/bin/sh")
        .env_clear()
        .args(["-c", "\"$0\" \"$@\" | head -n 1", env!("CARGO_BIN_EXE_keuzehulp")])
        .env("PATH", "/usr/bin:/bin")
        .args(on_small(&["compare", "videobellen"]))
        .output()
        .unwrap();
    let run: Run = line.into();
    assert_eq!(run.code, Some(0));
    assert!(run.out.starts_with("Videobellen: 3 uitvoeringen vergeleken"), "{}", run.out);
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    assert!(!run.err.contains("panicked"), "{}", run.err);
}

#[test]
fn a_full_disk_under_standard_output_is_told_with_code_3() {
    for arguments in every_command() {
        let run: Run = program().args(on_small(&arguments)).stdout(full()).output().unwrap().into();
        assert_eq!(run.code, Some(3), "{arguments:?}: {}", run.err);
        assert!(run.err.contains("fout: "), "{arguments:?}: {}", run.err);
        assert!(run.err.contains("de schijf is vol"), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn a_full_disk_under_help_and_version_is_told_with_code_3() {
    let mut all = vec![vec!["--version".to_owned()], vec!["--help".to_owned()], vec!["-h".to_owned()]];
    all.extend(commands().into_iter().map(|name| vec![name, "--help".to_owned()]));
    for arguments in all {
        let run: Run = program().args(&arguments).stdout(full()).output().unwrap().into();
        assert_eq!(run.code, Some(3), "{arguments:?}: {}", run.err);
        assert!(run.err.contains("de schijf is vol"), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn a_full_disk_under_refused_data_is_told_with_code_3() {
    let data = small_with(&[("vendors/videobellen/alfa.yaml", "name: [\n")]);
    for format in ["table", "json"] {
        let run: Run = program()
            .args(["compare", "videobellen", "--no-builtin", "--format", format, "--data"])
            .arg(data.path())
            .stdout(full())
            .output()
            .unwrap()
            .into();
        assert_eq!(run.code, Some(3), "{format}: {}", run.err);
    }
}

#[test]
fn a_standard_error_that_takes_nothing_changes_no_result() {
    for arguments in every_command() {
        let plain = with_small(&arguments);
        let full: Run = program().args(on_small(&arguments)).stderr(full()).output().unwrap().into();
        assert_eq!((full.code, &full.out), (plain.code, &plain.out), "{arguments:?}");
        let closed = redirected("2>&-", &arguments);
        assert_eq!((closed.code, &closed.out), (plain.code, &plain.out), "{arguments:?}");
    }
}

#[test]
fn wrong_use_keeps_its_code_when_nobody_can_be_told() {
    for arguments in [&["compare", "videobelen"][..], &["xyzzy"], &["--weigth"]] {
        assert_eq!(redirected("2>&-", arguments).code, Some(2), "{arguments:?}");
        assert_eq!(redirected("2>/dev/full", arguments).code, Some(2), "{arguments:?}");
    }
    let nothing: Run = program().stderr(full()).output().unwrap().into();
    assert_eq!(nothing.code, Some(2));
}

#[test]
fn closed_standard_streams_never_end_in_a_panic() {
    for arguments in every_command() {
        let no_input = redirected("<&-", &arguments);
        assert_eq!(no_input.code, Some(0), "{arguments:?}: {}", no_input.err);
        assert_eq!(no_input.out, with_small(&arguments).out, "{arguments:?}");
        for redirection in [">&-", ">&- 2>&-", "<&- >&- 2>&-"] {
            let run = redirected(redirection, &arguments);
            assert!(matches!(run.code, Some(0 | 3)), "{arguments:?} {redirection}: {:?}", run.code);
            assert!(!run.err.contains("panicked"), "{}", run.err);
        }
    }
}

#[test]
fn results_go_to_standard_output_and_the_data_used_to_standard_error() {
    let run = with_small(&["compare", "videobellen"]);
    // The set has one stale source: what is not shown is at least counted.
    assert_eq!(run.err.lines().nth(1), Some("1 waarschuwing; `keuzehulp check` noemt ze."));
    assert_eq!(run.err.lines().count(), 2, "{}", run.err);
    assert!(run.err.starts_with("Gegevens: ") && run.err.contains("small"), "{}", run.err);
    assert!(!run.out.contains("tests/data"), "{}", run.out);
}

#[test]
fn nothing_is_coloured_when_a_program_reads_it() {
    let mut all = every_command();
    all.extend([vec!["check", "--strict"], vec!["xyzzy"], vec!["--help"]]);
    for environment in [&[][..], &[("TERM", "xterm-256color")], &[("TERM", "dumb")], &[("NO_COLOR", "1")]] {
        for arguments in &all {
            let run: Run = program()
                .envs(environment.iter().copied())
                .args(on_small(arguments))
                .output()
                .unwrap()
                .into();
            assert!(!run.out.contains('\u{1b}'), "{environment:?} {arguments:?}: {}", run.out);
            assert!(!run.err.contains('\u{1b}'), "{environment:?} {arguments:?}: {}", run.err);
        }
    }
}

#[test]
fn an_option_decides_on_colour_before_the_environment_does() {
    let coloured = |environment: &[(&str, &str)], extra: &[&str], command: &[&str]| {
        let mut arguments = on_small(command);
        arguments.extend(extra.iter().map(Into::into));
        let run: Run = program().envs(environment.iter().copied()).args(arguments).output().unwrap().into();
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.out.contains('\u{1b}')
    };
    for command in [&["compare", "videobellen"][..], &["check"], &["explain", "alfa"], &["list"]] {
        assert!(coloured(&[], &["--color", "always"], command), "{command:?}");
        assert!(coloured(&[("NO_COLOR", "1")], &["--color", "always"], command), "{command:?}");
        assert!(coloured(&[("CLICOLOR_FORCE", "1")], &[], command), "{command:?}");
        assert!(coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")], &[], command), "{command:?}");
        assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[], command), "{command:?}");
        assert!(!coloured(&[("CLICOLOR_FORCE", "1")], &["--color", "never"], command), "{command:?}");
    }
}

#[test]
fn forcing_colour_can_be_switched_off() {
    let plain = with_small(&["compare", "videobellen"]).out;
    for value in ["", "0"] {
        let run: Run = program()
            .env("CLICOLOR_FORCE", value)
            .args(on_small(&["compare", "videobellen"]))
            .output()
            .unwrap()
            .into();
        assert_eq!(run.out, plain, "CLICOLOR_FORCE={value}");
    }
}

#[test]
fn formats_for_machines_are_never_coloured() {
    for format in ["csv", "json", "yaml"] {
        let run = with_small(&["compare", "videobellen", "--format", format, "--color", "always"]);
        assert!(!run.out.contains('\u{1b}'), "{format}");
    }
    let run = with_small(&["check", "--format", "json", "--color", "always"]);
    assert!(!run.out.contains('\u{1b}'));
}

#[test]
fn colour_adds_nothing_but_colour() {
    let plain = with_small(&["compare", "videobellen"]).out;
    let coloured = with_small(&["compare", "videobellen", "--color", "always"]).out;
    assert_ne!(plain, coloured);
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
}

#[test]
fn a_dumb_terminal_gets_no_colour_and_a_real_one_does() {
    let on_terminal = |term: &str, extra: &str| {
        let words: Vec<String> = on_small(&["compare", "videobellen"])
            .iter()
            .map(|word| format!("'{}'", word.to_str().unwrap()))
            .collect();
        let line = format!("{extra} '{}' {}", env!("CARGO_BIN_EXE_keuzehulp"), words.join(" "));
        let output = Command::new("script")
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("TERM", term)
            .args(["-qec", &line, "/dev/null"])
            .stdin(Stdio::null())
            .output()
            .expect("script of util-linux");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(text.contains("Videobellen"), "{text}");
        text.contains('\u{1b}')
    };
    assert!(on_terminal("xterm-256color", "env"));
    assert!(!on_terminal("dumb", "env"));
    assert!(!on_terminal("xterm-256color", "env NO_COLOR=1"));
}

#[test]
fn the_environment_of_the_machine_changes_no_byte() {
    for arguments in every_command() {
        let plain = with_small(&arguments);
        for (name, value) in [
            ("LANG", "C"),
            ("LC_ALL", "en_US.UTF-8"),
            ("LC_ALL", "nl_NL.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("LANGUAGE", "en"),
            ("TZ", "Pacific/Kiritimati"),
            ("HOME", "/nowhere"),
            ("RAYON_NUM_THREADS", "1"),
        ] {
            let other: Run = program().env(name, value).args(on_small(&arguments)).output().unwrap().into();
            assert_eq!((other.code, &other.out), (plain.code, &plain.out), "{name}={value} {arguments:?}");
            assert_eq!(other.err, plain.err, "{name}={value} {arguments:?}");
        }
    }
}

#[test]
fn the_program_works_in_a_folder_that_is_gone() {
    let root = crate::support::folder(&[]);
    for arguments in [&["list"][..], &["check", "--as-of", "2026-11-21"], &["--version"]] {
        let output = Command::new("/bin/sh")
            .env_clear()
            .current_dir(root.path())
            .env("PATH", "/usr/bin:/bin")
            .args(["-c", "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" \"$@\""])
            .arg(env!("CARGO_BIN_EXE_keuzehulp"))
            .args(arguments)
            .output()
            .unwrap();
        let run: Run = output.into();
        assert!(matches!(run.code, Some(0 | 1 | 3)), "{arguments:?}: {:?} {}", run.code, run.err);
        assert!(!run.err.contains("panicked"), "{}", run.err);
        assert!(!run.out.is_empty() || run.err.starts_with("fout: "), "{arguments:?}");
    }
}

/// Does nothing by itself; [`a_panic_ends_in_code_70_and_a_dutch_sentence`]
/// starts it alone in a process of its own.
#[test]
fn panics_when_asked_to() {
    if std::env::var_os("KEUZEHULP_TEST_PANIC").is_some() {
        assert_eq!(guard(|| panic!("a bug")).code(), 70);
    }
}

#[test]
fn a_panic_ends_in_code_70_and_a_dutch_sentence() {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "command_line::streams::panics_when_asked_to", "--nocapture"])
        .env("KEUZEHULP_TEST_PANIC", "1")
        .env("RUST_BACKTRACE", "1")
        .env_remove("KEUZEHULP_LANG")
        .output()
        .unwrap();
    let run: Run = output.into();
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.contains("1 passed"), "{}", run.out);
    assert!(run.err.contains("Er ging iets mis in keuzehulp zelf."), "{}", run.err);
    assert!(run.err.contains("streams.rs:"), "the place is named: {}", run.err);
    assert!(!run.err.contains("panicked") && !run.err.contains("stack backtrace"), "{}", run.err);
}

#[test]
fn the_codes_are_those_of_the_contract() {
    let bad = small_with(&[("vendors/videobellen/alfa.yaml", "name: [\n")]);
    let bad = bad.path().to_str().unwrap();
    assert_eq!(with_small(&["compare", "videobellen"]).code, Some(0));
    assert_eq!(run(&["compare", "videobellen", "--no-builtin", "--data", bad]).code, Some(1));
    assert_eq!(run(&["check", bad]).code, Some(1));
    assert_eq!(with_small(&["compare", "niets"]).code, Some(2));
    assert_eq!(run(&["compare", "videobellen", "--data", "/nowhere/at/all"]).code, Some(3));
    assert_eq!(run(&["check", "/nowhere/at/all"]).code, Some(3));
}
