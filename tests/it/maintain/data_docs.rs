//! Documents that the program writes of the shipped data. `UPDATE=1 cargo test data_docs`
//! writes them again, and so do the commands that `docs/bijdragen.md` names.

use keuzehulp::load::{Layer, load, parse_date};
use keuzehulp::model::{Basis, Catalogue, Force, Phase};
use keuzehulp::views::sentences;

use crate::docs::expect;
use crate::support::{AS_OF, run, run_elsewhere};

fn shipped() -> Catalogue {
    load(&[Layer::BuiltIn], parse_date(AS_OF).unwrap()).unwrap().catalogue
}

/// What the program writes for these words: the whole document.
fn written(what: &[&str]) -> String {
    let found = run_elsewhere(&[what, &["--format", "markdown", "--as-of", AS_OF]].concat());
    assert_eq!((found.code, &*found.err), (Some(0), ""));
    found.out
}

#[test]
fn the_documents_are_what_the_program_writes() {
    expect("docs/dekking.md", &written(&["coverage"]));
    expect("docs/traceability.md", &written(&["coverage", "sentences"]));
}

/// They do not depend on the day, so that whoever writes them again sees what changed.
#[test]
fn the_documents_do_not_depend_on_the_day() {
    for what in [&["coverage"][..], &["coverage", "sentences"]] {
        let later = run(&[what, &["--format", "markdown", "--as-of", "2031-01-01"]].concat());
        assert_eq!(later.out, written(what));
    }
}

/// Each of the 79 sentences has a working home: a criterion in use, an item of the
/// checklist, a step of the triage, or something that can be done instead. And
/// `explain sentence` names each of them.
#[test]
fn every_sentence_of_the_ap_has_a_home() {
    let catalogue = shipped();
    let documents = sentences::of(&catalogue);
    let homes = || documents.iter().flat_map(|document| &document.homes);
    assert_eq!(homes().count(), 79);
    for home in homes() {
        assert!(!home.is_empty(), "{} has no home", home.id);
        let explained = run(&["explain", "sentence", home.id]).out;
        let criteria = home.criteria.iter().map(|one| &one.id);
        let items = home.items.iter().map(|one| &one.id);
        let steps = home.steps.iter().map(|one| &one.id);
        let instead = home.instead.iter().map(|(id, _)| *id);
        for id in criteria.chain(items).chain(steps).chain(instead) {
            assert!(explained.contains(id.as_str()), "{}: {id} is not in: {explained}", home.id);
        }
    }
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
