//! Products and their variants.

use super::{Date, DayOrMonth, Fact, Id, Localized, Source};
use crate::text::Place;
use crate::vocabulary;

/// A product, as its file describes it.
#[derive(Clone, Debug)]
pub struct Product {
    /// The name of its file.
    pub id: Id,
    /// The kind of product (its folder), by its number in the catalogue.
    pub kind: usize,
    /// The product's name.
    pub name: Box<str>,
    /// Who makes it.
    pub maker: Box<str>,
    /// The product's own page.
    pub homepage: Box<str>,
    /// What an institution can choose, in the order of the file.
    pub variants: Vec<Variant>,
    /// The sources that the facts name.
    pub sources: Vec<Source>,
    /// What is known, in the order of the layers.
    pub facts: Vec<Fact>,
    /// Whether the file is not finished: it is checked and shown, and never ranked.
    pub draft: bool,
    /// The product no longer exists.
    pub retired: Option<Box<Retired>>,
    /// Rulings, incidents and fines; shown, never scored.
    pub context: Vec<Context>,
    /// Where the maker can be reached.
    pub contact: Option<Box<str>>,
    /// When the maker was asked.
    pub asked: Option<Date>,
    /// Earlier ids.
    pub formerly: Vec<Id>,
    /// Why the file is no longer used, if so.
    pub withdrawn: Option<Box<Localized>>,
    /// Where its file begins.
    pub place: Place,
}

/// An edition of a product that an institution can choose.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its id inside the product.
    pub id: Id,
    /// Its name.
    pub name: Box<str>,
    /// Who runs it.
    pub hosting: Hosting,
    /// On which terms.
    pub licence: Licence,
    /// Whom it is made for.
    pub audience: Audience,
    /// Its place in the file.
    pub place: Place,
}

vocabulary! {
    /// Who runs a variant. Never judged: it can divide a ranking, and an institution
    /// can say which of these it can do.
    pub enum Hosting {
        /// The vendor, for everybody.
        Cloud = "cloud",
        /// A hosting company, for the institution.
        Hosted = "hosted",
        /// The institution itself.
        SelfHosted = "self-hosted",
    }
}

vocabulary! {
    /// The terms of a variant. A label, never judged.
    pub enum Licence {
        /// Free of charge.
        Free = "free",
        /// Paid.
        Paid = "paid",
        /// Open source.
        OpenSource = "open-source",
    }
}

vocabulary! {
    /// Whom a variant is made for. Never judged: it decides what is compared.
    #[derive(Default)]
    pub enum Audience {
        /// Schools; the default.
        #[default]
        Education = "education",
        /// Companies and other organisations.
        Business = "business",
        /// Private persons.
        Consumer = "consumer",
    }
}

vocabulary! {
    /// Whether a product file is a draft, as it is written there.
    pub enum Draft {
        /// It is not finished.
        Yes = "true",
        /// It is finished, as without the key.
        No = "false",
    }
}

vocabulary! {
    /// Whether the maker of a product was heard about what its file says.
    pub enum Heard {
        /// Nobody has asked, and it has not replied.
        No = "no",
        /// It was asked, and has not replied yet.
        Asked = "asked",
        /// It has replied to a fact, or disputes one.
        Replied = "replied",
    }
}

/// A product that no longer exists.
#[derive(Clone, Debug)]
pub struct Retired {
    /// Since when.
    pub on: DayOrMonth,
    /// The source, by its number in the product.
    pub source: usize,
}

/// A ruling, incident or fine.
#[derive(Clone, Debug)]
pub struct Context {
    /// When.
    pub on: DayOrMonth,
    /// What happened.
    pub what: Localized,
    /// The source, by its number in the product.
    pub source: usize,
}

impl Product {
    /// Whether this is its id, or one that it had before.
    #[must_use]
    pub fn answers_to(&self, id: &str) -> bool {
        self.id.as_str() == id || self.formerly.iter().any(|old| old.as_str() == id)
    }

    /// Whether its maker was heard. The product must be whole: this looks at its facts.
    #[must_use]
    pub fn heard(&self) -> Heard {
        let replied = self.facts.iter().any(|fact| fact.reply.is_some() || fact.disputed.is_some());
        match (replied, self.asked) {
            (true, _) => Heard::Replied,
            (false, Some(_)) => Heard::Asked,
            (false, None) => Heard::No,
        }
    }

    /// The part of an evaluated product that is kept when no evidence is shown:
    /// its name and those of its variants; for a retired product also its
    /// sources.
    #[must_use]
    pub fn evaluation(mut self) -> Product {
        self.facts = Vec::new();
        self.variants.shrink_to_fit();
        self.context = Vec::new();
        if self.retired.is_none() {
            self.sources = Vec::new();
        }
        self.homepage = Box::default();
        self.contact = None;
        self
    }

    /// The facts of which an answer holds for some variant: those that no later layer
    /// replaces altogether.
    pub fn facts_in_force(&self) -> impl Iterator<Item = &Fact> {
        let is_in_force = |fact: &&Fact| {
            let of_variant = |variant| self.fact(fact.criterion, variant);
            (0..self.variants.len()).filter_map(of_variant).any(|(used, _)| std::ptr::eq(used, *fact))
        };
        self.facts.iter().filter(is_in_force)
    }

    /// The fact about this criterion and variant from the last layer that has
    /// one, and its answer for the variant.
    #[must_use]
    pub fn fact(&self, criterion: usize, variant: usize) -> Option<(&Fact, &super::Answer)> {
        self.facts.iter().rev().filter(|fact| fact.criterion == criterion).find_map(|fact| {
            let answer = fact.answers.iter().find(|answer| answer.variants.contains(variant))?;
            Some((fact, answer))
        })
    }
}
