//! Why something is demanded, as a sentence.

use std::borrow::Cow;

use crate::model::{Localized, NeedField, NeedValue, Origin};
use crate::say;
use crate::text::lang::{Phrase, list, phrase};
use crate::text::{Lang, Message};

use super::need;

/// For what was requested on top of the profile: nobody wrote a reason.
const ASKED: Phrase = phrase("gevraagd op de opdrachtregel", "asked for on the command line");

/// For what is allowed when nothing was written down.
const NOT_WRITTEN: Phrase = phrase(
    "hierover is niets opgeschreven, en dan geldt dit.",
    "nothing was written about this, so this applies.",
);

/// Why something is demanded, in both languages.
#[must_use]
pub(crate) fn because(origin: &Origin) -> Cow<'_, Localized> {
    let message: Message = match origin {
        Origin::Written(because) => return Cow::Borrowed(because),
        Origin::Need { because, fields } => say!(
            "{nl} (Uw situatie: {nl_fields}.)",
            "{en} (Your situation: {en_fields}.)",
            nl = &because.nl,
            en = because.get(Lang::En),
            nl_fields = situation(fields, Lang::Nl),
            en_fields = situation(fields, Lang::En),
        ),
        Origin::Triage { exam, written } => {
            let (nl, en) = match written {
                Some(written) => (written.as_str(), written.as_str()),
                None => (NOT_WRITTEN.nl, NOT_WRITTEN.en),
            };
            say!("Uw afweging voor {exam}: {nl}", "Your triage of {exam}: {en}")
        }
        Origin::Asked(_) => ASKED.into(),
    };
    Cow::Owned(Localized { nl: message.nl.into(), en: Some(message.en.into()) })
}

/// What the need says of these fields.
fn situation(fields: &[(NeedField, Option<NeedValue>)], lang: Lang) -> String {
    let values: Vec<String> = fields.iter().map(|(field, value)| need::value(*field, *value, lang)).collect();
    list(lang, &values)
}
