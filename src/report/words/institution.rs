//! Words for what an institution does itself.

use crate::model::{ItemStatus, OwnWork, Phase, Right};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;

use super::dates::date;

/// What an institution says of its own work: who sees to it, since when, and where that
/// is written down.
#[must_use]
pub(crate) fn own_word(own: &OwnWork, lang: Lang) -> String {
    let (day, role) = (date(own.on, lang), &own.role);
    let filed = own.filed.as_ref().map(|filed| format!("; {filed}")).unwrap_or_default();
    let note = own.note.as_ref().map(|note| format!(" {}", note.get(lang))).unwrap_or_default();
    tr!(
        lang,
        "Zo regelt uw instelling het sinds {day} ({role}{filed}).{note}",
        "Your institution has arranged it this way since {day} ({role}{filed}).{note}"
    )
}

/// A part of the checklist.
#[must_use]
pub(crate) fn phase(of: Phase) -> Phrase {
    match of {
        Phase::DrawingBoard => phrase("Aan de tekentafel", "At the drawing board"),
        Phase::Procurement => phrase("Aanschaf", "Procurement"),
        Phase::Preparation => phrase("Voorbereiding en instructies", "Preparation and instructions"),
    }
}

/// The status of an item of the checklist.
#[must_use]
pub(crate) fn item_status(status: ItemStatus) -> Phrase {
    match status {
        ItemStatus::Done => phrase("gedaan", "done"),
        ItemStatus::InProgress => phrase("bezig", "in progress"),
        ItemStatus::Open => phrase("open", "open"),
        ItemStatus::NotApplicable => phrase("niet van toepassing", "not applicable"),
    }
}

/// In what capacity a body is consulted.
#[must_use]
pub(crate) fn right(right: Right) -> Phrase {
    match right {
        Right::Consent => phrase("instemming", "consent"),
        Right::Advice => phrase("advies", "advice"),
        Right::Disputed => phrase("recht betwist", "right disputed"),
        Right::Discussion => phrase("overleg", "discussion"),
        Right::Information => phrase("informatie", "information"),
    }
}

/// What it means for a council to be asked in that capacity; `None` where
/// [`DISPUTED_RIGHT`](super::DISPUTED_RIGHT) says so, or the word says it.
#[must_use]
pub(crate) fn right_means(right: Right) -> Option<Phrase> {
    match right {
        Right::Consent => Some(phrase(
            "Instemming betekent: de raad zegt ja of nee.",
            "Consent means: the council says yes or no.",
        )),
        Right::Advice => Some(phrase(
            "Advies betekent: wie gevraagd is, zegt wat die ervan vindt, en het bestuur antwoordt daarop.",
            "Advice means: whoever is asked says what they think of it, and the board replies to that.",
        )),
        Right::Discussion => Some(phrase(
            "Overleg betekent: de raad praat erover mee.",
            "Discussion means: the council takes part in talking it over.",
        )),
        Right::Disputed | Right::Information => None,
    }
}
