//! Exact fractions. No floating-point number takes part in judging.

use std::cmp::Ordering;
use std::fmt;

/// A fraction of two whole numbers, in lowest terms; zero or more.
///
/// Numerators and denominators stay below 2^100 (see
/// [`Weights`](super::Weights)), so that the products below fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: u128,
    denominator: u128,
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Ratio = Ratio { numerator: 0, denominator: 1 };
    /// The whole.
    pub const ONE: Ratio = Ratio { numerator: 1, denominator: 1 };

    /// `numerator / denominator` in lowest terms; a denominator of zero gives zero.
    #[must_use]
    pub fn new(numerator: u128, denominator: u128) -> Ratio {
        if denominator == 0 || numerator == 0 {
            return Ratio::ZERO;
        }
        let common = gcd(numerator, denominator);
        Ratio { numerator: numerator / common, denominator: denominator / common }
    }

    /// How many times `1 / parts` it is, rounded half up: `in_parts(1000)` of 5/7 is 714.
    #[must_use]
    pub fn in_parts(self, parts: u32) -> u128 {
        let parts = u128::from(parts);
        // The fraction is split so that large terms cannot overflow.
        let whole = self.numerator / self.denominator;
        let rest = self.numerator % self.denominator;
        whole * parts + (rest * 2 * parts + self.denominator) / (2 * self.denominator)
    }

    /// The same for a fraction of 1 that people read: what is not exactly 0 or 1 gets
    /// the nearest step inside, so that 100% means all and 0% nothing.
    #[must_use]
    pub fn shown_in(self, parts: u32) -> u128 {
        let rounded = self.in_parts(parts);
        if self == Ratio::ZERO || self >= Ratio::ONE {
            return rounded;
        }
        rounded.clamp(1, u128::from(parts.saturating_sub(1).max(1)))
    }

    /// The fraction rounded half up to a number of `1 / parts`.
    #[must_use]
    pub fn rounded(self, parts: u32) -> Ratio {
        Ratio::new(self.in_parts(parts), u128::from(parts))
    }

    /// How many whole times `1 / parts` it is, and which fraction of one is left.
    #[must_use]
    pub(super) fn split(self, parts: u32) -> (u128, Ratio) {
        let parts = u128::from(parts);
        let whole = self.numerator / self.denominator * parts;
        let rest = self.numerator % self.denominator * parts;
        (whole + rest / self.denominator, Ratio::new(rest % self.denominator, self.denominator))
    }

    /// The fraction times `hundredths / 100`.
    #[must_use]
    pub fn times_hundredths(self, hundredths: u8) -> Ratio {
        Ratio::new(self.numerator * u128::from(hundredths), self.denominator * 100)
    }

    /// The fraction this many times.
    #[must_use]
    pub fn times(self, count: u32) -> Ratio {
        Ratio::new(self.numerator * u128::from(count), self.denominator)
    }

    /// The fraction and another one together. The least common multiple of their
    /// denominators must stay below 2^100, as it does for shares of the same whole.
    #[must_use]
    pub fn plus(self, other: Ratio) -> Ratio {
        let common = gcd(self.denominator, other.denominator);
        let left = self.numerator * (other.denominator / common);
        let right = other.numerator * (self.denominator / common);
        Ratio::new(left + right, self.denominator / common * other.denominator)
    }

    /// How many whole times `1 / parts` it is, rounded down, for people: what is more than
    /// nothing is at least one.
    #[must_use]
    pub fn shown_down_in(self, parts: u32) -> u128 {
        self.split(parts).0.max(u128::from(self > Ratio::ZERO))
    }

    /// The same, rounded up: what is less than the whole is at least one less.
    #[must_use]
    pub fn shown_up_in(self, parts: u32) -> u128 {
        let (whole, rest) = self.split(parts);
        let up = whole + u128::from(rest > Ratio::ZERO);
        let most = u128::from(parts);
        if self < Ratio::ONE { up.min(most.saturating_sub(1)) } else { up }
    }

    /// Whether it is less than `1 / parts`.
    #[must_use]
    pub fn is_below_one_in(self, parts: u32) -> bool {
        self.numerator.checked_mul(u128::from(parts)).is_some_and(|n| n < self.denominator)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// Compares by continued fractions, so that nothing can overflow.
    fn cmp(&self, other: &Ratio) -> Ordering {
        let (mut a, mut b, mut c, mut d) =
            (self.numerator, self.denominator, other.numerator, other.denominator);
        loop {
            let order = (a / b).cmp(&(c / d));
            if order != Ordering::Equal {
                return order;
            }
            let (left, right) = (a % b, c % d);
            match (left, right) {
                (0, 0) => return Ordering::Equal,
                (0, _) => return Ordering::Less,
                (_, 0) => return Ordering::Greater,
                // a/b < c/d exactly when the inverses of the rests compare the other way.
                _ => (a, b, c, d) = (d, right, b, left),
            }
        }
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator == 1 {
            write!(f, "{}", self.numerator)
        } else {
            write!(f, "{}/{}", self.numerator, self.denominator)
        }
    }
}

