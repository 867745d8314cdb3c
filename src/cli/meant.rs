//! What somebody may have meant by a word that is not there.

use crate::say;
use crate::text::suggestion::closest;
use crate::text::{Lang, Message};

/// More names than this do not fit in a tip that people read.
const MOST_NAMED: usize = 12;

/// "bedoelt u …?", or everything there is, or where to find it; for what `list`
/// shows.
pub(super) fn mean(word: &str, known: &[&str]) -> Message {
    if known.len() > MOST_NAMED && closest(word, known.iter().copied()).is_empty() {
        return say!("`keuzehulp list` noemt wat er is", "`keuzehulp list` shows what there is");
    }
    mean_among(word, known)
}

/// The same for what belongs to one dossier or product, which `list` does not
/// show: of many, the first few.
pub(super) fn mean_among(word: &str, known: &[&str]) -> Message {
    let near = closest(word, known.iter().copied());
    let names = if near.is_empty() { known } else { &near };
    let names: Vec<String> = names.iter().take(MOST_NAMED).map(|name| format!("`{name}`")).collect();
    let (nl, en) = (crate::text::lang::either(Lang::Nl, &names), crate::text::lang::either(Lang::En, &names));
    match (near.is_empty(), names.len()) {
        (_, 0) => say!("er is er geen", "there is none"),
        (true, shown) if shown < known.len() => {
            say!("het kan onder meer zijn: {nl}", "it can be, for example: {en}")
        }
        (true, _) => say!("het kan zijn: {nl}", "it can be: {en}"),
        (false, _) => say!("bedoelt u {nl}?", "did you mean {en}?"),
    }
}
