//! Loading for the commands: which layers, what is wrong with them, and whether
//! a comparison can rest on them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::load::{self, FolderError, Ground, Layer, Loaded, Products};
use crate::model::{Catalogue, DEFAULT_PROFILE, Date, Deviation, Product, Profile};
use crate::report::json;
use crate::report::terminal::findings;
use crate::say;
use crate::text::lang::{count, phrase};
use crate::text::{Diagnostic, FileId, Lang};

use super::args::{Global, Own};
pub(super) use super::meant::{mean, mean_among};
use super::output::{Exit, Output, encoded};
use super::{Stop, assume};

/// The layers to load.
fn layers(global: &Global, own: Own<'_>) -> Result<Vec<Layer>, Stop> {
    with_own(global.layers(), own)
}

/// These layers, with the user's own files on top that were named by their path.
pub(super) fn with_own(mut layers: Vec<Layer>, own: Own<'_>) -> Result<Vec<Layer>, Stop> {
    if let Some(path) = own.profile.filter(|name| load::is_path(name)) {
        if !load::folder::is_yaml_name(path) {
            let shown = crate::text::safe::clean_short(path, 60);
            return Err(Stop::Use(
                say!(
                    "de naam van een weging eindigt op `.yaml`: `{shown}`",
                    "the name of a profile ends in `.yaml`: `{shown}`"
                ),
                None,
            ));
        }
        layers.push(Layer::Profile(PathBuf::from(path)));
    }
    if layers.is_empty() {
        return Err(Stop::Use(
            say!(
                "er zijn geen gegevens: `--no-builtin` staat alleen",
                "there is no data: `--no-builtin` was given without `--data`"
            ),
            Some(say!("geef een map met `--data MAP`", "give a folder with `--data FOLDER`")),
        ));
    }
    layers.extend(own.dossier.map(|path| Layer::Dossier(path.to_owned())));
    Ok(layers)
}

/// Loads everything.
pub(super) fn loaded(global: &Global, own: Own<'_>) -> Result<Loaded, Stop> {
    load_with(&layers(global, own)?, own, global)
}

/// Loads everything for a kind; one that does not exist is refused before the
/// products are read.
pub(super) fn loaded_for(global: &Global, own: Own<'_>, kind: Option<&str>) -> Result<Loaded, Stop> {
    let ground = ground(global, own)?;
    known_kind(ground.catalogue(), kind)?;
    Ok(whole(ground, global))
}

/// Loads layers; a folder that cannot be opened stops the run.
pub(super) fn load_layers(layers: &[Layer], global: &Global) -> Result<Loaded, Stop> {
    load_with(layers, Own::default(), global)
}

/// The same, with what is assumed of them.
pub(super) fn load_with(layers: &[Layer], own: Own<'_>, global: &Global) -> Result<Loaded, Stop> {
    Ok(whole(grounded(layers, own, global)?, global))
}

fn whole(ground: Ground, global: &Global) -> Loaded {
    let products = products(&ground, global, |product, _| (product, ()));
    finished(ground, products, global).0
}

/// Refuses a kind that does not exist. With no kinds at all the cause may be an
/// error in the data, which is then reported instead.
pub(super) fn known_kind(catalogue: &Catalogue, id: Option<&str>) -> Result<(), Stop> {
    match id {
        Some(id) if !catalogue.kinds.is_empty() => kind(catalogue, id).map(|_| ()),
        _ => Ok(()),
    }
}

/// Loads everything but the products.
pub(super) fn ground(global: &Global, own: Own<'_>) -> Result<Ground, Stop> {
    grounded(&layers(global, own)?, own, global)
}

/// The same of these layers, with what is assumed of it.
fn grounded(layers: &[Layer], own: Own<'_>, global: &Global) -> Result<Ground, Stop> {
    let mut ground = load::ground(layers, global.as_of).map_err(|error| folder_error(&error))?;
    assume::before(&mut ground, own)?;
    Ok(ground)
}

/// What was made of a product, with what the checks found in it.
pub(super) type Checked<T> = (Vec<Diagnostic>, T);

/// Reads and checks the products; see [`Ground::products`].
pub(super) fn products<T: Send>(
    ground: &Ground,
    global: &Global,
    make: impl Fn(Product, &[Deviation]) -> (Product, T) + Sync,
) -> Products<Checked<T>> {
    ground.products(|product, deviations| {
        let lints = crate::lint::product(&product, ground.catalogue(), global.as_of);
        let (product, made) = make(product, deviations);
        (product, (lints, made))
    })
}

