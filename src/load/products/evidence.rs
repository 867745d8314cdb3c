//! What a fact rests on, and the vendor's reply.

use crate::load::codes;
use crate::load::former;
use crate::load::keys;
use crate::load::reader::dates::Written;
use crate::load::reader::fields::{Reader, start_of};
use crate::load::reader::order;
use crate::model::{Answer, Criterion, DayOrMonth, Disputed, Evidence, Question, Reply};
use crate::say;
use crate::text::yaml::Node;

use super::scope::{Scope, choice, numbers};

/// The longest quote, in characters (article 15a of the Dutch copyright act
/// allows quotations of a reasonable length; this bound is ours).
pub(in crate::load) const LONGEST_QUOTE: usize = 300;

/// Reports an answer that has no evidence for one of its variants.
pub(super) fn no_evidence(reader: &mut Reader, answer: &Answer, evidence: &[Evidence], scope: &Scope<'_>) {
    let bare: Vec<String> = answer
        .variants
        .members()
        .filter(|variant| !evidence.iter().any(|item| item.covers(*variant)))
        .filter_map(|variant| scope.variants.get(variant).map(|id| format!("`{id}`")))
        .collect();
    if bare.is_empty() {
        return;
    }
    let message = if bare.len() == answer.variants.len() {
        say!("bij dit antwoord staat geen onderbouwing", "there is no evidence for this answer")
    } else {
        let names = bare.join(", ");
        say!(
            "bij dit antwoord staat geen onderbouwing voor {names}",
            "this answer has no evidence for {names}"
        )
    };
    reader.report(&codes::NO_EVIDENCE, answer.place, message);
}

pub(super) fn evidence_list(
    reader: &mut Reader,
    list: Node<'_, '_>,
    criterion: &Criterion,
    scope: &Scope<'_>,
) -> Vec<Option<Evidence>> {
    list.items().map(|item| evidence(reader, item, criterion, scope)).collect()
}

fn evidence(
    reader: &mut Reader,
    node: Node<'_, '_>,
    criterion: &Criterion,
    scope: &Scope<'_>,
) -> Option<Evidence> {
    let fields = reader.mapping(node, &keys::EVIDENCE)?;
    let source = fields.get("from").and_then(|node| scope.source(reader, node));
    let before = reader.findings.len();
    let variants = fields.get("for").map(|node| scope.variants(reader, node));
    // After a mistake it is unknown which variants the item covers.
    let whose = reader.findings.len() == before;
    let mut says: Vec<String> = Vec::new();
    for item in fields.get("says").map(|node| reader.one_or_list(node)).unwrap_or_default() {
        if former::is_dropped(reader, item, criterion) {
            continue;
        }
        let known = match criterion.question {
            Question::Number { .. } => numbers(reader, &[item], criterion).is_some(),
            _ => choice(reader, item, criterion).is_some(),
        };
        let said = former::now(item, criterion);
        if known && !says.iter().any(|other| other == said) {
            says.push(said.to_owned());
        }
    }
    if let Some(pair) = node.pairs().find(|(key, _)| key.text() == "says") {
        former::list_of(reader, pair, &[], criterion);
    }
    let quote = fields.get("quote").map(|node| quote(reader, node));
    let shows = fields.get("shows").and_then(|node| reader.localized(node));
    let wrote = |name: &str| node.pairs().any(|(key, _)| key.text() == name);
    if wrote("quote") == wrote("shows") {
        let message = if wrote("quote") {
            say!("hier staan een citaat en een omschrijving", "there is both a quote and a description here")
        } else {
            say!(
                "hier staat geen citaat en geen omschrijving",
                "there is neither a quote nor a description here"
            )
        };
        reader.report(&codes::EVIDENCE_FORM, start_of(node), message);
        return None;
    }
    whose.then_some(())?;
    Some(Evidence { source: source?, quote, shows, variants, says, place: start_of(node) })
}

/// A quote; one that is too long is reported.
pub(in crate::load) fn quote(reader: &mut Reader, node: Node<'_, '_>) -> String {
    let text = node.text();
    let length = text.chars().count();
    if length > LONGEST_QUOTE {
        reader.report(
            &codes::LONG_QUOTE,
            node.place(),
            say!(
                "dit citaat heeft {length} tekens; hooguit {LONGEST_QUOTE} kan",
                "this quote has {length} characters; at most {LONGEST_QUOTE} are possible"
            ),
        );
    }
    text.to_owned()
}

/// The reply; `oldest` is the date of the oldest source of the answer.
pub(super) fn reply(
    reader: &mut Reader,
    node: Node<'_, '_>,
    oldest: Option<Written<DayOrMonth>>,
    scope: &Scope<'_>,
) -> Option<Reply> {
    let fields = reader.mapping(node, &keys::REPLY)?;
    let text = fields.get("text").and_then(|node| reader.localized(node));
    let on = reader.day_or_month(&fields, "on");
    reader.in_order(&order::ASKED, scope.asked, on);
    reader.in_order(&order::REPLY, oldest, on);
    let url = fields.get("url").and_then(|node| reader.address(node));
    Some(Reply { text: text?, on: on?.on, url })
}

/// The dispute; `oldest` is the date of the oldest source of the answer.
pub(super) fn disputed(
    reader: &mut Reader,
    node: Node<'_, '_>,
    oldest: Option<Written<DayOrMonth>>,
) -> Option<Disputed> {
    let fields = reader.mapping(node, &keys::DISPUTED)?;
    let on = reader.day_or_month(&fields, "on");
    reader.in_order(&order::DISPUTED, oldest, on);
    let url = fields.get("url").and_then(|node| reader.address(node));
    Some(Disputed { on: on?.on, url })
}
