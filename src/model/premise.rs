//! Premises: what must hold in the world for an answer or a rule to count as it is
//! written.

use super::{Date, DayOrMonth, Id, Level, Localized};
use crate::text::Place;
use crate::vocabulary;

/// A dated statement about the world, outside any product.
#[derive(Clone, Debug)]
pub struct Premise {
    /// The statement, in a few words.
    pub title: Localized,
    /// The first day on which it holds; `None` when it always did.
    pub from: Option<Date>,
    /// The last day on which it holds; `None` when no end is known.
    pub until: Option<Date>,
    /// What is disputed about it, if something is.
    pub contested: Option<Localized>,
    /// What an institution does when it no longer holds.
    pub then: Option<Localized>,
    /// What says so; at least one.
    pub sources: Vec<PremiseSource>,
    /// Earlier ids.
    pub formerly: Vec<Id>,
    /// Why it is no longer used, if so.
    pub withdrawn: Option<Localized>,
    /// Its place in the file.
    pub place: Place,
    /// Whether it holds by its dates, on the day of
    /// [`Catalogue::settle`](super::Catalogue::settle).
    pub by_dates: Validity,
    /// Whether it is assumed to hold or not to hold, whatever its dates say.
    pub assumed: Option<bool>,
}

/// A source of a premise.
#[derive(Clone, Debug)]
pub struct PremiseSource {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// The date that it gives itself.
    pub dated: Option<DayOrMonth>,
    /// The day on which it was read.
    pub read: Date,
    /// Its own words.
    pub quote: Option<String>,
    /// What it shows, in our words.
    pub shows: Option<Localized>,
}

vocabulary! {
    /// Whether a premise holds on a day.
    #[derive(Default)]
    pub enum Validity {
        /// It holds.
        #[default]
        Holds = "holds",
        /// Its first day is still to come.
        NotYet = "not-yet",
        /// Its last day is past.
        NoLonger = "no-longer",
    }
}

/// On what an answer rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rests {
    /// The premise, by its number in the catalogue.
    pub premise: usize,
    /// What the answer is worth when that does not hold; `None` leaves this open.
    pub otherwise: Option<Level>,
    /// Whether it does not hold; see [`Catalogue::settle`](super::Catalogue::settle).
    pub fallen: bool,
}

impl Rests {
    /// On a premise that holds.
    #[must_use]
    pub fn on(premise: usize, otherwise: Option<Level>) -> Rests {
        Rests { premise, otherwise, fallen: false }
    }
}

impl Premise {
    /// Whether it holds on this day, by its dates.
    #[must_use]
    pub fn on(&self, day: Date) -> Validity {
        match () {
            () if self.from.is_some_and(|from| day < from) => Validity::NotYet,
            () if self.until.is_some_and(|until| day > until) => Validity::NoLonger,
            () => Validity::Holds,
        }
    }

    /// Whether it holds: as is assumed, or else by its dates.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.assumed.unwrap_or(self.by_dates == Validity::Holds)
    }

    /// Whether what is assumed differs from what its dates say.
    #[must_use]
    pub fn is_assumed_otherwise(&self) -> bool {
        self.assumed.is_some_and(|assumed| assumed != (self.by_dates == Validity::Holds))
    }

    /// The day on which it begins to hold, where that is still to come and nothing else is
    /// assumed.
    #[must_use]
    pub fn begins(&self) -> Option<Date> {
        self.from.filter(|_| self.by_dates == Validity::NotYet && self.assumed.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    #[test]
    fn both_days_are_included_and_an_assumption_goes_before_them() {
        let day = |day| Date::new(2026, 8, day).expect("a date");
        let mut premise = Premise {
            title: Localized::dutch("het besluit geldt"),
            from: Some(day(2)),
            until: Some(day(4)),
            contested: None,
            then: None,
            sources: Vec::new(),
            formerly: Vec::new(),
            withdrawn: None,
            place: Place::whole_file(FileId(0)),
            by_dates: Validity::Holds,
            assumed: None,
        };
        let on = [1, 2, 4, 5].map(|number| premise.on(day(number)));
        assert_eq!(on, [Validity::NotYet, Validity::Holds, Validity::Holds, Validity::NoLonger]);
        premise.by_dates = Validity::NotYet;
        assert_eq!((premise.holds(), premise.begins()), (false, Some(day(2))));
        premise.assumed = Some(false);
        assert_eq!((premise.is_assumed_otherwise(), premise.begins()), (false, None));
        premise.assumed = Some(true);
        assert!(premise.holds() && premise.is_assumed_otherwise());
        premise.by_dates = Validity::NoLonger;
        premise.assumed = None;
        assert!(!premise.holds() && premise.begins().is_none());
    }
}
