//! Words for what an institution does with an answer.

use crate::model::ActionBy;
use crate::text::lang::{Phrase, phrase};

/// The title above what is done in one way.
#[must_use]
pub(crate) fn title(by: ActionBy) -> Phrase {
    match by {
        ActionBy::Setting => phrase("Stelt u zelf in", "What you set yourself"),
        ActionBy::Contract => phrase("Spreekt u af", "What you agree on with the vendor"),
    }
}

/// The word before one thing that is done in one way.
#[must_use]
pub(crate) fn label(by: ActionBy) -> Phrase {
    match by {
        ActionBy::Setting => phrase("Zelf instellen:", "Set yourself:"),
        ActionBy::Contract => phrase("Afspreken:", "Agree with the vendor:"),
    }
}
