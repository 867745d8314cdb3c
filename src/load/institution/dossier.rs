//! A dossier: one institution's own answers.

use indexmap::IndexMap;

use crate::load::codes;
use crate::load::criteria::need;
use crate::load::keys;
use crate::load::person;
use crate::load::reader::dates::Written;
use crate::load::reader::fields::{Reader, start_of};
use crate::load::reader::order;
use crate::model::{
    Catalogue, Chosen, Consulted, Dossier, Id, ItemRecord, ItemStatus, Need, Pick, Review, Right,
};
use crate::say;
use crate::text::Diagnostic;
use crate::text::safe::quoted;
use crate::text::yaml::Node;

use super::asked::asked;
use super::candidates::candidates;
use super::named::{Known, named, twice};
use super::own_work::own_work;
use super::triage::triage;

/// Reads a dossier.
pub(super) fn dossier(reader: &mut Reader, node: Node<'_, '_>, known: &Known<'_>) -> Option<Dossier> {
    person::look_for(reader, node);
    person::look_in_comments(reader, node);
    let fields = reader.mapping(node, &keys::DOSSIER)?;
    let kind = fields.get("kind").and_then(|node| kind(reader, node, known.catalogue));
    let need = fields.get("need").map(|node| need::need(reader, node));
    let checklist = fields.get("checklist").map(|node| checklist(reader, node, known, kind));
    // A date that cannot be right is reported where the choice is read.
    let as_of = reader.as_of;
    let choice = fields.get("choice").and_then(|node| Written::under(node, "on"));
    let choice = choice.filter(|choice| choice.on <= as_of);
    let triage = fields.get("triage").map(|node| triage(reader, node, known, kind, choice));
    let consulted = fields.get("consulted").map(|node| consulted(reader, node, choice));
    let in_use = candidates(reader, fields.get("in-use"));
    let candidates = candidates(reader, fields.get("candidates"));
    let own_work = fields.get("own-work").map(|node| own_work(reader, node, known, kind));
    let asked = fields.get("asked").map(|node| asked(reader, node, known, kind));
    let chosen = fields.get("choice").and_then(|node| chosen(reader, node, known.catalogue, kind));
    Some(Dossier {
        institution: fields.get("institution")?.text().to_owned(),
        kind: kind?,
        need: need.unwrap_or_else(Need::default),
        checklist: checklist.unwrap_or_default(),
        triage: triage.unwrap_or_default(),
        candidates,
        in_use,
        own_work: own_work.unwrap_or_default(),
        asked: asked.unwrap_or_default(),
        consulted: consulted.unwrap_or_default(),
        chosen,
        place: node.place(),
    })
}

fn kind(reader: &mut Reader, node: Node<'_, '_>, catalogue: &Catalogue) -> Option<usize> {
    let found = catalogue.kind(node.text());
    if found.is_none() {
        let shown = quoted(node.text());
        let message = say!("de soort {shown} bestaat niet", "the kind {shown} does not exist");
        let names = catalogue.kinds.keys().map(Id::as_str);
        reader.not_among(&codes::UNKNOWN_KIND, node.place(), message, node.text(), names);
    }
    found
}

fn checklist(
    reader: &mut Reader,
    node: Node<'_, '_>,
    known: &Known<'_>,
    kind: Option<usize>,
) -> IndexMap<usize, ItemRecord> {
    let mut found = IndexMap::new();
    let all = &known.catalogue.checklist;
    for (key, value) in node.pairs() {
        let number = named(reader, key, all, kind, (&codes::UNKNOWN_ITEM, known.broken), |shown| {
            say!("het punt {shown} bestaat niet", "the item {shown} does not exist")
        });
        let review = number.and_then(|n| all.get_index(n)).map(|(_, item)| item.review);
        let record = record(reader, value, review.unwrap_or_default());
        if let (Some(number), Some(record)) = (number, record)
            && found.insert(number, record).is_some()
        {
            twice(reader, key.place());
        }
    }
    found
}

