//! How much is known, `keuzehulp/coverage/1`, and what follows from the sentences of the
//! AP, `keuzehulp/sentences/1`.

use serde::Serialize;

use crate::model::{Catalogue, Date, Id};
use crate::text::Lang;
use crate::views::coverage::{Count, OfKind};
use crate::views::sentences::{Home, OfDocument};

use super::Data;

/// How much is known.
#[derive(Debug, Serialize)]
pub(crate) struct Coverage<'d> {
    schema: &'static str,
    as_of: String,
    data: Data,
    kinds: Vec<KindEntry<'d>>,
}

#[derive(Debug, Serialize)]
struct KindEntry<'d> {
    kind: &'d str,
    alternatives: Vec<Alternative>,
    criteria: Vec<Criterion<'d>>,
}

#[derive(Debug, Serialize)]
struct Alternative {
    alternative: String,
    #[serde(flatten)]
    counts: Counts,
}

#[derive(Debug, Serialize)]
struct Criterion<'d> {
    criterion: &'d str,
    #[serde(flatten)]
    counts: Counts,
}

#[derive(Debug, Serialize)]
struct Counts {
    known: usize,
    partly: usize,
    own_work: usize,
    unknown: usize,
    open: usize,
}

/// The sentences.
#[derive(Debug, Serialize)]
pub(crate) struct Sentences<'d> {
    schema: &'static str,
    as_of: String,
    data: Data,
    documents: Vec<DocumentEntry<'d>>,
}

#[derive(Debug, Serialize)]
struct DocumentEntry<'d> {
    document: &'d str,
    title: &'d str,
    published: &'d str,
    sentences: Vec<SentenceEntry<'d>>,
}

#[derive(Debug, Serialize)]
struct SentenceEntry<'d> {
    sentence: &'d str,
    place: &'d str,
    says: &'d str,
    force: &'static str,
    criteria: Vec<&'d str>,
    checklist: Vec<&'d str>,
    triage: Vec<&'d str>,
    instead: Vec<&'d str>,
}

/// How much is known of some kinds.
#[must_use]
pub(crate) fn coverage<'d>(kinds: &[OfKind<'d>], (catalogue, as_of): (&Catalogue, Date)) -> Coverage<'d> {
    let of_kind = |kind: &OfKind<'d>| KindEntry {
        kind: kind.id.as_str(),
        alternatives: kind
            .alternatives
            .iter()
            .map(|(product, variant, count)| Alternative {
                alternative: format!("{}/{}", product.id, variant.id),
                counts: counts(*count),
            })
            .collect(),
        criteria: kind
            .criteria
            .iter()
            .map(|(criterion, count)| Criterion { criterion: criterion.id.as_str(), counts: counts(*count) })
            .collect(),
    };
    Coverage {
        schema: "keuzehulp/coverage/1",
        as_of: as_of.to_string(),
        data: Data { sha256: catalogue.sha256.clone() },
        kinds: kinds.iter().map(of_kind).collect(),
    }
}

fn counts(count: Count) -> Counts {
    let Count { known, partly, own_work, unknown, open } = count;
    Counts { known, partly, own_work, unknown, open }
}

/// The sentences of all documents.
#[must_use]
pub(crate) fn sentences<'d>(
    documents: &'d [OfDocument<'d>],
    (catalogue, as_of): (&Catalogue, Date),
    lang: Lang,
) -> Sentences<'d> {
    let of_document = |one: &'d OfDocument<'d>| DocumentEntry {
        document: one.id.as_str(),
        title: one.document.title.get(lang),
        published: one.document.published.get(lang),
        sentences: one.homes.iter().map(|home| sentence(home, lang)).collect(),
    };
    Sentences {
        schema: "keuzehulp/sentences/1",
        as_of: as_of.to_string(),
        data: Data { sha256: catalogue.sha256.clone() },
        documents: documents.iter().map(of_document).collect(),
    }
}

fn sentence<'d>(home: &'d Home<'d>, lang: Lang) -> SentenceEntry<'d> {
    SentenceEntry {
        sentence: home.id,
        place: home.sentence.at.get(lang),
        says: home.sentence.says.get(lang),
        force: home.sentence.force.id(),
        criteria: home.criteria.iter().map(|one| one.id.as_str()).collect(),
        checklist: home.items.iter().map(|one| one.id.as_str()).collect(),
        triage: home.steps.iter().map(|one| one.id.as_str()).collect(),
        instead: home.instead.iter().map(|(id, _)| Id::as_str(id)).collect(),
    }
}
