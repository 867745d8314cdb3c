//! What later layers of data change.

use crate::compare::Comparison;
use crate::model::{Catalogue, Deviation, DeviationKind, Id};
use crate::text::Lang;
use crate::tr;

use super::sentences::OWN_DEVIATION;

/// The id of a kind of deviation.
#[must_use]
pub(crate) fn deviation_id(kind: &DeviationKind) -> &'static str {
    match kind {
        DeviationKind::File(_) => "file",
        DeviationKind::Variants { .. } => "variants",
        DeviationKind::Fact { .. } => "fact",
    }
}

/// What later layers of data change, a line each.
#[must_use]
pub(crate) fn deviation_lines(comparison: &Comparison<'_>, catalogue: &Catalogue, lang: Lang) -> Vec<String> {
    let label = OWN_DEVIATION.get(lang);
    let line = |deviation: &&Deviation| {
        let what = what(&deviation.what, catalogue, lang);
        match &deviation.because {
            Some(because) => format!("{label} {what}. {}", because.get(lang)),
            None => format!("{label} {what}."),
        }
    };
    comparison.deviations.iter().map(line).collect()
}

fn what(kind: &DeviationKind, catalogue: &Catalogue, lang: Lang) -> String {
    let ids = |ids: &[Id]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match kind {
        DeviationKind::File(path) => tr!(lang, "{path} is vervangen", "{path} is replaced"),
        DeviationKind::Variants { product, variants, .. } => {
            let added = ids(variants);
            tr!(lang, "{product}: variant toegevoegd: {added}", "{product}: variant added: {added}")
        }
        DeviationKind::Fact { product, criterion, variants, .. } => {
            let title = catalogue.criterion(*criterion).map_or("", |criterion| criterion.title.get(lang));
            format!("{product} ({}): {title}", ids(variants))
        }
    }
}
