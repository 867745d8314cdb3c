//! Which errors a comparison cannot rest on, and what is left when the files
//! that have them are left out.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::model::LeftOut;
use crate::text::{Diagnostic, FileId};

use super::files::list::{Role, role};
use super::{DOSSIER, Loaded};

impl Loaded {
    /// The errors that a comparison of this kind cannot rest on: those of its
    /// products, of criteria and profiles, and of files that belong to no kind.
    #[must_use]
    pub fn blocking(&self, kind: Option<usize>) -> Vec<Diagnostic> {
        let other_kinds: Vec<String> = self
            .catalogue
            .kinds
            .keys()
            .enumerate()
            .filter(|(at, _)| kind.is_some_and(|kind| kind != *at))
            .map(|(_, id)| format!("vendors/{id}/"))
            .collect();
        let is_of_other = |finding: &&Diagnostic| {
            let inner = self.inner(finding.place.file);
            other_kinds.iter().any(|prefix| inner.starts_with(prefix))
        };
        let errors = self.findings.iter().filter(|finding| finding.is_error());
        errors.filter(|finding| !is_of_other(finding)).cloned().collect()
    }

    /// Whether the files with these errors can be left out. A dossier cannot:
    /// without it a comparison would show what its triage does not allow. Nor can the
    /// premises: without them answers and demands would count that no longer do.
    #[must_use]
    pub fn can_leave_out(&self, errors: &[Diagnostic]) -> bool {
        let inner = |error: &Diagnostic| self.inner(error.place.file);
        !errors.iter().any(|error| inner(error) == DOSSIER || role(inner(error)) == Role::Premises)
    }

    /// Leaves out the files with these errors: a criterion or profile with errors
    /// is not judged by, and a product with errors is not compared.
    pub fn leave_out(&mut self, errors: &[Diagnostic]) {
        let mut left_out: IndexMap<String, LeftOut> = IndexMap::new();
        for error in errors {
            let path = self.catalogue.path(error.place.file).to_owned();
            left_out.entry(path.clone()).or_insert(LeftOut { path, errors: 0 }).errors += 1;
        }
        let broken: HashSet<FileId> = errors.iter().map(|error| error.place.file).collect();
        for criterion in self.catalogue.criteria.values_mut() {
            criterion.broken |= broken.contains(&criterion.place.file);
        }
        self.catalogue.profiles.retain(|_, profile| !profile.files.iter().any(|file| broken.contains(file)));
        self.catalogue.left_out = left_out.into_values().collect();
    }

    /// The path of a file inside its layer.
    fn inner(&self, file: FileId) -> &str {
        self.catalogue.files.get(file.0 as usize).map_or("", |file| file.inner.as_str())
    }
}
