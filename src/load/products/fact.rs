//! One fact of a vendor file: answers, evidence, the vendor's reply.

use crate::load::codes;
use crate::load::former;
use crate::load::keys;
use crate::load::reader::fields::{Fields, LARGEST_NUMBER, Reader, start_of};
use crate::model::{Answer, Criterion, Fact, NumberRange, Possible, Question, Set, Stated};
use crate::say;
use crate::text::Lang;
use crate::text::lang::list;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};

use super::evidence::{disputed, evidence_list, no_evidence, reply};
use super::own_work::elsewhere;
use super::says::contradictions;
use super::scope::{Scope, choice, numbers};

/// Reads the fact about `criterion` (number `number`).
pub(super) fn fact(
    reader: &mut Reader,
    node: Node<'_, '_>,
    (number, criterion): (usize, &Criterion),
    scope: &Scope<'_>,
) -> Option<Fact> {
    let fields = reader.mapping(node, &keys::FACT)?;
    let because = fields.get("because").and_then(|node| reader.localized(node));
    if scope.amends && because.is_none() {
        reader.report(
            &codes::AMEND_REASON,
            start_of(node),
            say!(
                "dit feit wijkt af van de gegevens eronder en heeft geen `because`",
                "this fact differs from the data below and has no `because`"
            ),
        );
    }
    let mut answers: Vec<Answer> = Vec::new();
    let list = fields.get("answers");
    for item in list.iter().flat_map(|list| list.items()) {
        let Some(answer) = answer(reader, item, criterion, scope) else { continue };
        let twice = answers
            .iter()
            .fold(Set::EMPTY, |set, known| set.union(known.variants))
            .intersection(answer.variants);
        for variant in twice.members() {
            let shown = quoted(scope.variants.get(variant).copied().unwrap_or(""));
            reader.report(
                &codes::VARIANT_TWICE,
                start_of(item),
                say!("de variant {shown} heeft al een antwoord", "the variant {shown} already has an answer"),
            );
        }
        answers.push(answer);
    }
    if list.is_some_and(|list| list.items().next().is_none()) {
        reader.report(
            &codes::NOTHING_INSIDE,
            list.map_or(node.place(), Node::place),
            say!("hier staat geen enkel antwoord", "there is no answer here"),
        );
    }
    let items = fields.get("evidence");
    let found = items.map(|list| evidence_list(reader, list, criterion, scope)).unwrap_or_default();
    for (node, item) in items.iter().flat_map(|list| list.items()).zip(&found) {
        if let Some(item) = item {
            contradictions(reader, (node, item), &answers, criterion, scope);
        }
    }
    // An item that could not be read was reported; do not also report that
    // there is none.
    let complete = found.iter().all(Option::is_some);
    let evidence: Vec<_> = found.into_iter().flatten().collect();
    for answer in answers.iter().filter(|a| complete && matches!(a.stated, Stated::Possible(_))) {
        no_evidence(reader, answer, &evidence, scope);
    }
    // Without one of its items it is unknown which source is the oldest.
    let oldest = scope.oldest(evidence.iter().map(|item| item.source)).filter(|_| complete);
    let reply = fields.get("reply").and_then(|node| reply(reader, node, oldest, scope));
    let disputed = fields.get("disputed").and_then(|node| disputed(reader, node, oldest));
    Some(Fact { criterion: number, answers, evidence, reply, disputed, because, place: node.place() })
}

const FORMS: [&str; 7] = ["answer", "one-of", "has", "lacks", "not-found", "between", "unknown"];

