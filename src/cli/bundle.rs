//! `bundle`: everything that a council needs in one folder that can be verified later.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::bundle::{ATTRIBUTES_TEXT, Listed, MANIFEST, Manifest};
use crate::compare::Comparison;
use crate::load::{DOSSIER, Layer, Loaded, is_path};
use crate::model::Catalogue;
use crate::report::csv::datapackage::{Written, package};
use crate::report::document::Document;
use crate::report::table::Shape;
use crate::report::terminal::{self, paper::Paper};
use crate::report::{self, csv, document, html, json, markdown, xlsx};
use crate::say;
use crate::text::hash::sha256;
use crate::text::lang::phrase;
use crate::text::safe::clean;
use crate::text::{Lang, Message};
use crate::views::memo;
use crate::views::reweigh::{self, Reweighing};
use crate::views::settings::{self, Sheet};

use super::args::{Global, Own};
use super::bundle_pieces::{DATA, Form, PIECES, PROFILE, Part, Piece};
use super::output::{Content, Exit, Output, encoded};
use super::output_folder::{Folder, Purpose, touches, write_folder};
use super::{Stop, asked, data, rerun};

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let lang = global.lang;
    let Some(target) = matches.get_one::<PathBuf>("output") else {
        return Err(Stop::Use(say!("`--output` ontbreekt", "`--output` is missing"), None));
    };
    let mut mine = global.data.clone();
    mine.extend(Own::of(matches).paths());
    if touches(target, &mine) {
        return Err(Stop::Io {
            path: target.to_string_lossy().into_owned(),
            message: say!(
                "dit pad hoort bij de gegevens; kies een andere plek",
                "this path is part of the data; choose another place"
            ),
        });
    }
    let kind_id = text("kind").unwrap_or("");
    let mut loaded = data::loaded_for(global, Own::of(matches), Some(kind_id))?;
    let kind = data::usable_kind(&mut loaded, kind_id, None, false, (global, output))?;
    let places = places(&loaded, lang);
    data::announce(global, &loaded, output);
    // From here on each file has its path in the bundle, so that paths in the
    // bundle are right on every machine.
    for file in &mut loaded.catalogue.files {
        if let Some(place) = places.get(file.layer).and_then(|place| place.of(&file.inner)) {
            file.shown = place;
        }
    }
    let loaded = loaded;
    let catalogue = &loaded.catalogue;
    let request = asked::request(global, matches, catalogue, kind)?;
    let comparison = asked::compared(&loaded, request, None, false, (global, output))?;
    let page = reweigh::of(catalogue, &comparison)
        .map_err(|why| asked::refused(&why, comparison.written, &loaded, false, (global, output)))?;
    let given = text("profile").filter(|name| is_path(name));
    let profile_words = match given.and(places.iter().find_map(|place| place.profile.clone())) {
        Some(path) => path,
        None => comparison.profile.id.to_string(),
    };
    let folders: Vec<String> = places.iter().filter_map(|place| place.folder.clone()).collect();
    let dossier = catalogue.dossier.as_ref().map(|_| DOSSIER);
    let command = rerun::command(global, matches, &folders, (&profile_words, dossier))?;
    let making = Making {
        comparison: &comparison,
        page: &page,
        loaded: &loaded,
        dialect: if text("csv") == Some("rfc4180") { csv::Dialect::Rfc4180 } else { csv::Dialect::Dutch },
        lang,
        manifest: Manifest {
            tool: format!("keuzehulp {}", env!("CARGO_PKG_VERSION")),
            as_of: global.as_of.to_string(),
            kind: kind_id.to_owned(),
            profile: profile_words,
            data: catalogue.sha256.clone(),
            command,
            files: Vec::new(),
        },
    };
    let purpose = Purpose::Bundle { overwrite: matches.get_flag("overwrite") };
    let (files, fingerprint) = write_folder(target, purpose, output, |folder| making.fill(folder))?;
    let shown = clean(&target.to_string_lossy());
    let again = rerun::quoted(&shown);
    output.text(&match lang {
        Lang::Nl => format!(
            "Pakket: {shown} ({files} bestanden)\nVingerafdruk voor het verslag: {fingerprint}\nNakijken: keuzehulp verify {again} --expect {fingerprint}\n"
        ),
        Lang::En => format!(
            "Bundle: {shown} ({files} files)\nFingerprint for the minutes: {fingerprint}\nTo check it: keuzehulp verify {again} --expect {fingerprint}\n"
        ),
    })?;
    Ok(Exit::Done)
}

/// The path of the document that holds the whole comparison.
pub(super) fn document_path(lang: Lang) -> &'static str {
    PIECES.iter().find(|piece| piece.0 == Part::Json).map_or("", |piece| piece.1.get(lang))
}

/// The location of a layer's files in the bundle.
#[derive(Clone, Debug, Default)]
struct Place {
    /// The folder of a layer of data.
    folder: Option<String>,
    /// The path of a profile that was not given by its id.
    profile: Option<String>,
    /// Whether it is the dossier.
    dossier: bool,
}

