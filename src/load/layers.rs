//! The flow of loading: list the files of all layers, read kinds and themes,
//! then criteria, then profiles and products, and lay the layers over each other.

use std::collections::{BTreeMap, HashMap, HashSet};

use indexmap::IndexMap;
use rayon::prelude::*;

use crate::model::{Catalogue, Criterion, Date, Deviation, DeviationKind, Id, LoadedFile, Question, Vendor};
use crate::say;
use crate::text::{Diagnostic, FileId, Place};

use super::criteria::CriteriaIndex;
use super::files::{File, Outcome, Role, decode, fingerprint, list, refused};
use super::folder::{Entry, Found};
use super::help::suggest;
use super::products::product;
use super::reader::quoted;
use super::{FolderError, Layer, Loaded, codes, criterion_file, kinds_file, profile_file, sentence_file};

/// Gathers what all files gave.
#[derive(Default)]
struct Gathered {
    findings: Vec<Diagnostic>,
    texts: HashMap<FileId, String>,
    digests: Vec<(usize, [u8; 32])>,
    deviations: Vec<Deviation>,
}

impl Gathered {
    fn take<T>(&mut self, file: &File, outcome: Outcome<T>) -> Option<T> {
        self.digests.extend(outcome.digest.map(|digest| (file.id.0 as usize, digest)));
        if !outcome.findings.is_empty() {
            self.texts.extend(outcome.text.map(|text| (file.id, text)));
            self.findings.extend(outcome.findings);
        }
        outcome.value
    }
}

pub(super) fn load(layers: &[Layer], as_of: Date) -> Result<Loaded, FolderError> {
    let mut files = list(layers)?;
    let mut gathered = Gathered::default();
    gathered.findings.extend(files.iter().filter_map(refused));

    let (kinds, themes) = kinds_and_themes(&mut files, layers, as_of, &mut gathered);
    let mut catalogue = Catalogue { themes, ..Catalogue::default() };
    let mut group_by = Vec::new();
    for (id, (kind, wanted)) in kinds {
        group_by.push(wanted);
        catalogue.kinds.insert(id, kind);
    }
    sentences(&files, as_of, &mut catalogue, &mut gathered);
    let broken = criteria(&files, as_of, &mut catalogue, &mut gathered);
    groups(&mut catalogue, group_by, &broken, &mut gathered);
    {
        let index = CriteriaIndex::new(&catalogue.criteria, &broken);
        let (profiles, deviations) = profiles(&files, as_of, &catalogue, &index, &mut gathered);
        let (vendors, more) = vendors(&files, as_of, &catalogue, &index, &mut gathered);
        catalogue.profiles = profiles;
        catalogue.vendors = vendors;
        catalogue.deviations.extend(deviations);
        catalogue.deviations.extend(more);
    }
    catalogue.deviations.append(&mut gathered.deviations);
    catalogue.deviations.sort_by_key(|deviation| deviation.place);
    catalogue.sha256 = fingerprint(&files, gathered.digests);
    let origins = files.iter().map(|file| file.entry.found.clone()).collect();
    catalogue.files = files
        .into_iter()
        .map(|file| LoadedFile { inner: file.entry.inner, shown: file.entry.shown, layer: file.layer })
        .collect();
    let mut findings = gathered.findings;
    findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    Ok(Loaded { catalogue, findings, texts: gathered.texts, origins })
}

fn kinds_and_themes(
    files: &mut Vec<File>,
    layers: &[Layer],
    as_of: Date,
    gathered: &mut Gathered,
) -> (kinds_file::WrittenKinds, IndexMap<Id, crate::model::Theme>) {
    let mut kinds = None;
    let mut themes = None;
    // Per file, the layer that had it last.
    let mut seen = HashMap::new();
    for file in files.iter() {
        match file.role {
            Role::Kinds => {
                let outcome = decode(file, as_of, true, |reader, node| Some(kinds_file::kinds(reader, node)));
                kinds = Some(gathered.take(file, outcome).unwrap_or_default());
            }
            Role::Themes => {
                let outcome =
                    decode(file, as_of, true, |reader, node| Some(kinds_file::themes(reader, node)));
                themes = Some(gathered.take(file, outcome).unwrap_or_default());
            }
            _ => continue,
        }
        match seen.insert(file.role == Role::Kinds, file.layer) {
            Some(layer) if layer == file.layer => gathered.findings.push(same_id(file, &file.entry.shown)),
            Some(_) => gathered.deviations.push(replaced(file)),
            None => {}
        }
    }
    // A folder without any data was reported; it need not hear of each file.
    let empty = gathered.findings.iter().any(|finding| *finding.code == codes::NO_DATA) && files.len() == 1;
    for (name, missing) in [("kinds", kinds.is_none()), ("themes", themes.is_none())] {
        if missing && !empty {
            let inner = format!("criteria/{name}.yaml");
            let root = layers.iter().rev().find_map(|layer| match layer {
                Layer::Folder(root) => Some(root.join(&inner)),
                _ => None,
            });
            let shown = root.map_or(inner.clone(), |path| crate::text::safe::clean(&path.to_string_lossy()));
            let id = FileId(u32::try_from(files.len()).unwrap_or(u32::MAX));
            let found = Found::Refused(&codes::MISSING_FILE, codes::MISSING_FILE.title.into());
            let file = File { id, layer: 0, entry: Entry { inner, shown, found }, role: Role::Other };
            gathered.findings.extend(refused(&file));
            files.push(file);
        }
    }
    (kinds.unwrap_or_default(), themes.unwrap_or_default())
}

