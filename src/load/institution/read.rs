//! Reads what an institution does itself: checklist, triage, and its dossier.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::load::criteria::index::CriteriaIndex;
use crate::load::criteria::premises::Premises;
use crate::load::files::decode::decode;
use crate::load::files::gathered::{Gathered, by_id};
use crate::load::files::list::{File, Role};
use crate::load::reader::fields::Unsure;
use crate::model::{Catalogue, Date, Id, Sentence};

use super::checklist::{self, Known};
use super::dossier;
use super::named;

/// Reads checklist and triage into the catalogue; returns the ids of items and
/// steps that could not be read.
pub(crate) fn checklist_and_triage(
    files: &[File],
    as_of: Date,
    unsure: Unsure,
    catalogue: &mut Catalogue,
    index: (&HashSet<String>, bool),
    gathered: &mut Gathered,
) -> HashSet<String> {
    let mut last: Option<&File> = None;
    let mut sound = true;
    for file in files.iter().filter(|file| file.role == Role::Headings) {
        let outcome = decode(file, as_of, true, |reader, node| Some(checklist::headings(reader, node)));
        sound &= !outcome.has_errors();
        if let Some(other) = last.replace(file) {
            gathered.over(file, other);
        }
        if let Some(found) = gathered.take(file, outcome) {
            catalogue.headings = found;
        }
    }
    let kinds: Vec<&str> = catalogue.kinds.keys().map(Id::as_str).collect();
    let criteria = CriteriaIndex::new(&catalogue.criteria, index.0, index.1);
    let known = Known {
        kinds: &kinds,
        headings: sound.then_some(&catalogue.headings),
        sentences: &catalogue.sentences,
        criteria: &criteria,
        premises: Premises(&catalogue.premises),
    };
    let (items, mut broken) = by_id(files, Role::item, as_of, gathered, |reader, node, id| {
        reader.unsure = unsure;
        checklist::item(reader, node, id.clone(), &known)
    });
    let (steps, broken_steps) = by_id(files, Role::step, as_of, gathered, |reader, node, id| {
        reader.unsure = unsure;
        checklist::step(reader, node, id.clone(), &known)
    });
    broken.extend(broken_steps);
    let sentences = &catalogue.sentences;
    let mut items: Vec<_> = items.into_iter().filter(|(_, item)| item.withdrawn.is_none()).collect();
    items.sort_by_cached_key(|(id, item)| (item.under, said(&item.from, sentences), id.clone()));
    let mut steps: Vec<_> = steps.into_iter().filter(|(_, step)| step.withdrawn.is_none()).collect();
    steps.sort_by_cached_key(|(id, step)| (said(&step.from, sentences), id.clone()));
    catalogue.checklist = items.into_iter().collect();
    catalogue.steps = steps.into_iter().collect();
    broken
}

/// The position of something in the AP's sentences; what the AP does not say
/// comes last.
fn said(from: &[String], sentences: &IndexMap<String, Sentence>) -> (bool, Vec<usize>) {
    let place = |id: &String| sentences.get_index_of(id).unwrap_or(usize::MAX);
    (from.is_empty(), from.iter().map(place).collect())
}

/// Reads the dossier, if one was given; `broken` are items and steps that could not be
/// read, `index` criteria and whether others may be missing.
pub(crate) fn dossier(
    files: &[File],
    as_of: Date,
    unsure: Unsure,
    catalogue: &mut Catalogue,
    (broken, index): (&HashSet<String>, (&HashSet<String>, bool)),
    gathered: &mut Gathered,
) {
    for file in files.iter().filter(|file| file.role == Role::Dossier) {
        let criteria = CriteriaIndex::new(&catalogue.criteria, index.0, index.1);
        let outcome = decode(file, as_of, false, |reader, node| {
            reader.unsure = unsure;
            dossier::dossier(reader, node, &named::Known { catalogue, criteria: &criteria, broken })
        });
        catalogue.dossier = gathered.take(file, outcome);
    }
}
