//! The results of reading all files, and the treatment of two files with one
//! id.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::load::codes;
use crate::load::reader::fields::Reader;
use crate::model::{Date, Deviation, DeviationKind, Id};
use crate::say;
use crate::text::safe::clean;
use crate::text::safe::quoted;
use crate::text::yaml::{Node, edit::Edit};
use crate::text::{Diagnostic, FileId, Place};

use super::decode::{Outcome, decode};
use super::list::{File, Role};

/// Gathers the results of all files.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) findings: Vec<Diagnostic>,
    pub(crate) texts: HashMap<FileId, String>,
    /// Per file how it is written without old ids.
    pub(crate) edits: HashMap<FileId, Vec<Edit>>,
    pub(crate) digests: Vec<(usize, [u8; 32])>,
    pub(crate) deviations: Vec<Deviation>,
}

impl Gathered {
    pub(crate) fn take<T>(&mut self, file: &File, outcome: Outcome<T>) -> Option<T> {
        self.digests.extend(outcome.digest.map(|digest| (file.id.0 as usize, digest)));
        if !outcome.edits.is_empty() {
            self.edits.insert(file.id, outcome.edits);
        }
        if !outcome.findings.is_empty() {
            self.texts.extend(outcome.text.map(|text| (file.id, text)));
            self.findings.extend(outcome.findings);
        }
        outcome.value
    }

    /// The values of the files of one role by id, a later layer over those
    /// below it. Also the ids of those that could not be read: naming them is
    /// not a second mistake.
    pub(crate) fn layered<'f, T>(
        &mut self,
        outcomes: impl IntoIterator<Item = (&'f File, &'f Id, Outcome<T>)>,
    ) -> (BTreeMap<Id, T>, HashSet<String>) {
        let mut found: BTreeMap<Id, (&File, Option<T>)> = BTreeMap::new();
        for (file, id, outcome) in outcomes {
            let mut value = self.take(file, outcome);
            if let Some((other, _)) = found.get(id) {
                self.over(file, other);
                // It is unclear which of the two counts, so neither does.
                value = value.filter(|_| other.layer != file.layer);
            }
            found.insert(id.clone(), (file, value));
        }
        let broken = found.iter().filter(|(_, (_, value))| value.is_none());
        let broken = broken.map(|(id, _)| id.to_string()).collect();
        (found.into_iter().filter_map(|(id, (_, value))| Some((id, value?))).collect(), broken)
    }

    /// Adds the results of another gathering.
    pub(crate) fn append(&mut self, other: Gathered) {
        self.findings.extend(other.findings);
        self.texts.extend(other.texts);
        self.edits.extend(other.edits);
        self.digests.extend(other.digests);
        self.deviations.extend(other.deviations);
    }

    /// Handles a file with the id of another: in the same layer this is a
    /// mistake; a file of a lower layer is replaced.
    pub(crate) fn over(&mut self, file: &File, other: &File) {
        if file.layer == other.layer {
            self.findings.push(same_id(file, &other.entry.shown));
        } else {
            self.deviations.push(replaced(file));
        }
    }
}

/// Reads the files of one role; see [`Gathered::layered`].
pub(crate) fn by_id<T>(
    files: &[File],
    id: impl Fn(&Role) -> Option<&Id>,
    as_of: Date,
    gathered: &mut Gathered,
    mut read: impl FnMut(&mut Reader, Node<'_, '_>, &Id) -> Option<T>,
) -> (BTreeMap<Id, T>, HashSet<String>) {
    let mine = files.iter().filter_map(|file| Some((file, id(&file.role)?)));
    let outcomes =
        mine.map(|(file, id)| (file, id, decode(file, as_of, true, |reader, node| read(reader, node, id))));
    gathered.layered(outcomes)
}

/// The finding for a file that has the id of `other`.
pub(crate) fn same_id(file: &File, other: &str) -> Diagnostic {
    let other = quoted(other);
    Diagnostic::new(
        &codes::SAME_ID,
        Place::whole_file(file.id),
        say!("dit bestand heeft dezelfde id als {other}", "this file has the same id as {other}"),
    )
    .help(codes::SAME_ID.advice)
}

/// The deviation for a file that replaces one of a layer below.
pub(crate) fn replaced(file: &File) -> Deviation {
    Deviation {
        // Some places that show it do not clean it.
        what: DeviationKind::File(clean(&file.entry.inner)),
        because: None,
        place: Place::whole_file(file.id),
    }
}
