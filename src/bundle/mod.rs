//! Layer 3: a bundle, the folder with everything that a council needs: what its
//! manifest says, and how a folder differs from that. It reads and writes nothing.

pub mod codes;
mod manifest;
mod path;
mod ranking;

pub(crate) use manifest::{Broken, Listed, Manifest};
pub(crate) use path::is_safe;
pub(crate) use ranking::{Compared, Ranking};

use std::collections::{BTreeMap, BTreeSet};

use crate::say;
use crate::text::{Code, Message};

/// The name of the manifest in its folder.
pub(crate) const MANIFEST: &str = "manifest.txt";
/// The file that keeps git from changing line ends: with other bytes a bundle is
/// no longer the same.
pub(crate) const ATTRIBUTES: &str = ".gitattributes";
/// What that file says.
pub(crate) const ATTRIBUTES_TEXT: &str = "* -text\n";
/// The most files in a bundle.
pub(crate) const MOST_FILES: usize = 100_100;
/// The largest file of a bundle, in bytes.
pub(crate) const MOST_BYTES: u64 = 256 << 20;
/// The most bytes of all files of a bundle together.
pub(crate) const MOST_TOGETHER: u64 = 1 << 30;

/// An entry found in the folder of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Present {
    /// An ordinary file with this fingerprint.
    File(String),
    /// An empty folder.
    EmptyFolder,
    /// Something that was not read, and why.
    Refused(&'static Code, Message),
}

/// A difference from the manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Its kind.
    pub(crate) code: &'static Code,
    /// The path in the bundle, as shown to people.
    pub(crate) path: String,
    /// The difference in words.
    pub(crate) message: Message,
}

impl Difference {
    /// A difference at a path.
    #[must_use]
    pub(crate) fn new(code: &'static Code, path: &str, message: Message) -> Difference {
        Difference { code, path: path.to_owned(), message }
    }
}

/// What a check of a bundle found.
#[derive(Debug)]
pub(crate) struct Verification<'v> {
    /// The differences.
    pub(crate) differences: &'v [Difference],
    /// The fingerprint of the manifest, when there is one.
    pub(crate) fingerprint: Option<&'v str>,
    /// The manifest, when it can be read.
    pub(crate) manifest: Option<&'v Manifest>,
    /// Whether the ranking came out the same; `None` when that was not tried.
    pub(crate) same_ranking: Option<bool>,
}

/// The differences between a manifest and the folder, in order of path.
#[must_use]
pub(crate) fn differences(manifest: &Manifest, present: &BTreeMap<String, Present>) -> Vec<Difference> {
    let listed: BTreeMap<&str, &str> =
        manifest.files.iter().map(|file| (file.path.as_str(), file.sha256.as_str())).collect();
    let paths: BTreeSet<&str> =
        listed.keys().copied().chain(present.keys().map(String::as_str)).filter(|p| *p != MANIFEST).collect();
    let mut found = Vec::new();
    for path in paths {
        let (code, message): (&'static Code, Message) = match (listed.get(path), present.get(path)) {
            (_, Some(Present::Refused(code, message))) => (code, message.clone()),
            (Some(wanted), Some(Present::File(sha256))) if wanted == sha256 => continue,
            (Some(_), Some(Present::File(_))) => (
                &codes::CHANGED,
                say!(
                    "dit bestand is veranderd sinds het pakket is gemaakt",
                    "this file was changed after the bundle was made"
                ),
            ),
            (Some(_), _) => (&codes::MISSING, codes::MISSING.title.into()),
            (None, Some(Present::EmptyFolder)) => (
                &codes::EXTRA,
                say!("deze map hoort niet bij het pakket", "this folder does not belong to the bundle"),
            ),
            (None, _) => (&codes::EXTRA, codes::EXTRA.title.into()),
        };
        found.push(Difference::new(code, path, message));
    }
    found
}
