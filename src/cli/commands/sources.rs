//! The command about what the data rests on.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Command, value_parser};

use crate::text::lang::phrase;

use super::Build;

impl Build {
    pub(super) fn sources(&self) -> Command {
        self.subcommand(
            "sources",
            phrase(
                "Noem alle bronnen, of houd de citaten tegen bewaarde kopieën (ook: bronnen)",
                "List all sources, or hold the quotations against saved copies (also: bronnen)",
            ),
            phrase(
                "keuzehulp sources list [SOORT] [PRODUCT…] [OPTIES]\n         keuzehulp sources verify --copies MAP [SOORT] [PRODUCT…] [OPTIES]",
                "keuzehulp sources list [KIND] [PRODUCT…] [OPTIONS]\n       keuzehulp sources verify --copies FOLDER [KIND] [PRODUCT…] [OPTIONS]",
            ),
            phrase(
                "De kopieën haalt u zelf op; keuzehulp gaat het net niet op. Hoe een kopie heet, staat bij `list` in de kolom `copy` van csv en json.\n\nVoorbeelden:\n  keuzehulp sources list videobellen zoom\n  keuzehulp sources list --format csv -o bronnen.csv\n  keuzehulp sources verify --copies kopieën\n  keuzehulp sources verify --copies kopieën proctoring --strict",
                "You fetch the copies yourself; keuzehulp does not use the network. What a copy is called is in the column `copy` of csv and json from `list`.\n\nExamples:\n  keuzehulp sources list videobellen zoom\n  keuzehulp sources list --format csv -o sources.csv\n  keuzehulp sources verify --copies copies\n  keuzehulp sources verify --copies copies proctoring --strict",
            ),
        )
        .arg(
            self.positional(
                "what",
                phrase("WAT", "WHAT"),
                phrase(
                    "list (lijst): noem de bronnen; verify (verifieer): zoek elk citaat in de kopieën",
                    "list: list the sources; verify: look for every quotation in the copies",
                ),
            )
            .required(true)
            .value_parser(PossibleValuesParser::new([
                PossibleValue::new("list").alias("lijst"),
                PossibleValue::new("verify").alias("verifieer"),
            ])),
        )
        .arg(self.positional(
            "kind",
            phrase("SOORT", "KIND"),
            phrase("alleen van deze soort", "only of this kind"),
        ))
        .arg(
            self.positional(
                "product",
                phrase("PRODUCT", "PRODUCT"),
                phrase("alleen van deze producten", "only of these products"),
            )
            .num_args(0..),
        )
        .arg(
            self.option(
                "copies",
                phrase("MAP", "FOLDER"),
                phrase("verify: de map met bewaarde kopieën", "verify: the folder with saved copies"),
            )
            .value_parser(value_parser!(PathBuf)),
        )
        .arg(self.flag(
            "strict",
            phrase(
                "verify: eindig met code 1 als er een citaat verplaatst of verdwenen is",
                "verify: end with code 1 when a quotation was moved or is gone",
            ),
        ))
        .arg(self.formats(&["text", "markdown", "html", "csv", "json"]))
        .arg(self.dialect())
        .args(self.output())
    }
}
