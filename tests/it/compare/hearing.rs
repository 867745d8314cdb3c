//! Whether the maker of a product was heard: everything that shows a product says so.

use serde_json::{Value, json};

use crate::support::{AS_OF, row, run, small, small_with};

const ALFA: &str = "vendors/videobellen/alfa.yaml";
const BETA: &str = "vendors/videobellen/beta.yaml";

/// The file of a product of the small data, with keys at the head and keys at its first
/// fact.
fn product(path: &str, head: &str, of_fact: &str) -> String {
    let text = std::fs::read_to_string(small().join(path)).expect("a file");
    let fact = "  processing-agreement:\n";
    format!("{head}{}", text.replacen(fact, &format!("{fact}{of_fact}"), 1))
}

/// Runs the program on the small data with these products.
fn with(products: &[(&str, &str)], arguments: &[&str]) -> String {
    let place = small_with(products);
    let fixed = ["--no-builtin", "--as-of", AS_OF, "--data", place.path().to_str().expect("a path")];
    let run = run(&[arguments, &fixed[..]].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    // Lines of a screen end where it does.
    run.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

const ASKED: &str = "contact: privacy@alfa.example.org\nasked: 2026-11-02\n";
const REPLY: &str = "    reply: {text: Dat klopt., on: 2026-11-05}\n";
const DISPUTED: &str = "    disputed: {on: 2026-11-05}\n";

#[test]
fn each_alternative_says_whether_its_maker_was_heard() {
    let heard = |products: &[(&str, &str)]| {
        let out = with(products, &["compare", "videobellen", "--format", "json"]);
        let document: Value = serde_json::from_str(&out).expect("JSON");
        let about = |id: &str| [row(&document, id)["heard"].clone(), row(&document, id)["asked"].clone()];
        (about("alfa/school"), about("alfa/gratis"), about("beta/eigen-server"))
    };
    let no = [json!("no"), Value::Null];
    assert_eq!(heard(&[]), (no.clone(), no.clone(), no.clone()));
    let (asked, replied) = (product(ALFA, ASKED, ""), product(BETA, "", REPLY));
    let day = json!("2026-11-02");
    let waiting = [json!("asked"), day.clone()];
    let answered = [json!("replied"), Value::Null];
    assert_eq!(heard(&[(ALFA, &asked), (BETA, &replied)]), (waiting.clone(), waiting, answered));
    let disputed = product(ALFA, ASKED, DISPUTED);
    let after = [json!("replied"), day];
    assert_eq!(heard(&[(ALFA, &disputed)]), (after.clone(), after, no));
}

/// What a vendor disputes stands on its card and in the short view at once.
#[test]
fn a_dispute_is_shown_where_people_look_first() {
    let disputed = product(ALFA, "", DISPUTED);
    let said = "betwist door de aanbieder: verwerkersovereenkomst";
    for arguments in [
        &["compare", "videobellen"][..],
        &["explain", "alfa/school"],
        &["compare", "videobellen", "--format", "html"],
    ] {
        let out = with(&[(ALFA, &disputed)], arguments);
        assert!(out.contains(said), "{arguments:?}: {out}");
        assert!(!with(&[], arguments).contains("betwist door"), "{arguments:?}");
    }
    let english = with(&[(ALFA, &disputed)], &["explain", "alfa/school", "--lang", "en"]);
    assert!(english.contains("disputed by the vendor: processing agreement"), "{english}");
}

#[test]
fn a_reply_in_a_layer_of_the_institution_counts() {
    let layer = "facts:\n  processing-agreement:\n    because: Zij schreven ons.\n    answers: [{for: school, answer: complete}]\n    evidence: [{from: voorwaarden, quote: De overeenkomst geldt alleen voor scholen.}]\n    reply: {text: Dat klopt., on: 2026-11-05}\n";
    let own = crate::support::folder(&[(ALFA, layer)]);
    let data = ["--data", own.path().to_str().expect("a path")];
    let place = small_with(&[]);
    let small = ["--no-builtin", "--as-of", AS_OF, "--data", place.path().to_str().expect("a path")];
    let run = run(&[&["compare", "videobellen", "--format", "json"], &small[..], &data].concat());
    let document: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    assert_eq!(row(&document, "alfa/gratis")["heard"], "replied");
}

#[test]
fn every_format_for_people_says_how_many_were_not_heard() {
    let asked = product(ALFA, ASKED, "");
    let products = [(ALFA, &*asked)];
    let not_heard = "De aanbieder is nog niet gehoord bij 1 van 3 varianten.";
    let waiting = "De aanbieder is gevraagd en heeft nog niet gereageerd bij 2 van 3 varianten.";
    for format in ["table", "markdown", "html"] {
        let out = with(&products, &["compare", "videobellen", "--format", format]);
        assert!(out.contains(&format!("{not_heard} {waiting}")), "{format}: {out}");
    }
    let english = with(&products, &["compare", "videobellen", "--lang", "en"]);
    assert!(english.contains("The vendor has not yet been heard for 1 of 3 variants."), "{english}");
    for columns in ["overview", "tidy", "quickscan"] {
        let out = with(&products, &["compare", "videobellen", "--format", "csv", "--columns", columns]);
        for text in
            ["Aanbieder nog niet gehoord.", "Aanbieder gevraagd op 2 november 2026, nog geen reactie."]
        {
            assert!(out.contains(text), "{columns}: {out}");
        }
    }
}

#[test]
fn nothing_is_said_where_all_were_heard() {
    let (alfa, beta) = (product(ALFA, "", REPLY), product(BETA, "", DISPUTED));
    let products = [(ALFA, &*alfa), (BETA, &*beta)];
    for format in ["table", "markdown", "csv", "html"] {
        let out = with(&products, &["compare", "videobellen", "--format", format]);
        assert!(!out.contains("nog niet gehoord") && !out.contains("nog niet gereageerd"), "{format}: {out}");
    }
}

#[test]
fn a_product_says_it_with_where_the_maker_can_be_reached() {
    let asked = product(ALFA, ASKED, "");
    let state = "Aanbieder gevraagd op 2 november 2026, nog geen reactie. Contact: privacy@alfa.example.org";
    for arguments in
        [&["explain", "alfa/school", "--details"][..], &["compare", "videobellen", "--format", "html"]]
    {
        let out = with(&[(ALFA, &asked)], arguments);
        assert!(out.contains(state), "{out}");
    }
    let silent = with(&[], &["explain", "alfa/school", "--details"]);
    assert!(silent.contains("Aanbieder nog niet gehoord. "), "{silent}");
    assert!(!silent.contains("Contact:"), "{silent}");
    let heard = product(ALFA, ASKED, REPLY);
    let heard = with(&[(ALFA, &heard)], &["explain", "alfa/school", "--details", "--lang", "en"]);
    assert!(heard.contains("The vendor has replied. Contact: privacy@alfa.example.org"), "{heard}");
}

#[test]
fn the_list_of_products_says_how_many_were_not_heard() {
    let asked = product(ALFA, ASKED, "");
    let all = with(&[(ALFA, &asked)], &["list", "products"]);
    assert!(all.contains("De aanbieder is nog niet gehoord bij 2 van 3 producten."), "{all}");
    let one = with(&[], &["list", "products", "--kind", "proctoring"]);
    assert!(one.contains("De aanbieder is nog niet gehoord bij 1 van 1 product."), "{one}");
}
