//! The checklist.

use super::*;

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
    for (day, late) in [("2026-11-29", true), ("2026-11-30", false), ("2026-12-01", false)] {
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
