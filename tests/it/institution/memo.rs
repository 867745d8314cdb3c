//! The dossier, and what is made from it: the memo and the part in a bundle.

use super::*;

#[test]
fn the_memo_begins_with_what_is_asked_and_stands_alone() {
    let text = with(GOES_ON, &["memo", "DOSSIER"]).out;
    let order = [
        "Besluitnota proctoring, Testschool",
        "Wat wordt er gevraagd?",
        "studentenraad (instemming): Stemt u in?",
        "Instemming betekent: de raad zegt ja of nee.",
        "Waarvoor: Een toets op afstand.",
        "Wat is de keuze, en waarom?",
        "De reden: De lichtste vorm.",
        "Welke mogelijkheden zijn er?",
        "Wat kan er misgaan?",
        "Wat doet de instelling zelf?",
        "Stelt u zelf in",
        "Spreekt u af",
        "Wat is nog niet bekend?",
        "Wie zijn er gehoord?",
        "FG (advies, 10 september 2026): Klopt de DPIA? Ja.",
        "Wanneer opnieuw kijken?",
        "geen advies en geen keurmerk",
        "Achterkant: eisen, en hoe zwaar elk onderwerp telt",
        "Van uw instelling zelf",
        "Van keuzehulp",
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
    assert!(markdown.contains("## Wat wordt er gevraagd?"), "{markdown}");
}

#[test]
fn the_memo_says_whether_the_maker_was_heard() {
    let chosen = with(GOES_ON, &["memo", "DOSSIER"]).out;
    assert!(chosen.contains("Aanbieder nog niet gehoord."), "{chosen}");
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
        ("besluitnota.html", "Wat wordt er gevraagd?"),
        ("besluitnota.md", "Wat wordt er gevraagd?"),
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
    for part in ["Wat kan er misgaan?", "Wat doet de instelling zelf?", "Wat is nog niet bekend?"] {
        assert!(!text.contains(part), "{part}: {text}");
    }
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

/// A profile of the institution's own, given as a file.
const OWN: &str = "\
title: {nl: Onze school, en: Our school}
because: {nl: Toegang is voor ons belangrijk., en: Access matters to us.}
extends: algemeen
weights: {access-control: 5}
require:
  - criterion: access-control
    answers: {at-least: 1}
    because: {nl: De docent laat zelf iedereen binnen., en: The teacher lets everyone in.}
";

const BEGUN: &str = "\
institution: Testschool
kind: videobellen
need: {purpose: Lessen., minors: yes}
";

/// What an institution weighs and requires itself is in words, with its reason; the rest
/// is the tool's.
#[test]
fn the_back_of_the_memo_and_the_bundle_name_what_is_your_own() {
    let place = place(BEGUN);
    std::fs::write(place.path().join("onze.yaml"), OWN).expect("written");
    let own = place.path().join("onze.yaml");
    let own = own.to_str().unwrap();
    let options =
        ["--profile", own, "--weight", "exit-deletion-days=7", "--require", "access-control=waiting-room"];
    let target = place.path().join("pakket");
    let target = target.to_str().unwrap();
    let bundle = ["bundle", "videobellen", "--dossier", "DOSSIER", "-o", target];
    let made = given(place.path(), &[&bundle[..], &options].concat());
    assert_eq!(made.code, Some(0), "{}", made.err);
    let read = |name: &str| std::fs::read_to_string(Path::new(target).join(name)).expect(name);
    let memo = read("besluitnota.md");
    let (front, back) = memo.split_once("## Achterkant").expect("a back");
    assert!(!front.contains("De docent laat"), "{front}");
    for text in [back, &read("afwijkingen.md")] {
        let (own, tool) = text.split_once("# Van keuzehulp").expect("what is the tool's");
        for words in [
            "toegang telt 5 in plaats van 1. Waarom: Toegang is voor ons belangrijk.",
            "Toegang: ten minste 1. Waarom: De docent laat zelf iedereen binnen.",
            "wissen na afloop telt 7 in plaats van 2. Waarom: niet opgeschreven",
            "Toegang: een wachtkamer. Waarom: niet opgeschreven",
        ] {
            assert!(own.contains(words), "{words}: {text}");
        }
        assert!(tool.contains("verwerkersovereenkomst"), "{tool}");
    }
    // Only the command that makes it again has the ids.
    for name in ["besluitnota.html", "besluitnota.md", "afwijkingen.md", "vergelijking.md"] {
        assert!(!read(name).contains("=waiting-room"), "{name}");
    }
    let compared =
        given(place.path(), &[&["compare", "videobellen", "--details"][..], &options].concat()).out;
    assert!(compared.contains("Eigen eisen: Toegang: een wachtkamer."), "{compared}");
}

/// Which risks are named is a rule: demands first, and then what most points hang on.
#[test]
fn risks_come_in_a_fixed_order() {
    let points = |text: &str, name: &str| text.find(name).unwrap_or(usize::MAX);
    let choice =
        |what: &str| format!("{BEGUN}choice: {{alternative: {what}, role: rector, because: Daarom.}}\n");
    let free = with(&choice("alfa/gratis"), &["memo", "DOSSIER"]).out;
    let order = ["Eis niet gehaald", "Niet gunstig", "Nog onbekend"].map(|name| points(&free, name));
    assert!(order.is_sorted() && order[2] < usize::MAX, "{free}");
    assert!(free.contains("Het haalt deze eis niet: verwerkersovereenkomst."), "{free}");
    let school = with(&choice("alfa/school"), &["memo", "DOSSIER"]).out;
    assert!(!school.contains("Eis niet gehaald") && school.contains("Niet gehoord"), "{school}");
    assert!(school.contains("25 van de 100 punten staan nog open."), "{school}");
    let english = with(&choice("alfa/gratis"), &["memo", "DOSSIER", "--lang", "en"]).out;
    assert!(english.contains("Demand not met"), "{english}");
}

/// Without a choice what follows is about the first, and says so.
#[test]
fn without_a_choice_the_memo_says_whom_it_speaks_of() {
    let text = with(BEGUN, &["memo", "DOSSIER"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("gaat over Alfa, schoolversie: die staat nu bovenaan. Dat is geen advies."),
        "{text}"
    );
    assert!(text.contains("30 november 2027, over een jaar: een voorstel van keuzehulp"), "{text}");
}

/// What is used now is shown with the candidates, on one scale, with its mark.
#[test]
fn the_picture_marks_the_choice_and_what_is_in_use() {
    let dossier = format!(
        "{BEGUN}candidates: [alfa/school, beta]\nin-use: alfa/gratis\nchoice: {{alternative: beta, because: Daarom.}}\n"
    );
    let page = with(&dossier, &["memo", "DOSSIER", "--format", "html"]).out;
    let picture = page.split("<ul class=\"ranking\">").nth(1).expect("a picture");
    let picture = picture.split("</ul>").next().expect("its end");
    let rows: Vec<&str> = picture.split("<li>").skip(1).collect();
    assert_eq!(rows.len(), 3, "{page}");
    let row =
        |name: &str| *rows.iter().find(|row| row.contains(name)).unwrap_or_else(|| panic!("{name}: {page}"));
    assert!(row(">Beta<").contains("de keuze") && !row(">Beta<").contains("nu in gebruik"), "{page}");
    assert!(row("Alfa, gratis versie").contains("nu in gebruik"), "{page}");
    assert!(row("Alfa, schoolversie").contains("van 75 tot 100"), "{page}");
    assert!(row("Alfa, schoolversie").contains("met bron 75"), "for who cannot see it: {page}");
    for texture in ["class=\"shown\"", "class=\"own\"", "class=\"open\"", "class=\"rest\""] {
        assert!(page.contains(texture), "{texture}");
    }
    let text = with(&dossier, &["memo", "DOSSIER"]).out;
    assert!(text.contains("█ met bron  ▒ regelt u zelf  ░ onbekend  · niet gunstig"), "{text}");
}

/// Where the choice stands, what a refusal means, and what is owed are on the front, and
/// nothing on paper is an id.
#[test]
fn the_front_says_where_the_choice_stands_and_what_follows_from_no() {
    let dossier = format!(
        "{BEGUN}consulted:\n  - {{body: de raad, right: consent, asked: Stemt u in?}}\nchoice: {{alternative: beta, because: Daarom.}}\n"
    );
    let said = |dossier: &str| {
        let run = with(dossier, &["memo", "DOSSIER"]);
        run.out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let text = said(&dossier);
    let (front, back) = text.split_once("Achterkant").expect("a back");
    for words in [
        "Zegt de raad nee, dan",
        "Wms, artikel 32",
        "Een uiterste dag voor het antwoord is niet opgeschreven.",
        "staat de keuze nu op plaats 1. Er is nog zo veel onbekend",
        "Verplicht, en nog te doen (",
        "‘U’ is de instelling",
    ] {
        assert!(front.contains(words), "{words}: {front}");
    }
    assert!(back.contains("Woorden. Grondslag:") && !back.contains("(algemeen)"), "{back}");
    let advice = said(&dossier.replace("right: consent", "right: advice, on: 2026-12-20"));
    for words in ["Zegt de raad nee", "Een uiterste dag"] {
        assert!(!advice.contains(words), "{words}: {advice}");
    }
}
