//! What to do about a word: "bedoelt u …?", and what an id may be.

use crate::model::id::BadId;
use crate::say;
use crate::text::lang::either;
use crate::text::suggestion::closest;
use crate::text::{Code, Diagnostic, Lang, Message, Place};

use super::codes;
use super::keys::SYNONYMS;
use super::reader::quoted;

/// The help for a word that is not known: the closest known words, or the
/// advice of the code.
pub(super) fn suggest<'k>(
    word: &str,
    known: impl IntoIterator<Item = &'k str> + Clone,
    code: &'static Code,
) -> Message {
    let lower = word.to_lowercase();
    let synonym = SYNONYMS.iter().find(|(dutch, _)| *dutch == lower).map(|(_, meant)| *meant);
    let mut words: Vec<&str> = Vec::new();
    if let Some(meant) = synonym.filter(|meant| known.clone().into_iter().any(|k| k == *meant)) {
        words.push(meant);
    } else {
        words = closest(word, known);
    }
    if words.is_empty() {
        return code.advice.into();
    }
    let names: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    say!(
        "bedoelt u {nl}?",
        "did you mean {en}?",
        nl = either(Lang::Nl, &names),
        en = either(Lang::En, &names)
    )
}

/// The finding for a word that cannot be an id.
pub(super) fn bad_id(code: &'static Code, place: Place, text: &str, why: BadId) -> Diagnostic {
    let shown = quoted(text);
    let message = match why {
        BadId::Length => {
            say!("{shown} is te kort of te lang voor een id", "{shown} is too short or too long for an id")
        }
        BadId::Characters => say!("{shown} kan geen id zijn", "{shown} cannot be an id"),
        BadId::FileName => say!(
            "{shown} kan geen id zijn: Windows staat die bestandsnaam niet toe",
            "{shown} cannot be an id: Windows does not allow that file name"
        ),
        BadId::Keyword => say!(
            "{shown} kan geen id zijn: het woord betekent in deze bestanden iets anders",
            "{shown} cannot be an id: the word means something else in these files"
        ),
    };
    Diagnostic::new(code, place, message).help(codes::BAD_ID.advice)
}
