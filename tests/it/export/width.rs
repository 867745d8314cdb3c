//! No format shows an order without its uncertainty: each alternative's lowest and
//! highest score, its best and worst place, how much is known, and that this is an
//! aid and not advice.

use serde_json::Value;

use super::{CSV_FORMS, DISCLAIMER, FORMATS, Sheet, of_small};

/// The lines of a text, without the signs of Markdown.
fn has(text: &str, words: &[String]) -> bool {
    text.lines().any(|line| words.iter().all(|word| line.contains(word.as_str())))
}

#[test]
fn no_format_shows_an_order_without_its_width() {
    for kind in ["videobellen", "proctoring"] {
        let json: Value = serde_json::from_str(&of_small(kind, &["--format", "json"])).unwrap();
        let yaml: Value = serde_yaml::from_str(&of_small(kind, &["--format", "yaml"])).unwrap();
        assert_eq!(json, yaml);
        for format in FORMATS {
            assert!(of_small(kind, &["--format", format]).contains(DISCLAIMER), "{format}");
        }
        for row in json["ranking"].as_array().unwrap() {
            let number = |value: &Value| value.as_f64().unwrap();
            let (low, high) = (number(&row["score"]["low"]), number(&row["score"]["high"]));
            let (best, worst) = (&row["rank_best"], &row["rank_worst"]);
            assert!(best.is_u64() && worst.is_u64() && low <= high);
            let name = row["name"].as_str().unwrap();
            let points = |n: f64| format!("{n:.1}").replace('.', ",");
            let percent = |n: f64| format!("{:.0}%", (n * 100.0 + 1e-9).round());
            let words = vec![points(low), points(high), percent(number(&row["shares"]["known"]))];
            // In the table the numbers are below the name.
            assert!(has(&of_small(kind, &[]), &words), "{name}: {words:?}");
            let named = [words.clone(), vec![name.to_owned()]].concat();
            let page = of_small(kind, &["--format", "markdown"]);
            assert!(has(&page, &named), "{name}: {named:?}: {page}");
            let range = if best == worst { best.to_string() } else { format!("{best}–{worst}") };
            for format in ["table", "markdown"] {
                let text = of_small(kind, &["--format", format]);
                let line = text.lines().find(|line| line.contains(name) && !line.contains("- ")).unwrap();
                assert!(line.contains(&range) || line.contains('·'), "{format}: {line}");
            }
            for form in CSV_FORMS {
                let sheet = Sheet::read(&of_small(kind, form));
                let is_machine = form.contains(&"rfc4180");
                let decimal = |n: f64| if is_machine { format!("{n:.1}") } else { points(n) };
                let header = |nl: &'static str, machine: &'static str| if is_machine { machine } else { nl };
                let id = row["alternative"].as_str().unwrap();
                let of_this = sheet.column(header("Product-id", "product_id"));
                let mine: Vec<_> = sheet.rows.iter().filter(|cells| cells[of_this] == id).collect();
                assert!(!mine.is_empty(), "{form:?} {id}");
                for cells in mine {
                    let cell = |nl, machine| sheet.cell(cells, header(nl, machine));
                    assert_eq!(cell("Punten van", "points_low"), decimal(low), "{form:?}");
                    assert_eq!(cell("Punten tot", "points_high"), decimal(high), "{form:?}");
                    let known = decimal(number(&row["shares"]["known"]) * 100.0);
                    assert_eq!(cell("Beantwoord (%)", "known_percent"), known, "{form:?}");
                    let places = [
                        cell("Plaats op zijn best", "place_best"),
                        cell("Plaats op zijn slechtst", "place_worst"),
                    ];
                    let wanted = [best.to_string(), worst.to_string()];
                    assert!(places == ["", ""] || places == wanted, "{form:?}: {places:?}");
                    assert!(cells.iter().any(|cell| cell.contains(DISCLAIMER)), "{form:?}");
                }
            }
        }
    }
}
