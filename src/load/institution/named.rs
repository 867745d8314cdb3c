//! What a dossier names: items of the checklist and steps of the triage.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::load::codes;
use crate::load::criteria::index::CriteriaIndex;
use crate::load::reader::fields::Reader;
use crate::model::{Catalogue, Id, Item, Set, Step};
use crate::say;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node, edit};
use crate::text::{Code, Diagnostic, Message, Place};

/// What a dossier can refer to.
pub(super) struct Known<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) criteria: &'a CriteriaIndex<'a>,
    /// Items and steps whose own file could not be read: naming them is not a
    /// mistake.
    pub(super) broken: &'a HashSet<String>,
}

/// What a dossier names: an item, or a step.
pub(super) trait Named {
    fn formerly(&self) -> &[Id];
    fn applies_to(&self) -> Set;
}

impl Named for Item {
    fn formerly(&self) -> &[Id] {
        &self.formerly
    }
    fn applies_to(&self) -> Set {
        self.applies_to
    }
}

impl Named for Step {
    fn formerly(&self) -> &[Id] {
        &self.formerly
    }
    fn applies_to(&self) -> Set {
        self.applies_to
    }
}

/// The number of the item or step that a key names, also by an earlier id.
/// Reports one that does not exist, or not for this kind.
pub(super) fn named<T: Named>(
    reader: &mut Reader,
    key: Node<'_, '_>,
    all: &IndexMap<Id, T>,
    kind: Option<usize>,
    (code, broken): (&'static Code, &HashSet<String>),
    what: fn(&str) -> Message,
) -> Option<usize> {
    if key.kind() != Kind::Text {
        return None;
    }
    let shown = quoted(key.text());
    let earlier = || all.values().position(|one| one.formerly().iter().any(|old| old.as_str() == key.text()));
    let Some((number, (id, found))) = all
        .get_index_of(key.text())
        .or_else(earlier)
        .and_then(|number| Some((number, all.get_index(number)?)))
    else {
        if !broken.contains(key.text()) {
            let message = what(&shown);
            reader.not_among(code, key.place(), message, key.text(), all.keys().map(Id::as_str));
        }
        return None;
    };
    if id.as_str() != key.text() {
        let message = say!("{shown} heet nu `{id}`", "{shown} is now called `{id}`");
        let finding = Diagnostic::new(&codes::RENAMED, key.place(), message);
        reader.edits.push(edit::word(key, id.as_str()));
        reader.add(finding.help(codes::RENAMED.advice));
    }
    if kind.is_some_and(|kind| !found.applies_to().contains(kind)) {
        let message = say!(
            "{shown} geldt niet voor de soort van dit dossier",
            "{shown} does not apply to the kind of this dossier"
        );
        reader.report(&codes::NOT_THIS_KIND, key.place(), message);
        return None;
    }
    Some(number)
}

/// Reports what is there under both its old and its new id.
pub(super) fn twice(reader: &mut Reader, place: Place) {
    let message = say!(
        "dit staat er twee keer: met zijn oude en zijn nieuwe id",
        "this is listed twice: under its old and its new id"
    );
    reader.report(&codes::REPEATED, place, message);
}
