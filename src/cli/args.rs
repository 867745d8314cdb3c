//! The arguments, in the language of the user. Commands and options have
//! English names and each answers to a Dutch one; `docs/opdrachten.md` lists
//! them, and a test keeps that table true.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::load::{Layer, is_path, parse_date};
use crate::model::Date;
use crate::say;
use crate::text::{Lang, Message};

/// Whether results are coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Colour {
    /// When a terminal reads them.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The options that every command has.
#[derive(Debug)]
pub(crate) struct Global {
    /// The language.
    pub(crate) lang: Lang,
    /// Colour.
    pub(crate) colour: Colour,
    /// The as-of date.
    pub(crate) as_of: Date,
    /// Whether the as-of date is today, because none was given.
    pub(crate) is_today: bool,
    /// Folders over the built-in data.
    pub(crate) data: Vec<PathBuf>,
    /// Without the built-in data.
    pub(crate) no_builtin: bool,
}

impl Global {
    /// The global options of a run.
    pub(super) fn of(matches: &ArgMatches, lang: Lang) -> Result<Global, (Message, Option<Message>)> {
        let sub = matches.subcommand().map_or(matches, |(_, sub)| sub);
        let given = sub.get_one::<String>("as-of");
        let as_of = match given {
            None => today(),
            Some(text) => parse_date(text).ok_or_else(|| {
                let shown = crate::text::safe::clean_short(text, 40);
                (
                    say!("`{shown}` is geen datum", "`{shown}` is not a date"),
                    Some(say!("schrijf een datum als 2026-11-21", "write a date as 2026-11-21")),
                )
            })?,
        };
        Ok(Global {
            lang,
            colour: match sub.get_one::<String>("color").map(String::as_str) {
                Some("always") => Colour::Always,
                Some("never") => Colour::Never,
                _ => Colour::Auto,
            },
            as_of,
            is_today: given.is_none(),
            data: sub.get_many::<PathBuf>("data").into_iter().flatten().cloned().collect(),
            no_builtin: sub.get_flag("no-builtin"),
        })
    }

    /// Whether this is the name of one of them.
    pub(super) fn has(name: &str) -> bool {
        ["lang", "color", "as-of", "data", "no-builtin"].contains(&name)
    }

    /// The layers of data, the lowest first.
    #[must_use]
    pub(crate) fn layers(&self) -> Vec<Layer> {
        let mut layers = Vec::new();
        if !self.no_builtin {
            layers.push(Layer::BuiltIn);
        }
        layers.extend(self.data.iter().cloned().map(Layer::Folder));
        layers
    }
}

/// What a command brings of the user's own beside the data: files, and assumptions.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Own<'m> {
    /// The profile, by id or path.
    pub(super) profile: Option<&'m str>,
    /// The dossier, by path.
    pub(super) dossier: Option<&'m Path>,
    /// The arguments that say what is assumed of premises.
    pub(super) assuming: Option<&'m ArgMatches>,
}

impl<'m> Own<'m> {
    /// Those that the arguments name.
    pub(super) fn of(matches: &'m ArgMatches) -> Own<'m> {
        let dossier = matches.try_get_one::<PathBuf>("dossier").ok().flatten();
        Own {
            profile: value(matches, "profile"),
            dossier: dossier.map(PathBuf::as_path),
            assuming: Some(matches),
        }
    }

    /// What is assumed of premises, as it is written.
    pub(super) fn assumed(self) -> impl Iterator<Item = &'m str> {
        self.assuming.into_iter().flat_map(|matches| all(matches, "assume"))
    }

    /// The paths of the files that are named by a path.
    pub(super) fn paths(self) -> Vec<PathBuf> {
        let profile = self.profile.filter(|name| is_path(name)).map(PathBuf::from);
        profile.into_iter().chain(self.dossier.map(Path::to_owned)).collect()
    }
}

/// The value of an option that not every command has.
pub(super) fn value<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.try_get_one::<String>(name).ok().flatten().map(String::as_str)
}

/// All values of an option that not every command has.
pub(super) fn all<'m>(matches: &'m ArgMatches, name: &str) -> impl Iterator<Item = &'m str> {
    matches.try_get_many::<String>(name).ok().flatten().into_iter().flatten().map(String::as_str)
}

/// Whether an option that not every command has was given.
pub(super) fn flag(matches: &ArgMatches, name: &str) -> bool {
    matches.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false)
}

