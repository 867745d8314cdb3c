//! The commands that make and check a bundle, and what they share with others.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::cli::args::ALL_AUDIENCES;
use crate::model::{Audience, Hosting};
use crate::text::Vocabulary as _;
use crate::text::lang::phrase;

use super::Build;

impl Build {
    /// Which part of a comparison is shown, and in which order.
    pub(super) fn shown(&self) -> Vec<Arg> {
        vec![
            self.vendor(),
            self.option(
                "rank-by",
                phrase("WAARNAAR", "WHAT"),
                phrase(
                    "volgorde naar de laagste punten (low, standaard), de hoogste (high) of het midden (middle)",
                    "order by the lowest points (low, the default), the highest (high) or the middle (middle)",
                ),
            )
            .value_parser(PossibleValuesParser::new(["low", "high", "middle"])),
            self.flag(
                "ungrouped",
                phrase(
                    "één lijst, ook als de soort in groepen is verdeeld",
                    "one list, also when the kind is divided into groups",
                ),
            ),
            self.flag(
                "retired",
                phrase("toon ook producten die niet meer bestaan", "also show products that no longer exist"),
            ),
        ]
    }

    /// Which products are compared.
    pub(super) fn vendor(&self) -> Arg {
        self.option(
            "vendor",
            phrase("PRODUCT", "PRODUCT"),
            phrase(
                "vergelijk alleen deze producten, of varianten (product/variant), met komma's ertussen; mag vaker",
                "compare only these products, or variants (product/variant), separated by commas; may be repeated",
            ),
        )
        .action(ArgAction::Append)
        .value_delimiter(',')
    }

    /// What limits a comparison.
    pub(super) fn limits(&self) -> Vec<Arg> {
        let audience = Audience::IDS.iter().copied().chain([ALL_AUDIENCES]);
        vec![
            self.option(
                "audience",
                phrase("DOELGROEP", "AUDIENCE"),
                phrase(
                    "voor wie: education, business, consumer (met komma's) of all; zonder deze optie education,business",
                    "for whom: education, business, consumer (with commas) or all; by default education,business",
                ),
            )
            .action(ArgAction::Append)
            .value_delimiter(',')
            .value_parser(PossibleValuesParser::new(audience)),
            self.option(
                "hosting",
                phrase("WIE", "WHO"),
                phrase(
                    "wie het kan beheren: cloud, hosted, self-hosted (met komma's); gaat voor `need.hosting` van het dossier",
                    "who can run it: cloud, hosted, self-hosted (with commas); replaces `need.hosting` of the dossier",
                ),
            )
            .action(ArgAction::Append)
            .value_delimiter(',')
            .value_parser(PossibleValuesParser::new(Hosting::IDS)),
        ]
    }

    /// How CSV is written.
    pub(super) fn dialect(&self) -> Arg {
        self.option(
            "csv",
            phrase("SOORT", "DIALECT"),
            phrase(
                "dutch (standaard; voor spreadsheets) of rfc4180 (voor programma's)",
                "dutch (the default; for spreadsheets) or rfc4180 (for programs)",
            ),
        )
        .value_parser(PossibleValuesParser::new(["dutch", "rfc4180"]))
    }

    pub(super) fn bundle(&self) -> Command {
        self.subcommand(
            "bundle",
            phrase(
                "Maak een map met alles voor de medezeggenschapsraad (ook: pakket)",
                "Make a folder with everything for the council (also: pakket)",
            ),
            phrase("keuzehulp bundle SOORT -o MAP [OPTIES]", "keuzehulp bundle KIND -o FOLDER [OPTIONS]"),
            phrase(
                "In de map staan de vergelijking, wat nog open is, eigen keuzes, alle gegevens waarmee is vergeleken en een manifest. De vingerafdruk van het manifest hoort in het verslag.\n\nVoorbeelden:\n  keuzehulp bundle videobellen -o pakket\n  keuzehulp bundle proctoring --profile gelijk -o pakket",
                "The folder contains the comparison, what is still open, your own deviations, all the data behind the comparison, and a manifest. The fingerprint of the manifest belongs in the minutes.\n\nExamples:\n  keuzehulp bundle videobellen -o bundle\n  keuzehulp bundle proctoring --profile gelijk -o bundle",
            ),
        )
        .arg(
            self.positional(
                "kind",
                phrase("SOORT", "KIND"),
                phrase(
                    "de soort product; `keuzehulp list kinds` noemt ze",
                    "the kind of product; `keuzehulp list kinds` lists them",
                ),
            )
            .required(true),
        )
        .args(self.profile())
        .arg(self.assume())
        .args(self.dossier())
        .args(self.limits())
        .args(self.shown())
        .arg(self.dialect())
        .arg(
            self.option(
                "output",
                phrase("MAP", "FOLDER"),
                phrase("de map die wordt gemaakt", "the folder that is made"),
            )
            .short('o')
            .required(true)
            .value_parser(value_parser!(PathBuf)),
        )
        .arg(self.flag(
            "overwrite",
            phrase(
                "vervang een pakket dat er al is, in zijn geheel",
                "replace a bundle that already exists, as a whole",
            ),
        ))
    }

    pub(super) fn verify(&self) -> Command {
        self.subcommand(
            "verify",
            phrase(
                "Kijk na of een pakket nog is zoals het is gemaakt (ook: verifieer)",
                "Check whether a bundle is still as it was made (also: verifieer)",
            ),
            phrase("keuzehulp verify MAP [OPTIES]", "keuzehulp verify FOLDER [OPTIONS]"),
            phrase(
                "Noemt elk bestand dat is veranderd, ontbreekt of er niet hoort, en zegt of uit de gegevens in de map dezelfde volgorde komt.\n\nVoorbeelden:\n  keuzehulp verify pakket\n  keuzehulp verify pakket --format json",
                "Names every file that was changed, is missing or does not belong there, and says whether the data in the folder gives the same ranking.\n\nExamples:\n  keuzehulp verify bundle\n  keuzehulp verify bundle --format json",
            ),
        )
        .arg(
            self.positional(
                "bundle",
                phrase("MAP", "FOLDER"),
                phrase("de map van het pakket", "the folder of the bundle"),
            )
            .required(true)
            .value_parser(value_parser!(PathBuf)),
        )
        .arg(self.option(
            "expect",
            phrase("VINGERAFDRUK", "FINGERPRINT"),
            phrase(
                "de vingerafdruk uit het verslag; klopt die niet, dan eindigt het met code 1",
                "the fingerprint from the minutes; if it does not match, the command ends with code 1",
            ),
        ))
        .arg(
            self.option(
                "format",
                phrase("FORMAAT", "FORMAT"),
                phrase("text (standaard) of json", "text (the default) or json"),
            )
            .value_parser(PossibleValuesParser::new(["text", "json"])),
        )
    }
}
