//! `criteria/premises.yaml`, and what names a premise.

use indexmap::IndexMap;

use crate::load::keys::{self, Shape};
use crate::load::products::quote;
use crate::load::reader::fields::{Fields, Reader, start_of};
use crate::load::reader::order;
use crate::load::{codes, premise_codes};
use crate::model::{Date, Id, Localized, Premise, PremiseSource, Validity};
use crate::say;
use crate::text::Diagnostic;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node, edit};

/// The premises that files can name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Premises<'a>(pub(crate) &'a IndexMap<Id, Premise>);

impl Premises<'_> {
    /// The premise that a mapping has under `while`, by number; what is unknown, renamed
    /// or withdrawn is reported.
    pub(crate) fn find(self, reader: &mut Reader, fields: &Fields<'_, '_>) -> Option<usize> {
        let node = fields.get("while")?;
        let is_former = |premise: &Premise| premise.formerly.iter().any(|old| old.as_str() == node.text());
        let now = self.0.get_index_of(node.text());
        let Some(number) = now.or_else(|| self.0.values().position(is_former)) else {
            let shown = quoted(node.text());
            let message = say!("het uitgangspunt {shown} bestaat niet", "the premise {shown} does not exist");
            let known = self.0.keys().map(Id::as_str);
            reader.not_among(&premise_codes::UNKNOWN_PREMISE, node.place(), message, node.text(), known);
            return None;
        };
        let (id, premise) = self.0.get_index(number)?;
        let shown = quoted(node.text());
        if now.is_none() {
            reader.edits.push(edit::word(node, id.as_str()));
            let message = say!("{shown} heet nu `{id}`", "{shown} is now called `{id}`");
            reader.report(&codes::RENAMED, node.place(), message);
        }
        if premise.withdrawn.is_some() {
            let message = say!(
                "het uitgangspunt {shown} wordt niet meer gebruikt",
                "the premise {shown} is no longer used"
            );
            let help = say!(
                "noem een ander uitgangspunt, of haal `while` weg",
                "name another premise, or remove `while`"
            );
            reader.add(Diagnostic::new(&codes::WITHDRAWN, node.place(), message).help(help));
        }
        Some(number)
    }
}

/// Reads the premises.
pub(super) fn premises(reader: &mut Reader, node: Node<'_, '_>) -> IndexMap<Id, Premise> {
    let mut found = IndexMap::new();
    if !reader.expect(node, Kind::Mapping, Shape::Mapping) {
        return found;
    }
    for (key, value) in node.pairs() {
        let id = reader.id(key);
        // After a mistake the id stays known, so that one mistake gives one finding.
        let premise = premise(reader, key, value);
        if let Some(id) = id {
            found.insert(id, premise);
        }
    }
    found
}

fn premise(reader: &mut Reader, key: Node<'_, '_>, node: Node<'_, '_>) -> Premise {
    let fields = reader.mapping(node, &keys::PREMISE);
    let get = |name: &str| fields.as_ref().and_then(|fields| fields.get(name));
    let mut text = |name: &str| get(name).and_then(|node| reader.localized(node));
    let (title, contested, then, withdrawn) =
        (text("title"), text("contested"), text("then"), text("withdrawn"));
    let (from, until) = get("holds").map(|node| holds(reader, node)).unwrap_or_default();
    let formerly = reader.ids(get("formerly"));
    Premise {
        title: title.unwrap_or_else(|| Localized::dutch(key.text())),
        from,
        until,
        contested,
        then,
        sources: get("sources").map(|node| sources(reader, node)).unwrap_or_default(),
        formerly,
        withdrawn,
        place: key.place(),
        by_dates: Validity::Holds,
        assumed: None,
    }
}

/// The first and the last day on which a premise holds, both of which may be to come.
fn holds(reader: &mut Reader, node: Node<'_, '_>) -> (Option<Date>, Option<Date>) {
    let Some(fields) = reader.mapping(node, &keys::HOLDS) else { return (None, None) };
    if node.pairs().next().is_none() {
        let message = say!("hier staat geen datum", "there is no date here");
        reader.report(&codes::NOTHING_INSIDE, start_of(node), message);
    }
    let from = reader.day_ahead(&fields, "from");
    let until = reader.day_ahead(&fields, "until");
    if let (Some(from), Some(until)) = (from, until)
        && until.on < from.on
    {
        let (first, last) = (from.on, until.on);
        let message = say!("{last} is eerder dan {first}", "{last} is before {first}");
        let finding = Diagnostic::new(&premise_codes::PREMISE_DATES, until.place, message);
        let finding = finding.help(premise_codes::PREMISE_DATES.advice);
        reader.add(finding.related(from.place, say!("de eerste dag: {first}", "the first day: {first}")));
    }
    (from.map(|day| day.on), until.map(|day| day.on))
}

fn sources(reader: &mut Reader, node: Node<'_, '_>) -> Vec<PremiseSource> {
    if node.items().next().is_none() {
        let message = say!("een uitgangspunt heeft ten minste één bron", "a premise has at least one source");
        reader.report(&codes::NOTHING_INSIDE, start_of(node), message);
    }
    node.items().filter_map(|item| source(reader, item)).collect()
}

fn source(reader: &mut Reader, node: Node<'_, '_>) -> Option<PremiseSource> {
    let fields = reader.mapping(node, &keys::PREMISE_SOURCE)?;
    let url = fields.get("url").and_then(|node| reader.address(node));
    let dated = reader.day_or_month(&fields, "dated");
    let read = reader.day(&fields, "read");
    reader.in_order(&order::READ, dated, read);
    let shows = fields.get("shows").and_then(|node| reader.localized(node));
    if let Some(place) = fields.key_place("shows").filter(|_| fields.key_place("quote").is_some()) {
        let message =
            say!("hier staan een citaat en een omschrijving", "there is both a quote and a description here");
        reader.report(&codes::EVIDENCE_FORM, place, message);
    }
    Some(PremiseSource {
        title: fields.get("title")?.text().to_owned(),
        url: url?,
        dated: dated.map(|dated| dated.on),
        read: read?.on,
        quote: fields.get("quote").map(|node| quote(reader, node)),
        shows,
    })
}
