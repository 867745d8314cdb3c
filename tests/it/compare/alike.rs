//! Like beside like: groups by who runs a product, whom it is for, and what an
//! institution can run itself; on `tests/data/alike`.

use serde_json::Value;

use super::weighing::order;
use crate::support::{AS_OF, Run, data, folder, row, run};

mod audience;
mod groups;
mod need;

/// Runs the program on the data of these tests.
fn of(arguments: &[&str]) -> Run {
    let data = data("alike");
    let fixed = ["--no-builtin", "--as-of", AS_OF, "--data", data.to_str().expect("a path")];
    run(&[arguments, &fixed].concat())
}

/// The same with a dossier about this kind, which takes the place of `DOSSIER`.
fn with(kind: &str, dossier: &str, arguments: &[&str]) -> Run {
    let text = format!("institution: Testschool\nkind: {kind}\n{dossier}");
    let place = folder(&[("dossier.yaml", &text)]);
    let path = place.path().join("dossier.yaml");
    let path = path.to_str().expect("a path");
    let words: Vec<&str> =
        arguments.iter().map(|word| if *word == "DOSSIER" { path } else { *word }).collect();
    of(&words)
}

/// A comparison with a dossier as JSON.
fn json_with(kind: &str, dossier: &str, extra: &[&str]) -> Value {
    let fixed = ["compare", kind, "--format", "json", "--dossier", "DOSSIER"];
    let run = with(kind, dossier, &[&fixed, extra].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}

/// What a run printed, without what Markdown needs to show signs.
fn plain(run: &Run) -> String {
    run.out.replace('\\', "")
}

/// The formats for people that can be looked through as text.
const FORMATS: [&str; 4] = ["table", "markdown", "csv", "html"];

/// A comparison as JSON.
fn json(kind: &str, extra: &[&str]) -> Value {
    let run = of(&[&["compare", kind, "--format", "json"], extra].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}