fn same_id(file: &File, other: &str) -> Diagnostic {
    let other = quoted(other);
    Diagnostic::new(
        &codes::SAME_ID,
        Place::whole_file(file.id),
        say!("dit bestand heeft dezelfde id als {other}", "this file has the same id as {other}"),
    )
    .help(codes::SAME_ID.advice)
}

/// Reads the sentences of the AP, and what can be done instead of a product. A
/// file of a later layer replaces the one below whole.
fn sentences(files: &[File], as_of: Date, catalogue: &mut Catalogue, gathered: &mut Gathered) {
    let mut written: BTreeMap<Id, (usize, sentence_file::Written)> = BTreeMap::new();
    let mut deviations = Vec::new();
    for file in files {
        let Role::Sentences { id } = &file.role else { continue };
        let outcome = decode(file, as_of, true, sentence_file::document);
        if written.get(id).is_some_and(|(layer, _)| *layer < file.layer) {
            deviations.push(replaced(file));
        }
        if let Some(found) = gathered.take(file, outcome) {
            written.insert(id.clone(), (file.layer, found));
        }
    }
    let written = written.into_iter().map(|(id, (_, found))| (id, found)).collect();
    let (documents, sentences) = sentence_file::joined(written, &mut |place, id| {
        let shown = quoted(id);
        let message = say!(
            "de zin {shown} staat al in een ander document",
            "the sentence {shown} is in another document already"
        );
        gathered
            .findings
            .push(Diagnostic::new(&codes::SAME_SENTENCE, place, message).help(codes::SAME_SENTENCE.advice));
    });
    catalogue.documents = documents;
    catalogue.sentences = sentences;
    let kinds: Vec<&str> = catalogue.kinds.keys().map(Id::as_str).collect();
    let mut instead = None;
    for file in files.iter().filter(|file| file.role == Role::Instead) {
        let outcome = decode(file, as_of, true, |reader, node| {
            Some(sentence_file::instead(reader, node, &kinds, &catalogue.sentences))
        });
        if instead.is_some() {
            deviations.push(replaced(file));
        }
        instead = gathered.take(file, outcome).or(instead);
    }
    catalogue.instead = instead.unwrap_or_default();
    catalogue.deviations.extend(deviations);
}

/// Reads all criteria into the catalogue; returns the ids of those that could
/// not be read, so that nothing complains about them a second time.
fn criteria(
    files: &[File],
    as_of: Date,
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
                let known = catalogue.themes.get_index_of(theme.as_str());
                if known.is_none() {
                    let shown = quoted(theme);
                    let names: Vec<&str> = catalogue.themes.keys().map(Id::as_str).collect();
                    reader.not_among(
                        &codes::UNKNOWN_THEME,
                        Place::whole_file(file.id),
                        say!(
                            "het thema {shown} (de map) bestaat niet",
                            "the theme {shown} (the folder) does not exist"
                        ),
                        theme,
                        names,
                    );
                }
                let at = criterion_file::Position {
                    id: (*id).clone(),
                    theme: known.unwrap_or(0),
                    kinds: &kinds,
                    sentences: &catalogue.sentences,
                };
                criterion_file::criterion(reader, node, at).filter(|_| known.is_some())
            })
        })
        .collect();
    let mut found: BTreeMap<Id, (usize, Option<Criterion>)> = BTreeMap::new();
    let mut firsts: HashMap<(usize, &Id), &str> = HashMap::new();
    let mut deviations = Vec::new();
    for ((file, _, id), outcome) in mine.into_iter().zip(outcomes) {
        if let Some(other) = firsts.insert((file.layer, id), &file.entry.shown) {
            gathered.findings.push(same_id(file, other));
        }
        let value = gathered.take(file, outcome);
        if found.get(id).is_some_and(|(layer, _)| *layer < file.layer) {
            deviations.push(replaced(file));
        }
        found.insert(id.clone(), (file.layer, value));
    }
    let broken =
        found.iter().filter(|(_, (_, value))| value.is_none()).map(|(id, _)| id.to_string()).collect();
    let mut criteria: Vec<Criterion> = found.into_values().filter_map(|(_, value)| value).collect();
    criteria.sort_by(|a, b| (a.theme, &a.id).cmp(&(b.theme, &b.id)));
    catalogue.criteria = criteria.into_iter().map(|criterion| (criterion.id.clone(), criterion)).collect();
    catalogue.deviations.extend(deviations);
    broken
}

