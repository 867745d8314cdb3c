//! A checklist in people's words.

use crate::institution::checklist::{Checklist, Entry, Help};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;

use super::answers::answers;
use super::{institution, levels};

pub(in crate::report) use super::answers::yes_or_no;

/// How far the list is, in one sentence.
pub(in crate::report) fn in_short(checklist: &Checklist<'_>, lang: Lang) -> String {
    let counts = checklist.counts();
    let applicable = counts.all - counts.not_applicable;
    let (done, busy, owed) = (counts.done, counts.in_progress, counts.must_open);
    tr!(
        lang,
        "Gedaan: {done} van {applicable}. Bezig: {busy}. Verplicht en nog niet geregeld: {owed}.",
        "Done: {done} of {applicable}. In progress: {busy}. Required and not arranged yet: {owed}."
    )
}

/// How much of the list is done, in a few words.
#[must_use]
pub(in crate::report) fn done_in_short(checklist: &Checklist<'_>, lang: Lang) -> String {
    let counts = checklist.counts();
    let (done, applicable) = (counts.done, counts.all - counts.not_applicable);
    tr!(lang, "Gedaan: {done} van alle {applicable} taken.", "Done: {done} of all {applicable} tasks.")
}

/// The status of an item, in a word or two.
pub(in crate::report) fn status(entry: &Entry<'_>) -> Phrase {
    match entry.holds {
        Some(false) => phrase("niet van toepassing in uw situatie", "not applicable in your situation"),
        _ => institution::item_status(entry.status),
    }
}

/// What the file of the chosen product says, in one line.
pub(in crate::report) fn helped(help: &Help<'_>, lang: Lang) -> String {
    let title = help.criterion.title.get(lang);
    let answer = answers(&help.criterion.question, &help.knowledge.possible, lang);
    let status = levels::status(&help.knowledge, lang);
    tr!(lang, "Productbestand: {title}: {answer} ({status})", "Product file: {title}: {answer} ({status})")
}
