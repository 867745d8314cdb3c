//! The arguments of `schema`.

use clap::Command;
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::Build;
use crate::load::schema::KINDS;
use crate::text::lang::phrase;

impl Build {
    pub(super) fn schema(&self) -> Command {
        let kinds = KINDS.iter().map(|kind| PossibleValue::new(kind.name).alias(kind.dutch));
        self.subcommand(
            "schema",
            phrase(
                "Geef een JSON Schema voor één soort bestand, voor een editor (ook: schemabestand)",
                "Give a JSON Schema for one kind of file, for an editor (also: schemabestand)",
            ),
            phrase("keuzehulp schema [BESTANDSSOORT] [OPTIES]", "keuzehulp schema [FILE-KIND] [OPTIONS]"),
            phrase(
                "Voorbeelden:\n  keuzehulp schema\n  keuzehulp schema product -o schema-product.json\n  keuzehulp schema weging --data mijn-gegevens -o schema-profile.json",
                "Examples:\n  keuzehulp schema\n  keuzehulp schema product -o schema-product.json\n  keuzehulp schema profile --data my-data -o schema-profile.json",
            ),
        )
        .arg(
            self.positional(
                "what",
                phrase("BESTANDSSOORT", "FILE-KIND"),
                phrase(
                    "de soort bestand; zonder deze naam noemt de opdracht ze alle",
                    "the kind of file; without it the command lists them all",
                ),
            )
            .value_parser(PossibleValuesParser::new(kinds)),
        )
        .args(self.output())
    }
}
