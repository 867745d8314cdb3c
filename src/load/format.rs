//! How a file of data is best written: its layout, with the order of keys that its
//! tables give.

use crate::text::yaml::{self, Node, format};
use crate::text::{Diagnostic, FileId};

use super::files::folder::SETTINGS;
use super::files::list::{Role, role};
use super::keys::forms::{self, Form};

impl format::Form for Form {
    fn order(self, keys: &[&str]) -> Option<Vec<usize>> {
        self.order_of(keys)
    }

    fn inside(self, key: &str) -> Form {
        self.value(key)
    }

    fn is_apart(self) -> bool {
        matches!(self, Form::Apart(_))
    }
}

/// The text of a file with this path inside the data as it is best written: the same
/// values and comments. The path may be empty; the order of keys then stays.
///
/// The text has no byte-order mark and only LF line ends, as has the result.
///
/// # Errors
/// When its YAML has errors, or it could lose something: why.
#[doc(hidden)]
pub fn of_text(file: FileId, text: &str, inner: &str) -> Result<String, Vec<Diagnostic>> {
    let (tree, _) = yaml::read(file, text);
    let form = tree.root().map_or(Form::Free, |root| match inner {
        SETTINGS => forms::SETTINGS_FILE,
        inner => form(&role(inner), root),
    });
    format::format(file, text, form)
}

/// The form of a file with this root.
fn form(role: &Role, root: Node<'_, '_>) -> Form {
    match role {
        Role::Kinds => forms::KINDS,
        Role::Themes => forms::THEMES,
        Role::Premises => forms::PREMISES,
        Role::Criterion { .. } => forms::CRITERIA,
        Role::Profile { .. } => forms::PROFILES,
        Role::Migration { .. } => forms::MIGRATIONS,
        // Whether a file amends a product depends on the data below it; without a name
        // it can be nothing else.
        Role::Product { .. } if root.pairs().any(|(key, _)| key.text() == "name") => forms::PRODUCT,
        Role::Product { .. } => forms::AMENDED,
        Role::Sentences { .. } => forms::DOCUMENT,
        Role::Instead => forms::INSTEAD_OF,
        Role::Headings => forms::HEADINGS,
        Role::Item { .. } => forms::ITEMS,
        Role::Step { .. } => forms::STEPS,
        Role::Dossier => forms::DOSSIERS,
        Role::BadName | Role::Other => Form::Free,
    }
}
