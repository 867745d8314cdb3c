//! Words for the day of an exam: what is otherwise on it than on the day of the comparison.

use crate::compare::{Alternative, Comparison, Given, OnExamDay, Then};
use crate::institution::exam_day::{ExamDay, Turn};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::tr;

use super::answers::condition;
use super::dates::date;
use super::levels::level_word;
use super::premise::named;
use super::products::alternative;
use super::score::variants;

/// This many alternatives are named.
const NAMED: usize = 3;

/// The day, in a few words.
#[must_use]
pub(crate) fn held(day: &ExamDay<'_>, lang: Lang) -> String {
    let held = date(day.held, lang);
    if day.is_past {
        return tr!(lang, "De toets was op {held}.", "The exam was on {held}.");
    }
    tr!(lang, "De toets is op {held}.", "The exam is on {held}.")
}

/// What is otherwise on the day, a line for each premise, without any product; nothing
/// where no premise is.
#[must_use]
pub(crate) fn rules(day: &ExamDay<'_>, lang: Lang) -> Vec<String> {
    advised(day, day.turns.iter().map(|turn| of_turn(day, turn, None, lang)).collect(), lang)
}

/// The day of each exam that has one, and what is otherwise on it for the alternatives of a
/// comparison, each after the exam.
#[must_use]
pub(crate) fn lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let of = |on: &OnExamDay<'_>| -> Vec<String> {
        let day = &on.day;
        let title = &day.exam.title;
        let mut found: Vec<String> =
            day.turns.iter().map(|turn| of_turn(day, turn, Some(on), lang)).collect();
        if found.is_empty() {
            found.push(held(day, lang));
        }
        advised(day, found, lang).into_iter().map(|line| format!("{title}: {line}")).collect()
    };
    comparison.exam_days.iter().flat_map(of).collect()
}

/// The lines, the last of which says how to judge as of the day of the exam.
fn advised(day: &ExamDay<'_>, mut lines: Vec<String>, lang: Lang) -> Vec<String> {
    let held = day.held;
    if let Some(last) = lines.last_mut().filter(|_| !day.turns.is_empty()) {
        let advice = tr!(
            lang,
            "De volgorde hier is die van nu; met --as-of {held} ziet u die van dan.",
            "The order here is that of today; --as-of {held} shows that of then."
        );
        *last = format!("{last} {advice}");
    }
    lines
}

/// What a premise that is otherwise on the day does: to the alternatives of a comparison,
/// or else to rules alone.
fn of_turn(day: &ExamDay<'_>, turn: &Turn<'_>, on: Option<&OnExamDay<'_>>, lang: Lang) -> String {
    let (name, held) = (named((turn.id, turn.premise), lang), date(day.held, lang));
    let mut parts = vec![if turn.begins {
        tr!(
            lang,
            "Op de dag van de toets ({held}) geldt ook: {name}.",
            "On the day of the exam ({held}) this holds too: {name}."
        )
    } else {
        tr!(
            lang,
            "Op de dag van de toets ({held}) geldt niet meer: {name}.",
            "On the day of the exam ({held}) this no longer holds: {name}."
        )
    }];
    match on {
        Some(on) => {
            let mine = on.change.demands.iter().filter(|then| then.demand.premise == Some(turn.number));
            parts.extend(mine.map(|then| demand(then, lang)));
            let mine =
                on.change.answers.iter().filter(|given| given.premise == turn.number && !given.by.is_empty());
            parts.extend(mine.map(|given| answer(given, turn.begins, lang)));
        }
        None => {
            let said = turn.knock_outs.iter().map(|(criterion, knock_out)| {
                let (title, when) =
                    (criterion.title.get(lang), condition(&knock_out.when, &criterion.question, lang));
                if turn.begins {
                    tr!(
                        lang,
                        "Dan valt ook af ({title}): “{when}”.",
                        "This then rules out too ({title}): “{when}”."
                    )
                } else {
                    tr!(
                        lang,
                        "Dan valt niet meer af ({title}): “{when}”.",
                        "This then no longer rules out ({title}): “{when}”."
                    )
                }
            });
            parts.extend(said);
        }
    }
    let items: Vec<String> = turn.items.iter().map(|item| item.title.get(lang).to_owned()).collect();
    if !items.is_empty() {
        let items = items.join("; ");
        parts.push(if turn.begins {
            tr!(lang, "Op uw checklist komt erbij: {items}.", "Your checklist gets: {items}.")
        } else {
            tr!(lang, "Van uw checklist gaat af: {items}.", "Your checklist loses: {items}.")
        });
    }
    let steps: Vec<String> = turn.steps.iter().map(|step| step.title.get(lang).to_owned()).collect();
    if !steps.is_empty() {
        let steps = steps.join(" ");
        parts.push(if turn.begins {
            tr!(lang, "De afweging vraagt dan ook: {steps}", "The triage then asks too: {steps}")
        } else {
            tr!(lang, "De afweging vraagt dan niet meer: {steps}", "The triage then no longer asks: {steps}")
        });
    }
    parts.join(" ")
}

/// A demand that applies then and not now, and what becomes of the alternatives.
fn demand(then: &Then<'_>, lang: Lang) -> String {
    let title = then.criterion.title.get(lang);
    let answers = condition(&then.demand.answers, &then.criterion.question, lang);
    let what = if then.demand.basis.is_some() {
        tr!(
            lang,
            "Dan valt ook af ({title}): “{answers}”.",
            "This then rules out too ({title}): “{answers}”."
        )
    } else {
        tr!(
            lang,
            "Dan is ook een eis ({title}): “{answers}”.",
            "This is then required too ({title}): “{answers}”."
        )
    };
    let failing = match then.failing.len() {
        0 => phrase("Geen variant valt daar nu op af", "No variant fails it by what is known now")
            .get(lang)
            .to_owned(),
        count => {
            let (count, names) = (variants(count, lang), names(&then.failing, lang));
            tr!(lang, "Dat treft {count}: {names}", "That affects {count}: {names}")
        }
    };
    let open = match then.open.len() {
        0 => String::new(),
        count => {
            let count = variants(count, lang);
            tr!(lang, "; bij {count} is dat nog open", "; for {count} it is still open")
        }
    };
    format!("{what} {failing}{open}.")
}

/// An answer whose premise begins or ends, and who has it or may have it.
fn answer(given: &Given<'_>, begins: bool, lang: Lang) -> String {
    let (title, text) = (given.criterion.title.get(lang), given.choice.text.get(lang));
    let (count, names) = (variants(given.by.len(), lang), names(&given.by, lang));
    let otherwise = given.choice.rests.and_then(|rests| rests.otherwise);
    let what = match otherwise.filter(|_| !begins).map(level_word) {
        _ if begins => phrase("Telt dan gewoon", "Counts then as it is written").get(lang).to_owned(),
        Some(level) => {
            let level = level.get(lang);
            tr!(lang, "Is dan {level}", "Is then {level}")
        }
        None => phrase("Staat dan open", "Is then open").get(lang).to_owned(),
    };
    tr!(
        lang,
        "{what} ({title}): “{text}”. Dat speelt bij {count}: {names}.",
        "{what} ({title}): “{text}”. That concerns {count}: {names}."
    )
}

/// The first alternatives by name, and how many more.
fn names(all: &[Alternative<'_>], lang: Lang) -> String {
    let named = all.iter().take(NAMED).map(|(product, variant)| alternative(product, variant));
    let mut names: Vec<String> = named.collect();
    let more = all.len() - names.len();
    if more > 0 {
        names.push(tr!(lang, "en nog {more}", "and {more} more"));
    }
    names.join("; ")
}
