//! The command that gives files one layout.

use std::path::PathBuf;

use clap::{Command, value_parser};

use crate::text::lang::phrase;

use super::Build;

impl Build {
    pub(super) fn fmt(&self) -> Command {
        self.subcommand(
            "fmt",
            phrase(
                "Maak gegevensbestanden op: inspringen, lege regels, volgorde van sleutels (ook: opmaak)",
                "Format data files: indentation, blank lines, order of keys (also: opmaak)",
            ),
            phrase("keuzehulp fmt [PAD…] [OPTIES]", "keuzehulp fmt [PATH…] [OPTIONS]"),
            phrase(
                "De inhoud blijft gelijk, opmerkingen ook. Een bestand met fouten in de YAML, of een waarvan dat niet zeker is, blijft zoals het is. Een dossier wordt alleen opgemaakt als u het noemt.\n\nVoorbeelden:\n  keuzehulp fmt\n  keuzehulp fmt mijn-gegevens --check\n  keuzehulp fmt vendors/videobellen/zoom.yaml\n  keuzehulp fmt - --stdin-path vendors/videobellen/zoom.yaml",
                "What the files say stays the same, comments included. A file with errors in its YAML, or one of which this is not certain, stays as it is. A dossier is formatted only if you name it.\n\nExamples:\n  keuzehulp fmt\n  keuzehulp fmt my-data --check\n  keuzehulp fmt vendors/videobellen/zoom.yaml\n  keuzehulp fmt - --stdin-path vendors/videobellen/zoom.yaml",
            ),
        )
        .arg(
            self.positional(
                "path",
                phrase("PAD", "PATH"),
                phrase(
                    "mappen of bestanden; zonder pad de huidige map; `-` is standaardinvoer",
                    "folders or files; without a path the current folder; `-` is standard input",
                ),
            )
            .num_args(0..)
            .value_parser(value_parser!(PathBuf)),
        )
        .arg(self.flag(
            "check",
            phrase(
                "schrijf niets; noem wat zou veranderen, en eindig dan met code 1",
                "write nothing; list what would change, and end with code 1 if anything would",
            ),
        ))
        .arg(self.option(
            "stdin-path",
            phrase("PAD", "PATH"),
            phrase(
                "bij `-`: het bestand waar de tekst uit komt, voor de volgorde van de sleutels",
                "with `-`: the file that the text comes from, for the order of keys",
            ),
        ))
    }
}
