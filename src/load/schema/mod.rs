//! A JSON Schema (draft 2020-12) for each kind of file, for editors that complete
//! and explain while someone types.
//!
//! Keys, shapes and descriptions come from the tables of `keys`, ids and answers
//! from the data. A schema may let through what loading refuses, and never refuses
//! what loading accepts: `check` has the last word.
//!
//! Read in this order: `parts` (shapes and tables), `answers` (what a criterion
//! adds), then a file per room.

mod answers;
mod criteria;
mod institution;
mod parts;
mod products;
mod profiles;

use serde_json::{Value, json};

use super::keys;
use super::loaded::Loaded;
use crate::text::lang::phrase;
use crate::text::{Diagnostic, Lang, Phrase};
use parts::Parts;

/// A kind of file that has a schema.
#[derive(Debug)]
pub(crate) struct FileKind {
    /// Its name in commands.
    pub(crate) name: &'static str,
    /// Its Dutch name in commands.
    pub(crate) dutch: &'static str,
    /// Where its files are.
    pub(crate) path: Phrase,
    /// What its files hold.
    pub(crate) about: Phrase,
    make: fn(&Parts<'_>) -> Value,
}

/// All kinds of files that have a schema.
#[rustfmt::skip]
pub(crate) static KINDS: &[FileKind] = &[
    FileKind { name: "product", dutch: "aanbieder", path: phrase("vendors/<soort>/<product>.yaml", "vendors/<kind>/<product>.yaml"), about: phrase("een product", "a product"), make: products::product },
    FileKind { name: "amendment", dutch: "aanvulling", path: phrase("vendors/<soort>/<product>.yaml", "vendors/<kind>/<product>.yaml"), about: phrase("een aanvulling op een product in een laag eronder", "an amendment to a product of a layer below"), make: products::amendment },
    FileKind { name: "criterion", dutch: "criterium", path: phrase("criteria/<thema>/<criterium>.yaml", "criteria/<theme>/<criterion>.yaml"), about: phrase("een criterium", "a criterion"), make: criteria::criterion },
    FileKind { name: "kinds", dutch: "soorten", path: phrase("criteria/kinds.yaml", "criteria/kinds.yaml"), about: phrase("de soorten", "the kinds"), make: criteria::kinds },
    FileKind { name: "themes", dutch: "themas", path: phrase("criteria/themes.yaml", "criteria/themes.yaml"), about: phrase("de thema's", "the themes"), make: criteria::themes },
    FileKind { name: "premises", dutch: "uitgangspunten", path: phrase("criteria/premises.yaml", "criteria/premises.yaml"), about: phrase("de uitgangspunten", "the premises"), make: criteria::premises },
    FileKind { name: "profile", dutch: "weging", path: phrase("criteria/profiles/<weging>.yaml", "criteria/profiles/<profile>.yaml"), about: phrase("een weging", "a profile"), make: profiles::profile },
    FileKind { name: "migration", dutch: "migratie", path: phrase("criteria/migrations/<migratie>.yaml", "criteria/migrations/<migration>.yaml"), about: phrase("een migratie", "a migration"), make: criteria::migration },
    FileKind { name: "sentences", dutch: "zinnen", path: phrase("criteria/sentences/<document>.yaml", "criteria/sentences/<document>.yaml"), about: phrase("een document van de AP", "a document of the DPA"), make: criteria::sentences },
    FileKind { name: "headings", dutch: "koppen", path: phrase("criteria/checklist/headings.yaml", "criteria/checklist/headings.yaml"), about: phrase("de koppen van de checklist", "the headings of the checklist"), make: institution::headings },
    FileKind { name: "item", dutch: "punt", path: phrase("criteria/checklist/<punt>.yaml", "criteria/checklist/<item>.yaml"), about: phrase("een punt van de checklist", "an item of the checklist"), make: institution::item },
    FileKind { name: "step", dutch: "stap", path: phrase("criteria/triage/<stap>.yaml", "criteria/triage/<step>.yaml"), about: phrase("een stap van de afweging", "a step of the triage"), make: institution::step },
    FileKind { name: "alternatives", dutch: "alternatieven", path: phrase("criteria/triage/alternatives.yaml", "criteria/triage/alternatives.yaml"), about: phrase("wat er in plaats van een product kan", "what can be done instead of a product"), make: criteria::alternatives },
    FileKind { name: "settings", dutch: "instellingen", path: phrase("keuzehulp.yaml", "keuzehulp.yaml"), about: phrase("de instellingen van een gegevensmap", "the settings of a data folder"), make: settings },
    FileKind { name: "dossier", dutch: "dossierbestand", path: phrase("dossier.yaml", "dossier.yaml"), about: phrase("een dossier", "a dossier"), make: institution::dossier },
];

/// The schema of one kind of file, with the ids and answers of this data. Where the
/// data has errors, what it lacks may exist all the same: then unknown ids pass.
#[must_use]
pub(crate) fn schema(kind: &FileKind, loaded: &Loaded, lang: Lang) -> Value {
    let open = loaded.findings.iter().any(Diagnostic::is_error);
    let parts = Parts::new(&loaded.catalogue, lang, open);
    let mut made = (kind.make)(&parts);
    made["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    made["$id"] = json!(format!("urn:keuzehulp:schema:{}:{}", kind.name, lang.tag()));
    made["title"] = json!(kind.about.get(lang));
    made
}

/// The settings of a data folder.
fn settings(parts: &Parts<'_>) -> Value {
    let exception = parts.object(&keys::EXCEPTION, &[]);
    parts.object(&keys::SETTINGS, &[("exceptions", parts::mappings(&exception))])
}
