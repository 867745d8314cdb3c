//! Words for products, their variants and the groups of a ranking.

use crate::compare::{Group, GroupedBy};
use crate::model::{Audience, Hosting, Licence, Product, Variant};
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
        Group::Hosting(hosting) => runs(hosting).get(lang).to_owned(),
        Group::Unsettled => phrase("nog niet vastgesteld", "not settled yet").get(lang).to_owned(),
    }
}

/// The name of a group of a divided ranking in a sentence, as short as it can be.
#[must_use]
pub(crate) fn group_in_short(group: Group<'_>, lang: Lang) -> String {
    match group {
        Group::Hosting(of) => hosting(of).get(lang).to_owned(),
        Group::Answer(..) | Group::Unsettled => self::group(group, lang),
    }
}

/// The heading above a group in a document: what divides the ranking, and the group.
#[must_use]
pub(crate) fn group_heading(by: GroupedBy<'_>, of: Group<'_>, lang: Lang) -> String {
    match by {
        GroupedBy::Criterion(criterion) => format!("{}: {}", criterion.title.get(lang), group(of, lang)),
        GroupedBy::Hosting => super::capital(&group(of, lang)),
    }
}

/// The id of a group of a divided ranking: that of its answer, or the word for who
/// runs it.
#[must_use]
pub(crate) fn group_id(group: Group<'_>) -> &str {
    match group {
        Group::Answer(_, id, _) => id.as_str(),
        Group::Hosting(hosting) => hosting.id(),
        Group::Unsettled => "unknown",
    }
}

/// Where a variant runs, in a list.
#[must_use]
pub(crate) fn hosting(hosting: Hosting) -> Phrase {
    match hosting {
        Hosting::Cloud => phrase("in de cloud", "in the cloud"),
        Hosting::Hosted => phrase("bij een hostingbedrijf", "with a hosting company"),
        Hosting::SelfHosted => phrase("op uw eigen server", "on your own server"),
    }
}

/// Who runs a variant, in a list below that title.
#[must_use]
pub(crate) fn run_by(hosting: Hosting) -> Phrase {
    match hosting {
        Hosting::Cloud => phrase("de aanbieder", "the vendor"),
        Hosting::Hosted => phrase("een hostingbedrijf", "a hosting company"),
        Hosting::SelfHosted => phrase("uw instelling", "your institution"),
    }
}

/// Who runs a variant, as a sentence about it.
#[must_use]
pub(crate) fn runs(hosting: Hosting) -> Phrase {
    match hosting {
        Hosting::Cloud => phrase("de aanbieder beheert de dienst", "the vendor runs the service"),
        Hosting::Hosted => {
            phrase("een hostingbedrijf beheert het voor u", "a hosting company runs it for you")
        }
        Hosting::SelfHosted => phrase(
            "op uw eigen server (uw instelling beheert het)",
            "on your own server (your institution runs it)",
        ),
    }
}

/// Whom a variant is made for.
#[must_use]
pub(crate) fn audience(audience: Audience) -> Phrase {
    match audience {
        Audience::Education => phrase("voor het onderwijs", "for education"),
        Audience::Business => phrase("voor bedrijven", "for businesses"),
        Audience::Consumer => phrase("voor consumenten", "for consumers"),
    }
}

/// The same, where that is not education.
#[must_use]
pub(crate) fn unusual_audience(variant: &Variant) -> Option<Phrase> {
    (variant.audience != Audience::Education).then(|| audience(variant.audience))
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