fn answer(
    reader: &mut Reader,
    node: Node<'_, '_>,
    criterion: &Criterion,
    scope: &Scope<'_>,
) -> Option<Answer> {
    let fields = reader.mapping(node, &keys::ANSWER)?;
    let variants = fields.get("for").map_or(Set::EMPTY, |node| scope.variants(reader, node));
    let note = fields.get("note").and_then(|node| reader.localized(node));
    let needless = if variants.intersection(scope.self_hosted).is_empty() {
        criterion.question.own_work()
    } else {
        Set::EMPTY
    };
    let stated = stated(reader, &fields, node, criterion, needless)?;
    former::rewrite(reader, node, &stated, criterion, needless);
    if elsewhere(reader, &fields, criterion, (variants, scope)) {
        return None;
    }
    (!variants.is_empty()).then(|| Answer { variants, stated, note, place: start_of(node) })
}

/// What an answer says. `needless` is what an answer with options need not name.
fn stated(
    reader: &mut Reader,
    fields: &Fields<'_, '_>,
    node: Node<'_, '_>,
    criterion: &Criterion,
    needless: Set,
) -> Option<Stated> {
    let written: Vec<&str> = FORMS.into_iter().filter(|form| fields.key_place(form).is_some()).collect();
    let has_form = |form: &&str| matches!(*form, "has" | "lacks" | "not-found");
    let forms = written.iter().filter(|f| !has_form(f)).count() + usize::from(written.iter().any(has_form));
    if forms != 1 {
        let message = match forms {
            0 => say!("dit antwoord zegt niets", "this answer says nothing"),
            _ => say!("dit antwoord heeft meer dan één vorm", "this answer has more than one form"),
        };
        reader.report(&codes::WRONG_FORM, start_of(node), message);
        return None;
    }
    if let Some(reason) = fields.get("unknown") {
        return reader.localized(reason).map(Stated::Unknown);
    }
    // A reason that says nothing, or is no text, was reported.
    let form = written.first().copied().filter(|form| *form != "unknown")?;
    if let Some(reason) = former::unknown(reader, node, criterion) {
        return Some(Stated::Unknown(reason));
    }
    in_form(reader, (fields, form), node, criterion, needless).map(Stated::Possible)
}

/// The answers that remain possible, as a vendor file and a dossier write them.
/// `needless` is what an answer with options need not name.
pub(in crate::load) fn possible(
    reader: &mut Reader,
    fields: &Fields<'_, '_>,
    node: Node<'_, '_>,
    criterion: &Criterion,
    needless: Set,
) -> Option<Possible> {
    match stated(reader, fields, node, criterion, needless)? {
        Stated::Possible(possible) => Some(possible),
        Stated::Unknown(_) => None,
    }
}

fn in_form(
    reader: &mut Reader,
    (fields, form): (&Fields<'_, '_>, &str),
    node: Node<'_, '_>,
    criterion: &Criterion,
    needless: Set,
) -> Option<Possible> {
    let possible = match (&criterion.question, form) {
        (Question::OneOf(_), "answer") => {
            let at = choice(reader, fields.get("answer")?, criterion)?;
            Possible::Choices(Set::one(at))
        }
        (Question::OneOf(_), "one-of") => {
            let items = reader.one_or_list(fields.get("one-of")?);
            let found: Vec<Option<usize>> =
                items.into_iter().map(|item| choice(reader, item, criterion)).collect();
            Possible::Choices(found.into_iter().collect::<Option<Vec<_>>>()?.into_iter().collect())
        }
        (Question::AnyOf { .. }, "has" | "lacks" | "not-found") => {
            options(reader, fields, node, criterion, needless)?
        }
        (Question::Number { .. }, "answer") => numbers(reader, &[fields.get("answer")?], criterion)?,
        (Question::Number { .. }, "one-of") => {
            let items = reader.one_or_list(fields.get("one-of")?);
            numbers(reader, &items, criterion)?
        }
        (Question::Number { .. }, "between") => between(reader, fields.get("between")?)?,
        _ => {
            let id = &criterion.id;
            reader.report(
                &codes::WRONG_FORM,
                start_of(node),
                say!(
                    "`{form}` past niet bij de vraag van `{id}`",
                    "`{form}` does not fit the question of `{id}`"
                ),
            );
            return None;
        }
    };
    let nothing = match &possible {
        Possible::Choices(set) => set.is_empty(),
        Possible::Numbers { ranges, named } => ranges.is_empty() && named.is_empty(),
        Possible::Options { .. } => false,
    };
    if nothing {
        reader.report(
            &codes::NOTHING_INSIDE,
            start_of(node),
            say!("dit antwoord laat niets over", "this answer leaves no possibility"),
        );
        return None;
    }
    Some(possible)
}

