//! What there is already under a name, perhaps written in another way: for whoever is
//! about to begin a file.

use crate::model::{Catalogue, Id};
use crate::text::Place;
use crate::text::characters::alike::seen;
use crate::text::suggestion::closest;

/// At most this many are named as near.
const MOST_NEAR: usize = 3;
/// A part of an id that two ids share, shorter than this, says nothing.
const TELLING: usize = 5;

/// Something that has a file, with all that it answers to.
#[derive(Debug)]
pub(crate) struct Known<'c> {
    /// Its id.
    pub id: &'c Id,
    /// Its theme or kind, by number; `None` for a profile.
    pub folder: Option<usize>,
    /// Its name, in Dutch where there are two.
    pub name: &'c str,
    /// Where its file begins.
    pub place: Place,
    /// Earlier ids.
    formerly: &'c [Id],
    /// Other names.
    also: Option<&'c str>,
}

/// All products, those that no longer exist or are withdrawn among them: an id is never
/// used again.
pub(crate) fn products(catalogue: &Catalogue) -> Vec<Known<'_>> {
    let all = catalogue.products.iter().map(|product| Known {
        id: &product.id,
        folder: Some(product.kind),
        name: &product.name,
        place: product.place,
        formerly: &product.formerly,
        also: None,
    });
    all.collect()
}

/// All criteria, withdrawn ones among them.
pub(crate) fn criteria(catalogue: &Catalogue) -> Vec<Known<'_>> {
    let all = catalogue.criteria.values().map(|criterion| Known {
        id: &criterion.id,
        folder: Some(criterion.theme),
        name: &criterion.title.nl,
        place: criterion.place,
        formerly: &criterion.formerly,
        also: criterion.title.en.as_deref(),
    });
    all.collect()
}

/// All profiles.
pub(crate) fn profiles(catalogue: &Catalogue) -> Vec<Known<'_>> {
    let all = catalogue.profiles.values().map(|profile| Known {
        id: &profile.id,
        folder: None,
        name: &profile.title.nl,
        place: profile.place,
        formerly: &profile.formerly,
        also: profile.title.en.as_deref(),
    });
    all.collect()
}

impl<'c> Known<'c> {
    fn ids(&self) -> impl Iterator<Item = &'c str> + use<'c> {
        std::iter::once(self.id).chain(self.formerly).map(Id::as_str)
    }

    /// Whether a word is one of its ids or names, for readers: capitals, spaces and
    /// hyphens make no difference.
    pub(crate) fn is_called(&self, word: &str) -> bool {
        let word = bare(word);
        let names = self.ids().chain([self.name]).chain(self.also);
        !word.is_empty() && names.into_iter().any(|name| bare(name) == word)
    }

    /// Whether its name has a part, between brackets or beside them, that is this word;
    /// or an id of it shares a telling part with the word.
    fn has_part_of(&self, word: &str) -> bool {
        let parts = |id| str::split(id, '-').filter(|part| part.chars().count() >= TELLING);
        let shares = |id: &'c str| parts(id).any(|part| parts(word).any(|other| other == part));
        let is_word = |part: &str| !bare(part).is_empty() && bare(part) == bare(word);
        self.ids().any(shares) || self.name.split(['(', ')', ',']).any(is_word)
    }
}

/// Those of some that look like this word and are not called by it, the closest first.
pub(crate) fn near<'k, 'c>(word: &str, known: &'k [Known<'c>]) -> Vec<&'k Known<'c>> {
    let others = || known.iter().filter(|one| !one.is_called(word));
    let close = closest(word, others().flat_map(Known::ids));
    let close = close.into_iter().flat_map(|id| others().filter(move |one| one.ids().any(|own| own == id)));
    let mut found: Vec<&Known<'_>> = Vec::new();
    for one in close.chain(others().filter(|one| one.has_part_of(word))) {
        if !found.iter().any(|known| std::ptr::eq(*known, one)) {
            found.push(one);
        }
    }
    found.truncate(MOST_NEAR);
    found
}

/// A name without what may differ between two ways to write it.
fn bare(name: &str) -> String {
    seen(name).chars().filter(|c| c.is_alphanumeric()).collect()
}
