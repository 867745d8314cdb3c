//! Old answers: what a fact or a condition that names one is read as, and how
//! `migrate` writes it. Both are said here, so that they cannot differ.

use crate::load::migration_codes as codes;
use crate::load::reader::fields::{Reader, start_of};
use crate::model::{Criterion, Former, Localized, Set, Stated};
use crate::say;
use crate::text::lang::{list, phrase};
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node, edit};
use crate::text::{Diagnostic, Lang, Message, Phrase};

/// What writes a change down; `migrate` itself need not say so.
pub(crate) const COMMAND: Phrase =
    phrase("`keuzehulp migrate` schrijft dit om.", "`keuzehulp migrate` rewrites this.");

/// The keys of an answer that hold ids.
const OF_ONE: [&str; 2] = ["answer", "one-of"];
const OF_OPTIONS: [&str; 3] = ["has", "lacks", "not-found"];

/// The number of the answer that an old answer is read as, if nobody need look at it.
pub(crate) fn becomes(reader: &mut Reader, node: Node<'_, '_>, criterion: &Criterion) -> Option<usize> {
    let former = find(&criterion.former, node).filter(|former| former.look.is_none())?;
    let number = former.becomes?;
    read_as(reader, node, former, criterion.question.choice(number)?.id.as_str());
    Some(number)
}

/// Why a person must look at this old answer.
pub(crate) fn look<'f>(node: Node<'_, '_>, criterion: &'f Criterion) -> Option<&'f Localized> {
    find(&criterion.former, node).and_then(|former| former.look.as_ref())
}

/// The id that is read for this one.
pub(crate) fn now<'n>(node: Node<'n, '_>, criterion: &'n Criterion) -> &'n str {
    let former = find(&criterion.former, node).filter(|former| former.look.is_none());
    let choice = former.and_then(|former| criterion.question.choice(former.becomes?));
    choice.map_or(node.text(), |choice| choice.id.as_str())
}

/// Whether an old answer says nothing any more in a list of what is not, or is not
/// known, or of what a source says; this is reported.
pub(crate) fn is_dropped(reader: &mut Reader, node: Node<'_, '_>, criterion: &Criterion) -> bool {
    let Some(why) = look(node, criterion) else { return false };
    let shown = quoted(node.text());
    let message = say!(
        "{shown} is geen antwoord meer en zegt hier niets",
        "{shown} is no longer an answer and says nothing here"
    );
    report(reader, node, message, why);
    true
}

/// Why an answer is unknown now: it names an old answer that a person must look at.
/// This is reported.
pub(crate) fn unknown(reader: &mut Reader, answer: Node<'_, '_>, criterion: &Criterion) -> Option<Localized> {
    if criterion.former.is_empty() {
        return None;
    }
    let mut found = None;
    for (_, value) in answer.pairs().filter(|(key, _)| OF_ONE.contains(&key.text()) || key.text() == "has") {
        for item in words(value) {
            let Some(why) = look(item, criterion) else { continue };
            let shown = quoted(item.text());
            let message = say!(
                "{shown} is geen antwoord meer; dit antwoord telt nu als onbekend",
                "{shown} is no longer an answer; this answer now counts as unknown"
            );
            report(reader, item, message, why);
            found = found.or(Some(why));
        }
    }
    found.cloned()
}

