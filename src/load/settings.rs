//! The settings of a data folder: what `check` need not say. They are no part of the data,
//! so they change neither a ranking nor the fingerprint.

use crate::load::keys;
use crate::model::{Date, Exception, LoadedFile};
use crate::text::FileId;
use crate::text::yaml::{Kind, Node};

use super::files::decode::decode;
use super::files::folder::{self, Found, SETTINGS};
use super::files::layer::Layer;
use super::files::list::{File, Role, refused};
use super::loaded::Loaded;
use super::reader::fields::{Reader, start_of};

impl Loaded {
    /// Reads the exceptions of the folders that were loaded, and adds what is wrong with
    /// their settings to the findings.
    pub(crate) fn exceptions(&mut self, as_of: Date) -> Vec<Exception> {
        let mut found = Vec::new();
        for (layer, source) in self.layers.clone().iter().enumerate() {
            let Layer::Folder(root) = source else { continue };
            let Some(entry) = folder::beside(root, SETTINGS) else { continue };
            let id = FileId(u32::try_from(self.catalogue.files.len()).unwrap_or(u32::MAX));
            self.catalogue.files.push(LoadedFile {
                inner: entry.inner.clone(),
                shown: entry.shown.clone(),
                layer,
                digest: None,
            });
            let is_refused = matches!(entry.found, Found::Refused(..));
            let file = File { id, layer, entry, role: Role::Other, is_own: true };
            if is_refused {
                self.refused.insert(id);
                self.findings.extend(refused(&file));
                continue;
            }
            let outcome = decode(&file, as_of, false, |reader, node| Some(settings(reader, node, layer)));
            found.extend(outcome.value.into_iter().flatten());
            self.findings.extend(outcome.findings);
            self.texts.extend(outcome.text.map(|text| (id, text)));
        }
        found
    }
}

fn settings(reader: &mut Reader, node: Node<'_, '_>, layer: usize) -> Vec<Exception> {
    let fields = reader.mapping(node, &keys::SETTINGS);
    let list = fields.and_then(|fields| fields.get("exceptions"));
    let items = list.into_iter().flat_map(Node::items);
    items.filter_map(|item| exception(reader, item, layer)).collect()
}

fn exception(reader: &mut Reader, node: Node<'_, '_>, layer: usize) -> Option<Exception> {
    if !reader.expect(node, Kind::Mapping, keys::Shape::Mapping) {
        return None;
    }
    let fields = reader.mapping(node, &keys::EXCEPTION)?;
    let because = fields.get("because").and_then(|node| reader.localized(node));
    let until = reader.day_ahead(&fields, "until");
    Some(Exception {
        code: fields.get("code")?.text().trim().to_uppercase(),
        file: plain_path(fields.get("file")?.text()),
        about: fields.get("about").map(|node| node.text().trim_matches('`').to_owned()),
        because: because?,
        until: until?.on,
        layer,
        place: start_of(node),
    })
}

/// A path inside the folder as this program writes it; empty for the folder itself.
fn plain_path(written: &str) -> String {
    let slashed = written.trim().replace('\\', "/");
    let parts = slashed.split('/').filter(|part| !matches!(*part, "" | "."));
    parts.collect::<Vec<_>>().join("/")
}
