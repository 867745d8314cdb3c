//! The day of an exam, on `tests/data/exam-day`: rules that are others on it are named, and
//! nothing is put in another order by them.

use super::*;

/// A dossier of a school with an exam on this day, which allows every form.
fn held(day: &str) -> tempfile::TempDir {
    let dossier = GOES_ON.split("choice:").next().expect("a dossier");
    let dossier = dossier
        .replace("allow: lockdown-only", "allow: [lockdown-only, recording, automated]")
        .replace("    role: examencommissie", &format!("    held: {day}\n    role: examencommissie"));
    let place = place(&dossier);
    copy(&data("exam-day"), place.path());
    place
}

fn text(day: &str, arguments: &[&str]) -> String {
    let run = given(held(day).path(), arguments);
    assert!(run.err.is_empty() || run.code == Some(0), "{}", run.err);
    run.out
}

const COMPARE: &[&str] = &["compare", "proctoring", "--dossier", "DOSSIER"];

#[test]
fn a_comparison_names_what_holds_on_the_day_and_for_whom() {
    let found = text("2027-12-10", COMPARE);
    assert!(
        found.contains("Op de dag van de toets (10 december 2027) geldt ook: De wet geldt (act-in-force)."),
        "{found}"
    );
    assert!(found.contains("Dan valt ook af (Vorm): “software beslist”. Geen variant valt daar nu op af; bij 1 variant is dat nog open."), "{found}");
    assert!(found.contains("Op uw checklist komt erbij: De wet gelezen."), "{found}");
    assert!(found.contains("geldt niet meer: Een plan is genoeg (plan-enough). Is dan ongunstig (Vorm): “alleen een afgesloten computer”. Dat speelt bij 1 variant: Gamma, alleen afsluiten."), "{found}");
    assert!(found.contains("met --as-of 2027-12-10 ziet u die van dan."), "{found}");
}

#[test]
fn a_requirement_of_the_profile_is_named_too() {
    let found = text("2027-12-10", &[COMPARE, &["--profile", "wet", "--lang", "en"]].concat());
    assert!(found.contains("This is then required too (Form): “a recording that a person watches”. That affects 1 variant: Gamma, alleen afsluiten; for 1 variant it is still open."), "{found}");
}

/// The same comparison without a day has the same places, scores and eligibility.
#[test]
fn nothing_moves_before_the_day() {
    let ranking = |day: &str| {
        let run = given(held(day).path(), &[COMPARE, &["--format", "json"]].concat());
        serde_json::from_str::<Value>(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.err))
    };
    let (now, then) = (ranking("2026-12-10"), ranking("2027-12-10"));
    assert_eq!(now["ranking"], then["ranking"]);
    assert_eq!(now["premises"], then["premises"]);
    assert_eq!(now["institution"]["triage"][0]["turns"].as_array().map(Vec::len), Some(0));
    let turns = &then["institution"]["triage"][0]["turns"];
    assert_eq!(then["institution"]["triage"][0]["held"], "2027-12-10");
    assert_eq!(strings(turns, "premise"), ["act-in-force", "plan-enough"]);
    assert_eq!((&turns[0]["holds"], &turns[1]["holds"]), (&Value::Bool(true), &Value::Bool(false)));
    assert_eq!(turns[0]["knock_outs"][0], "proctoring-form");
    assert_eq!(turns[0]["items"][0], "act-read");
    assert_eq!(turns[1]["answers"][0]["answer"], "lockdown-only");
}

#[test]
fn both_ends_of_a_premise_are_days_on_which_it_holds() {
    let last = text("2027-12-01", COMPARE);
    assert!(
        last.contains("Toets wiskunde: De toets is op 1 december 2027.") && !last.contains("geldt ook"),
        "{last}"
    );
    assert!(text("2027-12-02", COMPARE).contains("geldt ook: De wet geldt"));
}

#[test]
fn a_day_that_is_past_says_so() {
    let run = given(held("2026-11-29").path(), &["triage", "DOSSIER"]);
    assert!(run.out.contains("De toets was op 29 november 2026."), "{}", run.out);
    assert!(text("2026-11-30", &["triage", "DOSSIER"]).contains("De toets is op 30 november 2026."));
}

#[test]
fn the_triage_names_the_rules_alone() {
    let found = text("2027-12-10", &["triage", "DOSSIER"]);
    assert!(found.contains("De toets is op 10 december 2027."), "{found}");
    assert!(
        found.contains(
            "Dan valt ook af (Vorm): “software beslist”. Op uw checklist komt erbij: De wet gelezen."
        ),
        "{found}"
    );
    let csv = text("2027-12-10", &["triage", "DOSSIER", "--format", "csv", "--csv", "rfc4180"]);
    assert!(csv.lines().any(|line| line.starts_with("Toets wiskunde,2027-12-10,")), "{csv}");
}

/// What is assumed of a premise holds on any day.
#[test]
fn what_is_assumed_does_not_change_on_the_day() {
    let found = text("2027-12-10", &["triage", "DOSSIER", "--assume", "act-in-force=yes"]);
    assert!(!found.contains("geldt ook") && found.contains("geldt niet meer: Een plan is genoeg"), "{found}");
}

/// What the dossier says of an equal alternative is wherever the exam is.
#[test]
fn an_equal_alternative_is_told_and_missed() {
    let stated = GOES_ON.replace(
        "    role: examencommissie",
        "    equal-alternative: Op dezelfde dag op de campus\n    role: examencommissie",
    );
    let line = "Wie niet met toezicht door software kan of wil: Op dezelfde dag op de campus.";
    for arguments in [&["triage", "DOSSIER"][..], COMPARE, &["memo", "DOSSIER"]] {
        let text = with(&stated, arguments).out;
        assert_eq!(text.matches(line).count(), 1, "{arguments:?}: {text}");
        assert!(!with(GOES_ON, arguments).out.contains("Wie niet met toezicht"), "{arguments:?}");
    }
    assert!(
        with(GOES_ON, &["triage", "DOSSIER"]).out.contains("Nog niet opgeschreven: hoe iemand de toets doet")
    );
    let found = json(&stated, &["triage", "DOSSIER"]);
    assert_eq!(found["exams"][0]["equal_alternative"], "Op dezelfde dag op de campus");
}