fn replaced(file: &File) -> Deviation {
    Deviation {
        what: DeviationKind::File(file.entry.inner.clone()),
        because: None,
        place: Place::whole_file(file.id),
    }
}

/// Looks up the criteria that kinds are grouped by.
fn groups(
    catalogue: &mut Catalogue,
    wanted: Vec<Option<(String, Place)>>,
    broken: &HashSet<String>,
    gathered: &mut Gathered,
) {
    for (kind, wanted) in wanted.into_iter().enumerate() {
        let Some((id, place)) = wanted else { continue };
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
                        kind.group_by = Some(number);
                    }
                    continue;
                }
                Diagnostic::new(&codes::GROUP_BY, place, codes::GROUP_BY.title.into())
                    .help(codes::GROUP_BY.advice)
            }
        };
        gathered.findings.push(finding);
    }
}

type Profiles = IndexMap<Id, crate::model::Profile>;

fn profiles(
    files: &[File],
    as_of: Date,
    catalogue: &Catalogue,
    criteria: &CriteriaIndex<'_>,
    gathered: &mut Gathered,
) -> (Profiles, Vec<Deviation>) {
    let themes: Vec<&str> = catalogue.themes.keys().map(Id::as_str).collect();
    let mut found: BTreeMap<Id, (usize, profile_file::Written)> = BTreeMap::new();
    let mut deviations = Vec::new();
    let mut firsts: HashMap<(usize, &Id), &str> = HashMap::new();
    for file in files {
        let Role::Profile { id } = &file.role else { continue };
        if let Some(other) = firsts.insert((file.layer, id), &file.entry.shown) {
            gathered.findings.push(same_id(file, other));
        }
        let outcome = decode(file, as_of, true, |reader, node| {
            profile_file::profile(reader, node, id.clone(), criteria, &themes)
        });
        if found.get(id).is_some_and(|(layer, _)| *layer < file.layer) {
            deviations.push(replaced(file));
        }
        if let Some(written) = gathered.take(file, outcome) {
            found.insert(id.clone(), (file.layer, written));
        }
    }
    let written: Vec<profile_file::Written> = found.into_values().map(|(_, written)| written).collect();
    let (profiles, findings) = profile_file::inherit(&written);
    gathered.findings.extend(findings);
    (profiles.into_iter().map(|profile| (profile.id.clone(), profile)).collect(), deviations)
}

fn vendors(
    files: &[File],
    as_of: Date,
    catalogue: &Catalogue,
    criteria: &CriteriaIndex<'_>,
    gathered: &mut Gathered,
) -> (Vec<Vendor>, Vec<Deviation>) {
    // The files of one product, the lowest layer first.
    let mut products: BTreeMap<(usize, &Id), Vec<&File>> = BTreeMap::new();
    let known: Vec<&str> = catalogue.kinds.keys().map(Id::as_str).collect();
    for file in files {
        let Role::Vendor { kind, id } = &file.role else { continue };
        let Some(number) = catalogue.kinds.get_index_of(kind.as_str()) else {
            let shown = quoted(kind);
            gathered.findings.push(
                Diagnostic::new(
                    &codes::UNKNOWN_KIND,
                    Place::whole_file(file.id),
                    say!(
                        "de soort {shown} (de map) bestaat niet",
                        "the kind {shown} (the folder) does not exist"
                    ),
                )
                .help(suggest(kind, known.iter().copied(), &codes::UNKNOWN_KIND)),
            );
            continue;
        };
        let product = products.entry((number, id)).or_default();
        if let Some(other) = product.iter().find(|other| other.layer == file.layer) {
            gathered.findings.push(same_id(file, &other.entry.shown));
            continue;
        }
        product.push(file);
    }
    let products: Vec<((usize, &Id), Vec<&File>)> = products.into_iter().collect();
    let outcomes: Vec<_> = products
        .par_iter()
        .map(|((kind, id), files)| product(files, (*kind, id), as_of, &known, criteria))
        .collect();
    let mut found = Vec::with_capacity(products.len());
    let mut deviations = Vec::new();
    for ((_, files), (vendor, outcomes, more)) in products.iter().zip(outcomes) {
        for (file, outcome) in files.iter().zip(outcomes) {
            gathered.take(file, outcome);
        }
        found.extend(vendor);
        deviations.extend(more);
    }
    (found, deviations)
}
