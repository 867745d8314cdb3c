//! The arguments of `check`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Command, value_parser};

use super::Build;
use crate::text::lang::phrase;

impl Build {
    pub(super) fn check(&self) -> Command {
        self.subcommand(
            "check",
            phrase("Controleer gegevens en meld alles wat niet klopt (ook: controleer)", "Check data and report everything that is wrong (also: controleer)"),
            phrase("keuzehulp check [PAD…] [OPTIES]", "keuzehulp check [PATH…] [OPTIONS]"),
            phrase(
                "Een map met een eigen criteria/kinds.yaml staat op zichzelf; elke andere map ligt over de ingebouwde gegevens. Een bestand wordt bekeken binnen de map waar het bij hoort.\n\nVoorbeelden:\n  keuzehulp check\n  keuzehulp check mijn-gegevens --strict\n  keuzehulp check vendors/videobellen/zoom.yaml --format short\n  keuzehulp check --strict --changed origin/main\n  keuzehulp check --worklist --within 60d\n  keuzehulp check dossier.yaml",
                "A folder with a criteria/kinds.yaml of its own is checked on its own; any other folder is checked on top of the built-in data. A file is checked as part of the folder that it is in.\n\nExamples:\n  keuzehulp check\n  keuzehulp check my-data --strict\n  keuzehulp check vendors/videobellen/zoom.yaml --format short\n  keuzehulp check --strict --changed origin/main\n  keuzehulp check --worklist --within 60d\n  keuzehulp check dossier.yaml",
            ),
        )
        .arg(self.positional("path", phrase("PAD", "PATH"), phrase(
            "mappen of bestanden; zonder pad de huidige map, of anders de ingebouwde gegevens",
            "folders or files; without a path the current folder, or else the built-in data"))
            .num_args(0..)
            .value_parser(value_parser!(PathBuf)))
        .arg(self.option("format", phrase("FORMAAT", "FORMAT"), phrase(
            "text (standaard), short (een regel per melding), json, of github (voor een workflow van GitHub); bij --worklist text, json, csv, markdown of html",
            "text (the default), short (a line per finding), json, or github (for a GitHub workflow); with --worklist text, json, csv, markdown or html"))
            .value_parser(PossibleValuesParser::new(["text", "short", "json", "github", "csv", "markdown", "html"])))
        .arg(self.flag("hints", phrase(
            "toon ook hints: wat er aan de gegevens beter of verder kan",
            "show hints too: what would make the data better or more complete")))
        .arg(self.option("changed", phrase("REVISIE", "REVISION"), phrase(
            "alleen wat er sinds deze revisie van git is veranderd, en wat dat elders stukmaakt",
            "only what changed since this git revision, and what that breaks elsewhere")))
        .arg(self.flag("strict", phrase("eindig ook bij waarschuwingen met code 1", "end with code 1 on warnings too")))
        .arg(self.flag("all", phrase(
            "toon elke melding: zonder deze optie hooguit 10 gelijke, en 50 met dezelfde code; bij --worklist elk stuk werk",
            "show every finding; by default at most 10 that are the same, and 50 with the same code; with --worklist every piece of work")))
        .args(self.worklist())
    }
}
