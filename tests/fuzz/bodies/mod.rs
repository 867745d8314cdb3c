//! What must hold for any bytes at all. A body panics when it does not.
//!
//! The fuzz targets run the bodies on new bytes; `cargo test` runs them on the
//! cases that were kept (`tests/it/read/fuzz_corpus.rs`).

mod files;
pub mod harmless;
mod institution;
mod judged;
mod tree;
mod words;

/// What to try with bytes.
pub type Body = fn(&[u8]);

/// Every target: its name, which is that of its folder in `corpus`, and its body.
pub const TARGETS: &[(&str, Body)] = &[
    ("amendment", files::amendment),
    ("criterion", files::criterion),
    ("dossier", files::dossier),
    ("folder", files::folder),
    ("guard", words::guard),
    ("headings", files::headings),
    ("instead", files::instead),
    ("item", files::item),
    ("kinds", files::kinds),
    ("migration", files::migration),
    ("premises", files::premises),
    ("profile", files::profile),
    ("sentences", files::sentences),
    ("step", files::step),
    ("suggestion", words::suggestion),
    ("themes", files::themes),
    ("vendor", files::product),
    ("yaml", tree::yaml),
];

/// Runs the body with this name.
pub fn run(name: &str, bytes: &[u8]) {
    let found = TARGETS.iter().find(|(known, _)| *known == name);
    let (_, body) = found.unwrap_or_else(|| panic!("there is no target {name}"));
    body(bytes);
}
