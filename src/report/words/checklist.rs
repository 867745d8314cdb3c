//! How a checklist stands, in people's words.

use crate::institution::checklist::{Checklist, Entry, Help};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

use super::describe;

/// How the list stands, in one sentence.
pub(in crate::report) fn in_short(checklist: &Checklist<'_>, lang: Lang) -> String {
    let counts = checklist.counts();
    let applicable = counts.all - counts.not_applicable;
    let (done, busy, owed) = (counts.done, counts.in_progress, counts.must_open);
    match lang {
        Lang::Nl => {
            format!("Gedaan: {done} van {applicable}. Bezig: {busy}. Verplicht en nog niet geregeld: {owed}.")
        }
        Lang::En => {
            format!(
                "Done: {done} of {applicable}. In progress: {busy}. Required and not arranged yet: {owed}."
            )
        }
    }
}

/// How an item stands, in a word or two.
pub(in crate::report) fn status(entry: &Entry<'_>) -> Phrase {
    match entry.holds {
        Some(false) => phrase("niet van toepassing in uw situatie", "not applicable in your situation"),
        _ => describe::item_status(entry.status),
    }
}

/// What the file of the chosen product says, in one line.
pub(in crate::report) fn helped(help: &Help<'_>, lang: Lang) -> String {
    let title = help.criterion.title.get(lang);
    let answer = describe::answers(&help.criterion.question, &help.knowledge.possible, lang);
    let status = describe::status(&help.knowledge).get(lang);
    match lang {
        Lang::Nl => format!("Productbestand: {title}: {answer} ({status})"),
        Lang::En => format!("Product file: {title}: {answer} ({status})"),
    }
}

pub(in crate::report) fn yes_or_no(yes: bool) -> Phrase {
    if yes { phrase("ja", "yes") } else { phrase("nee", "no") }
}
