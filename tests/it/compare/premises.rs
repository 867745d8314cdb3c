//! Answers and rules that rest on a premise, on the data of `tests/data/premises`.

use std::path::Path;

use serde_json::Value;

use crate::support::{copy, data, folder, row, run_in, small};

/// A day on which the decision and the permit hold, and the act does not yet.
const NOW: &str = "2026-11-21";

fn laid_out(more: &[(&str, &str)]) -> tempfile::TempDir {
    let place = folder(&[]);
    let at = place.path().join("gegevens");
    copy(&small(), &at);
    copy(&data("premises"), &at);
    for (path, text) in more {
        let path = place.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("written");
    }
    place
}

fn run(at: &Path, as_of: &str, arguments: &[&str]) -> String {
    let fixed = ["--no-builtin", "--data", "gegevens", "--as-of", as_of];
    let done = run_in(at, &[arguments, &fixed].concat());
    assert_eq!(done.code, Some(0), "{arguments:?}: {}{}", done.out, done.err);
    done.out
}

fn refused(at: &Path, arguments: &[&str]) -> String {
    let fixed = ["--no-builtin", "--data", "gegevens", "--as-of", NOW];
    let done = run_in(at, &[arguments, &fixed].concat());
    assert_eq!((done.code, done.out.as_str()), (Some(2), ""), "{arguments:?}: {}", done.err);
    done.err
}

fn compared(at: &Path, as_of: &str, more: &[&str]) -> Value {
    let out = run(at, as_of, &[&["compare", "videobellen", "--format", "json"], more].concat());
    serde_json::from_str(&out).expect("JSON")
}

fn cell<'d>(document: &'d Value, alternative: &str, criterion: &str) -> &'d Value {
    let cells = row(document, alternative)["criteria"].as_array().expect("cells");
    cells.iter().find(|cell| cell["id"] == criterion).expect("a cell")
}

fn levels(cell: &Value) -> [&str; 3] {
    ["status", "level_low", "level_high"].map(|key| cell[key].as_str().expect("text"))
}

fn demands(document: &Value, alternative: &str) -> Vec<(String, String)> {
    let all = row(document, alternative)["knock_outs"].as_array().expect("demands").iter();
    let text = |one: &Value, key: &str| one[key].as_str().expect("text").to_owned();
    all.filter(|one| one["criterion"] == "transfer")
        .map(|one| (text(one, "status"), text(one, "because")))
        .collect()
}

#[test]
fn an_answer_that_lost_its_premise_is_open_up_to_its_own_level() {
    let place = laid_out(&[]);
    let holds = compared(place.path(), NOW, &[]);
    assert_eq!(levels(cell(&holds, "delta/besluit", "transfer")), ["known", "good", "good"]);
    assert_eq!(cell(&holds, "delta/besluit", "transfer").get("fallen"), None);
    let fallen = compared(place.path(), NOW, &["--assume", "decision-valid=no"]);
    let transfer = cell(&fallen, "delta/besluit", "transfer");
    assert_eq!(levels(transfer), ["premise-fallen", "insufficient", "good"]);
    assert_eq!(transfer["fallen"], serde_json::json!(["decision-valid"]));
    assert_eq!(transfer["answers"], serde_json::json!(["decision"]));
    // Other answers are as they were.
    assert_eq!(levels(cell(&fallen, "delta/contract", "transfer")), ["known", "partly", "partly"]);
}

/// The last day counts; on the next day the answer has its other level, or is open.
#[test]
fn a_premise_holds_up_to_and_including_its_last_day() {
    let place = laid_out(&[]);
    let last = compared(place.path(), "2026-12-31", &[]);
    assert_eq!(levels(cell(&last, "delta/vergunning", "transfer")), ["known", "partly", "partly"]);
    assert_eq!(levels(cell(&last, "delta/vergunning", "log-days")), ["known", "good", "good"]);
    let after = compared(place.path(), "2027-01-01", &[]);
    let transfer = cell(&after, "delta/vergunning", "transfer");
    assert_eq!(levels(transfer), ["known", "insufficient", "insufficient"]);
    assert_eq!(transfer["fallen"], serde_json::json!(["permit-valid"]));
    let log = cell(&after, "delta/vergunning", "log-days");
    assert_eq!(levels(log), ["premise-fallen", "insufficient", "good"]);
    let assumed = compared(place.path(), "2027-01-01", &["--assume", "permit-valid=ja"]);
    assert_eq!(levels(cell(&assumed, "delta/vergunning", "log-days")), ["known", "good", "good"]);
}

