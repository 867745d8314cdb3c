//! Layer 3: which weights and requirements of a comparison are the institution's own, and
//! which are the tool's.

use crate::compare::Comparison;
use crate::model::{Catalogue, Criterion, EvidenceRule, KnockOutScope, Origin, Profile, Requirement, Theme};
use crate::text::Place;

/// The weights and requirements of a comparison, by whose they are.
#[derive(Debug)]
pub struct Own<'m, 'c> {
    /// The profile, when it is the institution's own.
    pub profile: Option<&'c Profile>,
    /// What the profile differs from: the profile of the tool that it builds on. `None`
    /// when it builds on none.
    pub base: Option<&'c Profile>,
    /// The shares of themes that the profile sets itself.
    pub budgets: Vec<Changed<&'c Theme>>,
    /// The weights that the profile sets itself.
    pub weights: Vec<Changed<&'c Criterion>>,
    /// The weights that were requested on top of the profile.
    pub asked: Vec<Changed<&'c Criterion>>,
    /// What the institution requires: in its profile, in its triage, or by request.
    pub requirements: Vec<Required<'m, 'c>>,
    /// Rules of the tool that hold because of what the dossier says.
    pub by_situation: Vec<Required<'m, 'c>>,
    /// Which knock-outs are in force, where the profile sets that itself.
    pub knock_outs: Option<&'c KnockOutScope>,
    /// Which evidence counts, where the profile sets that itself.
    pub evidence: Option<EvidenceRule>,
    /// How many demands are the tool's, whatever the dossier says.
    pub by_tool: usize,
    /// The criteria that these are about, each once.
    pub about: Vec<&'c Criterion>,
}

/// A number that the institution set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed<T> {
    /// What it is about.
    pub what: T,
    /// What it was; `None` when nothing came before.
    pub from: Option<u32>,
    /// What it is.
    pub to: u32,
}

/// A requirement with its criterion.
#[derive(Clone, Copy, Debug)]
pub struct Required<'m, 'c> {
    /// The criterion.
    pub criterion: &'c Criterion,
    /// The requirement.
    pub requirement: &'m Requirement,
}

impl Own<'_, '_> {
    /// Whether the institution added or changed nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let numbers = self.budgets.len() + self.weights.len() + self.asked.len();
        numbers + self.requirements.len() == 0 && self.knock_outs.is_none() && self.evidence.is_none()
    }
}

/// Sorts the weights and requirements of a comparison by whose they are. What stands in
/// the first layer of data is the tool's; what stands in a later one, in a profile that was
/// given as a file, in the dossier or in the request is the institution's.
#[must_use]
pub fn of<'m, 'c>(comparison: &'m Comparison<'c>, catalogue: &'c Catalogue) -> Own<'m, 'c> {
    let written = comparison.written;
    let profile = Some(written).filter(|profile| is_own(catalogue, Some(profile.place)));
    let base = profile.and_then(|profile| base(catalogue, profile));
    let mut own = Own {
        profile,
        base,
        budgets: profile.map_or(Vec::new(), |profile| budgets(catalogue, profile, base)),
        weights: profile.map_or(Vec::new(), |profile| weights(comparison, profile, base)),
        asked: asked(comparison),
        requirements: Vec::new(),
        by_situation: Vec::new(),
        knock_outs: profile
            .filter(|profile| base.is_none_or(|base| base.knock_outs != profile.knock_outs))
            .map(|profile| &profile.knock_outs),
        evidence: profile
            .filter(|profile| base.is_none_or(|base| base.evidence != profile.evidence))
            .map(|profile| profile.evidence),
        by_tool: 0,
        about: Vec::new(),
    };
    for requirement in &comparison.profile.requirements {
        let Some(criterion) = comparison.numbered(&[requirement.criterion]).pop() else { continue };
        let required = Required { criterion, requirement };
        let in_own_file = is_own(catalogue, requirement.place);
        match &requirement.origin {
            Origin::Asked(_) | Origin::Triage { written: Some(_), .. } => own.requirements.push(required),
            Origin::Written(_) | Origin::Need { .. } if in_own_file => own.requirements.push(required),
            Origin::Triage { .. } | Origin::Need { .. } => own.by_situation.push(required),
            Origin::Written(_) => own.count(criterion),
        }
    }
    for demand in comparison.demands.iter().filter(|demand| demand.basis.is_some()) {
        if let Some(criterion) = comparison.numbered(&[demand.criterion]).pop() {
            own.count(criterion);
        }
    }
    own
}

impl<'c> Own<'_, 'c> {
    fn count(&mut self, criterion: &'c Criterion) {
        self.by_tool += 1;
        if self.about.iter().all(|known| known.id != criterion.id) {
            self.about.push(criterion);
        }
    }
}

/// Whether something stands in a file of the institution's own.
fn is_own(catalogue: &Catalogue, place: Option<Place>) -> bool {
    let file = place.and_then(|place| catalogue.files.get(place.file.0 as usize));
    file.is_some_and(|file| file.layer > 0)
}

/// The profile of the tool that a profile builds on, the nearest one.
fn base<'c>(catalogue: &'c Catalogue, profile: &Profile) -> Option<&'c Profile> {
    let before = catalogue
        .profiles
        .values()
        .filter(|other| profile.files.contains(&other.place.file) && !is_own(catalogue, Some(other.place)));
    before.max_by_key(|other| other.files.len())
}

fn budgets<'c>(
    catalogue: &'c Catalogue,
    profile: &Profile,
    base: Option<&Profile>,
) -> Vec<Changed<&'c Theme>> {
    let before = base.and_then(|base| base.themes.as_ref());
    let changed = |(theme, to): (&usize, &u32)| {
        let from = before.and_then(|before| before.get(theme).copied());
        let (_, what) = catalogue.themes.get_index(*theme)?;
        (from != Some(*to)).then_some(Changed { what, from, to: *to })
    };
    profile.themes.iter().flatten().filter_map(changed).collect()
}

fn weights<'c>(
    comparison: &Comparison<'c>,
    profile: &Profile,
    base: Option<&Profile>,
) -> Vec<Changed<&'c Criterion>> {
    let changed = |number: usize, what| {
        let to = profile.weights.get(&number).copied().unwrap_or(0);
        let from = base.map(|base| base.weights.get(&number).copied().unwrap_or(0));
        (from.unwrap_or(0) != to).then_some(Changed { what, from, to })
    };
    comparison.criteria.iter().filter_map(|column| changed(column.number, column.criterion)).collect()
}

/// The weights that were requested on top of the profile.
#[must_use]
pub fn asked<'c>(comparison: &Comparison<'c>) -> Vec<Changed<&'c Criterion>> {
    let changed = |(number, to): &(usize, u32)| {
        let what = comparison.numbered(&[*number]).pop()?;
        let from = Some(comparison.written.weights.get(number).copied().unwrap_or(0));
        Some(Changed { what, from, to: *to })
    };
    comparison.overrides.weights.iter().filter_map(changed).collect()
}
