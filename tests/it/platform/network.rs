//! No command ever makes a connection.

use keuzehulp::cli::commands::command;
use keuzehulp::text::Lang;

use super::strace;
use crate::support::in_gegevens;

/// Every way to run every command.
const RUNS: [&[&str]; 44] = [
    &["compare", "videobellen"],
    &["compare", "videobellen", "--format", "csv"],
    &["compare", "videobellen", "--format", "csv", "--csv", "rfc4180", "--columns", "tidy"],
    &["compare", "videobellen", "--format", "json"],
    &["compare", "proctoring", "--format", "yaml", "--data", "gegevens"],
    &["compare", "proctoring", "--format", "json", "-o", "uit.json"],
    &["compare", "niets"],
    &["compare", "videobellen", "--format", "markdown"],
    &["bundle", "videobellen", "-o", "pakket"],
    &["verify", "pakket"],
    &["verify", "nergens"],
    &["triage"],
    &["checklist", "--kind", "videobellen", "-o", "lijst.html"],
    &["memo", "nergens.yaml"],
    &["settings", "proctorio", "-o", "instellingen.html"],
    &["questions", "zoom", "-o", "vragen.html"],
    &["explain", "alfa", "--no-builtin", "--data", "gegevens"],
    &["explain", "criterion", "access-control", "--no-builtin", "--data", "gegevens"],
    &["check", "gegevens"],
    &["check", "gegevens", "--format", "short"],
    &["check", "gegevens", "--format", "json"],
    &["check"],
    &["check", "--worklist", "gegevens"],
    &["check", "gegevens", "--changed", "HEAD"],
    &["check", "https://example.org/gegevens"],
    &["fmt", "gegevens"],
    &["fmt", "gegevens", "--check"],
    &["migrate", "gegevens", "-o", "nieuw"],
    &["migrate", "nergens", "-o", "nieuw"],
    &["list"],
    &["list", "products", "--data", "gegevens"],
    &["list", "--data", "https://example.org/gegevens"],
    &["sources", "list"],
    &["sources", "verify", "--copies", "gegevens"],
    &["sources", "verify", "--copies", "https://example.org/kopieen"],
    &["coverage"],
    &["coverage", "sentences", "--format", "csv"],
    &["new", "profile", "onze-school"],
    &["new", "vendor", "videobellen/nieuw", "-o", "nieuw.yaml"],
    &["schema"],
    &["schema", "product", "--data", "gegevens"],
    &["--help"],
    &["--version"],
    &["compare", "--help"],
];

#[test]
fn no_command_ever_asks_for_the_network() {
    for command in command(Lang::Nl).get_subcommands() {
        let name = command.get_name();
        assert!(RUNS.iter().any(|run| run[0] == name), "add a run of `{name}` to this test");
    }
    let root = in_gegevens(&[]);
    for arguments in RUNS {
        let run = strace(&["-f", "-e", "trace=network"], root.path(), arguments);
        assert!(matches!(run.code, 0..=3), "{arguments:?}: {}", run.err);
        assert!(run.log.contains("+++ exited with "), "{arguments:?}: {}", run.log);
        // A program that was started ends, too.
        let is_end = |line: &&str| line.contains("+++ exited with ") || line.contains("--- SIGCHLD {");
        let calls: Vec<&str> = run.log.lines().filter(|line| !is_end(line)).collect();
        assert!(calls.is_empty(), "{arguments:?}: {calls:?}");
    }
}
