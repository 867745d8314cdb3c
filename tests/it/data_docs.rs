//! Documents that are made from the shipped data. `UPDATE=1 cargo test data_docs`
//! writes them again.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use keuzehulp::assess::answers::{is_single, rules_nothing_out};
use keuzehulp::load::{Layer, load, parse_date};
use keuzehulp::model::{Catalogue, Force, Stated};

use crate::docs::{expect, read, with_part};
use crate::support::AS_OF;

fn shipped() -> Catalogue {
    load(&[Layer::BuiltIn], parse_date(AS_OF).unwrap()).unwrap().catalogue
}

/// Each of the 79 sentences has a home.
#[test]
fn every_sentence_of_the_ap_has_a_home() {
    let catalogue = shipped();
    assert_eq!(catalogue.sentences.len(), 79);
    let mut part = String::new();
    for (number, (id, document)) in catalogue.documents.iter().enumerate() {
        writeln!(part, "\n## {} (`{id}`)\n\n{}.\n", document.title.nl, document.published.nl).unwrap();
        writeln!(part, "| zin | plaats | wat de zin zegt | kracht | criteria | checklist | afweging |\n| --- | --- | --- | --- | --- | --- | --- |").unwrap();
        for (id, sentence) in catalogue.sentences.iter().filter(|(_, sentence)| sentence.document == number) {
            let criteria: Vec<String> = catalogue
                .criteria
                .values()
                .filter(|criterion| criterion.from.contains(id))
                .map(|criterion| format!("`{}`", criterion.id))
                .collect();
            assert!(
                !criteria.is_empty() || !sentence.checklist.is_empty() || !sentence.triage.is_empty(),
                "{id} has no home"
            );
            let force = match sentence.force {
                Force::Must => "moet",
                Force::Advice => "advies",
                Force::Context => "uitleg",
            };
            writeln!(
                part,
                "| {id} | {} | {} | {force} | {} | {} | {} |",
                sentence.at.nl,
                sentence.says.nl.replace('|', "\\|"),
                criteria.join(", "),
                sentence.checklist.join(", "),
                sentence.triage.join(", ")
            )
            .unwrap();
        }
    }
    part.push('\n');
    expect("docs/traceability.md", &with_part(&read("docs/traceability.md"), "zinnen", &part));
}

#[derive(Default)]
struct Count {
    known: usize,
    partly: usize,
    unknown: usize,
    open: usize,
}

impl Count {
    fn cells(&self) -> String {
        format!("{} | {} | {} | {}", self.known, self.partly, self.unknown, self.open)
    }
}

#[test]
fn what_is_known_is_counted() {
    let catalogue = shipped();
    let mut part = String::new();
    for (kind, (_, data)) in catalogue.kinds.iter().enumerate() {
        let mut per_criterion: BTreeMap<usize, Count> = BTreeMap::new();
        writeln!(part, "\n## {}\n\n| uitvoering | bekend | deels | onbekend | open |\n| --- | ---: | ---: | ---: | ---: |", data.title.nl).unwrap();
        for vendor in catalogue.vendors_of(kind).filter(|vendor| vendor.retired.is_none()) {
            for (number, variant) in vendor.variants.iter().enumerate() {
                let mut count = Count::default();
                for (at, criterion) in catalogue.criteria_of(kind) {
                    let column = per_criterion.entry(at).or_default();
                    let field = match vendor.fact(at, number).map(|(_, answer)| &answer.stated) {
                        None => (&mut count.open, &mut column.open),
                        Some(Stated::Possible(possible)) if is_single(&criterion.question, possible) => {
                            (&mut count.known, &mut column.known)
                        }
                        Some(Stated::Possible(possible))
                            if !rules_nothing_out(&criterion.question, possible) =>
                        {
                            (&mut count.partly, &mut column.partly)
                        }
                        Some(_) => (&mut count.unknown, &mut column.unknown),
                    };
                    *field.0 += 1;
                    *field.1 += 1;
                }
                writeln!(
                    part,
                    "| {} | {} |",
                    keuzehulp::describe::alternative(vendor, variant),
                    count.cells()
                )
                .unwrap();
            }
        }
        writeln!(
            part,
            "\n| criterium | bekend | deels | onbekend | open |\n| --- | ---: | ---: | ---: | ---: |"
        )
        .unwrap();
        for (at, count) in per_criterion {
            let criterion = catalogue.criterion(at).unwrap();
            writeln!(part, "| {} (`{}`) | {} |", criterion.title.nl, criterion.id, count.cells()).unwrap();
        }
    }
    part.push('\n');
    expect("docs/dekking.md", &with_part(&read("docs/dekking.md"), "dekking", &part));
}
