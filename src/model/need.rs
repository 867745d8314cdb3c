//! What an institution needs: the situation in which it will use a product.
//! Rules can ask about these fields. The list is closed, so a rule never asks
//! for something that a dossier cannot state.

use indexmap::IndexMap;

use super::Set;
use crate::text::Vocabulary as _;
use crate::vocabulary;

vocabulary! {
    /// A field of `need` that rules can ask about.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum NeedField {
        /// The legal bases of article 6 of the GDPR that the use rests on.
        LegalBasis = "legal-basis",
        /// How many people take part in the largest group.
        GroupSize = "group-size",
        /// Whether people under eighteen take part.
        Minors = "minors",
        /// The age of the youngest person who takes part.
        Youngest = "youngest",
        /// Whether sensitive things are said or shown.
        Sensitive = "sensitive",
        /// What is recorded.
        Recording = "recording",
    }
}

/// What a field can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedForm {
    /// One of these words.
    Word(&'static [&'static str]),
    /// One or more of these words.
    Words(&'static [&'static str]),
    /// A whole number.
    Number,
}

/// The value of a field, by the number of the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedValue {
    /// These words.
    Words(Set),
    /// This number.
    Number(u64),
}

/// What a rule asks of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedCondition {
    /// One of these words, by number.
    Any(Set),
    /// A number within these bounds.
    Within {
        /// At least this.
        at_least: Option<u64>,
        /// At most this.
        at_most: Option<u64>,
    },
}

/// The need that a dossier states. A field that is not here is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Need {
    /// What the product is for, in the institution's words.
    pub purpose: Option<String>,
    /// Who can run a product for the institution, by number in [`Hosting::ALL`](super::Hosting::ALL); `None`
    /// when it does not say. No rule asks about it.
    pub hosting: Option<Set>,
    /// The other fields.
    pub fields: IndexMap<NeedField, NeedValue>,
}

vocabulary! {
    /// A legal basis of article 6 of the GDPR.
    pub enum LegalBasis {
        /// Consent.
        Consent = "consent",
        /// A contract with the person.
        Contract = "contract",
        /// A legal obligation.
        LegalObligation = "legal-obligation",
        /// A vital interest.
        VitalInterest = "vital-interest",
        /// A task in the public interest.
        PublicTask = "public-task",
        /// A legitimate interest.
        LegitimateInterest = "legitimate-interest",
    }
}

