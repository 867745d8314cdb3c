//! Lists that a profile inherits.

use std::iter::FlatMap;
use std::slice;
use std::sync::Arc;

/// A list in parts: what a profile inherits comes first and is shared with the
/// profile that it comes from, so that sixty profiles over one with thousands of
/// requirements keep these once.
#[derive(Debug)]
pub struct Inherited<T> {
    parts: Vec<Arc<[T]>>,
}

/// The items of a list in parts, in order.
pub(crate) type Iter<'l, T> =
    FlatMap<slice::Iter<'l, Arc<[T]>>, slice::Iter<'l, T>, fn(&'l Arc<[T]>) -> slice::Iter<'l, T>>;

impl<T> Inherited<T> {
    /// What it inherits first, then its own.
    pub fn iter(&self) -> Iter<'_, T> {
        self.parts.iter().flat_map(|part| part.iter())
    }

    /// Takes away what is not to be kept; parts of which all is kept are not copied.
    pub fn retain(&mut self, keep: impl Fn(&T) -> bool)
    where
        T: Clone,
    {
        for part in &mut self.parts {
            if !part.iter().all(&keep) {
                *part = part.iter().filter(|item| keep(item)).cloned().collect();
            }
        }
        self.parts.retain(|part| !part.is_empty());
    }

    /// Adds a part after the others, without copying it.
    pub fn inherit(&mut self, part: &Arc<[T]>) {
        if !part.is_empty() {
            self.parts.push(Arc::clone(part));
        }
    }
}

impl<T> Default for Inherited<T> {
    fn default() -> Inherited<T> {
        Inherited { parts: Vec::new() }
    }
}

impl<T> Clone for Inherited<T> {
    fn clone(&self) -> Inherited<T> {
        Inherited { parts: self.parts.clone() }
    }
}

impl<'l, T> IntoIterator for &'l Inherited<T> {
    type Item = &'l T;
    type IntoIter = Iter<'l, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> Extend<T> for Inherited<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, more: I) {
        self.inherit(&more.into_iter().collect());
    }
}

impl<T> FromIterator<T> for Inherited<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Inherited<T> {
        let mut found = Inherited::default();
        found.extend(all);
        found
    }
}
