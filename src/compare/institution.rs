//! What an institution does itself, beside a comparison: its dossier decides
//! which rules hold, and has no part in any score.

use crate::institution::checklist::{self, Checklist};
use crate::institution::situation::{self, NeedOutcome};
use crate::institution::triage::{self, Triage};
use crate::model::{Catalogue, Criterion, Dossier, NeedRule};

use super::{Comparison, Request};

/// What an institution does itself, beside the comparison.
#[derive(Debug)]
pub struct Institution<'c> {
    /// Its dossier.
    pub dossier: &'c Dossier,
    /// Its checklist as it stands.
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

impl<'c> Comparison<'c> {
    /// The rules of the profile that depend on the situation of the institution,
    /// each with how it stands; those of criteria that are not judged are left out.
    pub fn need_rules(&self) -> impl Iterator<Item = (&'c NeedRule, &'c Criterion, NeedOutcome)> {
        let dossier = self.institution.as_ref().map(|institution| institution.dossier);
        let profile = self.profile;
        profile.need_rules.iter().filter_map(move |rule| {
            let criterion = self.numbered(&[rule.requirement.criterion]).pop()?;
            Some((rule, criterion, situation::outcome(rule, dossier)))
        })
    }
}