impl Place {
    fn of(&self, inner: &str) -> Option<String> {
        if self.dossier {
            return Some(DOSSIER.to_owned());
        }
        self.profile.clone().or_else(|| self.folder.as_ref().map(|folder| format!("{folder}/{inner}")))
    }
}

/// The folder of each layer: one folder when there is one layer, otherwise numbered
/// folders in the order of the layers. A layer that no file came from has none.
fn places(loaded: &Loaded, lang: Lang) -> Vec<Place> {
    let files = |layer: usize| {
        loaded.catalogue.files.iter().filter(move |file| file.layer == layer && file.digest.is_some())
    };
    let is_data = |at: &usize| {
        !matches!(loaded.layers().get(*at), Some(Layer::Profile(_) | Layer::Dossier(_)) | None)
            && files(*at).next().is_some()
    };
    let count = (0..loaded.layers().len()).filter(is_data).count();
    let mut number = 0;
    let place = |(at, layer): (usize, &Layer)| match layer {
        Layer::Profile(_) => {
            let name = files(at).next().and_then(|file| file.inner.rsplit('/').next());
            let profile = name.map(|name| format!("{}/{name}", PROFILE.get(lang)));
            Place { profile, ..Place::default() }
        }
        Layer::Dossier(_) => Place { dossier: true, ..Place::default() },
        _ if !is_data(&at) => Place::default(),
        _ => {
            number += 1;
            let folder = DATA.get(lang);
            let folder = if count == 1 { folder.to_owned() } else { format!("{folder}/{number}") };
            Place { folder: Some(folder), ..Place::default() }
        }
    };
    loaded.layers().iter().enumerate().map(place).collect()
}

/// A bundle under construction.
struct Making<'m, 'c> {
    comparison: &'m Comparison<'c>,
    page: &'m Reweighing<'c>,
    loaded: &'m Loaded,
    dialect: csv::Dialect,
    lang: Lang,
    /// The manifest, without its files.
    manifest: Manifest,
}

