//! Criteria: one question each, its possible answers, and what they are worth.

use super::{Action, Former, Id, Level, Localized, Rests, Set, Worth};
use crate::text::Place;
use crate::vocabulary;

/// One criterion.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// The name of its file.
    pub id: Id,
    /// The theme (its folder), by its number in the catalogue.
    pub theme: usize,
    /// The kinds of product that it applies to, by their numbers in the
    /// catalogue.
    pub applies_to: Set,
    /// A short title.
    pub title: Localized,
    /// The question.
    pub ask: Localized,
    /// Why the answer matters.
    pub why: Localized,
    /// How to establish the answer.
    pub how: Option<Localized>,
    /// Whose authority the levels rest on.
    pub basis: Basis,
    /// Laws and sources behind it.
    pub grounds: Vec<Localized>,
    /// The AP sentences that it comes from.
    pub from: Vec<String>,
    /// Who can provide an open answer.
    pub settled_by: SettledBy,
    /// After this many civil months evidence is stale.
    pub shelf_life: i32,
    /// The question's form, answers and levels.
    pub question: Question,
    /// Answers that rule an alternative out.
    pub knock_outs: Vec<KnockOut>,
    /// Earlier ids.
    pub formerly: Vec<Id>,
    /// Answers that it had before, in order of id.
    pub former: Vec<Former>,
    /// Options that came later than facts may know.
    pub later: Set,
    /// Whether every card shows its answer, also where it does not weigh.
    pub on_card: bool,
    /// Why it is no longer used, if so.
    pub withdrawn: Option<Localized>,
    /// Whether its file has errors and was left out.
    pub broken: bool,
    /// Where its file begins.
    pub place: Place,
}

vocabulary! {
    /// Whose authority something rests on.
    #[derive(Default)]
    pub enum Basis {
        /// The law.
        Law = "law",
        /// The Dutch data protection authority.
        Ap = "ap",
        /// A convention of this project.
        #[default]
        Convention = "convention",
    }
}

vocabulary! {
    /// Who can provide an open answer.
    #[derive(Default, Hash)]
    pub enum SettledBy {
        /// Public sources: anyone who looks further.
        #[default]
        Public = "public",
        /// The contract with the vendor.
        Contract = "contract",
        /// The institution's own administrator.
        Administrator = "administrator",
        /// The institution, by what it does itself; no criterion says so in its file.
        Institution = "institution",
    }
}

impl SettledBy {
    /// The words that a criterion can have in its file.
    pub const IN_FILES: &'static [&'static str] =
        &[SettledBy::Public.id(), SettledBy::Contract.id(), SettledBy::Administrator.id()];
}

vocabulary! {
    /// The form of a question: the key that its answers are written under.
    pub enum QuestionForm {
        /// One of some answers.
        OneOf = "one-of",
        /// Any of some options.
        AnyOf = "any-of",
        /// A whole number.
        Number = "number",
    }
}

/// An answer, option or named number that can be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its id.
    pub id: Id,
    /// Its words.
    pub text: Localized,
    /// What an institution does with it.
    pub action: Option<Box<Action>>,
    /// The premise on which it rests, if it does.
    pub rests: Option<Rests>,
}

/// The three forms of a question.
#[derive(Clone, Debug)]
pub enum Question {
    /// One of these answers; each has its own worth.
    OneOf(Vec<(Choice, Worth)>),
    /// Any of these options.
    AnyOf {
        /// The options.
        options: Vec<Choice>,
        /// What answers are worth: the levels, the best first, and own work somewhere
        /// among them; the first that holds counts.
        rungs: Vec<Rung>,
    },
    /// A whole number, zero or more, or one of the named answers.
    Number {
        /// What is counted.
        unit: Localized,
        /// What an institution does with a number, whichever it is.
        action: Option<Box<Action>>,
        /// Answers that are not a number.
        named: Vec<Choice>,
        /// What answers are worth: the levels, the best first, and own work somewhere
        /// among them; the first that holds counts.
        rungs: Vec<Rung>,
    },
}

/// What an answer is worth, and when.
#[derive(Clone, Debug)]
pub struct Rung {
    /// What it is worth.
    pub worth: Worth,
    /// The condition; `None` is `otherwise`, the last.
    pub when: Option<Condition>,
}

/// A condition on one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// One of these terms holds.
    Any(Vec<Term>),
    /// All of this holds.
    All(Bounds),
}

/// An id or a level in a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// The answer is this one, has this option, or is this named number.
    Choice(usize),
    /// The answer has this level.
    Level(Level),
}

impl Condition {
    /// Whether it names one of these answers or options, so that it looks at them: in a
    /// list, or under `including` or `or`.
    #[must_use]
    pub fn names(&self, choices: Set) -> bool {
        match self {
            Condition::Any(terms) => {
                terms.iter().any(|term| matches!(term, Term::Choice(at) if choices.contains(*at)))
            }
            Condition::All(bounds) => !bounds.including.union(bounds.or).intersection(choices).is_empty(),
        }
    }

