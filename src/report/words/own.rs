//! Words for what is the institution's own in a comparison, and what is the tool's.

use crate::compare::Comparison;
use crate::model::{Condition, Criterion, EvidenceRule, KnockOutScope, Localized, Origin, StaleRule};
use crate::text::Lang;
use crate::text::lang::{Phrase, list, phrase};
use crate::tr;
use crate::views::own::{self, Changed, Own, Required};

use super::answers::condition;
use super::{requirement, small, sources};

/// Where nobody wrote down why.
const NOT_SAID: Phrase = phrase(
    "Waarom: niet opgeschreven; gevraagd bij het maken van deze vergelijking.",
    "Why: not written down; asked for when this comparison was made.",
);

/// What was requested on top of the profile, in words: weights, and requirements.
#[must_use]
pub(crate) fn asked(comparison: &Comparison<'_>, lang: Lang) -> [Vec<String>; 2] {
    let requirements = comparison.overrides.requirements.iter().filter_map(|requirement| {
        let criterion = comparison.numbered(&[requirement.criterion]).pop()?;
        Some(accepted(criterion, &requirement.answers, lang))
    });
    [weights(&own::asked(comparison), lang), requirements.collect()]
}

/// A criterion with the answers that a requirement accepts.
#[must_use]
pub(crate) fn accepted(criterion: &Criterion, answers: &Condition, lang: Lang) -> String {
    format!("{}: {}", criterion.title.get(lang), condition(answers, &criterion.question, lang))
}

fn weights(changed: &[Changed<&Criterion>], lang: Lang) -> Vec<String> {
    changed.iter().map(|one| counts(one.what.title.get(lang), one, lang)).collect()
}

/// `toegankelijkheid telt 5 in plaats van 1`.
fn counts<T>(name: &str, one: &Changed<T>, lang: Lang) -> String {
    let (name, to) = (small(name), one.to);
    match one.from {
        Some(from) => {
            tr!(lang, "{name} telt {to} in plaats van {from}", "{name} counts {to} instead of {from}")
        }
        None => tr!(lang, "{name} telt {to}", "{name} counts {to}"),
    }
}

/// What the institution chose itself, a line each with its reason: weights, requirements,
/// and which knock-outs and evidence count. Nothing where it chose nothing.
#[must_use]
pub(crate) fn lines(comparison: &Comparison<'_>, own: &Own<'_, '_>, lang: Lang) -> Vec<String> {
    let because = own.profile.map_or(String::new(), |profile| why(&profile.because, lang));
    let mut lines = Vec::new();
    let mut listed = |label: Phrase, all: Vec<String>, because: &str| {
        if !all.is_empty() {
            lines.push(format!("{} {}. {because}", label.get(lang), all.join("; ")));
        }
    };
    let budgets = own.budgets.iter().map(|one| counts(one.what.title.get(lang), one, lang)).collect();
    listed(phrase("Eigen verdeling over thema's:", "Your own division over themes:"), budgets, &because);
    listed(phrase("Eigen gewichten:", "Your own weights:"), weights(&own.weights, lang), &because);
    listed(phrase("Eigen gewichten:", "Your own weights:"), weights(&own.asked, lang), NOT_SAID.get(lang));
    lines.extend(own.requirements.iter().map(|one| required(comparison, one, lang)));
    lines.extend(own.knock_outs.map(|scope| format!("{} {because}", knock_outs(comparison, scope, lang))));
    lines.extend(own.evidence.map(|rule| format!("{} {because}", evidence(rule, lang))));
    lines
}

/// Rules of the tool that hold because of what the dossier says, a line each.
#[must_use]
pub(crate) fn situation(comparison: &Comparison<'_>, own: &Own<'_, '_>, lang: Lang) -> Vec<String> {
    own.by_situation.iter().map(|one| required(comparison, one, lang)).collect()
}

