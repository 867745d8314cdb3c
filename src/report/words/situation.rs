//! Requirements that depend on the situation of the institution.

use crate::compare::Comparison;
use crate::institution::situation::{NeedOutcome, fields_of};
use crate::model::{Criterion, NeedRule};
use crate::report::words::need::field_name;
use crate::text::Lang;
use crate::text::lang::{Phrase, list, phrase};

/// The id of what the situation makes of a rule.
#[must_use]
pub(crate) fn need_outcome_id(outcome: NeedOutcome) -> &'static str {
    match outcome {
        NeedOutcome::Holds => "holds",
        NeedOutcome::DoesNotHold => "does-not-hold",
        NeedOutcome::Open => "open",
        NeedOutcome::NotAsked => "not-asked",
    }
}

/// What people read before the rules with an outcome. They do not read of rules
/// that do not hold for them.
const OUTCOMES: [(NeedOutcome, Phrase); 3] = [
    (
        NeedOutcome::Holds,
        phrase("Door uw situatie geldt ook:", "Because of your situation this applies too:"),
    ),
    (
        NeedOutcome::Open,
        phrase("Hangt af van wat uw dossier nog open laat:", "Depends on what your dossier leaves open:"),
    ),
    (
        NeedOutcome::NotAsked,
        phrase(
            "Met een dossier gelden ook eisen die van uw situatie afhangen:",
            "With a dossier, requirements that depend on your situation apply too:",
        ),
    ),
];

/// What the situation makes of the requirements that depend on it, a line for
/// each outcome.
#[must_use]
pub(crate) fn situation(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let line = |(wanted, label): (NeedOutcome, Phrase)| {
        let rules: Vec<String> = comparison
            .need_rules()
            .filter(|(_, _, outcome)| *outcome == wanted)
            .map(|(rule, criterion, _)| named(rule, criterion, lang))
            .collect();
        (!rules.is_empty()).then(|| format!("{} {}.", label.get(lang), rules.join("; ")))
    };
    OUTCOMES.into_iter().filter_map(line).collect()
}

/// A requirement by its criterion, and by what it depends on where that is
/// something else.
fn named(rule: &NeedRule, criterion: &Criterion, lang: Lang) -> String {
    let fields: Vec<String> =
        fields_of(rule).into_iter().map(|field| field_name(field).get(lang).to_owned()).collect();
    let fields = list(lang, &fields);
    let title = criterion.title.get(lang);
    if title.to_lowercase() == fields { title.to_owned() } else { format!("{title} ({fields})") }
}