/// The word of `--audience` for all audiences.
pub(super) const ALL_AUDIENCES: &str = "all";

/// Today, in UTC: the same day everywhere.
fn today() -> Date {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let days = i64::try_from(now / 86_400).unwrap_or(0);
    let epoch = Date::new(1970, 1, 1).unwrap_or(Date::ZERO);
    epoch.checked_add(jiff::Span::new().try_days(days).unwrap_or_default()).unwrap_or(epoch)
}

/// Whether the result was asked for as JSON.
pub(super) fn wants_json(matches: &ArgMatches) -> bool {
    let sub = matches.subcommand().map_or(matches, |(_, sub)| sub);
    sub.try_get_one::<String>("format").ok().flatten().is_some_and(|format| format == "json")
}

/// The language of this run: `--lang`, else `KEUZEHULP_LANG`, else Dutch. It is
/// needed before the arguments are understood, because help and errors use it.
pub(super) fn language(arguments: &[OsString]) -> Result<Lang, Message> {
    let mut rest = arguments.iter().skip(1).map(OsString::as_os_str).take_while(|a| *a != OsStr::new("--"));
    let mut named = None;
    while let Some(argument) = rest.next() {
        let Some(text) = argument.to_str() else { continue };
        for name in ["--lang", "--taal"] {
            if text == name {
                named = rest.next().and_then(OsStr::to_str).and_then(Lang::from_tag);
            } else if let Some(tag) = text.strip_prefix(name).and_then(|tag| tag.strip_prefix('=')) {
                named = Lang::from_tag(tag);
            }
        }
    }
    if let Some(lang) = named {
        return Ok(lang);
    }
    match std::env::var_os("KEUZEHULP_LANG").filter(|tag| !tag.is_empty()) {
        None => Ok(Lang::Nl),
        Some(tag) => tag.to_str().and_then(Lang::from_tag).ok_or_else(|| {
            let shown = crate::text::safe::clean_short(&tag.to_string_lossy(), 40);
            say!(
                "de omgevingsvariabele KEUZEHULP_LANG is `{shown}`; het kan nl of en zijn",
                "the environment variable KEUZEHULP_LANG is `{shown}`; it can be nl or en"
            )
        }),
    }
}

/// Dutch names of commands, for the docs and as hidden aliases.
pub static COMMANDS: &[(&str, &str)] = &[
    ("compare", "vergelijk"),
    ("explain", "uitleg"),
    ("check", "controleer"),
    ("list", "lijst"),
    ("new", "nieuw"),
    ("fmt", "opmaak"),
    ("schema", "schemabestand"),
    ("migrate", "omzetten"),
    ("bundle", "pakket"),
    ("verify", "verifieer"),
    ("triage", "afweging"),
    ("checklist", "controlelijst"),
    ("memo", "besluitnota"),
    ("settings", "instellingen"),
    ("questions", "vragen"),
    ("sources", "bronnen"),
    ("coverage", "dekking"),
];

/// Dutch names of options, for the docs and as hidden aliases.
pub static OPTIONS: &[(&str, &str)] = &[
    ("profile", "weging"),
    ("weight", "gewicht"),
    ("require", "eis"),
    ("assume", "stel"),
    ("vendor", "product"),
    ("audience", "doelgroep"),
    ("hosting", "wie-draait"),
    ("rank-by", "volgorde"),
    ("details", "uitgebreid"),
    ("top", "eerste"),
    ("ungrouped", "ongegroepeerd"),
    ("retired", "vervallen"),
    ("ignore-invalid", "negeer-ongeldig"),
    ("format", "formaat"),
    ("csv", "csv-soort"),
    ("columns", "kolommen"),
    ("output", "uitvoer"),
    ("overwrite", "overschrijf"),
    ("hints", "wenken"),
    ("changed", "gewijzigd"),
    ("strict", "streng"),
    ("worklist", "werklijst"),
    ("within", "binnen"),
    ("all", "alles"),
    ("kind", "soort"),
    ("expect", "verwacht"),
    ("copies", "kopiemap"),
    ("like", "zoals"),
    ("check", "controleer"),
    ("stdin-path", "invoerpad"),
    ("dossier", "dossierbestand"),
    ("exam", "toets"),
    ("data", "gegevens"),
    ("no-builtin", "zonder-ingebouwd"),
    ("as-of", "peildatum"),
    ("lang", "taal"),
    ("color", "kleur"),
    ("help", "hulp"),
    ("version", "versie"),
];
