//! The command that begins a file.

use clap::Command;
use clap::builder::{PossibleValue, PossibleValuesParser};

use crate::text::lang::phrase;

use super::Build;

impl Build {
    pub(super) fn new_file(&self) -> Command {
        self.subcommand(
            "new",
            phrase("Begin een productbestand, criterium, weging of dossier, met elke vraag erin (ook: nieuw)", "Start a vendor file, criterion, profile or dossier, with every question in place (also: nieuw)"),
            phrase("keuzehulp new WAT NAAM [OPTIES]", "keuzehulp new WHAT NAME [OPTIONS]"),
            phrase(
                "Voorbeelden:\n  keuzehulp new vendor videobellen/alfa -o alfa.yaml\n  keuzehulp new vendor alfa --like zoom\n  keuzehulp new criterion retention/logbestanden\n  keuzehulp new profile onze-school\n  keuzehulp new dossier proctoring -o dossier.yaml",
                "Examples:\n  keuzehulp new vendor videobellen/alfa -o alfa.yaml\n  keuzehulp new vendor alfa --like zoom\n  keuzehulp new criterion retention/log-files\n  keuzehulp new profile our-school\n  keuzehulp new dossier proctoring -o dossier.yaml",
            ),
        )
        .arg(
            self.positional("what", phrase("WAT", "WHAT"), phrase("vendor (aanbieder), criterion (criterium), profile (weging) of dossier", "vendor, criterion, profile or dossier"))
                .required(true)
                .value_parser(PossibleValuesParser::new([
                    PossibleValue::new("vendor").alias("aanbieder"),
                    PossibleValue::new("criterion").alias("criterium"),
                    PossibleValue::new("profile").alias("weging"),
                    PossibleValue::new("dossier"),
                ])),
        )
        .arg(
            self.positional("name", phrase("NAAM", "NAME"), phrase(
                "soort/id van een product, thema/id van een criterium, de id van een weging, of de soort van een dossier",
                "kind/id of a product, theme/id of a criterion, the id of a profile, or the kind of a dossier"))
                .required(true),
        )
        .arg(self.option(
            "like",
            phrase("PRODUCT", "PRODUCT"),
            phrase(
                "vendor: begin met de soort, de varianten en de volgorde van de vragen van dit product",
                "vendor: start with the kind, the variants and the order of the questions of this product",
            ),
        ))
        .args(self.output())
    }
}
