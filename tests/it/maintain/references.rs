//! `explain sentence` and `explain code`.

use crate::support::run;

#[test]
fn a_sentence_leads_to_what_answers_it() {
    let found = run(&["explain", "sentence", "S1-P02d"]);
    assert_eq!(found.code, Some(0), "{}", found.err);
    for word in ["eyetracking", "criterium", "criteria/sentences/"] {
        assert!(found.out.contains(word), "{word}: {}", found.out);
    }
    let english = run(&["explain", "sentence", "S1-P02d", "--lang", "en"]);
    assert!(
        english.out.contains("criterion eyetracking") && !english.out.contains("criterium"),
        "{}",
        english.out
    );
    assert_eq!(run(&["explain", "zin", "S1-P02d"]).out, found.out);
}

#[test]
fn every_finding_can_be_explained() {
    let all = keuzehulp::load::all_codes().chain(keuzehulp::lint::all_codes());
    for code in all.chain(keuzehulp::bundle::codes::ALL.iter().copied()) {
        let found = run(&["explain", "code", code.id]);
        assert_eq!(found.code, Some(0), "{}", found.err);
        assert!(found.out.contains(code.advice.nl), "{}", found.out);
    }
}

#[test]
fn what_does_not_exist_is_refused_with_an_example() {
    let found = run(&["explain", "code", "KH999"]);
    assert_eq!(found.code, Some(2));
    assert!(found.err.contains("KH999") && found.err.contains("KH101"), "{}", found.err);
    let found = run(&["explain", "sentence", "S9-99"]);
    assert_eq!(found.code, Some(2));
    assert!(found.err.contains("S9-99") && found.err.contains("S1-P02d"), "{}", found.err);
}