fn record(reader: &mut Reader, node: Node<'_, '_>, asked: Review) -> Option<ItemRecord> {
    let fields = reader.mapping(node, &keys::ITEM_RECORD)?;
    let status = reader.word(&fields, "status");
    let on = reader.day(&fields, "on");
    let review = reader.day_ahead(&fields, "review");
    reader.in_order(&order::REVIEW, on, review);
    let status = status?;
    let place = fields.key_place("status").unwrap_or(node.place());
    let has = |name: &str| fields.key_place(name).is_some();
    match status {
        ItemStatus::NotApplicable if !has("because") => {
            let message = say!("waarom is dit niet van toepassing?", "why is this not applicable?");
            let help = say!("voeg `because` toe", "add `because`");
            reader.add(Diagnostic::new(&codes::NO_REASON, place, message).help(help));
        }
        ItemStatus::Done => {
            let missing: Vec<String> = ["role", "on", "filed"]
                .into_iter()
                .filter(|name| !has(name))
                .map(|n| format!("`{n}`"))
                .collect();
            if !missing.is_empty() {
                let (nl, en) = (
                    crate::text::lang::list(crate::text::Lang::Nl, &missing),
                    crate::text::lang::list(crate::text::Lang::En, &missing),
                );
                let message = say!("dit is gedaan; vul nog in: {nl}", "this is done; please fill in: {en}");
                reader.report(&codes::BARE_RECORD, place, message);
            }
            if asked == Review::Required && !has("review") {
                reader.report(&codes::NO_REVIEW, place, codes::NO_REVIEW.title.into());
            }
        }
        _ => {}
    }
    Some(ItemRecord {
        status,
        role: fields.text("role"),
        on: on.map(|on| on.on),
        filed: fields.text("filed"),
        review: review.map(|review| review.on),
        because: fields.text("because"),
        place: node.place(),
    })
}

fn consulted(reader: &mut Reader, node: Node<'_, '_>, choice: Option<Written>) -> Vec<Consulted> {
    let mut found = Vec::new();
    for item in node.items() {
        let Some(fields) = reader.mapping(item, &keys::CONSULTED) else { continue };
        let right: Option<Right> = reader.word(&fields, "right");
        let outcome = fields.text("outcome");
        // A pending consultation may be in the future; one with an outcome may
        // not.
        let on = match outcome {
            Some(_) => reader.day(&fields, "on"),
            None => reader.day_ahead(&fields, "on"),
        };
        if right.is_some_and(Right::comes_before_a_choice) {
            reader.in_order(&order::HEARD, on, choice);
        }
        let on = on.map(|on| on.on);
        if let (Some(body), Some(right), Some(asked)) = (fields.text("body"), right, fields.text("asked")) {
            found.push(Consulted { body, right, asked, outcome, on, place: item.start() });
        }
    }
    found
}

fn chosen(
    reader: &mut Reader,
    node: Node<'_, '_>,
    catalogue: &Catalogue,
    kind: Option<usize>,
) -> Option<Chosen> {
    let fields = reader.mapping(node, &keys::CHOICE)?;
    let on = reader.day(&fields, "on");
    let what = match (fields.get("alternative"), fields.get("instead")) {
        (Some(node), None) => match node.text().split_once('/') {
            Some((product_id, variant)) => {
                Some(Pick::Product(product_id.to_owned(), Some(variant.to_owned())))
            }
            None => Some(Pick::Product(node.text().to_owned(), None)),
        },
        (None, Some(node)) => instead(reader, node, catalogue, kind),
        (None, None) if fields.key_place("alternative").or(fields.key_place("instead")).is_some() => None,
        _ => {
            let place = fields.key_place("instead").unwrap_or(start_of(node));
            reader.report(&codes::CHOICE_FORM, place, codes::CHOICE_FORM.title.into());
            None
        }
    };
    let place = fields.get("alternative").map_or(node.start(), Node::place);
    Some(Chosen {
        what: what?,
        role: fields.text("role"),
        on: on.map(|on| on.on),
        because: fields.text("because")?,
        place,
    })
}

fn instead(
    reader: &mut Reader,
    node: Node<'_, '_>,
    catalogue: &Catalogue,
    kind: Option<usize>,
) -> Option<Pick> {
    let holds = |number: usize| {
        let found = catalogue.instead.get_index(number);
        found.is_some_and(|(_, one)| kind.is_none_or(|kind| one.applies_to.contains(kind)))
    };
    let found = catalogue.instead.get_index_of(node.text()).filter(|number| holds(*number));
    if found.is_none() {
        let shown = quoted(node.text());
        let message = say!(
            "het alternatief {shown} bestaat niet voor deze soort",
            "the alternative {shown} does not exist for this kind"
        );
        let all = catalogue.instead.keys().enumerate().filter(|(number, _)| holds(*number));
        let names: Vec<&str> = all.map(|(_, id)| id.as_str()).collect();
        reader.not_among(&codes::UNKNOWN_INSTEAD, node.place(), message, node.text(), names);
    }
    found.map(Pick::Instead)
}
