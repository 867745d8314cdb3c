//! What an institution can run: what does not fit is left out with its reason, and an
//! empty rest is refused.

use super::*;
use crate::support::commands::is_wrong_use;

const HEAD: &str = "Niet mogelijk voor uw instelling, en staat niet in de volgorde";
const TRIAGE: &str = "triage:\n  tentamen:\n    exam: Tentamen\n    steps:\n      is-needed: {answer: needed, written: {reason: Daarom.}}\n      which-form: {allow: closing, written: {reason: Licht is genoeg.}}\n";

fn unfit(document: &Value) -> Vec<(&str, &str)> {
    let all = document["left_out_by_need"].as_array().expect("a list").iter();
    all.map(|one| (one["alternative"].as_str().unwrap(), one["hosting"].as_str().unwrap())).collect()
}

#[test]
fn what_does_not_fit_is_left_out_with_its_reason() {
    let found = json_with("bellen", "need: {hosting: [cloud, hosted]}\n", &[]);
    assert_eq!(order(&found), ["alfa/school", "alfa/zakelijk", "beta/gehost"]);
    assert_eq!(unfit(&found), [("beta/eigen", "self-hosted"), ("delta/eigen", "self-hosted")]);
    assert_eq!(found["hosting"], serde_json::json!(["cloud", "hosted"]));
    assert_eq!(json("bellen", &[])["hosting"], Value::Null);
    let one = json_with("bellen", "need: {hosting: hosted}\n", &[]);
    assert_eq!((order(&one), unfit(&one).len()), (vec!["beta/gehost"], 4));
    for format in FORMATS {
        let fixed = ["compare", "bellen", "--dossier", "DOSSIER", "--format", format];
        let text = with("bellen", "need: {hosting: [cloud, hosted]}\n", &fixed).out;
        assert!(text.contains(HEAD), "{format}: {text}");
        let why = "Hier geldt: op uw eigen server (uw instelling beheert het); voor u is mogelijk: de aanbieder beheert de dienst of een hostingbedrijf beheert het voor u.";
        assert!(text.contains(why), "{format}: {text}");
        assert!(
            text.contains("Wie een product voor u kan beheren: de aanbieder beheert de dienst of"),
            "{format}: {text}"
        );
    }
    let english = of(&["compare", "bellen", "--hosting", "cloud", "--lang", "en"]).out;
    assert!(english.contains("Not possible for your institution"), "{english}");
    assert!(
        english.contains("Here on your own server (your institution runs it); possible for you: the vendor runs the service."),
        "{english}"
    );
}

#[test]
fn the_option_takes_the_place_of_the_dossier() {
    let dossier = "need: {hosting: cloud}\n";
    let found = json_with("bellen", dossier, &["--hosting", "hosted,self-hosted"]);
    assert_eq!(order(&found), ["beta/gehost", "delta/eigen", "beta/eigen"]);
    assert_eq!(order(&json("bellen", &["--hosting", "hosted"])), ["beta/gehost"]);
    let text = of(&["compare", "bellen", "--hosting", "hosted"]).out;
    assert!(
        text.contains("Wie een product voor u kan beheren: een hostingbedrijf beheert het voor u."),
        "{text}"
    );
}

/// Of a choice only what it names is listed, and what is in use is marked.
#[test]
fn a_candidate_and_what_is_in_use_are_listed_where_they_do_not_fit() {
    let dossier = "need: {hosting: cloud}\ncandidates: [alfa/school, beta/gehost]\nin-use: delta\n";
    let found = json_with("bellen", dossier, &[]);
    assert_eq!(order(&found), ["alfa/school"]);
    assert_eq!(unfit(&found), [("beta/gehost", "hosted"), ("delta/eigen", "self-hosted")]);
    for format in ["table", "markdown", "html"] {
        let fixed = ["compare", "bellen", "--dossier", "DOSSIER", "--format", format];
        let text = with("bellen", dossier, &fixed).out;
        assert!(
            text.contains("Delta (nu in gebruik)") && !text.contains("Beta, zelf gehost"),
            "{format}: {text}"
        );
    }
    let text = with("bellen", dossier, &["explain", "delta", "--dossier", "DOSSIER"]).out;
    assert!(
        text.contains(HEAD) && text.contains("voor u is mogelijk: de aanbieder beheert de dienst."),
        "{text}"
    );
    assert!(!text.contains("Plaats"), "{text}");
}

