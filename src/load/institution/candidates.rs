//! The products and variants that a dossier names, and whether they exist.

use std::collections::HashMap;

use crate::load::reader::fields::Reader;
use crate::load::reader::help::{suggest, suggest_answer};
use crate::load::{codes, draft_codes};
use crate::model::{Candidate, Catalogue, Chosen, Dossier, Id, Pick};
use crate::say;
use crate::text::safe::quoted;
use crate::text::yaml::Node;
use crate::text::{Diagnostic, Message, Place};

/// A list of products or variants; whether they exist is known later.
pub(super) fn candidates(reader: &mut Reader, node: Option<Node<'_, '_>>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for item in node.map(|node| reader.one_or_list(node)).unwrap_or_default() {
        let (product, variant) = match item.text().split_once('/') {
            Some((product, variant)) => (product.to_owned(), Some(variant.to_owned())),
            None => (item.text().to_owned(), None),
        };
        let candidate = Candidate { product, variant, place: item.place() };
        let is_same =
            |known: &Candidate| known.product == candidate.product && known.variant == candidate.variant;
        if found.iter().any(is_same) {
            let shown = quoted(item.text());
            let message = say!("{shown} staat er twee keer", "{shown} is listed twice");
            reader.report(&codes::REPEATED, item.place(), message);
            continue;
        }
        found.push(candidate);
    }
    found
}

/// The findings for products that do not exist, once all products are known.
pub(crate) fn unknown_products(dossier: &Dossier, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let covered = dossier.own_work.iter().flat_map(|own| &own.covers);
    let asked = dossier.asked.iter().flat_map(|asked| &asked.covers);
    let candidates = dossier.candidates.iter().chain(&dossier.in_use).chain(covered).chain(asked);
    let mut found: Vec<Diagnostic> = candidates
        .filter_map(|candidate| unknown_product(candidate, false, dossier.kind, catalogue))
        .collect();
    if let Some(Chosen { what: Pick::Product(product, variant), place, .. }) = &dossier.chosen {
        let chosen = Candidate { product: product.clone(), variant: variant.clone(), place: *place };
        found.extend(unknown_product(&chosen, true, dossier.kind, catalogue));
    }
    found.extend(answered_twice(dossier, catalogue));
    found
}

/// The finding for a product or variant that does not exist; `one` says whether one
/// variant is wanted.
fn unknown_product(
    candidate: &Candidate,
    one: bool,
    kind: usize,
    catalogue: &Catalogue,
) -> Option<Diagnostic> {
    let Candidate { product: product_id, variant, place } = candidate;
    let mine: Vec<_> = catalogue.products_of(kind).collect();
    let (message, help): (Message, Message) = match mine.iter().find(|product| product.answers_to(product_id))
    {
        None => {
            // It may be missing because its file has errors.
            let kind = catalogue.kinds.get_index(kind).map_or("", |(id, _)| id.as_str());
            let path = format!("vendors/{kind}/{product_id}.");
            if catalogue.files.iter().any(|file| file.inner.starts_with(&path)) {
                return None;
            }
            let shown = quoted(product_id);
            let names = mine.iter().map(|product| product.id.as_str());
            (
                say!("het product {shown} bestaat niet", "the product {shown} does not exist"),
                suggest(product_id, names, &codes::UNKNOWN_PRODUCT),
            )
        }
        Some(product) if !one && (product.retired.is_some() || product.withdrawn.is_some()) => {
            let shown = quoted(product_id);
            let message =
                say!("het product {shown} bestaat niet meer", "the product {shown} no longer exists");
            let finding = Diagnostic::new(&codes::GONE_PRODUCT, *place, message);
            return Some(finding.help(codes::GONE_PRODUCT.advice));
        }
        Some(product) if !one && product.draft => {
            let shown = quoted(product_id);
            let message =
                say!("het product {shown} is nog een concept", "the product {shown} is still a draft");
            let finding = Diagnostic::new(&draft_codes::DRAFT_PRODUCT, *place, message);
            return Some(finding.help(draft_codes::DRAFT_PRODUCT.advice));
        }
        Some(product) => {
            let names: Vec<&str> = product.variants.iter().map(|variant| variant.id.as_str()).collect();
            match variant {
                Some(variant) if names.contains(&variant.as_str()) => return None,
                None if names.len() == 1 || !one => return None,
                None => {
                    let all: Vec<String> =
                        names.iter().map(|name| format!("`{product_id}/{name}`")).collect();
                    let (nl, en) = (
                        crate::text::lang::either(crate::text::Lang::Nl, &all),
                        crate::text::lang::either(crate::text::Lang::En, &all),
                    );
                    (
                        say!("welke variant is gekozen?", "which variant was chosen?"),
                        say!("schrijf {nl}", "write {en}"),
                    )
                }
                Some(variant) => {
                    let shown = quoted(variant);
                    (
                        say!("de variant {shown} bestaat niet", "the variant {shown} does not exist"),
                        suggest_answer(variant, &names),
                    )
                }
            }
        }
    };
    Some(Diagnostic::new(&codes::UNKNOWN_PRODUCT, *place, message).help(help))
}

/// The findings for answers of the institution that are about the same alternative.
fn answered_twice(dossier: &Dossier, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut first: HashMap<(usize, &Id, &Id), Place> = HashMap::new();
    let mut found = Vec::new();
    for own in &dossier.own_work {
        let mut earlier = None;
        for product in catalogue.products_of(dossier.kind) {
            for variant in product.variants.iter().filter(|variant| own.covers(product, variant)) {
                let known = first.entry((own.criterion, &product.id, &variant.id)).or_insert(own.place);
                earlier = earlier.or((*known != own.place).then_some(*known));
            }
        }
        if let Some(earlier) = earlier {
            let message = codes::OWN_WORK_TWICE.title.into();
            let finding = Diagnostic::new(&codes::OWN_WORK_TWICE, own.place, message)
                .related(earlier, say!("dit is het eerste antwoord", "this is the first answer"));
            found.push(finding.help(codes::OWN_WORK_TWICE.advice));
        }
    }
    found
}