/// Whether an answer has an old option, or lacks only options that a migration says were
/// added. Such an answer cannot know the options that came later: those that it does not
/// name count as not found, which is reported.
pub(crate) fn came_later(
    reader: &mut Reader,
    answer: Node<'_, '_>,
    criterion: &Criterion,
    missing: Set,
) -> bool {
    let mut named = answer.pairs().filter(|(key, _)| OF_OPTIONS.contains(&key.text()));
    let is_old = missing.is_subset(criterion.later)
        || named.any(|(_, value)| words(value).any(|item| find(&criterion.former, item).is_some()));
    if is_old {
        let missing: Vec<String> = missing
            .members()
            .filter_map(|at| criterion.question.choice(at))
            .map(|choice| format!("`{}`", choice.id))
            .collect();
        let (nl, en) = (list(Lang::Nl, &missing), list(Lang::En, &missing));
        let message = if missing.len() == 1 {
            say!(
                "dit oude antwoord kent {nl} nog niet; die keuze telt als niet gevonden",
                "this old answer does not know {en} yet; that option counts as not found"
            )
        } else {
            say!(
                "dit oude antwoord kent {nl} nog niet; die keuzes tellen als niet gevonden",
                "this old answer does not know {en} yet; those options count as not found"
            )
        };
        let help = say!(
            "Kijk of het product dit heeft. `keuzehulp migrate` zet het onder `not-found`.",
            "See whether the product has it. `keuzehulp migrate` puts it under `not-found`."
        );
        reader.notice(Diagnostic::new(&codes::LOOK_AGAIN, start_of(answer), message).help(help));
    }
    is_old
}

/// Keeps how an answer is written without old answers.
/// `needless` is what it need not name.
pub(crate) fn rewrite(
    reader: &mut Reader,
    answer: Node<'_, '_>,
    stated: &Stated,
    criterion: &Criterion,
    needless: Set,
) {
    let is_current = criterion.former.is_empty() && criterion.later.is_empty();
    if is_current || answer.pairs().any(|(key, _)| key.text() == "unknown") {
        return;
    }
    if let Stated::Unknown(reason) = stated {
        let keys: Vec<&str> = OF_ONE.into_iter().chain(OF_OPTIONS).collect();
        let nl = edit::quoted(&reason.nl);
        let pair = match &reason.en {
            Some(en) => format!("unknown: {{nl: {nl}, en: {}}}", edit::quoted(en)),
            None => format!("unknown: {nl}"),
        };
        reader.edits.extend(edit::pairs(answer, &keys, &pair));
        return;
    }
    let options: Vec<_> = answer.pairs().filter(|(key, _)| OF_OPTIONS.contains(&key.text())).collect();
    let is_named =
        |id: &str| options.iter().any(|(_, value)| words(*value).any(|item| now(item, criterion) == id));
    let all = criterion.question.choices().enumerate().filter(|_| !options.is_empty());
    let asked = all.filter(|(at, _)| !needless.contains(*at)).map(|(_, choice)| choice.id.as_str());
    let missing: Vec<&str> = asked.filter(|id| !is_named(id)).collect();
    for (key, value) in answer.pairs() {
        if OF_ONE.contains(&key.text()) || OF_OPTIONS.contains(&key.text()) {
            let more: &[&str] = if key.text() == "not-found" { &missing } else { &[] };
            list_of(reader, (key, value), more, criterion);
        }
    }
    let has_place = options.iter().any(|(key, _)| key.text() == "not-found");
    if let Some((first, _)) = options.first().filter(|_| !missing.is_empty() && !has_place) {
        let pair = format!("not-found: [{}]", missing.join(", "));
        reader.edits.push(edit::pair_before(answer, *first, &pair));
    }
}

/// Keeps how a list of answers, or a single one, is written without old answers, with
/// `more` behind it.
pub(crate) fn list_of(
    reader: &mut Reader,
    (key, value): (Node<'_, '_>, Node<'_, '_>),
    more: &[&str],
    criterion: &Criterion,
) {
    let of = |item: Node<'_, '_>| match find(&criterion.former, item) {
        None => edit::Item::Same,
        Some(former) if former.look.is_some() => edit::Item::Gone,
        Some(_) => edit::Item::Word(now(item, criterion).to_owned()),
    };
    let items = once(value, of);
    if !more.is_empty() || items.iter().any(|item| *item != edit::Item::Same) {
        reader.edits.extend(edit::list(key, value, &items, more));
    }
}

