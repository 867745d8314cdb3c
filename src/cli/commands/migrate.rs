//! The command that writes a layer without old answers.

use std::path::PathBuf;

use clap::{Command, value_parser};

use crate::text::lang::phrase;

use super::Build;

impl Build {
    pub(super) fn migrate(&self) -> Command {
        self.subcommand(
            "migrate",
            phrase(
                "Schrijf eigen gegevens over met de antwoorden van nu (ook: omzetten)",
                "Rewrite data of your own with the answers of today (also: omzetten)",
            ),
            phrase("keuzehulp migrate MAP -o MAP [OPTIES]", "keuzehulp migrate FOLDER -o FOLDER [OPTIONS]"),
            phrase(
                "De bestanden in `vendors/` en `criteria/`, en een `dossier.yaml` ernaast, komen in een nieuwe map. Alleen oude id's veranderen; al het andere blijft zoals het is, ook opmerkingen. Een antwoord dat iemand opnieuw moet bekijken wordt `unknown`, met de reden.\n\nVoorbeelden:\n  keuzehulp migrate mijn-gegevens -o nieuw",
                "The files in `vendors/` and `criteria/`, and a `dossier.yaml` beside them, go to a new folder. Only old ids change; everything else stays as it is, comments included. An answer that someone must look at again becomes `unknown`, with the reason.\n\nExamples:\n  keuzehulp migrate my-data -o new",
            ),
        )
        .arg(
            self.positional(
                "folder",
                phrase("MAP", "FOLDER"),
                phrase("de map met uw eigen gegevens", "the folder with data of your own"),
            )
            .required(true)
            .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            self.option(
                "output",
                phrase("MAP", "FOLDER"),
                phrase(
                    "de map die wordt gemaakt; zij is er nog niet, of is leeg",
                    "the folder that is made; it does not exist yet, or is empty",
                ),
            )
            .short('o')
            .required(true)
            .value_parser(value_parser!(PathBuf)),
        )
    }
}
