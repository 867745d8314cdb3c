//! What an institution does itself, beside a comparison: its dossier decides
//! which rules hold, and settles what is its own work.

use crate::institution::checklist::{self, Checklist};
use crate::institution::triage::{self, Triage};
use crate::model::{Catalogue, Dossier};

use super::adjust::Request;

/// What an institution does itself, beside the comparison.
#[derive(Debug)]
pub struct Institution<'c> {
    /// Its dossier.
    pub dossier: &'c Dossier,
    /// Its checklist, with the current status of each item.
    pub checklist: Checklist<'c>,
    /// Its triage.
    pub triage: Triage<'c>,
}

/// What the institution of the dossier does itself, when that is about this kind.
pub(super) fn institution<'c>(catalogue: &'c Catalogue, request: &Request<'_>) -> Option<Institution<'c>> {
    let dossier = catalogue.dossier.as_ref().filter(|dossier| dossier.kind == request.kind)?;
    let rule = request.profile.evidence;
    Some(Institution {
        dossier,
        checklist: checklist::of(catalogue, Some(request.kind), request.as_of, rule),
        triage: triage::of(catalogue, request.kind, request.exam),
    })
}