/// The whole of the data with all findings, and what was made of each product.
pub(super) fn finished<T>(
    ground: Ground,
    products: Products<Checked<T>>,
    global: &Global,
) -> (Loaded, Vec<T>) {
    let (mut loaded, checked) = ground.with(products);
    let (lints, made): (Vec<Vec<Diagnostic>>, Vec<T>) = checked.into_iter().unzip();
    let lints =
        lints.into_iter().flatten().chain(crate::lint::whole(&loaded.catalogue, global.as_of)).collect();
    let lints = crate::lint::beside(&loaded.findings, lints, &loaded.catalogue);
    loaded.findings.extend(lints);
    if global.is_today {
        name_today(&mut loaded.findings, global.as_of);
    }
    loaded.findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    (loaded, made)
}

/// Just after midnight people here are a day ahead of UTC, so a finding about a
/// date that is too late says which day it was compared with.
fn name_today(findings: &mut [Diagnostic], today: Date) {
    for finding in findings.iter_mut().filter(|finding| *finding.code == load::codes::FUTURE_DATE) {
        let advice = finding.help.take().unwrap_or_else(|| finding.code.advice.into());
        finding.help = Some(say!(
            "Vandaag is {today} (UTC); bij u kan het al een dag later zijn. {nl}",
            "Today is {today} (UTC); where you are it may already be a day later. {en}",
            nl = advice.nl,
            en = advice.en
        ));
    }
}

pub(super) fn folder_error(error: &FolderError) -> Stop {
    let (path, message) = match error {
        FolderError::Missing(path) => (path, say!("deze map is er niet", "this folder is not there")),
        FolderError::NotAFolder(path) => (path, say!("dit is geen map", "this is not a folder")),
        FolderError::Unreadable(path, error) => (path, load::folder::reason(error)),
    };
    Stop::Io { path: path.to_string_lossy().into_owned(), message }
}

/// Says on standard error which data was used, and what may be missed.
pub(super) fn announce(global: &Global, loaded: &Loaded, output: &Output) {
    let lang = global.lang;
    let mut parts = Vec::new();
    if !global.no_builtin {
        parts.push(phrase("ingebouwd", "built-in").get(lang).to_owned());
    }
    parts.extend(global.data.iter().map(|path| path.to_string_lossy().into_owned()));
    parts.extend(loaded.layers().iter().filter_map(|layer| match layer {
        Layer::Profile(path) | Layer::Dossier(path) => Some(path.to_string_lossy().into_owned()),
        _ => None,
    }));
    let files = loaded.catalogue.files.len();
    let parts = parts.join(" + ");
    output.note(&match lang {
        Lang::Nl => format!("Gegevens: {parts} ({})", count(files, "bestand", "bestanden")),
        Lang::En => format!("Data: {parts} ({})", count(files, "file", "files")),
    });
    let warnings = loaded.findings.iter().filter(|finding| !finding.is_error()).count();
    if warnings > 0 {
        output.note(&match lang {
            Lang::Nl => {
                format!("{}; `keuzehulp check` noemt ze.", count(warnings, "waarschuwing", "waarschuwingen"))
            }
            Lang::En => format!("{}; `keuzehulp check` lists them.", count(warnings, "warning", "warnings")),
        });
    }
    say_unused(global, output);
}

/// Says on standard error that the data in the current folder was not used, where there is
/// any.
pub(super) fn say_unused(global: &Global, output: &Output) {
    if global.data.is_empty() && load::folder::holds_data(Path::new(".")) {
        output.note(
            phrase(
                "De gegevens in deze map zijn niet gebruikt. Geef --data . (of --no-builtin --data . als het alle gegevens zijn).",
                "The data in this folder was not used. Give --data . (or --no-builtin --data . if it is all the data).",
            )
            .get(global.lang),
        );
    }
}

/// How a command ends that shows what there is, whatever is wrong with the
/// rest: it counts the errors, and has a code of its own when something could
/// not be read.
pub(super) fn exit_after(loaded: &Loaded, global: &Global, output: &Output) -> Exit {
    let errors = loaded.findings.iter().filter(|finding| finding.is_error()).count();
    if errors > 0 {
        output.note(&match global.lang {
            Lang::Nl => {
                format!("{} in deze gegevens; `keuzehulp check` noemt ze.", count(errors, "fout", "fouten"))
            }
            Lang::En => {
                format!("{} in this data; `keuzehulp check` lists them.", count(errors, "error", "errors"))
            }
        });
    }
    let unreadable: Vec<Diagnostic> =
        loaded.findings.iter().filter(|finding| *finding.code == load::codes::UNREADABLE).cloned().collect();
    for line in findings::short(&unreadable, &loaded.catalogue, findings::FEW_PLACES, global.lang).lines() {
        output.note(line);
    }
    if unreadable.is_empty() { Exit::Done } else { Exit::Io }
}

/// The kind with this id.
pub(super) fn kind(catalogue: &Catalogue, id: &str) -> Result<usize, Stop> {
    catalogue.kind(id).ok_or_else(|| {
        let known: Vec<&str> = catalogue.kinds.keys().map(crate::model::Id::as_str).collect();
        let shown = crate::text::safe::clean_short(id, 60);
        Stop::Use(
            say!("de soort `{shown}` bestaat niet", "the kind `{shown}` does not exist"),
            Some(mean(id, &known)),
        )
    })
}

