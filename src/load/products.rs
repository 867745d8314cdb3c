//! The files of one product, each layer over the one below.

use crate::model::{Date, Deviation, DeviationKind, Id, Vendor};
use crate::text::{FileId, Place};

use super::criteria::CriteriaIndex;
use super::files::{File, Outcome, decode};
use super::vendor_file;

/// The product, what reading each file gave, and what later layers change.
pub(super) type Product = (Option<Vendor>, Vec<Outcome<()>>, Vec<Deviation>);

/// Reads all files of one product, each layer over the one below.
pub(super) fn product(
    files: &[&File],
    (kind, id): (usize, &Id),
    as_of: Date,
    kinds: &[&str],
    criteria: &CriteriaIndex<'_>,
) -> Product {
    let mut vendor: Option<Vendor> = None;
    let mut outcomes = Vec::new();
    let mut deviations = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let kind_id = kinds.get(kind).copied().unwrap_or("");
        let at = vendor_file::Position { id: id.clone(), kind, kind_id, amends: number > 0, criteria };
        let outcome = decode(file, as_of, false, |reader, node| {
            reader.unsure.kinds = kind_id.is_empty();
            if number == 0 {
                vendor = vendor_file::vendor(reader, node, &at);
            } else if let Some(vendor) = &mut vendor {
                let facts_before = vendor.facts.len();
                let added = vendor_file::amend(reader, node, vendor, &at);
                deviations.extend(amendments(vendor, facts_before, added, file.id));
            } else {
                // What the file amends could not be read; its own slips are told
                // all the same.
                reader.unsure.product = true;
                vendor_file::amend(reader, node, &mut vendor_file::nothing(&at, node.place()), &at);
            }
            Some(())
        });
        outcomes.push(outcome);
    }
    (vendor, outcomes, deviations)
}

fn amendments(vendor: &Vendor, facts_before: usize, added: Vec<Id>, file: FileId) -> Vec<Deviation> {
    let mut found = Vec::new();
    if !added.is_empty() {
        let what = DeviationKind::Variants { vendor: vendor.id.clone(), kind: vendor.kind, variants: added };
        found.push(Deviation { what, because: None, place: Place::whole_file(file) });
    }
    for fact in vendor.facts.iter().skip(facts_before) {
        let variants = fact
            .answers
            .iter()
            .flat_map(|answer| answer.variants.members())
            .filter_map(|variant| vendor.variants.get(variant).map(|v| v.id.clone()))
            .collect();
        let what = DeviationKind::Fact {
            vendor: vendor.id.clone(),
            kind: vendor.kind,
            criterion: fact.criterion,
            variants,
        };
        found.push(Deviation { what, because: fact.because.clone(), place: fact.place });
    }
    found
}