impl Making<'_, '_> {
    /// The files of this bundle: without a workbook if the comparison is too large for
    /// one.
    fn pieces(&self) -> impl Iterator<Item = &'static Piece> {
        let fits = xlsx::fits(self.comparison);
        let own = self.comparison.institution.as_ref();
        let has_choice = settings::chosen(self.comparison, &self.loaded.catalogue).is_some();
        let has = move |part: Part| match part {
            Part::Workbook => fits,
            Part::Memo(_) => own.is_some(),
            Part::Checklist(_) => own.is_some_and(|own| !own.checklist.parts.is_empty()),
            Part::Triage(_) => own.is_some_and(|own| !own.triage.steps.is_empty()),
            Part::Settings(_) => has_choice,
            _ => true,
        };
        PIECES.iter().filter(move |piece| has(piece.0))
    }

    /// Writes all files; returns their number and the fingerprint of the manifest.
    fn fill(&self, folder: &Folder<'_>) -> Result<(usize, String), Stop> {
        let mut files: Vec<Listed> = Vec::new();
        let mut tables: Vec<Written> = Vec::new();
        for Piece(part, path, about, _) in self.pieces() {
            let content = self.content(*part, &tables)?;
            let written = folder.add(path.get(self.lang), &*content)?;
            if let Part::Csv(shape) = part {
                let path = path.get(self.lang).rsplit('/').next().unwrap_or("").to_owned();
                let title = about.get(self.lang).to_owned();
                let (bytes, sha256) = (written.bytes, written.listed.sha256.clone());
                let columns = shape.table(self.comparison, self.lang).columns;
                tables.push(Written { columns, path, title, bytes, sha256 });
            }
            files.push(written.listed);
        }
        for file in self.loaded.catalogue.files.iter().filter(|file| file.digest.is_some()) {
            let Some(text) = self.loaded.input(file) else {
                return Err(Stop::Io { path: file.shown.clone(), message: changed() });
            };
            files.push(folder.add(&file.shown, &|out| out.write_all(text.as_bytes()))?.listed);
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let count = files.len() + 1;
        let text = Manifest { files, ..self.manifest.clone() }.text();
        folder.add(MANIFEST, &|out| out.write_all(text.as_bytes()))?;
        Ok((count, sha256(text.as_bytes())))
    }

    fn content<'a>(&'a self, part: Part, tables: &[Written]) -> Result<Box<Content<'a>>, Stop> {
        let (comparison, lang) = (self.comparison, self.lang);
        let catalogue: &Catalogue = &self.loaded.catalogue;
        let bytes = match part {
            Part::Council => {
                let table = Shape::Council.table(comparison, lang);
                return Ok(Box::new(move |out| csv::write(&table, csv::Dialect::Dutch, out)));
            }
            Part::Csv(shape) => {
                let (table, dialect) = (shape.table(comparison, lang), self.dialect);
                return Ok(Box::new(move |out| csv::write(&table, dialect, out)));
            }
            Part::Markdown => {
                return Ok(in_markdown(document::comparison::document(comparison, catalogue, lang)));
            }
            Part::Page => {
                let page = self.page;
                return Ok(Box::new(move |out| html::write(comparison, catalogue, page, lang, out)));
            }
            Part::Workbook => encoded(xlsx::document(comparison, catalogue, lang))?,
            Part::ReadMe => terminal::text(&self.read_me(), Paper::file()).into_bytes(),
            Part::Attributes => ATTRIBUTES_TEXT.as_bytes().to_vec(),
            Part::Unknown => return Ok(in_markdown(document::bundle::unknown(comparison, lang))),
            Part::Deviations => {
                return Ok(in_markdown(document::bundle::deviations(comparison, catalogue, lang)));
            }
            Part::DataPackage => encoded(json::to_json(&package(comparison, self.dialect, tables, lang)))?,
            Part::Json => encoded(json::to_json(&json::document(comparison, catalogue, lang)))?,
            Part::Memo(form) | Part::Checklist(form) | Part::Triage(form) | Part::Settings(form) => {
                self.own(part, form)?
            }
        };
        Ok(Box::new(move |out| out.write_all(&bytes)))
    }

    /// One of the institution's documents; empty without a dossier, when it is not among
    /// the files.
    fn own(&self, part: Part, form: Form) -> Result<Vec<u8>, Stop> {
        let (comparison, lang) = (self.comparison, self.lang);
        let catalogue: &Catalogue = &self.loaded.catalogue;
        let Some(own) = &comparison.institution else { return Ok(Vec::new()) };
        let at = (catalogue, comparison.as_of);
        let (document, table) = match part {
            Part::Checklist(_) => (
                document::checklist::document(&own.checklist, catalogue, lang),
                Some(report::table::checklist::table(&own.checklist, catalogue, lang)),
            ),
            Part::Triage(_) => (
                document::triage::document(&own.triage, at, lang),
                Some(report::table::triage::table(&own.triage, at, lang)),
            ),
            Part::Settings(_) => {
                let sheets: Vec<Sheet<'_, '_>> =
                    settings::chosen(comparison, catalogue).into_iter().collect();
                (
                    document::settings::document(comparison, &sheets, catalogue, lang),
                    Some(report::table::settings::table(comparison, &sheets, catalogue, lang)),
                )
            }
            _ => match memo::of(comparison, catalogue) {
                Some(memo) => (document::memo::document(&memo, lang), None),
                None => return Ok(Vec::new()),
            },
        };
        Ok(match (form, table) {
            (Form::Csv, Some(table)) => encoded(csv::bytes(&table, self.dialect))?,
            (Form::Page, _) => html::document::page(&document).into_bytes(),
            _ => markdown::text(&document).into_bytes(),
        })
    }

    fn read_me(&self) -> Document<'static> {
        let lang = self.lang;
        let of = |wanted: bool| -> Vec<(String, String)> {
            let mine =
                self.pieces().filter(|Piece(part, _, _, people)| *people == wanted && *part != Part::ReadMe);
            mine.map(|Piece(_, path, about, _)| (path.get(lang).to_owned(), about.get(lang).to_owned()))
                .collect()
        };
        let mut others = of(false);
        let mut other = |path: String, nl: &'static str, en: &'static str| {
            others.push((path, phrase(nl, en).get(lang).to_owned()));
        };
        other(
            DATA.get(lang).to_owned(),
            "alle gegevens waarmee is vergeleken, precies zoals ze toen waren; liggen er lagen over elkaar, dan in genummerde mappen van onder naar boven",
            "all the data behind the comparison, exactly as it was; where there are several layers, in numbered folders from the bottom up",
        );
        if self.loaded.layers().iter().any(|layer| matches!(layer, Layer::Profile(_))) {
            other(PROFILE.get(lang).to_owned(), "uw eigen weging", "your own profile");
        }
        if self.comparison.institution.is_some() {
            other(
                DOSSIER.to_owned(),
                "het dossier van uw instelling, zoals het toen was",
                "your institution's dossier, as it was then",
            );
        }
        other(
            MANIFEST.to_owned(),
            "alle bestanden met hun vingerafdruk, en hoe het pakket is gemaakt",
            "all files with their fingerprints, and how the bundle was made",
        );
        let about = document::bundle::About {
            files: &of(true),
            others: &others,
            command: &self.manifest.command,
            tool: &self.manifest.tool,
        };
        document::bundle::read_me(self.comparison, &about, lang)
    }
}

/// Writes a document as Markdown.
fn in_markdown(document: Document<'_>) -> Box<Content<'_>> {
    Box::new(move |out| markdown::write(&document, out))
}

fn changed() -> Message {
    say!(
        "dit bestand is veranderd terwijl het pakket werd gemaakt; maak het pakket opnieuw",
        "this file was changed while the bundle was being made; make the bundle again"
    )
}
