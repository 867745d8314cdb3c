//! Everything that was loaded, in a stable order.

use indexmap::IndexMap;

use super::{
    Criterion, Document, Dossier, Heading, Id, Instead, Item, Localized, Premise, Product, Profile, Sentence,
    Step,
};
use crate::text::{FileId, Place};

/// The id of the profile that is used when none is named.
pub const DEFAULT_PROFILE: &str = "algemeen";

/// A kind of product.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Its name.
    pub title: Localized,
    /// What divides the ranking.
    pub group_by: Option<GroupBy>,
    /// What to ask before any comparison of this kind.
    pub ask_first: Option<Localized>,
    /// Its place in the file.
    pub place: Place,
}

/// What divides the ranking of a kind into groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupBy {
    /// The answers to the criterion with this number.
    Criterion(usize),
    /// Who runs the product: the word [`GroupBy::HOSTING`].
    Hosting,
}

impl GroupBy {
    /// The word in files for [`GroupBy::Hosting`]; anything else is the id of a
    /// criterion.
    pub const HOSTING: &'static str = "hosting";
}

/// A theme of criteria.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Its name.
    pub title: Localized,
    /// Its place in the file.
    pub place: Place,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadedFile {
    /// The path inside its layer, with `/`: `vendors/videobellen/zoom.yaml`.
    pub inner: String,
    /// The path as shown to people.
    pub shown: String,
    /// The layer that it belongs to; 0 is the first.
    pub layer: usize,
    /// The SHA-256 of its text, when the text could be read.
    pub digest: Option<[u8; 32]>,
}

/// A file that was left out because it has errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its path, as people see it.
    pub path: String,
    /// How many errors it has.
    pub errors: usize,
}

/// Something in a later layer that differs from the data below it.
#[derive(Clone, Debug)]
pub struct Deviation {
    /// What is different.
    pub what: DeviationKind,
    /// The reason, if one is required.
    pub because: Option<Localized>,
    /// Its place in the file.
    pub place: Place,
}

/// What a later layer changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeviationKind {
    /// The answers of one product to one criterion.
    Fact {
        /// The product's id.
        product: Id,
        /// The kind that it belongs to.
        kind: usize,
        /// The criterion, by number.
        criterion: usize,
        /// The variants whose answer changes.
        variants: Vec<Id>,
    },
    /// A whole criterion, profile, or the list of kinds or themes: its path.
    File(String),
    /// Variants that were added to a product.
    Variants {
        /// The product's id.
        product: Id,
        /// The kind that it belongs to.
        kind: usize,
        /// The new variants.
        variants: Vec<Id>,
    },
}

/// Everything that was loaded.
///
/// Kinds and themes are in the order of their files, criteria by theme and id,
/// profiles by id, products by kind and id. Numbers of kinds, themes and
/// criteria are positions in these maps.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The kinds.
    pub kinds: IndexMap<Id, Kind>,
    /// The themes.
    pub themes: IndexMap<Id, Theme>,
    /// The criteria.
    pub criteria: IndexMap<Id, Criterion>,
    /// The premises.
    pub premises: IndexMap<Id, Premise>,
    /// The profiles.
    pub profiles: IndexMap<Id, Profile>,
    /// The products.
    pub products: Vec<Product>,
    /// The documents of the AP.
    pub documents: IndexMap<Id, Document>,
    /// The sentences of the AP, by their ids.
    pub sentences: IndexMap<String, Sentence>,
    /// What can be done instead of a product.
    pub instead: IndexMap<Id, Instead>,
    /// The headings of the institution's checklist.
    pub headings: IndexMap<Id, Heading>,
    /// The items of the checklist, by heading and then in the order of the AP's
    /// sentences that they come from; our own come last.
    pub checklist: IndexMap<Id, Item>,
    /// The steps of the triage, in the order of the AP's sentences.
    pub steps: IndexMap<Id, Step>,
    /// The institution's own answers, if given.
    pub dossier: Option<Dossier>,
    /// What later layers change.
    pub deviations: Vec<Deviation>,
    /// The files, by [`FileId`].
    pub files: Vec<LoadedFile>,
    /// Files with errors that were left out: their criteria and profiles play no
    /// part, and their products are not compared.
    pub left_out: Vec<LeftOut>,
    /// The fingerprint of all files, in hexadecimal.
    pub sha256: String,
}

impl Catalogue {
    /// The number of the kind with this id.
    #[must_use]
    pub fn kind(&self, id: &str) -> Option<usize> {
        self.kinds.get_index_of(id)
    }

    /// The criterion with this number.
    #[must_use]
    pub fn criterion(&self, number: usize) -> Option<&Criterion> {
        self.criteria.get_index(number).map(|(_, criterion)| criterion)
    }

    /// The number of the criterion with this id, now or before.
    #[must_use]
    pub fn criterion_called(&self, id: &str) -> Option<usize> {
        let renamed = || self.criteria.values().position(|criterion| criterion.answers_to(id));
        self.criteria.get_index_of(id).or_else(renamed)
    }

    /// The criteria of a kind that are in use, with their numbers.
    pub fn criteria_of(&self, kind: usize) -> impl Iterator<Item = (usize, &Criterion)> {
        self.criteria.values().enumerate().filter(move |(_, c)| c.applies_to.contains(kind) && c.is_in_use())
    }

    /// The products of a kind that are not withdrawn.
    pub fn products_of(&self, kind: usize) -> impl Iterator<Item = &Product> {
        self.products.iter().filter(move |v| v.kind == kind && v.withdrawn.is_none())
    }

    /// The path of a file as people see it.
    #[must_use]
    pub fn path(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |file| file.shown.as_str())
    }

    /// The profile that is used when none is named: [`DEFAULT_PROFILE`], or else
    /// the first by name.
    #[must_use]
    pub fn default_profile(&self) -> Option<&Profile> {
        self.profiles.get(DEFAULT_PROFILE).or_else(|| self.profiles.values().next())
    }

    /// Whether the default profile has a file and was left out: another profile
    /// must not take its place unasked.
    #[must_use]
    pub fn has_lost_default(&self) -> bool {
        let path = format!("criteria/profiles/{DEFAULT_PROFILE}.yaml");
        !self.profiles.contains_key(DEFAULT_PROFILE) && self.files.iter().any(|file| file.inner == path)
    }
}
