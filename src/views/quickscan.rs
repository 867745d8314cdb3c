//! Layer 3: an alternative by the columns of the privacy quickscan of
//! lesopafstand.nl, the overview to which this tool's sources refer schools.
//!
//! Its five yes/no questions are answered from our criteria: [`POINTS`] is the only
//! place that says which answers mean yes and which mean no. Anything else, and
//! anything uncertain, is neither.

use crate::compare::{Cell, Comparison, Row};
use crate::model::{Criterion, Date, Grade, Localized, Possible, Question, Set, Source};
use crate::text::lang::{Phrase, phrase};
use crate::views::breakdown::{Part, parts};

/// A yes/no question of the quickscan.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    /// The column, in the quickscan's own words.
    pub title: Phrase,
    /// Its name for programs.
    pub machine: &'static str,
    /// The criterion that answers it; `None` when no criterion does.
    pub criterion: Option<&'static str>,
    /// When the answer is certainly yes.
    pub yes: When,
    /// When the answer is certainly no.
    pub no: When,
}

/// A condition on an answer, by the ids of answers or options.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// Never.
    Never,
    /// `one-of`: the answer is one of these.
    OneOf(&'static [&'static str]),
    /// `any-of`: all these options are there.
    HasAll(&'static [&'static str]),
    /// `any-of`: at least one of these options is there.
    HasAny(&'static [&'static str]),
    /// `any-of`: none of these options is there.
    LacksAll(&'static [&'static str]),
    /// `any-of`: at least one of these options is not there.
    LacksAny(&'static [&'static str]),
}

/// The five questions, in the order of the quickscan.
///
/// No criterion asks whether a product can be used without personal data, and no
/// answer implies it: that column stays empty. A supporter of the covenant has not
/// accepted the duties of a participant; an agreement that lacks a mandatory part
/// is not the agreement that the question means; when only part of the data stays
/// within the EEA, neither yes nor no is right. All of these get an empty cell with
/// the answer beside it.
pub const POINTS: [Point; 5] = [
    Point {
        title: phrase(
            "Ook te gebruiken zonder verwerking persoonsgegevens",
            "Can be used without processing personal data",
        ),
        machine: "without_personal_data",
        criterion: None,
        yes: When::Never,
        no: When::Never,
    },
    Point {
        title: phrase("Ondertekening privacyconvenant", "Signed the privacy covenant"),
        machine: "privacy_covenant_signed",
        criterion: Some("privacy-covenant"),
        yes: When::OneOf(&["participant"]),
        no: When::OneOf(&["not-listed"]),
    },
    Point {
        title: phrase("Verwerkersovereenkomst mogelijk", "Processing agreement possible"),
        machine: "processing_agreement_possible",
        criterion: Some("processing-agreement"),
        yes: When::OneOf(&["sector-model", "sector-negotiated", "own-complete"]),
        no: When::OneOf(&["none"]),
    },
    Point {
        title: phrase("Verwerking data in EER", "Data processed in the EEA"),
        machine: "processed_in_eea",
        criterion: Some("eea-processing"),
        yes: When::HasAll(&["content", "account", "diagnostic", "support"]),
        no: When::LacksAny(&["content"]),
    },
    Point {
        title: phrase(
            "Geeft aan geen data te delen met derden voor commerciële doeleinden",
            "States that no data is shared with third parties for commercial purposes",
        ),
        machine: "no_commercial_sharing",
        criterion: Some("no-commercial-use"),
        yes: When::LacksAll(&["sale-or-sharing", "ad-trackers"]),
        no: When::HasAny(&["sale-or-sharing", "ad-trackers"]),
    },
];

/// Titles that identify a vendor's own privacy statement.
const POLICIES: [&str; 6] = [
    "privacy policy",
    "privacy notice",
    "privacy statement",
    "privacybeleid",
    "privacyverklaring",
    "privacystatement",
];

