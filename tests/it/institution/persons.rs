//! A dossier names roles, not persons: which texts have an e-mail address or a
//! telephone number in them, and which only look like it (`tests/data/persons`).

use keuzehulp::text::reach::reaches_somebody;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{GOES_ON, json};
use crate::support::random::holds;
use crate::support::{data, listed};

fn texts(name: &str) -> Vec<String> {
    listed(&data("persons").join(name))
}

#[test]
fn texts_that_reach_somebody_are_found_and_others_are_not() {
    let (found, others) = (texts("found.txt"), texts("not-found.txt"));
    assert!(found.len() > 100 && others.len() > 100);
    let missed: Vec<&String> = found.iter().filter(|text| !reaches_somebody(text)).collect();
    assert!(missed.is_empty(), "not found: {missed:#?}");
    let wrong: Vec<&String> = others.iter().filter(|text| reaches_somebody(text)).collect();
    assert!(wrong.is_empty(), "found: {wrong:#?}");
}

/// What is around it changes nothing.
#[test]
fn they_are_found_in_the_middle_of_a_text_too() {
    for text in texts("found.txt") {
        for around in [
            format!("Zie {text}"),
            format!("{text} (na 9 uur)"),
            format!("Zie: {text}."),
            format!("Eerst dit.\n{text}\nDan dat."),
        ] {
            assert!(reaches_somebody(&around), "{around:?}");
        }
    }
    for text in texts("not-found.txt") {
        for around in [format!("Zie {text}"), format!("{text} (bijlage)"), format!("Eerst.\n{text}\nDan.")] {
            assert!(!reaches_somebody(&around), "{around:?}");
        }
    }
}

/// Every text of a dossier is looked at, and every id that the institution chose.
#[test]
fn every_text_of_a_dossier_is_looked_at() {
    let number = "06-12345678";
    let filled = GOES_ON
        .replace("institution: Testschool", &format!("institution: Testschool {number}"))
        .replace("Een toets op afstand.", number)
        .replace("role: directeur", &format!("role: directeur {number}"))
        .replace("filed: beleidsmap", &format!("filed: beleidsmap/{number}"))
        .replace("  wiskunde:", &format!("  wiskunde-{number}:"))
        .replace("Toets wiskunde", number)
        .replace("Een ander maakt de toets.", number)
        .replace("Licht is genoeg.", number)
        .replace("body: FG", &format!("body: FG {number}"))
        .replace("Klopt de DPIA?", number)
        .replace("outcome: Ja.", &format!("outcome: Ja, {number}."))
        .replace("De lichtste vorm.", number);
    let written = filled.matches(number).count();
    let findings = json(&filled, &["check", "DOSSIER"]);
    let findings = findings["findings"].as_array().unwrap();
    assert_eq!(findings.iter().filter(|one| one["code"] == "KH720").count(), written);
    assert!(written >= 13, "{written}");
}

/// A Dutch mobile number, as somebody writes it.
fn mobile() -> impl Strategy<Value = String> {
    let begin = select(vec!["06", "(06)", "+316", "+31 6", "+31 (0)6", "0031 6", "00316", "＋31 6"]);
    let dash = select(vec!["-", "–", "‑", "−", " ", "\u{a0}", "\u{202f}", ".", "/", " - ", " – ", ""]);
    let groups = select(vec![vec![8], vec![4, 4], vec![2, 2, 2, 2], vec![2, 3, 3], vec![3, 5]]);
    let between = select(vec![" ", "\u{a0}", "\u{2009}", ".", "-", "‑", ""]);
    let digits = vec(0..10_u8, 8);
    (begin, dash, groups, between, digits).prop_map(|(begin, dash, groups, between, digits)| {
        let mut digits = digits.into_iter().map(|digit| char::from(b'0' + digit));
        let groups: Vec<String> =
            groups.into_iter().map(|length| digits.by_ref().take(length).collect()).collect();
        format!("{begin}{dash}{}", groups.join(between))
    })
}

#[test]
fn any_mobile_number_is_found_however_it_is_written() {
    let around =
        select(vec![("", ""), ("bel ", "."), ("FG (", ")"), ("FG, ", ", na de les"), ("FG: ", "\n")]);
    holds(4000, &(mobile(), around), |(number, (before, behind))| {
        prop_assert!(reaches_somebody(&format!("{before}{number}{behind}")), "{number:?}");
        Ok(())
    });
}

#[test]
fn no_day_time_amount_or_case_is_found() {
    let day = (1900..2100_u32, 1..13_u32, 1..32_u32, select(vec!["-", ".", "/"]), 0..5_u8).prop_map(
        |(year, month, day, sign, form)| match form {
            0 => format!("{year}{sign}{month:02}{sign}{day:02}"),
            1 => format!("{day:02}{sign}{month:02}{sign}{year}"),
            2 => format!("{day}{sign}{month}{sign}{year}"),
            3 => format!("{day:02}{sign}{month:02}{sign}{:02}", year % 100),
            _ => format!("{year}{month:02}{day:02}"),
        },
    );
    let time = (0..24_u32, 0..60_u32, 0..24_u32, 0..60_u32, select(vec![":", "."]), any::<bool>()).prop_map(
        |(from, minute, to, other, sign, is_range)| {
            let begin = format!("{from:02}{sign}{minute:02}");
            if is_range { format!("{begin}-{to:02}{sign}{other:02}") } else { format!("{begin} uur") }
        },
    );
    let amount =
        (0..1_000_000_000_u64, 0..100_u32).prop_map(|(whole, cents)| format!("€ {whole},{cents:02}"));
    let case =
        (2000..2100_u32, 0..10_000_000_000_u64, select(vec!["-", "/", "."]), select(vec!["", "z", "S"]))
            .prop_map(|(year, number, sign, letter)| format!("{letter}{year}{sign}{number:010}"));
    let one = prop_oneof![day, time, amount, case];
    holds(4000, &vec(one, 1..4), |texts| {
        for between in [", ", " en ", " t/m ", "\n"] {
            let text = texts.join(between);
            prop_assert!(!reaches_somebody(&text), "{text:?}");
        }
        Ok(())
    });
}
