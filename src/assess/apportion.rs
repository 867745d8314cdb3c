//! Rounded parts that add up to their rounded total.

use super::ratio::Ratio;

/// A part while it is rounded: its place, its whole steps, and what is left over.
struct Piece {
    at: usize,
    steps: u128,
    rest: Ratio,
}

/// The parts in steps of `1 / steps`, so that together they are `total` steps: by
/// largest remainder, of equal remainders the largest part, and of equal parts the
/// first. The total must be the
/// rounded sum of the parts, or the difference of two rounded sums; then no part is
/// further than one step from its exact value rounded down or up.
#[must_use]
pub(crate) fn apportion(parts: &[Ratio], steps: u32, total: u128) -> Vec<u128> {
    let piece = |(at, part): (usize, &Ratio)| {
        let (steps, rest) = part.split(steps);
        Piece { at, steps, rest }
    };
    let mut pieces: Vec<Piece> = parts.iter().enumerate().map(piece).collect();
    pieces.sort_by_key(|piece| std::cmp::Reverse((piece.rest, piece.steps)));
    let sum: u128 = pieces.iter().map(|piece| piece.steps).sum();
    let count = |n: u128| usize::try_from(n).unwrap_or(usize::MAX);
    let missing = count(total.saturating_sub(sum));
    for piece in pieces.iter_mut().filter(|piece| piece.rest > Ratio::ZERO).take(missing) {
        piece.steps += 1;
    }
    // A total that is kept off 0 or off the whole can make a difference a step smaller.
    let surplus = count(sum.saturating_sub(total));
    for piece in pieces.iter_mut().rev().filter(|piece| piece.steps > 0).take(surplus) {
        piece.steps -= 1;
    }
    pieces.sort_by_key(|piece| piece.at);
    pieces.iter().map(|piece| piece.steps).collect()
}

