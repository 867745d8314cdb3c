//! What the triage of a dossier leaves out.

use super::*;

#[test]
fn a_comparison_shows_only_what_the_triage_allows_and_says_why() {
    let found = json(GOES_ON, &["compare", "proctoring", "--dossier", "DOSSIER"]);
    assert_eq!(strings(&found["ranking"], "alternative"), ["gamma/licht"]);
    assert_eq!(strings(&found["not_allowed"], "alternative"), ["gamma/zwaar"]);
    let reason = found["not_allowed"][0]["reasons"][0].as_str().unwrap();
    assert!(reason.contains("Toets wiskunde") && reason.contains("Licht is genoeg."), "{reason}");
    assert_eq!(found["institution"]["triage"][0]["outcome"], "goes-on");
    let text = with(GOES_ON, &["compare", "proctoring", "--dossier", "DOSSIER"]).out;
    assert!(text.contains("Laat uw afweging niet toe"), "{text}");
    assert!(text.lines().take(4).any(|line| line.contains("Toets wiskunde: een product mag")), "{text}");
}

/// Every format names what the triage leaves out, and no table ranks it.
#[test]
fn every_format_says_what_the_triage_leaves_out() {
    for format in ["table", "csv", "markdown", "json", "yaml", "html"] {
        let run = with(GOES_ON, &["compare", "proctoring", "--dossier", "DOSSIER", "--format", format]);
        assert_eq!(run.code, Some(0), "{format}: {}", run.err);
        assert!(run.out.contains("Licht is genoeg."), "{format}: {}", run.out);
    }
    let csv = with(
        GOES_ON,
        &["compare", "proctoring", "--dossier", "DOSSIER", "--format", "csv", "--columns", "wide"],
    )
    .out;
    let row = csv.lines().find(|line| line.contains("met opname")).expect("a row");
    assert!(row.starts_with("Laat uw afweging niet toe, en staat niet in de volgorde;;Gamma;"), "{row}");
}

#[test]
fn where_the_triage_ends_nothing_is_ranked() {
    let stopped = GOES_ON
        .replace("a-needed: {answer: needed", "a-needed: {answer: not-needed")
        .replace("      b-lighter", "      # b-lighter")
        .replace("      c-form", "      # c-form");
    let found = json(&stopped, &["compare", "proctoring", "--dossier", "DOSSIER"]);
    assert_eq!(found["ranking"].as_array().unwrap().len(), 0);
    assert_eq!(found["not_allowed"].as_array().unwrap().len(), 2);
    assert_eq!(found["institution"]["triage"][0]["outcome"], "no-product");
    assert_eq!(found["institution"]["triage"][0]["steps"][1]["status"], "skipped");
    let text = with(&stopped, &["compare", "proctoring", "--dossier", "DOSSIER"]).out;
    assert!(text.contains("Toets wiskunde: gebruik hier geen product."), "{text}");
    assert!(text.contains("werkstuk; mondeling"), "what can be done instead: {text}");
}

/// What is in use stays beside the candidates, also where the triage does not allow it:
/// then it is listed with the reason.
#[test]
fn what_is_in_use_and_not_allowed_is_marked_where_it_is_listed() {
    let chosen = format!("{GOES_ON}\ncandidates: gamma/licht\nin-use: gamma/zwaar\n");
    let found = json(&chosen, &["compare", "proctoring", "--dossier", "DOSSIER"]);
    assert_eq!(strings(&found["ranking"], "alternative"), ["gamma/licht"]);
    assert_eq!(strings(&found["not_allowed"], "alternative"), ["gamma/zwaar"]);
    assert_eq!(found["within"], serde_json::json!(["gamma/licht"]));
    for format in ["table", "markdown", "html"] {
        let run = with(&chosen, &["compare", "proctoring", "--dossier", "DOSSIER", "--format", format]);
        assert_eq!(run.out.matches("nu in gebruik").count(), 1, "{format}: {}", run.out);
        assert!(run.out.contains("keuze uit 1"), "what the triage leaves out is no choice: {}", run.out);
    }
}

/// With two exams a product serves both; `--exam` looks at one of them.
#[test]
fn several_exams_hold_together_and_one_can_be_looked_at() {
    let two = GOES_ON.replace(
        "consulted:",
        "  taal:\n    exam: Toets taal\n    steps:\n      c-form: {allow: [recording, automated], written: {reason: Anders niet.}}\nconsulted:",
    );
    let both = with(&two, &["compare", "proctoring", "--dossier", "DOSSIER"]);
    assert_eq!(both.code, Some(2), "nothing serves both");
    assert!(both.err.contains("de afweging in het dossier laat 2 varianten weg"), "{}", both.err);
    let one = json(&two, &["compare", "proctoring", "--dossier", "DOSSIER", "--exam", "taal"]);
    assert_eq!(strings(&one["ranking"], "alternative"), ["gamma/zwaar"]);
    let run = with(&two, &["compare", "proctoring", "--dossier", "DOSSIER", "--exam", "tal"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("bedoelt u `taal`?"), "{}", run.err);
    let run = with(&two, &["compare", "proctoring", "--exam", "taal"]);
    assert_eq!(run.code, Some(2), "an exam without a dossier");
    let run = with(&two, &["compare", "videobellen", "--dossier", "DOSSIER"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("dit dossier gaat over proctoring"), "{}", run.err);
}

/// What is written in the triage of the allowed answers holds whatever the
/// profile says, also one without knock-outs or with stricter rules for evidence.
#[test]
fn what_nothing_was_written_about_falls_back_on_the_step() {
    let found = json(GOES_ON, &["triage", "DOSSIER"]);
    let steps = &found["exams"][0]["steps"];
    assert_eq!(strings(steps, "status"), ["answered", "answered", "answered", "default"]);
    let dossier = GOES_ON.replace("      c-form", "      # c-form");
    let found = json(&dossier, &["triage", "DOSSIER"]);
    assert_eq!(found["exams"][0]["outcome"], "unfinished");
    assert_eq!(found["exams"][0]["steps"][2]["status"], "open");
}

/// `explain` of an alternative that is left out says why, and shows its answers.
#[test]
fn what_the_triage_leaves_out_can_still_be_explained() {
    let run = with(GOES_ON, &["explain", "gamma/zwaar", "--dossier", "DOSSIER"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(
        run.out.contains("Laat uw afweging niet toe") && run.out.contains("Licht is genoeg."),
        "{}",
        run.out
    );
    assert!(!run.out.contains("plaats"), "it has no place: {}", run.out);
    let all = with(GOES_ON, &["explain", "gamma", "--dossier", "DOSSIER"]).out;
    assert!(all.contains("gamma/licht") && all.contains("gamma/zwaar"), "{all}");
}
