//! One body per kind of file: the bytes replace or add that file in a small, valid
//! set of data.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::LazyLock;

use keuzehulp::load::{Layer, Loaded, Memory};

use super::judged::all;

/// The small data of the tests, by its paths.
macro_rules! small {
    ($($path:literal),* $(,)?) => {
        [$(($path, &include_bytes!(concat!("../../data/small/", $path))[..])),*]
    };
}

static SMALL: LazyLock<Memory> = LazyLock::new(|| {
    let small = small![
        "criteria/kinds.yaml",
        "criteria/themes.yaml",
        "criteria/contract/processing-agreement.yaml",
        "criteria/proctoring/proctoring-form.yaml",
        "criteria/profiles/algemeen.yaml",
        "criteria/profiles/streng.yaml",
        "criteria/retention/exit-deletion-days.yaml",
        "criteria/security/access-control.yaml",
        "vendors/proctoring/gamma.yaml",
        "vendors/videobellen/alfa.yaml",
        "vendors/videobellen/beta.yaml",
    ];
    small.into_iter().collect()
});

/// An institution's own part, over the small data.
macro_rules! institution {
    ($($path:literal),* $(,)?) => {
        [$(($path, &include_bytes!(concat!("../../data/institution/", $path))[..])),*]
    };
}

static INSTITUTION: LazyLock<Memory> = LazyLock::new(|| {
    let mut files = SMALL.clone();
    for (path, bytes) in institution![
        "criteria/checklist/agreement-signed.yaml",
        "criteria/checklist/camera-agreed.yaml",
        "criteria/checklist/exam-explained.yaml",
        "criteria/checklist/headings.yaml",
        "criteria/checklist/purpose-written.yaml",
        "criteria/profiles/situatie.yaml",
        "criteria/triage/a-needed.yaml",
        "criteria/triage/alternatives.yaml",
        "criteria/triage/b-lighter.yaml",
        "criteria/triage/c-form.yaml",
        "criteria/triage/d-agreement.yaml",
    ] {
        files.put(path, bytes);
    }
    files.put("criteria/sentences/tips.yaml", SENTENCES.as_bytes());
    files
});

/// The dossier of a school that weighed one exam.
const GOES_ON: &str = "\
institution: Testschool
kind: proctoring
need: {purpose: Een toets op afstand., minors: no}
checklist:
  agreement-signed: {status: done, role: inkoper, on: 2025-09-01, filed: contracten, review: 2026-09-01}
triage:
  wiskunde:
    exam: Toets wiskunde
    held: 2027-12-10
    steps:
      c-form: {allow: lockdown-only, written: {reason: Licht is genoeg.}}
choice: {alternative: gamma/licht, on: 2026-11-01, because: De lichtste vorm.}
";

/// Sentences for what refers to them.
const SENTENCES: &str = "\
title: {nl: Tips, en: Tips}
published: {nl: april 2020, en: April 2020}
sentences:
  S0-29:
    place: {nl: punt 1, en: point 1}
    says: {nl: Sluit een overeenkomst., en: Have an agreement.}
    force: must
  S1-P02c:
    place: {nl: punt 2, en: point 2}
    says: {nl: Kies bewust., en: Choose with care.}
    force: advice
";

/// A criterion of which an answer rests on a premise.
const RESTING: &str = "\
title: {nl: Doorgifte, en: Transfer}
applies-to: videobellen
ask: {nl: Waarop rust de doorgifte?, en: What does the transfer rest on?}
why: {nl: Buiten Europa gelden andere regels., en: Other rules hold outside Europe.}
grounds: []
from: []
one-of:
  good:
    decision: {nl: een besluit, en: a decision, while: decision-valid, else: partly}
  partly: {contract: {nl: een contract, en: a contract}}
  insufficient: {nothing: {nl: niets, en: nothing}}
";

/// A product about which nothing is known: it can be judged by any criteria.
const OPEN: &str = "\
name: Open
maker: Open bv
homepage: https://open.example.org
variants:
  gewoon: {name: gewone uitvoering, hosting: cloud, licence: paid}
sources: {}
facts: {}
";

/// The small data with the bytes at this path.
fn with(path: &str, bytes: &[u8]) -> Memory {
    let mut files = SMALL.clone();
    files.put(path, bytes);
    files
}

/// A product harms no other, whatever its file holds.
fn keeps_the_others(loaded: &Loaded) {
    for id in ["alfa", "beta", "gamma"] {
        assert!(loaded.catalogue.products.iter().any(|product| product.id.as_str() == id), "{id} is gone");
    }
    assert_eq!(loaded.catalogue.criteria.len(), 4);
}

/// A product.
pub fn product(bytes: &[u8]) {
    keeps_the_others(&all(&[Layer::Memory(with("vendors/videobellen/delta.yaml", bytes))]));
}

/// A product over one of a layer below.
pub fn amendment(bytes: &[u8]) {
    let over = Memory::from_iter([("vendors/videobellen/alfa.yaml", bytes)]);
    keeps_the_others(&all(&[Layer::Memory(SMALL.clone()), Layer::Memory(over)]));
}

/// A criterion that products answer and a profile asks.
pub fn criterion(bytes: &[u8]) {
    let mut files = with("criteria/security/access-control.yaml", bytes);
    files.put("vendors/videobellen/open.yaml", OPEN.as_bytes());
    files.put("criteria/sentences/tips.yaml", SENTENCES.as_bytes());
    all(&[Layer::Memory(files)]);
}

/// A profile beside the one that it may extend.
pub fn profile(bytes: &[u8]) {
    let loaded = all(&[Layer::Memory(with("criteria/profiles/streng.yaml", bytes))]);
    keeps_the_others(&loaded);
    assert!(loaded.catalogue.profiles.contains_key("algemeen"), "the other profile is gone");
}