/// How many demands are the tool's own, and what they are about; `None` where there are
/// none.
#[must_use]
pub(crate) fn by_tool(own: &Own<'_, '_>, lang: Lang) -> Option<String> {
    let names: Vec<String> = own.about.iter().map(|criterion| small(criterion.title.get(lang))).collect();
    let (n, about) = (own.by_tool, names.join("; "));
    match n {
        0 => None,
        1 => Some(tr!(lang, "1 eis. Die gaat over: {about}.", "1 demand. It is about: {about}.")),
        _ if n == names.len() => {
            Some(tr!(lang, "{n} eisen. Die gaan over: {about}.", "{n} demands. They are about: {about}."))
        }
        _ => {
            let subjects = names.len();
            Some(tr!(
                lang,
                "{n} eisen over {subjects} onderwerpen; over sommige gaat meer dan één eis: {about}.",
                "{n} demands on {subjects} subjects; on some there is more than one: {about}."
            ))
        }
    }
}

/// A requirement in words, with its reason.
fn required(comparison: &Comparison<'_>, required: &Required<'_, '_>, lang: Lang) -> String {
    let Required { criterion, requirement: found } = required;
    let because = requirement::because(&found.origin);
    let title = criterion.title.get(lang);
    if found.depends {
        let open =
            phrase("hangt af van wat in het dossier nog open is", "depends on what the dossier leaves open");
        return format!("{title}: {}. {}", open.get(lang), because.get(lang));
    }
    let when: Vec<String> = found
        .when
        .iter()
        .filter_map(|(number, answers)| Some(accepted(comparison.numbered(&[*number]).pop()?, answers, lang)))
        .collect();
    let when = match when.as_slice() {
        [] => String::new(),
        all => tr!(lang, " (alleen bij: {all})", " (only with: {all})", all = list(lang, all)),
    };
    let what = format!("{}{when}.", accepted(criterion, &found.answers, lang));
    match &found.origin {
        Origin::Asked(_) => format!("{what} {}", NOT_SAID.get(lang)),
        // The reason of a rule for a situation says what it requires.
        Origin::Need { .. } => format!("{title}{when}. {}", because.get(lang)),
        Origin::Written(because) => format!("{what} {}", why(because, lang)),
        Origin::Triage { .. } => format!("{what} {}", because.get(lang)),
    }
}

fn why(because: &Localized, lang: Lang) -> String {
    let because = because.get(lang);
    tr!(lang, "Waarom: {because}", "Why: {because}")
}

fn knock_outs(comparison: &Comparison<'_>, scope: &KnockOutScope, lang: Lang) -> String {
    let words = match scope {
        KnockOutScope::All => phrase(
            "Elk antwoord dat volgens een criterium uitsluit, sluit uit.",
            "Every answer that rules out according to a criterion rules out.",
        ),
        KnockOutScope::Weighed => phrase(
            "Een antwoord sluit alleen uit bij een criterium dat meetelt.",
            "An answer rules out only where its criterion has weight.",
        ),
        KnockOutScope::None => phrase(
            "Geen antwoord sluit een product uit, alleen de eisen hierboven doen dat.",
            "No answer rules a product out; only the requirements above do.",
        ),
        KnockOutScope::Criteria(numbers) => {
            let names: Vec<String> = comparison
                .numbered(numbers)
                .into_iter()
                .map(|criterion| small(criterion.title.get(lang)))
                .collect();
            let names = list(lang, &names);
            return tr!(
                lang,
                "Een antwoord sluit alleen uit bij {names}.",
                "An answer rules out only with {names}."
            );
        }
    };
    words.get(lang).to_owned()
}

fn evidence(rule: EvidenceRule, lang: Lang) -> String {
    let grade = sources::grade(rule.minimum_grade).get(lang);
    let stale = match rule.stale {
        StaleRule::Mark => phrase("telt mee, met een merkje", "counts, and is marked"),
        StaleRule::Unknown => phrase("telt niet mee", "does not count"),
    };
    let stale = stale.get(lang);
    tr!(
        lang,
        "De zwakste bron die telt: {grade}. Een oude bron {stale}.",
        "The weakest source that counts: {grade}. A stale source {stale}."
    )
}
