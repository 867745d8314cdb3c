//! What later layers of data change.

use crate::compare::Comparison;
use crate::model::{Catalogue, Deviation, DeviationKind, Id, Stated};
use crate::text::Lang;
use crate::tr;

use super::answers::answers;
use super::levels;
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

/// What later layers of data change, a line each, with the answers that they give.
#[must_use]
pub(crate) fn answer_lines(comparison: &Comparison<'_>, catalogue: &Catalogue, lang: Lang) -> Vec<String> {
    let line = |deviation: &&Deviation| {
        let what = what(&deviation.what, catalogue, lang);
        let answer = answer(&deviation.what, catalogue, lang).map(|answer| format!(": {answer}"));
        let because = deviation.because.as_ref().map(|because| because.get(lang));
        let because = because.map(|because| tr!(lang, " Waarom: {because}", " Why: {because}"));
        format!("{what}{}.{}", answer.unwrap_or_default(), because.unwrap_or_default())
    };
    comparison.deviations.iter().map(line).collect()
}

/// The answer that a later layer gives, in words; the first where variants differ.
fn answer(kind: &DeviationKind, catalogue: &Catalogue, lang: Lang) -> Option<String> {
    let DeviationKind::Fact { product, kind, criterion, variants } = kind else { return None };
    let product = catalogue.products_of(*kind).find(|known| known.id == *product)?;
    let number = product.variants.iter().position(|variant| variants.contains(&variant.id))?;
    let (_, answer) = product.fact(*criterion, number)?;
    let words = match &answer.stated {
        Stated::Possible(possible) => answers(&catalogue.criterion(*criterion)?.question, possible, lang),
        Stated::Unknown(_) => String::new(),
    };
    Some(if words.is_empty() { levels::ANY_LEVEL.get(lang).to_owned() } else { words })
}

fn what(kind: &DeviationKind, catalogue: &Catalogue, lang: Lang) -> String {
    match kind {
        DeviationKind::File(path) => tr!(lang, "{path} is vervangen", "{path} is replaced"),
        DeviationKind::Variants { product, kind, variants } => {
            let (product, added) = named((product, *kind), variants, catalogue);
            tr!(lang, "{product}: variant toegevoegd: {added}", "{product}: variant added: {added}")
        }
        DeviationKind::Fact { product, kind, criterion, variants } => {
            let title = catalogue.criterion(*criterion).map_or("", |criterion| criterion.title.get(lang));
            let (product, variants) = named((product, *kind), variants, catalogue);
            format!("{product} ({variants}): {title}")
        }
    }
}

/// A product and some of its variants by their names.
fn named((product, kind): (&Id, usize), variants: &[Id], catalogue: &Catalogue) -> (String, String) {
    let found = catalogue.products_of(kind).find(|known| known.id == *product);
    let variant = |id: &Id| {
        let known = found.and_then(|found| found.variants.iter().find(|variant| variant.id == *id));
        known.map_or(id.to_string(), |known| known.name.to_string())
    };
    let name = found.map_or(product.to_string(), |found| found.name.to_string());
    (name, variants.iter().map(variant).collect::<Vec<_>>().join(", "))
}