/// The outcome of one of the five questions for an alternative.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'r, 'c> {
    /// The question.
    pub point: &'static Point,
    /// Yes or no where that is certain.
    pub is_so: Option<bool>,
    /// The criterion, what is known about it, and why nothing was found; `None` when
    /// the data has no such criterion.
    pub known: Option<(&'c Criterion, &'r Cell, Option<&'c Localized>)>,
}

/// One alternative by the columns of the quickscan.
#[derive(Debug)]
pub struct Scan<'r, 'c> {
    /// The five answers.
    pub answers: [Answer<'r, 'c>; 5],
    /// Notes on the facts that the answers rest on.
    pub remarks: Vec<(&'c Criterion, &'c Localized)>,
    /// The vendor's own privacy statement, if a source has such a title.
    pub policy: Option<&'c Source>,
    /// The day on which the oldest of the sources behind the answers was read.
    pub checked: Option<Date>,
}

/// The quickscan of an alternative. The products must have been kept whole.
#[must_use]
pub fn scan<'r, 'c>(comparison: &'r Comparison<'c>, row: &'r Row<'c>) -> Scan<'r, 'c> {
    let parts = parts(comparison, row);
    let part = |point: &Point| {
        let id = point.criterion?;
        parts.iter().find(|part| part.column.criterion.id.as_str() == id)
    };
    let answers = POINTS.each_ref().map(|point| {
        let part = part(point);
        Answer {
            point,
            is_so: part.and_then(|part| is_so(point, part)),
            known: part.map(|part| (part.column.criterion, part.cell, part.reason())),
        }
    });
    let used: Vec<&Part<'_, '_>> = POINTS.iter().filter_map(part).collect();
    let remarks =
        used.iter().filter_map(|part| Some((part.column.criterion, part.stated?.1.note.as_ref()?))).collect();
    let read = used.iter().flat_map(|part| &part.evidence).map(|(_, source)| source.read);
    let is_policy = |source: &&Source| {
        let title = source.title.to_lowercase();
        source.grade == Grade::Vendor && POLICIES.iter().any(|words| title.contains(words))
    };
    Scan { answers, remarks, policy: row.product.sources.iter().find(is_policy), checked: read.min() }
}

fn is_so(point: &Point, part: &Part<'_, '_>) -> Option<bool> {
    let knowledge = &part.cell.knowledge;
    // A stale or disputed answer is not certain, and own work is no answer yet.
    if !knowledge.counts() || knowledge.disputed || knowledge.is_stale() || knowledge.is_own_work() {
        return None;
    }
    let question = &part.column.criterion.question;
    let holds = |when: &When| certainly(when, question, &knowledge.possible);
    match (holds(&point.yes), holds(&point.no)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Whether it holds for every possible answer. An id that the question does not
/// have makes it uncertain.
fn certainly(when: &When, question: &Question, possible: &Possible) -> bool {
    let find = |ids: &[&str]| ids.iter().map(|id| question.find(id)).collect::<Option<Vec<usize>>>();
    match (when, possible) {
        (When::OneOf(ids), Possible::Choices(set)) => {
            // An answer that this data does not have cannot be given either, and one whose
            // premise does not hold may be another.
            let mine: Set = ids.iter().filter_map(|id| question.find(id)).collect();
            !set.is_empty() && set.is_subset(mine.without(question.fallen()))
        }
        (When::HasAll(ids), Possible::Options { has, .. }) => {
            find(ids).is_some_and(|ids| ids.iter().all(|at| has.contains(*at)))
        }
        (When::HasAny(ids), Possible::Options { has, .. }) => {
            find(ids).is_some_and(|ids| ids.iter().any(|at| has.contains(*at)))
        }
        (When::LacksAll(ids), Possible::Options { lacks, .. }) => {
            find(ids).is_some_and(|ids| ids.iter().all(|at| lacks.contains(*at)))
        }
        (When::LacksAny(ids), Possible::Options { lacks, .. }) => {
            find(ids).is_some_and(|ids| ids.iter().any(|at| lacks.contains(*at)))
        }
        _ => false,
    }
}
