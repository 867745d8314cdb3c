//! Words for what an institution does with an answer.

use crate::model::{Action, ActionBy, ActionWhen, SettledBy};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

/// The title above what is done in one way.
#[must_use]
pub(crate) fn title(by: ActionBy) -> Phrase {
    match by {
        ActionBy::Setting => phrase("Stelt u zelf in", "What you set yourself"),
        ActionBy::Contract => phrase("Spreekt u af", "What you agree on with the vendor"),
    }
}

/// What is done, after how and when.
#[must_use]
pub(crate) fn said(action: &Action, settled_by: SettledBy, lang: Lang) -> String {
    let how = match (action.by(settled_by), action.when) {
        (ActionBy::Setting, ActionWhen::Has) => phrase("Zelf instellen:", "Set yourself:"),
        (ActionBy::Setting, ActionWhen::Lacks) => phrase("Zo niet, zelf instellen:", "If not, set yourself:"),
        (ActionBy::Contract, ActionWhen::Has) => phrase("Afspreken:", "Agree with the vendor:"),
        (ActionBy::Contract, ActionWhen::Lacks) => {
            phrase("Zo niet, afspreken:", "If not, agree with the vendor:")
        }
    };
    format!("{} {}", how.get(lang), action.text.get(lang))
}
