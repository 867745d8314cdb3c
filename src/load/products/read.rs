//! Reads the products: which files each has, each layer over the one below.

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use crate::load::codes;
use crate::load::criteria::index::CriteriaIndex;
use crate::load::files::decode::{Outcome, decode};
use crate::load::files::gathered::{Gathered, same_id};
use crate::load::files::list::{File, Role};
use crate::load::reader::fields::Unsure;
use crate::load::reader::help::suggest;
use crate::model::{Catalogue, Date, Deviation, DeviationKind, Id, Product};
use crate::say;
use crate::text::safe::quoted;
use crate::text::{Diagnostic, FileId, Place};

use super::product;

/// The product, the result of reading each file, and what later layers change.
type ReadProduct = (Option<Product>, Vec<Outcome<()>>, Vec<Deviation>);

/// How many products are read at a time: what was read of these is in memory
/// twice, and they keep all threads busy.
const AT_ONCE: usize = 256;

/// The result of reading the products of a [`Ground`](crate::load::Ground).
pub struct Products<T> {
    pub(crate) read: Vec<Product>,
    pub(crate) made: Vec<T>,
    pub(crate) gathered: Gathered,
}

/// What reading products needs.
pub(crate) struct Reading<'r> {
    pub(crate) as_of: Date,
    pub(crate) unsure: Unsure,
    pub(crate) catalogue: &'r Catalogue,
    pub(crate) criteria: &'r CriteriaIndex<'r>,
}

/// The files of one product, by its kind's number and its id, the lowest layer first.
type Sorted<'f> = BTreeMap<(usize, &'f Id), Vec<&'f File>>;
/// Files from which no product can be made; we still report their errors.
type Strays<'f> = Vec<(usize, &'f Id, &'f File)>;

impl Reading<'_> {
    /// Reads all products and passes each to `make`, in order of kind and id.
    pub(crate) fn products<T: Send>(
        &self,
        files: &[File],
        make: impl Fn(Product, &[Deviation]) -> (Product, T) + Sync,
    ) -> Products<T> {
        let known: Vec<&str> = self.catalogue.kinds.keys().map(Id::as_str).collect();
        // A layer with kinds of its own is a whole set of data, which others share.
        let shared: HashSet<usize> =
            files.iter().filter(|file| file.role == Role::Kinds).map(|file| file.layer).collect();
        let mut gathered = Gathered::default();
        let (grouped, strays) = self.sorted(files, &known, &mut gathered);
        let grouped: Vec<((usize, &Id), Vec<&File>)> = grouped.into_iter().collect();
        let (mut products, mut all) = (Vec::with_capacity(grouped.len()), Vec::with_capacity(grouped.len()));
        for some in grouped.chunks(AT_ONCE) {
            let read: Vec<_> = some
                .par_iter()
                .map(|((kind, id), files)| {
                    let (product, outcomes, deviations) = self.product(files, (*kind, id), (&known, &shared));
                    (product.map(|product| make(product, &deviations)), outcomes, deviations)
                })
                .collect();
            for ((_, files), (found, outcomes, deviations)) in some.iter().zip(read) {
                for (file, outcome) in files.iter().zip(outcomes) {
                    gathered.take(file, outcome);
                }
                if let Some((product, made)) = found {
                    products.push(product);
                    all.push(made);
                }
                gathered.deviations.extend(deviations);
            }
        }
        for (kind, id, file) in strays {
            let (_, outcomes, _) = self.product(&[file], (kind, id), (&known, &shared));
            for outcome in outcomes {
                gathered.take(file, outcome);
            }
        }
        Products { read: products, made: all, gathered }
    }

    /// Which files belong to which product.
    fn sorted<'f>(
        &self,
        files: &'f [File],
        known: &[&str],
        gathered: &mut Gathered,
    ) -> (Sorted<'f>, Strays<'f>) {
        let mut grouped = Sorted::new();
        let mut strays = Strays::new();
        for file in files {
            let Role::Product { id } = &file.role else { continue };
            let kind = file.folder();
            let Some(number) = self.catalogue.kinds.get_index_of(kind) else {
                strays.push((usize::MAX, id, file));
                if self.unsure.kinds {
                    continue;
                }
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
            let product = grouped.entry((number, id)).or_default();
            if let Some(other) = product.iter().find(|other| other.layer == file.layer) {
                gathered.findings.push(same_id(file, &other.entry.shown));
                strays.push((number, id, file));
                continue;
            }
            product.push(file);
        }
        (grouped, strays)
    }

    /// Reads all files of one product, each layer over the one below. `shared` has the
    /// layers that others share.
    fn product(
        &self,
        files: &[&File],
        (kind, id): (usize, &Id),
        (kinds, shared): (&[&str], &HashSet<usize>),
    ) -> ReadProduct {
        let mut product: Option<Product> = None;
        let mut outcomes = Vec::with_capacity(files.len());
        let mut deviations = Vec::new();
        for (number, file) in files.iter().enumerate() {
            let kind_id = kinds.get(kind).copied().unwrap_or("");
            let at = product::Position {
                id: id.clone(),
                kind,
                kind_id,
                amends: number > 0,
                is_shared: shared.contains(&file.layer),
                criteria: self.criteria,
            };
            let outcome = decode(file, self.as_of, false, |reader, node| {
                reader.unsure.kinds = kind_id.is_empty();
                if number == 0 {
                    product = product::product(reader, node, &at);
                } else if let Some(product) = &mut product {
                    let facts_before = product.facts.len();
                    let added = product::amend(reader, node, product, &at);
                    deviations.extend(amendments(product, facts_before, added, file.id));
                } else {
                    // The product that this file amends could not be read; we
                    // still report its own errors.
                    reader.unsure.product = true;
                    product::amend(reader, node, &mut product::nothing(&at, node.place()), &at);
                }
                Some(())
            });
            outcomes.push(outcome);
        }
        (product, outcomes, deviations)
    }
}

fn amendments(product: &Product, facts_before: usize, added: Vec<Id>, file: FileId) -> Vec<Deviation> {
    let mut found = Vec::new();
    if !added.is_empty() {
        let what =
            DeviationKind::Variants { product: product.id.clone(), kind: product.kind, variants: added };
        found.push(Deviation { what, because: None, place: Place::whole_file(file) });
    }
    for fact in product.facts.iter().skip(facts_before) {
        let variants = fact
            .answers
            .iter()
            .flat_map(|answer| answer.variants.members())
            .filter_map(|variant| product.variants.get(variant).map(|v| v.id.clone()))
            .collect();
        let what = DeviationKind::Fact {
            product: product.id.clone(),
            kind: product.kind,
            criterion: fact.criterion,
            variants,
        };
        found.push(Deviation { what, because: fact.because.clone(), place: fact.place });
    }
    found
}
