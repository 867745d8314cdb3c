//! `verify`: whether a bundle is still as it was made. Nothing in the folder is
//! trusted.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::bundle::{
    Broken, Compared, Difference, MANIFEST, MOST_BYTES, MOST_FILES, MOST_TOGETHER, Manifest, Present,
    Ranking, Verification, codes, differences, is_safe,
};
use crate::compare::compare;
use crate::load::tree::{self, Bounds, Item, Tree};
use crate::report::document;
use crate::report::json::{self, verification};
use crate::report::terminal::{self, paper::Paper};
use crate::say;
use crate::text::hash::{is_sha256, sha256};
use crate::text::safe::clean_short;

use super::args::Global;
use super::output::{Exit, Output, encoded};
use super::rerun::{self, Rerun};
use super::{Stop, asked, bundle, data};

/// The largest manifest, in bytes.
const LONGEST_MANIFEST: u64 = 32 << 20;

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let expected = text("expect").map(expected).transpose()?;
    let root = matches.get_one::<PathBuf>("bundle").cloned().unwrap_or_default();
    let bounds = Bounds { files: MOST_FILES, bytes: MOST_BYTES, together: MOST_TOGETHER, is_safe };
    let Tree { items, is_whole } = tree::tree(&root, bounds).map_err(|error| data::folder_error(&error))?;
    let cannot_be_read = items.values().any(|item| matches!(item, Item::Unreadable(_)));
    let is_plain = items.values().all(|item| matches!(item, Item::File(_)));
    let present = present(items);
    let mut found = Vec::new();
    let bytes = match tree::file(&root, MANIFEST, LONGEST_MANIFEST) {
        Ok(Some(bytes)) => Some(bytes),
        Ok(None) => {
            let message = say!(
                "het manifest ontbreekt; is dit de map van een pakket?",
                "the manifest is missing; is this the folder of a bundle?"
            );
            found.push(Difference::new(&codes::MISSING, MANIFEST, message));
            None
        }
        Err(message) => {
            if !matches!(present.get(MANIFEST), Some(Present::Refused(..))) {
                found.push(Difference::new(&codes::NOT_PLAIN, MANIFEST, message));
            }
            None
        }
    };
    let bytes = bytes.map(|bytes| with_own_line_ends(bytes, &mut found));
    let fingerprint = bytes.as_ref().map(|bytes| sha256(bytes));
    if let (Some(expected), Some(fingerprint)) = (&expected, &fingerprint)
        && expected != fingerprint
    {
        found.push(Difference::new(&codes::NOT_EXPECTED, MANIFEST, codes::NOT_EXPECTED.title.into()));
    }
    let manifest = bytes.and_then(|bytes| read(&bytes, &mut found));
    let nothing = Manifest { files: Vec::new(), ..manifest.clone().unwrap_or_default() };
    let refused_only = |difference: &Difference| *difference.code != codes::EXTRA;
    match &manifest {
        Some(manifest) => {
            let all = differences(manifest, &present).into_iter();
            // Nothing beyond the bounds was looked at, so a file there is not missing.
            let is_known = |difference: &Difference| is_whole || *difference.code != codes::MISSING;
            found.extend(all.filter(is_known).map(|one| only_line_ends(one, manifest, &root)));
        }
        // We do not know which files belong to the bundle, but which cannot.
        None => found.extend(differences(&nothing, &present).into_iter().filter(refused_only)),
    }
    if let Some(Present::Refused(code, message)) = present.get(MANIFEST) {
        found.push(Difference::new(code, MANIFEST, message.clone()));
    }
    let again = manifest.as_ref().and_then(|manifest| rerun::read(&manifest.command, &root));
    if let (Some(manifest), Some(again)) = (&manifest, &again) {
        found.extend(headers(manifest, again));
    }
    let same_ranking = match &manifest {
        Some(manifest) if is_plain => {
            let repeated = repeated(&root, manifest, again.as_ref());
            let same = repeated.is_ok();
            match repeated {
                Ok(data) => found.extend(data),
                Err(difference) => found.push(difference),
            }
            Some(same)
        }
        _ => None,
    };
    let verification = Verification {
        differences: &found,
        fingerprint: fingerprint.as_deref(),
        manifest: manifest.as_ref(),
        same_ranking,
    };
    match (&manifest, text("format") == Some("json")) {
        (Some(manifest), true) if found.is_empty() => {
            output.bytes(&encoded(json::to_json(&verification::document(&verification, manifest)))?)?;
        }
        (_, true) => {
            output.bytes(&encoded(json::to_json(&verification::differences(&found, global.lang)))?)?;
        }
        (_, false) => {
            let lines = document::verification::document(&verification, global.lang);
            output.text(&terminal::text(&lines, Paper::new(None)))?;
        }
    }
    Ok(match (cannot_be_read, found.is_empty()) {
        (true, _) => Exit::Io,
        (_, true) => Exit::Done,
        (_, false) => Exit::Negative,
    })
}

