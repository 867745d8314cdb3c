//! What `verify` found, for people.

use crate::bundle::Verification;
use crate::report::words::findings::{DIFFERENCES, FILES, severity};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::text::safe::clean;
use crate::tr;

/// What was found, for people.
#[must_use]
pub fn text(found: &Verification<'_>, lang: Lang) -> String {
    let mut lines: Vec<String> = Vec::new();
    for one in found.differences {
        let (path, word) = (clean(&one.path), severity(one.code.severity).get(lang));
        lines.push(format!("{path}: {word}[{}]: {}", one.code.id, clean(one.message.get(lang))));
    }
    let files = FILES.of(found.manifest.map_or(0, |manifest| manifest.files.len() + 1), lang);
    lines.push(match found.differences.len() {
        0 => tr!(
            lang,
            "Hetzelfde: {files} als toen het pakket werd gemaakt.",
            "The same: {files} as when the bundle was made."
        ),
        n => tr!(lang, "Niet hetzelfde: {all}.", "Not the same: {all}.", all = DIFFERENCES.of(n, lang)),
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
        lines.push(tr!(
            lang,
            "Gemaakt met {tool}. Soort: {kind}. Weging: {profile}. Peildatum: {as_of}.",
            "Made with {tool}. Kind: {kind}. Profile: {profile}. As-of date: {as_of}."
        ));
    }
    if let Some(fingerprint) = found.fingerprint {
        let label = phrase("Vingerafdruk van het manifest:", "Fingerprint of the manifest:").get(lang);
        lines.push(format!("{label} {fingerprint}"));
    }
    lines.push(String::new());
    lines.join("\n")
}
