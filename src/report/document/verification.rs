//! What `verify` found.

use crate::bundle::{Verification, codes};
use crate::report::words::findings::{DIFFERENCES, FILES, severity};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::tr;

use super::Document;

/// What was found, one line each.
#[must_use]
pub(crate) fn document(found: &Verification<'_>, lang: Lang) -> Document<'static> {
    let mut document = Document::new(lang, "");
    for one in found.differences {
        let word = severity(one.code.severity).get(lang);
        document.text(format!("{}: {word}[{}]: {}", one.path, one.code.id, one.message.get(lang)));
    }
    let line_ends = found.differences.iter().filter(|one| *one.code == codes::LINE_ENDS).count();
    if line_ends > 0 {
        let word = phrase("tip", "help").get(lang);
        document.text(format!("{word}[{}]: {}", codes::LINE_ENDS.id, codes::LINE_ENDS.advice.get(lang)));
    }
    document.text(match found.differences.len() {
        0 => {
            let files = FILES.of(found.manifest.map_or(0, |manifest| manifest.files.len() + 1), lang);
            tr!(
                lang,
                "Hetzelfde: {files} als toen het pakket werd gemaakt.",
                "The same: {files} as when the bundle was made."
            )
        }
        n if n == line_ends => tr!(
            lang,
            "Niet hetzelfde: van {files} zijn alleen de regeleinden anders; de inhoud is gelijk.",
            "Not the same: in {files} only the line ends are different; the content is the same.",
            files = FILES.of(n, lang)
        ),
        n => tr!(lang, "Niet hetzelfde: {all}.", "Not the same: {all}.", all = DIFFERENCES.of(n, lang)),
    });
    let ranking = match found.same_ranking {
        Some(true) => phrase(
            "Uit de gegevens in de map komt dezelfde volgorde.",
            "The data in the folder gives the same ranking.",
        ),
        Some(false) => phrase(
            "Uit de gegevens in de map komt niet dezelfde volgorde.",
            "The data in the folder does not give the same ranking.",
        ),
        None => phrase("De volgorde is niet nagerekend.", "The ranking was not worked out again."),
    };
    document.text(ranking);
    // What the manifest says of itself is repeated only when it is right.
    let is_right = found.differences.iter().all(|one| *one.code != codes::HEADER);
    if let Some(manifest) = found.manifest.filter(|_| is_right) {
        let (tool, kind) = (&manifest.tool, &manifest.kind);
        let (profile, as_of) = (&manifest.profile, &manifest.as_of);
        document.text(tr!(
            lang,
            "Gemaakt met {tool}. Soort: {kind}. Wat telt hoe zwaar: {profile}. Stand op {as_of}.",
            "Made with {tool}. Kind: {kind}. What counts how much: {profile}. As of {as_of}."
        ));
    }
    if let Some(fingerprint) = found.fingerprint {
        document.text(tr!(
            lang,
            "Vingerafdruk van het manifest: {fingerprint}",
            "Fingerprint of the manifest: {fingerprint}"
        ));
    }
    document
}
