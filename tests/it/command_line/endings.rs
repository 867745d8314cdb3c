//! What goes where, in which colour, and with which code the run ends.

use std::process::Command;

use keuzehulp::cli::guard;

use crate::support::commands::{every_command, on_small, with_small};
use crate::support::{Run, program, run, small_with};

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
        .args(["--exact", "command_line::endings::panics_when_asked_to", "--nocapture"])
        .env("KEUZEHULP_TEST_PANIC", "1")
        .env("RUST_BACKTRACE", "1")
        .env_remove("KEUZEHULP_LANG")
        .output()
        .unwrap();
    let run: Run = output.into();
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.contains("1 passed"), "{}", run.out);
    assert!(run.err.contains("Er ging iets mis in keuzehulp zelf."), "{}", run.err);
    assert!(run.err.contains("endings.rs:"), "the place is named: {}", run.err);
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
