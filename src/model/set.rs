//! Small sets of numbers.

/// A set of answers or variants, by their number in the file; numbers below 64.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Set(u64);

impl Set {
    /// The most members a set can have. Questions and products with more
    /// answers or variants are refused when they are read.
    pub const MOST: usize = 64;

    /// The empty set.
    pub const EMPTY: Set = Set(0);

    /// The set with one member.
    #[must_use]
    pub fn one(member: usize) -> Set {
        u32::try_from(member).ok().and_then(|n| 1u64.checked_shl(n)).map_or(Set::EMPTY, Set)
    }

    /// The set of `0 .. count`.
    #[must_use]
    pub fn first(count: usize) -> Set {
        if count >= Set::MOST { Set(u64::MAX) } else { Set((1u64 << count) - 1) }
    }

    /// Whether `member` is in it.
    #[must_use]
    pub fn contains(self, member: usize) -> bool {
        self.0 & Set::one(member).0 != 0
    }

    /// With `member` added.
    pub fn insert(&mut self, member: usize) {
        self.0 |= Set::one(member).0;
    }

    /// The members of either.
    #[must_use]
    pub fn union(self, other: Set) -> Set {
        Set(self.0 | other.0)
    }

    /// The members of both.
    #[must_use]
    pub fn intersection(self, other: Set) -> Set {
        Set(self.0 & other.0)
    }

    /// The members that `other` does not have.
    #[must_use]
    pub fn without(self, other: Set) -> Set {
        Set(self.0 & !other.0)
    }

    /// Whether all members are in `other` too.
    #[must_use]
    pub fn is_subset(self, other: Set) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether it has no members.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many members it has.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The members, the smallest first.
    pub fn members(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let member = left.trailing_zeros();
            // Takes the lowest member away.
            left &= left.checked_sub(1)?;
            Some(member as usize)
        })
    }
}

impl FromIterator<usize> for Set {
    fn from_iter<I: IntoIterator<Item = usize>>(members: I) -> Set {
        members.into_iter().fold(Set::EMPTY, |set, member| set.union(Set::one(member)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behaves_as_a_set() {
        let set: Set = [1, 3, 63].into_iter().collect();
        assert_eq!(set.members().collect::<Vec<_>>(), [1, 3, 63]);
        assert_eq!(set.len(), 3);
        assert!(!set.contains(64));
        assert_eq!(Set::first(64).len(), 64);
        assert_eq!(Set::first(3).without(Set::one(1)), [0, 2].into_iter().collect());
        assert_eq!(Set::one(64), Set::EMPTY);
    }
}
