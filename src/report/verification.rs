//! What `verify` found: lines for people, and documents for machines.

use serde::Serialize;

use crate::bundle::{Difference, Manifest};
use crate::text::Lang;
use crate::text::lang::{count, phrase};
use crate::text::safe::clean;

use super::findings;

/// What a check of a bundle found.
#[derive(Debug)]
pub struct Verification<'v> {
    /// What is not as it was.
    pub differences: &'v [Difference],
    /// The fingerprint of the manifest, when there is one.
    pub fingerprint: Option<&'v str>,
    /// The manifest, when it can be read.
    pub manifest: Option<&'v Manifest>,
    /// Whether the same ranking came out; `None` when that was not tried.
    pub same_ranking: Option<bool>,
}

/// The document of a bundle that is as it was made.
#[derive(Debug, Serialize)]
pub struct Document<'v> {
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

/// The document of a bundle that is as it was made.
#[must_use]
pub fn document<'v>(found: &Verification<'v>, manifest: &'v Manifest) -> Document<'v> {
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
pub fn differences(found: &[Difference], lang: Lang) -> findings::Document {
    let of = |one: &Difference| {
        let help = one.code.advice.get(lang);
        findings::single(one.code.id, &one.path, one.message.get(lang), Some(help))
    };
    findings::Document::joined(found.iter().map(of).collect())
}

/// What was found, for people.
#[must_use]
pub fn text(found: &Verification<'_>, lang: Lang) -> String {
    let mut lines: Vec<String> = Vec::new();
    for one in found.differences {
        let word = findings::severity(one.code.severity).get(lang);
        lines.push(format!(
            "{}: {word}[{}]: {}",
            clean(&one.path),
            one.code.id,
            clean(one.message.get(lang))
        ));
    }
    let files = found.manifest.map_or(0, |manifest| manifest.files.len() + 1);
    let differences = found.differences.len();
    lines.push(match (lang, differences) {
        (Lang::Nl, 0) => {
            format!("Hetzelfde: {} als toen het pakket werd gemaakt.", count(files, "bestand", "bestanden"))
        }
        (Lang::En, 0) => format!("The same: {} as when the bundle was made.", count(files, "file", "files")),
        (Lang::Nl, n) => format!("Niet hetzelfde: {}.", count(n, "verschil", "verschillen")),
        (Lang::En, n) => format!("Not the same: {}.", count(n, "difference", "differences")),
    });
    let ranking = match found.same_ranking {
        Some(true) => phrase(
            "Uit de gegevens in de map komt dezelfde volgorde.",
            "The data in the folder give the same ranking.",
        ),
        Some(false) => phrase(
            "Uit de gegevens in de map komt niet dezelfde volgorde.",
            "The data in the folder do not give the same ranking.",
        ),
        None => phrase("De volgorde is niet nagerekend.", "The ranking was not worked out again."),
    };
    lines.push(ranking.get(lang).to_owned());
    if let Some(manifest) = found.manifest {
        let (tool, kind, profile, as_of) =
            (clean(&manifest.tool), clean(&manifest.kind), clean(&manifest.profile), clean(&manifest.as_of));
        lines.push(match lang {
            Lang::Nl => format!("Gemaakt met {tool}. Soort: {kind}. Weging: {profile}. Peildatum: {as_of}."),
            Lang::En => format!("Made with {tool}. Kind: {kind}. Profile: {profile}. As-of date: {as_of}."),
        });
    }
    if let Some(fingerprint) = found.fingerprint {
        let label = phrase("Vingerafdruk van het manifest:", "Fingerprint of the manifest:").get(lang);
        lines.push(format!("{label} {fingerprint}"));
    }
    lines.push(String::new());
    lines.join("\n")
}