/// The fingerprint that was given; people may copy it in capitals or with
/// spaces around it.
fn expected(given: &str) -> Result<String, Stop> {
    let text = given.trim().to_ascii_lowercase();
    if is_sha256(&text) {
        return Ok(text);
    }
    let shown = clean_short(given, 80);
    Err(Stop::Use(
        say!("`{shown}` is geen vingerafdruk", "`{shown}` is not a fingerprint"),
        Some(say!(
            "een vingerafdruk heeft 64 cijfers en letters van a tot en met f; `bundle` toont hem",
            "a fingerprint has 64 digits and letters from a to f; `bundle` shows it"
        )),
    ))
}

/// What was found in the folder, as entries of a bundle.
fn present(items: BTreeMap<String, Item>) -> BTreeMap<String, Present> {
    let present = |item| match item {
        Item::File(sha256) => Present::File(sha256),
        Item::EmptyFolder => Present::EmptyFolder,
        Item::Refused(message) => Present::Refused(&codes::NOT_PLAIN, message),
        Item::TooMuch => Present::Refused(&codes::TOO_MUCH, codes::TOO_MUCH.title.into()),
        Item::Unreadable(message) => Present::Refused(&crate::load::codes::UNREADABLE, message),
    };
    items.into_iter().map(|(path, item)| (path, present(item))).collect()
}

/// The manifest, if it can be read; otherwise a difference that says where it
/// is broken.
fn read(bytes: &[u8], found: &mut Vec<Difference>) -> Option<Manifest> {
    let broken = match std::str::from_utf8(bytes).map(Manifest::read) {
        Ok(Ok(manifest)) => return Some(manifest),
        Ok(Err(broken)) => broken,
        Err(_) => Broken::LastLine,
    };
    let (code, message) = match broken {
        Broken::LastLine => (&codes::LAST_LINE, codes::LAST_LINE.title.into()),
        Broken::Line(line) => (
            &codes::MANIFEST_LINE,
            say!("regel {line} hoort niet in een manifest", "line {line} does not belong in a manifest"),
        ),
        Broken::TooMany => (&codes::TOO_MUCH, codes::TOO_MUCH.title.into()),
    };
    found.push(Difference::new(code, MANIFEST, message));
    None
}

/// The manifest with the line ends that it was made with, when only those are
/// different.
fn with_own_line_ends(bytes: Vec<u8>, found: &mut Vec<Difference>) -> Vec<u8> {
    let text = std::str::from_utf8(&bytes).ok().filter(|text| text.contains("\r\n"));
    let Some(own) = text.map(|text| text.replace("\r\n", "\n")) else { return bytes };
    if Manifest::read(&own).is_err() {
        return bytes;
    }
    found.push(Difference::new(&codes::LINE_ENDS, MANIFEST, codes::LINE_ENDS.title.into()));
    own.into_bytes()
}

/// Says of a changed file whether only its line ends are different.
fn only_line_ends(one: Difference, manifest: &Manifest, root: &Path) -> Difference {
    if *one.code != codes::CHANGED {
        return one;
    }
    let listed = manifest.files.binary_search_by(|file| file.path.as_str().cmp(&one.path));
    let wanted = listed.ok().and_then(|at| manifest.files.get(at)).map(|file| &file.sha256);
    let either = tree::with_line_ends(root, &one.path, MOST_BYTES);
    match wanted.zip(either) {
        Some((wanted, either)) if either.contains(wanted) => {
            Difference::new(&codes::LINE_ENDS, &one.path, codes::LINE_ENDS.title.into())
        }
        _ => one,
    }
}

