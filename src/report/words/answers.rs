//! Answers and conditions on them, in the words of the criterion.

use crate::assess::answers::{everything, rules_nothing_out};
use crate::model::{Bounds, Condition, NumberRange, Possible, Question, Set, Term};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;

use super::levels::level_word;

/// Yes or no.
#[must_use]
pub(crate) fn yes_or_no(yes: bool) -> Phrase {
    if yes { phrase("ja", "yes") } else { phrase("nee", "no") }
}

/// The texts of some of the choices of a question.
fn texts(question: &Question, set: Set, lang: Lang) -> Vec<String> {
    let text = |at| question.choice(at).map_or(String::new(), |choice| choice.text.get(lang).to_owned());
    set.members().map(text).collect()
}

/// A condition in the words of the answers.
#[must_use]
pub(crate) fn condition(condition: &Condition, question: &Question, lang: Lang) -> String {
    match condition {
        Condition::Any(terms) => {
            let term = |term: &Term| match term {
                Term::Choice(at) => texts(question, Set::one(*at), lang).concat(),
                Term::Level(level) => level_word(*level).get(lang).to_owned(),
            };
            let terms: Vec<String> = terms.iter().map(term).collect();
            terms.join(phrase("; of: ", "; or: ").get(lang))
        }
        Condition::All(bounds) => bounded(bounds, question, lang),
    }
}

fn bounded(bounds: &Bounds, question: &Question, lang: Lang) -> String {
    let texts = |set| texts(question, set, lang).join("; ");
    let of =
        bounds.counting.map_or(String::new(), |set| tr!(lang, " van: {all}", " of: {all}", all = texts(set)));
    let filled = |set: Set| (!set.is_empty()).then(|| texts(set));
    let parts = [
        (phrase("met:", "with:"), filled(bounds.including)),
        (phrase("zonder:", "without:"), filled(bounds.lacking)),
        (phrase("alleen:", "only:"), bounds.only.map(texts)),
        (phrase("ten minste", "at least"), bounds.at_least.map(|least| format!("{least}{of}"))),
        (phrase("ten hoogste", "at most"), bounds.at_most.map(|most| format!("{most}{of}"))),
    ];
    let parts = parts.into_iter().filter_map(|(label, part)| Some(format!("{} {}", label.get(lang), part?)));
    let all = parts.collect::<Vec<_>>().join(phrase(" en ", " and ").get(lang));
    match filled(bounds.or) {
        None => all,
        Some(or) => tr!(lang, "{all}; of: {or}", "{all}; or: {or}"),
    }
}

/// The answers that remain possible, in their own words. Empty when nothing is
/// ruled out.
#[must_use]
pub(crate) fn answers(question: &Question, possible: &Possible, lang: Lang) -> String {
    // Where the institution does not run it, own work is ruled out by that alone.
    let anywhere = everything(question);
    let elsewhere = anywhere.without(question.own_work());
    if rules_nothing_out(&anywhere, possible) || rules_nothing_out(&elsewhere, possible) {
        return String::new();
    }
    let or = phrase(" / of: ", " / or: ").get(lang);
    match possible {
        Possible::Choices(set) => texts(question, *set, lang).join(or),
        Possible::Options { has, lacks } => options(question, *has, *lacks, lang),
        Possible::Numbers { ranges, named } => {
            let unit = match question {
                Question::Number { unit, .. } => unit.get(lang),
                _ => "",
            };
            let mut parts: Vec<String> = ranges.iter().map(|range| numbers(range, unit, lang)).collect();
            parts.extend(texts(question, *named, lang));
            parts.join(or)
        }
    }
}

fn options(question: &Question, has: Set, lacks: Set, lang: Lang) -> String {
    let texts = |set| texts(question, set, lang).join("; ");
    let open = Set::first(question.count()).without(has).without(lacks);
    let mut parts = Vec::new();
    if !has.is_empty() {
        parts.push(texts(has));
    } else if open.is_empty() {
        parts.push(phrase("geen van deze keuzes", "none of these options").get(lang).to_owned());
    } else if !lacks.is_empty() {
        parts.push(tr!(lang, "niet: {lacked}", "not: {lacked}", lacked = texts(lacks)));
    }
    if !open.is_empty() {
        parts.push(tr!(lang, "niet gevonden: {open}", "not found: {open}", open = texts(open)));
    }
    parts.join(". ")
}

fn numbers(range: &NumberRange, unit: &str, lang: Lang) -> String {
    let from = range.from;
    match range.to {
        Some(to) if to == from => format!("{to} {unit}"),
        Some(to) => tr!(lang, "{from} tot en met {to} {unit}", "{from} to {to} {unit}"),
        None => tr!(lang, "{from} {unit} of meer", "{from} {unit} or more"),
    }
}
