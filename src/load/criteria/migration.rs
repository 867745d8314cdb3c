//! Migrations: one file each, and what they make of the criteria.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::load::codes;
use crate::load::keys;
use crate::load::migration_codes;
use crate::load::reader::fields::{Reader, start_of};
use crate::load::reader::help::{suggest, suggest_answer};
use crate::model::{Criterion, Former, Id, Localized, Migration};
use crate::say;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};
use crate::text::{Diagnostic, Place};

/// One old answer as its file has it.
pub(super) struct Entry {
    /// The criterion as it is written, and where.
    criterion: (String, Place),
    old: Id,
    pub(super) place: Place,
    becomes: Option<(String, Place)>,
    look: Option<Localized>,
    migration: Arc<Migration>,
}

/// An option that was added to a criterion, as its file has it, each with its place.
pub(super) struct Added {
    criterion: (String, Place),
    option: (String, Place),
}

/// What one migration says.
#[derive(Default)]
pub(super) struct Written {
    /// An entry for each old answer.
    pub(super) old: Vec<Entry>,
    pub(super) added: Vec<Added>,
}

/// Reads one migration.
pub(super) fn migration(reader: &mut Reader, node: Node<'_, '_>) -> Option<Written> {
    let fields = reader.mapping(node, &keys::MIGRATION)?;
    let title = fields.get("title").and_then(|node| reader.localized(node));
    let because = fields.get("because").and_then(|node| reader.localized(node));
    let mut found = Vec::new();
    for (criterion, answers) in fields.get("criteria").iter().flat_map(|node| node.pairs()) {
        if !reader.expect(answers, Kind::Mapping, keys::Shape::Mapping) {
            continue;
        }
        for (key, value) in answers.pairs() {
            let old = reader.id(key);
            let Some(fields) = reader.mapping(value, &keys::FORMER) else { continue };
            let becomes = fields.get("becomes").map(|node| (node.text().to_owned(), node.place()));
            let look = fields.get("look").and_then(|node| reader.localized(node));
            if ["becomes", "look"].iter().all(|name| fields.key_place(name).is_none()) {
                reader.report(
                    &migration_codes::MIGRATION_FORM,
                    start_of(value),
                    migration_codes::MIGRATION_FORM.title.into(),
                );
            }
            // What is left of an entry with a mistake would say something else.
            let whole = [("becomes", becomes.is_some()), ("look", look.is_some())];
            if whole.iter().all(|(name, read)| *read == fields.key_place(name).is_some())
                && (becomes.is_some() || look.is_some())
                && let Some(old) = old
            {
                let criterion = (criterion.text().to_owned(), criterion.place());
                found.push((criterion, old, key.place(), becomes, look));
            }
        }
    }
    let mut added = Vec::new();
    for (criterion, options) in fields.get("added").iter().flat_map(|node| node.pairs()) {
        for option in reader.one_or_list(options) {
            added.push(Added {
                criterion: (criterion.text().to_owned(), criterion.place()),
                option: (option.text().to_owned(), option.place()),
            });
        }
    }
    let migration = Arc::new(Migration { title: title?, because: because?, place: node.place() });
    let entry = |(criterion, old, place, becomes, look)| {
        let migration = Arc::clone(&migration);
        Entry { criterion, old, place, becomes, look, migration }
    };
    let old = found.into_iter().map(entry).collect();
    Some(Written { old, added })
}

/// Adds the options that came later to their criteria. `layer` is that of a place.
pub(super) fn add(
    added: &[Added],
    criteria: &mut IndexMap<Id, Criterion>,
    layer: &impl Fn(Place) -> usize,
    may_be_missing: &impl Fn(&str) -> bool,
) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for Added { criterion: (name, place), option: (option, at) } in added {
        let earlier = || criteria.values().position(|criterion| criterion.answers_to(name));
        let number = criteria.get_index_of(name.as_str()).or_else(earlier);
        match number.and_then(|number| criteria.get_index_mut(number)) {
            None if may_be_missing(name) => {}
            None => findings.push(unknown_criterion(name, *place, criteria)),
            Some((_, criterion)) => match criterion.question.find(option) {
                Some(number) => criterion.later.insert(number),
                // A later layer may replace the criterion by one with other options.
                None if layer(criterion.place) > layer(*at) => {}
                None => findings.push(no_answer(option, *at, criterion)),
            },
        }
    }
    findings
}

/// The entries of one criterion, by their old answers.
type Mine = BTreeMap<Id, Entry>;