/// The shares of a whole in steps of `1 / steps`, which together are the whole. A
/// share is 0 only when it is nothing: one that would be rounded to 0 gets a step
/// of the largest, as long as that has more than one.
#[must_use]
pub(crate) fn shares(parts: &[Ratio], steps: u32) -> Vec<u128> {
    let mut found = apportion(parts, steps, u128::from(steps));
    for (at, _) in parts.iter().enumerate().filter(|(_, part)| **part > Ratio::ZERO) {
        let is_nothing = found.get(at) == Some(&0);
        // Of equal ones the least of the exact shares, so that the order is kept.
        let by_size = |(at, steps): &(usize, &mut u128)| (**steps, parts.get(*at).map(std::cmp::Reverse));
        let largest = found.iter_mut().enumerate().rev().max_by_key(by_size).filter(|(_, steps)| **steps > 1);
        if is_nothing && let Some((_, largest)) = largest {
            *largest -= 1;
            found.iter_mut().skip(at).take(1).for_each(|steps| *steps = 1);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn ratios(numerators: &[u32], whole: u32) -> Vec<Ratio> {
        numerators.iter().map(|n| Ratio::new(u128::from(*n), u128::from(whole))).collect()
    }

    #[test]
    fn equal_parts_add_up_too() {
        assert_eq!(shares(&ratios(&[1; 8], 8), 100), [13, 13, 13, 13, 12, 12, 12, 12]);
        assert_eq!(shares(&ratios(&[1; 3], 3), 1000), [334, 333, 333]);
        assert_eq!(apportion(&ratios(&[1, 1, 1], 6), 1000, 500), [167, 167, 166]);
        assert_eq!(apportion(&ratios(&[1, 5, 5], 22), 10, 5), [1, 2, 2]);
        // Of 5.5 and 16.5 steps the larger goes up, wherever it is.
        assert_eq!(apportion(&ratios(&[33, 99, 66], 600), 100, 33), [5, 17, 11]);
        assert_eq!(apportion(&ratios(&[66, 99, 33], 600), 100, 33), [11, 17, 5]);
    }

    #[test]
    fn a_share_is_nothing_only_when_it_is_nothing() {
        assert_eq!(shares(&ratios(&[9_999, 1], 10_000), 100), [99, 1]);
        assert_eq!(shares(&ratios(&[4_998, 5_000, 1, 1, 0], 10_000), 100), [49, 49, 1, 1, 0]);
        assert_eq!(shares(&ratios(&[5_001, 4_998, 1], 10_000), 100), [50, 49, 1], "the order is kept");
        assert_eq!(shares(&ratios(&[4_998, 5_001, 1], 10_000), 100), [49, 50, 1]);
        assert_eq!(shares(&ratios(&[3, 3, 3], 9), 2), [1, 1, 0], "there are not enough steps");
        assert_eq!(shares(&ratios(&[0, 7], 7), 100), [0, 100]);
        assert!(shares(&[], 100).is_empty());
    }

    #[test]
    fn a_difference_can_be_a_step_smaller_than_its_only_part() {
        // From 0.4 steps, shown as 1, to 1.4 steps, shown as 1.
        assert_eq!(apportion(&ratios(&[1], 1000), 1000, 0), [0]);
    }

    /// What is printed for each size of part, from the least to the largest part.
    fn by_size(parts: &[Ratio], printed: &[u128]) -> Vec<(Ratio, u128)> {
        let mut pairs: Vec<(Ratio, u128)> = parts.iter().copied().zip(printed.iter().copied()).collect();
        pairs.sort();
        pairs
    }

    proptest! {
        /// A larger part is never printed as less than a smaller one, and the order in
        /// which parts are given only decides between equal ones.
        #[test]
        fn the_order_of_the_parts_is_kept_and_does_not_matter(
            weights in vec(prop_oneof![0..=3u32, 0..=10_000u32], 1..30),
            turn in 0..30usize,
            steps in prop_oneof![Just(100), Just(1000)],
        ) {
            let total: u32 = weights.iter().sum();
            prop_assume!(total > 0);
            let parts = ratios(&weights, total);
            let mut turned = parts.clone();
            turned.rotate_left(turn % parts.len());
            turned.reverse();
            let some = Ratio::new(33, 100).shown_in(steps);
            let thirds = |parts: &[Ratio]| parts.iter().map(|part| part.times_hundredths(33)).collect::<Vec<_>>();
            for (printed, other) in [
                (shares(&parts, steps), shares(&turned, steps)),
                (apportion(&thirds(&parts), steps, some), apportion(&thirds(&turned), steps, some)),
            ] {
                let pairs = by_size(&parts, &printed);
                prop_assert!(pairs.is_sorted_by(|a, b| a.1 <= b.1), "{pairs:?}");
                prop_assert_eq!(pairs, by_size(&turned, &other));
            }
        }

        /// Criteria with weights and levels: the printed parts add up to the printed
        /// scores, each within a step of its exact value.
        #[test]
        fn parts_add_up_to_what_is_printed(
            criteria in vec((0..=200u32, 0..=100u32, 0..=100u32), 1..40),
        ) {
            let total: u32 = criteria.iter().map(|(weight, _, _)| weight).sum();
            prop_assume!(total > 0);
            let made = |level: fn(&(u32, u32, u32)) -> u32| {
                let parts: Vec<u32> = criteria.iter().map(|one| one.0 * level(one)).collect();
                let sum = u128::from(parts.iter().sum::<u32>());
                (ratios(&parts, total * 100), Ratio::new(sum, u128::from(total) * 100))
            };
            let (lows, low) = made(|one| one.1.min(one.2));
            let (opens, _) = made(|one| one.1.abs_diff(one.2));
            let (_, high) = made(|one| one.1.max(one.2));
            let (low, high) = (low.shown_in(1000), high.shown_in(1000));
            for (parts, sum) in [(&lows, low), (&opens, high - low)] {
                let printed = apportion(parts, 1000, sum);
                prop_assert_eq!(printed.iter().sum::<u128>(), sum);
                for (part, printed) in parts.iter().zip(printed) {
                    let (steps, rest) = part.split(1000);
                    let most = steps + u128::from(rest > Ratio::ZERO);
                    prop_assert!(printed + 1 >= steps && printed <= most, "{part}: {printed}");
                }
            }
            let weights: Vec<u32> = criteria.iter().map(|one| one.0).collect();
            let weights = ratios(&weights, total);
            for steps in [100, 1000] {
                let printed = shares(&weights, steps);
                prop_assert_eq!(printed.iter().sum::<u128>(), u128::from(steps));
                for (weight, printed) in weights.iter().zip(printed) {
                    prop_assert_eq!(printed == 0, *weight == Ratio::ZERO);
                    prop_assert_eq!(printed == u128::from(steps), *weight == Ratio::ONE);
                }
            }
        }
    }
}
