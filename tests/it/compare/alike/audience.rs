//! Whom a variant is made for: what is compared by default, what is counted, and what
//! a choice or a dossier insists on.

use super::*;
use crate::support::commands::is_wrong_use;
use crate::support::{program, put_small};

fn left_out(document: &Value) -> u64 {
    document["left_out_by_audience"].as_u64().expect("a number")
}

#[test]
fn consumer_variants_are_counted_and_not_compared() {
    let found = json("bellen", &[]);
    assert_eq!(order(&found), ["alfa/school", "alfa/zakelijk", "beta/gehost", "delta/eigen", "beta/eigen"]);
    assert_eq!((left_out(&found), &found["compared"]), (2, &Value::from(5)));
    assert_eq!(found["audience"], serde_json::json!(["education", "business"]));
    let all = json("bellen", &["--audience", "all"]);
    assert_eq!((order(&all).len(), left_out(&all)), (7, 0));
    assert_eq!(order(&all)[0], "alfa/thuis", "it takes part in the ranking");
    assert_eq!(all, json("bellen", &["--audience", "consumer,education", "--audience", "business"]));
    let schools = json("bellen", &["--audience", "education"]);
    assert_eq!(order(&schools), ["alfa/school", "beta/gehost", "delta/eigen", "beta/eigen"]);
    assert_eq!(left_out(&schools), 3);
}

#[test]
fn every_format_for_people_says_how_many_and_for_whom() {
    for format in FORMATS {
        let text = plain(&of(&["compare", "bellen", "--format", format]));
        let line = "2 varianten voor consumenten zijn niet vergeleken.";
        assert!(text.contains(line), "{format}: {text}");
        // Only those who can give an option are told of it.
        let is_for_them = matches!(format, "table" | "markdown");
        assert_eq!(text.contains("Met `--audience all` wel."), is_for_them, "{format}");
        assert!(!text.contains("Vergeleken: varianten"), "as usual, so not said: {format}");
        let text = of(&["compare", "bellen", "--format", format, "--audience", "education"]).out;
        let line = "3 varianten voor bedrijven of voor consumenten zijn niet vergeleken";
        assert!(text.contains(line), "{format}: {text}");
        assert!(text.contains("Vergeleken: varianten voor het onderwijs."), "{format}: {text}");
        let text = of(&["compare", "bellen", "--format", format, "--audience", "all"]).out;
        assert!(!text.contains("niet vergeleken."), "{format}: {text}");
    }
    let english = of(&["compare", "bellen", "--lang", "en"]).out;
    assert!(english.contains("2 variants for consumers were not compared. `--audience all` compares all."));
    let one = of(&["compare", "bellen", "--vendor", "alfa"]).out;
    assert!(one.contains("1 variant voor consumenten is niet vergeleken"), "{one}");
}

#[test]
fn a_choice_means_the_variants_of_the_audience_unless_it_names_one() {
    let product = json("bellen", &["--vendor", "alfa,beta/gehost"]);
    assert_eq!(order(&product), ["beta/gehost", "alfa/school", "alfa/zakelijk"]);
    assert_eq!(left_out(&product), 1, "of the choice");
    let named = json("bellen", &["--vendor", "gamma/thuis,beta/gehost"]);
    assert_eq!(order(&named), ["beta/gehost", "gamma/thuis"]);
    assert_eq!(left_out(&named), 0);
    let refused = of(&["compare", "bellen", "--vendor", "gamma,beta/gehost"]);
    is_wrong_use(&refused, &["geen variant van `gamma`", "`gamma/thuis`", "--audience all"]);
    let english = of(&["compare", "bellen", "--vendor", "gamma", "--lang", "en"]);
    assert!(english.err.contains("no variant of `gamma` is made for the chosen audience"), "{}", english.err);
    let all = json("bellen", &["--vendor", "gamma,beta/gehost", "--audience", "all"]);
    assert_eq!(order(&all), order(&named));
}

