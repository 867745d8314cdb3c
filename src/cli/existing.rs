//! What `new` refuses to begin again, and what is to be looked at first.

use crate::lint::taken::{Known, near};
use crate::model::{Catalogue, Id};
use crate::say;
use crate::text::lang::list;
use crate::text::safe::{clean_short, quoted};
use crate::text::{Lang, Message};

use super::Stop;

/// Refuses a product that exists in its kind. Otherwise names what another kind has by
/// this name, and what of its own kind looks like it.
pub(super) fn product(
    (kind, name): (usize, &str),
    known: Vec<Known<'_>>,
    catalogue: &Catalogue,
) -> Result<Vec<Message>, Stop> {
    let (mine, others): (Vec<_>, Vec<_>) = known.into_iter().partition(|one| one.folder == Some(kind));
    let folder = catalogue.kinds.get_index(kind).map_or("", |(id, _)| id.as_str());
    let help = |id: &str| {
        say!(
            "voeg daar een variant of een feit toe; of leg er uit een eigen map een bestand `vendors/{folder}/{id}.yaml` overheen, met alleen wat erbij komt of anders is",
            "add a variant or a fact there; or lay a file `vendors/{folder}/{id}.yaml` from a folder of your own over it, with only what is added or different"
        )
    };
    if let Some(one) = mine.iter().find(|one| one.is_called(name)) {
        return Err(Stop::Use(exists(one, catalogue), Some(help(one.id.as_str()))));
    }
    if let Some(path) = file(catalogue, &format!("vendors/{folder}"), name) {
        return Err(Stop::Use(there(path), Some(help(name))));
    }
    let elsewhere = others.iter().filter(|one| one.is_called(name)).map(|one| {
        let (shown, path) = (named(one), catalogue.path(one.place.file));
        say!(
            "bij een andere soort staat {shown} al, in {path}",
            "another kind has {shown} already, in {path}"
        )
    });
    Ok(elsewhere.chain(looks_like(name, &near(name, &mine))).collect())
}

/// Refuses a criterion that exists, in whatever theme. Otherwise names what looks like it.
pub(super) fn criterion(
    name: &str,
    known: &[Known<'_>],
    catalogue: &Catalogue,
) -> Result<Vec<Message>, Stop> {
    let help = say!(
        "pas dat bestand aan; voor een andere vraag kiest u een andere id",
        "change that file; for another question choose another id"
    );
    let folders: Vec<String> = catalogue.themes.keys().map(|theme| format!("criteria/{theme}")).collect();
    other(name, known, catalogue, (&folders, help))
}

/// Refuses a profile that exists. Otherwise names what looks like it.
pub(super) fn profile(name: &str, known: &[Known<'_>], catalogue: &Catalogue) -> Result<Vec<Message>, Stop> {
    let help = say!(
        "pas dat bestand aan, of kies een andere id en bouw erop voort met `extends`",
        "change that file, or choose another id and build on it with `extends`"
    );
    other(name, known, catalogue, (&["criteria/profiles".to_owned()], help))
}

fn other(
    name: &str,
    known: &[Known<'_>],
    catalogue: &Catalogue,
    (folders, help): (&[String], Message),
) -> Result<Vec<Message>, Stop> {
    if let Some(one) = known.iter().find(|one| one.is_called(name)) {
        return Err(Stop::Use(exists(one, catalogue), Some(help)));
    }
    if let Some(path) = folders.iter().find_map(|folder| file(catalogue, folder, name)) {
        return Err(Stop::Use(there(path), Some(help)));
    }
    Ok(looks_like(name, &near(name, known)).into_iter().collect())
}

/// The file of this name in a folder of the data, whatever is wrong with its content.
fn file<'c>(catalogue: &'c Catalogue, folder: &str, name: &str) -> Option<&'c str> {
    let is_it = |inner: &str| {
        let file = inner.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
        file.and_then(|file| file.rsplit_once('.')).is_some_and(|(stem, _)| stem == name)
    };
    catalogue.files.iter().find(|file| is_it(&file.inner)).map(|file| file.shown.as_str())
}

fn named(one: &Known<'_>) -> String {
    format!("{} ({})", quoted(Id::as_str(one.id)), clean_short(one.name, 60))
}

fn exists(one: &Known<'_>, catalogue: &Catalogue) -> Message {
    let (shown, path) = (named(one), catalogue.path(one.place.file));
    say!("{shown} is er al, in {path}", "{shown} exists already, in {path}")
}

fn there(path: &str) -> Message {
    say!("dit bestand is er al: {path}", "this file exists already: {path}")
}

fn looks_like(name: &str, like: &[&Known<'_>]) -> Option<Message> {
    let all: Vec<String> = like.iter().map(|one| named(one)).collect();
    let (nl, en) = (list(Lang::Nl, &all), list(Lang::En, &all));
    let name = quoted(name);
    (!all.is_empty()).then(|| {
        say!(
            "{name} lijkt op {nl}; is het hetzelfde, werk dan daar verder",
            "{name} looks like {en}; if it is the same, go on there"
        )
    })
}
