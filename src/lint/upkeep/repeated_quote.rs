//! One quotation that carries the answers to many questions. Own work is set aside: that a
//! product is made to be run by the institution is one thing to show for all of it.

use indexmap::IndexMap;

use crate::model::{Catalogue, Fact, Id, Product, Stated};
use crate::say;
use crate::text::safe::clean_short;
use crate::text::{Diagnostic, Place};

use super::{REPEATED_QUOTE, named};

/// More questions than this are rarely answered by one sentence.
const MOST: usize = 4;
/// At most this many characters of a quotation are shown.
const LONGEST_SHOWN: usize = 60;

pub(super) fn check(product: &Product, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut carried: IndexMap<(usize, &str), (Place, Vec<&Id>)> = IndexMap::new();
    for fact in product.facts_in_force() {
        let Some(criterion) = catalogue.criterion(fact.criterion) else { continue };
        if is_own_work(fact, catalogue) {
            continue;
        }
        for item in &fact.evidence {
            let Some(quote) = &item.quote else { continue };
            let (_, ids) =
                carried.entry((item.source, quote.trim())).or_insert_with(|| (item.place, Vec::new()));
            if !ids.contains(&&criterion.id) {
                ids.push(&criterion.id);
            }
        }
    }
    let finding = |((_, quote), (place, ids)): ((usize, &str), (Place, Vec<&Id>))| {
        if ids.len() <= MOST {
            return None;
        }
        let (shown, count) = (clean_short(quote, LONGEST_SHOWN), ids.len());
        let which = named(ids);
        let message = say!(
            "het citaat `{shown}` draagt {count} antwoorden: {nl}",
            "the quotation `{shown}` carries {count} answers: {en}",
            nl = which.nl,
            en = which.en
        );
        Some(Diagnostic::new(&REPEATED_QUOTE, place, message).help(REPEATED_QUOTE.advice))
    };
    carried.into_iter().filter_map(finding).collect()
}

/// Whether every answer of a fact is own work.
fn is_own_work(fact: &Fact, catalogue: &Catalogue) -> bool {
    let own = catalogue.criterion(fact.criterion).map(|criterion| criterion.question.own_work());
    own.is_some_and(|own| {
        let says_so = |stated: &Stated| matches!(stated, Stated::Possible(possible) if possible.gives(own));
        fact.answers.iter().all(|answer| says_so(&answer.stated))
    })
}