fn options(
    reader: &mut Reader,
    fields: &Fields<'_, '_>,
    node: Node<'_, '_>,
    criterion: &Criterion,
    needless: Set,
) -> Option<Possible> {
    let before = reader.errors();
    let mut sets = [Set::EMPTY; 3];
    let mut seen = Set::EMPTY;
    for (at, key) in ["has", "lacks", "not-found"].into_iter().enumerate() {
        let Some(list) = fields.get(key) else { continue };
        for item in reader.one_or_list(list) {
            if former::is_dropped(reader, item, criterion) {
                continue;
            }
            let Some(option) = choice(reader, item, criterion) else { continue };
            // Twice in one list is possible where old options became one.
            if seen.contains(option) && !sets[at].contains(option) {
                let shown = quoted(item.text());
                reader.report(
                    &codes::OPTION_PLACES,
                    item.place(),
                    say!(
                        "{shown} staat in meer dan één van `has`, `lacks` en `not-found`",
                        "{shown} is in more than one of `has`, `lacks` and `not-found`"
                    ),
                );
            }
            seen.insert(option);
            sets[at].insert(option);
        }
    }
    if reader.errors() > before {
        return None;
    }
    let missing = Set::first(criterion.question.count()).without(seen.union(needless));
    if !missing.is_empty() && !former::came_later(reader, node, criterion, missing) {
        let named = missing.members().filter_map(|at| criterion.question.choice(at));
        let missing: Vec<String> = named.map(|choice| format!("`{}`", choice.id)).collect();
        let (nl, en) = (list(Lang::Nl, &missing), list(Lang::En, &missing));
        let message = if missing.len() == 1 {
            say!(
                "{nl} staat niet in `has`, `lacks` of `not-found`",
                "{en} is not in `has`, `lacks` or `not-found`"
            )
        } else {
            say!(
                "{nl} staan niet in `has`, `lacks` of `not-found`",
                "{en} are not in `has`, `lacks` or `not-found`"
            )
        };
        reader.report(&codes::OPTION_PLACES, start_of(node), message);
        return None;
    }
    let [has, lacks, _] = sets;
    Some(Possible::Options { has, lacks })
}

fn between(reader: &mut Reader, node: Node<'_, '_>) -> Option<Possible> {
    let items: Vec<_> = node.items().collect();
    let [from, to] = items.as_slice() else {
        reader.report(
            &codes::BAD_RANGE,
            node.place(),
            say!(
                "`between` heeft twee getallen: het kleinste en het grootste",
                "`between` has two numbers: the smallest and the largest"
            ),
        );
        return None;
    };
    let from = reader.number(*from, LARGEST_NUMBER, &codes::BAD_NUMBER);
    if to.kind() == Kind::Text && to.text().starts_with(char::is_alphabetic) && to.text() != "unlimited" {
        let shown = quoted(to.text());
        reader.report(
            &codes::BAD_RANGE,
            to.place(),
            say!("{shown} kan geen grens zijn", "{shown} cannot be a bound"),
        );
        return None;
    }
    let to = if to.text() == "unlimited" {
        None
    } else {
        Some(reader.number(*to, LARGEST_NUMBER, &codes::BAD_NUMBER)?)
    };
    let from = from?;
    if to.is_some_and(|to| to < from) {
        reader.report(
            &codes::BAD_RANGE,
            node.place(),
            say!("het eerste getal is groter dan het tweede", "the first number is larger than the second"),
        );
        return None;
    }
    Some(Possible::Numbers { ranges: vec![NumberRange { from, to }], named: Set::EMPTY })
}
