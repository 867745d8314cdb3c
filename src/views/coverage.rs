//! How much is known: per alternative and per criterion, in numbers.

use crate::assess::answers::{everything, is_single, rules_nothing_out};
use crate::model::{Catalogue, Criterion, Id, Kind, Product, Stated, Variant};

/// How many answers are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// One answer.
    pub known: usize,
    /// More than one answer is possible, and not all.
    pub partly: usize,
    /// The institution sees to it itself.
    pub own_work: usize,
    /// Looked for, and nothing was ruled out.
    pub unknown: usize,
    /// Nobody has looked yet.
    pub open: usize,
}

/// What is known of a kind. Drafts and products that no longer exist are not counted.
#[derive(Debug)]
pub struct OfKind<'c> {
    /// The id of the kind.
    pub id: &'c Id,
    /// The kind.
    pub kind: &'c Kind,
    /// Its alternatives, by product, each with its answers to all criteria.
    pub alternatives: Vec<(&'c Product, &'c Variant, Count)>,
    /// Its criteria, each with the answers of all alternatives.
    pub criteria: Vec<(&'c Criterion, Count)>,
}

/// What is known of each kind, or of one.
#[must_use]
pub fn of(catalogue: &Catalogue, kind: Option<usize>) -> Vec<OfKind<'_>> {
    let kinds = catalogue.kinds.iter().enumerate();
    let asked = kinds.filter(|(number, _)| kind.is_none_or(|kind| kind == *number));
    asked.map(|(number, (id, kind))| of_kind(catalogue, number, (id, kind))).collect()
}

fn of_kind<'c>(catalogue: &'c Catalogue, number: usize, (id, kind): (&'c Id, &'c Kind)) -> OfKind<'c> {
    let mut criteria: Vec<(usize, &Criterion, Count)> =
        catalogue.criteria_of(number).map(|(at, criterion)| (at, criterion, Count::default())).collect();
    let mut alternatives = Vec::new();
    for product in catalogue.products_of(number).filter(|one| one.retired.is_none() && !one.draft) {
        for (at, variant) in product.variants.iter().enumerate() {
            let mut all = Count::default();
            for (criterion, asked, count) in &mut criteria {
                let state = state(product, at, (*criterion, *asked));
                *state(&mut all) += 1;
                *state(count) += 1;
            }
            alternatives.push((product, variant, all));
        }
    }
    let criteria = criteria.into_iter().map(|(_, criterion, count)| (criterion, count)).collect();
    OfKind { id, kind, alternatives, criteria }
}

/// Where an answer is counted.
type State = fn(&mut Count) -> &mut usize;

/// The state of the answer of a variant to a criterion.
fn state(product: &Product, variant: usize, (number, criterion): (usize, &Criterion)) -> State {
    let question = &criterion.question;
    match product.fact(number, variant).map(|(_, answer)| &answer.stated) {
        None => |count| &mut count.open,
        Some(Stated::Possible(possible)) if possible.gives(question.own_work()) => {
            |count| &mut count.own_work
        }
        Some(Stated::Possible(possible)) if is_single(question, possible) => |count| &mut count.known,
        Some(Stated::Possible(possible)) if !rules_nothing_out(&everything(question), possible) => {
            |count| &mut count.partly
        }
        Some(_) => |count| &mut count.unknown,
    }
}
