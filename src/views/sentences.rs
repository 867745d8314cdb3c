//! What follows from each sentence of the AP.

use crate::model::{Catalogue, Criterion, Document, Id, Instead, Item, Sentence, Step};

/// A sentence, with all that names it.
#[derive(Debug)]
pub struct Home<'c> {
    /// The id of the sentence.
    pub id: &'c str,
    /// The sentence.
    pub sentence: &'c Sentence,
    /// The criteria in use that come from it.
    pub criteria: Vec<&'c Criterion>,
    /// The items of the checklist that come from it.
    pub items: Vec<&'c Item>,
    /// The steps of the triage that come from it.
    pub steps: Vec<&'c Step>,
    /// What can be done instead of a product, according to it.
    pub instead: Vec<(&'c Id, &'c Instead)>,
}

impl Home<'_> {
    /// Whether nothing names the sentence.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.criteria.is_empty() && self.items.is_empty() && self.steps.is_empty() && self.instead.is_empty()
    }
}

/// A document of the AP with its sentences.
#[derive(Debug)]
pub struct OfDocument<'c> {
    /// The id of the document.
    pub id: &'c Id,
    /// The document.
    pub document: &'c Document,
    /// Its sentences, in order.
    pub homes: Vec<Home<'c>>,
}

/// All documents with their sentences.
#[must_use]
pub fn of(catalogue: &Catalogue) -> Vec<OfDocument<'_>> {
    let documents = catalogue.documents.iter().enumerate().map(|(number, (id, document))| {
        let mine = catalogue.sentences.iter().filter(|(_, sentence)| sentence.document == number);
        let homes = mine.map(|(id, sentence)| home(catalogue, id, sentence)).collect();
        OfDocument { id, document, homes }
    });
    documents.collect()
}

/// What names one sentence.
#[must_use]
pub fn home<'c>(catalogue: &'c Catalogue, id: &'c str, sentence: &'c Sentence) -> Home<'c> {
    let named = |from: &[String]| from.iter().any(|from| from == id);
    Home {
        id,
        sentence,
        criteria: catalogue.criteria.values().filter(|one| one.is_in_use() && named(&one.from)).collect(),
        items: catalogue.checklist.values().filter(|one| named(&one.from)).collect(),
        steps: catalogue.steps.values().filter(|one| named(&one.from)).collect(),
        instead: catalogue.instead.iter().filter(|(_, one)| named(&one.from)).collect(),
    }
}
