//! What to say of an option that does not exist: only what the command at hand
//! really has is ever suggested.

use std::ffi::OsString;

use clap::{Arg, Command};

use crate::say;
use crate::text::lang::{either, list};
use crate::text::suggestion::closest;
use crate::text::{Lang, Message};

use super::args::OPTIONS;
use super::commands;

/// What to do about the unknown option `--name`.
pub(super) fn help(name: &str, arguments: &[OsString], lang: Lang) -> Message {
    let root = commands::command(lang);
    let Some(command) = asked(&root, arguments) else {
        let near = suggestion(closest(name, options(&root, &root)));
        return near.unwrap_or_else(|| {
            say!(
                "`keuzehulp --help` noemt alle opdrachten; elke opdracht heeft ook zelf `--help`",
                "`keuzehulp --help` lists all commands; every command has a `--help` of its own too"
            )
        });
    };
    let words = || command.get_arguments().filter(|arg| arg.get_long().is_none());
    let word = |name: &str| words().find(|arg| names_of_word(arg).iter().any(|known| known == name));
    if word(name).is_some() {
        return without_option(command);
    }
    if let Some(near) = suggestion(closest(name, options(command, &root))) {
        return near;
    }
    let known: Vec<String> = words().flat_map(names_of_word).collect();
    if !closest(name, known.iter().map(String::as_str)).is_empty() {
        return without_option(command);
    }
    let here = command.get_name();
    let has = |other: &&Command| options(other, &root).any(|known| known == name);
    let others: Vec<String> =
        root.get_subcommands().filter(has).map(|other| format!("`{}`", other.get_name())).collect();
    if others.is_empty() {
        return say!(
            "`keuzehulp {here} --help` noemt de opties van `{here}`",
            "`keuzehulp {here} --help` lists the options of `{here}`"
        );
    }
    say!(
        "die optie is er alleen bij {nl}; `keuzehulp {here} --help` noemt die van `{here}`",
        "that option belongs only to {en}; `keuzehulp {here} --help` lists those of `{here}`",
        nl = list(Lang::Nl, &others),
        en = list(Lang::En, &others)
    )
}

/// The command that the arguments ask for.
fn asked<'c>(root: &'c Command, arguments: &[OsString]) -> Option<&'c Command> {
    let mut words = arguments.iter().skip(1).filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        let Some(option) = word.strip_prefix("--") else {
            if word.starts_with('-') {
                continue;
            }
            return root.find_subcommand(word);
        };
        let takes_value =
            |arg: &Arg| arg.get_action().takes_values() && names(arg).any(|name| name == option);
        if root.get_arguments().any(takes_value) {
            words.next();
        }
    }
    None
}

/// The names of an option, English and Dutch.
fn names(arg: &Arg) -> impl Iterator<Item = &str> {
    arg.get_long().into_iter().chain(arg.get_all_aliases().unwrap_or_default())
}

/// The names of all options that a command has.
fn options<'c>(command: &'c Command, root: &'c Command) -> impl Iterator<Item = &'c str> {
    let everywhere = root.get_arguments().filter(|arg| arg.is_global_set());
    command.get_arguments().chain(everywhere).filter(|arg| arg.get_long().is_some()).flat_map(names)
}

/// The option that people try for an argument that is positional.
fn names_of_word(arg: &Arg) -> Vec<String> {
    let id = arg.get_id().as_str();
    let dutch = OPTIONS.iter().find(|(english, _)| *english == id).map(|(_, dutch)| (*dutch).to_owned());
    let shown = arg.get_value_names().unwrap_or_default().iter().map(|name| name.to_lowercase());
    // The paths to check may include a dossier.
    let also = (id == "path").then(|| "dossier".to_owned());
    dutch.into_iter().chain(shown).chain([id.to_owned()]).chain(also).collect()
}

fn without_option(command: &Command) -> Message {
    let words = command.get_arguments().filter(|arg| arg.get_long().is_none());
    let words = words.flat_map(|arg| arg.get_value_names().unwrap_or_default());
    let line = words.fold(command.get_name().to_owned(), |line, word| format!("{line} {word}"));
    say!("schrijf dit zonder optie: `keuzehulp {line}`", "write this without an option: `keuzehulp {line}`")
}

fn suggestion(near: Vec<&str>) -> Option<Message> {
    let near: Vec<String> = near.into_iter().map(|name| format!("`--{name}`")).collect();
    let (nl, en) = (either(Lang::Nl, &near), either(Lang::En, &near));
    (!near.is_empty()).then(|| say!("bedoelt u {nl}?", "did you mean {en}?"))
}
