//! Wrong use, answered in the language of the user. clap gives its errors as
//! data; its own English sentences never reach anyone.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::say;
use crate::text::lang::{either, phrase};
use crate::text::safe::clean;
use crate::text::suggestion::closest;
use crate::text::{Lang, Message};

use super::args::COMMANDS;
use super::output::{Exit, Output, complain};
use super::refused_option;

/// Says what is wrong, on standard error.
pub(super) fn say(lang: Lang, message: &Message, help: Option<&Message>) -> Exit {
    let word = phrase("fout", "error").get(lang);
    complain(&format!("{word}: {}\n", clean(message.get(lang))));
    if let Some(help) = help {
        let tip = phrase("tip", "help").get(lang);
        complain(&format!("{tip}: {}\n", clean(help.get(lang))));
    }
    Exit::Use
}

/// Answers an error of clap, or the help and version that it gives as errors.
pub(super) fn of_clap(error: &clap::Error, arguments: &[OsString], lang: Lang) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let mut output = Output::plain(lang);
            return match output.text(&error.render().to_string()) {
                Err(super::Stop::Io { path, message }) => output.cannot(&path, &message, false),
                Ok(()) | Err(_) => Exit::Done,
            };
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            complain(&error.render().to_string());
            return Exit::Use;
        }
        _ => {}
    }
    let one = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => clean(text),
        Some(ContextValue::Strings(list)) => {
            list.iter().map(|text| clean(text)).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    };
    // clap writes `--format <FORMAT>`; the name alone is enough.
    let argument = one(ContextKind::InvalidArg);
    let argument = argument
        .strip_suffix('>')
        .and_then(|text| text.split_once(" <"))
        .map_or(&*argument, |(name, _)| name)
        .to_owned();
    let value = one(ContextKind::InvalidValue);
    let short = value.chars().take(60).collect::<String>();
    let message = match error.kind() {
        ErrorKind::UnknownArgument => say!(
            "de optie of het argument `{argument}` bestaat niet",
            "there is no option or argument `{argument}`"
        ),
        ErrorKind::InvalidSubcommand => {
            let name = one(ContextKind::InvalidSubcommand);
            say!("de opdracht `{name}` bestaat niet", "there is no command `{name}`")
        }
        ErrorKind::MissingSubcommand => say!("er staat geen opdracht", "there is no command"),
        ErrorKind::InvalidValue if value.is_empty() => {
            say!("bij `{argument}` hoort een waarde", "`{argument}` needs a value")
        }
        ErrorKind::InvalidValue => {
            say!("`{short}` kan niet bij `{argument}`", "`{short}` is not a possible value of `{argument}`")
        }
        ErrorKind::MissingRequiredArgument => {
            say!("er ontbreekt een argument: {argument}", "an argument is missing: {argument}")
        }
        ErrorKind::ArgumentConflict => say!(
            "`{argument}` staat er twee keer of past niet bij de andere opties",
            "`{argument}` is given twice or cannot be combined with the other options"
        ),
        ErrorKind::TooManyValues => {
            say!("`{short}` is er een te veel bij `{argument}`", "`{short}` is one too many for `{argument}`")
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            say!(
                "`{argument}` heeft niet het juiste aantal waarden",
                "`{argument}` has the wrong number of values"
            )
        }
        ErrorKind::InvalidUtf8 => {
            say!("een argument is geen geldige UTF-8", "an argument is not valid UTF-8")
        }
        _ => say!("deze opdracht wordt niet begrepen", "this command is not understood"),
    };
    let valid: Vec<String> = match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(list)) => list.iter().map(|text| clean(text)).collect(),
        _ => Vec::new(),
    };
    if error.kind() == ErrorKind::UnknownArgument
        && let Some(name) = argument.strip_prefix("--")
    {
        let name = name.split('=').next().unwrap_or("");
        return say(lang, &message, Some(&refused_option::help(name, arguments, lang)));
    }
    // The closest names by the rule that the files have too; clap's own rule
    // puts the least likely first.
    let suggestions: Vec<String> = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let known = COMMANDS.iter().flat_map(|(english, dutch)| [*english, *dutch]);
            closest(&one(ContextKind::InvalidSubcommand), known)
        }
        ErrorKind::InvalidValue => closest(&value, valid.iter().map(String::as_str)),
        _ => Vec::new(),
    }
    .into_iter()
    .map(|name| format!("`{name}`"))
    .collect();
    let help = if !suggestions.is_empty() {
        say!(
            "bedoelt u {nl}?",
            "did you mean {en}?",
            nl = either(Lang::Nl, &suggestions),
            en = either(Lang::En, &suggestions)
        )
    } else if !valid.is_empty() {
        say!(
            "het kan zijn: {nl}",
            "it can be: {en}",
            nl = either(Lang::Nl, &valid),
            en = either(Lang::En, &valid)
        )
    } else {
        say!(
            "`keuzehulp --help` noemt alle opdrachten en opties",
            "`keuzehulp --help` lists all commands and options"
        )
    };
    say(lang, &message, Some(&help))
}
