//! The independent scorer in `tests/oracle` agrees with the program.

use std::process::Command;

use crate::support::root;

/// Hundreds of random data sets: scores to the last digit of the exact
/// fractions, eligibility, ranks, rank ranges, shares, status per criterion.
#[test]
fn an_independent_scorer_agrees_on_random_data() {
    agrees_on(300, &["--seed", "1"]);
}

/// The same where answers and demands rest on premises.
#[test]
fn an_independent_scorer_agrees_on_random_data_with_premises() {
    agrees_on(200, &["--seed", "1", "--premises"]);
}

fn agrees_on(sets: usize, options: &[&str]) {
    let output = Command::new("python3")
        .arg(root().join("tests/oracle/oracle.py"))
        .arg(env!("CARGO_BIN_EXE_keuzehulp"))
        .args(["--sets", &sets.to_string()])
        .args(options)
        .output()
        .expect("python3 is needed for the independent scorer");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}\n{err}");
    assert!(out.contains(&format!("{sets} data sets")) && out.contains("all equal"), "{out}");
}
