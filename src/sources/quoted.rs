//! Every quotation of a product, held against saved copies of its sources.

use crate::model::{Catalogue, Criterion, Id, Product, Source};
use crate::text::{Message, Place};

use super::fold::{Folded, Wanted};

/// What there is of a source.
#[derive(Clone, Debug)]
pub enum Copy {
    /// The texts of its copies.
    Texts(Vec<Folded>),
    /// No copy.
    Absent,
    /// A copy that cannot be used, and why.
    Unusable(Message),
}

impl Copy {
    fn has(&self, wanted: &Wanted) -> bool {
        matches!(self, Copy::Texts(texts) if texts.iter().any(|text| wanted.is_in(text)))
    }
}

/// What became of a quotation.
#[derive(Clone, Debug)]
pub enum Outcome<'c> {
    /// It is in the copy of its source.
    Found,
    /// It is not in that, but in the copy of this other source of the product.
    Moved(&'c Source),
    /// It is in no copy.
    Gone,
    /// There is no copy of its source, or one that cannot be used, for this reason.
    NoCopy(Option<Message>),
}

/// A quotation.
#[derive(Clone, Debug)]
pub struct Quoted<'c> {
    /// The kind of the product.
    pub kind: &'c Id,
    /// The product.
    pub product: &'c Product,
    /// The source that it is said to be from.
    pub source: &'c Source,
    /// The criterion that it is about.
    pub criterion: &'c Criterion,
    /// Its words.
    pub quote: &'c str,
    /// Its place in the data.
    pub place: Place,
    /// What became of it.
    pub outcome: Outcome<'c>,
}

/// How many quotations there are, and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All.
    pub all: usize,
    /// [`Outcome::Found`].
    pub found: usize,
    /// [`Outcome::Moved`].
    pub moved: usize,
    /// [`Outcome::Gone`].
    pub gone: usize,
    /// [`Outcome::NoCopy`].
    pub no_copy: usize,
}

impl Counts {
    /// Counts quotations.
    #[must_use]
    pub fn of(quotes: &[Quoted<'_>]) -> Counts {
        let count = |is: fn(&Outcome<'_>) -> bool| quotes.iter().filter(|one| is(&one.outcome)).count();
        Counts {
            all: quotes.len(),
            found: count(|outcome| matches!(outcome, Outcome::Found)),
            moved: count(|outcome| matches!(outcome, Outcome::Moved(_))),
            gone: count(|outcome| matches!(outcome, Outcome::Gone)),
            no_copy: count(|outcome| matches!(outcome, Outcome::NoCopy(_))),
        }
    }
}

/// The quotations of a product in force, in the order of its facts, and what became of
/// them. `copies` has what there is of each source, by its number.
#[must_use]
pub fn quoted<'c>(product: &'c Product, catalogue: &'c Catalogue, copies: &[Copy]) -> Vec<Quoted<'c>> {
    let mut found = Vec::new();
    let Some((kind, _)) = catalogue.kinds.get_index(product.kind) else { return found };
    for fact in product.facts_in_force() {
        let Some(criterion) = catalogue.criterion(fact.criterion) else { continue };
        for item in &fact.evidence {
            let (Some(source), Some(quote)) = (product.sources.get(item.source), item.quote.as_deref())
            else {
                continue;
            };
            let outcome = outcome(quote, item.source, &product.sources, copies);
            found.push(Quoted { kind, product, source, criterion, quote, place: item.place, outcome });
        }
    }
    found
}

fn outcome<'c>(quote: &str, own: usize, sources: &'c [Source], copies: &[Copy]) -> Outcome<'c> {
    let wanted = Wanted::of(quote);
    match copies.get(own) {
        None | Some(Copy::Absent) => Outcome::NoCopy(None),
        Some(Copy::Unusable(why)) => Outcome::NoCopy(Some(why.clone())),
        Some(copy) if copy.has(&wanted) => Outcome::Found,
        Some(_) => {
            let other = sources.iter().zip(copies).find(|(_, copy)| copy.has(&wanted));
            other.map_or(Outcome::Gone, |(source, _)| Outcome::Moved(source))
        }
    }
}
