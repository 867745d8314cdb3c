//! Words for products, their variants and the groups of a ranking.

use crate::compare::Group;
use crate::model::{Hosting, Licence, Product, Variant};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

/// The name of an alternative: the product, and the variant where there is
/// more than one to choose from. A variant whose name begins with that of its
/// product is named alone.
#[must_use]
pub fn alternative(product: &Product, variant: &Variant) -> String {
    if product.variants.len() <= 1 {
        product.name.to_string()
    } else if variant.name.to_lowercase().starts_with(&product.name.to_lowercase()) {
        variant.name.to_string()
    } else {
        format!("{}, {}", product.name, variant.name)
    }
}

/// The name of a group of a divided ranking.
#[must_use]
pub(crate) fn group(group: Group<'_>, lang: Lang) -> String {
    match group {
        Group::Answer(_, _, text) => text.get(lang).to_owned(),
        Group::Unsettled => phrase("nog niet vastgesteld", "not settled yet").get(lang).to_owned(),
    }
}

/// The id of a group of a divided ranking: that of its answer.
#[must_use]
pub(crate) fn group_id(group: Group<'_>) -> &str {
    match group {
        Group::Answer(_, id, _) => id.as_str(),
        Group::Unsettled => "unknown",
    }
}

/// Where a variant runs, in a list.
#[must_use]
pub(crate) fn hosting(hosting: Hosting) -> Phrase {
    match hosting {
        Hosting::Cloud => phrase("in de cloud", "in the cloud"),
        Hosting::SelfHosted => phrase("op een eigen server", "on a server of your own"),
    }
}

/// Where a variant runs, in a sentence about it.
#[must_use]
pub(crate) fn runs(hosting: Hosting) -> Phrase {
    match hosting {
        Hosting::Cloud => phrase("draait bij de aanbieder", "hosted by the vendor"),
        Hosting::SelfHosted => phrase("draait op een eigen server", "runs on a server of your own"),
    }
}

/// On which terms a variant is used.
#[must_use]
pub(crate) fn licence(licence: Licence) -> Phrase {
    match licence {
        Licence::Free => phrase("gratis", "free"),
        Licence::Paid => phrase("betaald", "paid"),
        Licence::OpenSource => phrase("open source", "open source"),
    }
}