#[test]
fn an_empty_rest_is_refused_and_says_what_left_it_empty() {
    let refused = "er blijft geen variant over om te vergelijken";
    let fixed = ["compare", "bellen", "--dossier", "DOSSIER"];
    let of_choice = with("bellen", "need: {hosting: cloud}\ncandidates: beta\n", &fixed);
    is_wrong_use(&of_choice, &[refused, "`need.hosting` in het dossier laat 2 varianten weg"]);
    is_wrong_use(
        &of(&["compare", "toetsen", "--hosting", "hosted"]),
        &[refused, "`--hosting` laat 2 varianten weg"],
    );
    let fixed = ["compare", "toetsen", "--dossier", "DOSSIER"];
    let both = with("toetsen", &format!("need: {{hosting: cloud}}\n{TRIAGE}"), &fixed);
    let reasons =
        "de afweging in het dossier laat 1 variant weg; `need.hosting` in het dossier laat 1 variant weg";
    is_wrong_use(&both, &[refused, reasons]);
    let english = with(
        "toetsen",
        &format!("need: {{hosting: cloud}}\n{TRIAGE}"),
        &[&fixed[..], &["--lang", "en"]].concat(),
    );
    assert!(english.err.contains("no variant is left to compare"), "{}", english.err);
    assert!(english.err.contains("the triage in the dossier leaves out 1 variant"), "{}", english.err);
    for command in
        [vec!["memo", "DOSSIER"], vec!["bundle", "toetsen", "--dossier", "DOSSIER", "-o", "nergens"]]
    {
        let run = with("toetsen", &format!("need: {{hosting: cloud}}\n{TRIAGE}"), &command);
        assert!(run.code == Some(2) && run.err.contains(refused), "{command:?}: {}", run.err);
    }
    let explained =
        with("toetsen", "need: {hosting: hosted}\n", &["explain", "licht", "--dossier", "DOSSIER"]);
    assert_eq!(explained.code, Some(0), "{}", explained.err);
}

/// That no product is needed is a result, not an empty rest.
#[test]
fn where_the_triage_ends_that_is_what_is_shown() {
    let ended = "need: {hosting: cloud}\ntriage:\n  tentamen:\n    exam: Tentamen\n    steps:\n      is-needed: {answer: not-needed, written: {reason: Daarom.}}\n";
    let found = json_with("toetsen", ended, &[]);
    assert!(order(&found).is_empty() && unfit(&found).is_empty());
    assert_eq!(found["not_allowed"].as_array().unwrap().len(), 2);
    let text = with("toetsen", ended, &["memo", "DOSSIER"]).out;
    assert!(text.contains("gebruik hier geen product"), "{text}");
}

#[test]
fn the_memo_says_what_the_institution_can_do_and_when_the_choice_does_not_fit() {
    let dossier = "need: {hosting: [cloud]}\nchoice: {alternative: delta, because: Daarom.}\n";
    let text = with("bellen", dossier, &["memo", "DOSSIER"]).out;
    for words in [
        "Niet mogelijk voor uw instelling: 3 varianten.",
        "2 varianten voor consumenten zijn niet vergeleken",
        "Wie een product voor u kan beheren: de aanbieder beheert de dienst.",
        "Dit product past niet bij wie het voor uw instelling kan beheren.",
    ] {
        assert!(text.replace('\n', " ").contains(words), "{words}: {text}");
    }
    let dossier = "choice: {alternative: gamma, because: Daarom.}\n";
    let text = with("bellen", dossier, &["memo", "DOSSIER"]).out.replace('\n', " ");
    assert!(text.contains("Gamma.") && text.contains("gemaakt voor een andere doelgroep"), "{text}");
}

#[test]
fn a_wrong_word_in_the_dossier_is_a_finding() {
    let run = with("bellen", "need: {hosting: [cloud, thuis]}\n", &["check", "DOSSIER"]);
    assert!(run.out.contains("KH110") || run.err.contains("KH110"), "{}{}", run.out, run.err);
}
