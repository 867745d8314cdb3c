//! Rounded parts add up to their rounded total, and 100% means all.

use super::{Sheet, of_small};
use crate::support::{AS_OF, folder, run};

/// A number with one decimal, in tenths.
fn tenths(text: &str) -> i64 {
    text.replace([',', '.'], "").parse().unwrap_or_else(|_| panic!("one decimal: {text}"))
}

/// A profile file with these themes, and these weights on top of the general ones.
fn profile(lines: &str) -> tempfile::TempDir {
    let head =
        "title: {nl: Proef, en: Trial}\nbecause: {nl: Proef, en: Trial}\nextends: algemeen\nweights: {}\n";
    folder(&[("proef.yaml", &format!("{head}{lines}"))])
}

/// Everything that two tables say of the same comparison adds up.
fn adds_up(overview: &Sheet, tidy: &Sheet) {
    assert!(!overview.rows.is_empty());
    for row in &overview.rows {
        let id = overview.cell(row, "product_id");
        let parts: Vec<_> = tidy.rows.iter().filter(|part| tidy.cell(part, "product_id") == id).collect();
        let sum = |header: &str| parts.iter().map(|part| tenths(tidy.cell(part, header))).sum::<i64>();
        assert_eq!(sum("part_low"), tenths(overview.cell(row, "points_low")), "{id}");
        assert_eq!(sum("part_high"), tenths(overview.cell(row, "points_high")), "{id}");
        assert_eq!(sum("weight_percent"), 1000, "{id}");
        for part in parts {
            let [low, high] = ["part_low", "part_high"].map(|header| tenths(tidy.cell(part, header)));
            assert!(low <= high, "{id}: {low} {high}");
        }
    }
}

/// The percentages in the line that names the profile.
fn theme_percents(text: &str) -> Vec<u32> {
    let line = text.split("Wat telt hoe zwaar: ").nth(1).unwrap().split("Stand op").next().unwrap();
    let before = line.split('%').map(|piece| piece.split_whitespace().last().unwrap_or(""));
    before.filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn parts_and_weights_of_the_shipped_data_add_up() {
    for kind in ["videobellen", "proctoring"] {
        for profile in ["algemeen", "gelijk", "po", "vo"] {
            let made = |extra: &[&str]| {
                run(&[&["compare", kind, "--as-of", AS_OF, "--profile", profile], extra].concat()).out
            };
            let csv = ["--format", "csv", "--csv", "rfc4180"];
            let overview = Sheet::read(&made(&csv));
            adds_up(&overview, &Sheet::read(&made(&[&csv[..], &["--columns", "tidy"]].concat())));
            assert_eq!(theme_percents(&made(&["--details"])).iter().sum::<u32>(), 100, "{kind} {profile}");
        }
    }
}

#[test]
fn parts_and_weights_of_uneven_profiles_add_up() {
    for lines in [
        "themes: {contract: 1, retention: 1, security: 1}\n",
        "themes: {contract: 7, retention: 3, security: 1}\n",
        "themes: {contract: 100, retention: 99, security: 1}\n",
    ] {
        let root = profile(lines);
        let path = root.path().join("proef.yaml");
        let with = ["--profile", path.to_str().unwrap()];
        let csv = ["--format", "csv", "--csv", "rfc4180"];
        let overview = Sheet::read(&of_small("videobellen", &[&with[..], &csv].concat()));
        let tidy = of_small("videobellen", &[&with[..], &csv, &["--columns", "tidy"]].concat());
        adds_up(&overview, &Sheet::read(&tidy));
        let percents = theme_percents(&of_small("videobellen", &with));
        assert_eq!(percents.iter().sum::<u32>(), 100, "{lines}");
        assert!(!percents.contains(&0), "{lines}");
    }
}

#[test]
fn all_is_known_only_when_all_is_known() {
    // Of Beta only the erasure is unknown, a two hundredth of the weight.
    let root = profile("themes: {contract: 100, retention: 1, security: 100}\n");
    let path = root.path().join("proef.yaml");
    let with = ["--profile", path.to_str().unwrap()];
    let text = of_small("videobellen", &with);
    assert!(text.contains("99% beantwoord") && !text.contains("100% beantwoord"), "{text}");
    // And a two hundredth of it is all that is known when the others weigh so little.
    let root = profile("themes: {contract: 1, retention: 100, security: 100}\n");
    let path = root.path().join("proef.yaml");
    let text = of_small("videobellen", &["--profile", path.to_str().unwrap()]);
    assert!(!text.contains(" 0% beantwoord"), "{text}");
}
