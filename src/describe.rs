//! Layer 3: parts of the model in people's words, the same in every output.

use crate::model::{Condition, Level, Localized, Question, Set, Term};
use crate::text::Lang;

/// The words of a condition for people, in the answers' own words.
#[must_use]
pub fn describe(condition: &Condition, question: &Question, lang: Lang) -> String {
    let text = |at: usize| question.choice(at).map_or(String::new(), |c| c.text.get(lang).to_owned());
    let texts = |set: Set| set.members().map(text).collect::<Vec<_>>().join("; ");
    match condition {
        Condition::Any(terms) => terms
            .iter()
            .map(|term| match term {
                Term::Choice(at) => text(*at),
                Term::Level(level) => level_word(*level).get(lang).to_owned(),
            })
            .collect::<Vec<_>>()
            .join(match lang {
                Lang::Nl => "; of: ",
                Lang::En => "; or: ",
            }),
        Condition::All(bounds) => {
            let mut parts = Vec::new();
            let mut part = |nl: &str, en: &str, rest: String| {
                parts.push(format!("{} {rest}", if lang == Lang::Nl { nl } else { en }));
            };
            if !bounds.including.is_empty() {
                part("met:", "with:", texts(bounds.including));
            }
            if !bounds.lacking.is_empty() {
                part("zonder:", "without:", texts(bounds.lacking));
            }
            if let Some(only) = bounds.only {
                part("alleen:", "only:", texts(only));
            }
            if let Some(least) = bounds.at_least {
                part("ten minste", "at least", least.to_string());
            }
            if let Some(most) = bounds.at_most {
                part("ten hoogste", "at most", most.to_string());
            }
            if let Some(counting) = bounds.counting {
                part("geteld:", "counting:", texts(counting));
            }
            if !bounds.or.is_empty() {
                part("of:", "or:", texts(bounds.or));
            }
            parts.join(", ")
        }
    }
}

/// The word for a level.
#[must_use]
pub fn level_word(level: Level) -> Localized {
    let (nl, en) = match level {
        Level::GOOD => ("gunstig".to_owned(), "good".to_owned()),
        Level::PARTLY => ("deels".to_owned(), "partly".to_owned()),
        Level::INSUFFICIENT => ("ongunstig".to_owned(), "insufficient".to_owned()),
        other => {
            let percent = other.hundredths();
            (format!("{percent}% gunstig"), format!("{percent}% good"))
        }
    };
    Localized { nl, en: Some(en) }
}
