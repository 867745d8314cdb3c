//! Reads what is under `criteria/`: kinds and themes, sentences, criteria,
//! migrations, and profiles, each layer over the one below.

use std::collections::{BTreeMap, HashMap, HashSet};

use indexmap::IndexMap;
use rayon::prelude::*;

use crate::load::codes;
use crate::load::files::decode::{Outcome, decode};
use crate::load::files::gathered::{Gathered, by_id, replaced, same_id};
use crate::load::files::list::{File, Role};
use crate::load::reader::fields::Unsure;
use crate::load::reader::help::suggest;
use crate::model::{Catalogue, Criterion, Date, GroupBy, Id, Question};
use crate::say;
use crate::text::safe::quoted;
use crate::text::{Diagnostic, Place};

use super::criterion;
use super::index::CriteriaIndex;
use super::kinds;
use super::migration;
use super::premises::{self, Premises};
use super::profile;
use super::sentences;

pub(crate) fn kinds_and_themes(
    files: &[File],
    as_of: Date,
    gathered: &mut Gathered,
) -> (kinds::WrittenKinds, IndexMap<Id, crate::model::Theme>, Unsure) {
    let mut kinds = None;
    let mut themes = None;
    let mut unsure = Unsure::default();
    // The last file of each of the two.
    let mut seen: HashMap<bool, &File> = HashMap::new();
    for file in files {
        let is_kinds = match file.role {
            Role::Kinds => {
                let outcome = decode(file, as_of, true, |reader, node| Some(kinds::kinds(reader, node)));
                unsure.kinds = outcome.has_errors();
                kinds = Some(gathered.take(file, outcome).unwrap_or_default());
                true
            }
            Role::Themes => {
                let outcome = decode(file, as_of, true, |reader, node| Some(kinds::themes(reader, node)));
                unsure.themes = outcome.has_errors();
                themes = Some(gathered.take(file, outcome).unwrap_or_default());
                false
            }
            _ => continue,
        };
        match seen.insert(is_kinds, file) {
            Some(other) if other.layer == file.layer => {
                gathered.findings.push(same_id(file, &other.entry.shown));
            }
            Some(_) => gathered.deviations.push(replaced(file)),
            None => {}
        }
    }
    unsure.kinds |= kinds.is_none();
    unsure.themes |= themes.is_none();
    (kinds.unwrap_or_default(), themes.unwrap_or_default(), unsure)
}

/// Reads the premises into the catalogue; a file of a later layer replaces the whole one
/// below. Returns whether some may be missing because of errors.
pub(crate) fn premises(
    files: &[File],
    as_of: Date,
    catalogue: &mut Catalogue,
    gathered: &mut Gathered,
) -> bool {
    let mut last: Option<&File> = None;
    let mut unsure = false;
    for file in files.iter().filter(|file| file.role == Role::Premises) {
        let outcome = decode(file, as_of, true, |reader, node| Some(premises::premises(reader, node)));
        unsure = outcome.has_errors();
        if let Some(other) = last.replace(file) {
            gathered.over(file, other);
        }
        catalogue.premises = gathered.take(file, outcome).unwrap_or_default();
    }
    unsure
}

/// Reads the sentences of the AP, and what can be done instead of a product. A
/// file of a later layer replaces the whole one below. Returns whether some
/// sentences may be missing because of errors.
pub(crate) fn sentences(
    files: &[File],
    as_of: Date,
    catalogue: &mut Catalogue,
    gathered: &mut Gathered,
) -> bool {
    let mut written: BTreeMap<Id, (&File, sentences::Written)> = BTreeMap::new();
    let mut unsure = false;
    for file in files {
        let Role::Sentences { id } = &file.role else { continue };
        let outcome = decode(file, as_of, true, sentences::document);
        unsure |= outcome.has_errors();
        let found = gathered.take(file, outcome);
        if let Some((other, _)) = written.get(id) {
            gathered.over(file, other);
        }
        if let Some(found) = found {
            written.insert(id.clone(), (file, found));
        }
    }
    let written = written.into_iter().map(|(id, (_, found))| (id, found)).collect();
    let (documents, sentences) = sentences::joined(written, &mut |place, id| {
        let shown = quoted(id);
        let message = say!(
            "de zin {shown} staat al in een ander document",
            "the sentence {shown} is already in another document"
        );
        gathered
            .findings
            .push(Diagnostic::new(&codes::SAME_SENTENCE, place, message).help(codes::SAME_SENTENCE.advice));
    });
    catalogue.documents = documents;
    catalogue.sentences = sentences;
    let kinds: Vec<&str> = catalogue.kinds.keys().map(Id::as_str).collect();
    let mut last: Option<&File> = None;
    for file in files.iter().filter(|file| file.role == Role::Instead) {
        let outcome = decode(file, as_of, true, |reader, node| {
            reader.unsure.sentences = unsure;
            Some(sentences::instead(reader, node, &kinds, &catalogue.sentences))
        });
        if let Some(other) = last.replace(file) {
            gathered.over(file, other);
        }
        if let Some(found) = gathered.take(file, outcome) {
            catalogue.instead = found;
        }
    }
    unsure
}

