//! The flow of loading: list the files of all layers, read kinds and themes,
//! then criteria, then profiles and products, and lay the layers over each other.

use std::collections::{BTreeMap, HashMap, HashSet};

use indexmap::IndexMap;
use rayon::prelude::*;

use crate::model::{Catalogue, Criterion, Date, Deviation, Id, LoadedFile, Product, Question};
use crate::say;
use crate::text::safe::quoted;
use crate::text::{Diagnostic, Place};

use super::criteria::CriteriaIndex;
use super::files::{File, Outcome, Role, decode, fingerprint, list, refused};
use super::folder::Found;
use super::gathered::{Gathered, by_id, replaced, same_id};
use super::help::suggest;
use super::institution;
use super::products::{Products, Reading};
use super::reader::Unsure;
use super::{
    FolderError, Layer, Loaded, codes, criterion_file, dossier_file, kinds_file, profile_file, sentence_file,
};

/// A set of data without its products: what products are judged by. Products are
/// read on it one by one, so that each can be made into something smaller before
/// the next is read.
pub struct Ground {
    catalogue: Catalogue,
    layers: Vec<Layer>,
    files: Vec<File>,
    gathered: Gathered,
    /// Criteria that could not be read, and whether some may be missing for
    /// another reason.
    broken: HashSet<String>,
    incomplete: bool,
    unsure: Unsure,
    as_of: Date,
}

/// Reads everything but the products.
///
/// # Errors
/// When a layer is not a folder that can be opened.
pub fn ground(layers: &[Layer], as_of: Date) -> Result<Ground, FolderError> {
    let files = list(layers)?;
    let mut gathered = Gathered::default();
    gathered.findings.extend(files.iter().filter_map(refused));

    let (kinds, themes, mut unsure) = kinds_and_themes(&files, as_of, &mut gathered);
    let mut catalogue = Catalogue { themes, ..Catalogue::default() };
    let mut group_by = Vec::new();
    for (id, (kind, wanted)) in kinds {
        group_by.push(wanted);
        catalogue.kinds.insert(id, kind);
    }
    unsure.sentences = sentences(&files, as_of, &mut catalogue, &mut gathered);
    let broken = criteria(&files, as_of, unsure, &mut catalogue, &mut gathered);
    groups(&mut catalogue, group_by, &broken, &mut gathered);
    let incomplete = files.iter().any(|file| {
        matches!(&file.entry.found, Found::Refused(code, _) if **code == codes::UNREADABLE)
            && file.entry.inner.starts_with("criteria")
    });
    let index = CriteriaIndex::new(&catalogue.criteria, &broken, incomplete);
    let profiles = profiles(&files, as_of, unsure, &catalogue, &index, &mut gathered);
    catalogue.profiles = profiles;
    let unread =
        institution::read(&files, as_of, unsure, &mut catalogue, (&broken, incomplete), &mut gathered);
    institution::dossier(&files, as_of, unsure, &mut catalogue, &unread, &mut gathered);
    Ok(Ground { layers: layers.to_vec(), catalogue, files, gathered, broken, incomplete, unsure, as_of })
}

impl Ground {
    /// Kinds, criteria and profiles; no products, and no fingerprint yet.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Whether no error was found so far.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        !self.gathered.findings.iter().any(Diagnostic::is_error)
    }

    /// Reads all products, in parallel. `make` gets each product as soon as it is
    /// read, with what later layers change in it; it gives back the product as it
    /// is to be kept and what was made of it.
    pub fn products<T: Send>(
        &self,
        make: impl Fn(Product, &[Deviation]) -> (Product, T) + Sync,
    ) -> Products<T> {
        let index = CriteriaIndex::new(&self.catalogue.criteria, &self.broken, self.incomplete);
        let reading =
            Reading { as_of: self.as_of, unsure: self.unsure, catalogue: &self.catalogue, criteria: &index };
        reading.products(&self.files, make)
    }

    /// The whole set of data, and what was made of each of its products, in the
    /// order of [`Catalogue::vendors`].
    #[must_use]
    pub fn with<T>(self, products: Products<T>) -> (Loaded, Vec<T>) {
        let Ground { layers, mut catalogue, files, mut gathered, .. } = self;
        gathered.append(products.gathered);
        catalogue.products = products.read;
        catalogue.deviations.append(&mut gathered.deviations);
        catalogue.deviations.sort_by_key(|deviation| deviation.place);
        catalogue.sha256 = fingerprint(&files, &gathered.digests);
        let mut digests = gathered.digests;
        digests.sort_unstable_by_key(|(file, _)| *file);
        catalogue.files.reserve_exact(files.len());
        let mut refused = HashSet::new();
        for File { id, entry, layer, .. } in files {
            if matches!(entry.found, Found::Refused(..)) {
                refused.insert(id);
            }
            let digest = digests.binary_search_by_key(&(id.0 as usize), |(file, _)| *file);
            let digest = digest.ok().and_then(|at| digests.get(at)).map(|(_, digest)| *digest);
            catalogue.files.push(LoadedFile { inner: entry.inner, shown: entry.shown, layer, digest });
        }
        let mut findings = gathered.findings;
        findings.extend(
            catalogue.dossier.as_ref().and_then(|dossier| dossier_file::unknown_product(dossier, &catalogue)),
        );
        findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        (Loaded { catalogue, findings, texts: gathered.texts, layers, refused }, products.made)
    }
}

