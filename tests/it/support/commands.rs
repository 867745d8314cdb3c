//! Every command, on the small data.

use std::ffi::OsString;

use keuzehulp::cli::commands::command;
use keuzehulp::text::Lang;

use super::{AS_OF, Run, run, small};

/// The arguments that choose the small data on the day of the tests: `check`
/// takes it as a path, the other commands as the only layer.
pub fn on_small(arguments: &[&str]) -> Vec<OsString> {
    let mut all: Vec<OsString> = arguments.iter().map(OsString::from).collect();
    let fixed: &[&str] = match arguments.first() {
        Some(&"check") => &["--as-of", AS_OF],
        _ => &["--as-of", AS_OF, "--no-builtin", "--data"],
    };
    all.extend(fixed.iter().map(OsString::from));
    all.push(small().into());
    all
}

/// Runs the program on the small data.
pub fn with_small(arguments: &[&str]) -> Run {
    run(&on_small(arguments))
}

/// One run of every command that succeeds on the small data.
pub fn every_command() -> Vec<Vec<&'static str>> {
    vec![
        vec!["compare", "videobellen"],
        vec!["compare", "videobellen", "--format", "csv"],
        vec!["compare", "videobellen", "--format", "json"],
        vec!["compare", "videobellen", "--format", "csv", "--columns", "quickscan"],
        vec!["compare", "proctoring", "--format", "markdown"],
        vec!["compare", "proctoring", "--format", "yaml"],
        vec!["explain", "alfa"],
        vec!["explain", "criterion", "access-control"],
        vec!["list"],
        vec!["sources", "list"],
        vec!["sources", "list", "--format", "csv"],
        vec!["coverage"],
        vec!["coverage", "sentences"],
        vec!["coverage", "--format", "csv"],
        vec!["checklist"],
        vec!["questions", "videobellen"],
        vec!["questions", "videobellen", "--format", "csv"],
        vec!["check"],
        vec!["check", "--format", "short"],
        vec!["check", "--format", "json"],
        vec!["check", "--worklist"],
        vec!["check", "--worklist", "--format", "csv"],
    ]
}

/// The names of all commands.
pub fn commands() -> Vec<String> {
    command(Lang::Nl).get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

/// The sentence about wrong use is on standard error, in Dutch, and standard
/// output is empty.
pub fn is_wrong_use(run: &Run, words: &[&str]) {
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert_eq!(run.out, "", "{}", run.err);
    assert!(run.err.starts_with("fout: "), "{}", run.err);
    for word in words {
        assert!(run.err.contains(word), "`{word}` is not in: {}", run.err);
    }
    assert!(!run.err.contains("panicked"), "{}", run.err);
}