/// Reads all criteria into the catalogue; returns the ids of those that could
/// not be read, so that they are not reported again elsewhere.
pub(crate) fn criteria(
    files: &[File],
    as_of: Date,
    unsure: Unsure,
    catalogue: &mut Catalogue,
    gathered: &mut Gathered,
) -> HashSet<String> {
    let kinds: Vec<&str> = catalogue.kinds.keys().map(Id::as_str).collect();
    let mine: Vec<(&File, &String, &Id)> = files
        .iter()
        .filter_map(|file| match &file.role {
            Role::Criterion { theme, id } => Some((file, theme, id)),
            _ => None,
        })
        .collect();
    let outcomes: Vec<Outcome<Criterion>> = mine
        .par_iter()
        .map(|(file, theme, id)| {
            decode(file, as_of, true, |reader, node| {
                reader.unsure = unsure;
                let known = catalogue.themes.get_index_of(theme.as_str());
                if known.is_none() && !unsure.themes {
                    let shown = quoted(theme);
                    let names: Vec<&str> = catalogue.themes.keys().map(Id::as_str).collect();
                    let message = say!(
                        "het thema {shown} (de map) bestaat niet",
                        "the theme {shown} (the folder) does not exist"
                    );
                    reader.not_among(
                        &codes::UNKNOWN_THEME,
                        Place::whole_file(file.id),
                        message,
                        theme,
                        names,
                    );
                }
                let at = criterion::Position {
                    id: (*id).clone(),
                    theme: known.unwrap_or(0),
                    kinds: &kinds,
                    sentences: &catalogue.sentences,
                    premises: Premises(&catalogue.premises),
                };
                criterion::criterion(reader, node, at).filter(|_| known.is_some())
            })
        })
        .collect();
    let outcomes = mine.into_iter().zip(outcomes).map(|((file, _, id), outcome)| (file, id, outcome));
    let (found, broken) = gathered.layered(outcomes);
    let mut criteria: Vec<Criterion> = found.into_values().collect();
    criteria.sort_by(|a, b| (a.theme, &a.id).cmp(&(b.theme, &b.id)));
    former_ids(&criteria, gathered);
    catalogue.criteria = criteria.into_iter().map(|criterion| (criterion.id.clone(), criterion)).collect();
    broken
}

/// Reports an earlier id that belongs to more than one criterion.
fn former_ids(criteria: &[Criterion], gathered: &mut Gathered) {
    let mut taken: HashMap<&Id, &Criterion> =
        criteria.iter().map(|criterion| (&criterion.id, criterion)).collect();
    for criterion in criteria {
        for old in &criterion.formerly {
            if let Some(other) = taken.insert(old, criterion) {
                let (shown, by) = (quoted(old.as_str()), quoted(other.id.as_str()));
                let message = say!(
                    "de eerdere id {shown} is al van {by}",
                    "the earlier id {shown} already belongs to {by}"
                );
                gathered.findings.push(
                    Diagnostic::new(&codes::SAME_ID, criterion.place, message).help(codes::SAME_ID.advice),
                );
            }
        }
    }
}

