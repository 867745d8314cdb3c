//! Names and labels that a spreadsheet takes for a day, a number or a time.

use crate::model::{Catalogue, Choice, Id, Localized, Product, Question};
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
    let own = [(&*product.name, product.place), (&*product.maker, product.place)];
    let variants = product.variants.iter().map(|variant| (&*variant.name, variant.place));
    own.into_iter().chain(variants).filter_map(|(name, place)| finding(name, place)).collect()
}

/// Criteria with their answers, themes and profiles.
pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for criterion in catalogue.criteria.values().filter(|criterion| criterion.is_in_use()) {
        let place = criterion.place;
        findings.extend(id(&criterion.id, place).into_iter().chain(title(&criterion.title, place)));
        let labels = choices(&criterion.question).into_iter().map(|choice| &choice.text);
        findings.extend(labels.filter_map(|label| title(label, place)));
    }
    let themes = catalogue.themes.values().map(|theme| (&theme.title, theme.place));
    let profiles = catalogue.profiles.values().map(|profile| (&profile.title, profile.place));
    findings.extend(themes.chain(profiles).filter_map(|(text, place)| title(text, place)));
    findings
}

fn choices(question: &Question) -> Vec<&Choice> {
    match question {
        Question::OneOf(answers) => answers.iter().map(|(choice, _)| choice).collect(),
        Question::AnyOf { options, .. } => options.iter().collect(),
        Question::Number { named, .. } => named.iter().collect(),
    }
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