    /// Whether one of these answers or options is anywhere in it.
    #[must_use]
    pub fn mentions(&self, choices: Set) -> bool {
        let elsewhere = match self {
            Condition::Any(_) => Set::EMPTY,
            Condition::All(Bounds { lacking, only, counting, .. }) => {
                lacking.union(only.unwrap_or_default()).union(counting.unwrap_or_default())
            }
        };
        self.names(choices) || !elsewhere.intersection(choices).is_empty()
    }
}

/// A condition with several parts, which all hold together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// All these options.
    pub including: Set,
    /// None of these options.
    pub lacking: Set,
    /// Nothing but these options.
    pub only: Option<Set>,
    /// The number, or the count of options, is at least this.
    pub at_least: Option<u64>,
    /// The number, or the count of options, is at most this.
    pub at_most: Option<u64>,
    /// Only these options are counted.
    pub counting: Option<Set>,
    /// For numbers: these named answers hold too.
    pub or: Set,
}

/// An answer that rules an alternative out, with the reason.
#[derive(Clone, Debug)]
pub struct KnockOut {
    /// The answer.
    pub when: Condition,
    /// The reason.
    pub because: Localized,
    /// Whose authority it rests on.
    pub basis: Basis,
    /// It applies only while this premise holds, by number.
    pub premise: Option<usize>,
    /// Its place in the file.
    pub place: Place,
}

impl Criterion {
    /// Whether alternatives are judged by it.
    #[must_use]
    pub fn is_in_use(&self) -> bool {
        self.withdrawn.is_none() && !self.broken
    }

    /// Whether this is its id, or one that it had before.
    #[must_use]
    pub fn answers_to(&self, id: &str) -> bool {
        self.id.as_str() == id || self.formerly.iter().any(|old| old.as_str() == id)
    }
}

impl Question {
    /// Its form.
    #[must_use]
    pub fn form(&self) -> QuestionForm {
        match self {
            Question::OneOf(_) => QuestionForm::OneOf,
            Question::AnyOf { .. } => QuestionForm::AnyOf,
            Question::Number { .. } => QuestionForm::Number,
        }
    }

    /// The answers, options or named numbers, in the order of the file.
    pub fn choices(&self) -> impl Iterator<Item = &Choice> {
        let (pairs, plain): (&[(Choice, Worth)], &[Choice]) = match self {
            Question::OneOf(answers) => (answers, &[]),
            Question::AnyOf { options, .. } => (&[], options),
            Question::Number { named, .. } => (&[], named),
        };
        pairs.iter().map(|(choice, _)| choice).chain(plain)
    }

    /// How many [`choices`](Question::choices) there are.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Question::OneOf(answers) => answers.len(),
            Question::AnyOf { options, .. } => options.len(),
            Question::Number { named, .. } => named.len(),
        }
    }

    /// The number of the choice with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.choices().position(|choice| choice.id.as_str() == id)
    }

    /// The choice with this number.
    #[must_use]
    pub fn choice(&self, number: usize) -> Option<&Choice> {
        self.choices().nth(number)
    }

    /// The answers, options or named numbers that say that the institution sees to it
    /// itself.
    #[must_use]
    pub fn own_work(&self) -> Set {
        let named = |terms: &[Term]| -> Set {
            let choice = |term: &Term| match term {
                Term::Choice(at) => Some(*at),
                Term::Level(_) => None,
            };
            terms.iter().filter_map(choice).collect()
        };
        match self {
            Question::OneOf(answers) => {
                let own = answers.iter().enumerate().filter(|(_, (_, worth))| *worth == Worth::OwnWork);
                own.map(|(at, _)| at).collect()
            }
            _ => match self.rungs().iter().find(|rung| rung.worth == Worth::OwnWork) {
                Some(Rung { when: Some(Condition::Any(terms)), .. }) => named(terms),
                _ => Set::EMPTY,
            },
        }
    }

    /// What an answer or named number is worth by the levels in the file, by its number;
    /// `None` for an option, which alone is worth nothing.
    #[must_use]
    pub fn listed(&self, number: usize) -> Option<Worth> {
        let names = |rung: &&Rung| rung.when.as_ref().is_none_or(|when| when.names(Set::one(number)));
        match self {
            Question::OneOf(answers) => answers.get(number).map(|(_, worth)| *worth),
            Question::AnyOf { .. } => None,
            Question::Number { rungs, .. } => rungs.iter().find(names).map(|rung| rung.worth),
        }
    }

    /// The fixed levels that it declares, in the order of the file.
    pub fn levels(&self) -> impl Iterator<Item = Level> {
        let answers: &[(Choice, Worth)] = match self {
            Question::OneOf(answers) => answers,
            _ => &[],
        };
        let worth = answers.iter().map(|(_, worth)| *worth).chain(self.rungs().iter().map(|rung| rung.worth));
        worth.filter_map(Worth::fixed)
    }

    /// The rungs of `any-of` and `number`; none for `one-of`.
    #[must_use]
    pub fn rungs(&self) -> &[Rung] {
        match self {
            Question::OneOf(_) => &[],
            Question::AnyOf { rungs, .. } | Question::Number { rungs, .. } => rungs,
        }
    }
}
