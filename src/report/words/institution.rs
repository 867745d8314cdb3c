//! Words for what an institution does itself.

use crate::model::{ItemStatus, Phase, Right};
use crate::text::lang::{Phrase, phrase};

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
