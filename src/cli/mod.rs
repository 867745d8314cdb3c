//! Layer 5: arguments and subcommands; the only code that writes, prints or
//! asks for the date.
//!
//! Read in this order: [`args`] (the options), `refusal` (answers to wrong use),
//! `output` (the only writer), then a file per command.

pub mod args;
mod asked;
mod assume;
mod bundle;
mod bundle_pieces;
mod check;
mod checked;
pub mod commands;
mod compare;
mod coverage;
mod data;
mod existing;
mod explain;
mod fmt;
mod goal;
mod institution;
mod list;
mod meant;
mod migrate;
mod new;
pub(crate) mod output;
mod output_folder;
mod questions;
mod refusal;
mod refused_option;
mod rerun;
mod schema;
mod settings;
mod sources;
mod upkept;
mod verify;
mod worklist;

use std::ffi::OsString;

use crate::text::Lang;
use crate::text::lang::phrase;
use output::{Exit, Output};

/// What ended a run before its result.
enum Stop {
    /// The run is over; everything was reported.
    Exit(Exit),
    /// Wrong use: what is wrong, and what to do.
    Use(crate::text::Message, Option<crate::text::Message>),
    /// Something could not be read or written.
    Io {
        /// The path concerned.
        path: String,
        /// What is wrong.
        message: crate::text::Message,
    },
}

/// Runs the program with these arguments (the first is its own name) and gives
/// its exit code. A panic becomes code 70 and a sentence, never a backtrace.
#[must_use]
pub fn run(arguments: Vec<OsString>) -> Exit {
    guard(move || start(&arguments))
}

/// Runs `body`; a panic in it ends in `Exit::Bug`.
pub fn guard(body: impl FnOnce() -> Exit + std::panic::UnwindSafe) -> Exit {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
        let payload = info.payload();
        let why = payload
            .downcast_ref::<&str>()
            .copied()
            .or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        let why = crate::text::safe::clean(why.unwrap_or("?"));
        let text = phrase(
            "Er ging iets mis in keuzehulp zelf. Uw gegevens zijn niet veranderd. Meld dit aan de makers, met de opdracht die u gaf en deze plek",
            "Something went wrong in keuzehulp itself. Your data has not been changed. Please report it to its makers, with the command you gave and this place",
        );
        output::complain(&format!(
            "{}: {place}: {why}\n",
            text.get(language_of_environment().unwrap_or_default())
        ));
    }));
    let exit = std::panic::catch_unwind(body).unwrap_or(Exit::Bug);
    drop(std::panic::take_hook());
    exit
}

fn language_of_environment() -> Option<Lang> {
    std::env::var("KEUZEHULP_LANG").ok().and_then(|tag| Lang::from_tag(&tag))
}

fn start(arguments: &[OsString]) -> Exit {
    let lang = match args::language(arguments) {
        Ok(lang) => lang,
        Err(message) => return refusal::say(Lang::Nl, &message, None),
    };
    let matches = match commands::command(lang).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return refusal::of_clap(&error, arguments, lang),
    };
    let global = match args::Global::of(&matches, lang) {
        Ok(global) => global,
        Err((message, help)) => return refusal::say(lang, &message, help.as_ref()),
    };
    let mut output = Output::new(&global);
    let done = match matches.subcommand() {
        Some(("compare", sub)) => compare::run(&global, sub, &mut output),
        Some(("explain", sub)) => explain::run(&global, sub, &mut output),
        Some(("check", sub)) if worklist::is_asked(sub) => worklist::run(&global, sub, &mut output),
        Some(("check", sub)) => {
            worklist::refuse_its_own(sub).and_then(|()| check::run(&global, sub, &mut output))
        }
        Some(("bundle", sub)) => bundle::run(&global, sub, &mut output),
        Some(("verify", sub)) => verify::run(&global, sub, &mut output),
        Some(("checklist", sub)) => institution::checklist(&global, sub, &mut output),
        Some(("triage", sub)) => institution::triage(&global, sub, &mut output),
        Some(("memo", sub)) => institution::memo(&global, sub, &mut output),
        Some(("questions", sub)) => questions::run(&global, sub, &mut output),
        Some(("settings", sub)) => settings::run(&global, sub, &mut output),
        Some(("coverage", sub)) => coverage::run(&global, sub, &mut output),
        Some(("sources", sub)) => sources::run(&global, sub, &mut output),
        Some(("fmt", sub)) => fmt::run(&global, sub, &mut output),
        Some(("migrate", sub)) => migrate::run(&global, sub, &mut output),
        Some(("new", sub)) => new::run(&global, sub, &mut output),
        Some(("schema", sub)) => schema::run(&global, sub, &mut output),
        Some(("list", sub)) => list::run(&global, sub, &mut output),
        _ => Ok(Exit::Use),
    };
    // Those that compare say so with the data that they used.
    let shows_data = ["explain", "list", "sources", "coverage", "schema", "new"];
    if matches.subcommand_name().is_some_and(|name| shows_data.contains(&name)) {
        data::say_unused(&global, &output);
    }
    match done {
        Ok(exit) | Err(Stop::Exit(exit)) => exit,
        Err(Stop::Use(message, help)) => refusal::say(lang, &message, help.as_ref()),
        Err(Stop::Io { path, message }) => output.cannot(&path, &message, args::wants_json(&matches)),
    }
}
