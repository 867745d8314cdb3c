//! Conditions on an answer.

use crate::load::codes;
use crate::load::former;
use crate::load::keys::CONDITION;
use crate::load::reader::fields::{LARGEST_NUMBER, Reader, start_of};
use crate::load::reader::help::suggest_answer;
use crate::model::{Bounds, Condition, Criterion, Former, Level, NeedField, QuestionForm, Set, Term, Worth};
use crate::say;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};

use super::need;

/// What a condition can refer to.
#[derive(Clone, Debug)]
pub(crate) struct Words<'q> {
    pub(crate) form: QuestionForm,
    /// The ids of the answers, options or named numbers.
    pub(crate) choices: Vec<&'q str>,
    /// The answers that there were before; none inside `levels` itself.
    pub(crate) former: &'q [Former],
    /// Whether levels can be named; not inside `levels` itself.
    pub(crate) levels: bool,
}

impl<'q> Words<'q> {
    /// What conditions on this criterion can refer to.
    pub(crate) fn of(criterion: &'q Criterion) -> Words<'q> {
        let form = criterion.question.form();
        let choices = criterion.question.choices().map(|choice| choice.id.as_str()).collect();
        Words { form, choices, former: &criterion.former, levels: true }
    }
}

/// The bounds of a condition that come from a field of the need.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NeedBounds {
    pub(super) at_least: Option<NeedField>,
    pub(super) at_most: Option<NeedField>,
}

/// Reads a condition.
pub(crate) fn condition(reader: &mut Reader, node: Node<'_, '_>, words: &Words<'_>) -> Option<Condition> {
    read(reader, node, words, None)
}

/// Reads a condition whose bounds may be fields of the need.
pub(super) fn condition_with_need(
    reader: &mut Reader,
    node: Node<'_, '_>,
    words: &Words<'_>,
) -> Option<(Condition, NeedBounds)> {
    let mut found = NeedBounds::default();
    let condition = read(reader, node, words, Some(&mut found))?;
    Some((condition, found))
}

fn read(
    reader: &mut Reader,
    node: Node<'_, '_>,
    words: &Words<'_>,
    needs: Option<&mut NeedBounds>,
) -> Option<Condition> {
    match node.kind() {
        Kind::Broken => None,
        Kind::Text | Kind::List => {
            let items = reader.one_or_list(node);
            if node.kind() == Kind::List && node.items().next().is_none() {
                reader.report(
                    &codes::NOTHING_INSIDE,
                    node.place(),
                    say!("een lege lijst is geen voorwaarde", "an empty list is not a condition"),
                );
            }
            let mut terms: Vec<Term> = Vec::new();
            for found in items.into_iter().filter_map(|item| term(reader, item, words)) {
                // Old answers may have become one.
                if !terms.contains(&found) {
                    terms.push(found);
                }
            }
            former::condition_list(reader, node, words.former, &words.choices);
            (!terms.is_empty()).then_some(Condition::Any(terms))
        }
        Kind::Mapping => bounds(reader, node, words, needs).map(Condition::All),
    }
}

fn term(reader: &mut Reader, node: Node<'_, '_>, words: &Words<'_>) -> Option<Term> {
    if let Some(at) = words.choices.iter().position(|id| *id == node.text()) {
        return Some(Term::Choice(at));
    }
    let shown = quoted(node.text());
    if let Some(level) = Level::from_name(node.text()) {
        if words.levels {
            return Some(Term::Level(level));
        }
        reader.report(
            &codes::BAD_CONDITION,
            node.place(),
            say!("binnen `levels` kan geen niveau staan", "a level is not allowed inside `levels`"),
        );
        return None;
    }
    if let Some(former) = Former::find(words.former, node.text()) {
        return former::in_condition(reader, node, former, &words.choices).map(Term::Choice);
    }
    if node.text() == Worth::OWN_WORK {
        let message = say!("`own-work` is geen niveau", "`own-work` is not a level");
        let help = say!(
            "noem het antwoord zelf, of de niveaus die goed genoeg zijn",
            "name the answer itself, or the levels that are good enough"
        );
        reader.add(crate::text::Diagnostic::new(&codes::BAD_CONDITION, node.place(), message).help(help));
        return None;
    }
    if words.form == QuestionForm::Number && node.text().bytes().all(|b| b.is_ascii_digit()) {
        reader.add(
            crate::text::Diagnostic::new(
                &codes::BAD_CONDITION,
                node.place(),
                say!(
                    "een getal staat bij `at-least` of `at-most`",
                    "a number belongs with `at-least` or `at-most`"
                ),
            )
            .help(say!(
                "schrijf {{at-least: …}} of {{at-most: …}}",
                "write {{at-least: …}} or {{at-most: …}}"
            )),
        );
        return None;
    }
    let levels: &[&str] = if words.levels { &Level::NAMES } else { &[] };
    let known: Vec<&str> = words.choices.iter().chain(levels).copied().collect();
    let message = say!("{shown} is geen antwoord op deze vraag", "{shown} is not an answer to this question");
    let help = suggest_answer(node.text(), &known);
    reader.add(crate::text::Diagnostic::new(&codes::UNKNOWN_ANSWER, node.place(), message).help(help));
    None
}

