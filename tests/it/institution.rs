//! The institution's own part: checklist, triage, situation and memo, on
//! `tests/data/institution` over the small data.

use crate::support::{AS_OF, Run, copy, data, folder, run, small};
use serde_json::Value;
use std::path::Path;

mod asked;
mod checklist;
mod exam_day;
mod guide;
pub mod hostile;
mod memo;
mod persons;
mod settings;
mod situation;
mod triage;

/// A dossier of a school that lets its triage go on.
pub const GOES_ON: &str = "\
institution: Testschool
kind: proctoring
need: {purpose: Een toets op afstand., minors: no}
checklist:
  purpose-written: {status: done, role: directeur, on: 2026-09-01, filed: beleidsmap}
  agreement-signed: {status: done, role: inkoper, on: 2025-09-01, filed: contracten, review: 2026-09-01}
triage:
  wiskunde:
    exam: Toets wiskunde
    role: examencommissie
    on: 2026-10-01
    steps:
      a-needed: {answer: needed, written: {risk: Een ander maakt de toets.}}
      b-lighter: {answer: no-other-way, written: {essay: Rekenen is geen stuk., oral: Te veel studenten.}}
      c-form: {allow: lockdown-only, written: {reason: Licht is genoeg.}}
consulted:
  - {body: studentenraad, right: consent, asked: Stemt u in?}
  - {body: FG, right: advice, asked: Klopt de DPIA?, outcome: Ja., on: 2026-09-10}
choice: {alternative: gamma/licht, role: directeur, on: 2026-11-01, because: De lichtste vorm.}
";

/// The data with the institution's part over it, and this dossier.
pub fn place(dossier: &str) -> tempfile::TempDir {
    let place = folder(&[]);
    copy(&small(), place.path());
    copy(&data("institution"), place.path());
    std::fs::write(place.path().join("dossier.yaml"), dossier).expect("written");
    place
}

fn given(place: &Path, arguments: &[&str]) -> Run {
    let dossier = place.join("dossier.yaml");
    let (root, dossier) = (place.to_str().unwrap(), dossier.to_str().unwrap());
    let words: Vec<&str> =
        arguments.iter().map(|word| if *word == "DOSSIER" { dossier } else { *word }).collect();
    let rest = ["--no-builtin", "--data", root, "--as-of", AS_OF];
    run(&[words.as_slice(), &rest].concat())
}

fn with(dossier: &str, arguments: &[&str]) -> Run {
    given(place(dossier).path(), arguments)
}

fn json(dossier: &str, arguments: &[&str]) -> Value {
    let run = with(dossier, &[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err))
}

fn strings<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    value.as_array().expect("a list").iter().map(|one| one[key].as_str().expect("text")).collect()
}