#[test]
fn a_dossier_insists_on_what_it_names_and_on_what_is_in_use() {
    let named = json_with("bellen", "candidates: [gamma/thuis, beta/gehost]\n", &[]);
    assert_eq!(order(&named), ["beta/gehost", "gamma/thuis"]);
    let fixed = ["compare", "bellen", "--dossier", "DOSSIER"];
    let refused = with("bellen", "candidates: [gamma, beta/gehost]\n", &fixed);
    is_wrong_use(&refused, &["geen variant van `gamma`"]);
    for used in ["gamma", "gamma/thuis"] {
        let found = json_with("bellen", &format!("in-use: {used}\n"), &[]);
        assert_eq!(row(&found, "gamma/thuis")["in_use"], true, "{used}");
        assert_eq!((order(&found).len(), left_out(&found)), (6, 1), "{used}");
    }
    let found = json_with("bellen", "in-use: alfa\n", &[]);
    assert_eq!(left_out(&found), 2, "a product means its variants of the audience");
}

#[test]
fn what_is_made_for_others_can_be_explained() {
    let text = of(&["explain", "gamma", "--details"]).out;
    assert!(text.contains("Gemaakt voor een andere doelgroep, en niet vergeleken"), "{text}");
    assert!(
        text.contains("De aanbieder beheert de dienst; voor consumenten.") && !text.contains("Plaats 1"),
        "{text}"
    );
    let text = of(&["explain", "gamma", "--audience", "all"]).out;
    assert!(text.contains("Plaats 1"), "{text}");
    let of_all = of(&["explain", "alfa"]).out;
    assert!(of_all.contains("alfa/school") && of_all.contains("alfa/thuis"), "{of_all}");
}

#[test]
fn wrong_words_are_refused_with_the_right_ones() {
    is_wrong_use(&of(&["compare", "bellen", "--audience", "consumers"]), &["--audience", "`consumer`"]);
    is_wrong_use(&of(&["compare", "bellen", "--hosting", "cloud,"]), &["--hosting"]);
    is_wrong_use(&of(&["compare", "bellen", "--doelgroep", "x"]), &["education"]);
}

#[test]
fn where_the_audience_leaves_nothing_it_is_refused() {
    let place = folder(&[]);
    let product = "name: Thuis\nmaker: Thuis bv\nhomepage: https://thuis.example.org\nvariants:\n  enige: {name: enige, hosting: cloud, licence: free, audience: consumer}\nsources: {}\nfacts: {}\n";
    put_small(place.path(), &[("vendors/proctoring/gamma.yaml", product)]);
    let data = place.path().to_str().unwrap();
    let run = run(&["compare", "proctoring", "--no-builtin", "--data", data, "--as-of", AS_OF]);
    is_wrong_use(&run, &["er blijft geen variant over om te vergelijken", "`--audience` laat 1 variant weg"]);
}

#[test]
fn a_bundle_repeats_what_it_was_asked() {
    let place = folder(&[]);
    let data = data("alike");
    let at = |arguments: &[&str]| -> Run {
        program().current_dir(place.path()).args(arguments).output().expect("a run").into()
    };
    let fixed = ["bundle", "bellen", "--no-builtin", "--as-of", AS_OF, "-o", "pakket", "--data"];
    let asked = ["--audience", "all", "--hosting", "cloud,hosted"];
    let made = at(&[&fixed[..], &[data.to_str().unwrap()], &asked].concat());
    assert_eq!(made.code, Some(0), "{}", made.err);
    let manifest = std::fs::read_to_string(place.path().join("pakket/manifest.txt")).unwrap();
    assert!(manifest.contains("--audience all --hosting cloud --hosting hosted"), "{manifest}");
    let verified = at(&["verify", "pakket"]);
    assert_eq!(verified.code, Some(0), "{}{}", verified.out, verified.err);
}
