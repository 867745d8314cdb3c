//! The flow of loading: list the files of all layers, then read kinds and
//! themes, premises, sentences, criteria, migrations, profiles, what an institution does itself, and
//! products.

use std::collections::HashSet;

use crate::model::{Catalogue, Date, Deviation, LoadedFile, Product};
use crate::text::Diagnostic;

use super::codes;
use super::criteria::index::CriteriaIndex;
use super::criteria::read as criteria;
use super::files::decode::fingerprint;
use super::files::folder::{FolderError, Found};
use super::files::gathered::Gathered;
use super::files::layer::Layer;
use super::files::list::{File, list, refused};
use super::institution::candidates::unknown_products;
use super::institution::read as institution;
use super::loaded::Loaded;
use super::products::read::{Products, Reading};
use super::reader::fields::Unsure;

/// A set of data without its products: everything that products are judged by.
/// Products are read against it one by one, so that each can be reduced before
/// the next is read.
pub struct Ground {
    catalogue: Catalogue,
    layers: Vec<Layer>,
    files: Vec<File>,
    gathered: Gathered,
    /// Criteria that could not be read; `incomplete` is whether others may be
    /// missing too.
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

    let (kinds, themes, mut unsure) = criteria::kinds_and_themes(&files, as_of, &mut gathered);
    let mut catalogue = Catalogue { themes, ..Catalogue::default() };
    let mut group_by = Vec::new();
    for (id, (kind, wanted)) in kinds {
        group_by.push(wanted);
        catalogue.kinds.insert(id, kind);
    }
    unsure.premises = criteria::premises(&files, as_of, &mut catalogue, &mut gathered);
    unsure.sentences = criteria::sentences(&files, as_of, &mut catalogue, &mut gathered);
    let broken = criteria::criteria(&files, as_of, unsure, &mut catalogue, &mut gathered);
    criteria::groups(&mut catalogue, group_by, &broken, &mut gathered);
    let incomplete = files.iter().any(|file| {
        matches!(&file.entry.found, Found::Refused(code, _) if **code == codes::UNREADABLE)
            && file.entry.inner.starts_with("criteria")
    });
    criteria::migrations(&files, as_of, &mut catalogue, (&broken, incomplete), &mut gathered);
    let index = CriteriaIndex::new(&catalogue.criteria, &broken, incomplete);
    catalogue.profiles = criteria::profiles(&files, as_of, unsure, &catalogue, &index, &mut gathered);
    let unread = institution::checklist_and_triage(
        &files,
        as_of,
        unsure,
        &mut catalogue,
        (&broken, incomplete),
        &mut gathered,
    );
    let known = (&unread, (&broken, incomplete));
    institution::dossier(&files, as_of, unsure, &mut catalogue, known, &mut gathered);
    catalogue.settle(as_of);
    Ok(Ground { layers: layers.to_vec(), catalogue, files, gathered, broken, incomplete, unsure, as_of })
}

impl Ground {
    /// The data so far: no products, and no fingerprint yet.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Assumes of some premises, by number, that they hold or do not hold, whatever their
    /// dates say.
    pub fn assume(&mut self, assumed: &[(usize, bool)]) {
        for (premise, holds) in assumed {
            self.catalogue.assume(*premise, *holds);
        }
    }

    /// Whether no error was found so far.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        !self.gathered.findings.iter().any(Diagnostic::is_error)
    }

    /// Reads all products, in parallel. `make` gets each product as soon as it
    /// is read, with what later layers change in it; it returns the product as
    /// it must be kept and the result.
    pub fn products<T: Send>(
        &self,
        make: impl Fn(Product, &[Deviation]) -> (Product, T) + Sync,
    ) -> Products<T> {
        let index = CriteriaIndex::new(&self.catalogue.criteria, &self.broken, self.incomplete);
        let reading =
            Reading { as_of: self.as_of, unsure: self.unsure, catalogue: &self.catalogue, criteria: &index };
        reading.products(&self.files, make)
    }

    /// The whole set of data, and the result for each product, in the order of
    /// [`Catalogue::products`].
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
        findings.extend(catalogue.dossier.iter().flat_map(|dossier| unknown_products(dossier, &catalogue)));
        findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        let Gathered { texts, edits, .. } = gathered;
        (Loaded { catalogue, findings, texts, layers, edits, refused }, products.made)
    }
}