/// The greatest common divisor.
#[must_use]
pub(crate) fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_in_lowest_terms() {
        assert_eq!(Ratio::new(50, 70).to_string(), "5/7");
        assert_eq!(Ratio::new(0, 70).to_string(), "0");
        assert_eq!(Ratio::new(70, 70).to_string(), "1");
        assert_eq!(Ratio::new(3, 0), Ratio::ZERO);
    }

    #[test]
    fn rounds_half_up() {
        assert_eq!(Ratio::new(5, 7).in_parts(1000), 714);
        assert_eq!(Ratio::new(1, 16).in_parts(1000), 63);
        assert_eq!(Ratio::new(1, 2000).in_parts(1000), 1);
        assert_eq!(Ratio::new(7, 2).in_parts(10), 35);
    }

    #[test]
    fn all_and_nothing_are_shown_only_where_they_are_so() {
        for (n, parts, shown) in [(9_999, 100, 99), (1, 100, 1), (0, 100, 0), (10_000, 100, 100)] {
            assert_eq!(Ratio::new(n, 10_000).shown_in(parts), shown, "{n}");
        }
        assert_eq!(Ratio::new(99_996, 100_000).shown_in(1000), 999);
        assert_eq!(Ratio::new(4, 100_000).shown_in(1000), 1);
        assert_eq!(Ratio::new(1, 2).shown_in(1000), 500);
        assert_eq!(Ratio::new(5, 7).rounded(1000), Ratio::new(714, 1000));
        assert_eq!(Ratio::new(15, 7).split(10), (21, Ratio::new(3, 7)));
    }

    #[test]
    fn hundredths_are_taken_exactly() {
        assert_eq!(Ratio::new(3, 7).times_hundredths(50), Ratio::new(3, 14));
        assert_eq!(Ratio::new(3, 7).times_hundredths(33), Ratio::new(99, 700));
        assert_eq!(Ratio::new(3, 7).times_hundredths(100), Ratio::new(3, 7));
        assert_eq!(Ratio::new(3, 7).times_hundredths(0), Ratio::ZERO);
        assert_eq!(Ratio::new(3, 14).times(7), Ratio::new(3, 2));
    }

    #[test]
    fn compares_without_overflow() {
        let big = 1u128 << 99;
        assert!(Ratio::new(big - 1, big) < Ratio::ONE);
        assert!(Ratio::new(big - 1, big) > Ratio::new(big - 2, big - 1));
        assert_eq!(Ratio::new(2, 4).cmp(&Ratio::new(1, 2)), Ordering::Equal);
        for a in 0..12u128 {
            for b in 1..12u128 {
                for c in 0..12u128 {
                    for d in 1..12u128 {
                        assert_eq!(
                            Ratio::new(a, b).cmp(&Ratio::new(c, d)),
                            (a * d).cmp(&(c * b)),
                            "{a}/{b} {c}/{d}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_third_is_not_below_a_third() {
        assert!(!Ratio::new(1, 3).is_below_one_in(3));
        assert!(Ratio::new(33, 100).is_below_one_in(3));
    }
}