/// What becomes of the items of a list of which none is there twice afterwards.
fn once(value: Node<'_, '_>, of: impl Fn(Node<'_, '_>) -> edit::Item) -> Vec<edit::Item> {
    let nodes: Vec<Node<'_, '_>> =
        if value.kind() == Kind::List { value.items().collect() } else { vec![value] };
    let mut items: Vec<edit::Item> = nodes.iter().map(|node| of(*node)).collect();
    let same = nodes.iter().zip(&items).filter(|(_, item)| **item == edit::Item::Same);
    let mut seen: Vec<String> = same.map(|(node, _)| node.text().to_owned()).collect();
    for item in &mut items {
        let edit::Item::Word(word) = item else { continue };
        if seen.contains(word) {
            *item = edit::Item::Gone;
        } else {
            seen.push(word.clone());
        }
    }
    items
}

/// The number of the answer that an old answer in a condition is read as. A condition
/// that can be read as nothing is an error: a demand must not change silently.
pub(crate) fn in_condition(
    reader: &mut Reader,
    node: Node<'_, '_>,
    former: &Former,
    choices: &[&str],
) -> Option<usize> {
    let now = former.becomes.and_then(|number| Some((number, *choices.get(number)?)));
    let Some((number, id)) = now else {
        let shown = quoted(node.text());
        let message = say!(
            "{shown} is geen antwoord meer, en niemand weet wat er nu wordt geëist",
            "{shown} is no longer an answer, and nobody knows what is demanded now"
        );
        let help = former.look.as_ref().map_or(codes::FORMER_DEMAND.advice.into(), Message::from);
        reader.add(Diagnostic::new(&codes::FORMER_DEMAND, node.place(), message).help(help));
        return None;
    };
    read_as(reader, node, former, id);
    Some(number)
}

/// Keeps how a list in a condition, or a single answer, is written without old answers.
pub(crate) fn condition_list(reader: &mut Reader, value: Node<'_, '_>, former: &[Former], choices: &[&str]) {
    if former.is_empty() {
        return;
    }
    let now = |item: Node<'_, '_>| find(former, item).filter(|_| !choices.contains(&item.text()))?.becomes;
    let items = once(value, |item| match now(item).and_then(|number| choices.get(number)) {
        Some(id) => edit::Item::Word((*id).to_owned()),
        None => edit::Item::Same,
    });
    // Nothing goes from a single answer, so no key is needed.
    reader.edits.extend(edit::list(value, value, &items, &[]));
}

fn find<'f>(former: &'f [Former], node: Node<'_, '_>) -> Option<&'f Former> {
    if node.kind() == Kind::Text { Former::find(former, node.text()) } else { None }
}

/// The items of a list, or a single one.
fn words<'a, 't>(node: Node<'a, 't>) -> impl Iterator<Item = Node<'a, 't>> {
    std::iter::once(node).filter(|node| node.kind() == Kind::Text).chain(node.items())
}

fn read_as(reader: &mut Reader, node: Node<'_, '_>, former: &Former, id: &str) {
    let shown = quoted(node.text());
    let message = say!(
        "{shown} is geen antwoord meer en wordt gelezen als `{id}`",
        "{shown} is no longer an answer and is read as `{id}`"
    );
    let because = &former.migration.because;
    reader.notice(Diagnostic::new(&codes::FORMER_ANSWER, node.place(), message).help(with_command(because)));
}

fn report(reader: &mut Reader, node: Node<'_, '_>, message: Message, why: &Localized) {
    reader.notice(Diagnostic::new(&codes::LOOK_AGAIN, node.place(), message).help(with_command(why)));
}

/// A text of the migration, and what writes the change down.
fn with_command(text: &Localized) -> Message {
    let Message { nl, en } = text.into();
    say!("{nl} {command_nl}", "{en} {command_en}", command_nl = COMMAND.nl, command_en = COMMAND.en)
}
