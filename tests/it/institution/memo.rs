//! The dossier, and what is made from it: the memo and the part in a bundle.

use super::*;

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
fn the_memo_says_whether_the_maker_was_heard() {
    let chosen = with(GOES_ON, &["memo", "DOSSIER"]).out;
    assert!(chosen.contains("aanbieder nog niet gehoord."), "{chosen}");
    assert!(!chosen.contains("De aanbieder is nog niet gehoord bij"), "of the choice, not of all: {chosen}");
    let open = GOES_ON.split("choice:").next().expect("a dossier");
    let open = with(open, &["memo", "DOSSIER", "--lang", "en"]).out;
    assert!(open.contains("The vendor has not yet been heard for"), "{open}");
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

/// A dossier that was just begun is accepted as it is.
#[test]
fn a_new_dossier_passes_the_check_at_once() {
    for kind in ["videobellen", "proctoring"] {
        for lang in ["nl", "en"] {
            let place = place("");
            let made = given(place.path(), &["new", "dossier", kind, "--lang", lang]);
            assert_eq!(made.code, Some(0), "{}", made.err);
            std::fs::write(place.path().join("dossier.yaml"), &made.out).unwrap();
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

/// What a dossier says is shown, never run: as markup, as a formula, or on
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

/// The choice of `GOES_ON` is of 1 November.
#[test]
fn the_memo_says_that_a_right_is_disputed_and_by_whom_that_can_be_settled() {
    let asked = GOES_ON.replace("right: consent", "right: disputed");
    let text = with(&asked, &["memo", "DOSSIER"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("studentenraad (recht betwist): Stemt u in?"), "{text}");
    for words in [
        "bestuur en raad zijn het niet eens",
        "Landelijke Commissie voor Geschillen WMS",
        "Landelijke Commissie voor Geschillen studenten en ouders MBO",
        "Landelijke Commissie voor Geschillen medezeggenschap Hoger Onderwijs",
    ] {
        assert_eq!(text.matches(words).count(), 1, "{words}: {text}");
    }
    let english = with(&asked, &["memo", "DOSSIER", "--lang", "en"]).out;
    assert!(english.contains("studentenraad (right disputed): Stemt u in?"), "{english}");
    for format in ["markdown", "html"] {
        let text = with(&asked, &["memo", "DOSSIER", "--format", format]).out;
        assert!(text.contains("recht betwist") && text.contains("WHW, artikel 9.40"), "{format}: {text}");
    }
    // Where the council was heard already, it is said there; and only once.
    let heard = asked.replace("right: advice", "right: disputed");
    let text = with(&heard, &["memo", "DOSSIER"]).out;
    assert_eq!(text.matches("Recht betwist").count(), 1, "{text}");
    let heard = GOES_ON.replace("right: advice", "right: disputed");
    let text = with(&heard, &["memo", "DOSSIER"]).out;
    let (before, after) = text.split_once("Wie zijn er gehoord?").expect("a part");
    assert!(!before.contains("etwist") && after.contains("Recht betwist"), "{text}");
    let plain = with(GOES_ON, &["memo", "DOSSIER"]).out;
    assert!(!plain.contains("etwist"), "{plain}");
}

#[test]
fn the_memo_says_that_the_choice_came_before_the_hearing() {
    const SAID: &str = "De keuze was toen al gemaakt.";
    let text = |dossier: &str| {
        let run = with(dossier, &["memo", "DOSSIER"]);
        run.out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let late = GOES_ON.replace("on: 2026-09-10", "on: 2026-11-02");
    assert!(text(&late).contains(&format!("Klopt de DPIA? Ja. {SAID}")), "{}", text(&late));
    let waiting = GOES_ON.replace("asked: Stemt u in?", "asked: Stemt u in?, on: 2026-12-01");
    assert!(text(&waiting).contains(&format!("Stemt u in? {SAID}")), "{}", text(&waiting));
    let told = late.replace("right: advice", "right: information");
    for dossier in [GOES_ON, &late.replace("2026-11-02", "2026-11-01"), &told] {
        assert!(!text(dossier).contains(SAID), "{}", text(dossier));
    }
    let english = with(&late, &["memo", "DOSSIER", "--lang", "en"]).out;
    assert!(english.contains("The choice had already been made by then."), "{english}");
}
