//! Every word for people that outputs share, once, with its id for machines
//! beside it. A file for each subject:
//!
//! | file | words |
//! | --- | --- |
//! | `actions` | what an institution does with an answer |
//! | `answers` | answers, conditions on them, yes and no |
//! | `checklist`, `institution`, `need`, `requirement`, `situation`, `triage` | what an institution does itself |
//! | `dates`, `number` | days and numbers |
//! | `deviations` | what later layers of data change |
//! | `exam_day` | what is otherwise on the day of an exam |
//! | `findings` | findings and counts of them |
//! | `glossary` | holds `docs/woorden.md` against these words |
//! | `hearing` | whether the maker of a product was heard |
//! | `limits` | what limits a comparison, and what that leaves out |
//! | `levels` | levels, and how much is known |
//! | `notes` | lines about an alternative or a whole comparison |
//! | `own` | what is the institution's own, and what is the tool's |
//! | `premise` | premises, what rests on them and what moves with them |
//! | `products` | names and labels of products and variants, groups |
//! | `risks` | what may go wrong with an alternative |
//! | `rules` | eligibility, blocks, demands, the order |
//! | `score` | points, places, counts |
//! | `script` | what only the script of the page says |
//! | `sentences` | fixed sentences |
//! | `settings` | what an administrator goes through before a product is used |
//! | `sources` | what an answer rests on |
//! | `template`, `word` | the types |
//! | `tiles` | tiles of themes, and what a card says |
//! | `worklist` | the work that is left on the data |

pub(crate) mod actions;
pub(crate) mod answers;
pub(crate) mod checklist;
pub(crate) mod dates;
pub(crate) mod deviations;
pub(crate) mod exam_day;
pub(crate) mod findings;
#[cfg(test)]
mod glossary;
pub(crate) mod hearing;
pub(crate) mod institution;
pub(crate) mod levels;
pub(crate) mod limits;
pub(crate) mod need;
pub(crate) mod notes;
pub(crate) mod number;
pub(crate) mod own;
pub(crate) mod premise;
pub(crate) mod products;
pub(crate) mod questions;
pub(crate) mod requirement;
pub(crate) mod risks;
pub(crate) mod rules;
pub(crate) mod score;
pub(crate) mod script;
pub(crate) mod sentences;
pub(crate) mod settings;
pub(crate) mod situation;
pub(crate) mod sources;
pub(crate) mod template;
pub(crate) mod tiles;
pub(crate) mod triage;
pub(crate) mod word;
pub(crate) mod worklist;

pub(crate) use answers::{answers, condition};
pub(crate) use dates::date;
pub(crate) use institution::{phase, right, right_means};
pub(crate) use levels::{level, level_range, status, worth_word};
pub(crate) use notes::compared;
pub(crate) use products::{alternative, group};
pub(crate) use rules::{block, rank_by};
pub(crate) use score::{places, range, variants};
pub(crate) use sentences::{
    DISCLAIMER, DISPUTED_RIGHT, HIGHER, HOW_TO_READ, NO_LONGER_EXISTS, NOT_ALLOWED, NOTHING,
    NOTHING_TO_COMPARE, PLACES_AND_POINTS,
};
pub(crate) use sources::{basis, extent, force, grade, settled_by, whereabouts};

/// The text with a small initial, to name it in a sentence; a word with another capital,
/// such as an abbreviation, stays as it is.
#[must_use]
pub(crate) fn small(text: &str) -> String {
    // A capital takes no accent in Dutch here; a small letter does.
    if let Some(rest) = text.strip_prefix("Eén ") {
        return format!("één {rest}");
    }
    let word = text.split([' ', '-']).next().unwrap_or_default();
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if !word.chars().skip(1).any(char::is_uppercase) => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}

/// The text with an initial capital.
#[must_use]
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