/// A product with old answers, for a migration.
const OLD: &str = "\
name: Oud
maker: Oud bv
homepage: https://oud.example.org
variants:
  gewoon: {name: gewone uitvoering, hosting: cloud, licence: paid}
sources:
  uitleg: {title: Uitleg, url: 'https://oud.example.org', read: 2026-10-01, grade: vendor}
facts:
  processing-agreement:
    answers: [{for: all, one-of: [signed, none]}]   # getekend
    evidence: [{from: uitleg, shows: Getekend., says: [signed]}]
  access-control:
    answers:
      - for: all
        has:
          - pin   # vier cijfers
        lacks: [knock, lock]
        not-found: waiting-room
    evidence: [{from: uitleg, shows: Een code.}]
";

/// A migration of answers that a product has. What is written without old answers has
/// none left.
pub fn migration(bytes: &[u8]) {
    let mut files = with("criteria/migrations/woorden.yaml", bytes);
    files.put("vendors/videobellen/oud.yaml", OLD.as_bytes());
    let loaded = all(&[Layer::Memory(files.clone())]);
    keeps_the_others(&loaded);
    if loaded.findings.iter().any(keuzehulp::text::Diagnostic::is_error) {
        return;
    }
    let at = loaded.catalogue.files.iter().position(|file| file.inner == "vendors/videobellen/oud.yaml");
    let id = keuzehulp::text::FileId(u32::try_from(at.expect("the product")).expect("few files"));
    let (written, _) = loaded.migrated(id).expect("memory can always be read");
    files.put("vendors/videobellen/oud.yaml", written);
    let again = all(&[Layer::Memory(files)]);
    let old = again.findings.iter().find(|finding| ["KH503", "KH504"].contains(&finding.code.id));
    assert!(old.is_none(), "an old answer was left: {old:?}");
}

/// The kinds.
pub fn kinds(bytes: &[u8]) {
    all(&[Layer::Memory(with("criteria/kinds.yaml", bytes))]);
}

/// The premises, with a criterion of which an answer rests on one.
pub fn premises(bytes: &[u8]) {
    let mut files = with("criteria/premises.yaml", bytes);
    files.put("criteria/contract/transfer.yaml", RESTING.as_bytes());
    all(&[Layer::Memory(files)]);
}

/// The themes.
pub fn themes(bytes: &[u8]) {
    all(&[Layer::Memory(with("criteria/themes.yaml", bytes))]);
}

/// The sentences of the AP.
pub fn sentences(bytes: &[u8]) {
    keeps_the_others(&all(&[Layer::Memory(with("criteria/sentences/tips.yaml", bytes))]));
}

/// What can be done instead of a product.
pub fn instead(bytes: &[u8]) {
    let mut files = with("criteria/triage/alternatives.yaml", bytes);
    files.put("criteria/sentences/tips.yaml", SENTENCES.as_bytes());
    keeps_the_others(&all(&[Layer::Memory(files)]));
}

/// The data of an institution with the bytes at this path, and a dossier over it.
fn with_dossier(path: &str, bytes: &[u8], dossier: &[u8]) -> Loaded {
    let mut files = INSTITUTION.clone();
    if !path.is_empty() {
        files.put(path, bytes);
    }
    // A dossier is named by its path and is in no folder of data.
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(dossier).expect("written");
    all(&[Layer::Memory(files), Layer::Dossier(file.path().to_owned())])
}

/// An item of the checklist.
pub fn item(bytes: &[u8]) {
    let path = "criteria/checklist/agreement-signed.yaml";
    keeps_the_others(&with_dossier(path, bytes, GOES_ON.as_bytes()));
}

/// The headings of the checklist.
pub fn headings(bytes: &[u8]) {
    keeps_the_others(&with_dossier("criteria/checklist/headings.yaml", bytes, GOES_ON.as_bytes()));
}

/// A step of the triage.
pub fn step(bytes: &[u8]) {
    keeps_the_others(&with_dossier("criteria/triage/c-form.yaml", bytes, GOES_ON.as_bytes()));
}

/// A dossier.
pub fn dossier(bytes: &[u8]) {
    let loaded = with_dossier("", &[], bytes);
    keeps_the_others(&loaded);
    assert_eq!((loaded.catalogue.checklist.len(), loaded.catalogue.steps.len()), (4, 4));
}

/// Changes in the small data, written as in `tests/data/cases`: a line `=== path`
/// begins a file and `=== without path` takes files away; `+++` begins a layer.
pub fn folder(bytes: &[u8]) {
    let small = SMALL.files().map(|(path, bytes)| (path.to_owned(), bytes.to_owned()));
    let mut layers: Vec<BTreeMap<String, Vec<u8>>> = vec![small.collect()];
    let mut path: Option<String> = None;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let Some(files) = layers.last_mut() else { return };
        if let Some(title) = line.strip_prefix(b"=== ") {
            let title = String::from_utf8_lossy(title.trim_ascii_end()).into_owned();
            path = None;
            if let Some(gone) = title.strip_prefix("without ") {
                files.retain(|path, _| !path.starts_with(gone));
            } else {
                files.insert(title.clone(), Vec::new());
                path = Some(title);
            }
        } else if line.trim_ascii_end() == b"+++" {
            path = None;
            layers.push(BTreeMap::new());
        } else if let Some(text) = path.as_ref().and_then(|path| files.get_mut(path)) {
            text.extend(line);
        }
    }
    // More layers would only take more time.
    layers.truncate(4);
    let layers: Vec<Layer> =
        layers.into_iter().map(|files| Layer::Memory(files.into_iter().collect())).collect();
    all(&layers);
}
