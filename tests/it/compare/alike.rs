//! Like beside like: groups by who runs a product, whom it is for, and what an
//! institution can run itself; on `tests/data/alike`.

use serde_json::Value;

use crate::support::{AS_OF, Run, data, row, run};

mod groups;

/// Runs the program on the data of these tests.
fn of(arguments: &[&str]) -> Run {
    let data = data("alike");
    let fixed = ["--no-builtin", "--as-of", AS_OF, "--data", data.to_str().expect("a path")];
    run(&[arguments, &fixed].concat())
}

/// A comparison as JSON.
fn json(kind: &str, extra: &[&str]) -> Value {
    let run = of(&[&["compare", kind, "--format", "json"], extra].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}