vocabulary! {
    /// Yes or no.
    pub enum YesNo {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

vocabulary! {
    /// What is recorded.
    pub enum Recording {
        /// Nothing.
        None = "none",
        /// Without pupils or students in view.
        WithoutPupils = "without-pupils",
        /// With pupils or students in view.
        WithPupils = "with-pupils",
    }
}

/// The numbers of the words of [`YesNo`].
const YES: usize = YesNo::Yes as usize;
const NO: usize = YesNo::No as usize;
/// The age at which people are no longer minors (Civil Code 1:233).
const OF_AGE: u64 = 18;

impl NeedField {
    /// What it can hold.
    #[must_use]
    pub fn form(self) -> NeedForm {
        match self {
            NeedField::LegalBasis => NeedForm::Words(LegalBasis::IDS),
            NeedField::GroupSize | NeedField::Youngest => NeedForm::Number,
            NeedField::Minors | NeedField::Sensitive => NeedForm::Word(YesNo::IDS),
            NeedField::Recording => NeedForm::Word(Recording::IDS),
        }
    }

    /// The words that it can hold; none for a number.
    #[must_use]
    pub fn words(self) -> &'static [&'static str] {
        match self.form() {
            NeedForm::Word(words) | NeedForm::Words(words) => words,
            NeedForm::Number => &[],
        }
    }
}

/// Whether these are all the words that a field can hold.
fn names_all(field: NeedField, wanted: Set) -> bool {
    let all = Set::first(field.words().len());
    !all.is_empty() && all.is_subset(wanted)
}

impl Need {
    /// Whether a condition on a field holds; `None` when the dossier leaves that
    /// open.
    #[must_use]
    pub fn holds(&self, field: NeedField, condition: NeedCondition) -> Option<bool> {
        match condition {
            NeedCondition::Any(wanted) => match self.value(field) {
                Some(NeedValue::Words(words)) => Some(!words.intersection(wanted).is_empty()),
                // Whatever the dossier will say, the rule names it.
                _ if names_all(field, wanted) => Some(true),
                _ => None,
            },
            NeedCondition::Within { at_least, at_most } => {
                let (from, to) = self.range(field);
                let (least, most) = (at_least.unwrap_or(0), at_most.unwrap_or(u64::MAX));
                if from >= least && to <= most {
                    Some(true)
                } else if to < least || from > most {
                    Some(false)
                } else {
                    None
                }
            }
        }
    }

    /// The value of a field; `None` when the dossier leaves it open. The age of
    /// the youngest also says whether there are minors.
    #[must_use]
    pub fn value(&self, field: NeedField) -> Option<NeedValue> {
        let given = self.fields.get(&field).copied();
        match field {
            NeedField::Minors if given.is_none() => {
                let age = self.number(NeedField::Youngest)?;
                Some(NeedValue::Words(Set::one(if age < OF_AGE { YES } else { NO })))
            }
            _ => given,
        }
    }

    /// The number of a field; `None` when the dossier leaves it open.
    #[must_use]
    pub fn number(&self, field: NeedField) -> Option<u64> {
        match self.fields.get(&field) {
            Some(NeedValue::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The smallest and the largest number that a field can have. Whether there
    /// are minors also bounds the age of the youngest.
    fn range(&self, field: NeedField) -> (u64, u64) {
        let minors = match self.fields.get(&NeedField::Minors) {
            Some(NeedValue::Words(words)) => Some(words.contains(YES)),
            _ => None,
        };
        match (self.number(field), field, minors) {
            (Some(number), ..) => (number, number),
            (None, NeedField::Youngest, Some(true)) => (0, OF_AGE - 1),
            (None, NeedField::Youngest, Some(false)) => (OF_AGE, u64::MAX),
            _ => (0, u64::MAX),
        }
    }

    /// Whether the age of the youngest contradicts `minors`.
    #[must_use]
    pub fn contradicts_itself(&self) -> bool {
        let youngest = self.number(NeedField::Youngest);
        let minors = self.fields.get(&NeedField::Minors);
        match (youngest, minors) {
            (Some(age), Some(NeedValue::Words(words))) => words.contains(YES) != (age < OF_AGE),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(fields: &[(NeedField, NeedValue)]) -> Need {
        Need { fields: fields.iter().copied().collect(), ..Need::default() }
    }

    const NOTHING: NeedValue = NeedValue::Words(Set::EMPTY);

    #[test]
    fn what_is_left_open_is_neither_true_nor_false() {
        let yes = NeedCondition::Any(Set::one(0));
        assert_eq!(need(&[]).holds(NeedField::Sensitive, yes), None);
        assert_eq!(need(&[(NeedField::Sensitive, NOTHING)]).holds(NeedField::Sensitive, yes), Some(false));
        let sensitive = need(&[(NeedField::Sensitive, NeedValue::Words(Set::one(0)))]);
        assert_eq!(sensitive.holds(NeedField::Sensitive, yes), Some(true));
        let large = NeedCondition::Within { at_least: Some(30), at_most: None };
        for (size, holds) in [(29, false), (30, true), (31, true)] {
            let need = need(&[(NeedField::GroupSize, NeedValue::Number(size))]);
            assert_eq!(need.holds(NeedField::GroupSize, large), Some(holds), "{size}");
        }
        assert_eq!(need(&[]).holds(NeedField::GroupSize, large), None);
    }

    #[test]
    fn what_every_answer_meets_holds_of_an_open_field() {
        let all = NeedCondition::Any(Set::first(2));
        assert_eq!(need(&[]).holds(NeedField::Sensitive, all), Some(true));
        assert_eq!(need(&[]).holds(NeedField::Minors, all), Some(true));
        assert_eq!(need(&[]).holds(NeedField::Recording, all), None, "there is a third word");
        assert_eq!(need(&[]).holds(NeedField::GroupSize, NeedCondition::Any(Set::EMPTY)), None);
        let any = NeedCondition::Within { at_least: Some(0), at_most: None };
        assert_eq!(need(&[]).holds(NeedField::GroupSize, any), Some(true));
    }

    #[test]
    fn whether_there_are_minors_bounds_the_age_of_the_youngest() {
        let under = |age| NeedCondition::Within { at_least: None, at_most: Some(age) };
        let minors = need(&[(NeedField::Minors, NeedValue::Words(Set::one(YES)))]);
        assert_eq!(minors.holds(NeedField::Youngest, under(17)), Some(true));
        assert_eq!(minors.holds(NeedField::Youngest, under(15)), None);
        let adults = need(&[(NeedField::Minors, NeedValue::Words(Set::one(1)))]);
        assert_eq!(adults.holds(NeedField::Youngest, under(17)), Some(false));
        assert_eq!(adults.holds(NeedField::Youngest, under(18)), None);
    }

    #[test]
    fn the_age_of_the_youngest_says_whether_there_are_minors() {
        let yes = NeedCondition::Any(Set::one(YES));
        for (age, holds) in [(0, true), (17, true), (18, false), (40, false)] {
            let need = need(&[(NeedField::Youngest, NeedValue::Number(age))]);
            assert_eq!(need.holds(NeedField::Minors, yes), Some(holds), "{age}");
        }
        assert_eq!(need(&[]).holds(NeedField::Minors, yes), None);
    }

    #[test]
    fn an_age_that_minors_denies_is_a_contradiction() {
        for (minors, age, contradicts) in [(0, 17, false), (0, 18, true), (1, 17, true), (1, 18, false)] {
            let both = need(&[
                (NeedField::Minors, NeedValue::Words(Set::one(minors))),
                (NeedField::Youngest, NeedValue::Number(age)),
            ]);
            assert_eq!(both.contradicts_itself(), contradicts, "{minors} {age}");
        }
        assert!(!need(&[(NeedField::Youngest, NeedValue::Number(3))]).contradicts_itself());
    }
}
