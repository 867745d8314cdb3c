//! What the command line can ask of a criterion: `--weight` and `--require`.

use crate::load::codes;
use crate::load::reader::fields::LARGEST_NUMBER;
use crate::load::reader::help::{suggest, suggest_answer};
use crate::model::{
    Bounds, Catalogue, Condition, Criterion, Former, Level, Origin, Question, Requirement, Term,
};
use crate::say;
use crate::text::Message;
use crate::text::safe::quoted;

/// Why a request cannot be understood.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", message.en)]
pub struct RequestError {
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub help: Option<Message>,
}

/// `criterion=number` as a criterion's number and weight.
///
/// # Errors
/// When the criterion does not exist or the weight is not 0–100.
pub fn weight(catalogue: &Catalogue, text: &str) -> Result<(usize, u32), RequestError> {
    let (criterion, value) = split(catalogue, text)?;
    let plain = !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit());
    match value.parse::<u32>().ok().filter(|n| plain && *n <= 100) {
        Some(weight) => Ok((criterion, weight)),
        None => {
            let shown = quoted(value);
            Err(RequestError {
                message: say!(
                    "het gewicht {shown} is geen geheel getal van 0 tot en met 100",
                    "the weight {shown} is not a whole number from 0 to 100"
                ),
                help: None,
            })
        }
    }
}

/// `criterion=answer[,answer…]` as a requirement. Levels are accepted too, and
/// for numbers and counts `at-least:30` and `at-most:30`.
///
/// # Errors
/// When the criterion or an answer does not exist.
pub fn requirement(catalogue: &Catalogue, text: &str) -> Result<Requirement, RequestError> {
    let (criterion, value) = split(catalogue, text)?;
    let Some(found) = catalogue.criterion(criterion) else { return Err(wanted()) };
    Ok(Requirement {
        criterion,
        answers: answers(found, value)?,
        when: Vec::new(),
        premise: None,
        origin: Origin::Asked(text.to_owned()),
        place: None,
        depends: false,
    })
}

/// The words of a requirement that are old answers, each with what it is read as.
#[must_use]
pub fn old_answers(catalogue: &Catalogue, text: &str) -> Vec<Message> {
    let Ok((criterion, value)) = split(catalogue, text) else { return Vec::new() };
    let Some(criterion) = catalogue.criterion(criterion) else { return Vec::new() };
    let read_as = |word: &str| {
        let former = Former::find(&criterion.former, word)?;
        let id = &criterion.question.choice(former.becomes?)?.id;
        let shown = quoted(word);
        Some(say!(
            "{shown} is geen antwoord meer en wordt gelezen als `{id}`",
            "{shown} is no longer an answer and is read as `{id}`"
        ))
    };
    value.split(',').map(str::trim).filter_map(read_as).collect()
}

fn answers(criterion: &Criterion, value: &str) -> Result<Condition, RequestError> {
    let (question, id) = (&criterion.question, criterion.id.as_str());
    let mut bounds = Bounds::default();
    let mut terms = Vec::new();
    for word in value.split(',').map(str::trim) {
        if let Some((name, number)) = word.split_once(':') {
            let number = number.parse::<u64>().ok().filter(|n| *n <= LARGEST_NUMBER);
            match (name, number, question) {
                ("at-least", Some(_), Question::AnyOf { .. } | Question::Number { .. }) => {
                    bounds.at_least = number;
                }
                ("at-most", Some(_), Question::AnyOf { .. } | Question::Number { .. }) => {
                    bounds.at_most = number;
                }
                _ => return Err(unknown_answer(question, id, word)),
            }
        } else if let Some(at) = question.find(word) {
            terms.push(Term::Choice(at));
        } else if let Some(level) = Level::from_name(word) {
            terms.push(Term::Level(level));
        } else if let Some(former) = Former::find(&criterion.former, word) {
            terms.push(Term::Choice(former.becomes.ok_or_else(|| gone(former, id))?));
        } else {
            return Err(unknown_answer(question, id, word));
        }
    }
    if bounds == Bounds::default() {
        return Ok(Condition::Any(terms));
    }
    // Named answers beside a bound are accepted too; a level or option beside a
    // bound is not.
    for term in terms {
        match (term, question) {
            (Term::Choice(at), Question::Number { .. }) => bounds.or.insert(at),
            _ => {
                return Err(RequestError {
                    message: say!(
                        "`at-least` en `at-most` staan hier alleen",
                        "`at-least` and `at-most` cannot be combined with this"
                    ),
                    help: None,
                });
            }
        }
    }
    Ok(Condition::All(bounds))
}

/// An old answer of which nobody knows what it would demand now.
fn gone(former: &Former, id: &str) -> RequestError {
    let shown = quoted(former.id.as_str());
    RequestError {
        message: say!("{shown} is geen antwoord meer op `{id}`", "{shown} is no longer an answer to `{id}`"),
        help: former.look.as_ref().map(Message::from),
    }
}

fn unknown_answer(question: &Question, id: &str, word: &str) -> RequestError {
    let shown = quoted(word);
    let mut known: Vec<&str> = question.choices().map(|choice| choice.id.as_str()).collect();
    known.extend(Level::NAMES);
    let help = suggest_answer(word, &known);
    RequestError {
        message: say!("{shown} is geen antwoord op `{id}`", "{shown} is not an answer to `{id}`"),
        help: Some(help),
    }
}

fn split<'t>(catalogue: &Catalogue, text: &'t str) -> Result<(usize, &'t str), RequestError> {
    let (id, value) = text.split_once('=').ok_or_else(wanted)?;
    match catalogue.criterion_called(id) {
        Some(number) => Ok((number, value)),
        None => {
            let shown = quoted(id);
            let known: Vec<&str> = catalogue.criteria.keys().map(crate::model::Id::as_str).collect();
            Err(RequestError {
                message: say!("het criterium {shown} bestaat niet", "the criterion {shown} does not exist"),
                help: Some(suggest(id, known, &codes::UNKNOWN_CRITERION)),
            })
        }
    }
}

fn wanted() -> RequestError {
    RequestError {
        message: say!("schrijf `criterium=waarde`", "write `criterion=value`"),
        help: Some(say!("bijvoorbeeld `eyetracking=absent`", "for example `eyetracking=absent`")),
    }
}
