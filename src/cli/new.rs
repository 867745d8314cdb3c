//! `new`: a file to begin with, with every open question.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::lint::taken;
use crate::model::{Catalogue, Id, Product};
use crate::report::scaffold;
use crate::say;
use crate::text::safe::clean_short;
use crate::text::{Lang, Message};

use super::args::{Global, Own, value};
use super::output::{Exit, Output};
use super::{Stop, data, existing};

/// A new file, and what to look at before it is used.
type Begun = (String, Vec<Message>);

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let text = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    let (name, like) = (text("name"), value(matches, "like"));
    if like.is_some() && !["vendor", "aanbieder"].contains(&text("what")) {
        return Err(Stop::Use(
            say!("`--like` is er alleen bij `new vendor`", "`--like` belongs only to `new vendor`"),
            Some(say!("laat de optie weg", "leave the option out")),
        ));
    }
    let kind = match text("what") {
        "vendor" | "aanbieder" => name.split_once('/').map(|(kind, _)| kind),
        "dossier" => Some(name),
        _ => None,
    };
    let loaded = data::loaded_for(global, Own::default(), kind)?;
    let catalogue = &loaded.catalogue;
    let (frame, notes) = match text("what") {
        "profile" | "weging" => {
            let notes = existing::profile(name, &taken::profiles(catalogue), catalogue)?;
            (scaffold::profile(catalogue, id(name)?.as_str(), global.lang), notes)
        }
        "criterion" | "criterium" => criterion(catalogue, name, global.lang)?,
        "dossier" => {
            let kind = data::kind(catalogue, name)?;
            (scaffold::dossier::dossier(catalogue, kind, global.lang), Vec::new())
        }
        _ => product(catalogue, (name, like), global.lang)?,
    };
    match matches.get_one::<PathBuf>("output").filter(|path| path.as_os_str() != "-") {
        None => output.bytes(frame.as_bytes())?,
        Some(path) => {
            let content = |out: &mut dyn std::io::Write| out.write_all(frame.as_bytes());
            output.file(path, &content, matches.get_flag("overwrite"))?;
        }
    }
    for note in notes {
        let note = note.get(global.lang);
        output.note(&match global.lang {
            Lang::Nl => format!("let op: {note}"),
            Lang::En => format!("note: {note}"),
        });
    }
    Ok(Exit::Done)
}

fn criterion(catalogue: &Catalogue, name: &str, lang: Lang) -> Result<Begun, Stop> {
    let (theme, name) = folder_and_id(name, "retention/logbestanden")?;
    if !catalogue.themes.contains_key(theme) {
        let known: Vec<&str> = catalogue.themes.keys().map(Id::as_str).collect();
        let shown = clean_short(theme, 60);
        return Err(Stop::Use(
            say!("het thema `{shown}` bestaat niet", "the theme `{shown}` does not exist"),
            Some(data::mean(theme, &known)),
        ));
    }
    let notes = existing::criterion(name, &taken::criteria(catalogue), catalogue)?;
    Ok((scaffold::criterion(catalogue, theme, id(name)?.as_str(), lang), notes))
}

fn product(catalogue: &Catalogue, (name, like): (&str, Option<&str>), lang: Lang) -> Result<Begun, Stop> {
    let (kind, name) = match name.split_once('/') {
        // What it is like says of which kind it is.
        None if like.is_some() => (None, name),
        _ => {
            let (kind, name) = folder_and_id(name, "videobellen/alfa")?;
            (Some(data::kind(catalogue, kind)?), name)
        }
    };
    let like = like.map(|like| alike(catalogue, kind, like)).transpose()?;
    let kind = kind.or(like.map(|like| like.kind)).unwrap_or_default();
    let notes = existing::product((kind, name), taken::products(catalogue), catalogue)?;
    Ok((scaffold::product(catalogue, kind, id(name)?.as_str(), like, lang), notes))
}

/// The product with this id, of the kind if there is one.
fn alike<'c>(catalogue: &'c Catalogue, kind: Option<usize>, name: &str) -> Result<&'c Product, Stop> {
    let all = || catalogue.products.iter().filter(|product| product.withdrawn.is_none());
    let called: Vec<&Product> = all().filter(|product| product.answers_to(name)).collect();
    let of_kind = |product: &&Product| kind.is_none_or(|kind| product.kind == kind);
    let found: Vec<&Product> = called.iter().copied().filter(of_kind).collect();
    let shown = clean_short(name, 60);
    match (found.as_slice(), called.first()) {
        ([one], _) => Ok(one),
        ([], None) => {
            let known: Vec<&str> = all().filter(of_kind).map(|product| product.id.as_str()).collect();
            Err(Stop::Use(
                say!("het product `{shown}` bestaat niet", "the product `{shown}` does not exist"),
                Some(data::mean(name, &known)),
            ))
        }
        ([], Some(other)) => {
            let kind = catalogue.kinds.get_index(other.kind).map_or("", |(id, _)| id.as_str());
            Err(Stop::Use(
                say!(
                    "het product `{shown}` is van een andere soort: `{kind}`",
                    "the product `{shown}` is of another kind: `{kind}`"
                ),
                Some(say!(
                    "noem een product van dezelfde soort, of laat `--like` weg",
                    "name a product of the same kind, or leave out `--like`"
                )),
            ))
        }
        _ => Err(Stop::Use(
            say!(
                "er zijn meer producten met de id `{shown}`",
                "there is more than one product with the id `{shown}`"
            ),
            Some(say!(
                "zet de soort voor de id van het nieuwe product, als in `videobellen/alfa`",
                "put the kind before the id of the new product, as in `videobellen/alfa`"
            )),
        )),
    }
}

fn folder_and_id<'n>(name: &'n str, example: &str) -> Result<(&'n str, &'n str), Stop> {
    name.split_once('/').ok_or_else(|| {
        Stop::Use(
            say!(
                "geef de map en de id, met een streep ertussen",
                "give the folder and the id, with a slash between them"
            ),
            Some(say!("bijvoorbeeld `{example}`", "for example `{example}`")),
        )
    })
}

fn id(name: &str) -> Result<Id, Stop> {
    Id::new(name).map_err(|why| {
        let shown = clean_short(name, 60);
        Stop::Use(
            say!("`{shown}` kan geen id zijn", "`{shown}` cannot be an id"),
            Some(crate::load::id_help(why)),
        )
    })
}
