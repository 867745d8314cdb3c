//! Which sets of options the conditions of a question can tell apart.
//!
//! A fact about an `any-of` question can leave many option sets possible: with
//! twelve open options there are 4,096. Conditions distinguish fewer. They ask
//! whether some options of a list are present, or how many of a list: options
//! that are in the same lists cannot be told apart, and only their number
//! matters. So one set per combination of counts represents them all.

use super::{Condition, Question, Set, Term};

/// The options divided into classes whose members no condition can tell apart.
#[must_use]
pub(crate) fn classes<'c>(count: usize, conditions: impl Iterator<Item = &'c Condition>) -> Vec<Set> {
    let mut classes = vec![Set::first(count)];
    for list in conditions.flat_map(lists) {
        classes = classes
            .into_iter()
            .flat_map(|class| [class.intersection(list), class.without(list)])
            .filter(|class| !class.is_empty())
            .collect();
    }
    classes
}

/// The lists of options that a condition looks at.
fn lists(condition: &Condition) -> Vec<Set> {
    match condition {
        Condition::Any(terms) => {
            let named = terms.iter().filter_map(|term| match term {
                Term::Choice(at) => Some(*at),
                Term::Level(_) => None,
            });
            vec![named.collect()]
        }
        Condition::All(bounds) => {
            let mut lists = vec![bounds.including, bounds.lacking];
            lists.extend(bounds.only);
            lists.extend(bounds.counting);
            lists
        }
    }
}

/// The most option sets that conditions may tell apart; judging an open fact
/// visits each of them.
pub(crate) const MOST_STATES: u64 = 1 << 14;

/// Whether a question's levels together with these conditions tell too many
/// option sets apart.
#[must_use]
pub(crate) fn is_too_intricate(question: &Question, conditions: &[&Condition]) -> bool {
    let Question::AnyOf { options, rungs } = question else { return false };
    let all = rungs.iter().filter_map(|rung| rung.when.as_ref()).chain(conditions.iter().copied());
    distinct_states(options.len(), all) > MOST_STATES
}

/// How many option sets the conditions can tell apart when all options are open.
#[must_use]
pub(crate) fn distinct_states<'c>(count: usize, conditions: impl Iterator<Item = &'c Condition>) -> u64 {
    classes(count, conditions)
        .iter()
        .fold(1u64, |states, class| states.saturating_mul(class.len() as u64 + 1))
}

/// One set for every combination that the classes can tell apart, among the
/// sets that have all of `has` and none of `lacks`.
#[must_use]
pub(crate) fn representatives(classes: &[Set], has: Set, lacks: Set) -> Vec<Set> {
    let mut found = vec![has];
    for class in classes {
        let open: Vec<usize> = class.without(has).without(lacks).members().collect();
        let mut next = Vec::with_capacity(found.len() * (open.len() + 1));
        for base in found {
            let mut set = base;
            next.push(set);
            for member in &open {
                set.insert(*member);
                next.push(set);
            }
        }
        found = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Bounds;

    #[test]
    fn only_what_is_named_apart_is_told_apart() {
        let condition =
            Condition::All(Bounds { including: Set::one(0), at_least: Some(3), ..Bounds::default() });
        // The first option is named; of the eleven others only the number counts.
        assert_eq!(distinct_states(12, [&condition].into_iter()), 2 * 12);
        let classes = classes(12, [&condition].into_iter());
        assert_eq!(representatives(&classes, Set::EMPTY, Set::EMPTY).len(), 24);
        assert_eq!(
            representatives(&classes, Set::one(0), Set::first(12).without(Set::one(0))),
            [Set::one(0)]
        );
    }
}