fn kinds_and_themes(
    files: &[File],
    as_of: Date,
    gathered: &mut Gathered,
) -> (kinds_file::WrittenKinds, IndexMap<Id, crate::model::Theme>, Unsure) {
    let mut kinds = None;
    let mut themes = None;
    let mut unsure = Unsure::default();
    // Per file, where it was last.
    let mut seen: HashMap<bool, &File> = HashMap::new();
    for file in files {
        let is_kinds = match file.role {
            Role::Kinds => {
                let outcome = decode(file, as_of, true, |reader, node| Some(kinds_file::kinds(reader, node)));
                unsure.kinds = outcome.has_errors();
                kinds = Some(gathered.take(file, outcome).unwrap_or_default());
                true
            }
            Role::Themes => {
                let outcome =
                    decode(file, as_of, true, |reader, node| Some(kinds_file::themes(reader, node)));
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

/// Reads the sentences of the AP, and what can be done instead of a product. A
/// file of a later layer replaces the one below whole. Returns whether some
/// sentences may be missing because of errors.
fn sentences(files: &[File], as_of: Date, catalogue: &mut Catalogue, gathered: &mut Gathered) -> bool {
    let mut written: BTreeMap<Id, (&File, sentence_file::Written)> = BTreeMap::new();
    let mut unsure = false;
    for file in files {
        let Role::Sentences { id } = &file.role else { continue };
        let outcome = decode(file, as_of, true, sentence_file::document);
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
    let mut last: Option<&File> = None;
    for file in files.iter().filter(|file| file.role == Role::Instead) {
        let outcome = decode(file, as_of, true, |reader, node| {
            reader.unsure.sentences = unsure;
            Some(sentence_file::instead(reader, node, &kinds, &catalogue.sentences))
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
/// not be read, so that nothing complains about them a second time.
fn criteria(
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
    let outcomes = mine.into_iter().zip(outcomes).map(|((file, _, id), outcome)| (file, id, outcome));
    let (found, broken) = gathered.layered(outcomes);
    let mut criteria: Vec<Criterion> = found.into_values().collect();
    criteria.sort_by(|a, b| (a.theme, &a.id).cmp(&(b.theme, &b.id)));
    former_ids(&criteria, gathered);
    catalogue.criteria = criteria.into_iter().map(|criterion| (criterion.id.clone(), criterion)).collect();
    broken
}

/// An earlier id leads to one criterion only.
fn former_ids(criteria: &[Criterion], gathered: &mut Gathered) {
    let mut taken: HashMap<&Id, &Criterion> =
        criteria.iter().map(|criterion| (&criterion.id, criterion)).collect();
    for criterion in criteria {
        for old in &criterion.formerly {
            if let Some(other) = taken.insert(old, criterion) {
                let (shown, by) = (quoted(old.as_str()), quoted(other.id.as_str()));
                let message = say!(
                    "de eerdere id {shown} is al van {by}",
                    "the earlier id {shown} belongs to {by} already"
                );
                gathered.findings.push(
                    Diagnostic::new(&codes::SAME_ID, criterion.place, message).help(codes::SAME_ID.advice),
                );
            }
        }
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

type Profiles = IndexMap<Id, crate::model::Profile>;

fn profiles(
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
        profile_file::profile(reader, node, id.clone(), criteria, &themes)
    });
    let broken: Vec<String> = broken.into_iter().collect();
    let written: Vec<profile_file::Written> = written.into_values().collect();
    let (profiles, findings) = profile_file::inherit(&written, &broken);
    gathered.findings.extend(findings);
    profiles.into_iter().map(|profile| (profile.id.clone(), profile)).collect()
}
