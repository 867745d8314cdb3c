//! Standard input, output and error in every state in which a shell can pass them.

use crate::support::commands::{commands, every_command, on_small, with_small};
use crate::support::{Run, program, small, small_with};
use std::fs::{File, OpenOptions};
use std::process::{Command, Stdio};

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
    assert!(run.out.starts_with("Videobellen: 3 varianten van 2 producten"), "{}", run.out);
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
fn the_program_works_in_a_folder_that_is_gone() {
    let root = crate::support::folder(&[]);
    for arguments in [&["list"][..], &["check", "--as-of", "2026-11-30"], &["--version"]] {
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

#[test]
fn a_workbook_goes_to_a_file_or_a_pipe_and_never_to_a_screen() {
    assert!(crate::workbook::bytes(&["videobellen"]).starts_with(b"PK"));
    let small = small();
    let line = |extra: &str| {
        format!(
            "'{}' compare videobellen --no-builtin --data '{}' {extra}",
            env!("CARGO_BIN_EXE_keuzehulp"),
            small.display()
        )
    };
    for extra in
        ["--format xlsx", "--format xlsx -o /dev/stdout", "--format xlsx -o /dev/tty", "--format xlsx -o -"]
    {
        let output = Command::new("script")
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .args(["-qec", &line(extra), "/dev/null"])
            .stdin(Stdio::null())
            .output()
            .expect("script of util-linux");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(2), "{extra}: {text}");
        assert!(text.contains("een werkmap kan niet op het scherm") && text.contains("-o vergelijking.xlsx"));
        assert!(!text.contains("PK"), "{extra}");
    }
}
