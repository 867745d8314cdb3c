//! Words for what an institution does with an answer.

use crate::model::{Action, ActionBy, ActionWhen, Criterion, Level, Question, SettledBy, Worth};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

use super::answers::condition;

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

/// What makes a criterion as good as can be, where that is up to the institution.
#[must_use]
pub(crate) fn best(criterion: &Criterion, lang: Lang) -> String {
    let question = &criterion.question;
    let Some(best) = question.levels().max() else { return String::new() };
    let is_best = |worth: Worth| worth.fixed() == Some(best);
    let ways: Vec<String> = match question {
        Question::OneOf(answers) => answers
            .iter()
            .filter(|(_, worth)| is_best(*worth))
            .map(|(choice, _)| choice.text.get(lang).to_owned())
            .collect(),
        _ => question
            .rungs()
            .iter()
            .filter(|rung| is_best(rung.worth))
            .filter_map(|rung| Some(condition(rung.when.as_ref()?, question, lang)))
            .collect(),
    };
    let unit = match question {
        Question::Number { unit, .. } => format!(" ({})", unit.get(lang)),
        _ => String::new(),
    };
    let label = match best {
        Level::GOOD => phrase("Gunstig is:", "Good is:"),
        _ => phrase("Het best is:", "Best is:"),
    };
    let (ask, label) = (criterion.ask.get(lang), label.get(lang));
    format!("{ask} {label} {}{unit}", ways.join(phrase("; of: ", "; or: ").get(lang)))
}
