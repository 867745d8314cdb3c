//! The criteria by id, for files that refer to them.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::load::codes;
use crate::load::reader::fields::Reader;
use crate::model::{Criterion, Id};
use crate::say;
use crate::text::Diagnostic;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node, edit};

/// All criteria, also under their earlier ids.
#[derive(Debug)]
pub(crate) struct CriteriaIndex<'a> {
    criteria: &'a IndexMap<Id, Criterion>,
    formerly: IndexMap<&'a str, usize>,
    /// Criteria whose own file could not be read: naming them is not a mistake.
    broken: &'a HashSet<String>,
    /// Whether a folder of criteria could not be read; then any criterion may
    /// be missing.
    incomplete: bool,
}

impl<'a> CriteriaIndex<'a> {
    pub(crate) fn new(
        criteria: &'a IndexMap<Id, Criterion>,
        broken: &'a HashSet<String>,
        incomplete: bool,
    ) -> CriteriaIndex<'a> {
        let mut formerly = IndexMap::new();
        for (number, criterion) in criteria.values().enumerate() {
            for old in &criterion.formerly {
                formerly.entry(old.as_str()).or_insert(number);
            }
        }
        CriteriaIndex { criteria, formerly, broken, incomplete }
    }

    /// The criterion that `node` names; what is unknown, renamed or withdrawn
    /// is reported.
    pub(crate) fn find(&self, reader: &mut Reader, node: Node<'_, '_>) -> Option<(usize, &'a Criterion)> {
        if node.kind() != Kind::Text {
            return None;
        }
        // Computed only when there is something to report.
        let shown = || quoted(node.text());
        let (number, criterion) = if let Some((number, _, criterion)) = self.criteria.get_full(node.text()) {
            (number, criterion)
        } else if let Some((number, (id, criterion))) =
            self.formerly.get(node.text()).and_then(|n| Some((*n, self.criteria.get_index(*n)?)))
        {
            reader.edits.push(edit::word(node, id.as_str()));
            let shown = shown();
            reader.add(
                Diagnostic::new(
                    &codes::RENAMED,
                    node.place(),
                    say!("{shown} heet nu `{id}`", "{shown} is now called `{id}`"),
                )
                .help(codes::RENAMED.advice),
            );
            (number, criterion)
        } else if self.incomplete || self.broken.contains(node.text()) {
            return None;
        } else {
            let shown = shown();
            let message = say!("het criterium {shown} bestaat niet", "the criterion {shown} does not exist");
            let known: Vec<&str> = self.criteria.keys().map(Id::as_str).collect();
            reader.not_among(&codes::UNKNOWN_CRITERION, node.place(), message, node.text(), known);
            return None;
        };
        if criterion.withdrawn.is_some() {
            let shown = shown();
            reader.report(
                &codes::WITHDRAWN,
                node.place(),
                say!(
                    "het criterium {shown} wordt niet meer gebruikt",
                    "the criterion {shown} is no longer used"
                ),
            );
        }
        Some((number, criterion))
    }
}

/// Reports a criterion that is there under both its old and its new id.
pub(crate) fn twice(reader: &mut Reader, key: Node<'_, '_>, id: &str) {
    reader.report(
        &codes::REPEATED,
        key.place(),
        say!(
            "het criterium `{id}` staat er twee keer: met zijn oude en zijn nieuwe id",
            "the criterion `{id}` is listed twice: under its old and its new id"
        ),
    );
}