/// Looks up what kinds are grouped by: a criterion, or who runs a product.
pub(crate) fn groups(
    catalogue: &mut Catalogue,
    wanted: Vec<Option<(String, Place)>>,
    broken: &HashSet<String>,
    gathered: &mut Gathered,
) {
    if let Some(criterion) = catalogue.criteria.get(GroupBy::HOSTING) {
        let message = say!(
            "`hosting` bij `group-by` betekent: naar wie de dienst beheert, en niet naar dit criterium",
            "`hosting` under `group-by` means: by who runs the service, and not by this criterion"
        );
        gathered.findings.push(
            Diagnostic::new(&codes::RESERVED_ID, criterion.place, message).help(codes::RESERVED_ID.advice),
        );
    }
    for (kind, wanted) in wanted.into_iter().enumerate() {
        let Some((id, place)) = wanted else { continue };
        if id == GroupBy::HOSTING {
            if let Some((_, kind)) = catalogue.kinds.get_index_mut(kind) {
                kind.group_by = Some(GroupBy::Hosting);
            }
            continue;
        }
        if broken.contains(&id) {
            continue;
        }
        let shown = quoted(&id);
        let finding = match catalogue.criteria.get_full(id.as_str()) {
            None => {
                let known: Vec<&str> = catalogue.criteria.keys().map(Id::as_str).collect();
                Diagnostic::new(
                    &codes::UNKNOWN_CRITERION,
                    place,
                    say!("het criterium {shown} bestaat niet", "the criterion {shown} does not exist"),
                )
                .help(suggest(&id, known, &codes::UNKNOWN_CRITERION))
            }
            Some((number, _, criterion)) => {
                if matches!(criterion.question, Question::OneOf(_)) && criterion.applies_to.contains(kind) {
                    if let Some((_, kind)) = catalogue.kinds.get_index_mut(kind) {
                        kind.group_by = Some(GroupBy::Criterion(number));
                    }
                    continue;
                }
                Diagnostic::new(
                    &codes::GROUP_BY,
                    place,
                    say!(
                        "op het antwoord op {shown} kan deze soort niet worden verdeeld",
                        "this kind cannot be divided by the answer to {shown}"
                    ),
                )
                .help(codes::GROUP_BY.advice)
            }
        };
        gathered.findings.push(finding);
    }
}

/// Reads the migrations into the criteria; `index` says which criteria may be missing
/// because of errors.
pub(crate) fn migrations(
    files: &[File],
    as_of: Date,
    catalogue: &mut Catalogue,
    (broken, incomplete): (&HashSet<String>, bool),
    gathered: &mut Gathered,
) {
    let (written, _) =
        by_id(files, Role::migration, as_of, gathered, |reader, node, _| migration::migration(reader, node));
    let layer = |place: Place| files.get(place.file.0 as usize).map_or(0, |file| file.layer);
    let (mut entries, mut added) = (Vec::new(), Vec::new());
    for written in written.into_values() {
        entries.extend(written.old);
        added.extend(written.added);
    }
    entries.sort_by_key(|entry| (layer(entry.place), entry.place));
    let may_be_missing = |id: &str| incomplete || broken.contains(id);
    let (findings, over) = migration::apply(entries, &mut catalogue.criteria, &layer, &may_be_missing);
    gathered.findings.extend(findings);
    let findings = migration::add(&added, &mut catalogue.criteria, &layer, &may_be_missing);
    gathered.findings.extend(findings);
    let mut over: Vec<usize> = over.into_iter().map(|place| place.file.0 as usize).collect();
    over.dedup();
    gathered.deviations.extend(over.into_iter().filter_map(|file| files.get(file)).map(replaced));
}

type Profiles = IndexMap<Id, crate::model::Profile>;

pub(crate) fn profiles(
    files: &[File],
    as_of: Date,
    unsure: Unsure,
    catalogue: &Catalogue,
    criteria: &CriteriaIndex<'_>,
    gathered: &mut Gathered,
) -> Profiles {
    let themes: Vec<&str> = catalogue.themes.keys().map(Id::as_str).collect();
    let (written, broken) = by_id(files, Role::profile, as_of, gathered, |reader, node, id| {
        reader.unsure = unsure;
        let known = profile::Known { criteria, themes: &themes, premises: Premises(&catalogue.premises) };
        profile::profile(reader, node, id.clone(), &known)
    });
    let broken: Vec<String> = broken.into_iter().collect();
    let written: Vec<profile::Written> = written.into_values().collect();
    let (profiles, findings) = profile::inherit(&written, &broken);
    gathered.findings.extend(findings);
    profiles.into_iter().map(|profile| (profile.id.clone(), profile)).collect()
}
