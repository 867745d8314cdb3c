//! Layer 3: the institution's checklist with its current status. It lists what the
//! school arranges itself, and affects no product's score.

use crate::assess::knowledge::{Baseline, knowledge};
use crate::assess::{Knowledge, Status};
use crate::model::{
    Catalogue, Criterion, Date, Dossier, Evidence, EvidenceRule, Force, Heading, Item, ItemRecord,
    ItemStatus, Pick, Product, Source, Variant,
};

/// A checklist: for one kind, or for all kinds when there is no dossier.
#[derive(Debug)]
pub struct Checklist<'c> {
    /// The kind, by number; `None` for all kinds.
    pub kind: Option<usize>,
    /// The dossier that was filled in.
    pub dossier: Option<&'c Dossier>,
    /// The day that this status is for.
    pub as_of: Date,
    /// The headings that have items, in order.
    pub parts: Vec<Part<'c>>,
    /// Items that apply from a later day on, each with that day, the earliest first. They
    /// are in no heading and in no count.
    pub coming: Vec<(&'c Item, Date)>,
    /// The chosen product, when its file is known.
    pub chosen: Option<(&'c Product, &'c Variant)>,
}

/// A heading with its items.
#[derive(Debug)]
pub struct Part<'c> {
    /// The heading.
    pub heading: &'c Heading,
    /// Its items, in order.
    pub entries: Vec<Entry<'c>>,
}

/// An item with its current status.
#[derive(Debug)]
pub struct Entry<'c> {
    /// The item.
    pub item: &'c Item,
    /// Its status: open when the dossier says nothing.
    pub status: ItemStatus,
    /// What the dossier says about it.
    pub record: Option<&'c ItemRecord>,
    /// Whether it applies in the situation of the dossier; `None` when that is open.
    pub holds: Option<bool>,
    /// The day on which it was due for review, when that is past.
    pub overdue: Option<Date>,
    /// What the file of the chosen product says that helps.
    pub help: Vec<Help<'c>>,
}

/// An answer of the chosen product that helps with an item.
#[derive(Debug)]
pub struct Help<'c> {
    /// The criterion.
    pub criterion: &'c Criterion,
    /// What is known.
    pub knowledge: Knowledge,
    /// Its evidence, each item with its source.
    pub evidence: Vec<(&'c Evidence, &'c Source)>,
}

/// A checklist in a few numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Items that apply, or may apply.
    pub all: usize,
    /// Arranged, and not due for review.
    pub done: usize,
    /// In progress.
    pub in_progress: usize,
    /// Not applicable, for a reason in the dossier or because of its need.
    pub not_applicable: usize,
    /// Due for review.
    pub overdue: usize,
    /// Mandatory and not arranged.
    pub must_open: usize,
}

impl Entry<'_> {
    /// Whether nothing is left to do: it is done and not overdue, or it does not
    /// apply.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        match self.status {
            ItemStatus::Done => self.overdue.is_none(),
            ItemStatus::NotApplicable => true,
            ItemStatus::InProgress | ItemStatus::Open => self.holds == Some(false),
        }
    }

    /// Whether something is left to do that must be done.
    #[must_use]
    pub fn is_owed(&self) -> bool {
        self.item.force == Force::Must && !self.is_settled()
    }
}

impl<'c> Checklist<'c> {
    /// Its items, in order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry<'c>> {
        self.parts.iter().flat_map(|part| &part.entries)
    }

    /// Its summary in numbers.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for entry in self.entries() {
            counts.all += 1;
            counts.must_open += usize::from(entry.is_owed());
            counts.overdue += usize::from(entry.overdue.is_some());
            if entry.status == ItemStatus::NotApplicable || entry.holds == Some(false) {
                counts.not_applicable += 1;
            } else if entry.status == ItemStatus::Done {
                counts.done += usize::from(entry.overdue.is_none());
            } else if entry.status == ItemStatus::InProgress {
                counts.in_progress += 1;
            }
        }
        counts
    }
}