/// Makes sure that a comparison can rest on the data. With errors it refuses;
/// with `--ignore-invalid`, for commands that have it, it leaves the files out
/// and names them. A dossier is never left out.
pub(super) fn usable(
    loaded: &mut Loaded,
    kind: Option<usize>,
    ignore: Option<bool>,
    as_json: bool,
    at: (&Global, &mut Output),
) -> Result<(), Stop> {
    let found = loaded.blocking(kind);
    if found.is_empty() {
        return Ok(());
    }
    let has_way_out = ignore.is_some() && loaded.can_leave_out(&found);
    if ignore != Some(true) || !has_way_out {
        return Err(refused((&found, &loaded.texts), loaded, as_json, has_way_out, at));
    }
    loaded.leave_out(&found);
    Ok(())
}

/// The kind with this id, in data that a comparison of it can rest on; see
/// [`usable`].
pub(super) fn usable_kind(
    loaded: &mut Loaded,
    id: &str,
    ignore: Option<bool>,
    as_json: bool,
    at: (&Global, &mut Output),
) -> Result<usize, Stop> {
    match kind(&loaded.catalogue, id) {
        Ok(kind) => usable(loaded, Some(kind), ignore, as_json, at).map(|()| kind),
        // With broken data the kinds may be unknown for that reason.
        Err(stop) if loaded.catalogue.kinds.is_empty() => {
            usable(loaded, None, ignore.map(|_| false), as_json, at)?;
            Err(stop)
        }
        Err(stop) => Err(stop),
    }
}

/// Says why nothing is ranked: the findings, with the texts that they are in, and
/// that there is no ranking.
pub(super) fn refuse(
    found: &[Diagnostic],
    texts: &HashMap<FileId, String>,
    loaded: &Loaded,
    as_json: bool,
    at: (&Global, &mut Output),
) -> Stop {
    refused((found, texts), loaded, as_json, false, at)
}

/// The same; `has_way_out` says whether the command can leave files out.
fn refused(
    (found, texts): (&[Diagnostic], &HashMap<FileId, String>),
    loaded: &Loaded,
    as_json: bool,
    has_way_out: bool,
    (global, output): (&Global, &mut Output),
) -> Stop {
    let lang = global.lang;
    let unreadable = found.iter().any(|finding| *finding.code == load::codes::UNREADABLE);
    let joined = load::joined(found.to_vec());
    let shown = if as_json {
        let document = json::findings::document(found, &loaded.catalogue, lang);
        encoded(json::to_json(&document)).and_then(|bytes| output.bytes(&bytes))
    } else {
        let (catalogue, most) = (&loaded.catalogue, findings::FEW_PLACES);
        output.text(&findings::full(&joined, texts, catalogue, most, (lang, output.has_colour())))
    };
    if let Err(stop) = shown {
        return stop;
    }
    let errors = joined.len();
    let errors = match lang {
        Lang::Nl => count(errors, "fout", "fouten"),
        Lang::En => count(errors, "error", "errors"),
    };
    output.note(&match (lang, has_way_out) {
        (Lang::Nl, true) => {
            format!("Er is niets vergeleken: {errors}. Met --ignore-invalid blijven die bestanden weg.")
        }
        (Lang::Nl, false) => format!("Er is niets gemaakt: {errors}. Los die eerst op."),
        (Lang::En, true) => {
            format!("Nothing was compared: {errors}. With --ignore-invalid those files are left out.")
        }
        (Lang::En, false) => format!("Nothing was made: {errors}. Fix those first."),
    });
    Stop::Exit(if unreadable { Exit::Io } else { Exit::Negative })
}

/// The profile by id or path; the default when none is named.
pub(super) fn profile<'l>(catalogue: &'l Catalogue, name: Option<&str>) -> Result<&'l Profile, Stop> {
    let known: Vec<&str> = catalogue.profiles.keys().map(crate::model::Id::as_str).collect();
    let found = match name {
        None if catalogue.has_lost_default() => {
            return Err(Stop::Use(
                say!(
                    "de weging `{DEFAULT_PROFILE}` heeft fouten en is weggelaten",
                    "the profile `{DEFAULT_PROFILE}` has errors and was left out"
                ),
                Some(say!("geef een andere met `--profile`", "give another with `--profile`")),
            ));
        }
        None => catalogue.default_profile(),
        Some(name) => catalogue.profiles.get(&*load::profile_id(name)),
    };
    found.ok_or_else(|| {
        let shown = crate::text::safe::clean_short(name.unwrap_or(DEFAULT_PROFILE), 60);
        Stop::Use(
            say!("de weging `{shown}` bestaat niet", "the profile `{shown}` does not exist"),
            Some(mean(name.unwrap_or(""), &known)),
        )
    })
}
