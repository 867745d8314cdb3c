//! The sheet of settings: on `tests/data/actions` by product, and on the data of the
//! institution for what was chosen and what its triage allows.

use super::*;

fn delta(arguments: &[&str]) -> Run {
    let (small, actions) = (small(), data("actions"));
    let data = [small.to_str().unwrap(), actions.to_str().unwrap()];
    let rest = ["--no-builtin", "--data", data[0], "--data", data[1], "--as-of", AS_OF];
    run(&[arguments, &rest].concat())
}

/// The lines below a heading, up to the next empty one.
fn below<'t>(text: &'t str, heading: &str) -> Vec<&'t str> {
    let mut lines = text.lines().skip_while(|line| *line != heading).skip(1);
    lines.by_ref().take_while(|line| !line.is_empty()).map(str::trim).collect()
}

#[test]
fn what_is_certain_is_set_or_agreed_on_and_what_is_open_is_asked() {
    let text = delta(&["settings", "delta/dienst"]).out;
    assert_eq!(text.lines().next(), Some("Instellingenblad: Delta, dienst"));
    assert_eq!(
        below(&text, "Stelt u zelf in"),
        [
            "[ ] Zet het wachtwoord aan",
            "Toegang: een wachtwoord (Beveiliging)",
            "[ ] Kijk zelf wie er binnenkomt",
            "Toegang (Beveiliging)",
        ]
    );
    let agreed = below(&text, "Spreekt u af");
    assert_eq!(agreed.iter().filter(|line| line.starts_with("[ ]")).count(), 3, "{text}");
    assert!(below(&text, "Vraagt u na").is_empty(), "everything is known: {text}");
    let text = delta(&["settings", "delta/misschien"]).out;
    assert!(below(&text, "Stelt u zelf in").is_empty(), "nothing is certain: {text}");
    assert!(
        text.contains("Vraag het de aanbieder, of zoek het op. Daarna misschien: Zet het wachtwoord aan. Kijk zelf wie er binnenkomt."),
        "options hold together: {text}"
    );
    assert!(text.contains("Of: Sluit een overeenkomst."), "of answers one is true: {text}");
    let text = delta(&["settings", "delta/zelf", "--lang", "en"]).out;
    assert_eq!(below(&text, "What you see to yourself").first(), Some(&"[ ] Set a period"), "{text}");
}

#[test]
fn without_a_variant_all_are_there_in_the_order_of_the_file() {
    let text = delta(&["settings", "delta"]).out;
    let divisions: Vec<&str> = text.lines().filter(|line| line.starts_with("== ")).collect();
    assert_eq!(divisions, ["== Delta, dienst", "== Delta, misschien", "== Delta, zelf"]);
}

#[test]
fn every_format_has_every_box() {
    let run = delta(&["settings", "delta", "--format", "json"]);
    let found: Value = serde_json::from_str(&run.out).expect("json");
    assert_eq!(found["schema"], "keuzehulp/settings/1");
    let alternatives = found["alternatives"].as_array().expect("a list");
    assert_eq!(
        strings(&found["alternatives"], "alternative"),
        ["delta/dienst", "delta/misschien", "delta/zelf"]
    );
    let boxes: usize = alternatives.iter().map(|one| one["items"].as_array().map_or(0, Vec::len)).sum();
    assert_eq!(strings(&alternatives[2]["items"], "way"), ["agree", "ask", "own-work"]);
    assert_eq!(delta(&["settings", "delta"]).out.matches("[ ]").count(), boxes);
    let csv = delta(&["settings", "delta", "--format", "csv", "--csv", "rfc4180"]).out;
    assert_eq!(csv.lines().count(), boxes + 1, "{csv}");
    let page = delta(&["settings", "delta", "--format", "html"]).out;
    assert_eq!(page.matches("☐").count(), boxes);
    assert_eq!(delta(&["settings", "delta", "--format", "markdown"]).out.matches("- [ ]").count(), boxes);
}

#[test]
fn what_does_not_exist_is_refused_with_what_does() {
    let run = delta(&["settings", "dela"]);
    assert!(run.code == Some(2) && run.err.contains("delta"), "{}", run.err);
    let run = delta(&["settings", "delta/dienstt"]);
    assert!(run.code == Some(2) && run.err.contains("delta/dienst"), "{}", run.err);
    let run = delta(&["settings"]);
    assert!(run.code == Some(2) && run.err.contains("van welk product"), "{}", run.err);
}

/// A dossier names the product, and its triage says what is allowed.
#[test]
fn the_choice_of_a_dossier_is_shown_with_what_its_triage_allows() {
    let text = with(GOES_ON, &["settings", "--dossier", "DOSSIER"]).out;
    assert!(text.starts_with("Instellingenblad: Gamma, alleen afsluiten\n"), "{text}");
    assert_eq!(
        below(&text, "Wat uw afweging toelaat").first(),
        Some(&"[ ] Alleen dit mag (Vorm): alleen een afgesloten computer."),
        "{text}"
    );
    let text = with(GOES_ON, &["settings", "gamma/zwaar", "--dossier", "DOSSIER"]).out;
    assert!(text.contains("Laat uw afweging niet toe") && text.contains("Licht is genoeg."), "{text}");
    let essay = GOES_ON.replace("alternative: gamma/licht", "instead: essay");
    assert_eq!(with(&essay, &["settings", "--dossier", "DOSSIER"]).code, Some(2));
}

/// The bundle of a choice has it, that without a choice has not.
#[test]
fn a_bundle_has_the_sheet_of_what_was_chosen() {
    let open = GOES_ON.split("choice:").next().expect("a dossier");
    for (dossier, is_there) in [(GOES_ON, true), (open, false)] {
        let place = place(dossier);
        let target = place.path().join("pakket");
        let folder = target.to_str().unwrap();
        let made = given(place.path(), &["bundle", "proctoring", "--dossier", "DOSSIER", "-o", folder]);
        assert_eq!(made.code, Some(0), "{}", made.err);
        for name in ["instelling/instellingen.html", "instelling/instellingen.csv"] {
            assert_eq!(target.join(name).exists(), is_there, "{name}");
        }
        let read_me = std::fs::read_to_string(target.join("lees-mij.txt")).expect("a read-me");
        assert_eq!(read_me.contains("instelling/instellingen.html"), is_there, "{read_me}");
        assert_eq!(run(&["verify", folder]).code, Some(0));
    }
}