fn bounds(
    reader: &mut Reader,
    node: Node<'_, '_>,
    words: &Words<'_>,
    mut needs: Option<&mut NeedBounds>,
) -> Option<Bounds> {
    if words.form == QuestionForm::OneOf {
        reader.report(
            &codes::BAD_CONDITION,
            start_of(node),
            say!(
                "bij een vraag met `one-of` is een voorwaarde een antwoord, een niveau of een lijst daarvan",
                "for a question with `one-of` a condition is an answer, a level or a list of those"
            ),
        );
        return None;
    }
    let before = reader.errors();
    let fields = reader.mapping(node, &CONDITION)?;
    if node.pairs().next().is_none() {
        reader.report(
            &codes::NOTHING_INSIDE,
            start_of(node),
            say!("een lege voorwaarde zegt niets", "an empty condition says nothing"),
        );
    }
    let set = |reader: &mut Reader, key: &str| -> Option<Set> {
        let node = fields.get(key)?;
        let found = reader.members_by(node, |reader, item| option(reader, item, words));
        former::condition_list(reader, node, words.former, &words.choices);
        Some(found)
    };
    let mut number = |reader: &mut Reader, key: &str| {
        let node = fields.get(key)?;
        if !need::is_reference(node) {
            return reader.number(node, LARGEST_NUMBER, &codes::BAD_NUMBER);
        }
        match needs.as_deref_mut().filter(|_| words.form == QuestionForm::Number) {
            None => reader.report(&codes::NEED_PLACE, node.place(), codes::NEED_PLACE.title.into()),
            Some(needs) => {
                let field = need::reference(reader, node);
                *if key == "at-least" { &mut needs.at_least } else { &mut needs.at_most } = field;
            }
        }
        None
    };
    let found = Bounds {
        including: set(reader, "including").unwrap_or_default(),
        lacking: set(reader, "lacking").unwrap_or_default(),
        only: set(reader, "only"),
        at_least: number(reader, "at-least"),
        at_most: number(reader, "at-most"),
        counting: set(reader, "counting"),
        or: set(reader, "or").unwrap_or_default(),
    };
    let bounded = fields.get("at-least").is_some() || fields.get("at-most").is_some();
    for (key, fits, needs_bound) in [
        ("including", words.form == QuestionForm::AnyOf, false),
        ("lacking", words.form == QuestionForm::AnyOf, false),
        ("only", words.form == QuestionForm::AnyOf, false),
        ("counting", words.form == QuestionForm::AnyOf, true),
        ("or", words.form == QuestionForm::Number, true),
    ] {
        let Some(place) = fields.key_place(key) else { continue };
        if !fits {
            reader.report(
                &codes::BAD_CONDITION,
                place,
                say!(
                    "`{key}` past niet bij deze vorm van vraag",
                    "`{key}` does not fit this form of question"
                ),
            );
        } else if needs_bound && !bounded {
            reader.report(
                &codes::BAD_CONDITION,
                place,
                say!(
                    "`{key}` staat alleen naast `at-least` of `at-most`",
                    "`{key}` is allowed only beside `at-least` or `at-most`"
                ),
            );
        }
    }
    if let (Some(least), Some(most)) = (found.at_least, found.at_most)
        && least > most
    {
        reader.report(
            &codes::BAD_CONDITION,
            start_of(node),
            say!("`at-least` is groter dan `at-most`", "`at-least` is larger than `at-most`"),
        );
    }
    (reader.errors() == before).then_some(found)
}

/// The number of the answer that an item of a list in bounds names.
fn option(reader: &mut Reader, item: Node<'_, '_>, words: &Words<'_>) -> Option<usize> {
    let at = words.choices.iter().position(|id| *id == item.text());
    if at.is_some() {
        return at;
    }
    if let Some(former) = Former::find(words.former, item.text()) {
        return former::in_condition(reader, item, former, &words.choices);
    }
    let shown = quoted(item.text());
    let message = say!("{shown} is geen antwoord op deze vraag", "{shown} is not an answer to this question");
    let known = words.choices.iter().copied();
    reader.not_among(&codes::UNKNOWN_ANSWER, item.place(), message, item.text(), known);
    None
}
