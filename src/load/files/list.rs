//! The files of all layers: which there are, and what each is by its path.

use std::path::Path;

use crate::load::codes;
use crate::load::reader::help::bad_file_name;
use crate::model::Id;
use crate::text::{Code, Diagnostic, FileId, Place};

use super::folder::{self, Entry, FolderError, Found};
use super::layer::{BUILT_IN, Layer};

/// The path of a dossier inside its layer, whatever its file is called.
pub(crate) const DOSSIER: &str = "dossier.yaml";

/// What a file is, by its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Kinds,
    Themes,
    Premises,
    Criterion { theme: String, id: Id },
    Profile { id: Id },
    Migration { id: Id },
    Product { id: Id },
    Sentences { id: Id },
    Instead,
    Headings,
    Item { id: Id },
    Step { id: Id },
    Dossier,
    BadName,
    Other,
}

impl Role {
    /// The id of a profile.
    pub(crate) fn profile(&self) -> Option<&Id> {
        if let Role::Profile { id } = self { Some(id) } else { None }
    }

    /// The id of a migration.
    pub(crate) fn migration(&self) -> Option<&Id> {
        if let Role::Migration { id } = self { Some(id) } else { None }
    }

    /// The id of an item of the checklist.
    pub(crate) fn item(&self) -> Option<&Id> {
        if let Role::Item { id } = self { Some(id) } else { None }
    }

    /// The id of a step of the triage.
    pub(crate) fn step(&self) -> Option<&Id> {
        if let Role::Step { id } = self { Some(id) } else { None }
    }
}

pub(crate) struct File {
    pub(crate) id: FileId,
    pub(crate) layer: usize,
    pub(crate) entry: Entry,
    pub(crate) role: Role,
    /// Whether it is the user's own file, which may be in one language.
    pub(crate) is_own: bool,
}

impl File {
    /// The name of its folder: the kind of a product, the theme of a criterion.
    pub(crate) fn folder(&self) -> &str {
        self.entry.inner.rsplit('/').nth(1).unwrap_or("")
    }
}

/// All files of all layers, in order of layer and path.
pub(crate) fn list(layers: &[Layer]) -> Result<Vec<File>, FolderError> {
    let mut all: Vec<(usize, Entry)> = Vec::new();
    for (layer, source) in layers.iter().enumerate() {
        let entries = match source {
            Layer::BuiltIn => BUILT_IN
                .iter()
                .map(|(inner, text)| Entry {
                    inner: (*inner).to_owned(),
                    shown: (*inner).to_owned(),
                    found: Found::BuiltIn(text),
                })
                .collect(),
            Layer::Folder(root) => {
                let mut entries = folder::list(root)?;
                if !folder::holds_data(root) {
                    let found = Found::Refused(&codes::NO_DATA, codes::NO_DATA.title.into());
                    let shown = crate::text::safe::clean(&root.to_string_lossy());
                    entries.insert(0, Entry { inner: String::new(), shown, found });
                }
                entries
            }
            Layer::Memory(memory) => {
                let mut entries = memory.list();
                if !memory.holds_data() {
                    let found = Found::Refused(&codes::NO_DATA, codes::NO_DATA.title.into());
                    entries.insert(0, Entry { inner: String::new(), shown: memory.shown(""), found });
                }
                entries
            }
            Layer::Dossier(path) => {
                let shown = crate::text::safe::clean(&path.to_string_lossy());
                vec![Entry { inner: DOSSIER.to_owned(), shown, found: Found::File(path.clone()) }]
            }
            Layer::Profile(path) => {
                let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                let shown = crate::text::safe::clean(&path.to_string_lossy());
                vec![Entry {
                    inner: format!("criteria/profiles/{name}"),
                    shown,
                    found: Found::File(path.clone()),
                }]
            }
        };
        all.extend(entries.into_iter().map(|entry: Entry| (layer, entry)));
    }
    // A set of which a layer is left out would be judged by what it lacks.
    let is_too_many =
        |entry: &Entry| matches!(entry.found, Found::Refused(code, _) if *code == codes::TOO_MANY_FILES);
    if all.iter().any(|(_, entry)| is_too_many(entry)) {
        all.retain(|(_, entry)| is_too_many(entry));
    }
    let empty = all.iter().all(|(_, entry)| entry.inner.is_empty());
    if !empty {
        all.extend(missing(layers, &all));
        all.sort_by(|(a, left), (b, right)| (a, &left.inner).cmp(&(b, &right.inner)));
    }
    let numbered = all.into_iter().enumerate().map(|(number, (layer, entry))| {
        let id = FileId(u32::try_from(number).unwrap_or(u32::MAX));
        let role = if matches!(entry.found, Found::Refused(..)) { Role::Other } else { role(&entry.inner) };
        let is_own = matches!(layers.get(layer), Some(Layer::Profile(_) | Layer::Dossier(_)));
        File { id, layer, entry, role, is_own }
    });
    Ok(numbered.collect())
}

