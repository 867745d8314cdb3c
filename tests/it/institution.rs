//! The institution's own part: checklist, triage, situation and memo, on
//! `tests/data/institution` over the small data.

use std::path::Path;

use serde_json::Value;

use crate::support::{AS_OF, Run, copy, data, folder, run, small};

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

#[test]
fn a_checklist_without_a_dossier_shows_the_items_of_a_kind_in_order() {
    let run = with("", &["checklist", "--kind", "videobellen"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let order =
        ["Aan de tekentafel", "Doel bepalen", "Aanschaf", "Overeenkomst sluiten", "Voorbereiding", "camera"];
    let places: Vec<usize> = order.iter().map(|word| run.out.find(word).expect(word)).collect();
    assert!(places.is_sorted(), "{}", run.out);
    assert!(!run.out.contains("toets uitgelegd"), "an item of the other kind");
    assert!(run.out.contains("alleen bij opname"), "{}", run.out);
    let all = with("", &["checklist"]);
    assert!(all.out.contains("toets uitgelegd") && all.out.contains("alleen proctoring"), "{}", all.out);
}

#[test]
fn a_checklist_says_what_is_done_what_is_overdue_and_what_the_product_answers() {
    let list = json(GOES_ON, &["checklist", "DOSSIER"]);
    assert_eq!(list["schema"], "keuzehulp/checklist/1");
    let counts = &list["counts"];
    let count = |name: &str| counts[name].as_u64().unwrap();
    assert_eq!((count("all"), count("done"), count("overdue"), count("must_open")), (3, 1, 1, 1));
    let text = with(GOES_ON, &["checklist", "DOSSIER"]).out;
    assert!(text.contains("Gedaan: 1 van 3. Bezig: 0. Verplicht en nog niet geregeld: 1."), "{text}");
    assert!(text.contains("Te laat: Overeenkomst getekend"), "{text}");
    assert!(text.contains("ligt: beleidsmap"), "{text}");
    // Of gamma nothing is known on the agreement: nothing is made up.
    assert!(!text.contains("Productbestand"), "{text}");
    let alfa =
        "institution: Testschool\nkind: videobellen\nchoice: {alternative: alfa/school, because: Goed.}\n";
    let text = with(alfa, &["checklist", "DOSSIER"]).out;
    assert!(text.contains("Productbestand: Verwerkersovereenkomst: ja"), "{text}");
    assert!(text.contains("https://alfa.example.org/voorwaarden"), "{text}");
}

/// An item whose day of review is the as-of date is not late yet.
#[test]
fn a_review_is_late_from_the_day_after_it() {
    for (day, late) in [("2026-11-20", true), ("2026-11-21", false), ("2026-11-22", false)] {
        let list = json(
            &GOES_ON.replace("review: 2026-09-01", &format!("review: {day}")),
            &["checklist", "DOSSIER"],
        );
        assert_eq!(list["counts"]["overdue"], u64::from(late), "{day}");
    }
}

#[test]
fn strict_ends_with_1_while_something_that_must_be_is_open() {
    let strict = |dossier: &str| with(dossier, &["checklist", "DOSSIER", "--strict"]).code;
    assert_eq!(strict(GOES_ON), Some(1), "overdue");
    let done = GOES_ON.replace("review: 2026-09-01", "review: 2027-09-01");
    assert_eq!(strict(&done), Some(0), "what is advised may be open");
    let waived = GOES_ON.replace(
        "{status: done, role: inkoper, on: 2025-09-01, filed: contracten, review: 2026-09-01}",
        "{status: not-applicable, because: Wij doen het zelf.}",
    );
    assert_eq!(strict(&waived), Some(0));
    assert_eq!(with(GOES_ON, &["checklist", "DOSSIER"]).code, Some(0), "without --strict");
    assert_eq!(with("", &["checklist", "--strict"]).code, Some(0), "without a dossier nothing is owed");
    let triage = |dossier: &str| with(dossier, &["triage", "DOSSIER", "--strict"]).code;
    assert_eq!(triage(GOES_ON), Some(0));
    assert_eq!(triage(&GOES_ON.replace("      b-lighter", "      # b-lighter")), Some(1));
}

/// Whatever the checklist says, the ranking is the same to the last digit.
#[test]
fn the_checklist_has_no_part_in_any_score() {
    let ranking =
        |dossier: &str| json(dossier, &["compare", "proctoring", "--dossier", "DOSSIER"])["ranking"].clone();
    let nothing_done = GOES_ON.replace("status: done", "status: open");
    assert_eq!(ranking(GOES_ON), ranking(&nothing_done));
    assert_eq!(ranking(GOES_ON), ranking(&GOES_ON.replace("right: consent", "right: information")));
}

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

/// Every format tells what the triage leaves out, and no table ranks it.
#[test]
fn every_format_says_what_the_triage_leaves_out() {
    for format in ["table", "csv", "markdown", "json", "yaml", "html"] {
        let run = with(GOES_ON, &["compare", "proctoring", "--dossier", "DOSSIER", "--format", format]);
        assert_eq!(run.code, Some(0), "{format}: {}", run.err);
        assert!(run.out.contains("Licht is genoeg."), "{format}: {}", run.out);
    }
    let csv = with(GOES_ON, &["compare", "proctoring", "--dossier", "DOSSIER", "--format", "csv"]).out;
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

/// With two exams a product serves both; `--exam` looks at one of them.
#[test]
fn several_exams_hold_together_and_one_can_be_looked_at() {
    let two = GOES_ON.replace(
        "consulted:",
        "  taal:\n    exam: Toets taal\n    steps:\n      c-form: {allow: [recording, automated], written: {reason: Anders niet.}}\nconsulted:",
    );
    let both = json(&two, &["compare", "proctoring", "--dossier", "DOSSIER"]);
    assert_eq!(both["ranking"].as_array().unwrap().len(), 0);
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

fn video(need: &str) -> String {
    format!("institution: Testschool\nkind: videobellen\nneed: {{{need}}}\n")
}

/// How the demand on this criterion stands for an alternative; nothing where it
/// is met or not asked.
fn demand(found: &Value, alternative: &str, criterion: &str) -> Option<String> {
    let rows = found["ranking"].as_array().unwrap();
    let row = rows.iter().find(|row| row["alternative"] == alternative).expect("a row");
    let demands = row["knock_outs"].as_array().unwrap();
    let mine = demands.iter().find(|demand| demand["criterion"] == criterion)?;
    Some(mine["status"].as_str().unwrap().to_owned())
}

#[test]
fn what_the_dossier_says_of_the_need_becomes_a_requirement() {
    let compared = |need: &str| {
        json(&video(need), &["compare", "videobellen", "--profile", "situatie", "--dossier", "DOSSIER"])
    };
    let stands = |found: &Value| demand(found, "alfa/school", "access-control");
    let situation = |found: &Value| strings(&found["situation"], "status").join(" ");
    // Alfa has a password and no lock; whether it has a waiting room is not known.
    let yes = compared("sensitive: yes");
    assert_eq!((stands(&yes).as_deref(), situation(&yes).as_str()), (Some("open"), "holds open"));
    let no = compared("sensitive: no, minors: no");
    assert_eq!((stands(&no), situation(&no).as_str()), (None, "does-not-hold does-not-hold"));
    let open = compared("minors: no");
    assert_eq!(
        (stands(&open).as_deref(), situation(&open).as_str()),
        (Some("depends"), "open does-not-hold")
    );
    let because = yes["ranking"].to_string();
    assert!(because.contains("Uw situatie: gevoelige gesprekken of beelden: ja"), "{because}");
}

/// A bound is the number of the dossier; left open it may turn out as strict as
/// can be.
#[test]
fn a_bound_can_be_a_number_of_the_dossier() {
    let stands = |need: &str| {
        let found =
            json(&video(need), &["compare", "videobellen", "--profile", "situatie", "--dossier", "DOSSIER"]);
        demand(&found, "alfa/school", "exit-deletion-days")
    };
    // Alfa erases after ten to sixty days.
    assert_eq!(stands("minors: yes, youngest: 9").as_deref(), Some("fires"));
    assert_eq!(stands("minors: yes, youngest: 12").as_deref(), Some("open"));
    assert_eq!(stands("minors: yes").as_deref(), Some("depends"));
    assert_eq!(stands("minors: no"), None);
    // The age says whether there are minors.
    assert_eq!(stands("youngest: 9").as_deref(), Some("fires"));
    assert_eq!(stands("youngest: 18"), None);
}

/// Without a dossier nothing is asked of the situation, and the output says that
/// more can be asked.
#[test]
fn without_a_dossier_no_situation_is_assumed() {
    let found = json("", &["compare", "videobellen", "--profile", "situatie"]);
    assert_eq!(strings(&found["situation"], "status"), ["not-asked", "not-asked"]);
    assert_eq!(demand(&found, "alfa/school", "access-control"), None);
    let text = with("", &["compare", "videobellen", "--profile", "situatie"]).out;
    assert!(
        text.contains("Met een dossier gelden ook eisen die van uw situatie afhangen: Toegang"),
        "{text}"
    );
}

#[test]
fn the_memo_begins_with_what_is_asked_and_stands_alone() {
    let text = with(GOES_ON, &["memo", "DOSSIER"]).out;
    let order = [
        "Besluitnota proctoring, Testschool",
        "Wat vragen wij u?",
        "studentenraad (instemming): Stemt u in?",
        "Waar gaat het om?",
        "Een toets op afstand.",
        "Welke mogelijkheden zijn er?",
        "Welke eisen zijn gesteld?",
        "Wat weten wij niet?",
        "Wie zijn er gehoord?",
        "FG (advies, 10 september 2026): Klopt de DPIA? Ja.",
        "Wat is de keuze, en waarom?",
        "De reden: De lichtste vorm.",
        "Wat moet de school zelf nog regelen?",
        "Dit overzicht is een hulpmiddel",
    ];
    let places: Vec<usize> =
        order.iter().map(|word| text.find(word).unwrap_or_else(|| panic!("{word}: {text}"))).collect();
    assert!(places.is_sorted(), "{text}");
    assert!(!text.contains("wijkt af"), "the choice is the first: {text}");
    let heavy = GOES_ON.replace("gamma/licht", "gamma/zwaar");
    let text = with(&heavy, &["memo", "DOSSIER"]).out;
    assert!(text.contains("Deze keuze wijkt af van de volgorde in de vergelijking."), "{text}");
    assert!(text.contains("De afweging vooraf laat dit product niet toe."), "{text}");
    let essay = GOES_ON.replace("alternative: gamma/licht", "instead: essay");
    assert!(with(&essay, &["memo", "DOSSIER"]).out.contains("Werkstuk (directeur, 1 november 2026)."));
    let page = with(GOES_ON, &["memo", "DOSSIER", "--format", "html"]).out;
    assert!(
        page.starts_with("<!DOCTYPE html>") && !page.contains("<script") && !page.contains("src="),
        "{page}"
    );
    let markdown = with(GOES_ON, &["memo", "DOSSIER", "--format", "markdown"]).out;
    assert!(markdown.contains("## Wat vragen wij u?"), "{markdown}");
}

#[test]
fn the_bundle_carries_the_institutions_part_and_verifies() {
    let place = place(GOES_ON);
    let target = place.path().join("pakket");
    let target = target.to_str().unwrap();
    let made = given(
        place.path(),
        &["bundle", "proctoring", "--dossier", "DOSSIER", "--exam", "wiskunde", "-o", target],
    );
    assert_eq!(made.code, Some(0), "{}", made.err);
    for (file, words) in [
        ("besluitnota.html", "Wat vragen wij u?"),
        ("besluitnota.md", "Wat vragen wij u?"),
        ("instelling/afweging.html", "Toets wiskunde"),
        ("instelling/afweging.csv", "Licht is genoeg."),
        ("instelling/checklist.html", "Wij hebben het doel opgeschreven."),
        ("instelling/checklist.csv", "beleidsmap"),
        ("dossier.yaml", "institution: Testschool"),
        ("lees-mij.txt", "het dossier van uw instelling"),
        ("vergelijking.html", "Afweging vooraf"),
    ] {
        let text = std::fs::read_to_string(Path::new(target).join(file)).expect(file);
        assert!(text.contains(words), "{file} lacks {words}");
    }
    let checked = run(&["verify", target]);
    assert_eq!(checked.code, Some(0), "{}{}", checked.out, checked.err);
    let dossier = Path::new(target).join("dossier.yaml");
    let text = std::fs::read_to_string(&dossier).unwrap();
    std::fs::write(&dossier, text.replace("lockdown-only", "[lockdown-only, recording, automated]")).unwrap();
    let checked = run(&["verify", target]);
    assert_eq!(checked.code, Some(1));
    assert!(checked.out.contains("dossier.yaml"), "{}", checked.out);
}

/// A dossier that was just begun lacks only the name of the institution.
#[test]
fn a_new_dossier_asks_for_the_name_of_the_institution_only() {
    for kind in ["videobellen", "proctoring"] {
        for lang in ["nl", "en"] {
            let place = place("");
            let made = given(place.path(), &["new", "dossier", kind, "--lang", lang]);
            assert_eq!(made.code, Some(0), "{}", made.err);
            std::fs::write(place.path().join("dossier.yaml"), &made.out).unwrap();
            let checked = given(place.path(), &["check", "DOSSIER", "--format", "short"]);
            assert_eq!(checked.code, Some(1), "{}", checked.out);
            assert_eq!(checked.out.lines().count(), 1, "{}", checked.out);
            assert!(checked.out.contains("`institution`"), "{}", checked.out);
            let named = format!("institution: Testschool\n{}", made.out);
            std::fs::write(place.path().join("dossier.yaml"), named).unwrap();
            let checked = given(place.path(), &["check", "DOSSIER", "--strict"]);
            assert_eq!(checked.code, Some(0), "{}", checked.out);
        }
    }
}

/// A result never takes the place of the dossier that it is made from.
#[test]
fn the_dossier_is_never_overwritten_by_what_is_made_of_it() {
    let place = place(GOES_ON);
    let dossier = place.path().join("dossier.yaml");
    for command in [["checklist", "markdown"], ["triage", "markdown"], ["memo", "markdown"]] {
        let target = dossier.to_str().unwrap();
        let run = given(
            place.path(),
            &[command[0], "DOSSIER", "--format", command[1], "-o", target, "--overwrite"],
        );
        assert_eq!(run.code, Some(3), "{}: {}", command[0], run.err);
    }
    assert_eq!(std::fs::read_to_string(dossier).unwrap(), GOES_ON);
}

/// What stands in a dossier is shown, never run: as markup, as a formula, or on
/// the screen.
#[test]
fn texts_of_a_dossier_are_shown_and_never_run() {
    let hostile = GOES_ON
        .replace("Testschool", "\"<script>alert(1)</script>\"")
        .replace("Licht is genoeg.", "\"=1+1|[x](javascript:1)\"")
        .replace("beleidsmap", "\"=cmd()\"");
    let page = with(&hostile, &["memo", "DOSSIER", "--format", "html"]).out;
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script"), "{page}");
    let csv = with(&hostile, &["checklist", "DOSSIER", "--format", "csv"]).out;
    assert!(csv.contains(";'=cmd();"), "{csv}");
    let markdown = with(&hostile, &["triage", "DOSSIER", "--format", "markdown"]).out;
    assert!(markdown.contains("\\[x\\](javascript"), "{markdown}");
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

/// Without its dossier a comparison would show what the triage does not allow: a
/// dossier with errors is never left out.
#[test]
fn a_dossier_with_errors_is_never_ignored() {
    let broken = GOES_ON.replace("lockdown-only", "lockdown");
    let run = with(&broken, &["compare", "proctoring", "--dossier", "DOSSIER", "--ignore-invalid"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.contains("KH303") && run.err.contains("Er is niets gemaakt: 1 fout."),
        "{}{}",
        run.out,
        run.err
    );
}

#[test]
fn where_no_product_is_needed_the_memo_asks_nothing_of_one() {
    let stopped = GOES_ON
        .replace("a-needed: {answer: needed", "a-needed: {answer: not-needed")
        .replace("      b-lighter", "      # b-lighter")
        .replace("      c-form", "      # c-form");
    let text = with(&stopped, &["memo", "DOSSIER"]).out;
    assert!(text.contains("Toets wiskunde: gebruik hier geen product."), "{text}");
    assert!(!text.contains("Welke eisen") && !text.contains("zelf nog regelen"), "{text}");
}

/// A school's own profile is read by people who read Dutch.
#[test]
fn a_profile_of_ones_own_may_be_in_dutch_only() {
    let place = place("");
    let path = place.path().join("eigen.yaml");
    std::fs::write(&path, "title: Eigen\nbecause: Wij wegen zo.\nweights: {access-control: 1}\n").unwrap();
    let run = given(place.path(), &["compare", "videobellen", "--profile", path.to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert!(run.out.contains("Weging: Eigen (eigen)"), "{}", run.out);
}

/// A product that was renamed is still the one that was chosen.
#[test]
fn a_choice_may_name_a_product_by_its_earlier_id() {
    let data = place(
        "institution: Testschool\nkind: videobellen\nchoice: {alternative: oude-alfa/school, because: Goed.}\n",
    );
    let alfa = data.path().join("vendors/videobellen/alfa.yaml");
    let text = std::fs::read_to_string(&alfa).unwrap();
    std::fs::write(alfa, format!("formerly: oude-alfa\n{text}")).unwrap();
    let list = given(data.path(), &["checklist", "DOSSIER"]);
    assert!(list.out.contains("Productbestand: Verwerkersovereenkomst: ja"), "{}{}", list.out, list.err);
}
