//! A choice among few: which alternatives are compared, and which of them the
//! institution uses now.

use crate::model::{Candidate, Catalogue, Dossier, Product, Variant};

use super::adjust::{Refusal, Request};
use super::limits::Limits;

/// A product by its id or one that it had before, and one of its variants or all.
type Pair<'r> = (&'r str, Option<&'r str>);

/// Which alternatives are compared.
pub(super) struct Choice<'r> {
    /// All when empty.
    candidates: Vec<Pair<'r>>,
    in_use: Vec<Pair<'r>>,
    limits: Limits,
}

impl<'r> Choice<'r> {
    /// The choice of a request: what it names itself, else the candidates of the dossier.
    ///
    /// # Errors
    /// When it names a product without a variant that is made for those whom the
    /// request asks for: that would silently compare nothing of it.
    pub(super) fn of(catalogue: &'r Catalogue, request: &'r Request<'_>) -> Result<Choice<'r>, Refusal> {
        let dossier = catalogue.dossier.as_ref().filter(|dossier| dossier.kind == request.kind);
        let pair = |one: &'r Candidate| (one.product.as_str(), one.variant.as_deref());
        let written = |list: fn(&Dossier) -> &Vec<Candidate>| -> Vec<Pair<'r>> {
            dossier.map(|dossier| list(dossier).iter().map(pair).collect()).unwrap_or_default()
        };
        let asked: Vec<Pair<'r>> =
            request.only.iter().map(|(product, variant)| (product.as_str(), variant.as_deref())).collect();
        let candidates = match () {
            () if request.all => Vec::new(),
            () if asked.is_empty() => written(|dossier| &dossier.candidates),
            () => asked,
        };
        let in_use = written(|dossier| &dossier.in_use);
        let choice = Choice { candidates, in_use, limits: request.limits };
        match choice.without_a_variant(catalogue, request.kind) {
            None => Ok(choice),
            Some(product) => Err(Refusal::OtherAudience {
                product: product.id.clone(),
                variants: product.variants.iter().map(|variant| variant.id.clone()).collect(),
            }),
        }
    }

    /// The first product that the choice names without any variant to compare.
    fn without_a_variant<'c>(&self, catalogue: &'c Catalogue, kind: usize) -> Option<&'c Product> {
        self.candidates.iter().filter(|(_, variant)| variant.is_none()).find_map(|(id, _)| {
            let product = catalogue.products_of(kind).find(|product| product.answers_to(id))?;
            let compared =
                |variant: &Variant| self.limits.is_for(variant.audience) || self.insists_on(product, variant);
            (product.retired.is_none() && !product.variants.iter().any(compared)).then_some(product)
        })
    }

    /// Whether only some alternatives are compared.
    pub(super) fn is_made(&self) -> bool {
        !self.candidates.is_empty()
    }

    /// Whether an alternative is compared. What is used now stays beside the candidates.
    pub(super) fn includes(&self, product: &Product, variant: &Variant) -> bool {
        !self.is_made()
            || self.candidates.iter().any(|pair| names(*pair, product, variant))
            || self.is_in_use(product, variant)
    }

    /// Whether an alternative would be compared if it did not matter whom it is made for.
    pub(super) fn mentions(&self, product: &Product, variant: &Variant) -> bool {
        let mut all = self.candidates.iter().chain(&self.in_use);
        !self.is_made() || all.any(|pair| names(*pair, product, variant))
    }

    /// Whether an alternative is compared whomever it is made for: the choice names it
    /// itself, or the institution uses it now.
    pub(super) fn insists_on(&self, product: &Product, variant: &Variant) -> bool {
        let names = |(id, only): &Pair<'_>| product.answers_to(id) && *only == Some(variant.id.as_str());
        self.candidates.iter().any(names) || self.is_in_use(product, variant)
    }

    /// Whether the institution uses an alternative now. A product stands for its variants
    /// that are made for those whom the request asks for; if there are none, for all.
    pub(super) fn is_in_use(&self, product: &Product, variant: &Variant) -> bool {
        let is_for = |variant: &Variant| self.limits.is_for(variant.audience);
        self.in_use.iter().any(|(id, only)| {
            product.answers_to(id)
                && match only {
                    Some(only) => variant.id.as_str() == *only,
                    None => is_for(variant) || !product.variants.iter().any(is_for),
                }
        })
    }
}

/// Whether a pair names an alternative: its product, and its variant or none.
fn names((id, only): Pair<'_>, product: &Product, variant: &Variant) -> bool {
    product.answers_to(id) && only.is_none_or(|only| variant.id.as_str() == only)
}
