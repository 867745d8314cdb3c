//! What to do about a word: "bedoelt u …?", and what an id may be.

use crate::load::codes;
use crate::load::keys::SYNONYMS;
use crate::model::id::BadId;
use crate::say;
use crate::text::characters;
use crate::text::lang::either;
use crate::text::safe::quoted;
use crate::text::suggestion::closest;
use crate::text::{Code, Diagnostic, Lang, Message, Place};

/// The help for a word that is not known: the closest known words, or the
/// advice of the code.
pub(crate) fn suggest<'k>(
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

/// The help for an answer that is not known: the closest answers, or all.
pub(crate) fn suggest_answer(word: &str, known: &[&str]) -> Message {
    let near = suggest(word, known.iter().copied(), &codes::UNKNOWN_ANSWER);
    if near != Message::from(codes::UNKNOWN_ANSWER.advice) || known.is_empty() {
        return near;
    }
    let names: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
    say!(
        "de antwoorden zijn {nl}",
        "the answers are {en}",
        nl = crate::text::lang::list(Lang::Nl, &names),
        en = crate::text::lang::list(Lang::En, &names)
    )
}

/// The finding for a word that cannot be an id.
pub(super) fn bad_id(place: Place, text: &str, why: BadId) -> Diagnostic {
    let shown = quoted(text);
    let message = match why {
        BadId::Length => {
            say!("{shown} is te kort of te lang voor een id", "{shown} is too short or too long for an id")
        }
        _ => say!("{shown} kan geen id zijn", "{shown} cannot be an id"),
    };
    Diagnostic::new(&codes::BAD_ID, place, message).help(id_help(why))
}

/// The finding for a file whose name cannot be an id.
pub(crate) fn bad_file_name(place: Place, stem: &str, why: BadId) -> Diagnostic {
    let shown = quoted(stem);
    let message = say!("de bestandsnaam {shown} kan geen id zijn", "the file name {shown} cannot be an id");
    let found = Diagnostic::new(&codes::BAD_FILE_NAME, place, message);
    match stem.chars().find_map(|c| Some((characters::find(c)?, c))) {
        Some((known, c)) => found.help(say!(
            "in de naam staat {nl} ({number}): {mend_nl}",
            "there is {en} ({number}) in the name: {mend_en}",
            nl = known.name.nl,
            en = known.name.en,
            number = characters::number(c),
            mend_nl = known.mend.nl,
            mend_en = known.mend.en
        )),
        None => found.help(id_help(why)),
    }
}

/// What to do about a word that cannot be an id.
#[must_use]
pub(crate) fn id_help(why: BadId) -> Message {
    match why {
        BadId::FileName => say!(
            "kies een ander woord: Windows staat deze bestandsnaam niet toe",
            "choose another word: Windows does not allow this file name"
        ),
        BadId::Keyword => say!(
            "kies een ander woord: dit betekent in de bestanden iets anders",
            "choose another word: this one has another meaning in the files"
        ),
        BadId::Length | BadId::Characters => codes::BAD_ID.advice.into(),
    }
}
