//! Documents that are made from the shipped data. `UPDATE=1 cargo test data_docs`
//! writes them again.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use keuzehulp::assess::answers::{everything, is_single, rules_nothing_out};
use keuzehulp::load::{Layer, load, parse_date};
use keuzehulp::model::{Basis, Catalogue, Force, Phase, Stated};

use crate::docs::{expect, read, with_part};
use crate::support::{AS_OF, run};

fn shipped() -> Catalogue {
    load(&[Layer::BuiltIn], parse_date(AS_OF).unwrap()).unwrap().catalogue
}

/// Each of the 79 sentences has a working home: a criterion in use, an item of the
/// checklist, a step of the triage, or something that can be done instead. And
/// `explain sentence` names each of them.
#[test]
fn every_sentence_of_the_ap_has_a_home() {
    let catalogue = shipped();
    assert_eq!(catalogue.sentences.len(), 79);
    let mut part = String::new();
    for (number, (id, document)) in catalogue.documents.iter().enumerate() {
        writeln!(part, "\n## {} (`{id}`)\n\n{}.\n", document.title.nl, document.published.nl).unwrap();
        writeln!(part, "| zin | plaats | wat de zin zegt | kracht | criteria | checklist | afweging |\n| --- | --- | --- | --- | --- | --- | --- |").unwrap();
        for (id, sentence) in catalogue.sentences.iter().filter(|(_, sentence)| sentence.document == number) {
            let criteria: Vec<&str> = catalogue
                .criteria
                .values()
                .filter(|criterion| criterion.withdrawn.is_none() && criterion.from.contains(id))
                .map(|criterion| criterion.id.as_str())
                .collect();
            let items: Vec<&str> = catalogue
                .checklist
                .values()
                .filter(|item| item.from.contains(id))
                .map(|item| item.id.as_str())
                .collect();
            let steps =
                catalogue.steps.values().filter(|step| step.from.contains(id)).map(|step| step.id.as_str());
            let instead = catalogue.instead.iter().filter(|(_, one)| one.from.contains(id));
            let steps: Vec<&str> = steps.chain(instead.map(|(id, _)| id.as_str())).collect();
            let homes = [&criteria, &items, &steps];
            assert!(homes.iter().any(|home| !home.is_empty()), "{id} has no home");
            let explained = run(&["explain", "sentence", id]).out;
            for home in homes.into_iter().flatten() {
                assert!(explained.contains(home), "{id}: {home} is not in: {explained}");
            }
            let force = match sentence.force {
                Force::Must => "moet",
                Force::Advice => "advies",
                Force::Context => "uitleg",
            };
            let cells = |ids: &[&str]| ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
            writeln!(
                part,
                "| {id} | {} | {} | {force} | {} | {} | {} |",
                sentence.at.nl,
                sentence.says.nl.replace('|', "\\|"),
                cells(&criteria),
                cells(&items),
                cells(&steps)
            )
            .unwrap();
        }
    }
    part.push('\n');
    expect("docs/traceability.md", &with_part(&read("docs/traceability.md"), "zinnen", &part));
}

/// What the AP says must be, an item that comes from it says too; and an item
/// that says so has the AP or the law behind it.
#[test]
fn an_item_must_be_done_where_the_ap_or_the_law_says_so() {
    let catalogue = shipped();
    for item in catalogue.checklist.values() {
        let said = |force| item.from.iter().any(|id| catalogue.sentences[id].force == force);
        if item.force == Force::Must {
            assert!(said(Force::Must) || item.basis == Basis::Law, "{} rests on nothing", item.id);
        } else {
            assert!(!said(Force::Must), "{} is only advised", item.id);
        }
        assert!(
            item.basis == Basis::Law || item.from.is_empty() == (item.basis == Basis::Convention),
            "{}",
            item.id
        );
    }
    // The ten headings of the AP's own checklist, in its three parts.
    let count = |phase| catalogue.headings.values().filter(|heading| heading.phase == phase).count();
    assert_eq!(Phase::ALL.map(count), [4, 2, 4]);
}

#[derive(Default)]
struct Count {
    known: usize,
    partly: usize,
    own_work: usize,
    unknown: usize,
    open: usize,
}

impl Count {
    fn cells(&self) -> String {
        let Count { known, partly, own_work, unknown, open } = self;
        format!("{known} | {partly} | {own_work} | {unknown} | {open}")
    }
}

#[test]
fn what_is_known_is_counted() {
    let catalogue = shipped();
    let mut part = String::new();
    for (kind, (_, data)) in catalogue.kinds.iter().enumerate() {
        let mut per_criterion: BTreeMap<usize, Count> = BTreeMap::new();
        writeln!(part, "\n## {}\n\n| uitvoering | bekend | deels | regelt de instelling | onbekend | open |\n| --- | ---: | ---: | ---: | ---: | ---: |", data.title.nl).unwrap();
        for product in catalogue.products_of(kind).filter(|product| product.retired.is_none()) {
            for (number, variant) in product.variants.iter().enumerate() {
                let mut count = Count::default();
                for (at, criterion) in catalogue.criteria_of(kind) {
                    let column = per_criterion.entry(at).or_default();
                    let field = match product.fact(at, number).map(|(_, answer)| &answer.stated) {
                        None => (&mut count.open, &mut column.open),
                        Some(Stated::Possible(possible)) if possible.gives(criterion.question.own_work()) => {
                            (&mut count.own_work, &mut column.own_work)
                        }
                        Some(Stated::Possible(possible)) if is_single(&criterion.question, possible) => {
                            (&mut count.known, &mut column.known)
                        }
                        Some(Stated::Possible(possible))
                            if !rules_nothing_out(&everything(&criterion.question), possible) =>
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
                    keuzehulp::report::alternative(product, variant),
                    count.cells()
                )
                .unwrap();
            }
        }
        writeln!(
            part,
            "\n| criterium | bekend | deels | regelt de instelling | onbekend | open |\n| --- | ---: | ---: | ---: | ---: | ---: |"
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
