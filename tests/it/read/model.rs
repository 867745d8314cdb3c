//! What a file says about a product and about a document is kept in the model,
//! including what no command shows yet.

use keuzehulp::load::{Layer, load};
use keuzehulp::model::{Basis, Catalogue, Date, Hosting, Licence};

use crate::support::{DELTA, small_with};

fn loaded(files: &[(&str, &str)]) -> Catalogue {
    let data = small_with(files);
    let loaded = load(&[Layer::Folder(data.path().to_owned())], day("2026-11-30")).expect("a folder");
    assert!(!loaded.findings.iter().any(keuzehulp::text::Diagnostic::is_error), "{:?}", loaded.findings);
    loaded.catalogue
}

fn day(text: &str) -> Date {
    keuzehulp::load::parse_date(text).expect("a date")
}

#[test]
fn what_a_product_file_says_of_its_maker() {
    let catalogue = loaded(&[(
        DELTA,
        "name: Delta\nmaker: Delta bv\nhomepage: https://delta.example.org\ncontact: privacy@delta.example.org\n\
         asked: 2026-09-01\nformerly: [omega]\nwithdrawn: Dubbel.\nvariants:\n  \
         enige: {name: enige, hosting: cloud, licence: paid}\nsources: {}\nfacts: {}\n",
    )]);
    let delta = catalogue.products.iter().find(|product| product.id.as_str() == "delta").expect("delta");
    assert_eq!((&*delta.name, &*delta.maker), ("Delta", "Delta bv"));
    assert_eq!(&*delta.homepage, "https://delta.example.org");
    assert_eq!(delta.contact.as_deref(), Some("privacy@delta.example.org"));
    assert_eq!(delta.asked, Some(day("2026-09-01")));
    assert_eq!(delta.formerly.iter().map(ToString::to_string).collect::<Vec<_>>(), ["omega"]);
    assert_eq!(delta.withdrawn.as_ref().map(|text| &*text.nl), Some("Dubbel."));
}

#[test]
fn every_sentence_stands_in_its_own_document() {
    let document = |title: &str, sentence: &str| {
        format!(
            "title: {{nl: {title}, en: {title}}}\npublished: {{nl: in 2020, en: in 2020}}\nsentences:\n  \
             {sentence}:\n    place: {{nl: punt 1, en: point 1}}\n    says: {{nl: Iets., en: Something.}}\n    \
             force: must\n"
        )
    };
    let catalogue = loaded(&[
        ("criteria/sentences/eerste.yaml", &document("Eerste", "S0-29")),
        ("criteria/sentences/tweede.yaml", &document("Tweede", "S1-P02c")),
    ]);
    let title = |id: &str| {
        let (_, document) = catalogue.documents.get_index(catalogue.sentences[id].document).expect("one");
        document.title.nl.to_string()
    };
    assert_eq!((title("S0-29"), title("S1-P02c")), ("Eerste".to_owned(), "Tweede".to_owned()));
}

#[test]
fn on_whose_word_something_can_be_done_instead() {
    for (word, basis) in [
        ("", Basis::Convention),
        ("basis: convention", Basis::Convention),
        ("basis: law", Basis::Law),
        ("basis: ap", Basis::Ap),
    ] {
        let instead = format!(
            "applies-to: [proctoring]\nalternatives:\n  essay:\n    title: {{nl: Essay, en: Essay}}\n    \
             what: {{nl: Een essay., en: An essay.}}\n    from: []\n    {word}\n"
        );
        let catalogue = loaded(&[("criteria/triage/alternatives.yaml", &instead)]);
        assert_eq!(catalogue.instead["essay"].basis, basis, "{word}");
    }
}

#[test]
fn what_a_criterion_rests_on() {
    let catalogue = loaded(&[]);
    let grounds = |id: &str| {
        let of = &catalogue.criteria.get(id).expect(id).grounds;
        of.iter().map(|ground| ground.nl.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(grounds("processing-agreement"), ["AVG, artikel 28, derde lid"]);
    assert!(grounds("proctoring-form").is_empty());
}

#[test]
fn where_a_variant_runs_and_what_it_costs() {
    for (hosting, expected) in [("cloud", Hosting::Cloud), ("self-hosted", Hosting::SelfHosted)] {
        for (licence, wanted) in
            [("free", Licence::Free), ("paid", Licence::Paid), ("open-source", Licence::OpenSource)]
        {
            let file = format!(
                "name: Delta\nmaker: Delta bv\nhomepage: https://delta.example.org\nvariants:\n  \
                 enige: {{name: enige, hosting: {hosting}, licence: {licence}}}\nsources: {{}}\nfacts: {{}}\n"
            );
            let catalogue = loaded(&[(DELTA, &file)]);
            let delta =
                catalogue.products.iter().find(|product| product.id.as_str() == "delta").expect("delta");
            let variant = delta.variants.first().expect("a variant");
            assert_eq!((variant.hosting, variant.licence), (expected, wanted), "{hosting}, {licence}");
        }
    }
}