#[test]
fn a_rule_applies_only_while_its_premise_holds() {
    let place = laid_out(&[]);
    let act = |document: &Value| {
        demands(document, "delta/niets").iter().any(|(_, because)| because.contains("De wet verbiedt"))
    };
    for (as_of, applies) in [("2027-12-01", false), ("2027-12-02", true), ("2027-12-03", true)] {
        let document = compared(place.path(), as_of, &[]);
        assert_eq!(act(&document), applies, "{as_of}");
        let other = if applies { "no" } else { "yes" };
        let assumed = compared(place.path(), as_of, &["--assume", &format!("act-applies={other}")]);
        assert_eq!(act(&assumed), !applies, "{as_of}");
    }
    // The requirement names the answer and rests on the same premise: it goes with it.
    let demanded = |more: &[&str]| demands(&compared(place.path(), NOW, more), "delta/niets");
    assert_eq!(demanded(&[]), [("fires".to_owned(), "Er is een grond nodig.".to_owned())]);
    assert_eq!(demanded(&["--assume", "decision-valid=nee"]), []);
}

/// A demand that names the answer is open, whatever the answer is worth now.
#[test]
fn a_demand_that_names_an_answer_without_its_premise_is_open() {
    let place = laid_out(&[]);
    let asked = |as_of: &str, answers: &str| {
        let document = compared(place.path(), as_of, &["--require", &format!("transfer={answers}")]);
        row(&document, "delta/vergunning")["knock_outs"]
            .as_array()
            .expect("demands")
            .iter()
            .filter(|one| one["criterion"] == "transfer" && one["because"] != "Er is een grond nodig.")
            .map(|one| one["status"].as_str().expect("a status").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(asked("2026-12-31", "permit"), Vec::<String>::new());
    assert_eq!(asked("2027-01-01", "permit"), ["open"]);
    assert_eq!(asked("2027-01-01", "partly"), ["fires"]);
    assert_eq!(asked("2027-01-01", "insufficient"), Vec::<String>::new());
}

#[test]
fn a_contested_premise_is_named_where_its_fall_would_change_something() {
    let place = laid_out(&[]);
    let out = run(place.path(), NOW, &["compare", "videobellen", "--details"]);
    let line = out.lines().nth(1).expect("a second line");
    assert!(
        line.starts_with("Omstreden: het besluit over doorgifte geldt (decision-valid). Valt dat weg"),
        "{out}"
    );
    assert!(line.contains("Delta, met het besluit (plaats 1 → 3)"), "{line}");
    // A choice of which nothing rests on it says nothing.
    let few = run(place.path(), NOW, &["compare", "videobellen", "--vendor", "delta/contract"]);
    assert!(!few.contains("Omstreden"), "{few}");
    let document = compared(place.path(), NOW, &[]);
    let premises = document["premises"].as_array().expect("premises");
    let ids: Vec<&str> = premises.iter().map(|one| one["id"].as_str().expect("an id")).collect();
    assert_eq!(ids, ["decision-valid", "act-applies", "permit-valid"]);
    let first = &premises[0];
    assert_eq!(
        (&first["holds"], &first["assumed"], &first["contested"]),
        (&true.into(), &Value::Null, &true.into())
    );
    let moved = first["moves"].as_array().expect("moves");
    let decision = moved.iter().find(|one| one["alternative"] == "delta/besluit").expect("it moves");
    assert_eq!((&decision["from"]["rank"], &decision["to"]["rank"]), (&1.into(), &3.into()));
    assert_eq!(decision["from"]["score"]["exact_low"], "1");
    assert_eq!(decision["to"]["score"]["exact_low"], "1/2");
    // Nothing is contested about the others, so nobody asks what moves with them.
    assert!(premises[1..].iter().all(|one| one["moves"] == serde_json::json!([])), "{premises:?}");
}

/// What is assumed comes first in every format.
#[test]
fn every_output_says_first_what_is_assumed() {
    let dossier = "institution: Testschool\nkind: videobellen\n";
    let place = laid_out(&[("dossier.yaml", dossier)]);
    let at = place.path();
    let (assumption, nl) = (["--assume", "decision-valid=no"], "Stel dat dit niet geldt: het besluit");
    let with = |arguments: &[&str]| run(at, NOW, &[arguments, &assumption].concat());
    let second = |out: &str| out.lines().any(|line| line.contains(nl));
    for format in ["table", "markdown", "html", "csv"] {
        assert!(second(&with(&["compare", "videobellen", "--format", format])), "{format}");
    }
    for columns in ["tidy", "quickscan"] {
        assert!(
            second(&with(&["compare", "videobellen", "--format", "csv", "--columns", columns])),
            "{columns}"
        );
    }
    for format in ["text", "markdown", "html"] {
        let out = with(&["memo", "dossier.yaml", "--format", format]);
        assert!(out.contains(nl) && out.contains("Daardoor verandert er iets voor"), "{format}: {out}");
        assert!(second(&with(&["checklist", "dossier.yaml", "--format", format])), "{format}");
        assert!(second(&with(&["triage", "--kind", "videobellen", "--format", format])), "{format}");
    }
    assert!(with(&["explain", "delta/besluit"]).contains(nl));
    let english = with(&["compare", "videobellen", "--lang", "en"]);
    assert!(english.contains("Assuming that this does not hold: the decision"), "{english}");
    let worklist =
        run_in(at, &["check", "--worklist", "gegevens", "--as-of", NOW, "--assume", "decision-valid=no"]);
    assert!(
        worklist.out.starts_with("Werklijst\nStel dat dit niet geldt"),
        "{}{}",
        worklist.out,
        worklist.err
    );
    assert!(worklist.out.contains("uitgangspunt geldt niet"), "{}", worklist.out);
    for arguments in [&["checklist", "dossier.yaml"][..], &["triage", "--kind", "videobellen"][..]] {
        let out = with(&[arguments, &["--format", "json"]].concat());
        let document: Value = serde_json::from_str(&out).expect("JSON");
        assert_eq!(
            document["assumed"],
            serde_json::json!([{"id": "decision-valid", "holds": false}]),
            "{arguments:?}"
        );
    }
}

#[test]
fn what_cannot_be_assumed_is_refused() {
    let place = laid_out(&[]);
    let at = place.path();
    let with = |given: &[&str]| {
        let all: Vec<&str> = given.iter().flat_map(|one| ["--assume", *one]).collect();
        refused(at, &[&["compare", "videobellen"][..], &all].concat())
    };
    let unknown = with(&["decision-vaild=no"]);
    assert!(unknown.contains("bestaat niet") && unknown.contains("`decision-valid`"), "{unknown}");
    for unclear in ["decision-valid", "decision-valid=misschien", "decision-valid=", "=no", ""] {
        let told = with(&[unclear]);
        assert!(told.contains("--assume") || told.contains("bestaat niet"), "{unclear}: {told}");
    }
    let twice = with(&["decision-valid=no", "decision-valid=no"]);
    assert!(twice.contains("twee keer"), "{twice}");
    let check = run_in(at, &["check", "gegevens", "--assume", "decision-valid=no"]);
    assert_eq!(check.code, Some(2), "{}", check.out);
    assert!(check.err.contains("--worklist"), "{}", check.err);
}

#[test]
fn a_bundle_keeps_what_was_assumed_and_verify_repeats_it() {
    let place = laid_out(&[]);
    let at = place.path();
    run(at, NOW, &["bundle", "videobellen", "--assume", "decision-valid=no", "-o", "pakket"]);
    let read = |path: &str| std::fs::read_to_string(at.join("pakket").join(path)).expect(path);
    assert!(read("manifest.txt").contains("--assume decision-valid=no"), "{}", read("manifest.txt"));
    assert!(read("lees-mij.txt").contains("Stel dat dit niet geldt"), "{}", read("lees-mij.txt"));
    let verified = run_in(at, &["verify", "pakket"]);
    assert_eq!(verified.code, Some(0), "{}{}", verified.out, verified.err);
    // Without what was assumed the ranking is another.
    let manifest = read("manifest.txt").replace(" --assume decision-valid=no", "");
    std::fs::write(at.join("pakket/manifest.txt"), manifest).expect("written");
    let verified = run_in(at, &["verify", "pakket"]);
    assert!(verified.out.contains("KH606") || verified.out.contains("volgorde"), "{}", verified.out);
    assert_eq!(verified.code, Some(1), "{}", verified.out);
}

#[test]
fn a_premise_is_explained_with_all_that_rests_on_it() {
    let place = laid_out(&[]);
    let at = place.path();
    for arguments in [&["explain", "decision-valid"][..], &["explain", "premise", "decision-valid"][..]] {
        let out = run(at, NOW, arguments);
        for part in [
            "Dit geldt sinds 10 juli 2023.",
            "Omstreden: Er loopt hoger beroep.",
            "Zoek het modelcontract op",
            "antwoord op transfer: een besluit [decision]",
            "eis van de weging algemeen aan transfer",
            "punt van de checklist decision-noted",
            "Delta, met het besluit (delta/besluit): Doorgifte",
            "https://besluit.example.org/tekst",
        ] {
            assert!(out.contains(part), "{part}: {out}");
        }
        assert!(!out.contains("Delta, met een contract"), "{out}");
    }
    let act = run(at, NOW, &["explain", "uitgangspunt", "act-applies"]);
    assert!(act.contains("Dit geldt vanaf 2 december 2027.") && act.contains("eis van transfer"), "{act}");
    let permit = run(at, "2027-01-01", &["explain", "permit-valid", "--lang", "en"]);
    assert!(permit.contains("held until 31 December 2026"), "{permit}");
    assert!(refused(at, &["explain", "premise", "act-aplies"]).contains("`act-applies`"));
    let listed = run(at, NOW, &["list", "premises"]);
    assert!(listed.contains("act-applies") && listed.contains("geldt vanaf 2 december 2027"), "{listed}");
    let criterion = run(at, NOW, &["explain", "criterion", "transfer"]);
    for part in ["Zolang: het besluit", "Anders: ongunstig.", "Dit geldt vanaf 2 december 2027."] {
        assert!(criterion.contains(part), "{part}: {criterion}");
    }
}

/// Two days around a date differ by what is dated, and that is said.
#[test]
fn an_explanation_says_which_rules_have_a_date() {
    let place = laid_out(&[]);
    let explained = |as_of| run(place.path(), as_of, &["explain", "delta/niets", "--details"]);
    let (before, after) = (explained("2027-12-01"), explained("2027-12-02"));
    assert!(before.contains("de wet geldt (act-applies). Dit geldt vanaf 2 december 2027."), "{before}");
    assert!(!before.contains("De wet verbiedt"), "{before}");
    assert!(after.contains("De wet verbiedt doorgifte zonder grond."), "{after}");
    assert!(
        after.contains("Zolang: de wet geldt (act-applies). Dit geldt sinds 2 december 2027."),
        "{after}"
    );
}

#[test]
fn the_checklist_says_what_is_still_to_come() {
    let place = laid_out(&[]);
    let list = |as_of: &str, more: &[&str]| {
        run(place.path(), as_of, &[&["checklist", "--kind", "videobellen"], more].concat())
    };
    let coming = "Iemand heeft de nieuwe wet gelezen.\n    geldt vanaf 2 december 2027";
    let now = list(NOW, &[]);
    assert!(now.contains(coming), "{now}");
    let json: Value = serde_json::from_str(&list(NOW, &["--format", "json"])).expect("JSON");
    assert_eq!(json["counts"]["all"], 1, "{json}");
    assert_eq!(json["coming"][0]["from"], "2027-12-02");
    let then = list("2027-12-02", &[]);
    assert!(
        then.contains("[ ] Iemand heeft de nieuwe wet gelezen.") && !then.contains("geldt vanaf"),
        "{then}"
    );
    let never = list(NOW, &["--assume", "act-applies=no"]);
    assert!(!never.contains("nieuwe wet"), "{never}");
    let without = list(NOW, &["--assume", "decision-valid=no"]);
    assert!(!without.contains("In het register staat het besluit."), "{without}");
}

/// What the institution says of its own work can rest on a premise too.
#[test]
fn the_word_of_an_institution_can_lose_its_premise() {
    let criterion = "title: {nl: Sleutels, en: Keys}\napplies-to: [videobellen]\nask: {nl: Wie heeft de sleutels?, en: Who has the keys?}\nwhy: {nl: Daarom., en: So.}\ngrounds: []\nfrom: []\none-of:\n  good:\n    decision: {nl: volgens het besluit, en: by the decision, while: decision-valid}\n  own-work:\n    self-hosted: {nl: regelt u zelf, en: you see to it}\n  insufficient:\n    nobody: {nl: niemand, en: nobody}\n";
    let profile =
        "title: {nl: Algemeen, en: General}\nbecause: {nl: Daarom., en: So.}\nweights: {sleutels: 1}\n";
    let product = "name: Epsilon\nmaker: Epsilon bv\nhomepage: https://epsilon.example.org\nvariants:\n  eigen: {name: op een eigen server, hosting: self-hosted, licence: open-source}\nsources:\n  uitleg: {title: Uitleg, url: \"https://epsilon.example.org\", read: 2026-10-01, grade: vendor}\nfacts:\n  sleutels:\n    answers: [{for: all, answer: self-hosted}]\n    evidence: [{from: uitleg, shows: Dat doet de school.}]\n";
    let dossier = "institution: Testschool\nkind: videobellen\nown-work:\n  sleutels:\n    - {answer: decision, role: beheerder, on: 2026-11-01}\n";
    let place = laid_out(&[
        ("gegevens/criteria/security/sleutels.yaml", criterion),
        ("gegevens/criteria/profiles/algemeen.yaml", profile),
        ("gegevens/vendors/videobellen/epsilon.yaml", product),
        ("dossier.yaml", dossier),
    ]);
    let keys = |more: &[&str]| {
        let document = compared(place.path(), NOW, &[&["--dossier", "dossier.yaml"], more].concat());
        levels(cell(&document, "epsilon/eigen", "sleutels")).map(str::to_owned)
    };
    assert_eq!(keys(&[]), ["institution", "good", "good"]);
    assert_eq!(keys(&["--assume", "decision-valid=no"]), ["institution", "insufficient", "good"]);
}

/// Judged while they are read or afterwards, with the evidence: the same moves.
#[test]
fn formats_that_keep_products_whole_say_the_same() {
    let place = laid_out(&[]);
    let lean = run(place.path(), NOW, &["compare", "videobellen", "--format", "markdown"]);
    let line =
        lean.lines().find(|line| line.contains("Omstreden")).expect("a line").trim_matches('*').to_owned();
    let page = run(place.path(), NOW, &["compare", "videobellen", "--format", "html"]);
    assert!(page.contains(&line), "{line}");
}

#[test]
fn premises_with_errors_are_never_left_out() {
    let place = laid_out(&[("gegevens/criteria/premises.yaml", "decision-valid: {title: {nl: x, en: x}}\n")]);
    let arguments = ["compare", "videobellen", "--ignore-invalid", "--no-builtin", "--data", "gegevens"];
    let done = run_in(place.path(), &[&arguments[..], &["--as-of", NOW]].concat());
    assert_eq!(done.code, Some(1), "{}", done.out);
    assert!(done.out.contains("KH102") && !done.out.contains("KH230"), "{}", done.out);
    assert!(done.err.contains("Los die eerst op"), "{}", done.err);
}

#[test]
fn a_later_layer_replaces_all_premises_and_says_so() {
    let own = "decision-valid:\n  title: {nl: het besluit geldt, en: the decision is valid}\n  holds: {from: 2023-07-10, until: 2026-01-01}\n  sources: [{title: T, url: \"https://a.example.org\", read: 2026-01-02}]\nact-applies:\n  title: {nl: de wet geldt, en: the act applies}\n  sources: [{title: T, url: \"https://a.example.org\", read: 2026-01-02}]\npermit-valid:\n  title: {nl: de vergunning loopt, en: the permit is running}\n  sources: [{title: T, url: \"https://a.example.org\", read: 2026-01-02}]\n";
    let place = laid_out(&[("eigen/criteria/premises.yaml", own)]);
    let layers = ["--no-builtin", "--data", "gegevens", "--data", "eigen", "--as-of", NOW];
    let asked = ["compare", "videobellen", "--format", "json"];
    let done = run_in(place.path(), &[&asked[..], &layers].concat());
    let document: Value = serde_json::from_str(&done.out).expect("JSON");
    assert_eq!(cell(&document, "delta/besluit", "transfer")["status"], "premise-fallen");
    assert!(document["deviations"].to_string().contains("premises.yaml"), "{}", document["deviations"]);
}