/// The difference between what a header of the manifest says and what is asked.
fn header(name: &str, said: &str, asked: &str) -> Option<Difference> {
    let (shown, asked_shown) = (clean_short(said, 80), clean_short(asked, 80));
    let message = || {
        say!(
            "bij `{name}` staat `{shown}`, maar de opdracht en de gegevens geven `{asked_shown}`",
            "`{name}` says `{shown}`, but the command and the data give `{asked_shown}`"
        )
    };
    (said != asked).then(|| Difference::new(&codes::HEADER, MANIFEST, message()))
}

/// Where the headers of the manifest contradict its own command.
fn headers(manifest: &Manifest, again: &Rerun) -> Vec<Difference> {
    let asked = |name: &str| again.matches.get_one::<String>(name).map_or("", String::as_str);
    // Only the manifest knows the version, but it must be one of this program.
    let tool = manifest.tool.split(' ').next().unwrap_or("");
    let all = [
        header("tool", tool, "keuzehulp"),
        header("as-of", &manifest.as_of, &again.global.as_of.to_string()),
        header("kind", &manifest.kind, asked("kind")),
        header("profile", &manifest.profile, asked("profile")),
    ];
    all.into_iter().flatten().collect()
}

/// Makes the ranking again from the data in the bundle. Even with the same
/// ranking, the data may differ from what the manifest says.
fn repeated(
    root: &Path,
    manifest: &Manifest,
    again: Option<&Rerun>,
) -> Result<Option<Difference>, Difference> {
    let cannot = |path: &str, message| Difference::new(&codes::NOT_REPEATED, path, message);
    let Some(again) = again else {
        let message = say!(
            "de opdracht in het manifest is er geen die `bundle` schrijft",
            "the command in the manifest is not one that `bundle` writes"
        );
        return Err(cannot(MANIFEST, message));
    };
    let path = bundle::document_path(again.global.lang);
    let stored = tree::file(root, path, MOST_BYTES).ok().flatten();
    let Some(stored) = stored.as_deref().and_then(Ranking::read) else {
        let message = say!(
            "hierin staat geen vergelijking die te lezen is",
            "this contains no comparison that can be read"
        );
        return Err(cannot(path, message));
    };
    let data_path = || {
        let first = again.global.data.first().and_then(|path| path.strip_prefix(root).ok());
        first.map_or(String::new(), |path| path.to_string_lossy().into_owned())
    };
    let unusable = || {
        let message = say!(
            "met de gegevens in het pakket kan niet worden vergeleken; `keuzehulp check` zegt wat er mis is",
            "the data in the bundle cannot be used for a comparison; `keuzehulp check` says what is wrong"
        );
        cannot(&data_path(), message)
    };
    let loaded = data::loaded(&again.global, again.own()).map_err(|_| unusable())?;
    let catalogue = &loaded.catalogue;
    let kind = again.matches.get_one::<String>("kind").and_then(|id| catalogue.kind(id));
    let kind = kind.ok_or_else(unusable)?;
    if !loaded.blocking(Some(kind)).is_empty() {
        return Err(unusable());
    }
    let request = asked::request(&again.global, &again.matches, catalogue, kind);
    let comparison = compare(catalogue, request.map_err(|_| unusable())?).map_err(|_| unusable())?;
    let document = json::to_json(&json::document(&comparison, catalogue, again.global.lang));
    let made = document.ok().as_deref().and_then(Ranking::read).ok_or_else(unusable)?;
    let message = match stored.compared(&made) {
        Compared::Same => return Ok(header("data", &manifest.data, made.data())),
        Compared::OtherData => say!(
            "de volgorde is dezelfde, maar hoort bij andere gegevens, een andere weging of een andere dag",
            "the ranking is the same, but belongs to other data, another profile or another day"
        ),
        Compared::Other(id) => {
            let shown = clean_short(&id, 140);
            say!(
                "uit de gegevens in het pakket komt nu een andere volgorde; het eerste verschil is bij `{shown}`",
                "the data in the bundle now gives a different ranking; the first difference is at `{shown}`"
            )
        }
    };
    Err(Difference::new(&codes::OTHER_RANKING, path, message))
}
