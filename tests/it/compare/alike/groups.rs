//! Groups by who runs a product.

use super::*;

#[test]
fn the_data_has_nothing_to_report() {
    let folder = data("alike");
    let found = run(&["check", folder.to_str().unwrap(), "--strict", "--as-of", AS_OF]);
    assert_eq!(found.code, Some(0), "{}", found.out);
}

#[test]
fn a_kind_can_be_divided_by_who_runs_the_product() {
    let found = json("bellen", &[]);
    let rows: Vec<(&str, &str, &str, u64)> = found["ranking"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let text = |key: &str| row[key].as_str().unwrap();
            (text("alternative"), text("group"), text("hosting"), row["rank"].as_u64().unwrap())
        })
        .collect();
    assert_eq!(
        rows.iter().map(|(id, group, hosting, _)| (*id, *group, *hosting)).collect::<Vec<_>>(),
        [
            ("alfa/school", "cloud", "cloud"),
            ("alfa/zakelijk", "cloud", "cloud"),
            ("beta/gehost", "hosted", "hosted"),
            ("delta/eigen", "self-hosted", "self-hosted"),
            ("beta/eigen", "self-hosted", "self-hosted"),
        ]
    );
    assert_eq!(rows[2].3, 1, "places are within the group");
    assert_eq!([rows[3].3, rows[4].3], [1, 2]);
    for document in [json("bellen", &["--ungrouped"]), json("bellen", &["--vendor", "beta,delta"])] {
        assert!(document["ranking"].as_array().unwrap().iter().all(|row| row["group"] == Value::Null));
        assert_eq!(row(&document, "beta/gehost")["hosting"], "hosted");
    }
}

#[test]
fn every_format_names_the_groups_in_order() {
    let heads = [
        "De aanbieder beheert de dienst",
        "Een hostingbedrijf beheert het voor u",
        "Op uw eigen server (uw instelling beheert het)",
    ];
    for format in ["table", "markdown"] {
        let text = of(&["compare", "bellen", "--details", "--format", format]).out;
        let places: Vec<Option<usize>> = heads.iter().map(|head| text.find(head)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{format}: {text}");
    }
    let csv = of(&["compare", "bellen", "--format", "csv", "--columns", "wide"]).out;
    assert!(csv.contains("een hostingbedrijf beheert het voor u: er zijn geen eisen gesteld"), "{csv}");
    let page = of(&["compare", "bellen", "--format", "html"]).out;
    assert!(page.contains("Daarom is er een volgorde per groep") && page.contains("binnen hun groep"));
    for (number, words) in [
        "de aanbieder beheert de dienst",
        "een hostingbedrijf beheert het voor u",
        "op uw eigen server (uw instelling beheert het)",
    ]
    .iter()
    .enumerate()
    {
        assert!(page.contains(&format!("<h3 id=\"vorm-{number}\">{words}</h3>")), "{words}");
    }
    let english = of(&["compare", "bellen", "--lang", "en"]).out;
    assert!(english.contains("A hosting company runs it for you"), "{english}");
}

#[test]
fn a_list_and_an_explanation_say_who_runs_it_and_whom_it_is_for() {
    let list = of(&["list", "products", "--kind", "bellen"]).out;
    assert!(
        list.contains("bij een hostingbedrijf, betaald\n") && list.contains("gratis, voor consumenten"),
        "{list}"
    );
    let text = of(&["explain", "beta/gehost", "--details"]).out;
    assert!(text.contains("Een hostingbedrijf beheert het voor u; voor het onderwijs."), "{text}");
    let text = of(&["explain", "alfa/zakelijk", "--details", "--lang", "en"]).out;
    assert!(text.contains("The vendor runs the service; for businesses."), "{text}");
    assert_eq!(row(&json("bellen", &[]), "alfa/zakelijk")["audience"], "business");
}