/// Works out what became of the old answers of all criteria. `entries` are in order
/// of layer; `layer` is that of a place. Returns the findings, and the places of
/// entries that take the place of one of a layer below.
pub(super) fn apply(
    entries: Vec<Entry>,
    criteria: &mut IndexMap<Id, Criterion>,
    layer: &impl Fn(Place) -> usize,
    may_be_missing: &impl Fn(&str) -> bool,
) -> (Vec<Diagnostic>, Vec<Place>) {
    let (mut findings, mut over) = (Vec::new(), Vec::new());
    let mut by_criterion: BTreeMap<usize, Mine> = BTreeMap::new();
    for entry in entries {
        let (name, place) = &entry.criterion;
        // A migration is kept for ever, so an earlier id of a criterion is no mistake here.
        let earlier = || criteria.values().position(|criterion| criterion.answers_to(name));
        let Some(number) = criteria.get_index_of(name.as_str()).or_else(earlier) else {
            if !may_be_missing(name) {
                findings.push(unknown_criterion(name, *place, criteria));
            }
            continue;
        };
        let mine = by_criterion.entry(number).or_default();
        match mine.get(&entry.old) {
            Some(known) if layer(known.place) == layer(entry.place) => findings.push(twice(&entry)),
            Some(_) => {
                over.push(entry.place);
                mine.insert(entry.old.clone(), entry);
            }
            None => {
                mine.insert(entry.old.clone(), entry);
            }
        }
    }
    for (number, mine) in by_criterion {
        if let Some((_, criterion)) = criteria.get_index_mut(number) {
            // A later layer may replace the criterion by one with other answers; the
            // migrations below know nothing of those.
            let is_judged = |entry: &Entry| layer(criterion.place) <= layer(entry.place);
            let mut all = Vec::new();
            for entry in mine.values() {
                let mut report = |finding| {
                    if is_judged(entry) {
                        findings.push(finding);
                    }
                };
                all.extend(former(entry, criterion, &mine, &mut report));
            }
            criterion.former = all;
        }
    }
    (findings, over)
}

/// What became of one old answer, through later migrations too.
fn former(
    entry: &Entry,
    criterion: &Criterion,
    mine: &Mine,
    report: &mut impl FnMut(Diagnostic),
) -> Option<Former> {
    let question = &criterion.question;
    if question.find(entry.old.as_str()).is_some() {
        report(still_an_answer(entry, criterion));
        return None;
    }
    let mut look = entry.look.clone();
    let (mut at, mut seen) = (entry, vec![&entry.old]);
    let becomes = loop {
        let Some((next, place)) = &at.becomes else { break None };
        if let Some(number) = question.find(next) {
            break Some(number);
        }
        let Some((id, following)) = mine.get_key_value(next.as_str()) else {
            // The entry that says so reports it.
            if std::ptr::eq(at, entry) {
                report(no_answer(next, *place, criterion));
            }
            return None;
        };
        if seen.contains(&id) {
            // Once for the circle, at the first of it; not for what leads into it.
            let is_first = *id == entry.old && seen.iter().all(|other| entry.old <= **other);
            if is_first {
                report(circle(entry, &seen));
            }
            return None;
        }
        seen.push(id);
        at = following;
        look = look.or_else(|| at.look.clone());
    };
    let migration = Arc::clone(&entry.migration);
    Some(Former { id: entry.old.clone(), becomes, look, migration })
}

fn unknown_criterion(name: &str, place: Place, criteria: &IndexMap<Id, Criterion>) -> Diagnostic {
    let shown = quoted(name);
    let message = say!("het criterium {shown} bestaat niet", "the criterion {shown} does not exist");
    let known = criteria.keys().map(Id::as_str);
    let help = suggest(name, known, &codes::UNKNOWN_CRITERION);
    Diagnostic::new(&codes::UNKNOWN_CRITERION, place, message).help(help)
}

fn twice(entry: &Entry) -> Diagnostic {
    let (old, id) = (quoted(entry.old.as_str()), quoted(&entry.criterion.0));
    let message = say!(
        "het oude antwoord {old} van {id} staat al in een andere migratie",
        "the old answer {old} of {id} is in another migration already"
    );
    Diagnostic::new(&migration_codes::MIGRATED_TWICE, entry.place, message)
        .help(migration_codes::MIGRATED_TWICE.advice)
}

fn still_an_answer(entry: &Entry, criterion: &Criterion) -> Diagnostic {
    let (old, id) = (quoted(entry.old.as_str()), &criterion.id);
    let message = say!("{old} is nog een antwoord op `{id}`", "{old} still is an answer to `{id}`");
    Diagnostic::new(&migration_codes::STILL_AN_ANSWER, entry.place, message)
        .help(migration_codes::STILL_AN_ANSWER.advice)
}

fn no_answer(word: &str, place: Place, criterion: &Criterion) -> Diagnostic {
    let (shown, id) = (quoted(word), &criterion.id);
    let message = say!("{shown} is geen antwoord op `{id}`", "{shown} is not an answer to `{id}`");
    let known: Vec<&str> = criterion.question.choices().map(|choice| choice.id.as_str()).collect();
    Diagnostic::new(&codes::UNKNOWN_ANSWER, place, message).help(suggest_answer(word, &known))
}

fn circle(entry: &Entry, seen: &[&Id]) -> Diagnostic {
    let names: Vec<String> = seen.iter().chain([&&entry.old]).map(|id| format!("`{id}`")).collect();
    let path = names.join(" → ");
    let message =
        say!("deze oude antwoorden worden elkaar: {path}", "these old answers become each other: {path}");
    Diagnostic::new(&migration_codes::MIGRATION_CIRCLE, entry.place, message)
        .help(migration_codes::MIGRATION_CIRCLE.advice)
}