/// The files that every set of data needs and these layers do not have.
fn missing(layers: &[Layer], all: &[(usize, Entry)]) -> Vec<(usize, Entry)> {
    // A file that is there but cannot be read has a finding of its own; one
    // that is skipped because of its name counts as missing.
    let counts =
        |entry: &Entry| !matches!(&entry.found, Found::Refused(code, _) if **code == codes::NOT_READ);
    let has = |wanted: &dyn Fn(&Role) -> bool| {
        let there = |entry: &Entry| entry.inner.starts_with("criteria/") && wanted(&role(&entry.inner));
        all.iter().any(|(_, entry)| counts(entry) && there(entry))
    };
    let top = layers.iter().enumerate().rev().find_map(|(layer, source)| match source {
        Layer::Folder(_) | Layer::Memory(_) => Some((layer, source)),
        _ => None,
    });
    let entry = |inner: &str, code: &'static Code| {
        let (layer, shown) = match top {
            Some((layer, Layer::Folder(root))) => {
                (layer, crate::text::safe::clean(&root.join(inner).to_string_lossy()))
            }
            Some((layer, Layer::Memory(memory))) => (layer, memory.shown(inner)),
            _ => (0, inner.to_owned()),
        };
        let shown = shown.strip_prefix("./").unwrap_or(&shown).to_owned();
        (layer, Entry { inner: inner.to_owned(), shown, found: Found::Refused(code, code.title.into()) })
    };
    // A file in a folder that cannot be read may not be missing.
    let hidden = |inner: &str| {
        all.iter().any(|(_, entry)| {
            matches!(&entry.found, Found::Refused(code, _) if **code == codes::UNREADABLE)
                && Path::new(inner).starts_with(&entry.inner)
        })
    };
    let mut found = Vec::new();
    if !has(&|role| *role == Role::Kinds) && !hidden("criteria/kinds.yaml") {
        found.push(entry("criteria/kinds.yaml", &codes::MISSING_FILE));
    }
    if !has(&|role| *role == Role::Themes) && !hidden("criteria/themes.yaml") {
        found.push(entry("criteria/themes.yaml", &codes::MISSING_FILE));
    }
    if !has(&|role| matches!(role, Role::Profile { .. })) && !hidden("criteria/profiles") {
        found.push(entry("criteria/profiles", &codes::NO_PROFILE));
    }
    found
}

/// What the file with this path inside its layer is.
pub(crate) fn role(inner: &str) -> Role {
    let stem = |name: &str| name.rsplit_once('.').map_or("", |(stem, _)| stem).to_owned();
    let parts: Vec<&str> = inner.split('/').collect();
    let with_id = |name: &str, make: &dyn Fn(Id) -> Role| Id::new(&stem(name)).map_or(Role::BadName, make);
    match parts.as_slice() {
        ["criteria", name] if stem(name) == "kinds" => Role::Kinds,
        ["criteria", name] if stem(name) == "themes" => Role::Themes,
        ["criteria", name] if stem(name) == "premises" => Role::Premises,
        ["criteria", "sentences", name] => with_id(name, &|id| Role::Sentences { id }),
        ["criteria", "triage", name] if stem(name) == "alternatives" => Role::Instead,
        ["criteria", "profiles", name] => with_id(name, &|id| Role::Profile { id }),
        ["criteria", "migrations", name] => with_id(name, &|id| Role::Migration { id }),
        ["criteria", "checklist", name] if stem(name) == "headings" => Role::Headings,
        ["criteria", "checklist", name] => with_id(name, &|id| Role::Item { id }),
        ["criteria", "triage", name] => with_id(name, &|id| Role::Step { id }),
        [DOSSIER] => Role::Dossier,
        ["criteria", theme, name] => with_id(name, &|id| Role::Criterion { theme: (*theme).to_owned(), id }),
        ["vendors", _, name] => with_id(name, &|id| Role::Product { id }),
        _ => Role::Other,
    }
}

/// The finding for a file that is not read.
pub(crate) fn refused(file: &File) -> Option<Diagnostic> {
    let place = Place::whole_file(file.id);
    match (&file.entry.found, &file.role) {
        (Found::Refused(code, message), _) => {
            Some(Diagnostic::new(code, place, message.clone()).help(code.advice))
        }
        (_, Role::Other) => Some(
            Diagnostic::new(&codes::NOT_READ, place, codes::NOT_READ.title.into())
                .help(codes::NOT_READ.advice),
        ),
        (_, Role::BadName) => {
            let name = file.entry.inner.rsplit('/').next().unwrap_or("");
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            Id::new(stem).err().map(|why| bad_file_name(place, stem, why))
        }
        _ => None,
    }
}
