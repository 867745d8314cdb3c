//! Products of which nobody can ask the maker anything, because the file does not say where.

use crate::model::Product;
use crate::text::Diagnostic;

use super::NO_CONTACT;

pub(super) fn check(product: &Product) -> Option<Diagnostic> {
    let finding = || Diagnostic::new(&NO_CONTACT, product.place, NO_CONTACT.title.into());
    product.contact.is_none().then(|| finding().help(NO_CONTACT.advice))
}
