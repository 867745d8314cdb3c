//! Names, labels and ids that a spreadsheet takes for a day, a number or a time.

use crate::model::{Catalogue, Id, Localized, Product};
use crate::say;
use crate::text::lang::{Phrase, phrase};
use crate::text::safe::quoted;
use crate::text::spreadsheet::{Becomes, becomes};
use crate::text::{Diagnostic, Place};

use super::EATEN_NAME;

/// A product, its maker and its variants.
pub(super) fn of_product(product: &Product) -> Vec<Diagnostic> {
    if product.withdrawn.is_some() {
        return Vec::new();
    }
    let own = [product.id.as_str(), &*product.name, &*product.maker].map(|name| (name, product.place));
    let variants = product
        .variants
        .iter()
        .flat_map(|variant| [variant.id.as_str(), &*variant.name].map(|name| (name, variant.place)));
    own.into_iter().chain(variants).filter_map(|(name, place)| finding(name, place)).collect()
}

/// Criteria with their answers, kinds, themes and profiles.
pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for criterion in catalogue.criteria.values().filter(|criterion| criterion.is_in_use()) {
        let place = criterion.place;
        findings.extend(id(&criterion.id, place).into_iter().chain(title(&criterion.title, place)));
        let answers = criterion.question.choices();
        findings.extend(
            answers.filter_map(|answer| id(&answer.id, place).or_else(|| title(&answer.text, place))),
        );
    }
    let kinds = catalogue.kinds.iter().map(|(id, kind)| (id, &kind.title, kind.place));
    let themes = catalogue.themes.iter().map(|(id, theme)| (id, &theme.title, theme.place));
    let profiles = catalogue.profiles.iter().map(|(id, profile)| (id, &profile.title, profile.place));
    for (own, text, place) in kinds.chain(themes).chain(profiles) {
        findings.extend(id(own, place).or_else(|| title(text, place)));
    }
    findings
}

/// The first language in which a title is taken for something else.
fn title(text: &Localized, place: Place) -> Option<Diagnostic> {
    let english = text.en.iter().map(|text| &**text);
    std::iter::once(&*text.nl).chain(english).find_map(|text| finding(text, place))
}

fn id(id: &Id, place: Place) -> Option<Diagnostic> {
    finding(id.as_str(), place)
}

fn finding(name: &str, place: Place) -> Option<Diagnostic> {
    let Phrase { nl, en } = match becomes(name)? {
        Becomes::Number => phrase("een getal", "a number"),
        Becomes::Day => phrase("een datum", "a date"),
        Becomes::Time => phrase("een tijd", "a time"),
        Becomes::Truth => phrase("WAAR of ONWAAR", "TRUE or FALSE"),
    };
    let name = quoted(name);
    let message = say!("een spreadsheet maakt van {name} {nl}", "a spreadsheet turns {name} into {en}");
    Some(Diagnostic::new(&EATEN_NAME, place, message).help(EATEN_NAME.advice))
}