/// The checklist of a catalogue on `as_of`. `rule` decides which evidence in the
/// chosen product's file counts.
#[must_use]
pub fn of(catalogue: &Catalogue, kind: Option<usize>, as_of: Date, rule: EvidenceRule) -> Checklist<'_> {
    let dossier = catalogue.dossier.as_ref().filter(|dossier| kind.is_none_or(|kind| kind == dossier.kind));
    let chosen = dossier.and_then(|dossier| chosen(catalogue, dossier));
    let mut parts: Vec<Part<'_>> =
        catalogue.headings.values().map(|heading| Part { heading, entries: Vec::new() }).collect();
    let mut coming: Vec<(&Item, Date)> = Vec::new();
    for (number, item) in catalogue.checklist.values().enumerate() {
        if kind.is_some_and(|kind| !item.applies_to.contains(kind)) {
            continue;
        }
        let Some(part) = parts.get_mut(item.under) else { continue };
        if !catalogue.applies(item.premise) {
            let begins = item.premise.and_then(|premise| catalogue.premise(premise)?.1.begins());
            coming.extend(begins.map(|day| (item, day)).filter(|_| holds(item, dossier) != Some(false)));
            continue;
        }
        let record = dossier.and_then(|dossier| dossier.checklist.get(&number));
        let review = record.and_then(|record| record.review);
        let status = record.map(|record| record.status).unwrap_or_default();
        part.entries.push(Entry {
            item,
            status,
            record,
            holds: holds(item, dossier),
            overdue: review.filter(|review| *review < as_of && status != ItemStatus::NotApplicable),
            help: chosen.map_or(Vec::new(), |chosen| help(item, catalogue, chosen, (rule, as_of))),
        });
    }
    parts.retain(|part| !part.entries.is_empty());
    parts.sort_by_key(|part| part.heading.phase);
    coming.sort_by_key(|(_, day)| *day);
    let chosen = chosen.and_then(|(product, number)| Some((product, product.variants.get(number)?)));
    Checklist { kind, dossier, as_of, parts, coming, chosen }
}

/// Whether an item applies in the situation of a dossier.
pub(super) fn holds(item: &Item, dossier: Option<&Dossier>) -> Option<bool> {
    if item.need.is_empty() {
        return Some(true);
    }
    let need = &dossier?.need;
    let mut all = Some(true);
    for (field, condition) in &item.need {
        match need.holds(*field, *condition) {
            Some(false) => return Some(false),
            Some(true) => {}
            None => all = None,
        }
    }
    all
}

/// The chosen product, and the number of its variant.
#[must_use]
pub fn chosen<'c>(catalogue: &'c Catalogue, dossier: &Dossier) -> Option<(&'c Product, usize)> {
    let Pick::Product(product_id, variant) = &dossier.chosen.as_ref()?.what else { return None };
    let product = catalogue.products_of(dossier.kind).find(|product| product.answers_to(product_id))?;
    let number = match variant {
        None => 0,
        Some(variant) => product.variants.iter().position(|one| one.id.as_str() == variant)?,
    };
    Some((product, number))
}

/// What the file of the chosen product says that helps with an item: known answers
/// only.
fn help<'c>(
    item: &Item,
    catalogue: &'c Catalogue,
    (product, variant): (&'c Product, usize),
    (rule, as_of): (EvidenceRule, Date),
) -> Vec<Help<'c>> {
    let of = |number: &usize| {
        let criterion = catalogue.criterion(*number)?;
        if !criterion.applies_to.contains(product.kind) {
            return None;
        }
        let (fact, answer) = product.fact(*number, variant)?;
        let nothing = Baseline::new(criterion, product.variants.get(variant)?.hosting);
        let knowledge = knowledge(criterion, (fact, answer), (product, variant), rule, as_of, &nothing);
        if matches!(knowledge.status, Status::Unknown | Status::BelowGrade | Status::OwnWork) {
            return None;
        }
        let evidence = fact.evidence.iter().filter(|item| item.covers(variant));
        let evidence = evidence.filter_map(|item| Some((item, product.sources.get(item.source)?))).collect();
        Some(Help { criterion, knowledge, evidence })
    };
    item.answered_by.iter().filter_map(of).collect()
}
