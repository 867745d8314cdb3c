//! The glossary in `docs/woorden.md`, held against the words of the program.

use crate::assess::{Eligibility, Status};
use crate::model::{ActionBy, Grade, Hosting, Level};
use crate::text::Lang;
use crate::text::lang::Phrase;

use super::word::Word;
use super::{actions, levels, products, rules, score, sources, tiles};
use crate::views::tiles::Tile;

const GLOSSARY: &str = include_str!("../../../docs/woorden.md");

/// The rows of the tables: the word on the screen, its ids, the English word.
fn rows() -> Vec<[&'static str; 3]> {
    let cells = GLOSSARY.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [nl, meaning, ids, en] = cells.try_into().expect("four cells");
        assert!(!meaning.is_empty(), "{nl}");
        [nl, ids, en]
    };
    cells.filter(|line| line.contains('`')).map(row).collect()
}

/// Whether the glossary has this word, with what it is called in files and in English.
fn is_there(label: Phrase, id: &str) -> bool {
    let (nl, en) = (label.get(Lang::Nl).to_lowercase(), label.get(Lang::En).to_lowercase());
    rows().iter().any(|[of, ids, english]| {
        of.to_lowercase() == nl && english.to_lowercase() == en && ids.contains(&format!("`{id}`"))
    })
}

#[test]
fn the_words_of_the_program_are_in_the_glossary() {
    let statuses = [
        Status::Known,
        Status::PartlyKnown,
        Status::Unknown,
        Status::NotResearched,
        Status::Stale,
        Status::BelowGrade,
        Status::OwnWork,
        Status::PremiseFallen,
        Status::Institution,
    ];
    let words = statuses
        .map(levels::status_word)
        .into_iter()
        .chain(Eligibility::ALL.map(rules::eligibility))
        .chain([rules::block(Eligibility::Eligible, false)])
        .chain(rules::RULE_ORDER.map(rules::rule_status));
    for Word { id, label } in words {
        assert!(is_there(label, id), "{id}: {}", label.get(Lang::Nl));
    }
    let labels = [
        (levels::GOOD, Level::NAMES[0]),
        (levels::PARTLY, Level::NAMES[1]),
        (levels::INSUFFICIENT, Level::NAMES[2]),
        (score::LITTLE_KNOWN, "little_known"),
        (sources::OLD_SOURCE, "stale"),
        (sources::UNDATED_SOURCE, "undated-copy"),
    ];
    let grades = [Grade::Reported, Grade::Pledged, Grade::Vendor, Grade::Contract, Grade::Verified];
    let hostings = [Hosting::Cloud, Hosting::Hosted, Hosting::SelfHosted];
    let actions = [(ActionBy::Setting, "setting"), (ActionBy::Contract, "contract")];
    let labels = labels
        .into_iter()
        .chain(grades.map(|one| (sources::grade(one), one.id())))
        .chain(hostings.map(|one| (products::hosting(one), one.id())))
        .chain(actions.map(|(one, id)| (actions::title(one), id)));
    for (label, id) in labels {
        assert!(is_there(label, id), "{id}: {}", label.get(Lang::Nl));
    }
}

#[test]
fn the_words_of_tiles_are_in_the_glossary() {
    for tile in [Tile::Favourable, Tile::Mixed, Tile::Unfavourable, Tile::OwnWork, Tile::Unknown] {
        let Word { id, label } = tiles::tile(tile);
        let (nl, en) = (format!("thema {}", label.get(Lang::Nl)), label.get(Lang::En));
        let is_there = rows().contains(&[nl.as_str(), format!("`{id}`").as_str(), en]);
        assert!(is_there, "{id}: {nl}");
    }
}

#[test]
fn the_glossary_has_each_word_once() {
    let mut all: Vec<&str> = rows().into_iter().map(|[nl, ..]| nl).collect();
    assert!(all.len() > 40, "{}", all.len());
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count);
}
