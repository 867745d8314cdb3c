//! `migrate`: a layer with old answers becomes one without.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::load::{self, Layer, Loaded, codes, folder, migration_codes, tree};
use crate::report::terminal::findings;
use crate::say;
use crate::text::lang::{count, phrase};
use crate::text::safe::clean;
use crate::text::yaml::MOST_BYTES;
use crate::text::{Code, Diagnostic, FileId, Lang};

use super::args::Global;
use super::output::{Exit, Output};
use super::output_folder::{Purpose, touches, write_folder};
use super::{Stop, check, data};

/// What is only written in another way.
const RENAMED: [&Code; 2] = [&codes::RENAMED, &migration_codes::FORMER_ANSWER];
/// What a person must look at.
const TO_LOOK_AT: [&Code; 2] = [&migration_codes::LOOK_AGAIN, &migration_codes::FORMER_DEMAND];

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let path = |name: &str| matches.get_one::<PathBuf>(name).map_or(Path::new(""), PathBuf::as_path);
    let (root, target) = (path("folder"), path("output"));
    let dossier = root.join(load::DOSSIER);
    let mut layers = global.layers();
    if folder::holds_data(root) || !dossier.is_file() {
        layers = check::layers(root, global);
    }
    let own = layers.iter().position(|layer| *layer == Layer::Folder(root.to_owned()));
    if dossier.is_file() {
        layers.push(Layer::Dossier(dossier));
    }
    let own = own.unwrap_or(layers.len() - 1);
    if touches(target, &[root.to_owned()]) {
        return Err(Stop::Io {
            path: target.to_string_lossy().into_owned(),
            message: say!(
                "dit pad hoort bij de gegevens; kies een andere plek",
                "this path is part of the data; choose another place"
            ),
        });
    }
    let loaded = data::load_layers(&layers, global)?;
    // What a person must choose is in the way of a comparison, not of a new folder.
    let errors: Vec<Diagnostic> = loaded
        .findings
        .iter()
        .filter(|finding| finding.is_error() && *finding.code != migration_codes::FORMER_DEMAND)
        .cloned()
        .collect();
    if !errors.is_empty() {
        return Err(data::refuse(&errors, &loaded.texts, &loaded, false, (global, output)));
    }
    // Its settings hold no answers.
    let settings = tree::file(root, load::SETTINGS, MOST_BYTES as u64).map_err(|message| Stop::Io {
        path: root.join(load::SETTINGS).to_string_lossy().into_owned(),
        message,
    })?;
    let (written, changed) = write_folder(target, Purpose::Data, output, |folder| {
        let (mut written, mut changed) = (0, 0);
        for (id, file) in mine(&loaded, own) {
            let Some((bytes, is_changed)) = loaded.migrated(id) else {
                let message =
                    say!("dit bestand is ondertussen veranderd", "this file has changed in the meantime");
                return Err(Stop::Io { path: file.to_owned(), message });
            };
            let inner = loaded.catalogue.files.get(id.0 as usize).map_or("", |file| file.inner.as_str());
            folder.add(inner, &|stream| stream.write_all(&bytes))?;
            written += 1;
            changed += usize::from(is_changed);
        }
        if let Some(bytes) = &settings {
            folder.add(load::SETTINGS, &|stream| stream.write_all(bytes))?;
            written += 1;
        }
        Ok((written, changed))
    })?;
    told(&loaded, own, (global.lang, output))?;
    let shown = clean(&target.to_string_lossy());
    output.note(&match global.lang {
        Lang::Nl => format!(
            "Geschreven: {shown} ({}, waarvan {changed} veranderd)",
            count(written, "bestand", "bestanden")
        ),
        Lang::En => {
            format!("Written: {shown} ({}, of which {changed} changed)", count(written, "file", "files"))
        }
    });
    let is_left = mine_findings(&loaded, own).any(|finding| *finding.code == migration_codes::FORMER_DEMAND);
    Ok(if is_left { Exit::Negative } else { Exit::Done })
}

/// The files of the layers from `own` on that were read, with their paths for people.
fn mine(loaded: &Loaded, own: usize) -> impl Iterator<Item = (FileId, &str)> {
    let numbered = loaded.catalogue.files.iter().enumerate();
    numbered
        .filter(move |(_, file)| file.layer >= own && file.digest.is_some())
        .map(|(number, file)| (FileId(u32::try_from(number).unwrap_or(u32::MAX)), file.shown.as_str()))
}

fn mine_findings(loaded: &Loaded, own: usize) -> impl Iterator<Item = &Diagnostic> {
    let layer =
        |finding: &Diagnostic| loaded.catalogue.files.get(finding.place.file.0 as usize).map(|f| f.layer);
    loaded.findings.iter().filter(move |finding| layer(finding).is_some_and(|layer| layer >= own))
}

/// Says what was written in another way, and what a person must look at.
fn told(loaded: &Loaded, own: usize, (lang, output): (Lang, &mut Output)) -> Result<(), Stop> {
    let of = |codes: [&Code; 2]| -> Vec<Diagnostic> {
        mine_findings(loaded, own).filter(|finding| codes.contains(&finding.code)).cloned().collect()
    };
    let (renamed, mut to_look_at) = (of(RENAMED), of(TO_LOOK_AT));
    // It was rewritten just now.
    for help in to_look_at.iter_mut().filter_map(|finding| finding.help.as_mut()) {
        for (text, command) in [(&mut help.nl, load::COMMAND.nl), (&mut help.en, load::COMMAND.en)] {
            let rest = text.strip_suffix(command).map(|rest| rest.trim_end().to_owned());
            *text = rest.unwrap_or_else(|| std::mem::take(text));
        }
    }
    let (catalogue, most) = (&loaded.catalogue, findings::FEW_PLACES);
    if renamed.is_empty() && to_look_at.is_empty() {
        let none = phrase(
            "Er staan geen oude antwoorden in deze gegevens.",
            "There are no old answers in this data.",
        );
        return output.text(&format!("{}\n", none.get(lang)));
    }
    let mut parts = Vec::new();
    if !renamed.is_empty() {
        let title = phrase(
            "Anders geschreven (regels van de oude bestanden):",
            "Written in another way (lines of the old files):",
        );
        let without_help: Vec<Diagnostic> =
            renamed.into_iter().map(|finding| Diagnostic { help: None, ..finding }).collect();
        let lines = findings::short(&without_help, catalogue, most, lang);
        parts.push(format!("{}\n{lines}", title.get(lang)));
    }
    if !to_look_at.is_empty() {
        let title = phrase("Hier moet iemand naar kijken:", "Someone must look at this:");
        let colour = output.has_colour();
        let lines = findings::full(&to_look_at, &loaded.texts, catalogue, most, (lang, colour));
        parts.push(format!("{}\n\n{lines}", title.get(lang)));
    }
    output.text(&parts.join("\n"))
}
