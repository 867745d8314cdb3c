//! What `verify` found: `keuzehulp/verification/1`, or findings.

use serde::Serialize;

use crate::bundle::{Difference, Manifest, Verification};
use crate::text::Lang;

use super::findings;

/// What `verify` says of a bundle that is unchanged.
#[derive(Debug, Serialize)]
pub(crate) struct Document<'v> {
    schema: &'static str,
    same: bool,
    files: usize,
    manifest: Fingerprint<'v>,
    tool: &'v str,
    kind: &'v str,
    profile: &'v str,
    as_of: &'v str,
    data: Fingerprint<'v>,
    same_ranking: bool,
}

#[derive(Debug, Serialize)]
struct Fingerprint<'v> {
    sha256: &'v str,
}

/// The document of a bundle that is unchanged.
#[must_use]
pub(crate) fn document<'v>(found: &Verification<'v>, manifest: &'v Manifest) -> Document<'v> {
    Document {
        schema: "keuzehulp/verification/1",
        same: found.differences.is_empty(),
        files: manifest.files.len() + 1,
        manifest: Fingerprint { sha256: found.fingerprint.unwrap_or("") },
        tool: &manifest.tool,
        kind: &manifest.kind,
        profile: &manifest.profile,
        as_of: &manifest.as_of,
        data: Fingerprint { sha256: &manifest.data },
        same_ranking: found.same_ranking == Some(true),
    }
}

/// The differences as a document of findings.
#[must_use]
pub(crate) fn differences(found: &[Difference], lang: Lang) -> findings::Document {
    let of = |one: &Difference| {
        let help = one.code.advice.get(lang);
        findings::single(one.code.id, &one.path, one.message.get(lang), Some(help))
    };
    findings::Document::joined(found.iter().map(of).collect())
}
